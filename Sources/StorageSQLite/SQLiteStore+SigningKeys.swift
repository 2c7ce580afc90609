public import Domain
public import Foundation
import SQLite

extension SQLiteStore: SigningKeyStore {
    /// Belongs to no household, so that the place is the column and the key's name.
    static func signingContext(_ id: String) -> [UInt8] { Array("signing_keys.seed \(id)".utf8) }

    public func signingKeys(at now: Date) async throws -> [SigningKey] {
        let sealer = sealer
        return try await database.read { connection in
            try connection.query(
                "SELECT id, sealed_seed, created_at, ends_at FROM signing_keys WHERE ends_at IS NULL OR ends_at > ? ORDER BY created_at DESC, id", now.value
            ) { row in (row.text(0), row.blob(1), row.date(2), row.isNull(3) ? nil : row.date(3)) }.map {
                SigningKey(id: $0.0, seed: try sealer.key.open($0.1, context: Self.signingContext($0.0)), createdAt: $0.2, endsAt: $0.3)
            }
        }
    }

    public func add(_ key: SigningKey, othersEndAt end: Date) async throws {
        let seed = sealer.key.seal(key.seed, context: Self.signingContext(key.id))
        _ = try await database.write { connection in
            try connection.execute("DELETE FROM signing_keys WHERE ends_at <= ?", key.createdAt.value)
            try connection.execute("UPDATE signing_keys SET ends_at = ? WHERE ends_at IS NULL", end.value)
            return try connection.execute(
                "INSERT INTO signing_keys (id, sealed_seed, created_at) VALUES (?, ?, ?)", .text(key.id), .blob(seed), key.createdAt.value)
        }
    }
}

extension SQLiteStore: PasswordWorkStore {
    public func passwordWork() async throws -> PasswordWork? {
        try await database.read { connection in
            try connection.query("SELECT passes, memory FROM password_work") { PasswordWork(passes: Int($0.integer(0)), memory: Int($0.integer(1))) }.first
        }
    }

    public func keep(_ work: PasswordWork) async throws {
        _ = try await database.write { connection in
            try connection.execute(
                "INSERT OR REPLACE INTO password_work (id, passes, memory) VALUES (1, ?, ?)", .integer(Int64(work.passes)), .integer(Int64(work.memory)))
        }
    }
}
