import Base
import Domain
import Foundation
import SQLite

/// How an account stands in its row, for everything that tells whose something is.
enum UserRow {
    /// Of `users u`.
    static let columns =
        """
        u.id, u.household, u.name, u.role, u.language, u.created_at, u.disabled_at, u.permissions,
        (SELECT has_house FROM households WHERE id = u.household),
        (SELECT guards_home FROM authenticator_apps WHERE user = u.id AND confirmed_at IS NOT NULL)
        """
    static let columnCount: Int32 = 10

    /// - Parameter first: the column that holds the id; the others follow as in `columns`.
    static func read(_ row: Row, from first: Int32 = 0) throws(SQLiteError) -> User {
        User(
            id: try row.id(first), household: try row.id(first + 1), name: row.text(first + 2), role: try row.word(first + 3),
            language: try row.word(first + 4), createdAt: row.date(first + 5), isDisabled: !row.isNull(first + 6),
            permissions: row.isNull(first + 7) ? nil : try permissions(row.text(first + 7)), hasHouse: row.integer(first + 8) != 0,
            guardsHome: row.integer(first + 9) != 0)
    }

    static func whole(_ row: Row) throws(SQLiteError) -> User { try read(row) }

    private static func permissions(_ text: String) throws(SQLiteError) -> Permissions {
        guard let stored = try? JSON.decode(Permissions.self, from: Data(text.utf8)) else { throw SQLiteError(.mismatch, "these permissions cannot be read") }
        return stored
    }

    /// Null for those of the role, so that they change with it.
    static func value(of permissions: Permissions, for role: Role) throws -> Value {
        guard permissions != .usual(for: role) else { return .null }
        return .text(String(decoding: try JSON.encode(permissions), as: UTF8.self))
    }

    /// What is no capability any more gives nothing.
    static func capabilities(_ words: [String]) -> Capabilities { Capabilities(words.compactMap(Capability.init(rawValue:))) }

    /// Names are compared without case and accents' composition.
    static func fold(_ name: String) -> String { name.precomposedStringWithCanonicalMapping.lowercased() }

    /// In place of a hash: none that any password has.
    static let noPassword = "!"

    static func passwordHash(_ text: String) -> Secret? { text == noPassword ? nil : Secret(text) }

    static func insert(_ user: User, passwordHash: String, _ connection: Connection) throws {
        let folded = fold(user.name)
        guard try connection.query("SELECT 1 FROM users WHERE name_folded = ?", .text(folded), row: { $0.integer(0) }).isEmpty else {
            throw Problem(.conflict, "this name is taken: choose another")
        }
        try connection.execute(
            """
            INSERT INTO users (id, household, name, name_folded, role, language, password_hash, created_at, permissions) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, user.id.value, user.household.value, .text(user.name), .text(folded), .text(user.role.rawValue), .text(user.language.rawValue),
            .text(passwordHash), user.createdAt.value, value(of: user.permissions, for: user.role))
    }
}
