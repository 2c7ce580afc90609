private import Synchronization

/// A conversation with one Wyoming peer.
///
/// One task may receive while another sends; two tasks must not receive, or send, at the same time. Ends with `close`, or when the
/// last reference goes away. No call holds a thread while it waits.
public final class Connection: Sendable {
    /// How long to wait.
    public struct TimeLimits: Sendable, Hashable {
        public var connect: Duration
        /// Until the next whole event is there.
        public var receive: Duration
        /// Until the peer has taken an event.
        public var send: Duration

        public init(connect: Duration = .seconds(5), receive: Duration = .seconds(30), send: Duration = .seconds(30)) {
            self.connect = connect
            self.receive = receive
            self.send = send
        }
    }

    private let socket: Socket
    private let timeLimits: TimeLimits
    private let decoder: Mutex<EventDecoder>

    init(_ socket: Socket, limits: Limits, timeLimits: TimeLimits) {
        self.socket = socket
        self.timeLimits = timeLimits
        decoder = Mutex(EventDecoder(limits: limits))
    }

    /// Takes over an open stream socket that does not block: one end of a pair, for a child process.
    package convenience init(adopting descriptor: Int32, limits: Limits = Limits(), timeLimits: TimeLimits = TimeLimits()) {
        self.init(Socket(adopting: descriptor), limits: limits, timeLimits: timeLimits)
    }

    /// Connects to a server.
    ///
    /// - Throws: `.unreachable`, `.timedOut`, `.cancelled`, `.busy` or `.system`.
    public static func open(_ endpoint: Endpoint, limits: Limits = Limits(), timeLimits: TimeLimits = TimeLimits()) async throws(WyomingError) -> Connection {
        do throws(WyomingError) {
            return Connection(try await connected(to: endpoint, until: ContinuousClock.now + timeLimits.connect), limits: limits, timeLimits: timeLimits)
        } catch {
            throw WyomingError(error.code, "\(endpoint): \(error.message)", errno: error.errno)
        }
    }

    /// The first of the host's addresses that answers.
    private static func connected(to endpoint: Endpoint, until deadline: ContinuousClock.Instant) async throws(WyomingError) -> Socket {
        let addresses: [SocketAddress]
        switch endpoint {
        case .unix(let path): addresses = [try .unix(path)]
        case .tcp(let host, let port): addresses = try await SocketAddress.tcp(host, port, until: deadline)
        }
        var failure = WyomingError(.unreachable, "the host has no address")
        for address in addresses {
            do throws(WyomingError) {
                let socket = try Socket.make(family: address.family)
                try await socket.connect(to: address, until: deadline)
                return socket
            } catch {
                failure = error
                if error.code != .unreachable { break }
            }
        }
        throw failure
    }

    /// Sends one event.
    ///
    /// - Parameter limit: the longest wait, when it differs from the connection's.
    /// - Throws: `.closed` when the peer is gone, `.timedOut`, `.cancelled`, `.system`.
    public func send(_ message: Message, within limit: Duration? = nil) async throws(WyomingError) {
        try await send(bytes: message.event.encoded, within: limit)
    }

    /// Sends bytes as they are: for events made elsewhere, and for tests of the other side.
    public func send(bytes: [UInt8], within limit: Duration? = nil) async throws(WyomingError) {
        try await socket.write(bytes, until: ContinuousClock.now + (limit ?? timeLimits.send))
    }

    /// The peer's next event; `nil` when it left after a whole one.
    ///
    /// - Parameter limit: the longest wait, when it differs from the connection's.
    /// - Throws: `.malformed` or `.tooLarge` (the connection is then of no more use), `.closed` when the peer left within an event,
    ///   `.timedOut`, `.cancelled`, `.system`.
    public func receive(within limit: Duration? = nil) async throws(WyomingError) -> Message? {
        let deadline = ContinuousClock.now + (limit ?? timeLimits.receive)
        var buffer: [UInt8] = []
        while true {
            if let event = try next() { return try Message(event) }
            if buffer.isEmpty { buffer = [UInt8](repeating: 0, count: 16 * 1024) }
            let count = try await socket.read(into: &buffer, until: deadline)
            if count == 0 {
                if decoder.withLock({ $0.isBetweenEvents }) { return nil }
                throw WyomingError(.closed, "the peer left in the middle of an event")
            }
            decoder.withLock { $0.push(buffer[..<count]) }
        }
    }

    private func next() throws(WyomingError) -> Event? {
        try decoder.withLock { (decoder) throws(WyomingError) in try decoder.next() }
    }

    /// Ends the conversation; the peer and who waits here notice at once. Later calls do nothing.
    public func close() { socket.shut() }
}
