import HTTPServer
import Testing

@Suite(.timeLimit(.minutes(1))) struct StreamingTests {
    @Test func piecesArriveAsTheyAreWritten() async throws {
        let go = Signal()
        var router = Router()
        router.get("/stream") { _ in
            Response(
                headers: [.contentType: "application/x-ndjson"],
                body: .stream { writer in
                    try await writer.write("one\n")
                    await go.wait()
                    try await writer.write("two\n")
                })
        }
        router.get("/known") { _ in Response(body: .stream(length: 6) { try await $0.write("abcdef") }) }
        try await withServer(router) { port, _ in
            let client = try RawClient(port: port)
            try await client.send("GET /stream HTTP/1.1\r\nHost: t\r\n\r\n")
            #expect(try await client.readHead()["transfer-encoding"] == "chunked")
            #expect(try await client.readChunk() == Array("one\n".utf8))
            go.fire()
            #expect(try await client.readChunk() == Array("two\n".utf8))
            #expect(try await client.readChunk().isEmpty)
            let known = try await client.ask("GET", "/known")
            #expect(known["content-length"] == "6" && known.text == "abcdef")
            #expect(try await client.ask("HEAD", "/stream").status == 200)
            #expect(try await client.ask("GET", "/known").text == "abcdef")
        }
    }

    @Test func eventsAreFramed() async throws {
        var router = Router()
        router.get("/events") { _ in
            .events { events in
                try await events.send(event: "text", data: "ligne 1\nligne 2", id: "7")
                try await events.keepAlive()
                try await events.send(data: "")
            }
        }
        try await withServer(router) { port, _ in
            let answer = try await RawClient(port: port).ask("GET", "/events")
            #expect(answer["content-type"] == "text/event-stream; charset=utf-8")
            #expect(answer.text == "event: text\nid: 7\ndata: ligne 1\ndata: ligne 2\n\n: \n\ndata: \n\n")
        }
    }

    @Test func slowReadersParkTheWriter() async throws {
        let written = Collector<Int>()
        var router = Router()
        router.get("/flood") { _ in
            Response(
                body: .stream { writer in
                    for index in 0..<2000 {
                        try await writer.write([UInt8](repeating: UInt8(truncatingIfNeeded: index), count: 16 << 10))
                        written.add(index)
                    }
                })
        }
        try await withServer(router, .init(threads: 1)) { port, _ in
            let client = try RawClient(port: port, receiveBuffer: 8192)
            try await client.send("GET /flood HTTP/1.1\r\nHost: t\r\n\r\n")
            _ = try await client.readHead()
            _ = await written.wait(for: 4)
            var total = 0
            while case let chunk = try await client.readChunk(), !chunk.isEmpty {
                total += chunk.count
                // The kernel's buffers hold a few megabytes; ours 64 KB.
                #expect(written.values.count * (16 << 10) < total + (12 << 20))
            }
            #expect(total == 2000 << 14)
        }
    }

    @Test func leavingCancelsTheHandler() async throws {
        let started = Signal(), cancelled = Signal()
        var router = Router()
        router.get("/slow") { _ in
            started.fire()
            do { try await Task.sleep(for: .seconds(3600)) } catch { cancelled.fire() }
            return .text("")
        }
        try await withServer(router) { port, _ in
            var client: RawClient? = try RawClient(port: port)
            try await client?.send("GET /slow HTTP/1.1\r\nHost: t\r\n\r\n")
            await started.wait()
            client = nil
            await cancelled.wait()
            #expect(cancelled.hasFired)
        }
    }

    @Test func leavingStopsTheStream() async throws {
        let stopped = Collector<Bool>(), aborted = Collector<Bool>()
        var router = Router()
        router.get("/flood") { _ in
            Response(
                body: .stream { writer in
                    defer { stopped.add(true) }
                    while true { try await writer.write([UInt8](repeating: 1, count: 16 << 10)) }
                })
        }
        router.get("/quiet") { _ in
            Response(
                body: .stream { writer in
                    defer { stopped.add(true) }
                    try await writer.write("x")
                    try await Task.sleep(for: .seconds(3600))
                })
        }
        for (index, path) in ["/flood", "/quiet"].enumerated() {
            try await withServer(router, hooks: ServerHooks(completed: { aborted.add($0.isAborted) })) { port, _ in
                let client = try RawClient(port: port)
                try await client.send("GET \(path) HTTP/1.1\r\nHost: t\r\n\r\n")
                _ = try await client.readHead()
                client.reset()
                _ = await stopped.wait(for: index + 1)
            }
        }
        #expect(await aborted.wait(for: 2) == [true, true])
    }

    @Test func aBrokenStreamIsCutNotEnded() async throws {
        struct Broken: Error {}
        var router = Router()
        router.get("/broken") { _ in
            Response(
                body: .stream { writer in
                    try await writer.write("half")
                    throw Broken()
                })
        }
        try await withServer(router) { port, _ in
            let client = try RawClient(port: port)
            try await client.send("GET /broken HTTP/1.1\r\nHost: t\r\n\r\n")
            _ = try await client.readHead()
            let rest = String(decoding: try await client.readToEnd(), as: UTF8.self)
            #expect(!rest.hasSuffix("0\r\n\r\n"))
        }
    }
}
