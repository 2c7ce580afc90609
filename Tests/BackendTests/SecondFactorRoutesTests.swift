import API
import Base
import Cryptography
import Domain
import Foundation
import HTTPServer
import TestSupport
import Testing

/// An authenticator app from its QR code to its removal, over the routes.
@Suite(.timeLimit(.minutes(1))) struct SecondFactorRoutesTests {
    private func signIn(_ house: House, otp: String? = nil) async -> Answer {
        let password = House.password.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return await house.send(
            .post, "/auth/token", body: Array("username=zo%C3%A9&password=\(password)\(otp.map { "&otp=\($0)" } ?? "")".utf8))
    }

    private func addApp(_ house: House, _ token: String) async throws -> (app: TOTP, codes: [String]) {
        let enrolment = try await house.send(.post, "/auth/totp", token: token).decode(TOTPEnrolment.self)
        let app = try TOTP(base32: Secret(enrolment.secret))
        let code = try app.code(at: TOTP.step(at: house.clock.now)).reveal()
        let codes = try await house.send(.post, "/auth/totp/confirm", token: token, json: #"{"code":"\#(code)"}"#).decode(RecoveryCodes.self).recoveryCodes
        house.clock.advance(by: 30)
        return (app, codes)
    }

    @Test func anAppIsAddedAskedForAndRemoved() async throws {
        let house = try await House()
        let token = try await house.owner()
        #expect(try await house.send(.get, "/auth/second-factors", token: token).decode(SecondFactorsBody.self).totp == false)
        let (app, codes) = try await addApp(house, token)
        #expect(codes.count == 10)
        let state = try await house.send(.get, "/auth/second-factors", token: token).decode(SecondFactorsBody.self)
        #expect(state.totp && state.totpSince != nil && state.recoveryCodesLeft == 10 && !state.guardsHome)

        let asked = await signIn(house)
        #expect(asked.status == 401 && asked.headers[.wwwAuthenticate] == "Bearer")
        #expect(try asked.problem().type == "urn:jarvis:problem:otp_needed")
        #expect(await signIn(house, otp: try app.code(at: TOTP.step(at: house.clock.now)).reveal()).status == 200)
        #expect(await signIn(house, otp: codes[0]).status == 200)

        house.clock.advance(by: 300)
        for (method, path) in [(HTTPMethod.delete, "/auth/totp"), (.post, "/auth/totp"), (.post, "/auth/recovery-codes"), (.patch, "/auth/second-factors")] {
            let refused = await house.send(method, path, token: token, json: #"{"guards_home":true}"#)
            #expect(refused.status == 403, "\(path)")
            let problem = try refused.problem()
            #expect(problem.type == "urn:jarvis:problem:step_up_needed" && problem.detail?.contains("/auth/step-up") == true)
        }
        let wrong = await house.send(.post, "/auth/step-up", token: token, json: #"{"password":"\#(House.password)"}"#)
        #expect(try wrong.status == 403 && wrong.problem().type == "urn:jarvis:problem:otp_needed")
        let code = try app.code(at: TOTP.step(at: house.clock.now)).reveal()
        #expect(try await house.send(.post, "/auth/step-up", token: token, json: #"{"otp":"\#(code)"}"#).decode(StepUpResponse.self).expiresIn == 300)
        #expect(try await house.send(.post, "/auth/recovery-codes", token: token).decode(RecoveryCodes.self).recoveryCodes.count == 10)
        #expect(await house.send(.delete, "/auth/totp", token: token).status == 204)
        #expect(await house.send(.delete, "/auth/totp", token: token).status == 404)
        #expect(await signIn(house).status == 200)
        let told = house.trail.events.filter { $0.action != .setUp && ($0.action != .signIn || ["second factor", "recovery code"].contains($0.target)) }
        #expect(told.map(\.action) == [.factorAdd, .signIn, .stepUp, .factorAdd, .factorRemove])
    }

    /// Whoever wants it so opens no door with a token alone.
    @Test func riskyOrdersWantAProof() async throws {
        let house = try await House(rooms: House.rooms)
        let token = try await house.owner()
        let unlock = { (confirm: Bool) in
            await house.send(.post, "/home/entities/lock.entree/unlock", token: token, json: #"{"confirm":\#(confirm)}"#)
        }
        let (app, _) = try await addApp(house, token)
        house.clock.advance(by: 600)
        #expect(await unlock(true).status == 200, "nobody asked for more")
        let code = try app.code(at: TOTP.step(at: house.clock.now)).reveal()
        #expect(await house.send(.post, "/auth/step-up", token: token, json: #"{"otp":"\#(code)"}"#).status == 200)
        let patched = await house.send(.patch, "/auth/second-factors", token: token, json: #"{"guards_home":true}"#)
        #expect(try patched.decode(SecondFactorsBody.self).guardsHome)
        #expect(await unlock(true).status == 200, "the proof is fresh")
        house.clock.advance(by: 600)
        #expect(try await unlock(true).problem().type == "urn:jarvis:problem:step_up_needed")
        #expect(try await unlock(false).problem().type == "urn:jarvis:problem:confirmation_needed")
        #expect(await house.send(.post, "/home/entities/light.salon/turn_on", token: token, json: #"{"confirm":true}"#).status == 200)
    }
}
