import API
public import Foundation

/// What a sign-in gave: good for one server.
public struct Credentials: Codable, Hashable, Sendable {
    /// For `Authorization: Bearer`.
    public var accessToken: String
    /// Good for one refresh; `nil` for a token that was made by hand.
    public var refreshToken: String?
    /// When the access token ends; `nil` when that is not known.
    public var expiresAt: Date?

    public init(accessToken: String, refreshToken: String? = nil, expiresAt: Date? = nil) {
        self.accessToken = accessToken
        self.refreshToken = refreshToken
        self.expiresAt = expiresAt
    }

    init(_ answer: TokenResponse, at now: Date) {
        self.init(accessToken: answer.accessToken, refreshToken: answer.refreshToken, expiresAt: now.addingTimeInterval(TimeInterval(answer.expiresIn)))
    }

    enum CodingKeys: String, CodingKey {
        case accessToken = "access_token"
        case refreshToken = "refresh_token"
        case expiresAt = "expires_at"
    }
}

/// Where credentials are kept between calls, and perhaps between programs.
public protocol CredentialStore: Sendable {
    func read() throws -> Credentials?
    /// `nil` forgets them.
    func write(_ credentials: Credentials?) throws
    /// Runs `body` while no other user of the same store runs theirs: a refresh token works once, so two programs must not both use it.
    func exclusively<Result: Sendable>(_ body: @Sendable () async throws -> Result) async throws -> Result
}
