public import Domain
public import Foundation
import SQLite

extension SQLiteStore: PasskeyStore {
    private static let passkeyColumns =
        "p.id, p.household, p.user, p.credential, p.public_key, p.site, p.sealed_name, p.counter, p.may_be_copied, p.created_at, p.used_at"
    private static let passkeyColumnCount: Int32 = 11

    /// One whose name is still sealed.
    private struct SealedPasskey {
        var passkey: Passkey
        let name: [UInt8]

        init(_ row: Row) throws(SQLiteError) {
            passkey = Passkey(
                id: try row.id(0), household: try row.id(1), user: try row.id(2), credential: row.blob(3), publicKey: row.blob(4), site: row.text(5), name: "",
                counter: UInt32(truncatingIfNeeded: row.integer(7)), mayBeCopied: row.integer(8) != 0, createdAt: row.date(9),
                usedAt: row.isNull(10) ? nil : row.date(10))
            name = row.blob(6)
        }

        func open(_ sealer: Sealer) throws -> Passkey {
            var opened = passkey
            opened.name = try sealer.open(name, .passkeyName, row: passkey.id, household: passkey.household)
            return opened
        }
    }

    public func passkeys(of principal: Principal) async throws -> [Passkey] {
        let sealer = sealer
        return try await database.read { connection in
            try connection.query(
                "SELECT \(Self.passkeyColumns) FROM passkeys p WHERE user = ? AND household = ? ORDER BY id", principal.user.value,
                principal.household.value, row: SealedPasskey.init
            ).map { try $0.open(sealer) }
        }
    }

    public func passkey(credential: [UInt8]) async throws -> (passkey: Passkey, user: User)? {
        let sealer = sealer
        return try await database.read { connection in
            let rows = try connection.query(
                """
                SELECT \(Self.passkeyColumns), \(UserRow.columns) FROM passkeys p JOIN users u ON u.id = p.user
                WHERE p.credential = ?
                """, .blob(credential)
            ) { (row: Row) throws(SQLiteError) in (try SealedPasskey(row), try UserRow.read(row, from: Self.passkeyColumnCount)) }
            return try rows.first.map { (try $0.0.open(sealer), $0.1) }
        }
    }

    public func add(_ passkey: Passkey) async throws -> Bool {
        let name = sealer.seal(passkey.name, .passkeyName, row: passkey.id, household: passkey.household)
        return try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO passkeys (id, household, user, credential, public_key, site, sealed_name, counter, may_be_copied, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (credential) DO NOTHING
                """, passkey.id.value, passkey.household.value, passkey.user.value, .blob(passkey.credential), .blob(passkey.publicKey), .text(passkey.site),
                name, .integer(Int64(passkey.counter)), .integer(passkey.mayBeCopied ? 1 : 0), passkey.createdAt.value) > 0
        }
    }

    public func use(_ id: Passkey.ID, counter: UInt32, at now: Date) async throws -> Bool {
        try await database.write { connection in
            try connection.execute(
                "UPDATE passkeys SET counter = ?1, used_at = ?2 WHERE id = ?3 AND (counter < ?1 OR (counter = 0 AND ?1 = 0))", .integer(Int64(counter)),
                now.value, id.value) > 0
        }
    }

    public func remove(_ id: Passkey.ID, of principal: Principal) async throws -> Bool {
        try await database.write { connection in
            try connection.execute(
                "DELETE FROM passkeys WHERE id = ? AND user = ? AND household = ?", id.value, principal.user.value, principal.household.value) > 0
        }
    }
}
