private import Glibc

/// A stream socket that never blocks; closed when the last reference goes away, so that nobody ever waits on a number that was given to another file.
final class Socket: Sendable {
    let descriptor: Int32

    /// Takes over an open descriptor.
    init(adopting descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// A socket for the family of an address, not yet connected or bound.
    static func make(family: Int32) throws(WyomingError) -> Socket {
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let descriptor = socket(family, type, 0)
        guard descriptor >= 0 else { throw failure("a socket could not be made") }
        let made = Socket(adopting: descriptor)
        if family != AF_UNIX { made.set(Int32(IPPROTO_TCP), TCP_NODELAY) }
        return made
    }

    func set(_ level: Int32, _ option: Int32) {
        var on: Int32 = 1
        setsockopt(descriptor, level, option, &on, socklen_t(MemoryLayout<Int32>.size))
    }

    /// Ends the connection in both directions; who waits on it wakes.
    func shut() { shutdown(descriptor, Int32(SHUT_RDWR)) }

    /// Connects, waiting for the answer until `deadline`.
    func connect(to address: SocketAddress, until deadline: ContinuousClock.Instant) async throws(WyomingError) {
        while true {
            let result = address.withPointer { Glibc.connect(descriptor, $0, $1) }
            if result == 0 || errno == EISCONN { return }
            switch errno {
            case EINTR: continue
            case EINPROGRESS, EALREADY: try await Poller.shared.wait(for: .writing, on: descriptor, until: deadline)
            case EAGAIN:
                // A unix server whose queue of new connections is full: there is no event for the moment it has room again.
                guard ContinuousClock.now < deadline else { throw WyomingError(.timedOut, "the voice service accepts no connection: it may be overloaded") }
                do { try await Task.sleep(for: .milliseconds(5)) } catch { throw WyomingError(.cancelled, "the request was cancelled") }
            default: throw Self.failure("nobody answers there", .unreachable)
            }
            var pending: Int32 = 0, size = socklen_t(MemoryLayout<Int32>.size)
            getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &pending, &size)
            if pending != 0 { throw Self.failure("nobody answers there", .unreachable, pending) }
        }
    }

    /// Reads what is there into `buffer`, waiting for something until `deadline`.
    ///
    /// - Returns: the number of bytes; 0 at the end.
    func read(into buffer: inout [UInt8], until deadline: ContinuousClock.Instant?) async throws(WyomingError) -> Int {
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count >= 0 { return count }
            switch errno {
            case EINTR: continue
            case EAGAIN: try await Poller.shared.wait(for: .reading, on: descriptor, until: deadline)
            case ECONNRESET: throw Self.failure("the voice service's peer went away", .closed)
            default: throw Self.failure("reading from a socket failed")
            }
        }
    }

    /// Writes all of `bytes`, waiting for room until `deadline`.
    func write(_ bytes: [UInt8], until deadline: ContinuousClock.Instant?) async throws(WyomingError) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { all in
                let rest = UnsafeRawBufferPointer(rebasing: all[sent...])
                return send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
            }
            if count >= 0 {
                sent += count
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN: try await Poller.shared.wait(for: .writing, on: descriptor, until: deadline)
            case EPIPE, ECONNRESET: throw Self.failure("the voice service's peer went away", .closed)
            default: throw Self.failure("writing to a socket failed")
            }
        }
    }

    /// An error with the system's reason.
    static func failure(_ what: String, _ code: WyomingError.Code = .system, _ number: Int32 = errno) -> WyomingError {
        WyomingError(code, "\(what) (\(String(cString: strerror(number))))", errno: number)
    }
}
