import Foundation

/// A pseudo-terminal with a program on it: keys go in, the screen's bytes come out.
///
/// `screen` belongs to the queue, on which all waiting is done: a test that waits holds no thread of the pool.
final class Terminal: @unchecked Sendable {
    private let master: Int32
    private let process = Process()
    private let ended = DispatchSemaphore(value: 0)
    private let queue = DispatchQueue(label: "terminal")
    private var screen = ""

    init(_ program: Program, _ arguments: [String]) throws {
        // Glibc hides posix_openpt and its kin from Swift; these are what they do (ioctl_tty(2)).
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var unlocked: Int32 = 0, number: UInt32 = 0
        let unlock: UInt = 0x4004_5431, getNumber: UInt = 0x8004_5430
        guard master >= 0, ioctl(master, unlock, &unlocked) == 0, ioctl(master, getNumber, &number) == 0 else { throw POSIXError(.ENOTTY) }
        let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard slave >= 0 else { throw POSIXError(.ENOTTY) }
        let handle = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
        process.executableURL = Program.url
        process.arguments = arguments
        process.environment = program.environment.merging(["TERM": "xterm", "NO_COLOR": "1"]) { $1 }
        process.standardInput = handle
        process.standardOutput = handle
        process.standardError = handle
        process.terminationHandler = { [ended] _ in ended.signal() }
        try process.run()
        // So that only the program has it, and its end shows on our side.
        try handle.close()
    }

    deinit {
        if process.isRunning { process.terminate() }
        close(master)
    }

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(master, bytes, bytes.count)
    }

    /// Reads until the screen shows `text` after what was awaited before; `false` after 20 seconds without it.
    func shows(_ text: String) async -> Bool {
        await onQueue {
            let deadline = Date(timeIntervalSinceNow: 20)
            while deadline.timeIntervalSinceNow > 0 {
                if let range = self.screen.range(of: text) {
                    self.screen = String(self.screen[range.upperBound...])
                    return true
                }
                if !self.readMore() { return false }
            }
            return false
        }
    }

    /// Whether `text` has been on the screen since what was awaited last.
    func hasShown(_ text: String) async -> Bool { await onQueue { self.screen.contains(text) } }

    /// The exit code once the program has ended; it is terminated when it has not within 20 seconds.
    func end() async -> Int32 {
        await onQueue {
            let deadline = Date(timeIntervalSinceNow: 20)
            while deadline.timeIntervalSinceNow > 0, self.readMore() {}
            if self.ended.wait(timeout: .now() + 1) == .timedOut {
                self.process.terminate()
                self.ended.wait()
            }
            return self.process.terminationStatus
        }
    }

    /// Waits half a second at most; `false` once the program has closed its side.
    private func readMore() -> Bool {
        var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, 500) > 0 else { return true }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(master, &buffer, buffer.count)
        if count > 0 { screen += String(decoding: buffer[..<count], as: UTF8.self) }
        return count > 0
    }

    private func onQueue<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in queue.async { continuation.resume(returning: body()) } }
    }
}
