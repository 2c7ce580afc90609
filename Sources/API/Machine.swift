/// `POST /machine/password`
public struct MachinePassword: Codable, Hashable, Sendable {
    public var username: String
    public var password: String
    /// Whether the account's authenticator app goes, too.
    public var withoutSecondFactors: Bool?

    public init(username: String, password: String, withoutSecondFactors: Bool? = nil) {
        self.username = username
        self.password = password
        self.withoutSecondFactors = withoutSecondFactors
    }

    enum CodingKeys: String, CodingKey {
        case username, password
        case withoutSecondFactors = "without_second_factors"
    }
}

/// The answer of `POST /machine/password`.
public struct MachinePasswordAnswer: Codable, Hashable, Sendable {
    public var username: String
    /// The API keys that ended with it.
    public var revokedKeys: [APIKeyBody]
    /// Whether signing in still wants a code beside the password.
    public var wantsCode: Bool
    /// Whether the account is shut.
    public var isDisabled: Bool

    public init(username: String, revokedKeys: [APIKeyBody], wantsCode: Bool, isDisabled: Bool) {
        self.username = username
        self.revokedKeys = revokedKeys
        self.wantsCode = wantsCode
        self.isDisabled = isDisabled
    }

    enum CodingKeys: String, CodingKey {
        case username
        case revokedKeys = "revoked_keys"
        case wantsCode = "wants_code"
        case isDisabled = "disabled"
    }
}

/// `POST /machine/export`
public struct MachineExport: Codable, Hashable, Sendable {
    public var username: String

    public init(username: String) { self.username = username }
}
