import Base
import Foundation

/// Asks the arbiter, and waits for its word.
actor WakeCourt {
    private let clock: any WallClock
    private var arbiter = WakeArbiter()
    private var verdicts: [String: Bool] = [:]

    init(clock: any WallClock) { self.clock = clock }

    /// Whether this satellite is to answer; after `WakeArbiter.patience` at the latest.
    func claim(_ claim: WakeArbiter.Claim, rivals: Int) async -> Bool {
        verdicts[claim.satellite] = nil
        record(arbiter.claim(claim, rivals: rivals, now: clock.now))
        while verdicts[claim.satellite] == nil, let deadline = arbiter.deadline {
            do { try await clock.sleep(until: deadline) } catch { return false }
            record(arbiter.close(now: clock.now))
        }
        return verdicts.removeValue(forKey: claim.satellite) ?? false
    }

    private func record(_ decisions: [WakeArbiter.Decision]) {
        for decision in decisions { verdicts[decision.satellite] = decision.isWon }
    }
}
