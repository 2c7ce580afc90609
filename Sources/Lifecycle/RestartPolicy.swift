/// When a program that ended is started again: soon at first, ever later while it keeps failing.
///
/// The wait before the n-th restart in a row is drawn evenly from [d/2, d] with d = min(maximum, first · 2ⁿ⁻¹) ("equal jitter", Brooker,
/// "Exponential Backoff and Jitter", AWS 2015), so that several children of a failed machine do not come back in step.
public struct RestartPolicy: Sendable, Hashable {
    public var first: Duration
    public var maximum: Duration
    /// A program that stayed up this long counts as healthy: its next failure is the first again.
    public var stableAfter: Duration

    public init(first: Duration = .milliseconds(200), maximum: Duration = .seconds(30), stableAfter: Duration = .seconds(30)) {
        self.first = first
        self.maximum = maximum
        self.stableAfter = stableAfter
    }
}

/// Counts failures in a row and says how long to wait: no clock, no randomness and no I/O of its own.
public struct RestartBackoff: Sendable, Hashable {
    public let policy: RestartPolicy
    /// Restarts in a row so far, 0 while the program is healthy.
    public private(set) var attempt = 0

    public init(policy: RestartPolicy) { self.policy = policy }

    /// The program ended after `uptime`. Returns how long to wait before the next start; `random` is in 0..<1.
    public mutating func ended(after uptime: Duration, random: Double) -> Duration {
        if uptime >= policy.stableAfter { attempt = 0 }
        attempt += 1
        var delay = policy.first
        for _ in 1..<attempt where delay < policy.maximum { delay *= 2 }
        return min(delay, policy.maximum) * (0.5 + 0.5 * random)
    }
}
