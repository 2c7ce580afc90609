public import Foundation

/// Something Jarvis remembers. What is not measured is absent.
public struct MemoryBody: Codable, Hashable, Sendable {
    public var id: String
    public var text: String
    /// `episode`, `fact`, `promise`…
    public var kind: String
    /// When it happened.
    public var occurredAt: Date
    /// When Jarvis learned of it.
    public var learnedAt: Date
    /// Who said it.
    public var speaker: String?
    public var conversationID: String?
    /// The id it had where it was imported from.
    public var externalID: String?
    /// 0 (trivial) to 1 (vital).
    public var importance: Double
    /// -1 (unpleasant) to 1 (pleasant).
    public var valence: Double?
    /// 0 (calm) to 1 (excited).
    public var arousal: Double?
    /// Never forgotten.
    public var pinned: Bool
    /// Where it comes from: `said`, `api`…
    public var source: String
    /// In a search: higher is better, comparable within it only.
    public var score: Double?
    /// In a search: why it was found.
    public var why: String?

    public init(
        id: String, text: String, kind: String, occurredAt: Date, learnedAt: Date, speaker: String? = nil,
        conversationID: String? = nil, externalID: String? = nil, importance: Double, valence: Double? = nil, arousal: Double? = nil, pinned: Bool,
        source: String, score: Double? = nil, why: String? = nil
    ) {
        self.id = id
        self.text = text
        self.kind = kind
        self.occurredAt = occurredAt
        self.learnedAt = learnedAt
        self.speaker = speaker
        self.conversationID = conversationID
        self.externalID = externalID
        self.importance = importance
        self.valence = valence
        self.arousal = arousal
        self.pinned = pinned
        self.source = source
        self.score = score
        self.why = why
    }

    enum CodingKeys: String, CodingKey {
        case id, text, kind, speaker, importance, valence, arousal, pinned, source, score, why
        case occurredAt = "occurred_at"
        case learnedAt = "learned_at"
        case conversationID = "conversation_id"
        case externalID = "external_id"
    }
}

/// `POST /memories`
public struct NewMemory: Codable, Hashable, Sendable {
    public var text: String
    /// `fact` without it.
    public var kind: String?
    /// Now without it.
    public var occurredAt: Date?
    /// 0 to 1; 0.5 without it.
    public var importance: Double?
    public var pinned: Bool?

    public init(text: String, kind: String? = nil, occurredAt: Date? = nil, importance: Double? = nil, pinned: Bool? = nil) {
        self.text = text
        self.kind = kind
        self.occurredAt = occurredAt
        self.importance = importance
        self.pinned = pinned
    }

    enum CodingKeys: String, CodingKey {
        case text, kind, importance, pinned
        case occurredAt = "occurred_at"
    }
}

/// `PATCH /memories/{id}`: only what is given changes.
public struct MemoryPatch: Codable, Hashable, Sendable {
    public var text: String?
    /// 0 to 1.
    public var importance: Double?
    public var pinned: Bool?

    public init(text: String? = nil, importance: Double? = nil, pinned: Bool? = nil) {
        self.text = text
        self.importance = importance
        self.pinned = pinned
    }
}
