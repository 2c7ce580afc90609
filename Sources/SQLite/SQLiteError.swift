/// What SQLite answered, in its own code and words (https://www.sqlite.org/rescode.html). Bound values are never part of it.
public struct SQLiteError: Error, Sendable, CustomStringConvertible {
    /// The primary result code.
    public struct Code: Sendable, Hashable {
        public let value: Int32
        public static let busy = Code(value: 5)
        public static let readOnly = Code(value: 8)
        public static let inputOutput = Code(value: 10)
        public static let constraint = Code(value: 19)
        public static let corrupt = Code(value: 11)
        public static let full = Code(value: 13)
        public static let cannotOpen = Code(value: 14)
        public static let notADatabase = Code(value: 26)
        /// Not SQLite's: the database was closed, or too many writes wait.
        public static let closed = Code(value: -1)
        public static let overloaded = Code(value: -2)
        /// Not SQLite's: a column holds another type than was asked for.
        public static let mismatch = Code(value: -3)
    }

    public let code: Code
    public let message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    public var description: String { "SQLite \(code.value): \(message)" }
}
