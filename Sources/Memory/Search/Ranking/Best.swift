/// The best few of many, in no order.
struct Best {
    private let limit: Int
    /// A heap with the worst on top.
    private var heap: [(score: Float, slot: Int)] = []

    init(_ limit: Int) {
        self.limit = limit
        heap.reserveCapacity(limit)
    }

    /// What a score must be above to be among them.
    var bar: Float { heap.count < limit ? -.infinity : heap[0].score }
    var slots: [Int] { heap.map(\.slot) }

    mutating func add(_ score: Float, _ slot: Int) {
        if heap.count < limit {
            heap.append((score, slot))
            var child = heap.count - 1
            while child > 0, heap[child].score < heap[(child - 1) / 2].score {
                heap.swapAt(child, (child - 1) / 2)
                child = (child - 1) / 2
            }
        } else if limit > 0, score > heap[0].score {
            heap[0] = (score, slot)
            var parent = 0
            while true {
                var least = parent
                for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child].score < heap[least].score { least = child }
                if least == parent { break }
                heap.swapAt(parent, least)
                parent = least
            }
        }
    }
}
