import Domain
import Foundation
import Identity
import TestSupport
import Testing

/// Whoever guesses waits longer and longer; whoever owns the account comes in.
@Suite struct SignInGuardTests {
    private let clock: ManualClock
    private let guardian: SignInGuard

    init() {
        clock = ManualClock(now: Date(timeIntervalSince1970: 1_800_000_000))
        guardian = SignInGuard(limit: 4096, clock: clock)
    }

    /// How long there is to wait before a try, in seconds; 0 when it was let through, and then failed.
    private func fail(_ name: String, from network: String, isLocal: Bool = false) -> Double {
        do {
            try guardian.admit(name: name, network: network, isLocal: isLocal)
        } catch {
            return (error.retryAfter ?? .zero) / .seconds(1)
        }
        guardian.failed(name: name, network: network, isLocal: isLocal)
        return 0
    }

    /// Whether somebody who knows the password comes in.
    private func signIn(_ name: String, from network: String, isLocal: Bool = false) -> Bool {
        guard (try? guardian.admit(name: name, network: network, isLocal: isLocal)) != nil else { return false }
        guardian.succeeded(name: name, network: network, isLocal: isLocal)
        return true
    }

    /// The waits between so many failures, each made as soon as it may be.
    private func waits(_ name: String, from network: String, _ tries: Int) -> [Double] {
        (0..<tries).map { _ in
            let wait = fail(name, from: network)
            guard wait > 0 else { return 0 }
            clock.advance(by: wait - 0.5)
            #expect(fail(name, from: network) == 1, "still half a second")
            clock.advance(by: 0.5)
            #expect(fail(name, from: network) == 0)
            return wait
        }
    }

    @Test func anOutsiderWaitsLongerAndLongerAndIsLockedOut() {
        #expect(waits("zoé", from: "192.0.2.7", 12) == [0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 900, 900])
        clock.advance(by: 86_400)
        #expect(waits("zoé", from: "192.0.2.7", 4) == [0, 0, 0, 1], "all is forgotten")
    }

    @Test func namesAreTheSameInAllTheirSpellings() {
        for name in ["Zoé", " zoé", "ZOE\u{301}"] { #expect(fail(name, from: "192.0.2.7") == 0) }
        #expect(fail("zoé", from: "192.0.2.7") == 1)
        #expect(fail(String(repeating: "z", count: 100_000), from: "192.0.2.7") == 0)
    }

    @Test func manyTriesAtOnceGainNothing() {
        for _ in 0..<3 { #expect((try? guardian.admit(name: "zoé", network: "a", isLocal: false)) != nil) }
        #expect((try? guardian.admit(name: "zoé", network: "a", isLocal: false)) == nil)
        // Two of them came to nothing: nobody looked at the password.
        for _ in 0..<2 { guardian.withdrawn(name: "zoé", network: "a", isLocal: false) }
        #expect(waits("zoé", from: "a", 3) == [0, 0, 1])
    }

    /// The rule that matters most: no number of outsiders keeps an owner out where they have been before, on this machine, or with one right try.
    @Test func outsidersNeverLockAnOwnerOut() {
        #expect(signIn("zoé", from: "home"))
        var waits = 0.0
        for number in 0..<3000 {
            let wait = fail("zoé", from: "bot \(number % 1500)")
            if wait > 0 { clock.advance(by: 1) }
            waits += wait
        }
        #expect(waits > 1000, "they are slowed down")
        for _ in 0..<20 { #expect(signIn("zoé", from: "home")) }
        #expect(signIn("zoé", from: "127.0.0.1", isLocal: true))
        clock.advance(by: 1)
        #expect(signIn("zoé", from: "a hotel"), "the first try from anywhere")
        #expect(signIn("léo", from: "another home"), "and nobody else notices")
    }

    @Test func aBesiegedAccountGivesOutsidersOneTryEach() {
        for number in 0..<50 { #expect(fail("zoé", from: "bot \(number)") == 0) }
        #expect(fail("zoé", from: "new 1") == 0)
        #expect(fail("zoé", from: "new 1") == 900, "as of now, one try is all")
        #expect(fail("zoé", from: "new 2") == 1, "and one outsider a second")
        clock.advance(by: 1)
        #expect(fail("zoé", from: "new 2") == 0)
    }

    @Test func lockOutsAreToldOnce() throws {
        var told: [SignInGuard.LockOut?] = []
        for number in 0..<12 {
            clock.advance(by: number < 10 ? 64 : 900)
            try guardian.admit(name: "zoé", network: "a", isLocal: false)
            told.append(guardian.failed(name: "zoé", network: "a", isLocal: false))
        }
        #expect(told.compactMap { $0 } == [.network])
        for number in 0..<60 {
            clock.advance(by: 1)
            try guardian.admit(name: "zoé", network: "\(number)", isLocal: false)
            told.append(guardian.failed(name: "zoé", network: "\(number)", isLocal: false))
        }
        #expect(told.compactMap { $0 } == [.network, .account])
    }

    /// Somebody at the owner's own table guesses: it is slow, and the owner gets in between.
    @Test func aKnownNetworkWaitsALittleAndIsNeverLockedOut() {
        #expect(signIn("zoé", from: "home"))
        #expect(waits("zoé", from: "home", 12) == [0, 0, 0, 0, 0, 1, 2, 4, 8, 8, 8, 8])
        clock.advance(by: 8)
        #expect(signIn("zoé", from: "home"))
        #expect(fail("zoé", from: "home") == 0, "all is forgiven")
        #expect(fail("zoé", from: "elsewhere") == 0 && fail("zoé", from: "elsewhere") == 0, "and no outsider's fault")
    }

    @Test func manyNamesFromOneNetworkAreSlowedDownButNotThoseWhoLiveThere() {
        #expect(signIn("zoé", from: "home"))
        var waits: [Double] = []
        for number in 0..<24 {
            let wait = fail("name \(number)", from: "home")
            waits.append(wait)
            clock.advance(by: wait)
            if wait > 0 { #expect(fail("name \(number)", from: "home") == 0) }
        }
        #expect(waits == [Double](repeating: 0, count: 11) + [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900])
        #expect(fail("another", from: "home") == 900)
        #expect(signIn("zoé", from: "home"))
    }

    @Test func slipsBeforeASuccessAreNoGuesses() {
        for number in 0..<30 {
            for _ in 0..<2 { #expect(fail("user \(number)", from: "office") == 0) }
            #expect(signIn("user \(number)", from: "office"))
        }
    }

    @Test func thisMachineIsNeverRefused() {
        for _ in 0..<100 { #expect(fail("zoé", from: "127.0.0.1", isLocal: true) == 0) }
        #expect(fail("zoé", from: "192.0.2.7") == 0)
    }

    @Test func millionsOfMadeUpNamesDoNotHelp() {
        for wait in waits("zoé", from: "evil", 11).suffix(1) { #expect(wait == 900) }
        for number in 0..<20_000 { _ = fail("made up \(number)", from: "evil \(number)") }
        #expect(fail("zoé", from: "evil") > 0, "who was locked out still is")
    }

    @Test func aRestartKnowsWhoIsSignedInWhere() {
        for number in 0..<60 { _ = fail("zoé", from: "\(number)") }
        guardian.remember(name: "Zoé", network: "home")
        for _ in 0..<4 { #expect(fail("zoé", from: "home") == 0) }
    }

    @Test func aClockThatIsSetBackLocksNobodyForLong() {
        _ = waits("zoé", from: "a", 11)
        clock.advance(by: -1_000_000)
        #expect(waits("zoé", from: "a", 4) == [0, 0, 0, 1])
    }
}
