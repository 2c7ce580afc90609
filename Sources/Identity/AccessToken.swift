import Base
import Cryptography
import Domain
import Foundation

/// Access tokens: JWT (RFC 7519) with HS256 and nothing else. The algorithm is fixed here; the header of a token never chooses it.
struct TokenSigner: Sendable {
    /// What a token says: whose it is, and of which session. What they may do is looked up there.
    struct Claims: Codable {
        var iss = "jarvis"
        var typ = "access"
        var sub: User.ID
        var sid: Session.ID
        /// Seconds since 1970.
        var iat: Int
        var exp: Int
        var jti: String
    }

    private let key: [UInt8]
    private static let header = Base64URL.encode(Array(#"{"alg":"HS256","typ":"JWT"}"#.utf8))

    /// - Parameter secret: JARVIS_SECRET_KEY.
    init(secret: Secret) { key = Array(secret.reveal().utf8) }

    func issue(for session: Session, at now: Date, lifetime: TimeInterval) throws -> String {
        let claims = Claims(
            sub: session.user, sid: session.id, iat: Int(now.timeIntervalSince1970), exp: Int(now.timeIntervalSince1970 + lifetime),
            jti: Hex.encode(try RandomBytes.make(16)))
        let message = "\(Self.header).\(Base64URL.encode(try JSON.encode(claims)))"
        return "\(message).\(Base64URL.encode(try HMACSHA256.tag(message.utf8, key: key)))"
    }

    /// The claims of a token that this signer issued and that is valid at `now`; `nil` for everything else.
    func verify(_ token: String, at now: Date) -> Claims? {
        guard token.utf8.count <= 2048 else { return nil }
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == Self.header, let tag = Base64URL.decode(parts[2]),
            (try? HMACSHA256.verify(Array(tag), of: token.utf8.prefix(parts[0].utf8.count + 1 + parts[1].utf8.count), key: key)) == true,
            let payload = Base64URL.decode(parts[1]), let claims = try? JSON.decode(Claims.self, from: payload),
            claims.iss == "jarvis", claims.typ == "access", Double(claims.exp) > now.timeIntervalSince1970
        else { return nil }
        return claims
    }
}
