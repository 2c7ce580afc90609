private import Base
import Foundation

/// How a log line looks.
public enum LogFormat: Sendable, Hashable {
    /// One JSON object a line, for machines: `time`, `level`, `logger`, `message`, and the fields beside them.
    case json
    /// One line to read, with colours where it is shown on a terminal.
    case human(coloured: Bool)

    /// No line is longer, in bytes; what is over is cut and marked with "…".
    static let longestLine = 16 << 10

    /// One whole line with its line end. Nothing in a message or field can start another line or move a terminal's cursor: control characters, line
    /// separators and direction overrides (Unicode UTS 55) come out escaped.
    func line(_ entry: LogEntry, at date: Date, redactor: Redactor) -> [UInt8] {
        var line: [UInt8] = []
        line.reserveCapacity(256)
        let time = Timestamp.format(date)
        let message = redactor.mask(entry.message)
        let fields = entry.fields.sorted { $0.key < $1.key }.map { ($0.key, redactor.mask($0.value, of: $0.key)) }
        switch self {
        case .json:
            line += Array("{\"time\":\"\(time)\",\"level\":\"\(entry.level)\",\"logger\":".utf8)
            line.appendQuoted(entry.label)
            line += Array(",\"message\":".utf8)
            line.appendQuoted(message, limit: Self.longestLine / 2)
            var isCut = false
            for (key, value) in fields where !isCut {
                let before = line.count
                line.append(UInt8(ascii: ","))
                line.appendQuoted(["time", "level", "logger", "message"].contains(key) ? "field_" + key : key)
                line.append(UInt8(ascii: ":"))
                line.appendQuoted(value, limit: Self.longestLine / 4)
                if line.count > Self.longestLine - 64 {
                    line.removeSubrange(before...)
                    line += Array(",\"cut\":\"true\"".utf8)
                    isCut = true
                }
            }
            line.append(UInt8(ascii: "}"))
        case .human(let coloured):
            func colour(_ code: String) { if coloured { line += Array("\u{1B}[\(code)m".utf8) } }
            colour("2")
            line += Array(time.utf8)
            colour("0")
            line.append(UInt8(ascii: " "))
            colour(entry.level.colour)
            line += Array("\(entry.level)".uppercased().padding(toLength: 8, withPad: " ", startingAt: 0).utf8)
            colour("0")
            line.appendEscaped(entry.label, limit: 64)
            line += Array(": ".utf8)
            line.appendEscaped(message, limit: Self.longestLine / 2)
            for (key, value) in fields {
                guard line.count < Self.longestLine * 3 / 4 else {
                    line += Array(" …".utf8)
                    break
                }
                line.append(UInt8(ascii: " "))
                colour("2")
                line.appendEscaped(key, limit: 64)
                line.append(UInt8(ascii: "="))
                colour("0")
                if value.utf8.allSatisfy({ $0.isAlphanumeric || $0 >= 0x80 || "_-.:/+%[]".utf8.contains($0) }), !value.isEmpty {
                    line.appendEscaped(value, limit: Self.longestLine / 5)
                } else {
                    line.appendQuoted(value, limit: Self.longestLine / 5)
                }
            }
        }
        line.append(UInt8(ascii: "\n"))
        return line
    }
}

extension LogLevel {
    /// ANSI: grey, green, cyan, yellow, red.
    fileprivate var colour: String {
        switch self {
        case .debug: "90"
        case .info: "32"
        case .notice: "36"
        case .warning: "33"
        case .error: "31"
        }
    }
}

extension [UInt8] {
    /// A JSON string of at most about `limit` bytes.
    mutating func appendQuoted(_ text: String, limit: Int = 1024) {
        append(UInt8(ascii: "\""))
        appendEscaped(text, limit: limit, quoting: true)
        append(UInt8(ascii: "\""))
    }

    /// Text without control characters; escapes are JSON's.
    mutating func appendEscaped(_ text: String, limit: Int, quoting: Bool = false) {
        let start = count
        for scalar in text.unicodeScalars {
            if count - start >= limit {
                self += Array("…".utf8)
                return
            }
            switch scalar {
            case "\n": self += Array("\\n".utf8)
            case "\r": self += Array("\\r".utf8)
            case "\t": self += Array("\\t".utf8)
            case "\"" where quoting: self += Array("\\\"".utf8)
            case "\\": self += Array("\\\\".utf8)
            case "\u{20}"..."\u{7E}": append(UInt8(truncatingIfNeeded: scalar.value))
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200E}"..."\u{200F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{FEFF}":
                let digits = String(scalar.value, radix: 16)
                self += Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
            default: self += Array(String(scalar).utf8)
            }
        }
    }
}
