public import Domain
public import Foundation
import SQLite

extension SQLiteStore: APIKeyStore {
    private static func scopes(_ text: String) -> Capabilities { UserRow.capabilities(text.split(separator: " ").map(String.init)) }

    public func apiKeys(at now: Date) async throws -> [(key: APIKey, hash: [UInt8], user: User)] {
        let sealer = sealer
        return try await database.read { connection in
            let rows = try connection.query(
                """
                SELECT k.id, k.household, k.user, k.sealed_name, k.hash, k.scopes, k.created_at, k.expires_at, k.used_at, \(UserRow.columns)
                FROM api_keys k JOIN users u ON u.id = k.user WHERE k.expires_at > ? ORDER BY k.id
                """, now.value
            ) { row throws(SQLiteError) in
                (
                    key: APIKey(
                        id: try row.id(0), household: try row.id(1), user: try row.id(2), name: "", scopes: Self.scopes(row.text(5)),
                        createdAt: row.date(6), expiresAt: row.date(7), usedAt: row.isNull(8) ? nil : row.date(8)), name: row.blob(3), hash: row.blob(4),
                    user: try UserRow.read(row, from: 9)
                )
            }
            return try rows.map { row in
                var key = row.key
                key.name = try sealer.open(row.name, .apiKeyName, row: key.id, household: key.household)
                return (key, row.hash, row.user)
            }
        }
    }

    public func add(_ key: APIKey, hash: [UInt8]) async throws {
        let name = sealer.seal(key.name, .apiKeyName, row: key.id, household: key.household)
        _ = try await database.write { connection in
            try connection.execute("DELETE FROM api_keys WHERE expires_at <= ?", key.createdAt.value)
            return try connection.execute(
                "INSERT INTO api_keys (id, household, user, sealed_name, hash, scopes, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                key.id.value, key.household.value, key.user.value, name, .blob(hash),
                .text(key.scopes.list.map(\.rawValue).joined(separator: " ")), key.createdAt.value, key.expiresAt.value)
        }
    }

    public func revoke(_ id: APIKey.ID, of user: User.ID) async throws -> Bool {
        try await database.write { connection in
            try connection.execute("DELETE FROM api_keys WHERE id = ? AND user = ?", id.value, user.value) > 0
        }
    }

    public func revokeAll(of user: User.ID) async throws -> Int {
        try await database.write { connection in try connection.execute("DELETE FROM api_keys WHERE user = ?", user.value) }
    }

    public func used(_ keys: [APIKey.ID: Date]) async throws {
        try await database.write { connection in
            for (id, at) in keys { try connection.execute("UPDATE api_keys SET used_at = ? WHERE id = ?", at.value, id.value) }
        }
    }
}
