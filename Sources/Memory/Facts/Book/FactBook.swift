import Base
import Domain
import Foundation
import Understanding

/// The facts that one person sees, their own and the household's, found by whom they are about and by what they say.
///
/// A value: it reads no clock and no store. What a statement would change is returned by `apply`, so that it can be stored in one transaction, and
/// then taken in with `absorb`. A fact is never taken out because another is true now; it becomes history.
struct FactBook: Sendable {
    /// What a statement makes of the book.
    enum Change: Sendable, Hashable {
        case add(Fragment)
        /// Superseded, ended, dated or counted again.
        case update(Fragment)

        var fragment: Fragment {
            switch self {
            case .add(let fragment), .update(let fragment): fragment
            }
        }
    }

    /// How far somebody is believed against somebody else, in what everybody sees.
    enum Trust: Int, Sendable, Comparable {
        case guest, child, adult

        init(_ role: Role) {
            switch role {
            case .owner, .admin, .member: self = .adult
            case .child: self = .child
            case .guest: self = .guest
            }
        }

        static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    /// What comparing facts needs of one, small enough to walk through ten thousand of them.
    struct Entry: Sendable {
        var id: Fragment.ID
        var value: String
        /// "Does not like" and "dislikes" are negated likes.
        var isNegated: Bool
        var from: Date?
        var until: Date?
        var saidAt: Date
        var learnedAt: Date
        var supersededAt: Date?
        var supersededBy: Fragment.ID?
        var isShared: Bool
        /// How much it matters beside others: importance, 1 more where it is pinned; and how often it was said.
        var weight: Double
        var count: Int

        /// It was found to be wrong: there is no moment at which it was so.
        var isNever: Bool { from != nil && from == until }
        var isLive: Bool { supersededAt == nil }
        /// When it began, or when it was said where nobody said since when.
        var start: Date { from ?? saidAt }

        func holds(at date: Date) -> Bool { isLive && (from.map { $0 <= date } ?? true) && (until.map { date < $0 } ?? true) }
    }

    /// What is known of a subject in one relation.
    struct Slot: Sendable {
        private(set) var byValue: [String: [Entry]] = [:]
        /// The values of which something is not history.
        private(set) var live: Set<String> = []

        mutating func insert(_ entry: Entry) {
            byValue[entry.value, default: []].append(entry)
            if entry.isLive { live.insert(entry.value) }
        }

        mutating func remove(_ id: Fragment.ID, value: String) {
            byValue[value]?.removeAll { $0.id == id }
            if byValue[value]?.isEmpty == true { byValue[value] = nil }
            if byValue[value]?.contains(where: \.isLive) != true { live.remove(value) }
        }
    }

    /// The name of the person whose book it is, folded.
    let owner: String
    /// The same as it is written.
    let ownerName: String
    private let roles: [String: Role]
    private let ownerRole: Role

    private(set) var fragments: [Fragment.ID: Fragment] = [:]
    /// By subject as it is stored, and relation.
    private(set) var slots: [String: [String: Slot]] = [:]
    private(set) var byValue: [String: Set<Fragment.ID>] = [:]
    private var byWord: [String: Set<Fragment.ID>] = [:]
    private(set) var starts: [Fragment.ID: Date] = [:]
    private(set) var names = NameLinks()
    private var latest: [Conversation.ID: Fragment.ID] = [:]

    /// - Parameters:
    ///   - owner: The name of the person whose book it is: who said a fragment without a speaker.
    ///   - people: The roles of the others in the household, by name. Anybody else is a guest.
    init(owner: String, role: Role = .owner, people: [String: Role] = [:]) {
        self.owner = FoldedText.key(owner)
        ownerName = owner
        ownerRole = role
        roles = Dictionary(people.map { (FoldedText.key($0.key), $0.value) }) { first, _ in first }
    }

    var count: Int { fragments.count }

    /// Who said it, folded.
    func speaker(of fragment: Fragment) -> String { fragment.speaker.map(FoldedText.key) ?? owner }

