internal import Glibc
private import Synchronization

/// The bytes of an address, as the system's calls want them.
struct SocketAddress: Sendable {
    let family: Int32
    private let bytes: [UInt8]

    private init(copying pointer: UnsafeRawPointer, count: Int, family: Int32) {
        bytes = Array(UnsafeRawBufferPointer(start: pointer, count: count))
        self.family = family
    }

    func withPointer<R>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> R) -> R {
        var storage = sockaddr_storage()
        return withUnsafeMutableBytes(of: &storage) { raw in
            raw.copyBytes(from: bytes)
            let pointer = UnsafeRawPointer(raw.baseAddress.unsafelyUnwrapped)
            return body(pointer.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
        }
    }

    /// The longest path that a unix socket's address holds, in bytes: `sun_path` with its ending zero.
    static let maximumPath = 107

    static func unix(_ path: String) throws(WyomingError) -> SocketAddress {
        guard path.utf8.count <= maximumPath, !path.utf8.contains(0) else {
            throw WyomingError(.unreachable, "the path of a socket must be at most \(maximumPath) bytes: choose a shorter folder")
        }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        return SocketAddress(copying: &address, count: MemoryLayout<sockaddr_un>.size, family: AF_UNIX)
    }

    /// The addresses of a host, best first. A name is looked up on a thread of its own, because the system's resolver blocks.
    static func tcp(_ host: String, _ port: UInt16, until deadline: ContinuousClock.Instant) async throws(WyomingError) -> [SocketAddress] {
        if let addresses = try? lookUp(host, port, flags: AI_NUMERICHOST) { return addresses }
        guard
            lookups.withLock({ count in
                if count < 8 { count += 1 }
                return count <= 8
            })
        else { throw WyomingError(.busy, "too many names are being looked up at once: try again") }
        let answer = Answer()
        let started = DedicatedThread.start {
            let result = Result { () throws(WyomingError) in try lookUp(host, port, flags: AI_ADDRCONFIG) }
            lookups.withLock { $0 -= 1 }
            answer.give(result)
        }
        guard started else {
            lookups.withLock { $0 -= 1 }
            throw WyomingError(.system, "the process has no thread left: raise its limits (ulimit -u)")
        }
        return try await answer.value(until: deadline)
    }

    private static let lookups = Mutex(0)

    /// Blocks, unless `flags` say that the host is a number.
    static func lookUp(_ host: String, _ port: UInt16, flags: Int32) throws(WyomingError) -> [SocketAddress] {
        var hints = addrinfo()
        hints.ai_flags = flags | AI_NUMERICSERV
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let result = getaddrinfo(host, String(port), &hints, &list)
        defer { if let list { freeaddrinfo(list) } }
        guard result == 0 else { throw WyomingError(.unreachable, "the host '\(host)' is not known (\(String(cString: gai_strerror(result))))") }
        var addresses: [SocketAddress] = []
        var next = list
        while let info = next?.pointee {
            if let pointer = info.ai_addr { addresses.append(SocketAddress(copying: pointer, count: Int(info.ai_addrlen), family: info.ai_family)) }
            next = info.ai_next
        }
        return addresses
    }

    /// The port that a listening socket was given.
    static func port(of socket: Socket) -> UInt16? {
        var storage = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutableBytes(of: &storage) { raw -> UInt16? in
            let pointer = raw.baseAddress.unsafelyUnwrapped
            guard getsockname(socket.descriptor, pointer.assumingMemoryBound(to: sockaddr.self), &size) == 0 else { return nil }
            // sin_port and sin6_port stand at the same place, in network order.
            return UInt16(raw[2]) << 8 | UInt16(raw[3])
        }
    }
}

/// One value, handed from a thread to a task that may have stopped waiting.
private final class Answer: Sendable {
    private typealias Value = Result<[SocketAddress], WyomingError>

    private struct State {
        var value: Value?
        var waiter: CheckedContinuation<Value, Never>?
    }

    private let state = Mutex(State())

    func give(_ value: Result<[SocketAddress], WyomingError>) {
        let waiter = state.withLock { state -> CheckedContinuation<Value, Never>? in
            guard state.value == nil else { return nil }
            state.value = value
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume(returning: value)
    }

    func value(until deadline: ContinuousClock.Instant) async throws(WyomingError) -> [SocketAddress] {
        // A bridge: ends with this call, which cancels it.
        let alarm = Task { [self] in
            try await Task.sleep(until: deadline)
            give(.failure(WyomingError(.timedOut, "looking up the host of the voice service took too long")))
        }
        defer { alarm.cancel() }
        let value = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Value, Never>) in
                let now = state.withLock { state -> Value? in
                    if state.value == nil { state.waiter = continuation }
                    return state.value
                }
                if let now { continuation.resume(returning: now) }
            }
        } onCancel: {
            give(.failure(WyomingError(.cancelled, "the request was cancelled")))
        }
        return try value.get()
    }
}
