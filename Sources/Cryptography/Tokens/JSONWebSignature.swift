public import Base

/// A signed token in compact form, `header.payload.signature` (RFC 7515), that was found good.
///
/// A token never chooses how it is checked (RFC 8725, section 3.1): its `kid` is looked up in a table, and the key found there says which algorithm counts.
/// Keys that a token brings or points to (`jwk`, `jku`, `x5c`, `x5u`) get it refused, and so do `crit`, members named twice, and spare bits in its text.
public struct JSONWebSignature: Sendable {
    /// RFC 7518, section 3.1, and RFC 8037. There is no "none".
    public enum Algorithm: String, Sendable {
        case eddsa = "EdDSA"
        case hs256 = "HS256"
        case es256 = "ES256"
        case rs256 = "RS256"
    }

    /// Bytes that are looked at; a longer token is refused unread.
    public static let limit = 16 * 1024

    public let algorithm: Algorithm
    /// The key it was checked with, as the token names it.
    public let keyID: String?
    /// What the token says it is (`typ`, such as "at+jwt"); to be compared with what is expected, so that no kind of token passes for another.
    public let type: String?
    public let payload: [UInt8]

    /// - Throws: `.malformed` for what is no such token, `.refused` for one that asks for something odd, `.notAuthentic` when no key is known or the signature is
    ///   not its. The three are for the log: say the same to whoever sent it.
    public init(verifying token: String, with keys: KeyTable) throws(CryptographyError) {
        guard token.utf8.count <= Self.limit else { throw CryptographyError(.malformed, "a token of more than \(Self.limit) bytes") }
        let bytes = Array(token.utf8)
        let parts = bytes.split(separator: UInt8(ascii: "."), maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 3, let header = StrictBase64URL.decode(parts[0]), let signature = StrictBase64URL.decode(parts[2]) else {
            throw CryptographyError(.malformed, "not a signed token")
        }
        let fields = try Self.fields(of: header)
        guard let key = keys.key(named: fields["kid"]) else { throw CryptographyError(.notAuthentic, "a token of an unknown key") }
        guard let named = fields["alg"], named == key.algorithm.rawValue else {
            throw CryptographyError(.refused, "a token with another algorithm than its key's")
        }
        guard key.verifies(signature, of: Array(bytes[..<parts[1].endIndex])) else {
            throw CryptographyError(.notAuthentic, "a token with a wrong signature")
        }
        guard let payload = StrictBase64URL.decode(parts[1]) else { throw CryptographyError(.malformed, "not a signed token") }
        algorithm = key.algorithm
        keyID = fields["kid"]
        type = fields["typ"]
        self.payload = payload
    }

    /// The members of a header, which are all texts here: whatever has another value (`crit`, `jwk`, `x5c`, `b64`) is nothing that this program does.
    private static func fields(of header: [UInt8]) throws(CryptographyError) -> [String: String] {
        guard case .object(let members)? = JSONValue.withUniqueMembers(header) else {
            throw CryptographyError(.malformed, "a token whose header is no JSON object with unique members")
        }
        var fields: [String: String] = [:]
        for (name, value) in members {
            guard let text = value.string, name != "jku", name != "x5u" else {
                throw CryptographyError(.refused, "a token whose header asks for more than a key and an algorithm")
            }
            fields[name] = text
        }
        return fields
    }

    /// The payload of a JWT (RFC 7519).
    /// - Throws: `.malformed` unless it is a JSON object with unique members.
    public func claims() throws(CryptographyError) -> [String: JSONValue] {
        guard case .object(let members)? = JSONValue.withUniqueMembers(payload) else {
            throw CryptographyError(.malformed, "a token whose claims are no JSON object with unique members")
        }
        return members
    }
}
