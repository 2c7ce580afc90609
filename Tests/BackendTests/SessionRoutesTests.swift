import API
import Base
import Domain
import Foundation
import HTTPClient
import HTTPServer
import Lifecycle
import TestSupport
import Testing

/// Where one is signed in, and signing out from here and from elsewhere.
@Suite(.timeLimit(.minutes(1))) struct SessionRoutesTests {
    private func signIn(_ house: House, device: String) async throws -> TokenResponse {
        let password = House.password.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return try await house.send(
            .post, "/auth/token", body: Array("grant_type=password&username=zo%C3%A9&password=\(password)".utf8), headers: [(.userAgent, device)]
        ).decode(TokenResponse.self)
    }

    @Test func devicesAreListedAndSignedOut() async throws {
        let house = try await House()
        let first = try await house.owner()
        house.clock.advance(by: 1)
        let phone = try await signIn(house, device: "a phone")
        let listed = try await house.send(.get, "/auth/sessions", token: phone.accessToken).decode(PageBody<SessionSummary>.self).items
        #expect(listed.map(\.device) == ["a phone", ""] && listed.map(\.isCurrent) == [true, false] && listed.map(\.address) == ["127.0.0.1", "127.0.0.1"])
        #expect(listed.map { $0.expiresAt.timeIntervalSince($0.createdAt) } == [7 * 86_400, 7 * 86_400])
        #expect(listed.map { $0.endsAt.timeIntervalSince($0.createdAt) } == [90 * 86_400, 90 * 86_400])
        #expect(await house.send(.delete, "/auth/sessions/\(listed[1].id)", token: phone.accessToken).status == 204)
        #expect(await house.send(.delete, "/auth/sessions/\(listed[1].id)", token: phone.accessToken).status == 404)
        #expect(await house.send(.delete, "/auth/sessions/nonsense", token: phone.accessToken).status == 404)
        #expect(await house.send(.get, "/auth/me", token: first).status == 401)
        #expect(await house.send(.post, "/auth/logout", token: phone.accessToken).status == 204)
        #expect(await house.send(.post, "/auth/logout", token: phone.accessToken).status == 401)
        let refused = await house.send(.post, "/auth/refresh", json: #"{"refresh_token":"\#(phone.refreshToken ?? "")"}"#)
        #expect(refused.status == 401)
    }

    @Test func signingOutEverywhereEndsTheOpenConnections() async throws {
        let house = try await House()
        let first = try await house.owner(), phone = try await signIn(house, device: "a phone").accessToken
        let shutdown = Shutdown()
        try await house.server.start()
        async let serving: Void = house.server.run(until: shutdown)
        let port = try #require(house.server.boundPort)
        let ticket = try await house.send(.post, "/auth/ws-ticket", token: phone).decode(TicketResponse.self).ticket
        let byToken = try await WebSocketClient("ws://127.0.0.1:\(port)/ws", settings: .init(headers: ["Authorization": "Bearer \(first)"]))
        let byTicket = try await WebSocketClient("ws://127.0.0.1:\(port)/ws?ticket=\(ticket)")
        for socket in [byToken, byTicket] {
            try await socket.send(#"{"type":"text","text":"heure"}"#)
            #expect(try await socket.receive() != nil)
        }
        #expect(await house.send(.delete, "/auth/sessions", token: first).status == 200)
        for socket in [byToken, byTicket] {
            var message = try await socket.receive()
            while message != nil { message = try await socket.receive() }
        }
        #expect(await house.send(.get, "/auth/me", token: phone).status == 401)
        shutdown.request()
        try await serving
    }

    /// A page that somebody on this very machine has open may not set Jarvis up for its author, nor guess passwords.
    @Test(arguments: ["http://evil.example", "null", "http://127.0.0.1:9", "http://127.0.0.1.evil.example:8000"])
    func aForeignPageChangesNothing(_ origin: String) async throws {
        let house = try await House()
        let headers: [(HeaderName, String)] = [(.origin, origin), (.host, "127.0.0.1:8000")], body = #"{"username":"x","password":"\#(House.password)"}"#
        let refused = await house.send(.post, "/auth/setup", json: body, headers: headers)
        #expect(refused.status == 403)
        #expect(await house.send(.post, "/auth/token", json: "grant_type=password", headers: headers).status == 403)
        #expect(await house.send(.get, "/health", headers: headers).status == 200)
        #expect(try await house.store.hasOwner() == false)
        let own: [(HeaderName, String)] = [(.origin, "http://127.0.0.1:8000"), (.host, "127.0.0.1:8000")]
        #expect(await house.send(.post, "/auth/setup", json: body, headers: own).status == 201)
    }
}
