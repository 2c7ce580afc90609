import Foundation
private import CShims

/// The vectors of fragments by slot, as whole numbers, and from some size on their signs: one bit for each component, to look through a million of them.
struct VectorRows: Sendable {
    private static let blockBits = 11
    private static let blockSize = 1 << blockBits

    fileprivate struct Block: Sendable {
        /// Empty as long as none of these slots has one.
        var components: [Int8] = []
        /// One over the length of each row; 0 where there is none.
        var scales: [Float] = []
        /// Empty as long as all are looked at.
        var signs: [UInt64] = []
    }

    /// With more, a search looks at the signs of all, and at the numbers of those that come near.
    private let exactLimit: Int
    /// Of each row; 0 before the first.
    private(set) var dimension = 0
    private(set) var count = 0
    private var blocks: [Block] = []
    /// What the signs are relative to: models put their vectors to one side of the origin, where signs tell little.
    private var centre: [Float] = []

    init(exactLimit: Int) { self.exactLimit = exactLimit }

    var bytes: Int {
        blocks.reduce(0) { $0 + $1.components.capacity + $1.scales.capacity * 4 + $1.signs.capacity * 8 }
    }
    private var words: Int { (dimension + 63) / 64 }
    var hasSigns: Bool { !centre.isEmpty }

    /// Keeps a vector; one of another dimension than the first, or of length 0, is not kept.
    mutating func set(_ components: [Int8], at slot: Int) {
        guard !components.isEmpty, dimension == 0 || components.count == dimension else { return }
        let square = components.reduce(0) { $0 + Int($1) * Int($1) }
        guard square > 0 else { return }
        dimension = components.count
        let (block, row) = (slot >> Self.blockBits, slot & (Self.blockSize - 1))
        while blocks.count <= block { blocks.append(Block()) }
        if blocks[block].scales.isEmpty {
            blocks[block] = Block(
                components: Array(repeating: 0, count: Self.blockSize * dimension), scales: Array(repeating: 0, count: Self.blockSize),
                signs: hasSigns ? Array(repeating: 0, count: Self.blockSize * words) : [])
        }
        if blocks[block].scales[row] == 0 { count += 1 }
        blocks[block].components.replaceSubrange((row * dimension)..<((row + 1) * dimension), with: components)
        blocks[block].scales[row] = Float(1 / Double(square).squareRoot())
        if hasSigns { blocks[block].makeSigns(of: row, dimension, centre) }
        if !hasSigns && count > exactLimit { makeSigns() }
    }

    mutating func remove(at slot: Int) {
        let (block, row) = (slot >> Self.blockBits, slot & (Self.blockSize - 1))
        guard has(block, row) else { return }
        blocks[block].scales[row] = 0
        count -= 1
    }

    func components(at slot: Int) -> [Int8]? {
        let (block, row) = (slot >> Self.blockBits, slot & (Self.blockSize - 1))
        guard has(block, row) else { return nil }
        return Array(blocks[block].components[(row * dimension)..<((row + 1) * dimension)])
    }

    func has(_ slot: Int) -> Bool { has(slot >> Self.blockBits, slot & (Self.blockSize - 1)) }

    private func has(_ block: Int, _ row: Int) -> Bool { block < blocks.count && row < blocks[block].scales.count && blocks[block].scales[row] != 0 }

    private mutating func makeSigns() {
        var sums = [Float](repeating: 0, count: dimension)
        for block in blocks {
            for row in block.scales.indices where block.scales[row] != 0 {
                for index in 0..<dimension { sums[index] += Float(block.components[row * dimension + index]) * block.scales[row] }
            }
        }
        centre = sums.map { $0 / Float(count) }
        for index in blocks.indices where !blocks[index].scales.isEmpty {
            let words = words
            blocks[index].signs = Array(repeating: 0, count: Self.blockSize * words)
            for row in 0..<Self.blockSize { blocks[index].makeSigns(of: row, dimension, centre) }
        }
    }

