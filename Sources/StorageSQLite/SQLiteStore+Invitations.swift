public import Base
public import Domain
public import Foundation
import SQLite

extension SQLiteStore: HouseholdStore {
    public func households() async throws -> [Household] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT h.id, h.name, h.has_house, h.created_at, (SELECT count(*) FROM users WHERE household = h.id AND name_folded <> '*')
                FROM households h ORDER BY h.created_at, h.id
                """
            ) { row throws(SQLiteError) in
                Household(id: try row.id(0), name: row.text(1), hasHouse: row.integer(2) != 0, people: Int(row.integer(4)), createdAt: row.date(3))
            }
        }
    }

    public func create(_ household: Household, invitation: Invitation, codeHash: [UInt8]) async throws {
        try await database.write { connection in
            try connection.execute(
                "INSERT INTO households (id, created_at, name) VALUES (?, ?, ?)", household.id.value, household.createdAt.value, .text(household.name))
            try Self.insert(invitation, codeHash, connection)
        }
    }

    public func rename(_ household: Household.ID, to name: String) async throws -> Bool {
        try await database.write { connection in
            try connection.execute("UPDATE households SET name = ? WHERE id = ?", .text(name), household.value) > 0
        }
    }

    public func shut(_ household: Household.ID) async throws -> [User]? {
        try await database.write { connection in
            let found = try connection.query("SELECT 1 FROM households WHERE id = ? AND has_house = 0", household.value) { $0.integer(0) }
            guard !found.isEmpty else { return nil }
            try connection.execute("UPDATE users SET disabled_at = ifnull(disabled_at, ?) WHERE household = ?", Date().value, household.value)
            try connection.execute("DELETE FROM invitations WHERE household = ?", household.value)
            return try connection.query("SELECT \(UserRow.columns) FROM users u WHERE u.household = ? ORDER BY u.id", household.value, row: UserRow.whole)
        }
    }
}

extension SQLiteStore: InvitationStore {
    private static let columns = "id, household, role, user, invited_by, created_at, expires_at"

    private static func invitation(_ row: Row) throws(SQLiteError) -> Invitation {
        Invitation(
            id: try row.id(0), household: try row.id(1), role: try row.word(2), user: row.isNull(3) ? nil : try row.id(3), invitedBy: try row.id(4),
            createdAt: row.date(5), expiresAt: row.date(6))
    }

    private static func insert(_ invitation: Invitation, _ codeHash: [UInt8], _ connection: Connection) throws {
        try connection.execute("DELETE FROM invitations WHERE expires_at <= ?", invitation.createdAt.value)
        if let user = invitation.user { try connection.execute("DELETE FROM invitations WHERE user = ?", user.value) }
        try connection.execute(
            "INSERT INTO invitations (\(columns), code_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", invitation.id.value, invitation.household.value,
            .text(invitation.role.rawValue), invitation.user?.value ?? .null, invitation.invitedBy.value, invitation.createdAt.value,
            invitation.expiresAt.value, .blob(codeHash))
    }

    public func invitations(of household: Household.ID, at now: Date) async throws -> [Invitation] {
        try await database.read { connection in
            try connection.query(
                "SELECT \(Self.columns) FROM invitations WHERE household = ? AND user IS NULL AND expires_at > ? ORDER BY id", household.value, now.value,
                row: Self.invitation)
        }
    }

    public func add(_ invitation: Invitation, codeHash: [UInt8]) async throws {
        try await database.write { connection in try Self.insert(invitation, codeHash, connection) }
    }

    public func revoke(_ id: Invitation.ID, of household: Household.ID, _ check: @escaping @Sendable (Invitation) throws -> Void) async throws -> Bool {
        try await database.write { connection in
            let found = try connection.query(
                "SELECT \(Self.columns) FROM invitations WHERE id = ? AND household = ? AND user IS NULL", id.value, household.value, row: Self.invitation
            ).first
            guard let found else { return false }
            try check(found)
            return try connection.execute("DELETE FROM invitations WHERE id = ?", id.value) > 0
        }
    }

    public func invitation(codeHash: [UInt8], at now: Date) async throws -> Invitation? {
        try await database.read { connection in try Self.invitation(codeHash, now, connection) }
    }

    private static func invitation(_ codeHash: [UInt8], _ now: Date, _ connection: Connection) throws -> Invitation? {
        let found = try connection.query(
            "SELECT \(columns) FROM invitations WHERE code_hash = ? AND expires_at > ?", .blob(codeHash), now.value, row: invitation
        ).first
        guard let found else { return nil }
        // No better than whoever gave it is now, and for whom it is now.
        func role(of user: User.ID) throws -> Role? {
            try connection.query("SELECT role FROM users WHERE id = ? AND disabled_at IS NULL", user.value) { Role(rawValue: $0.text(0)) }.first ?? nil
        }
        guard let giver = try role(of: found.invitedBy), giver == .owner || giver == .admin,
            let receiver = try found.user.map(role(of:)) ?? found.role, giver.mayManage(receiver)
        else { return nil }
        return found
    }

    public func accept(codeHash: [UInt8], as user: User, with credential: FirstCredential, at now: Date) async throws -> User? {
        let sealer = sealer
        return try await database.write { connection in
            guard let invitation = try Self.invitation(codeHash, now, connection), invitation.user == nil else { return nil }
            var user = user
            user.household = invitation.household
            user.role = invitation.role
            user.permissions = .usual(for: invitation.role)
            switch credential {
            case .password(let hash): try UserRow.insert(user, passwordHash: hash.reveal(), connection)
            case .outside(var account):
                try UserRow.insert(user, passwordHash: UserRow.noPassword, connection)
                account.household = user.household
                account.user = user.id
                guard try Self.insert(account, sealer, connection) else {
                    throw Problem(.conflict, "this account at the provider is somebody's here already: sign in with it")
                }
            }
            try connection.execute("DELETE FROM invitations WHERE id = ?", invitation.id.value)
            return try connection.query("SELECT \(UserRow.columns) FROM users u WHERE u.id = ?", user.id.value, row: UserRow.whole).first
        }
    }

    public func reset(codeHash: [UInt8], passwordHash: Secret, at now: Date) async throws -> User? {
        try await database.write { connection in
            guard let invitation = try Self.invitation(codeHash, now, connection), let id = invitation.user else { return nil }
            try Self.setPassword(passwordHash, of: id, connection)
            return try connection.query("SELECT \(UserRow.columns) FROM users u WHERE u.id = ?", id.value, row: UserRow.whole).first
        }
    }
}
