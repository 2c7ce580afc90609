public import Base
private import Foundation
private import Synchronization

/// Writes lines to a file (mode 0600) that is set aside when it is full or old: `jarvis.log` → `jarvis.log.1` → … → `jarvis.log.n`, then gone.
public final class FileSink: LogSink {
    /// When a file is set aside, and how long it is kept.
    public struct Limits: Sendable, Hashable {
        /// The largest a file may grow, in bytes.
        public var bytes: Int
        /// How many set-aside files are kept.
        public var files: Int
        /// Files last written longer ago are deleted, and one begun longer ago is set aside.
        public var age: Duration

        public init(bytes: Int = 10 << 20, files: Int = 5, age: Duration = .seconds(14 * 86_400)) {
            self.bytes = bytes
            self.files = files
            self.age = age
        }
    }

    private struct State {
        var descriptor: Int32
        var size: Int
        /// When the file's first line was written.
        var begun: Date
        var isFailing = false
    }
    private let path: String
    private let format: LogFormat
    private let limits: Limits
    private let redactor = Redactor()
    private let clock: any WallClock
    private let state: Mutex<State>

    /// Opens the file, or goes on with the one that is there. Throws `cannotOpen`.
    public init(path: String, format: LogFormat = .json, limits: Limits = Limits(), clock: any WallClock = SystemWallClock()) throws(ObservabilityError) {
        self.path = path
        self.format = format
        self.limits = limits
        self.clock = clock
        state = Mutex(try Self.open(path, now: clock.now))
        deleteOld()
    }

    deinit { state.withLock { _ = close($0.descriptor) } }

    public func write(_ entry: LogEntry) {
        let now = clock.now
        let line = format.line(entry, at: now, redactor: redactor)
        state.withLock { state in
            let isFull = state.size + line.count > limits.bytes
            let isOld = now.timeIntervalSince(state.begun) > Double(limits.age.components.seconds)
            if state.size > 0, isFull || isOld { rotate(&state, now: now) }
            let failure = writeAll(line, to: state.descriptor)
            state.size += line.count
            // Once, not for every line: a full disk must not fill the other log too.
            if let failure, !state.isFailing {
                _ = writeAll(Array("\(path) cannot be written: \(String(cString: strerror(failure))). Free some space or change the log file.\n".utf8), to: 2)
            }
            state.isFailing = failure != nil
        }
    }

    private static func open(_ path: String, now: Date) throws(ObservabilityError) -> State {
        let descriptor = Foundation.open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw ObservabilityError(
                code: .cannotOpen,
                message: "\(path) cannot be written: \(String(cString: strerror(errno))). Choose another log file, or make its folder writable.")
        }
        var status = stat()
        let known = fstat(descriptor, &status) == 0 && status.st_size > 0
        // A file has no date of birth everywhere: an existing one counts from its last line.
        return State(
            descriptor: descriptor, size: known ? Int(status.st_size) : 0, begun: known ? Date(timeIntervalSince1970: Double(status.st_mtim.tv_sec)) : now)
    }

    private func rotate(_ state: inout State, now: Date) {
        if limits.files > 0 {
            for number in stride(from: limits.files - 1, through: 1, by: -1) { rename("\(path).\(number)", "\(path).\(number + 1)") }
            rename(path, "\(path).1")
        } else {
            unlink(path)
        }
        // On failure the renamed file goes on being written.
        if let fresh = try? Self.open(path, now: now) {
            close(state.descriptor)
            state = fresh
        }
        deleteOld()
    }

    private func deleteOld() {
        let oldest = clock.now.timeIntervalSince1970 - Double(limits.age.components.seconds)
        for number in 1...max(1, limits.files) {
            var status = stat()
            if stat("\(path).\(number)", &status) == 0, Double(status.st_mtim.tv_sec) < oldest { unlink("\(path).\(number)") }
        }
    }
}
