import Domain
import Testing

/// What every `RateLimiter` does, whatever keeps its buckets: an adapter's tests run `checks`, each with buckets that nobody has touched.
struct RateLimiterConformance: Sendable {
    struct Check: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var run: @Sendable (RateLimiterConformance) async -> Void

        init(_ name: String, _ run: @escaping @Sendable (RateLimiterConformance) async -> Void) {
            testDescription = name
            self.run = run
        }
    }

    let limiter: any RateLimiter
    /// Moves the time by which the limiter counts, in seconds; also back.
    let advance: @Sendable (Double) async -> Void

    static let checks = [
        Check("holds so much and gets it back evenly") { await $0.holdsAndRefills() },
        Check("says what is left, when all is back, and when to come again") { await $0.saysHowItStands() },
        Check("takes from all or from none") { await $0.takesAllOrNothing() },
        Check("tells of the bucket that decides") { await $0.tellsWhatDecides() },
        Check("charges one bucket twice") { await $0.chargesTwice() },
        Check("keeps buckets apart by name and holder") { await $0.keepsApart() },
        Check("looks without taking") { await $0.looks() },
        Check("never allows more than fits") { await $0.neverAllowsMoreThanFits() },
        Check("gives away no token twice") { await $0.isAtomic() },
        Check("is not locked by a clock that was set back") { await $0.standsABackwardClock() },
        Check("goes by the limit it is given") { await $0.goesByTheLimitGiven() },
        Check("foresees only true refusals") { await $0.foresees() },
        Check("takes back what was not needed") { await $0.takesBack() },
    ]

    private static let zoe = User.ID(), leo = User.ID()

    private func charge(_ name: String = "chat", _ limit: RateLimit = RateLimit(perMinute: 10), of user: User.ID = zoe, cost: Int = 1) -> RateCharge {
        RateCharge(RateBucket(name, of: .user(user)), limit, cost: cost)
    }

    /// How many of so many were allowed.
    private func allowed(_ charges: [RateCharge], times: Int) async -> Int {
        var count = 0
        for _ in 0..<times where await limiter.take(charges)?.isAllowed == true { count += 1 }
        return count
    }

    private func holdsAndRefills() async {
        #expect(await allowed([charge()], times: 30) == 10)
        await advance(12)
        #expect(await allowed([charge()], times: 30) == 2)
        await advance(5.9)
        #expect(await allowed([charge()], times: 3) == 0)
        await advance(0.1)
        #expect(await allowed([charge()], times: 3) == 1)
        await advance(86_400)
        #expect(await allowed([charge()], times: 30) == 10)
        #expect(await allowed([charge("burst", RateLimit(perMinute: 60, capacity: 3))], times: 30) == 3)
        await advance(2)
        #expect(await allowed([charge("burst", RateLimit(perMinute: 60, capacity: 3))], times: 30) == 2)
        #expect(await limiter.take([]) == nil)
    }

    private func saysHowItStands() async {
        let limit = RateLimit(perMinute: 10)
        #expect(
            await limiter.take([charge(cost: 4)])
                == RateVerdict(isAllowed: true, charge: 0, limit: limit, remaining: 6, reset: .seconds(24), retryAfter: .zero))
        await advance(3)
        #expect(
            await limiter.take([charge(cost: 7)])
                == RateVerdict(isAllowed: false, charge: 0, limit: limit, remaining: 6, reset: .seconds(21), retryAfter: .seconds(3)))
        await advance(3)
        #expect(
            await limiter.take([charge(cost: 7)])
                == RateVerdict(isAllowed: true, charge: 0, limit: limit, remaining: 0, reset: .seconds(60), retryAfter: .zero))
    }

    private func takesAllOrNothing() async {
        let few = charge("few", RateLimit(perMinute: 2)), many = charge("many", RateLimit(perMinute: 100))
        let address = RateCharge(RateBucket("many", of: .address("2001:db8::/64")), RateLimit(perMinute: 100))
        let key = RateCharge(RateBucket("many", of: .key(high: 1, low: 2)), RateLimit(perMinute: 100))
        for order in [[few, many, address, key], [key, address, many, few], [many, few, key, address], [address, few]] {
            _ = await allowed(order, times: 5)
        }
        // Two of the first order went through, and nothing else took anything.
        for (charge, left) in [(few, 0), (many, 98), (address, 98), (key, 98)] {
            #expect(await limiter.take([RateCharge(charge.bucket, charge.limit, cost: 0)])?.remaining == left)
        }
    }

    private func tellsWhatDecides() async {
        let wide = charge("wide", RateLimit(perMinute: 100)), slow = charge("slow", RateLimit(perMinute: 1)), quick = charge("quick", RateLimit(perMinute: 2))
        #expect(await limiter.take([wide, quick])?.charge == 1)
        #expect(await limiter.take([quick, wide])?.charge == 0)
        #expect(await limiter.take([slow, wide])?.remaining == 0)
        let verdict = await limiter.take([wide, quick, slow])
        #expect(verdict?.isAllowed == false && verdict?.charge == 2 && verdict?.retryAfter == .seconds(60) && verdict?.limit == slow.limit)
    }

    private func chargesTwice() async {
        let charge = charge("once", RateLimit(perMinute: 3))
        #expect(await limiter.take([charge, charge])?.isAllowed == true)
        #expect(await limiter.take([charge, charge])?.isAllowed == false)
        #expect(await limiter.take([charge])?.remaining == 0)
    }

    private func keepsApart() async {
        let one = RateLimit(perMinute: 1), id = Self.zoe
        let buckets = [
            RateBucket("chat", of: .user(id)), RateBucket("heavy", of: .user(id)), RateBucket("chat", of: .user(Self.leo)),
            RateBucket("chat", of: .key(high: id.high, low: id.low)), RateBucket("chat", of: .address("192.0.2.7")),
            RateBucket("chat", of: .address("192.0.2.8")), RateBucket("chat", of: .address("")),
        ]
        #expect(Set(buckets.map(\.description)).count == buckets.count)
        for bucket in buckets { #expect(await allowed([RateCharge(bucket, one)], times: 3) == 1) }
    }

    private func looks() async {
        for _ in 0..<30 { #expect(await limiter.take([charge(cost: 0)])?.remaining == 10) }
        #expect(await allowed([charge()], times: 30) == 10)
        let verdict = await limiter.take([charge(cost: 0)])
        #expect(verdict?.isAllowed == false && verdict?.retryAfter == .seconds(6))
    }

    private func neverAllowsMoreThanFits() async {
        #expect(await limiter.take([charge(cost: 11)])?.isAllowed == false)
        #expect(await limiter.take([charge(cost: .max)])?.isAllowed == false)
        await advance(86_400)
        #expect(await limiter.take([charge(cost: 11)])?.isAllowed == false)
        #expect(await limiter.take([charge(cost: 10)])?.remaining == 0)
        let verdict = await limiter.take([charge(cost: 11)])
        #expect(verdict?.retryAfter == .seconds(60) && verdict?.reset == .seconds(60))
        let most = RateLimit(perMinute: .max, capacity: .max)
        #expect(await limiter.take([charge("most", most, cost: most.capacity)])?.isAllowed == true)
        let least = RateLimit(perMinute: .min, capacity: .max)
        #expect(await limiter.take([charge("least", least, cost: least.capacity)])?.isAllowed == true)
        #expect(await limiter.take([charge("least", least, cost: least.capacity)])?.isAllowed == false)
    }

    private func isAtomic() async {
        let few = charge("few", RateLimit(perMinute: 50)), many = charge("many", RateLimit(perMinute: 1000))
        let allowed = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<400 {
                group.addTask { await limiter.take(number % 2 == 0 ? [few, many] : [many, few])?.isAllowed == true }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(allowed == 50)
        #expect(await limiter.take([RateCharge(many.bucket, many.limit, cost: 0)])?.remaining == 950)
    }

    private func standsABackwardClock() async {
        #expect(await allowed([charge()], times: 30) == 10)
        await advance(-86_400)
        #expect(await limiter.take([charge()])?.retryAfter == .seconds(6))
        await advance(60)
        #expect(await allowed([charge()], times: 30) == 10)
    }

    private func goesByTheLimitGiven() async {
        #expect(await allowed([charge("chat", RateLimit(perMinute: 100))], times: 100) == 100)
        #expect(await limiter.take([charge("chat", RateLimit(perMinute: 6))])?.retryAfter == .seconds(10))
        await advance(10)
        #expect(await allowed([charge("chat", RateLimit(perMinute: 6))], times: 10) == 1)
    }

    private func takesBack() async {
        let few = charge("few", RateLimit(perMinute: 3)), many = charge("many", RateLimit(perMinute: 100), cost: 40)
        #expect(await allowed([few, many], times: 5) == 2)
        await limiter.giveBack([few, many])
        #expect(await limiter.take([RateCharge(few.bucket, few.limit, cost: 0)])?.remaining == 2)
        #expect(await allowed([few, many], times: 5) == 1)
        // No bucket holds more than it does.
        for _ in 0..<5 { await limiter.giveBack([few, charge("untouched"), charge("many", RateLimit(perMinute: 100), cost: .max)]) }
        await limiter.giveBack([])
        #expect(await allowed([few], times: 5) == 3)
        #expect(await allowed([charge("untouched")], times: 30) == 10)
        #expect(await allowed([many], times: 5) == 2)
    }

    private func foresees() async {
        let one = charge("one", RateLimit(perMinute: 1)), many = charge("many", RateLimit(perMinute: 100))
        #expect(limiter.foreseenRefusal(of: [one, many]) == nil && limiter.foreseenRefusal(of: []) == nil)
        #expect(await limiter.take([one, many])?.isAllowed == true)
        for charges in [[one], [many, one]] {
            if let foreseen = limiter.foreseenRefusal(of: charges) {
                #expect(!foreseen.isAllowed)
                #expect(await limiter.take(charges) == foreseen)
            }
        }
        #expect(await limiter.take([many])?.remaining == 98)
    }
}
