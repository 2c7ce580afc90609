public import Base
public import Foundation

/// People who live together and share a house; nothing of one household is visible from another.
public enum Household {
    public typealias ID = Identifier<Household>
}

/// What a person may be in a household.
public enum Role: String, Sendable, Codable, CaseIterable {
    case owner, admin, member, child, guest
}

/// A person with an account.
public struct User: Sendable, Hashable {
    public typealias ID = Identifier<User>

    public var id: ID
    public var household: Household.ID
    public var name: String
    public var role: Role
    public var language: Language
    public var createdAt: Date

    public init(id: ID = ID(), household: Household.ID, name: String, role: Role, language: Language, createdAt: Date) {
        self.id = id
        self.household = household
        self.name = name
        self.role = role
        self.language = language
        self.createdAt = createdAt
    }

    public var principal: Principal { Principal(household: household, user: id, role: role, name: name) }
}

/// Who is acting. Every store asks for one, so that no query can forget whose rows it may see.
public struct Principal: Sendable, Hashable {
    public let household: Household.ID
    public let user: User.ID
    public let role: Role
    public let name: String

    public init(household: Household.ID, user: User.ID, role: Role, name: String) {
        self.household = household
        self.user = user
        self.role = role
        self.name = name
    }
}

/// Accounts.
public protocol UserStore: Sendable {
    /// `nil` when no such user exists. Names are compared without case.
    func user(named name: String) async throws -> (user: User, passwordHash: Secret)?
    func user(_ id: User.ID) async throws -> User?
    func users(of household: Household.ID) async throws -> [User]
    /// Whether an owner exists: until then, set-up is open.
    func hasOwner() async throws -> Bool
    /// Adds the first user and household in one step; returns `false` and changes nothing when an owner exists already.
    func createOwner(_ user: User, passwordHash: Secret) async throws -> Bool
    func update(passwordHash: Secret, of user: User.ID) async throws
}
