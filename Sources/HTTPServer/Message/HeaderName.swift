/// The name of a header field; upper and lower case are the same (RFC 9110, section 5.1).
public struct HeaderName: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// As it is written in a response.
    public let text: String
    /// As it is compared: lower case.
    let key: String

    public init(_ text: String) {
        self.text = text
        key = text.lowercased()
    }

    public init(stringLiteral value: String) { self.init(value) }

    public static func == (a: Self, b: Self) -> Bool { a.key == b.key }
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }
    public var description: String { text }

    public static let accept: HeaderName = "Accept"
    public static let acceptEncoding: HeaderName = "Accept-Encoding"
    public static let acceptLanguage: HeaderName = "Accept-Language"
    public static let acceptRanges: HeaderName = "Accept-Ranges"
    public static let allow: HeaderName = "Allow"
    public static let authorization: HeaderName = "Authorization"
    public static let cacheControl: HeaderName = "Cache-Control"
    public static let connection: HeaderName = "Connection"
    public static let contentEncoding: HeaderName = "Content-Encoding"
    public static let contentLength: HeaderName = "Content-Length"
    public static let contentRange: HeaderName = "Content-Range"
    public static let contentType: HeaderName = "Content-Type"
    public static let cookie: HeaderName = "Cookie"
    public static let etag: HeaderName = "ETag"
    public static let forwardedFor: HeaderName = "X-Forwarded-For"
    public static let host: HeaderName = "Host"
    public static let ifModifiedSince: HeaderName = "If-Modified-Since"
    public static let ifNoneMatch: HeaderName = "If-None-Match"
    public static let ifRange: HeaderName = "If-Range"
    public static let lastModified: HeaderName = "Last-Modified"
    public static let location: HeaderName = "Location"
    public static let origin: HeaderName = "Origin"
    public static let range: HeaderName = "Range"
    public static let requestID: HeaderName = "X-Request-Id"
    public static let retryAfter: HeaderName = "Retry-After"
    public static let transferEncoding: HeaderName = "Transfer-Encoding"
    public static let upgrade: HeaderName = "Upgrade"
    public static let userAgent: HeaderName = "User-Agent"
    public static let vary: HeaderName = "Vary"
    public static let webSocketAccept: HeaderName = "Sec-WebSocket-Accept"
    public static let webSocketKey: HeaderName = "Sec-WebSocket-Key"
    public static let webSocketProtocol: HeaderName = "Sec-WebSocket-Protocol"
    public static let webSocketVersion: HeaderName = "Sec-WebSocket-Version"
    public static let wwwAuthenticate: HeaderName = "WWW-Authenticate"
}
