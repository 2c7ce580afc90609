/// Tells by its name whether a field, header or parameter holds a secret: `access_token`, `X-Api-Key`, `smtpPassword`, `JARVIS_SECRET_KEY`.
enum SecretNames {
    private static let words: Set<String> = [
        "token", "password", "passwd", "pwd", "pass", "passphrase", "passwort", "passe", "motdepasse", "mdp", "secret", "jeton", "authorization", "cookie",
        "otp", "totp", "apikey",
        "credential", "credentials", "ticket", "bearer", "jwt", "csrf", "pin", "accesskey", "privatekey",
    ]
    /// Secret when they stand before `key`.
    private static let keys: Set<String> = ["api", "private", "access", "encryption", "signing", "master", "auth", "recovery"]
    /// Last words that make it a fact about a secret: `token_type`, `ACCESS_TOKEN_EXPIRE_MINUTES`.
    private static let facts: Set<String> = [
        "type", "count", "limit", "length", "expires", "minutes", "seconds", "days", "in", "at", "name", "url", "error", "s", "ms",
    ]
    /// Parameters of a URL that are secrets there and ordinary words elsewhere.
    private static let parameters: Set<String> = ["key", "sig", "signature", "code", "state", "auth", "sid", "session"]
    private static let longest = 64

    static func contains(_ name: ArraySlice<UInt8>) -> Bool {
        let parts = parts(of: name)
        guard let last = parts.last, !facts.contains(last) else { return false }
        if parts.contains(where: words.contains) || words.contains(parts.joined()) { return true }
        for (first, second) in zip(parts, parts.dropFirst()) where second == "key" && keys.contains(first) { return true }
        return false
    }

    static func containsParameter(_ name: ArraySlice<UInt8>) -> Bool {
        name.count <= longest && parameters.contains(String(decoding: name, as: UTF8.self).lowercased())
    }

    /// Cookies and authorization headers reach to the end of their line.
    static func takesWholeLine(_ name: ArraySlice<UInt8>) -> Bool {
        parts(of: name).contains { $0 == "cookie" || $0 == "authorization" }
    }

    /// Lower-case words of a name, cut at punctuation and where a capital follows a small letter.
    private static func parts(of name: ArraySlice<UInt8>) -> [String] {
        guard name.count <= longest else { return [] }
        var parts: [String] = []
        var part = ""
        var previous: UInt8 = 0
        for byte in name {
            let startsWord = byte.isLetter && byte & 0x20 == 0 && previous.isLetter && previous & 0x20 != 0
            if startsWord || !byte.isAlphanumeric, !part.isEmpty {
                parts.append(part)
                part = ""
            }
            if byte.isAlphanumeric { part.unicodeScalars.append(Unicode.Scalar(byte.isLetter ? byte | 0x20 : byte)) }
            previous = byte
        }
        if !part.isEmpty { parts.append(part) }
        return parts
    }
}
