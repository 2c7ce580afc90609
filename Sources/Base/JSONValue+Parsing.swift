/// Why a text is not JSON.
public struct JSONSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    /// In bytes from the beginning of the text.
    public let offset: Int
    public let reason: String
    public var description: String { "not JSON at byte \(offset): \(reason)" }
}

extension JSONValue {
    /// Reads a JSON text (RFC 8259) without going through a decoder: for messages that come by the hundred.
    ///
    /// Half of a surrogate pair becomes U+FFFD; of members with the same name the last one counts; numbers beyond `Double` are refused, and so is what is
    /// nested deeper than `JSON.depthLimit`.
    public init(parsing text: String) throws(JSONSyntaxError) {
        var text = text
        // withUTF8 only rethrows untyped errors.
        let result: Result<JSONValue, JSONSyntaxError> = text.withUTF8 { bytes in
            var reader = JSONReader(bytes: bytes)
            do throws(JSONSyntaxError) { return .success(try reader.document()) } catch { return .failure(error) }
        }
        self = try result.get()
    }

    /// - Throws: also for bytes that are not UTF-8.
    public init(parsing bytes: [UInt8]) throws(JSONSyntaxError) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw JSONSyntaxError(offset: 0, reason: "not UTF-8") }
        try self.init(parsing: text)
    }
}

/// Goes once through bytes that are valid UTF-8.
private struct JSONReader {
    let bytes: UnsafeBufferPointer<UInt8>
    private var next = 0
    private var depth = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func document() throws(JSONSyntaxError) -> JSONValue {
        let value = try value()
        skipSpace()
        if next < bytes.count { throw fault("something follows the value") }
        return value
    }

    private mutating func value() throws(JSONSyntaxError) -> JSONValue {
        skipSpace()
        guard next < bytes.count else { throw fault("ends where a value should be") }
        switch bytes[next] {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func object() throws(JSONSyntaxError) -> JSONValue {
        try enter()
        var members: [String: JSONValue] = [:]
        defer { depth -= 1 }
        if skip(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            skipSpace()
            guard next < bytes.count, bytes[next] == UInt8(ascii: "\"") else { throw fault("a member without a name") }
            let name = try string()
            guard skip(UInt8(ascii: ":")) else { throw fault("no colon after the name of a member") }
            members[name] = try value()
        } while skip(UInt8(ascii: ","))
        guard skip(UInt8(ascii: "}")) else { throw fault("an object that does not end") }
        return .object(members)
    }

    private mutating func array() throws(JSONSyntaxError) -> JSONValue {
        try enter()
        var elements: [JSONValue] = []
        defer { depth -= 1 }
        if skip(UInt8(ascii: "]")) { return .array(elements) }
        repeat { elements.append(try value()) } while skip(UInt8(ascii: ","))
        guard skip(UInt8(ascii: "]")) else { throw fault("an array that does not end") }
        return .array(elements)
    }

    /// Past a bracket, one level deeper.
    private mutating func enter() throws(JSONSyntaxError) {
        next += 1
        depth += 1
        if depth > JSON.depthLimit { throw fault("nested more than \(JSON.depthLimit) levels deep") }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONSyntaxError) -> JSONValue {
        let length = word.utf8CodeUnitCount
        guard next + length <= bytes.count, (0..<length).allSatisfy({ bytes[next + $0] == word.utf8Start[$0] }) else { throw fault("an unknown word") }
        next += length
        return value
    }

    // MARK: Strings

    private mutating func string() throws(JSONSyntaxError) -> String {
        next += 1
        let start = next
        while next < bytes.count {
            switch bytes[next] {
            case UInt8(ascii: "\""):
                defer { next += 1 }
                return text(start..<next)
            case UInt8(ascii: "\\"): return try stringWithEscapes(from: start)
            case ..<0x20: throw fault("a control character in a string")
            default: next += 1
            }
        }
        throw fault("a string that does not end")
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self) }

    private mutating func stringWithEscapes(from start: Int) throws(JSONSyntaxError) -> String {
        var result = text(start..<next)
        var plain = next
        while next < bytes.count {
            switch bytes[next] {
            case UInt8(ascii: "\""):
                result += text(plain..<next)
                next += 1
                return result
            case UInt8(ascii: "\\"):
                result += text(plain..<next)
                next += 1
                result.unicodeScalars.append(try escape())
                plain = next
            case ..<0x20: throw fault("a control character in a string")
            default: next += 1
            }
        }
        throw fault("a string that does not end")
    }

    private mutating func escape() throws(JSONSyntaxError) -> Unicode.Scalar {
        guard next < bytes.count else { throw fault("a string that does not end") }
        let byte = bytes[next]
        next += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try codePoint()
        default: throw fault("an unknown escape")
        }
    }

