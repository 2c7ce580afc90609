import HTTPClient
import Testing

/// A generator that says the same every time (SplitMix64, Steele et al. 2014).
struct FixedRandom: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    /// The bytes in pieces of random length.
    mutating func pieces(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + Int.random(in: 1...7, using: &self))
            pieces.append(bytes[start..<end])
            start = end
        }
        return pieces
    }
}

@Suite struct EventStreamParserTests {
    func events(_ text: String) throws -> [ServerSentEvent] {
        var parser = EventStreamParser()
        return try parser.append(Array(text.utf8))
    }

    @Test(arguments: [
        ("data: a\n\n", [ServerSentEvent(data: "a")]),
        ("data: YHOO\ndata: +2\ndata: 10\n\n", [ServerSentEvent(data: "YHOO\n+2\n10")]),
        (
            ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event",
            [ServerSentEvent(data: "first event", id: "1"), ServerSentEvent(data: "second event")]
        ),
        ("data\n\ndata\ndata\n\ndata:", [ServerSentEvent(data: ""), ServerSentEvent(data: "\n")]),
        ("data:test\n\ndata: test\n\n", [ServerSentEvent(data: "test"), ServerSentEvent(data: "test")]),
        ("event: add\r\ndata: 73\r\n\r\nevent: x\n\ndata: y\r\r", [ServerSentEvent(event: "add", data: "73"), ServerSentEvent(data: "y")]),
        ("\u{FEFF}data: bom\n\n", [ServerSentEvent(data: "bom")]),
        ("id: 4\ndata: a\n\ndata: b\n\n", [ServerSentEvent(data: "a", id: "4"), ServerSentEvent(data: "b", id: "4")]),
        ("id: 4\u{0}\ndata: a\n\n", [ServerSentEvent(data: "a")]),
        ("unknown: 1\ndata: [DONE]\n\n", [ServerSentEvent(data: "[DONE]")]),
    ])
    func theStandardsExamples(text: String, expected: [ServerSentEvent]) throws { #expect(try events(text) == expected) }

    @Test func retryIsKept() throws {
        var parser = EventStreamParser()
        _ = try parser.append("retry: 2500\nretry: soon\n\n".utf8)
        #expect(parser.retryMilliseconds == 2500)
    }

    @Test func piecesMakeNoDifference() throws {
        var random = FixedRandom(seed: 3)
        let words = ["data: é", "data:", "event: x", "id: 1", ": c", "\n", "\r", "\r\n", "retry: 1", "\n\n", "\u{1F600}", "\0"]
        for _ in 0..<2000 {
            let text = Array((0..<20).map { _ in words.randomElement(using: &random)! }.joined().utf8)
            var whole = EventStreamParser(), parts = EventStreamParser()
            let expected = try whole.append(text)
            var found: [ServerSentEvent] = []
            for piece in random.pieces(of: text) { found += try parts.append(piece) }
            #expect(found == expected)
        }
    }

    @Test func linesAndEventsAreBounded() {
        var parser = EventStreamParser(limit: 100)
        #expect(throws: HTTPClientError.self) { for _ in 0..<101 { _ = try parser.append("x".utf8) } }
        var long = EventStreamParser(limit: 100)
        #expect(throws: HTTPClientError.self) { for _ in 0..<100 { _ = try long.append("data: 12\n".utf8) } }
    }
}

@Suite struct LineSplitterTests {
    @Test func piecesMakeNoDifference() throws {
        var random = FixedRandom(seed: 5)
        for _ in 0..<2000 {
            let lines = (0..<5).map { _ in String((0..<Int.random(in: 0...9, using: &random)).map { _ in "ab\u{E9} {}".randomElement(using: &random)! }) }
            let text = Array(lines.joined(separator: Bool.random(using: &random) ? "\n" : "\r\n").utf8)
            var splitter = LineSplitter()
            var found: [[UInt8]] = []
            for piece in random.pieces(of: text) { found += try splitter.append(piece) }
            if let last = try splitter.finish() { found.append(last) }
            #expect(found.map { String(decoding: $0, as: UTF8.self) } == (lines.last!.isEmpty ? lines.dropLast() : lines))
        }
    }

    @Test func linesAreBounded() throws {
        var splitter = LineSplitter(limit: 4)
        let lines = try splitter.append("abcd\nabcd\r\n".utf8)
        #expect(lines.count == 2)
        #expect(throws: HTTPClientError.self) { try splitter.append("abcde\n".utf8) }
        var endless = LineSplitter(limit: 4)
        #expect(throws: HTTPClientError.self) { for _ in 0..<6 { _ = try endless.append("a".utf8) } }
    }
}
