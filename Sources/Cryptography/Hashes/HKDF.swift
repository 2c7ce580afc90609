/// HKDF with SHA-256 (RFC 5869): many independent keys out of one.
public enum HKDFSHA256 {
    /// What one key can give (RFC 5869, section 2.3).
    public static let limit = 255 * HMACSHA256.byteCount

    /// - Parameters:
    ///   - key: material of enough entropy; a password is none.
    ///   - info: what the derived key is for. Another text gives an unrelated key.
    /// - Throws: `.malformed` when fewer than 1 or more than `limit` bytes are asked for.
    public static func derive(_ count: Int, from key: [UInt8], salt: [UInt8] = [], info: [UInt8]) throws(CryptographyError) -> [UInt8] {
        guard (1...limit).contains(count) else { throw CryptographyError(.malformed, "HKDF gives 1 to \(limit) bytes, not \(count)") }
        // HMAC pads a key with zeros, so that no salt is the same as the 32 zeros that the RFC asks for.
        let extracted = try HMACSHA256.tag(key, key: salt)
        var result: [UInt8] = [], block: [UInt8] = [], counter: UInt8 = 1
        while result.count < count {
            block = try HMACSHA256.tag(block + info + [counter], key: extracted)
            result += block
            counter &+= 1
        }
        return Array(result.prefix(count))
    }
}
