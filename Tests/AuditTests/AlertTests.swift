import Base
import Domain
import Foundation
import Lifecycle
import Observability
import Synchronization
import TestSupport
import Testing

@testable import Audit

@Suite struct AlertRuleTests {
    private let start = Date(timeIntervalSince1970: 1_800_000_000)
    private let household = Household.ID()

    private func event(_ action: AuditEvent.Action, _ outcome: AuditEvent.Outcome = .done, target: String = "") -> AuditEvent {
        AuditEvent(action, outcome, household: household, name: "zoé", address: "192.0.2.7", target: target)
    }

    @Test(arguments: [
        (AuditEvent.Action.lockOut, AuditEvent.Outcome.done, "", Alert.Kind.lockOut), (.tokenReuse, .refused, "", .tokenReuse),
        (.factorRemove, .done, "", .factorRemoved), (.auditGap, .refused, "41-45", .trailBroken), (.setUp, .done, "", .newRuler),
        (.userAdd, .done, AuditEvent.target("léa", as: .admin), .newRuler), (.userChange, .done, AuditEvent.target("léa", as: .owner), .newRuler),
    ])
    func whatSomebodyShouldHearOf(action: AuditEvent.Action, outcome: AuditEvent.Outcome, target: String, kind: Alert.Kind) {
        var rules = AlertRules()
        let alert = rules.take(event(action, outcome, target: target), at: start)
        #expect(alert?.kind == kind && alert?.household == household && alert?.count == 1)
    }

