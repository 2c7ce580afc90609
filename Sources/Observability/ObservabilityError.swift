/// What can go wrong with a log file. The message says what to do.
public struct ObservabilityError: Error, Sendable, CustomStringConvertible {
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        public let description: String
        /// The file or its folder cannot be written.
        public static let cannotOpen = Code(description: "cannot_open")
    }

    public let code: Code
    public let message: String

    public var description: String { "\(code): \(message)" }
}
