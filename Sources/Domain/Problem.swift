/// An error that the person who asked can do something about: what went wrong, and what to do.
///
/// The edge turns it into RFC 9457 problem details; anything else that is thrown becomes an opaque internal error.
public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kind of problem: a stable word for programs (`not_found`), and the HTTP status it maps to.
    public struct Code: Sendable, Hashable {
        public let name: String
        public let status: Int

        public init(_ name: String, status: Int) {
            self.name = name
            self.status = status
        }

        public static let invalid = Code("invalid", status: 400)
        public static let unauthenticated = Code("unauthenticated", status: 401)
        public static let forbidden = Code("forbidden", status: 403)
        public static let notFound = Code("not_found", status: 404)
        public static let conflict = Code("conflict", status: 409)
        /// Risky: it is done when the same is asked for once more, confirmed.
        public static let confirmationNeeded = Code("confirmation_needed", status: 409)
        /// What was asked for wants a fresh proof of who asks.
        public static let stepUpNeeded = Code("step_up_needed", status: 403)
        public static let tooLarge = Code("too_large", status: 413)
        public static let tooManyRequests = Code("too_many_requests", status: 429)
        public static let unavailable = Code("unavailable", status: 503)
    }

    public let code: Code
    /// One sentence for a person, saying what to do. Never holds a secret or what somebody said.
    public let detail: String
    /// When to try again, if that is known.
    public let retryAfter: Duration?
    /// Whether the trail was told by whoever refused, who knows best what it was.
    public private(set) var isRecorded = false

    public init(_ code: Code, _ detail: String, retryAfter: Duration? = nil) {
        self.code = code
        self.detail = detail
        self.retryAfter = retryAfter
    }

    /// The same, of which the trail has an entry already: one refusal, one entry.
    public var recorded: Problem {
        var problem = self
        problem.isRecorded = true
        return problem
    }

    public var description: String { "\(code.name): \(detail)" }
}
