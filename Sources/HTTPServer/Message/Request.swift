private import Glibc

/// One request: what was asked, by whom, and what middleware found out about it.
public struct Request: Sendable {
    let head: RequestHead
    /// The whole body, at most as long as the route allows.
    public var body: [UInt8]
    /// Where routing led it.
    let route: Route
    private(set) var values: [(key: ObjectIdentifier, value: any Sendable)]

    init(head: RequestHead, body: [UInt8], route: Route, values: [(key: ObjectIdentifier, value: any Sendable)] = []) {
        self.values = values
        self.head = head
        self.body = body
        self.route = route
    }

    /// A request that is sent in memory (`HTTPServer.respond(to:)`).
    /// - Parameter target: the path, percent-encoded, with the query if any: `/memories?limit=3`.
    public init(
        _ method: Method, _ target: String, headers: [(HeaderName, String)] = [], body: [UInt8] = [],
        peer: PeerAddress = PeerAddress(ipv4: 127, 0, 0, 1)
    ) {
        let head = RequestHead(method: method, target: target, headers: headers, peer: peer, receivedAt: monotonicNanoseconds())
        self.init(head: head, body: body, route: Self.unrouted)
    }

    private static let unrouted = Route { _ in throw HTTPError(.notFound, detail: "There is nothing at this address.") }

    public var id: RequestID { head.id }
    public var method: Method { head.method }
    public var headers: RequestHeaders { RequestHeaders(head: head) }
    public var peer: PeerAddress { head.peer }

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
