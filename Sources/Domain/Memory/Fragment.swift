public import Base
public import Foundation

/// Something Jarvis remembers: one thing that was said, or what was made of several.
public struct Fragment: Sendable, Hashable {
    public typealias ID = Identifier<Fragment>

    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// One side of a turn, as it was said.
        case episode
        /// What is so: said to be remembered, or drawn from episodes; `fact` says what of whom.
        case fact
        /// What somebody means to do, with `dueAt` where a time was named.
        case promise
        /// What a session was about, in a sentence or two.
        case summary
    }

    /// Where a fragment comes from.
    public enum Source: String, Sendable, Codable, CaseIterable {
        /// Said in a turn.
        case said
        /// Told to be remembered: "souviens-toi que…".
        case told
        case api
        case imported = "import"
        /// Drawn from what was said, by rules.
        case rule
        /// Drawn from what was said by a language model, and found in its words.
        case model
    }

    public var id: ID
    public var kind: Kind
    public var text: String
    /// Of the text; `nil` where nobody can tell.
    public var language: Language?
    /// When it happened, and when Jarvis learned of it.
    public var occurredAt: Date
    public var learnedAt: Date

    // Provenance
    public var source: Source
    /// Who said it, by name; `nil`: its owner.
    public var speaker: String?
    /// The conversation it belongs to. Fragments of one conversation are neighbours in the order of their ids.
    public var conversation: Conversation.ID?
    /// The area where it was said, as an id of the house.
    public var area: String?
    /// The fragments it was drawn from.
    public var origins: [ID]
    /// The names it had where it was imported from: its own and its conversation's.
    public var externalID: String?
    public var externalConversation: String?

    // Weight
    public var affect: Affect
    /// 0 (trivial) to 1 (vital).
    public var importance: Double
    /// Never fades, and is never pruned.
    public var pinned: Bool
    /// Seen by everybody in the household, and not by its owner alone.
    public var isShared: Bool
    /// Whom and what it is about, as folded names ("lea", "chaudiere").
    public var entities: [String]

    // Life
    /// How often it was said: near-duplicates are counted, not kept.
    public var count: Int
    /// How often it was recalled, and when last.
    public var recalls: Int
    public var recalledAt: Date?

    /// What a fact says.
    public var fact: Fact?
    /// When a promise is due.
    public var dueAt: Date?

    public init(
        id: ID = ID(), kind: Kind, text: String, language: Language? = nil, occurredAt: Date, learnedAt: Date, source: Source, speaker: String? = nil,
        conversation: Conversation.ID? = nil, area: String? = nil, origins: [ID] = [], externalID: String? = nil, externalConversation: String? = nil,
        affect: Affect = .neutral, importance: Double = 0.5, pinned: Bool = false, isShared: Bool = false, entities: [String] = [], count: Int = 1,
        recalls: Int = 0, recalledAt: Date? = nil, fact: Fact? = nil, dueAt: Date? = nil
    ) {
        self.id = id
        self.kind = kind
        self.text = text
        self.language = language
        self.occurredAt = occurredAt
        self.learnedAt = learnedAt
        self.source = source
        self.speaker = speaker
        self.conversation = conversation
        self.area = area
        self.origins = origins
        self.externalID = externalID
        self.externalConversation = externalConversation
        self.affect = affect
        self.importance = importance
        self.pinned = pinned
        self.isShared = isShared
        self.entities = entities
        self.count = count
        self.recalls = recalls
        self.recalledAt = recalledAt
        self.fact = fact
        self.dueAt = dueAt
    }
}
