public import Base

extension HTTPServer {
    /// What a server may be told. The defaults suit a server behind a front proxy or on a home network.
    public struct Configuration: Sendable {
        /// A numeric address; `localhost` is 127.0.0.1, `*` every address.
        public var host = "127.0.0.1"
        /// 0 lets the kernel choose: see `HTTPServer.boundPort`.
        public var port = 0
        /// Event loops, each on a thread of its own; `nil` is one per core.
        public var threads: Int?
        /// What is shown over TLS; `nil` for a port without TLS. A port has either.
        public var tls: TLSIdentity?
        public var limits = Limits()
        public var deadlines = Deadlines()
        /// How long requests in flight may take once the server is asked to stop.
        public var grace: Duration = .seconds(8)
        /// Whether responses carry `X-Request-Id`.
        public var sendsRequestID = true
        /// Proxies whose word about the client counts (`Request.client`); from others it counts for nothing.
        public var trustedProxies: [NetworkRange] = []
        /// What every response carries, unless it says something else itself; also those to requests that no handler sees.
        public var securityHeaders = SecurityHeaders.answers

        public init(host: String = "127.0.0.1", port: Int = 0, threads: Int? = nil) {
            self.host = host
            self.port = port
            self.threads = threads
        }
    }

    /// Sizes in bytes, and counts.
    public struct Limits: Sendable {
        /// The longest request line and header fields together.
        public var head = 8 << 10
        /// The longest request body, unless the route says otherwise.
        public var body = 1 << 20
        /// Bytes of request bodies held at once, over all connections, and for one IPv4 address or one IPv6 /64 alone.
        public var bodies = 256 << 20, bodiesPerAddress = 128 << 20
        /// Open connections at once, of which each event loop has an equal part. For one more, the one that has waited longest for a request is
        /// closed; where none waits, the new one is. Never more than the files that this process may have open.
        public var connections = 8192
        /// Open connections from one IPv4 address or one IPv6 /64 that have sent a request; one more is closed at once. Trusted proxies may have any
        /// number.
        public var connectionsPerAddress = 2048
        /// Those that have sent none yet, or not shaken hands; for one more, the one that has waited longest is closed.
        public var silentConnectionsPerAddress = 1024
        /// Connections the kernel keeps until they are accepted.
        public var backlog: Int32 = 1024

        public init() {}
    }

    /// How long a client may take.
    public struct Deadlines: Sendable {
        /// From the request line (or the opening of the connection) to the end of the header fields; for TLS's handshake as much again.
        public var head: Duration = .seconds(10)
        /// For a body, plus one second for every `bodyRate` bytes that have come.
        public var body: Duration = .seconds(30)
        /// Bytes per second below which a long body is too slow.
        public var bodyRate = 8 << 10
        /// For taking an answer that is not a stream, plus one second for every `answerRate` bytes that were taken.
        public var answer: Duration = .seconds(30)
        /// Bytes per second below which a long answer is taken too slowly.
        public var answerRate = 8 << 10
        /// Without taking any of what waits for the client: an answer, a stream, a WebSocket's messages.
        public var unread: Duration = .seconds(60)
        /// Without a byte moving in either direction; whole seconds.
        public var idle: Duration = .seconds(60)

        public init() {}

        /// How often deadlines are looked at: four times in the shortest, at least once a second, at most every 10 ms.
        var tick: UInt64 { min(1_000_000_000, max(10_000_000, min(head, body, answer, unread).nanoseconds / 4)) }
    }
}

extension Duration {
    /// Whole nanoseconds; what does not fit is cut.
    var nanoseconds: UInt64 {
        let (seconds, attoseconds) = components
        guard seconds >= 0, seconds < 4_000_000_000 else { return seconds < 0 ? 0 : 4_000_000_000_000_000_000 }
        return UInt64(seconds) * 1_000_000_000 + UInt64(max(0, attoseconds)) / 1_000_000_000
    }
}
