import Base
import Domain
import Foundation
import Identity
import StorageSQLite
import TestSupport
import Testing

/// How long sessions last, and what becomes of refresh tokens that come twice.
@Suite(.timeLimit(.minutes(1))) struct SessionTests {
    private typealias Tokens = Authenticator.Tokens

    private let folder: TemporaryFolder
    private let clock = ManualClock(now: Date(timeIntervalSince1970: 1_800_000_000))
    private let trail = Door.Trail()
    private let owner = User(household: .init(), name: "zoe", role: .owner, language: .french, createdAt: Date(timeIntervalSince1970: 1_800_000_000))

    init() throws { folder = try Paths.temporaryFolder() }

    private func open(_ name: String = "jarvis.db") async throws -> SQLiteStore {
        try await SQLiteStore.open(path: folder.file(name), encryptionKey: Secret(String(repeating: "a", count: 64)), log: .silent)
    }

    private func identity(_ store: SQLiteStore, _ lifetimes: Authenticator.Lifetimes = .init()) async throws -> Authenticator {
        try await Authenticator(
            users: store, sessions: store, keys: store, lifetimes: lifetimes, ways: SignInWays(trail: trail), clock: clock, log: .silent)
    }

    /// Signed in.
    private func make() async throws -> (Authenticator, SQLiteStore, Tokens) {
        let store = try await open()
        #expect(try await store.createOwner(owner, passwordHash: Secret("!")))
        let identity = try await identity(store)
        return (identity, store, try await identity.openSession(for: owner, at: Door.place))
    }

    private func renew(_ tokens: Tokens, _ identity: Authenticator, from address: String = "192.0.2.7") async throws -> Tokens {
        try await identity.refresh(tokens.refresh, at: ClientPlace(device: "a phone", address: address))
    }

    /// That a token is refused, and nobody who has one of its session is signed in any more.
    private func expectEnd(by reused: Tokens, of live: Tokens, _ identity: Authenticator, _ comment: Comment? = nil) async throws {
        #expect(try await identity.sessions(of: owner.principal).count == 1, comment)
        #expect(await problem { try await renew(reused, identity) }?.code == .unauthenticated, comment)
        #expect(identity.bearer(of: live.access) == nil, comment)
        #expect(await problem { try await renew(live, identity) }?.code == .unauthenticated, comment)
        #expect(try await identity.sessions(of: owner.principal).isEmpty, comment)
        #expect(trail.events.last?.action == .tokenReuse, comment)
    }

    // MARK: grace

    @Test func anAnswerThatWasLostCostsNobodyTheirSession() async throws {
        let (identity, store, first) = try await make()
        clock.advance(by: 1700)
        let lost = try await renew(first, identity)
        clock.advance(by: 20)
        // From another network: that is how answers are lost.
        _ = try await renew(first, identity, from: "198.51.100.1")
        clock.advance(by: 10)
        let third = try await renew(first, identity, from: "198.51.100.1")
        let listed = try await identity.sessions(of: owner.principal)
        #expect(listed.map(\.address) == ["198.51.100.1"] && listed.map { $0.usedAt.timeIntervalSince($0.createdAt) } == [1700])
        #expect(identity.bearer(of: third.access) != nil && !trail.events.contains { $0.action == .tokenReuse })
        clock.advance(by: 1700)
        let fourth = try await renew(third, identity)
        // Whoever has the others did not lose them.
        try await expectEnd(by: lost, of: fourth, identity)
        await store.close()
    }

    @Test(arguments: [31.0, 3600, -31, -86_400]) func graceIsShort(_ later: Double) async throws {
        let (identity, store, first) = try await make()
        clock.advance(by: 60)
        let second = try await renew(first, identity)
        clock.advance(by: later)
        try await expectEnd(by: first, of: second, identity)
        await store.close()
    }

    @Test func graceEndsWithTheFirstUseOfASuccessor() async throws {
        let (identity, store, first) = try await make()
        let second = try await renew(first, identity)
        _ = try await renew(second, identity)
        // The last one has grace, those before have none.
        let again = try await renew(second, identity)
        try await expectEnd(by: first, of: again, identity)
        await store.close()
    }

    /// Who is faster does not matter: the second of the two is noticed, and neither goes on.
    @Test(arguments: [true, false]) func whoStealsATokenWithinItsGraceIsNoticed(_ isThiefFirst: Bool) async throws {
        let (identity, store, first) = try await make()
        let owners = try await renew(first, identity)
        let thiefs = try await renew(first, identity, from: "203.0.113.9")
        clock.advance(by: 1700)
        let next = try await renew(isThiefFirst ? thiefs : owners, identity)
        try await expectEnd(by: isThiefFirst ? owners : thiefs, of: next, identity)
        await store.close()
    }

    @Test func tabsThatRenewAtOnceAllGetIn() async throws {
        let (identity, store, first) = try await make()
        let tabs = try await withThrowingTaskGroup(of: Tokens.self) { group in
            for _ in 0..<8 { group.addTask { try await self.renew(first, identity) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(tabs.map(\.refresh)).count == 8 && tabs.allSatisfy { identity.bearer(of: $0.access) != nil })
        #expect(try await identity.sessions(of: owner.principal).count == 1)
        let next = try await renew(tabs[3], identity)
        try await expectEnd(by: tabs[4], of: next, identity)
        await store.close()
    }

    @Test func graceIsNoWayToMakeTokensWithoutEnd() async throws {
        let (identity, store, first) = try await make()
        var last = try await renew(first, identity)
        for _ in 1..<16 { last = try await renew(first, identity) }
        try await expectEnd(by: first, of: last, identity)
        await store.close()
    }

    /// Killed after the token was used up and before the answer was sent.
    @Test(arguments: [true, false]) func graceOutlivesTheProcess(_ isSoon: Bool) async throws {
        let (identity, store, first) = try await make()
        let second = try await renew(first, identity)
        let third = try await renew(second, identity)
        // What a process that is killed leaves behind.
        for ending in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: folder.file("jarvis.db" + ending), toPath: folder.file("left.db" + ending))
        }
        await store.close()
        clock.advance(by: isSoon ? 25 : 35)
        let left = try await open("left.db"), restarted = try await self.identity(left)
        if isSoon {
            let fourth = try await renew(second, restarted)
            #expect(restarted.bearer(of: fourth.access) != nil)
            try await expectEnd(by: first, of: fourth, restarted)
        } else {
            try await expectEnd(by: second, of: third, restarted)
        }
        await left.close()
    }

    // MARK: lifetime

    @Test func aSessionEndsHoweverMuchItIsUsed() async throws {
        let (identity, store, first) = try await make()
        var tokens = first
        for day in stride(from: 6.0, through: 84, by: 6) {
            clock.advance(by: 6 * 86_400)
            tokens = try await renew(tokens, identity)
            let session = try #require(try await identity.sessions(of: owner.principal).first)
            #expect(session.expiresAt.timeIntervalSince(session.createdAt) == min(day + 7, 90) * 86_400)
        }
        clock.advance(by: 6 * 86_400 - 60)
        tokens = try await renew(tokens, identity)
        #expect(identity.bearer(of: tokens.access) != nil)
        clock.advance(by: 60)
        #expect(identity.bearer(of: tokens.access) == nil, "no access token outlives its session")
        #expect(await problem { try await renew(tokens, identity) }?.code == .unauthenticated)
        #expect(try await identity.sessions(of: owner.principal).isEmpty)
        #expect(!trail.events.contains { $0.action == .tokenReuse }, "nothing was stolen")
        _ = try await identity.openSession(for: owner, at: Door.place)
        await store.close()
    }

    @Test func aShorterLifetimeHoldsForSessionsThatThereAre() async throws {
        let (identity, store, first) = try await make()
        clock.advance(by: 5 * 86_400)
        let second = try await renew(first, identity)
        let restarted = try await self.identity(store, .init(session: .init(idle: 7 * 86_400, absolute: 5 * 86_400 + 60)))
        #expect(restarted.bearer(of: second.access) != nil)
        clock.advance(by: 60)
        #expect(restarted.bearer(of: second.access) == nil)
        #expect(await problem { try await renew(second, restarted) }?.code == .unauthenticated)
        await store.close()
    }
}
