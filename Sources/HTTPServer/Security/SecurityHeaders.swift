/// What a response tells a browser to be careful about. The server adds `answers` to every response (`HTTPServer.Configuration.securityHeaders`);
/// as middleware, or with `complete`, a page says more about itself. What a response already says stays.
///
///     router.fallback(…)  { var response = …; SecurityHeaders.page(policy: "default-src 'self'; frame-ancestors 'none'").complete(&response) … }
public struct SecurityHeaders: Middleware, Hashable {
    /// Content-Security-Policy (https://www.w3.org/TR/CSP3/), with `frame-ancestors`.
    public var contentSecurityPolicy: String?
    /// Cross-Origin-Opener-Policy, for pages.
    public var openerPolicy: String?
    /// Cross-Origin-Resource-Policy: who may embed it. Calls that CORS allows are not embedding.
    public var resourcePolicy: String? = "same-origin"
    /// Referrer-Policy, for pages.
    public var referrerPolicy: String?
    /// Permissions-Policy, for pages.
    public var permissionsPolicy: String?
    /// How many seconds a browser shall come back over TLS only (Strict-Transport-Security, RFC 6797). Said over TLS only, and heeded for names
    /// only, not for addresses.
    public var strictTransportSeconds: Int? = 31_536_000

    public init() {}

    /// For what is not a page: nothing in it may be run, loaded or framed.
    public static let answers: SecurityHeaders = {
        var headers = SecurityHeaders()
        headers.contentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'"
        return headers
    }()

    /// For a page with a policy of its own, which may use the microphone and nothing else.
    public static func page(policy: String) -> SecurityHeaders {
        var headers = SecurityHeaders()
        headers.contentSecurityPolicy = policy
        headers.openerPolicy = "same-origin"
        headers.referrerPolicy = "no-referrer"
        headers.permissionsPolicy = "microphone=(self), camera=(), geolocation=(), display-capture=(), payment=(), usb=()"
        return headers
    }

    public nonisolated(nonsending) func handle(_ request: Request, next: Handler) async throws -> Response {
        var response = try await next(request)
        complete(&response)
        return response
    }

    /// Adds what the response does not say itself.
    public func complete(_ response: inout Response) { response.headers = fields.completing(response.headers, isSecure: false) }

    /// Ready to be sent.
    struct Fields: Sendable {
        var always: [(HeaderName, String)]
        var overTLS: (HeaderName, String)?

        func completing(_ headers: ResponseHeaders, isSecure: Bool) -> ResponseHeaders {
            var headers = headers
            for (name, value) in always where !headers.contains(name) { headers.add(name, value) }
            if isSecure, let (name, value) = overTLS, !headers.contains(name) { headers.add(name, value) }
            return headers
        }
    }

    var fields: Fields {
        let all: [(HeaderName, String?)] = [
            ("X-Content-Type-Options", "nosniff"), ("Content-Security-Policy", contentSecurityPolicy), ("Cross-Origin-Opener-Policy", openerPolicy),
            ("Cross-Origin-Resource-Policy", resourcePolicy), ("Referrer-Policy", referrerPolicy), ("Permissions-Policy", permissionsPolicy),
        ]
        return Fields(
            always: all.compactMap { name, value in value.map { (name, $0) } },
            overTLS: strictTransportSeconds.map { ("Strict-Transport-Security", "max-age=\($0)") })
    }
}
