import Base
import Foundation

/// Standard output and standard error, and what the terminal behind them can do.
struct Console: Sendable {
    let outputIsTerminal: Bool
    let errorIsTerminal: Bool
    /// Whether headings may be bold and notes dim (NO_COLOR: https://no-color.org).
    let hasColor: Bool

    init(environment: [String: String]) {
        outputIsTerminal = isatty(STDOUT_FILENO) == 1
        errorIsTerminal = isatty(STDERR_FILENO) == 1
        hasColor = outputIsTerminal && environment["NO_COLOR"]?.isEmpty != false && environment["TERM"] != "dumb"
    }

    /// To standard output, as it is.
    func write(_ text: String) { Self.write(Array(text.utf8), to: STDOUT_FILENO) }

    func write(_ bytes: some Collection<UInt8>) { Self.write(Array(bytes), to: STDOUT_FILENO) }

    /// To standard output: words of the server, which must not move the cursor or worse.
    /// A pipe often ends at a terminal as well.
    func show(_ text: String) { write(text.withoutControls) }

    /// A line to standard error.
    func complain(_ line: String) { Self.write(Array(line.withoutControls.utf8) + [UInt8(ascii: "\n")], to: STDERR_FILENO) }

    /// A mark that something is going on, on terminals only; `clearNote` takes it away.
    func note(_ text: String) {
        if errorIsTerminal { Self.write(Array("\r\u{1B}[K\(dim(text))".utf8), to: STDERR_FILENO) }
    }

    func clearNote() {
        if errorIsTerminal { Self.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) }
    }

    func bold(_ text: String) -> String { hasColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    func dim(_ text: String) -> String { hasColor ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

    /// Blocks when the reader is slow, which for a terminal or a pipe of one's own is what should hold the program back.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            // Nobody reads any more (`jarvis ask … | head -1`): there is nothing left to do.
            if count <= 0 { exit(ExitCode.failed) }
            sent += count
        }
    }
}
