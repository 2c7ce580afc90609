/// What went wrong in a cryptographic operation. Says nothing about keys or texts.
public struct CryptographyError: Error, Sendable, CustomStringConvertible {
    public struct Code: Sendable, Hashable {
        let name: String
        /// libsodium could not be initialised.
        public static let unavailable = Code(name: "unavailable")
        /// The text was not sealed with this key for this place, or was changed since.
        public static let notAuthentic = Code(name: "not_authentic")
        /// A key, token or sealed text that has the wrong form.
        public static let malformed = Code(name: "malformed")
        /// Not enough memory to hash a password.
        public static let outOfMemory = Code(name: "out_of_memory")
    }

    public let code: Code
    public let message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    public var description: String { "\(code.name): \(message)" }
}
