import Observability
import Synchronization

/// Keeps what is logged, for tests to look at.
final class RecordingSink: LogSink {
    private let entries = Mutex<[LogEntry]>([])
    func write(_ entry: LogEntry) { entries.withLock { $0.append(entry) } }
    var messages: [String] { entries.withLock { $0.map(\.message) } }
    var logger: Logger { Logger(label: "test", level: .debug, sink: self) }
}