    func trust(in speaker: String) -> Trust { Trust(speaker == owner ? ownerRole : roles[speaker] ?? .guest) }

    // MARK: taking in

    /// Takes a fact in, or what became of one that is in; anything else is left out.
    ///
    /// What somebody else shared names its speaker: their "I" is not the owner's.
    mutating func insert(_ fragment: Fragment) {
        guard fragment.kind == .fact, let fact = fragment.fact else { return }
        remove(fragment.id)
        let slot = Self.slot(fact.relation), value = FactValue.key(fact.value)
        let entry = Entry(
            id: fragment.id, value: value, isNegated: fact.isNegated != slot.isOpposite, from: fact.validFrom, until: fact.validUntil,
            saidAt: fragment.occurredAt, learnedAt: fragment.learnedAt, supersededAt: fact.supersededAt, supersededBy: fact.supersededBy,
            isShared: fragment.isShared, weight: fragment.importance + (fragment.pinned ? 1 : 0), count: fragment.count)
        fragments[fragment.id] = fragment
        slots[fact.subject, default: [:]][slot.name, default: Slot()].insert(entry)
        byValue[value, default: []].insert(fragment.id)
        for word in Set(value.split(separator: " ").map(String.init)) { byWord[word, default: []].insert(fragment.id) }
        starts[fragment.id] = entry.start
        if !entry.isNever, !entry.isNegated { names.add(fragment.id, fact, saidAt: fragment.occurredAt, isLive: entry.isLive) }
        if let conversation = fragment.conversation { latest[conversation] = fragment.id }
    }

    mutating func remove(_ id: Fragment.ID) {
        guard let fact = fragments.removeValue(forKey: id)?.fact else { return }
        let slot = Self.slot(fact.relation), value = FactValue.key(fact.value)
        slots[fact.subject]?[slot.name]?.remove(id, value: value)
        if slots[fact.subject]?[slot.name]?.byValue.isEmpty == true { slots[fact.subject]?[slot.name] = nil }
        if slots[fact.subject]?.isEmpty == true { slots[fact.subject] = nil }
        Self.drop(id, from: &byValue, at: value)
        for word in Set(value.split(separator: " ").map(String.init)) { Self.drop(id, from: &byWord, at: word) }
        starts[id] = nil
        names.remove(id, fact)
    }

    mutating func absorb(_ changes: [Change]) {
        for change in changes { insert(change.fragment) }
    }

    private static func drop(_ id: Fragment.ID, from index: inout [String: Set<Fragment.ID>], at key: String) {
        index[key]?.remove(id)
        if index[key]?.isEmpty == true { index[key] = nil }
    }

    /// The relation under which facts are compared: what is disliked is not liked.
    static func slot(_ relation: String) -> (name: String, isOpposite: Bool) {
        switch relation {
        case "dislikes", "hates": ("likes", true)
        case "loves": ("likes", false)
        default: (relation, false)
        }
    }

    // MARK: looking up

    /// What was last told in a conversation: "non, en fait c'est 4513" is about that.
    func latestFact(in conversation: Conversation.ID?) -> Fragment? { conversation.flatMap { latest[$0] }.flatMap { fragments[$0] } }

    /// What is known of these subjects in a relation, or in what is the same by another word.
    func slots(_ subjects: [String], _ relations: [String]) -> [Slot] {
        let names = Set(relations.map { Self.slot($0).name })
        return subjects.flatMap { subject in slots[subject].map { own in names.compactMap { own[$0] } } ?? [] }
    }

    /// The facts whose value this is, or that hold all of its words.
    func fragments(withValue value: String) -> [Fragment] {
        let key = FactValue.key(value)
        let exact = byValue[key] ?? []
        if !exact.isEmpty { return exact.compactMap { fragments[$0] } }
        let words = Set(key.split(separator: " ").map(String.init)).map { byWord[$0] ?? [] }.sorted { $0.count < $1.count }
        guard var found = words.first else { return [] }
        for other in words.dropFirst() { found.formIntersection(other) }
        return found.compactMap { fragments[$0] }
    }
}