    private mutating func codePoint() throws(JSONSyntaxError) -> Unicode.Scalar {
        let high = try hex()
        guard UTF16.isLeadSurrogate(high) else { return Unicode.Scalar(high) ?? "\u{fffd}" }
        let afterHigh = next
        guard next + 1 < bytes.count, bytes[next] == UInt8(ascii: "\\"), bytes[next + 1] == UInt8(ascii: "u") else { return "\u{fffd}" }
        next += 2
        let low = try hex()
        guard UTF16.isTrailSurrogate(low) else {
            next = afterHigh  // Not its other half: to be read by itself.
            return "\u{fffd}"
        }
        return Unicode.Scalar(0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) - 0xDC00)) ?? "\u{fffd}"
    }

    private mutating func hex() throws(JSONSyntaxError) -> UInt16 {
        guard next + 4 <= bytes.count else { throw fault("a string that does not end") }
        var value: UInt16 = 0
        for byte in bytes[next..<next + 4] {
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            default: throw fault("an unknown escape")
            }
            value = value << 4 | UInt16(digit)
        }
        next += 4
        return value
    }

    // MARK: Numbers

    /// Exact powers of ten: a whole number below 2⁵³ times or through one of these is correctly rounded
    /// (Clinger, "How to Read Floating Point Numbers Accurately", 1990).
    private static let powersOfTen: [Double] = (0...22).map { exponent in (0..<exponent).reduce(1) { power, _ in power * 10 } }

    private mutating func number() throws(JSONSyntaxError) -> Double {
        let start = next
        let isNegative = accept(UInt8(ascii: "-"))
        var mantissa: UInt64 = 0, digits = 0, scale = 0
        let isZero = next < bytes.count && bytes[next] == UInt8(ascii: "0")
        guard takeDigits(&mantissa, &digits) > 0, !isZero || digits == 1 else { throw fault("neither a value nor a number") }
        if accept(UInt8(ascii: ".")) {
            scale = takeDigits(&mantissa, &digits)
            if scale == 0 { throw fault("a number without digits after its point") }
        }
        var hasExponent = false
        if next < bytes.count, bytes[next] | 0x20 == UInt8(ascii: "e") {
            next += 1
            hasExponent = true
            if !accept(UInt8(ascii: "+")) { _ = accept(UInt8(ascii: "-")) }
            var ignored: UInt64 = 0, count = 0
            if takeDigits(&ignored, &count) == 0 { throw fault("a number without digits in its exponent") }
        }
        if !hasExponent, digits <= 15, scale <= 22 {
            let value = Double(mantissa) / Self.powersOfTen[scale]
            return isNegative ? -value : value
        }
        guard let value = Double(text(start..<next)), value.isFinite else { throw fault("a number that is too large") }
        return value
    }

    /// Adds what digits follow to `mantissa` (which wraps around after 19 of them) and returns how many they are.
    private mutating func takeDigits(_ mantissa: inout UInt64, _ digits: inout Int) -> Int {
        let start = next
        while next < bytes.count, case let digit = bytes[next] &- UInt8(ascii: "0"), digit < 10 {
            mantissa = mantissa &* 10 &+ UInt64(digit)
            next += 1
        }
        digits += next - start
        return next - start
    }

    // MARK: Bytes

    private mutating func skipSpace() {
        while next < bytes.count, case let byte = bytes[next], byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { next += 1 }
    }

    /// Past a byte, if it is the next one.
    private mutating func accept(_ byte: UInt8) -> Bool {
        guard next < bytes.count, bytes[next] == byte else { return false }
        next += 1
        return true
    }

    /// Past a byte, if it is the next one after white space.
    private mutating func skip(_ byte: UInt8) -> Bool {
        skipSpace()
        return accept(byte)
    }

    private func fault(_ reason: String) -> JSONSyntaxError { JSONSyntaxError(offset: next, reason: reason) }
}
