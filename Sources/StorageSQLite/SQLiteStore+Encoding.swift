public import Domain
import SQLite

// The part of `FragmentStore` that is about making memories of messages.
extension SQLiteStore {
    public func people() async throws -> [Principal] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT household, id, role, name FROM users u
                WHERE EXISTS (SELECT 1 FROM memories INDEXED BY memories_of_user WHERE household = u.household AND user = u.id AND binned_at IS NULL)
                OR EXISTS (
                    SELECT 1 FROM messages WHERE household = u.household AND user = u.id
                    AND id > ifnull((SELECT message FROM memory_marks WHERE household = u.household AND user = u.id), x'')
                ) ORDER BY household, id
                """,
                row: { row throws(SQLiteError) in
                    Principal(household: try row.id(0), user: try row.id(1), role: try row.word(2), name: row.text(3))
                })
        }
    }

    public func encodedThrough(for principal: Principal) async throws -> Message.ID? {
        try await database.read { connection in try Self.mark(of: principal, connection) }
    }

    private static func mark(of principal: Principal, _ connection: Connection) throws -> Message.ID? {
        try connection.query(
            "SELECT message FROM memory_marks WHERE household = ? AND user = ?", principal.household.value, principal.user.value,
            row: { row throws(SQLiteError) in try row.id(0, of: Message.self) }
        ).first
    }

    public func unencoded(limit: Int, for principal: Principal) async throws -> UnencodedMessages {
        let sealer = sealer
        return try await database.read { connection in
            let mark = try Self.mark(of: principal, connection)
            let rows = try connection.query(
                """
                SELECT m.id, m.conversation, m.speaker, m.at, m.trace, m.area, m.sealed_text, ifnull(t.path, 'none'), u.user IS NULL
                FROM messages m LEFT JOIN traces t ON t.id = m.trace LEFT JOIN conversations_unremembered u
                ON u.household = m.household AND u.user = m.user AND u.conversation = m.conversation
                WHERE m.household = ? AND m.user = ? AND m.id > ? ORDER BY m.id LIMIT ?
                """, principal.household.value, principal.user.value, mark?.value ?? .blob([]), .integer(Int64(limit)),
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
            return UnencodedMessages(messages: messages, through: rows.last?.message.id)
        }
    }

    public func commit(_ change: FragmentChange, for principal: Principal) async throws {
        let sealer = sealer
        try await database.write { connection in
            _ = try Self.insert(change.added, sealer, principal, connection)
            for fragment in change.updated { _ = try Self.update(fragment, sealer, principal, connection) }
            _ = try Self.erase(change.erased, principal, connection)
            guard let message = change.encodedThrough else { return }
            try connection.execute(
                """
                INSERT INTO memory_marks (household, user, message) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET message = max(message, excluded.message)
                """, principal.household.value, principal.user.value, message.value)
        }
    }
}
