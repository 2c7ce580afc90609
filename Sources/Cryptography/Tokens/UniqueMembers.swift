import Base

extension JSONValue {
    /// Reads a JSON text whose objects name each member once, as RFC 7515 (section 4) and RFC 7519 (section 4) want it: two readers could otherwise take the same
    /// token for two different ones. `nil` for anything else.
    static func withUniqueMembers(_ bytes: [UInt8]) -> JSONValue? {
        guard let value = try? JSONValue(parsing: bytes) else { return nil }
        // The reader drops all but the last of members with the same name; the text has a colon outside of strings for each that was written.
        return value.memberCount == colons(in: bytes) ? value : nil
    }

    private var memberCount: Int {
        switch self {
        case .object(let members): members.values.reduce(members.count) { $0 + $1.memberCount }
        case .array(let elements): elements.reduce(0) { $0 + $1.memberCount }
        default: 0
        }
    }

    /// In a text that is known to be JSON.
    private static func colons(in bytes: [UInt8]) -> Int {
        var count = 0, isInString = false, isEscaped = false
        for byte in bytes {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\"") {
                isInString.toggle()
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: ":"), !isInString {
                count += 1
            }
        }
        return count
    }
}
