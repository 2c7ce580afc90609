public import Foundation

/// `GET /auth/oidc`: the provider that one may sign in with.
public struct OpenIDProviderBody: Codable, Hashable, Sendable {
    /// What people call it.
    public var name: String

    public init(name: String) {
        self.name = name
    }
}

/// `POST /auth/oidc/link`: begins to link an account.
public struct OpenIDLinkRequest: Codable, Hashable, Sendable {
    /// SHA-256 of what the page keeps to itself, in base64url.
    public var challenge: String

    public init(challenge: String) {
        self.challenge = challenge
    }
}

/// Where the page goes next.
public struct OpenIDStart: Codable, Hashable, Sendable {
    public var url: String

    public init(url: String) {
        self.url = url
    }
}

/// `POST /auth/oidc/token` and `POST /auth/oidc/link/confirm`: what came back in the page's address.
public struct OpenIDCode: Codable, Hashable, Sendable {
    public var code: String
    /// What the page kept to itself.
    public var verifier: String
    /// Where the account asks for one, to sign in.
    public var otp: String?

    public init(code: String, verifier: String, otp: String? = nil) {
        self.code = code
        self.verifier = verifier
        self.otp = otp
    }
}

/// `POST /auth/oidc/register`: accepts an invitation, with the provider's account in place of a password.
public struct OpenIDRegistration: Codable, Hashable, Sendable {
    /// The code of the invitation.
    public var invitation: String
    public var username: String
    /// `fr` or `en`.
    public var language: String?
    /// What came back in the page's address.
    public var code: String
    /// What the page kept to itself.
    public var verifier: String

    public init(invitation: String, username: String, language: String? = nil, code: String, verifier: String) {
        self.invitation = invitation
        self.username = username
        self.language = language
        self.code = code
        self.verifier = verifier
    }
}

/// Of `GET /auth/oidc/links`: an account elsewhere that one signs in with.
public struct OpenIDLink: Codable, Hashable, Sendable {
    public var id: String
    public var issuer: String
    public var name: String
    public var createdAt: Date
    public var usedAt: Date?

    public init(id: String, issuer: String, name: String, createdAt: Date, usedAt: Date? = nil) {
        self.id = id
        self.issuer = issuer
        self.name = name
        self.createdAt = createdAt
        self.usedAt = usedAt
    }

    enum CodingKeys: String, CodingKey {
        case id, issuer, name
        case createdAt = "created_at"
        case usedAt = "used_at"
    }
}
