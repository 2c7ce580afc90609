import Base
import Foundation
import Synchronization
import Testing

@Suite struct IdentifierTests {
    enum Thing {}

    @Test func readsWhatItWrites() throws {
        for _ in 0..<1000 {
            let id = Identifier<Thing>()
            #expect(Identifier<Thing>(id.description) == id)
            #expect(Identifier<Thing>(id.description.uppercased()) == id)
            #expect(UUID(uuidString: id.description) != nil)
        }
    }

    @Test func laterOnesAreGreaterAndSayTheirVersion() {
        let early = Identifier<Thing>(at: Date(timeIntervalSince1970: 1_000)), late = Identifier<Thing>(at: Date(timeIntervalSince1970: 1_000.002))
        #expect(early < late && early.description < late.description)
        #expect(Array(early.description)[14] == "7" && "89ab".contains(Array(early.description)[19]))
    }

    /// Threads that make identifiers for all kinds of times at once.
    @Test(arguments: [0.0, -0.5, -3600, 3600]) func theNextOnesAndThoseAfterOthersAreInOrderWhateverHappensMeanwhile(_ step: Double) {
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 16) { thread in
            var ids: [Identifier<Thing>] = [], date = Date(timeIntervalSince1970: 5_000_000 + Double(thread) * 7)
            for _ in 0..<2000 {
                let id = Identifier<Thing>(at: date, after: ids.last)
                ids += [id, id.next, id.next.next]
                date += step
            }
            if ids != ids.sorted() || Set(ids).count != ids.count { failures.withLock { $0.append("thread \(thread)") } }
        }
        #expect(failures.withLock { $0 } == [])
    }

    @Test func theNextIsRightBehindAndStaysOfItsVersion() throws {
        let id = Identifier<Thing>(high: 0x0000_0000_0001_7FFF, low: 0xBFFF_FFFF_FFFF_FFFF)
        #expect(id.next > id && id.next.high == 0x0000_0000_0002_7000 && id.next.low >> 62 == 2)
        let usual = Identifier<Thing>()
        #expect(usual.next.high == usual.high && usual.next.low == usual.low + 1)
        let late = Identifier<Thing>(at: Date(timeIntervalSince1970: 4_000_000_000)), after = Identifier(at: Date(timeIntervalSince1970: 0), after: late)
        #expect(after > late.next && Array(after.description)[14] == "7" && "89ab".contains(Array(after.description)[19]))
    }

    @Test(arguments: [
        "", "x", "01890a5d-ac96-774b-bcce-b302099a805", "01890a5d-ac96-774b-bcce-b302099a80577", "01890a5dac96-774b-bcce-b302099a80577-",
        "01890a5d-ac96-774b-bcce-b302099a805g", "é1890a5d-ac96-774b-bcce-b302099a8057",
    ])
    func refusesEverythingElse(_ text: String) { #expect(Identifier<Thing>(text) == nil) }
}

@Suite struct SecretTests {
    @Test func isNeverPrinted() {
        let secret = Secret("hunter2")
        var dumped = ""
        dump(secret, to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), dumped, "\([secret])", "\(Optional(secret) as Any)"] { #expect(!text.contains("hunter2")) }
        #expect(secret.reveal() == "hunter2")
    }
}

@Suite struct TimestampTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (1_709_164_800.25, "2024-02-29T00:00:00.250Z"), (-1, "1969-12-31T23:59:59.000Z"),
        (4_102_444_799.999, "2099-12-31T23:59:59.999Z"),
    ])
    func formats(_ seconds: Double, _ text: String) { #expect(Timestamp.format(Date(timeIntervalSince1970: seconds)) == text) }

    @Test func readsBothPrecisionsAndOffsets() {
        #expect(Timestamp.parse("2026-01-31T09:00:00Z") == Timestamp.parse("2026-01-31T10:00:00+01:00"))
        #expect(Timestamp.parse("2026-01-31T09:00:00.000Z") == Timestamp.parse("2026-01-31T09:00:00Z"))
        for text in [
            "", "hier", "2026-13-01T00:00:00Z", "2026-01-31", "2026-02-30T00:00:00Z", "2026-02-29T00:00:00Z", "99999-01-01T00:00:00Z",
        ] {
            #expect(Timestamp.parse(text) == nil, "\(text)")
        }
    }
}

@Suite struct EncodingTests {
    /// A number of whole milliseconds is written as it is, though a `Date` may hold it a hair below, and read again.
    @Test func wholeMillisecondsStayWhatTheyAre() {
        for millisecond in 0..<5000 as Range<Int64> {
            let number = 1_795_329_900_000 + millisecond * 7
            let text = Timestamp.format(Date(timeIntervalSince1970: Double(number) / 1000))
            let again = Timestamp.parse(text)
            #expect(again?.milliseconds == number && again.map { Timestamp.format($0) } == text)
        }
    }

    @Test func hexAndBase64URLRoundTrip() {
        var generator = SystemRandomNumberGenerator()
        for length in 0..<70 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            #expect(Hex.decode(Hex.encode(bytes)) == bytes)
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == Data(bytes))
        }
        for text in ["a", "zz", "é"] { #expect(Hex.decode(text) == nil) }
        // "YR" and "YWJ" are "YQ" and "YWI" with bits that mean nothing.
        for text in ["a+", "a/b", "YQ==", "a b", "é", "Y", "YR", "YWJ", "YWJjY"] { #expect(Base64URL.decode(text) == nil, "\(text)") }
    }

    @Test func jsonValuesKeepWhatTheyHold() throws {
        let text = #"{"a":[1,2.5,true,null,"é"],"b":{"c":-3}}"#
        let value: JSONValue = try JSON.decode(from: Data(text.utf8))
        #expect(String(decoding: try JSON.encode(value), as: UTF8.self) == text)
    }

    @Test(arguments: [129, 512, 513, 514, 100_000]) func jsonThatIsNestedTooDeeplyIsRefused(_ depth: Int) {
        for text in [
            String(repeating: "[", count: depth), String(repeating: "[", count: depth) + String(repeating: "]", count: depth),
            String(repeating: #"{"a":"#, count: depth), #"{"a":"\"","b":"# + String(repeating: "[", count: depth),
        ] {
            #expect(throws: DecodingError.self) { try JSON.decode(JSONValue.self, from: Data(text.utf8)) }
        }
        // In UTF-16 the quotation mark's byte is in other characters too: ∀ is 22 00.
        let wide = "[\"∀\"," + String(repeating: "[", count: depth)
        #expect(throws: DecodingError.self) { try JSON.decode(JSONValue.self, from: wide.data(using: .utf16LittleEndian) ?? Data()) }
    }

    @Test func bracketsInTextDoNotCount() throws {
        let text = String(repeating: "[{\"\\", count: 500)
        #expect(try JSON.decode(JSONValue.self, from: JSON.encode(["a": text])) == ["a": .string(text)])
        let deep = String(repeating: "[", count: JSON.depthLimit) + String(repeating: "]", count: JSON.depthLimit)
        _ = try JSON.decode(JSONValue.self, from: Data(deep.utf8))
    }

    @Test(arguments: [("fr-FR", Language.french), ("EN_us", .english), ("fr", .french)]) func languageTags(_ tag: String, _ language: Language) {
        #expect(Language(tag: tag) == language)
        #expect(Language(tag: "de") == nil)
    }
}
