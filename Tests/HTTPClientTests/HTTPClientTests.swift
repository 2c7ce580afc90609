import Foundation
import HTTPClient
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct HTTPClientTests {
    func client(_ settings: HTTPClient.Settings = .init(), clock: ManualClock? = nil) throws -> HTTPClient {
        if let clock { return try HTTPClient(settings: settings, clock: clock, random: { 0.5 }) }
        return try HTTPClient(settings: settings)
    }

    func failure(_ client: HTTPClient, _ request: HTTPRequest) async -> HTTPClientError? {
        await #expect(throws: HTTPClientError.self) { try await client.send(request) }
    }

    // MARK: Requests and answers

    @Test func aGetIsAnswered() async throws {
        let server = try RawServer {
            _ = $0.readRequest(); $0.send(RawServer.answer("201 Created", headers: ["X-A: 1", "x-a: 2"], "été"))
        }
        let response = try await client().send(HTTPRequest(server.url + "/path?q=1", headers: ["X-Empty": "", "Accept": "text/plain"]))
        #expect(response.status == 201)
        #expect(response.text == "été")
        #expect(response.headers["X-A"] == "1")
        #expect(response.headers.fields.filter { $0.name.lowercased() == "x-a" }.map(\.value) == ["1", "2"])
        let request = try #require(server.requests.first)
        #expect(request.line == "GET /path?q=1 HTTP/1.1")
        #expect(request.headers["x-empty"] == "")
        #expect(request.headers["accept"] == "text/plain")
    }

    @Test(arguments: ["POST", "PUT", "PATCH", "DELETE"]) func aBodyIsSent(method: String) async throws {
        let server = try RawServer { _ in RawServer.answer() }
        let body = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) }
        let response = try await client().send(HTTPRequest(server.url, method: method, headers: ["Content-Type": "x/y"], body: body))
        #expect(response.status == 200)
        let request = try #require(server.requests.first)
        #expect(request.line == "\(method) / HTTP/1.1")
        #expect(request.headers["content-type"] == "x/y")
        #expect(request.headers["expect"] == nil)
        #expect(request.body == body)
    }

    @Test func headAndEmptyPost() async throws {
        let server = try RawServer { connection in
            while let request = connection.readRequest() {
                connection.send(request.line.hasPrefix("HEAD") ? "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n" : RawServer.answer())
            }
        }
        let client = try client()
        #expect(try await client.send(HTTPRequest(server.url, method: "HEAD")).body.isEmpty)
        #expect(try await client.send(HTTPRequest(server.url, method: "POST")).status == 200)
        #expect(server.requests.last?.headers["content-length"] == "0")
    }

    @Test func connectionsAreUsedAgain() async throws {
        let server = try RawServer { _ in RawServer.answer("200 OK", "x") }
        let client = try client()
        for _ in 0..<5 { _ = try await client.send(HTTPRequest(server.url)) }
        #expect(server.connections == 1)
        #expect(server.requests.count == 5)
    }

    @Test func manyAtOnce() async throws {
        let server = try RawServer { RawServer.answer("200 OK", String($0.line.split(separator: " ")[1])) }
        let client = try client()
        let url = server.url
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<100 {
                group.addTask { try await client.send(HTTPRequest("\(url)/\(number)")).text == "/\(number)" }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }

    @Test func tooManyAtOnceAreRefused() async throws {
        let server = try RawServer {
            _ = $0.readRequest(); _ = $0.waitForHangUp()
        }
        let client = try client(.init(mostTransfers: 1))
        let url = server.url
        let first = Task { try await client.send(HTTPRequest(url)) }
        while server.requests.isEmpty { await Task.yield() }
        #expect(await failure(client, HTTPRequest(url))?.code == .busy)
        first.cancel()
        let error = await #expect(throws: HTTPClientError.self) { try await first.value }
        #expect(error?.code == .cancelled)
    }

    // MARK: Streams

    @Test func piecesArriveAsTheyAreSent() async throws {
        let gates = (0..<3).map { _ in Signal<Void>() }
        let server = try RawServer { connection in
            _ = connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            for gate in gates {
                gate.wait()
                connection.sendChunk("piece")
            }
            connection.sendChunk("")
        }
        // Each piece is sent only after the one before has arrived.
        let next = Atomic(0)
        let head = try await client().stream(
            HTTPRequest(server.url),
            onHead: { head in
                #expect(head.isSuccess)
                gates[next.wrappingAdd(1, ordering: .relaxed).oldValue].set(())
            },
            onBody: { bytes in
                #expect(bytes == Array("piece".utf8))
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                if index < gates.count { gates[index].set(()) }
            })
        #expect(head.status == 200)
        #expect(next.load(ordering: .relaxed) == 4)
    }

    @Test func aSlowReceiverHoldsTheServerBack() async throws {
        let stalled = Signal<Int>()
        let total = 64 << 20
        let server = try RawServer { connection in
            _ = connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: \(total)\r\n\r\n")
            let piece = [UInt8](repeating: 7, count: 1 << 20)
            let sent = connection.sendUntilStalled(piece, limit: total)
            stalled.set(sent)
            var left = total - sent
            while left > 0, connection.send(Array(piece.prefix(left))) { left -= min(left, piece.count) }
        }
        let received = Atomic(0)
        var request = HTTPRequest(server.url)
        request.limits.bodyBytes = total
        try await client().stream(request) { bytes in
            #expect(await stalled.value < total)
            #expect(bytes.count <= 1 << 20)
            received.wrappingAdd(bytes.count, ordering: .relaxed)
        }
        #expect(received.load(ordering: .relaxed) == total)
    }

    @Test func cancellingEndsTheTransfer() async throws {
        let hungUp = Signal<Bool>(), began = Signal<Void>()
        let server = try RawServer { connection in
            _ = connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\n\r\nsome")
            hungUp.set(connection.waitForHangUp())
        }
        let client = try client(), url = server.url
        let task = Task { try await client.stream(HTTPRequest(url)) { _ in began.set(()) } }
        await began.value
        task.cancel()
        let error = await #expect(throws: HTTPClientError.self) { try await task.value }
        #expect(error?.code == .cancelled)
        #expect(await hungUp.value)
    }

    @Test func aCancelledTaskSendsNothingItWaitsFor() async throws {
        let server = try RawServer { connection in
            _ = connection.readRequest()
            _ = connection.waitForHangUp()
        }
        let client = try client(), url = server.url
        let gate = Signal<Void>()
        let task = Task {
            await gate.value
            return try await client.send(HTTPRequest(url))
        }
        task.cancel()
        gate.set(())
        let error = await #expect(throws: HTTPClientError.self) { try await task.value }
        #expect(error?.code == .cancelled)
    }

    @Test func anErrorOfTheReceiverEndsTheTransfer() async throws {
        let hungUp = Signal<Bool>()
        let server = try RawServer { connection in
            _ = connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\n\r\nsome")
            hungUp.set(connection.waitForHangUp())
        }
        struct Enough: Error {}
        let client = try client()
        await #expect(throws: Enough.self) { try await client.stream(HTTPRequest(server.url)) { _ in throw Enough() } }
        #expect(await hungUp.value)
    }

    @Test func shuttingDownEndsEverything() async throws {
        let server = try RawServer {
            _ = $0.readRequest(); _ = $0.waitForHangUp()
        }
        let client = try client(), url = server.url
        let task = Task { try await client.send(HTTPRequest(url, retry: .never)) }
        while server.requests.isEmpty { await Task.yield() }
        client.shutDown()
        let error = await #expect(throws: HTTPClientError.self) { try await task.value }
        #expect(error?.code == .cancelled)
        #expect(await failure(client, HTTPRequest(url))?.code == .cancelled)
    }

    // MARK: Limits and failures

    @Test func silenceIsATimeout() async throws {
        let server = try RawServer { connection in
            _ = connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\n\r\nsome")
            _ = connection.waitForHangUp()
        }
        let error = await failure(try client(), HTTPRequest(server.url, limits: .init(idle: .milliseconds(50))))
        #expect(error?.code == .timeout)
        #expect(error?.message.contains("silent") == true)
    }

    @Test func theWholeIsLimitedInTime() async throws {
        let server = try RawServer {
            _ = $0.readRequest(); _ = $0.waitForHangUp()
        }
        let error = await failure(try client(), HTTPRequest(server.url, limits: .init(total: .milliseconds(50)), retry: .never))
        #expect(error?.code == .timeout)
        #expect(error?.message == "http://127.0.0.1:\(server.port) took too long. Try again later, or allow it more time.")
    }

    @Test func largeAnswersAreRefused() async throws {
        let server = try RawServer { request in
            request.line.contains("/body")
                ? RawServer.answer("200 OK", String(repeating: "x", count: 100_000))
                : RawServer.answer("200 OK", headers: (0..<50).map { "X-\($0): " + String(repeating: "y", count: 1000) })
        }
        let client = try client()
        #expect(await failure(client, HTTPRequest(server.url + "/body", limits: .init(bodyBytes: 99_999)))?.code == .tooLarge)
        #expect(await failure(client, HTTPRequest(server.url + "/head", limits: .init(headerBytes: 10_000)))?.code == .tooLarge)
        #expect(try await client.send(HTTPRequest(server.url + "/body", limits: .init(bodyBytes: 100_000))).body.count == 100_000)
    }

    @Test(arguments: [
        ("", HTTPClientError.Code.connectionLost), ("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfour", .connectionLost),
        ("SSH-2.0-OpenSSH_9.2\r\n", .badResponse),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", .connectionLost),
    ])
    func brokenAnswersAreErrors(answer: String, code: HTTPClientError.Code) async throws {
        let server = try RawServer {
            _ = $0.readRequest(); $0.send(answer)
        }
        #expect(await failure(try client(), HTTPRequest(server.url, retry: .never))?.code == code)
    }

    @Test(arguments: ["", "nonsense", "ftp://x/", "file:///etc/passwd", "http://", "http://a b/", "http://x/\r\nX: y", "gopher://x", "http://x:99999/"])
    func otherAddressesAreRefused(url: String) async throws {
        #expect(await failure(try client(), HTTPRequest(url))?.code == .invalidRequest)
    }

    @Test(arguments: [("A\r\nB", "x"), ("A", "x\r\nB: y"), ("A", "x\0"), ("", "x"), ("A:", "x"), ("A B", "x")])
    func headersCannotBeSmuggled(name: String, value: String) async throws {
        let server = try RawServer { _ in RawServer.answer() }
        #expect(await failure(try client(), HTTPRequest(server.url, headers: [name: value]))?.code == .invalidRequest)
        #expect(await failure(try client(), HTTPRequest(server.url, method: "GET / HTTP/1.1\r\nX:"))?.code == .invalidRequest)
        #expect(server.requests.isEmpty)
    }

    @Test func redirectsAreFollowedOnlyWhenAskedFor() async throws {
        let server = try RawServer {
            $0.line.contains("/old") ? RawServer.answer("302 Found", headers: ["Location: /new"], "gone") : RawServer.answer("200 OK", "here")
        }
        let client = try client()
        #expect(try await client.send(HTTPRequest(server.url + "/old")).status == 302)
        let followed = try await client.send(HTTPRequest(server.url + "/old", redirects: 1))
        #expect(followed.status == 200)
        #expect(followed.text == "here")
        let endless = try RawServer { _ in RawServer.answer("302 Found", headers: ["Location: /again"]) }
        #expect(await failure(client, HTTPRequest(endless.url, redirects: 3))?.code == .badResponse)
        let escaping = try RawServer { _ in RawServer.answer("302 Found", headers: ["Location: file:///etc/passwd"]) }
        #expect(await failure(client, HTTPRequest(escaping.url, redirects: 3))?.code == .badResponse)
    }

    @Test func namesThatDoNotExist() async throws {
        #expect(await failure(try client(), HTTPRequest("http://nowhere.invalid/", retry: .never))?.code == .dns)
    }

    @Test func noProxyStandsBeforeLoopback() async throws {
        await #expect(processExitsWith: .success) {
            setenv("http_proxy", "http://127.0.0.1:1", 1)
            let server = try RawServer { _ in RawServer.answer("200 OK", "direct") }
            let client = try HTTPClient()
            #expect(try await client.send(HTTPRequest(server.url)).text == "direct")
            let error = await #expect(throws: HTTPClientError.self) { try await client.send(HTTPRequest("http://192.0.2.1/", retry: .never)) }
            #expect(error?.code == .refused)
        }
    }

    // MARK: Again

    @Test func aRefusedConnectionIsTriedAgain() async throws {
        let clock = ManualClock(now: Date(timeIntervalSince1970: 0))
        let port = try RawServer { _ in RawServer.answer() }.port  // Closed at once: nobody listens there.
        let client = try client(clock: clock)
        let task = Task { try await client.send(HTTPRequest("http://127.0.0.1:\(port)/", method: "POST")) }
        for wait in [0.1, 0.2] {
            await clock.waitForSleepers()
            clock.advance(by: wait)
        }
        let error = await #expect(throws: HTTPClientError.self) { try await task.value }
        #expect(error?.code == .refused)
    }

    @Test func anOverloadedServerIsAskedAgainAsItWishes() async throws {
        let count = Atomic(0)
        let server = try RawServer { _ in
            count.wrappingAdd(1, ordering: .relaxed).newValue < 3
                ? RawServer.answer("503 Busy", headers: ["Retry-After: 7"]) : RawServer.answer("200 OK", "done")
        }
        let clock = ManualClock(now: Date(timeIntervalSince1970: 0))
        let client = try client(clock: clock), url = server.url
        let task = Task { try await client.send(HTTPRequest(url)) }
        for _ in 0..<2 {
            await clock.waitForSleepers()
            clock.advance(by: 7)
        }
        #expect(try await task.value.text == "done")
        #expect(server.requests.count == 3)
    }

    @Test func whatMayNotBeRepeatedIsNot() async throws {
        let server = try RawServer { connection in
            while let request = connection.readRequest() {
                if request.line.contains("/lost") { return }
                connection.send(RawServer.answer("503 Busy"))
            }
        }
        let client = try client()
        #expect(try await client.send(HTTPRequest(server.url, method: "POST")).status == 503)
        #expect(await failure(client, HTTPRequest(server.url + "/lost", method: "POST"))?.code == .connectionLost)
        #expect(server.requests.count == 2)
    }

    @Test func aStreamIsNotRepeatedOnceItBegan() async throws {
        let server = try RawServer { connection in
            _ = connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfour")
        }
        let client = try client(), heads = Atomic(0)
        let error = await #expect(throws: HTTPClientError.self) {
            try await client.stream(HTTPRequest(server.url), onHead: { _ in heads.wrappingAdd(1, ordering: .relaxed) }, onBody: { _ in })
        }
        #expect(error?.code == .connectionLost)
        #expect(heads.load(ordering: .relaxed) == 1)
        #expect(server.requests.count == 1)
    }

    @Test func aFailingServerIsLeftAlone() async throws {
        let isWell = Atomic(false)
        let server = try RawServer { _ in
            isWell.load(ordering: .relaxed) ? RawServer.answer() : RawServer.answer("500 No").replacingOccurrences(of: "500", with: "502")
        }
        let clock = ManualClock(now: Date(timeIntervalSince1970: 0))
        let client = try client(.init(breaker: .init(failures: 3, pause: 10)), clock: clock)
        let request = HTTPRequest(server.url, method: "POST")
        for _ in 0..<3 { #expect(try await client.send(request).status == 502) }
        #expect(await failure(client, request)?.code == .circuitOpen)
        #expect(server.requests.count == 3)
        clock.advance(by: 10)
        #expect(try await client.send(request).status == 502)  // The probe.
        #expect(await failure(client, request)?.code == .circuitOpen)
        isWell.store(true, ordering: .relaxed)
        clock.advance(by: 10)
        for _ in 0..<3 { #expect(try await client.send(request).status == 200) }
    }
}
