public import Base

/// What reaches the provider: over HTTP, without redirects, within some seconds and some hundred kilobytes.
public protocol OpenIDTransport: Sendable {
    /// The body of a page that was found (200).
    func page(_ url: String) async throws -> [UInt8]
    /// The body of the answer to a form, whatever its status.
    /// - Parameter credentials: for HTTP's basic authentication.
    func post(_ form: String, to url: String, credentials: (name: String, password: Secret)?) async throws -> [UInt8]
}

/// How this server is known to a provider.
public struct OpenIDClient: Sendable {
    /// The provider's address, exactly as it calls itself.
    public var issuer: String
    public var id: String
    /// `nil`: a client without one (a public client).
    public var secret: Secret?
    /// What people call the provider.
    public var name: String

    public init(issuer: String, id: String, secret: Secret?, name: String) {
        self.issuer = issuer
        self.id = id
        self.secret = secret
        self.name = name
    }
}
