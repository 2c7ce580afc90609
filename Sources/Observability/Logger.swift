/// How much a log line matters.
public enum LogLevel: Int, Sendable, Comparable, CaseIterable {
    case debug, info, notice, warning, error

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Writes lines for people and machines. A value: copy it, add fields, pass it on.
///
/// Nothing that a user said, no token and no prompt belongs in a message; what slips in is masked by the sink's `Redactor`.
public struct Logger: Sendable {
    public let label: String
    public let level: LogLevel
    private let sink: any LogSink
    private var fields: [String: String] = [:]

    public init(label: String, level: LogLevel = .info, sink: any LogSink) {
        self.label = label
        self.level = level
        self.sink = sink
    }

    /// The same logger under another label and with more fields on every line.
    public func with(label: String? = nil, _ more: [String: String] = [:]) -> Logger {
        var copy = Logger(label: label ?? self.label, level: level, sink: sink)
        copy.fields = fields.merging(more) { _, new in new }
        return copy
    }

    public func log(_ level: LogLevel, _ message: @autoclosure () -> String, _ more: @autoclosure () -> [String: String] = [:]) {
        guard level >= self.level else { return }
        sink.write(LogEntry(level: level, label: label, message: message(), fields: fields.merging(more()) { _, new in new }))
    }

    public func debug(_ message: @autoclosure () -> String, _ fields: @autoclosure () -> [String: String] = [:]) { log(.debug, message(), fields()) }
    public func info(_ message: @autoclosure () -> String, _ fields: @autoclosure () -> [String: String] = [:]) { log(.info, message(), fields()) }
    public func notice(_ message: @autoclosure () -> String, _ fields: @autoclosure () -> [String: String] = [:]) { log(.notice, message(), fields()) }
    public func warning(_ message: @autoclosure () -> String, _ fields: @autoclosure () -> [String: String] = [:]) { log(.warning, message(), fields()) }
    public func error(_ message: @autoclosure () -> String, _ fields: @autoclosure () -> [String: String] = [:]) { log(.error, message(), fields()) }

    /// Says nothing: for tests and previews.
    public static let silent = Logger(label: "silent", level: .error, sink: SilentSink())
}

/// One line before it is written.
public struct LogEntry: Sendable {
    public let level: LogLevel
    public let label: String
    public let message: String
    public let fields: [String: String]
}

/// Where lines go.
public protocol LogSink: Sendable {
    func write(_ entry: LogEntry)
}

struct SilentSink: LogSink {
    func write(_ entry: LogEntry) {}
}
