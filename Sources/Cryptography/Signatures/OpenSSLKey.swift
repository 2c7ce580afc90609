private import COpenSSL

/// A public or private key of OpenSSL.
///
/// `@unchecked Sendable`: nothing changes the key after the initialiser; OpenSSL counts its references and fills its caches under locks of its own.
final class OpenSSLKey: @unchecked Sendable {
    let pointer: OpaquePointer

    /// Takes ownership of an EVP_PKEY.
    init(owning pointer: OpaquePointer) { self.pointer = pointer }

    deinit { EVP_PKEY_free(pointer) }

    /// A public key from its SubjectPublicKeyInfo (RFC 5280, section 4.1). OpenSSL refuses points that are not on their curve.
    convenience init(publicKey der: [UInt8]) throws(CryptographyError) {
        let pointer = der.withUnsafeBufferPointer { bytes in
            var next = bytes.baseAddress
            return d2i_PUBKEY(nil, &next, bytes.count)
        }
        guard let pointer else {
            ERR_clear_error()
            throw CryptographyError(.malformed, "not a public key")
        }
        self.init(owning: pointer)
    }

    /// Whether a signature over the SHA-256 of `message` is this key's: ECDSA in DER, RSA with the padding of PKCS #1 v1.5.
    func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard let context = EVP_MD_CTX_new() else { return false }
        defer { EVP_MD_CTX_free(context) }
        let isGood =
            EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, pointer) == 1
            && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
        // What is left in the thread's queue would be read by the next one to ask, such as a TLS connection.
        if !isGood { ERR_clear_error() }
        return isGood
    }
}
