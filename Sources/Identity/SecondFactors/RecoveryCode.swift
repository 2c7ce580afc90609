import Base
import Cryptography
import Domain

/// What is written down for the day on which the authenticator app is lost: 80 random bits, good once. Only their hash is kept.
struct RecoveryCode: Sendable {
    /// How many somebody has.
    static let count = 10
    private static let byteCount = 10, length = 16
    /// Crockford's base 32: no letter that looks like a digit.
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    private let characters: [Character]

    init() throws {
        var buffer = 0, bits = 0, characters: [Character] = []
        for byte in try RandomBytes.make(Self.byteCount) {
            buffer = buffer << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                characters.append(Self.alphabet[buffer >> bits & 31])
            }
            buffer &= 1 << bits - 1
        }
        self.characters = characters
    }

    /// One that was typed, in capitals or not, with or without its dashes; `nil` when it cannot be one.
    init?(_ typed: Secret) {
        let text = typed.reveal()
        guard text.utf8.count <= 64 else { return nil }
        var characters: [Character] = []
        for character in text.uppercased() where character != "-" && character != " " {
            let meant: Character = ["O": "0", "I": "1", "L": "1"][character] ?? character
            guard Self.alphabet.contains(meant) else { return nil }
            characters.append(meant)
        }
        guard characters.count == Self.length else { return nil }
        self.characters = characters
    }

    /// In groups of four.
    var text: Secret { Secret(stride(from: 0, to: Self.length, by: 4).map { String(characters[$0..<$0 + 4]) }.joined(separator: "-")) }

    /// SHA-256, for this person alone: what is random needs no slow hash.
    func hash(for user: User.ID) throws -> [UInt8] {
        var digest = try Digest(.sha256)
        digest.update(Array("recovery code \(user) \(String(characters))".utf8))
        return digest.finish()
    }
}
