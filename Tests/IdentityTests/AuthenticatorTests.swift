import Base
import Cryptography
import Domain
import Foundation
import Identity
import Observability
import StorageSQLite
import TestSupport
import Synchronization
import Testing

@Suite struct AuthenticatorTests {
    private let folder: TemporaryFolder
    private let clock = ManualClock(now: Date(timeIntervalSince1970: 1_800_000_000))
    private let password = Secret("une phrase facile à retenir")
    private let place = ClientPlace(device: "a phone", address: "192.0.2.7")

    init() throws { folder = try Paths.temporaryFolder() }

    private func make(secret: String = "0123456789abcdef0123456789abcdef", path: String = "jarvis.db") async throws -> (Authenticator, SQLiteStore) {
        let store = try await SQLiteStore.open(path: folder.file(path), encryptionKey: Secret(String(repeating: "a", count: 64)), log: .silent)
        try await store.keep(PasswordWork(passes: 2, memory: 20 << 20))
        return (try await Authenticator(users: store, sessions: store, keys: store, secretKey: Secret(secret), clock: clock, log: .silent), store)
    }

    @Test func setUpWorksOnceThenSignIn() async throws {
        let (identity, store) = try await make()
        #expect(try await identity.needsSetup())
        let owner = try await identity.setUp(name: " Zoé ", password: password, language: .french)
        #expect(owner.name == "Zoé" && owner.role == .owner)
        #expect(try await !identity.needsSetup())
        await #expect { try await identity.setUp(name: "b", password: password, language: .french) } throws: { ($0 as? Problem)?.code == .conflict }
        let (user, tokens) = try await identity.signIn(name: "zoé", password: password, at: place)
        #expect(user == owner)
        #expect(identity.bearer(of: tokens.access)?.principal == owner.principal)
        #expect(identity.bearer(of: tokens.refresh) == nil, "a refresh token opens nothing")
        await store.close()
    }

    @Test func wrongNameAndWrongPasswordAreTheSameRefusal() async throws {
        let (identity, store) = try await make()
        _ = try await identity.setUp(name: "zoe", password: password, language: .french)
        var refusals: [Problem] = []
        for (name, text) in [
            ("zoe", "wrong"), ("nobody", password.reveal()), ("", ""), (String(repeating: "z", count: 100_000), "x"),
            ("zoe", String(repeating: "p", count: 100_000)),
        ] {
            do { _ = try await identity.signIn(name: name, password: Secret(text), at: place) } catch let problem as Problem { refusals.append(problem) }
        }
        #expect(refusals.count == 5 && Set(refusals).count == 1 && refusals[0].code == .unauthenticated)
        await store.close()
    }

    @Test(arguments: ["", "short", String(repeating: "x", count: 1025)]) func weakPasswordsAreRefused(_ text: String) async throws {
        let (identity, store) = try await make()
        await #expect { try await identity.setUp(name: "zoe", password: Secret(text), language: .french) } throws: { ($0 as? Problem)?.code == .invalid }
        #expect(try await identity.needsSetup())
        await store.close()
    }

