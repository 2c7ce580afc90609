public import Domain
import Foundation
import SQLite

extension SQLiteStore: VoicePrintStore {
    public func save(_ print: VoicePrint, for principal: Principal) async throws {
        let sealed = try sealer.seal(json: print, .voicePrint, row: principal.user, household: principal.household)
        _ = try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO voice_prints (user, household, sealed_print) VALUES (?, ?, ?)
                ON CONFLICT (user) DO UPDATE SET sealed_print = excluded.sealed_print WHERE household = excluded.household
                """, principal.user.value, principal.household.value, sealed)
        }
    }

    public func voicePrints(of household: Household.ID) async throws -> [(user: User, print: VoicePrint)] {
        let sealer = sealer
        let prints = try await database.read { connection in
            let rows = try connection.query("SELECT user, sealed_print FROM voice_prints WHERE household = ? ORDER BY user", [household.value]) {
                (row: Row) throws(SQLiteError) -> (user: User.ID, print: [UInt8]) in (try row.id(0), row.blob(1))
            }
            return try rows.map { ($0.user, try sealer.open(json: $0.print, as: VoicePrint.self, .voicePrint, row: $0.user, household: household)) }
        }
        let users = Dictionary(uniqueKeysWithValues: try await users(of: household).map { ($0.id, $0) })
        return prints.compactMap { id, print in users[id].map { ($0, print) } }
    }

    public func deleteVoicePrint(for principal: Principal) async throws -> Bool {
        try await database.write { connection in
            try connection.execute("DELETE FROM voice_prints WHERE user = ? AND household = ?", principal.user.value, principal.household.value) > 0
        }
    }
}
