import Base
import Cryptography
import Domain
import Foundation
@testable import Identity
import StorageSQLite
import TestSupport
import Testing

/// An answer of the provider in which one thing is not as it should be.
private struct Lie: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let tell: @Sendable (inout PretendProvider.Answers) -> Void

    init(_ name: String, _ tell: @escaping @Sendable (inout PretendProvider.Answers) -> Void) {
        testDescription = name
        self.tell = tell
    }

    static let all = [
        Lie("another issuer") { $0.claims["iss"] = "https://evil.example" },
        Lie("the issuer with a slash") { $0.claims["iss"] = "https://id.example/" },
        Lie("for another client") { $0.claims["aud"] = "somebody" },
        Lie("for nobody") { $0.claims["aud"] = nil },
        Lie("for several, and it does not say who asked") { $0.claims["aud"] = ["jarvis", "somebody"] },
        Lie("asked for by another client") { $0.claims["azp"] = "somebody" },
        Lie("over") { $0.claims["exp"] = .number((($0.claims["iat"]?.number) ?? 0) - 61) },
        Lie("without an end") { $0.claims["exp"] = nil },
        Lie("of tomorrow") { $0.claims["iat"] = .number((($0.claims["iat"]?.number) ?? 0) + 86_400) },
        Lie("of yesterday") { $0.claims["iat"] = .number((($0.claims["iat"]?.number) ?? 0) - 86_400) },
        Lie("another nonce") { $0.nonce = "x" },
        Lie("without a nonce") { $0.nonce = nil },
        Lie("nobody's") { $0.claims["sub"] = nil },
        Lie("with an empty subject") { $0.claims["sub"] = "" },
        Lie("a number for a subject") { $0.claims["sub"] = 4711 },
        Lie("signed by another") { $0.isForged = true },
        Lie("unsigned") { $0.tokenAnswer = #"{"id_token":"eyJhbGciOiJub25lIn0.eyJzdWIiOiI0NzExIn0."}"# },
        Lie("no token") { $0.tokenAnswer = #"{"error":"invalid_grant"}"# },
        Lie("no JSON") { $0.tokenAnswer = "<html>" },
    ]
}

@Suite(.timeLimit(.minutes(1))) struct OpenIDTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let clock = ManualClock(now: Date(timeIntervalSince1970: 1_800_000_000))
    private let trail = Door.Trail()
    private let provider: PretendProvider
    private let openID: OpenIDSignIn
    private let identity: Authenticator
    private let user: User
    private let bearer: Bearer
    private let back = "https://jarvis.example/auth/oidc/callback"
    private let verifier = "what the page keeps to itself"

    init() async throws {
        folder = try Paths.temporaryFolder()
        store = try await SQLiteStore.open(path: folder.file("jarvis.db"), encryptionKey: Secret(String(repeating: "a", count: 64)), log: .silent)
        provider = try PretendProvider(now: clock.now)
        openID = try OpenIDSignIn(
            OpenIDClient(issuer: PretendProvider.issuer, id: "jarvis", secret: Secret("s:e c&t"), name: "Maison"), transport: provider, store: store,
            clock: clock, trail: trail, log: .silent)
        let factors = SecondFactors(store: store, clock: clock, trail: trail)
        identity = try await Authenticator(
            users: store, sessions: store, keys: store,
            ways: SignInWays(secondFactors: factors, openID: openID, trail: trail), clock: clock, log: .silent)
        user = User(household: .init(), name: "zoe", role: .owner, language: .french, createdAt: clock.now)
        #expect(try await store.createOwner(user, passwordHash: Secret("the hash of a password")))
        let tokens = try await identity.openSession(for: user, at: Door.place)
        bearer = try #require(identity.bearer(of: tokens.access))
    }

    private var challenge: String { get throws { Base64URL.encode(try sha256(Array(verifier.utf8))) } }

    /// Begins, and makes the provider know the nonce.
    private func begin(for bearer: Bearer? = nil) async throws -> [String: String] {
        let url = try await openID.begin(challenge: challenge, linkingFor: bearer, back: back)
        let items = URLComponents(string: url)?.queryItems ?? []
        let query = Dictionary(items.map { ($0.name, $0.value ?? "") }) { first, _ in first }
        provider.answers.withLock { $0.nonce = query["nonce"] }
        return query
    }

    private func finish(_ query: [String: String], code: String? = "c", error: String? = nil, issuer: String? = PretendProvider.issuer) async throws -> String {
        try await openID.finish(state: query["state"], code: code, error: error, issuer: issuer, back: back, from: "192.0.2.7").code
    }

    private func link() async throws -> OutsideAccount {
        try await openID.link(try await finish(begin(for: bearer)), verifier: verifier, for: bearer, from: "192.0.2.7")
    }

    private func signIn(_ code: String, verifier: String? = nil, otp: Secret? = nil) async throws -> Authenticator.Tokens {
        try await identity.signIn(openID: code, verifier: verifier ?? self.verifier, otp: otp, at: Door.place)
    }

    @Test func anAccountIsLinkedAndSignsIn() async throws {
        let query = try await begin()
        #expect(query["response_type"] == "code" && query["client_id"] == "jarvis" && query["redirect_uri"] == back && query["scope"] == "openid profile")
        #expect(query["code_challenge_method"] == "S256")
        // Nobody has linked it: it signs nobody in, whatever names it tells.
        #expect(await problem { try await signIn(finish(query)) }?.code == .forbidden)
        let form = provider.forms.withLock { $0[0] }
        let sent = try #require(form.split(separator: "&").first { $0.hasPrefix("code_verifier=") }?.dropFirst(14))
        #expect(Base64URL.encode(try sha256(Array(sent.utf8))) == query["code_challenge"])
        #expect(provider.credentials.withLock { $0 } == ["jarvis:s%3Ae%20c%26t"])

        let account = try await link()
        #expect(account.name == "zoe.d" && account.subject == "4711")
        let tokens = try await signIn(finish(begin()))
        #expect(identity.bearer(of: tokens.access)?.principal == user.principal)
        #expect(try await openID.accounts(of: user.principal).map(\.usedAt) == [clock.now])
        // A person has one account there, and an account is one person's.
        #expect(await problem { try await link() }?.code == .conflict)
        try await openID.unlink(account.id, of: user.principal, from: "")
        #expect(await problem { try await openID.unlink(account.id, of: user.principal, from: "") }?.code == .notFound)
        #expect(await problem { try await signIn(finish(begin())) }?.code == .forbidden)
        #expect(trail.events.map(\.action) == [.signIn, .factorAdd, .signIn, .factorRemove])
        await store.close()
    }

    @Test(arguments: Lie.all) private func whatAProviderMayNotSayIsRefused(_ lie: Lie) async throws {
        _ = try await link()
        let query = try await begin()
        provider.answers.withLock { lie.tell(&$0) }
        #expect(await problem { try await finish(query) }?.code == .unauthenticated)
        #expect(trail.events.last?.outcome == .refused)
        await store.close()
    }

    @Test func severalAudiencesAreFineWhenItSaysWhoAsked() async throws {
        _ = try await link()
        provider.answers.withLock {
            $0.claims["aud"] = ["somebody", "jarvis"]
            $0.claims["azp"] = "jarvis"
        }
        _ = try await signIn(finish(begin()))
        await store.close()
    }

    @Test func aStateIsGoodOnceForAWhileAndHere() async throws {
        _ = try await link()
        let query = try await begin()
        _ = try await finish(query)
        #expect(await problem { try await finish(query) }?.code == .unauthenticated, "used twice")
        for state in ["", "x", "....", "a.b.c.d.e", String(repeating: "x", count: 10_000), (query["state"] ?? "") + "A"] {
            #expect(await problem { try await finish(["state": state]) }?.code == .unauthenticated)
        }
        let late = try await begin()
        clock.advance(by: 600)
        #expect(await problem { try await finish(late) }?.code == .unauthenticated)
        await store.close()
    }

    @Test func theProvidersNameAndItsRefusalCount() async throws {
        #expect(await problem { try await finish(begin(), issuer: "https://evil.example") }?.code == .unauthenticated)
        #expect(await problem { try await finish(begin(), issuer: nil) }?.code == .unauthenticated, "it says that it names itself")
        #expect(await problem { try await finish(begin(), error: "access_denied") }?.code == .unauthenticated)
        #expect(await problem { try await finish(begin(), code: nil) }?.code == .unauthenticated)
        #expect(await problem { try await finish(begin(), code: String(repeating: "c", count: 2001)) }?.code == .unauthenticated)
        #expect(provider.forms.withLock { $0.isEmpty }, "none of that is asked about")
        await store.close()
    }

    /// The code that comes back is for the page that began, once, soon, and for what it began with.
    @Test func theCodeBelongsToThePage() async throws {
        let account = try await link()
        let code = try await finish(begin())
        #expect(await problem { try await signIn(code, verifier: "of another page") }?.code == .forbidden)
        #expect(await problem { try await openID.link(code, verifier: verifier, for: bearer, from: "") }?.code == .forbidden)
        _ = try await signIn(code)
        #expect(await problem { try await signIn(code) }?.code == .forbidden)
        let late = try await finish(begin())
        clock.advance(by: 60)
        #expect(await problem { try await signIn(late) }?.code == .forbidden)
        // What somebody began to link is linked to nobody else, and signs nobody in.
        try await openID.unlink(account.id, of: user.principal, from: "")
        let linking = try await finish(begin(for: bearer))
        #expect(await problem { try await signIn(linking) }?.code == .forbidden)
        let other = Bearer(principal: user.principal, session: .init())
        #expect(await problem { try await openID.link(linking, verifier: verifier, for: other, from: "") }?.code == .forbidden)
        _ = try await openID.link(linking, verifier: verifier, for: bearer, from: "")
        for challenge in ["", "x", String(repeating: "!", count: 43)] {
            #expect(await problem { try await openID.begin(challenge: challenge, back: back) }?.code == .invalid)
        }
        await store.close()
    }

    private func invite(as role: Role = .member) async throws -> Secret { try await identity.accounts.invite(as: role, by: user.principal).code }

    private func join(_ invitation: Secret, _ code: String, name: String = "lea", verifier: String? = nil) async throws -> Authenticator.Tokens {
        try await identity.register(
            openID: code, verifier: verifier ?? self.verifier, invitation: invitation, name: name, language: .english, at: Door.place)
    }

    @Test func anInvitationIsAcceptedWithoutEverHavingAPassword() async throws {
        let invitation = try await invite(), code = try await finish(begin())
        #expect(await problem { try await join(Secret("of nobody"), code) }?.code == .forbidden)
        #expect(await problem { try await join(invitation, code, verifier: "of another page") }?.code == .forbidden)
        #expect(await problem { try await join(invitation, "x") }?.code == .forbidden)
        #expect(await problem { try await join(invitation, code, name: "ZOE") }?.code == .conflict)
        #expect(try await store.user(named: "lea") == nil, "nothing is left of those tries")
        let tokens = try await join(invitation, code)
        let bearer = try #require(identity.bearer(of: tokens.access)), me = bearer.principal
        #expect(me.name == "lea" && me.role == .member && me.household == user.household && bearer.isProven)
        #expect(try await openID.accounts(of: me).map(\.name) == ["zoe.d"])
        #expect(trail.events.suffix(2).map(\.action) == [.userAdd, .signIn])
        // Each of the two codes was good once.
        #expect(await problem { try await signIn(code) }?.code == .forbidden)
        #expect(await problem { try await join(invitation, finish(begin()), name: "tom") }?.code == .forbidden)
        #expect(await problem { try await join(invite(), finish(begin()), name: "tom") }?.code == .conflict, "one account there is one person here")
        #expect(try await store.user(named: "tom") == nil)
        let again = try await signIn(finish(begin()))
        #expect(identity.bearer(of: again.access)?.principal == me)
        await store.close()
    }

    @Test func whoHasNoPasswordSetsOneAfterSigningInAgain() async throws {
        let joined = try await join(invite(), finish(begin()))
        var bearer = try #require(identity.bearer(of: joined.access))
        let me = bearer.principal
        for password in ["", "!", "a password that is none"] {
            let refusal = await problem { try await identity.signIn(name: "lea", password: Secret(password), at: Door.place) }
            #expect(refusal == Problem(.unauthenticated, "the name or the password is wrong"))
        }
        // Their only way in stays, and an open page proves nothing.
        let link = try #require(try await openID.accounts(of: me).first)
        #expect(await problem { try await openID.unlink(link.id, of: me, from: "") }?.code == .conflict)
        try await identity.proveFully(bearer, password: nil, otp: nil, at: Door.place)
        #expect(await problem { try await identity.stepUp(bearer, password: Secret("!"), otp: nil, at: Door.place) }?.code == .forbidden)
        clock.advance(by: 300)
        bearer = try #require(identity.current(bearer))
        let chosen = Secret("une phrase facile à retenir")
        for password in [nil, Secret("!"), Secret("")] {
            #expect(await problem { try await identity.accounts.changePassword(from: password, to: chosen, by: bearer) }?.code == .stepUpNeeded)
            #expect(await problem { try await identity.proveFully(bearer, password: password, otp: nil, at: Door.place) }?.code == .forbidden)
            #expect(await problem { try await identity.stepUp(bearer, password: password, otp: nil, at: Door.place) }?.code == .forbidden)
        }
        bearer = try #require(identity.bearer(of: try await signIn(finish(begin())).access))
        try await identity.accounts.changePassword(from: nil, to: chosen, by: bearer)
        _ = try await identity.signIn(name: "lea", password: chosen, at: Door.place)
        // From now on it is asked for.
        #expect(await problem { try await identity.accounts.changePassword(from: nil, to: chosen, by: bearer) }?.code == .forbidden)
        #expect(await problem { try await identity.proveFully(bearer, password: nil, otp: nil, at: Door.place) }?.code == .invalid)
        try await openID.unlink(link.id, of: me, from: "")
        await store.close()
    }

    @Test func whoBeginsWithoutEndKeepsNobodyOut() async throws {
        let small = try OpenIDSignIn(
            OpenIDClient(issuer: PretendProvider.issuer, id: "jarvis", secret: nil, name: ""), transport: provider, store: store, limit: 8, clock: clock,
            log: .silent)
        func begun() async throws -> String? {
            let url = try await small.begin(challenge: challenge, back: back)
            let items = URLComponents(string: url)?.queryItems ?? []
            provider.answers.withLock { $0.nonce = items.first { $0.name == "nonce" }?.value }
            return items.first { $0.name == "state" }?.value
        }
        func finished(_ state: String?) async throws -> String {
            try await small.finish(state: state, code: "c", error: nil, issuer: PretendProvider.issuer, back: back, from: "").code
        }
        _ = try await link()
        provider.answers.withLock { $0.tokenAnswer = "{}" }
        for _ in 0..<200 {
            let state = try await begun()
            #expect(await problem { try await finished(state) }?.code == .unauthenticated)
        }
        provider.answers.withLock { $0.tokenAnswer = nil }
        var codes: [String] = []
        for _ in 0..<20 {
            clock.advance(by: 0.5)
            let state = try await begun()
            codes.append(try await finished(state))
            #expect(await problem { try await finished(state) }?.code == .unauthenticated, "used twice")
        }
        // The newest is there whoever came before; of those that had to go the oldest went.
        #expect(try await small.user(of: codes[19], verifier: verifier).id == user.id)
        #expect(await problem { try await small.user(of: codes[0], verifier: verifier) }?.code == .forbidden)
        #expect(small.use(codes[19]) && !small.use(codes[19]))
        await store.close()
    }

    /// The provider stands for the password, not for the app.
    @Test func anAppIsAskedForAllTheSame() async throws {
        _ = try await link()
        let factors = try #require(identity.ways.secondFactors)
        let app = try TOTP(base32: try await factors.enrol(user.principal).secret)
        _ = try await factors.confirm(app.code(at: TOTP.step(at: clock.now)), by: bearer, from: "")
        let code = try await finish(begin())
        #expect(await problem { try await signIn(code) }?.code == .otpNeeded)
        clock.advance(by: 30)
        _ = try await signIn(code, otp: app.code(at: TOTP.step(at: clock.now)))
        await store.close()
    }

    @Test(arguments: [
        ("issuer", "https://evil.example"), ("authorization_endpoint", "http://id.example/authorize"), ("token_endpoint", "file:///etc/passwd"),
        ("jwks_uri", "http://192.168.1.1/keys"), ("token_endpoint", "https://user@id.example/"),
    ]) func aProviderThatDescribesItselfOddlyIsNotUsed(name: String, value: String) async throws {
        provider.answers.withLock { $0.discovery[name] = .string(value) }
        #expect(await problem { try await begin() }?.code == .unavailable)
        await store.close()
    }

    @Test func aProviderThatIsDownIsSaidToBe() async throws {
        provider.answers.withLock { $0.isDown = true }
        #expect(await problem { try await begin() }?.code == .unavailable)
        provider.answers.withLock { $0.isDown = false }
        let query = try await begin()
        provider.answers.withLock { $0.isDown = true }
        #expect(await problem { try await finish(query) }?.code == .unavailable)
        for issuer in ["http://id.example", "ftp://localhost", "", "id.example"] {
            #expect(throws: Problem.self) {
                try OpenIDSignIn(OpenIDClient(issuer: issuer, id: "x", secret: nil, name: ""), transport: provider, store: store, log: .silent)
            }
        }
        await store.close()
    }
}