    /// A query's vector, in the numbers of the rows.
    struct Query: Sendable {
        fileprivate var components: [Int8]
        fileprivate var scale: Float
        fileprivate var signs: [UInt64]
    }

    /// `nil` when it is not of the rows' model: another dimension, or no direction.
    func query(_ vector: [Float]) -> Query? {
        guard count > 0, vector.count == dimension, let largest = vector.map(abs).max(), largest > 0, largest.isFinite else { return nil }
        let components = vector.map { Int8(saturatingRounded: $0 / largest * 127) }
        let length = components.reduce(Float(0)) { $0 + Float($1) * Float($1) }.squareRoot()
        let unit = components.map { Float($0) / length }
        var signs = [UInt64](repeating: 0, count: words)
        if hasSigns { for index in 0..<dimension where unit[index] > centre[index] { signs[index >> 6] |= 1 << UInt64(index & 63) } }
        return Query(components: components, scale: 1 / length, signs: signs)
    }

    /// The cosine of the query and a row; `nil` where there is none.
    func cosine(_ query: Query, _ slot: Int) -> Float? {
        let (block, row) = (slot >> Self.blockBits, slot & (Self.blockSize - 1))
        guard has(block, row) else { return nil }
        var product: Int32 = 0
        blocks[block].components.withUnsafeBufferPointer { components in
            guard let base = components.baseAddress else { return }
            shim_dot_products(query.components, base + row * dimension, dimension, 1, &product)
        }
        return Float(product) * query.scale * blocks[block].scales[row]
    }

    /// Calls `body` with the cosines of all rows, block by block from the first slot of each; not a number where there is no row.
    func forEachCosine(_ query: Query, _ body: (_ firstSlot: Int, _ cosines: UnsafeBufferPointer<Float>) -> Void) {
        var products = [Int32](repeating: 0, count: Self.blockSize), cosines = [Float](repeating: 0, count: Self.blockSize)
        for (index, block) in blocks.enumerated() where !block.scales.isEmpty {
            shim_dot_products(query.components, block.components, dimension, Self.blockSize, &products)
            for row in 0..<Self.blockSize { cosines[row] = block.scales[row] == 0 ? .nan : Float(products[row]) * query.scale * block.scales[row] }
            cosines.withUnsafeBufferPointer { body(index << Self.blockBits, $0) }
        }
    }

    /// Calls `body` with the rows whose signs differ from the query's in no more bits than `bar` says, and in how many; the bar is asked for anew from
    /// time to time.
    func forEachNear(_ query: Query, bar: () -> UInt16, _ body: (_ slot: Int, _ distance: UInt16) -> Void) {
        var rows = [UInt16](repeating: 0, count: Self.blockSize), distances = [UInt16](repeating: 0, count: Self.blockSize)
        for (index, block) in blocks.enumerated() where !block.signs.isEmpty {
            let found = shim_near_rows(query.signs, block.signs, words, Self.blockSize, bar(), &rows, &distances)
            for near in 0..<found where block.scales[Int(rows[near])] != 0 { body(index << Self.blockBits + Int(rows[near]), distances[near]) }
        }
    }
}

extension VectorRows.Block {
    fileprivate mutating func makeSigns(of row: Int, _ dimension: Int, _ centre: [Float]) {
        let words = (dimension + 63) / 64, scale = scales[row]
        for word in 0..<words {
            var bits: UInt64 = 0
            for index in (word * 64)..<min(word * 64 + 64, dimension) where Float(components[row * dimension + index]) * scale > centre[index] {
                bits |= 1 << UInt64(index & 63)
            }
            signs[row * words + word] = bits
        }
    }
}

extension Int8 {
    fileprivate init(saturatingRounded value: Float) { self = Int8(exactly: Swift.max(-127, Swift.min(127, value.rounded()))) ?? 0 }
}
