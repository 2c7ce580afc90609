public import Foundation

/// Leaves a server alone that failed several times in a row, then lets one request try (Nygard, "Release It!", chapter "Circuit Breaker"). Pure.
public struct CircuitBreaker: Sendable, Hashable {
    public struct Policy: Sendable, Hashable {
        /// So many failures in a row open the circuit.
        public var failures: Int
        /// In seconds.
        public var pause: TimeInterval

        public init(failures: Int = 5, pause: TimeInterval = 15) {
            self.failures = failures
            self.pause = pause
        }
    }

    public enum State: Sendable, Hashable {
        /// Requests pass; so many failed in a row.
        case closed(failures: Int)
        /// None passes until then.
        case open(until: Date)
        /// One passes at a time, and its end decides. A probe whose end is not reported by `expires` is given up.
        case halfOpen(expires: Date)
    }

    public enum Report: Sendable, Hashable {
        case success, failure
        /// Says nothing about the server: the caller gave up.
        case neither
    }

    public let policy: Policy
    public private(set) var state = State.closed(failures: 0)

    public init(policy: Policy = Policy()) { self.policy = policy }

    /// Whether a request may go out now. Every one that may must be followed by ``report(_:at:)``.
    public mutating func admit(at now: Date) -> Bool {
        switch state {
        case .closed: return true
        case .open(let until), .halfOpen(let until):
            if now < until { return false }
            state = .halfOpen(expires: now + max(policy.pause, 60))
            return true
        }
    }

    /// How a request ended.
    public mutating func report(_ report: Report, at now: Date) {
        switch (state, report) {
        case (.closed, .success), (.halfOpen, .success): state = .closed(failures: 0)
        case (.closed(let count), .failure): state = count + 1 >= policy.failures ? .open(until: now + policy.pause) : .closed(failures: count + 1)
        case (.halfOpen, .failure): state = .open(until: now + policy.pause)
        case (.halfOpen, .neither): state = .open(until: now)
        case (.open, _), (.closed, .neither): break  // A request from before the circuit opened.
        }
    }
}
