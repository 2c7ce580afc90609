import HTTPServer
import Testing

@Suite struct RoutingTests {
    private struct Tag: RequestKey { typealias Value = String }

    private struct Tagging: Middleware {
        let tag: String
        func handle(_ request: Request, next: Handler) async throws -> Response {
            var request = request
            request[Tag.self] = (request[Tag.self] ?? "") + tag
            var response = try await next(request)
            response.headers.add("X-Tag", tag)
            return response
        }
    }

    private var router: Router {
        var router = Router(middleware: [Tagging(tag: "a"), Tagging(tag: "b")])
        router.get("/memories/{id}") { .text("\($0.template ?? "-") \($0.parameter("id") ?? "-") \($0[Tag.self] ?? "-")") }
        router.delete("/memories/{id}") { _ in Response(.noContent) }
        router.get("/memories/export") { _ in .text("export") }
        router.get("/files/{path...}") { .text($0.parameter("path") ?? "-") }
        router.group("/admin", middleware: [Tagging(tag: "c")]) { admin in
            admin.get("/users") { .text($0[Tag.self] ?? "-") }
        }
        router.get("/search") { .text("\($0.query["q"] ?? "-")|\($0.query.all("tag").joined(separator: ","))") }
        router.get("/") { _ in .text("root") }
        return router
    }

    private func get(_ target: String, _ method: Method = .get) async throws -> Response {
        try await HTTPServer(router: router, log: .silent).respond(to: Request(method, target))
    }

    private func text(_ target: String) async throws -> String { String(decoding: try await get(target).body.bytes ?? [], as: UTF8.self) }

    @Test func parametersAreDecodedAndLiteralsWin() async throws {
        #expect(try await text("/memories/42") == "/memories/{id} 42 ab")
        #expect(try await text("/memories/caf%C3%A9%20noir%2Fx") == "/memories/{id} café noir/x ab")
        #expect(try await text("/memories/export") == "export")
        #expect(try await text("/memories/%65xport") == "export")
        #expect(try await text("/files/a/b%20c/d") == "a/b c/d")
        #expect(try await text("/") == "root")
        #expect(try await text("/admin/users") == "abc")
    }

    @Test func queryItemsAreDecoded() async throws {
        #expect(try await text("/search?q=a+b%26c&tag=x&tag=y&broken=%zz") == "a b&c|x,y")
    }

    @Test func unknownPathsAndMethodsAreProblems() async throws {
        let unknown = try await get("/nothing/here")
        #expect(unknown.status == .notFound)
        #expect(unknown.headers[.contentType] == "application/problem+json")
        #expect(try await get("/memories/").status == .notFound)
        let wrong = try await get("/memories/1", .post)
        #expect(wrong.status == .methodNotAllowed)
        #expect(wrong.headers[.allow] == "GET, HEAD, DELETE")
        #expect(try await get("/memories/1", .head).status == .ok)
    }

    @Test func pathsThatAreNotUTF8AreRefused() async throws {
        for path in ["/memories/%FF%FE", "/memories/%00", "/memories/%4", "/memories/a\u{7}"] {
            #expect(try await get(path).status == .badRequest, "\(path)")
        }
    }

    @Test func contradictingRoutesStopTheStart() {
        var router = Router()
        router.get("/a/{x}") { _ in .text("") }
        router.get("/a/{x}") { _ in .text("") }
        #expect(throws: HTTPServerError.self) { try HTTPServer(router: router, log: .silent) }
        var relative = Router()
        relative.get("a") { _ in .text("") }
        #expect(throws: HTTPServerError.self) { try HTTPServer(router: relative, log: .silent) }
    }

    @Test func errorsBecomeProblems() async throws {
        struct Known: Error {}
        struct Unknown: Error {}
        var router = Router()
        router.get("/http") { _ in throw HTTPError(.conflict, title: "Taken", detail: "The name \"x\" is taken.\n") }
        router.get("/known") { _ in throw Known() }
        router.get("/unknown") { _ in throw Unknown() }
        let server = try HTTPServer(router: router, log: .silent) { error, request in
            error is Known
                ? HTTPError(.tooManyRequests, detail: "Wait.", headers: [.retryAfter: "3"]).response(instance: request.path, requestID: request.id) : nil
        }
        let conflict = Request(.get, "/http")
        #expect(
            String(decoding: await server.respond(to: conflict).body.bytes ?? [], as: UTF8.self)
                == #"{"type":"about:blank","title":"Taken","status":409,"detail":"The name \"x\" is taken.\n","instance":"/http","request_id":"\#(conflict.id)"}"#
        )
        let known = await server.respond(to: Request(.get, "/known"))
        #expect(known.status == .tooManyRequests && known.headers[.retryAfter] == "3")
        let unknown = await server.respond(to: Request(.get, "/unknown"))
        #expect(unknown.status == .internalServerError)
        #expect(!String(decoding: unknown.body.bytes ?? [], as: UTF8.self).contains("Unknown"))
    }
}
