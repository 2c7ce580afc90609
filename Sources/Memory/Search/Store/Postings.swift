/// Where each term stands: the slots of the fragments that hold it in ascending order, and how often.
///
/// A posting is one word: the slot, and in the lowest bits the frequency. The postings of a term lie in slices of doubling size, each of which ends with
/// the place of the next (Asadi, Lin and Busch, "Dynamic memory allocation policies for postings in real-time Twitter search", 2013): most terms are rare,
/// and a frequent one is read in long pieces.
struct Postings: Sendable {
    static let frequencyBits: UInt32 = 6
    /// Frequencies above are counted as this: BM25 hardly tells them apart.
    static let frequencyLimit = 1 << Int(frequencyBits) - 1
    static let slotLimit = 1 << Int(32 - frequencyBits)

    private static let smallest = 4, largest = 1024

    private struct List {
        var head: Runs<UInt32>.Place
        var tail: Runs<UInt32>.Place
        var count: UInt32 = 0
        /// Of the last slice: its size, and how many postings it still takes.
        var size: UInt16
        var room: UInt16
    }

    private var slices = Runs<UInt32>()
    private var lists: [List] = []
    private var hashes: [UInt64] = []
    private var table = HashTable()

    var termCount: Int { hashes.count }
    var bytes: Int { slices.bytes + lists.capacity * MemoryLayout<List>.stride + hashes.capacity * 8 + table.bytes }

    func term(_ hash: UInt64) -> Int? { table.find(hash) { hashes[$0] == hash } }

    /// The term's number, which it is given when it is new.
    mutating func makeTerm(_ hash: UInt64) -> Int {
        if let term = term(hash) { return term }
        let term = hashes.count, place = slices.append(repeatElement(0, count: Self.smallest))
        hashes.append(hash)
        lists.append(List(head: place, tail: place, size: UInt16(Self.smallest), room: UInt16(Self.smallest - 1)))
        table.add(term, hash: hash) { hashes[$0] }
        return term
    }

    /// Slots come in ascending order.
    mutating func append(slot: Int, frequency: Int, to term: Int) {
        var list = lists[term]
        if list.room == 0 {
            list.size = UInt16(min(Int(list.size) * 2, Self.largest))
            let place = slices.append(repeatElement(0, count: Int(list.size)))
            slices[list.tail] = place
            list.tail = place
            list.room = list.size - 1
        }
        slices[list.tail] = UInt32(slot) << Self.frequencyBits | UInt32(min(frequency, Self.frequencyLimit))
        list.tail += 1
        list.room -= 1
        list.count += 1
        lists[term] = list
    }

    func count(of term: Int) -> Int { Int(lists[term].count) }

    /// Calls `body` with the postings of a term, piece by piece.
    func forEachPiece(of term: Int, _ body: (UnsafeBufferPointer<UInt32>) -> Void) {
        var left = Int(lists[term].count), place = lists[term].head, size = Self.smallest
        while left > 0 {
            let count = min(left, size - 1)
            body(slices.run(at: place, count: count))
            left -= count
            if left > 0 { place = slices[place + UInt32(count)] }
            size = min(size * 2, Self.largest)
        }
    }
}
