public import Base
public import Domain
public import Foundation
public import Observability
import Synchronization
import Understanding

/// The memory of Jarvis: what was said becomes fragments and facts, what bears on a question is found again, and its owner can see, mend and take back all
/// of it.
///
/// Each household has a `Mind` of its own in process, read from the store when it is first needed.
public final class Brain: MemoryDesk {
    /// What the memory stands on.
    public struct Parts: Sendable {
        public var fragments: any FragmentStore
        public var conversations: any ConversationStore
        /// Where promises become reminders.
        public var appointments: any AppointmentStore
        /// `nil`: words alone find what is looked for.
        public var embedder: (any Embedder)?
        /// What that model understands.
        public var embeddingLanguages: Set<Language>
        /// Draws facts while nobody speaks; its word is checked against what was said. `nil`: rules alone do.
        public var model: (any ChatModel)?

        public init(
            fragments: any FragmentStore, conversations: any ConversationStore, appointments: any AppointmentStore, embedder: (any Embedder)? = nil,
            embeddingLanguages: Set<Language> = Set(Language.allCases), model: (any ChatModel)? = nil
        ) {
            self.fragments = fragments
            self.conversations = conversations
            self.appointments = appointments
            self.embedder = embedder
            self.embeddingLanguages = embeddingLanguages
            self.model = model
        }
    }

    let parts: Parts
    let meaning: Meaning?
    let clock: any WallClock
    let timeZone: TimeZone
    let log: Logger
    private let minds = Mutex<[Household.ID: Mind]>([:])
    let pending = Pending()

    public init(parts: Parts, timeZone: TimeZone, clock: any WallClock, log: Logger) {
        self.parts = parts
        self.timeZone = timeZone
        self.clock = clock
        self.log = log
        meaning = parts.embedder.map { Meaning(embedder: $0, languages: parts.embeddingLanguages, clock: clock) }
    }

    /// Says that messages of this person were stored: they are made memories of soon, and before the next question at the latest.
    public func turnStored(for principal: Principal) { pending.note(principal) }

    /// Rows of this household went without it, as when somebody is erased: what it remembers is read in anew.
    public func readAgain(_ household: Household.ID) { minds.withLock { $0[household] = nil } }

    /// The minds that have been read in.
    var awake: [Mind] { minds.withLock { Array($0.values) } }

    /// The mind of a household, as far as what was said is concerned: with everything in it that this person said until now.
    func mind(for principal: Principal) async throws -> Mind {
        var mind = current(principal.household)
        if await mind.isStale {
            // Whoever comes first replaces it.
            minds.withLock { if $0[principal.household] === mind { $0[principal.household] = nil } }
            mind = current(principal.household)
        }
        try await mind.load()
        if let mark = pending.waiting(principal) {
            try await mind.encodeWaiting(of: principal)
            pending.done(principal, upTo: mark)
        }
        return mind
    }

    private func current(_ household: Household.ID) -> Mind {
        minds.withLock { minds in
            if let mind = minds[household] { return mind }
            let mind = Mind(household: household, parts: parts, meaning: meaning, timeZone: timeZone)
            minds[household] = mind
            return mind
        }
    }

    /// How much can be found, in all households that are awake.
    public var size: (fragments: Int, vectors: Int) {
        awake.map(\.index.statistics).reduce((0, 0)) { ($0.0 + $1.fragments, $0.1 + $1.vectors) }
    }

    // MARK: finding

    public func recall(_ query: RecallQuery, for principal: Principal) async throws -> [Recollection] {
        guard query.limit > 0, query.text.contains(where: { $0.isLetter || $0.isNumber }) else { return [] }
        guard principal.mayRecall else { return [] }
        let mind = try await mind(for: principal)
        let language = query.language ?? LanguageGuess.language(of: query.text)
        let search = SearchQuery(
            text: query.text, language: language,
            vector: await meaning?.vector(of: mind.index.inFirstPerson(query.text, language: language, for: principal.user), in: language),
            user: principal.user,
            kinds: query.kinds.isEmpty ? [.episode, .fact, .promise] : query.kinds, conversation: query.conversation,
            preferred: span(of: query.text, language ?? .french, now: query.now, timeZone: query.timeZone), required: query.during,
            includesHistory: query.includesHistory, now: query.now, limit: query.limit)
        let hits = mind.index.search(search)
        let fragments = try await parts.fragments.fragments(hits.map(\.id), for: principal)
        let byID = Dictionary(fragments.map { ($0.id, $0) }) { first, _ in first }
        if query.strengthens { pending.recalled(hits.map(\.id), by: principal) }
        return hits.compactMap { hit in
            byID[hit.id].map { Recollection(fragment: $0, score: hit.score, why: Reasons.text(hit.reasons, language ?? .french)) }
        }
    }

    public func fragment(_ id: Fragment.ID, for principal: Principal) async throws -> Fragment {
        guard let fragment = try await parts.fragments.fragments([id], for: principal).first else { throw Self.noSuch }
        return fragment
    }

    static let noSuch = Problem(.notFound, "there is no such memory")

    public func list(_ filter: FragmentFilter, limit: Int, cursor: String?, for principal: Principal) async throws -> Page<Fragment> {
        // What was said a moment ago is listed, too.
        _ = try await mind(for: principal)
        return try await parts.fragments.fragments(filter, limit: limit, cursor: cursor, for: principal)
    }

    public func explain(_ id: Fragment.ID, for principal: Principal) async throws -> Provenance {
        let mind = try await mind(for: principal)
        let fragment = try await fragment(id, for: principal)
        func found(_ ids: [Fragment.ID]) async throws -> [Fragment] {
            try await parts.fragments.fragments(ids, for: principal).sorted { $0.occurredAt < $1.occurredAt }
        }
        let near = await mind.relations(of: id)
        return Provenance(
            fragment: fragment, origins: try await found(fragment.origins), derived: try await found(near.derived),
            superseded: try await found(near.superseded), supersededBy: try await found([fragment.fact?.supersededBy].compactMap(\.self)).first)
    }

    public func facts(about subject: String, includingHistory: Bool, for principal: Principal) async throws -> [Fragment] {
        let mind = try await mind(for: principal)
        return await mind.facts(about: subject, includingHistory: includingHistory, now: clock.now, for: principal)
    }

    public func binned(limit: Int, cursor: String?, for principal: Principal) async throws -> Page<BinnedFragment> {
        try await parts.fragments.binned(limit: limit, cursor: cursor, for: principal)
    }

    public func quality(now: Date, for principal: Principal) async throws -> MemoryQuality {
        try await mind(for: principal).quality(now: now, for: principal)
    }

    /// The time that a text names, read as the past where it can be both.
    func span(of text: String, _ language: Language, now: Date, timeZone: TimeZone) -> DateInterval? {
        TimeMention.mentions(in: text, now: now, timeZone: timeZone, language: language, leaning: .past).first { !$0.isRecurring }?.span
    }

    func span(of text: String, _ language: Language, _ context: SkillContext) -> DateInterval? {
        span(of: text, language, now: context.now, timeZone: context.timeZone)
    }
}

extension Principal {
    /// Guests are told nothing of what the household remembers, unless somebody lets them.
    var mayRecall: Bool { may(.memoryRead) }
    /// Nothing that guests say is kept, unless somebody lets them.
    var mayBeRemembered: Bool { may(.memoryWrite) }
    /// Children remember for themselves alone.
    var mayShare: Bool { may(.memoryWrite) && role != .guest && role != .child }
}
