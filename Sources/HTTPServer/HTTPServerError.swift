/// What keeps the server from starting.
public struct HTTPServerError: Error, Sendable, CustomStringConvertible {
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        public let description: String

        public static let addressInvalid = Code(description: "address_invalid")
        public static let portTaken = Code(description: "port_taken")
        public static let portForbidden = Code(description: "port_forbidden")
        public static let cannotListen = Code(description: "cannot_listen")
        public static let certificateInvalid = Code(description: "certificate_invalid")
        public static let routeInvalid = Code(description: "route_invalid")
    }

    public let code: Code
    /// What happened and what to do.
    public let message: String
    public let cause: (any Error)?

    init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.cause = cause
    }

    public var description: String { message }
}
