/// Where measurements leave the server. Every closure is called on an event loop's thread and must not block.
public struct ServerHooks: Sendable {
    /// After a response is out, or the client has left.
    public var completed: (@Sendable (borrowing CompletedRequest) -> Void)?
    /// +1 when a connection is accepted, -1 when it is closed.
    public var connections: (@Sendable (_ change: Int) -> Void)?
    /// +1 when a WebSocket opens, -1 when it is closed.
    public var webSockets: (@Sendable (_ change: Int) -> Void)?

    public init(
        completed: (@Sendable (borrowing CompletedRequest) -> Void)? = nil, connections: (@Sendable (_ change: Int) -> Void)? = nil,
        webSockets: (@Sendable (_ change: Int) -> Void)? = nil
    ) {
        self.completed = completed
        self.connections = connections
        self.webSockets = webSockets
    }
}

/// One request and how it went.
public struct CompletedRequest: Sendable {
    let head: RequestHead
    /// The matched template: the label for metrics. `nil` when no route was matched.
    public let template: String?
    public let status: Status
    /// From the end of the request's head to the last byte handed to the kernel.
    public let duration: Duration
    /// Bytes of the bodies, as far as they got.
    public let requestBytes: Int, responseBytes: Int
    /// The client left, a deadline passed or the body failed before the end.
    public let isAborted: Bool

    public var id: RequestID { head.id }
    public var method: Method { head.method }
    public var peer: PeerAddress { head.peer }
    /// As seen through the trusted proxies.
    public var client: ClientAddress { head.client }
    /// The path as it was sent, without the query; it may hold private ids.
    public var path: String { String(decoding: head.bytes[..<head.pathEnd], as: UTF8.self) }
    public var userAgent: String? { RequestHeaders(head: head)[.userAgent] }
}
