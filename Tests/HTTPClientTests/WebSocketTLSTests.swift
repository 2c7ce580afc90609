import Foundation
import HTTPClient
import Lifecycle
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct WebSocketTLSTests {
    static let openssl = "/usr/bin/openssl", python = "/usr/bin/python3"
    static let canRun =
        [openssl, python].allSatisfy(FileManager.default.isExecutableFile(atPath:)) || ProcessInfo.processInfo.environment["CI"] == "true"

    /// Echoes short texts over TLS; HTTP/2 is offered and must not be taken.
    static let echo = """
        import base64, hashlib, socket, ssl, sys
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[1], sys.argv[2])
        context.set_alpn_protocols(["h2", "http/1.1"])
        listener = socket.create_server(("127.0.0.1", 0))
        print(listener.getsockname()[1], flush=True)
        while True:
            try:
                connection = context.wrap_socket(listener.accept()[0], server_side=True)
                stream = connection.makefile("rwb")
                key = ""
                while (line := stream.readline().strip()):
                    name, _, value = line.decode().partition(": ")
                    if name.lower() == "sec-websocket-key": key = value
                accept = base64.b64encode(hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()).decode()
                stream.write(f"HTTP/1.1 101 Go\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\nSec-WebSocket-Accept: {accept}\\r\\n\\r\\n".encode())
                stream.flush()
                while True:
                    head = stream.read(6)
                    if len(head) < 6 or head[0] == 0x88: break
                    text = bytes(b ^ head[2 + i % 4] for i, b in enumerate(stream.read(head[1] & 127)))
                    stream.write(bytes([0x81, len(text)]) + text)
                    stream.write(b"\\x82\\x7f" + (200000).to_bytes(8, "big") + bytes(200000))
                    stream.flush()
            except OSError:
                pass
        """

    @Test(.enabled(if: canRun, "openssl or python3 is not installed")) func aWebSocketMayBeSecure() async throws {
        let folder = try Paths.temporaryFolder()
        let made = try await ChildProcess.launch(
            .init(
                executable: Self.openssl,
                arguments: [
                    "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
                    "subjectAltName=DNS:localhost", "-keyout", folder.file("key.pem"), "-out", folder.file("cert.pem"),
                ]), log: .silent)
        #expect(await made.waitForExit() == .code(0))
        try Self.echo.write(toFile: folder.file("echo.py"), atomically: true, encoding: .utf8)
        let server = try await ChildProcess.launch(
            .init(executable: Self.python, arguments: [folder.file("echo.py"), folder.file("cert.pem"), folder.file("key.pem")]), log: .silent)
        let port = try #require(Int(try await server.announcement()))

        let untrusted = await #expect(throws: HTTPClientError.self) { try await WebSocketClient("wss://localhost:\(port)/") }
        #expect(untrusted?.code == .tls)
        let trusting = WebSocketClient.Settings(certificateAuthorities: folder.file("cert.pem"))
        let wrongName = await #expect(throws: HTTPClientError.self) { try await WebSocketClient("wss://127.0.0.1:\(port)/", settings: trusting) }
        #expect(wrongName?.code == .tls)
        let client = try await WebSocketClient("wss://localhost:\(port)/", settings: trusting)
        for text in ["un", "deux", "très secret"] {
            try await client.send(text)
            #expect(try await client.receive() == .text(text))
            #expect(try await client.receive() == .binary([UInt8](repeating: 0, count: 200_000)))
        }
        await server.stop()
    }
}
