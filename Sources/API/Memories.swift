public import Foundation

/// Something Jarvis remembers. What is not known is absent; in files of memories (`/memories/export`) one of these stands on each line.
public struct MemoryBody: Codable, Hashable, Sendable {
    public var id: String
    public var text: String
    /// `episode`, `fact`, `promise` or `summary`.
    public var kind: String
    /// `fr` or `en`.
    public var language: String?
    /// When it happened.
    public var occurredAt: Date
    /// When Jarvis learned of it.
    public var learnedAt: Date
    /// Who said it; absent: its owner.
    public var speaker: String?
    /// The conversation it belongs to, by the name it had where it was imported from.
    public var conversationID: String?
    /// The id it had where it was imported from.
    public var externalID: String?
    /// The id of the area where it was said.
    public var area: String?
    /// 0 (trivial) to 1 (vital).
    public var importance: Double
    /// -1 (unpleasant) to 1 (pleasant).
    public var valence: Double?
    /// 0 (calm) to 1 (excited).
    public var arousal: Double?
    /// Never forgotten.
    public var pinned: Bool
    /// Seen by the whole household.
    public var shared: Bool?
    /// Where it comes from: `said`, `told`, `api`, `import`, `rule`, `model`.
    public var source: String
    /// The memories it was drawn from.
    public var origins: [String]?
    /// Whom and what it is about, as folded names.
    public var entities: [String]?
    /// How often it was said.
    public var count: Int?
    /// How often it was recalled, and when last.
    public var recalls: Int?
    public var recalledAt: Date?
    /// When a promise is due.
    public var dueAt: Date?
    public var fact: FactBody?
    /// In the bin: since when.
    public var binnedAt: Date?
    /// In a search: higher is better, comparable within it only.
    public var score: Double?
    /// In a search: why it was found.
    public var why: String?

    public init(
        id: String, text: String, kind: String, language: String? = nil, occurredAt: Date, learnedAt: Date, speaker: String? = nil,
        conversationID: String? = nil, externalID: String? = nil, area: String? = nil, importance: Double, valence: Double? = nil, arousal: Double? = nil,
        pinned: Bool, shared: Bool? = nil, source: String, origins: [String]? = nil, entities: [String]? = nil, count: Int? = nil, recalls: Int? = nil,
        recalledAt: Date? = nil, dueAt: Date? = nil, fact: FactBody? = nil, binnedAt: Date? = nil, score: Double? = nil, why: String? = nil
    ) {
        self.id = id
        self.text = text
        self.kind = kind
        self.language = language
        self.occurredAt = occurredAt
        self.learnedAt = learnedAt
        self.speaker = speaker
        self.conversationID = conversationID
        self.externalID = externalID
        self.area = area
        self.importance = importance
        self.valence = valence
        self.arousal = arousal
        self.pinned = pinned
        self.shared = shared
        self.source = source
        self.origins = origins
        self.entities = entities
        self.count = count
        self.recalls = recalls
        self.recalledAt = recalledAt
        self.dueAt = dueAt
        self.fact = fact
        self.binnedAt = binnedAt
        self.score = score
        self.why = why
    }

    enum CodingKeys: String, CodingKey {
        case id, text, kind, language, speaker, area, importance, valence, arousal, pinned, shared, source, origins, entities, count, recalls, fact, score, why
        case occurredAt = "occurred_at"
        case learnedAt = "learned_at"
        case conversationID = "conversation_id"
        case externalID = "external_id"
        case recalledAt = "recalled_at"
        case dueAt = "due_at"
        case binnedAt = "binned_at"
    }
}

/// What a memory says of whom, and when that holds: absent times are open ends.
public struct FactBody: Codable, Hashable, Sendable {
    /// Folded (`lea`); `@me` is the owner of the memory.
    public var subject: String
    /// As it was said (`Léa`).
    public var subjectName: String?
    public var relation: String
    public var value: String
    public var negated: Bool?
    public var validFrom: Date?
    public var validUntil: Date?
    /// 0 to 1.
    public var confidence: Double?
    /// The memory that took its place, and since when.
    public var supersededBy: String?
    public var supersededAt: Date?

    public init(
        subject: String, subjectName: String? = nil, relation: String, value: String, negated: Bool? = nil, validFrom: Date? = nil, validUntil: Date? = nil,
        confidence: Double? = nil, supersededBy: String? = nil, supersededAt: Date? = nil
    ) {
        self.subject = subject
        self.subjectName = subjectName
        self.relation = relation
        self.value = value
        self.negated = negated
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.confidence = confidence
        self.supersededBy = supersededBy
        self.supersededAt = supersededAt
    }

    enum CodingKeys: String, CodingKey {
        case subject, relation, value, negated, confidence
        case subjectName = "subject_name"
        case validFrom = "valid_from"
        case validUntil = "valid_until"
        case supersededBy = "superseded_by"
        case supersededAt = "superseded_at"
    }
}

/// `POST /memories`
public struct NewMemory: Codable, Hashable, Sendable {
    public var text: String
    /// `fact` without it.
    public var kind: String?
    /// `fr` or `en`; found out without it.
    public var language: String?
    /// Now without it.
    public var occurredAt: Date?
    public var speaker: String?
    public var conversationID: String?
    /// 0 to 1; judged from the text without it.
    public var importance: Double?
    public var pinned: Bool?
    public var shared: Bool?

    public init(
        text: String, kind: String? = nil, language: String? = nil, occurredAt: Date? = nil, speaker: String? = nil, conversationID: String? = nil,
        importance: Double? = nil, pinned: Bool? = nil, shared: Bool? = nil
    ) {
        self.text = text
        self.kind = kind
        self.language = language
        self.occurredAt = occurredAt
        self.speaker = speaker
        self.conversationID = conversationID
        self.importance = importance
        self.pinned = pinned
        self.shared = shared
    }

    enum CodingKeys: String, CodingKey {
        case text, kind, language, speaker, importance, pinned, shared
        case occurredAt = "occurred_at"
        case conversationID = "conversation_id"
    }
}

/// `PATCH /memories/{id}`: only what is given changes.
public struct MemoryPatch: Codable, Hashable, Sendable {
    public var text: String?
    /// 0 to 1.
    public var importance: Double?
    public var pinned: Bool?
    public var shared: Bool?

    public init(text: String? = nil, importance: Double? = nil, pinned: Bool? = nil, shared: Bool? = nil) {
        self.text = text
        self.importance = importance
        self.pinned = pinned
        self.shared = shared
    }
}