    @Test func twoSetUpsAtOnceMakeOneOwner() async throws {
        let (identity, store) = try await make()
        let made = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<4 { group.addTask { (try? await identity.setUp(name: "user\(number)", password: password, language: .french)) != nil } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(made == 1)
        await store.close()
    }

    @Test func tokensEndAndForgedOnesNeverWork() async throws {
        let (identity, store) = try await make()
        _ = try await identity.setUp(name: "zoe", password: password, language: .french)
        let tokens = try await identity.signIn(name: "zoe", password: password, at: place).tokens
        #expect(identity.bearer(of: tokens.access) != nil)
        let parts = tokens.access.split(separator: ".").map(String.init)
        let none = Base64URL.encode(Array(#"{"alg":"none","typ":"JWT"}"#.utf8))
        for forged in [
            "", "..", "a.b.c", tokens.access + "x", "\(none).\(parts[1]).", "\(none).\(parts[1]).\(parts[2])", "\(parts[0]).\(parts[1]).",
            String(repeating: "a.", count: 5000),
        ] {
            #expect(identity.bearer(of: forged) == nil)
        }
        let (other, otherStore) = try await make(secret: "another secret another secret 12", path: "other.db")
        #expect(other.bearer(of: tokens.access) == nil)
        clock.advance(by: 30 * 60 + 1)
        #expect(identity.bearer(of: tokens.access) == nil)
        let again = try await identity.refresh(tokens.refresh, at: place)
        #expect(identity.bearer(of: again.access) != nil)
        await #expect(throws: Problem.self) { try await identity.refresh(tokens.access, at: place) }
        clock.advance(by: 8 * 86_400)
        await #expect(throws: Problem.self) { try await identity.refresh(again.refresh, at: place) }
        await otherStore.close()
        await store.close()
    }

    /// Tokens that are signed right and yet are not what they should be; and all ways to have a token choose how it is checked.
    @Test func onlyWhatIsAnAccessTokenIsTakenForOne() async throws {
        let secret = "0123456789abcdef0123456789abcdef"
        let (identity, store) = try await make(secret: secret)
        _ = try await identity.setUp(name: "zoe", password: password, language: .french)
        let token = try await identity.signIn(name: "zoe", password: password, at: place).tokens.access
        let key = try #require(try await store.signingKeys(at: clock.now).first)
        let parts = token.split(separator: ".").map(String.init)
        let header = try JSONValue(parsing: Array(try #require(Base64URL.decode(parts[0]))))
        #expect(header["alg"] == "EdDSA" && header["kid"]?.string == key.id && header["typ"] == "at+jwt")
        let claims = try JSONValue(parsing: Array(try #require(Base64URL.decode(parts[1]))))
        let signed = try Ed25519.PrivateKey(seed: key.seed)

        /// The same token with other members; `nil` takes one away.
        func forge(_ changes: [String: JSONValue?], type: String = "at+jwt", hmac: Bool = false, keyID: String? = nil) throws -> String {
            guard case .object(var members) = claims else { return "" }
            for (name, value) in changes { members[name] = value }
            let signer =
                hmac
                ? try JSONWebSignature.Signer(hmac: Array(secret.utf8), keyID: keyID, type: type)
                : try JSONWebSignature.Signer(signed, keyID: keyID ?? key.id, type: type)
            return signer.sign(try JSON.encode(JSONValue.object(members)))
        }
        func isTaken(_ token: String) -> Bool { identity.bearer(of: token) != nil }
        #expect(isTaken(try forge([:])), "the forger knows the key")
        #expect(isTaken(try forge(["jti": "another"], hmac: true)), "JARVIS_SECRET_KEY signs, too")
        let now = clock.now.timeIntervalSince1970
        for (what, changes) in [
            ("expired", ["exp": .number(now - 1)]), ("not yet", ["nbf": .number(now + 120)]), ("of the future", ["iat": .number(now + 120)]),
            ("for others", ["aud": "elsewhere"]), ("by others", ["iss": "elsewhere"]), ("without audience", ["aud": nil]), ("without end", ["exp": nil]),
            ("of no session", ["sid": .string(Session.ID().description)]), ("of a session that is none", ["sid": "../../etc/passwd"]),
        ] as [(String, [String: JSONValue?])] {
            #expect(!isTaken(try forge(changes)), "\(what)")
            #expect(!isTaken(try forge(changes, hmac: true)), "\(what), HS256")
        }
        for type in ["JWT", "refresh+jwt", "AT+JWT ", ""] { #expect(!isTaken(try forge(["jti": "t"], type: type)), "\(type)") }
        for kid in ["../../dev/null", "' OR 1=1 --", "https://example.org/key", key.id + "\u{0}", key.id.lowercased() + "x", ""] {
            #expect(!isTaken(try forge(["jti": "k"], keyID: kid)), "\(kid)")
        }
        // The key's own public half as a secret.
        let confused = try JSONWebSignature.Signer(hmac: signed.publicKey.bytes, keyID: key.id, type: "at+jwt")
        #expect(!isTaken(confused.sign(try JSON.encode(claims))))
        for text in [
            #"{"alg":"none","typ":"at+jwt"}"#, #"{"alg":"EdDSA","kid":"\#(key.id)","typ":"at+jwt","jku":"https://example.org/keys"}"#,
            #"{"alg":"EdDSA","kid":"\#(key.id)","typ":"at+jwt","jwk":{"kty":"OKP"}}"#, #"{"alg":"EdDSA","kid":"\#(key.id)","typ":"at+jwt","crit":["exp"]}"#,
            #"{"alg":"HS256","alg":"EdDSA","kid":"\#(key.id)","typ":"at+jwt"}"#, "[]", "",
        ] {
            let message = Base64URL.encode(Array(text.utf8)) + "." + parts[1]
            #expect(!isTaken(message + "." + Base64URL.encode(signed.sign(Array(message.utf8)))), "\(text)")
            #expect(!isTaken(message + "."), "\(text)")
        }
        await store.close()
    }

    @Test func anotherKeySignsFromOneMomentOnAndNobodyIsSignedOut() async throws {
        let (identity, store) = try await make()
        _ = try await identity.setUp(name: "zoe", password: password, language: .french)
        let before = try await identity.signIn(name: "zoe", password: password, at: place).tokens
        clock.advance(by: 60)
        try await identity.rotateKeys()
        #expect(identity.bearer(of: before.access) != nil)
        let after = try await identity.refresh(before.refresh, at: place)
        #expect(identity.bearer(of: after.access) != nil && after.access.prefix(40) != before.access.prefix(40))
        #expect(try await store.signingKeys(at: clock.now).count == 2)
        // Another program on the same store, as after a restart.
        let restarted = try await Authenticator(users: store, sessions: store, keys: store, clock: clock, log: .silent)
        #expect(restarted.bearer(of: before.access) != nil && restarted.bearer(of: after.access) != nil)
        clock.advance(by: 30 * 60)
        try await identity.rotateKeys()
        #expect(try await store.signingKeys(at: clock.now).count == 2, "the first key's tokens have all ended")
        clock.advance(by: 91 * 86_400)
        _ = try await Authenticator(users: store, sessions: store, keys: store, clock: clock, log: .silent)
        #expect(try await store.signingKeys(at: clock.now).count == 2, "an old key is replaced at a start")
        await store.close()
    }

    @Test func aTicketWorksOnceAndNotForLong() async throws {
        let (identity, store) = try await make()
        let owner = try await identity.setUp(name: "zoe", password: password, language: .french).principal
        let access = try await identity.signIn(name: "zoe", password: password, at: place).tokens.access
        let bearer = try #require(identity.bearer(of: access))
        let ticket = try identity.issueTicket(for: bearer)
        #expect(identity.redeem(ticket: ticket)?.principal == owner)
        #expect(identity.redeem(ticket: ticket) == nil)
        let late = try identity.issueTicket(for: bearer)
        clock.advance(by: 31)
        #expect(identity.redeem(ticket: late) == nil)
        let useless = try identity.issueTicket(for: bearer)
        try await identity.end(bearer.session, of: owner)
        #expect(identity.redeem(ticket: useless) == nil)
        for _ in 0..<64 { _ = try identity.issueTicket(for: bearer) }
        #expect { try identity.issueTicket(for: bearer) } throws: { ($0 as? Problem)?.code == .tooManyRequests }
        await store.close()
    }

    @Test func aRefreshTokenIsGoodOnceAndItsReuseEndsTheSession() async throws {
        let (identity, store) = try await make()
        let owner = try await identity.setUp(name: "zoe", password: password, language: .french).principal
        let phone = try await identity.signIn(name: "zoe", password: password, at: place).tokens
        clock.advance(by: 1)
        let laptop = try await identity.signIn(name: "zoe", password: password, at: ClientPlace(device: "a laptop\n", address: "192.0.2.8")).tokens
        let ended = Mutex<[Session.ID]>([])
        identity.whenSessionEnds { session in ended.withLock { $0.append(session) } }
        let session = try #require(identity.bearer(of: phone.access)?.session)

        clock.advance(by: 60)
        let renewed = try await identity.refresh(phone.refresh, at: ClientPlace(device: "a phone", address: "198.51.100.1"))
        #expect(identity.bearer(of: renewed.access)?.session == session && renewed.refresh != phone.refresh)
        let listed = try await identity.sessions(of: owner)
        #expect(listed.map(\.device) == ["a laptop", "a phone"] && listed.map(\.address) == ["192.0.2.8", "198.51.100.1"])
        #expect(listed.map { $0.usedAt.timeIntervalSince($0.createdAt) } == [0, 61])

        // The same once more, when no answer can be under way any more: whoever has its successor is out, too.
        clock.advance(by: 31)
        await #expect { try await identity.refresh(phone.refresh, at: place) } throws: { ($0 as? Problem)?.code == .unauthenticated }
        #expect(identity.bearer(of: renewed.access) == nil && identity.bearer(of: phone.access) == nil)
        await #expect(throws: Problem.self) { try await identity.refresh(renewed.refresh, at: place) }
        #expect(ended.withLock { $0 } == [session])
        #expect(identity.bearer(of: laptop.access) != nil, "another device is none of it")
        for forged in ["", "x", String(repeating: "A", count: 43), String(repeating: "A", count: 10_000)] {
            await #expect(throws: Problem.self) { try await identity.refresh(forged, at: place) }
        }
        #expect(ended.withLock { $0.count } == 1)
        await store.close()
    }

    @Test func sessionsOutliveARestartAndEndWhenTheyAreSignedOut() async throws {
        var (identity, store) = try await make()
        let owner = try await identity.setUp(name: "zoe", password: password, language: .french).principal
        let phone = try await identity.signIn(name: "zoe", password: password, at: place).tokens
        let laptop = try await identity.signIn(name: "zoe", password: password, at: place).tokens
        let tablet = try await identity.signIn(name: "zoe", password: password, at: place).tokens
        await store.close()
        (identity, store) = try await make()
        let session = try #require(identity.bearer(of: phone.access)?.session)
        let stranger = Principal(household: owner.household, user: User.ID(), role: .owner, name: "b")
        await #expect { try await identity.end(session, of: stranger) } throws: { ($0 as? Problem)?.code == .notFound }
        try await identity.end(session, of: owner)
        await #expect { try await identity.end(session, of: owner) } throws: { ($0 as? Problem)?.code == .notFound }
        #expect(identity.bearer(of: phone.access) == nil && identity.bearer(of: laptop.access) != nil)
        await #expect(throws: Problem.self) { try await identity.refresh(phone.refresh, at: place) }
        await store.close()
        (identity, store) = try await make()
        #expect(identity.bearer(of: phone.access) == nil && identity.bearer(of: tablet.access) != nil)
        try await identity.signOutEverywhere(owner, from: "")
        #expect(identity.bearer(of: laptop.access) == nil && identity.bearer(of: tablet.access) == nil)
        #expect(try await identity.sessions(of: owner).isEmpty)
        await store.close()
    }

    /// Those of the prototype (bcrypt), and those made with less work than is usual now.
    @Test func anOldHashOpensAndIsMadeAnew() async throws {
        let (identity, store) = try await make()
        let owner = try await identity.setUp(name: "zoe", password: password, language: .french)
        let old = [
            try PasswordHash.make(password, .least), Secret("$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"),
        ]
        for (hash, opener) in zip(old, [password, Secret("U*U")]) {
            try await store.update(passwordHash: hash, of: owner.id)
            _ = try await identity.signIn(name: "zoe", password: opener, at: place)
            let now = try #require(try await store.user(named: "zoe")?.passwordHash)
            #expect(now != hash && !PasswordHash.needsRehash(now, .least) && PasswordHash.verify(opener, against: now))
        }
        await store.close()
    }
}
