public import Base
public import Domain
import Foundation

extension Accounts {
    /// Invites somebody to the caller's household. The code is shown once, and is good for one account within a week.
    public func invite(as role: Role, by principal: Principal, from address: String = "") async throws -> (invitation: Invitation, code: Secret) {
        try await recording(.invite, by: principal, from: address, target: role.rawValue) {
            try Self.check(principal, mayGive: role)
            guard try await store.invitations(of: principal.household, at: clock.now).count < Self.invitationLimit else {
                throw Problem(.conflict, "\(Self.invitationLimit) invitations are open already: take some back first")
            }
            let (invitation, code) = try invitation(to: principal.household, as: role, by: principal)
            try await store.add(invitation, codeHash: code.hash)
            return (invitation, Secret(code.typed))
        }
    }

    private func invitation(to household: Household.ID, as role: Role, by principal: Principal) throws -> (Invitation, SecretCode) {
        let now = clock.now
        let invitation = Invitation(
            id: .init(at: now), household: household, role: role, invitedBy: principal.user, createdAt: now,
            expiresAt: now.addingTimeInterval(Self.invitationLifetime))
        return (invitation, try SecretCode(count: SecretCode.typedLength))
    }

    /// Those of the caller's household that are still good, the oldest first.
    public func invitations(for principal: Principal) async throws -> [Invitation] {
        try Self.check(principal)
        return try await store.invitations(of: principal.household, at: clock.now)
    }

    public func revoke(_ id: Invitation.ID, by principal: Principal, from address: String = "") async throws {
        try await recording(.inviteRevoke, by: principal, from: address, target: id.description) {
            try Self.check(principal)
            let wasThere = try await store.revoke(id, of: principal.household) { invitation in
                guard invitation.invitedBy == principal.user || principal.role.mayManage(invitation.role) else {
                    throw Problem(.forbidden, "an owner has to do that")
                }
            }
            guard wasThere else { throw Problem(.notFound, "there is no such invitation: GET /admin/invitations lists them") }
        }
    }

    /// Makes the account that an invitation is for.
    ///
    /// - Throws: `Problem`: `forbidden` when the code is not good, `invalid`, `conflict` when the name is taken, by whomever: names are for all households.
    public func register(code: Secret, name: String, password: Secret, language: Language?, from address: String = "") async throws -> User {
        try await register(code: code, name: name, language: language, from: address) { user in
            try PasswordPolicy.check(password, for: user.name)
            return .password(hash: try await self.passwords.hash(password, for: address))
        }
    }

    /// The same with whatever the account is to be signed in to with, which is made once it is known that it will be wanted.
    func register(
        code: Secret, name: String, language: Language?, from address: String, with credential: (User) async throws -> FirstCredential
    ) async throws -> User {
        let now = clock.now
        // First of all: whoever has no invitation learns nothing, and costs nothing.
        guard let code = try SecretCode(typed: code.reveal()), let invitation = try await store.invitation(codeHash: code.hash, at: now), invitation.user == nil
        else { throw Self.badCode }
        let user = User(
            id: .init(at: now), household: invitation.household, name: try Self.name(name), role: invitation.role, language: language ?? .french, createdAt: now
        )
        guard let made = try await store.accept(codeHash: code.hash, as: user, with: credential(user), at: clock.now) else {
            throw Self.badCode
        }
        audit?.record(AuditEvent(.userAdd, .done, by: made.principal, from: address, target: AuditEvent.target(made.name, as: made.role)))
        log.notice("an account was made", ["user": made.id.description])
        return made
    }

    // MARK: households

    /// All there are, for whoever runs this Jarvis.
    public func households(for principal: Principal) async throws -> [Household] {
        try Self.checkOperator(principal)
        return try await store.households()
    }

    /// Makes a household, and the invitation of its owner.
    public func addHousehold(
        named name: String, by principal: Principal, from address: String = ""
    ) async throws -> (household: Household, invitation: Invitation, code: Secret) {
        let now = clock.now, id = Household.ID(at: now)
        return try await recording(.householdAdd, by: principal, from: address, target: id.description) {
            try Self.checkOperator(principal)
            let household = Household(id: id, name: try Self.name(name), createdAt: now)
            let (invitation, code) = try invitation(to: household.id, as: .owner, by: principal)
            try await store.create(household, invitation: invitation, codeHash: code.hash)
            return (household, invitation, Secret(code.typed))
        }
    }

    public func rename(_ household: Household.ID, to name: String, by principal: Principal, from address: String = "") async throws {
        try await recording(.householdChange, by: principal, from: address, target: household.description) {
            try Self.checkOperator(principal)
            guard try await store.rename(household, to: Self.name(name)) else { throw Self.noHousehold }
        }
    }

    /// Removes a household with everybody and everything of it. What failed half way is taken up again by another call.
    ///
    /// - Parameter erase: clears away what is theirs, once nobody of them can sign in any more, and says whether there was anything; `nil` for the rows alone.
    public func remove(
        _ household: Household.ID, by principal: Principal, from address: String = "",
        erase: (@Sendable (Household.ID, [User]) async throws -> Bool)? = nil
    ) async throws {
        try await recording(.householdRemove, by: principal, from: address, target: household.description) {
            try Self.checkOperator(principal)
            guard household != principal.household else {
                throw Problem(
                    .conflict,
                    "the first household stays: it has the house, and runs this Jarvis. To begin anew, remove the others, then each account of yours, your own last"
                )
            }
            let people = try await store.shut(household) ?? []
            for user in people { try await forget(user.id) }
            let wasThere = if let erase { try await erase(household, people) } else { try await store.erase(household) }
            guard wasThere else { throw Self.noHousehold }
        }
    }

    private static let noHousehold = Problem(.notFound, "there is no such household: GET /admin/households lists them")
}
