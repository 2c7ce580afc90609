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
    private struct Finished {
        let account: OpenIDFlow.Account
        let state: OpenIDState
        let expires: Date
    }

    /// Seconds for which a code is good, and how many there may be.
    private static let codeLifetime = 60.0, codeLimit = 1000
    /// Seconds for which what a provider says of itself is believed.
    private static let discoveryLifetime = 600.0

    private struct Kept {
        var provider: (value: OpenIDProvider, until: Date)?
        var codes: [String: Finished] = [:]
        var used: [OpenIDState: Int64] = [:]
    }

    private let client: OpenIDClient
    private let transport: any OpenIDTransport
    private let store: any OutsideAccountStore
    private let clock: any WallClock
    private let trail: (any AuditTrail)?
    private let log: Logger
    private let key: [UInt8]
    private let kept = Mutex(Kept())

    /// - Throws: `Problem.invalid` for an issuer that is neither HTTPS nor of this machine.
    public init(
        _ client: OpenIDClient, transport: any OpenIDTransport, store: any OutsideAccountStore, clock: any WallClock = SystemWallClock(),
        trail: (any AuditTrail)? = nil, log: Logger
    ) throws {
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
            guard kept.withLock({ Self.use(state, in: &$0, at: now) }) else { throw OpenIDFault.usedState }
            let request = try flow.tokenRequest(code, state, back: back)
            let token = try flow.idToken(
                in: await reached { try await transport.post(request.form, to: flow.provider.token, credentials: request.credentials) })
            let keys = try JSONWebSignature.KeyTable(jwks: await reached { try await transport.page(flow.provider.keys) })
            let account = try flow.account(in: token, keys: keys, state, at: now)
            let given = Base64URL.encode(try RandomBytes.make(32))
            try kept.withLock { kept in
                kept.codes = kept.codes.filter { $0.value.expires > now }
                guard kept.codes.count < Self.codeLimit else { throw Problem(.tooManyRequests, "too many people are signing in: try again in a minute") }
                kept.codes[given] = Finished(account: account, state: state, expires: now.addingTimeInterval(Self.codeLifetime))
            }
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

    /// A state is good for one code, also when that comes to nothing.
    private static func use(_ state: OpenIDState, in kept: inout Kept, at now: Date) -> Bool {
        kept.used = kept.used.filter { $0.value > Int64(now.timeIntervalSince1970) }
        guard kept.used.count < 10 * codeLimit else { return false }
        return kept.used.updateValue(state.end, forKey: state) == nil
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
    func use(_ code: String) -> Bool { kept.withLock { $0.codes.removeValue(forKey: code) != nil } }

    /// Links the account to whoever began with it.
    /// - Throws: `Problem.unauthenticated` for a code that is not good, `.conflict` when the account or the person has a link already.
    public func link(_ code: String, verifier: String, for bearer: Bearer, from address: String) async throws -> OutsideAccount {
        let finished = try finished(code, verifier, .link(session: bearer.session.description))
        guard use(code) else { throw Self.wrongCode }
        let account = OutsideAccount(
            household: bearer.principal.household, user: bearer.principal.user, issuer: client.issuer, subject: finished.account.subject,
            name: finished.account.name, createdAt: clock.now)
        guard try await store.link(account) else {
            throw Problem(.conflict, "this account is linked already, or you have one at \(client.name): remove that first")
        }
        trail?.record(AuditEvent(.factorAdd, .done, by: bearer.principal, from: address, target: "openid \(account.id)"))
        return account
    }

    public func accounts(of principal: Principal) async throws -> [OutsideAccount] { try await store.outsideAccounts(of: principal) }

    /// - Throws: `Problem.notFound`.
    public func unlink(_ id: OutsideAccount.ID, of principal: Principal, from address: String) async throws {
        guard try await store.unlink(id, of: principal) else { throw Problem(.notFound, "there is no such link: GET /auth/oidc/links lists yours") }
        trail?.record(AuditEvent(.factorRemove, .done, by: principal, from: address, target: "openid \(id)"))
    }

    private static let wrongCode = Problem(.forbidden, "the code is used up or over, or belongs to another page: begin anew")

    private func finished(_ code: String, _ verifier: String, _ purpose: OpenIDState.Purpose) throws -> Finished {
        let now = clock.now
        guard let found = kept.withLock({ $0.codes[code] }), found.expires > now, found.state.purpose == purpose, verifier.utf8.count <= 256,
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
}
