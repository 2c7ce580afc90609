import Foundation
import HTTPClient
import Lifecycle
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct TLSTests {
    static let openssl = "/usr/bin/openssl"
    static let canRun = FileManager.default.isExecutableFile(atPath: openssl) || ProcessInfo.processInfo.environment["CI"] == "true"

    @Test func plainTextIsNotTLS() async throws {
        let server = try RawServer { $0.send(RawServer.answer()) }
        let client = try HTTPClient()
        let error = await #expect(throws: HTTPClientError.self) { try await client.send(HTTPRequest("https://127.0.0.1:\(server.port)/", retry: .never)) }
        #expect(error?.code == .tls || error?.code == .connectionLost)
    }

    @Test(.enabled(if: canRun, "openssl is not installed")) func certificatesAreVerified() async throws {
        let folder = try Paths.temporaryFolder()
        let made = try await ChildProcess.launch(
            .init(
                executable: Self.openssl,
                arguments: [
                    "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
                    "subjectAltName=DNS:localhost", "-keyout", folder.file("key.pem"), "-out", folder.file("cert.pem"),
                ]), log: .silent)
        #expect(await made.waitForExit() == .code(0))
        let script =
            "\(Self.openssl) s_server -accept 127.0.0.1:0 -www -key '\(folder.file("key.pem"))' -cert '\(folder.file("cert.pem"))' | grep --line-buffered ^ACCEPT"
        let server = try await ChildProcess.launch(.init(executable: "/bin/sh", arguments: ["-c", script]), log: .silent)
        let line = try await server.announcement()  // ACCEPT 127.0.0.1:43277
        let port = try #require(line.split(separator: ":").last.flatMap { Int($0) }, "openssl said \(line)")

        let strict = try HTTPClient()
        let error = await #expect(throws: HTTPClientError.self) { try await strict.send(HTTPRequest("https://localhost:\(port)/", retry: .never)) }
        #expect(error?.code == .tls)
        let trusting = try HTTPClient(settings: .init(certificateAuthorities: folder.file("cert.pem")))
        #expect(try await trusting.send(HTTPRequest("https://localhost:\(port)/", retry: .never)).status == 200)
        let wrongName = await #expect(throws: HTTPClientError.self) { try await trusting.send(HTTPRequest("https://127.0.0.1:\(port)/", retry: .never)) }
        #expect(wrongName?.code == .tls)
        await server.stop()
    }
}
