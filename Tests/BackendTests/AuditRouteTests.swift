import API
import Base
import Domain
import Foundation
import HTTPClient
import HTTPServer
import Identity
import Lifecycle
import TestSupport
import Testing

@testable import Backend

@Suite struct AuditRouteTests {
    private func entries(_ house: House, _ query: String = "", token: String) async throws -> [AuditEntryBody] {
        try await house.trail.written()
        return try await house.send(.get, "/admin/audit" + query, token: token).decode(PageBody<AuditEntryBody>.self).items
    }

    @Test func whoSignedInAndWhoWasRefusedIsThere() async throws {
        let house = try await House()
        let token = try await house.owner()
        let wrong = await house.send(
            .post, "/auth/token", body: Array("username=zo%C3%A9&password=not+the+password".utf8), headers: [(.userAgent, "a phone")],
            peer: PeerAddress(ipv4: 192, 0, 2, 7))
        #expect(wrong.status == 401)
        let all = try await entries(house, token: token)
        #expect(all.map(\.action) == ["sign_in", "sign_in", "set_up"] && all.map(\.outcome) == ["refused", "done", "done"])
        #expect(all[0].name == "zoé" && all[0].address == "192.0.2.7" && all[2].target == "zoé (owner)")
        #expect(try await entries(house, "?action=set_up", token: token).map(\.action) == ["set_up"])
        #expect(try await entries(house, "?who=ZO%C3%89&limit=1", token: token).map(\.outcome) == ["refused"])
        #expect(try await entries(house, "?since=2100-01-01T00:00:00Z", token: token).isEmpty)
        for query in ["action=nonsense", "since=yesterday", "cursor=x", "limit=0"] {
            #expect(await house.send(.get, "/admin/audit?\(query)", token: token).status == 400, "\(query)")
        }
    }

    @Test func whatATriedNameBelongsToIsNotTold() async throws {
        let house = try await House()
        let token = try await house.owner()
        _ = await house.send(.post, "/auth/token", body: Array("username=somebody&password=not+the+password".utf8))
        #expect(try await !entries(house, token: token).contains { $0.name == "somebody" })
    }

    @Test(arguments: Role.allCases) func onlyOwnersAndAdminsReadIt(role: Role) throws {
        var request = Request(.get, "/admin/audit", headers: [], body: [], peer: PeerAddress(ipv4: 127, 0, 0, 1))
        let bearer = Bearer(principal: Principal(household: .init(), user: .init(), role: role, name: "x"), session: .init())
        request[Caller.self] = bearer
        if role == .owner || role == .admin {
            #expect(try request.administrator.role == role)
        } else {
            let problem = #expect(throws: Problem.self) { try request.administrator }
            let refusal = try #require(problem)
            let event = try #require(request.refusal(refusal, of: bearer))
            #expect(event.action == .requestRefused && event.outcome == .refused && event.name == "x" && event.address == "127.0.0.1")
        }
    }

    @Test func somebodyTakesAllThatIsKeptOfThem() async throws {
        let house = try await House()
        let token = try await house.owner()
        _ = await house.send(.post, "/lists/courses", token: token, json: #"{"text":"pain"}"#)
        _ = await house.send(.post, "/chat", token: token, json: #"{"message":"heure ?"}"#)
        try await house.trail.written()
        // Over a socket: what is streamed is no answer in memory.
        let shutdown = Shutdown()
        try await house.server.start()
        async let serving: Void = house.server.run(until: shutdown)
        let port = try #require(house.server.boundPort)
        let export = try await HTTPClient().send(
            HTTPRequest("http://127.0.0.1:\(port)/auth/me/export", headers: ["Authorization": "Bearer \(token)"]))
        shutdown.request()
        try await serving
        #expect(export.status == 200 && export.headers["Content-Type"] == "application/x-ndjson")
        let kinds = Set(try export.text.split(separator: "\n").compactMap { try JSONValue(parsing: String($0))["kind"]?.string })
        #expect(kinds.isSuperset(of: ["account", "session", "conversation", "message", "list_item", "audit_entry"]))
        #expect(!export.text.contains("argon2"))
    }

    @Test func somebodyGoesWithAPasswordAndNotWithout() async throws {
        let house = try await House()
        let token = try await house.owner()
        #expect(await house.send(.delete, "/auth/me", token: token, json: #"{"password":"not the password"}"#).status == 403)
        #expect(await house.send(.delete, "/auth/me", token: token, json: "{}").status == 400)
        #expect(await house.send(.get, "/auth/me", token: token).status == 200)
        #expect(await house.send(.delete, "/auth/me", token: token, json: #"{"password":"\#(House.password)"}"#).status == 204)
        #expect(await house.send(.get, "/auth/me", token: token).status == 401)
        #expect(try await house.send(.get, "/health").decode(Health.self).setupRequired)
        // Another household finds nothing of them.
        let again = try await house.owner()
        #expect(try await entries(house, token: again).map(\.action) == ["sign_in", "set_up"])
    }
}
