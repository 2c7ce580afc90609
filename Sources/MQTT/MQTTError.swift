/// What goes wrong between Jarvis and an MQTT broker. The message names the broker, never a password or what a message holds, and says what to do.
public struct MQTTError: Error, Sendable, Hashable, CustomStringConvertible {
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        public let description: String

        /// An address, a topic or a payload that cannot be used. Nothing was sent.
        public static let invalid = Code(description: "invalid")
        /// There is no connection now. Nothing was sent.
        public static let notConnected = Code(description: "not_connected")
        /// As much is under way as may be. Nothing was sent.
        public static let busy = Code(description: "busy")
        /// The broker is not there, or there is no way to get there.
        public static let unreachable = Code(description: "unreachable")
        /// The broker does not take this user, this client, or this subscription.
        public static let refused = Code(description: "refused")
        /// The broker is not who it says, or does not speak TLS.
        public static let tls = Code(description: "tls")
        /// The connection broke. What was sent before may have arrived or not.
        public static let connectionLost = Code(description: "connection_lost")
        /// The broker did not answer in time. What was sent may have arrived or not.
        public static let timedOut = Code(description: "timed_out")
        /// The task was cancelled. What was sent may have arrived or not.
        public static let cancelled = Code(description: "cancelled")
        /// The system has no descriptor or memory left, or the library failed.
        public static let system = Code(description: "system")
    }

    public let code: Code
    public let message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    public var description: String { "\(code): \(message)" }
}
