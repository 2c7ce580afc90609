/// Server-sent events (WHATWG HTML, section 9.2): a stream of small texts that a browser's `EventSource` understands.
public struct ServerSentEvents: Sendable {
    private let writer: BodyWriter

    init(_ writer: BodyWriter) { self.writer = writer }

    /// Sends one event; `data` may have several lines.
    public func send(event: String? = nil, data: String, id: String? = nil) async throws {
        try await writer.write(Self.encode(event: event, data: data, id: id))
    }

    /// Sends a comment, which clients ignore: keeps proxies from closing a quiet stream.
    public func keepAlive() async throws { try await writer.write(": \n\n") }

    static func encode(event: String?, data: String, id: String?) -> String {
        func line(_ text: String) -> String { String(text.map { $0.isNewline ? " " : $0 }) }
        var text = ""
        if let event { text += "event: \(line(event))\n" }
        if let id { text += "id: \(line(id))\n" }
        for part in data.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) { text += "data: \(part)\n" }
        return text + "\n"
    }
}

extension Response {
    /// A stream of server-sent events; it ends when the closure returns.
    public static func events(_ send: @escaping @Sendable (ServerSentEvents) async throws -> Void) -> Response {
        Response(
            headers: [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store", "X-Accel-Buffering": "no"],
            body: .stream { try await send(ServerSentEvents($0)) })
    }
}
