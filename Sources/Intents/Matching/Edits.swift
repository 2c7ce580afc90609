/// Distance between spellings.
enum Edits {
    /// Letters to change, add, leave out or swap with their neighbour (optimal string alignment); `limit + 1` when it is more than `limit`.
    ///
    /// Texts that are both longer than 64 bytes are the same or too far apart.
    static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
        guard abs(a.count - b.count) <= limit else { return limit + 1 }
        let (short, long) = a.count < b.count ? (a, b) : (b, a)
        if short.isEmpty { return long.count }
        guard short.count <= Pattern.longest else { return a == b ? 0 : limit + 1 }
        return long.withUnsafeBufferPointer { long in
            min(
                limit + 1,
                count(short.count, long) { byte in
                    var mask: UInt64 = 0
                    for (index, letter) in short.enumerated() where letter == byte { mask |= 1 << UInt64(index) }
                    return mask
                })
        }
    }

    /// A spelling that many others are compared with.
    struct Pattern: ~Copyable {
        static let longest = 64
        /// For each byte, where it stands in the spelling: one bit for each place.
        private var masks = Store<UInt64>(capacity: 256)
        let count: Int

        /// - Parameter bytes: at most `longest`; what is beyond is not compared.
        init(_ bytes: [UInt8]) {
            masks.append(0, times: 256)
            count = min(bytes.count, Self.longest)
            for index in 0..<count { masks[Int(bytes[index])] |= 1 << UInt64(index) }
        }

        func distance(to other: UnsafeBufferPointer<UInt8>) -> Int { count == 0 ? other.count : Edits.count(count, other) { masks[Int($0)] } }
    }

    /// Counts a column of the table of distances with a few operations on bits.
    ///
    /// H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003.
    @inline(__always) private static func count(_ length: Int, _ other: UnsafeBufferPointer<UInt8>, _ places: (UInt8) -> UInt64) -> Int {
        var (up, down, diagonal, before) = (~UInt64(0), UInt64(0), UInt64(0), UInt64(0))
        let last: UInt64 = 1 << UInt64(length - 1)
        var distance = length
        for byte in other {
            let same = places(byte)
            let swapped = ((~diagonal & same) << 1) & before
            diagonal = (((same & up) &+ up) ^ up) | same | down | swapped
            var right = down | ~(diagonal | up)
            let left = diagonal & up
            if right & last != 0 { distance += 1 }
            if left & last != 0 { distance -= 1 }
            right = right << 1 | 1
            up = left << 1 | ~(diagonal | right)
            down = right & diagonal
            before = same
        }
        return distance
    }
}
