public import Base
public import Domain
import Foundation
import SQLite

extension SQLiteStore: UserStore {
    public func user(named name: String) async throws -> (user: User, passwordHash: Secret?)? {
        try await database.read { connection in
            try connection.query("SELECT \(UserRow.columns), u.password_hash FROM users u WHERE u.name_folded = ?", .text(UserRow.fold(name))) {
                row throws(SQLiteError) in (try UserRow.read(row), UserRow.passwordHash(row.text(UserRow.columnCount)))
            }.first
        }
    }

    public func user(_ id: User.ID) async throws -> User? {
        try await database.read { connection in
            try connection.query("SELECT \(UserRow.columns) FROM users u WHERE u.id = ?", id.value, row: UserRow.whole).first
        }
    }

    public func users(of household: Household.ID) async throws -> [User] {
        try await database.read { connection in
            try connection.query(
                "SELECT \(UserRow.columns) FROM users u WHERE u.household = ? AND u.name_folded <> ? ORDER BY u.id", household.value, .text(Self.roomName),
                row: UserRow.whole)
        }
    }

    public func hasOwner() async throws -> Bool {
        try await database.read { connection in
            try !connection.query("SELECT 1 FROM users WHERE role = 'owner' LIMIT 1") { $0.integer(0) }.isEmpty
        }
    }

    /// The account that stands for whoever is in a room: a guest of the household that has the house, that nobody can sign in as. `nil` before there is
    /// an owner.
    public func roomAccount() async throws -> User? {
        try await database.write { connection in
            let owner = try connection.query(
                """
                SELECT \(UserRow.columns) FROM users u WHERE u.role = 'owner' AND u.household = (SELECT id FROM households WHERE has_house = 1)
                ORDER BY u.id LIMIT 1
                """, row: UserRow.whole
            ).first
            guard let owner else { return nil }
            let known = try connection.query(
                "SELECT \(UserRow.columns) FROM users u WHERE u.household = ? AND u.name_folded = ?", owner.household.value, .text(Self.roomName),
                row: UserRow.whole)
            if let account = known.first { return account }
            let account = User(household: owner.household, name: Self.roomName, role: .guest, language: owner.language, createdAt: owner.createdAt)
            try UserRow.insert(account, passwordHash: UserRow.noPassword, connection)
            return account
        }
    }

    /// No name that a person could be given.
    static let roomName = "*"

    public func createOwner(_ user: User, passwordHash: Secret) async throws -> Bool {
        try await database.write { connection in
            guard try connection.query("SELECT 1 FROM users WHERE role = 'owner' LIMIT 1", row: { $0.integer(0) }).isEmpty else { return false }
            try connection.execute("INSERT INTO households (id, created_at, has_house) VALUES (?, ?, 1)", user.household.value, user.createdAt.value)
            try UserRow.insert(user, passwordHash: passwordHash.reveal(), connection)
            return true
        }
    }

    public func update(passwordHash: Secret, of user: User.ID) async throws {
        _ = try await database.write { connection in
            try connection.execute("UPDATE users SET password_hash = ? WHERE id = ?", .text(passwordHash.reveal()), user.value)
        }
    }

    public func replace(passwordHash: Secret, of user: User.ID, keeping session: Session.ID?) async throws {
        try await database.write { connection in try Self.setPassword(passwordHash, of: user, keeping: session, connection) }
    }

    static func setPassword(_ hash: Secret, of user: User.ID, keeping session: Session.ID? = nil, _ connection: Connection) throws {
        try connection.execute("UPDATE users SET password_hash = ? WHERE id = ?", .text(hash.reveal()), user.value)
        try connection.execute("DELETE FROM sessions WHERE user = ? AND id IS NOT ?", user.value, session?.value ?? .null)
        for table in ["api_keys", "invitations"] { try connection.execute("DELETE FROM \(table) WHERE user = ?", user.value) }
    }

    public func passwordHash(of user: User.ID) async throws -> Secret? {
        try await database.read { connection in
            try connection.query("SELECT password_hash FROM users WHERE id = ?", user.value) { UserRow.passwordHash($0.text(0)) }.first ?? nil
        }
    }

    public func update(_ id: User.ID, of household: Household.ID, _ change: @escaping @Sendable (inout User) throws -> Void) async throws -> User? {
        try await database.write { connection in
            guard let old = try Self.person(id, of: household, connection) else { return nil }
            var user = old
            try change(&user)
            let folded = UserRow.fold(user.name)
            let namesakes = try connection.query("SELECT 1 FROM users WHERE name_folded = ? AND id <> ?", .text(folded), id.value) { $0.integer(0) }
            guard namesakes.isEmpty else { throw Problem(.conflict, "this name is taken: choose another") }
            try connection.execute(
                """
                UPDATE users SET name = ?, name_folded = ?, role = ?, language = ?, permissions = ?,
                disabled_at = CASE WHEN ? THEN ifnull(disabled_at, ?) END WHERE id = ?
                """, .text(user.name), .text(folded), .text(user.role.rawValue), .text(user.language.rawValue),
                UserRow.value(of: user.permissions, for: user.role), .integer(user.isDisabled ? 1 : 0), Date().value, id.value)
            if old.role == .owner { try Self.checkOwner(of: household, connection) }
            return try Self.person(id, of: household, connection)
        }
    }

    /// Nobody changes the account that stands for a room.
    private static func person(_ id: User.ID, of household: Household.ID, _ connection: Connection) throws -> User? {
        try connection.query(
            "SELECT \(UserRow.columns) FROM users u WHERE u.id = ? AND u.household = ? AND u.name_folded <> ?", id.value, household.value, .text(roomName),
            row: UserRow.whole
        ).first
    }

    /// - Throws: `Problem.conflict` when nobody who can sign in owns the household: what was done is then undone.
    private static func checkOwner(of household: Household.ID, _ connection: Connection) throws {
        let owners = try connection.query(
            "SELECT 1 FROM users WHERE household = ? AND role = 'owner' AND disabled_at IS NULL LIMIT 1", household.value
        ) { $0.integer(0) }
        guard !owners.isEmpty else {
            throw Problem(.conflict, "this is the last owner of the household: make somebody else an owner first")
        }
    }
}
