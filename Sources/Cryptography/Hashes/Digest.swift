import Base
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

    /// The bytes. Nothing can be added any more.
    public consuming func finish() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { out, count in
            var length: UInt32 = 0
            EVP_DigestFinal_ex(context, out.baseAddress, &length)
            count = Int(length)
        }
    }

    /// In lower-case hexadecimal digits. Nothing can be added any more.
    public consuming func hexadecimal() -> String { Hex.encode(finish()) }
}
