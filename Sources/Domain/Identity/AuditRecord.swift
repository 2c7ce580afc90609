public import Base
public import Foundation

/// An event with its place in the trail.
public struct AuditEntry: Sendable, Hashable {
    /// Counts from 1 over all households.
    public var number: Int64
    public var at: Date
    public var event: AuditEvent
    /// Whether the person it was about has been erased, and with them name, address and target.
    public var isErased: Bool

    public init(number: Int64, at: Date, event: AuditEvent, isErased: Bool = false) {
        self.number = number
        self.at = at
        self.event = event
        self.isErased = isErased
    }
}

/// What an entry says of people: it can be erased without breaking the chain, which holds only a digest of it.
public struct AuditDetails: Sendable, Hashable {
    public var user: User.ID?
    public var name: String
    public var address: String
    public var target: String
    /// Random, so that nobody can try out whom an erased entry was about.
    public var salt: String

    public init(user: User.ID?, name: String, address: String, target: String, salt: String) {
        self.user = user
        self.name = name
        self.address = address
        self.target = target
        self.salt = salt
    }

    private var fields: [String] { [user?.description ?? "", name, address, target, salt] }

    /// The one way in which they are written down: what is sealed, and what the digest is of.
    public var bytes: [UInt8] { fields.reduce(into: []) { $0.appendField(Array($1.utf8)) } }

    /// `nil` for what `bytes` never gives.
    public init?(bytes: [UInt8]) {
        var fields: [String] = [], rest = bytes[...]
        while rest.count >= 4 {
            let count = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(4)
            guard count <= rest.count, let text = String(validating: rest.prefix(count), as: UTF8.self) else { return nil }
            fields.append(text)
            rest = rest.dropFirst(count)
        }
        guard rest.isEmpty, fields.count == 5 else { return nil }
        let user = User.ID(fields[0])
        guard fields[0].isEmpty || user?.description == fields[0] else { return nil }
        self.init(user: user, name: fields[1], address: fields[2], target: fields[3], salt: fields[4])
    }
}

extension [UInt8] {
    /// A field of something that is hashed: its length in 4 bytes, most significant first, and itself.
    public mutating func appendField(_ field: [UInt8]) {
        Swift.withUnsafeBytes(of: UInt32(field.count).bigEndian) { append(contentsOf: $0) }
        append(contentsOf: field)
    }
}

/// An entry as it is stored and exported. Words and bytes are as they were found, so that a verifier sees what was done to them.
public struct AuditRecord: Sendable, Hashable {
    public var number: Int64
    /// Milliseconds since 1970 (UTC).
    public var at: Int64
    public var household: Household.ID?
    public var action: String
    public var outcome: String
    /// `nil` when they were erased, or cannot be opened.
    public var details: AuditDetails?
    /// Of the details.
    public var digest: [UInt8]
    /// Proof that the details were erased by Jarvis; `nil` when they were not.
    public var erasure: [UInt8]?
    /// Of all of the above but details and erasure, and of the hash before.
    public var hash: [UInt8]

    public init(
        number: Int64, at: Int64, household: Household.ID?, action: String, outcome: String, details: AuditDetails?, digest: [UInt8],
        erasure: [UInt8]? = nil, hash: [UInt8]
    ) {
        self.number = number
        self.at = at
        self.household = household
        self.action = action
        self.outcome = outcome
        self.details = details
        self.digest = digest
        self.erasure = erasure
        self.hash = hash
    }

    /// `nil` when its words are none that this program knows.
    public var entry: AuditEntry? {
        guard let action = AuditEvent.Action(rawValue: action), let outcome = AuditEvent.Outcome(rawValue: outcome) else { return nil }
        let event = AuditEvent(
            action, outcome, household: household, user: details?.user, name: details?.name ?? "", address: details?.address ?? "",
            target: details?.target ?? "")
        return AuditEntry(number: number, at: Date(timeIntervalSince1970: Double(at) / 1000), event: event, isErased: erasure != nil)
    }
}

