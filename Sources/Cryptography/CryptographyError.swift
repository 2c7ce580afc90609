/// What went wrong in a cryptographic operation. Says nothing about keys or texts.
public struct CryptographyError: Error, Sendable, CustomStringConvertible {
    public struct Code: Sendable, Hashable {
        let name: String
        /// A library could not be initialised, or has no memory left.
        public static let unavailable = Code(name: "unavailable")
        /// Not sealed or signed with this key, for another place, or changed since.
        public static let notAuthentic = Code(name: "not_authentic")
        /// A key, token, certificate or sealed text that has the wrong form.
        public static let malformed = Code(name: "malformed")
        /// Not enough memory to hash a password.
        public static let outOfMemory = Code(name: "out_of_memory")
        /// Well-formed, and too weak to be used or not meant for this.
        public static let refused = Code(name: "refused")
    }

    public let code: Code
    public let message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    public var description: String { "\(code.name): \(message)" }
}
