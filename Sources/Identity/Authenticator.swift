public import Base
public import Domain
public import Foundation
public import Observability
import Synchronization

/// Who brings a token, and of which session it is.
public struct Bearer: Sendable, Hashable {
    public var principal: Principal
    /// For a key, what stands for one.
    public var session: Session.ID
    /// The key that was brought; `nil` for somebody who is signed in.
    public var key: APIKey.ID?
    /// Whether they have shown who they are within the last minutes (`Authenticator.proofLifetime`); a key never has.
    public var isProven: Bool

    public init(principal: Principal, session: Session.ID, key: APIKey.ID? = nil, isProven: Bool = false) {
        self.principal = principal
        self.session = session
        self.key = key
        self.isProven = isProven
    }
}

/// What is known of the client that signs in.
public struct ClientPlace: Sendable, Hashable {
    /// What it calls itself, as its `User-Agent`.
    public var device: String
    public var address: String
    /// By what its tries to sign in are counted: the address, or the network that it is one of.
    public var network: String
    /// It is on this machine itself.
    public var isLocal: Bool

    public init(device: String, address: String, network: String? = nil, isLocal: Bool = false) {
        // Enough to know it again in a list, and nothing that could break one.
        self.device = String(device.unicodeScalars.filter { $0.properties.generalCategory != .control }.prefix(200).map(Character.init))
        self.address = address
        self.network = network ?? address
        self.isLocal = isLocal
    }
}

/// Who is this? Sets up the owner, signs people in and out, and recognises their tokens.
public final class Authenticator: Sendable {
    /// How long tokens are good for, in seconds.
    public struct Lifetimes: Sendable {
        public var access: TimeInterval
        public var session: Session.Lifetime
        /// A WebSocket ticket: contract.md says 30 s.
        public var ticket: TimeInterval = 30

        public init(access: TimeInterval = 30 * 60, session: Session.Lifetime = .init(idle: 7 * 86_400, absolute: 90 * 86_400)) {
            self.access = access
            self.session = session
        }
    }

    /// What a sign-in gives.
    public struct Tokens: Sendable {
        public var access: String
        public var refresh: String
        /// Seconds until the access token ends.
        public var expiresIn: Int
    }

    private struct Caches {
        var tokens: [String: (session: Session.ID, expires: Date)] = [:]
        var ownerExists = false
    }

    /// Verified tokens that are remembered so that each request need not check the signature again; beyond this the memory starts anew.
    private static let tokenCacheLimit = 4096

    /// Characters of a name that somebody tried, in the trail: no more than a real one may have.
    private static let triedNameLength = 64

    /// The people, and what they may.
    public let accounts: Accounts
    /// The keys of programs.
    public let apiKeys: APIKeys

    let users: any AccountStore
    let book: SessionBook
    /// What there is beside passwords.
    public let ways: SignInWays
    /// At the password of somebody who is signed in.
    let passwordGuesses: Guesses
    private let tickets: Tickets
    private let accessTokens: AccessTokens
    let passwords: Passwords
    private let signIns: SignInGuard
    private let lifetimes: Lifetimes
    let clock: any WallClock
    private let log: Logger
    private let caches = Mutex(Caches())

