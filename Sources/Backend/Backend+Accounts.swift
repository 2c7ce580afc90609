import API
import Base
import Domain
import HTTPServer
import Identity

extension Backend {
    /// Days that a key is good for unless told.
    private static let usualKeyDays = 90

    /// Making an account by invitation, passwords, and keys of programs.
    func addAccountRoutes(to router: inout Router) {
        let identity = parts.authenticator

        router.post("/auth/register") { request in
            let body: RegisterRequest = try request.decode()
            let user = try await identity.accounts.register(
                code: Secret(body.code), name: body.username, password: Secret(body.password), language: try Self.language(body.language),
                from: request.network)
            return try .json(Me(user), status: .created)
        }
        router.post("/auth/reset") { request in
            let body: PasswordReset = try request.decode()
            try await identity.accounts.reset(code: Secret(body.code), password: Secret(body.password), from: request.network)
            return Response(.noContent)
        }
        router.post("/auth/password") { request in
            let body: PasswordChange = try request.decode()
            let keys = try await identity.accounts.changePassword(
                from: body.oldPassword.map { Secret($0) }, to: Secret(body.newPassword), by: request.bearer, from: request.network)
            return try .json(RevokedKeys(revokedKeys: keys.map { APIKeyBody($0) }))
        }
        router.get("/auth/api-keys") { request in
            try .json(PageBody(items: await identity.apiKeys.keys(of: request.caller.user).map { APIKeyBody($0) }))
        }
        router.post("/auth/api-keys") { request in
            try request.requireStepUp()
            let body: NewAPIKey = try request.decode()
            let days = body.days ?? Self.usualKeyDays
            guard (1...366).contains(days) else { throw Problem(.invalid, "days must be from 1 to 366") }
            let (key, secret) = try await identity.apiKeys.make(
                named: body.name, scopes: Self.capabilities(body.scopes, "scopes"), lifetime: Double(days) * 86_400, by: request.caller, from: request.network)
            return try .json(APIKeyBody(key, secret: secret.reveal()), status: .created)
        }
        router.delete("/auth/api-keys/{id}") { request in
            try await identity.apiKeys.revoke(request.identifier("id"), by: request.caller, from: request.network)
            return Response(.noContent)
        }
    }

    static func capabilities(_ words: [String], _ field: String) throws -> Capabilities {
        Capabilities(
            try words.map { word in
                guard let capability = Capability(rawValue: word) else {
                    throw Problem(.invalid, "\(field) holds words of: \(Capability.allCases.map(\.rawValue).joined(separator: ", "))")
                }
                return capability
            })
    }
}

extension APIKeyBody {
    init(_ key: APIKey, secret: String? = nil) {
        self.init(
            id: key.id.description, name: key.name, scopes: key.scopes.list.map(\.rawValue), key: secret, createdAt: key.createdAt, expiresAt: key.expiresAt,
            usedAt: key.usedAt)
    }
}
