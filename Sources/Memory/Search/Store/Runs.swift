/// Runs of values one after the other in blocks that never move: growing copies nothing, whatever there is.
///
/// A copy has the same blocks: there is one owner, which alone adds to them.
struct Runs<Element: Sendable & BitwiseCopyable>: Sendable {
    /// Where a run begins: its block and its place there.
    typealias Place = UInt32

    private static var blockBits: UInt32 { 16 }
    private static var blockSize: Int { 1 << blockBits }

    private final class Block: @unchecked Sendable {
        // Safe: written under the lock of the index only.
        let values: UnsafeMutableBufferPointer<Element>
        var count = 0

        init(_ capacity: Int) { values = .allocate(capacity: capacity) }

        deinit { values.deallocate() }
    }

    private var blocks: [Block] = []

    var bytes: Int { blocks.reduce(0) { $0 + $1.values.count * MemoryLayout<Element>.stride } }

    /// Keeps a run, in one piece: one longer than a block has a block of its own.
    mutating func append(_ run: some Collection<Element>) -> Place {
        // A place is a block and an offset below the size of one: what comes after a long run is in the next block.
        if blocks.last.map({ $0.count + run.count > $0.values.count || $0.count >= Self.blockSize }) ?? true {
            blocks.append(Block(max(run.count, Self.blockSize)))
        }
        let last = blocks.count - 1, block = blocks[last], start = block.count
        _ = UnsafeMutableBufferPointer(rebasing: block.values[start...]).initialize(fromContentsOf: run)
        block.count += run.count
        return UInt32(last) << Self.blockBits | UInt32(start)
    }

    func run(at place: Place, count: Int) -> UnsafeBufferPointer<Element> {
        let start = Int(place) & (Self.blockSize - 1)
        return UnsafeBufferPointer(rebasing: blocks[Int(place >> Self.blockBits)].values[start..<(start + count)])
    }

    /// Of a value within a run, for reading and writing.
    subscript(place: Place) -> Element {
        get { run(at: place, count: 1)[0] }
        nonmutating set { blocks[Int(place >> Self.blockBits)].values[Int(place) & (Self.blockSize - 1)] = newValue }
    }
}
