import API
import Base
import Domain
import HTTPServer
import Identity

extension Backend {
    func addOpenIDRoutes(to router: inout Router) {
        let identity = parts.authenticator
        @Sendable func provider() throws(Problem) -> OpenIDSignIn {
            guard let provider = identity.ways.openID else {
                throw Problem(.notFound, "no OpenID provider is set up: set JARVIS_OIDC_ISSUER and JARVIS_OIDC_CLIENT_ID")
            }
            return provider
        }

        router.get("/auth/oidc") { request in try .json(OpenIDProviderBody(name: provider().name)) }
        router.get("/auth/oidc/start") { request in
            return .leaving(to: try await provider().begin(challenge: request.query["challenge"] ?? "", back: request.callback))
        }
        router.get("/auth/oidc/callback") { request in
            // A browser comes here, and people read what it shows: what went wrong is told to the page, too.
            do {
                let query = request.query
                let finished = try await provider().finish(
                    state: query["state"], code: query["code"], error: query["error"], issuer: query["iss"], back: request.callback,
                    from: request.client.address.description)
                return .leaving(to: "/#\(finished.isLink ? "oidc_link" : "oidc")=\(finished.code)")
            } catch let problem as Problem {
                return .leaving(to: "/#oidc_error=\(problem.code.name)")
            }
        }
        router.post("/auth/oidc/token") { request in
            let body: OpenIDCode = try request.decode()
            return try .json(
                TokenResponse(await identity.signIn(openID: body.code, verifier: body.verifier, otp: body.otp.map { Secret($0) }, at: request.place)))
        }
        router.post("/auth/oidc/register") { request in
            let body: OpenIDRegistration = try request.decode()
            let tokens = try await identity.register(
                openID: body.code, verifier: body.verifier, invitation: Secret(body.invitation), name: body.username, language: Self.language(body.language),
                at: request.place)
            return try .json(TokenResponse(tokens), status: .created)
        }
        router.post("/auth/oidc/link") { request in
            try request.requireStepUp()
            let body: OpenIDLinkRequest = try request.decode()
            return try .json(OpenIDStart(url: await provider().begin(challenge: body.challenge, linkingFor: request.bearer, back: request.callback)))
        }
        router.post("/auth/oidc/link/confirm") { request in
            let body: OpenIDCode = try request.decode()
            let account = try await provider().link(
                body.code, verifier: body.verifier, for: request.bearer, from: request.client.address.description)
            return try .json(OpenIDLink(account), status: .created)
        }
        router.get("/auth/oidc/links") { request in
            try .json(PageBody(items: await provider().accounts(of: request.caller).map { OpenIDLink($0) }))
        }
        router.delete("/auth/oidc/links/{id}") { request in
            try request.requireStepUp()
            try await provider().unlink(request.identifier("id"), of: request.caller, from: request.client.address.description)
            return Response(.noContent)
        }
    }
}

extension Request {
    /// Where the provider sends the browser back to: this server under the name that it was called by, which the door has looked at.
    fileprivate var callback: String {
        get throws {
            guard let host = headers[.host] else { throw Problem(.invalid, "the request names no host") }
            let prefix = path.range(of: "/auth/oidc").map { path[..<$0.lowerBound] } ?? ""
            return "\(isSecure ? "https" : "http")://\(host)\(prefix)/auth/oidc/callback"
        }
    }
}

extension Response {
    /// To another page, of which nobody hears where the browser comes from, and which is not kept.
    fileprivate static func leaving(to location: String) -> Response {
        var response = Response.redirect(to: location)
        response.headers[.cacheControl] = "no-store"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response
    }
}

extension OpenIDLink {
    init(_ account: OutsideAccount) {
        self.init(id: account.id.description, issuer: account.issuer, name: account.name, createdAt: account.createdAt, usedAt: account.usedAt)
    }
}
