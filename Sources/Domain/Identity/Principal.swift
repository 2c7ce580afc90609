public import Base
public import Foundation

/// People who live together; nothing of one household is visible from another. One of them, the first, has the house.
public struct Household: Sendable, Hashable {
    public typealias ID = Identifier<Household>

    public var id: ID
    public var name: String
    /// Whether the devices are theirs: there is one house, and it is the first household's.
    public var hasHouse: Bool
    /// How many accounts it has.
    public var people: Int
    public var createdAt: Date

    public init(id: ID = ID(), name: String, hasHouse: Bool = false, people: Int = 0, createdAt: Date) {
        self.id = id
        self.name = name
        self.hasHouse = hasHouse
        self.people = people
        self.createdAt = createdAt
    }
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
    /// Whether the account is shut: nobody signs in with it.
    public var isDisabled: Bool
    /// As somebody decided for them, else what their role may.
    public var permissions: Permissions
    /// Whether the house is their household's.
    public var hasHouse: Bool
    /// Whether they want a fresh proof of who they are before what is dangerous is done for them.
    public var guardsHome: Bool

    /// - Parameter permissions: `nil` for those of the role.
    public init(
        id: ID = ID(), household: Household.ID, name: String, role: Role, language: Language, createdAt: Date, isDisabled: Bool = false,
        permissions: Permissions? = nil, hasHouse: Bool = true, guardsHome: Bool = false
    ) {
        self.id = id
        self.household = household
        self.name = name
        self.role = role
        self.language = language
        self.createdAt = createdAt
        self.isDisabled = isDisabled
        self.permissions = permissions ?? .usual(for: role)
        self.hasHouse = hasHouse
        self.guardsHome = guardsHome
    }

    /// An account that is shut may nothing, wherever something of it is still at work.
    public var principal: Principal {
        let permissions = isDisabled ? Permissions(capabilities: [], areas: [], risk: .harmless) : permissions
        return Principal(
            household: household, user: id, role: role, name: name, permissions: permissions, hasHouse: hasHouse, guardsHome: guardsHome)
    }
}

/// Who is acting. Every store asks for one, so that no query can forget whose rows it may see.
public struct Principal: Sendable, Hashable {
    public let household: Household.ID
    public let user: User.ID
    public let role: Role
    public let name: String
    public let permissions: Permissions
    /// Whether the house is their household's; for others there is none.
    public let hasHouse: Bool
    /// Whether they want a fresh proof before what is dangerous.
    public let guardsHome: Bool
    /// How sure it is that it is they who ask. Says nothing of who they are: two principals that differ in nothing else are the same.
    public private(set) var assurance: Assurance

    /// - Parameter permissions: `nil` for those of the role.
    public init(
        household: Household.ID, user: User.ID, role: Role, name: String, permissions: Permissions? = nil, hasHouse: Bool = true, guardsHome: Bool = false,
        assurance: Assurance = .token
    ) {
        self.household = household
        self.user = user
        self.role = role
        self.name = name
        self.permissions = permissions ?? .usual(for: role)
        self.hasHouse = hasHouse
        self.guardsHome = guardsHome
        self.assurance = assurance
    }

    public func may(_ capability: Capability) -> Bool { permissions.capabilities.contains(capability) }

    /// Whether the house is there for them.
    public var mayUseHouse: Bool { hasHouse && may(.home) }

    /// Whether they run this Jarvis: the owner of the first household makes the others.
    public var isOperator: Bool { role == .owner && hasHouse && may(.admin) }

    /// The same person with no more than these rights, and no proof: for a voice that is not sure, or a key that was given less.
    public func limited(to permissions: Permissions, role: Role? = nil) -> Principal {
        Principal(
            household: household, user: user, role: role ?? self.role, name: name, permissions: self.permissions.intersection(permissions),
            hasHouse: hasHouse, guardsHome: guardsHome)
    }

    public func with(_ assurance: Assurance) -> Principal {
        var principal = self
        principal.assurance = assurance
        return principal
    }

    /// Whether what is dangerous waits for a fresh proof that they wanted and have not given.
    public var owesProof: Bool { guardsHome && assurance < .proof }

    public static func == (one: Principal, other: Principal) -> Bool {
        one.user == other.user && one.household == other.household && one.role == other.role && one.name == other.name
            && one.permissions == other.permissions && one.hasHouse == other.hasHouse && one.guardsHome == other.guardsHome
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(user)
        hasher.combine(role)
    }
}

/// How sure it is that somebody is who they seem, from the least.
public enum Assurance: Int, Sendable, Comparable {
    /// Nothing but the sound of a voice says so: voices can be imitated.
    case voice
    /// A session or a key of theirs.
    case token
    /// They have shown it within the last minutes.
    case proof

    public static func < (one: Assurance, other: Assurance) -> Bool { one.rawValue < other.rawValue }
}
