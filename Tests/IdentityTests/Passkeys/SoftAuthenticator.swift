import Base
import COpenSSL
import Cryptography
import Foundation
import Identity
import Testing

/// A key pair of an authenticator without hardware, which can be made to lie.
final class SoftKey: @unchecked Sendable {
    private enum Kind {
        case edDSA(Ed25519.PrivateKey)
        case es256(OpaquePointer)
    }

    private let kind: Kind
    /// COSE.
    let publicKey: [UInt8]

    static func edDSA() throws -> SoftKey {
        let key = try Ed25519.PrivateKey.random()
        return SoftKey(.edDSA(key), publicKey: [0xa4, 0x01, 0x01, 0x03, 0x27, 0x20, 0x06, 0x21, 0x58, 0x20] + key.publicKey.bytes)
    }

    static func es256() throws -> SoftKey {
        let context = try #require(EVP_PKEY_CTX_new_from_name(nil, "EC", nil))
        defer { EVP_PKEY_CTX_free(context) }
        var made: OpaquePointer?
        #expect(EVP_PKEY_keygen_init(context) == 1 && EVP_PKEY_CTX_set_group_name(context, "P-256") == 1 && EVP_PKEY_generate(context, &made) == 1)
        let key = try #require(made)
        var point = [UInt8](repeating: 0, count: 65), count = 0
        #expect(EVP_PKEY_get_octet_string_param(key, "pub", &point, point.count, &count) == 1 && count == 65 && point[0] == 4)
        return SoftKey(
            .es256(key), publicKey: [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20] + point[1..<33] + [0x22, 0x58, 0x20] + point[33...])
    }

    private init(_ kind: Kind, publicKey: [UInt8]) {
        self.kind = kind
        self.publicKey = publicKey
    }

    deinit { if case .es256(let key) = kind { EVP_PKEY_free(key) } }

    func sign(_ message: [UInt8]) throws -> [UInt8] {
        switch kind {
        case .edDSA(let key): return key.sign(message)
        case .es256(let key):
            let context = try #require(EVP_MD_CTX_new())
            defer { EVP_MD_CTX_free(context) }
            var signature = [UInt8](repeating: 0, count: 80), count = signature.count
            #expect(EVP_DigestSignInit(context, nil, EVP_sha256(), nil, key) == 1)
            #expect(EVP_DigestSign(context, &signature, &count, message, message.count) == 1)
            return Array(signature.prefix(count))
        }
    }
}

/// All that goes into a ceremony; a test changes what it likes before it is signed, or after.
struct SoftCeremony {
    let key: SoftKey
    var type = "webauthn.create"
    var challenge: [UInt8]
    var origin = "https://jarvis.example"
    /// More members of the client's data, each with a comma before it.
    var more = #","crossOrigin":false"#
    var site = "jarvis.example"
    /// Somebody was there and was seen.
    var flags: UInt8 = 0x05
    var counter: UInt32 = 0
    var credential: [UInt8] = Array(1...32)
    var publicKey: [UInt8]
    var format = "none"
    var statement: [UInt8] = [0xa0]
    /// Behind all else in the authenticator's data.
    var trailer: [UInt8] = []
    var handle: [UInt8]?

    init(_ key: SoftKey, challenge: [UInt8]) {
        self.key = key
        self.challenge = challenge
        publicKey = key.publicKey
    }

    var clientData: [UInt8] {
        Array(#"{"type":"\#(type)","challenge":"\#(Base64URL.encode(challenge))","origin":"\#(origin)"\#(more)}"#.utf8)
    }

    /// - Parameter hasCredential: what is there when a passkey is made.
    func authenticatorData(hasCredential: Bool) throws -> [UInt8] {
        var data = try sha256(Array(site.utf8)) + [hasCredential ? flags | 0x40 : flags] + withUnsafeBytes(of: counter.bigEndian) { Array($0) }
        if hasCredential {
            data += [UInt8](repeating: 0, count: 16) + [UInt8(credential.count >> 8), UInt8(credential.count & 255)] + credential + publicKey
        }
        return data + trailer
    }

    func registration() throws -> PasskeyRegistrationResponse {
        let data = try authenticatorData(hasCredential: true)
        let attestation =
            [0xa3, 0x63] + Array("fmt".utf8) + [0x60 | UInt8(format.utf8.count)] + Array(format.utf8) + [0x67] + Array("attStmt".utf8) + statement
            + [0x68] + Array("authData".utf8) + [0x59, UInt8(data.count >> 8), UInt8(data.count & 255)] + data
        // As short as can be, as CTAP2 wants it: all test data has 256 bytes or fewer but for long ids.
        let short = data.count < 256 ? attestation.prefix(attestation.count - data.count - 3) + [0x58, UInt8(data.count)] + data : attestation[...]
        return PasskeyRegistrationResponse(credential: credential, clientData: clientData, attestation: Array(short))
    }

    func assertion() throws -> PasskeyAssertionResponse {
        let data = try authenticatorData(hasCredential: false)
        return PasskeyAssertionResponse(
            credential: credential, clientData: clientData, authenticatorData: data, signature: try key.sign(data + sha256(clientData)), userHandle: handle)
    }
}

func sha256(_ bytes: [UInt8]) throws -> [UInt8] {
    var digest = try Digest(.sha256)
    digest.update(bytes)
    return digest.finish()
}
