import Base
import Foundation
import HTTPClient
import Lifecycle
import TestSupport
import Testing

/// A real mail server, the Python package `aiosmtpd`, that asks for STARTTLS and a password.
@Suite(.timeLimit(.minutes(1))) struct MailPeerTests {
    private static let python = Paths.root.appending(path: ".jarvis/venv/bin/python").path
    private static let isThere: Bool = {
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: Paths.root.appending(path: ".jarvis/venv/lib").path)) ?? []
        return versions.contains {
            FileManager.default.fileExists(atPath: Paths.root.appending(path: ".jarvis/venv/lib/\($0)/site-packages/aiosmtpd").path)
        } && TLSTests.canRun
    }()
    private static let why: Comment =
        "the Python package aiosmtpd is not in .jarvis/venv: pip install --require-hashes --no-deps -r scripts/requirements-test-mail.txt"

    private static let server = """
        import socket, ssl, sys
        from aiosmtpd.controller import Controller
        from aiosmtpd.smtp import AuthResult, LoginPassword

        class Letters:
            async def handle_DATA(self, server, session, envelope):
                with open(sys.argv[3], "a") as file:
                    print(envelope.mail_from, ",".join(envelope.rcpt_tos), session.ssl is not None, session.authenticated, file=file)
                return "250 taken"

        def check(server, session, envelope, mechanism, data):
            isRight = isinstance(data, LoginPassword) and (data.login, data.password) == (b"jarvis@example.org", b"four words of it")
            return AuthResult(success=isRight, handled=False)

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[1], sys.argv[2])
        class Anywhere(Controller):
            def _trigger_server(self):
                with socket.create_connection(self.server.sockets[0].getsockname()) as connection:
                    connection.recv(10)

        controller = Anywhere(Letters(), hostname="127.0.0.1", port=0, tls_context=context, authenticator=check, auth_required=True, require_starttls=True)
        controller.start()
        print(controller.server.sockets[0].getsockname()[1], flush=True)
        sys.stdin.read()
        controller.stop()
        """

    @Test(.enabled(if: isThere, why)) func lettersGoOverTLSWithAPassword() async throws {
        let folder = try Paths.temporaryFolder()
        let made = try await ChildProcess.launch(
            .init(
                executable: TLSTests.openssl,
                arguments: [
                    "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
                    "subjectAltName=DNS:localhost", "-keyout", folder.file("key.pem"), "-out", folder.file("cert.pem"),
                ]), log: .silent)
        #expect(await made.waitForExit() == .code(0))
        let child = try await ChildProcess.launch(
            .init(executable: Self.python, arguments: ["-c", Self.server, folder.file("cert.pem"), folder.file("key.pem"), folder.file("letters")]),
            log: .silent)
        let port = try await child.announcement()
        let message = MailMessage(
            from: "jarvis@example.org", to: ["zoe@example.org"], subject: "Jarvis : essai", body: "Bonjour.\n", date: Date(timeIntervalSince1970: 1), id: "1")
        func send(_ password: String, trusting: Bool = true) async throws {
            let authorities = trusting ? folder.file("cert.pem") : nil
            let server = try #require(
                MailSender.Server("localhost:\(port)", user: "jarvis@example.org", password: Secret(password), authorities: authorities))
            try await MailSender(server).send(message)
        }
        try await send("four words of it")
        #expect(try String(contentsOfFile: folder.file("letters"), encoding: .utf8) == "jarvis@example.org zoe@example.org True True\n")
        let wrong = await #expect(throws: MailError.self) { try await send("others") }
        #expect(wrong?.code == .signIn)
        let unknown = await #expect(throws: MailError.self) { try await send("four words of it", trusting: false) }
        #expect(unknown?.code == .tls)
        child.closeInput()
    }
}
