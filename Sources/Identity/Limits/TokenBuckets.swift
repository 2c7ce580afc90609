public import Base
public import Domain
import Foundation
import Synchronization

/// Buckets of tokens in this process.
///
/// Of each bucket one number is kept, the moment at which it will be full again (the virtual scheduling of the generic cell rate algorithm, ITU-T
/// I.371): what is full need not be remembered. Nobody gets a fresh bucket by having others forgotten (`FadingTable`): an emptied one is the last to go.
public final class TokenBuckets: RateLimiter {
    /// Some of the buckets. Where several are needed, they are locked in their order.
    private final class Shard: @unchecked Sendable {
        // @unchecked: `levels` is used only while `lock` is held.
        let lock = Mutex(())
        var levels: FadingTable<RateBucket, Level>

        init(limit: Int) { levels = FadingTable(limit: limit) }
    }

    private struct Level: Fading {
        /// When the bucket is full, in nanoseconds since 2001.
        var fullAt: Int64
        var fadesAt: Int64 { fullAt }
    }

    /// As many as a set of them has bits.
    private static let shardCount = 32

    private let shards: [Shard]
    private let clock: any WallClock

    /// - Parameter limit: buckets that are remembered at most; each takes some 100 bytes.
    public init(limit: Int = 131_072, clock: any WallClock = SystemWallClock()) {
        self.clock = clock
        shards = (0..<Self.shardCount).map { _ in Shard(limit: limit / Self.shardCount) }
    }

    /// Buckets that are remembered.
    var count: Int { shards.reduce(0) { sum, shard in sum + shard.lock.withLock { _ in shard.levels.count } } }

    public func take(_ charges: [RateCharge]) -> RateVerdict? { judge(charges, takes: true) }

    public func foreseenRefusal(of charges: [RateCharge]) -> RateVerdict? {
        judge(charges, takes: false).flatMap { $0.isAllowed ? nil : $0 }
    }

    public func giveBack(_ charges: [RateCharge]) {
        for charge in charges {
            let shard = shard(of: charge.bucket)
            shard.lock.withLock { _ in
                let now = now
                guard let level = shard.levels[charge.bucket] else { return }
                let back = Int64(min(charge.cost, charge.limit.capacity)) * Self.interval(charge.limit)
                shard.levels.set(Level(fullAt: max(now, level.fullAt - back)), for: charge.bucket, at: now)
            }
        }
    }

    /// Nanoseconds for a token to come back.
    private static func interval(_ limit: RateLimit) -> Int64 { 60_000_000_000 / Int64(limit.perMinute) }

    private func judge(_ charges: [RateCharge], takes: Bool) -> RateVerdict? {
        guard charges.count != 1 else {
            // As most are: by a user, or from an address.
            let shard = shard(of: charges[0].bucket)
            return shard.lock.withLock { _ in
                let now = now
                let (verdict, _, after) = judge(charges[0], 0, shard, at: now)
                if takes { shard.levels.set(after, for: charges[0].bucket, at: now) }
                return verdict
            }
        }
        var needed: UInt32 = 0
        for charge in charges { needed |= 1 << UInt32(number(of: charge.bucket)) }
        return holding(needed) { judgeAll(charges, takes: takes) }
    }

    /// With all of their shards held: takes from one after the other, and puts everything back when one has not enough.
    private func judgeAll(_ charges: [RateCharge], takes: Bool) -> RateVerdict? {
        let now = now
        var levels: [Level] = [], decisive: RateVerdict?
        levels.reserveCapacity(charges.count)
        for (index, charge) in charges.enumerated() {
            let shard = shard(of: charge.bucket)
            let (verdict, before, after) = judge(charge, index, shard, at: now)
            levels.append(before)
            shard.levels.set(after, for: charge.bucket, at: now)
            decisive = decisive.map { verdict.decides(over: $0) ? verdict : $0 } ?? verdict
        }
        if !takes || decisive?.isAllowed == false {
            for (charge, level) in zip(charges, levels).reversed() { shard(of: charge.bucket).levels.set(level, for: charge.bucket, at: now) }
        }
        return decisive
    }

    private func judge(_ charge: RateCharge, _ index: Int, _ shard: Shard, at now: Int64) -> (RateVerdict, before: Level, after: Level) {
        let interval = Self.interval(charge.limit), span = interval * Int64(charge.limit.capacity)
        // No bucket is emptier than empty: neither after the clock was set back nor with a smaller limit than before.
        let fullAt = max(now, min(shard.levels[charge.bucket]?.fullAt ?? now, now + span))
        let cost = Int64(max(charge.cost, 1)), isPossible = cost <= charge.limit.capacity
        let after = isPossible ? fullAt + cost * interval : fullAt, isAllowed = isPossible && after <= now + span
        let level = isAllowed && charge.cost > 0 ? after : fullAt
        return (
            RateVerdict(
                isAllowed: isAllowed, charge: index, limit: charge.limit, remaining: Int((now + span - level) / interval),
                reset: .nanoseconds(level - now), retryAfter: isAllowed ? .zero : .nanoseconds(isPossible ? after - span - now : level - now)),
            Level(fullAt: fullAt), Level(fullAt: level)
        )
    }

    /// Locks the shards whose bits are set, the lowest first.
    private func holding(_ needed: UInt32, _ body: () -> RateVerdict?) -> RateVerdict? {
        guard needed != 0 else { return body() }
        return shards[needed.trailingZeroBitCount].lock.withLock { _ in holding(needed & (needed - 1), body) }
    }

    private func shard(of bucket: RateBucket) -> Shard { shards[number(of: bucket)] }
    private func number(of bucket: RateBucket) -> Int { Int(UInt(bitPattern: bucket.hashValue) % UInt(Self.shardCount)) }

    private var now: Int64 { clock.nanoseconds }
}

extension WallClock {
    /// Since 2001, within the years in which that can be counted with room for sums.
    var nanoseconds: Int64 { Int64(min(max(now.timeIntervalSinceReferenceDate, 0), 2_000_000_000) * 1e9) }
}

extension RateVerdict {
    fileprivate func decides(over other: RateVerdict) -> Bool {
        guard isAllowed == other.isAllowed else { return !isAllowed }
        return isAllowed
            ? Double(remaining) / Double(limit.capacity) < Double(other.remaining) / Double(other.limit.capacity) : retryAfter > other.retryAfter
    }
}
