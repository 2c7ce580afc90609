import API
import Audit
import Base
import Domain
import Foundation
import HTTPClient
import HTTPServer
import Lifecycle
import TestSupport
import Testing

extension House {
    static let elsewhere = PeerAddress(ipv4: 192, 0, 2, 7)

    /// Registers with an invitation's code, and signs in.
    func join(_ name: String, code: String) async throws -> String {
        let body = #"{"code":"\#(code)","username":"\#(name)","password":"\#(Self.password)"}"#
        let made = await send(.post, "/auth/register", json: body)
        try #require(made.status == 201, "\(made.text)")
        clock.advance(by: 60)
        let password = Self.password.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let answer = await send(.post, "/auth/token", body: Array("grant_type=password&username=\(name)&password=\(password)".utf8))
        clock.advance(by: 60)
        return try answer.decode(TokenResponse.self).accessToken
    }

    /// Somebody of the owner's household.
    func join(_ name: String, as role: Role, by owner: String) async throws -> String {
        let invitation = await send(.post, "/admin/invitations", token: owner, json: #"{"role":"\#(role.rawValue)"}"#)
        return try await join(name, code: #require(invitation.decode(InvitationBody.self).code))
    }

    /// The owner of another household.
    func stranger(by owner: String) async throws -> String {
        let made = try await send(.post, "/admin/households", token: owner, json: #"{"name":"Voisins"}"#).decode(HouseholdBody.self)
        return try await join("voisine", code: #require(made.invitation?.code))
    }

    func key(_ scopes: [Capability], by token: String) async throws -> String {
        let list = scopes.map { #""\#($0.rawValue)""# }.joined(separator: ",")
        let answer = await send(.post, "/auth/api-keys", token: token, json: #"{"name":"script","scopes":[\#(list)]}"#)
        return try #require(answer.decode(APIKeyBody.self).key)
    }

    /// `METHOD path` of all routes.
    func routes() async throws -> [(method: HTTPMethod, path: String)] {
        let document = try await send(.get, "/openapi.json").decode(JSONValue.self)
        guard case .object(let paths)? = document["paths"] else { return [] }
        return paths.sorted { $0.key < $1.key }.flatMap { path, methods -> [(method: HTTPMethod, path: String)] in
            guard case .object(let methods) = methods else { return [] }
            return methods.keys.sorted().map { (HTTPMethod(rawValue: $0.uppercased()), path) }
        }
    }
}

/// Accounts, invitations, keys, and the check of rights at the door.
@Suite(.timeLimit(.minutes(1))) struct PeopleRoutesTests {
    private static let someID = "01890a5d-ac96-774b-bcce-b302099a8057"

    @Test func theHouseholdIsAdministered() async throws {
        let house = try await House()
        let owner = try await house.owner()
        let member = try await house.join("membre", as: .member, by: owner)
        #expect(await house.send(.get, "/admin/users", token: member).status == 403)
        let users = try await house.send(.get, "/admin/users", token: owner).decode(PageBody<UserBody>.self).items
        #expect(users.map(\.username) == ["zoé", "membre"] && users[1].permissions.risk == "dangerous" && users[1].permissions.areas == nil)
        let id = users[1].id, first = users[0].id
        let patch = #"{"role":"child","permissions":{"capabilities":["talk","home"],"areas":["salon"],"risk":"harmless"}}"#
        let changed = try await house.send(.patch, "/admin/users/\(id)", token: owner, json: patch).decode(UserBody.self)
        #expect(changed.role == "child" && changed.permissions == PermissionsBody(capabilities: ["talk", "home"], areas: ["salon"], risk: "harmless"))
        // The token is the same; what it opens is not.
        let refused = await house.send(.get, "/memories", token: member)
        #expect(try refused.status == 403 && refused.problem().detail?.contains("'memory_read'") == true)
        for bad in [#"{"role":"king"}"#, #"{"language":"de"}"#, #"{"permissions":{"capabilities":["fly"],"risk":"harmless"}}"#, #"{"disabled":"yes"}"#] {
            #expect(await house.send(.patch, "/admin/users/\(id)", token: owner, json: bad).status == 400, "\(bad)")
        }
        #expect(await house.send(.patch, "/admin/users/\(first)", token: owner, json: #"{"disabled":true}"#).status == 409)
        let code = try await house.send(.post, "/admin/users/\(id)/reset", token: owner).decode(ResetCodeBody.self).code
        #expect(await house.send(.post, "/auth/reset", json: #"{"code":"\#(code)","password":"encore une autre phrase"}"#).status == 204)
        #expect(await house.send(.get, "/auth/me", token: member).status == 401)
        #expect(await house.send(.delete, "/admin/users/\(id)", token: owner).status == 204)
        #expect(await house.send(.delete, "/admin/users/\(id)", token: owner).status == 404)
        let old = House.password
        #expect(await house.send(.post, "/auth/password", token: owner, json: #"{"old_password":"x","new_password":"\#(old)"}"#).status == 403)
        #expect(await house.send(.post, "/auth/password", token: owner, json: #"{"old_password":"\#(old)","new_password":"\#(old) 2"}"#).status == 200)
    }

    /// A page shows the households to whoever may have them, and asks nobody else's.
    @Test func onlyTheOwnerOfTheFirstHouseholdIsToldThatTheyRunIt() async throws {
        let house = try await House()
        let owner = try await house.owner()
        let (member, stranger) = (try await house.join("membre", as: .member, by: owner), try await house.stranger(by: owner))
        for (token, status) in [(owner, 200), (member, 403), (stranger, 403)] {
            let me = try await house.send(.get, "/auth/me", token: token).decode(Me.self)
            #expect(await house.send(.get, "/admin/households", token: token).status == status)
            #expect(me.isOperator == (status == 200 ? true : nil), "\(me.username)")
        }
    }

    /// A new route has to say whom it is for.
    @Test func everyRouteIsListedWithWhatItNeeds() async throws {
        let house = try await House(rooms: House.rooms)
        let owner = try await house.owner()
        for (method, path) in try await house.routes() where path != "/metrics" {
            let target = path.replacing("{id}", with: Self.someID).replacing("{name}", with: "courses").replacing("{service}", with: "turn_on")
            if ["DELETE /auth/sessions", "POST /auth/logout"].contains("\(method) \(path)") { continue }
            let answer = await house.send(method, target, token: owner)
            #expect(
                answer.status != 403 || ["/auth/register", "/auth/reset", "/auth/password", "/machine/password", "/machine/export"].contains(path),
                "\(method) \(path): \(answer.text)")
        }
    }

    @Test func aKeyOpensWhatItsScopesSayAndNothingElse() async throws {
        let house = try await House(rooms: House.rooms)
        let owner = try await house.owner()
        let all = try await house.key(Capability.allCases, by: owner), home = try await house.key([.home], by: owner)
        var open: Set<String> = [], openToAll: Set<String> = []
        for (method, path) in try await house.routes() {
            let target = path.replacing("{id}", with: Self.someID).replacing("{name}", with: "courses").replacing("{service}", with: "turn_on")
            for (key, isAll) in [(home, false), (all, true)] {
                let answer = await house.send(method, target, token: key, peer: House.elsewhere)
                guard answer.status == 403 else {
                    if isAll { openToAll.insert("\(method) \(path)") } else { open.insert("\(method) \(path)") }
                    continue
                }
                // Which right lacks is said; and a key is never asked to sign in.
                #expect(
                    try answer.problem().detail?.contains("key") == true || path.hasPrefix("/auth/") || path.hasPrefix("/machine/") || path == "/metrics",
                    "\(method) \(path): \(answer.text)")
            }
        }
        let everybody: Set<String> = [
            "GET /auth/me", "GET /docs", "GET /health", "GET /health/live", "GET /health/ready", "GET /openapi.json", "POST /auth/jwt/login",
            "POST /auth/refresh", "POST /auth/token",
        ]
        #expect(open.subtracting(everybody).allSatisfy { $0.contains(" /home/") || $0.contains(" /automations") || $0.contains(" /auth/") }, "\(open)")
        #expect(everybody.subtracting(["GET /docs"]).isSubset(of: open))
        for closed in ["GET /admin/users", "POST /auth/api-keys", "GET /auth/sessions", "POST /auth/password", "POST /auth/logout", "GET /admin/households"] {
            #expect(!openToAll.contains(closed), "\(closed)")
        }
        #expect(openToAll.contains("GET /memories") && openToAll.contains("POST /chat") && openToAll.contains("GET /metrics"))
    }

    /// Nothing in the folder names its people any more, the trail's entries included; the number of the household stays in the chain, which it is part of.
    @Test func aRemovedHouseholdLeavesNothing() async throws {
        let house = try await House()
        let owner = try await house.owner(), token = try await house.stranger(by: owner)
        let member = try await house.join("gaspard", as: .member, by: token)
        _ = await house.send(.post, "/lists/courses", token: member, json: #"{"text":"pain"}"#)
        #expect(await house.send(.post, "/chat", token: member, json: #"{"message":"heure ?"}"#).status == 200)
        try await house.trail.written()
        let people = try await house.send(.get, "/admin/users", token: token).decode(PageBody<UserBody>.self).items
        let ids = try people.map { try #require(User.ID($0.id)) }
        func bytes() throws -> Data {
            try FileManager.default.contentsOfDirectory(at: house.folder.url, includingPropertiesForKeys: nil)
                .filter { !$0.lastPathComponent.hasSuffix("-shm") }.reduce(into: Data()) { $0 += try Data(contentsOf: $1) }
        }
        let marks =
            ids.map { id in withUnsafeBytes(of: (id.high.bigEndian, id.low.bigEndian)) { Data($0) } } + ["voisine", "gaspard", "Voisins"].map { Data($0.utf8) }
        for mark in marks { #expect(try bytes().range(of: mark) != nil) }
        let households = try await house.send(.get, "/admin/households", token: owner).decode(PageBody<HouseholdBody>.self).items
        let theirs = try #require(households.first { $0.name == "Voisins" }), ours = try #require(households.first { $0.hasHouse })
        let household = try #require(Household.ID(theirs.id))
        #expect(try await house.store.auditRecords(AuditFilter(household: household), before: nil, limit: 50).contains { $0.details != nil })
        // Whoever runs Jarvis goes neither with the first household nor before the others.
        let first = try await house.send(.delete, "/admin/households/\(ours.id)", token: owner).problem()
        #expect(first.status == 409 && first.detail?.contains("begin anew") == true)
        #expect(await house.send(.delete, "/auth/me", token: owner, json: #"{"password":"\#(House.password)"}"#).status == 409)

        #expect(await house.send(.delete, "/admin/households/\(theirs.id)", token: owner).status == 204)
        for mark in marks { #expect(try bytes().range(of: mark) == nil) }
        #expect(try await house.store.auditRecords(AuditFilter(household: household), before: nil, limit: 50).allSatisfy { $0.details == nil })
        for gone in [token, member] { #expect(await house.send(.get, "/auth/me", token: gone).status == 401) }
        #expect(await house.send(.delete, "/admin/households/\(theirs.id)", token: owner).status == 404)
        try await house.trail.written()
        #expect(try await AuditReader(chain: house.trail.chain, store: house.store, head: house.trail.head).verify().isIntact)
        #expect(await house.send(.delete, "/auth/me", token: owner, json: #"{"password":"\#(House.password)"}"#).status == 204)
    }

    @Test func aShutAccountLosesItsSocketsAtOnce() async throws {
        let house = try await House()
        let owner = try await house.owner(), member = try await house.join("membre", as: .member, by: owner)
        let key = try await house.key([.talk], by: member)
        let users = try await house.send(.get, "/admin/users", token: owner).decode(PageBody<UserBody>.self).items
        let shutdown = Shutdown()
        try await house.server.start()
        async let serving: Void = house.server.run(until: shutdown)
        let port = try #require(house.server.boundPort)
        var sockets: [WebSocketClient] = []
        for token in [member, key] {
            let socket = try await WebSocketClient("ws://127.0.0.1:\(port)/ws", settings: .init(headers: ["Authorization": "Bearer \(token)"]))
            try await socket.send(#"{"type":"text","text":"heure"}"#)
            #expect(try await socket.receive() != nil)
            sockets.append(socket)
        }
        let clock = ContinuousClock(), start = clock.now
        #expect(await house.send(.patch, "/admin/users/\(users[1].id)", token: owner, json: #"{"disabled":true}"#).status == 200)
        for socket in sockets { while try await socket.receive() != nil {} }
        print("the sockets of a shut account ended within \(clock.now - start)")
        #expect(await house.send(.get, "/auth/me", token: member).status == 401)
        shutdown.request()
        try await serving
    }

    /// Rooms that are somebody's, and those that are not.
    @Test func areasAndRiskHoldForTheHouse() async throws {
        let house = try await House(rooms: House.rooms)
        let owner = try await house.owner(), child = try await house.join("enfant", as: .child, by: owner)
        let id = try await house.send(.get, "/admin/users", token: owner).decode(PageBody<UserBody>.self).items[1].id
        func names(_ token: String) async throws -> [String] {
            try await house.send(.get, "/home/entities", token: token).decode(PageBody<EntityBody>.self).items.map(\.id).sorted()
        }
        #expect(try await names(child) == ["light.salon", "lock.entree", "sensor.dehors"])
        #expect(await house.send(.post, "/home/entities/lock.entree/unlock", token: child, json: #"{"confirm":true}"#).status == 403)
        let salon = try await house.send(.get, "/home/areas", token: owner).decode(PageBody<AreaBody>.self).items[0].id
        func permit(_ text: String) async -> Int {
            await house.send(.patch, "/admin/users/\(id)", token: owner, json: #"{"permissions":\#(text)}"#).status
        }
        #expect(await permit(#"{"capabilities":["talk","home"],"areas":["\#(salon)"],"risk":"dangerous"}"#) == 200)
        #expect(try await names(child) == ["light.salon"])
        #expect(await house.send(.get, "/home/entities/lock.entree", token: child).status == 404)
        #expect(await house.send(.post, "/home/entities/lock.entree/unlock", token: child, json: #"{"confirm":true}"#).status == 404)
        #expect(await house.send(.post, "/home/entities/light.salon/turn_on", token: child).status == 200)
        #expect(await permit(#"{"capabilities":["talk","home"],"areas":["cave"],"risk":"dangerous"}"#) == 200)
        #expect(try await names(child) == [])
        #expect(try await house.send(.get, "/home/areas", token: child).decode(PageBody<AreaBody>.self).items.isEmpty)
        #expect(await permit(#"{"capabilities":["talk","home"],"risk":"dangerous"}"#) == 200)
        #expect(await house.send(.post, "/home/entities/lock.entree/unlock", token: child, json: #"{"confirm":true}"#).status == 200)
        #expect(await permit(#"{"capabilities":["talk"],"risk":"dangerous"}"#) == 200)
        #expect(await house.send(.get, "/home/entities", token: child).status == 403)
    }
}
