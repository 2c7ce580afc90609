public import Foundation

/// `POST /auth/setup`: the owner account, made once.
public struct SetupRequest: Codable, Hashable, Sendable {
    public var username: String
    /// At least 12 characters.
    public var password: String
    /// `fr` or `en`.
    public var language: String?
    /// The code that Jarvis prints at its start; needed beyond loopback.
    public var setupCode: String?

    public init(username: String, password: String, language: String? = nil, setupCode: String? = nil) {
        self.username = username
        self.password = password
        self.language = language
        self.setupCode = setupCode
    }

    enum CodingKeys: String, CodingKey {
        case username, password, language
        case setupCode = "setup_code"
    }
}

/// The answer of `POST /auth/setup`: the owner. Sign in with `POST /auth/token`.
public typealias SetupResponse = Me

/// `GET /auth/me`: who is signed in.
public struct Me: Codable, Hashable, Sendable {
    public var id: String
    public var username: String
    /// `owner`, `admin`, `member`, `child` or `guest`.
    public var role: String
    /// `fr` or `en`.
    public var language: String
    public var householdID: String
    /// Whether this Jarvis is theirs, and with it the households: the owner of the first. Absent: no.
    public var isOperator: Bool?

    public init(id: String, username: String, role: String, language: String, householdID: String, isOperator: Bool? = nil) {
        self.id = id
        self.username = username
        self.role = role
        self.language = language
        self.householdID = householdID
        self.isOperator = isOperator
    }

    enum CodingKeys: String, CodingKey {
        case id, username, role, language
        case householdID = "household_id"
        case isOperator = "operator"
    }
}

/// The answer of `POST /auth/token` (RFC 6749, section 5.1).
public struct TokenResponse: Codable, Hashable, Sendable {
    /// For `Authorization: Bearer`.
    public var accessToken: String
    /// Good for one `grant_type=refresh_token`.
    public var refreshToken: String?
    /// Always `bearer`.
    public var tokenType: String
    /// In seconds.
    public var expiresIn: Int

    public init(accessToken: String, refreshToken: String? = nil, tokenType: String = "bearer", expiresIn: Int) {
        self.accessToken = accessToken
        self.refreshToken = refreshToken
        self.tokenType = tokenType
        self.expiresIn = expiresIn
    }

    enum CodingKeys: String, CodingKey {
        case accessToken = "access_token"
        case refreshToken = "refresh_token"
        case tokenType = "token_type"
        case expiresIn = "expires_in"
    }
}

/// `POST /auth/refresh`
public struct RefreshRequest: Codable, Hashable, Sendable {
    public var refreshToken: String

    public init(refreshToken: String) {
        self.refreshToken = refreshToken
    }

    enum CodingKeys: String, CodingKey {
        case refreshToken = "refresh_token"
    }
}

/// Of `GET /auth/sessions`: where somebody is signed in.
public struct SessionSummary: Codable, Hashable, Sendable {
    public var id: String
    /// What the client calls itself; empty when it does not say.
    public var device: String
    /// Where it was used from last.
    public var address: String
    public var createdAt: Date
    public var usedAt: Date
    /// When it ends, unless it is used before.
    public var expiresAt: Date
    /// When it ends in any case: one has to sign in again.
    public var endsAt: Date
    /// Whether the request came from it.
    public var isCurrent: Bool

    public init(id: String, device: String, address: String, createdAt: Date, usedAt: Date, expiresAt: Date, endsAt: Date, isCurrent: Bool) {
        self.id = id
        self.device = device
        self.address = address
        self.createdAt = createdAt
        self.usedAt = usedAt
        self.expiresAt = expiresAt
        self.endsAt = endsAt
        self.isCurrent = isCurrent
    }

    enum CodingKeys: String, CodingKey {
        case id, device, address
        case createdAt = "created_at"
        case usedAt = "used_at"
        case expiresAt = "expires_at"
        case endsAt = "ends_at"
        case isCurrent = "current"
    }
}

/// `POST /auth/ws-ticket`: for `GET /ws?ticket=` from a browser, which cannot send a header there.
public struct TicketResponse: Codable, Hashable, Sendable {
    /// Good once.
    public var ticket: String
    /// In seconds.
    public var expiresIn: Int

    public init(ticket: String, expiresIn: Int) {
        self.ticket = ticket
        self.expiresIn = expiresIn
    }

    enum CodingKeys: String, CodingKey {
        case ticket
        case expiresIn = "expires_in"
    }
}
