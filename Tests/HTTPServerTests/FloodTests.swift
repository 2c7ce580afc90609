import Glibc
import HTTPServer
import Testing

@Suite(.timeLimit(.minutes(2)), .serialized) struct FloodTests {
    /// Sockets that connect and then say nothing, or half a head.
    private final class HalfOpen: @unchecked Sendable {
        // @unchecked: used by one task at a time.
        private var descriptors: [Int32] = []
        var count: Int { descriptors.count }

        func open(_ count: Int, to port: Int, from source: String, saying text: String) -> Bool {
            var address = sockaddr_in(), own = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = UInt16(port).bigEndian
            address.sin_addr.s_addr = inet_addr("127.0.0.1")
            own.sin_family = sa_family_t(AF_INET)
            own.sin_addr.s_addr = inet_addr(source)
            for _ in 0..<count {
                let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
                guard descriptor >= 0 else { return false }
                descriptors.append(descriptor)
                _ = withUnsafeBytes(of: &own) { bind(descriptor, $0.baseAddress?.assumingMemoryBound(to: sockaddr.self), socklen_t($0.count)) }
                let result = withUnsafeBytes(of: &address) {
                    connect(descriptor, $0.baseAddress?.assumingMemoryBound(to: sockaddr.self), socklen_t($0.count))
                }
                guard result == 0 else { return false }
                // Some are closed before they can say it.
                if !text.isEmpty { _ = text.withCString { send(descriptor, $0, strlen($0), Int32(MSG_NOSIGNAL)) } }
            }
            return true
        }

        deinit { for descriptor in descriptors { close(descriptor) } }
    }

    private var router: Router {
        var router = Router()
        router.get("/ok") { _ in .text("ok") }
        router.get("/ws") { _ in .webSocket { socket in for try await message in socket.messages { try await socket.send(message) } } }
        return router
    }

    @Test func tenThousandHalfOpenConnectionsKeepNobodyOut() async throws {
        var configuration = HTTPServer.Configuration.patient
        configuration.limits.connections = 1000
        configuration.limits.silentConnectionsPerAddress = 400
        let inFlight = Collector<Int>(), go = Signal()
        var router = router
        router.get("/slow") { _ in
            inFlight.add(1)
            await go.wait()
            return .text("slow")
        }
        try await withServer(router, configuration) { port, _ in
            let socket = try await WebSocketClient(port: port)
            let slow = try RawClient(port: port)
            try await slow.send("GET /slow HTTP/1.1\r\nHost: t\r\n\r\n")
            _ = await inFlight.wait(for: 1)
            let flood = HalfOpen()
            for round in 0..<40 {
                let source = "127.0.\(round / 8).\(2 + round % 8)"
                try #require(flood.open(250, to: port, from: source, saying: round % 2 == 0 ? "" : "GET /ok HTTP/1.1\r\nHost: t\r\nX: "))
                // A new client is served all the while.
                #expect(try await RawClient(port: port).ask("GET", "/ok").text == "ok")
            }
            #expect(flood.count == 10_000)
            // Those in a request and WebSockets were left alone.
            try await socket.send("hello")
            #expect(try await socket.receive().text == "hello")
            go.fire()
            #expect(try await slow.readAnswer().text == "slow")
        }
    }

    @Test func oneAddressHasItsShareOfSilence() async throws {
        var configuration = HTTPServer.Configuration.patient
        configuration.threads = 1
        configuration.limits.silentConnectionsPerAddress = 3
        try await withServer(router, configuration) { port, _ in
            let silent = try (0..<3).map { _ in try RawClient(port: port, from: "127.0.0.9") }
            let other = try RawClient(port: port)
            // One more: the longest-waiting of that address goes, the others stay.
            let fourth = try RawClient(port: port, from: "127.0.0.9")
            #expect(try await silent[0].readToEnd().isEmpty)
            for client in [fourth, silent[1], silent[2], other] { #expect(try await client.ask("GET", "/ok").text == "ok") }
        }
    }

    @Test func whoRestsMakesPlaceForWhoComes() async throws {
        var configuration = HTTPServer.Configuration.patient
        configuration.threads = 1
        configuration.limits.connections = 2
        try await withServer(router, configuration) { port, _ in
            let first = try RawClient(port: port), second = try RawClient(port: port)
            for client in [first, second, first] { #expect(try await client.ask("GET", "/ok").status == 200) }
            #expect(try await RawClient(port: port).ask("GET", "/ok").text == "ok")
            #expect(try await second.readToEnd().isEmpty)
            #expect(try await first.ask("GET", "/ok").text == "ok")
        }
    }

    @Test func theLimitOfOpenFilesIsRaised() async throws {
        var limit = rlimit()
        try await withServer(router) { _, _ in
            getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
            #expect(limit.rlim_cur == min(limit.rlim_max, 1 << 20))
        }
    }
}
