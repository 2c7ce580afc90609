public import Base
private import CSodium

/// Argon2id (RFC 9106) password hashes in their usual text form, `$argon2id$v=19$m=…,t=…,p=1$…`.
///
/// `make` and `verify` take about a tenth of a second and the memory of their parameters: call them off the event loop and a few at a time.
public enum PasswordHash {
    public static func make(_ password: Secret, _ parameters: PasswordParameters = .standard) throws(CryptographyError) -> Secret {
        try Sodium.initialise()
        let bytes = password.reveal().utf8.map { CChar(bitPattern: $0) }
        var hash = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        guard
            crypto_pwhash_str_alg(
                &hash, bytes, UInt64(bytes.count), UInt64(parameters.passes), parameters.memory, crypto_pwhash_ALG_ARGON2ID13) == 0
        else {
            throw CryptographyError(.outOfMemory, "not enough memory to hash a password (\(parameters.memory >> 20) MiB are needed)")
        }
        return Secret(String(decoding: hash.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }

    /// Whether `password` is the one `hash` was made of; compares in constant time. Also knows bcrypt (`$2a$`, `$2b$`, `$2y$`), which is never made.
    /// `false` for a hash of another form, and for one that asks for more than 1 GiB or 64 passes.
    public static func verify(_ password: Secret, against hash: Secret) -> Bool {
        guard (try? Sodium.initialise()) != nil else { return false }
        let text = hash.reveal()
        if Bcrypt.isHash(text) { return Bcrypt.verify(password, against: text) }
        guard text.utf8.count < Int(crypto_pwhash_STRBYTES), PasswordParameters(of: text) != nil else { return false }
        let bytes = password.reveal().utf8.map { CChar(bitPattern: $0) }
        return crypto_pwhash_str_verify(text, bytes, UInt64(bytes.count)) == 0
    }

    /// Whether a hash took less work than `parameters` ask for, in memory or passes, or is of another kind: to be made anew at the next sign-in.
    public static func needsRehash(_ hash: Secret, _ parameters: PasswordParameters) -> Bool {
        guard let found = PasswordParameters(of: hash.reveal()) else { return true }
        return found.memory < parameters.memory || found.passes < parameters.passes
    }

    /// A hash that no password has and that takes as long to check as one made with `parameters`: for names that do not exist, so that the time tells nothing.
    public static func decoy(_ parameters: PasswordParameters) throws(CryptographyError) -> Secret {
        func text(_ count: Int) throws(CryptographyError) -> String {
            let bytes = try RandomBytes.make(count)
            var text = [CChar](repeating: 0, count: sodium_base64_encoded_len(count, sodium_base64_VARIANT_ORIGINAL_NO_PADDING))
            sodium_bin2base64(&text, text.count, bytes, count, sodium_base64_VARIANT_ORIGINAL_NO_PADDING)
            return String(decoding: text.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
        return Secret("$argon2id$v=19$m=\(parameters.memory >> 10),t=\(parameters.passes),p=1$\(try text(16))$\(try text(32))")
    }
}
