import Base
import Cryptography
import Domain
import Foundation

/// Signed tokens: JWT (RFC 7519) with HS256 and nothing else. The algorithm is fixed here; the header of a token never chooses it.
struct TokenSigner: Sendable {
    enum Kind: String, Codable { case access, refresh }

    /// What a token says.
    struct Claims: Codable {
        var iss = "jarvis"
        var typ: Kind
        var sub: User.ID
        var hh: Household.ID
        var role: Role
        var name: String
        /// Seconds since 1970.
        var iat: Int
        var exp: Int
        var jti: String
    }

    private let key: [UInt8]
    private static let header = Base64URL.encode(Array(#"{"alg":"HS256","typ":"JWT"}"#.utf8))

    /// - Parameter secret: JARVIS_SECRET_KEY.
    init(secret: Secret) { key = Array(secret.reveal().utf8) }

    func issue(_ kind: Kind, for user: User, at now: Date, lifetime: TimeInterval) throws -> String {
        let claims = Claims(
            typ: kind, sub: user.id, hh: user.household, role: user.role, name: user.name, iat: Int(now.timeIntervalSince1970),
            exp: Int(now.timeIntervalSince1970 + lifetime), jti: Hex.encode(try RandomBytes.make(16)))
        let message = "\(Self.header).\(Base64URL.encode(try JSON.encode(claims)))"
        return "\(message).\(Base64URL.encode(try HMACSHA256.tag(message.utf8, key: key)))"
    }

    /// The claims of a token that this signer issued, of this kind and still valid at `now`; `nil` for everything else.
    func verify(_ token: String, kind: Kind, at now: Date) -> Claims? {
        guard token.utf8.count <= 2048 else { return nil }
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == Self.header, let tag = Base64URL.decode(parts[2]),
            (try? HMACSHA256.verify(Array(tag), of: token.utf8.prefix(parts[0].utf8.count + 1 + parts[1].utf8.count), key: key)) == true,
            let payload = Base64URL.decode(parts[1]), let claims = try? JSON.decode(Claims.self, from: payload),
            claims.iss == "jarvis", claims.typ == kind, Double(claims.exp) > now.timeIntervalSince1970
        else { return nil }
        return claims
    }
}
