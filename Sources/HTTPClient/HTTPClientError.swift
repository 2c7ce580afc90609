/// Why a request has no answer. The message names the server, never the path or what was sent, and says what to do.
public struct HTTPClientError: Error, Sendable, CustomStringConvertible {
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        public let description: String

        /// The request itself cannot be sent: a URL that is none, a header with a line end in it.
        public static let invalidRequest = Code(description: "invalid_request")
        /// Nobody listens there, or there is no way to get there.
        public static let refused = Code(description: "refused")
        /// The name cannot be resolved.
        public static let dns = Code(description: "dns")
        /// The server is not who it says, or does not speak TLS.
        public static let tls = Code(description: "tls")
        /// Connecting, the whole, or a silence took longer than allowed.
        public static let timeout = Code(description: "timeout")
        /// The connection broke before the answer was complete.
        public static let connectionLost = Code(description: "connection_lost")
        /// What came back is not HTTP.
        public static let badResponse = Code(description: "bad_response")
        /// The answer, its headers, a line or an event is larger than allowed.
        public static let tooLarge = Code(description: "too_large")
        /// The task was cancelled, or the client was shut down.
        public static let cancelled = Code(description: "cancelled")
        /// The server failed so often lately that it is left alone for a while.
        public static let circuitOpen = Code(description: "circuit_open")
        /// Too many requests are under way.
        public static let busy = Code(description: "busy")
    }

    public let code: Code
    public let message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    public var description: String { "\(code): \(message)" }
}
