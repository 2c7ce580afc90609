public import Base
private import CSodium

/// Turns JARVIS_ENCRYPTION_KEY into the key that wraps the data key.
public enum WrappingKey {
    /// Bytes of salt for passphrases.
    public static let saltByteCount = Int(crypto_pwhash_SALTBYTES)

    /// A new random key in the form that `derive` uses as it is: 64 hexadecimal digits.
    public static func generate() throws(CryptographyError) -> Secret {
        Secret(Hex.encode(try RandomBytes.make(SealingKey.byteCount)))
    }

    /// 64 hexadecimal digits are the key itself; anything else is a passphrase, stretched with Argon2id (RFC 9106; 64 MiB, 2 passes: libsodium's "interactive").
    /// A passphrase takes about a tenth of a second: call it off the event loop.
    public static func derive(from secret: Secret, salt: [UInt8]) throws(CryptographyError) -> SealingKey {
        let text = secret.reveal()
        if text.utf8.count == 2 * SealingKey.byteCount, let bytes = Hex.decode(text) { return try SealingKey(bytes) }
        try Sodium.initialise()
        guard salt.count == saltByteCount else { throw CryptographyError(.malformed, "the salt has \(salt.count) bytes instead of \(saltByteCount)") }
        var key = [UInt8](repeating: 0, count: SealingKey.byteCount)
        let passphrase = Array(text.utf8).map { CChar(bitPattern: $0) }
        let status = crypto_pwhash(
            &key, UInt64(key.count), passphrase, UInt64(passphrase.count), salt, UInt64(crypto_pwhash_OPSLIMIT_INTERACTIVE),
            Int(crypto_pwhash_MEMLIMIT_INTERACTIVE),
            crypto_pwhash_ALG_ARGON2ID13)
        guard status == 0 else { throw CryptographyError(.outOfMemory, "not enough memory to stretch the passphrase (64 MiB are needed)") }
        return try SealingKey(key)
    }
}