    /// - Parameters:
    ///   - secretKey: JARVIS_SECRET_KEY, if there is one: tokens that it signed are taken, too.
    ///   - signIns: slows down who guesses passwords; `nil` for one that knows nobody yet.
    ///   - limiter: counts wrong passwords of who is signed in; `nil` for one of its own.
    public init(
        users: any AccountStore, sessions: any SessionStore, keys: any SigningKeyStore & PasswordWorkStore, secretKey: Secret? = nil,
        lifetimes: Lifetimes = Lifetimes(), ways: SignInWays = SignInWays(), signIns: SignInGuard? = nil, limiter: (any RateLimiter)? = nil,
        clock: any WallClock = SystemWallClock(), log: Logger
    ) async throws {
        self.signIns = signIns ?? SignInGuard(clock: clock)
        self.users = users
        self.ways = ways
        book = try await SessionBook(sessions, lifetime: lifetimes.session, at: clock.now)
        accessTokens = try await AccessTokens(keys, secretKey: secretKey, lifetime: lifetimes.access, at: clock.now, log: log)
        let passwords = try await Passwords(keys)
        self.passwords = passwords
        apiKeys = try await APIKeys(users, audit: ways.trail, clock: clock)
        passwordGuesses = Guesses(matter: "password", limiter: limiter ?? TokenBuckets(clock: clock))
        accounts = Accounts(
            store: users, book: book, keys: apiKeys, passwords: passwords, guesses: passwordGuesses, audit: ways.trail, clock: clock, log: log)
        tickets = Tickets(lifetime: lifetimes.ticket)
        self.lifetimes = lifetimes
        self.clock = clock
        self.log = log
    }

    // MARK: set-up

    /// Whether the owner account is still to be made.
    public func needsSetup() async throws -> Bool {
        if caches.withLock({ $0.ownerExists }) { return false }
        let exists = try await users.hasOwner()
        if exists { caches.withLock { $0.ownerExists = true } }
        return !exists
    }

    /// Makes the owner account, once.
    public func setUp(name: String, password: Secret, language: Language) async throws -> User {
        guard try await needsSetup() else { throw Problem(.conflict, "the owner account exists already: sign in instead") }
        let name = try Accounts.name(name)
        try PasswordPolicy.check(password, for: name)
        let now = clock.now
        let user = User(household: Household.ID(at: now), name: name, role: .owner, language: language, createdAt: now)
        guard try await users.createOwner(user, passwordHash: passwords.hash(password, for: "")) else {
            throw Problem(.conflict, "the owner account exists already: sign in instead")
        }
        caches.withLock { $0.ownerExists = true }
        log.notice("owner account created", ["user": user.id.description])
        return user
    }

    // MARK: sign in

    /// - Parameter otp: the code of an authenticator app or a recovery code, where the account asks for one.
    /// - Throws: `Problem.unauthenticated`, or `.otpNeeded` after the right password.
    public func signIn(name: String, password: Secret, otp: Secret? = nil, at place: ClientPlace) async throws -> (user: User, tokens: Tokens) {
        try signIns.admit(name: name, network: place.network, isLocal: place.isLocal)
        let found: (user: User, passwordHash: Secret?)?, matches: Bool
        do {
            found = name.utf8.count <= 1024 ? try await users.user(named: name.trimmingCharacters(in: .whitespacesAndNewlines)) : nil
            matches = password.reveal().utf8.count <= 8192 ? try await passwords.verify(password, against: found?.passwordHash, for: place.network) : false
        } catch let error where !(error is CancellationError) {
            signIns.withdrawn(name: name, network: place.network, isLocal: place.isLocal)
            throw error
        }
        guard let found, let hash = found.passwordHash, matches else {
            log.notice("sign-in refused")
            ways.trail?.record(
                AuditEvent(
                    .signIn, .refused, household: found?.user.household, user: found?.user.id, name: String(name.prefix(Self.triedNameLength)),
                    address: place.address))
            if let lockOut = signIns.failed(name: name, network: place.network, isLocal: place.isLocal) {
                log.warning("too many wrong passwords", ["locked_out": lockOut == .account ? "outsiders" : "network"])
                ways.trail?.record(
                    AuditEvent(
                        .lockOut, .done, household: found?.user.household, user: found?.user.id, name: String(name.prefix(Self.triedNameLength)),
                        address: place.address,
                        target: lockOut == .account ? "outsiders" : place.network))
            }
            throw Problem(.unauthenticated, "the name or the password is wrong")
        }
        do {
            try await checkCode(otp, of: found.user, at: place)
        } catch {
            // The password was right; codes have a limit of their own.
            signIns.withdrawn(name: name, network: place.network, isLocal: place.isLocal)
            throw error
        }
        // It may have waited for its turn while the password was changed.
        guard try await users.user(named: found.user.name)?.passwordHash == hash else {
            throw Problem(.unauthenticated, "the name or the password is wrong")
        }
        signIns.succeeded(name: name, network: place.network, isLocal: place.isLocal)
        if try await passwords.isWeak(hash, for: place.network) {
            try await users.update(passwordHash: passwords.hash(password, for: place.network), of: found.user.id)
        }
        return (found.user, try await openSession(for: found.user, at: place))
    }

