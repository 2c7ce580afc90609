public import Base
private import Foundation
private import Synchronization

/// Writes lines to standard error, one write(2) each, where the platform (systemd, Docker, a terminal) picks them up.
public final class StandardErrorSink: LogSink {
    private let format: LogFormat
    private let redactor = Redactor()
    private let clock: any WallClock
    private let descriptor: Int32
    /// Keeps the pieces of a line together where the descriptor takes only a part at a time.
    private let turn = Mutex(())

    /// - Parameter descriptor: 2, except in tests.
    public init(format: LogFormat, clock: any WallClock = SystemWallClock(), descriptor: Int32 = 2) {
        self.format = format
        self.clock = clock
        self.descriptor = descriptor
    }

    /// For people on a terminal, for machines elsewhere.
    public static func preferredFormat(descriptor: Int32 = 2) -> LogFormat { isatty(descriptor) == 1 ? .human(coloured: true) : .json }

    public func write(_ entry: LogEntry) {
        let line = format.line(entry, at: clock.now, redactor: redactor)
        turn.withLock { _ in _ = writeAll(line, to: descriptor) }
    }
}

/// Writes everything, or returns the error number that stopped it. A descriptor that takes nothing for a second loses the line: the log must not stop the house.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count >= 0 {
            rest = rest.dropFirst(count)
        } else if errno == EAGAIN {
            var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            if poll(&polled, 1, 1000) == 0 { return EAGAIN }
        } else if errno != EINTR {
            return errno
        }
    }
    return nil
}

/// Gives every line to several sinks.
public struct TeeSink: LogSink {
    private let sinks: [any LogSink]
    public init(_ sinks: [any LogSink]) { self.sinks = sinks }
    public func write(_ entry: LogEntry) { for sink in sinks { sink.write(entry) } }
}
