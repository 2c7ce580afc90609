import Base
import Foundation

extension JSONWebSignature {
    /// What tokens are checked with: a key and the one algorithm it is for.
    public struct Key: Sendable {
        private enum Kind: Sendable {
            case ed25519(Ed25519.PublicKey)
            case hmac(KeyBytes)
            case p256(P256.PublicKey)
            case rsa(RSA.PublicKey)
        }

        public let algorithm: Algorithm
        private let kind: Kind

        public static func ed25519(_ key: Ed25519.PublicKey) -> Key { Key(algorithm: .eddsa, kind: .ed25519(key)) }
        public static func p256(_ key: P256.PublicKey) -> Key { Key(algorithm: .es256, kind: .p256(key)) }
        public static func rsa(_ key: RSA.PublicKey) -> Key { Key(algorithm: .rs256, kind: .rsa(key)) }

        /// - Throws: `.refused` for fewer than 32 bytes (RFC 7518, section 3.2).
        public static func hmac(_ secret: [UInt8]) throws(CryptographyError) -> Key {
            Key(algorithm: .hs256, kind: .hmac(try JSONWebSignature.secret(secret)))
        }

        func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
            switch kind {
            case .ed25519(let key): key.verifies(signature, of: message)
            case .hmac(let key): ConstantTime.equals(signature, HMACSHA256.tag(message, key: key))
            case .p256(let key): key.verifies(raw: signature, of: message)
            case .rsa(let key): key.verifies(signature, of: message)
            }
        }
    }

    /// The keys that tokens are taken from, by `kid`: the name is looked up here and nowhere else, whatever it looks like.
    public struct KeyTable: Sendable {
        private let keys: [String: Key]
        private let unnamed: Key?

        /// - Parameter unnamed: for tokens that name no key.
        public init(_ keys: [String: Key], unnamed: Key? = nil) {
            self.keys = keys
            self.unnamed = unnamed
        }

        public var isEmpty: Bool { keys.isEmpty && unnamed == nil }
        public var keyIDs: Set<String> { Set(keys.keys) }

        func key(named name: String?) -> Key? { if let name { keys[name] } else { unnamed } }
    }

    /// Makes tokens with one key, whose header is therefore always the same.
    public struct Signer: Sendable {
        private enum Kind: Sendable {
            case ed25519(Ed25519.PrivateKey)
            case hmac(KeyBytes)
        }

        private let kind: Kind
        /// With the full stop after it.
        private let header: [UInt8]

        public init(_ key: Ed25519.PrivateKey, keyID: String?, type: String) throws(CryptographyError) {
            kind = .ed25519(key)
            header = try Self.header(.eddsa, keyID: keyID, type: type)
        }

        /// - Throws: `.refused` for a secret of fewer than 32 bytes.
        public init(hmac secret: [UInt8], keyID: String?, type: String) throws(CryptographyError) {
            kind = .hmac(try JSONWebSignature.secret(secret))
            header = try Self.header(.hs256, keyID: keyID, type: type)
        }

        public func sign(_ payload: some Collection<UInt8>) -> String {
            let message = header + StrictBase64URL.encode(payload)
            let signature =
                switch kind {
                case .ed25519(let key): key.sign(message)
                case .hmac(let key): HMACSHA256.tag(message, key: key)
                }
            return String(decoding: message + [UInt8(ascii: ".")] + StrictBase64URL.encode(signature), as: UTF8.self)
        }

        private static func header(_ algorithm: Algorithm, keyID: String?, type: String) throws(CryptographyError) -> [UInt8] {
            var fields = ["alg": algorithm.rawValue, "typ": type]
            fields["kid"] = keyID
            guard let text = try? JSON.encode(fields) else { throw CryptographyError(.malformed, "the header of a token cannot be written") }
            return StrictBase64URL.encode(text) + [UInt8(ascii: ".")]
        }
    }

    private static func secret(_ bytes: [UInt8]) throws(CryptographyError) -> KeyBytes {
        try Sodium.initialise()
        guard bytes.count >= HMACSHA256.byteCount else {
            throw CryptographyError(.refused, "HS256 wants a secret of \(HMACSHA256.byteCount) bytes at least, this one has \(bytes.count)")
        }
        return KeyBytes(bytes)
    }
}
