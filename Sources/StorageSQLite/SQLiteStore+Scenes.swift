public import Base
public import Domain
import Foundation
import SQLite

extension SQLiteStore: SceneStore {
    /// What of a scene is sealed as one.
    private struct Plan: Codable {
        var area: String?
        var parts: [Scene.Part]
    }

    private static func sealedScene(_ row: Row) throws(SQLiteError) -> (id: Scene.ID, household: Household.ID, name: [UInt8], plan: [UInt8], createdAt: Date) {
        (try row.id(0), try row.id(1), row.blob(2), row.blob(3), row.date(4))
    }

    private func scenes(_ condition: String, _ values: [Value]) async throws -> [Scene] {
        let sealer = sealer
        return try await database.read { connection in
            let rows = try connection.query(
                "SELECT id, household, sealed_name, sealed_plan, created_at FROM scenes WHERE \(condition) ORDER BY id", values, row: Self.sealedScene)
            return try rows.map { row in
                let plan = try sealer.open(json: row.plan, as: Plan.self, .scenePlan, row: row.id, household: row.household)
                let name = try sealer.open(row.name, .sceneName, row: row.id, household: row.household)
                return Scene(id: row.id, name: name, area: plan.area, parts: plan.parts, createdAt: row.createdAt)
            }
        }
    }

    public func save(_ scene: Scene, for principal: Principal) async throws {
        let name = sealer.seal(scene.name, .sceneName, row: scene.id, household: principal.household)
        let plan = try sealer.seal(json: Plan(area: scene.area, parts: scene.parts), .scenePlan, row: scene.id, household: principal.household)
        _ = try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO scenes (id, household, user, sealed_name, sealed_plan, created_at) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET sealed_name = excluded.sealed_name, sealed_plan = excluded.sealed_plan WHERE household = excluded.household
                """, scene.id.value, principal.household.value, principal.user.value, name, plan, scene.createdAt.value)
        }
    }

    public func scenes(for principal: Principal) async throws -> [Scene] { try await scenes("household = ?", [principal.household.value]) }

    public func houseScenes() async throws -> [Scene] { try await scenes("household = (SELECT id FROM households WHERE has_house = 1)", []) }

    public func deleteScene(_ id: Scene.ID, for principal: Principal) async throws -> Bool {
        try await database.write { connection in
            try connection.execute("DELETE FROM scenes WHERE id = ? AND household = ?", id.value, principal.household.value) > 0
        }
    }
}
