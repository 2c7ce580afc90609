public import Foundation

/// Decides which of several satellites answers when one person is heard by all of them: a state machine without clock or I/O.
///
/// The first claim opens a window of `patience`; the best claim in it wins, and who claims until `span` after the first has lost. A satellite that
/// no other could rival wins at once; when all have claimed, nobody is waited for.
public struct WakeArbiter: Sendable {
    /// A satellite heard the wake word.
    public struct Claim: Sendable, Hashable {
        public var satellite: String
        /// How far the voice stands out of the room's noise, in decibels: comparable between microphones of different loudness. `nil`: not measured,
        /// which loses against any that is.
        public var strength: Double?
        /// How sure the detector is, 0 to 1: decides between equal strengths.
        public var score: Double?

        public init(satellite: String, strength: Double? = nil, score: Double? = nil) {
            self.satellite = satellite
            self.strength = strength
            self.score = score
        }

        func isBetter(than other: Claim) -> Bool {
            let (mine, theirs) = (strength ?? -.infinity, other.strength ?? -.infinity)
            return mine == theirs ? (score ?? 0) > (other.score ?? 0) : mine > theirs
        }
    }

    public struct Decision: Sendable, Hashable {
        public var satellite: String
        public var isWon: Bool

        public init(satellite: String, isWon: Bool) {
            self.satellite = satellite
            self.isWon = isWon
        }
    }

    /// The longest that a wake word waits for better ones, in seconds.
    public static let patience = 0.1
    /// How far apart the same wake word is heard in different rooms, in seconds.
    public static let span = 0.25

    private var openedAt: Date?
    private var contenders: [Claim] = []
    private var winner: String?

    public init() {}

    /// When the open window closes; `nil` when none is open.
    public var deadline: Date? { contenders.isEmpty ? nil : openedAt?.addingTimeInterval(Self.patience) }

    /// - Parameter rivals: how many other satellites could have heard it.
    /// - Returns: what is decided by now; a claim that is not among it is decided by `close`.
    public mutating func claim(_ claim: Claim, rivals: Int, now: Date) -> [Decision] {
        var decisions = close(now: now)
        if let openedAt, now < openedAt.addingTimeInterval(Self.span), contenders.isEmpty {
            return decisions + [Decision(satellite: claim.satellite, isWon: claim.satellite == winner)]
        }
        if contenders.isEmpty {
            openedAt = now
            winner = nil
        }
        contenders.removeAll { $0.satellite == claim.satellite }
        contenders.append(claim)
        if contenders.count > rivals { decisions += decide() }
        return decisions
    }

    /// Decides when the window is over.
    public mutating func close(now: Date) -> [Decision] {
        guard let deadline, now >= deadline else { return [] }
        return decide()
    }

    private mutating func decide() -> [Decision] {
        guard var best = contenders.first else { return [] }
        for claim in contenders.dropFirst() where claim.isBetter(than: best) { best = claim }
        defer { contenders = [] }
        winner = best.satellite
        return contenders.map { Decision(satellite: $0.satellite, isWon: $0.satellite == best.satellite) }
    }
}
