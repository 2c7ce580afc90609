import Foundation
import Testing

@testable import JarvisClient

@Suite struct EventStreams {
    private static let stream =
        ": hello\r\nevent: text\r\ndata: {\"a\":1}\r\n\r\ndata:one\ndata: two\n\nid: 3\n\ndata\n\nretry: 1\rdata: é\r\rdata: never ended\n"
    private static let expected = ["{\"a\":1}", "one\ntwo", "", "é"]

    @Test(arguments: 1...12) func anyCutGivesTheSameEvents(size: Int) throws {
        var parser = ServerSentEvents()
        let bytes = Array(Self.stream.utf8)
        var events: [String] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            events += try parser.feed(bytes[start..<min(start + size, bytes.count)]).map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(events == Self.expected)
    }

    @Test func anEndlessEventIsRefused() {
        var parser = ServerSentEvents(limit: 100)
        #expect(throws: ClientError.self) { try parser.feed(Array("data: ".utf8) + Array(repeating: 120, count: 200)) }
        var lines = ServerSentEvents(limit: 100)
        #expect(throws: ClientError.self) { try lines.feed(Array(String(repeating: "data: 123456789\n", count: 20).utf8)) }
    }
}

@Suite struct WebSocketProtocol {
    /// The example of RFC 6455, section 1.3.
    @Test func theHandshakeOfTheRFC() throws {
        let shake = WebSocketHandshake(key: "dGhlIHNhbXBsZSBub25jZQ==")
        #expect(shake.accept == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
        try shake.check("HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nsec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
        for head in [
            "HTTP/1.1 101 Switching Protocols\r\nsec-websocket-accept: other", "HTTP/1.1 200 OK\r\nsec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", "",
            "HTTP/1.1 401 Unauthorized",
        ] {
            #expect(throws: ClientError.self) { try shake.check(head) }
        }
    }

    /// FIPS 180-4's examples, and the lengths around a block's end.
    @Test(arguments: [
        ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"), ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
        ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
        (String(repeating: "a", count: 55), "c1c8bbdc22796e28c0e15163d20899b65621d65a"),
        (String(repeating: "a", count: 64), "0098ba824b5c16427bd7a1122a5a442a25ec644d"),
    ])
    func sha1(text: String, expected: String) {
        #expect(SHA1.hash(Array(text.utf8)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() == expected)
    }

    /// Section 5.7: "Hello" in one frame, then in two with a ping between them, then a close.
    private static let frames: [UInt8] =
        [0x81, 5] + Array("Hello".utf8) + [0x01, 3] + Array("Hel".utf8) + [0x89, 2, 0x68, 0x69] + [0x80, 2] + Array("lo".utf8) + [0x82, 126, 1, 0]
        + Array(repeating: 7, count: 256) + [0x88, 2, 0x03, 0xE9]

    @Test(arguments: [1, 2, 3, 7, 1000]) func anyCutGivesTheSameMessages(size: Int) throws {
        var parser = WebSocketFrames()
        var messages: [Data] = [], replies = 0, codes: [UInt16] = []
        for start in stride(from: 0, to: Self.frames.count, by: size) {
            for action in try parser.feed(Self.frames[start..<min(start + size, Self.frames.count)]) {
                switch action {
                case .message(let data, _): messages.append(data)
                case .reply(let bytes):
                    replies += 1
                    #expect(bytes[0] == 0x8A && bytes[1] == 0x82 && zip(bytes[6...], bytes[2...]).map { $0 ^ $1 } == [0x68, 0x69])
                case .closed(let code): codes.append(code)
                }
            }
        }
        #expect(messages == [Data("Hello".utf8), Data("Hello".utf8), Data(repeating: 7, count: 256)])
        #expect(replies == 1 && codes == [1001])
    }

    @Test(
        arguments: [
            [0xC1, 0], [0x81, 0x80, 0, 0, 0, 0], [0x83, 0], [0x80, 0], [0x09, 0], [0x89, 126, 0, 126], [0x01, 0, 0x01, 0],
            [0x82, 127, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF],
        ] as [[UInt8]])
    func whatTheProtocolForbids(bytes: [UInt8]) {
        var parser = WebSocketFrames()
        #expect(throws: ClientError.self) { try parser.feed(bytes) }
    }

    @Test(arguments: [0, 125, 126, 65_535, 65_536]) func clientFramesAreMasked(length: Int) {
        let payload = Data((0..<length).map { UInt8(truncatingIfNeeded: $0) })
        let frame = WebSocketFrames.text(payload)
        let header = length < 126 ? 2 : length < 65_536 ? 4 : 10
        #expect(frame.count == header + 4 + length && frame[1] & 0x80 != 0)
        let mask = Array(frame[header..<(header + 4)])
        #expect(frame[(header + 4)...].enumerated().allSatisfy { $1 ^ mask[$0 & 3] == payload[$0] })
    }
}
