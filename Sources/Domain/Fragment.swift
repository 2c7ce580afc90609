public import Base
public import Foundation

/// Something Jarvis remembers.
public struct Fragment: Sendable, Hashable {
    public typealias ID = Identifier<Fragment>
    public enum Kind: String, Sendable, Codable, CaseIterable { case episode, fact, promise }

    public var id: ID
    public var kind: Kind
    public var text: String
    /// When it happened, and when Jarvis learned of it.
    public var occurredAt: Date
    public var learnedAt: Date
    public var conversation: Conversation.ID?
    /// Where it comes from: `said`, `api`.
    public var source: String
    /// 0 (trivial) to 1 (vital).
    public var importance: Double
    public var pinned: Bool

    public init(
        id: ID = ID(), kind: Kind, text: String, occurredAt: Date, learnedAt: Date, conversation: Conversation.ID? = nil, source: String,
        importance: Double = 0.5, pinned: Bool = false
    ) {
        self.id = id
        self.kind = kind
        self.text = text
        self.occurredAt = occurredAt
        self.learnedAt = learnedAt
        self.conversation = conversation
        self.source = source
        self.importance = importance
        self.pinned = pinned
    }
}

/// A fragment that was found, with the reason.
public struct Recollection: Sendable, Hashable {
    public var fragment: Fragment
    /// Higher is better; comparable within one search only.
    public var score: Double
    public var why: String

    public init(fragment: Fragment, score: Double, why: String) {
        self.fragment = fragment
        self.score = score
        self.why = why
    }
}

/// Where fragments are kept. Text is sealed at rest.
public protocol MemoryStore: Sendable {
    func add(_ fragment: Fragment, for principal: Principal) async throws
    func fragment(_ id: Fragment.ID, for principal: Principal) async throws -> Fragment?
    /// Newest first.
    func fragments(limit: Int, cursor: String?, for principal: Principal) async throws -> Page<Fragment>
    /// Replaces text, importance and pin; returns whether there was one.
    func update(_ fragment: Fragment, for principal: Principal) async throws -> Bool
    func delete(_ id: Fragment.ID, for principal: Principal) async throws -> Bool
}
