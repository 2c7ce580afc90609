import Base
import Cryptography
import Testing

@Suite struct HashTests {
    private func hex(_ text: String) throws -> [UInt8] { try #require(Hex.decode(text)) }

    /// RFC 4231, test cases 1 to 3 and 6.
    @Test func hmacSHA256AgreesWithItsRFC() throws {
        let cases = [
            ([UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
            (Array("Jefe".utf8), Array("what do ya want for nothing?".utf8), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
            ([UInt8](repeating: 0xaa, count: 20), [UInt8](repeating: 0xdd, count: 50), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
            (
                [UInt8](repeating: 0xaa, count: 131), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            ),
        ]
        for (key, message, tag) in cases {
            #expect(try HMACSHA256.tag(message, key: key) == hex(tag))
            #expect(try HMACSHA256.verify(hex(tag), of: message, key: key))
            #expect(try !HMACSHA256.verify(hex(tag).dropLast(), of: message, key: key))
        }
    }

    /// RFC 2202, section 3, test cases 1, 2 and 6.
    @Test func hmacSHA1AgreesWithItsRFC() throws {
        #expect(try HMACSHA1.tag(Array("Hi There".utf8), key: [UInt8](repeating: 0x0b, count: 20)) == hex("b617318655057264e28bc0b6fb378c8ef146be00"))
        #expect(
            try HMACSHA1.tag(Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8)) == hex("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"))
        #expect(
            try HMACSHA1.tag(Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8), key: [UInt8](repeating: 0xaa, count: 80))
                == hex("aa4ae5e15272d00e95705637ce8a3b55ed402112"))
    }

    /// RFC 7693, appendix A, and the first keyed vector of BLAKE2's reference (blake2b, key 00…3f, no message).
    @Test func blake2bAgreesWithItsRFC() throws {
        #expect(
            try BLAKE2b.hash(Array("abc".utf8), count: 64)
                == hex(
                    "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923"))
        #expect(
            try BLAKE2b.hash([], key: Array(0...63), count: 64)
                == hex(
                    "10ebb67700b1868efb4417987acf4690ae9d972fb7a590c2f02871799aaa4786b5e996e8f0f4eb981fc214b005f42d2ff4233499391653df7aefcbc13fc51568"))
        #expect(throws: CryptographyError.self) { try BLAKE2b.hash([], key: [1, 2, 3]) }
        #expect(throws: CryptographyError.self) { try BLAKE2b.hash([], count: 65) }
    }

    @Test func hkdfRefusesWhatItCannotGive() throws {
        #expect(throws: CryptographyError.self) { try HKDFSHA256.derive(0, from: [1], info: []) }
        #expect(throws: CryptographyError.self) { try HKDFSHA256.derive(HKDFSHA256.limit + 1, from: [1], info: []) }
        #expect(try HKDFSHA256.derive(HKDFSHA256.limit, from: [1], info: []).count == HKDFSHA256.limit)
        #expect(try HKDFSHA256.derive(32, from: [1], info: [1]) != HKDFSHA256.derive(32, from: [1], info: [2]))
    }

    @Test func bytesAreEqualOrNot() {
        #expect(ConstantTime.equals([], []))
        #expect(ConstantTime.equals([1, 2], [1, 2]))
        #expect(!ConstantTime.equals([1, 2], [1, 3]))
        #expect(!ConstantTime.equals([1, 2], [1, 2, 3]))
    }

    @Test(.enabled(if: Vectors.are("hmac_sha256_test"), Vectors.absent))
    func hmacAgreesWithPublishedVectors() throws {
        for test in try Vectors.read("hmac_sha256_test") {
            let tag = try test.bytes("tag"), made = try HMACSHA256.tag(test.bytes("msg"), key: test.bytes("key"))
            #expect((Array(made.prefix(tag.count)) == tag) == test.isValid, "test \(test.id)")
        }
    }

    @Test(.enabled(if: Vectors.are("hkdf_sha256_test"), Vectors.absent))
    func hkdfAgreesWithPublishedVectors() throws {
        var checked = 0
        for test in try Vectors.read("hkdf_sha256_test") {
            let derived = try? HKDFSHA256.derive(
                Int(test.test["size"]?.number ?? 0), from: test.bytes("ikm"), salt: test.bytes("salt"), info: test.bytes("info"))
            #expect(test.isValid ? try derived == test.bytes("okm") : derived == nil, "test \(test.id)")
            checked += 1
        }
        #expect(checked == 86)
    }
}
