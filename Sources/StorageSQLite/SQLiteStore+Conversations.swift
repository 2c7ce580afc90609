public import Domain
public import Base
import Foundation
import SQLite

extension SQLiteStore: ConversationStore {
    /// Characters of the first message that become the conversation's title.
    private static let titleLength = 60

    public func append(_ messages: [Message], trace: TurnTrace, for principal: Principal) async throws {
        let sealer = sealer
        let stages = String(decoding: try JSON.encode(trace.stages), as: UTF8.self)
        try await database.write { connection in
            let known = try connection.query(
                "SELECT household, user FROM conversations WHERE id = ?", trace.conversation.value,
                row: { row throws(SQLiteError) in (try row.id(0, of: Household.self), try row.id(1, of: User.self)) }
            ).first
            let time = messages.last?.at ?? trace.startedAt
            if let (household, user) = known {
                guard household == principal.household, user == principal.user else { throw Problem(.notFound, "no such conversation") }
                // A clock that was set back does not make a conversation older.
                try connection.execute("UPDATE conversations SET updated_at = max(updated_at, ?) WHERE id = ?", time.value, trace.conversation.value)
            } else {
                let title = messages.first.map { String($0.text.prefix(Self.titleLength)) } ?? ""
                try connection.execute(
                    "INSERT INTO conversations (id, household, user, started_at, updated_at, sealed_title) VALUES (?, ?, ?, ?, ?, ?)",
                    trace.conversation.value, principal.household.value, principal.user.value, trace.startedAt.value, time.value,
                    sealer.seal(title, .title, row: trace.conversation, household: principal.household))
            }
            for message in messages {
                try connection.execute(
                    "INSERT INTO messages (id, household, user, conversation, speaker, at, trace, area, sealed_text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    message.id.value, principal.household.value, principal.user.value, message.conversation.value, .text(message.speaker.rawValue),
                    message.at.value, message.trace.value, message.area.map(Value.text) ?? .null,
                    sealer.seal(message.text, .message, row: message.id, household: principal.household))
                try connection.execute(
                    "INSERT INTO messages_waiting (household, user, message) VALUES (?, ?, ?)", principal.household.value, principal.user.value,
                    message.id.value)
            }
            try connection.execute(
                "INSERT INTO traces (id, household, user, conversation, started_at, path, stages, failure) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                trace.id.value, principal.household.value, principal.user.value, trace.conversation.value, trace.startedAt.value, .text(trace.path),
                .text(stages), trace.failure.map(Value.text) ?? .null)
        }
    }

    public func recent(_ limit: Int, in conversation: Conversation.ID, for principal: Principal) async throws -> [Message] {
        let sealer = sealer
        return try await database.read { connection in
            let rows = try connection.query(
                """
                SELECT id, speaker, at, trace, area, sealed_text FROM messages WHERE conversation = ? AND household = ? AND user = ? ORDER BY id DESC LIMIT ?
                """, conversation.value, principal.household.value, principal.user.value, .integer(Int64(limit)),
                row: { row throws(SQLiteError) in
                    (
                        message: Message(
                            id: try row.id(0), conversation: conversation, speaker: try row.word(1), text: "", at: row.date(2), trace: try row.id(3),
                            area: row.isNull(4) ? nil : row.text(4)),
                        sealed: row.blob(5)
                    )
                })
            return try rows.reversed().map { row in
                var message = row.message
                message.text = try sealer.open(row.sealed, .message, row: message.id, household: principal.household)
                return message
            }
        }
    }

    private static let columns = """
        id, started_at, updated_at, sealed_title, NOT EXISTS (
            SELECT 1 FROM conversations_unremembered u WHERE u.household = conversations.household AND u.user = conversations.user AND conversation = id
        )
        """

    private static func conversation(_ row: Row) throws(SQLiteError) -> (Conversation, sealed: [UInt8]) {
        (
            Conversation(id: try row.id(0), startedAt: row.date(1), updatedAt: row.date(2), title: "", isRemembered: row.integer(4) != 0),
            row.blob(3)
        )
    }

