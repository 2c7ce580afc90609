public import Base
public import Observability
private import CShims
private import Foundation
private import Synchronization

/// A running program: its standard error becomes log lines, its end is noticed at once, and it never outlives Jarvis.
///
/// - It leads its own process group, so that Ctrl-C in a terminal reaches Jarvis alone, and signals sent by ``stop(grace:clock:)`` reach its children too.
/// - It holds no descriptor of ours. Its standard input is a pipe on which nothing is ever written: it closes when Jarvis goes away or asks for an end.
/// - The kernel kills it when Jarvis is killed (`PR_SET_PDEATHSIG`, prctl(2)).
/// - One thread per child starts it, reads its pipes, and waits on its pidfd (pidfd_open(2)); nothing is polled.
public final class ChildProcess: Sendable {
    /// What to start.
    public struct Command: Sendable {
        /// An absolute path.
        public var executable: String
        public var arguments: [String]
        /// Everything the child sees: nothing is inherited, because Jarvis's own environment holds secrets. Start from ``plainEnvironment``.
        public var environment: [String: String]
        /// The working directory; `nil`: Jarvis's own.
        public var directory: String?
        /// The most address space it may have (`RLIMIT_AS`, setrlimit(2)), in bytes. A model mapped into memory counts; `nil`: no limit.
        public var memoryLimit: UInt64?
        /// The level at which its standard error is logged. Standard output, after its first line, is logged as `debug`.
        public var logLevel: LogLevel

        public init(
            executable: String, arguments: [String] = [], environment: [String: String] = Command.plainEnvironment, directory: String? = nil,
            memoryLimit: UInt64? = nil, logLevel: LogLevel = .info
        ) {
            self.executable = executable
            self.arguments = arguments
            self.environment = environment
            self.directory = directory
            self.memoryLimit = memoryLimit
            self.logLevel = logLevel
        }

        /// What any program may see: where programs are, whose home it is, and that text is UTF-8.
        public static var plainEnvironment: [String: String] {
            [
                "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": FileManager.default.homeDirectoryForCurrentUser.path,
                "TMPDIR": FileManager.default.temporaryDirectory.path, "LANG": "C.UTF-8",
            ]
        }
    }

    /// How a program ended.
    public enum Exit: Sendable, Hashable, CustomStringConvertible {
        case code(Int32)
        case signal(Int32)

        public var description: String {
            switch self {
            case .code(let code): "exit code \(code)"
            case .signal(let number): "signal \(number)"
            }
        }
    }

    /// Longer lines of a child are cut, in bytes.
    static let lineLimit = 4096

    public let pid: Int32
    private let log: Logger
    private let logLevel: LogLevel
    private let announced = OneShot<String?>()
    private let ended = OneShot<Exit>()
    private struct State {
        /// Our end of the child's standard input; `nil` once closed.
        var input: Int32?
        /// Until then the pid belongs to our child, dead or alive, and may be signalled.
        var isReaped = false
    }
    private let state: Mutex<State>

    private init(pid: Int32, input: Int32, log: Logger, logLevel: LogLevel) {
        self.pid = pid
        self.log = log
        self.logLevel = logLevel
        state = Mutex(State(input: input))
    }

    /// Starts a program. Throws `notStarted` when it is missing or may not be executed.
    public static func launch(_ command: Command, log: Logger) async throws(LifecycleError) -> ChildProcess {
        let result: Result<ChildProcess, LifecycleError> = await withCheckedContinuation { continuation in
            // The kernel ties the child to the thread that forked it, so that thread stays with the child to its end.
            let thread = Thread {
                switch spawn(command, log: log) {
                case .failure(let error): continuation.resume(returning: .failure(error))
                case .success(let (child, watched)):
                    continuation.resume(returning: .success(child))
                    child.attend(watched)
                }
            }
            thread.stackSize = 512 << 10
            thread.name = "child"
            thread.start()
        }
        return try result.get()
    }

    /// The first line it writes to standard output: programs that choose a port say here that they are ready, and where.
    /// Throws `notReady` when it ends without one, `stopped` when the task is cancelled.
    public func announcement() async throws(LifecycleError) -> String {
        guard let line = await announced.value() else { throw LifecycleError(.stopped, "waiting for process \(pid) was given up") }
        guard let line else { throw LifecycleError(.notReady, "process \(pid) ended before it said that it is ready; its last log lines say why") }
        return line
    }

    /// How it ended; `nil` while it runs.
    public var exit: Exit? { ended.current }

    /// Returns when the program has ended, whether or not the calling task is cancelled: pair it with ``stop(grace:clock:)`` or ``kill()``.
    public func waitForExit() async -> Exit { await ended.valueEvenIfCancelled() }

    /// Asks it to end: closes its standard input and sends SIGTERM; after `grace`, or when the calling task is cancelled, SIGKILL. Returns when it is gone.
    @discardableResult
    public func stop(grace: Duration = .seconds(5), clock: any WallClock = SystemWallClock()) async -> Exit {
        closeInput()
        signal(SIGTERM)
        await withTaskGroup(of: Void.self) { group in
            group.addTask { _ = await self.ended.value() }
            group.addTask { try? await clock.sleep(until: clock.now + grace.seconds) }
            await group.next()
            group.cancelAll()
        }
        if exit == nil {
            log.warning("process did not end when asked and is killed", ["pid": "\(pid)"])
            kill()
        }
        return await waitForExit()
    }