    @Test(arguments: [
        (AuditEvent.Action.signIn, AuditEvent.Outcome.done, ""), (.userAdd, .done, AuditEvent.target("léa", as: .member)),
        (.userAdd, .failed, AuditEvent.target("léa", as: .admin)), (.factorRemove, .failed, ""), (.auditGap, .failed, "12"), (.signOut, .done, ""),
        (.riskyOrder, .done, "lock.entree"),
    ])
    func whatIsEveryDays(action: AuditEvent.Action, outcome: AuditEvent.Outcome, target: String) {
        var rules = AlertRules()
        for _ in 0..<100 { #expect(rules.take(event(action, outcome, target: target), at: start) == nil) }
    }

    @Test func whateverIsRefusedCounts() {
        var rules = AlertRules()
        let kinds: [AuditEvent.Action] = [.requestRefused, .userChange, .riskyOrder, .householdRemove, .rateLimited]
        for index in 0..<49 { #expect(rules.take(event(kinds[index % kinds.count], .refused), at: start) == nil) }
        #expect(rules.take(event(.riskyOrder, .refused), at: start)?.kind == .refusedRequests)
    }

    @Test func failedSignInsAreToldWhenTheyAreABurst() {
        var rules = AlertRules()
        for number in 1..<AlertRules.failedSignIns { #expect(rules.take(event(.signIn, .refused), at: start + Double(number)) == nil) }
        #expect(rules.take(event(.signIn, .refused), at: start + 60)?.count == AlertRules.failedSignIns)
        // Spread over hours they are somebody's bad memory.
        var slow = AlertRules()
        for number in 0..<100 { #expect(slow.take(event(.signIn, .refused), at: start + Double(number) * 60) == nil) }
    }

    @Test func oneOfAKindInTenMinutesAndThenHowManyThereWere() {
        var rules = AlertRules()
        #expect(rules.take(event(.lockOut), at: start) != nil)
        for second in 1...5 { #expect(rules.take(event(.lockOut), at: start + Double(second)) == nil) }
        #expect(rules.take(event(.tokenReuse), at: start + 6)?.kind == .tokenReuse)
        #expect(rules.due(at: start + 599).isEmpty)
        #expect(rules.nextDue == start + 600)
        let held = rules.due(at: start + 600)
        #expect(held.map(\.kind) == [.lockOut] && held.map(\.count) == [5])
        #expect(rules.take(event(.lockOut), at: start + 601) == nil)
    }

    @Test func manyHouseholdsFillNoTable() {
        var rules = AlertRules(), told = 0
        for _ in 0..<5000 { if rules.take(AuditEvent(.lockOut, .done, household: .init()), at: start) != nil { told += 1 } }
        #expect(told <= 257)
    }

    @Test(arguments: Alert.Kind.allCases, Language.allCases) func textsSayWhatHappenedAndWhatToDo(kind: Alert.Kind, language: Language) {
        let text = AlertText(Alert(kind, at: start, name: "zoé", address: "192.0.2.7", target: "x", count: 3), in: language)
        #expect(text.subject.hasPrefix("Jarvis") && text.body.contains("192.0.2.7") && text.body.contains("zoé") && text.body.contains("3"))
        #expect(text.body.contains(language(fr: "Depuis :", en: "From:")))
    }
}

@Suite(.timeLimit(.minutes(1))) struct AlertDeskTests {
    /// Fails so often, then takes what it is given.
    private final class Channel: AlertChannel {
        let name = "test"
        private let state: Mutex<(failures: Int, sent: [(Alert, AlertText)], waiters: [CheckedContinuation<Void, Never>])>

        init(failures: Int = 0) { state = Mutex((failures, [], [])) }

        func send(_ alert: Alert, _ text: AlertText) async throws {
            let waiters: [CheckedContinuation<Void, Never>] = try state.withLock { state in
                if state.failures > 0 {
                    state.failures -= 1
                    throw Problem(.unavailable, "not now")
                }
                state.sent.append((alert, text))
                defer { state.waiters = [] }
                return state.waiters
            }
            for waiter in waiters { waiter.resume() }
        }

        var sent: [(Alert, AlertText)] { state.withLock { $0.sent } }

        func waitForOne() async {
            await withCheckedContinuation { continuation in
                let isThere = state.withLock { state in
                    if !state.sent.isEmpty { return true }
                    state.waiters.append(continuation)
                    return false
                }
                if isThere { continuation.resume() }
            }
        }
    }

    private let clock = ManualClock(now: Date(timeIntervalSince1970: 1_800_000_000))

    @Test func aChannelThatFailsIsTriedAgainAndTheOthersDoNotWait() async throws {
        let good = Channel(), bad = Channel(failures: 2), metrics = Metrics()
        let desk = AlertDesk(channels: [bad, good], language: { _ in .english }, metrics: metrics, clock: clock, log: .silent)
        let shutdown = Shutdown()
        async let running: Void = desk.run(until: shutdown)
        desk.heard(AuditEvent(.lockOut, .done, name: "zoé"), at: clock.now)
        await good.waitForOne()
        #expect(good.sent[0].1.subject == "Jarvis: an account is locked")
        for _ in 0..<2 {
            await clock.waitForSleepers()
            clock.advance(by: 1000)
        }
        await bad.waitForOne()
        #expect(bad.sent.map(\.0.kind) == [.lockOut])
        shutdown.request()
        try await running
        #expect(metrics.exposition().contains(#"jarvis_alerts_total{channel="test",outcome="sent"} 2"#))
    }

    @Test func whatWasHeldBackGoesOutLater() async throws {
        let channel = Channel()
        let desk = AlertDesk(channels: [channel], language: { _ in .french }, metrics: Metrics(), clock: clock, log: .silent)
        desk.heard(AuditEvent(.lockOut, .done), at: clock.now)
        for _ in 0..<3 { desk.heard(AuditEvent(.lockOut, .done), at: clock.now) }
        let shutdown = Shutdown()
        async let running: Void = desk.run(until: shutdown)
        await clock.waitForSleepers()
        clock.advance(by: AlertRules.pause)
        // The second sleep begins when the first alert that was held back is queued.
        while channel.sent.count < 2 { await Task.yield() }
        #expect(channel.sent.map(\.0.count) == [1, 3])
        shutdown.request()
        try await running
    }

    @Test func aQueueThatIsFullDropsAndCounts() {
        let metrics = Metrics()
        let desk = AlertDesk(channels: [Channel()], language: { _ in .french }, metrics: metrics, clock: clock, log: .silent)
        for _ in 0..<100 { desk.heard(AuditEvent(.lockOut, .done, household: .init()), at: clock.now) }
        #expect(metrics.exposition().contains(#"jarvis_alerts_total{channel="test",outcome="dropped"} 36"#))
    }
}
