public import Foundation

/// The one way Jarvis writes and reads JSON: snake_case is spelt out in `CodingKeys`, dates are RFC 3339 with milliseconds in UTC.
public enum JSON {
    public static func encode(_ value: some Encodable, pretty: Bool = false) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = pretty ? [.withoutEscapingSlashes, .sortedKeys, .prettyPrinted] : [.withoutEscapingSlashes, .sortedKeys]
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(Timestamp.format(date))
        }
        return try encoder.encode(value)
    }

    /// How deep arrays and objects may lie in each other.
    public static let depthLimit = 128

    /// - Throws: `DecodingError`; also for what is nested deeper than `depthLimit` or not in UTF-8 (RFC 8259, section 8.1).
    public static func decode<T: Decodable>(_ type: T.Type = T.self, from data: Data) throws -> T {
        if let fault = fault(in: data) { throw DecodingError.dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: fault)) }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let container = try decoder.singleValueContainer()
            guard let date = Timestamp.parse(try container.decode(String.self)) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "is not a date (RFC 3339, like 2026-01-31T09:00:00Z)")
            }
            return date
        }
        return try decoder.decode(type, from: data)
    }

    /// Foundation's reader ends the process on a text that ends exactly where it gets too deep for it (513 times `[`), so it never sees one.
    /// A NUL byte means UTF-16 or UTF-32, in which this would count wrongly.
    private static func fault(in data: Data) -> String? {
        data.withUnsafeBytes { bytes in
            var depth = 0
            var isInString = false, isEscaped = false
            for byte in bytes {
                if byte == 0 { return "not UTF-8" }
                if isInString {
                    if isEscaped {
                        isEscaped = false
                    } else if byte == UInt8(ascii: "\\") {
                        isEscaped = true
                    } else if byte == UInt8(ascii: "\"") {
                        isInString = false
                    }
                    continue
                }
                switch byte {
                case UInt8(ascii: "\""): isInString = true
                case UInt8(ascii: "["), UInt8(ascii: "{"):
                    depth += 1
                    if depth > depthLimit { return "is nested more than \(depthLimit) levels deep" }
                case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
                default: break
                }
            }
            return nil
        }
    }
}

/// RFC 3339 times, `2026-01-31T09:00:00.000Z`: always UTC and always 24 characters, so that text order is time order.
public enum Timestamp {
    /// Seconds since 1970 that can be written: the years 0 to 9999.
    static let bounds = -62_167_219_200.0...253_402_300_799.999

    /// What lies outside of the years 0 to 9999 is written as their first or last moment.
    public static func format(_ date: Date) -> String {
        let seconds = min(max(date.timeIntervalSince1970, bounds.lowerBound), bounds.upperBound)
        // A date that was made of whole milliseconds may lie a hair (under a microsecond) below them.
        let total = Int64(saturating: (seconds * 1000 + 0.001).rounded(.down))
        let (days, inDay) = total.quotientAndRemainder(dividingBy: 86_400_000)
        let (day, ms) = inDay < 0 ? (days - 1, inDay + 86_400_000) : (days, inDay)
        let (year, month, dayOfMonth) = civil(fromDays: day)
        func pad(_ value: Int64, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return
            "\(pad(year, 4))-\(pad(month, 2))-\(pad(dayOfMonth, 2))T\(pad(ms / 3_600_000, 2)):\(pad(ms / 60_000 % 60, 2)):\(pad(ms / 1000 % 60, 2)).\(pad(ms % 1000, 3))Z"
    }

    /// - Returns: `nil` for what is no date, and for days that do not exist (30 February), which Foundation makes into others.
    public static func parse(_ text: String) -> Date? {
        guard hasRealDay(Array(text.utf8.prefix(11))) else { return nil }
        if let date = try? Date(text, strategy: .iso8601.year().month().day().time(includingFractionalSeconds: true).timeZone(separator: .colon)) {
            return date
        }
        return try? Date(text, strategy: .iso8601)
    }

    /// Whether a text begins with `2026-01-31` and then no digit.
    private static func hasRealDay(_ text: [UInt8]) -> Bool {
        func number(_ range: Range<Int>) -> Int? {
            text[range].reduce(0) { sum, byte in sum.flatMap { (0x30...0x39).contains(byte) ? $0 * 10 + Int(byte - 0x30) : nil } }
        }
        guard text.count == 11, !(0x30...0x39).contains(text[10]), let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
            return false
        }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...12).contains(month) && (1...lengths[month - 1]).contains(day)
    }

    /// Days since 1970-01-01 to year, month, day in the proleptic Gregorian calendar (Howard Hinnant, "chrono-compatible low-level date algorithms").
    private static func civil(fromDays days: Int64) -> (Int64, Int64, Int64) {
        let z = days + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}
