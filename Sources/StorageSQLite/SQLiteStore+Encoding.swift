public import Domain
import SQLite

// The part of `FragmentStore` that is about making memories of messages.
extension SQLiteStore {
    public func people() async throws -> [Principal] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT \(UserRow.columns) FROM users u
                WHERE EXISTS (SELECT 1 FROM memories INDEXED BY memories_of_user WHERE household = u.household AND user = u.id AND binned_at IS NULL)
                OR EXISTS (SELECT 1 FROM messages_waiting WHERE household = u.household AND user = u.id) ORDER BY u.household, u.id
                """,
                row: { row throws(SQLiteError) in
                    try UserRow.read(row).principal
                })
        }
    }

    public func unencoded(limit: Int, for principal: Principal) async throws -> UnencodedMessages {
        let sealer = sealer
        return try await database.read { connection in
            let rows = try connection.query(
                """
                SELECT m.id, m.conversation, m.speaker, m.at, m.trace, m.area, m.sealed_text, ifnull(t.path, 'none'), u.user IS NULL
                FROM messages_waiting w JOIN messages m ON m.id = w.message LEFT JOIN traces t ON t.id = m.trace LEFT JOIN conversations_unremembered u
                ON u.household = m.household AND u.user = m.user AND u.conversation = m.conversation
                WHERE w.household = ? AND w.user = ? ORDER BY w.message LIMIT ?
                """, principal.household.value, principal.user.value, .integer(Int64(limit)),
                row: { row throws(SQLiteError) in
                    (
                        message: Message(
                            id: try row.id(0), conversation: try row.id(1), speaker: try row.word(2), text: "", at: row.date(3), trace: try row.id(4),
                            area: row.isNull(5) ? nil : row.text(5)),
                        sealed: row.blob(6), path: row.text(7), isRemembered: row.integer(8) != 0
                    )
                })
            let messages = try rows.filter(\.isRemembered).map { row in
                var message = row.message
                message.text = try sealer.open(row.sealed, .message, row: message.id, household: principal.household)
                return (message, row.path)
            }
            return UnencodedMessages(messages: messages, seen: rows.map(\.message.id))
        }
    }

    public func commit(_ change: FragmentChange, for principal: Principal) async throws {
        let sealer = sealer
        try await database.write { connection in
            _ = try Self.insert(change.added, sealer, principal, connection)
            for fragment in change.updated { _ = try Self.update(fragment, sealer, principal, connection) }
            _ = try Self.erase(change.erased, principal, connection)
            for message in change.encoded {
                try connection.execute(
                    "DELETE FROM messages_waiting WHERE household = ? AND user = ? AND message = ?", principal.household.value, principal.user.value,
                    message.value)
            }
        }
    }
}
