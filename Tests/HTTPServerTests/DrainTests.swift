import HTTPServer
import Lifecycle
import Testing

@Suite(.timeLimit(.minutes(1))) struct DrainTests {
    /// A server that a test stops by itself.
    private func started(_ router: Router, grace: Duration = .seconds(8)) async throws -> (port: Int, shutdown: Shutdown, running: Task<Void, any Error>) {
        var configuration = HTTPServer.Configuration(threads: 2)
        configuration.grace = grace
        let server = try HTTPServer(configuration: configuration, router: router, log: .silent)
        try await server.start()
        let shutdown = Shutdown()
        return (server.boundPort ?? 0, shutdown, Task { try await server.run(until: shutdown) })
    }

    @Test func whatIsInFlightIsFinished() async throws {
        let started = Collector<Int>(), go = Signal()
        var router = Router()
        router.get("/slow") { _ in
            started.add(1)
            await go.wait()
            return .text("done")
        }
        router.get("/stream") { _ in
            Response(
                body: .stream { writer in
                    try await writer.write("a")
                    started.add(1)
                    await go.wait()
                    try await writer.write("b")
                })
        }
        let (port, shutdown, running) = try await self.started(router)
        let idle = try RawClient(port: port)
        #expect(try await idle.ask("GET", "/nothing").status == 404)
        var clients: [RawClient] = []
        for index in 0..<8 {
            let client = try RawClient(port: port)
            try await client.send("GET \(index % 2 == 0 ? "/slow" : "/stream") HTTP/1.1\r\nHost: t\r\n\r\n")
            clients.append(client)
        }
        _ = await started.wait(for: 8)
        shutdown.request()
        // Idle connections are closed at once, new ones are refused.
        #expect(try await idle.readToEnd().isEmpty)
        // One event loop may close its listening socket a moment after the other.
        var isRefused = false
        for _ in 0..<100_000 where !isRefused {
            isRefused = (try? RawClient(port: port)) == nil
            await Task.yield()
        }
        #expect(isRefused)
        go.fire()
        for (index, client) in clients.enumerated() {
            let answer = try await client.readAnswer()
            #expect(answer.text == (index % 2 == 0 ? "done" : "ab"))
            if index % 2 == 0 { #expect(answer["connection"]?.lowercased() == "close") }
            #expect(try await client.readToEnd().isEmpty)
        }
        try await running.value
    }

    @Test func theGracePeriodEnds() async throws {
        let started = Signal(), cancelled = Signal()
        var router = Router()
        router.get("/endless") { _ in
            started.fire()
            do { try await Task.sleep(for: .seconds(3600)) } catch { cancelled.fire() }
            return .text("late")
        }
        let (port, shutdown, running) = try await self.started(router, grace: .milliseconds(50))
        let client = try RawClient(port: port)
        try await client.send("GET /endless HTTP/1.1\r\nHost: t\r\n\r\n")
        await started.wait()
        shutdown.request()
        try await running.value
        await cancelled.wait()
        #expect(((try? await client.readToEnd()) ?? []).isEmpty)
    }

    @Test func webSocketsAreToldToGo() async throws {
        var router = Router()
        let ended = Collector<WebSocket.CloseCode?>()
        router.get("/ws") { _ in
            .webSocket { socket in
                for try await _ in socket.messages {}
                ended.add(socket.closeCode)
            }
        }
        let (port, shutdown, running) = try await self.started(router)
        let client = try await WebSocketClient(port: port)
        shutdown.request()
        let frame = try await client.receive()
        #expect(frame.opcode == 8 && frame.closeCode == 1001)
        try await client.send(8, frame.payload)
        #expect(try await client.raw.readToEnd().isEmpty)
        try await running.value
        #expect(await ended.wait(for: 1) == [.goingAway])
    }

    /// Clients that keep asking while the server stops: every request that got as far as the server is answered whole.
    @Test func nothingIsLostUnderLoad() async throws {
        var router = Router()
        router.post("/count") { .text(String($0.body.count)) }
        let (port, shutdown, running) = try await self.started(router)
        let answered = Collector<Int>()
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let client = try RawClient(port: port)
                    var torn = 0
                    while true {
                        do { try await client.send("POST /count HTTP/1.1\r\nHost: t\r\nContent-Length: 4\r\n\r\nabcd") } catch { return torn }
                        guard let head = try? await client.readHead() else { return torn }
                        guard head.status == 200, head["content-length"] == "1", (try? await client.read(1)) == Array("4".utf8) else { torn += 1; return torn }
                        answered.add(1)
                    }
                }
            }
            _ = await answered.wait(for: 200)
            shutdown.request()
            for try await torn in group { #expect(torn == 0) }
        }
        try await running.value
    }
}
