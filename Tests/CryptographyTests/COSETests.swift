import Base
import Cryptography
import TestSupport
import Testing

@Suite struct CBORTests {
    private func read(_ hex: String) throws -> CBOR { try CBOR(parsing: #require(Hex.decode(hex))) }

    /// RFC 8949, appendix A, as far as the canonical form goes.
    @Test(arguments: [
        ("00", CBOR.unsigned(0)), ("17", .unsigned(23)), ("1818", .unsigned(24)), ("1903e8", .unsigned(1000)), ("1a000f4240", .unsigned(1_000_000)),
        ("1bffffffffffffffff", .unsigned(.max)), ("3bffffffffffffffff", .negative(.max)), ("20", .negative(0)), ("3863", .negative(99)),
        ("f90000", .double(0)), ("f93c00", .double(1)), ("fb3ff199999999999a", .double(1.1)), ("f97bff", .double(65504)), ("fa47c35000", .double(100_000)),
        ("f97c00", .double(.infinity)), ("f9c400", .double(-4)), ("f4", .bool(false)), ("f5", .bool(true)), ("f6", .null), ("f7", .undefined),
        ("40", .bytes([])), ("4401020304", .bytes([1, 2, 3, 4])), ("60", .text("")), ("6449455446", .text("IETF")), ("62c3bc", .text("ü")),
        ("64f0908591", .text("𐅑")), ("80", .array([])), ("8301820203820405", .array([CBOR(1), .array([CBOR(2), CBOR(3)]), .array([CBOR(4), CBOR(5)])])),
        ("a0", .map([:])), ("a201020304", .map([CBOR(1): CBOR(2), CBOR(3): CBOR(4)])),
        ("a26161016162820203", .map([.text("a"): CBOR(1), .text("b"): .array([CBOR(2), CBOR(3)])])),
        ("98190102030405060708090a0b0c0d0e0f101112131415161718181819", .array((1...25).map { CBOR($0) })),
    ])
    func agreesWithItsRFC(_ hex: String, _ value: CBOR) throws { #expect(try read(hex) == value) }

    @Test(arguments: [
        "", "18", "19", "1901", "1bffffffffffffff", "41", "5affffffff00", "62c3", "62c328", "81", "a1", "a101", "9f", "5f", "7f", "bf", "ff", "1c", "1f", "fc",
        "f8",
        // cut off, not UTF-8, indefinite, reserved
        "5f42010243030405ff", "9f0102ff", "bf6161ff", "0000", "1817", "1900ff", "1a0000ffff", "1b00000000ffffffff", "5800", "7817", "b800",
        // longer than need be; something follows
        "c074323031332d30332d32315432303a30343a30305a", "d818456449455446", "f0", "f818", "f8ff",
        // tags, simple values
        "a14101f6", "a1f600", "a1f97e0000", "a201020103", "a2616101616102", "a3010220032002",
        // keys that come twice
        "9bffffffffffffffff00", "bbffffffffffffffff00", "5bffffffffffffffff00",
    ])
    func whatIsNotCanonicalIsRefused(_ hex: String) throws {
        let bytes = try #require(Hex.decode(hex))
        #expect(throws: CryptographyError.self) { try CBOR(parsing: bytes) }
    }

    @Test func depthAndSizeAreBounded() throws {
        func nested(_ depth: Int) -> [UInt8] { [UInt8](repeating: 0x81, count: depth) + [0] }
        _ = try CBOR(parsing: nested(CBOR.depthLimit))
        #expect(throws: CryptographyError.self) { try CBOR(parsing: nested(CBOR.depthLimit + 1)) }
        #expect(throws: CryptographyError.self) { try CBOR(parsing: nested(60_000)) }
        #expect(throws: CryptographyError.self) { try CBOR(parsing: [0x5a, 0, 1, 0, 0] + [UInt8](repeating: 0, count: 65_536)) }
    }

    @Test func numbersAndNamesAreFound() throws {
        let value = try read("a401020326616103636b65790a")
        #expect(value[1]?.int == 2 && value[3]?.int == -7 && value["a"]?.int == 3 && value["key"]?.int == 10 && value[4] == nil)
        #expect(CBOR.negative(.max).int == nil && CBOR.unsigned(.max).int == nil && CBOR(-1).int == -1 && CBOR(.min).int == .min)
    }

    @Test func tellsWhereAValueEnds() throws {
        let bytes: [UInt8] = [9, 9, 0x82, 1, 2, 0xff]
        let (value, end) = try CBOR.first(in: bytes[2...])
        #expect(value == .array([CBOR(1), CBOR(2)]) && end == 5)
    }

    @Test func brokenBytesAreSurvived() throws {
        let seeds = try ["a26161016162820203", "a5010203262001215820" + String(repeating: "11", count: 32) + "225820" + String(repeating: "22", count: 32)]
            .map { try #require(Hex.decode($0)) }
        var random = SeededGenerator(seed: 8949), taken = 0
        for round in 0..<20_000 {
            let bytes =
                round % 4 == 0
                ? (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) } : seeds[round % 2].mutated(&random)
            if (try? CBOR(parsing: bytes)) != nil { taken += 1 }
            _ = try? COSEKey(parsing: bytes)
        }
        #expect(taken > 100 && taken < 19_000)
    }
}

@Suite struct COSEKeyTests {
    // The point of RFC 7515, appendix A.3, and the key of RFC 8037, appendix A.2.
    private let x = "7fcdce2770f6c45d4183cbee6fdb4b7b580733357be9ef13bacf6e3c7bd15445", y = "c7f144cd1bbd9b7e872cdfedb9eeb9f4b3695d6ea90b24ad8a4623288588e5ad"
    private let open = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"

    private func key(_ hex: String) throws -> COSEKey { try COSEKey(parsing: #require(Hex.decode(hex))) }

    @Test func bothKindsAreRead() throws {
        let p256 = try key("a5010203262001215820\(x)225820\(y)")
        #expect(p256.algorithm == -7)
        guard case .es256(let point) = p256 else { return #expect(Bool(false)) }
        #expect(Hex.encode(point.spki).hasSuffix(x + y))
        let ed25519 = try key("a4010103272006215820\(open)")
        #expect(ed25519.algorithm == -8)
        let seed = try #require(Hex.decode("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))
        #expect(ed25519.verifies(try Ed25519.PrivateKey(seed: seed).sign([1, 2]), of: [1, 2]))
        #expect(!p256.verifies(try Ed25519.PrivateKey(seed: seed).sign([1, 2]), of: [1, 2]))
    }

    @Test func otherKeysAreRefused() throws {
        for hex in [
            "a0", "01", "a5010203262002215820\(x)225820\(y)", "a5010203382220 01215820\(x)225820\(y)".filter { $0 != " " },
            "a5010203262001215820\(y)225820\(x)",
            "a4010203262001215820\(x)", "a5010103272006215820\(open)235820\(open)", "a4010103272004215820\(open)", "a4010103262006215820\(open)",
            "a401010327200621581f\(open.dropLast(2))",
        ] {
            #expect(throws: CryptographyError.self, "\(hex)") { try key(hex) }
        }
    }
}
