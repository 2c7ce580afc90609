public import Base
public import Domain
import Foundation

extension Accounts {
    /// What of an account is to be another.
    public struct Change: Sendable, Hashable {
        public var name: String?
        /// Given, even the same as before, it brings the rights of that role.
        public var role: Role?
        public var language: Language?
        public var isDisabled: Bool?
        public var permissions: Permissions?

        public init(name: String? = nil, role: Role? = nil, language: Language? = nil, isDisabled: Bool? = nil, permissions: Permissions? = nil) {
            self.name = name
            self.role = role
            self.language = language
            self.isDisabled = isDisabled
            self.permissions = permissions
        }

        /// Whether it is only about what people may say of themselves.
        var isPersonal: Bool { role == nil && isDisabled == nil && permissions == nil }
    }

    /// The people of the caller's household.
    public func users(for principal: Principal) async throws -> [User] {
        try Self.check(principal)
        return try await store.users(of: principal.household)
    }

    /// Changes an account of the caller's household.
    ///
    /// - Throws: `Problem`: `forbidden` when it is not theirs to change, `notFound`, `conflict` for a taken name and the last owner.
    public func change(_ id: User.ID, _ change: Change, by principal: Principal, from address: String = "") async throws -> User {
        // Who is given a role is told apart by name: an alert is raised for a new owner or admin.
        let given: (User) -> String? = { change.role == nil ? nil : AuditEvent.target($0.name, as: $0.role) }
        return try await recording(.userChange, by: principal, from: address, target: id.description, outcome: given) {
            try Self.check(principal)
            var change = change
            change.name = try change.name.map(Self.name)
            let wanted = change
            let changed = try await store.update(id, of: principal.household) { try Self.apply(wanted, to: &$0, by: principal) }
            guard let user = changed else { throw Self.unknown }
            if !wanted.isPersonal || wanted.name != nil { try await apply(user) }
            return user
        }
    }

    private static func apply(_ change: Change, to user: inout User, by principal: Principal) throws {
        guard principal.role.mayManage(user.role) || (user.id == principal.user && change.isPersonal) else {
            throw Problem(.forbidden, "an owner has to do that: this account has as many rights as yours")
        }
        if let name = change.name { user.name = name }
        if let language = change.language { user.language = language }
        if let isDisabled = change.isDisabled { user.isDisabled = isDisabled }
        if let role = change.role {
            guard principal.role.mayManage(role) else { throw Problem(.forbidden, "you may not give this role: an owner may") }
            user.role = role
            user.permissions = .usual(for: role)
        }
        if let permissions = change.permissions {
            let isStaff = user.role == .owner || user.role == .admin
            guard user.role != .owner || permissions == .usual(for: .owner) else {
                throw Problem(.invalid, "an owner may do everything: change the role first")
            }
            guard isStaff || !permissions.capabilities.contains(.admin) else { throw Problem(.invalid, "the right 'admin' is for the role admin") }
            user.permissions = permissions
        }
        guard change.isPersonal || change.isDisabled == true || user.permissions.isSubset(of: principal.permissions) else {
            throw Problem(.forbidden, "an owner has to do that: this would give more rights than you have")
        }
    }

    /// Removes an account with all that is its own.
    ///
    /// - Parameter erase: clears away what is theirs, once the account is shut; `nil` for the rows alone.
    public func remove(
        _ id: User.ID, by principal: Principal, from address: String = "", erase: (@Sendable (User) async throws -> Void)? = nil
    ) async throws {
        try await recording(.userRemove, by: principal, from: address, target: id.description) {
            try Self.check(principal)
            // Shut first, in the step that checks who may and that an owner stays; then there is time to clear everything away.
            let shut = try await store.update(id, of: principal.household) { user in
                guard principal.role.mayManage(user.role) else {
                    throw Problem(.forbidden, "an owner has to do that: this account has as many rights as yours")
                }
                user.isDisabled = true
            }
            guard let user = shut else { throw Self.unknown }
            try await forget(id)
            if let erase { try await erase(user) } else { try await store.erase(user) }
        }
    }

