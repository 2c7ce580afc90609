import API
import Base
import Domain
import Foundation
import HTTPServer
import Identity

extension Backend {
    func addSecondFactorRoutes(to router: inout Router) {
        let identity = parts.authenticator
        router.post("/auth/step-up") { request in
            let body: StepUpRequest = try request.decode()
            if let passkey = body.passkey {
                try await identity.stepUp(
                    request.bearer, passkey: PasskeyAssertionResponse(passkey), at: request.passkeySite, from: request.client.address.description)
                return try .json(StepUpResponse(expiresIn: Authenticator.proofLifetime))
            }
            try await identity.stepUp(request.bearer, password: body.password.map(Secret.init), otp: body.otp.map(Secret.init), at: request.place)
            return try .json(StepUpResponse(expiresIn: Authenticator.proofLifetime))
        }
        guard let factors = identity.ways.secondFactors else { return }

        router.get("/auth/second-factors") { request in try .json(SecondFactorsBody(await factors.state(of: request.caller))) }
        router.patch("/auth/second-factors") { request in
            // To be asked less is what a thief would want.
            try request.requireStepUp()
            let body: SecondFactorsPatch = try request.decode()
            try await factors.setGuardsHome(body.guardsHome, of: request.caller)
            try await identity.readAgain(request.caller)
            return try .json(SecondFactorsBody(await factors.state(of: request.caller)))
        }
        router.post("/auth/totp") { request in
            try request.requireStepUp()
            let app = try await factors.enrol(request.caller)
            return try .json(
                TOTPEnrolment(secret: app.secret.reveal(), uri: app.uri.reveal(), svg: app.svg.reveal(), png: Data(app.png)), status: .created)
        }
        router.post("/auth/totp/confirm") { request in
            let body: TOTPConfirmation = try request.decode()
            let codes = try await factors.confirm(Secret(body.code), by: request.bearer, from: request.client.address.description)
            return try .json(RecoveryCodes(recoveryCodes: codes.map { $0.reveal() }))
        }
        router.delete("/auth/totp") { request in
            try request.requireStepUp()
            try await factors.removeApp(of: request.caller, from: request.client.address.description)
            try await identity.readAgain(request.caller)
            return Response(.noContent)
        }
        router.post("/auth/recovery-codes") { request in
            try request.requireStepUp()
            let codes = try await factors.remakeRecoveryCodes(of: request.caller, from: request.client.address.description)
            return try .json(RecoveryCodes(recoveryCodes: codes.map { $0.reveal() }))
        }
    }
}

extension Request {
    /// For what could lock somebody out, or open a door: whoever asks must have shown who they are within the last five minutes.
    ///
    /// - Throws: `Problem.stepUpNeeded`.
    func requireStepUp() throws {
        guard try bearer.isProven else {
            throw Problem(
                .stepUpNeeded,
                "prove first that it is you: POST /auth/step-up with your password, the code of your authenticator app or a passkey, and ask again")
        }
    }
}

extension SecondFactorsBody {
    init(_ state: SecondFactorState) {
        self.init(totp: state.appSince != nil, totpSince: state.appSince, recoveryCodesLeft: state.recoveryCodesLeft, guardsHome: state.guardsHome)
    }
}
