import Base
import Foundation
import Testing

@Suite struct JSONParsingTests {
    @Test(
        arguments: [
            (#"null"#, JSONValue.null), (" \t\r\n true ", true), ("false", false), (#""""#, ""), (#"[]"#, []), (#"{}"#, [:]), ("[ ]", []), ("{ }", [:]),
            (#"[1,[2,[]],{"a":{"b":null}}]"#, [1, [2, []], ["a": ["b": nil]]]),
            (#"{"été":"ça va ?","":"x"}"#, ["été": "ça va ?", "": "x"]), (#"{"a":1,"a":2}"#, ["a": 2]),
            (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{c}\n\r\t")), (#""a\u00e9\u20ACz""#, "aé€z"), (#""\ud83d\uDDFC!""#, "🗼!"),
            (#""\ud83d""#, "\u{fffd}"), (#""\ud83dx""#, "\u{fffd}x"), (#""\ud83d\u0041""#, "\u{fffd}A"), (#""\udc00""#, "\u{fffd}"), ("\"\u{7f}\"", "\u{7f}"),
        ] as [(String, JSONValue)])
    func reads(_ text: String, _ value: JSONValue) throws { #expect(try JSONValue(parsing: text) == value) }

    @Test(arguments: [
        "0", "-0", "1", "-1", "10", "123456789012345", "1234567890123456789", "123456789012345678901234567890", "0.5", "-0.25", "19.5", "3.14159", "1e3",
        "1E-3",
        "1.5e+10", "0.1", "0.30000000000000004", "123456.789", "1700000000.123456", "2.2250738585072014e-308", "5e-324", "1.7976931348623157e308", "0e0",
        "-0.0e-0",
        "0.0000000000000000000000001",
    ])
    func readsNumbers(_ text: String) throws { #expect(try JSONValue(parsing: text).number?.bitPattern == Double(text)?.bitPattern) }

    @Test(arguments: [
        "", " ", "nul", "nulll", "True", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,}", "{a:1}", "{1:1}",
        "{\"a\" 1}",
        "\"", "\"a", #""\"#, #""\x""#, #""\u12"#, #""\u12g4""#, "\"\n\"", "\"a\u{1}\"", #""\n"# + "\u{2}\"", "01", "-01", "-", "+1", ".5", "1.", "1.e3", "1e",
        "1e+", "1e999", "0x1",
        "Infinity", "NaN", "1 2", "[]]", "{}x", "'a'", "[1]\u{0}",
    ])
    func refuses(_ text: String) { #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: text) } }

    @Test func bytesMustBeUTF8() throws {
        #expect(try JSONValue(parsing: Array(#""é""#.utf8)) == "é")
        for bytes: [UInt8] in [[0x22, 0xC3, 0x22], [0x22, 0xFF, 0x22], [0xFE, 0xFF, 0, 0x31]] {
            #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: bytes) }
        }
    }

    @Test func depthIsLimited() throws {
        func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(try JSONValue(parsing: nested(JSON.depthLimit)) != .null)
        #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: nested(JSON.depthLimit + 1)) }
        #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: String(repeating: "[", count: 1_000_000)) }
        // Side by side is not deep.
        #expect(try JSONValue(parsing: "[" + Array(repeating: "[{}]", count: 1000).joined(separator: ",") + "]") != .null)
    }

    @Test func agreesWithFoundationOnWhatItWrites() throws {
        var random = SystemRandomNumberGenerator()
        func value(_ depth: Int) -> JSONValue {
            switch Int.random(in: 0..<(depth > 4 ? 4 : 6), using: &random) {
            case 0: return .null
            case 1: return .bool(.random(using: &random))
            case 2: return .number([0, -1.5, 21.5, 1e-7, 123_456_789, .random(in: -1e6...1e6, using: &random)].randomElement(using: &random) ?? 0)
            case 3: return .string(["", "on", "é\u{301}\"\\\n", "🗼\u{7}", "salle de bain", "\u{2028}/"].randomElement(using: &random) ?? "")
            case 4: return .array((0..<Int.random(in: 0..<4, using: &random)).map { _ in value(depth + 1) })
            default: return .object(Dictionary(uniqueKeysWithValues: (0..<Int.random(in: 0..<4, using: &random)).map { ("k\($0)\"é", value(depth + 1)) }))
            }
        }
        for _ in 0..<500 {
            let value = value(0)
            #expect(try JSONValue(parsing: Array(JSON.encode(value))) == value)
            #expect(try JSONValue(parsing: Array(JSON.encode(value, pretty: true))) == value)
        }
    }
}
