import Foundation
import TestSupport
import Testing

@testable import Satellites

@Suite struct WakeArbiterTests {
    private static let start = Date(timeIntervalSince1970: 1_000_000)
    private typealias Claim = WakeArbiter.Claim

    private func won(_ name: String) -> WakeArbiter.Decision { .init(satellite: name, isWon: true) }
    private func lost(_ name: String) -> WakeArbiter.Decision { .init(satellite: name, isWon: false) }

    @Test func aLoneSatelliteIsNotHeldUp() {
        var arbiter = WakeArbiter()
        #expect(arbiter.claim(Claim(satellite: "kitchen"), rivals: 0, now: Self.start) == [won("kitchen")])
        #expect(arbiter.deadline == nil)
    }

    @Test func oneThatNobodyRivalsInTimeWinsAfterATenthOfASecond() {
        var arbiter = WakeArbiter()
        #expect(arbiter.claim(Claim(satellite: "kitchen", strength: 3), rivals: 2, now: Self.start).isEmpty)
        #expect(arbiter.deadline == Self.start + 0.1)
        #expect(arbiter.close(now: Self.start + 0.09).isEmpty)
        #expect(arbiter.close(now: Self.start + 0.1) == [won("kitchen")])
        // The same word, heard late in another room, and then again a new one.
        #expect(arbiter.claim(Claim(satellite: "hall", strength: 30), rivals: 2, now: Self.start + 0.2) == [lost("hall")])
        #expect(arbiter.claim(Claim(satellite: "hall"), rivals: 0, now: Self.start + 0.26) == [won("hall")])
    }

    @Test func theStrongestVoiceWinsAndNobodyWaitsWhenAllHaveSpoken() {
        var arbiter = WakeArbiter()
        #expect(arbiter.claim(Claim(satellite: "kitchen", strength: 12, score: 0.99), rivals: 2, now: Self.start).isEmpty)
        #expect(arbiter.claim(Claim(satellite: "hall", strength: 25, score: 0.6), rivals: 2, now: Self.start + 0.02).isEmpty)
        let decisions = arbiter.claim(Claim(satellite: "bedroom", score: 1), rivals: 2, now: Self.start + 0.05)
        #expect(decisions == [lost("kitchen"), won("hall"), lost("bedroom")])
    }

    @Test func withoutStrengthsTheScoreDecidesThenWhoWasFirst() {
        var arbiter = WakeArbiter()
        _ = arbiter.claim(Claim(satellite: "kitchen", score: 0.7), rivals: 1, now: Self.start)
        #expect(arbiter.claim(Claim(satellite: "hall", score: 0.9), rivals: 1, now: Self.start) == [lost("kitchen"), won("hall")])
        _ = arbiter.claim(Claim(satellite: "kitchen"), rivals: 1, now: Self.start + 1)
        #expect(arbiter.claim(Claim(satellite: "hall"), rivals: 1, now: Self.start + 1.05) == [won("kitchen"), lost("hall")])
    }

    @Test func inAnyOrderThereIsAlwaysOneWinnerAndNobodyIsForgotten() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<500 {
            var arbiter = WakeArbiter(), now = Self.start, verdicts: [String: Bool] = [:]
            let claims = (0..<5).map { Claim(satellite: "\($0)", strength: Bool.random(using: &random) ? Double.random(in: 0..<30, using: &random) : nil) }
                .shuffled(using: &random)
            for claim in claims {
                for decision in arbiter.claim(claim, rivals: 4, now: now) { verdicts[decision.satellite] = decision.isWon }
                now += Double.random(in: 0..<0.05, using: &random)
            }
            for decision in arbiter.close(now: now + 0.1) { verdicts[decision.satellite] = decision.isWon }
            #expect(verdicts.count == 5 && verdicts.values.count { $0 } == 1)
        }
    }
}
