import API
import Base
import Domain
import HTTPServer
import Identity

extension Backend {
    /// Areas that one person's permissions may name.
    private static let areaLimit = 200

    /// The people of a household, for its owners and admins; the households, for the owner of the first.
    func addPeopleRoutes(to router: inout Router) {
        let accounts = parts.authenticator.accounts, persons = parts.persons

        router.get("/admin/users") { request in try .json(PageBody(items: await accounts.users(for: request.caller).map(UserBody.init))) }
        router.patch("/admin/users/{id}") { request in
            try request.requireStepUp()
            let patch: UserPatch = try request.decode()
            let change = Accounts.Change(
                name: patch.username, role: try patch.role.map { try Self.role($0) }, language: try Self.language(patch.language), isDisabled: patch.isDisabled,
                permissions: try patch.permissions.map { try Self.permissions($0) })
            return try .json(UserBody(await accounts.change(request.identifier("id"), change, by: request.caller, from: request.network)))
        }
        router.delete("/admin/users/{id}") { request in
            try request.requireStepUp()
            let (caller, network) = (try request.caller, request.network)
            let erase = persons.map { persons in { @Sendable (user: User) in try await persons.erase(user, by: caller, from: network) } }
            try await accounts.remove(request.identifier("id", of: User.self), by: caller, from: network, erase: erase)
            return Response(.noContent)
        }
        router.post("/admin/users/{id}/reset") { request in
            try request.requireStepUp()
            let (invitation, code) = try await accounts.issueReset(for: request.identifier("id"), by: request.caller, from: request.network)
            return try .json(ResetCodeBody(code: code.reveal(), expiresAt: invitation.expiresAt), status: .created)
        }

        router.get("/admin/invitations") { request in
            try .json(PageBody(items: await accounts.invitations(for: request.caller).map { InvitationBody($0) }))
        }
        router.post("/admin/invitations") { request in
            try request.requireStepUp()
            let body: NewInvitation = try request.decode()
            let (invitation, code) = try await accounts.invite(as: Self.role(body.role), by: request.caller, from: request.network)
            return try .json(InvitationBody(invitation, code: code), status: .created)
        }
        router.delete("/admin/invitations/{id}") { request in
            try await accounts.revoke(request.identifier("id"), by: request.caller, from: request.network)
            return Response(.noContent)
        }

        router.get("/admin/households") { request in
            try .json(PageBody(items: await accounts.households(for: request.caller).map { HouseholdBody($0) }))
        }
        router.post("/admin/households") { request in
            try request.requireStepUp()
            let body: HouseholdName = try request.decode()
            let made = try await accounts.addHousehold(named: body.name, by: request.caller, from: request.network)
            return try .json(HouseholdBody(made.household, InvitationBody(made.invitation, code: made.code)), status: .created)
        }
        router.patch("/admin/households/{id}") { request in
            let body: HouseholdName = try request.decode()
            try await accounts.rename(request.identifier("id"), to: body.name, by: request.caller, from: request.network)
            return Response(.noContent)
        }
        router.delete("/admin/households/{id}") { request in
            try request.requireStepUp()
            let erase = persons.map { persons in { @Sendable (household: Household.ID, people: [User]) in try await persons.erase(household, with: people) } }
            try await accounts.remove(request.identifier("id", of: Household.self), by: request.caller, from: request.network, erase: erase)
            return Response(.noContent)
        }
    }

    private static func role(_ word: String) throws -> Role {
        guard let role = Role(rawValue: word) else {
            throw Problem(.invalid, "role must be one of: \(Role.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return role
    }

    private static func permissions(_ body: PermissionsBody) throws -> Permissions {
        guard let risk = HomeRisk(rawValue: body.risk) else {
            throw Problem(.invalid, "risk must be one of: \(HomeRisk.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        let areas = body.areas ?? []
        guard areas.count <= areaLimit, areas.allSatisfy({ (1...100).contains($0.count) }) else {
            throw Problem(.invalid, "areas holds at most \(areaLimit) ids of areas; GET /home/areas lists them")
        }
        return Permissions(capabilities: try capabilities(body.capabilities, "capabilities"), areas: body.areas.map(Set.init), risk: risk)
    }
}

extension UserBody {
    init(_ user: User) {
        self.init(
            id: user.id.description, username: user.name, role: user.role.rawValue, language: user.language.rawValue, createdAt: user.createdAt,
            isDisabled: user.isDisabled, permissions: PermissionsBody(user.permissions))
    }
}

extension PermissionsBody {
    init(_ permissions: Permissions) {
        self.init(capabilities: permissions.capabilities.list.map(\.rawValue), areas: permissions.areas?.sorted(), risk: permissions.risk.rawValue)
    }
}

extension InvitationBody {
    init(_ invitation: Invitation, code: Secret? = nil) {
        self.init(
            id: invitation.id.description, role: invitation.role.rawValue, code: code?.reveal(), createdAt: invitation.createdAt,
            expiresAt: invitation.expiresAt)
    }
}

extension HouseholdBody {
    init(_ household: Household, _ invitation: InvitationBody? = nil) {
        self.init(
            id: household.id.description, name: household.name, people: household.people, hasHouse: household.hasHouse, createdAt: household.createdAt,
            invitation: invitation)
    }
}
