import Base
import Cryptography
import Foundation
import TestSupport
import Testing

@Suite struct JSONWebSignatureTests {
    private typealias Table = JSONWebSignature.KeyTable

    private let secret = [UInt8](repeating: 0x41, count: 32)
    private let claims = Data(#"{"sub":"one","exp":1}"#.utf8)

    private func refused(_ token: String, _ keys: JSONWebSignature.KeyTable) -> CryptographyError.Code? {
        do throws(CryptographyError) { _ = try JSONWebSignature(verifying: token, with: keys) } catch { return error.code }
        return nil
    }

    /// A token with any header, well signed with HS256.
    private func forged(_ header: String, payload: String = "{}") throws -> String {
        let message = "\(Base64URL.encode(Array(header.utf8))).\(Base64URL.encode(Array(payload.utf8)))"
        return "\(message).\(Base64URL.encode(try HMACSHA256.tag(message.utf8, key: secret)))"
    }

    @Test func takesWhatItSigned() throws {
        let key = try Ed25519.PrivateKey.random()
        let keys = Table(["a": .ed25519(key.publicKey), "b": try .hmac(secret)])
        for (name, signer) in [
            ("a", try JSONWebSignature.Signer(key, keyID: "a", type: "at+jwt")), ("b", try JSONWebSignature.Signer(hmac: secret, keyID: "b", type: "at+jwt")),
        ] {
            let token = try JSONWebSignature(verifying: signer.sign(claims), with: keys)
            #expect(token.keyID == name)
            #expect(token.type == "at+jwt")
            #expect(token.payload == Array(claims))
            #expect(try token.claims() == ["sub": "one", "exp": 1])
        }
    }

    /// RFC 8037, appendix A.4.
    @Test func agreesWithEd25519InJOSE() throws {
        let key = try Ed25519.PrivateKey(seed: Array(#require(Base64URL.decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"))))
        #expect(Base64URL.encode(key.publicKey.bytes) == "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
        let token =
            "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
            + "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
        let read = try JSONWebSignature(verifying: token, with: Table([:], unnamed: .ed25519(key.publicKey)))
        #expect(String(decoding: read.payload, as: UTF8.self) == "Example of Ed25519 signing")
        #expect(read.algorithm == .eddsa)
        #expect(throws: CryptographyError.self) { try read.claims() }
    }

    /// RFC 7515, appendices A.1 (HS256) and A.3 (ES256).
    @Test func agreesWithItsRFC() throws {
        let payload = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
        let hmac = try #require(Base64URL.decode("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"))
        let point = (
            try #require(Base64URL.decode("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU")),
            try #require(Base64URL.decode("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"))
        )
        let one = try JSONWebSignature(
            verifying: "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.\(payload).dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
            with: Table([:], unnamed: .hmac(Array(hmac))))
        let two = try JSONWebSignature(
            verifying: "eyJhbGciOiJFUzI1NiJ9.\(payload).DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q",
            with: Table([:], unnamed: .p256(P256.PublicKey(x: Array(point.0), y: Array(point.1)))))
        for token in [one, two] { #expect(try token.claims()["iss"] == "joe") }
        #expect(one.type == "JWT")
    }

    @Test func theTableAloneSaysWhichKeyCounts() throws {
        let keys = Table(["a": try .hmac(secret)])
        #expect(try refused(forged(#"{"alg":"HS256","kid":"a"}"#), keys) == nil)
        for kid in ["b", "", "../../../../dev/null", "/etc/passwd", "a' UNION SELECT 'x", "a\\u0000", "https://example.org/key"] {
            #expect(try refused(forged(#"{"alg":"HS256","kid":"\#(kid)"}"#), keys) == .notAuthentic)
        }
        #expect(try refused(forged(#"{"alg":"HS256"}"#), keys) == .notAuthentic)
    }

    @Test func aKeyIsForOneAlgorithm() throws {
        let key = try Ed25519.PrivateKey.random()
        let keys = Table(["a": .ed25519(key.publicKey), "b": try .hmac(secret)])
        for header in [
            #"{"alg":"none","kid":"b"}"#, #"{"alg":"None","kid":"b"}"#, #"{"alg":"HS512","kid":"b"}"#, #"{"alg":"EdDSA","kid":"b"}"#, #"{"kid":"b"}"#,
        ] {
            #expect(try refused(forged(header), keys) == .refused, "\(header)")
        }
        // The public key taken for an HMAC secret.
        let header = Base64URL.encode(Array(#"{"alg":"HS256","kid":"a"}"#.utf8)), message = "\(header).e30"
        #expect(refused("\(message).\(Base64URL.encode(try HMACSHA256.tag(message.utf8, key: key.publicKey.bytes)))", keys) == .refused)
        let none = Base64URL.encode(Array(#"{"alg":"none"}"#.utf8))
        #expect(refused("\(none).e30.", Table([:], unnamed: try .hmac(secret))) == .refused)
    }

    @Test(arguments: [
        #"{"alg":"HS256","kid":"a","crit":["exp"],"exp":1}"#, #"{"alg":"HS256","kid":"a","crit":[]}"#, #"{"alg":"HS256","kid":"a","b64":false}"#,
        #"{"alg":"HS256","kid":"a","jwk":{"kty":"oct","k":"QUFB"}}"#, #"{"alg":"HS256","kid":"a","jku":"https://example.org/keys"}"#,
        #"{"alg":"HS256","kid":"a","x5u":"https://example.org/chain"}"#, #"{"alg":"HS256","kid":"a","x5c":["MIIB"]}"#, #"{"alg":["HS256"],"kid":"a"}"#,
        #"{"alg":"HS256","kid":1}"#,
    ])
    func headersThatAskForMoreAreRefused(_ header: String) throws {
        #expect(try refused(forged(header), Table(["a": .hmac(secret)], unnamed: .hmac(secret))) == .refused)
    }

    @Test(arguments: [
        #"{"alg":"HS256","alg":"HS256","kid":"a"}"#, #"{"alg":"none","kid":"a","\u0061lg":"HS256"}"#, #"{"alg":"HS256","kid":"a"} x"#, #"["HS256"]"#, "",
        "null",
        "\u{feff}{\"alg\":\"HS256\",\"kid\":\"a\"}", #"{"alg":"HS256","kid":"a",}"#,
    ])
    func headersThatReadersCouldTakeDifferentlyAreRefused(_ header: String) throws {
        #expect(try refused(forged(header), Table(["a": .hmac(secret)])) == .malformed)
    }

    @Test func claimsNamedTwiceAreRefused() throws {
        let keys = Table(["a": try .hmac(secret)])
        func claims(_ payload: String) throws -> [String: JSONValue]? {
            try? JSONWebSignature(verifying: forged(#"{"alg":"HS256","kid":"a"}"#, payload: payload), with: keys).claims()
        }
        #expect(try claims(#"{"sub":"a:b","aud":["x\":"],"n":{"sub":1}}"#) != nil)
        #expect(try claims(#"{"sub":"a","sub":"b"}"#) == nil)
        #expect(try claims(#"{"n":{"x":1,"x":1}}"#) == nil)
        #expect(try claims(#"{"n":{"x":1},"n":1}"#) == nil)
        #expect(try claims(#""text""#) == nil)
    }

    @Test func eachTokenHasOneText() throws {
        let keys = Table(["a": try .hmac(secret)])
        let token = try JSONWebSignature.Signer(hmac: secret, keyID: "a", type: "JWT").sign(claims)
        let parts = token.split(separator: ".")
        // 32 bytes leave two bits of the last character: another one would decode to the same bytes.
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        for last in alphabet where last != token.last { #expect(refused(String(token.dropLast()) + String(last), keys) != nil) }
        for text in [
            token + "=", token + "\n", " " + token, token + ".", "." + token, "\(parts[0]).\(parts[1])", "\(parts[0]).\(parts[1]).", "..", "", ".",
            token.replacingOccurrences(of: ".", with: ".\n"), "\(parts[0])=.\(parts[1]).\(parts[2])", token + "." + token,
        ] {
            #expect(refused(text, keys) != nil)
        }
        #expect(refused(String(repeating: "a", count: JSONWebSignature.limit + 1), keys) == .malformed)
    }

    @Test func shortSecretsAreRefused() {
        #expect(throws: CryptographyError.self) { try JSONWebSignature.Key.hmac([UInt8](repeating: 1, count: 31)) }
        #expect(throws: CryptographyError.self) { try JSONWebSignature.Signer(hmac: [], keyID: nil, type: "JWT") }
    }

    @Test func noChangedTokenIsTaken() throws {
        let key = try Ed25519.PrivateKey(seed: secret)
        let keys = Table(["a": .ed25519(key.publicKey), "b": try .hmac(secret)])
        let tokens = [
            try JSONWebSignature.Signer(key, keyID: "a", type: "JWT").sign(claims),
            try JSONWebSignature.Signer(hmac: secret, keyID: "b", type: "JWT").sign(claims),
        ]
        var random = SeededGenerator(seed: 7515)
        for token in tokens {
            for _ in 0..<2000 {
                let changed = String(decoding: token.utf8.mutated(&random), as: UTF8.self)
                if changed != token { #expect(refused(changed, keys) != nil, "\(changed)") }
            }
        }
    }
}

@Suite struct JSONWebKeySetTests {
    private func table(_ json: String) throws -> JSONWebSignature.KeyTable { try JSONWebSignature.KeyTable(jwks: Array(json.utf8)) }
    private let ed25519 = #""kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo""#

    @Test func onlyPublicKeysForSignaturesAreTaken() throws {
        #expect(try table("{\"keys\":[{\(ed25519),\"kid\":\"a\"}]}").keyIDs == ["a"])
        for more in [
            #""use":"enc""#, #""alg":"ES256""#, #""alg":1"#, #""key_ops":["sign"]"#, #""d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A""#,
        ] {
            #expect(try table("{\"keys\":[{\(ed25519),\"kid\":\"a\",\(more)}]}").isEmpty, "\(more)")
        }
        for key in [
            #"{"kty":"oct","k":"QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE","alg":"HS256"}"#, #"{"kty":"new"}"#, "{}", "1", #"{"kty":"RSA","n":"AQ"}"#,
        ] {
            #expect(try table("{\"keys\":[\(key)]}").isEmpty, "\(key)")
        }
    }

    @Test func setsThatCanBeReadTwoWaysAreRefused() {
        for text in [
            "{\"keys\":[{\(ed25519),\"kid\":\"a\"},{\"kty\":\"oct\",\"kid\":\"a\"}]}", "{\"keys\":[],\"keys\":[]}", "[]", "", "{\"keys\":{}}",
            "{\"keys\":[\(Array(repeating: "{}", count: 65).joined(separator: ","))]}", String(repeating: " ", count: 300_000) + "{\"keys\":[]}",
        ] {
            #expect(throws: CryptographyError.self) { try table(text) }
        }
    }

    @Test func theOnlyKeyCountsForTokensWithoutAName() throws {
        let token =
            "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
            + "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
        _ = try JSONWebSignature(verifying: token, with: table("{\"keys\":[{\(ed25519),\"kid\":\"a\"}]}"))
        _ = try JSONWebSignature(verifying: token, with: table("{\"keys\":[{\(ed25519)}]}"))
        #expect(throws: CryptographyError.self) {
            try JSONWebSignature(verifying: token, with: table("{\"keys\":[{\(ed25519),\"kid\":\"a\"},{\(ed25519),\"kid\":\"b\"}]}"))
        }
    }

    /// Sets of public keys are read as they are. Symmetric keys never come from a set here: those tests show that none is taken from one.
    @Test(.enabled(if: Vectors.are("json_web_key_test"), Vectors.absent))
    func agreesWithPublishedVectors() throws {
        var checked = 0
        for test in try Vectors.read("json_web_key_test") {
            let set = try #require(test.group["public"] ?? test.group["private"])
            let isSymmetric = test.group["public"] == nil
            let token = try? JSONWebSignature(
                verifying: test.test["jws"]?.string ?? "", with: JSONWebSignature.KeyTable(jwks: Array(JSON.encode(set))))
            #expect((token != nil) == (test.isValid && !isSymmetric), "test \(test.id)")
            checked += 1
        }
        #expect(checked == 26)
    }

    @Test func brokenSetsAreSurvived() throws {
        let good = Array(
            "{\"keys\":[{\(ed25519),\"kid\":\"a\",\"use\":\"sig\"},{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\",\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}]}"
                .utf8)
        var random = SeededGenerator(seed: 7517), taken = 0
        for _ in 0..<3000 where (try? JSONWebSignature.KeyTable(jwks: good.mutated(&random))) != nil { taken += 1 }
        #expect(taken > 0 && taken < 3000)
    }
}
