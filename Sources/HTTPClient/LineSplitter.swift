/// Cuts a stream of bytes into lines: NDJSON, and the ground of server-sent events. Pure.
public struct LineSplitter: Sendable {
    private let limit: Int
    private var pending: [UInt8] = []

    /// - Parameter limit: the longest line, in bytes.
    public init(limit: Int = 1 << 20) { self.limit = limit }

    /// Takes the next bytes and returns the lines they complete, without line ends (LF or CRLF). Throws `tooLarge`.
    public mutating func append(_ bytes: some Collection<UInt8>) throws(HTTPClientError) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var rest = bytes[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            pending += rest[..<end]
            lines.append(try take())
            rest = rest[rest.index(after: end)...]
        }
        pending += rest
        if pending.count > limit { throw tooLong }
        return lines
    }

    /// The last line, if it had no line end; `nil` when there is none.
    public mutating func finish() throws(HTTPClientError) -> [UInt8]? { pending.isEmpty ? nil : try take() }

    private mutating func take() throws(HTTPClientError) -> [UInt8] {
        if pending.count > limit + 1 { throw tooLong }
        if pending.last == UInt8(ascii: "\r") { pending.removeLast() }
        if pending.count > limit { throw tooLong }
        defer { pending = [] }
        return pending
    }

    private var tooLong: HTTPClientError { HTTPClientError(.tooLarge, "the server sent a line of more than \(limit) bytes") }
}
