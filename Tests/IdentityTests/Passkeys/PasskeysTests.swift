import Base
import Cryptography
import Domain
import Foundation
import Identity
import StorageSQLite
import TestSupport
import Testing

/// Passkeys on a real store: challenges that are good once, for a while and for one thing, and counters that go on.
@Suite(.timeLimit(.minutes(1))) struct PasskeysTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let clock = ManualClock(now: Date(timeIntervalSince1970: 1_800_000_000))
    private let trail = Door.Trail()
    private let passkeys: Passkeys
    private let site: PasskeySite
    private let user: User
    private let bearer: Bearer

    init() async throws {
        folder = try Paths.temporaryFolder()
        store = try await SQLiteStore.open(path: folder.file("jarvis.db"), encryptionKey: Secret(String(repeating: "a", count: 64)), log: .silent)
        passkeys = try Passkeys(store: store, clock: clock, trail: trail, log: .silent)
        site = try PasskeySite(origin: "https://jarvis.example")
        user = User(household: .init(), name: "zoe", role: .owner, language: .french, createdAt: clock.now)
        #expect(try await store.createOwner(user, passwordHash: Secret("!")))
        bearer = Bearer(principal: user.principal, session: .init())
    }

    private var handle: [UInt8] { withUnsafeBytes(of: (user.id.high.bigEndian, user.id.low.bigEndian)) { Array($0) } }

    private func make(_ key: SoftKey, credential: [UInt8] = Array(1...32), counter: UInt32 = 0) async throws -> Passkey {
        var ceremony = SoftCeremony(key, challenge: try await passkeys.registrationOptions(for: bearer, at: site).challenge)
        ceremony.credential = credential
        ceremony.counter = counter
        return try await passkeys.register(ceremony.registration(), name: " Téléphone ", for: bearer, at: site, from: "192.0.2.7")
    }

    private func answer(_ key: SoftKey, _ challenge: [UInt8], counter: UInt32 = 0) throws -> PasskeyAssertionResponse {
        var ceremony = SoftCeremony(key, challenge: challenge)
        ceremony.type = "webauthn.get"
        ceremony.handle = handle
        ceremony.counter = counter
        return try ceremony.assertion()
    }

    private func signIn(_ answer: PasskeyAssertionResponse) async throws -> User { try await passkeys.signIn(answer, at: site, from: "192.0.2.7") }

    @Test func oneIsMadeListedUsedAndRemoved() async throws {
        let key = try SoftKey.es256(), me = bearer.principal
        let made = try await make(key)
        #expect(made.name == "Téléphone" && made.site == "jarvis.example")
        clock.advance(by: 60)
        #expect(try await signIn(answer(key, passkeys.signInOptions(at: site).challenge)) == user)
        let listed = try await passkeys.passkeys(of: me)
        #expect(listed.map(\.id) == [made.id] && listed[0].usedAt == clock.now)
        let options = try await passkeys.registrationOptions(for: bearer, at: site)
        #expect(options.known == [made.credential] && options.handle == handle && options.algorithms == [-8, -7])
        #expect(try await passkeys.registrationOptions(for: bearer, at: PasskeySite(origin: "http://localhost:3000")).known.isEmpty)
        let stranger = Principal(household: .init(), user: .init(), role: .owner, name: "eve")
        #expect(try await passkeys.passkeys(of: stranger).isEmpty)
        #expect(await problem { try await passkeys.remove(made.id, of: stranger, from: "") }?.code == .notFound)
        try await passkeys.remove(made.id, of: me, from: "192.0.2.7")
        #expect(await problem { try await passkeys.remove(made.id, of: me, from: "") }?.code == .notFound)
        #expect(await problem { try await signIn(answer(key, passkeys.signInOptions(at: site).challenge)) }?.code == .unauthenticated)
        #expect(trail.events.map(\.action) == [.factorAdd, .factorRemove, .signIn])
        #expect(trail.events.map(\.outcome) == [.done, .done, .refused])
        await store.close()
    }

    @Test func aChallengeIsGoodOnceForAWhileAndForOneThing() async throws {
        let key = try SoftKey.edDSA()
        _ = try await make(key)
        // Used twice, also at the same time.
        let first = try answer(key, passkeys.signInOptions(at: site).challenge)
        let admitted = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 { group.addTask { (try? await signIn(first)) != nil } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(admitted == 1)
        // Over its time.
        let late = try passkeys.signInOptions(at: site).challenge
        clock.advance(by: 119)
        _ = try await signIn(answer(key, late))
        let later = try passkeys.signInOptions(at: site).challenge
        clock.advance(by: 120)
        #expect(await problem { try await signIn(answer(key, later)) }?.code == .unauthenticated)
        // For something else, somebody else, a page elsewhere, of another server.
        let other = Bearer(principal: user.principal, session: .init())
        let proof = try await passkeys.proofOptions(for: bearer, at: site)
        #expect(proof.allowed == [Array(1...32)])
        let elsewhere = try PasskeySite(origin: "https://jarvis.example:8443")
        let foreign = try Passkeys(store: store, clock: clock, log: .silent).signInOptions(at: site).challenge
        for challenge in [
            proof.challenge, try await passkeys.registrationOptions(for: bearer, at: site).challenge, try passkeys.signInOptions(at: elsewhere).challenge,
            foreign, [], [UInt8](repeating: 0, count: 56),
        ] {
            #expect(await problem { try await signIn(answer(key, challenge)) }?.code == .unauthenticated)
        }
        var ceremony = SoftCeremony(try SoftKey.edDSA(), challenge: try await passkeys.registrationOptions(for: other, at: site).challenge)
        ceremony.credential = [1]
        let registration = try ceremony.registration()
        #expect(await problem { try await passkeys.register(registration, name: "x", for: bearer, at: site, from: "") }?.code == .invalid)
        _ = try await passkeys.register(registration, name: "x", for: other, at: site, from: "")
        await store.close()
    }

    @Test func aCounterThatGoesBackIsRefusedAndNoticed() async throws {
        let key = try SoftKey.es256()
        _ = try await make(key, counter: 3)
        _ = try await signIn(answer(key, passkeys.signInOptions(at: site).challenge, counter: 9))
        for counter: UInt32 in [9, 8, 0] {
            #expect(await problem { try await signIn(answer(key, passkeys.signInOptions(at: site).challenge, counter: counter)) }?.code == .unauthenticated)
        }
        _ = try await signIn(answer(key, passkeys.signInOptions(at: site).challenge, counter: 10))
        _ = try await signIn(answer(key, passkeys.signInOptions(at: site).challenge, counter: .max))
        await store.close()
    }

    @Test func aCredentialIsKnownOnceAndThereAreNotTooMany() async throws {
        _ = try await make(SoftKey.edDSA())
        #expect(await problem { try await make(SoftKey.edDSA()) }?.code == .conflict)
        for name in ["", "  ", String(repeating: "x", count: 65), "a\nb"] {
            let ceremony = SoftCeremony(try .edDSA(), challenge: try await passkeys.registrationOptions(for: bearer, at: site).challenge)
            #expect(await problem { try await passkeys.register(ceremony.registration(), name: name, for: bearer, at: site, from: "") }?.code == .invalid)
        }
        for number: UInt8 in 1..<20 { _ = try await make(SoftKey.edDSA(), credential: [number]) }
        #expect(await problem { try await passkeys.registrationOptions(for: bearer, at: site) }?.code == .conflict)
        await store.close()
    }
}
