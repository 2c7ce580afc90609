import Base
import Domain
import Foundation

/// What the index keeps of each fragment, by its slot: a number that is given in the order in which fragments come, and stays while they do.
struct Slots: Sendable {
    /// No slot.
    static let none = UInt32.max

    /// Who may see it and what it is, in one word: it is asked for every posting.
    struct Access: Sendable {
        static let shared: UInt32 = 1
        static let history: UInt32 = 2
        static let chained: UInt32 = 4

        private(set) var bits: UInt32

        init(owner: UInt16, kind: Fragment.Kind, isShared: Bool, isHistory: Bool, isChained: Bool) {
            bits = UInt32(owner) << 16 | UInt32(kind.bit) << 8
            self.isShared = isShared
            self.isHistory = isHistory
            if isChained { bits |= Self.chained }
        }

        /// Of a fragment that was removed: nobody's.
        static let gone = Access(bits: 0xFFFF_0000)

        private init(bits: UInt32) { self.bits = bits }

        var owner: UInt16 { UInt16(truncatingIfNeeded: bits >> 16) }
        /// One bit for its kind, as in `Set<Fragment.Kind>.bits`; 0 when it is gone.
        var kind: UInt8 { UInt8(truncatingIfNeeded: bits >> 8) }
        var isShared: Bool {
            get { bits & Self.shared != 0 }
            set { bits = newValue ? bits | Self.shared : bits & ~Self.shared }
        }
        var isHistory: Bool {
            get { bits & Self.history != 0 }
            set { bits = newValue ? bits | Self.history : bits & ~Self.history }
        }
        /// Whether it has its place among what was said in a conversation; else it stands alone.
        var isChained: Bool { bits & Self.chained != 0 }
        var isGone: Bool { kind == 0 }

        @inline(__always) func isVisible(to user: UInt16) -> Bool { bits & Self.shared != 0 || bits >> 16 == UInt32(user) }
    }

    /// Where a fragment stands: in its conversation, and its terms in the index.
    struct Place: Sendable {
        /// The fragments before and after it, also of other sessions.
        var previous = Slots.none, next = Slots.none
        /// `none`: it stands alone.
        var session = Slots.none
        var text: Runs<TextTerm>.Place = 0
        var termCount: UInt32 = 0
    }

    var ids: [Fragment.ID] = []
    var access: [Access] = []
    /// A longer text counts as this long: one of a megabyte must not make all others short.
    static let lengthLimit = 512
    /// How many terms it has, for the ranking.
    var lengths: [UInt16] = []
    var places: [Place] = []
    var traits: [TextTraits] = []
    /// Seconds since 1970.
    var times: [Double] = []
    var importances: [Float] = []
    var arousals: [Float] = []
    /// Numbers of names; 0 is nobody.
    var speakers: [UInt32] = []
    /// Where the names of what it is about are.
    var entities: [Runs<UInt32>.Place] = []

    /// The episodes that facts were drawn from.
    var origins: [UInt32: Fragment.ID] = [:]
    /// The conversations of all that have one.
    var conversations: [UInt32] = []

    private var table = HashTable()

    var count: Int { ids.count }

    var bytes: Int {
        ids.capacity * MemoryLayout<Fragment.ID>.stride + access.capacity * 4 + lengths.capacity * 2 + places.capacity * MemoryLayout<Place>.stride
            + times.capacity * 8 + traits.capacity * MemoryLayout<TextTraits>.stride + (importances.capacity + arousals.capacity) * 4
            + (speakers.capacity + entities.capacity + conversations.capacity) * 4 + origins.capacity * 20 + table.bytes
    }

    /// The slot of a fragment that is there.
    func slot(of id: Fragment.ID) -> Int? { table.find(Self.hash(id)) { ids[$0] == id && !access[$0].isGone } }

    /// Makes a slot for a fragment, of which the caller fills in what is not here.
    mutating func add(_ id: Fragment.ID) -> Int {
        let slot = ids.count
        ids.append(id)
        access.append(.gone)
        lengths.append(0)
        places.append(Place())
        traits.append(TextTraits())
        times.append(0)
        importances.append(0)
        arousals.append(0)
        speakers.append(0)
        entities.append(Self.none)
        conversations.append(Self.none)
        table.add(slot, hash: Self.hash(id)) { Self.hash(ids[$0]) }
        return slot
    }

    /// Ids are made from a clock and from random bits; these are spread over all bits (the finalizer of splitmix64).
    private static func hash(_ id: Fragment.ID) -> UInt64 {
        var x = id.high ^ id.low &* 0x9E37_79B9_7F4A_7C15
        x = (x ^ x >> 30) &* 0xBF58_476D_1CE4_E5B9
        x = (x ^ x >> 27) &* 0x94D0_49BB_1331_11EB
        return x ^ x >> 31
    }
}

extension Fragment.Kind {
    var bit: UInt8 {
        switch self {
        case .episode: 1
        case .fact: 2
        case .promise: 4
        case .summary: 8
        }
    }
}

extension Set<Fragment.Kind> {
    /// All bits when it is empty.
    var bits: UInt8 { isEmpty ? .max : reduce(0) { $0 | $1.bit } }
}
