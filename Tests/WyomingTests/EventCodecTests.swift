import Testing
@testable import Wyoming

/// The bytes on the wire. The golden ones were written by the Python package `wyoming` 1.10.2.
struct EventCodecTests {
    private func decode(_ bytes: some Collection<UInt8>, limits: Limits = Limits()) throws(WyomingError) -> [Event] {
        var decoder = EventDecoder(limits: limits)
        decoder.push(bytes)
        var events: [Event] = []
        while let event = try decoder.next() { events.append(event) }
        #expect(decoder.isBetweenEvents)
        return events
    }

    @Test func writesGoldenBytes() {
        let chunk = Message.audioChunk(AudioLayout(rate: 16000), [1, 0, 2, 0]).event
        #expect(
            String(decoding: chunk.encoded, as: UTF8.self)
                == "{\"type\":\"audio-chunk\",\"data_length\":37,\"payload_length\":4}\n{\"channels\":1,\"rate\":16000,\"width\":2}\u{1}\0\u{2}\0")
        #expect(Message.describe.event.encoded == Array("{\"type\":\"describe\"}\n".utf8))
        let speak = Message.synthesize(Synthesize(text: "Il est \"neuf\" heures\n", voice: "fr", speed: 1.25)).event
        let data = #"{"speed":1.25,"text":"Il est \"neuf\" heures\n","voice":{"name":"fr"}}"#
        #expect(String(decoding: speak.encoded, as: UTF8.self) == "{\"type\":\"synthesize\",\"data_length\":\(data.utf8.count)}\n\(data)")
    }

    @Test func readsWhatTheReferenceWrites() throws {
        let bytes =
            Array("{\"type\": \"synthesize\", \"version\": \"1.10.2\", \"data_length\": 49}\n{\"text\": \"Ça va ?\", \"voice\": {\"language\": \"fr\"}}".utf8)
            + Array("{\"type\": \"ping\", \"version\": \"1.10.2\", \"data_length\": 14}\n{\"text\": null}".utf8)
            + Array("{\"type\": \"audio-chunk\", \"version\": \"1.10.2\", \"data_length\": 61, \"payload_length\": 4}\n".utf8)
            + Array("{\"rate\": 22050, \"width\": 2, \"channels\": 1, \"timestamp\": null}".utf8) + [1, 2, 3, 4]
        let messages = try decode(bytes).map { event throws(WyomingError) in try Message(event) }
        #expect(
            messages == [
                .synthesize(Synthesize(text: "Ça va ?", language: "fr")), .ping(nil), .audioChunk(AudioLayout(rate: 22050), [1, 2, 3, 4]),
            ])
    }

    /// Older peers write the data inside the line; when both are there, what follows the line wins.
    @Test func mergesDataInTheLine() throws {
        let body = #"{"b":2}"#
        let events = try decode(Array("{\"type\":\"x\",\"data\":{\"a\":1,\"b\":1},\"data_length\":\(body.utf8.count)}\r\n\(body)".utf8))
        #expect(events == [Event(type: "x", data: ["a": 1, "b": 2])])
        #expect(try decode(Array("{\"type\":\"x\",\"data\":null,\"data_length\":null,\"payload_length\":0}\n".utf8)) == [Event(type: "x")])
    }

    private static let corpus: [Event] = [
        Message.describe.event, Message.ping("é🙂").event, Message.audioChunk(AudioLayout(rate: 8000), [10, 13, 123, 34]).event,
        Message.error(Failure(text: "no\\\"\u{1}", code: "x")).event, Message.audioStop.event,
        Event(type: "nested", data: ["a": [1, 2.5, [true, nil, "x"]], "b": ["c": [:]]], payload: Array(repeating: 0x0A, count: 300)),
    ]

    @Test func givesTheSameEventsHoweverTheBytesAreCut() throws {
        let bytes = Self.corpus.flatMap(\.encoded)
        for cut in 0...bytes.count {
            var decoder = EventDecoder()
            var events: [Event] = []
            for part in [bytes[..<cut], bytes[cut...]] {
                decoder.push(part)
                while let event = try decoder.next() { events.append(event) }
            }
            #expect(events == Self.corpus, "cut at \(cut)")
        }
        var decoder = EventDecoder()
        var events: [Event] = []
        for byte in bytes {
            decoder.push([byte])
            while let event = try decoder.next() { events.append(event) }
        }
        #expect(events == Self.corpus)
    }

    @Test(arguments: [
        "\n", "GET / HTTP/1.1\r\n", "[]\n", "{}\n", "{\"type\":1}\n", "{\"type\":\"\"}\n", "{\"type\":\"x\",\"data\":[]}\n",
        "{\"type\":\"x\",\"data_length\":-1}\n",
        "{\"type\":\"x\",\"data_length\":1.5}\n", "{\"type\":\"x\",\"payload_length\":\"7\"}\n", "{\"type\":\"x\",\"data_length\":2}\n[]",
        "{\"type\":\"x\"} {}\n",
        "{\"type\":\"x\",\"data_length\":1}\n{", "{\"type\":\"x\",\"payload_length\":1e999}\n", "{\"type\":\"\u{1}\"}\n", "{\"type\":\"x\",}\n",
        "{\"type\":\"x\",\"n\":01}\n",
    ])
    func malformedIsAnError(_ text: String) {
        let error = #expect(throws: WyomingError.self) { try decode(Array(text.utf8)) }
        #expect(error?.code == .malformed)
    }

    @Test func invalidTextIsAnError() {
        for bytes in [[0xFF], [0xC3], [0xED, 0xA0, 0x80]] as [[UInt8]] {
            let error = #expect(throws: WyomingError.self) { try decode(Array("{\"type\":\"".utf8) + bytes + Array("\"}\n".utf8)) }
            #expect(error?.code == .malformed)
        }
    }

    @Test func deepNestingIsAnError() {
        let text = "{\"type\":\"x\",\"data\":" + String(repeating: "{\"a\":", count: 10_000) + "1" + String(repeating: "}", count: 10_000) + "}\n"
        let error = #expect(throws: WyomingError.self) { try decode(Array(text.utf8)) }
        #expect(error?.code == .malformed)
    }

    @Test func oversizeIsAnErrorBeforeItIsRead() {
        let limits = Limits(line: 100, data: 10, payload: 10)
        for text in [
            "{\"type\":\"x\",\"data_length\":11}\n", "{\"type\":\"x\",\"payload_length\":11}\n", "{\"type\":\"x\",\"payload_length\":1000000000}\n",
            "{\"type\":\"x\",\"payload_length\":1e30}\n", String(repeating: "a", count: 101), String(repeating: "a", count: 101) + "\n",
        ] {
            let error = #expect(throws: WyomingError.self) { try decode(Array(text.utf8), limits: limits) }
            #expect(error?.code == .tooLarge, "\(text)")
        }
    }

    @Test func staysInItsError() {
        var decoder = EventDecoder()
        decoder.push(Array("nonsense\n".utf8))
        #expect(throws: WyomingError.self) { try decoder.next() }
        decoder.push(Message.describe.event.encoded)
        #expect(throws: WyomingError.self) { try decoder.next() }
        #expect(!decoder.isBetweenEvents)
    }

    @Test func escapesAndSurrogates() throws {
        #expect(try WireValue(parsing: Array(#""\u00e9\ud83d\ude42\/\b\f\n\r\t\\\"""#.utf8)) == "é🙂/\u{8}\u{c}\n\r\t\\\"")
        #expect(try WireValue(parsing: Array(#""\ud83dx""#.utf8)) == "\u{FFFD}x")
        #expect(try WireValue(parsing: Array(#""\ud83d\u0041""#.utf8)) == "\u{FFFD}A")
        #expect(try WireValue(parsing: Array(" [ -0.5e+2 , 12345678901 ] ".utf8)) == [-50.0, 12_345_678_901])
    }

    // MARK: - Random input, with fixed seeds

    private struct Random: RandomNumberGenerator {
        var state: UInt64
        /// SplitMix64 (Steele, Lea and Flood, 2014).
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private func value(_ random: inout Random, depth: Int = 0) -> WireValue {
        switch Int.random(in: 0..<(depth > 3 ? 4 : 6), using: &random) {
        case 0: return .null
        case 1: return .bool(.random(using: &random))
        case 2:
            return .number(
                Bool.random(using: &random) ? Double(Int.random(in: -1_000_000...1_000_000, using: &random)) : .random(in: -1e9...1e9, using: &random))
        case 3: return .string(text(&random))
        case 4: return .array((0..<Int.random(in: 0..<4, using: &random)).map { _ in value(&random, depth: depth + 1) })
        default: return .object(Dictionary((0..<Int.random(in: 0..<4, using: &random)).map { _ in (text(&random), value(&random, depth: depth + 1)) }) { $1 })
        }
    }

    private func text(_ random: inout Random) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<12, using: &random) {
            let limit: UInt32 = Bool.random(using: &random) ? 0x80 : 0x110000
            if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) { text.append(scalar) }
        }
        return String(text)
    }

    @Test func anyEventComesBackAsItWas() throws {
        var random = Random(state: 1)
        for _ in 0..<2000 {
            let members = Dictionary((0..<Int.random(in: 0..<5, using: &random)).map { _ in (text(&random), value(&random)) }) { $1 }
            let payload = (0..<Int.random(in: 0..<40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            let event = Event(type: "t" + text(&random), data: members, payload: payload)
            #expect(try decode(event.encoded) == [event])
        }
    }

    /// Broken input gives events or an error: never a crash, a hang, or more memory than was sent.
    @Test func brokenInputIsSurvived() {
        var random = Random(state: 2)
        let clean = Self.corpus.flatMap(\.encoded)
        var errors = 0
        for _ in 0..<5000 {
            var bytes = clean
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
                default: bytes.replaceSubrange(place..., with: bytes[..<place])
                }
                if bytes.isEmpty { bytes = [0] }
            }
            var decoder = EventDecoder(limits: Limits(line: 4096, data: 4096, payload: 4096))
            var count = 0
            do {
                var rest = bytes[...]
                while !rest.isEmpty {
                    let part = rest.prefix(Int.random(in: 1...64, using: &random))
                    rest = rest.dropFirst(part.count)
                    decoder.push(part)
                    while let event = try decoder.next() {
                        count += 1
                        _ = try? Message(event)
                    }
                }
            } catch {
                errors += 1
            }
            #expect(count <= bytes.count)
        }
        #expect(errors > 1000)
    }
}
