import Base
import Cryptography
import Domain
import Foundation
import Observability
import Synchronization

/// Access tokens: JWTs (RFC 7519, RFC 9068) that are signed with Ed25519 and name their key. What is taken for one is decided by the table of keys alone, never
/// by a token's own header.
final class AccessTokens: Sendable {
    /// What a token says: whose it is, and of which session. What they may do is looked up there.
    struct Claims: Codable {
        var iss = AccessTokens.issuer
        var aud = AccessTokens.issuer
        var sub: User.ID
        var sid: Session.ID
        /// Seconds since 1970.
        var iat: Int
        var nbf: Int
        var exp: Int
        var jti: String
    }

    private struct Keys {
        var signer: JSONWebSignature.Signer
        var table: JSONWebSignature.KeyTable
        var newest: Date
    }

    static let issuer = "jarvis"
    private static let type = "at+jwt"
    /// How long one key signs; a new one is made at the next start or `rotate`.
    private static let keyLifetime: TimeInterval = 90 * 86_400
    /// What clocks of other machines may be ahead.
    private static let leeway: TimeInterval = 60

    private let store: any SigningKeyStore
    private let shared: JSONWebSignature.Key?
    private let lifetime: TimeInterval
    private let keys: Mutex<Keys>

    /// Takes up the keys, and makes one where there is none or the last one is old.
    ///
    /// - Parameters:
    ///   - secretKey: JARVIS_SECRET_KEY: HS256 tokens that it signed are taken, too, when it has 32 bytes or more.
    ///   - lifetime: of a token, in seconds.
    init(_ store: any SigningKeyStore, secretKey: Secret?, lifetime: TimeInterval, at now: Date, log: Logger) async throws {
        self.store = store
        self.lifetime = lifetime
        let secret = Array((secretKey?.reveal() ?? "").utf8)
        shared = try? JSONWebSignature.Key.hmac(secret)
        if !secret.isEmpty, shared == nil { log.warning("JARVIS_SECRET_KEY has fewer than 32 bytes: tokens signed with it are not taken") }
        var known = try await store.signingKeys(at: now)
        if known.first.map({ now.timeIntervalSince($0.createdAt) > Self.keyLifetime }) ?? true {
            try await Self.addKey(to: store, lifetime: lifetime, at: now)
            known = try await store.signingKeys(at: now)
        }
        keys = Mutex(try Self.keys(known, shared: shared))
    }

    /// Signs with a new key from now on. What the one before it signed is taken until it ends, so that nobody is signed out.
    func rotate(at now: Date) async throws {
        try await Self.addKey(to: store, lifetime: lifetime, at: now)
        let fresh = try Self.keys(try await store.signingKeys(at: now), shared: shared)
        keys.withLock { if $0.newest <= fresh.newest { $0 = fresh } }
    }

    private static func addKey(to store: any SigningKeyStore, lifetime: TimeInterval, at now: Date) async throws {
        let key = SigningKey(id: Base64URL.encode(try RandomBytes.make(9)), seed: try Ed25519.PrivateKey.random().seed, createdAt: now)
        try await store.add(key, othersEndAt: now.addingTimeInterval(lifetime))
    }

    private static func keys(_ known: [SigningKey], shared: JSONWebSignature.Key?) throws -> Keys {
        guard let newest = known.first else { throw Problem(.unavailable, "there is no key that signs tokens: restart Jarvis") }
        var table: [String: JSONWebSignature.Key] = [:]
        for key in known { table[key.id] = .ed25519(try Ed25519.PrivateKey(seed: key.seed).publicKey) }
        return Keys(
            signer: try JSONWebSignature.Signer(try Ed25519.PrivateKey(seed: newest.seed), keyID: newest.id, type: type),
            table: JSONWebSignature.KeyTable(table, unnamed: shared), newest: newest.createdAt)
    }

    func issue(for session: Session, at now: Date) throws -> String {
        let seconds = Int(now.timeIntervalSince1970)
        let claims = Claims(
            sub: session.user, sid: session.id, iat: seconds, nbf: seconds, exp: Int(now.timeIntervalSince1970 + lifetime),
            jti: Base64URL.encode(try RandomBytes.make(12)))
        return keys.withLock { $0.signer }.sign(try JSON.encode(claims))
    }

    /// The claims of an access token that one of the keys signed and that is valid at `now`; `nil` for everything else.
    func verify(_ token: String, at now: Date) -> Claims? {
        guard token.utf8.count <= 2048, let signed = try? JSONWebSignature(verifying: token, with: keys.withLock { $0.table }),
            signed.type == Self.type, (try? signed.claims()) != nil, let claims = try? JSON.decode(Claims.self, from: Data(signed.payload)),
            claims.iss == Self.issuer, claims.aud == Self.issuer, Double(claims.exp) > now.timeIntervalSince1970,
            Double(claims.nbf) <= now.timeIntervalSince1970 + Self.leeway, Double(claims.iat) <= now.timeIntervalSince1970 + Self.leeway
        else { return nil }
        return claims
    }
}
