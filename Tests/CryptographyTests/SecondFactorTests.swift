import Base
@testable import Cryptography
import Foundation
import TestSupport
import Testing

@Suite struct TOTPTests {
    private let totp: TOTP

    init() throws { totp = try TOTP(secret: Array("12345678901234567890".utf8)) }

    /// RFC 6238, appendix B: its codes have 8 digits, ours are the last 6 of them.
    @Test(arguments: [
        (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ])
    func agreesWithItsRFC(_ seconds: Int, _ code: String) throws {
        let moment = Date(timeIntervalSince1970: Double(seconds))
        #expect(try totp.code(at: TOTP.step(at: moment)).reveal() == code)
        #expect(try totp.step(of: Secret(code), at: moment) == TOTP.step(at: moment))
    }

    @Test func neighbouringStepsCountAndOthersDoNot() throws {
        let moment = Date(timeIntervalSince1970: 1_111_111_111), now = TOTP.step(at: moment)
        for step in now - 3...now + 3 {
            #expect(try totp.step(of: totp.code(at: step), at: moment) == (abs(step - now) <= 1 ? step : nil))
        }
    }

    @Test func aCodeCountsOnce() throws {
        let moment = Date(timeIntervalSince1970: 1_111_111_111), now = TOTP.step(at: moment)
        let code = try totp.code(at: now), earlier = try totp.code(at: now - 1), later = try totp.code(at: now + 1)
        #expect(try totp.step(of: code, at: moment, after: now - 1) == now)
        #expect(try totp.step(of: code, at: moment, after: now) == nil)
        #expect(try totp.step(of: earlier, at: moment, after: now) == nil)
        #expect(try totp.step(of: later, at: moment, after: now) == now + 1)
    }

    @Test func spacesDoNotCountAndOtherThingsAreNoCodes() throws {
        let moment = Date(timeIntervalSince1970: 59)
        #expect(try totp.step(of: Secret(" 287 082"), at: moment) == 1)
        for text in ["", "28708", "2870820", "287O82", "２８７０８２", "-87082", "287082\n", "287082\0", String(repeating: "1", count: 10_000)] {
            #expect(try totp.step(of: Secret(text), at: moment) == nil)
        }
    }

    @Test func theSecretIsReadFromAnAppsAddress() throws {
        let uri = totp.provisioningURI(issuer: "Jarvis: maison", account: "léa@été.local").reveal()
        #expect(
            uri == "otpauth://totp/Jarvis%20%20maison:l%C3%A9a%40%C3%A9t%C3%A9.local?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Jarvis%20%20maison&algorithm=SHA1&digits=6&period=30")
        #expect(try TOTP(base32: totp.base32).secret == totp.secret)
        #expect(try TOTP(base32: Secret("gezd gnbv gy3t qojq gezd gnbv gy3t qojq")).secret == totp.secret)
    }

    @Test func poorSecretsAreRefused() throws {
        for text in ["", "GEZDGNBV", "0189", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ!"] {
            #expect(throws: CryptographyError.self) { try TOTP(base32: Secret(text)) }
        }
        #expect(try TOTP.random().secret.count == 20)
        #expect(try TOTP.random().secret != TOTP.random().secret)
    }
}

@Suite struct Base32Tests {
    /// RFC 4648, section 10.
    @Test(arguments: [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI")])
    func agreesWithItsRFC(_ plain: String, _ text: String) {
        #expect(Base32.standard.encode(Array(plain.utf8)) == text)
        #expect(Base32.standard.decode(text) == Array(plain.utf8))
        #expect(Base32.standard.decode(text.lowercased() + "====") == Array(plain.utf8))
    }

    @Test(arguments: ["M", "MZX", "MY=A", "M1", "MZ"]) func textsThatEndWithinAByteAreNone(_ text: String) { #expect(Base32.standard.decode(text) == nil) }

    @Test func lookalikesAreReadAsDigits() {
        for text in ["0123456789ABCDEF", "o1234567 89abcdef", "Oi23456789AbCdEf", "0L23456789ABCDEF"] {
            #expect(Base32.crockford.decode(text).map(Base32.crockford.encode) == "0123456789ABCDEF")
        }
        for text in ["0123456789ABCDEU", "0123456789ABCDE", "０1", "01!"] { #expect(Base32.crockford.decode(text) == nil) }
    }

    @Test func whatIsWrittenIsReadBack() {
        for count in 0..<40 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: ($0 + count) &* 167) }
            for alphabet in [Base32.standard, .crockford] { #expect(alphabet.decode(alphabet.encode(bytes)) == bytes) }
        }
    }
}

@Suite struct QRCodeTests {
    @Test func hasItsThreeCornersAndAQuietZone() throws {
        let code = try QRCode("https://jarvis.local")
        #expect(code.size == 25)  // Version 2.
        for (left, top) in [(0, 0), (code.size - 7, 0), (0, code.size - 7)] {
            for y in 0..<7 {
                for x in 0..<7 {
                    let ring = max(abs(x - 3), abs(y - 3))
                    #expect(code.isDark(left + x, top + y) == (ring != 2))
                }
            }
        }
        #expect(!code.isDark(-1, 0) && !code.isDark(0, code.size))
    }

    @Test func refusesWhatDoesNotFit() throws {
        #expect(try QRCode(String(repeating: "a", count: QRCode.limit)).size == 177)
        #expect(throws: CryptographyError.self) { try QRCode(String(repeating: "a", count: QRCode.limit + 1)) }
        #expect(throws: CryptographyError.self) { try QRCode("") }
    }

    @Test func isDrawnTheSameEverywhere() throws {
        let code = try QRCode("Bonjour à tous"), side = code.size + 8
        let lines = code.text(coloured: false).split(separator: "\n")
        #expect(lines.count == (side + 1) / 2)
        #expect(lines.allSatisfy { $0.count == side })
        #expect(lines[0] == String(repeating: "█", count: side)[...])
        // Modules 0 and 1 of the first column are dark, so the third line's fifth character is blank.
        #expect(Array(lines[2])[4] == " ")
        #expect(code.text(coloured: true).contains("\u{1b}["))
        let svg = code.svg()
        #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>") && svg.contains("M4 4h7v1h-7z"))
    }

    @Test func isAPictureThatOthersCanRead() throws {
        let code = try QRCode("Bonjour"), picture = try code.png(scale: 3)
        #expect(picture.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
        let side = UInt8((code.size + 8) * 3)
        #expect(Array(picture[8..<33].dropLast(4)) == [0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, side, 0, 0, 0, side, 1, 0, 0, 0, 0])
        // The last chunk is always the same, its checksum too (PNG, section 11.2.5).
        #expect(picture.suffix(12) == [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82])
    }
}
