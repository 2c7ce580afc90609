public import Base
private import COpenSSL

/// The private key of a certificate, of any kind that OpenSSL knows.
public struct PrivateKey: Sendable {
    let key: OpenSSLKey

    init(_ key: OpenSSLKey) { self.key = key }

    /// A new key on the curve P-256, which every browser takes.
    public static func random() throws(CryptographyError) -> PrivateKey {
        guard let context = EVP_PKEY_CTX_new_from_name(nil, "EC", nil) else { throw failure }
        defer { EVP_PKEY_CTX_free(context) }
        var made: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) == 1, EVP_PKEY_CTX_set_group_name(context, "P-256") == 1, EVP_PKEY_generate(context, &made) == 1, let made else {
            throw failure
        }
        return PrivateKey(OpenSSLKey(owning: made))
    }

    private static var failure: CryptographyError {
        ERR_clear_error()
        return CryptographyError(.unavailable, "OpenSSL could not make a key")
    }

    /// - Throws: `.malformed` for what holds no private key in PEM (RFC 7468), and for one under a passphrase: nobody is there to type it at a start.
    public init(pem: Secret) throws(CryptographyError) {
        let text = pem.reveal()
        guard text.utf8.count <= PEM.limit else { throw CryptographyError(.malformed, "a private key of more than \(PEM.limit) bytes") }
        let file = try MemoryFile(Array(text.utf8))
        // Without a callback OpenSSL would ask for the passphrase on the terminal.
        guard let pointer = PEM_read_bio_PrivateKey(file.pointer, nil, { _, _, _, _ in -1 }, nil) else {
            ERR_clear_error()
            throw CryptographyError(
                .malformed,
                text.contains("ENCRYPTED") ? "the private key is protected by a passphrase: save it without one" : "no private key in PEM form")
        }
        key = OpenSSLKey(owning: pointer)
    }

    /// In PKCS #8, without a passphrase: for a file that only its owner can read.
    public func pem() throws(CryptographyError) -> Secret {
        let file = try MemoryFile()
        guard PEM_write_bio_PKCS8PrivateKey(file.pointer, key.pointer, nil, nil, 0, nil, nil) == 1 else {
            ERR_clear_error()
            throw CryptographyError(.unavailable, "OpenSSL could not write a private key")
        }
        return Secret(String(decoding: file.contents(), as: UTF8.self))
    }
}
