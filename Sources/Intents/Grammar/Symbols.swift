/// Numbers the characters that templates and names are written with, so that automata can be walked by small integers.
struct Symbols: Sendable {
    typealias Symbol = UInt16

    /// Stands for the gap between two words.
    static let boundary: Symbol = 0
    /// Stands for every character that no template and no name has.
    static let unknown: Symbol = 1

    private var table: [Unicode.Scalar: Symbol] = [:]
    private var ascii = [Symbol](repeating: Symbols.unknown, count: 128)

    /// How many there are; each is less.
    private(set) var count = 2

    /// The number of a character; a new one when it has none yet.
    mutating func intern(_ scalar: Unicode.Scalar) -> Symbol {
        let known = self[scalar]
        guard known == Self.unknown, count < Int(Symbol.max) else { return known }
        let symbol = Symbol(count)
        count += 1
        if scalar.value < 128 { ascii[Int(scalar.value)] = symbol } else { table[scalar] = symbol }
        return symbol
    }

    subscript(scalar: Unicode.Scalar) -> Symbol {
        scalar.value < 128 ? ascii[Int(scalar.value)] : table[scalar] ?? Self.unknown
    }
}
