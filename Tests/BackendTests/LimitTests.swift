import API
import Base
import Domain
import Foundation
import HTTPClient
import HTTPServer
import Lifecycle
import Synchronization
import TestSupport
import Testing

/// How often who may ask, and what the answers say about it.
@Suite(.timeLimit(.minutes(1))) struct LimitTests {
    private static let outsider = PeerAddress(ipv4: 192, 0, 2, 66)

    /// Keeps what is recorded.
    private final class Trail: AuditTrail {
        private let kept = Mutex<[AuditEvent]>([])
        var events: [AuditEvent] { kept.withLock { $0 } }
        func record(_ event: AuditEvent) { kept.withLock { $0.append(event) } }
    }

    private func guess(_ house: House, _ peer: PeerAddress, name: String = "zo%C3%A9") async -> Answer {
        await house.send(.post, "/auth/token", body: Array("username=\(name)&password=wrong".utf8), peer: peer)
    }

    @Test func guessingPasswordsIsSlowedDown() async throws {
        let trail = Trail(), house = try await House(trail: trail)
        _ = try await house.owner()
        var statuses: [Int] = [], waits: [String?] = []
        for _ in 0..<8 {
            let answer = await guess(house, Self.outsider)
            statuses.append(answer.status)
            waits.append(answer.headers[.retryAfter])
        }
        #expect(statuses == [401, 401, 401, 429, 429, 429, 429, 429])
        // A wait after three wrong ones, and then none are left of the five that an address has in a minute.
        #expect(waits == [nil, nil, nil, "1", "1", "12", "12", "12"])
        #expect(try await guess(house, Self.outsider).problem().type == "urn:jarvis:problem:too_many_requests")
        #expect(await guess(house, PeerAddress(ipv4: 192, 0, 2, 67)).status == 401)
        #expect(trail.events == [AuditEvent(.rateLimited, .refused, address: "192.0.2.66", target: "sign-in")], "told once")
        house.clock.advance(by: 61)
        for _ in 0..<7 { _ = await guess(house, Self.outsider) }
        #expect(trail.events.count { $0.action == .rateLimited } == 2)
    }

    @Test func namesThatDoNotExistAreTreatedAlike() async throws {
        let house = try await House()
        _ = try await house.owner()
        var answers: [[String]] = []
        for (name, peer) in [("zo%C3%A9", Self.outsider), ("nobody", PeerAddress(ipv4: 192, 0, 2, 67))] {
            var said: [String] = []
            for _ in 0..<7 {
                let answer = await guess(house, peer, name: name)
                said.append("\(answer.status) \(answer.headers[.retryAfter] ?? "") \(try answer.problem().detail ?? "")")
            }
            answers.append(said)
        }
        #expect(answers[0] == answers[1])
    }

    @Test func aWholeNetworkOfIPv6CountsAsOne() async throws {
        let house = try await House()
        _ = try await house.owner()
        var statuses: [Int] = []
        for number in 1...6 {
            let peer = try #require(PeerAddress("2001:db8:0:7::\(number)"))
            statuses.append(await guess(house, peer, name: "name\(number)").status)
        }
        #expect(statuses == [401, 401, 401, 401, 401, 429])
        #expect(await guess(house, try #require(PeerAddress("2001:db8:0:8::1"))).status == 401)
    }

    @Test func anAnswerSaysWhatIsLeft() async throws {
        let house = try await House(perUser: 600), token = try await house.owner()
        let answer = await house.send(.get, "/auth/me", token: token)
        #expect(answer.headers["RateLimit-Policy"] == #""api";q=600;w=60"# && answer.headers["RateLimit"] == #""api";r=599;t=1"#)
        #expect(["Limit", "Remaining", "Reset"].map { answer.headers[HeaderName("RateLimit-\($0)")] } == ["600", "599", "1"])
        // Errors say so, too; each class has its own.
        let missing = await house.send(.get, "/memories/nonsense", token: token)
        #expect(missing.status == 404 && missing.headers["RateLimit-Remaining"] == "598")
        #expect(await house.send(.post, "/chat", token: token, json: #"{"message":"heure"}"#).headers["RateLimit"] == #""chat";r=599;t=1"#)
        #expect(await house.send(.get, "/memories/export", token: token).headers["RateLimit-Policy"] == #""heavy";q=3;w=60"#)
        #expect(await house.send(.post, "/memories/import", token: token, json: "[]").headers["RateLimit-Remaining"] == "1")
        let wrong = await guess(house, Self.outsider)
        #expect(wrong.status == 401 && wrong.headers["RateLimit"] == #""sign-in";r=4;t=12"#)
        #expect(await house.send(.get, "/health").headers["RateLimit"] == nil, "from this machine nobody counts")
        #expect(await house.send(.get, "/health", peer: Self.outsider).headers["RateLimit"] == #""anonymous";r=298;t=1"#)
        #expect(await house.send(.get, "/nowhere", peer: Self.outsider).headers["RateLimit"] == #""anonymous";r=297;t=1"#)
    }

    @Test func pagesOfOtherOriginsMayReadIt() async throws {
        let house = try await House(), token = try await house.owner()
        let answer = await house.send(.get, "/auth/me", token: token, headers: [(.origin, "http://ok.example")])
        let exposed = answer.headers["Access-Control-Expose-Headers"]?.components(separatedBy: ", ") ?? []
        #expect(Set(["Retry-After", "RateLimit", "RateLimit-Policy", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"]).isSubset(of: exposed))
        #expect(answer.headers["RateLimit-Remaining"] == "99999")
    }

    @Test func aUserWhoAsksTooMuchIsRefusedUntilItIsTime() async throws {
        let trail = Trail(), house = try await House(perUser: 60, trail: trail), token = try await house.owner()
        var statuses: [Int] = []
        for _ in 0..<62 { statuses.append(await house.send(.get, "/lists", token: token).status) }
        #expect(statuses == Array(repeating: 200, count: 60) + [429, 429])
        let refused = await house.send(.get, "/lists", token: token)
        #expect(refused.headers[.retryAfter] == "1" && refused.headers["RateLimit"] == #""api";r=0;t=60"#)
        #expect(try refused.problem().detail == "too many requests: try again in 1 seconds")
        #expect(await house.send(.post, "/chat", token: token, json: #"{"message":"heure"}"#).status == 200, "chatting is not stopped by it")
        #expect(await house.send(.get, "/nowhere", token: token).status == 404)
        house.clock.advance(by: 1)
        #expect(await house.send(.get, "/lists", token: token).status == 200)
        #expect(trail.events.map(\.target) == ["api"] && trail.events.first?.name == "zoé")
    }

    /// Counted before the token is looked at, so that guessing one is counted.
    @Test func wrongTokensAreCountedByAddress() async throws {
        let house = try await House()
        _ = try await house.owner()
        var statuses: [Int: Int] = [:]
        for number in 0..<310 { statuses[await house.send(.get, "/lists", token: "wrong \(number)", peer: Self.outsider).status, default: 0] += 1 }
        #expect(statuses == [401: 300, 429: 10])
        #expect(await house.send(.get, "/lists", peer: PeerAddress(ipv4: 192, 0, 2, 67)).status == 401)
    }

    @Test func renewingASessionIsNoAttempt() async throws {
        let house = try await House()
        _ = try await house.owner()
        for _ in 0..<20 {
            let answer = await house.send(.post, "/auth/token", body: Array("grant_type=refresh_token&refresh_token=none".utf8), peer: Self.outsider)
            #expect(answer.status == 401 && answer.headers["RateLimit-Policy"]?.hasPrefix(#""anonymous""#) == true)
        }
        #expect(await guess(house, Self.outsider).headers["RateLimit-Remaining"] == "4")
    }

    /// Whoever is refused anyway need not send megabytes first.
    @Test func aBodyThatWouldBeRefusedIsNotRead() async throws {
        let house = try await House(perUser: 200), token = try await house.owner()
        #expect(await house.send(.post, "/memories/import", token: token, json: "[]").status == 200)
        let refused = await house.send(.post, "/memories/import", token: token, json: "this would be 400")
        #expect(refused.status == 429 && refused.headers[.retryAfter] == "60" && refused.headers["RateLimit-Remaining"] == "0")
    }

    @Test func whatIsSaidOnAWebSocketCounts() async throws {
        let house = try await House(perUser: 5), token = try await house.owner()
        let shutdown = Shutdown()
        try await house.server.start()
        async let serving: Void = house.server.run(until: shutdown)
        let port = try #require(house.server.boundPort)
        // To open it takes one.
        let socket = try await WebSocketClient("ws://127.0.0.1:\(port)/ws", settings: .init(headers: ["Authorization": "Bearer \(token)"]))
        func outcome() async throws -> String {
            try await socket.send(#"{"type":"text","text":"heure"}"#)
            while case .text(let text)? = try await socket.receive() {
                if text.contains(#""type":"done""#) { return "done" }
                if text.contains(#""type":"error""#) { return text.contains("too_many_requests") ? "refused" : text }
            }
            return "closed"
        }
        var outcomes: [String] = []
        for _ in 0..<6 { outcomes.append(try await outcome()) }
        #expect(outcomes == ["done", "done", "done", "done", "refused", "refused"])
        house.clock.advance(by: 12)
        #expect(try await outcome() == "done")
        #expect(await house.send(.get, "/lists", token: token).status == 200)
        socket.close()
        shutdown.request()
        try await serving
    }
}
