public import API
public import Foundation

extension Client {
    /// Makes the account that an invitation is for.
    public func register(_ request: RegisterRequest) async throws -> Me { try await send("POST", "/auth/register", request, signedIn: false) }

    /// Sets a forgotten password with a code.
    public func resetPassword(_ request: PasswordReset) async throws {
        try await post("/auth/reset", request, signedIn: false)
    }

    public func changePassword(_ request: PasswordChange) async throws { try await post("/auth/password", request) }

    // MARK: the household

    public func users() async throws -> [UserBody] { try await (get("/admin/users") as PageBody<UserBody>).items }
    public func changeUser(_ id: String, _ patch: UserPatch) async throws -> UserBody { try await send("PATCH", "/admin/users/\(Self.segment(id))", patch) }
    public func removeUser(_ id: String) async throws { try await delete("/admin/users/\(Self.segment(id))") }

    /// A code with which somebody sets a new password.
    public func resetCode(for id: String) async throws -> ResetCodeBody {
        try await send("POST", "/admin/users/\(Self.segment(id))/reset", [String: String]())
    }

    public func invite(_ invitation: NewInvitation) async throws -> InvitationBody { try await send("POST", "/admin/invitations", invitation) }

    // MARK: on the machine itself

    /// Sets a password without the old one. The client's token is the key of the data folder, here and in `export`.
    public func setPassword(_ request: MachinePassword) async throws -> MachinePasswordAnswer { try await send("POST", "/machine/password", request) }

    /// All that is kept of somebody as JSON Lines, in pieces of any length.
    public func export(_ request: MachineExport, to sink: (Data) async throws -> Void) async throws {
        try await download("/machine/export", request, to: sink)
    }

    // MARK: keys of programs

    public func apiKeys() async throws -> [APIKeyBody] { try await (get("/auth/api-keys") as PageBody<APIKeyBody>).items }
    public func addAPIKey(_ key: NewAPIKey) async throws -> APIKeyBody { try await send("POST", "/auth/api-keys", key) }
    public func revokeAPIKey(_ id: String) async throws { try await delete("/auth/api-keys/\(Self.segment(id))") }
}
