import Testing

@testable import HTTPClient

@Suite struct WebSocketConversationTests {
    static let begin = ContinuousClock.now
    static let key = "dGhlIHNhbXBsZSBub25jZQ=="

    func opening(_ url: String = "ws://h.example:81/api/ws?x=1", headers: HTTPHeaders = [:], subprotocols: [String] = []) throws -> WebSocketOpening {
        try WebSocketOpening(WebSocketAddress(url), headers: headers, subprotocols: subprotocols, key: Self.key)
    }

    func answer(_ change: (String) -> String = { $0 }) -> [UInt8] {
        Array(
            change(
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n"
            ).utf8)
    }

    func conversation(_ limits: WebSocketClient.Limits = .init(), subprotocols: [String] = []) throws -> WebSocketConversation {
        var conversation = WebSocketConversation(try opening(subprotocols: subprotocols), limits: limits, at: Self.begin, newMask: { 0 })
        _ = conversation.takeOutput()
        return conversation
    }

    func opened(_ limits: WebSocketClient.Limits = .init()) throws -> WebSocketConversation {
        var conversation = try conversation(limits)
        #expect(short(conversation.receive(answer(), at: Self.begin)) == ["opened"])
        return conversation
    }

    func short(_ events: [WebSocketConversation.Event]) -> [String] {
        events.map {
            switch $0 {
            case .opened(let subprotocol): "opened" + (subprotocol.map { " " + $0 } ?? "")
            case .message(.text(let text)): "text \(text)"
            case .message(.binary(let bytes)): "binary \(bytes.count)"
            case .ended(let closing): "ended \(closing.code) \(closing.reason)"
            case .failed(let error): "failed \(error.code)"
            }
        }
    }

    /// A frame of ours, whose mask is 0 in these tests.
    func sent(_ opcode: UInt8, _ payload: [UInt8]) -> [UInt8] { [0x80 | opcode, 0x80 | UInt8(payload.count), 0, 0, 0, 0] + payload }

    // MARK: Opening

