public import Base

/// Accounts.
public protocol UserStore: Sendable {
    /// `nil` when no such user exists; without a hash when there is no password. Names are compared without case.
    func user(named name: String) async throws -> (user: User, passwordHash: Secret?)?
    func user(_ id: User.ID) async throws -> User?
    /// The people of a household, the oldest account first.
    func users(of household: Household.ID) async throws -> [User]
    /// Whether an owner exists: until then, set-up is open.
    func hasOwner() async throws -> Bool
    /// Adds the first user and household in one step; returns `false` and changes nothing when an owner exists already.
    func createOwner(_ user: User, passwordHash: Secret) async throws -> Bool
    /// Keeps the same password under another hash.
    func update(passwordHash: Secret, of user: User.ID) async throws
    /// Sets another password: in the same step the account's sessions but one end, its API keys, and the codes that would set a password.
    func replace(passwordHash: Secret, of user: User.ID, keeping session: Session.ID?) async throws
    /// `nil` when there is no such account, or it has no password.
    func passwordHash(of user: User.ID) async throws -> Secret?
    /// Changes an account in one step: `change` is given it as it is, and what it throws is thrown.
    ///
    /// - Returns: the account as it is now; `nil` when the household has none with this id.
    /// - Throws: `Problem.conflict` when the name is another's, or the household would be left without an owner who can sign in.
    func update(_ id: User.ID, of household: Household.ID, _ change: @escaping @Sendable (inout User) throws -> Void) async throws -> User?
}

/// Households, for whoever runs this Jarvis.
public protocol HouseholdStore: Sendable {
    /// The oldest first.
    func households() async throws -> [Household]
    /// Adds one, with the invitation of its first owner.
    func create(_ household: Household, invitation: Invitation, codeHash: [UInt8]) async throws
    /// Whether there was one with this id.
    func rename(_ household: Household.ID, to name: String) async throws -> Bool
    /// Shuts all its accounts and takes back its invitations: nobody comes in any more. Never the one that has the house.
    ///
    /// - Returns: its people; `nil` when there is no such household.
    func shut(_ household: Household.ID) async throws -> [User]?
}
