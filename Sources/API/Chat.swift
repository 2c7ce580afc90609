public import Foundation

/// `POST /chat` and `POST /chat/stream`: one thing said to Jarvis.
public struct ChatRequest: Codable, Hashable, Sendable {
    /// What is said: 1 to 8,000 characters.
    public var message: String
    /// An identifier of an earlier turn's conversation; a new one begins without it.
    public var conversationID: String?
    /// `fr` or `en`; found out from the message without it.
    public var language: String?
    /// Whether the answer is wanted aloud too.
    public var speak: Bool?

    public init(message: String, conversationID: String? = nil, language: String? = nil, speak: Bool? = nil) {
        self.message = message
        self.conversationID = conversationID
        self.language = language
        self.speak = speak
    }

    enum CodingKeys: String, CodingKey {
        case message, language, speak
        case conversationID = "conversation_id"
    }
}

/// The answer of `POST /chat`, once it is complete.
public struct ChatResponse: Codable, Hashable, Sendable {
    public var response: String
    /// When the turn began.
    public var timestamp: Date
    public var userID: String
    public var conversationID: String
    /// `GET /traces/{id}` says how the turn went.
    public var traceID: String
    /// The answer aloud as a WAV file, in base64; only when it was asked for and speech is up.
    public var audio: Data?

    public init(response: String, timestamp: Date, userID: String, conversationID: String, traceID: String, audio: Data? = nil) {
        self.response = response
        self.timestamp = timestamp
        self.userID = userID
        self.conversationID = conversationID
        self.traceID = traceID
        self.audio = audio
    }

    enum CodingKeys: String, CodingKey {
        case response, timestamp, audio
        case userID = "user_id"
        case conversationID = "conversation_id"
        case traceID = "trace_id"
    }
}

/// `GET /conversations`: one line of the list.
public struct ConversationSummary: Codable, Hashable, Sendable {
    public var id: String
    /// The first words of its first message.
    public var title: String
    public var startedAt: Date
    public var updatedAt: Date

    public init(id: String, title: String, startedAt: Date, updatedAt: Date) {
        self.id = id
        self.title = title
        self.startedAt = startedAt
        self.updatedAt = updatedAt
    }

    enum CodingKeys: String, CodingKey {
        case id, title
        case startedAt = "started_at"
        case updatedAt = "updated_at"
    }
}

/// `GET /conversations/{id}`
public struct ConversationDetail: Codable, Hashable, Sendable {
    public var id: String
    public var title: String
    public var startedAt: Date
    public var updatedAt: Date
    /// Oldest first.
    public var messages: [MessageBody]

    public init(id: String, title: String, startedAt: Date, updatedAt: Date, messages: [MessageBody]) {
        self.id = id
        self.title = title
        self.startedAt = startedAt
        self.updatedAt = updatedAt
        self.messages = messages
    }

    enum CodingKeys: String, CodingKey {
        case id, title, messages
        case startedAt = "started_at"
        case updatedAt = "updated_at"
    }
}

/// One message of a conversation.
public struct MessageBody: Codable, Hashable, Sendable {
    public var id: String
    /// `user` or `assistant`.
    public var role: String
    public var text: String
    public var at: Date
    /// The turn it belongs to.
    public var traceID: String?

    public init(id: String, role: String, text: String, at: Date, traceID: String? = nil) {
        self.id = id
        self.role = role
        self.text = text
        self.at = at
        self.traceID = traceID
    }

    enum CodingKeys: String, CodingKey {
        case id, role, text, at
        case traceID = "trace_id"
    }
}

/// `GET /traces/{id}`: how one turn went.
public struct TraceBody: Codable, Hashable, Sendable {
    public var id: String
    public var conversationID: String
    public var startedAt: Date
    /// What answered: `skill:time`, `llm:ollama`, `none`.
    public var path: String
    /// In the order they were passed.
    public var stages: [Stage]
    /// The kind of problem, when the turn failed.
    public var failure: String?

    public init(id: String, conversationID: String, startedAt: Date, path: String, stages: [Stage], failure: String? = nil) {
        self.id = id
        self.conversationID = conversationID
        self.startedAt = startedAt
        self.path = path
        self.stages = stages
        self.failure = failure
    }

    enum CodingKeys: String, CodingKey {
        case id, path, stages, failure
        case conversationID = "conversation_id"
        case startedAt = "started_at"
    }

    /// A stage of a turn, and how long it took.
    public struct Stage: Codable, Hashable, Sendable {
        public var name: String
        public var milliseconds: Double

        public init(name: String, milliseconds: Double) {
            self.name = name
            self.milliseconds = milliseconds
        }
    }
}

/// A page of a longer list: give `next_cursor` back as `?cursor=` for the next one; it is absent on the last.
public struct PageBody<Item: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    public var items: [Item]
    public var nextCursor: String?

    public init(items: [Item], nextCursor: String? = nil) {
        self.items = items
        self.nextCursor = nextCursor
    }

    enum CodingKeys: String, CodingKey {
        case items
        case nextCursor = "next_cursor"
    }
}
