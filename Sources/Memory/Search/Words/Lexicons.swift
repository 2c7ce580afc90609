import Synchronization

/// Lends lexicons, one to each caller at a time: a stemmer is not for two threads.
final class Lexicons: Sendable {
    /// A lexicon in nobody's hands, or in one caller's.
    private struct Lent: @unchecked Sendable {
        // Safe: it is either in `idle` or with the one caller that took it out.
        var lexicon: Lexicon
    }

    /// More are let go of when they come back.
    private static let idleLimit = 4

    private let hash = WordHash()
    private let idle = Mutex<[Lent]>([])

    func withLexicon<Result>(_ body: (Lexicon) -> Result) -> Result {
        let lent = idle.withLock { $0.popLast() } ?? Lent(lexicon: Lexicon(hash))
        defer { idle.withLock { if $0.count < Self.idleLimit { $0.append(lent) } } }
        return body(lent.lexicon)
    }
}
