public import Base
public import Foundation

/// A key pair that an authenticator keeps for one site (WebAuthn); its public half, and what is known of it.
public struct Passkey: Sendable, Hashable {
    public typealias ID = Identifier<Passkey>

    public var id: ID
    public var household: Household.ID
    public var user: User.ID
    /// What the authenticator calls it.
    public var credential: [UInt8]
    /// As the authenticator wrote it (COSE).
    public var publicKey: [UInt8]
    /// The host name it is for (RP ID): it signs in nowhere else.
    public var site: String
    /// What its owner calls it.
    public var name: String
    /// How often it was used, as far as the authenticator counts; 0 when it does not.
    public var counter: UInt32
    /// Whether the authenticator may copy it to others (backup eligible): never changes.
    public var mayBeCopied: Bool
    public var createdAt: Date
    public var usedAt: Date?

    public init(
        id: ID = ID(), household: Household.ID, user: User.ID, credential: [UInt8], publicKey: [UInt8], site: String, name: String, counter: UInt32,
        mayBeCopied: Bool, createdAt: Date, usedAt: Date? = nil
    ) {
        self.id = id
        self.household = household
        self.user = user
        self.credential = credential
        self.publicKey = publicKey
        self.site = site
        self.name = name
        self.counter = counter
        self.mayBeCopied = mayBeCopied
        self.createdAt = createdAt
        self.usedAt = usedAt
    }
}

/// Passkeys. A credential is known once in the whole store.
public protocol PasskeyStore: Sendable {
    /// A person's own, the oldest first.
    func passkeys(of principal: Principal) async throws -> [Passkey]
    func passkey(credential: [UInt8]) async throws -> (passkey: Passkey, user: User)?
    /// `false`, and nothing is changed, when the credential is known already.
    func add(_ passkey: Passkey) async throws -> Bool
    /// Marks it as used, and its counter as gone on: `false` when that did not go on, and when the passkey is gone. A counter of 0 that stays 0 is none.
    func use(_ id: Passkey.ID, counter: UInt32, at now: Date) async throws -> Bool
    /// Whether there was one.
    func remove(_ id: Passkey.ID, of principal: Principal) async throws -> Bool
}
