import Base
import Cryptography
import Foundation

/// The authorization code flow with PKCE (OpenID Connect Core 1.0, section 3.1; RFC 7636), as questions and answers: no network, no clock, no store.
struct OpenIDFlow: Sendable {
    /// Who somebody is at the provider.
    struct Account: Sendable, Hashable {
        let subject: String
        let name: String
    }

    /// Clocks may differ by so many seconds; a token may be so old.
    private static let leeway = 60.0, oldest = 600.0

    let client: OpenIDClient
    let provider: OpenIDProvider
    let key: [UInt8]

    /// Where the browser is sent.
    func authorizationURL(_ state: OpenIDState, back: String) throws -> String {
        let query = Self.form([
            ("response_type", "code"), ("client_id", client.id), ("redirect_uri", back), ("scope", "openid profile"), ("state", try state.text(key: key)),
            ("nonce", try state.nonce(key: key)), ("code_challenge", try Self.challenge(of: state.verifier(key: key))), ("code_challenge_method", "S256"),
        ])
        return provider.authorization + (provider.authorization.contains("?") ? "&" : "?") + query
    }

    /// The code in the provider's answer.
    func code(in answer: (code: String?, error: String?, issuer: String?)) throws(OpenIDFault) -> String {
        guard answer.issuer.map({ $0 == client.issuer }) ?? !provider.namesItself else { throw .wrongIssuer }
        guard answer.error == nil else { throw .refused }
        guard let code = answer.code, (1...2000).contains(code.utf8.count) else { throw .malformed }
        return code
    }

    /// What is sent for the tokens.
    func tokenRequest(_ code: String, _ state: OpenIDState, back: String) throws -> (form: String, credentials: (name: String, password: Secret)?) {
        var fields = [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", back), ("code_verifier", try state.verifier(key: key))]
        guard let secret = client.secret else { return (Self.form(fields + [("client_id", client.id)]), nil) }
        // RFC 6749, section 2.3.1: both are encoded as in a form.
        if provider.takesBasic { return (Self.form(fields), (Self.escaped(client.id), Secret(Self.escaped(secret.reveal())))) }
        fields += [("client_id", client.id), ("client_secret", secret.reveal())]
        return (Self.form(fields), nil)
    }

    func idToken(in answer: [UInt8]) throws(OpenIDFault) -> String {
        guard let token = (try? JSONValue(parsing: answer))?["id_token"]?.string else { throw .noToken }
        return token
    }

    /// OpenID Connect Core 1.0, section 3.1.3.7.
    func account(in token: String, keys: JSONWebSignature.KeyTable, _ state: OpenIDState, at now: Date) throws(OpenIDFault) -> Account {
        guard let signed = try? JSONWebSignature(verifying: token, with: keys) else { throw .wrongSignature }
        guard let claims = try? signed.claims(), let subject = claims["sub"]?.string, (1...255).contains(subject.utf8.count),
            let expires = claims["exp"]?.number, let issued = claims["iat"]?.number
        else { throw .malformed }
        guard claims["iss"]?.string == client.issuer else { throw .wrongIssuer }
        let audience = claims["aud"]?.string.map { [.string($0)] } ?? claims["aud"]?.array ?? []
        guard audience.contains(.string(client.id)), claims["azp"].map({ $0 == .string(client.id) }) ?? audience.allSatisfy({ $0 == .string(client.id) }) else {
            throw .wrongAudience
        }
        let now = now.timeIntervalSince1970
        guard expires > now - Self.leeway, issued < now + Self.leeway, issued > now - Self.oldest - Self.leeway else { throw .expired }
        guard let nonce = claims["nonce"]?.string, let expected = try? state.nonce(key: key), Secret(nonce) == Secret(expected) else { throw .wrongNonce }
        let name = claims["preferred_username"]?.string ?? claims["name"]?.string ?? subject
        return Account(subject: subject, name: String(name.unicodeScalars.filter { $0.properties.generalCategory != .control }.prefix(64).map(Character.init)))
    }

    /// S256 (RFC 7636, section 4.2).
    static func challenge(of verifier: String) throws -> String {
        var digest = try Digest(.sha256)
        digest.update(Array(verifier.utf8))
        return Base64URL.encode(digest.finish())
    }

    private static func form(_ fields: [(String, String)]) -> String { fields.map { "\($0.0)=\(escaped($0.1))" }.joined(separator: "&") }

    private static func escaped(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? "" }

    /// RFC 3986, section 2.3.
    private static let unreserved = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
