public import Base

/// How often something may be done: a bucket that is full of tokens at first, and that tokens come back to evenly.
public struct RateLimit: Sendable, Hashable {
    /// Tokens that the bucket holds: as much as may be taken at once.
    public let capacity: Int
    /// Tokens that come back in a minute.
    public let perMinute: Int

    /// - Parameter capacity: a minute's worth, unless it says otherwise. Both are at least 1 and at most a hundred million, and the bucket fills within
    ///   ten years.
    public init(perMinute: Int, capacity: Int? = nil) {
        self.perMinute = min(max(perMinute, 1), 100_000_000)
        self.capacity = min(max(capacity ?? perMinute, 1), 100_000_000, self.perMinute * 5_000_000)
    }
}

/// The name of a bucket: for what, and whose.
public struct RateBucket: Sendable, Hashable, CustomStringConvertible {
    public enum Holder: Sendable, Hashable {
        /// An address or a network, as text.
        case address(String)
        case user(User.ID)
        /// An API key, by the two halves of its id.
        case key(high: UInt64, low: UInt64)
    }

    /// Lower case, digits and hyphens: `sign-in`.
    public let name: String
    public let holder: Holder

    public init(_ name: String, of holder: Holder) {
        self.name = name
        self.holder = holder
    }

    /// What a shared store calls it: `chat/user/0191…`.
    public var description: String {
        switch holder {
        case .address(let address): "\(name)/address/\(address)"
        case .user(let id): "\(name)/user/\(id)"
        case .key(let high, let low): "\(name)/key/\(Identifier<RateBucket>(high: high, low: low))"
        }
    }
}

/// What one bucket is asked for.
public struct RateCharge: Sendable, Hashable {
    public let bucket: RateBucket
    public let limit: RateLimit
    /// Tokens, not negative. None: only a look, which is refused when not even one is left.
    public let cost: Int

    public init(_ bucket: RateBucket, _ limit: RateLimit, cost: Int = 1) {
        self.bucket = bucket
        self.limit = limit
        self.cost = max(0, cost)
    }
}

/// Whether it may be done, and how the bucket stands that decides: of several, when refused the one to be waited for longest, otherwise the one that
/// has the smallest part left.
public struct RateVerdict: Sendable, Hashable {
    public let isAllowed: Bool
    /// Which of the charges the rest is about.
    public let charge: Int
    public let limit: RateLimit
    /// Whole tokens that are left.
    public let remaining: Int
    /// Until the bucket is full again.
    public let reset: Duration
    /// Until the same would be allowed; zero when it is. What costs more than the bucket holds never is: then until it is full.
    public let retryAfter: Duration

    public init(isAllowed: Bool, charge: Int, limit: RateLimit, remaining: Int, reset: Duration, retryAfter: Duration) {
        self.isAllowed = isAllowed
        self.charge = charge
        self.limit = limit
        self.remaining = remaining
        self.reset = reset
        self.retryAfter = retryAfter
    }
}

/// Buckets of tokens, in this process or shared by several. All that it is told are values, so that a store can do it in one round trip.
public protocol RateLimiter: Sendable {
    /// Takes all that is charged or, when one bucket has not enough, nothing at all; also with others taking from the same buckets meanwhile. The same
    /// bucket may be charged more than once.
    ///
    /// Runs where its caller runs, so that a limiter that has everything at hand answers without a hop. It does not throw: one that cannot reach its
    /// store goes by what it knows itself.
    ///
    /// - Returns: `nil` when nothing is charged.
    nonisolated(nonsending) func take(_ charges: [RateCharge]) async -> RateVerdict?

    /// Puts back what was taken and not needed after all. No bucket gets fuller than full.
    nonisolated(nonsending) func giveBack(_ charges: [RateCharge]) async

    /// The refusal that `take` would answer, as far as is known without waiting; nothing is taken. `nil` when it would, or may, be allowed.
    func foreseenRefusal(of charges: [RateCharge]) -> RateVerdict?
}

extension RateLimiter {
    public func foreseenRefusal(of charges: [RateCharge]) -> RateVerdict? { nil }
}
