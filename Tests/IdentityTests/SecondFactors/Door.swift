import Base
import Cryptography
import Domain
import Foundation
import Identity
import Observability
import StorageSQLite
import Synchronization
import TestSupport
import Testing

/// Identity on a real store, with an owner, and what the trail was told.
struct Door {
    static let password = Secret("une phrase facile à retenir")
    static let place = ClientPlace(device: "a phone", address: "192.0.2.7")

    final class Trail: AuditTrail {
        private let kept = Mutex<[AuditEvent]>([])
        var events: [AuditEvent] { kept.withLock { $0 } }
        func record(_ event: AuditEvent) { kept.withLock { $0.append(event) } }
    }

    let folder: TemporaryFolder
    let store: SQLiteStore
    let clock = ManualClock(now: Date(timeIntervalSince1970: 1_800_000_000))
    let trail = Trail()
    let factors: SecondFactors
    let identity: Authenticator
    let owner: User

    init() async throws {
        folder = try Paths.temporaryFolder()
        store = try await SQLiteStore.open(path: folder.file("jarvis.db"), encryptionKey: Secret(String(repeating: "a", count: 64)), log: .silent)
        try await store.keep(PasswordWork(passes: 2, memory: 20 << 20))
        factors = SecondFactors(store: store, clock: clock, trail: trail)
        identity = try await Authenticator(
            users: store, sessions: store, keys: store, ways: SignInWays(secondFactors: factors, trail: trail),
            clock: clock, log: .silent)
        owner = try await identity.setUp(name: "zoe", password: Self.password, language: .french)
    }

    /// The owner, at a session that is only named here.
    var bearer: Bearer { Bearer(principal: owner.principal, session: .init()) }

    /// Adds an app, as a person does.
    func addApp() async throws -> (app: TOTP, codes: [Secret]) {
        let app = try TOTP(base32: try await factors.enrol(owner.principal).secret)
        let codes = try await factors.confirm(app.code(at: TOTP.step(at: clock.now)), by: bearer, from: Self.place.address)
        clock.advance(by: 30)
        return (app, codes)
    }

    func code(_ app: TOTP, steps: Int64 = 0) throws -> Secret { try app.code(at: TOTP.step(at: clock.now) + steps) }

    /// Six digits that are no code now, nor in a while.
    func wrong(_ app: TOTP) throws -> Secret {
        let codes = try (-3...3000).map { try code(app, steps: $0).reveal() }
        return Secret(try #require((0..<10_000).lazy.map { String(format: "%06d", $0) }.first { !codes.contains($0) }))
    }

    /// Shows a code at a session: like signing in with it, without the work that the password makes.
    func show(_ otp: Secret, at bearer: Bearer) async throws { try await identity.stepUp(bearer, password: nil, otp: otp, at: Self.place) }

    func signIn(otp: Secret?, password: Secret = Door.password, at place: ClientPlace = Door.place) async throws -> Bearer {
        let tokens = try await identity.signIn(name: "zoe", password: password, otp: otp, at: place).tokens
        return try #require(identity.bearer(of: tokens.access))
    }
}

/// The problem that something ends with.
func problem(_ body: () async throws -> some Any) async -> Problem? {
    do {
        _ = try await body()
        return nil
    } catch {
        return error as? Problem
    }
}
