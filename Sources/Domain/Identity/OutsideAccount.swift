public import Base
public import Foundation

/// An account elsewhere (at an OpenID provider) that somebody signs in with, because they linked it themselves.
public struct OutsideAccount: Sendable, Hashable {
    public typealias ID = Identifier<OutsideAccount>

    public var id: ID
    public var household: Household.ID
    public var user: User.ID
    /// The provider's own address.
    public var issuer: String
    /// What the provider calls its account for good; names and mail addresses change hands.
    public var subject: String
    /// What the account is called there, to be shown.
    public var name: String
    public var createdAt: Date
    public var usedAt: Date?

    public init(
        id: ID = ID(), household: Household.ID, user: User.ID, issuer: String, subject: String, name: String, createdAt: Date, usedAt: Date? = nil
    ) {
        self.id = id
        self.household = household
        self.user = user
        self.issuer = issuer
        self.subject = subject
        self.name = name
        self.createdAt = createdAt
        self.usedAt = usedAt
    }
}

/// Links to accounts elsewhere: each account is one person's, and each person has one at a provider.
public protocol OutsideAccountStore: Sendable {
    /// A person's own, the oldest first.
    func outsideAccounts(of principal: Principal) async throws -> [OutsideAccount]
    /// Whose account this is, and that it was used now.
    func use(issuer: String, subject: String, at now: Date) async throws -> User?
    /// `false`, and nothing is changed, when the account or the person has a link there already.
    func link(_ account: OutsideAccount) async throws -> Bool
    /// Whether there was one.
    /// - Throws: `Problem.conflict` for somebody who has no password to sign in with instead.
    func unlink(_ id: OutsideAccount.ID, of principal: Principal) async throws -> Bool
}
