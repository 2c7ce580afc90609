import Testing

@testable import HTTPServer

@Suite(.timeLimit(.minutes(1))) struct SlowReaderTests {
    private static let second: UInt64 = 1_000_000_000

    private var deadlines: HTTPServer.Deadlines {
        var deadlines = HTTPServer.Deadlines()
        deadlines.answer = .seconds(30)
        deadlines.answerRate = 1000
        deadlines.unread = .seconds(60)
        return deadlines
    }

    /// Takes `rate` bytes a second of an endless answer, is looked at each second.
    /// - Returns: the second in which it is cut off, if it is.
    private func cutOff(rate: UInt64, isStream: Bool, pausesAfter: UInt64 = .max, waiting: UInt64 = 1, seconds: UInt64 = 600) -> UInt64? {
        var reader = SlowReader(isStream: isStream)
        // What earlier answers on the connection took does not count.
        for second in 1...seconds {
            let progress = SlowReader.Progress(taken: 1_000_000 + rate * min(second, pausesAfter), waiting: waiting)
            if reader.isTooSlow(progress, now: (5 + second) * Self.second, deadlines) { return second }
        }
        return nil
    }

    @Test func aLeastRateIsAskedOfAnswers() {
        #expect(cutOff(rate: 1200, isStream: false) == nil)
        #expect(cutOff(rate: 1, isStream: false) == 32)
        #expect(cutOff(rate: 500, isStream: false).map { (55...62).contains($0) } == true)
        #expect(cutOff(rate: 0, isStream: false) == 32)
    }

    @Test func streamsMayBeSlowButMustMove() {
        #expect(cutOff(rate: 1, isStream: true) == nil)
        #expect(cutOff(rate: 1, isStream: true, pausesAfter: 100) == 161)
        #expect(cutOff(rate: 0, isStream: true) == 62)
        // Nothing waits for it: a quiet stream.
        #expect(cutOff(rate: 0, isStream: true, waiting: 0) == nil)
    }

    private static var impatient: HTTPServer.Configuration {
        var configuration = HTTPServer.Configuration.patient
        configuration.threads = 1
        configuration.deadlines.answer = .milliseconds(200)
        configuration.deadlines.unread = .milliseconds(200)
        return configuration
    }

    @Test(arguments: ["/big", "/stream"]) func whoDoesNotReadIsCutOff(_ path: String) async throws {
        let aborted = Collector<Bool>()
        var router = Router()
        router.get("/big") { _ in Response(body: .bytes([UInt8](repeating: 1, count: 32 << 20))) }
        router.get("/stream") { _ in
            Response(body: .stream { writer in while true { try await writer.write([UInt8](repeating: 1, count: 16 << 10)) } })
        }
        try await withServer(router, Self.impatient, hooks: ServerHooks(completed: { aborted.add($0.isAborted) })) { port, _ in
            let client = try RawClient(port: port, receiveBuffer: 8192)
            try await client.send("GET \(path) HTTP/1.1\r\nHost: t\r\n\r\n")
            #expect(await aborted.wait(for: 1) == [true])
        }
    }

    /// A stream with nothing to say for long is none of a slow reader's business.
    @Test func quietStreamsLive() async throws {
        let go = Signal()
        var router = Router()
        router.get("/quiet") { _ in
            Response(
                body: .stream { writer in
                    try await writer.write("a")
                    await go.wait()
                    try await writer.write("b")
                })
        }
        router.get("/big") { _ in Response(body: .bytes([UInt8](repeating: 1, count: 32 << 20))) }
        let completed = Collector<Bool>()
        try await withServer(router, Self.impatient, hooks: ServerHooks(completed: { completed.add($0.isAborted) })) { port, _ in
            let client = try RawClient(port: port)
            try await client.send("GET /quiet HTTP/1.1\r\nHost: t\r\n\r\n")
            _ = try await client.readHead()
            #expect(try await client.readChunk() == [97])
            // Somebody else comes later, does not read and is cut off: enough time has passed for both.
            let other = try RawClient(port: port, receiveBuffer: 8192)
            try await other.send("GET /big HTTP/1.1\r\nHost: t\r\n\r\n")
            #expect(await completed.wait(for: 1) == [true])
            go.fire()
            #expect(try await client.readChunk() == [98])
        }
    }

    @Test func webSocketsThatAreNotReadAreGivenUp() async throws {
        let ended = Collector<WebSocket.CloseCode?>()
        var router = Router()
        router.get("/ws") { _ in
            .webSocket { socket in
                defer { ended.add(socket.closeCode) }
                while true { try await socket.send([UInt8](repeating: 1, count: 32 << 10)) }
            }
        }
        try await withServer(router, Self.impatient) { port, _ in
            let client = try await WebSocketClient(port: port, receiveBuffer: 8192)
            // It is alive, and says so.
            try await client.send("still here")
            #expect(await ended.wait(for: 1) == [.abnormal])
        }
    }
}
