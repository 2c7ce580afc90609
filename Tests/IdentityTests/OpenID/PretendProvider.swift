import Base
import Cryptography
import Domain
import Foundation
import Identity
import Synchronization

/// A provider that answers as a test wants it to.
final class PretendProvider: OpenIDTransport {
    static let issuer = "https://id.example"

    struct Answers: Sendable {
        var discovery: [String: JSONValue] = [
            "issuer": .string(issuer), "authorization_endpoint": "https://id.example/authorize", "token_endpoint": "https://id.example/token",
            "jwks_uri": "https://id.example/keys", "code_challenge_methods_supported": ["S256"],
            "authorization_response_iss_parameter_supported": true,
        ]
        /// Of the ID token; the nonce is added.
        var claims: [String: JSONValue] = [:]
        var nonce: String?
        /// Signs with another key than it publishes.
        var isForged = false
        var isDown = false
        var tokenAnswer: String?
    }

    let answers: Mutex<Answers>
    private let key: Ed25519.PrivateKey
    private let other: Ed25519.PrivateKey
    /// The forms that came.
    let forms = Mutex<[String]>([])
    let credentials = Mutex<[String]>([])

    init(now: Date) throws {
        key = try .random()
        other = try .random()
        var answers = Answers()
        let seconds = JSONValue.number(now.timeIntervalSince1970)
        answers.claims = [
            "iss": .string(Self.issuer), "aud": "jarvis", "sub": "4711", "exp": .number(now.timeIntervalSince1970 + 300), "iat": seconds,
            "preferred_username": "zoe.d",
        ]
        self.answers = Mutex(answers)
    }

    func page(_ url: String) async throws -> [UInt8] {
        let answers = answers.withLock { $0 }
        if answers.isDown { throw Problem(.unavailable, "down") }
        switch url {
        case "https://id.example/.well-known/openid-configuration": return Array(try JSON.encode(JSONValue.object(answers.discovery)))
        case "https://id.example/keys":
            let x = JSONValue.string(Base64URL.encode(key.publicKey.bytes))
            return Array(try JSON.encode(["keys": [["kty": "OKP", "crv": "Ed25519", "kid": "1", "use": "sig", "x": x]]] as JSONValue))
        default: throw Problem(.notFound, url)
        }
    }

    func post(_ form: String, to url: String, credentials: (name: String, password: Secret)?) async throws -> [UInt8] {
        let answers = answers.withLock { $0 }
        if answers.isDown { throw Problem(.unavailable, "down") }
        forms.withLock { $0.append(form) }
        self.credentials.withLock { $0.append(credentials.map { "\($0.name):\($0.password.reveal())" } ?? "") }
        if let answer = answers.tokenAnswer { return Array(answer.utf8) }
        var claims = answers.claims
        claims["nonce"] = answers.nonce.map { .string($0) }
        let token = try JSONWebSignature.Signer(answers.isForged ? other : key, keyID: "1", type: "JWT").sign(JSON.encode(JSONValue.object(claims)))
        return Array(#"{"access_token":"x","token_type":"Bearer","id_token":"\#(token)"}"#.utf8)
    }
}
