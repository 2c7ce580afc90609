private import Glibc

/// One request: what was asked, by whom, and what middleware found out about it.
public struct Request: Sendable {
    let head: RequestHead
    /// The whole body, at most as long as the route allows.
    public var body: [UInt8]
    /// Where routing led it.
    let route: Route
    /// Why it is refused whatever its handler would say: decided before its body was read, so that there is none.
    var refusal: (any Error)?
    private(set) var values: [(key: ObjectIdentifier, value: any Sendable)]

    init(head: RequestHead, body: [UInt8], route: Route, values: [(key: ObjectIdentifier, value: any Sendable)] = []) {
        self.values = values
        self.head = head
        self.body = body
        self.route = route
    }

    /// A request that is sent in memory (`HTTPServer.respond(to:)`).
    /// - Parameters:
    ///   - target: the path, percent-encoded, with the query if any: `/memories?limit=3`.
    ///   - client: behind trusted proxies; the peer otherwise.
    ///   - isSecure: as if it came over TLS.
    public init(
        _ method: Method, _ target: String, headers: [(HeaderName, String)] = [], body: [UInt8] = [],
        peer: PeerAddress = PeerAddress(ipv4: 127, 0, 0, 1), client: ClientAddress? = nil, isSecure: Bool = false
    ) {
        let sender = RequestHead.Sender(peer: peer, client: client, isSecure: isSecure)
        let head = RequestHead(method: method, target: target, headers: headers, sender: sender, receivedAt: monotonicNanoseconds())
        self.init(head: head, body: body, route: Self.unrouted)
    }

    private static let unrouted = Route { _ in throw HTTPError(.notFound, detail: "There is nothing at this address.") }

    public var id: RequestID { head.id }
    public var method: Method { head.method }
    public var headers: RequestHeaders { RequestHeaders(head: head) }
    /// The other end of the connection; a proxy, if there is one.
    public var peer: PeerAddress { head.peer }
    /// Who asks, as seen through the trusted proxies (`HTTPServer.Configuration.trustedProxies`).
    public var client: ClientAddress { head.client }
    /// It came over TLS, here or at a trusted proxy.
    public var isSecure: Bool { head.isSecure }

    /// The path and query as they were sent, percent-encoded.
    public var target: String { String(decoding: head.bytes[..<head.targetEnd], as: UTF8.self) }

    /// The decoded path.
    public var path: String { head.path }

    /// The query's items.
    public var query: FormItems { FormItems(head.bytes[min(head.pathEnd + 1, head.targetEnd)..<head.targetEnd]) }

    /// The matched template, like `/memories/{id}`: what a metric may be labelled with.
    public var template: String? { route.template }

    /// The decoded value of `{name}` in the matched template.
    public func parameter(_ name: String) -> String? { route.value(of: name, in: head) }

    /// Something a middleware attached, like who is asking.
    public subscript<Key: RequestKey>(key: Key.Type) -> Key.Value? {
        get { values.first { $0.key == ObjectIdentifier(key) }?.value as? Key.Value }
        set {
            values.removeAll { $0.key == ObjectIdentifier(key) }
            if let newValue { values.append((ObjectIdentifier(key), newValue)) }
        }
    }

    /// The items of an `application/x-www-form-urlencoded` body.
    public var form: FormItems { FormItems(body) }
}

/// Names a value that middleware attaches to a request.
public protocol RequestKey {
    associatedtype Value: Sendable
}

/// Nanoseconds on a clock that never goes back.
func monotonicNanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
