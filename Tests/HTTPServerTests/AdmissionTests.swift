import HTTPServer
import Testing

@Suite(.timeLimit(.minutes(1))) struct AdmissionTests {
    /// Adds a field to answers and errors, as CORS does.
    private struct Stamp: Middleware {
        nonisolated(nonsending) func handle(_ request: Request, next: Handler) async throws -> Response {
            do {
                var response = try await next(request)
                response.headers["X-Stamp"] = request.template ?? "-"
                return response
            } catch var error as HTTPError {
                error.headers["X-Stamp"] = request.template ?? "-"
                throw error
            }
        }
    }

    private struct Waits: Middleware {
        nonisolated(nonsending) func handle(_ request: Request, next: Handler) async throws -> Response {
            await Task.yield()
            return try await next(request)
        }
    }

    private func router(_ middleware: [any Middleware] = [Stamp()], ran: Collector<String> = Collector()) -> Router {
        var router = Router(middleware: middleware) { request in
            if request.template != "/public", request.headers[.authorization] == nil {
                throw HTTPError(.unauthorized, detail: "Sign in first.", headers: [.wwwAuthenticate: "Bearer"])
            }
        }
        for path in ["/public", "/private/{id}"] {
            router.post(path, maximumBody: 64 << 20) { request in
                ran.add(request.path)
                return .text(String(request.body.count))
            }
        }
        return router
    }

    /// The head alone, with a long body announced.
    private func announce(_ target: String, method: String = "POST", headers: String = "", to port: Int) async throws -> RawClient {
        let client = try RawClient(port: port)
        try await client.send("\(method) \(target) HTTP/1.1\r\nHost: t\r\nContent-Length: 60000000\r\n\(headers)\r\n")
        return client
    }

    @Test func whoMayNotIsRefusedBeforeTheBody() async throws {
        let ran = Collector<String>()
        try await withServer(router(ran: ran)) { port, server in
            let client = try await announce("/private/7", to: port)
            let answer = try await client.readAnswer()
            #expect(answer.status == 401 && answer["www-authenticate"] == "Bearer" && answer["connection"]?.lowercased() == "close")
            // The middleware has seen it on its way out.
            #expect(answer["x-stamp"] == "/private/{id}" && answer.json["instance"] as? String == "/private/7")
            #expect(try await client.readToEnd().isEmpty)
            let asking = try await announce("/private/7", headers: "Expect: 100-continue\r\n", to: port)
            #expect(try await asking.readAnswer().status == 401)
            #expect(try await RawClient(port: port).ask("POST", "/private/7", body: [1]).status == 401)
            #expect(await server.respond(to: Request(.post, "/private/7", body: [1])).status == 401)
            #expect(ran.values.isEmpty)
            #expect(try await RawClient(port: port).ask("POST", "/private/7", headers: ["Authorization: x"], body: [1, 2]).text == "2")
            #expect(try await RawClient(port: port).ask("POST", "/public", body: [1, 2, 3]).text == "3")
            #expect(await server.respond(to: Request(.post, "/public", body: [1])).body.bytes == [49])
        }
    }

    @Test func whatNothingTakesIsRefusedBeforeTheBody() async throws {
        try await withServer(router()) { port, _ in
            #expect(try await announce("/nowhere", to: port).readAnswer().status == 404)
            let wrong = try await announce("/public", method: "PUT", to: port).readAnswer()
            #expect(wrong.status == 405 && wrong["allow"] == "POST" && wrong["x-stamp"] == "-")
        }
    }

    /// There is no waiting before the body: the refusal then goes out without the middleware.
    @Test func middlewareThatWaitsDoesNotHoldARefusalUp() async throws {
        try await withServer(router([Waits()])) { port, _ in
            let answer = try await announce("/private/7", to: port).readAnswer()
            #expect(answer.status == 401 && answer["x-stamp"] == nil)
            #expect(try await RawClient(port: port).ask("POST", "/public", body: [1, 2, 3]).text == "3")
        }
    }

    @Test func bodiesAreHeldWithinABudget() async throws {
        var configuration = HTTPServer.Configuration.patient
        configuration.limits.bodies = 600_000
        configuration.limits.bodiesPerAddress = 400_000
        let started = Collector<Int>(), completed = Collector<Int>(), go = Signal()
        var router = Router()
        router.post("/hold") { request in
            started.add(request.body.count)
            await go.wait()
            return .text(String(request.body.count))
        }
        try await withServer(router, configuration, hooks: ServerHooks(completed: { completed.add($0.requestBytes) })) { port, _ in
            func post(_ count: Int, from source: String) async throws -> RawClient {
                let client = try RawClient(port: port, from: source)
                try await client.send(Array("POST /hold HTTP/1.1\r\nHost: t\r\nContent-Length: \(count)\r\n\r\n".utf8) + [UInt8](repeating: 1, count: count))
                return client
            }
            let first = try await post(300_000, from: "127.0.0.1")
            _ = await started.wait(for: 1)
            // This address has its share; another may still have some; then the house is full.
            let greedy = try await post(300_000, from: "127.0.0.1").readAnswer()
            #expect(greedy.status == 503 && greedy["retry-after"] == "5" && greedy["content-type"] == "application/problem+json")
            let second = try await post(280_000, from: "127.0.0.2")
            _ = await started.wait(for: 2)
            #expect(try await post(100_000, from: "127.0.0.3").readAnswer().status == 503)
            // An announcement alone costs next to nothing.
            let announced = try RawClient(port: port, from: "127.0.0.4")
            try await announced.send("POST /hold HTTP/1.1\r\nHost: t\r\nContent-Length: 1000000\r\n\r\n")
            let small = try await post(1000, from: "127.0.0.3")
            go.fire()
            #expect(try await first.readAnswer().text == "300000")
            #expect(try await second.readAnswer().text == "280000")
            #expect(try await small.readAnswer().text == "1000")
            // What is through is given back.
            _ = await completed.wait(for: 5)
            #expect(try await post(390_000, from: "127.0.0.1").readAnswer().text == "390000")
        }
    }
}
