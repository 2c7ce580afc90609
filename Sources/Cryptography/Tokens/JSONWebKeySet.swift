import Base

extension JSONWebSignature.KeyTable {
    /// Bytes of a key set that are looked at, and keys in it.
    private static let byteLimit = 256 * 1024
    private static let keyLimit = 64

    /// Reads the public keys that an identity provider publishes (RFC 7517, section 5): Ed25519, P-256, and RSA of 2,048 bits or more.
    ///
    /// Keys of other kinds, for encryption, too weak, broken, or with their private half are left out, as the RFC asks. When one key is all there is, it also
    /// counts for tokens that name none (OpenID Connect Core 1.0, section 10.1).
    /// - Throws: `.malformed` for what is no key set, or has two keys of the same name.
    public init(jwks bytes: [UInt8]) throws(CryptographyError) {
        guard bytes.count <= Self.byteLimit, let entries = JSONValue.withUniqueMembers(bytes)?["keys"]?.array, entries.count <= Self.keyLimit else {
            throw CryptographyError(.malformed, "not a JSON Web Key Set of at most \(Self.keyLimit) keys")
        }
        var keys: [String: JSONWebSignature.Key] = [:], unnamed: [JSONWebSignature.Key] = [], names: Set<String> = []
        for entry in entries {
            let name = entry["kid"]?.string
            if let name, !names.insert(name).inserted { throw CryptographyError(.malformed, "a JSON Web Key Set in which two keys have the same name") }
            guard let key = JSONWebSignature.Key(jwk: entry) else { continue }
            if let name { keys[name] = key } else { unnamed.append(key) }
        }
        let all = Array(keys.values) + unnamed
        self.init(keys, unnamed: all.count == 1 ? all.first : nil)
    }
}

extension JSONWebSignature.Key {
    /// A public key for signatures; `nil` for every other.
    fileprivate init?(jwk: JSONValue) {
        func bytes(_ name: String) -> [UInt8]? { jwk[name]?.string.flatMap { StrictBase64URL.decode($0.utf8) } }
        let isForSignatures = (jwk["use"] ?? "sig") == "sig" && (jwk["key_ops"] ?? ["verify"]).array?.contains("verify") == true
        guard isForSignatures, jwk["d"] == nil else { return nil }
        // Outer: not a usable key; inner: a member is missing.
        let key: JSONWebSignature.Key?? = try? {
            switch (jwk["kty"]?.string, jwk["crv"]?.string) {
            case ("OKP", "Ed25519"): return try bytes("x").map { .ed25519(try Ed25519.PublicKey($0)) }
            case ("EC", "P-256"):
                guard let x = bytes("x"), let y = bytes("y") else { return nil }
                return .p256(try P256.PublicKey(x: x, y: y))
            case ("RSA", nil):
                guard let modulus = bytes("n"), let exponent = bytes("e") else { return nil }
                return .rsa(try RSA.PublicKey(modulus: modulus, exponent: exponent))
            default: return nil
            }
        }()
        guard let key = key ?? nil, jwk["alg"].map({ $0.string == key.algorithm.rawValue }) ?? true else { return nil }
        self = key
    }
}