    @Test func theRequestFollowsTheProtocol() throws {
        let request = String(decoding: try opening(headers: ["Authorization": "Bearer x"], subprotocols: ["a", "b"]).request, as: UTF8.self)
        let lines = request.components(separatedBy: "\r\n")
        #expect(lines[0] == "GET /api/ws?x=1 HTTP/1.1")
        #expect(request.hasSuffix("\r\n\r\n"))
        for line in [
            "Host: h.example:81", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: \(Self.key)",
            "Sec-WebSocket-Protocol: a, b", "Authorization: Bearer x",
        ] { #expect(lines.contains(line)) }
        #expect(String(decoding: try opening("wss://h.example").request, as: UTF8.self).contains("GET / HTTP/1.1\r\nHost: h.example\r\n"))
        #expect(try WebSocketOpening(WebSocketAddress("ws://h/")).key != WebSocketOpening(WebSocketAddress("ws://h/")).key)
    }

    @Test(arguments: ["", "ws:", "ws://", "ftp://h/", "h:80", "ws://a b/", "ws://h:99999/", "ws://h/\r\nX: y", "file:///etc/passwd"])
    func otherAddressesAreRefused(url: String) {
        let error = #expect(throws: HTTPClientError.self) { try WebSocketAddress(url) }
        #expect(error?.code == .invalidRequest)
    }

    @Test func headersCannotBeSmuggled() {
        for headers: HTTPHeaders in [["A": "x\r\nB: y"], ["A B": "x"], ["Host": "x"], ["Sec-WebSocket-Key": "x"], ["content-length": "1"]] {
            #expect(throws: HTTPClientError.self) { try opening(headers: headers) }
        }
        #expect(throws: HTTPClientError.self) { try opening(subprotocols: ["a\r\nX: y"]) }
    }

    @Test func anAnswerMayComeInPiecesAndBringFrames() throws {
        var conversation = try conversation()
        let bytes = answer() + serverFrame("early")
        var events: [WebSocketConversation.Event] = []
        for byte in bytes { events += conversation.receive([byte], at: Self.begin) }
        #expect(short(events) == ["opened", "text early"])
    }

    @Test func anythingButAWebSocketIsRefused() throws {
        let changes: [(String) -> String] = [
            { $0.replacing("101 Switching Protocols", with: "200 OK") }, { $0.replacing("101 Switching Protocols", with: "401 Unauthorized") },
            { $0.replacing("Upgrade: websocket", with: "Upgrade: h2c") }, { $0.replacing("keep-alive, Upgrade", with: "close") },
            { $0.replacing("xOo=", with: "xOp=") }, { $0.replacing("Sec-WebSocket-Accept", with: "X") },
            { $0.replacing("\r\n\r\n", with: "\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n") },
            { $0.replacing("\r\n\r\n", with: "\r\nSec-WebSocket-Protocol: unasked\r\n\r\n") }, { _ in "SSH-2.0-OpenSSH_9.2\r\n\r\n" }, { _ in "\r\n\r\n" },
        ]
        for change in changes {
            var conversation = try conversation()
            #expect(short(conversation.receive(answer(change), at: Self.begin)) == ["failed bad_response"])
            #expect(conversation.isOver)
        }
        var conversation = try conversation()
        #expect(short(conversation.receive([UInt8](repeating: 65, count: 70_000), at: Self.begin)) == ["failed too_large"])
    }

    @Test func theStatusIsTold() throws {
        var conversation = try conversation()
        guard case .failed(let error) = conversation.receive(Array("HTTP/1.1 502 Bad Gateway\r\n\r\n".utf8), at: Self.begin).first else {
            Issue.record("it did not fail")
            return
        }
        #expect(error.message == "http://h.example:81 answered with status 502 instead of opening a WebSocket. Check the address.")
    }

    @Test func aSubprotocolIsAgreedOn() throws {
        var conversation = try conversation(subprotocols: ["a", "b"])
        let events = conversation.receive(answer { $0.replacing("\r\n\r\n", with: "\r\nSec-WebSocket-Protocol: b\r\n\r\n") }, at: Self.begin)
        #expect(short(events) == ["opened b"])
    }

    // MARK: Talking

    @Test func pingsAreAnswered() throws {
        var conversation = try opened()
        #expect(conversation.receive(serverFrame(9, [1, 2]), at: Self.begin).isEmpty)
        #expect(conversation.takeOutput() == sent(10, [1, 2]))
        #expect(conversation.takeOutput().isEmpty)
    }

    @Test func textMustBeUTF8() throws {
        var conversation = try opened()
        #expect(
            short(conversation.receive(serverFrame("ça va") + serverFrame(1, [0xC3, 0x28]) + serverFrame("later"), at: Self.begin)) == [
                "text ça va", "failed bad_response",
            ])
        #expect(conversation.takeOutput() == sent(8, [0x03, 0xEF]))
    }

    @Test func breachesAreAnsweredWithTheirCode() throws {
        for (bytes, code, failure): ([UInt8], UInt8, String) in [
            (serverFrame(3, []), 0xEA, "failed bad_response"), (serverFrame(2, [UInt8](repeating: 0, count: 11)), 0xF1, "failed too_large"),
            (serverFrame(8, [3]), 0xEA, "failed bad_response"), (serverFrame(8, [0x03, 0xED]), 0xEA, "failed bad_response"),
            (serverFrame(8, [0x03, 0xE8, 0xFF]), 0xEF, "failed bad_response"),
        ] {
            var conversation = try opened(.init(message: 10))
            #expect(short(conversation.receive(bytes, at: Self.begin)) == [failure])
            #expect(conversation.takeOutput() == sent(8, [0x03, code]))
        }
    }