    /// The code of whoever has shown that they know the password, or what stands for it.
    func checkCode(_ otp: Secret?, of user: User, at place: ClientPlace) async throws {
        let isKnown = place.isLocal || signIns.knows(name: user.name, network: place.network)
        try await ways.secondFactors?.check(
            otp, of: user, for: .signIn, by: isKnown ? .known(user.id, network: place.network) : .outsider(user.id, network: place.network),
            from: place.address)
    }

    /// Signs in somebody who has proven who they are, by whatever means: each of them ends here.
    ///
    /// - Parameter means: for the trail; `nil` for a password.
    /// - Throws: `Problem.forbidden` for an account that was shut.
    public func openSession(for user: User, by means: String? = nil, at place: ClientPlace) async throws -> Tokens {
        guard !user.isDisabled else { throw Self.shut }
        let now = clock.now, refresh = try RefreshToken()
        var session = Session(
            id: Session.ID(at: now), household: user.household, user: user.id, device: place.device, address: place.address, createdAt: now, usedAt: now,
            expiresAt: now)
        session.expiresAt = lifetimes.session.end(of: session)
        try await book.open(session, for: user, tokenHash: refresh.hash)
        // Whoever shuts an account or changes its rights ends or changes the sessions that there are: this one is among them from here on.
        guard let now = try await users.user(user.id), !now.isDisabled else {
            _ = try await book.end(session.id, of: user.principal)
            throw Self.shut
        }
        book.update(now)
        signIns.remember(name: user.name, network: place.network)
        ways.trail?.record(
            AuditEvent(.signIn, .done, by: user.principal, from: place.address, target: [means, place.device].compactMap { $0 }.joined(separator: ", ")))
        return try tokens(session, refresh)
    }

    private static let shut = Problem(.forbidden, "this account is shut: ask an owner or an admin of your household")

    /// New tokens for a refresh token, which is used up by it. One that was used up before is in wrong hands, or its successor is: nobody can tell, and
    /// so the session ends (RFC 9700, section 4.14.2). But for some seconds after its use the last one is good once more, as the answer may have been lost: see
    /// `Session.Lifetime.grace`. Of two that go on from there, each with a token of its own, the second ends the session.
    public func refresh(_ token: String, at place: ClientPlace) async throws -> Tokens {
        let now = clock.now, next = try RefreshToken()
        if let brought = try RefreshToken(token) {
            switch try await book.renew(tokenHash: brought.hash, with: next.hash, from: place.address, at: now) {
            case .renewed(let session):
                if let name = book.bearer(of: session.id, at: now)?.principal.name { signIns.remember(name: name, network: place.network) }
                return try tokens(session, next)
            case .reused(let session):
                log.warning("a refresh token came twice: its session has ended", ["user": session.user.description])
                ways.trail?.record(
                    AuditEvent(.tokenReuse, .refused, household: session.household, user: session.user, address: place.address, target: session.device))
            case .unknown: break
            }
        }
        throw Problem(.unauthenticated, "the refresh token is not valid any more: sign in again")
    }

    private func tokens(_ session: Session, _ refresh: RefreshToken) throws -> Tokens {
        Tokens(
            access: try accessTokens.issue(for: session, at: clock.now), refresh: refresh.text, expiresIn: Int(lifetimes.access))
    }

