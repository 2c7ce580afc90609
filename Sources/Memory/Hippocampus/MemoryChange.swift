import Base
import Domain
import Foundation

/// What is to be done to what is remembered. Doing one twice changes nothing more.
enum MemoryChange: Sendable, Hashable {
    /// Nothing happens when its id is known.
    case add(Fragment)
    /// Gives a fragment all values of this one; nothing happens when there is none.
    case update(Fragment)
    /// The same was said once more: counted, and moved to `at`. Nothing happens when it was counted as of then already.
    case again(Fragment.ID, at: Date)
    /// For good.
    case erase(Fragment.ID)

    /// What the fragment is after this, if it was `fragment` before.
    func applied(to fragment: Fragment?) -> Fragment? {
        switch self {
        case .add(let new): return fragment ?? new
        case .update(let new): return fragment == nil ? nil : new
        case .again(_, let date):
            guard var fragment, fragment.occurredAt < date else { return fragment }
            fragment.count += 1
            fragment.occurredAt = date
            return fragment
        case .erase: return nil
        }
    }

    var id: Fragment.ID {
        switch self {
        case .add(let fragment), .update(let fragment): fragment.id
        case .again(let id, _), .erase(let id): id
        }
    }
}

/// What one person remembers, in memory: for the machines that work over all of it, and for trying them out.
struct Shelf: Sendable, Hashable {
    private(set) var fragments: [Fragment.ID: Fragment] = [:]

    init(_ fragments: some Sequence<Fragment> = []) {
        for fragment in fragments { self.fragments[fragment.id] = fragment }
    }

    subscript(id: Fragment.ID) -> Fragment? { fragments[id] }
    var count: Int { fragments.count }
    /// In the order of their ids.
    var sorted: [Fragment] { fragments.values.sorted { $0.id < $1.id } }

    mutating func apply(_ change: MemoryChange) { fragments[change.id] = change.applied(to: fragments[change.id]) }
    mutating func apply(_ changes: some Sequence<MemoryChange>) { for change in changes { apply(change) } }
}

/// A statement that was drawn from an episode: what the book of facts takes in.
struct Drawn: Sendable, Hashable {
    var statement: Statement
    /// What it was drawn from, with who said it, when and where.
    var origin: Fragment
    /// `rule` or `model`.
    var source: Fragment.Source
}

/// What the readers and the limbic system make of a text.
struct Senses: Sendable {
    var score: @Sendable (_ text: String, _ language: Language) -> (affect: Affect, importance: Double)
    var statements: @Sendable (_ text: String, _ language: Language, _ now: Date, _ timeZone: TimeZone) -> [Statement]
    var commitments: @Sendable (_ text: String, _ language: Language, _ now: Date, _ timeZone: TimeZone) -> [Commitment]
}

/// What is known of whom, as what is drawn meets it.
protocol FactKeeper {
    /// What a statement changes: a new fact, one that is said again, one whose time is over. Nothing when it was drawn from the same origin before.
    mutating func apply(_ drawn: Drawn, now: Date) -> [MemoryChange]
    /// Keeps up with what was changed elsewhere.
    mutating func take(_ changes: [MemoryChange])
}

extension Identifier where Tag == Fragment {
    /// The fragment that a message is remembered as.
    init(of message: Message.ID) { self.init(high: message.high, low: message.low) }

    /// The id of what is made of this: always the same, near it in the order of ids.
    func derived(_ what: String, _ index: Int = 0) -> Self {
        let mixed = Mixing.join(Mixing.join(low, Mixing.hash(what)), UInt64(truncatingIfNeeded: index))
        return Self(high: high, low: 0x8000_0000_0000_0000 | mixed >> 2)
    }
}
