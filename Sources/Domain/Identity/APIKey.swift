public import Base
public import Foundation

/// A key that a program brings instead of a sign-in: it acts for whoever made it, with no more than some of their capabilities.
public struct APIKey: Sendable, Hashable {
    public typealias ID = Identifier<APIKey>

    public var id: ID
    public var household: Household.ID
    public var user: User.ID
    /// What it is for, in its owner's words.
    public var name: String
    public var scopes: Capabilities
    public var createdAt: Date
    public var expiresAt: Date
    /// `nil` until it is first used; known to the minute.
    public var usedAt: Date?

    public init(
        id: ID = ID(), household: Household.ID, user: User.ID, name: String, scopes: Capabilities, createdAt: Date, expiresAt: Date, usedAt: Date? = nil
    ) {
        self.id = id
        self.household = household
        self.user = user
        self.name = name
        self.scopes = scopes
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.usedAt = usedAt
    }
}

/// API keys; of the keys themselves only hashes are kept.
public protocol APIKeyStore: Sendable {
    /// All that have not ended at `now`, with their owners: for the start.
    func apiKeys(at now: Date) async throws -> [(key: APIKey, hash: [UInt8], user: User)]
    /// Adds one; what has ended at its `createdAt` is let go of.
    func add(_ key: APIKey, hash: [UInt8]) async throws
    /// Whether there was one.
    func revoke(_ id: APIKey.ID, of user: User.ID) async throws -> Bool
    /// How many there were.
    func revokeAll(of user: User.ID) async throws -> Int
    /// Keeps when these were used last.
    func used(_ keys: [APIKey.ID: Date]) async throws
}

/// Everything about accounts that is kept.
public typealias AccountStore = UserStore & HouseholdStore & InvitationStore & APIKeyStore & PersonStore