    // MARK: sessions

    /// How long sessions last.
    public var sessionLifetime: Session.Lifetime { lifetimes.session }

    /// Where this person is signed in, the newest first.
    public func sessions(of principal: Principal) async throws -> [Session] { try await book.sessions(of: principal, at: clock.now) }

    /// Signs out one device of this person.
    /// - Throws: `Problem.notFound`.
    public func end(_ session: Session.ID, of principal: Principal) async throws {
        guard try await book.end(session, of: principal) else { throw Problem(.notFound, "there is no such session: GET /auth/sessions lists yours") }
    }

    /// Signs somebody out everywhere, their programs included.
    ///
    /// - Returns: the keys that ended.
    @discardableResult
    public func signOutEverywhere(_ principal: Principal, from address: String) async throws -> [APIKey] {
        let user = try await user(principal)
        try await book.endAll(of: user.id)
        return try await apiKeys.revokeAll(of: user, by: principal, from: address)
    }

    /// `listener` is told of every session, or key, that ends other than by its time. Must not wait.
    public func whenSessionEnds(_ listener: @escaping @Sendable (Session.ID) -> Void) {
        book.whenOneEnds(listener)
        apiKeys.whenOneEnds(listener)
    }

    /// Has the sessions and keys of somebody act as the store has them now.
    public func readAgain(_ principal: Principal) async throws { try await accounts.apply(user(principal)) }

    /// Signs access tokens with a new key from now on; nobody is signed out by it.
    public func rotateKeys() async throws { try await accessTokens.rotate(at: clock.now) }

    // MARK: leaving

    /// An account is gone: its sessions and keys end, and set-up may be open again.
    public func forget(_ user: User.ID) async throws {
        try await accounts.forget(user)
        caches.withLock { $0.ownerExists = false }
    }

    // MARK: recognise

    /// The bearer of a valid access token of a session that has not ended, or of a key; `nil` for every other text.
    public func bearer(of token: String) -> Bearer? {
        if APIKeys.isKey(token) { return apiKeys.bearer(of: token) }
        let now = clock.now
        return session(of: token, at: now).flatMap { book.bearer(of: $0, at: now) }
    }

    /// Who somebody is now who was recognised before; `nil` when their session or key has ended.
    public func current(_ bearer: Bearer) -> Bearer? { current(bearer, at: clock.now) }

    private func current(_ bearer: Bearer, at now: Date) -> Bearer? {
        guard let key = bearer.key else { return book.bearer(of: bearer.session, at: now) }
        return apiKeys.principal(of: key, at: now).map { Bearer(principal: $0, session: bearer.session, key: key) }
    }

    private func session(of token: String, at now: Date) -> Session.ID? {
        if let known = caches.withLock({ $0.tokens[token] }) { return known.expires > now ? known.session : nil }
        guard let claims = accessTokens.verify(token, at: now) else { return nil }
        caches.withLock { caches in
            if caches.tokens.count >= Self.tokenCacheLimit { caches.tokens.removeAll(keepingCapacity: true) }
            caches.tokens[token] = (claims.sid, Date(timeIntervalSince1970: Double(claims.exp)))
        }
        return claims.sid
    }

    /// The account behind a principal.
    public func user(_ principal: Principal) async throws -> User {
        guard let user = try await users.user(principal.user), user.household == principal.household else {
            throw Problem(.unauthenticated, "this account does not exist any more")
        }
        return user
    }

    /// A word that opens one WebSocket within 30 seconds: browsers cannot send a header there.
    public func issueTicket(for bearer: Bearer) throws -> String { try tickets.issue(for: bearer, at: clock.now) }

    /// Whom a ticket was given to, unless the session has ended since; a ticket works once.
    public func redeem(ticket: String) -> Bearer? {
        let now = clock.now
        return tickets.redeem(ticket, at: now).flatMap { current($0, at: now) }
    }
}
