private import CSodium

/// BLAKE2b (RFC 7693), keyed or not: the quickest hash here, for look-up keys and hash chains.
public enum BLAKE2b {
    /// - Parameters:
    ///   - key: none, or 16 to 64 bytes: then it is a message authentication code.
    ///   - count: bytes wanted, 16 to 64.
    /// - Throws: `.malformed` for a key or length outside of these.
    public static func hash(_ message: [UInt8], key: [UInt8] = [], count: Int = 32) throws(CryptographyError) -> [UInt8] {
        try Sodium.initialise()
        guard (16...64).contains(count), key.isEmpty || (16...64).contains(key.count) else {
            throw CryptographyError(.malformed, "BLAKE2b takes keys of 16 to 64 bytes and gives 16 to 64 bytes")
        }
        var hash = [UInt8](repeating: 0, count: count)
        crypto_generichash(&hash, count, message, UInt64(message.count), key, key.count)
        return hash
    }
}
