import Base
import Cryptography

/// A word that lets somebody in once or for long, made of random bits: an invitation, a key of a program. Only its hash is kept; what is random needs no
/// slow one.
struct SecretCode: Sendable {
    let bytes: [UInt8]
    /// SHA-256.
    let hash: [UInt8]

    /// - Parameter count: bytes of randomness.
    init(count: Int) throws { try self.init(bytes: RandomBytes.make(count)) }

    init(bytes: [UInt8]) throws {
        var digest = try Digest(.sha256)
        digest.update(bytes)
        self.bytes = bytes
        hash = digest.finish()
    }

    // MARK: to be typed

    /// 128 bits.
    static let typedLength = 16

    /// In groups of four, to be read aloud or copied by hand.
    var typed: String {
        var text = ""
        for (index, digit) in Hex.encode(bytes).enumerated() {
            if index > 0, index % 4 == 0 { text.append("-") }
            text.append(digit)
        }
        return text
    }

    /// One that was typed, with whatever between the groups; `nil` when it cannot be one.
    init?(typed text: String) throws {
        guard text.utf8.count <= 128 else { return nil }
        let digits = text.lowercased().filter { $0 != "-" && !$0.isWhitespace }
        guard digits.utf8.count == 2 * Self.typedLength, let bytes = Hex.decode(digits) else { return nil }
        try self.init(bytes: Array(bytes))
    }
}
