import HTTPServer
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct SecurityTests {
    private var router: Router {
        var router = Router()
        router.get("/echo") { request in
            var response = Response.text("ok")
            response.headers[HeaderName(request.query["name"] ?? "X-Echo")] = request.query["value"] ?? ""
            return response
        }
        router.get("/refuse") { throw HTTPError(.badRequest, detail: "x", headers: ["X-Echo": $0.query["value"] ?? ""]) }
        router.get("/redirect") { .redirect(to: $0.query["value"] ?? "") }
        router.get("/page") { _ in
            var response = Response(headers: [.contentType: "text/html"])
            SecurityHeaders.page(policy: "default-src 'self'").complete(&response)
            return response
        }
        router.on(.get, "/around", middleware: [SecurityHeaders.page(policy: "default-src 'self'")]) { _ in .text("") }
        router.post("/json") { _ in .json(Array("{}".utf8)) }
        return router
    }

    private static func encoded(_ bytes: [UInt8]) -> String {
        bytes.map { "%" + (String($0, radix: 16).count < 2 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    @Test func echoedInputStaysInItsField() async throws {
        var random = SeededGenerator(seed: 93)
        let pieces: [[UInt8]] = [
            [13, 10], [10], [13], [0], Array("Set-Cookie: a=b".utf8), Array("\r\n\r\n<script>".utf8), Array(": ".utf8), [9], [0x7F], [0xC2, 0x85],
            [0xE5, 0x98, 0x8A],
            Array("x".utf8), Array("HTTP/1.1 200 OK".utf8),
        ]
        try await withServer(router) { port, _ in
            let client = try RawClient(port: port)
            for round in 0..<600 {
                let input = (0...Int.random(in: 0...4, using: &random)).flatMap { _ in pieces.randomElement(using: &random) ?? [] }
                let part = round % 4 == 3 ? "name" : "value", path = ["/echo", "/refuse", "/redirect", "/echo"][round % 4]
                let answer = try await client.ask("GET", "\(path)?\(part)=\(Self.encoded([120] + input))")
                #expect(answer["set-cookie"] == nil && !answer.text.contains("<script>"), "\(input)")
                for (_, value) in answer.headers { #expect(!value.utf8.contains { $0 < 0x20 && $0 != 9 || $0 == 0x7F }, "\(input)") }
            }
        }
    }

    @Test func everyAnswerCarriesSecurityHeaders() async throws {
        try await withServer(router) { port, server in
            let client = try RawClient(port: port)
            for (method, target, status) in [("GET", "/echo", 200), ("GET", "/refuse", 400), ("GET", "/nowhere", 404), ("PUT", "/json", 405)] {
                let answer = try await client.ask(method, target)
                #expect(answer.status == status)
                #expect(answer["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'", "\(target)")
                #expect(answer["x-content-type-options"] == "nosniff" && answer["cross-origin-resource-policy"] == "same-origin")
                #expect(answer["strict-transport-security"] == nil)
            }
            // What no handler sees.
            for text in ["GET /x y HTTP/1.1\r\nHost: t\r\n\r\n", "POST /json HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n"] {
                let broken = try RawClient(port: port)
                try await broken.send(text)
                #expect(try await broken.readAnswer()["x-content-type-options"] == "nosniff")
            }
            for path in ["/page", "/around"] {
                let page = try await client.ask("GET", path)
                #expect(page["content-security-policy"] == "default-src 'self'" && page["cross-origin-opener-policy"] == "same-origin")
                #expect(page["referrer-policy"] == "no-referrer")
                #expect(page["permissions-policy"]?.hasPrefix("microphone=(self), camera=()") == true)
                #expect(page.headers.count { $0.name == "content-security-policy" } == 1)
            }
            let secure = await server.respond(to: Request(.get, "/echo", isSecure: true))
            #expect(secure.headers["Strict-Transport-Security"] == "max-age=31536000" && secure.headers["X-Content-Type-Options"] == "nosniff")
            #expect(await server.respond(to: Request(.get, "/echo")).headers["Strict-Transport-Security"] == nil)
        }
    }
}
