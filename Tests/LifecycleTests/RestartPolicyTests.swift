import Lifecycle
import Testing

@Suite struct RestartPolicyTests {
    let policy = RestartPolicy(first: .milliseconds(100), maximum: .seconds(1), stableAfter: .seconds(10))

    @Test func waitsDoubleUpToTheMaximum() {
        var backoff = RestartBackoff(policy: policy)
        let waits = (0..<6).map { _ in backoff.ended(after: .zero, random: 1) }
        #expect(waits == [100, 200, 400, 800, 1000, 1000].map { .milliseconds($0) })
        #expect(backoff.attempt == 6)
    }

    @Test func jitterTakesAtMostHalfAway() {
        var backoff = RestartBackoff(policy: policy)
        #expect(backoff.ended(after: .zero, random: 0) == .milliseconds(50))
        #expect(backoff.ended(after: .zero, random: 0.5) == .milliseconds(150))
    }

    @Test func aStableRunForgetsEarlierFailures() {
        var backoff = RestartBackoff(policy: policy)
        for _ in 0..<5 { _ = backoff.ended(after: .seconds(9), random: 1) }
        #expect(backoff.ended(after: .seconds(10), random: 1) == .milliseconds(100))
        #expect(backoff.attempt == 1)
    }

    @Test func endlessFailuresStayAtTheMaximum() {
        var backoff = RestartBackoff(policy: policy)
        for _ in 0..<10_000 { #expect(backoff.ended(after: .zero, random: 1) <= .seconds(1)) }
    }
}
