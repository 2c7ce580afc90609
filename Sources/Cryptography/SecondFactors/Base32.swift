/// Bytes as texts that people copy by hand, five bits to a character.
public struct Base32: Sendable {
    /// What people type into authenticator apps (RFC 4648, section 6).
    public static let standard = Base32("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    /// Crockford's: no letter that looks like a digit is written, and those that do are read as what they look like.
    public static let crockford = Base32("0123456789ABCDEFGHJKMNPQRSTVWXYZ", readingAlso: ["O": "0", "I": "1", "L": "1"])

    private let digits: [UInt8]
    /// By byte; negative for what is no digit.
    private let values: [Int]

    private init(_ alphabet: String, readingAlso lookalikes: [Character: Character] = [:]) {
        digits = Array(alphabet.utf8)
        var values = [Int](repeating: -1, count: 256)
        func read(_ character: Character, as value: Int) {
            for byte in (character.uppercased() + character.lowercased()).utf8 { values[Int(byte)] = value }
        }
        for (value, character) in alphabet.enumerated() {
            read(character, as: value)
            for (lookalike, meant) in lookalikes where meant == character { read(lookalike, as: value) }
        }
        self.values = values
    }

    /// Without padding.
    public func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = [], buffer = 0, bits = 0
        for byte in bytes {
            buffer = buffer << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(digits[buffer >> bits & 31])
            }
            buffer &= 1 << bits - 1
        }
        if bits > 0 { text.append(digits[buffer << (5 - bits) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Capital or small letters, with or without spaces and padding. `nil` for other characters, and for a text that ends within a byte.
    public func decode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = [], buffer = 0, bits = 0, isPadded = false
        for character in text.utf8 where character != UInt8(ascii: " ") {
            if character == UInt8(ascii: "=") {
                isPadded = true
                continue
            }
            let value = values[Int(character)]
            guard !isPadded, value >= 0 else { return nil }
            buffer = buffer << 5 | value
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
            }
            buffer &= 1 << bits - 1
        }
        return bits < 5 && buffer == 0 ? bytes : nil
    }
}