/// A signed place in the chain: its first one that is kept, or its end.
public struct AuditAnchor: Sendable, Hashable {
    public var number: Int64
    public var hash: [UInt8]
    /// Proves that whoever held the key set it.
    public var tag: [UInt8]

    public init(number: Int64, hash: [UInt8], tag: [UInt8]) {
        self.number = number
        self.hash = hash
        self.tag = tag
    }
}

/// Which entries are wanted.
public struct AuditFilter: Sendable, Hashable {
    /// `nil`: of all, and those that belong to none. For whoever has the machine, not for a route.
    public var household: Household.ID?
    public var action: AuditEvent.Action?
    /// A name or an id of somebody: as who did it, or to whom.
    public var who: String?
    /// Whose name that is: what was done to them is kept under their id.
    public var person: User.ID?
    public var since: Date?

    public init(household: Household.ID? = nil, action: AuditEvent.Action? = nil, who: String? = nil, since: Date? = nil) {
        self.household = household
        self.action = action
        self.who = who
        self.since = since
    }

    /// Whether an entry's person is the one that is asked for; names are compared without case.
    public func isAbout(_ details: AuditDetails?) -> Bool {
        let wanted = [who, person?.description].compactMap { $0 }
        guard !wanted.isEmpty else { return true }
        guard let details else { return false }
        let words = [details.name, details.target, details.user?.description ?? ""].flatMap { [$0, AuditEvent.person(in: $0)] }.compactMap { $0 }
        return words.contains { word in wanted.contains { word.caseInsensitiveCompare($0) == .orderedSame } }
    }
}

/// The stored trail. What it reads it hands on as it finds it; only the verifier judges.
public protocol AuditStore: Sendable {
    /// Adds entries to the end: all of them, or none when one has the number of another.
    func append(_ records: [AuditRecord]) async throws
    func lastAuditRecord() async throws -> AuditRecord?
    /// The oldest first, from the one after `number`.
    func auditRecords(after number: Int64, limit: Int) async throws -> [AuditRecord]
    /// The newest first, before `number` when one is given. `AuditFilter.who` is left to the caller, whose page may then be short.
    func auditRecords(_ filter: AuditFilter, before number: Int64?, limit: Int) async throws -> [AuditRecord]
    /// The last one that was cut off; `nil` when none was.
    func auditStart() async throws -> AuditAnchor?
    /// The last record before `date`, up to which the old end is cut.
    func lastAuditRecord(before date: Date) async throws -> AuditRecord?
    /// Cuts the old end off, up to and with the anchor's entry; returns how many went.
    func cutAudit(to anchor: AuditAnchor) async throws -> Int
    /// Takes the details out of entries, and puts the proofs in their place.
    func eraseAuditDetails(_ proofs: [Int64: [UInt8]]) async throws
}

/// Where a household's trail is read.
public protocol AuditArchive: Sendable {
    /// The newest first.
    func entries(_ filter: AuditFilter, limit: Int, cursor: String?) async throws -> Page<AuditEntry>
}

extension AuditEvent {
    /// The target of an event that gives somebody a role: `name (admin)`.
    public static func target(_ name: String, as role: Role) -> String { "\(name) (\(role.rawValue))" }

    /// The name in such a target.
    static func person(in target: String) -> String? {
        guard target.hasSuffix(")"), let space = target.range(of: " (", options: .backwards) else { return nil }
        return String(target[..<space.lowerBound])
    }

    /// Whether it made somebody an owner or admin.
    public var givesRule: Bool {
        guard outcome == .done, [.setUp, .userAdd, .userChange].contains(action) else { return false }
        return action == .setUp || target.hasSuffix("(\(Role.owner.rawValue))") || target.hasSuffix("(\(Role.admin.rawValue))")
    }
}

/// For parts that stand alone, as in tests: keeps nothing.
public struct NoTrail: AuditTrail {
    public init() {}
    public func record(_ event: AuditEvent) {}
}
