import Base
import Cryptography

/// A word that lets somebody in once or for long, made of random bits: an invitation, a recovery code, a key of a program. Only its hash is kept; what is random
/// needs no slow one.
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

    /// As it is meant, without groups.
    var characters: String { Base32.crockford.encode(bytes) }

    /// In groups of four, to be read aloud or copied by hand.
    var typed: String {
        var text = ""
        for (index, character) in characters.enumerated() {
            if index > 0, index % 4 == 0 { text.append("-") }
            text.append(character)
        }
        return text
    }

    /// One that was typed, with whatever between the groups, in capitals or not; `nil` when it cannot be one.
    /// - Parameter count: bytes of randomness that it has.
    init?(typed text: String, count: Int = typedLength) throws {
        guard text.utf8.count <= 128 else { return nil }
        let digits = text.filter { $0 != "-" && !$0.isWhitespace }
        // Codes were hexadecimal before, and some of those may not have ended yet.
        let bytes = digits.utf8.count == 2 * count ? Hex.decode(digits.lowercased()) : Base32.crockford.decode(digits)
        guard let bytes, bytes.count == count else { return nil }
        try self.init(bytes: bytes)
    }
}
