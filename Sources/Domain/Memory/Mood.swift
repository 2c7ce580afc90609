public import Foundation

/// How someone has felt over the last turns of a conversation, so that an upset person is answered calmer and shorter.
///
/// A decaying mean of what was noted: every turn leaves 65 % of the weight of those before it, every twenty minutes half. A turn weighs as much as
/// it was felt, a plain one a little. A share of neutral belongs to the mean, so that one mild word changes nothing and silence calms.
public struct Mood: Sendable, Hashable {
    /// The mean, from -1 (unpleasant) to 1 (pleasant), as of the last turn noted.
    public var valence: Double { sum / (weight + Self.neutralShare) }
    /// Whether the mean has fallen to -0.35 and not yet come back to -0.15.
    public private(set) var isUpset = false
    /// Whether the mean has risen to 0.45 and not yet come back to 0.25.
    public private(set) var isElated = false

    private var sum = 0.0
    private var weight = 0.0
    private var latest: Date?

    public init() {}

    /// Notes how a turn felt. A time before the last one counts as the same moment.
    public mutating func note(_ affect: Affect, at time: Date) {
        if let latest {
            let kept = Self.keptPerTurn * exp2(-max(0, time.timeIntervalSince(latest)) / Self.halfLife)
            sum *= kept
            weight *= kept
        }
        latest = max(latest ?? time, time)
        let strength = max(Self.plainTurn, abs(affect.valence))
        sum += strength * affect.valence
        weight += strength
        isUpset = valence <= (isUpset ? -0.15 : -0.35)
        isElated = valence >= (isElated ? 0.25 : 0.45)
    }

    private static let keptPerTurn = 0.65
    private static let halfLife: TimeInterval = 20 * 60
    private static let plainTurn = 0.3
    private static let neutralShare = 0.3
}