    @Test func theServerMayClose() throws {
        var conversation = try opened()
        #expect(short(conversation.receive(serverFrame(8, [0x03, 0xE9] + Array("bye".utf8)) + serverFrame("late"), at: Self.begin)) == ["ended 1001 bye"])
        #expect(conversation.takeOutput() == sent(8, [0x03, 0xE9]))
        var silent = try opened()
        #expect(short(silent.receive(serverFrame(8, []), at: Self.begin)) == ["ended 1005 "])
        #expect(silent.takeOutput() == sent(8, []))
    }

    @Test func weMayClose() throws {
        var conversation = try opened()
        conversation.send(.text("last"))
        #expect(conversation.close(code: 1000, reason: String(repeating: "é", count: 100), at: Self.begin).isEmpty)
        conversation.send(.text("too late"))
        let reason = Array(String(repeating: "é", count: 61).utf8)
        #expect(conversation.takeOutput() == sent(1, Array("last".utf8)) + sent(8, [0x03, 0xE8] + reason))
        #expect(short(conversation.receive(serverFrame("under way") + serverFrame(8, [0x03, 0xE8]), at: Self.begin)) == ["text under way", "ended 1000 "])
        #expect(conversation.takeOutput().isEmpty)
    }

    @Test func aCloseThatIsNotAnsweredEndsAllTheSame() throws {
        var conversation = try opened(.init(close: .seconds(2)))
        _ = conversation.close(code: 1000, reason: "", at: Self.begin)
        #expect(conversation.tick(at: Self.begin + .seconds(1), isReading: true).isEmpty)
        #expect(short(conversation.tick(at: Self.begin + .seconds(2), isReading: true)) == ["ended 1006 "])
        var other = try opened()
        _ = other.close(code: 1000, reason: "", at: Self.begin)
        #expect(short(other.receiveEnd()) == ["ended 1006 "])
    }

    @Test func anEndWithoutAWordIsALoss() throws {
        var conversation = try opened()
        _ = conversation.receive([0x81, 5, 65], at: Self.begin)
        #expect(short(conversation.receiveEnd()) == ["failed connection_lost"])
        #expect(conversation.receiveEnd().isEmpty)
        var early = try self.conversation()
        #expect(short(early.receiveEnd()) == ["failed connection_lost"])
    }

    // MARK: Time

    @Test func openingTakesItsTimeAndNoMore() throws {
        var conversation = try conversation(.init(connect: .seconds(5)))
        #expect(conversation.deadline(isReading: true) == Self.begin + .seconds(5))
        #expect(short(conversation.tick(at: Self.begin + .seconds(5), isReading: true)) == ["failed timeout"])
    }

    @Test func aSilentServerIsPingedAndGivenUp() throws {
        var conversation = try opened(.init(pingAfter: .seconds(5), pongWithin: .seconds(3)))
        func at(_ seconds: Double) -> ContinuousClock.Instant { Self.begin + .seconds(seconds) }
        #expect(conversation.tick(at: at(4), isReading: true).isEmpty && conversation.takeOutput().isEmpty)
        #expect(conversation.tick(at: at(5), isReading: true).isEmpty)
        #expect(conversation.takeOutput() == sent(9, []))
        #expect(conversation.deadline(isReading: true) == at(8))
        // Anything counts as a sign of life.
        _ = conversation.receive(serverFrame(10, []), at: at(6))
        #expect(conversation.tick(at: at(10), isReading: true).isEmpty && conversation.takeOutput().isEmpty)
        #expect(conversation.tick(at: at(11), isReading: true).isEmpty)
        #expect(conversation.takeOutput() == sent(9, []))
        // While it is held back its silence says nothing.
        #expect(conversation.deadline(isReading: false) == nil)
        #expect(conversation.tick(at: at(100), isReading: false).isEmpty)
        conversation.resumeReading(at: at(100))
        #expect(conversation.deadline(isReading: true) == at(105))
        #expect(conversation.tick(at: at(105), isReading: true).isEmpty)
        #expect(short(conversation.tick(at: at(108), isReading: true)) == ["failed timeout"])
        #expect(conversation.deadline(isReading: true) == nil)
    }
}
