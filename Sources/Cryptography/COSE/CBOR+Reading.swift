extension CBOR {
    /// Bytes that are looked at.
    public static let byteLimit = 64 * 1024
    /// How deep arrays and maps may lie in each other; CTAP2 uses 4.
    public static let depthLimit = 8

    /// Reads one value, and nothing may follow it.
    /// - Throws: `.malformed` for what is not CBOR, longer or deeper than the limits, and for what has no place in CTAP2's canonical form: indefinite lengths,
    ///   numbers and lengths that are not written as short as can be, tags, keys that are neither whole numbers nor texts, and a key that comes twice. The
    ///   order of keys is not looked at: not all authenticators keep to it, and nothing depends on it.
    public init(parsing bytes: [UInt8]) throws(CryptographyError) {
        let (value, end) = try Self.first(in: bytes[...])
        guard end == bytes.endIndex else { throw CryptographyError(.malformed, "something follows the CBOR value") }
        self = value
    }

    /// Reads the value at the beginning, and says where what follows it begins.
    public static func first(in bytes: ArraySlice<UInt8>) throws(CryptographyError) -> (value: CBOR, end: Int) {
        guard bytes.count <= byteLimit else { throw CryptographyError(.malformed, "more than \(byteLimit) bytes of CBOR") }
        var reader = CBORReader(bytes: bytes)
        return (try reader.value(depth: 0), reader.next)
    }
}

private struct CBORReader {
    let bytes: ArraySlice<UInt8>
    var next: Int

    init(bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        next = bytes.startIndex
    }

    mutating func value(depth: Int) throws(CryptographyError) -> CBOR {
        let head = try take(1)[next - 1]
        let major = head >> 5, additional = head & 31
        if major == 7 { return try simple(additional) }
        let argument = try argument(additional)
        switch major {
        case 0: return .unsigned(argument)
        case 1: return .negative(argument)
        case 2: return .bytes(Array(try take(count(argument))))
        case 3:
            guard let text = String(validating: try take(count(argument)), as: UTF8.self) else { throw fault("a text that is not UTF-8") }
            return .text(text)
        case 4:
            try enter(depth)
            // No capacity is reserved: the number is the sender's word.
            var elements: [CBOR] = []
            for _ in 0..<(try count(argument)) { elements.append(try value(depth: depth + 1)) }
            return .array(elements)
        case 5:
            try enter(depth)
            var members: [CBOR: CBOR] = [:]
            for _ in 0..<(try count(argument)) {
                let key = try value(depth: depth + 1)
                switch key {
                case .unsigned, .negative, .text: break
                default: throw fault("a key that is neither a whole number nor a text")
                }
                guard members.updateValue(try value(depth: depth + 1), forKey: key) == nil else { throw fault("a key that comes twice") }
            }
            return .map(members)
        default: throw fault("a tag")
        }
    }

    private mutating func simple(_ additional: UInt8) throws(CryptographyError) -> CBOR {
        switch additional {
        case 20: return .bool(false)
        case 21: return .bool(true)
        case 22: return .null
        case 23: return .undefined
        case 25: return .double(Double(Float16(bitPattern: UInt16(truncatingIfNeeded: try number(2)))))
        case 26: return .double(Double(Float(bitPattern: UInt32(truncatingIfNeeded: try number(4)))))
        case 27: return .double(Double(bitPattern: try number(8)))
        default: throw fault("an unknown simple value")
        }
    }

    /// The number in or after the first byte of a value (RFC 8949, section 3), in its shortest form.
    private mutating func argument(_ additional: UInt8) throws(CryptographyError) -> UInt64 {
        let value: UInt64, least: UInt64
        switch additional {
        case ..<24: return UInt64(additional)
        case 24: (value, least) = (try number(1), 24)
        case 25: (value, least) = (try number(2), 1 << 8)
        case 26: (value, least) = (try number(4), 1 << 16)
        case 27: (value, least) = (try number(8), 1 << 32)
        default: throw fault("an indefinite length")
        }
        guard value >= least else { throw fault("a number that is not as short as can be") }
        return value
    }

    private mutating func number(_ count: Int) throws(CryptographyError) -> UInt64 { try take(count).reduce(0) { $0 << 8 | UInt64($1) } }

    /// Each element takes a byte at least, so that no honest number is larger than what is left.
    private func count(_ argument: UInt64) throws(CryptographyError) -> Int {
        guard argument <= UInt64(bytes.endIndex - next) else { throw fault("ends too early") }
        return Int(argument)
    }

    private mutating func take(_ count: Int) throws(CryptographyError) -> ArraySlice<UInt8> {
        guard count <= bytes.endIndex - next else { throw fault("ends too early") }
        next += count
        return bytes[next - count..<next]
    }

    private func enter(_ depth: Int) throws(CryptographyError) {
        if depth >= CBOR.depthLimit { throw fault("nested more than \(CBOR.depthLimit) levels deep") }
    }

    private func fault(_ reason: String) -> CryptographyError {
        CryptographyError(.malformed, "not canonical CBOR at byte \(next - bytes.startIndex): \(reason)")
    }
}
