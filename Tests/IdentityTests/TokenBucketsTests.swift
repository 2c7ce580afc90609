import Domain
import Foundation
@testable import Identity
import TestSupport
import Testing

@Suite struct TokenBucketsTests {
    private let clock = ManualClock(now: Date(timeIntervalSince1970: 1_800_000_000))
    private let once = RateLimit(perMinute: 1)

    private func address(_ number: Int) -> RateBucket { RateBucket("anonymous", of: .address("\(number)")) }

    @Test(arguments: RateLimiterConformance.checks) func conforms(_ check: RateLimiterConformance.Check) async {
        await check.run(RateLimiterConformance(limiter: TokenBuckets(clock: clock), advance: { [clock] in clock.advance(by: $0) }))
    }

    @Test func whatIsKnownIsForeseen() {
        let buckets = TokenBuckets(clock: clock), charges = [RateCharge(address(1), once), RateCharge(address(2), RateLimit(perMinute: 9))]
        #expect(buckets.foreseenRefusal(of: charges) == nil)
        _ = buckets.take(charges)
        #expect(buckets.foreseenRefusal(of: charges)?.retryAfter == .seconds(60))
        #expect(buckets.foreseenRefusal(of: [charges[1]]) == nil)
    }

    /// Whoever sends from many addresses finds his own bucket as he left it.
    @Test func fillingTheTableGivesNobodyAFreshBucket() {
        let buckets = TokenBuckets(limit: 3200, clock: clock), limit = RateLimit(perMinute: 10)
        for _ in 0..<20 { _ = buckets.take([RateCharge(address(0), limit)]) }
        for number in 1..<50_000 { #expect(buckets.take([RateCharge(address(number), limit)])?.isAllowed == true) }
        #expect(buckets.count <= 3200)
        #expect(buckets.take([RateCharge(address(0), limit)])?.isAllowed == false)
        clock.advance(by: 6)
        #expect(buckets.take([RateCharge(address(0), limit)])?.isAllowed == true)
        #expect(buckets.take([RateCharge(address(0), limit)])?.isAllowed == false)
    }

    @Test func whatIsFullAgainIsForgottenFirst() {
        var table = FadingTable<Int, Moment>(limit: 80)
        for number in 0..<80 { table.set(Moment(fadesAt: Int64(number)), for: number, at: 0) }
        table.set(Moment(fadesAt: 100), for: 100, at: 40)
        #expect(table.count == 40 && table[40] == nil && table[41] != nil && table[100] != nil)
        for number in 200..<240 { table.set(Moment(fadesAt: 1000), for: number, at: 40) }
        table.set(Moment(fadesAt: 1000), for: 240, at: 40)
        #expect(table.count == 71 && table[50] == nil && table[51] != nil && table[240] != nil)
    }

    private struct Moment: Fading {
        var fadesAt: Int64
    }
}
