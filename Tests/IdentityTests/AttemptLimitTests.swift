import Domain
import Foundation
import Identity
import TestSupport
import Testing

@Suite struct AttemptLimitTests {
    private let clock = ManualClock(now: Date(timeIntervalSince1970: 1_800_000_000))

    private func admitted(_ limit: AttemptLimit, _ address: String, _ attempts: Int) -> Int {
        (0..<attempts).count { _ in (try? limit.admit(address)) != nil }
    }

    @Test func eachAddressHasItsOwnAndItComesBackEvenly() {
        let limit = AttemptLimit(perMinute: 10, clock: clock)
        #expect(admitted(limit, "a", 30) == 10)
        #expect(admitted(limit, "b", 30) == 10)
        clock.advance(by: 12)
        #expect(admitted(limit, "a", 30) == 2)
        clock.advance(by: 3600)
        #expect(admitted(limit, "a", 30) == 10)
    }

    @Test func itSaysWhenToTryAgainAndForgetsNobodyTooSoon() {
        let limit = AttemptLimit(perMinute: 1, clock: clock)
        #expect(admitted(limit, "a", 1) == 1)
        #expect { try limit.admit("a") } throws: { ($0 as? Problem)?.detail.contains("60 seconds") == true }
        for number in 0..<9000 { _ = try? limit.admit("\(number)") }
        #expect(admitted(limit, "a", 1) == 0)
    }

    @Test func manyAddressesDoNotFillTheMemory() {
        let limit = AttemptLimit(perMinute: 1, clock: clock)
        for number in 0..<30_000 { _ = try? limit.admit("\(number)") }
        #expect(admitted(limit, "fresh", 2) == 1)
    }
}
