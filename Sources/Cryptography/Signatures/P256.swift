/// ECDSA on the curve P-256 with SHA-256 (FIPS 186-4): what passkeys and many identity providers sign with. Only verified here.
public enum P256 {
    public struct PublicKey: Sendable, Hashable {
        public static let coordinateByteCount = 32

        private let key: OpenSSLKey
        /// SubjectPublicKeyInfo in DER, 91 bytes.
        public let spki: [UInt8]

        /// The algorithm (id-ecPublicKey, prime256v1) and the head of an uncompressed point; its 64 bytes follow.
        private static let prefix: [UInt8] = [
            0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03,
            0x42, 0x00, 0x04,
        ]

        /// - Throws: `.malformed` unless both have 32 bytes and lie on the curve.
        public init(x: [UInt8], y: [UInt8]) throws(CryptographyError) {
            guard x.count == Self.coordinateByteCount, y.count == Self.coordinateByteCount else {
                throw CryptographyError(.malformed, "a coordinate of P-256 has \(Self.coordinateByteCount) bytes")
            }
            try self.init(spki: Self.prefix + x + y)
        }

        /// - Throws: `.malformed` for other curves, for compressed points, and for points that are not on the curve.
        public init(spki: [UInt8]) throws(CryptographyError) {
            guard spki.count == Self.prefix.count + 2 * Self.coordinateByteCount, spki.starts(with: Self.prefix) else {
                throw CryptographyError(.malformed, "not a P-256 public key with an uncompressed point")
            }
            key = try OpenSSLKey(publicKey: spki)
            self.spki = spki
        }

        /// For signatures in DER, as passkeys and certificates have them.
        public func verifies(der signature: [UInt8], of message: [UInt8]) -> Bool {
            // SEQUENCE of two integers of 33 bytes at most.
            signature.count <= 72 && key.verifies(signature, of: message)
        }

        /// For signatures of r and s side by side (IEEE P1363), as tokens have them: 64 bytes.
        public func verifies(raw signature: [UInt8], of message: [UInt8]) -> Bool {
            signature.count == 2 * Self.coordinateByteCount
                && key.verifies(
                    DER.sequence(
                        DER.integer(signature.prefix(Self.coordinateByteCount)), DER.integer(signature.suffix(Self.coordinateByteCount))),
                    of: message)
        }

        public static func == (one: PublicKey, other: PublicKey) -> Bool { one.spki == other.spki }
        public func hash(into hasher: inout Hasher) { hasher.combine(spki) }
    }
}
