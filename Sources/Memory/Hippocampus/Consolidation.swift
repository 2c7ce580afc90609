import Base
import Domain
import Foundation

/// What Jarvis does with the memory of one person while the house sleeps.
///
/// A sleep goes through its phases in steps of bounded work. Nothing is kept between them but what they changed in the memory: when a sleep is broken off
/// between two steps, a new one begins with the memory as it is then, finds what is done already, and ends where the first would have.
struct Consolidation: Sendable {
    enum Phase: Int, Sendable, CaseIterable {
        /// Promises past due are closed.
        case promises
        /// Facts are read from what was added without being heard: imports.
        case reading
        /// Sessions that are over get a summary.
        case sessions
        /// What was said on several days in the same words, facts that say the same, promises that were made twice.
        case duplicates
        /// What has faded goes, and what is beyond the budget.
        case pruning
        case done
    }

    /// What came of a step: to be carried out together.
    struct Step: Sendable, Hashable {
        var changes: [MemoryChange] = []
        var drawn: [Drawn] = []
        /// Those that the changes add a summary of: what a language model may draw facts from, before the changes are carried out.
        var sessions: [Session] = []
        var isEmpty: Bool { changes.isEmpty && drawn.isEmpty }
    }

    /// When a session's last word was said this long ago, it is over.
    static let silence = Session.gap

    private let now: Date
    private let timeZone: TimeZone
    private let owner: String?
    private let senses: Senses
    private let budget: Forgetting.Budget
    private var shelf: Shelf
    /// What the phase still has to look at, last first.
    private var fragments: [Fragment] = []
    private var sessions: [Session] = []
    private var groups: [[MemoryChange]] = []
    private var isBegun = false
    private var summaries: SessionSummary?
    private var merging = Merging()
    private let since: Date
    private(set) var phase = Phase.promises

    /// - Parameters:
    ///   - fragments: all that the person has.
    ///   - owner: their name, which is not said in their own memory.
    ///   - since: when the last sleep that came to its end began: what was added before that was read.
    init(
        of fragments: some Sequence<Fragment>, owner: String? = nil, since: Date = .distantPast, senses: Senses, budget: Forgetting.Budget = .init(), now: Date,
        timeZone: TimeZone
    ) {
        shelf = Shelf(fragments)
        self.owner = owner
        self.since = since
        self.senses = senses
        self.budget = budget
        self.now = now
        self.timeZone = timeZone
    }

    var isDone: Bool { phase == .done }

    /// The memory as it is after the steps so far, without what was made of their `drawn`.
    var result: [Fragment] { shelf.sorted }

    /// Goes on by at most `limit` fragments, or one session.
    mutating func step(limit: Int = 200) -> Step {
        var step = Step()
        if !isBegun { begin() }
        switch phase {
        case .promises: take(limit) { step.changes.append(.update(Promises.closed($0, at: $1.now))) }
        case .reading: take(limit) { step.drawn += $1.read($0) }
        case .sessions: summarise(limit, &step)
        case .duplicates: take(limit) { step.changes += $1.merging.merge($0, $1.timeZone) }
        case .pruning:
            step.changes = groups.popLast() ?? []
            if groups.isEmpty { end() }
        case .done: break
        }
        shelf.apply(step.changes)
        return step
    }

    /// What was changed elsewhere while it sleeps, and what was made of `drawn`.
    mutating func take(_ changes: [MemoryChange]) { shelf.apply(changes) }

    private mutating func begin() {
        isBegun = true
        switch phase {
        case .promises: fragments = Promises.pastDue(shelf.sorted.reversed(), now: now)
        case .reading:
            let read = Set(shelf.fragments.values.lazy.filter { $0.kind != .episode && $0.kind != .summary }.flatMap(\.origins))
            fragments = shelf.sorted.reversed().filter {
                $0.kind == .episode && ($0.source == .imported || $0.source == .api) && $0.learnedAt >= since && $0.speaker != TurnEncoder.assistant
                    && !read.contains($0.id)
            }
        case .sessions:
            let covered = Set(shelf.fragments.values.lazy.filter { $0.kind == .summary }.flatMap(\.origins))
            let all = shelf.sorted
            summaries = SessionSummary(of: all)
            sessions = Session.sessions(of: all).reversed().filter { session in
                now.timeIntervalSince(session.end) > Self.silence && !session.episodes.contains { covered.contains($0.id) }
            }
        case .duplicates:
            merging = Merging(shelf)
            fragments = shelf.sorted.reversed()
        case .pruning:
            let gone = Forgetting.pruned(shelf.sorted, budget: budget, now: now)
            groups = stride(from: 0, to: gone.count, by: 500).map { gone[$0..<min($0 + 500, gone.count)].map(MemoryChange.erase) }.reversed()
        case .done: break
        }
    }

    private mutating func end() {
        phase = Phase(rawValue: phase.rawValue + 1) ?? .done
        isBegun = false
        (fragments, sessions, groups, summaries) = ([], [], [], nil)
    }

    private mutating func take(_ limit: Int, _ body: (Fragment, inout Self) -> Void) {
        for _ in 0..<max(1, limit) {
            guard let fragment = fragments.popLast() else { return end() }
            // It may have changed or gone since the phase began.
            if let current = shelf[fragment.id] { body(current, &self) }
        }
    }

    /// One session with a summary a step, or `limit` that want none.
    private mutating func summarise(_ limit: Int, _ step: inout Step) {
        for _ in 0..<max(1, limit) {
            guard let session = sessions.popLast() else { return end() }
            if let summary = summaries?.summary(of: session, owner: owner, now: now, timeZone: timeZone) {
                step.changes.append(.add(summary))
                step.sessions.append(session)
                return
            }
        }
    }

    private func read(_ episode: Fragment) -> [Drawn] {
        guard !Gate.isTakeover(FoldedWords(episode.text)), !episode.text.hasSuffix("?") else { return [] }
        let statements = senses.statements(episode.text, episode.language ?? .french, episode.occurredAt, timeZone)
        return statements.prefix(TurnEncoder.drawnLimit).map { Drawn(statement: $0, origin: episode, source: .rule) }
    }
}
