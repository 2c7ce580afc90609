private import Glibc
private import Synchronization

/// Accepts Wyoming peers, each in a task of its own. A peer that does not follow the protocol loses its own connection and nothing else.
public final class Server: Sendable {
    public struct Options: Sendable, Hashable {
        public var limits: Limits
        public var timeLimits: Connection.TimeLimits
        /// Peers at once; one more is told `busy`.
        public var maximumConnections: Int

        /// Smaller than a client's limits: a server is asked, and questions are short. A connection without a question ends after five minutes.
        public init(
            limits: Limits = Limits(line: 256 << 10, data: 256 << 10, payload: 1 << 20),
            timeLimits: Connection.TimeLimits = .init(receive: .seconds(300)), maximumConnections: Int = 64
        ) {
            self.limits = limits
            self.timeLimits = timeLimits
            self.maximumConnections = maximumConnections
        }
    }

    /// Where it listens: with the real port when any was asked for.
    public let endpoint: Endpoint
    private let socket: Socket
    private let options: Options
    /// Device and inode of the socket's file, so that only our own is removed.
    private let file: SocketFile?
    private let connected = Mutex(0)

    /// Takes the endpoint; peers wait until `run`. Blocks only for as long as the file system, or the look-up of a host's name, takes.
    ///
    /// A unix socket's folder is made with mode 0700 when it is not there, and the file has mode 0600 before anybody can connect.
    /// A file left by a server that is gone is replaced.
    /// - Throws: `.unreachable` when the endpoint is taken or not allowed.
    public init(listeningOn endpoint: Endpoint, options: Options = Options()) throws(WyomingError) {
        self.options = options
        switch endpoint {
        case .unix(let path):
            let address = try SocketAddress.unix(path)
            try SocketFile.makeRoom(at: path, address)
            socket = try Self.bound(address, endpoint)
            guard chmod(path, 0o600) == 0 else { throw Socket.failure("the mode of \(path) could not be set") }
            file = SocketFile(path)
            self.endpoint = endpoint
        case .tcp(let host, let port):
            guard let address = try SocketAddress.lookUp(host, port, flags: AI_PASSIVE).first else {
                throw WyomingError(.unreachable, "the host '\(host)' has no address")
            }
            socket = try Self.bound(address, endpoint)
            file = nil
            self.endpoint = .tcp(host: host, port: SocketAddress.port(of: socket) ?? port)
        }
        guard listen(socket.descriptor, 128) == 0 else { throw Socket.failure("cannot listen on \(endpoint)", .unreachable) }
    }

    private static func bound(_ address: SocketAddress, _ endpoint: Endpoint) throws(WyomingError) -> Socket {
        let socket = try Socket.make(family: address.family)
        if address.family != AF_UNIX { socket.set(SOL_SOCKET, SO_REUSEADDR) }
        let result = address.withPointer { bind(socket.descriptor, $0, $1) }
        guard result == 0 else { throw Socket.failure("cannot listen on \(endpoint)", .unreachable) }
        return socket
    }

    /// Serves until the task is cancelled, which ends every connection, and removes the socket's file.
    ///
    /// `handle` is called once for each peer; the connection ends when it returns. A `WyomingError` it throws is told to the peer.
    public func run(_ handle: @escaping @Sendable (Connection) async throws(WyomingError) -> Void) async {
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                guard let descriptor = await accepted() else { continue }
                let connection = Connection(Socket(adopting: descriptor), limits: options.limits, timeLimits: options.timeLimits)
                let isWelcome = connected.withLock { count in
                    guard count < options.maximumConnections else { return false }
                    count += 1
                    return true
                }
                guard isWelcome else {
                    await refuse(connection, WyomingError(.busy, "too many voice connections at once: try again"))
                    continue
                }
                group.addTask { [self] in
                    do throws(WyomingError) {
                        try await handle(connection)
                    } catch {
                        await refuse(connection, error)
                    }
                    connection.close()
                    connected.withLock { $0 -= 1 }
                }
            }
        }
        removeFile()
    }

    /// Removes the socket's file, if it is still this server's.
    public func removeFile() { file?.remove() }

    /// A peer that is told why it is turned away gets one try at hearing it: a full socket is not waited for.
    private func refuse(_ connection: Connection, _ error: WyomingError) async {
        guard error.code != .closed, error.code != .cancelled else { return }
        try? await connection.send(.error(Failure(text: error.message, code: error.code.name)), within: .zero)
    }

    /// The next peer's descriptor; `nil` when the task was cancelled or the peer is already gone.
    private func accepted() async -> Int32? {
        let descriptor = accept(socket.descriptor, nil, nil)
        if descriptor >= 0 {
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            return descriptor
        }
        switch errno {
        case EAGAIN: try? await Poller.shared.wait(for: .reading, on: socket.descriptor, until: nil)
        case EMFILE, ENFILE, ENOMEM, ENOBUFS:
            // Nothing tells when there is room again; peers wait in the queue meanwhile.
            try? await Task.sleep(for: .milliseconds(100))
        default: break
        }
        return nil
    }
}
