/// Base64url without padding (RFC 4648, section 5) where each sequence of bytes has one text only: a last character with bits to spare is refused, so that no
/// second token stands for the same one. Not for secrets: it looks up in tables.
enum StrictBase64URL {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// What a character stands for; 0xff for those outside of the alphabet.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xff, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()

    static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        let count = text.count
        // A single character over has fewer bits than a byte.
        guard count % 4 != 1 else { return nil }
        var bytes: [UInt8] = [], buffer: UInt32 = 0, bits = 0, seen: UInt8 = 0
        bytes.reserveCapacity(count * 3 / 4)
        let values = Self.values
        for character in text {
            let value = values[Int(character)]
            seen |= value
            buffer = buffer << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
            }
        }
        return seen < 64 && buffer & (1 << UInt32(bits) - 1) == 0 ? bytes : nil
    }

    static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var text: [UInt8] = [], buffer: UInt32 = 0, bits = 0
        text.reserveCapacity(bytes.count * 4 / 3 + 2)
        let alphabet = Self.alphabet
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(alphabet[Int(buffer >> UInt32(bits) & 63)])
            }
        }
        if bits > 0 { text.append(alphabet[Int(buffer << UInt32(6 - bits) & 63)]) }
        return text
    }
}
