import Base
import Cryptography

/// What renews a session, once: 256 random bits. Only their hash is kept.
struct RefreshToken: Sendable {
    private static let length = 32

    private let bytes: [UInt8]
    /// SHA-256: what is random needs no slow hash.
    let hash: [UInt8]

    init() throws { try self.init(bytes: RandomBytes.make(Self.length)) }

    private init(bytes: [UInt8]) throws {
        var digest = try Digest(.sha256)
        digest.update(bytes)
        self.bytes = bytes
        hash = digest.finish()
    }

    /// One that was brought; `nil` when it cannot be one.
    init?(_ text: String) throws {
        guard text.utf8.count <= 64, let bytes = Base64URL.decode(text), bytes.count == Self.length else { return nil }
        try self.init(bytes: Array(bytes))
    }

    var text: String { Base64URL.encode(bytes) }
}
