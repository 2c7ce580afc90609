private import CSodium

/// HMAC-SHA-256 (RFC 2104, FIPS 198-1).
public enum HMACSHA256 {
    public static let byteCount = 32

    public static func tag(_ message: some Sequence<UInt8>, key: [UInt8]) throws(CryptographyError) -> [UInt8] {
        try Sodium.initialise()
        var state = crypto_auth_hmacsha256_state()
        crypto_auth_hmacsha256_init(&state, key, key.count)
        let bytes = Array(message)
        crypto_auth_hmacsha256_update(&state, bytes, UInt64(bytes.count))
        var tag = [UInt8](repeating: 0, count: byteCount)
        crypto_auth_hmacsha256_final(&state, &tag)
        return tag
    }

    /// Compares in constant time.
    public static func verify(_ tag: [UInt8], of message: some Sequence<UInt8>, key: [UInt8]) throws(CryptographyError) -> Bool {
        let expected = try self.tag(message, key: key)
        return tag.count == byteCount && sodium_memcmp(tag, expected, byteCount) == 0
    }
}
