public import Base
private import CSodium

/// Argon2id (RFC 9106) password hashes in their usual text form, `$argon2id$v=19$m=…,t=…,p=1$…`.
///
/// Both functions take about a tenth of a second and `memory` bytes: call them off the event loop and a few at a time.
public enum PasswordHash {
    /// OWASP's password storage cheat sheet asks for at least 19 MiB and 2 passes; this is libsodium's "interactive" setting, 64 MiB and 2 passes.
    public static let memory = Int(crypto_pwhash_MEMLIMIT_INTERACTIVE)

    public static func make(_ password: Secret) throws(CryptographyError) -> Secret {
        try Sodium.initialise()
        let bytes = Array(password.reveal().utf8).map { CChar(bitPattern: $0) }
        var hash = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        guard crypto_pwhash_str(&hash, bytes, UInt64(bytes.count), UInt64(crypto_pwhash_OPSLIMIT_INTERACTIVE), memory) == 0 else {
            throw CryptographyError(.outOfMemory, "not enough memory to hash a password (64 MiB are needed)")
        }
        return Secret(String(decoding: hash.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }

    /// Whether `password` is the one `hash` was made of; compares in constant time. `false` for a hash of another form.
    public static func verify(_ password: Secret, against hash: Secret) -> Bool {
        guard (try? Sodium.initialise()) != nil else { return false }
        let text = hash.reveal()
        guard text.utf8.count < Int(crypto_pwhash_STRBYTES) else { return false }
        let bytes = Array(password.reveal().utf8).map { CChar(bitPattern: $0) }
        return crypto_pwhash_str_verify(text, bytes, UInt64(bytes.count)) == 0
    }
}
