public import Base
public import Foundation

/// The memory as people use it: what the API, the command line and the voice ask of it. Every call sees and changes only what the principal may.
public protocol MemoryDesk: Sendable {
    // MARK: finding
    /// What bears on the query, best first; empty when nothing fits.
    func recall(_ query: RecallQuery, for principal: Principal) async throws -> [Recollection]
    func fragment(_ id: Fragment.ID, for principal: Principal) async throws -> Fragment
    /// In the order that the filter asks for.
    func list(_ filter: FragmentFilter, limit: Int, cursor: String?, for principal: Principal) async throws -> Page<Fragment>
    /// Where it comes from and what became of it. Throws `Problem.notFound`.
    func explain(_ id: Fragment.ID, for principal: Principal) async throws -> Provenance
    /// What is known of somebody or something, the most certain first; `subject` as people say it ("Léa", "ma voiture", "moi").
    func facts(about subject: String, includingHistory: Bool, for principal: Principal) async throws -> [Fragment]

    // MARK: changing
    /// Keeps what somebody wants remembered; what is known already in the same words is counted, and the known fragment is returned.
    func remember(_ note: MemoryNote, for principal: Principal) async throws -> Fragment
    func edit(_ id: Fragment.ID, _ edit: MemoryEdit, for principal: Principal) async throws -> Fragment
    /// What a selection holds, for a look before it is forgotten; nothing changes.
    func selected(_ selection: MemorySelection, for principal: Principal) async throws -> [Fragment]
    /// Puts what is selected in the bin; facts and summaries that were drawn from nothing else go with it.
    func forget(_ selection: MemorySelection, now: Date, for principal: Principal) async throws -> [Fragment]
    /// Takes back what was forgotten: these, or with `nil` what was forgotten last.
    func restore(_ ids: [Fragment.ID]?, now: Date, for principal: Principal) async throws -> [Fragment]
    func binned(limit: Int, cursor: String?, for principal: Principal) async throws -> Page<BinnedFragment>
    /// Deletes for good.
    func erase(_ ids: [Fragment.ID], for principal: Principal) async throws -> Int
    /// Nothing that is said in this conversation is remembered from now on, or again; it may not have begun yet.
    func setRemembering(_ isRemembering: Bool, in conversation: Conversation.ID, for principal: Principal) async throws

    // MARK: moving and judging
    /// Adds all of them or none, in their order.
    func importing(_ fragments: [Fragment], for principal: Principal) async throws -> Int
    func quality(now: Date, for principal: Principal) async throws -> MemoryQuality
}

/// What somebody wants remembered.
public struct MemoryNote: Sendable {
    public var text: String
    public var kind: Fragment.Kind
    public var language: Language?
    /// `nil`: now.
    public var occurredAt: Date?
    public var source: Fragment.Source
    public var speaker: String?
    public var conversation: Conversation.ID?
    public var area: String?
    /// `nil`: judged from the text.
    public var importance: Double?
    public var pinned: Bool
    public var isShared: Bool
    public var now: Date
    public var timeZone: TimeZone

    public init(
        _ text: String, kind: Fragment.Kind = .fact, language: Language? = nil, occurredAt: Date? = nil, source: Fragment.Source, speaker: String? = nil,
        conversation: Conversation.ID? = nil, area: String? = nil, importance: Double? = nil, pinned: Bool = false, isShared: Bool = false, now: Date,
        timeZone: TimeZone = .current
    ) {
        self.text = text
        self.kind = kind
        self.language = language
        self.occurredAt = occurredAt
        self.source = source
        self.speaker = speaker
        self.conversation = conversation
        self.area = area
        self.importance = importance
        self.pinned = pinned
        self.isShared = isShared
        self.now = now
        self.timeZone = timeZone
    }
}

/// Only what is given changes.
public struct MemoryEdit: Sendable, Hashable {
    public var text: String?
    public var importance: Double?
    public var pinned: Bool?
    public var isShared: Bool?

    public init(text: String? = nil, importance: Double? = nil, pinned: Bool? = nil, isShared: Bool? = nil) {
        self.text = text
        self.importance = importance
        self.pinned = pinned
        self.isShared = isShared
    }
}

/// What is to be forgotten.
public enum MemorySelection: Sendable, Hashable {
    case ids([Fragment.ID])
    /// Everything that holds all words of this.
    case matching(String)
    /// What happened in this time.
    case during(DateInterval)
    /// All of a conversation.
    case conversation(Conversation.ID)
    /// The last thing that was said in this conversation before the turn that asks.
    case last(in: Conversation.ID)
}

/// Why Jarvis knows something.
public struct Provenance: Sendable, Hashable {
    public var fragment: Fragment
    /// What it was drawn from, oldest first; empty when those are gone.
    public var origins: [Fragment]
    /// What was drawn from it.
    public var derived: [Fragment]
    /// The facts it took the place of, and the one that took its place.
    public var superseded: [Fragment]
    public var supersededBy: Fragment?

    public init(fragment: Fragment, origins: [Fragment] = [], derived: [Fragment] = [], superseded: [Fragment] = [], supersededBy: Fragment? = nil) {
        self.fragment = fragment
        self.origins = origins
        self.derived = derived
        self.superseded = superseded
        self.supersededBy = supersededBy
    }
}

/// How good the memory is, measured on a sample (docs/memory.md says how). Rates are shares from 0 to 1.
public struct MemoryQuality: Sendable, Hashable, Codable {
    public var total: Int
    public var sampled: Int
    public var byKind: [String: Int]
    public var junkRate: Double
    public var duplicateRate: Double
    public var contradictionRate: Double
    public var staleRate: Double
    /// Some of each, so that a person can judge the judgement.
    public var examples: [String: [Fragment.ID]]

    public init(
        total: Int, sampled: Int, byKind: [String: Int], junkRate: Double, duplicateRate: Double, contradictionRate: Double, staleRate: Double,
        examples: [String: [Fragment.ID]]
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
}
