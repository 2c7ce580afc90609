public import Domain
public import Foundation
import SQLite

// The part of `FragmentStore` that is about forgetting.
extension SQLiteStore {
    public func bin(_ ids: [Fragment.ID], at now: Date, for principal: Principal) async throws -> [Fragment.ID] {
        try await database.write { connection in
            try ids.filter { id in
                try connection.execute(
                    "UPDATE memories SET binned_at = ? WHERE household = ? AND id = ? AND binned_at IS NULL AND \(Self.mayChange)",
                    [now.value, principal.household.value, id.value] + Self.changer(principal)) > 0
            }
        }
    }

    public func binned(limit: Int, cursor: String?, for principal: Principal) async throws -> Page<BinnedFragment> {
        let after = try Cursor.read(cursor, of: Fragment.self)
        let sealer = sealer
        return try await database.read { connection in
            let rows = try connection.query(
                """
                SELECT id, \(FragmentRow.columns), binned_at FROM memories INDEXED BY memories_binned
                WHERE binned_at IS NOT NULL AND (binned_at, id) < (?, ?) AND household = ? AND \(Self.mayChange) ORDER BY binned_at DESC, id DESC LIMIT ?
                """,
                [.integer(after?.time ?? .max), after?.id.value ?? .blob([UInt8](repeating: 0xFF, count: 17)), principal.household.value]
                    + Self.changer(principal) + [.integer(Int64(limit + 1))],
                row: { row throws(SQLiteError) in (fragment: try FragmentRow(row), at: row.date(FragmentRow.next)) })
            let items = try rows.prefix(limit).map { BinnedFragment(try $0.fragment.opened(by: sealer, in: principal.household), at: $0.at) }
            guard rows.count > limit, let last = items.last else { return Page(items: items) }
            return Page(items: items, next: Cursor(time: last.binnedAt.milliseconds, id: last.fragment.id.description).text)
        }
    }

    public func restore(_ ids: [Fragment.ID], for principal: Principal) async throws -> [Fragment] {
        let sealer = sealer
        return try await database.write { connection in
            try ids.compactMap { id in
                try connection.query(
                    """
                    UPDATE memories SET binned_at = NULL WHERE household = ? AND id = ? AND binned_at IS NOT NULL AND \(Self.mayChange)
                    RETURNING id, \(FragmentRow.columns)
                    """, [principal.household.value, id.value] + Self.changer(principal), row: FragmentRow.init
                ).first?.opened(by: sealer, in: principal.household)
            }
        }
    }

    public func erase(_ ids: [Fragment.ID], for principal: Principal) async throws -> Int {
        try await database.write { connection in try Self.erase(ids, principal, connection) }
    }

    static func erase(_ ids: [Fragment.ID], _ principal: Principal, _ connection: Connection) throws -> Int {
        try ids.reduce(0) { erased, id in
            erased
                + (try connection.execute(
                    "DELETE FROM memories WHERE household = ? AND id = ? AND \(mayChange)", [principal.household.value, id.value] + changer(principal)))
        }
    }

    public func purgeBin(before date: Date) async throws -> Int {
        try await database.write { connection in try connection.execute("DELETE FROM memories WHERE binned_at < ?", date.value) }
    }

    /// What was said in a conversation goes with it, wherever it is.
    static func eraseEpisodes(of conversation: Conversation.ID, _ principal: Principal, _ connection: Connection) throws {
        try connection.execute(
            "DELETE FROM memories INDEXED BY memories_of_conversation WHERE conversation = ? AND household = ? AND user = ? AND kind = 'episode'",
            conversation.value, principal.household.value, principal.user.value)
    }
}
