import HTTPServer
import Testing

@Suite(.timeLimit(.minutes(1))) struct WebSocketTests {
    private func router(_ options: WebSocket.Options = .init(), ended: Collector<WebSocket.CloseCode?> = Collector()) -> Router {
        var router = Router()
        router.get("/ws") { request in
            if request.headers[.origin] == "https://evil.example" { throw HTTPError(.forbidden, detail: "Not from there.") }
            return .webSocket(options) { socket in
                defer { ended.add(socket.closeCode) }
                for try await message in socket.messages { try await socket.send(message) }
            }
        }
        router.get("/bye") { _ in .webSocket { $0.close(.policyViolation, reason: "assez") } }
        router.get("/throws") { _ in .webSocket { _ in throw HTTPError(.badRequest, detail: "x") } }
        router.get("/plain") { _ in .text("plain") }
        return router
    }

    @Test func theHandshakeFollowsTheProtocol() async throws {
        try await withServer(router(.init(subprotocols: ["jarvis.v2", "jarvis.v1"]))) { port, _ in
            let client = try await WebSocketClient(port: port, headers: ["Sec-WebSocket-Protocol: other, jarvis.v1, jarvis.v2"])
            #expect(client.answer.status == 101)
            #expect(client.answer["sec-websocket-accept"] == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
            #expect(client.answer["sec-websocket-protocol"] == "jarvis.v1")
            let raw = try RawClient(port: port)
            #expect(try await raw.ask("GET", "/ws").status == 426)
            let old = try await raw.ask(
                "GET", "/ws", headers: ["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 8"])
            #expect(old.status == 426 && old["sec-websocket-version"] == "13")
            #expect(try await raw.ask("GET", "/ws", headers: ["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13"]).status == 400)
            #expect(try await WebSocketClient(port: port, headers: ["Origin: https://evil.example"]).answer.status == 403)
            #expect(try await WebSocketClient(port: port, "/plain").answer.status == 200)
        }
    }

    @Test func textAndBinaryOfEveryLengthComeBack() async throws {
        try await withServer(router(.init(maximumMessage: 1 << 20))) { port, _ in
            let client = try await WebSocketClient(port: port)
            for count in [0, 1, 125, 126, 127, 65535, 65536, 300_000] {
                let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
                try await client.send(2, bytes)
                #expect(try await client.receive() == .init(opcode: 2, payload: bytes))
            }
            try await client.send("quelle heure est-il à Tokyo ? 🗼")
            #expect(try await client.receive().text == "quelle heure est-il à Tokyo ? 🗼")
        }
    }

    @Test func framesSentWithTheHandshakeAreNotLost() async throws {
        try await withServer(router()) { port, _ in
            let raw = try RawClient(port: port)
            let head =
                "GET /ws HTTP/1.1\r\nHost: t\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
            try await raw.send(Array(head.utf8) + WebSocketClient.encode(.init(opcode: 1, payload: Array("early".utf8))))
            #expect(try await raw.readHead().status == 101)
            #expect(try await raw.read(7) == [0x81, 5] + Array("early".utf8))
        }
    }

    @Test func fragmentsAreJoinedAndControlFramesMayComeBetween() async throws {
        try await withServer(router()) { port, _ in
            let client = try await WebSocketClient(port: port)
            try await client.send(1, Array("ça ".utf8.prefix(1)), isFinal: false)
            try await client.send(9, Array("ping".utf8))
            try await client.send(0, Array("ça ".utf8.dropFirst(1)), isFinal: false)
            try await client.send(0, Array("va".utf8))
            #expect(try await client.receive() == .init(opcode: 10, payload: Array("ping".utf8)))
            #expect(try await client.receive().text == "ça va")
        }
    }

    /// What each breach of the protocol is answered with.
    @Test(arguments: [
        ("unmasked", 1002), ("reserved bit", 1002), ("reserved opcode", 1002), ("long ping", 1002), ("fragmented ping", 1002),
        ("stray continuation", 1002), ("invalid UTF-8", 1007), ("too big", 1009), ("close code 1005", 1002),
    ])
    func breachesEndWithTheRightCode(_ breach: String, _ code: Int) async throws {
        let ended = Collector<WebSocket.CloseCode?>()
        try await withServer(router(.init(maximumMessage: 1000), ended: ended)) { port, _ in
            let client = try await WebSocketClient(port: port)
            switch breach {
            case "unmasked": try await client.send(1, [65], isMasked: false)
            case "reserved bit": try await client.send(1, [65], reserved: 4)
            case "reserved opcode": try await client.send(3, [65])
            case "long ping": try await client.send(9, [UInt8](repeating: 65, count: 126))
            case "fragmented ping": try await client.send(9, [65], isFinal: false)
            case "stray continuation": try await client.send(0, [65])
            case "invalid UTF-8": try await client.send(1, [0xC3, 0x28])
            case "too big": try await client.send(2, [UInt8](repeating: 65, count: 1001))
            default: try await client.send(8, [0x03, 0xED])
            }
            let frame = try await client.receive()
            #expect(frame.opcode == 8 && frame.closeCode == code)
            #expect(try await client.raw.readToEnd().isEmpty)
            #expect(await ended.wait(for: 1).count == 1)
        }
    }

    @Test func theClosingHandshakeIsAnswered() async throws {
        let ended = Collector<WebSocket.CloseCode?>()
        try await withServer(router(ended: ended)) { port, _ in
            let client = try await WebSocketClient(port: port)
            try await client.send(8, [0x03, 0xE8] + Array("bye".utf8))
            #expect(try await client.receive().closeCode == 1000)
            #expect(try await client.raw.readToEnd().isEmpty)
            #expect(await ended.wait(for: 1) == [.normal])
            let second = try await WebSocketClient(port: port, "/bye")
            let frame = try await second.receive()
            #expect(frame.closeCode == 1008 && String(decoding: frame.payload.dropFirst(2), as: UTF8.self) == "assez")
            try await second.send(8, frame.payload)
            #expect(try await second.raw.readToEnd().isEmpty)
            #expect(try await WebSocketClient(port: port, "/throws").receive().closeCode == 1011)
        }
    }

    @Test func aLostConnectionEndsTheHandler() async throws {
        let ended = Collector<WebSocket.CloseCode?>()
        try await withServer(router(ended: ended)) { port, _ in
            let client = try await WebSocketClient(port: port)
            client.raw.reset()
            #expect(await ended.wait(for: 1) == [.abnormal])
        }
    }

    @Test func silentPeersArePingedAndGivenUp() async throws {
        var configuration = HTTPServer.Configuration(threads: 1)
        configuration.deadlines.head = .milliseconds(40)
        let ended = Collector<WebSocket.CloseCode?>()
        try await withServer(router(.init(pingInterval: .milliseconds(50)), ended: ended), configuration) { port, _ in
            let client = try await WebSocketClient(port: port)
            #expect(try await client.receive().opcode == 9)
            #expect(await ended.wait(for: 1) == [.abnormal])
        }
    }

    /// A client that does not read parks the sender; nothing is lost when it reads again.
    @Test func slowReadersParkTheSender() async throws {
        let sent = Collector<Int>()
        var router = Router()
        router.get("/ws") { _ in
            .webSocket { socket in
                for index in 0..<400 {
                    try await socket.send([UInt8](repeating: UInt8(truncatingIfNeeded: index), count: 32 << 10))
                    sent.add(index)
                }
            }
        }
        try await withServer(router, .init(threads: 1)) { port, _ in
            let client = try await WebSocketClient(port: port, receiveBuffer: 8192)
            _ = await sent.wait(for: 2)
            for index in 0..<400 {
                let frame = try await client.receive()
                #expect(frame.payload.count == 32 << 10 && frame.payload.first == UInt8(truncatingIfNeeded: index))
                // The kernel's buffers hold a few megabytes; ours 64 KB.
                #expect(sent.values.count < index + 300)
            }
            #expect(try await client.receive().closeCode == 1000)
        }
    }

    /// A handler that does not read stops the client; nothing is lost when it goes on.
    @Test func slowHandlersStopTheClient() async throws {
        let go = Signal()
        let got = Collector<Int>()
        var router = Router()
        router.get("/ws") { _ in
            .webSocket { socket in
                await go.wait()
                for try await message in socket.messages {
                    if case .binary(let bytes) = message { got.add(bytes.count) }
                }
            }
        }
        try await withServer(router, .init(threads: 1)) { port, _ in
            let client = try await WebSocketClient(port: port)
            let sending = Task {
                for _ in 0..<300 { try await client.send(2, [UInt8](repeating: 7, count: 10_000)) }
            }
            go.fire()
            try await sending.value
            #expect(await got.wait(for: 300).allSatisfy { $0 == 10_000 })
        }
    }

    /// Floods that keep to the protocol.
    @Test(arguments: ["messages", "pings", "empty fragments"]) func floodsEndWithPolicyViolation(_ flood: String) async throws {
        let ended = Collector<WebSocket.CloseCode?>()
        let options = WebSocket.Options(maximumRate: flood == "empty fragments" ? 1_000_000 : 20)
        try await withServer(router(options, ended: ended)) { port, _ in
            let client = try await WebSocketClient(port: port)
            switch flood {
            case "messages": for _ in 0..<200 { try await client.send(1, [65]) }
            case "pings": for _ in 0..<200 { try await client.send(9, []) }
            default:
                try await client.send(1, [], isFinal: false)
                let fragment = WebSocketClient.encode(.init(isFinal: false, opcode: 0, payload: []))
                try await client.raw.send([[UInt8]](repeating: fragment, count: 2000).flatMap { $0 })
            }
            var frame = try await client.receive()
            while frame.opcode != 8 { frame = try await client.receive() }
            #expect(frame.closeCode == 1008)
            #expect(await ended.wait(for: 1) == [.policyViolation])
        }
    }

    @Test func aFastTalkerWithinTheLimitIsServed() async throws {
        try await withServer(router(.init(maximumRate: 100))) { port, _ in
            let client = try await WebSocketClient(port: port)
            for index in 0..<400 {
                try await client.send("\(index)")
                #expect(try await client.receive().text == "\(index)")
            }
        }
    }

    /// What is announced is not believed: nothing is set aside for it.
    @Test(arguments: [UInt64(70_000), 1 << 32, 1 << 62, .max]) func giantLengthsAreRefusedAtOnce(_ length: UInt64) async throws {
        try await withServer(router(.init(maximumMessage: 1000))) { port, _ in
            let client = try await WebSocketClient(port: port)
            try await client.raw.send([0x82, 0xFF] + (0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * UInt64($0))) } + [1, 2, 3, 4, 5])
            let frame = try await client.receive()
            #expect(frame.opcode == 8 && frame.closeCode == (length == .max ? 1002 : 1009))
            #expect(try await client.raw.readToEnd().isEmpty)
        }
    }

    @Test func openAndClosedAreCounted() async throws {
        let changes = Collector<Int>()
        try await withServer(router(), .init(threads: 1), hooks: ServerHooks(webSockets: { changes.add($0) })) { port, _ in
            let client = try await WebSocketClient(port: port)
            try await client.send(8, [0x03, 0xE8])
            _ = try await client.raw.readToEnd()
            #expect(await changes.wait(for: 2) == [1, -1])
        }
    }
}
