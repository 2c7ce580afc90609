public import Base
import Cryptography
public import Domain
import Foundation
public import Observability
import Synchronization

/// Sign-in with an account at an OpenID provider, which its owner linked before: nobody is known here by a mail address that a provider tells.
///
/// The page keeps a verifier and begins with its hash. What the provider answers becomes a code in the page's address, good for a minute, and for that page alone:
/// an answer that somebody else slipped into the browser is worth nothing there.
public final class OpenIDSignIn: Sendable {
    private struct Finished: Fading {
        let account: OpenIDFlow.Account
        let state: OpenIDState
        let fadesAt: Int64
    }

    /// A state that was used.
    private struct Used: Fading {
        let fadesAt: Int64
    }

    /// For which a code is good, in nanoseconds.
    private static let codeLifetime: Int64 = 60_000_000_000
    /// Seconds for which what a provider says of itself is believed.
    private static let discoveryLifetime = 600.0

    private struct Kept {
        var provider: (value: OpenIDProvider, until: Date)?
        // Anybody may begin. Where there is no room left, what ends first goes: whoever begins without end drives out their own, and keeps nobody from signing in.
        var codes: FadingTable<String, Finished>
        var used: FadingTable<OpenIDState, Used>
    }

    private let client: OpenIDClient
    private let transport: any OpenIDTransport
    private let store: any OutsideAccountStore
    private let clock: any WallClock
    private let trail: (any AuditTrail)?
    private let log: Logger
    private let key: [UInt8]
    private let kept: Mutex<Kept>

    /// - Parameter limit: people who may be back from the provider at once; ten times as many sign-ins are remembered as begun and used up.
    /// - Throws: `Problem.invalid` for an issuer that is neither HTTPS nor of this machine.
    public init(
        _ client: OpenIDClient, transport: any OpenIDTransport, store: any OutsideAccountStore, limit: Int = 1000, clock: any WallClock = SystemWallClock(),
        trail: (any AuditTrail)? = nil, log: Logger
    ) throws {
        kept = Mutex(Kept(codes: FadingTable(limit: limit), used: FadingTable(limit: 10 * limit)))
        guard OpenIDProvider.isSafe(client.issuer) else { throw Problem(.invalid, "an OpenID provider has an address with https, or one of this machine") }
        self.client = client
        self.transport = transport
        self.store = store
        self.clock = clock
        self.trail = trail
        self.log = log
        key = try RandomBytes.make(32)
    }

    /// What people call the provider.
    public var name: String { client.name }

    // MARK: there and back

    /// Where the page goes to sign in.
    /// - Parameters:
    ///   - challenge: SHA-256 of the page's verifier, in base64url.
    ///   - bearer: who links an account; `nil` to sign in.
    ///   - back: where the provider sends the browser back to.
    public func begin(challenge: String, linkingFor bearer: Bearer? = nil, back: String) async throws -> String {
        guard OpenIDState.isChallenge(challenge) else { throw Problem(.invalid, "challenge must be a SHA-256 hash in base64url, 43 characters") }
        let flow = try await flow()
        return try flow.authorizationURL(
            OpenIDState(bearer.map { .link(session: $0.session.description) } ?? .signIn, challenge: challenge, at: clock.now), back: back)
    }

