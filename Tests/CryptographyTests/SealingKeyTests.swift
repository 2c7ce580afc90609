import Base
import Cryptography
import Foundation
import TestSupport
import Testing

@Suite struct SealingKeyTests {
    private let text = Array("Léa est allergique aux arachides".utf8)

    @Test func opensWhatItSealedInItsPlaceOnly() throws {
        let key = try SealingKey.random()
        let sealed = key.seal(text, context: [1])
        #expect(sealed.count == text.count + SealingKey.overhead)
        #expect(try key.open(sealed, context: [1]) == text)
        #expect(throws: CryptographyError.self) { try key.open(sealed, context: [2]) }
        #expect(throws: CryptographyError.self) { try SealingKey.random().open(sealed, context: [1]) }
    }

    @Test func sealsTheEmptyTextAndNeverTheSameWayTwice() throws {
        let key = try SealingKey.random()
        #expect(try key.open(key.seal([], context: []), context: []) == [])
        #expect(key.seal(text, context: []) != key.seal(text, context: []))
    }

    @Test func everyChangedByteIsNoticed() throws {
        let key = try SealingKey.random()
        let sealed = key.seal(text, context: [7])
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(throws: CryptographyError.self) { try key.open(changed, context: [7]) }
        }
        for length in 0..<sealed.count {
            #expect(throws: CryptographyError.self) { try key.open(Array(sealed.prefix(length)), context: [7]) }
        }
    }

    @Test func keysAreWrappedByKeys() throws {
        let key = try SealingKey.random()
        let outer = try WrappingKey.derive(from: WrappingKey.generate(), salt: [])
        let wrapped = key.wrapped(by: outer, context: [3])
        let again = try SealingKey.unwrap(wrapped, with: outer, context: [3])
        #expect(try again.open(key.seal(text, context: []), context: []) == text)
        #expect(throws: CryptographyError.self) { try SealingKey.unwrap(wrapped, with: .random(), context: [3]) }
    }

    @Test func aPassphraseIsStretchedWithItsSalt() throws {
        let salt = [UInt8](repeating: 1, count: WrappingKey.saltByteCount)
        let key = try WrappingKey.derive(from: Secret("cheval correct pile agrafe"), salt: salt)
        let sealed = key.seal(text, context: [])
        #expect(try WrappingKey.derive(from: Secret("cheval correct pile agrafe"), salt: salt).open(sealed, context: []) == text)
        #expect(throws: CryptographyError.self) {
            try WrappingKey.derive(from: Secret("cheval correct pile agrafe"), salt: Array(repeating: 2, count: WrappingKey.saltByteCount)).open(
                sealed, context: [])
        }
    }

    /// Wycheproof's vectors; our layout puts a version byte before nonce, ciphertext and tag.
    @Test(.enabled(if: Paths.shared("data/crypto/xchacha20_poly1305_test.json") != nil, "the vectors are not on this machine"))
    func agreesWithPublishedVectors() throws {
        let url = try #require(Paths.shared("data/crypto/xchacha20_poly1305_test.json"))
        let file: JSONValue = try JSON.decode(from: Data(contentsOf: url))
        var checked = 0
        guard case .array(let groups)? = file["testGroups"] else { throw CryptographyError(.malformed, "no groups") }
        for group in groups where group["ivSize"]?.number == 192 {
            guard case .array(let tests)? = group["tests"] else { continue }
            for test in tests {
                func bytes(_ name: String) throws -> [UInt8] { try #require(Hex.decode(test[name]?.string ?? "?")) }
                let key = try SealingKey(bytes("key"))
                let sealed = [1] + (try bytes("iv")) + (try bytes("ct")) + (try bytes("tag"))
                if test["result"]?.string == "valid" {
                    #expect(try key.open(sealed, context: bytes("aad")) == bytes("msg"))
                } else {
                    #expect(throws: CryptographyError.self) { try key.open(sealed, context: bytes("aad")) }
                }
                checked += 1
            }
        }
        #expect(checked > 200)
    }
}

@Suite struct PasswordHashTests {
    @Test func onlyTheRightPasswordFits() throws {
        let hash = try PasswordHash.make(Secret("une phrase facile à retenir"))
        #expect(hash.reveal().hasPrefix("$argon2id$v=19$m=65536,t=2,p=1$"))
        #expect(PasswordHash.verify(Secret("une phrase facile à retenir"), against: hash))
        #expect(!PasswordHash.verify(Secret("une phrase facile a retenir"), against: hash))
        #expect(!PasswordHash.verify(Secret(""), against: Secret("rubbish")))
        #expect(!PasswordHash.verify(Secret(""), against: Secret(String(repeating: "$argon2id$", count: 100))))
    }
}

@Suite struct HMACTests {
    @Test(.enabled(if: Paths.shared("data/crypto/hmac_sha256_test.json") != nil, "the vectors are not on this machine"))
    func agreesWithPublishedVectors() throws {
        let url = try #require(Paths.shared("data/crypto/hmac_sha256_test.json"))
        let file: JSONValue = try JSON.decode(from: Data(contentsOf: url))
        guard case .array(let groups)? = file["testGroups"] else { throw CryptographyError(.malformed, "no groups") }
        for group in groups where group["tagSize"]?.number == 256 {
            guard case .array(let tests)? = group["tests"] else { continue }
            for test in tests {
                let key = try #require(Hex.decode(test["key"]?.string ?? "")), message = try #require(Hex.decode(test["msg"]?.string ?? ""))
                let tag = try #require(Hex.decode(test["tag"]?.string ?? ""))
                #expect(try HMACSHA256.verify(tag, of: message, key: key) == (test["result"]?.string == "valid"))
            }
        }
    }
}
