/// Audio that cannot be read or written; the message says what to do.
public struct AudioError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kind of error.
    public struct Code: Sendable, Hashable {
        /// A stable word for programs.
        public let name: String

        /// Not audio, or of a kind that is not read.
        public static let unreadable = Code(name: "unreadable_audio")
        public static let damaged = Code(name: "damaged_audio")
        public static let tooLong = Code(name: "too_long")
        /// A library refused to work.
        public static let engine = Code(name: "engine")
    }

    public let code: Code
    public let description: String

    public init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