    /// Takes the provider's answer.
    /// - Returns: a code for the page, and whether it is to link an account.
    /// - Throws: `Problem.unauthenticated`, the same for whatever is wrong; `.unavailable`.
    public func finish(
        state text: String?, code: String?, error: String?, issuer: String?, back: String, from address: String
    ) async throws -> (code: String, isLink: Bool) {
        let now = clock.now
        do {
            let state = try OpenIDState(text ?? "", key: key, at: now), flow = try await flow()
            let code = try flow.code(in: (code, error, issuer))
            guard use(state, at: now) else { throw OpenIDFault.usedState }
            let request = try flow.tokenRequest(code, state, back: back)
            let token = try flow.idToken(
                in: await reached { try await transport.post(request.form, to: flow.provider.token, credentials: request.credentials) })
            let keys = try JSONWebSignature.KeyTable(jwks: await reached { try await transport.page(flow.provider.keys) })
            let account = try flow.account(in: token, keys: keys, state, at: now)
            let given = Base64URL.encode(try RandomBytes.make(32))
            let moment = clock.nanoseconds
            kept.withLock { $0.codes.set(Finished(account: account, state: state, fadesAt: moment + Self.codeLifetime), for: given, at: moment) }
            return (given, state.purpose != .signIn)
        } catch let fault as OpenIDFault {
            throw refused(fault.rawValue, from: address)
        } catch let error as CryptographyError {
            throw refused(error.description, from: address)
        }
    }

    private func refused(_ reason: String, from address: String) -> Problem {
        log.notice("a sign-in at the OpenID provider was refused", ["reason": reason])
        trail?.record(AuditEvent(.signIn, .refused, address: address, target: "openid"))
        return Problem(.unauthenticated, "signing in at \(client.name) came to nothing: try again")
    }

    /// A state is good for one code, also when that comes to nothing. One that was forgotten is refused by the provider, whose code was good once, too.
    private func use(_ state: OpenIDState, at now: Date) -> Bool {
        let moment = clock.nanoseconds, rest = state.end - Int64(now.timeIntervalSince1970)
        return kept.withLock { kept in
            guard kept.used[state] == nil else { return false }
            kept.used.set(Used(fadesAt: moment + rest * 1_000_000_000), for: state, at: moment)
            return true
        }
    }

    private func flow() async throws -> OpenIDFlow {
        let now = clock.now
        if let known = kept.withLock({ $0.provider }), known.until > now { return OpenIDFlow(client: client, provider: known.value, key: key) }
        let document = try await reached { try await transport.page(OpenIDProvider.discovery(of: client.issuer)) }
        guard let provider = try? OpenIDProvider(document, issuer: client.issuer) else {
            log.error("the OpenID provider describes itself as nobody can use it", ["issuer": client.issuer])
            throw Problem(.unavailable, "\(client.name) is not set up as Jarvis needs it: JARVIS_OIDC_ISSUER must be its address as it calls itself")
        }
        kept.withLock { $0.provider = (provider, now.addingTimeInterval(Self.discoveryLifetime)) }
        return OpenIDFlow(client: client, provider: provider, key: key)
    }

    private func reached(_ body: () async throws -> [UInt8]) async throws -> [UInt8] {
        do {
            return try await body()
        } catch {
            log.warning("the OpenID provider does not answer", ["error": "\(error)"])
            throw Problem(.unavailable, "\(client.name) does not answer: try again later, or sign in in another way")
        }
    }

    // MARK: what comes of it

    /// Whose account it is. The code stays good until `use` is called.
    /// - Parameter verifier: what the page began with, unhashed.
    /// - Throws: `Problem.unauthenticated` for a code that is not good, `.forbidden` for an account that nobody has linked.
    func user(of code: String, verifier: String) async throws -> User {
        let finished = try finished(code, verifier, .signIn)
        guard let user = try await store.use(issuer: client.issuer, subject: finished.account.subject, at: clock.now) else {
            throw Problem(.forbidden, "nobody here has linked this account: sign in with your password first, and link it")
        }
        return user
    }

    /// Uses a code up: `false` when that had been done.
    func use(_ code: String) -> Bool {
        kept.withLock { kept in
            guard kept.codes[code] != nil else { return false }
            kept.codes.set(nil, for: code, at: 0)
            return true
        }
    }

    /// The account at the provider, to be linked to whoever is about to have an account here. The code stays good until `use` is called.
    /// - Throws: `Problem.forbidden` for a code that is not good.
    func newAccount(of code: String, verifier: String, for user: User) throws -> OutsideAccount {
        outsideAccount(try finished(code, verifier, .signIn).account, of: user.household, user.id)
    }

