import Base

/// A request's body while it comes in: paid for out of the budget before memory is taken, and until this goes away.
struct BodyBuffer: ~Copyable {
    private let budget: BodyBudget
    private let network: NetworkRange
    /// What the client has announced; most of it may never come.
    private let length: Int
    private var paid = 0
    private(set) var bytes: [UInt8] = []

    /// What is paid for at first.
    private static let step = 16 << 10

    /// `nil` when even the beginning does not fit into the budget.
    init?(length: Int, budget: BodyBudget, network: NetworkRange) {
        self.length = length
        self.budget = budget
        self.network = network
        guard reserve(Self.step) else { return nil }
    }

    deinit { budget.give(back: paid, of: network) }

    /// Adds what has come, if it fits into the budget.
    mutating func append(_ more: UnsafeRawBufferPointer) -> Bool {
        let count = bytes.count + more.count
        guard count <= paid || reserve(max(count, 2 * paid)) else { return false }
        bytes.append(contentsOf: more)
        return true
    }

    private mutating func reserve(_ wanted: Int) -> Bool {
        let room = min(wanted, length)
        guard budget.take(room - paid, for: network) else { return false }
        paid = room
        bytes.reserveCapacity(room)
        return true
    }

    /// Hands the bytes over; they stay paid for.
    mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }
}
