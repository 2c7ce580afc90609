public import Base

/// Something that somebody did, or was refused, that its household may want to find later: who, from where, what, on what, with what result.
/// The trail adds when.
public struct AuditEvent: Sendable, Hashable {
    public enum Action: String, Sendable, Codable, CaseIterable {
        // Signing in
        case signIn = "sign_in"
        case signOut = "sign_out"
        case lockOut = "lock_out"
        /// A refresh token that had been used up: it was stolen, or its successor was.
        case tokenReuse = "token_reuse"
        /// Proof of presence before something dangerous.
        case stepUp = "step_up"
        // Requests
        case requestRefused = "request_refused"
        case rateLimited = "rate_limited"
        case riskyOrder = "risky_order"
        // People
        case setUp = "set_up"
        case householdAdd = "household_add"
        case householdChange = "household_change"
        case householdRemove = "household_remove"
        case invite
        case inviteRevoke = "invite_revoke"
        case userAdd = "user_add"
        case userChange = "user_change"
        case userRemove = "user_remove"
        case passwordChange = "password_change"
        case factorAdd = "factor_add"
        case factorRemove = "factor_remove"
        case apiKeyAdd = "api_key_add"
        case apiKeyRevoke = "api_key_revoke"
        // Data and keys
        case export
        case erase
        case memoryImport = "memory_import"
        case keyRotate = "key_rotate"
        case auditCut = "audit_cut"
        /// So many events could not be kept (failed), or the trail itself lacks something (refused).
        case auditGap = "audit_gap"
    }

    public enum Outcome: String, Sendable, Codable, CaseIterable {
        case done, refused, failed
    }

    public var action: Action
    public var outcome: Outcome
    /// `nil` when nobody is known to belong to one: a failed sign-in with a name that does not exist.
    public var household: Household.ID?
    public var user: User.ID?
    /// Who it was, as they call themselves; for a refused sign-in the name that was tried.
    public var name: String
    /// The client's address; empty for what Jarvis does by itself.
    public var address: String
    /// On what: a name or an id, never a secret or what somebody said.
    public var target: String

    public init(
        _ action: Action, _ outcome: Outcome, household: Household.ID? = nil, user: User.ID? = nil, name: String = "", address: String = "",
        target: String = ""
    ) {
        self.action = action
        self.outcome = outcome
        self.household = household
        self.user = user
        self.name = name
        self.address = address
        self.target = target
    }

    /// What `principal` did.
    public init(_ action: Action, _ outcome: Outcome, by principal: Principal, from address: String = "", target: String = "") {
        self.init(
            action, outcome, household: principal.household, user: principal.user, name: principal.name, address: address, target: target)
    }
}

/// Where such events go. Recording never waits for the disk and never fails the deed; what cannot be kept is counted.
public protocol AuditTrail: Sendable {
    func record(_ event: AuditEvent)
}
