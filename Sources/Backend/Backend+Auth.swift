import API
import Base
import Domain
import HTTPServer
import Identity

extension Backend {
    func addAuthRoutes(to router: inout Router) {
        let identity = parts.authenticator

        router.post("/auth/setup") { request in
            let body: SetupRequest = try request.decode()
            if !request.isFromThisMachine {
                guard let code = body.setupCode, Secret(code) == options.setupCode else {
                    throw Problem(.forbidden, "from another machine, set-up needs the code that Jarvis printed when it started (setup_code)")
                }
            }
            let language = try Self.language(body.language) ?? .french
            let owner = try await identity.setUp(name: body.username, password: Secret(body.password), language: language)
            parts.trail.record(
                AuditEvent(.setUp, .done, by: owner.principal, from: request.place.address, target: AuditEvent.target(owner.name, as: .owner)))
            return try .json(Me(owner), status: .created)
        }
        let token: Handler = { request in
            let form = request.form
            switch form["grant_type"] ?? "password" {
            case "password":
                guard let name = form["username"], let password = form["password"] else {
                    throw Problem(.invalid, "the form needs username and password (application/x-www-form-urlencoded)")
                }
                let signedIn = try await identity.signIn(name: name, password: Secret(password), otp: form["otp"].map { Secret($0) }, at: request.place)
                return try .json(TokenResponse(signedIn.tokens))
            case "refresh_token":
                guard let token = form["refresh_token"] else { throw Problem(.invalid, "the form needs refresh_token") }
                return try .json(TokenResponse(try await identity.refresh(token, at: request.place)))
            default:
                throw Problem(.invalid, "grant_type must be password or refresh_token")
            }
        }
        router.post("/auth/token", token)
        router.post("/auth/jwt/login", token)
        router.post("/auth/refresh") { request in
            let body: RefreshRequest = try request.decode()
            return try .json(TokenResponse(try await identity.refresh(body.refreshToken, at: request.place)))
        }
        router.post("/auth/logout") { request in
            let bearer = try request.bearer
            try await identity.end(bearer.session, of: bearer.principal)
            parts.trail.record(AuditEvent(.signOut, .done, by: bearer.principal, from: request.place.address))
            return Response(.noContent)
        }
        router.get("/auth/sessions") { request in
            let bearer = try request.bearer
            let lifetime = identity.sessionLifetime
            return try .json(
                PageBody(
                    items: await identity.sessions(of: bearer.principal).map { SessionSummary($0, lifetime, isCurrent: $0.id == bearer.session) }))
        }
        router.delete("/auth/sessions") { request in
            let keys = try await identity.signOutEverywhere(request.caller, from: request.place.address)
            try parts.trail.record(AuditEvent(.signOut, .done, by: request.caller, from: request.place.address, target: "*"))
            return try .json(RevokedKeys(revokedKeys: keys.map { APIKeyBody($0) }))
        }
        router.delete("/auth/sessions/{id}") { request in
            try await identity.end(request.identifier("id"), of: request.caller)
            try parts.trail.record(AuditEvent(.signOut, .done, by: request.caller, from: request.place.address, target: request.parameter("id") ?? ""))
            return Response(.noContent)
        }
        router.get("/auth/me") { request in try .json(Me(try await identity.user(request.caller))) }
        router.post("/auth/ws-ticket") { request in try .json(TicketResponse(ticket: try identity.issueTicket(for: request.bearer), expiresIn: 30)) }
    }

    /// A language of a request; `nil` when it names none.
    static func language(_ tag: String?) throws -> Language? {
        guard let tag else { return nil }
        guard let language = Language(tag: tag) else { throw Problem(.invalid, "language must be fr or en") }
        return language
    }
}

extension SessionSummary {
    init(_ session: Session, _ lifetime: Session.Lifetime, isCurrent: Bool) {
        let last = lifetime.last(of: session)
        self.init(
            id: session.id.description, device: session.device, address: session.address, createdAt: session.createdAt, usedAt: session.usedAt,
            expiresAt: min(session.expiresAt, last), endsAt: last, isCurrent: isCurrent)
    }
}

extension TokenResponse {
    init(_ tokens: Authenticator.Tokens) {
        self.init(accessToken: tokens.access, refreshToken: tokens.refresh, expiresIn: tokens.expiresIn)
    }
}
