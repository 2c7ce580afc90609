/// The body of every error, `application/problem+json` (RFC 9457).
public struct ProblemDetails: Codable, Hashable, Sendable {
    /// A URI that names the kind of problem (`urn:jarvis:problem:not_found`), or `about:blank`.
    public var type: String
    /// The kind of problem in a few words.
    public var title: String
    /// The HTTP status.
    public var status: Int
    /// What to do about it.
    public var detail: String?
    /// The path that was asked for.
    public var instance: String?
    /// What to look for in the log.
    public var requestID: String?

    public init(type: String, title: String, status: Int, detail: String? = nil, instance: String? = nil, requestID: String? = nil) {
        self.type = type
        self.title = title
        self.status = status
        self.detail = detail
        self.instance = instance
        self.requestID = requestID
    }

    enum CodingKeys: String, CodingKey {
        case type, title, status, detail, instance
        case requestID = "request_id"
    }

    /// The media type it travels under.
    public static let mediaType = "application/problem+json"
}
