public import Base
import Cryptography
public import Domain
public import Foundation
public import Observability
import Synchronization

/// Who is this? Sets up the owner, signs people in, and recognises their tokens.
public final class Authenticator: Sendable {
    /// How long tokens are good for, in seconds.
    public struct Lifetimes: Sendable {
        public var access: TimeInterval
        public var refresh: TimeInterval
        /// A WebSocket ticket: contract.md says 30 s.
        public var ticket: TimeInterval = 30

        public init(access: TimeInterval = 30 * 60, refresh: TimeInterval = 7 * 86_400) {
            self.access = access
            self.refresh = refresh
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
        var principals: [String: (principal: Principal, expires: Date)] = [:]
        var tickets: [String: (principal: Principal, expires: Date)] = [:]
        var ownerExists = false
    }

    /// Verified tokens that are remembered so that each request need not check the signature again; beyond this the memory starts anew.
    private static let principalCacheLimit = 4096
    private static let ticketLimit = 1024
    private static let passwordLength = 12...1024
    private static let nameLength = 1...64

    private let users: any UserStore
    private let signer: TokenSigner
    private let passwords = PasswordWorker()
    private let lifetimes: Lifetimes
    private let clock: any WallClock
    private let log: Logger
    private let caches = Mutex(Caches())

    /// - Parameter secretKey: JARVIS_SECRET_KEY, which signs the tokens; changing it signs everyone out.
    public init(users: any UserStore, secretKey: Secret, lifetimes: Lifetimes = Lifetimes(), clock: any WallClock = SystemWallClock(), log: Logger) {
        self.users = users
        signer = TokenSigner(secret: secretKey)
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
        let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
        guard Self.nameLength.contains(name.count), !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw Problem(.invalid, "username must have 1 to 64 characters and no control characters")
        }
        try Self.check(password)
        let now = clock.now
        let user = User(household: Household.ID(at: now), name: name, role: .owner, language: language, createdAt: now)
        guard try await users.createOwner(user, passwordHash: passwords.hash(password)) else {
            throw Problem(.conflict, "the owner account exists already: sign in instead")
        }
        caches.withLock { $0.ownerExists = true }
        log.notice("owner account created", ["user": user.id.description])
        return user
    }

    private static func check(_ password: Secret) throws {
        guard passwordLength.contains(password.reveal().count) else {
            throw Problem(
                .invalid,
                "password must have \(passwordLength.lowerBound) to \(passwordLength.upperBound) characters: a sentence is easy to remember and hard to guess")
        }
    }

    // MARK: sign in

    /// A hash that no password has: verified against when the name is unknown, so that the time taken does not tell whether a name exists.
    private static let decoy = Secret("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm8")

    public func signIn(name: String, password: Secret) async throws -> (user: User, tokens: Tokens) {
        let found = name.utf8.count <= 1024 ? try await users.user(named: name.trimmingCharacters(in: .whitespacesAndNewlines)) : nil
        let matches = password.reveal().utf8.count <= 8192 ? try await passwords.verify(password, against: found?.passwordHash ?? Self.decoy) : false
        guard let found, matches else {
            log.notice("sign-in refused")
            throw Problem(.unauthenticated, "the name or the password is wrong")
        }
        return (found.user, try tokens(for: found.user))
    }

    /// New tokens for a refresh token that is still valid and whose user still exists.
    public func refresh(_ token: String) async throws -> (user: User, tokens: Tokens) {
        guard let claims = signer.verify(token, kind: .refresh, at: clock.now), let user = try await users.user(claims.sub) else {
            throw Problem(.unauthenticated, "the refresh token is not valid any more: sign in again")
        }
        return (user, try tokens(for: user))
    }

    private func tokens(for user: User) throws -> Tokens {
        let now = clock.now
        return Tokens(
            access: try signer.issue(.access, for: user, at: now, lifetime: lifetimes.access),
            refresh: try signer.issue(.refresh, for: user, at: now, lifetime: lifetimes.refresh), expiresIn: Int(lifetimes.access))
    }

    // MARK: recognise

    /// The bearer of a valid access token; `nil` for every other text.
    public func principal(of token: String) -> Principal? {
        let now = clock.now
        if let known = caches.withLock({ $0.principals[token] }) { return known.expires > now ? known.principal : nil }
        guard let claims = signer.verify(token, kind: .access, at: now) else { return nil }
        let principal = Principal(household: claims.hh, user: claims.sub, role: claims.role, name: claims.name)
        caches.withLock { caches in
            if caches.principals.count >= Self.principalCacheLimit { caches.principals.removeAll(keepingCapacity: true) }
            caches.principals[token] = (principal, Date(timeIntervalSince1970: Double(claims.exp)))
        }
        return principal
    }

    /// The account behind a principal.
    public func user(_ principal: Principal) async throws -> User {
        guard let user = try await users.user(principal.user), user.household == principal.household else {
            throw Problem(.unauthenticated, "this account does not exist any more")
        }
        return user
    }

    /// A word that opens one WebSocket within 30 seconds: browsers cannot send a header there.
    public func issueTicket(for principal: Principal) throws -> String {
        let ticket = Hex.encode(try RandomBytes.make(24))
        let now = clock.now
        try caches.withLock { caches in
            caches.tickets = caches.tickets.filter { $0.value.expires > now }
            guard caches.tickets.count < Self.ticketLimit else { throw Problem(.tooManyRequests, "too many tickets are open: try again in 30 seconds") }
            caches.tickets[ticket] = (principal, now.addingTimeInterval(lifetimes.ticket))
        }
        return ticket
    }

    /// Whom a ticket was given to; a ticket works once.
    public func redeem(ticket: String) -> Principal? {
        let now = clock.now
        return caches.withLock { caches in
            guard let entry = caches.tickets.removeValue(forKey: ticket), entry.expires > now else { return nil }
            return entry.principal
        }
    }
}
