private import CSodium

/// Signatures on edwards25519 (RFC 8032, pure Ed25519): short, quick, and with no randomness to get wrong.
public enum Ed25519 {
    public static let signatureByteCount = 64

    /// A seed of 32 bytes, and what follows from it.
    public struct PrivateKey: Sendable {
        public static let seedByteCount = 32

        /// Seed and public key, as libsodium wants them.
        private let bytes: KeyBytes
        public let publicKey: PublicKey

        /// - Throws: `.malformed` unless there are exactly 32 bytes.
        public init(seed: [UInt8]) throws(CryptographyError) {
            try Sodium.initialise()
            guard seed.count == Self.seedByteCount else {
                throw CryptographyError(.malformed, "the seed of an Ed25519 key has \(Self.seedByteCount) bytes, this one \(seed.count)")
            }
            var open = [UInt8](repeating: 0, count: PublicKey.byteCount), secret = [UInt8](repeating: 0, count: Int(crypto_sign_SECRETKEYBYTES))
            crypto_sign_seed_keypair(&open, &secret, seed)
            bytes = KeyBytes(secret)
            sodium_memzero(&secret, secret.count)
            publicKey = try PublicKey(open)
        }

        public static func random() throws(CryptographyError) -> PrivateKey { try PrivateKey(seed: RandomBytes.make(seedByteCount)) }

        /// What the key is made of: to be sealed and kept.
        public var seed: [UInt8] { Array(bytes.copy.prefix(Self.seedByteCount)) }

        /// 64 bytes; the same message always has the same signature.
        public func sign(_ message: [UInt8]) -> [UInt8] {
            var signature = [UInt8](repeating: 0, count: signatureByteCount)
            _ = bytes.withBytes { crypto_sign_detached(&signature, nil, message, UInt64(message.count), $0) }
            return signature
        }
    }

    public struct PublicKey: Sendable, Hashable {
        public static let byteCount = 32
        public let bytes: [UInt8]

        /// - Throws: `.malformed` unless there are exactly 32 bytes. A point that is none, or of small order, verifies nothing.
        public init(_ bytes: [UInt8]) throws(CryptographyError) {
            try Sodium.initialise()
            guard bytes.count == Self.byteCount else {
                throw CryptographyError(.malformed, "an Ed25519 public key has \(Self.byteCount) bytes, this one \(bytes.count)")
            }
            self.bytes = bytes
        }

        /// Refuses every second form of a signature (S beyond the order, non-canonical R).
        public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
            signature.count == signatureByteCount && crypto_sign_verify_detached(signature, message, UInt64(message.count), bytes) == 0
        }
    }
}
