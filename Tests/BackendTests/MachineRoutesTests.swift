import API
import Base
import Cryptography
import Domain
import Foundation
import HTTPServer
import TestSupport
import Testing

/// What whoever holds the machine may do, and nobody else.
@Suite(.timeLimit(.minutes(1))) struct MachineRoutesTests {
    private let new = "une autre phrase à retenir"

    private func set(_ house: House, _ name: String, to password: String, _ more: String = "", key: String? = House.machineKey) async -> Answer {
        await house.send(.post, "/machine/password", token: key, json: #"{"username":"\#(name)","password":"\#(password)"\#(more)}"#)
    }

    @Test func theKeyOfTheFolderAndThisMachineAreNeeded() async throws {
        let house = try await House(prefix: "/api")
        let owner = try await house.owner(), body = #"{"username":"zoé","password":"\#(new)"}"#
        for key in [nil, owner, "another", House.machineKey.uppercased()] {
            #expect(await set(house, "zoé", to: new, key: key).status == 401)
            #expect(await house.send(.post, "/machine/export", token: key, json: #"{"username":"zoé"}"#).status == 401)
        }
        for path in ["/machine/password", "/api/machine/password"] {
            #expect(await house.send(.post, path, token: House.machineKey, json: body, peer: House.elsewhere).status == 401)
            let forwarded: [(HeaderName, String)] = [(.forwardedFor, "192.0.2.9")]
            #expect(await house.send(.post, path, token: House.machineKey, json: body, headers: forwarded).status == 401)
            #expect(await house.send(.post, path, token: owner, json: body, peer: House.elsewhere).status == 403)
        }
        #expect(await house.send(.get, "/auth/me", token: owner).status == 200)
    }

    @Test func aLockedOutOwnerComesBackIn() async throws {
        let house = try await House()
        let owner = try await house.owner(), key = try await house.key([.talk], by: owner)
        let enrolment = try await house.send(.post, "/auth/totp", token: owner).decode(TOTPEnrolment.self)
        let code = try TOTP(base32: Secret(enrolment.secret)).code(at: TOTP.step(at: house.clock.now)).reveal()
        #expect(await house.send(.post, "/auth/totp/confirm", token: owner, json: #"{"code":"\#(code)"}"#).status == 200)
        for (name, password, status) in [("nobody", new, 404), ("zoé", "short", 400), ("*", new, 400)] {
            #expect(await set(house, name, to: password).status == status)
        }
        let first = try await set(house, "ZOÉ", to: new).decode(MachinePasswordAnswer.self)
        #expect(first.username == "zoé" && first.wantsCode && !first.isDisabled && first.revokedKeys.map(\.name) == ["script"])
        for gone in [owner, key] { #expect(await house.send(.get, "/auth/me", token: gone).status == 401) }
        let form = "username=zo%C3%A9&password=\(new.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        #expect(try await house.send(.post, "/auth/token", body: Array(form.utf8)).problem().type.hasSuffix(":otp_needed"))
        let second = try await set(house, "zoé", to: new, #","without_second_factors":true"#).decode(MachinePasswordAnswer.self)
        #expect(!second.wantsCode && second.revokedKeys.isEmpty)
        #expect(await house.send(.post, "/auth/token", body: Array(form.utf8)).status == 200)
        let told = house.trail.events.filter { [.passwordChange, .factorRemove].contains($0.action) }
        #expect(told.map(\.action) == [.passwordChange, .factorRemove, .passwordChange] && told.allSatisfy { $0.user == nil && $0.target.count == 36 })
    }
}
