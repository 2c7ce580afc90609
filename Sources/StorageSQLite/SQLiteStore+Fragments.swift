public import Domain
public import Foundation
import SQLite

extension SQLiteStore: FragmentStore {
    public func add(_ fragments: [Fragment], for principal: Principal) async throws -> Int {
        let sealer = sealer
        return try await database.write { connection in try Self.insert(fragments, sealer, principal, connection) }
    }

    static func insert(_ fragments: [Fragment], _ sealer: Sealer, _ principal: Principal, _ connection: Connection) throws -> Int {
        try fragments.reduce(0) { added, fragment in
            added
                + (try connection.execute(
                    "INSERT INTO memories (household, user, id, \(FragmentRow.columns)) VALUES (?, ?, ?, \(FragmentRow.marks)) ON CONFLICT DO NOTHING",
                    [principal.household.value, principal.user.value, fragment.id.value] + FragmentRow.values(of: fragment, sealer, principal.household)))
        }
    }

    public func fragments(_ ids: [Fragment.ID], for principal: Principal) async throws -> [Fragment] {
        try await fragments(ids, of: principal.household, "AND (user = ? OR shared)", [principal.user.value])
    }

    public func fragments(_ ids: [Fragment.ID], of household: Household.ID) async throws -> [Fragment] { try await fragments(ids, of: household, "", []) }

    private func fragments(_ ids: [Fragment.ID], of household: Household.ID, _ condition: String, _ values: [Value]) async throws -> [Fragment] {
        let sealer = sealer
        return try await database.read { connection in
            try ids.compactMap { id in
                try connection.query(
                    "SELECT id, \(FragmentRow.columns) FROM memories WHERE household = ? AND id = ? AND binned_at IS NULL \(condition)",
                    [household.value, id.value] + values, row: FragmentRow.init
                ).first?.opened(by: sealer, in: household)
            }
        }
    }

    public func fragments(_ filter: FragmentFilter, limit: Int, cursor: String?, for principal: Principal) async throws -> Page<Fragment> {
        let after = try Cursor.read(cursor, of: Fragment.self)
        let kinds = filter.kinds.isEmpty ? Value.null : .text(filter.kinds.map(\.rawValue).joined(separator: " "))
        let ends: (time: Int64, id: Value) = filter.oldestFirst ? (.min, .blob([])) : (.max, .blob([UInt8](repeating: 0xFF, count: 17)))
        let values = [
            principal.household.value, principal.user.value, .integer(filter.during?.start.milliseconds ?? .min),
            .integer(filter.during?.end.milliseconds ?? .max), .integer(after?.time ?? ends.time), after?.id.value ?? ends.id, kinds,
            .integer(filter.onlyPinned ? 1 : 0), .integer(filter.onlyShared ? 1 : 0), .integer(Int64(limit + 1)), filter.conversation?.value,
        ].compactMap(\.self)
        let (sealer, sql) = (sealer, Self.list(ofConversation: filter.conversation != nil, oldestFirst: filter.oldestFirst))
        return try await database.read { connection in
            let rows = try connection.query(sql, values, row: FragmentRow.init)
            let items = try rows.prefix(limit).map { try $0.opened(by: sealer, in: principal.household) }
            guard rows.count > limit, let last = items.last else { return Page(items: items) }
            return Page(items: items, next: Cursor(time: last.occurredAt.milliseconds, id: last.id.description).text)
        }
    }

    private static func list(ofConversation: Bool, oldestFirst: Bool) -> String {
        let filter = """
            binned_at IS NULL AND occurred_at >= ?3 AND occurred_at < ?4 AND (occurred_at, id) \(oldestFirst ? ">" : "<") (?5, ?6)
            AND (?7 IS NULL OR instr(?7, kind)) AND (NOT ?8 OR pinned) AND (NOT ?9 OR shared)
            """
        let order = oldestFirst ? "ORDER BY occurred_at, id LIMIT ?10" : "ORDER BY occurred_at DESC, id DESC LIMIT ?10"
        guard !ofConversation else {
            return """
                SELECT id, \(FragmentRow.columns) FROM memories INDEXED BY memories_of_conversation
                WHERE household = ?1 AND conversation = ?11 AND (user = ?2 OR shared) AND \(filter) \(order)
                """
        }
        // Two lists, each in the order of its index, that SQLite merges: a page reads no more rows than it shows.
        return """
            SELECT id, \(FragmentRow.columns) FROM memories WHERE household = ?1 AND user = ?2 AND \(filter)
            UNION ALL SELECT id, \(FragmentRow.columns) FROM memories WHERE household = ?1 AND shared AND user <> ?2 AND \(filter) \(order)
            """
    }

    public func update(_ fragments: [Fragment], for principal: Principal) async throws -> [Fragment.ID] {
        let sealer = sealer
        return try await database.write { connection in
            try fragments.compactMap { fragment in try Self.update(fragment, sealer, principal, connection) ? fragment.id : nil }
        }
    }

    static func update(_ fragment: Fragment, _ sealer: Sealer, _ principal: Principal, _ connection: Connection) throws -> Bool {
        let sealed = try connection.query(
            "SELECT sealed_text FROM memories WHERE household = ? AND id = ? AND binned_at IS NULL AND \(Self.mayChange)",
            [principal.household.value, fragment.id.value] + Self.changer(principal)
        ) { $0.blob(0) }
        guard let sealed = sealed.first else { return false }
        if try sealer.open(sealed, .memory, row: fragment.id, household: principal.household) != fragment.text {
            // A vector says what the old words meant.
            try connection.execute("DELETE FROM memory_vectors WHERE household = ? AND fragment = ?", principal.household.value, fragment.id.value)
        }
        return try connection.execute(
            "UPDATE memories SET (\(FragmentRow.columns)) = (\(FragmentRow.marks)) WHERE household = ? AND id = ?",
            FragmentRow.values(of: fragment, sealer, principal.household) + [principal.household.value, fragment.id.value]) > 0
    }

    public func recalled(_ ids: [Fragment.ID], at now: Date, for principal: Principal) async throws {
        try await database.write { connection in
            for id in ids {
                try connection.execute(
                    """
                    UPDATE memories SET recalls = recalls + 1, recalled_at = max(ifnull(recalled_at, ?1), ?1)
                    WHERE household = ?2 AND id = ?3 AND binned_at IS NULL AND (user = ?4 OR shared)
                    """, now.value, principal.household.value, id.value, principal.user.value)
            }
        }
    }

    /// Whose memory a principal changes: their own; adults, what the household shares, too. Takes the values of `changer`.
    static let mayChange = "(user = ? OR (shared AND ?))"

    static func changer(_ principal: Principal) -> [Value] {
        [principal.user.value, .integer(principal.role == .child || principal.role == .guest ? 0 : 1)]
    }
}
