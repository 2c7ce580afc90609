public import Foundation

/// `GET /memories/{id}/why`: where a memory comes from and what became of it.
public struct ProvenanceBody: Codable, Hashable, Sendable {
    public var memory: MemoryBody
    /// What it was drawn from, oldest first; empty when that is gone.
    public var origins: [MemoryBody]
    /// What was drawn from it.
    public var derived: [MemoryBody]
    /// The facts it took the place of.
    public var superseded: [MemoryBody]
    /// The fact that took its place.
    public var supersededBy: MemoryBody?

    public init(
        memory: MemoryBody, origins: [MemoryBody] = [], derived: [MemoryBody] = [], superseded: [MemoryBody] = [], supersededBy: MemoryBody? = nil
    ) {
        self.memory = memory
        self.origins = origins
        self.derived = derived
        self.superseded = superseded
        self.supersededBy = supersededBy
    }

    enum CodingKeys: String, CodingKey {
        case memory, origins, derived, superseded
        case supersededBy = "superseded_by"
    }
}

/// `POST /memories/forget`: one way of saying what.
public struct ForgetRequest: Codable, Hashable, Sendable {
    public var ids: [String]?
    /// Everything that holds all of these words.
    public var query: String?
    /// What happened in this time, without its end; one of them may be left out.
    public var from: Date?
    public var until: Date?
    /// All of a conversation.
    public var conversationID: String?
    /// Only tells what would go.
    public var dryRun: Bool?

    public init(
        ids: [String]? = nil, query: String? = nil, from: Date? = nil, until: Date? = nil, conversationID: String? = nil, dryRun: Bool? = nil
    ) {
        self.ids = ids
        self.query = query
        self.from = from
        self.until = until
        self.conversationID = conversationID
        self.dryRun = dryRun
    }

    enum CodingKeys: String, CodingKey {
        case ids, query, from, until
        case conversationID = "conversation_id"
        case dryRun = "dry_run"
    }
}

/// `POST /memories/restore`: without ids, what was forgotten last.
public struct RestoreRequest: Codable, Hashable, Sendable {
    public var ids: [String]?

    public init(ids: [String]? = nil) { self.ids = ids }
}

/// What came of `POST /memories/import`.
public struct ImportResult: Codable, Hashable, Sendable {
    /// How many memories the file held, and how many of them are new.
    public var read: Int
    public var added: Int

    public init(read: Int, added: Int) {
        self.read = read
        self.added = added
    }
}

/// One memory of a file that is imported: as `MemoryBody`, of which only the text is needed.
public struct ImportedMemory: Codable, Hashable, Sendable {
    public var text: String
    /// A memory with this id is there once.
    public var id: String?
    /// `episode` without it.
    public var kind: String?
    public var language: String?
    /// That of the line before in the same conversation without it, else now.
    public var occurredAt: Date?
    public var learnedAt: Date?
    public var speaker: String?
    /// Any name: memories with the same one are neighbours, in the order of their lines.
    public var conversationID: String?
    public var externalID: String?
    public var area: String?
    public var importance: Double?
    public var valence: Double?
    public var arousal: Double?
    public var pinned: Bool?
    public var shared: Bool?
    /// `import` without it.
    public var source: String?
    public var origins: [String]?
    public var entities: [String]?
    public var count: Int?
    public var recalls: Int?
    public var recalledAt: Date?
    public var dueAt: Date?
    public var fact: FactBody?

    public init(text: String) { self.text = text }

    enum CodingKeys: String, CodingKey {
        case text, id, kind, language, speaker, area, importance, valence, arousal, pinned, shared, source, origins, entities, count, recalls, fact
        case occurredAt = "occurred_at"
        case learnedAt = "learned_at"
        case conversationID = "conversation_id"
        case externalID = "external_id"
        case recalledAt = "recalled_at"
        case dueAt = "due_at"
    }
}

/// `GET /memories/quality`: how good the memory is, on a sample. Rates are shares from 0 to 1.
public struct MemoryQualityBody: Codable, Hashable, Sendable {
    public var total: Int
    public var sampled: Int
    public var byKind: [String: Int]
    public var junkRate: Double
    public var duplicateRate: Double
    public var contradictionRate: Double
    public var staleRate: Double
    /// The ids of some of each.
    public var examples: [String: [String]]

    public init(
        total: Int, sampled: Int, byKind: [String: Int], junkRate: Double, duplicateRate: Double, contradictionRate: Double, staleRate: Double,
        examples: [String: [String]]
    ) {
        self.total = total
        self.sampled = sampled
        self.byKind = byKind
        self.junkRate = junkRate
        self.duplicateRate = duplicateRate
        self.contradictionRate = contradictionRate
        self.staleRate = staleRate
        self.examples = examples
    }

    enum CodingKeys: String, CodingKey {
        case total, sampled, examples
        case byKind = "by_kind"
        case junkRate = "junk_rate"
        case duplicateRate = "duplicate_rate"
        case contradictionRate = "contradiction_rate"
        case staleRate = "stale_rate"
    }
}

/// `PUT /conversations/{id}/remembering`
public struct RememberingRequest: Codable, Hashable, Sendable {
    public var remember: Bool

    public init(remember: Bool) { self.remember = remember }
}
