public import Domain
public import Base
import Foundation
import SQLite

extension SQLiteStore: MemoryStore {
    private static let columns = "id, kind, sealed_text, occurred_at, learned_at, conversation, source, importance, pinned"

    private static func fragment(_ row: Row) throws(SQLiteError) -> (Fragment, sealed: [UInt8]) {
        (
            Fragment(
                id: try row.id(0), kind: try row.word(1), text: "", occurredAt: row.date(3), learnedAt: row.date(4),
                source: try row.word(6), conversation: row.isNull(5) ? nil : try row.id(5), importance: row.real(7), pinned: row.integer(8) != 0),
            row.blob(2)
        )
    }

    private static func open(_ row: (fragment: Fragment, sealed: [UInt8]), _ sealer: Sealer, _ principal: Principal) throws -> Fragment {
        var fragment = row.fragment
        fragment.text = try sealer.open(row.sealed, .memory, row: fragment.id, household: principal.household)
        return fragment
    }

    public func add(_ fragment: Fragment, for principal: Principal) async throws {
        let sealed = sealer.seal(fragment.text, .memory, row: fragment.id, household: principal.household)
        _ = try await database.write { connection in
            try connection.execute(
                "INSERT INTO memories (\(Self.columns), household, user) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                fragment.id.value, .text(fragment.kind.rawValue), sealed, fragment.occurredAt.value, fragment.learnedAt.value,
                fragment.conversation?.value ?? .null, .text(fragment.source.rawValue), .real(fragment.importance), .integer(fragment.pinned ? 1 : 0),
                principal.household.value, principal.user.value)
        }
    }

    public func fragment(_ id: Fragment.ID, for principal: Principal) async throws -> Fragment? {
        let sealer = sealer
        return try await database.read { connection in
            try connection.query(
                "SELECT \(Self.columns) FROM memories WHERE id = ? AND household = ? AND user = ?",
                id.value, principal.household.value, principal.user.value, row: Self.fragment
            ).first.map { try Self.open($0, sealer, principal) }
        }
    }

    public func fragments(limit: Int, cursor: String?, for principal: Principal) async throws -> Page<Fragment> {
        let after = try Cursor.read(cursor, of: Fragment.self)
        let sealer = sealer
        return try await database.read { connection in
            let rows = try connection.query(
                """
                SELECT \(Self.columns) FROM memories WHERE household = ? AND user = ? AND id < ? ORDER BY id DESC LIMIT ?
                """, principal.household.value, principal.user.value, after?.id.value ?? .blob([UInt8](repeating: 0xFF, count: 17)),
                .integer(Int64(limit + 1)), row: Self.fragment)
            let items = try rows.prefix(limit).map { try Self.open($0, sealer, principal) }
            guard rows.count > limit, let last = items.last else { return Page(items: items) }
            return Page(items: items, next: Cursor(time: 0, id: last.id.description).text)
        }
    }

    public func update(_ fragment: Fragment, for principal: Principal) async throws -> Bool {
        let sealed = sealer.seal(fragment.text, .memory, row: fragment.id, household: principal.household)
        return try await database.write { connection in
            try connection.execute(
                "UPDATE memories SET sealed_text = ?, importance = ?, pinned = ? WHERE id = ? AND household = ? AND user = ?",
                sealed, .real(fragment.importance), .integer(fragment.pinned ? 1 : 0), fragment.id.value, principal.household.value, principal.user.value) > 0
        }
    }

    public func delete(_ id: Fragment.ID, for principal: Principal) async throws -> Bool {
        try await database.write { connection in
            try connection.execute(
                "DELETE FROM memories WHERE id = ? AND household = ? AND user = ?", id.value, principal.household.value, principal.user.value) > 0
        }
    }
}
