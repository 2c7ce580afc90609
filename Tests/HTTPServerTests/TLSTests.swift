import Base
import HTTPServer
import Lifecycle
import TestSupport
import Testing

/// Against peers that are not ours: the openssl program, curl and Python.
@Suite(.timeLimit(.minutes(2))) struct TLSTests {
    private func withTLS<T: Sendable>(
        _ router: Router, _ base: HTTPServer.Configuration = .patient, hooks: ServerHooks = ServerHooks(),
        _ body: (_ port: Int, _ certificate: TestCertificate, _ identity: TLSIdentity) async throws -> T
    ) async throws -> T {
        let certificate = try await TestCertificate()
        defer { certificate.remove() }
        let identity = try TLSIdentity(certificates: certificate.certificate, key: Secret(certificate.key))
        var configuration = base
        configuration.tls = identity
        return try await withServer(router, configuration, hooks: hooks) { port, _ in try await body(port, certificate, identity) }
    }

    private var router: Router {
        var router = Router()
        router.get("/who") { .text("\($0.peer) \($0.isSecure) \($0.client.isForwarded)") }
        router.post("/count", maximumBody: 8 << 20) { .text(String($0.body.count)) }
        router.get("/big") { _ in Response(body: .bytes([UInt8](repeating: 66, count: 5_000_000))) }
        router.get("/stream") { _ in
            Response(body: .stream { writer in for _ in 0..<100 { try await writer.write([UInt8](repeating: 67, count: 30_000)) } })
        }
        router.get("/ws") { _ in .webSocket { socket in for try await message in socket.messages { try await socket.send(message) } } }
        return router
    }

    @Test func curlIsServed() async throws {
        try await withTLS(router) { port, certificate, _ in
            func curl(_ path: String, _ options: [String] = []) async throws -> Peer.Result {
                try await Peer.run(["curl", "-sS", "--cacert", certificate.file] + options + ["https://localhost:\(port)\(path)"])
            }
            #expect(try await curl("/who").output == "127.0.0.1 true false")
            let head = try await curl("/who", ["-D", "-", "-o", "/dev/null", "--http2"]).output.lowercased()
            #expect(head.hasPrefix("http/1.1 200") && head.contains("strict-transport-security: max-age=31536000"))
            #expect(try await curl("/big", ["-o", "/dev/null", "-w", "%{size_download} %{http_code}"]).output == "5000000 200")
            #expect(try await curl("/stream", ["-o", "/dev/null", "-w", "%{size_download} %{http_code}"]).output == "3000000 200")
            let file = certificate.folder.appendingPathComponent("body").path
            _ = try await Peer.run(["dd", "if=/dev/zero", "of=\(file)", "bs=1000", "count=3000"])
            #expect(try await curl("/count", ["--data-binary", "@\(file)"]).output == "3000000")
            // Refused before its body, and heard all the same.
            #expect(try await curl("/nowhere", ["--data-binary", "@\(file)", "-o", "/dev/null", "-w", "%{http_code}"]).output == "404")
            #expect(try await Peer.run(["curl", "-sS", "http://localhost:\(port)/who"]).status != 0)
        }
    }

    @Test func oldVersionsWeakCiphersAndOtherProtocolsAreRefused() async throws {
        try await withTLS(router) { port, _, _ in
            func connect(_ options: [String]) async throws -> String {
                try await Peer.run(["openssl", "s_client", "-connect", "127.0.0.1:\(port)"] + options, input: "").output
            }
            for (options, expected) in [
                (["-tls1_3", "-alpn", "h2,http/1.1"], "ALPN protocol: http/1.1"), (["-tls1_2"], "Protocol  : TLSv1.2"), (["-tls1_3"], "Verification"),
            ] {
                let output = try await connect(options)
                #expect(output.contains(expected) && !output.contains("no peer certificate"), "\(options) \(output)")
            }
            for options in [
                ["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"], ["-tls1", "-cipher", "ALL:@SECLEVEL=0"], ["-tls1_2", "-cipher", "AES128-SHA"],
                ["-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-SHA"], ["-alpn", "h2"],
            ] {
                let output = try await connect(options)
                #expect(output.contains("no peer certificate available"), "\(options) \(output)")
            }
        }
    }

    @Test func theCertificateIsReplacedWhileConnectionsLive() async throws {
        let other = try await TestCertificate()
        defer { other.remove() }
        try await withTLS(router) { port, certificate, identity in
            func shown() async throws -> String {
                let output = try await Peer.run(["openssl", "s_client", "-connect", "127.0.0.1:\(port)", "-showcerts"]).output
                let start = output.firstRange(of: "-----BEGIN")?.lowerBound ?? output.startIndex
                return String(output[start...].prefix(other.certificate.count))
            }
            #expect(certificate.certificate.hasPrefix(try await shown().prefix(400)))
            #expect(throws: HTTPServerError.self) { try identity.replace(certificates: other.certificate, key: Secret(certificate.key)) }
            #expect(certificate.certificate.hasPrefix(try await shown().prefix(400)))
            try identity.replace(certificates: other.certificate, key: Secret(other.key))
            #expect(other.certificate.hasPrefix(try await shown().prefix(400)))
        }
    }

    /// What is in flight is finished, to the last byte, and then there is nobody.
    @Test func stoppingFinishesWhatIsInFlight() async throws {
        let certificate = try await TestCertificate()
        defer { certificate.remove() }
        let started = Signal(), go = Signal()
        var router = Router()
        router.get("/slow") { _ in
            started.fire()
            await go.wait()
            return Response(body: .bytes([UInt8](repeating: 65, count: 2_000_000)))
        }
        var configuration = HTTPServer.Configuration(threads: 2)
        configuration.tls = try TLSIdentity(certificates: certificate.certificate, key: Secret(certificate.key))
        let server = try HTTPServer(configuration: configuration, router: router, log: .silent)
        try await server.start()
        let port = server.boundPort ?? 0, shutdown = Shutdown()
        let running = Task { try await server.run(until: shutdown) }
        // It shakes no hands and holds nothing up.
        let silent = try RawClient(port: port)
        async let answer = Peer.run([
            "curl", "-sS", "--cacert", certificate.file, "-o", "/dev/null", "-w", "%{size_download} %{http_code}", "https://localhost:\(port)/slow",
        ])
        await started.wait()
        shutdown.request()
        #expect(try await silent.readToEnd().isEmpty)
        go.fire()
        let output = try await answer.output
        #expect(output == "2000000 200")
        try await running.value
    }

    @Test func whatIsNoIdentityIsSaidClearly() async throws {
        let good = try await TestCertificate(), other = try await TestCertificate()
        defer {
            good.remove()
            other.remove()
        }
        for (certificates, key) in [
            ("", good.key), ("nonsense", good.key), (good.key, good.key), (good.certificate, ""), (good.certificate, good.certificate),
            (good.certificate, other.key), (good.certificate, "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n"),
        ] {
            let error = #expect(throws: HTTPServerError.self) { try TLSIdentity(certificates: certificates, key: Secret(key)) }
            #expect(error?.code == .certificateInvalid && error?.message.contains("BEGIN") == false)
        }
    }

    /// Requests one after another and pipelined on one connection, then a WebSocket: what it sends comes back, frames of every length.
    private static let python = """
        import base64, os, socket, ssl, struct, sys, time
        port, ca = int(sys.argv[1]), sys.argv[2]
        context = ssl.create_default_context(cafile=ca)
        def connect():
            raw = socket.create_connection(("127.0.0.1", port), timeout=20)
            raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return context.wrap_socket(raw, server_hostname="localhost")
        def exactly(stream, count):
            data = stream.read(count)
            assert len(data) == count, (len(data), count)
            return data
        def answer(stream):
            status = int(stream.readline().split()[1]); length = 0
            while (line := stream.readline().strip()):
                if line.lower().startswith(b"content-length:"): length = int(line.split(b":")[1])
            return status, exactly(stream, length)
        client = connect(); stream = client.makefile("rb")
        for _ in range(20):
            client.sendall(b"GET /who HTTP/1.1\\r\\nHost: t\\r\\n\\r\\n")
            assert answer(stream) == (200, b"127.0.0.1 true false")
        client.sendall(b"POST /count HTTP/1.1\\r\\nHost: t\\r\\nContent-Length: 3\\r\\n\\r\\nabc" * 50)
        for _ in range(50): assert answer(stream) == (200, b"3")
        for piece in b"GET /who HTTP/1.1\\r\\nHost: t\\r\\n\\r\\n": client.sendall(bytes([piece]))
        assert answer(stream)[0] == 200
        client = connect(); stream = client.makefile("rb")
        client.sendall(b"GET /ws HTTP/1.1\\r\\nHost: t\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\nSec-WebSocket-Version: 13\\r\\n"
                       b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\\r\\n\\r\\n")
        assert answer(stream)[0] == 101
        def frame(opcode, data):
            length = struct.pack("!B", 128 | len(data)) if len(data) < 126 else struct.pack("!BH", 254, len(data)) if len(data) < 65536 \\
                else struct.pack("!BQ", 255, len(data))
            return bytes([128 | opcode]) + length + bytes(4) + data
        def receive():
            opcode, length = exactly(stream, 2)
            if length == 126: length, = struct.unpack("!H", exactly(stream, 2))
            elif length == 127: length, = struct.unpack("!Q", exactly(stream, 8))
            return opcode & 15, exactly(stream, length)
        for length in (0, 1, 125, 126, 16383, 16384, 16385, 65535, 65536, 400000):
            data = os.urandom(length)
            client.sendall(frame(2, data))
            assert receive() == (2, data), length
        times = []
        for index in range(1000):
            start = time.perf_counter()
            client.sendall(frame(1, b"ping %d" % index))
            assert receive() == (1, b"ping %d" % index)
            times.append(time.perf_counter() - start)
        client.sendall(frame(8, struct.pack("!H", 1000)))
        assert receive() == (8, struct.pack("!H", 1000))
        assert stream.read() == b""
        times.sort()
        print("round trip: median %.0f us, p99 %.0f us" % (times[500] * 1e6, times[990] * 1e6))
        """

    @Test func pythonAndWebSocketsAreServed() async throws {
        try await withTLS(router) { port, certificate, _ in
            let result = try await Peer.run(["python3", "-c", Self.python, String(port), certificate.file])
            #expect(result.status == 0 && result.output.hasPrefix("round trip:"), "\(result.output)")
        }
    }

    @Test func whoDoesNotShakeHandsIsCutOff() async throws {
        var configuration = HTTPServer.Configuration(threads: 1)
        configuration.deadlines.head = .milliseconds(80)
        try await withTLS(router, configuration) { port, _, _ in
            let silent = try RawClient(port: port)
            #expect(try await silent.readToEnd().isEmpty)
            let half = try RawClient(port: port)
            try await half.send([0x16, 3, 1, 2, 0, 1, 0])
            #expect(try await half.readToEnd().isEmpty)
        }
    }

    /// Those that shake no hands have their share of connections and make place like those that send no request.
    @Test func halfOpenHandshakesKeepNobodyOut() async throws {
        var configuration = HTTPServer.Configuration.patient
        configuration.limits.connections = 100
        configuration.limits.silentConnectionsPerAddress = 40
        try await withTLS(router, configuration) { port, certificate, _ in
            var flood: [RawClient] = []
            for index in 0..<600 { flood.append(try RawClient(port: port, from: "127.0.1.\(1 + index % 20)")) }
            let result = try await Peer.run(["curl", "-sS", "--cacert", certificate.file, "https://localhost:\(port)/who"])
            #expect(result.output == "127.0.0.1 true false")
            #expect(flood.count == 600)
        }
    }

    @Test func nonsenseDoesNoHarm() async throws {
        var configuration = HTTPServer.Configuration(threads: 2)
        configuration.deadlines.head = .milliseconds(40)
        try await withTLS(router, configuration) { port, certificate, _ in
            var random = SeededGenerator(seed: 443)
            for round in 0..<200 {
                let client = try RawClient(port: port)
                let bytes = (0..<Int.random(in: 1...300, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
                try? await client.send((round % 2 == 0 ? [0x16, 3, 1] : []) + bytes)
                client.shutdownWrite()
                _ = try? await client.readToEnd()
            }
            let result = try await Peer.run(["curl", "-sS", "--cacert", certificate.file, "https://localhost:\(port)/who"])
            #expect(result.output == "127.0.0.1 true false", "\(result.output)")
        }
    }

    @Test func slowReadersAreCutOffThroughTLSToo() async throws {
        let aborted = Collector<Bool>()
        var router = router
        router.get("/endless") { _ in
            Response(body: .stream { writer in while true { try await writer.write([UInt8](repeating: 1, count: 16 << 10)) } })
        }
        var configuration = HTTPServer.Configuration.patient
        configuration.deadlines.unread = .milliseconds(200)
        try await withTLS(router, configuration, hooks: ServerHooks(completed: { aborted.add($0.isAborted) })) { port, _, _ in
            // It asks, and reads nothing until the server has closed.
            let script = """
                import socket, ssl, sys
                context = ssl._create_unverified_context()
                client = context.wrap_socket(socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=30))
                client.sendall(b"GET /endless HTTP/1.1\\r\\nHost: t\\r\\n\\r\\n")
                sys.stdin.read()
                """
            let status = try await Peer.hold(["python3", "-c", script, String(port)]) { _ = await aborted.wait(for: 1) }
            #expect(status == 0)
            #expect(aborted.values == [true])
        }
    }
}
