private import COpenSSL
private import CSodium

/// HMAC-SHA-256 (RFC 2104, FIPS 198-1).
public enum HMACSHA256 {
    public static let byteCount = 32

    public static func tag(_ message: some Sequence<UInt8>, key: [UInt8]) throws(CryptographyError) -> [UInt8] {
        try Sodium.initialise()
        return tag(Array(message), key: key, count: key.count)
    }

    /// Compares in constant time.
    public static func verify(_ tag: [UInt8], of message: some Sequence<UInt8>, key: [UInt8]) throws(CryptographyError) -> Bool {
        ConstantTime.equals(tag, try self.tag(message, key: key))
    }

    /// For keys that lie in memory of their own. libsodium must be ready.
    static func tag(_ message: [UInt8], key: UnsafePointer<UInt8>, count: Int) -> [UInt8] {
        var state = crypto_auth_hmacsha256_state(), tag = [UInt8](repeating: 0, count: byteCount)
        crypto_auth_hmacsha256_init(&state, key, count)
        crypto_auth_hmacsha256_update(&state, message, UInt64(message.count))
        crypto_auth_hmacsha256_final(&state, &tag)
        return tag
    }

    static func tag(_ message: [UInt8], key: KeyBytes) -> [UInt8] { key.withBytes { tag(message, key: $0, count: key.count) } }
}

/// HMAC-SHA-1 (RFC 2104): for time-based codes, where authenticator apps know nothing else. Not for anything new.
public enum HMACSHA1 {
    public static let byteCount = 20

    public static func tag(_ message: [UInt8], key: [UInt8]) throws(CryptographyError) -> [UInt8] {
        var length: UInt32 = 0
        let tag = [UInt8](unsafeUninitializedCapacity: byteCount) { out, count in
            count = HMAC(EVP_sha1(), key, Int32(key.count), message, message.count, out.baseAddress, &length) == nil ? 0 : Int(length)
        }
        guard tag.count == byteCount else { throw CryptographyError(.unavailable, "OpenSSL does not offer HMAC-SHA-1") }
        return tag
    }
}
