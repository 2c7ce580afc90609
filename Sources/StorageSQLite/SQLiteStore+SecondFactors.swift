public import Base
public import Domain
public import Foundation
import SQLite

extension SQLiteStore: SecondFactorStore {
    public func app(of user: User.ID) async throws -> AuthenticatorApp? {
        let sealer = sealer
        return try await database.read { connection in
            let rows = try connection.query(
                "SELECT household, sealed_secret, confirmed_at, last_step FROM authenticator_apps WHERE user = ?", user.value
            ) { (row: Row) throws(SQLiteError) in
                (
                    household: try row.id(0, of: Household.self), sealed: row.blob(1), confirmed: row.isNull(2) ? nil : row.date(2),
                    step: row.isNull(3) ? nil : row.integer(3)
                )
            }
            return try rows.first.map { row in
                AuthenticatorApp(
                    secret: try sealer.open(bytes: row.sealed, .appSecret, row: user, household: row.household), confirmedAt: row.confirmed, lastStep: row.step)
            }
        }
    }

    public func secondFactors(of user: User.ID) async throws -> SecondFactorState {
        try await database.read { connection in
            try connection.query(
                """
                SELECT confirmed_at, guards_home, (SELECT count(*) FROM recovery_codes c WHERE c.user = a.user) FROM authenticator_apps a
                WHERE user = ? AND confirmed_at IS NOT NULL
                """, user.value
            ) { SecondFactorState(appSince: $0.date(0), recoveryCodesLeft: Int($0.integer(2)), guardsHome: $0.integer(1) != 0) }.first ?? SecondFactorState()
        }
    }

    public func propose(appSecret: [UInt8], of principal: Principal, at now: Date) async throws -> Bool {
        let sealed = sealer.seal(bytes: appSecret, .appSecret, row: principal.user, household: principal.household)
        return try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO authenticator_apps (user, household, sealed_secret, created_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (user) DO UPDATE SET sealed_secret = excluded.sealed_secret, created_at = excluded.created_at WHERE confirmed_at IS NULL
                """, principal.user.value, principal.household.value, sealed, now.value) > 0
        }
    }

    public func confirmApp(of principal: Principal, step: Int64, recoveryHashes: [[UInt8]], at now: Date) async throws -> Bool {
        try await database.write { connection in
            let isConfirmed =
                try connection.execute(
                    "UPDATE authenticator_apps SET confirmed_at = ?, last_step = ? WHERE user = ? AND household = ? AND confirmed_at IS NULL", now.value,
                    .integer(step), principal.user.value, principal.household.value) > 0
            if isConfirmed { try Self.insert(recoveryHashes, of: principal.user, connection) }
            return isConfirmed
        }
    }

    public func use(step: Int64, of user: User.ID) async throws -> Bool {
        try await database.write { connection in
            try connection.execute(
                "UPDATE authenticator_apps SET last_step = ?1 WHERE user = ?2 AND confirmed_at IS NOT NULL AND (last_step IS NULL OR last_step < ?1)",
                .integer(step), user.value) > 0
        }
    }

    public func use(recoveryHash: [UInt8], of user: User.ID) async throws -> Bool {
        try await database.write { connection in
            try connection.execute("DELETE FROM recovery_codes WHERE user = ? AND hash = ?", user.value, .blob(recoveryHash)) > 0
        }
    }

    public func replaceRecoveryCodes(with hashes: [[UInt8]], of principal: Principal) async throws -> Bool {
        try await database.write { connection in
            guard try Self.hasApp(principal, connection) else { return false }
            try connection.execute("DELETE FROM recovery_codes WHERE user = ?", principal.user.value)
            try Self.insert(hashes, of: principal.user, connection)
            return true
        }
    }

    public func setGuardsHome(_ guards: Bool, of principal: Principal) async throws -> Bool {
        try await database.write { connection in
            try connection.execute(
                "UPDATE authenticator_apps SET guards_home = ? WHERE user = ? AND household = ? AND confirmed_at IS NOT NULL", .integer(guards ? 1 : 0),
                principal.user.value, principal.household.value) > 0
        }
    }

    public func removeApp(of principal: Principal) async throws -> Bool {
        try await database.write { connection in
            try connection.execute(
                "DELETE FROM authenticator_apps WHERE user = ? AND household = ?", principal.user.value, principal.household.value) > 0
        }
    }

    private static func hasApp(_ principal: Principal, _ connection: Connection) throws -> Bool {
        try !connection.query(
            "SELECT 1 FROM authenticator_apps WHERE user = ? AND household = ? AND confirmed_at IS NOT NULL", principal.user.value, principal.household.value
        ) { $0.integer(0) }.isEmpty
    }

    private static func insert(_ hashes: [[UInt8]], of user: User.ID, _ connection: Connection) throws {
        for hash in hashes { try connection.execute("INSERT INTO recovery_codes (user, hash) VALUES (?, ?)", user.value, .blob(hash)) }
    }
}
