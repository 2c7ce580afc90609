public import Base
public import Foundation

/// Where somebody is signed in: one device, from the sign-in until it is signed out, ended from elsewhere, or not used for long.
public struct Session: Sendable, Hashable {
    public typealias ID = Identifier<Session>

    public var id: ID
    public var household: Household.ID
    public var user: User.ID
    /// What the client calls itself; empty when it does not say.
    public var device: String
    /// The address it was used from last.
    public var address: String
    public var createdAt: Date
    public var usedAt: Date
    /// When it ends, unless it is used before.
    public var expiresAt: Date

    public init(
        id: ID = ID(), household: Household.ID, user: User.ID, device: String, address: String, createdAt: Date, usedAt: Date, expiresAt: Date
    ) {
        self.id = id
        self.household = household
        self.user = user
        self.device = device
        self.address = address
        self.createdAt = createdAt
        self.usedAt = usedAt
        self.expiresAt = expiresAt
    }
}

extension Session {
    /// How long sessions last, in seconds.
    public struct Lifetime: Sendable, Hashable {
        /// Without being used.
        public var idle: TimeInterval
        /// However much it is used.
        public var absolute: TimeInterval
        /// For which the refresh token that was used up last is good once more: its answer may have been lost on the way. Nobody knows, and so it is only for as
        /// long as none of what came of it was used (RFC 9700, section 4.14.2, asks for an end of the session otherwise).
        public var grace: TimeInterval = 30
        /// Tokens that may come of one within its grace.
        public var graceLimit = 16

        public init(idle: TimeInterval, absolute: TimeInterval) {
            self.idle = idle
            self.absolute = absolute
        }

        /// When a session ends unless it is used once more.
        public func end(of session: Session) -> Date { min(session.usedAt.addingTimeInterval(idle), last(of: session)) }
        /// When a session ends in any case.
        public func last(of session: Session) -> Date { session.createdAt.addingTimeInterval(absolute) }
    }
}

/// What became of a refresh token that was brought.
public enum Renewal: Sendable, Hashable {
    /// It was good, or within its grace, and is used up now.
    case renewed(Session)
    /// It had been used up: it was stolen, or its successor was. The session has ended.
    case reused(Session)
    /// It is nobody's, or its session has ended.
    case unknown
}

/// Sessions and their refresh tokens, of which only hashes are kept: each is good once, and its session knows all that went before.
public protocol SessionStore: Sendable {
    /// All that have not ended at `now`, with their users: for the start.
    func liveSessions(at now: Date) async throws -> [(session: Session, user: User)]
    /// A person's own that have not ended, the newest first.
    func sessions(of principal: Principal, at now: Date) async throws -> [Session]
    /// Begins one; what has ended at its `createdAt` is let go of.
    func open(_ session: Session, tokenHash: [UInt8]) async throws
    /// Uses up a refresh token and puts another in its place; ends the session of one that had been used up, but for the grace of the last one. Of several that came
    /// of one token the first that is used is the only one that was good.
    func renew(tokenHash: [UInt8], with newHash: [UInt8], from address: String, at now: Date, for lifetime: Session.Lifetime) async throws -> Renewal
    /// Ends one session of this person: whether there was one.
    func end(_ session: Session.ID, of principal: Principal) async throws -> Bool
    /// Ends all sessions of somebody, but for one that goes on.
    func endSessions(of user: User.ID, except session: Session.ID?) async throws
}
