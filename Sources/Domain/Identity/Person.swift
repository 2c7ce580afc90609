public import Base

/// Something that is kept of a person, as it is handed to them: its kind (`message`, `memory`) and its fields.
public struct PersonalRecord: Sendable, Hashable, Encodable {
    public var kind: String
    public var fields: [String: JSONValue]

    public init(kind: String, fields: [String: JSONValue]) {
        self.kind = kind
        self.fields = fields
    }

    /// One object, the kind among its fields.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(JSONValue.object(fields.merging(["kind": .string(kind)]) { $1 }))
    }
}

/// All that a store keeps of somebody (GDPR, articles 15, 17 and 20).
public protocol PersonStore: Sendable {
    /// In pages: the account first, then one kind of thing after the other, the oldest first.
    func personalRecords(of user: User, cursor: String?) async throws -> Page<PersonalRecord>
    /// - Throws: `Problem.conflict` for the last owner of a household in which others live, and of the first one while there are other households.
    func checkErasable(_ user: User) async throws
    /// Takes somebody out of the store: no row, no byte in its files, and no copy from before a migration is left. What they put on shared lists stays,
    /// without their name. With the last person the household goes.
    func erase(_ user: User) async throws
    /// Takes a household out of the store in the same way, with everybody and everything of it; never the one that has the house. What was cut short is finished
    /// when it is asked for again, and at the latest when the store is opened.
    ///
    /// - Returns: whether there was anything of it.
    func erase(_ household: Household.ID) async throws -> Bool
}
