import Foundation
import HTTPServer
import Lifecycle
import Synchronization
import TestSupport
import Testing

@testable import HTTPClient

extension RawServer.Connection {
    /// Takes the handshake; returns whether there was one.
    @discardableResult
    func upgrade() -> Bool {
        guard let key = readRequest()?.headers["sec-websocket-key"] else { return false }
        return send("HTTP/1.1 101 Go\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: \(WebSocketOpening.accept(key))\r\n\r\n")
    }
}

@Suite(.timeLimit(.minutes(1))) struct WebSocketClientTests {
    /// Runs our own server for the time of `body`, which gets its port.
    func withServer(_ options: WebSocket.Options = .init(), _ handler: @escaping @Sendable (WebSocket) async throws -> Void, _ body: (Int) async throws -> Void)
        async throws
    {
        var router = Router()
        router.get("/ws") { _ in .webSocket(options, handler) }
        let server = try HTTPServer(configuration: .init(threads: 1), router: router, log: .silent)
        try await server.start()
        let shutdown = Shutdown()
        let running = Task { try await server.run(until: shutdown) }
        let result: Result<Void, any Error>
        do { result = .success(try await body(server.boundPort ?? 0)) } catch { result = .failure(error) }
        shutdown.request()
        try await running.value
        try result.get()
    }

    func failure(of body: () async throws -> Void) async -> HTTPClientError.Code? {
        await #expect(throws: HTTPClientError.self) { try await body() }?.code
    }

    // MARK: With our own server

    @Test func whatIsSentComesBack() async throws {
        try await withServer(.init(maximumMessage: 8 << 20)) { socket in
            for try await message in socket.messages { try await socket.send(message) }
        } _: { port in
            let client = try await WebSocketClient("ws://127.0.0.1:\(port)/ws")
            for count in [0, 1, 125, 126, 65535, 65536, 5_000_000] {
                let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
                try await client.send(.binary(bytes))
                #expect(try await client.receive() == .binary(bytes))
            }
            try await client.send("quelle heure est-il à Tokyo ? 🗼")
            #expect(try await client.receive() == .text("quelle heure est-il à Tokyo ? 🗼"))
            client.close()
            #expect(try await client.receive() == nil)
            #expect(client.closing == .init(code: 1000))
            #expect(await failure { try await client.send("late") } == .connectionLost)
        }
    }

    @Test func aSubprotocolAndHeadersGoWithIt() async throws {
        try await withServer(.init(subprotocols: ["b"])) { socket in
            try await socket.send("\(socket.request.headers["X-A"] ?? "-") \(socket.subprotocol ?? "-")")
        } _: { port in
            let client = try await WebSocketClient("http://localhost:\(port)/ws", settings: .init(headers: ["X-A": "1"], subprotocols: ["a", "b"]))
            #expect(client.subprotocol == "b")
            #expect(try await client.receive() == .text("1 b"))
            #expect(try await client.receive() == nil)
        }
    }

    @Test func theServersReasonIsTold() async throws {
        try await withServer { socket in
            socket.close(.policyViolation, reason: "assez")
        } _: { port in
            let client = try await WebSocketClient("ws://127.0.0.1:\(port)/ws")
            #expect(try await client.receive() == nil)
            #expect(client.closing == .init(code: 1008, reason: "assez"))
            let error = await failure { _ = try await WebSocketClient("ws://127.0.0.1:\(port)/elsewhere") }
            #expect(error == .badResponse)
        }
    }

    @Test func manyMessagesKeepTheirOrderBothWays() async throws {
        try await withServer { socket in
            for try await message in socket.messages { try await socket.send(message) }
        } _: { port in
            let client = try await WebSocketClient("ws://127.0.0.1:\(port)/ws")
            async let sent: Void = {
                for number in 0..<5000 { try await client.send(String(number)) }
            }()
            for number in 0..<5000 { #expect(try await client.receive() == .text(String(number))) }
            try await sent
        }
    }

    @Test func aSlowReaderHoldsTheServerBack() async throws {
        let sent = Atomic(0), total = 600
        try await withServer { socket in
            for _ in 0..<total {
                try await socket.send([UInt8](repeating: 7, count: 64 << 10))
                sent.wrappingAdd(1, ordering: .relaxed)
            }
        } _: { port in
            let client = try await WebSocketClient("ws://127.0.0.1:\(port)/ws")
            for number in 0..<total {
                #expect(try await client.receive() == .binary([UInt8](repeating: 7, count: 64 << 10)))
                // The kernel's buffers hold a few megabytes, ours one.
                #expect(sent.load(ordering: .relaxed) < number + 300)
            }
            #expect(try await client.receive() == nil)
        }
    }

    @Test func aSlowServerParksTheSender() async throws {
        let go = Signal<Void>(), got = Atomic(0)
        try await withServer { socket in
            await go.value
            for try await message in socket.messages {
                if case .binary(let bytes) = message { got.wrappingAdd(bytes.count, ordering: .relaxed) }
                if got.load(ordering: .relaxed) == 600 * 64 << 10 { return }
            }
        } _: { port in
            let client = try await WebSocketClient("ws://127.0.0.1:\(port)/ws")
            let count = Atomic(0)
            let sending = Task {
                for _ in 0..<600 {
                    try await client.send(.binary([UInt8](repeating: 7, count: 64 << 10)))
                    if count.wrappingAdd(1, ordering: .relaxed).newValue == 16 { go.set(()) }
                }
            }
            try await sending.value
            #expect(try await client.receive() == nil)
            #expect(got.load(ordering: .relaxed) == 600 * 64 << 10)
        }
    }

    @Test func whoDoesNotWaitIsToldThatTooMuchWaits() async throws {
        let go = Signal<Void>()
        try await withServer { socket in
            await go.value
        } _: { port in
            let client = try await WebSocketClient("ws://127.0.0.1:\(port)/ws")
            var refused: HTTPClientError?
            for _ in 0..<1000 where refused == nil {
                do throws(HTTPClientError) { try client.post(.binary([UInt8](repeating: 7, count: 64 << 10))) } catch { refused = error }
            }
            #expect(refused?.code == .busy)
            go.set(())
        }
    }

    // MARK: With servers that break the rules

    @Test(arguments: [
        ("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", HTTPClientError.Code.badResponse), ("SSH-2.0-OpenSSH_9.2\r\n\r\n", .badResponse),
        ("", .connectionLost),
        (
            "HTTP/1.1 101 Go\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n\r\n", .badResponse
        ),
    ])
    func onlyAWebSocketIsTaken(answer: String, code: HTTPClientError.Code) async throws {
        let server = try RawServer {
            _ = $0.readRequest(); $0.send(answer)
        }
        #expect(await failure { _ = try await WebSocketClient(server.url) } == code)
    }

    @Test func nobodyThere() async throws {
        let port = try RawServer { _ in RawServer.answer() }.port  // Closed at once: nobody listens there.
        #expect(await failure { _ = try await WebSocketClient("ws://127.0.0.1:\(port)") } == .refused)
        #expect(await failure { _ = try await WebSocketClient("ws://nowhere.invalid/") } == .dns)
    }

    @Test func aServerThatSaysNothingIsGivenUp() async throws {
        let server = try RawServer {
            _ = $0.readRequest(); _ = $0.waitForHangUp()
        }
        #expect(await failure { _ = try await WebSocketClient(server.url, settings: .init(limits: .init(connect: .milliseconds(50)))) } == .timeout)
    }

    @Test func openingCanBeCancelled() async throws {
        let hungUp = Signal<Bool>()
        let server = try RawServer {
            _ = $0.readRequest(); hungUp.set($0.waitForHangUp())
        }
        let url = server.url
        let task = Task { _ = try await WebSocketClient(url) }
        while server.requests.isEmpty { await Task.yield() }
        task.cancel()
        #expect(await failure { try await task.value } == .cancelled)
        #expect(await hungUp.value)
    }

    @Test(arguments: [
        (serverFrame(3, []), HTTPClientError.Code.badResponse), (serverFrame(1, [0xFF]), .badResponse), (serverFrame(1, [65], isMasked: true), .badResponse),
        (serverFrame(2, [UInt8](repeating: 0, count: 1001)), .tooLarge), ([0x81, 5, 65], .connectionLost), ([], .connectionLost),
        (Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8), .badResponse),
    ])
    func breachesAndLossesAreErrors(bytes: [UInt8], code: HTTPClientError.Code) async throws {
        let server = try RawServer {
            $0.upgrade()
            $0.send(serverFrame("before"))
            $0.send(bytes)
        }
        let client = try await WebSocketClient(server.url, settings: .init(limits: .init(message: 1000)))
        #expect(try await client.receive() == .text("before"))
        #expect(await failure { _ = try await client.receive() } == code)
        #expect(await failure { _ = try await client.receive() } == code)
        #expect(await failure { try await client.send("x") } == code)
        #expect(client.closing == nil)
    }

    @Test func partsOfAMessageAreJoined() async throws {
        let server = try RawServer {
            $0.upgrade()
            $0.send(serverFrame(1, Array("ç".utf8.prefix(1)), isFinal: false))
            $0.send(serverFrame(9, Array("p".utf8)))
            $0.send(serverFrame(0, Array("ça va".utf8.dropFirst(1))))
            $0.send(serverFrame(8, [0x03, 0xE8]))
            while !$0.read().isEmpty {}
        }
        let client = try await WebSocketClient(server.url)
        #expect(try await client.receive() == .text("ça va"))
        #expect(try await client.receive() == nil)
    }

    @Test func aDeadServerIsNoticed() async throws {
        let pinged = Signal<Bool>()
        let server = try RawServer {
            $0.upgrade()
            pinged.set($0.read().first == 0x89)
            _ = $0.waitForHangUp()
        }
        let client = try await WebSocketClient(server.url, settings: .init(limits: .init(pingAfter: .milliseconds(30), pongWithin: .milliseconds(30))))
        #expect(await failure { _ = try await client.receive() } == .timeout)
        #expect(await pinged.value)
    }

    @Test func waitingCanBeCancelledAndTakenUpAgain() async throws {
        let go = Signal<Void>()
        let server = try RawServer {
            $0.upgrade()
            go.wait()
            $0.send(serverFrame("at last"))
            _ = $0.waitForHangUp()
        }
        let client = try await WebSocketClient(server.url)
        let task = Task { _ = try await client.receive() }
        task.cancel()
        #expect(await failure { try await task.value } == .cancelled)
        go.set(())
        #expect(try await client.receive() == .text("at last"))
    }

    @Test func theConnectionGoesWithTheLastReference() async throws {
        let hungUp = Signal<Bool>()
        let server = try RawServer {
            $0.upgrade()
            hungUp.set($0.waitForHangUp())
        }
        var client: WebSocketClient? = try await WebSocketClient(server.url)
        #expect(client?.closing == nil)
        client = nil
        #expect(await hungUp.value)
    }
}
