/// What somebody may have done here, in kinds.
public enum Capability: String, Sendable, Codable, CaseIterable {
    /// Talking, and what belongs to it: timers, reminders, lists, the weather, voices.
    case talk
    /// The devices of the house and automations.
    case home
    /// Looking something up outside the house.
    case web
    case memoryRead = "memory_read"
    case memoryWrite = "memory_write"
    /// Accounts, invitations and measurements.
    case admin
}

/// A set of capabilities, as bits: every request looks at one.
public struct Capabilities: Sendable, Hashable, Codable, ExpressibleByArrayLiteral {
    private var bits: UInt8

    public init(_ list: some Sequence<Capability>) { bits = list.reduce(0) { $0 | Self.bit($1) } }
    public init(arrayLiteral elements: Capability...) { self.init(elements) }

    public static let all = Capabilities(Capability.allCases)

    /// In the order in which they are declared.
    public var list: [Capability] { Capability.allCases.filter(contains) }

    public func contains(_ capability: Capability) -> Bool { bits & Self.bit(capability) != 0 }
    public func isSubset(of other: Capabilities) -> Bool { bits & ~other.bits == 0 }

    public func intersection(_ other: Capabilities) -> Capabilities {
        var both = self
        both.bits &= other.bits
        return both
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(list.map(\.rawValue))
    }

    /// What is no capability any more gives nothing.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode([String].self).compactMap(Capability.init(rawValue:)))
    }

    private static func bit(_ capability: Capability) -> UInt8 {
        switch capability {
        case .talk: 1
        case .home: 2
        case .web: 4
        case .memoryRead: 8
        case .memoryWrite: 16
        case .admin: 32
        }
    }
}

/// How grave an order to the house may be, from the least.
public enum HomeRisk: String, Sendable, Codable, CaseIterable, Comparable {
    case harmless
    /// More devices or rooms than were named.
    case surprising
    /// What opens the house, or could do harm.
    case dangerous

    private var rank: Int {
        switch self {
        case .harmless: 0
        case .surprising: 1
        case .dangerous: 2
        }
    }

    public static func < (one: HomeRisk, other: HomeRisk) -> Bool { one.rank < other.rank }
}

/// What a person may have done: kinds of things, and of the house which areas and how grave.
public struct Permissions: Sendable, Hashable, Codable {
    public var capabilities: Capabilities
    /// The areas of the house that they may see and command, by id; `nil` is all of it, with what stands in no area.
    public var areas: Set<String>?
    /// The gravest that they may have done.
    public var risk: HomeRisk

    public init(capabilities: Capabilities, areas: Set<String>? = nil, risk: HomeRisk) {
        self.capabilities = capabilities
        self.areas = areas
        self.risk = risk
    }

    /// What a role may, unless somebody decides otherwise for a person.
    public static func usual(for role: Role) -> Permissions {
        switch role {
        case .owner, .admin: Permissions(capabilities: .all, risk: .dangerous)
        case .member: Permissions(capabilities: [.talk, .home, .web, .memoryRead, .memoryWrite], risk: .dangerous)
        case .child: Permissions(capabilities: [.talk, .home, .memoryRead, .memoryWrite], risk: .surprising)
        case .guest: Permissions(capabilities: [.talk, .home], risk: .surprising)
        }
    }

    /// Whether these give nothing that `other` does not.
    public func isSubset(of other: Permissions) -> Bool { intersection(other) == self }

    /// What both allow.
    public func intersection(_ other: Permissions) -> Permissions {
        let areas: Set<String>? =
            switch (areas, other.areas) {
            case (nil, let limit), (let limit, nil): limit
            case (let one?, let two?): one.intersection(two)
            }
        return Permissions(capabilities: capabilities.intersection(other.capabilities), areas: areas, risk: min(risk, other.risk))
    }

    public func covers(area: String?) -> Bool { areas.map { areas in area.map(areas.contains) ?? false } ?? true }
}

extension Role {
    /// Whether somebody of this role may change what one of the other is, and make new ones of it: owners everybody, admins whoever is neither.
    public func mayManage(_ other: Role) -> Bool {
        switch self {
        case .owner: true
        case .admin: other != .owner && other != .admin
        case .member, .child, .guest: false
        }
    }
}
