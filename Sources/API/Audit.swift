public import Foundation

/// An entry of `GET /admin/audit`: who did what, when, from where, on what, and what came of it.
public struct AuditEntryBody: Codable, Hashable, Sendable {
    /// Its place in the trail.
    public var number: Int64
    public var at: Date
    /// `sign_in`, `user_add`…
    public var action: String
    /// `done`, `refused` or `failed`.
    public var outcome: String
    public var userID: String?
    /// Who it was, as they call themselves, or the name that was tried.
    public var name: String
    public var address: String
    /// On what; a name or an id.
    public var target: String
    /// Whether the person it was about is erased, and with them what it said of them.
    public var isErased: Bool

    public init(
        number: Int64, at: Date, action: String, outcome: String, userID: String? = nil, name: String, address: String, target: String, isErased: Bool = false
    ) {
        self.number = number
        self.at = at
        self.action = action
        self.outcome = outcome
        self.userID = userID
        self.name = name
        self.address = address
        self.target = target
        self.isErased = isErased
    }

    enum CodingKeys: String, CodingKey {
        case number, at, action, outcome, name, address, target
        case userID = "user_id"
        case isErased = "erased"
    }
}

/// `DELETE /auth/me`: erases whoever is signed in, for good.
public struct EraseRequest: Codable, Hashable, Sendable {
    /// Once more, so that an open page is not enough; `nil` for an account that has none, which has just signed in.
    public var password: String?
    /// A code, where the account has an authenticator app.
    public var otp: String?

    public init(password: String?, otp: String? = nil) {
        self.password = password
        self.otp = otp
    }
}
