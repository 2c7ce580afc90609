import Base
import Domain
import Foundation

/// How what is remembered fades, and what is let go.
///
/// The curve is the power law that FSRS uses, R(t) = (1 + 19/81 · t/S)^-½, where the stability S is the days after which R is 0.9 (J. Ye, "A stochastic
/// shortest path algorithm for optimizing spaced repetition scheduling", KDD 2022, and the notes of FSRS 4.5); that forgetting follows a power of time and not
/// an exponential is J. Wixted and E. Ebbesen's, "On the form of forgetting", 1991. Each rehearsal makes S grow, the more so the lower R had fallen by then:
/// the spacing effect. Only how many rehearsals there were and when the last was is kept, so they are taken to have been evenly spaced.
enum Forgetting {
    /// What is less important than this is noise: it is gone within a day, and saying it again does not help.
    static let trivial = 0.15
    /// Below this retention an episode is let go.
    static let threshold = 0.3
    private static let rehearsalLimit = 64

    /// In days.
    static func stability(of fragment: Fragment) -> Double {
        let importance = min(max(fragment.importance, 0), 1)
        guard importance >= trivial else { return grown(0.004 + 1.6 * importance * importance, fragment, rehearsals: fragment.recalls) }
        let base = (2 + 28 * importance * importance) * (1 + 0.5 * min(max(fragment.affect.arousal, 0), 1))
        // A sentence about a session outlives what was said in it.
        let initial = fragment.kind == .summary ? base * 3 : base
        return grown(initial, fragment, rehearsals: fragment.recalls + max(0, fragment.count - 1))
    }

    private static func grown(_ initial: Double, _ fragment: Fragment, rehearsals: Int) -> Double {
        var stability = initial
        let count = min(max(rehearsals, 0), rehearsalLimit)
        guard count > 0 else { return stability }
        let first = min(fragment.occurredAt, fragment.learnedAt)
        let interval = max(0, last(fragment).timeIntervalSince(first) / 86_400) / Double(count)
        for _ in 0..<count {
            let lapsed = 1 - retention(after: interval, stability: stability)
            // The form of FSRS: less for what is stable already, more for what was nearly gone; at least a little.
            stability *= 1 + max(0.02, 6 * pow(stability, -0.15) * (exp(1.5 * lapsed) - 1))
            if stability > 36_500 { return 36_500 }
        }
        return stability
    }

    private static func retention(after days: Double, stability: Double) -> Double { pow(1 + 19.0 / 81 * max(0, days) / stability, -0.5) }

    private static func last(_ fragment: Fragment) -> Date { max(fragment.occurredAt, fragment.recalledAt ?? fragment.occurredAt) }

    /// 0 (gone) to 1 (as if it were just said).
    static func retention(of fragment: Fragment, at now: Date) -> Double {
        guard fades(fragment) else { return 1 }
        // A promise begins to fade when it is over.
        let since = max(last(fragment), fragment.kind == .promise ? fragment.fact?.validUntil ?? now : .distantPast)
        return retention(after: now.timeIntervalSince(since) / 86_400, stability: stability(of: fragment))
    }

    /// What was pinned, told to be remembered, or brought in from elsewhere never fades; nor does a promise before it is over.
    static func fades(_ fragment: Fragment) -> Bool {
        if fragment.pinned || [.told, .api, .imported].contains(fragment.source) { return false }
        return !Promises.isOpen(fragment)
    }

    /// Since when a fact is history.
    private static func over(_ fragment: Fragment, by now: Date) -> Date? {
        guard fragment.kind == .fact, fades(fragment), let fact = fragment.fact else { return nil }
        return fact.supersededAt ?? fact.validUntil.flatMap { $0 <= now ? $0 : nil }
    }

    /// How much one person's memory may hold.
    struct Budget: Sendable, Hashable {
        var fragments = 50_000
        /// Facts that others took the place of.
        var history = 5000
    }

    /// What is let go now, least worth keeping first within each reason: episodes and closed promises that have faded and that no fact or promise was drawn
    /// from; history beyond its budget, the oldest first; and beyond the budget of fragments whatever fades, then history. What is current, pinned, told,
    /// imported, added through the API or promised stays, whatever the budget.
    static func pruned(_ fragments: [Fragment], budget: Budget = Budget(), now: Date) -> [Fragment.ID] {
        var sources: Set<Fragment.ID> = []
        for fragment in fragments where fragment.kind == .fact || fragment.kind == .promise { sources.formUnion(fragment.origins) }
        var gone: [Fragment.ID] = [], taken: Set<Fragment.ID> = []
        func take(_ ids: some Sequence<Fragment.ID>) { for id in ids where taken.insert(id).inserted { gone.append(id) } }

        let fading = fragments.filter { $0.kind != .fact && fades($0) && !($0.kind == .episode && sources.contains($0.id)) }
            .map { (id: $0.id, retention: retention(of: $0, at: now)) }.sorted { ($0.retention, $0.id) < ($1.retention, $1.id) }
        take(fading.lazy.prefix { $0.retention < threshold }.map(\.id))

        let history = fragments.compactMap { fragment in over(fragment, by: now).map { (id: fragment.id, since: $0) } }
            .sorted { ($0.since, $0.id) < ($1.since, $1.id) }
        take(history.lazy.prefix(max(0, history.count - budget.history)).map(\.id))

        guard fragments.count - gone.count > budget.fragments else { return gone }
        for id in fading.map(\.id) + history.map(\.id) where fragments.count - gone.count > budget.fragments { take([id]) }
        return gone
    }
}
