/// The client's side of a WebSocket (RFC 6455), over TCP or TLS. Both directions are bounded: a slow server parks `send`, a slow reader stops the server.
///
/// A thread of its own moves the bytes, so that nothing here blocks a caller's. When the last reference goes away the connection does too.
public final class WebSocketClient: Sendable {
    /// What may be said.
    public enum Message: Sendable, Hashable {
        case text(String)
        case binary([UInt8])

        var byteCount: Int {
            switch self {
            case .text(let text): text.utf8.count
            case .binary(let bytes): bytes.count
            }
        }
    }

    /// How a WebSocket ended.
    public struct Closing: Sendable, Hashable {
        /// RFC 6455, section 7.4.1. 1005: the server gave none; 1006: we closed, and it never answered that.
        public let code: UInt16
        public let reason: String

        public init(code: UInt16, reason: String = "") {
            self.code = code
            self.reason = reason
        }
    }

    public struct Limits: Sendable, Hashable {
        /// Until the WebSocket is open: name, connection, TLS and handshake together.
        public var connect: Duration
        /// The longest message received, in bytes.
        public var message: Int
        /// All headers of the server's answer, in bytes.
        public var headerBytes: Int
        /// After this time without a word from the server it is pinged; `nil`: never.
        public var pingAfter: Duration?
        /// A server that says nothing for this long after the ping is taken for dead.
        public var pongWithin: Duration
        /// How long the server may take to answer a close.
        public var close: Duration

        public init(
            connect: Duration = .seconds(10), message: Int = 64 << 20, headerBytes: Int = 64 << 10, pingAfter: Duration? = .seconds(20),
            pongWithin: Duration = .seconds(10), close: Duration = .seconds(2)
        ) {
            self.connect = connect
            self.message = message
            self.headerBytes = headerBytes
            self.pingAfter = pingAfter
            self.pongWithin = pongWithin
            self.close = close
        }
    }

    public struct Settings: Sendable {
        public var headers: HTTPHeaders
        /// Offered in this order.
        public var subprotocols: [String]
        public var limits: Limits
        /// A file of trusted certificates in PEM form; `nil`: the system's.
        public var certificateAuthorities: String?

        public init(headers: HTTPHeaders = [:], subprotocols: [String] = [], limits: Limits = Limits(), certificateAuthorities: String? = nil) {
            self.headers = headers
            self.subprotocols = subprotocols
            self.limits = limits
            self.certificateAuthorities = certificateAuthorities
        }
    }

    private let mailbox: WebSocketMailbox
    /// The one that the server chose.
    public let subprotocol: String?

    /// Opens a WebSocket. TLS certificates are verified, redirects are not followed; a proxy from the environment is used, but never before a loopback address.
    /// - Parameter url: `ws://`, `wss://`, or the same as `http://` or `https://`.
    /// - Throws: `HTTPClientError`; `badResponse` when there is a server, but no WebSocket.
    public init(_ url: String, settings: Settings = Settings()) async throws {
        let opening = try WebSocketOpening(WebSocketAddress(url), headers: settings.headers, subprotocols: settings.subprotocols)
        let mailbox = try WebSocketLink(opening, settings: settings).mailbox  // The link is its thread's.
        self.mailbox = mailbox
        subprotocol = try await withTaskCancellationHandler {
            try await mailbox.opened()
        } onCancel: {
            mailbox.abandon()
        }
    }

    deinit { mailbox.abandon() }

    /// How it ended, if it ended in order; `nil` while it is open and after a failure.
    public var closing: Closing? { mailbox.closing }

    /// The next message; `nil` once the WebSocket was closed, by either side. One task may wait at a time.
    /// - Throws: `HTTPClientError` when the connection was lost, the server is silent or breaks the protocol; `cancelled` with the task.
    public func receive() async throws -> Message? { try await mailbox.receive() }

    /// Hands a message over and returns when there is room for more.
    /// - Throws: `HTTPClientError` only when the message was not taken, because the WebSocket has ended: then it is certain that it was not sent.
    ///   A message that was taken may still be lost with the connection.
    public func send(_ message: Message) async throws { try await mailbox.send(message) }

    public func send(_ text: String) async throws { try await send(.text(text)) }

    /// Hands a message over without waiting, so that the order of several is settled by the caller's own lock.
    /// - Throws: as `send`, and `busy` when too much waits to be sent. Either way the message was not taken.
    public func post(_ message: Message) throws(HTTPClientError) { try mailbox.post(message) }

    /// Starts the closing handshake after what was already handed over; `receive` gives `nil` once it is through. The reason is cut to 123 bytes.
    public func close(code: UInt16 = 1000, reason: String = "") { mailbox.close(.init(code: code, reason: reason)) }
}
