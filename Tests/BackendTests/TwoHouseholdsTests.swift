import API
import Base
import Domain
import Foundation
import HTTPClient
import HTTPServer
import Lifecycle
import TestSupport
import Testing

/// One household's things, and another household that asks for them in every way there is.
@Suite(.timeLimit(.minutes(1))) struct TwoHouseholdsTests {
    /// In everything that the first household keeps.
    private static let mark = "xyzzy"
    /// What no answer to the others may hold.
    private static let secrets = [mark, "zoé", "zo\\u00e9", "salon", "Salon", "Lampe", "entree", "Rez-de", "48.9", "membre"]

    private struct Town {
        let house: House
        let owner: String
        let stranger: String
        /// Ids of the first household's things.
        var ids: [String] = []

        init() async throws {
            house = try await House(rooms: House.rooms)
            owner = try await house.owner()
            stranger = try await house.stranger(by: owner)
            let mark = TwoHouseholdsTests.mark
            _ = try await house.join("membre", as: .member, by: owner)
            for (path, json) in [
                ("/memories", #"{"text":"le code est \#(mark)"}"#), ("/timers", #"{"seconds":3600,"label":"\#(mark)"}"#),
                ("/reminders", #"{"due_at":"2030-01-01T00:00:00Z","label":"\#(mark)"}"#), ("/lists/\(mark)", #"{"text":"\#(mark)"}"#),
                ("/automations", #"{"name":"\#(mark)","language":"fr","orders":[{"intent":"HassTurnOn","slots":{"name":"light.salon"}}]}"#),
                ("/auth/api-keys", #"{"name":"\#(mark)","scopes":["talk"]}"#), ("/admin/invitations", #"{"role":"guest"}"#),
                ("/chat", #"{"message":"écho \#(mark)"}"#),
            ] {
                let answer = await house.send(.post, path, token: owner, json: json)
                try #require((200..<300).contains(answer.status), "\(path): \(answer.text)")
                ids += Self.ids(in: answer.text)
            }
            for path in ["/auth/sessions", "/admin/users", "/conversations", "/lists/\(mark)"] {
                ids += Self.ids(in: await house.send(.get, path, token: owner).text)
            }
            ids = Array(Set(ids)).sorted()
            // Of the household that asks, and not to be hidden from it.
            let own = Self.ids(in: await house.send(.get, "/auth/me", token: stranger).text)
            ids.removeAll { own.contains($0) }
        }

        private static func ids(in text: String) -> [String] {
            text.matches(of: /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/).map { String($0.output) }
        }
    }

    /// A body that each route would take, were the id one of theirs.
    private static let bodies = [
        "PATCH /memories/{id}": #"{"pinned":true}"#, "PATCH /automations/{id}": #"{"paused":true}"#, "PATCH /admin/users/{id}": #"{"language":"en"}"#,
        "PATCH /admin/households/{id}": #"{"name":"x"}"#, "PUT /conversations/{id}/remembering": #"{"remember":false}"#,
        "POST /home/entities/{id}/{service}": "{}",
    ]

    @Test func noRouteOpensAnothersThings() async throws {
        let town = try await Town()
        #expect(town.ids.count >= 10)
        var asked = 0
        for (method, path) in try await town.house.routes() where path.contains("{id}") {
            let name = "\(method) \(path)"
            for id in town.ids + ["light.salon", "lock.entree"] {
                let target = path.replacing("{id}", with: id).replacing("{name}", with: Self.mark).replacing("{service}", with: "turn_on")
                let answer = await town.house.send(method, target, token: town.stranger, json: Self.bodies[name])
                // Households are the first owner's, a house nobody else's.
                let expected: Set<Int> =
                    path.hasPrefix("/admin/households")
                    // Whether one's own turns are remembered may be said of any id; it is kept with who says it.
                    ? [403] : path.hasSuffix("/remembering") ? [204, 404] : path.hasPrefix("/home/") || path.hasPrefix("/automations") ? [503, 404] : [404]
                #expect(expected.contains(answer.status), "\(name) \(id): \(answer.status) \(answer.text)")
                // What was asked for is named again.
                let text = answer.text.replacing(target, with: "")
                for secret in Self.secrets { #expect(!text.contains(secret), "\(name): \(text)") }
                asked += 1
            }
        }
        print("asked \(asked) times for another household's things")
        // Everything is still there.
        #expect(await town.house.send(.get, "/memories", token: town.owner).text.contains(Self.mark))
        #expect(await town.house.send(.get, "/automations", token: town.owner).text.contains(Self.mark))
        #expect(try await town.house.send(.get, "/admin/users", token: town.owner).decode(PageBody<UserBody>.self).items.count == 2)
    }

    @Test func listsSearchesAndMessagesTellNothing() async throws {
        let town = try await Town()
        for (method, path) in try await town.house.routes() where method == .get && !path.contains("{id}") && path != "/ws" && path != "/docs" {
            let target = path.replacing("{name}", with: Self.mark)
            for query in ["", "?query=\(Self.mark)", "?about=\(Self.mark)", "?area=salon"] {
                let answer = await town.house.send(.get, target + query, token: town.stranger)
                #expect(answer.status < 500 || answer.status == 503, "\(target)")
                for secret in Self.secrets where !(secret == Self.mark && (path == "/lists/{name}" || query.contains(Self.mark))) {
                    #expect(!answer.text.contains(secret) || path == "/openapi.json", "\(target)\(query): \(answer.text)")
                }
            }
        }
        let found = try await town.house.send(.get, "/memories?query=\(Self.mark)", token: town.stranger).decode(PageBody<MemoryBody>.self)
        #expect(found.items.isEmpty)
        let list = await town.house.send(.get, "/lists/\(Self.mark)", token: town.stranger)
        #expect(list.status == 404 || !list.text.contains("\"id\""))
        for id in town.ids {
            let answer = await town.house.send(.post, "/chat", token: town.stranger, json: #"{"message":"heure","conversation_id":"\#(id)"}"#)
            #expect(!answer.text.contains(Self.mark))
        }
        for (path, json) in [
            ("/home/command", #"{"text":"allume la lampe du salon","area":"salon"}"#), ("/home/command", #"{"text":"heure"}"#),
            ("/automations", #"{"orders":[{"intent":"HassTurnOn"}],"trigger":{"type":"state","entity":"light.salon","to":"on"}}"#),
            ("/memories/restore", "{}"), ("/memories/forget", #"{"query":"\#(Self.mark)"}"#),
        ] {
            let answer = await town.house.send(.post, path, token: town.stranger, json: json)
            for secret in Self.secrets { #expect(!answer.text.contains(secret), "\(path): \(answer.text)") }
        }
        // Only who holds an invitation is told that a name is taken, and nothing of by whom.
        let taken = await town.house.send(.post, "/auth/register", json: #"{"code":"0","username":"zoé","password":"\#(House.password)"}"#)
        #expect(taken.status == 403 && !taken.text.contains("taken"))
    }

    @Test func theSocketTellsOnlyOnesOwn() async throws {
        let town = try await Town(), house = town.house
        let shutdown = Shutdown()
        try await house.server.start()
        async let serving: Void = house.server.run(until: shutdown)
        let port = try #require(house.server.boundPort)
        let socket = try await WebSocketClient("ws://127.0.0.1:\(port)/ws", settings: .init(headers: ["Authorization": "Bearer \(town.stranger)"]))
        try await socket.send(#"{"type":"start","mode":"text","states":true}"#)
        try await socket.send(#"{"type":"start","mode":"text","area":"salon"}"#)
        try await socket.send(#"{"type":"text","text":"heure"}"#)
        var texts: [String] = []
        func readTurn() async throws {
            while let message = try await socket.receive() {
                guard case .text(let text) = message else { continue }
                texts.append(text)
                if text.contains(#""done""#) { return }
            }
        }
        try await readTurn()
        let owner = try await #require(house.store.user(named: "zoé")?.user)
        let told = await house.hub.broadcast(Broadcast(text: Self.mark, language: .french, at: house.clock.now), to: owner.household, in: nil)
        #expect(told == 0)
        #expect(await house.send(.post, "/home/entities/light.salon/turn_on", token: town.owner).status == 200)
        try await socket.send(#"{"type":"text","text":"heure"}"#)
        try await readTurn()
        for text in texts { for secret in Self.secrets { #expect(!text.contains(secret), "\(text)") } }
        #expect(texts.contains { $0.contains("no house is set up") })
        shutdown.request()
        try await serving
    }
}
