import Base
import Cryptography
import Domain

/// What is written down for the day on which the authenticator app is lost: 80 random bits, good once. Only their hash is kept.
struct RecoveryCode: Sendable {
    /// How many somebody has.
    static let count = 10
    private static let length = 10

    private let code: SecretCode

    init() throws { code = try SecretCode(count: Self.length) }

    /// One that was typed; `nil` when it cannot be one.
    init?(_ typed: Secret) throws {
        guard let code = try SecretCode(typed: typed.reveal(), count: Self.length) else { return nil }
        self.code = code
    }

    var text: Secret { Secret(code.typed) }

    /// SHA-256, for this person alone: what is random needs no slow hash.
    func hash(for user: User.ID) throws -> [UInt8] {
        var digest = try Digest(.sha256)
        digest.update(Array("recovery code \(user) \(code.characters)".utf8))
        return digest.finish()
    }
}
