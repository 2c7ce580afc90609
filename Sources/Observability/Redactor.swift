/// Masks what must not stand in a log: secrets, tokens, e-mail addresses, phone and card numbers.
///
/// Every sink runs it over every message and field. It looks at UTF-8 bytes in three passes, each of which reads every byte a bounded number of times,
/// so that no text, however odd, makes it slow. In doubt it masks: a line that lost a number is better than one that gives it away.
public struct Redactor: Sendable {
    public init() {}

    static let masked = Array("[masked]".utf8)

    /// The text without what must not be read.
    public func mask(_ text: String) -> String {
        String(decoding: mask(Array(text.utf8)), as: UTF8.self)
    }

    /// The value of a field: gone altogether where its name says that it is a secret.
    public func mask(_ value: String, of key: String) -> String {
        SecretNames.contains(Array(key.utf8)[...]) ? "[masked]" : mask(value)
    }

    func mask(_ bytes: [UInt8]) -> [UInt8] {
        var (digits, isAddressed) = (0, false)
        for byte in bytes {
            if byte.isDigit { digits += 1 }
            if byte == UInt8(ascii: "@") { isAddressed = true }
        }
        var result = SecretScanner(bytes).run()
        if isAddressed { result = maskAddresses(result) }
        if digits >= NumberScanner.fewestDigits { result = NumberScanner(result).run() }
        return result
    }

    /// `somebody@example.org` → `[email]`: a run of RFC 5322 atom characters, an @, and a name with a dot in it.
    private func maskAddresses(_ bytes: [UInt8]) -> [UInt8] {
        func isLocal(_ byte: UInt8) -> Bool {
            byte.isAlphanumeric || byte >= 0x80 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: "_")
                || byte == UInt8(ascii: "%")
        }
        func isDomain(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte >= 0x80 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var position = 0
        while position < bytes.count {
            var end = position
            while end < bytes.count, isLocal(bytes[end]) { end += 1 }
            guard end > position else {
                result.append(bytes[position])
                position += 1
                continue
            }
            var domainEnd = end
            var dots = 0
            if end < bytes.count, bytes[end] == UInt8(ascii: "@") {
                domainEnd = end + 1
                while domainEnd < bytes.count, isDomain(bytes[domainEnd]) { domainEnd += 1 }
                // A full stop after the address is not part of it.
                while domainEnd > end + 1, !(bytes[domainEnd - 1].isAlphanumeric || bytes[domainEnd - 1] >= 0x80) { domainEnd -= 1 }
                dots = bytes[(end + 1)..<domainEnd].count { $0 == UInt8(ascii: ".") }
            }
            if dots > 0 {
                result += Array("[email]".utf8)
                position = domainEnd
            } else {
                result += bytes[position..<end]
                position = end
            }
        }
        return result
    }
}

extension UInt8 {
    var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
    var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
    var isAlphanumeric: Bool { isDigit || isLetter }
    var isHexadecimal: Bool { isDigit || (self | 0x20) &- UInt8(ascii: "a") < 6 }
    var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
    var isSpace: Bool { isBlank || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
    var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") || self == UInt8(ascii: "`") }
}
