public import Foundation

/// A key that signs access tokens, or did: tokens name it (`kid`).
public struct SigningKey: Sendable, Hashable {
    /// Random letters; says nothing of the key.
    public var id: String
    /// What the key is made of: 32 bytes for Ed25519. Secret.
    public var seed: [UInt8]
    public var createdAt: Date
    /// When the last token that it signed ends; `nil` for the one that signs.
    public var endsAt: Date?

    public init(id: String, seed: [UInt8], createdAt: Date, endsAt: Date? = nil) {
        self.id = id
        self.seed = seed
        self.createdAt = createdAt
        self.endsAt = endsAt
    }
}

/// The keys that sign access tokens, kept sealed.
public protocol SigningKeyStore: Sendable {
    /// All that tokens are still taken from at `now`, the newest first.
    func signingKeys(at now: Date) async throws -> [SigningKey]
    /// Puts a key in the place of the one that signs, whose tokens are good until `end`; keys that ended before `key` was made are let go of.
    func add(_ key: SigningKey, othersEndAt end: Date) async throws
}
