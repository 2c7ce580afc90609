/// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, section 8.2): what most identity providers sign their tokens with. Only verified here.
public enum RSA {
    public struct PublicKey: Sendable {
        /// NIST SP 800-131A asks for 2,048 bits at least; beyond 8,192 a check only costs time.
        public static let modulusBits = 2048...8192

        private let key: OpenSSLKey
        /// SubjectPublicKeyInfo in DER.
        public let spki: [UInt8]

        /// The algorithm: rsaEncryption, NULL.
        private static let algorithm: [UInt8] = [0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00]

        /// - Parameters: both most significant byte first.
        /// - Throws: `.refused` for keys that are too small, and for those that a faulty library made (ROCA).
        public init(modulus: [UInt8], exponent: [UInt8]) throws(CryptographyError) {
            let modulus = Array(modulus.drop { $0 == 0 }), exponent = Array(exponent.drop { $0 == 0 })
            let bits = modulus.count * 8 - (modulus.first?.leadingZeroBitCount ?? 0)
            guard Self.modulusBits.contains(bits) else {
                throw CryptographyError(.refused, "an RSA key has \(Self.modulusBits.lowerBound) to \(Self.modulusBits.upperBound) bits, this one \(bits)")
            }
            // FIPS 186-4, B.3.1: odd, and more than 2¹⁶. An exponent of 1 would verify anything that looks like a padded hash.
            guard (3...8).contains(exponent.count), let last = exponent.last, let lowest = modulus.last, last & lowest & 1 == 1 else {
                throw CryptographyError(.refused, "an RSA key with an exponent of less than 65537, or one that is not odd")
            }
            guard !Self.hasFingerprintOfROCA(modulus) else {
                throw CryptographyError(.refused, "an RSA key of a generator whose keys can be factored (CVE-2017-15361)")
            }
            spki = DER.sequence(Self.algorithm, DER.bitString(DER.sequence(DER.integer(modulus), DER.integer(exponent))))
            key = try OpenSSLKey(publicKey: spki)
        }

        public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool { key.verifies(signature, of: message) }

        /// The faulty generator's primes are powers of 65537 modulo each small prime (Nemec et al., "The Return of Coppersmith's Attack", 2017). Among other
        /// keys one in a hundred million looks so.
        private static func hasFingerprintOfROCA(_ modulus: [UInt8]) -> Bool {
            [11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157].allSatisfy { prime in
                let rest = modulus.reduce(0) { ($0 << 8 | Int($1)) % prime }
                var power = 1
                repeat {
                    if power == rest { return true }
                    power = power * 65537 % prime
                } while power != 1
                return false
            }
        }
    }
}
