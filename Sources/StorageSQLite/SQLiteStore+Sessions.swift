public import Base
public import Domain
public import Foundation
import SQLite

extension SQLiteStore: SessionStore {
    private static let columns = "s.id, s.household, s.user, s.sealed_device, s.sealed_address, s.created_at, s.used_at, s.expires_at"
    private static let columnCount: Int32 = 8

    /// A session whose texts are still sealed.
    private struct Sealed {
        var session: Session
        let device: [UInt8]
        let address: [UInt8]

        init(_ row: Row) throws(SQLiteError) {
            session = Session(
                id: try row.id(0), household: try row.id(1), user: try row.id(2), device: "", address: "", createdAt: row.date(5), usedAt: row.date(6),
                expiresAt: row.date(7))
            device = row.blob(3)
            address = row.blob(4)
        }

        func open(_ sealer: Sealer) throws -> Session {
            var opened = session
            opened.device = try sealer.open(device, .sessionDevice, row: session.id, household: session.household)
            opened.address = try sealer.open(address, .sessionAddress, row: session.id, household: session.household)
            return opened
        }
    }

    public func liveSessions(at now: Date) async throws -> [(session: Session, user: User)] {
        let sealer = sealer
        return try await database.read { connection in
            let rows = try connection.query(
                """
                SELECT \(Self.columns), \(UserRow.columns) FROM sessions s JOIN users u ON u.id = s.user
                WHERE s.expires_at > ? AND u.disabled_at IS NULL
                """, now.value
            ) { (row: Row) throws(SQLiteError) in (try Sealed(row), try UserRow.read(row, from: Self.columnCount)) }
            return try rows.map { (try $0.0.open(sealer), $0.1) }
        }
    }

    public func sessions(of principal: Principal, at now: Date) async throws -> [Session] {
        let sealer = sealer
        return try await database.read { connection in
            try connection.query(
                "SELECT \(Self.columns) FROM sessions s WHERE user = ? AND household = ? AND expires_at > ? ORDER BY created_at DESC, id DESC",
                principal.user.value,
                principal.household.value, now.value, row: Sealed.init
            ).map { try $0.open(sealer) }
        }
    }

    public func open(_ session: Session, tokenHash: [UInt8]) async throws {
        let device = sealer.seal(session.device, .sessionDevice, row: session.id, household: session.household)
        let address = sealer.seal(session.address, .sessionAddress, row: session.id, household: session.household)
        _ = try await database.write { connection in
            try connection.execute("DELETE FROM sessions WHERE expires_at <= ?", session.createdAt.value)
            try connection.execute(
                """
                INSERT INTO sessions (id, household, user, sealed_device, sealed_address, created_at, used_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, session.id.value, session.household.value, session.user.value, device, address, session.createdAt.value, session.usedAt.value,
                session.expiresAt.value)
            return try connection.execute(
                "INSERT INTO refresh_tokens (hash, session, is_used) VALUES (?, ?, 0)", .blob(tokenHash), session.id.value)
        }
    }

    public func renew(
        tokenHash: [UInt8], with newHash: [UInt8], from address: String, at now: Date, for lifetime: Session.Lifetime
    ) async throws -> Renewal {
        let sealer = sealer
        return try await database.write { connection in
            let found = try connection.query(
                """
                SELECT \(Self.columns), t.is_used, s.previous_token IS t.hash FROM refresh_tokens t JOIN sessions s ON s.id = t.session WHERE t.hash = ?
                """, .blob(tokenHash)
            ) { (row: Row) throws(SQLiteError) in (try Sealed(row), row.integer(Self.columnCount) != 0, row.integer(Self.columnCount + 1) != 0) }.first
            guard let (sealed, isUsed, isLast) = found else { return .unknown }
            var session = try sealed.open(sealer)
            let id = session.id.value
            if isUsed {
                // Tokens that nobody has used yet all came of the last that was.
                let open = try connection.query("SELECT count(*) FROM refresh_tokens WHERE session = ? AND is_used = 0", id) { $0.integer(0) }.first ?? 0
                guard isLast, abs(now.timeIntervalSince(session.usedAt)) <= lifetime.grace, open < lifetime.graceLimit else {
                    try connection.execute("DELETE FROM sessions WHERE id = ?", id)
                    return .reused(session)
                }
            }
            guard min(session.expiresAt, lifetime.last(of: session)) > now else { return .unknown }
            session.address = address
            if !isUsed {
                session.usedAt = now
                try connection.execute("UPDATE refresh_tokens SET is_used = 1 WHERE session = ? AND is_used = 0", id)
            }
            session.expiresAt = lifetime.end(of: session)
            try connection.execute("INSERT INTO refresh_tokens (hash, session, is_used) VALUES (?, ?, 0)", .blob(newHash), id)
            try connection.execute(
                "UPDATE sessions SET sealed_address = ?, used_at = ?, expires_at = ?, previous_token = ? WHERE id = ?",
                sealer.seal(address, .sessionAddress, row: session.id, household: session.household), session.usedAt.value, session.expiresAt.value,
                .blob(tokenHash), id)
            return .renewed(session)
        }
    }

    public func end(_ session: Session.ID, of principal: Principal) async throws -> Bool {
        try await database.write { connection in
            try connection.execute(
                "DELETE FROM sessions WHERE id = ? AND user = ? AND household = ?", session.value, principal.user.value, principal.household.value) > 0
        }
    }

    public func endSessions(of user: User.ID, except session: Session.ID?) async throws {
        _ = try await database.write { connection in
            try connection.execute("DELETE FROM sessions WHERE user = ? AND id IS NOT ?", user.value, session?.value ?? .null)
        }
    }
}
