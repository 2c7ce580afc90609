public import Base
public import Domain
import Foundation
import SQLite

extension SQLiteStore: UserStore {
    private static let columns = "id, household, name, role, language, created_at"

    private static func user(_ row: Row) throws(SQLiteError) -> User { try user(row, from: 0) }

    /// - Parameter first: the column that holds the id; the others follow as in `columns`.
    static func user(_ row: Row, from first: Int32) throws(SQLiteError) -> User {
        User(
            id: try row.id(first), household: try row.id(first + 1), name: row.text(first + 2), role: try row.word(first + 3),
            language: try row.word(first + 4), createdAt: row.date(first + 5))
    }

    /// Names are compared without case and accents' composition.
    private static func fold(_ name: String) -> String { name.precomposedStringWithCanonicalMapping.lowercased() }

    public func user(named name: String) async throws -> (user: User, passwordHash: Secret)? {
        try await database.read { connection in
            try connection.query("SELECT \(Self.columns), password_hash FROM users WHERE name_folded = ?", .text(Self.fold(name))) { row throws(SQLiteError) in
                (try Self.user(row), Secret(row.text(6)))
            }.first
        }
    }

    public func user(_ id: User.ID) async throws -> User? {
        try await database.read { connection in
            try connection.query("SELECT \(Self.columns) FROM users WHERE id = ?", id.value, row: Self.user).first
        }
    }

    public func users(of household: Household.ID) async throws -> [User] {
        try await database.read { connection in
            try connection.query("SELECT \(Self.columns) FROM users WHERE household = ? ORDER BY id", household.value, row: Self.user)
        }
    }

    public func hasOwner() async throws -> Bool {
        try await database.read { connection in
            try !connection.query("SELECT 1 FROM users WHERE role = 'owner' LIMIT 1") { $0.integer(0) }.isEmpty
        }
    }

    /// The account that stands for whoever is in a room: a guest of the owner's household, that nobody can sign in as. `nil` before there is an owner.
    public func roomAccount() async throws -> User? {
        try await database.write { connection in
            guard let owner = try connection.query("SELECT \(Self.columns) FROM users WHERE role = 'owner' LIMIT 1", row: Self.user).first else { return nil }
            let known = try connection.query(
                "SELECT \(Self.columns) FROM users WHERE household = ? AND name_folded = ?", owner.household.value, .text(Self.roomName), row: Self.user)
            if let account = known.first { return account }
            let account = User(household: owner.household, name: Self.roomName, role: .guest, language: owner.language, createdAt: owner.createdAt)
            try connection.execute(
                "INSERT INTO users (id, household, name, name_folded, role, language, password_hash, created_at) VALUES (?, ?, ?, ?, 'guest', ?, ?, ?)",
                account.id.value, account.household.value, .text(account.name), .text(Self.roomName), .text(account.language.rawValue),
                .text(Self.noPassword), account.createdAt.value)
            return account
        }
    }

    /// No name that a person could be given, and no hash that any password has.
    static let roomName = "*"
    private static let noPassword = "!"

    public func createOwner(_ user: User, passwordHash: Secret) async throws -> Bool {
        try await database.write { connection in
            guard try connection.query("SELECT 1 FROM users WHERE role = 'owner' LIMIT 1", row: { $0.integer(0) }).isEmpty else { return false }
            try connection.execute("INSERT INTO households (id, created_at) VALUES (?, ?)", user.household.value, user.createdAt.value)
            try connection.execute(
                "INSERT INTO users (id, household, name, name_folded, role, language, password_hash, created_at) VALUES (?, ?, ?, ?, 'owner', ?, ?, ?)",
                user.id.value, user.household.value, .text(user.name), .text(Self.fold(user.name)), .text(user.language.rawValue),
                .text(passwordHash.reveal()), user.createdAt.value)
            return true
        }
    }

    public func update(passwordHash: Secret, of user: User.ID) async throws {
        _ = try await database.write { connection in
            try connection.execute("UPDATE users SET password_hash = ? WHERE id = ?", .text(passwordHash.reveal()), user.value)
        }
    }
}
