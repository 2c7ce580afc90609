/// A server-sent event.
public struct ServerSentEvent: Sendable, Hashable {
    /// `message` where the server names none.
    public var event: String
    public var data: String
    /// The last id the server gave, this event's or an earlier one's.
    public var id: String

    public init(event: String = "message", data: String, id: String = "") {
        self.event = event
        self.data = data
        self.id = id
    }
}

/// Reads a `text/event-stream` (WHATWG HTML, section 9.2.6, "Interpreting an event stream"). Pure.
public struct EventStreamParser: Sendable {
    private let limit: Int
    private var line: [UInt8] = []
    private var endedWithReturn = false
    private var isFirstLine = true
    private var event = "", id = ""
    private var data: [UInt8] = []
    private var hasData = false
    /// How long the server asks to wait before connecting again, in milliseconds.
    public private(set) var retryMilliseconds: Int?

    /// - Parameter limit: the longest line, and the most data of one event, in bytes.
    public init(limit: Int = 1 << 20) { self.limit = limit }

    /// Takes the next bytes and returns the events they complete. Throws `tooLarge`.
    public mutating func append(_ bytes: some Sequence<UInt8>) throws(HTTPClientError) -> [ServerSentEvent] {
        var events: [ServerSentEvent] = []
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\n") where endedWithReturn: endedWithReturn = false
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                endedWithReturn = byte == UInt8(ascii: "\r")
                if let event = try endLine() { events.append(event) }
            default:
                endedWithReturn = false
                line.append(byte)
                if line.count > limit { throw tooLong }
            }
        }
        return events
    }

    private mutating func endLine() throws(HTTPClientError) -> ServerSentEvent? {
        defer { line.removeAll(keepingCapacity: true) }
        if isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        isFirstLine = false
        if line.isEmpty { return dispatch() }
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        var value = line[min(colon + 1, line.endIndex)...]
        if value.first == UInt8(ascii: " ") { value.removeFirst() }
        switch String(decoding: line[..<colon], as: UTF8.self) {
        case "data":
            if data.count + value.count >= limit { throw tooLong }
            if hasData { data.append(UInt8(ascii: "\n")) }
            data += value
            hasData = true
        case "event": event = String(decoding: value, as: UTF8.self)
        case "id" where !value.contains(0): id = String(decoding: value, as: UTF8.self)
        case "retry" where !value.isEmpty && value.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }): retryMilliseconds = Int(String(decoding: value, as: UTF8.self))
        default: break  // A comment (an empty name), or a field of later days.
        }
        return nil
    }

    private mutating func dispatch() -> ServerSentEvent? {
        defer { (event, data, hasData) = ("", [], false) }
        return hasData ? ServerSentEvent(event: event.isEmpty ? "message" : event, data: String(decoding: data, as: UTF8.self), id: id) : nil
    }

    private var tooLong: HTTPClientError { HTTPClientError(.tooLarge, "the server sent an event of more than \(limit) bytes") }
}
