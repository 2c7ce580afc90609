/// What can go wrong with a child process. The message says what to do.
public struct LifecycleError: Error, Sendable, CustomStringConvertible {
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        public let description: String

        /// The program could not be started at all: it is missing, or may not be executed.
        public static let notStarted = Code(description: "not_started")
        /// It started, but did not become ready.
        public static let notReady = Code(description: "not_ready")
        /// It was asked to stop.
        public static let stopped = Code(description: "stopped")
    }

    public let code: Code
    public let message: String
    public let cause: (any Error)?

    public init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.cause = cause
    }

    public var description: String { "\(code): \(message)" }
}
