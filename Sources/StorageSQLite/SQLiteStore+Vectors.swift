public import Domain
import SQLite

// The part of `FragmentStore` that the index of a household is made from.
extension SQLiteStore {
    public func scan(_ household: Household.ID, after: Fragment.ID?, limit: Int) async throws -> [OwnedFragment] {
        let sealer = sealer
        return try await database.read { connection in
            let rows = try connection.query(
                """
                SELECT id, \(FragmentRow.columns), user FROM memories WHERE household = ? AND id > ? AND binned_at IS NULL ORDER BY id LIMIT ?
                """, household.value, after?.value ?? .blob([]), .integer(Int64(limit)),
                row: { row throws(SQLiteError) in (fragment: try FragmentRow(row), owner: try row.id(FragmentRow.next, of: User.self)) })
            return try rows.map { OwnedFragment(try $0.fragment.opened(by: sealer, in: household), owner: $0.owner) }
        }
    }

    public func vectors(by model: String, of household: Household.ID, after: Fragment.ID?, limit: Int) async throws -> [FragmentVector] {
        let sealer = sealer
        return try await database.read { connection in
            let rows = try connection.query(
                """
                SELECT v.fragment, v.sealed_vector FROM memory_vectors v JOIN memories m ON m.household = v.household AND m.id = v.fragment
                WHERE v.household = ? AND v.fragment > ? AND v.model = ? AND m.binned_at IS NULL ORDER BY v.fragment LIMIT ?
                """, household.value, after?.value ?? .blob([]), .text(model), .integer(Int64(limit)),
                row: { row throws(SQLiteError) in (id: try row.id(0, of: Fragment.self), sealed: row.blob(1)) })
            return try rows.map { row in
                let bytes = try sealer.open(bytes: row.sealed, .memoryVector, row: row.id, household: household)
                return FragmentVector(id: row.id, components: bytes.map(Int8.init(bitPattern:)))
            }
        }
    }

    public func keep(_ vectors: [FragmentVector], by model: String, in household: Household.ID) async throws {
        let sealer = sealer
        try await database.write { connection in
            for vector in vectors {
                let bytes = vector.components.map(UInt8.init(bitPattern:))
                try connection.execute(
                    """
                    INSERT INTO memory_vectors (household, fragment, model, sealed_vector)
                    SELECT household, id, ?, ? FROM memories WHERE household = ? AND id = ?
                    ON CONFLICT DO UPDATE SET model = excluded.model, sealed_vector = excluded.sealed_vector
                    """, .text(model), sealer.seal(bytes: bytes, .memoryVector, row: vector.id, household: household), household.value, vector.id.value)
            }
        }
    }
}
