public import Base
public import Foundation

/// Where fragments are kept. Everything that was said is sealed at rest: texts, names, facts and vectors.
///
/// A principal sees what is their own and what is shared in their household, and changes what is their own; adults (all but children and guests) change what
/// is shared, too.
/// What is in the bin is seen by `binned` and `restore` only.
public protocol FragmentStore: Sendable {
    /// Adds all of them or, when something fails, none; those whose id is known already stay as they are. Returns how many were new.
    func add(_ fragments: [Fragment], for principal: Principal) async throws -> Int
    /// Those that exist and may be seen, in the order of `ids`.
    func fragments(_ ids: [Fragment.ID], for principal: Principal) async throws -> [Fragment]
    /// In the order that the filter asks for.
    func fragments(_ filter: FragmentFilter, limit: Int, cursor: String?, for principal: Principal) async throws -> Page<Fragment>
    /// Gives those that exist and may be changed all values of these, all or none; returns the ids of those that were changed. What gets other words
    /// loses its vector.
    func update(_ fragments: [Fragment], for principal: Principal) async throws -> [Fragment.ID]
    /// Counts a recall of each.
    func recalled(_ ids: [Fragment.ID], at now: Date, for principal: Principal) async throws

    /// Puts these in the bin, from where they can be restored until they are purged; returns the ids of those that were.
    func bin(_ ids: [Fragment.ID], at now: Date, for principal: Principal) async throws -> [Fragment.ID]
    /// Latest thrown away first.
    func binned(limit: Int, cursor: String?, for principal: Principal) async throws -> Page<BinnedFragment>
    /// Takes these out of the bin; returns those that were in it.
    func restore(_ ids: [Fragment.ID], for principal: Principal) async throws -> [Fragment]
    /// Deletes these for good, wherever they are: what faded, or what a person wants gone at once. Returns how many there were.
    func erase(_ ids: [Fragment.ID], for principal: Principal) async throws -> Int
    /// Deletes for good what was thrown away before `date`, of all households; returns how much.
    func purgeBin(before date: Date) async throws -> Int

    // Of a whole household: for the index and for consolidation, never for an answer.

    /// Those who have fragments, or messages that were not made memories of.
    func people() async throws -> [Principal]
    /// All fragments of a household in the order of their ids, in pieces; without those in the bin.
    func scan(_ household: Household.ID, after: Fragment.ID?, limit: Int) async throws -> [OwnedFragment]
    /// Those of a household that exist, whoever owns them, in the order of `ids`.
    func fragments(_ ids: [Fragment.ID], of household: Household.ID) async throws -> [Fragment]
    /// Vectors that `model` made, in the order of ids, in pieces.
    func vectors(by model: String, of household: Household.ID, after: Fragment.ID?, limit: Int) async throws -> [FragmentVector]
    /// Keeps vectors; those of fragments that are gone are left out, and those of another model are replaced.
    func keep(_ vectors: [FragmentVector], by model: String, in household: Household.ID) async throws

    /// The messages of a user that wait to be made memories of, oldest first, without those of conversations that are not to be remembered.
    func unencoded(limit: Int, for principal: Principal) async throws -> UnencodedMessages
    /// Does all of it in one transaction, or nothing. Doing it twice changes nothing more.
    func commit(_ change: FragmentChange, for principal: Principal) async throws
}

/// What is changed in one step.
public struct FragmentChange: Sendable, Hashable {
    /// Those whose id is known stay as they are.
    public var added: [Fragment]
    /// Those that exist and may be changed get all values of these.
    public var updated: [Fragment]
    /// For good.
    public var erased: [Fragment.ID]
    /// The messages that have been made memories of, or are not to be.
    public var encoded: [Message.ID]

    public init(added: [Fragment] = [], updated: [Fragment] = [], erased: [Fragment.ID] = [], encoded: [Message.ID] = []) {
        self.added = added
        self.updated = updated
        self.erased = erased
        self.encoded = encoded
    }

    public var isEmpty: Bool { added.isEmpty && updated.isEmpty && erased.isEmpty && encoded.isEmpty }
}

/// Messages that wait to be made memories of.
public struct UnencodedMessages: Sendable {
    /// Each with the path that its turn took (`skill:time`).
    public var messages: [(message: Message, path: String)]
    /// Those that were looked at, empty when nothing waits. What of them is not in `messages` is not to be remembered.
    public var seen: [Message.ID]

    public init(messages: [(message: Message, path: String)], seen: [Message.ID]) {
        self.messages = messages
        self.seen = seen
    }
}

/// Which fragments are listed.
public struct FragmentFilter: Sendable, Hashable {
    /// Empty: all.
    public var kinds: Set<Fragment.Kind> = []
    /// When it happened: from its start up to its end, but without that.
    public var during: DateInterval?
    public var conversation: Conversation.ID?
    public var onlyPinned = false
    public var onlyShared = false
    /// Newest first without it.
    public var oldestFirst = false

    public init() {}
}

public struct OwnedFragment: Sendable, Hashable {
    public var fragment: Fragment
    public var owner: User.ID

    public init(_ fragment: Fragment, owner: User.ID) {
        self.fragment = fragment
        self.owner = owner
    }
}

public struct BinnedFragment: Sendable, Hashable {
    public var fragment: Fragment
    public var binnedAt: Date

    public init(_ fragment: Fragment, at date: Date) {
        self.fragment = fragment
        binnedAt = date
    }
}

/// What a text means to an embedding model, as whole numbers: each component times 127, of a vector of length 1.
public struct FragmentVector: Sendable, Hashable {
    public var id: Fragment.ID
    public var components: [Int8]

    public init(id: Fragment.ID, components: [Int8]) {
        self.id = id
        self.components = components
    }
}
