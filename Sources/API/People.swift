public import Foundation

/// What a person may have done.
public struct PermissionsBody: Codable, Hashable, Sendable {
    /// Of `talk`, `home`, `web`, `memory_read`, `memory_write`, `admin`.
    public var capabilities: [String]
    /// The areas of the house that they may see and command, by id; absent for all of it.
    public var areas: [String]?
    /// The gravest order to the house: `harmless`, `surprising` or `dangerous`.
    public var risk: String

    public init(capabilities: [String], areas: [String]? = nil, risk: String) {
        self.capabilities = capabilities
        self.areas = areas
        self.risk = risk
    }
}

/// Of `GET /admin/users`: somebody of the caller's household.
public struct UserBody: Codable, Hashable, Sendable {
    public var id: String
    public var username: String
    /// `owner`, `admin`, `member`, `child` or `guest`.
    public var role: String
    /// `fr` or `en`.
    public var language: String
    public var createdAt: Date
    /// Whether the account is shut.
    public var isDisabled: Bool
    public var permissions: PermissionsBody

    public init(
        id: String, username: String, role: String, language: String, createdAt: Date, isDisabled: Bool, permissions: PermissionsBody
    ) {
        self.id = id
        self.username = username
        self.role = role
        self.language = language
        self.createdAt = createdAt
        self.isDisabled = isDisabled
        self.permissions = permissions
    }

    enum CodingKeys: String, CodingKey {
        case id, username, role, language, permissions
        case createdAt = "created_at"
        case isDisabled = "disabled"
    }
}

/// `PATCH /admin/users/{id}`: what is given is changed.
public struct UserPatch: Codable, Hashable, Sendable {
    public var username: String?
    /// Given, even the same as before, it brings the rights of that role.
    public var role: String?
    public var language: String?
    public var isDisabled: Bool?
    /// In the place of those that the person had.
    public var permissions: PermissionsBody?

    public init(
        username: String? = nil, role: String? = nil, language: String? = nil, isDisabled: Bool? = nil, permissions: PermissionsBody? = nil
    ) {
        self.username = username
        self.role = role
        self.language = language
        self.isDisabled = isDisabled
        self.permissions = permissions
    }

    enum CodingKeys: String, CodingKey {
        case username, role, language, permissions
        case isDisabled = "disabled"
    }
}

/// The answer of `POST /admin/users/{id}/reset`.
public struct ResetCodeBody: Codable, Hashable, Sendable {
    /// For `POST /auth/reset`; shown this once.
    public var code: String
    public var expiresAt: Date

    public init(code: String, expiresAt: Date) {
        self.code = code
        self.expiresAt = expiresAt
    }

    enum CodingKeys: String, CodingKey {
        case code
        case expiresAt = "expires_at"
    }
}

/// `POST /admin/invitations`
public struct NewInvitation: Codable, Hashable, Sendable {
    /// What the person will be.
    public var role: String

    public init(role: String) { self.role = role }
}

/// An invitation to the caller's household.
public struct InvitationBody: Codable, Hashable, Sendable {
    public var id: String
    public var role: String
    /// For `POST /auth/register`; only in the answer to `POST`.
    public var code: String?
    public var createdAt: Date
    public var expiresAt: Date

    public init(id: String, role: String, code: String? = nil, createdAt: Date, expiresAt: Date) {
        self.id = id
        self.role = role
        self.code = code
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }

    enum CodingKeys: String, CodingKey {
        case id, role, code
        case createdAt = "created_at"
        case expiresAt = "expires_at"
    }
}

/// `POST /admin/households`, and `PATCH /admin/households/{id}`
public struct HouseholdName: Codable, Hashable, Sendable {
    public var name: String

    public init(name: String) { self.name = name }
}

/// Of `GET /admin/households`.
public struct HouseholdBody: Codable, Hashable, Sendable {
    public var id: String
    public var name: String
    /// How many accounts it has.
    public var people: Int
    /// Whether the devices are theirs.
    public var hasHouse: Bool
    public var createdAt: Date
    /// Of its owner; only in the answer to `POST`.
    public var invitation: InvitationBody?

    public init(id: String, name: String, people: Int, hasHouse: Bool, createdAt: Date, invitation: InvitationBody? = nil) {
        self.id = id
        self.name = name
        self.people = people
        self.hasHouse = hasHouse
        self.createdAt = createdAt
        self.invitation = invitation
    }

    enum CodingKeys: String, CodingKey {
        case id, name, people, invitation
        case hasHouse = "has_house"
        case createdAt = "created_at"
    }
}

/// `POST /auth/register`: an account for somebody who was invited.
public struct RegisterRequest: Codable, Hashable, Sendable {
    /// Of the invitation.
    public var code: String
    public var username: String
    /// At least 12 characters.
    public var password: String
    /// `fr` or `en`.
    public var language: String?

    public init(code: String, username: String, password: String, language: String? = nil) {
        self.code = code
        self.username = username
        self.password = password
        self.language = language
    }
}

/// `POST /auth/password`
public struct PasswordChange: Codable, Hashable, Sendable {
    /// `nil` for an account that has none.
    public var oldPassword: String?
    public var newPassword: String

    public init(oldPassword: String?, newPassword: String) {
        self.oldPassword = oldPassword
        self.newPassword = newPassword
    }

    enum CodingKeys: String, CodingKey {
        case oldPassword = "old_password"
        case newPassword = "new_password"
    }
}

/// `POST /auth/reset`: a new password with a code from `POST /admin/users/{id}/reset`.
public struct PasswordReset: Codable, Hashable, Sendable {
    public var code: String
    public var password: String

    public init(code: String, password: String) {
        self.code = code
        self.password = password
    }
}

/// `POST /auth/api-keys`
public struct NewAPIKey: Codable, Hashable, Sendable {
    /// What it is for.
    public var name: String
    /// Capabilities, as in `PermissionsBody`.
    public var scopes: [String]
    /// How many days it is good for, 366 at most; 90 when absent.
    public var days: Int?

    public init(name: String, scopes: [String], days: Int? = nil) {
        self.name = name
        self.scopes = scopes
        self.days = days
    }
}

/// A key of a program.
public struct APIKeyBody: Codable, Hashable, Sendable {
    public var id: String
    public var name: String
    public var scopes: [String]
    /// For `Authorization: Bearer`; only in the answer to `POST`.
    public var key: String?
    public var createdAt: Date
    public var expiresAt: Date
    /// Known to the minute; absent until it is first used.
    public var usedAt: Date?

    public init(id: String, name: String, scopes: [String], key: String? = nil, createdAt: Date, expiresAt: Date, usedAt: Date? = nil) {
        self.id = id
        self.name = name
        self.scopes = scopes
        self.key = key
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.usedAt = usedAt
    }

    enum CodingKeys: String, CodingKey {
        case id, name, scopes, key
        case createdAt = "created_at"
        case expiresAt = "expires_at"
        case usedAt = "used_at"
    }
}

/// The answer of `POST /auth/password` and `DELETE /auth/sessions`: what has to be made anew.
public struct RevokedKeys: Codable, Hashable, Sendable {
    /// The API keys that ended with it.
    public var revokedKeys: [APIKeyBody]

    public init(revokedKeys: [APIKeyBody]) { self.revokedKeys = revokedKeys }

    enum CodingKeys: String, CodingKey {
        case revokedKeys = "revoked_keys"
    }
}
