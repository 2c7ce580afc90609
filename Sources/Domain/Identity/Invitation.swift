public import Base
public import Foundation

/// A word that lets somebody make an account in a household, or set a new password for one: good once, and not for long.
public struct Invitation: Sendable, Hashable {
    public typealias ID = Identifier<Invitation>

    public var id: ID
    public var household: Household.ID
    public var role: Role
    /// Whose password it sets anew; `nil` for a new account.
    public var user: User.ID?
    public var invitedBy: User.ID
    public var createdAt: Date
    public var expiresAt: Date

    public init(
        id: ID = ID(), household: Household.ID, role: Role, user: User.ID? = nil, invitedBy: User.ID, createdAt: Date, expiresAt: Date
    ) {
        self.id = id
        self.household = household
        self.role = role
        self.user = user
        self.invitedBy = invitedBy
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}

/// What a new account is signed in to with.
public enum FirstCredential: Sendable {
    case password(hash: Secret)
    /// An account elsewhere; there is no password.
    case outside(OutsideAccount)
}

/// Invitations; of their codes only hashes are kept.
public protocol InvitationStore: Sendable {
    /// Those to new accounts that are still good, the oldest first.
    func invitations(of household: Household.ID, at now: Date) async throws -> [Invitation]
    /// Adds one; what has ended at its `createdAt` is let go of, and so is an earlier one for the same account.
    func add(_ invitation: Invitation, codeHash: [UInt8]) async throws
    /// Takes one back: whether there was one.
    ///
    /// - Parameter check: is given it first; what it throws is thrown.
    func revoke(_ id: Invitation.ID, of household: Household.ID, _ check: @escaping @Sendable (Invitation) throws -> Void) async throws -> Bool
    /// The one with this code, if it is still good.
    func invitation(codeHash: [UInt8], at now: Date) async throws -> Invitation?
    /// Uses up an invitation and adds the account that it was for, in one step.
    ///
    /// - Returns: the account as it is now; `nil` when the invitation is not good any more.
    /// - Throws: `Problem.conflict` when the name is taken, or the account elsewhere is somebody's already.
    func accept(codeHash: [UInt8], as user: User, with credential: FirstCredential, at now: Date) async throws -> User?
    /// Uses up an invitation and sets the password of the account that it was for, in one step, which ends the account's API keys.
    ///
    /// - Returns: whose it was; `nil` when it is not good any more.
    func reset(codeHash: [UInt8], passwordHash: Secret, at now: Date) async throws -> User?
}
