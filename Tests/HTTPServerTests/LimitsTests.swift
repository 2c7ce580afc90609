import HTTPServer
import Testing

@Suite(.timeLimit(.minutes(1))) struct LimitsTests {
    private static var router: Router {
        var router = Router()
        router.get("/ok") { _ in .text("ok") }
        router.post("/echo") { .text(String($0.body.count)) }
        return router
    }

    private static let host = "Host: t\r\n"

    /// Requests that must be refused, and with what. Those with 0 may be answered with any 4xx or 5xx, or just be cut.
    private static let malformed: [(name: String, text: String, status: Int)] = [
        ("length and chunked", "POST /echo HTTP/1.1\r\n\(host)Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        ("two lengths", "POST /echo HTTP/1.1\r\n\(host)Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400),
        ("two equal lengths", "POST /echo HTTP/1.1\r\n\(host)Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", 400),
        ("signed length", "POST /echo HTTP/1.1\r\n\(host)Content-Length: +3\r\n\r\nabc", 400),
        ("list of lengths", "POST /echo HTTP/1.1\r\n\(host)Content-Length: 3, 3\r\n\r\nabc", 400),
        ("huge length", "POST /echo HTTP/1.1\r\n\(host)Content-Length: 99999999999999999999999\r\n\r\n", 413),
        ("other coding", "POST /echo HTTP/1.1\r\n\(host)Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501),
        ("two codings", "POST /echo HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        ("chunked in 1.0", "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        ("no host", "GET /ok HTTP/1.1\r\n\r\n", 400),
        ("another host in the target", "GET http://other/ok HTTP/1.1\r\nHost: t\r\n\r\n", 400),
        ("two hosts", "GET /ok HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
        ("folded line", "GET /ok HTTP/1.1\r\n\(host)X: a\r\n b\r\n\r\n", 400),
        ("folded first line", "GET /ok HTTP/1.1\r\n X: a\r\n\(host)\r\n", 400),
        ("bare LF after the request line", "GET /ok HTTP/1.1\nHost: t\r\n\r\n", 400),
        ("bare LF after a field", "GET /ok HTTP/1.1\r\nHost: t\nX: y\r\n\r\n", 400),
        ("bare LF after the last field", "GET /ok HTTP/1.1\r\nHost: t\n\r\n", 400),
        ("bare LF at the end", "GET /ok HTTP/1.1\r\nHost: t\r\n\n", 400),
        ("bare CR", "GET /ok HTTP/1.1\r\nHost: t\rX: y\r\n\r\n", 400),
        ("space before the colon", "GET /ok HTTP/1.1\r\nHost : t\r\n\r\n", 400),
        ("no name", "GET /ok HTTP/1.1\r\n\(host): x\r\n\r\n", 400),
        ("no colon", "GET /ok HTTP/1.1\r\n\(host)X\r\n\r\n", 400),
        ("name with a bracket", "GET /ok HTTP/1.1\r\n\(host)X[1]: y\r\n\r\n", 400),
        ("NUL in a value", "GET /ok HTTP/1.1\r\n\(host)X: a\0b\r\n\r\n", 400),
        ("NUL in the path", "GET /o\0k HTTP/1.1\r\n\(host)\r\n", 400),
        ("encoded NUL", "GET /o%00k HTTP/1.1\r\n\(host)\r\n", 400),
        ("invalid UTF-8", "GET /%C3%28 HTTP/1.1\r\n\(host)\r\n", 400),
        ("broken escape", "GET /%2 HTTP/1.1\r\n\(host)\r\n", 400),
        ("space in the path", "GET /o k HTTP/1.1\r\n\(host)\r\n", 400),
        ("two spaces", "GET  /ok HTTP/1.1\r\n\(host)\r\n", 400),
        ("tab in the path", "GET /o\tk HTTP/1.1\r\n\(host)\r\n", 400),
        ("fragment", "GET /ok#x HTTP/1.1\r\n\(host)\r\n", 400),
        ("relative path", "GET ok HTTP/1.1\r\n\(host)\r\n", 400),
        ("odd method", "G@T /ok HTTP/1.1\r\n\(host)\r\n", 400),
        ("lower-case version", "GET /ok http/1.1\r\n\(host)\r\n", 0),
        ("version 2", "GET /ok HTTP/2.0\r\n\(host)\r\n", 505),
        ("long field", "GET /ok HTTP/1.1\r\n\(host)X: \(String(repeating: "x", count: 9000))\r\n\r\n", 431),
        ("endless field", "GET /ok HTTP/1.1\r\n\(host)X: \(String(repeating: "x", count: 60_000))\r\n\r\n", 431),
        ("endless path", "GET /\(String(repeating: "x", count: 60_000)) HTTP/1.1\r\n\(host)\r\n", 414),
        ("broken chunk", "POST /echo HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\nxyz\r\n\r\n", 411),
        ("bare LF after a chunk", "POST /echo HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n3\nabc\n0\n\n", 411),
        (
            "long chunk extension",
            "POST /echo HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n3;\(String(repeating: "x", count: 5000))\r\nabc\r\n0\r\n\r\n", 411
        ),
        (
            "length in the trailer",
            "POST /echo HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nContent-Length: 40\r\n\r\n", 411
        ),
        ("chunks after GET", "GET /ok HTTP/1.1\r\n\(host)Transfer-Encoding: Chunked\r\n\r\n0\r\n\r\n", 411),
        ("TLS on a plain port", "\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\u{1}\u{3}\r\n\r\n", 0),
    ]

    @Test func malformedRequestsAreRefused() async throws {
        try await withServer(Self.router) { port, _ in
            for (name, text, status) in Self.malformed {
                let client = try RawClient(port: port)
                // A second request hides behind: it must not be answered.
                try await client.send(text + (status == 0 ? "" : "GET /ok HTTP/1.1\r\nHost: smuggled\r\n\r\n"))
                if status == 0 { client.shutdownWrite() }
                let answer = String(decoding: (try? await client.readToEnd()) ?? [], as: UTF8.self)
                if status != 0 { #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(name): \(answer.prefix(300))") }
                #expect(!answer.contains(" 200 OK"), "\(name): \(answer.prefix(300))")
                // libmicrohttpd 0.9.75 refuses these itself and then writes its answer twice.
                let isRefusedBelow = ["signed length", "list of lengths", "huge length"].contains(name)
                #expect(answer.components("HTTP/1.1 ") <= (isRefusedBelow ? 2 : 1), "\(name)")
            }
            #expect(try await RawClient(port: port).ask("GET", "/ok").text == "ok")
        }
    }

    @Test func unusualButCorrectRequestsAreServed() async throws {
        try await withServer(Self.router) { port, _ in
            let client = try RawClient(port: port)
            for text in [
                "\r\nGET /ok HTTP/1.1\r\nHost: t\r\n\r\n", "GET http://t.example:80/ok HTTP/1.1\r\nHost: t.example\r\n\r\n",
                "GET /ok HTTP/1.1\r\nhOsT:t\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost: t\r\nX:\r\nY: \t z \t\r\n\r\n", "GET /ok? HTTP/1.1\r\nHost: t\r\n\r\n",
                "GET /ok?a=%zz&b HTTP/1.1\r\nHost: t\r\n\r\n",
                "GET /%6F%6b HTTP/1.1\r\nHost: t\r\n\r\n",
            ] {
                try await client.send(text)
                #expect(try await client.readAnswer().text == "ok", "\(text)")
            }
        }
    }

    /// Correct requests with bytes changed, left out and doubled, from a fixed seed: the server must live, and serve the next one.
    @Test func mutatedRequestsDoNoHarm() async throws {
        struct SplitMix: RandomNumberGenerator {
            var state: UInt64
            mutating func next() -> UInt64 {
                state &+= 0x9E37_79B9_7F4A_7C15
                var z = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
                z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
                return z ^ z >> 31
            }
        }
        var random = SplitMix(state: 20261121)
        let seeds = [
            "GET /ok?x=1 HTTP/1.1\r\nHost: t\r\nAccept: */*\r\n\r\n", "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\n\r\nhello",
            "POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
            "POST /echo HTTP/1.1\r\nHost: t\r\nX-Forwarded-For: 192.0.2.1, [2001:db8::1]:80\r\nForwarded: for=\"[::1]:8\";proto=http, for=1.2.3.4\r\n\r\n",
            "GET /ok HTTP/1.1\r\nHost: t\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
        ].map { Array($0.utf8) }
        var configuration = HTTPServer.Configuration(threads: 2)
        configuration.limits.connectionsPerAddress = 10_000
        configuration.deadlines.head = .milliseconds(40)
        try await withServer(Self.router, configuration) { port, _ in
            for round in 0..<600 {
                var bytes = seeds[round % seeds.count]
                for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
                    let index = Int.random(in: 0..<bytes.count, using: &random)
                    switch Int.random(in: 0..<4, using: &random) {
                    case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
                    case 1: bytes.remove(at: index)
                    case 2: bytes.insert(bytes[index], at: index)
                    default: bytes.swapAt(index, Int.random(in: 0..<bytes.count, using: &random))
                    }
                }
                let client = try RawClient(port: port)
                try await client.send(bytes)
                client.shutdownWrite()
                _ = try? await client.readToEnd()
            }
            #expect(try await RawClient(port: port).ask("GET", "/ok").text == "ok")
        }
    }

    @Test func slowHeadsAndBodiesAreCutOff() async throws {
        var configuration = HTTPServer.Configuration(threads: 1)
        configuration.deadlines.head = .milliseconds(80)
        configuration.deadlines.body = .milliseconds(80)
        try await withServer(Self.router, configuration) { port, _ in
            let silent = try RawClient(port: port)
            #expect(try await silent.readToEnd().isEmpty)
            let head = try RawClient(port: port)
            try await head.send("GET /ok HTTP/1.1\r\nHost: t\r\nX-Slow: ")
            #expect(try await head.readAnswer().status == 408)
            #expect(try await head.readToEnd().isEmpty)
            let body = try RawClient(port: port)
            try await body.send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 10\r\n\r\nabc")
            let answer = try await body.readAnswer()
            #expect(answer.status == 408 && answer.json["instance"] as? String == "/echo")
        }
    }

    @Test func idleConnectionsAreClosed() async throws {
        var configuration = HTTPServer.Configuration(threads: 1)
        configuration.deadlines.idle = .seconds(1)
        configuration.deadlines.head = .milliseconds(200)
        try await withServer(Self.router, configuration) { port, _ in
            let client = try RawClient(port: port)
            _ = try await client.ask("GET", "/ok")
            #expect(try await client.readToEnd().isEmpty)
        }
    }

    @Test func tooManyConnectionsAreClosed() async throws {
        var configuration = HTTPServer.Configuration(threads: 1)
        configuration.limits.connectionsPerAddress = 3
        let changes = Collector<Int>()
        try await withServer(Self.router, configuration, hooks: ServerHooks(connections: { changes.add($0) })) { port, _ in
            var open: [RawClient] = []
            for _ in 0..<3 {
                let client = try RawClient(port: port)
                #expect(try await client.ask("GET", "/ok").status == 200)
                open.append(client)
            }
            let more = try RawClient(port: port)
            #expect(((try? await more.readToEnd()) ?? []).isEmpty)
            open.removeLast()
            #expect(await changes.wait(for: 4) == [1, 1, 1, -1])
            #expect(try await RawClient(port: port).ask("GET", "/ok").status == 200)
        }
    }
}

extension String {
    /// How often `part` occurs.
    fileprivate func components(_ part: String) -> Int {
        var count = 0
        var rest = self[...]
        while let range = rest.firstRange(of: part) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
