/// The public key of a passkey, as authenticators write it (RFC 9052, section 7; RFC 9053, section 2).
public enum COSEKey: Sendable {
    case es256(P256.PublicKey)
    case edDSA(Ed25519.PublicKey)

    /// The numbers of both algorithms, the preferred one first: what is offered when a passkey is made.
    public static let algorithms = [-8, -7]

    public var algorithm: Int {
        switch self {
        case .es256: -7
        case .edDSA: -8
        }
    }

    /// - Throws: `.malformed` for what is no such key; `.refused` for other algorithms and curves, and for a key with its private half.
    public init(_ value: CBOR) throws(CryptographyError) {
        guard value[-4] == nil else { throw CryptographyError(.refused, "a COSE key with its private half") }
        switch (value[1]?.int, value[3]?.int, value[-1]?.int) {
        case (2, -7, 1):
            guard let x = value[-2]?.bytes, let y = value[-3]?.bytes else { throw CryptographyError(.malformed, "a COSE key without its point") }
            self = .es256(try P256.PublicKey(x: x, y: y))
        case (1, -8, 6):
            guard let x = value[-2]?.bytes else { throw CryptographyError(.malformed, "a COSE key without its point") }
            self = .edDSA(try Ed25519.PublicKey(x))
        default: throw CryptographyError(.refused, "a COSE key of an algorithm or curve that is not taken here")
        }
    }

    /// The form that is kept beside a passkey.
    public init(parsing bytes: [UInt8]) throws(CryptographyError) { try self.init(CBOR(parsing: bytes)) }

    /// Signatures as WebAuthn has them: ECDSA in DER, Ed25519 in its 64 bytes.
    public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        switch self {
        case .es256(let key): key.verifies(der: signature, of: message)
        case .edDSA(let key): key.verifies(signature, of: message)
        }
    }
}
