public import Base
public import Domain
import Foundation
import Synchronization

/// How often one address may try to sign in: a token bucket for each, which holds a minute's worth of attempts and fills up again evenly.
public final class AttemptLimit: Sendable {
    /// Addresses that are remembered; when there are more, those that have not tried for longest are forgotten first.
    private static let addressLimit = 10_000

    private struct Bucket {
        var left: Double
        var at: Date
    }

    private let perMinute: Double
    private let clock: any WallClock
    private let buckets = Mutex<[String: Bucket]>([:])

    public init(perMinute: Int, clock: any WallClock = SystemWallClock()) {
        self.perMinute = Double(perMinute)
        self.clock = clock
    }

    /// Counts an attempt.
    /// - Throws: `Problem.tooManyRequests` when this address has none left.
    public func admit(_ address: String) throws(Problem) {
        let now = clock.now
        let wait: Double? = buckets.withLock { buckets in
            var bucket = buckets[address] ?? Bucket(left: perMinute, at: now)
            bucket.left = min(perMinute, bucket.left + max(0, now.timeIntervalSince(bucket.at)) * perMinute / 60)
            bucket.at = now
            defer { buckets[address] = bucket }
            guard bucket.left >= 1 else { return (1 - bucket.left) * 60 / perMinute }
            bucket.left -= 1
            if buckets.count >= Self.addressLimit, buckets[address] == nil {
                let oldest = buckets.sorted { $0.value.at < $1.value.at }.prefix(Self.addressLimit / 10)
                for entry in oldest { buckets[entry.key] = nil }
            }
            return nil
        }
        if let wait { throw Problem(.tooManyRequests, "too many attempts from this address: try again in \(Int(wait.rounded(.up))) seconds") }
    }
}
