private import CSodium

/// A 256-bit key that seals texts with XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03, through libsodium).
///
/// Every sealed text is bound to a context, the place it belongs to: a text that is moved to another row or column does not open there.
/// Layout of a sealed text: 1 byte version (1), 24 bytes nonce, ciphertext, 16 bytes tag.
public struct SealingKey: Sendable {
    public static let byteCount = 32
    /// What sealing adds to the length of a text.
    public static let overhead = 1 + 24 + 16
    private static let version: UInt8 = 1

    private let storage: KeyBytes

    /// - Throws: `.malformed` unless there are exactly 32 bytes.
    public init(_ bytes: [UInt8]) throws(CryptographyError) {
        try Sodium.initialise()
        guard bytes.count == Self.byteCount else { throw CryptographyError(.malformed, "a sealing key has \(Self.byteCount) bytes, this one \(bytes.count)") }
        storage = KeyBytes(bytes)
    }

    public static func random() throws(CryptographyError) -> SealingKey { try SealingKey(RandomBytes.make(byteCount)) }

    /// Seals `plaintext` for the place that `context` names.
    public func seal(_ plaintext: [UInt8], context: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: plaintext.count + Self.overhead) { out, count in
            // The capacity asked for above is at least `overhead`, so there is a base address.
            guard let base = out.baseAddress else { return }
            base[0] = Self.version
            randombytes_buf(base + 1, 24)
            var length: UInt64 = 0
            _ = storage.withBytes { key in
                crypto_aead_xchacha20poly1305_ietf_encrypt(
                    base + 25, &length, plaintext, UInt64(plaintext.count), context, UInt64(context.count), nil, base + 1, key)
            }
            count = 25 + Int(length)
        }
    }

    /// Opens what `seal` made with the same key and context.
    /// - Throws: `.malformed` for what was never sealed, `.notAuthentic` for another key, another place, or a changed text.
    public func open(_ sealed: [UInt8], context: [UInt8]) throws(CryptographyError) -> [UInt8] {
        guard sealed.count >= Self.overhead, sealed[0] == Self.version else {
            throw CryptographyError(.malformed, "not a sealed text of a version that this program knows")
        }
        var failed = false
        let plaintext = [UInt8](unsafeUninitializedCapacity: sealed.count - Self.overhead + 1) { out, count in
            var length: UInt64 = 0
            let status = sealed.withUnsafeBufferPointer { input -> Int32 in
                guard let base = input.baseAddress else { return -1 }
                return storage.withBytes { key in
                    crypto_aead_xchacha20poly1305_ietf_decrypt(
                        out.baseAddress, &length, nil, base + 25, UInt64(input.count - 25), context, UInt64(context.count), base + 1, key)
                }
            }
            failed = status != 0
            count = failed ? 0 : Int(length)
        }
        if failed { throw CryptographyError(.notAuthentic, "the sealed text does not belong to this key and place, or was changed") }
        return plaintext
    }

    /// This key, sealed under another one.
    public func wrapped(by key: SealingKey, context: [UInt8]) -> [UInt8] { key.seal(storage.copy, context: context) }

    /// `count` bytes for another purpose, which tell nothing of this key (HKDF with SHA-256, RFC 5869).
    public func derive(_ count: Int, for purpose: String) throws(CryptographyError) -> [UInt8] {
        try HKDFSHA256.derive(count, from: storage.copy, info: Array(purpose.utf8))
    }

    /// The key that `wrapped` holds.
    public static func unwrap(_ wrapped: [UInt8], with key: SealingKey, context: [UInt8]) throws(CryptographyError) -> SealingKey {
        try SealingKey(key.open(wrapped, context: context))
    }
}
