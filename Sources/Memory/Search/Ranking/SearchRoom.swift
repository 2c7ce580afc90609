import Synchronization

/// Room to count in, kept from one search to the next: one number for each slot is too much to make anew every time.
///
/// Between searches all of it is as it was at first: zero, or -1 and not a number for "none".
final class SearchRoom: @unchecked Sendable {
    // Safe: it is either in `SearchRooms.idle` or with the one search that took it out.

    /// BM25 by slot.
    let scores = Column<Float>(0)
    /// By slot: how near its meaning is.
    let cosines = Column<Float>(.nan)
    /// By slot: its row among those that are looked at.
    let rows = Column<Int32>(-1)
    /// By term: which word of the query it is, from 1 on.
    let words = Column<UInt8>(0)

    func fit(slots: Int, terms: Int) {
        scores.fit(slots)
        cosines.fit(slots)
        rows.fit(slots)
        words.fit(terms)
    }

    /// Values that all are the same between searches.
    final class Column<Value: BitwiseCopyable> {
        private(set) var values = UnsafeMutableBufferPointer<Value>.allocate(capacity: 0)
        private let idle: Value

        init(_ idle: Value) { self.idle = idle }

        deinit { values.deallocate() }

        func fit(_ count: Int) {
            guard values.count < count else { return }
            values.deallocate()
            values = .allocate(capacity: count + count / 4)
            reset()
        }

        func reset() { values.initialize(repeating: idle) }
    }
}

/// Lends room, to one search at a time.
final class SearchRooms: Sendable {
    private static let idleLimit = 4
    private let idle = Mutex<[SearchRoom]>([])

    func withRoom<Result>(_ body: (SearchRoom) -> Result) -> Result {
        let room = idle.withLock { $0.popLast() } ?? SearchRoom()
        defer { idle.withLock { if $0.count < Self.idleLimit { $0.append(room) } } }
        return body(room)
    }
}
