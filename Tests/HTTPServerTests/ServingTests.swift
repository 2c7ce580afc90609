import Foundation
import HTTPServer
import Lifecycle
import Testing

@Suite(.timeLimit(.minutes(1))) struct ServingTests {
    private static var router: Router {
        var router = Router()
        router.get("/hello") { .text("hello \($0.query["name"] ?? "you")") }
        router.post("/echo") { request in
            Response(headers: [.contentType: request.headers[.contentType] ?? "application/octet-stream"], body: .bytes(request.body))
        }
        router.post("/large", maximumBody: 8 << 20) { .text(String($0.body.count)) }
        router.get("/later") { _ in
            // Answered from another thread, so that the handler does suspend.
            await withCheckedContinuation { continuation in DispatchQueue.global().async { continuation.resume() } }
            return .text("later")
        }
        router.get("/big") { _ in Response(body: .bytes((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) })) }
        router.get("/nothing") { _ in Response(.noContent) }
        router.get("/peer") { .text("\($0.peer) \($0.peer.isLoopback) \($0.headers["x-what"] ?? "-")") }
        return router
    }

    @Test func answersOnOneConnectionAfterAnother() async throws {
        try await withServer(Self.router) { port, _ in
            let client = try RawClient(port: port)
            let first = try await client.ask("GET", "/hello?name=Ana")
            #expect(first.status == 200 && first.text == "hello Ana")
            #expect(first["x-request-id"]?.count == 32)
            #expect(first["date"] != nil)
            #expect(try await client.ask("GET", "/later").text == "later")
            #expect(try await client.ask("POST", "/echo", body: Array("abc".utf8)).text == "abc")
            #expect(try await client.ask("GET", "/nothing").status == 204)
            #expect(try await client.ask("GET", "/peer", headers: ["X-WHAT:  spaced \t"]).text == "127.0.0.1 true spaced")
            let big = try await client.ask("GET", "/big")
            #expect(big.body == (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) })
            #expect(try await client.ask("GET", "/nope").status == 404)
            let wrong = try await client.ask("DELETE", "/hello")
            #expect(wrong.status == 405 && wrong["allow"] == "GET, HEAD")
        }
    }

    @Test func headIsGetWithoutTheBody() async throws {
        try await withServer(Self.router) { port, _ in
            let client = try RawClient(port: port)
            let head = try await client.ask("HEAD", "/hello")
            #expect(head.status == 200 && head["content-length"] == "9")
            #expect(try await client.ask("GET", "/hello").text == "hello you")
        }
    }

    @Test func pipelinedRequestsAreAnsweredInOrder() async throws {
        try await withServer(Self.router) { port, _ in
            let client = try RawClient(port: port)
            var all = ""
            for index in 0..<50 { all += "GET \(index % 5 == 3 ? "/later" : "/hello?name=\(index)") HTTP/1.1\r\nHost: t\r\n\r\n" }
            try await client.send(all)
            for index in 0..<50 {
                #expect(try await client.readAnswer().text == (index % 5 == 3 ? "later" : "hello \(index)"))
            }
        }
    }

    @Test func requestsArriveInAnyPieces() async throws {
        try await withServer(Self.router) { port, _ in
            let client = try RawClient(port: port)
            for byte in Array("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\n\r\nhello".utf8) { try await client.send([byte]) }
            #expect(try await client.readAnswer().text == "hello")
        }
    }

    @Test func chunkedBodiesAreAskedForTheirLength() async throws {
        try await withServer(Self.router) { port, _ in
            let client = try RawClient(port: port)
            try await client.send("POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n")
            let answer = try await client.readAnswer()
            #expect(answer.status == 411 && answer.json["detail"] as? String == "Send the body with a Content-Length, not in chunks.")
            #expect(try await client.readToEnd().isEmpty)
        }
    }

    @Test func expectContinueIsHonoured() async throws {
        try await withServer(Self.router) { port, _ in
            let client = try RawClient(port: port)
            try await client.send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
            #expect(try await client.readHead().status == 100)
            try await client.send("ok")
            #expect(try await client.readAnswer().text == "ok")
            // Too large: refused in place of "go on".
            try await client.send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 9999999\r\nExpect: 100-continue\r\n\r\n")
            #expect(try await client.readAnswer().status == 413)
        }
    }

    @Test func tooLargeBodiesAreRefusedBeforeTheyAreRead() async throws {
        try await withServer(Self.router) { port, _ in
            let client = try RawClient(port: port)
            try await client.send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 104857600\r\n\r\n")
            let answer = try await client.readAnswer()
            #expect(answer.status == 413)
            #expect(answer.json["status"] as? Int == 413 && answer.json["instance"] as? String == "/echo")
            #expect(try await client.readToEnd().isEmpty)
            // One that sends its body all the same still gets the answer, not a reset.
            let stubborn = try RawClient(port: port)
            try await stubborn.send(Array("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 4194304\r\n\r\n".utf8) + [UInt8](repeating: 1, count: 4 << 20))
            #expect(try await stubborn.readAnswer().status == 413)
            // A route may take more.
            let allowed = try RawClient(port: port)
            #expect(try await allowed.ask("POST", "/large", body: [UInt8](repeating: 1, count: 4 << 20)).text == String(4 << 20))
            #expect(try await allowed.ask("POST", "/large", headers: ["Content-Length: 9000000"]).status == 413)
        }
    }

    @Test func http10WorksWithAndWithoutKeepAlive() async throws {
        try await withServer(Self.router) { port, _ in
            let client = try RawClient(port: port)
            try await client.send("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
            #expect(try await client.readAnswer().text == "hello you")
            try await client.send("GET /hello HTTP/1.0\r\n\r\n")
            #expect(String(decoding: try await client.readToEnd(), as: UTF8.self).hasSuffix("hello you"))
        }
    }

    @Test func aTakenPortIsSaidClearly() async throws {
        try await withServer(Self.router) { port, _ in
            let second = try HTTPServer(configuration: .init(port: port, threads: 1), router: Self.router, log: .silent)
            let error = await #expect(throws: HTTPServerError.self) { try await second.start() }
            #expect(error?.code == .portTaken)
            #expect(error?.message.contains("\(port)") == true)
        }
        let wrong = try HTTPServer(configuration: .init(host: "not an address"), router: Self.router, log: .silent)
        await #expect(throws: HTTPServerError.self) { try await wrong.start() }
    }

    @Test func measurementsReachTheHook() async throws {
        let requests = Collector<String>()
        let hooks = ServerHooks(completed: {
            requests.add("\($0.method) \($0.template ?? "-") \($0.status) \($0.requestBytes) \($0.responseBytes) \($0.isAborted)")
        })
        try await withServer(Self.router, .init(threads: 1), hooks: hooks) { port, _ in
            let client = try RawClient(port: port)
            _ = try await client.ask("POST", "/echo", body: Array("abcd".utf8))
            _ = try await client.ask("GET", "/secret/path")
            #expect(await requests.wait(for: 2).first == "POST /echo 200 4 4 false")
            #expect(requests.values[1].hasPrefix("GET - 404 0 "))
        }
    }
}
