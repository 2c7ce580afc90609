public import Domain
public import Foundation
import SQLite

extension SQLiteStore: OutsideAccountStore {
    public func outsideAccounts(of principal: Principal) async throws -> [OutsideAccount] {
        let sealer = sealer
        return try await database.read { connection in
            let rows = try connection.query(
                "SELECT id, issuer, subject, sealed_name, created_at, used_at FROM outside_accounts WHERE user = ? AND household = ? ORDER BY id",
                principal.user.value, principal.household.value
            ) { (row: Row) throws(SQLiteError) in
                (
                    OutsideAccount(
                        id: try row.id(0), household: principal.household, user: principal.user, issuer: row.text(1), subject: row.text(2), name: "",
                        createdAt: row.date(4), usedAt: row.isNull(5) ? nil : row.date(5)), row.blob(3)
                )
            }
            return try rows.map { account, name in
                var account = account
                account.name = try sealer.open(name, .outsideName, row: account.id, household: account.household)
                return account
            }
        }
    }

    public func use(issuer: String, subject: String, at now: Date) async throws -> User? {
        try await database.write { connection in
            try connection.execute("UPDATE outside_accounts SET used_at = ? WHERE issuer = ? AND subject = ?", now.value, .text(issuer), .text(subject))
            return try connection.query(
                """
                SELECT \(UserRow.columns) FROM outside_accounts o JOIN users u ON u.id = o.user
                WHERE o.issuer = ? AND o.subject = ?
                """, .text(issuer), .text(subject)
            ) { (row: Row) throws(SQLiteError) in try UserRow.read(row) }.first
        }
    }

    public func link(_ account: OutsideAccount) async throws -> Bool {
        let sealer = sealer
        return try await database.write { connection in try Self.insert(account, sealer, connection) }
    }

    /// Whether there was none.
    static func insert(_ account: OutsideAccount, _ sealer: Sealer, _ connection: Connection) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO outside_accounts (id, household, user, issuer, subject, sealed_name, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """, account.id.value, account.household.value, account.user.value, .text(account.issuer), .text(account.subject),
            sealer.seal(account.name, .outsideName, row: account.id, household: account.household), account.createdAt.value) > 0
    }

    public func unlink(_ id: OutsideAccount.ID, of principal: Principal) async throws -> Bool {
        try await database.write { connection in
            let hash = try connection.query("SELECT password_hash FROM users WHERE id = ?", principal.user.value) { UserRow.passwordHash($0.text(0)) }.first
            guard let hash, hash != nil else { throw Problem(.conflict, "this is what you sign in with: set a password first") }
            return try connection.execute(
                "DELETE FROM outside_accounts WHERE id = ? AND user = ? AND household = ?", id.value, principal.user.value, principal.household.value) > 0
        }
    }
}
