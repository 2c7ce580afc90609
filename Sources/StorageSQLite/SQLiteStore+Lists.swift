public import Domain
public import Base
import Foundation
import SQLite

extension SQLiteStore: ListStore {
    public func add(_ items: [ListItem], for principal: Principal) async throws {
        let sealer = sealer
        try await database.write { connection in
            for item in items {
                try connection.execute(
                    "INSERT INTO list_items (id, household, user, sealed_list, sealed_text, added_at) VALUES (?, ?, ?, ?, ?, ?)",
                    item.id.value, principal.household.value, principal.user.value,
                    sealer.seal(item.list, .list, row: item.id, household: principal.household),
                    sealer.seal(item.text, .listItem, row: item.id, household: principal.household), item.addedAt.value)
            }
        }
    }

    public func items(of list: String, for principal: Principal) async throws -> [ListItem] {
        try await allItems(for: principal).filter { $0.list == list }
    }

    public func lists(for principal: Principal) async throws -> [(name: String, count: Int)] {
        var counts: [(name: String, count: Int)] = []
        for item in try await allItems(for: principal) {
            if let index = counts.firstIndex(where: { $0.name == item.list }) { counts[index].count += 1 } else { counts.append((item.list, 1)) }
        }
        return counts
    }

    public func remove(_ ids: [ListItem.ID], for principal: Principal) async throws -> Int {
        try await database.write { connection in
            try ids.reduce(0) { removed, id in
                removed + (try connection.execute("DELETE FROM list_items WHERE id = ? AND household = ?", id.value, principal.household.value))
            }
        }
    }

    /// List names are sealed, so they are compared after opening: a household's lists are short.
    private func allItems(for principal: Principal) async throws -> [ListItem] {
        let sealer = sealer
        return try await database.read { connection in
            let rows = try connection.query(
                "SELECT id, sealed_list, sealed_text, added_at FROM list_items WHERE household = ? ORDER BY id", principal.household.value,
                row: { row throws(SQLiteError) in (id: try row.id(0, of: ListItem.self), list: row.blob(1), text: row.blob(2), addedAt: row.date(3)) })
            return try rows.map { row in
                ListItem(
                    id: row.id, list: try sealer.open(row.list, .list, row: row.id, household: principal.household),
                    text: try sealer.open(row.text, .listItem, row: row.id, household: principal.household), addedAt: row.addedAt)
            }
        }
    }
}
