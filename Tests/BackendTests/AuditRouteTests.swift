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

    @Test func aTriedNameIsKeptShort() async throws {
        let house = try await House()
        _ = try await house.owner()
        let long = String(repeating: "n", count: 900)
        _ = await house.send(.post, "/auth/token", body: Array("username=\(long)&password=not+the+password".utf8))
        #expect(house.trail.events.filter { $0.action == .signIn && $0.outcome == .refused }.map(\.name.count) == [64])
    }

    /// What whoever refuses keeps, the door keeps no second time.
    @Test func oneRefusalIsOneEntry() async throws {
        let house = try await House()
        let owner = try await house.owner(), admin = try await house.join("adele", as: .admin, by: owner)
        let users = try await house.send(.get, "/admin/users", token: owner).decode(PageBody<UserBody>.self).items
        let before = house.trail.events.count
        house.clock.advance(by: 30)
        #expect(await house.send(.patch, "/admin/users/\(users[0].id)", token: admin, json: #"{"disabled":true}"#).status == 403)
        #expect(await house.send(.post, "/auth/step-up", token: admin, json: #"{"password":"not the password"}"#).status == 403)
        #expect(await house.send(.get, "/admin/households", token: admin).status == 403)
        let told = house.trail.events[before...].map { "\($0.action.rawValue) \($0.outcome.rawValue)" }
        #expect(told == ["user_change refused", "step_up refused", "request_refused refused"])
    }

    @Test func whatIsTakenOutAndBroughtInIsKept() async throws {
        let house = try await House()
        let owner = try await house.owner()
        let made = try await house.send(.post, "/admin/households", token: owner, json: #"{"name":"Voisins"}"#).decode(HouseholdBody.self)
        #expect(await house.send(.patch, "/admin/households/\(made.id)", token: owner, json: #"{"name":"Autres"}"#).status == 204)
        #expect(await house.send(.delete, "/admin/households/\(made.id)", token: owner).status == 204)
        _ = await house.send(.get, "/memories/export", token: owner)
        let line = #"{"kind":"fact","text":"le code du portail est 12","source":"told"}"#
        let imported = await house.send(.post, "/memories/import", token: owner, body: Array(line.utf8), headers: [(.contentType, "application/x-ndjson")])
        let told = house.trail.events.suffix(5).map { "\($0.action.rawValue) \($0.outcome.rawValue) \($0.target)" }
        #expect(
            told.prefix(4) == [
                "household_add done \(made.id)", "household_change done \(made.id)", "household_remove done \(made.id)", "export done memories",
            ])
        #expect(imported.status != 200 || told.last == "memory_import done 1", "\(imported.text)")
        _ = try await house.join("rene", as: .admin, by: owner)
        #expect(house.trail.events.contains { $0.action == .userAdd && $0.target == "rene (admin)" && $0.givesRule })
    }

    /// A misspelt member is no change.
    @Test func aChangeNamesWhatItDoesNotKnow() async throws {
        let house = try await House(prefix: "/api")
        let owner = try await house.owner()
        let users = try await house.send(.get, "/admin/users", token: owner).decode(PageBody<UserBody>.self).items
        for path in ["/admin/users/\(users[0].id)", "/api/admin/users/\(users[0].id)"] {
            let problem = try await house.send(.patch, path, token: owner, json: #"{"languag":"en"}"#).problem()
            #expect(problem.status == 400 && problem.detail?.contains("languag;") == true && problem.detail?.contains("language") == true)
            #expect(await house.send(.patch, path, token: owner, json: #"{"language":"en"}"#).status == 200)
        }
        for (path, body) in [("/memories/\(users[0].id)", #"{"pined":true}"#), ("/auth/second-factors", #"{"guards_home":true,"x":1}"#)] {
            #expect(await house.send(.patch, path, token: owner, json: body).status == 400, "\(path)")
        }
        #expect(await house.send(.post, "/admin/households", token: owner, json: #"{"name":"a","nom":"b"}"#).status == 400)
        let schemas = try await house.send(.get, "/openapi.json").decode(JSONValue.self)["components"]?["schemas"]
        #expect(schemas?["UserPatch"]?["additionalProperties"] == false && schemas?["ChatRequest"]?["additionalProperties"] == nil)
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
