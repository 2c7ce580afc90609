/// Finds the positions of values in an array by their hashes, at 4 bytes each and a half as much of room: open addressing, linear probing.
///
/// It holds no keys: who asks compares with the array.
struct HashTable: Sendable {
    private var cells: [UInt32] = Array(repeating: .max, count: 16)
    private(set) var count = 0

    var bytes: Int { cells.capacity * 4 }

    /// The position with this hash for which `isMatch` holds; the latest one that was added.
    func find(_ hash: UInt64, _ isMatch: (Int) -> Bool) -> Int? {
        let mask = cells.count - 1
        var at = Int(truncatingIfNeeded: hash) & mask
        while cells[at] != .max {
            if isMatch(Int(cells[at])) { return Int(cells[at]) }
            at = (at + 1) & mask
        }
        return nil
    }

    /// Adds a position; `hashOf` gives the hash of those that are there, should the table grow.
    mutating func add(_ position: Int, hash: UInt64, hashOf: (Int) -> UInt64) {
        if (count + 1) * 4 > cells.count * 3 {
            let old = cells
            cells = Array(repeating: .max, count: old.count * 2)
            for cell in old where cell != .max { place(cell, hashOf(Int(cell))) }
        }
        place(UInt32(position), hash)
        count += 1
    }

    private mutating func place(_ cell: UInt32, _ hash: UInt64) {
        let mask = cells.count - 1
        var at = Int(truncatingIfNeeded: hash) & mask
        while cells[at] != .max { at = (at + 1) & mask }
        cells[at] = cell
    }
}
