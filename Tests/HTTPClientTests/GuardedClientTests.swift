import Foundation
@testable import HTTPClient
import Lifecycle
import TestSupport
import Testing

/// Here 127.0.0.1 stands for the public internet, and all else for what it is.
@Suite(.timeLimit(.minutes(1))) struct GuardedClientTests {
    func client(
        _ servers: [RawServer], _ names: [String: [[String]]] = [:], internet: String = "127.0.0.1/32", resolver: (any HostResolver)? = nil,
        clock: ManualClock? = nil
    ) throws -> GuardedClient {
        let exemption = try #require(OutboundGuard.Exemption(internet))
        let ports = Set(servers.map { Int($0.port) } + [80])
        let policy = OutboundGuard(ports: ports, exempting: [exemption], resolver: resolver ?? FakeResolver(names))
        return if let clock { try GuardedClient(policy, clock: clock) } else { try GuardedClient(policy) }
    }

    func refusal(_ client: GuardedClient, _ request: HTTPRequest) async -> OutboundRefusal? {
        await #expect(throws: OutboundRefusal.self) { try await client.send(request) }
    }

    func failure(_ client: GuardedClient, _ request: HTTPRequest) async -> HTTPClientError? {
        await #expect(throws: HTTPClientError.self) { try await client.send(request) }
    }

    // MARK: Addresses

    @Test func whatWasCheckedIsConnectedTo() async throws {
        let server = try RawServer { _ in RawServer.answer("200 OK", "here") }
        let resolver = FakeResolver(["site.test": [["127.0.0.1"], ["127.0.0.2"]], "xn--bcher-kva.test": [["127.0.0.1"]]])
        let client = try client([server], resolver: resolver)
        let request = HTTPRequest("http://Site.test.:\(server.port)/a")
        #expect(try await client.send(request).text == "here")
        #expect(resolver.asked == ["site.test"])
        #expect(server.requests.first?.headers["host"] == "site.test:\(server.port)")
        // The name leads to the inside now. The connection still stands, and is of no use any more.
        #expect(await refusal(client, request)?.rule == .address)
        #expect(server.requests.count == 1)
        #expect(try await client.send(HTTPRequest("http://bücher.test:\(server.port)/")).text == "here")
        #expect(server.requests.last?.headers["host"] == "xn--bcher-kva.test:\(server.port)")
    }

    @Test func aKeptConnectionBelongsToItsAddress() async throws {
        let server = try RawServer { _ in RawServer.answer() }
        let client = try client([server], ["site.test": [["127.0.0.1"], ["127.0.0.1"], ["127.0.0.3"]]], internet: "127.0.0.0/8")
        let request = HTTPRequest("http://site.test:\(server.port)/", retry: .never)
        for _ in 0..<2 { #expect(try await client.send(request).status == 200) }
        #expect(server.connections == 1)
        #expect(await failure(client, request)?.code == .refused)  // Nobody listens on 127.0.0.3.
        #expect(server.requests.count == 2)
    }

    @Test func anotherAddressIsTriedWhenTheFirstIsSilent() async throws {
        let server = try RawServer { _ in RawServer.answer() }
        let client = try client([server], ["site.test": [["127.0.0.3", "127.0.0.1"]]], internet: "127.0.0.0/8")
        let request = HTTPRequest("http://site.test:\(server.port)/", retry: RetryPolicy(attempts: 2, base: .zero))
        #expect(try await client.send(request).status == 200)
    }

    @Test func aBadAddressAmongGoodOnesIsRefused() async throws {
        let server = try RawServer { _ in RawServer.answer() }
        let client = try client([server], ["site.test": [["127.0.0.1", "::ffff:10.0.0.1"]]])
        #expect(await refusal(client, HTTPRequest("http://site.test:\(server.port)/"))?.rule == .address)
        #expect(server.connections == 0)
    }

    @Test func noProxyStandsBetween() async throws {
        await #expect(processExitsWith: .success) {
            for name in ["http_proxy", "all_proxy", "ALL_PROXY"] { setenv(name, "http://127.0.0.1:1", 1) }
            let server = try RawServer { _ in RawServer.answer("200 OK", "direct") }
            let exemption = try #require(OutboundGuard.Exemption("site.test:\(server.port)"))
            let client = try GuardedClient(OutboundGuard(exempting: [exemption], resolver: FakeResolver(["site.test": [["127.0.0.1"]]])))
            #expect(try await client.send(HTTPRequest("http://site.test:\(server.port)/")).text == "direct")
        }
    }

    // MARK: Redirects

    @Test(arguments: [
        ("http://127.0.0.2/", OutboundRefusal.Rule.address), ("http://[::ffff:127.0.0.2]/", .address), ("http://0x7f.2/", .address), ("//127.2/", .address),
        ("http://169.254.169.254/latest/meta-data/", .address), ("http://inner.test/", .address), ("//inner.test/x", .address), ("http://site.test:22/", .port),
        ("http://user@site.test/", .userinfo), ("file:///etc/passwd", .scheme), ("gopher://127.0.0.1:70/_x", .scheme), ("http://1.2.3.4.5/", .host),
        ("http://site.test:x/", .url), ("http://x\u{7F}/", .url),
    ])
    func redirectsAreChecked(location: String, rule: OutboundRefusal.Rule) async throws {
        let server = try RawServer { _ in RawServer.answer("302 Found", headers: ["Location: \(location)"]) }
        let client = try client([server], ["site.test": [["127.0.0.1"]], "inner.test": [["10.0.0.1"]]])
        #expect(await refusal(client, HTTPRequest("http://site.test:\(server.port)/", redirects: 5))?.rule == rule)
        #expect(server.requests.count == 1)
    }

    @Test func eachRedirectIsLookedUpAgain() async throws {
        let server = try RawServer { _ in RawServer.answer("302 Found", headers: ["Location: /again"]) }
        let client = try client([server], ["site.test": [["127.0.0.1"], ["127.0.0.1"], ["127.0.0.2"]]])
        #expect(await refusal(client, HTTPRequest("http://site.test:\(server.port)/", redirects: 5))?.rule == .address)
        #expect(server.requests.count == 2)
    }

    @Test(arguments: [(0, 1), (1, 2), (5, 6), (100, 6)]) func redirectsHaveAnEnd(most: Int, requests: Int) async throws {
        let server = try RawServer { _ in RawServer.answer("302 Found", headers: ["Location: /again"]) }
        let client = try client([server]), request = HTTPRequest(server.url, redirects: most)
        if most == 0 {
            #expect(try await client.send(request).status == 302)
        } else {
            #expect(await refusal(client, request)?.rule == .redirects)
        }
        #expect(server.requests.count == requests)
    }

    @Test func redirectsMayBeRelative() async throws {
        let locations = ["/a/b": "c d?e", "/a/c%20d?e": "//site.test:PORT/f", "/f": "?g=é", "/f?g=%c3%a9": "/done#h"]
        let server = try RawServer { connection in
            while let request = connection.readRequest() {
                let path = request.line.split(separator: " ")[1].lowercased()  // %C3 is %c3.
                let port = request.headers["host"]?.split(separator: ":").last ?? ""
                let location = locations[path]?.replacingOccurrences(of: "PORT", with: port)
                connection.send(location.map { RawServer.answer("302 Found", headers: ["Location: \($0)"]) } ?? RawServer.answer("200 OK", path))
            }
        }
        let client = try client([server], ["site.test": [["127.0.0.1"]]])
        #expect(try await client.send(HTTPRequest(server.url + "/a/b", redirects: 5)).text == "/done")
    }

    @Test(arguments: [
        (301, "POST", "GET", false), (302, "POST", "GET", false), (303, "POST", "GET", false), (303, "PUT", "GET", false), (307, "POST", "POST", true),
        (308, "POST", "POST", true), (301, "PUT", "PUT", true), (302, "PATCH", "PATCH", true),
    ])
    func methodsAndBodiesFollowTheirRules(status: Int, method: String, next: String, keepsBody: Bool) async throws {
        let server = try RawServer { request in
            request.line.contains("/new") ? RawServer.answer() : RawServer.answer("\(status) There", headers: ["Location: /new"])
        }
        let request = HTTPRequest(
            server.url, method: method, headers: ["Content-Type": "x/y", "Authorization": "a", "X-Key": "b"], body: Array("body".utf8), redirects: 1)
        #expect(try await client([server]).send(request).status == 200)
        let last = try #require(server.requests.last)
        #expect(last.line == "\(next) /new HTTP/1.1")
        #expect(last.text == (keepsBody ? "body" : ""))
        #expect(last.headers["content-type"] == (keepsBody ? "x/y" : nil))
        #expect(last.headers["authorization"] == "a" && last.headers["x-key"] == "b")
    }

    @Test(arguments: [300, 304, 305]) func otherAnswersStay(status: Int) async throws {
        let server = try RawServer { _ in "HTTP/1.1 \(status) Other\r\nLocation: /new\r\nContent-Length: 0\r\n\r\n" }
        #expect(try await client([server]).send(HTTPRequest(server.url, redirects: 5)).status == status)
    }

    @Test func secretsStayWithTheirServer() async throws {
        let other = try RawServer { _ in RawServer.answer() }
        let port = other.port
        let server = try RawServer { _ in RawServer.answer("307 There", headers: ["Location: http://127.0.0.1:\(port)/"]) }
        let headers: HTTPHeaders = ["Authorization": "a", "cookie": "b", "X-Api-Key": "c", "If-None-Match": "d", "Accept": "text/html", "Content-Type": "x/y"]
        let request = HTTPRequest(server.url, method: "POST", headers: headers, body: Array("body".utf8), redirects: 1)
        #expect(try await client([server, other]).send(request).status == 200)
        let last = try #require(other.requests.last)
        #expect(["authorization", "cookie", "x-api-key", "if-none-match"].allSatisfy { last.headers[$0] == nil })
        #expect(last.headers["accept"] == "text/html" && last.headers["content-type"] == "x/y" && last.text == "body")
    }

    @Test(.enabled(if: TLSTests.canRun, "openssl is not installed")) func nothingLeadsFromHttpsToHttp() async throws {
        let folder = try Paths.temporaryFolder()
        let made = try await ChildProcess.launch(
            .init(
                executable: TLSTests.openssl,
                arguments: [
                    "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=site.test", "-addext",
                    "subjectAltName=DNS:site.test", "-keyout", folder.file("key.pem"), "-out", folder.file("cert.pem"),
                ]), log: .silent)
        #expect(await made.waitForExit() == .code(0))
        let plain = try RawServer { _ in RawServer.answer() }
        try "HTTP/1.0 302 Found\r\nLocation: \(plain.url)/\r\nContent-Length: 0\r\n\r\n".write(toFile: folder.file("down"), atomically: true, encoding: .utf8)
        let script = """
            cd '\(folder.file(""))' && \(TLSTests.openssl) s_server -accept 127.0.0.1:0 -HTTP -key key.pem -cert cert.pem | grep --line-buffered ^ACCEPT
            """
        let server = try await ChildProcess.launch(.init(executable: "/bin/sh", arguments: ["-c", script]), log: .silent)
        let port = try #require(try await server.announcement().split(separator: ":").last.flatMap { Int($0) })
        let exemption = try #require(OutboundGuard.Exemption("127.0.0.1/32"))
        let policy = OutboundGuard(ports: [port, Int(plain.port)], exempting: [exemption], resolver: FakeResolver(["site.test": [["127.0.0.1"]]]))
        let client = try GuardedClient(policy, certificateAuthorities: folder.file("cert.pem"))
        #expect(await refusal(client, HTTPRequest("https://site.test:\(port)/down", redirects: 1))?.rule == .downgrade)
        #expect(plain.connections == 0)
        await server.stop()
    }

    // MARK: Limits

    @Test func theSizeIsLimitedOverAll() async throws {
        let server = try RawServer { request in
            let body = String(repeating: "x", count: 600)
            return request.line.contains("/new") ? RawServer.answer("200 OK", body) : RawServer.answer("302 Found", headers: ["Location: /new"], body)
        }
        let client = try client([server])
        let error = await failure(client, HTTPRequest(server.url, limits: .init(bodyBytes: 1199), redirects: 1))
        #expect(error?.description == "too_large: 127.0.0.1 and what led there sent more than 1199 bytes")
        #expect(try await client.send(HTTPRequest(server.url, limits: .init(bodyBytes: 1200), redirects: 1)).body.count == 600)
    }

    @Test(arguments: [Duration.seconds(7), nil]) func theTimeIsLimitedOverAll(limit: Duration?) async throws {
        let arrived = Signal<Void>()
        let server = try RawServer { connection in
            while let request = connection.readRequest(), !request.line.contains("/new") {
                connection.send(RawServer.answer("302 Found", headers: ["Location: /new"]))
            }
            arrived.set(())
            _ = connection.waitForHangUp()
        }
        let clock = ManualClock(now: Date(timeIntervalSince1970: 0))
        let client = try client([server], clock: clock), url = server.url
        let task = Task { try await client.send(HTTPRequest(url, limits: .init(total: limit), redirects: 5)) }
        await arrived.value
        clock.advance(by: limit == nil ? 60 : 7)
        let error = await #expect(throws: HTTPClientError.self) { try await task.value }
        #expect(error?.code == .timeout)
    }

    @Test func lookingUpIsLimitedInTime() async throws {
        let clock = ManualClock(now: Date(timeIntervalSince1970: 0))
        let client = try client([], resolver: SilentResolver(), clock: clock)
        let task = Task { try await client.send(HTTPRequest("http://site.test/", limits: .init(connect: .seconds(3)))) }
        await clock.waitForSleepers(2)
        clock.advance(by: 3)
        let error = await #expect(throws: HTTPClientError.self) { try await task.value }
        #expect(error?.code == .dns)
    }

    @Test func cancellingEndsIt() async throws {
        let clock = ManualClock(now: Date(timeIntervalSince1970: 0))
        let client = try client([], resolver: SilentResolver(), clock: clock)
        let task = Task { try await client.send(HTTPRequest("http://site.test/")) }
        await clock.waitForSleepers(2)
        task.cancel()
        let error = await #expect(throws: HTTPClientError.self) { try await task.value }
        #expect(error?.code == .cancelled)
    }
}
