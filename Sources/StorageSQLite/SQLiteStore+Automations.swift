public import Base
public import Domain
import Foundation
import SQLite

extension SQLiteStore: AutomationStore {
    /// What of an automation is sealed as one.
    private struct Plan: Codable {
        var occasion: Automation.Occasion
        var conditions: [Automation.Condition]
        var orders: [Order]
        var limit: Permissions?
    }

    private static let columns = "a.id, a.sealed_name, a.sealed_plan, a.paused, a.phase, a.created_at, a.active_since, a.done_at, a.language"

    /// A row as it stands, to be opened outside the statement.
    private struct Sealed {
        let automation: Automation
        let name: [UInt8]
        let plan: [UInt8]

        init(_ row: Row) throws(SQLiteError) {
            automation = Automation(
                id: try row.id(0), name: "", occasion: .onDemand, orders: [], isPaused: row.integer(3) != 0, createdAt: row.date(5), activeSince: row.date(6),
                createdBy: try UserRow.read(row, from: 9).principal, language: try row.word(8),
                phase: row.isNull(4) ? nil : Automation.Phase(rawValue: Int(row.integer(4))), doneAt: row.isNull(7) ? nil : row.date(7))
            name = row.blob(1)
            plan = row.blob(2)
        }

        func opened(_ sealer: Sealer) throws -> Automation {
            var automation = automation
            let household = automation.createdBy.household
            automation.name = try sealer.open(name, .automationName, row: automation.id, household: household)
            let plan = try sealer.open(json: plan, as: Plan.self, .automationPlan, row: automation.id, household: household)
            automation.occasion = plan.occasion
            automation.conditions = plan.conditions
            automation.orders = plan.orders
            if let limit = plan.limit {
                automation.limit = limit
                automation.createdBy = automation.createdBy.limited(to: limit)
            }
            return automation
        }
    }

    private func plan(of automation: Automation, _ household: Household.ID) throws -> Value {
        let plan = Plan(occasion: automation.occasion, conditions: automation.conditions, orders: automation.orders, limit: automation.limit)
        return try sealer.seal(json: plan, .automationPlan, row: automation.id, household: household)
    }

    /// One row that cannot be read must not stop all others from running.
    private func opened(_ rows: [Sealed]) -> [Automation] {
        rows.compactMap { row in
            do { return try row.opened(sealer) } catch {
                database.log.error("an automation cannot be read and is left out", ["id": "\(row.automation.id)", "error": "\(type(of: error))"])
                return nil
            }
        }
    }

    public func add(_ automation: Automation, for principal: Principal) async throws {
        let plan = try plan(of: automation, principal.household)
        let name = sealer.seal(automation.name, .automationName, row: automation.id, household: principal.household)
        _ = try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO automations (id, household, user, sealed_name, sealed_plan, once, paused, phase, created_at, active_since, done_at, language)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                automation.id.value, principal.household.value, principal.user.value, name, plan, .integer(automation.isOnce ? 1 : 0),
                .integer(automation.isPaused ? 1 : 0), automation.phase.value, automation.createdAt.value, automation.activeSince.value,
                automation.doneAt?.value ?? .null, .text(automation.language.rawValue))
        }
    }

    public func automations(for principal: Principal) async throws -> [Automation] {
        let rows = try await database.read { connection in
            try connection.query(
                """
                SELECT \(Self.columns), \(UserRow.columns) FROM automations a JOIN users u ON u.id = a.user
                WHERE a.household = ? AND a.done_at IS NULL ORDER BY a.id
                """, principal.household.value, row: Sealed.init)
        }
        return opened(rows)
    }

    public func automation(_ id: Automation.ID, for principal: Principal) async throws -> Automation? {
        let rows = try await database.read { connection in
            try connection.query(
                "SELECT \(Self.columns), \(UserRow.columns) FROM automations a JOIN users u ON u.id = a.user WHERE a.id = ? AND a.household = ?",
                id.value, principal.household.value, row: Sealed.init)
        }
        return opened(rows).first
    }

    public func activeAutomations() async throws -> [Automation] {
        let rows = try await database.read { connection in
            try connection.query(
                """
                SELECT \(Self.columns), \(UserRow.columns) FROM automations a JOIN users u ON u.id = a.user
                WHERE a.paused = 0 AND a.done_at IS NULL ORDER BY a.id
                """, row: Sealed.init)
        }
        return opened(rows)
    }

    public func update(_ automation: Automation, for principal: Principal) async throws -> Bool {
        let plan = try plan(of: automation, principal.household)
        let name = sealer.seal(automation.name, .automationName, row: automation.id, household: principal.household)
        return try await database.write { connection in
            try connection.execute(
                """
                UPDATE automations SET sealed_name = ?, sealed_plan = ?, once = ?, paused = ?, phase = ?, active_since = ?, language = ?
                WHERE id = ? AND household = ? AND done_at IS NULL
                """,
                name, plan, .integer(automation.isOnce ? 1 : 0), .integer(automation.isPaused ? 1 : 0), automation.phase.value, automation.activeSince.value,
                .text(automation.language.rawValue), automation.id.value, principal.household.value) > 0
        }
    }

    public func delete(_ id: Automation.ID, for principal: Principal) async throws -> Bool {
        try await database.write { connection in
            try connection.execute("DELETE FROM automations WHERE id = ? AND household = ? AND done_at IS NULL", id.value, principal.household.value) > 0
        }
    }

    public func keep(_ phases: [Automation.ID: Automation.Phase]) async throws {
        try await database.write { connection in
            for (id, phase) in phases {
                try connection.execute("UPDATE automations SET phase = ? WHERE id = ?", .integer(Int64(phase.rawValue)), id.value)
            }
        }
    }
}

extension Automation.Phase? {
    fileprivate var value: Value { map { .integer(Int64($0.rawValue)) } ?? .null }
}