    private func outsideAccount(_ account: OpenIDFlow.Account, of household: Household.ID, _ user: User.ID) -> OutsideAccount {
        OutsideAccount(household: household, user: user, issuer: client.issuer, subject: account.subject, name: account.name, createdAt: clock.now)
    }

    /// Links the account to whoever began with it.
    /// - Throws: `Problem.unauthenticated` for a code that is not good, `.conflict` when the account or the person has a link already.
    public func link(_ code: String, verifier: String, for bearer: Bearer, from address: String) async throws -> OutsideAccount {
        let finished = try finished(code, verifier, .link(session: bearer.session.description))
        guard use(code) else { throw Self.wrongCode }
        let account = outsideAccount(finished.account, of: bearer.principal.household, bearer.principal.user)
        guard try await store.link(account) else {
            throw Problem(.conflict, "this account is linked already, or you have one at \(client.name): remove that first")
        }
        trail?.record(AuditEvent(.factorAdd, .done, by: bearer.principal, from: address, target: "openid \(account.id)"))
        return account
    }

    public func accounts(of principal: Principal) async throws -> [OutsideAccount] { try await store.outsideAccounts(of: principal) }

    /// - Throws: `Problem.notFound`; `.conflict` for somebody who has no password.
    public func unlink(_ id: OutsideAccount.ID, of principal: Principal, from address: String) async throws {
        guard try await store.unlink(id, of: principal) else { throw Problem(.notFound, "there is no such link: GET /auth/oidc/links lists yours") }
        trail?.record(AuditEvent(.factorRemove, .done, by: principal, from: address, target: "openid \(id)"))
    }

    private static let wrongCode = Problem(.forbidden, "the code is used up or over, or belongs to another page: begin anew")

    private func finished(_ code: String, _ verifier: String, _ purpose: OpenIDState.Purpose) throws -> Finished {
        let moment = clock.nanoseconds
        guard let found = kept.withLock({ $0.codes[code] }), found.fadesAt > moment, found.state.purpose == purpose, verifier.utf8.count <= 256,
            try OpenIDFlow.challenge(of: verifier) == found.state.challenge
        else { throw Self.wrongCode }
        return found
    }
}

extension Authenticator {
    /// Signs in with a code of `OpenIDSignIn.finish`; the provider stands for the password alone.
    /// - Throws: `Problem.otpNeeded` where the account has an authenticator app, `.forbidden`, `.tooManyRequests`.
    public func signIn(openID code: String, verifier: String, otp: Secret?, at place: ClientPlace) async throws -> Tokens {
        guard let openID = ways.openID else { throw Problem(.notFound, "there is no OpenID provider here") }
        let user = try await openID.user(of: code, verifier: verifier)
        try await checkCode(otp, of: user, at: place)
        guard openID.use(code) else { throw Problem(.forbidden, "the code is used up: begin anew") }
        return try await openSession(for: user, by: "openid", at: place)
    }

    /// Makes the account that an invitation is for, with the provider's account in place of a password, and signs in.
    /// - Parameters:
    ///   - code: of `OpenIDSignIn.finish`, as for a sign-in.
    ///   - invitation: the code that was given to whoever is invited.
    /// - Throws: `Problem.forbidden` when either code is not good, `.invalid`, `.conflict` when the name is taken or the account there is somebody's here already.
    public func register(
        openID code: String, verifier: String, invitation: Secret, name: String, language: Language?, at place: ClientPlace
    ) async throws -> Tokens {
        guard let openID = ways.openID else { throw Problem(.notFound, "there is no OpenID provider here") }
        let user = try await accounts.register(code: invitation, name: name, language: language, from: place.address) { user in
            .outside(try openID.newAccount(of: code, verifier: verifier, for: user))
        }
        // Of two at once the account there was linked to one.
        _ = openID.use(code)
        return try await openSession(for: user, by: "openid", at: place)
    }
}
