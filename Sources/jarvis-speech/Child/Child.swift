private import Glibc
private import Synchronization

/// Another process of this program, for work that a bad file or model may crash.
enum Child {
    /// How a child ended.
    enum End: Sendable {
        case success
        /// What it said last, or the signal that killed it.
        case failed(String)
        /// It was killed because it took too long.
        case late
        /// It could not be started.
        case absent(String)
    }

    /// The last of what a child says that is listened to, in bytes.
    private static let longestReason = 2048

    /// Runs `jarvis-speech` with these arguments to its end, at most for some seconds. Its standard error is read for the reason of a failure.
    static func run(_ arguments: [String], seconds: Int) async -> End {
        let end = try? await blocking { runToEnd(arguments, seconds: seconds) }
        return end ?? .late
    }

    private static func runToEnd(_ arguments: [String], seconds: Int) -> End {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return .absent("no file descriptor is left") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let child = start(arguments, input: nil, error: ends[1])
        close(ends[1])
        defer { close(ends[0]) }
        guard child > 0 else { return .absent("the program cannot be started again (\(String(cString: strerror(-child))))") }
        let deadline = ContinuousClock.now + .seconds(seconds)
        var said: [UInt8] = [], buffer = [UInt8](repeating: 0, count: 4096), isLate = false
        while true {
            var watched = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
            let left = (deadline - ContinuousClock.now) / .milliseconds(1)
            let count = poll(&watched, 1, Int32(max(0, left)))
            if count == 0 {
                isLate = true
                kill(child, SIGKILL)
                break
            }
            if count < 0 && errno == EINTR { continue }
            let length = read(ends[0], &buffer, buffer.count)
            if length <= 0 { break }
            said += buffer[..<length]
            if said.count > longestReason { said.removeFirst(said.count - longestReason) }
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 && errno == EINTR {}
        if isLate { return .late }
        if status == 0 { return .success }
        let signal = status & 0x7F
        // Whoever ended this program ended its children too: that says nothing about what they were trying.
        if signal == SIGTERM || signal == SIGINT { return .absent("it was stopped meanwhile") }
        let how = signal != 0 ? "killed by signal \(signal)" : "ended with code \(status >> 8 & 0xFF)"
        let last = String(decoding: said, as: UTF8.self).split(whereSeparator: \.isNewline).last.map { ": \($0)" } ?? ""
        return .failed(how + last)
    }

    /// Starts a child with these descriptors. Returns its process id, or the negative number of an error.
    static func start(_ arguments: [String], input: Int32?, error: Int32?) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input { posix_spawn_file_actions_adddup2(&actions, input, 0) } else { posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0) }
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        if let error { posix_spawn_file_actions_adddup2(&actions, error, 2) } else { posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Our own thread mask keeps the signals that end a process.
        var none = sigset_t(), all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let texts = (["jarvis-speech"] + arguments).map { strdup($0) } + [nil]
        defer { for text in texts { free(text) } }
        var child = pid_t()
        let result = posix_spawn(&child, "/proc/self/exe", &actions, &attributes, texts, nil)
        return result == 0 ? child : -result
    }

    /// Takes from this process, a child, what it could harm the machine with: time, memory, files, cores; and what it got from its parent by accident.
    /// - Parameter memory: bytes of data of its own.
    static func limitItself(seconds: UInt, memory: UInt) {
        // A connection that was accepted in the moment of the start is not closed with the others.
        for name in Files.list("/proc/self/fd") { if let descriptor = Int32(name), descriptor > 2 { close(descriptor) } }
        for (resource, limit) in [(RLIMIT_CPU, seconds), (RLIMIT_DATA, memory), (RLIMIT_CORE, 0), (RLIMIT_FSIZE, 0)] {
            var limits = rlimit(rlim_cur: limit, rlim_max: limit)
            setrlimit(__rlimit_resource_t(resource.rawValue), &limits)
        }
    }
}
