private import COpenSSL

/// Hashes a stream of bytes (FIPS 180-4; RFC 1321 for MD5, which tells a broken file and not a forged one).
public struct Digest: ~Copyable {
    public enum Algorithm: Sendable { case sha256, md5 }

    private let context: OpaquePointer

    public init(_ algorithm: Algorithm = .sha256) throws(CryptographyError) {
        guard let context = EVP_MD_CTX_new() else { throw CryptographyError(.unavailable, "OpenSSL has no memory for a digest") }
        guard EVP_DigestInit_ex(context, algorithm == .sha256 ? EVP_sha256() : EVP_md5(), nil) == 1 else {
            EVP_MD_CTX_free(context)
            throw CryptographyError(.unavailable, "OpenSSL does not offer this digest")
        }
        self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    public mutating func update(_ bytes: [UInt8]) { EVP_DigestUpdate(context, bytes, bytes.count) }

    /// In lower-case hexadecimal digits. Nothing can be added any more.
    public consuming func hexadecimal() -> String { finish().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

    /// The bytes. Nothing can be added any more.
    public consuming func finish() -> [UInt8] {
        var result = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE)), count: UInt32 = 0
        EVP_DigestFinal_ex(context, &result, &count)
        return Array(result.prefix(Int(count)))
    }
}
