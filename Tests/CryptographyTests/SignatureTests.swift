import Base
import Cryptography
import Foundation
import TestSupport
import Testing

@Suite struct Ed25519Tests {
    /// RFC 8032, section 7.1, tests 1 and 2.
    @Test func agreesWithItsRFC() throws {
        let cases = [
            (
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
            ),
            (
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
            ),
        ]
        for (seed, open, message, signature) in cases {
            let key = try Ed25519.PrivateKey(seed: #require(Hex.decode(seed)))
            let message = try #require(Hex.decode(message))
            #expect(Hex.encode(key.publicKey.bytes) == open)
            #expect(Hex.encode(key.seed) == seed)
            #expect(Hex.encode(key.sign(message)) == signature)
            #expect(key.publicKey.verifies(key.sign(message), of: message))
            #expect(!key.publicKey.verifies(key.sign(message), of: message + [0]))
        }
    }

    @Test func everyKeyIsItsOwn() throws {
        let one = try Ed25519.PrivateKey.random(), other = try Ed25519.PrivateKey.random()
        #expect(one.publicKey != other.publicKey)
        #expect(!other.publicKey.verifies(one.sign([1]), of: [1]))
        #expect(try Ed25519.PrivateKey(seed: one.seed).publicKey == one.publicKey)
        #expect(throws: CryptographyError.self) { try Ed25519.PrivateKey(seed: [1, 2, 3]) }
        #expect(throws: CryptographyError.self) { try Ed25519.PublicKey([UInt8](repeating: 0, count: 31)) }
    }

    @Test func aPointOfSmallOrderVerifiesNothing() throws {
        // The neutral point: with it, R = S·B would be enough for any message.
        let key = try Ed25519.PublicKey([1] + [UInt8](repeating: 0, count: 31))
        #expect(!key.verifies([1] + [UInt8](repeating: 0, count: 63), of: Array("anything".utf8)))
    }

    @Test(.enabled(if: Vectors.are("ed25519_test"), Vectors.absent))
    func agreesWithPublishedVectors() throws {
        var checked = 0
        for test in try Vectors.read("ed25519_test") {
            let key = try Ed25519.PublicKey(#require(Hex.decode(test.group["publicKey"]?["pk"]?.string ?? "?")))
            #expect(try key.verifies(test.bytes("sig"), of: test.bytes("msg")) == test.isValid, "test \(test.id)")
            checked += 1
        }
        #expect(checked > 140)
    }
}

@Suite struct P256Tests {
    // RFC 7515, appendix A.3.
    private let x = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"
    private let message = Array(
        "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ".utf8)
    private let signature = "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"

    private func bytes(_ text: String) throws -> [UInt8] { Array(try #require(Base64URL.decode(text))) }
    private func key() throws -> P256.PublicKey { try P256.PublicKey(x: bytes(x), y: bytes(y)) }

    @Test func agreesWithItsRFC() throws {
        let key = try key(), signature = try bytes(signature)
        #expect(key.verifies(raw: signature, of: message))
        #expect(!key.verifies(raw: signature, of: message.dropLast()))
        #expect(try P256.PublicKey(spki: key.spki) == key)
        let r = [0] + signature.prefix(32), s = [0] + signature.suffix(32)
        // r begins with 0x0e, s with 0xc5: the second needs a zero before it.
        #expect(key.verifies(der: [0x30, 69, 2, 32] + r.dropFirst() + [2, 33] + s, of: message))
        // A number that is longer than it need be, and bytes that follow.
        #expect(!key.verifies(der: [0x30, 70, 2, 33] + r + [2, 33] + s, of: message))
        #expect(!key.verifies(der: [0x30, 69, 2, 32] + r.dropFirst() + [2, 33] + s + [0], of: message))
        #expect(!key.verifies(der: signature, of: message))
    }

    @Test func numbersOutOfRangeAreRefused() throws {
        let key = try key(), zero = [UInt8](repeating: 0, count: 32), good = try bytes(signature)
        let order = try #require(Hex.decode("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"))
        for (r, s) in [(zero, zero), (zero, Array(good.suffix(32))), (Array(good.prefix(32)), zero), (order, order), (Array(good.prefix(32)), order)] {
            #expect(!key.verifies(raw: r + s, of: message))
        }
        for length in [0, 1, 63, 65, 128] { #expect(!key.verifies(raw: Array((good + good).prefix(length)), of: message)) }
    }

    @Test func pointsOffTheCurveAreNoKeys() throws {
        var y = try bytes(y)
        y[31] ^= 1
        #expect(throws: CryptographyError.self) { try P256.PublicKey(x: bytes(x), y: y) }
        #expect(throws: CryptographyError.self) { try P256.PublicKey(x: [UInt8](repeating: 0, count: 32), y: [UInt8](repeating: 0, count: 32)) }
        #expect(throws: CryptographyError.self) { try P256.PublicKey(x: [UInt8](repeating: 0xff, count: 32), y: y) }
        #expect(throws: CryptographyError.self) { try P256.PublicKey(x: [], y: []) }
        #expect(throws: CryptographyError.self) { try P256.PublicKey(spki: Array(key().spki.dropLast())) }
    }

    @Test(.enabled(if: OpenSSLTool.isThere, OpenSSLTool.absent)) func takesWhatOpenSSLSigns() throws {
        let folder = try Paths.temporaryFolder()
        try OpenSSLTool.run("ecparam -name prime256v1 -genkey -noout -out key.pem", in: folder)
        try OpenSSLTool.run("ec -in key.pem -pubout -outform DER -out key.der", in: folder)
        for length in [0, 1, 1000] {
            let message = [UInt8](repeating: 65, count: length)
            try Data(message).write(to: folder.url.appending(path: "message"))
            try OpenSSLTool.run("dgst -sha256 -sign key.pem -out signature message", in: folder)
            let key = try P256.PublicKey(spki: Array(Data(contentsOf: folder.url.appending(path: "key.der"))))
            let signature = Array(try Data(contentsOf: folder.url.appending(path: "signature")))
            #expect(key.verifies(der: signature, of: message))
            #expect(!key.verifies(der: signature, of: message + [0]))
        }
    }
}

@Suite struct RSATests {
    /// e = 65537.
    private let exponent: [UInt8] = [1, 0, 1]

    @Test func weakKeysAreRefused() {
        let modulus = [0xc1] + [UInt8](repeating: 0x35, count: 255)
        func fault(_ modulus: [UInt8], _ exponent: [UInt8]) -> CryptographyError.Code? {
            do throws(CryptographyError) { _ = try RSA.PublicKey(modulus: modulus, exponent: exponent) } catch { return error.code }
            return nil
        }
        #expect(fault(modulus, exponent) == nil)
        #expect(fault([0, 0] + modulus, [0] + exponent) == nil)
        #expect(fault(Array(modulus.dropLast()), exponent) == .refused)
        #expect(fault([0x41] + modulus.dropFirst(), exponent) == .refused)  // 2,047 bits.
        #expect(fault(modulus.dropLast() + [0x34], exponent) == .refused)
        #expect(fault(modulus + [UInt8](repeating: 0x35, count: 1024), exponent) == .refused)
        for exponent: [UInt8] in [[], [0], [1], [3], [0xff, 0xff], [1, 0, 0], [UInt8](repeating: 1, count: 9)] { #expect(fault(modulus, exponent) == .refused) }
        #expect(fault([], exponent) == .refused)
    }

    @Test(.enabled(if: OpenSSLTool.isThere, OpenSSLTool.absent)) func takesWhatOpenSSLSigns() throws {
        let folder = try Paths.temporaryFolder(), message = Array("message".utf8)
        try OpenSSLTool.run("genrsa -out key.pem 2048", in: folder)
        let line = try OpenSSLTool.run("rsa -in key.pem -noout -modulus", in: folder).trimmingCharacters(in: .newlines)
        let key = try RSA.PublicKey(modulus: #require(Hex.decode(String(line.dropFirst("Modulus=".count)))), exponent: exponent)
        try Data(message).write(to: folder.url.appending(path: "message"))
        func signature(_ options: String) throws -> [UInt8] {
            try OpenSSLTool.run("dgst \(options) -sign key.pem -out signature message", in: folder)
            return Array(try Data(contentsOf: folder.url.appending(path: "signature")))
        }
        let good = try signature("-sha256")
        #expect(key.verifies(good, of: message))
        #expect(!key.verifies(good, of: message + [0]))
        #expect(!key.verifies([0] + good, of: message))
        #expect(!key.verifies([], of: message))
        #expect(try !key.verifies(signature("-sha512"), of: message))
        #expect(try !key.verifies(signature("-sha256 -sigopt rsa_padding_mode:pss"), of: message))
    }
}

/// The openssl program, as a second opinion.
enum OpenSSLTool {
    static let program = "/usr/bin/openssl"
    static let isThere = FileManager.default.isExecutableFile(atPath: program)
    static let absent: Comment = "the openssl program is not on this machine"

    /// - Returns: what it wrote to its output.
    @discardableResult static func run(_ arguments: String, in folder: TemporaryFolder) throws -> String {
        let process = Process(), output = Pipe()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments.split(separator: " ").map(String.init)
        process.currentDirectoryURL = folder.url
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        if process.terminationStatus != 0 { throw CryptographyError(.unavailable, "openssl \(arguments) ended with \(process.terminationStatus)") }
        return String(decoding: text, as: UTF8.self)
    }
}
