import Base

/// What renews a session, once: 256 random bits. Only their hash is kept.
struct RefreshToken: Sendable {
    private static let length = 32

    private let code: SecretCode
    var hash: [UInt8] { code.hash }

    init() throws { code = try SecretCode(count: Self.length) }

    /// One that was brought; `nil` when it cannot be one.
    init?(_ text: String) throws {
        guard text.utf8.count <= 64, let bytes = Base64URL.decode(text), bytes.count == Self.length else { return nil }
        code = try SecretCode(bytes: Array(bytes))
    }

    var text: String { Base64URL.encode(code.bytes) }
}