    static let unknown = Problem(.notFound, "your household has no such account: GET /admin/users lists them")

    // MARK: passwords

    /// Sets the caller's password, and signs them out everywhere but where they ask from; their keys end, too.
    ///
    /// - Parameter old: `nil` for somebody who has none: a fresh proof is wanted instead.
    /// - Returns: the keys that ended.
    /// - Throws: `Problem.forbidden` when the old one is wrong.
    @discardableResult
    public func changePassword(from old: Secret?, to new: Secret, by bearer: Bearer, from address: String = "") async throws -> [APIKey] {
        try await recording(.passwordChange, by: bearer.principal, from: address, target: "") {
            try PasswordPolicy.check(new, for: bearer.principal.name)
            // Counted by session: whoever has got hold of one has these guesses, and keeps nobody else from signing in.
            let guesser = Guesses.Guesser.session(bearer.session, of: bearer.principal.user)
            try await guesses.take(guesser)
            if let hash = try await store.passwordHash(of: bearer.principal.user) {
                guard let old, old.reveal().utf8.count <= 8192, try await passwords.verify(old, against: hash, for: address) else {
                    throw Problem(.forbidden, "the old password is wrong")
                }
            } else {
                guard bearer.isProven else { throw Problem(.stepUpNeeded, "prove first that it is you: sign in again") }
            }
            guard let user = try await store.user(bearer.principal.user) else { throw Self.unknown }
            await guesses.giveBack(guesser)
            try await store.replace(passwordHash: passwords.hash(new, for: address), of: user.id, keeping: bearer.session)
            try await book.endAll(of: user.id, except: bearer.session)
            return keys.ended(of: user, by: bearer.principal, from: address)
        }
    }

    /// Makes a code with which somebody who forgot their password sets another. Shown once; an earlier one ends.
    public func issueReset(for id: User.ID, by principal: Principal, from address: String = "") async throws -> (invitation: Invitation, code: Secret) {
        try await recording(.passwordChange, by: principal, from: address, target: id.description) {
            try Self.check(principal)
            guard let user = try await store.users(of: principal.household).first(where: { $0.id == id }) else { throw Self.unknown }
            guard id != principal.user, principal.role.mayManage(user.role) else {
                throw Problem(.forbidden, "an owner has to do that; your own password you change with the old one")
            }
            let now = clock.now, code = try SecretCode(count: SecretCode.typedLength)
            let invitation = Invitation(
                id: .init(at: now), household: principal.household, role: user.role, user: id, invitedBy: principal.user, createdAt: now,
                expiresAt: now.addingTimeInterval(Self.resetLifetime))
            try await store.add(invitation, codeHash: code.hash)
            return (invitation, Secret(code.typed))
        }
    }

    /// Sets a password with such a code, and signs that person out everywhere; their keys end, too.
    ///
    /// - Throws: `Problem.forbidden` when the code is not good.
    public func reset(code: Secret, password: Secret, from address: String = "") async throws {
        guard let code = try SecretCode(typed: code.reveal()), let open = try await store.invitation(codeHash: code.hash, at: clock.now), let id = open.user
        else {
            throw Self.badCode
        }
        guard let name = try await store.user(id)?.name else { throw Self.badCode }
        try PasswordPolicy.check(password, for: name)
        guard let user = try await store.reset(codeHash: code.hash, passwordHash: passwords.hash(password, for: address), at: clock.now) else {
            throw Self.badCode
        }
        try await book.endAll(of: user.id)
        tell(user.id)
        audit?.record(AuditEvent(.passwordChange, .done, by: user.principal, from: address))
        _ = keys.ended(of: user, by: user.principal, from: address)
    }

    static let badCode = Problem(.forbidden, "this code is not good, or not any more: ask for another")
}