    /// Ends it and its children at once (SIGKILL).
    public func kill() { signal(SIGKILL) }

    /// Closes its standard input, which tells a well-behaved child to finish.
    public func closeInput() {
        state.withLock { state in
            if let input = state.input { close(input) }
            state.input = nil
        }
    }

    private func signal(_ number: Int32) {
        // Under the lock, because the pid must not be reaped (and given to someone else) in between.
        state.withLock { state in
            if !state.isReaped { _ = Foundation.kill(-pid, number) }
        }
    }
}

// MARK: - On the child's thread

extension ChildProcess {
    /// What the child's thread waits for.
    private struct Watched {
        var pidfd: Int32
        var output: Int32
        var error: Int32
    }

    private static func spawn(_ command: Command, log: Logger) -> Result<(ChildProcess, Watched), LifecycleError> {
        func failure(_ number: Int32) -> LifecycleError {
            LifecycleError(
                .notStarted, "\(command.executable) could not be started: \(String(cString: strerror(number))). Check that it is installed and executable.")
        }
        var pipes: [Int32] = []
        for _ in 0..<3 {
            var ends: [Int32] = [-1, -1]
            guard shim_pipe(&ends) == 0 else {
                let number = errno
                for end in pipes { close(end) }
                return .failure(failure(number))
            }
            pipes += ends
        }
        let (input, output, error) = ((pipes[0], pipes[1]), (pipes[2], pipes[3]), (pipes[4], pipes[5]))
        let arguments = ([command.executable] + command.arguments).map { strdup($0) } + [nil]
        let environment = command.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in arguments + environment { free(text) } }
        let directory = command.directory.map { strdup($0) } ?? nil
        defer { free(directory) }
        let pid = command.executable.withCString { path in
            arguments.withUnsafeBufferPointer { argv in
                environment.withUnsafeBufferPointer { envp in
                    var request = shim_spawn_request(
                        path: path, argv: argv.baseAddress, envp: envp.baseAddress, directory: directory, in: input.0, out: output.1, err: error.1,
                        address_space: command.memoryLimit ?? 0)
                    return shim_spawn(&request)
                }
            }
        }
        for end in [input.0, output.1, error.1] { close(end) }
        let pidfd = pid > 0 ? pidfd_open(pid, 0) : -1
        guard pid > 0, pidfd >= 0 else {
            let number = pid > 0 ? errno : -pid
            if pid > 0 {
                _ = Foundation.kill(pid, SIGKILL)
                waitpid(pid, nil, 0)
            }
            for end in [input.1, output.0, error.0] { close(end) }
            return .failure(failure(number))
        }
        for end in [output.0, error.0] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        let child = ChildProcess(pid: pid, input: input.1, log: log, logLevel: command.logLevel)
        return .success((child, Watched(pidfd: pidfd, output: output.0, error: error.0)))
    }

    /// Forwards what the child writes until it ends; then ends what is left of its group and reaps it.
    private func attend(_ watched: Watched) {
        var output = LineBuffer(limit: Self.lineLimit), error = LineBuffer(limit: Self.lineLimit)
        var polled = [watched.pidfd, watched.output, watched.error].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        var buffer = [UInt8](repeating: 0, count: 16 << 10)

        /// One read; returns whether there may be more.
        func forward(_ index: Int) -> Bool {
            let count = read(polled[index].fd, &buffer, buffer.count)
            if count < 0 && errno == EINTR { return true }
            guard count > 0 else {
                if count == 0 || errno != EAGAIN { polled[index].fd = -1 }  // Its end was closed: poll(2) skips negative descriptors.
                return false
            }
            if index == 1 { heard(output.append(buffer[..<count])) } else { complained(error.append(buffer[..<count])) }
            return true
        }

        while polled[0].revents == 0 {
            guard poll(&polled, nfds_t(polled.count), -1) >= 0 else { continue }  // EINTR
            for index in 1...2 where polled[index].revents != 0 { _ = forward(index) }
        }
        // What it wrote last; bounded, because a grandchild may go on writing.
        for index in 1...2 { for _ in 0..<64 where polled[index].fd >= 0 { guard forward(index) else { break } } }
        heard(output.finish().map { [$0] } ?? [])
        complained(error.finish().map { [$0] } ?? [])

        var status: Int32 = 0
        state.withLock { state in
            _ = Foundation.kill(-pid, SIGKILL)  // While the pid is still ours: children it left behind.
            while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
            state.isReaped = true
        }
        closeInput()
        for descriptor in [watched.pidfd, watched.output, watched.error] { close(descriptor) }
        announced.set(nil)
        // wait(2): the low seven bits are the signal, the next byte the exit code.
        ended.set(status & 0x7F == 0 ? .code(status >> 8 & 0xFF) : .signal(status & 0x7F))
    }

    private func heard(_ lines: [String]) {
        for line in lines {
            if announced.current == nil { announced.set(line) } else { log.debug(line) }
        }
    }

    private func complained(_ lines: [String]) {
        for line in lines { log.log(logLevel, line) }
    }
}

extension Duration {
    /// For clocks that count in seconds.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
