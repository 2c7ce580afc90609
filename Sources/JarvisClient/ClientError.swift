public import API

/// Why a call to a Jarvis server did not work, and what to do about it.
public struct ClientError: Error, Sendable, CustomStringConvertible {
    /// The kind of failure.
    public struct Code: Sendable, Hashable {
        private let name: String

        /// Nothing answers at the server's address.
        public static let unreachable = Code(name: "unreachable")
        /// Nobody is signed in, or the session has ended.
        public static let unauthenticated = Code(name: "unauthenticated")
        /// The server answered with a problem, which is in `problem`.
        public static let refused = Code(name: "refused")
        /// What answered does not keep to the contract: perhaps it is not Jarvis.
        public static let badAnswer = Code(name: "bad_answer")
        /// An answer is larger than this client takes.
        public static let tooLarge = Code(name: "too_large")
    }

    public let code: Code
    /// One English sentence that says what to do.
    public let message: String
    /// What the server said, where it did.
    public let problem: ProblemDetails?
    /// The address that was tried, when nothing answers there.
    public let address: String?
    /// The error underneath, where there is one.
    public let cause: (any Error)?

    public init(_ code: Code, _ message: String, problem: ProblemDetails? = nil, address: String? = nil, cause: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.problem = problem
        self.address = address
        self.cause = cause
    }

    public var description: String { message }

    /// Whether the same call may work in a while: the server is not there, is overloaded, or asks to slow down.
    public var isTemporary: Bool { code == .unreachable || problem?.status == 503 || problem?.status == 429 }
}

extension ClientError {
    static func refused(_ problem: ProblemDetails) -> ClientError {
        ClientError(.refused, problem.detail ?? problem.title, problem: problem)
    }

    static func sessionEnded(_ problem: ProblemDetails? = nil) -> ClientError {
        ClientError(.unauthenticated, "The session has ended; run `jarvis login`.", problem: problem)
    }

    static func unreachable(_ address: String, cause: any Error) -> ClientError {
        ClientError(.unreachable, "Nothing answers at \(address); start it with `make run` or `jarvis serve`.", address: address, cause: cause)
    }
}