    private static func open(_ row: (conversation: Conversation, sealed: [UInt8]), _ sealer: Sealer, _ principal: Principal) throws -> Conversation {
        var conversation = row.conversation
        conversation.title = try sealer.open(row.sealed, .title, row: conversation.id, household: principal.household)
        return conversation
    }

    public func conversation(_ id: Conversation.ID, for principal: Principal) async throws -> Conversation? {
        let sealer = sealer
        return try await database.read { connection in
            try connection.query(
                "SELECT \(Self.columns) FROM conversations WHERE id = ? AND household = ? AND user = ?",
                id.value, principal.household.value, principal.user.value, row: Self.conversation
            ).first.map { try Self.open($0, sealer, principal) }
        }
    }

    public func conversations(limit: Int, cursor: String?, for principal: Principal) async throws -> Page<Conversation> {
        let after = try Cursor.read(cursor, of: Conversation.self)
        let sealer = sealer
        return try await database.read { connection in
            let rows = try connection.query(
                """
                SELECT \(Self.columns) FROM conversations WHERE household = ? AND user = ? AND (updated_at, id) < (?, ?)
                ORDER BY updated_at DESC, id DESC LIMIT ?
                """, principal.household.value, principal.user.value, .integer(after?.time ?? .max),
                after?.id.value ?? .blob([UInt8](repeating: 0xFF, count: 17)), .integer(Int64(limit + 1)), row: Self.conversation)
            let items = try rows.prefix(limit).map { try Self.open($0, sealer, principal) }
            guard rows.count > limit, let last = items.last else { return Page(items: items) }
            return Page(items: items, next: Cursor(time: last.updatedAt.milliseconds, id: last.id.description).text)
        }
    }

    public func delete(_ id: Conversation.ID, for principal: Principal) async throws -> Bool {
        try await database.write { connection in
            let deleted = try connection.execute(
                "DELETE FROM conversations WHERE id = ? AND household = ? AND user = ?", id.value, principal.household.value, principal.user.value)
            guard deleted > 0 else { return false }
            try Self.eraseEpisodes(of: id, principal, connection)
            try Self.setRemembering(true, in: id, principal, connection)
            return true
        }
    }

    public func setRemembering(_ isRemembered: Bool, in id: Conversation.ID, for principal: Principal) async throws {
        try await database.write { connection in
            let owners = try connection.query("SELECT user FROM conversations WHERE id = ?", id.value) { row throws(SQLiteError) in
                try row.id(0, of: User.self)
            }
            guard owners.first ?? principal.user == principal.user else { throw Problem(.notFound, "there is no such conversation") }
            try Self.setRemembering(isRemembered, in: id, principal, connection)
        }
    }

    private static func setRemembering(_ isRemembered: Bool, in id: Conversation.ID, _ principal: Principal, _ connection: Connection) throws {
        try connection.execute(
            isRemembered
                ? "DELETE FROM conversations_unremembered WHERE household = ? AND user = ? AND conversation = ?"
                : "INSERT INTO conversations_unremembered (household, user, conversation) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            principal.household.value, principal.user.value, id.value)
    }

    public func trace(_ id: TurnTrace.ID, for principal: Principal) async throws -> TurnTrace? {
        try await database.read { connection in
            let row = try connection.query(
                "SELECT conversation, started_at, path, stages, failure FROM traces WHERE id = ? AND household = ? AND user = ?",
                id.value, principal.household.value, principal.user.value,
                row: { row throws(SQLiteError) in
                    (try row.id(0, of: Conversation.self), row.date(1), row.text(2), row.text(3), row.isNull(4) ? nil : row.text(4))
                }
            ).first
            guard let (conversation, startedAt, path, stages, failure) = row else { return nil }
            return TurnTrace(
                id: id, conversation: conversation, startedAt: startedAt, path: path,
                stages: try JSON.decode([TurnTrace.Stage].self, from: Data(stages.utf8)), failure: failure)
        }
    }
}
