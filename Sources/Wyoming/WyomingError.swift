/// What goes wrong on a Wyoming connection.
public struct WyomingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kind of failure: a stable word, also sent to the peer as the `code` of an `error` event.
    public struct Code: Sendable, Hashable {
        public let name: String

        public init(_ name: String) { self.name = name }

        /// The peer does not speak the protocol: not JSON, a field of the wrong type, a line without `type`.
        public static let malformed = Code("malformed")
        /// A line, a length or a text is over its limit.
        public static let tooLarge = Code("too_large")
        /// The peer left before it was done.
        public static let closed = Code("closed")
        /// Nothing came, or nothing could be sent, within the time limit.
        public static let timedOut = Code("timed_out")
        /// There is nobody at the endpoint, or the endpoint cannot be taken.
        public static let unreachable = Code("unreachable")
        /// The waiting task was cancelled.
        public static let cancelled = Code("cancelled")
        /// More connections than allowed.
        public static let busy = Code("busy")
        /// The operating system refused a call.
        public static let system = Code("system")
    }

    public let code: Code
    /// One sentence saying what is wrong and what to do. Never holds what somebody said.
    public let message: String
    /// The operating system's error number behind it, when there is one.
    public let errno: Int32?

    public init(_ code: Code, _ message: String, errno: Int32? = nil) {
        self.code = code
        self.message = message
        self.errno = errno
    }

    public var description: String { "\(code.name): \(message)" }
}
