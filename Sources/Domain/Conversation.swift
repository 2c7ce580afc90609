public import Base
public import Foundation

/// An exchange that goes on over several turns.
public struct Conversation: Sendable, Hashable {
    public typealias ID = Identifier<Conversation>

    public var id: ID
    public var startedAt: Date
    public var updatedAt: Date
    /// The first words of its first message: enough to find it in a list.
    public var title: String
    /// Whether what is said in it is remembered.
    public var isRemembered: Bool

    public init(id: ID, startedAt: Date, updatedAt: Date, title: String, isRemembered: Bool = true) {
        self.id = id
        self.startedAt = startedAt
        self.updatedAt = updatedAt
        self.title = title
        self.isRemembered = isRemembered
    }
}

/// One thing said by one side.
public struct Message: Sendable, Hashable {
    public typealias ID = Identifier<Message>
    public enum Speaker: String, Sendable, Codable { case user, assistant }

    public var id: ID
    public var conversation: Conversation.ID
    public var speaker: Speaker
    public var text: String
    public var at: Date
    /// The turn it belongs to.
    public var trace: TurnTrace.ID
    /// The area where it was said, as an id of the house.
    public var area: String?

    public init(
        id: ID = ID(), conversation: Conversation.ID, speaker: Speaker, text: String, at: Date, trace: TurnTrace.ID, area: String? = nil
    ) {
        self.id = id
        self.conversation = conversation
        self.speaker = speaker
        self.text = text
        self.at = at
        self.trace = trace
        self.area = area
    }
}

/// How one turn went: which path it took and how long each stage lasted.
public struct TurnTrace: Sendable, Hashable {
    public typealias ID = Identifier<TurnTrace>

    /// A stage of a turn, in the order of docs/architecture.md.
    public struct Stage: Sendable, Hashable, Codable {
        public var name: String
        public var milliseconds: Double

        public init(name: String, milliseconds: Double) {
            self.name = name
            self.milliseconds = milliseconds
        }
    }

    public var id: ID
    public var conversation: Conversation.ID
    public var startedAt: Date
    /// What answered: `skill:time`, `llm:ollama`, `none`.
    public var path: String
    public var stages: [Stage]
    /// The problem's code when the turn failed.
    public var failure: String?

    public init(id: ID = ID(), conversation: Conversation.ID, startedAt: Date, path: String, stages: [Stage], failure: String? = nil) {
        self.id = id
        self.conversation = conversation
        self.startedAt = startedAt
        self.path = path
        self.stages = stages
        self.failure = failure
    }
}

/// A page of a longer list.
public struct Page<Item: Sendable>: Sendable {
    public var items: [Item]
    /// Give it back to get the next page; `nil` on the last one.
    public var next: String?

    public init(items: [Item], next: String? = nil) {
        self.items = items
        self.next = next
    }
}

/// Conversations, their messages and the traces of their turns.
public protocol ConversationStore: Sendable {
    /// Writes both sides of a turn and its trace at once, or nothing; on return they are durable. Starts the conversation where it is new.
    /// Throws `Problem.notFound` when the conversation belongs to someone else.
    func append(_ messages: [Message], trace: TurnTrace, for principal: Principal) async throws
    /// The last `limit` messages, oldest first; empty for a conversation that does not exist or belongs to someone else.
    func recent(_ limit: Int, in conversation: Conversation.ID, for principal: Principal) async throws -> [Message]
    func conversation(_ id: Conversation.ID, for principal: Principal) async throws -> Conversation?
    /// Newest first.
    func conversations(limit: Int, cursor: String?, for principal: Principal) async throws -> Page<Conversation>
    /// Deletes it with what was remembered word for word of it (`Fragment.Kind.episode`); returns whether there was one.
    func delete(_ id: Conversation.ID, for principal: Principal) async throws -> Bool
    /// Whether what is said in this conversation is remembered; it may not have begun yet. Throws `Problem.notFound` when it is someone else's.
    func setRemembering(_ isRemembered: Bool, in id: Conversation.ID, for principal: Principal) async throws
    func trace(_ id: TurnTrace.ID, for principal: Principal) async throws -> TurnTrace?
}
