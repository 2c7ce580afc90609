import API
import Base
import Domain
import Foundation
import HTTPServer
import Identity

extension Backend {
    func addPasskeyRoutes(to router: inout Router) {
        let identity = parts.authenticator
        guard let passkeys = identity.ways.passkeys else { return }

        router.post("/auth/passkeys/options") { request in
            try request.requireStepUp()
            let bearer = try request.bearer
            return try .json(PasskeyCreationOptions(await passkeys.registrationOptions(for: bearer, at: request.passkeySite), name: bearer.principal.name))
        }
        router.post("/auth/passkeys") { request in
            try request.requireStepUp()
            let body: NewPasskey = try request.decode()
            let passkey = try await passkeys.register(
                PasskeyRegistrationResponse(body.credential), name: body.name, for: request.bearer, at: request.passkeySite,
                from: request.client.address.description)
            return try .json(PasskeyBody(passkey), status: .created)
        }
        router.get("/auth/passkeys") { request in
            try .json(PageBody(items: await passkeys.passkeys(of: request.caller).map { PasskeyBody($0) }))
        }
        router.delete("/auth/passkeys/{id}") { request in
            try request.requireStepUp()
            try await passkeys.remove(request.identifier("id"), of: request.caller, from: request.client.address.description)
            return Response(.noContent)
        }
        router.post("/auth/passkeys/sign-in/options") { request in try .json(PasskeyRequestOptions(passkeys.signInOptions(at: request.passkeySite))) }
        router.post("/auth/passkeys/sign-in") { request in
            let body: PasskeySignIn = try request.decode()
            let user = try await passkeys.signIn(
                PasskeyAssertionResponse(body.credential), at: request.passkeySite, from: request.client.address.description)
            return try .json(TokenResponse(await identity.openSession(for: user, by: "passkey", at: request.place)))
        }
        router.post("/auth/step-up/options") { request in
            try .json(PasskeyRequestOptions(await passkeys.proofOptions(for: request.bearer, at: request.passkeySite)))
        }
    }
}

extension Request {
    /// The page that asks. Its origin was looked at by the door; programs, which send none, are taken for a page of this server.
    var passkeySite: PasskeySite {
        get throws {
            if let origin = headers[.origin] { return try PasskeySite(origin: origin) }
            guard let host = headers[.host] else { throw Problem(.invalid, "the request names no host") }
            return try PasskeySite(origin: "\(isSecure ? "https" : "http")://\(host)")
        }
    }
}

extension PasskeyCreationOptions {
    init(_ options: Passkeys.RegistrationOptions, name: String) {
        self.init(
            rp: Site(id: options.site.id, name: "Jarvis"), user: Account(id: Base64URL.encode(options.handle), name: name, displayName: name),
            challenge: Base64URL.encode(options.challenge), pubKeyCredParams: options.algorithms.map { Algorithm(alg: $0) }, timeout: Passkeys.timeout * 1000,
            excludeCredentials: options.known.map { PasskeyDescriptor(id: Base64URL.encode($0)) })
    }
}

extension PasskeyRequestOptions {
    init(_ options: Passkeys.AssertionOptions) {
        self.init(
            challenge: Base64URL.encode(options.challenge), rpId: options.site.id, timeout: Passkeys.timeout * 1000,
            allowCredentials: options.allowed.map { PasskeyDescriptor(id: Base64URL.encode($0)) })
    }
}

extension PasskeyBody {
    init(_ passkey: Passkey) {
        self.init(
            id: passkey.id.description, name: passkey.name, site: passkey.site, synced: passkey.mayBeCopied, createdAt: passkey.createdAt,
            usedAt: passkey.usedAt)
    }
}

extension PasskeyRegistrationResponse {
    init(_ body: NewPasskey.Credential) throws(Problem) {
        guard body.type == "public-key" else { throw Problem(.invalid, "credential.type must be public-key") }
        self.init(
            credential: try bytes(body.id, "id"), clientData: try bytes(body.response.clientDataJSON, "response.clientDataJSON"),
            attestation: try bytes(body.response.attestationObject, "response.attestationObject"))
    }
}

extension PasskeyAssertionResponse {
    init(_ body: PasskeyAnswer) throws(Problem) {
        guard body.type == "public-key" else { throw Problem(.invalid, "credential.type must be public-key") }
        self.init(
            credential: try bytes(body.id, "id"), clientData: try bytes(body.response.clientDataJSON, "response.clientDataJSON"),
            authenticatorData: try bytes(body.response.authenticatorData, "response.authenticatorData"),
            signature: try bytes(body.response.signature, "response.signature"),
            userHandle: try body.response.userHandle.map { text throws(Problem) in try bytes(text, "response.userHandle") })
    }
}

private func bytes(_ text: String, _ name: String) throws(Problem) -> [UInt8] {
    guard let data = Base64URL.decode(text) else { throw Problem(.invalid, "credential.\(name) must be base64url without padding") }
    return Array(data)
}
