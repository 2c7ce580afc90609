public import Foundation

/// Takes the bytes of a `text/event-stream` as they come and gives back the data of each event (HTML Living Standard, section 9.2).
///
/// Only `data` matters here: the events of Jarvis carry their type inside. No I/O; the same bytes in other pieces give the same events.
public struct ServerSentEvents: Sendable {
    /// The most bytes one event may have.
    public let limit: Int
    private var line: [UInt8] = []
    private var data: [UInt8] = []
    private var hasData = false
    private var afterReturn = false

    public init(limit: Int = 16 << 20) { self.limit = limit }

    /// - Throws: `ClientError` with code `tooLarge` when an event is longer than `limit`.
    public mutating func feed(_ bytes: some Sequence<UInt8>) throws(ClientError) -> [Data] {
        var events: [Data] = []
        for byte in bytes {
            // A line ends with CR, LF or CRLF.
            if byte == UInt8(ascii: "\n") && afterReturn {
                afterReturn = false
                continue
            }
            afterReturn = byte == UInt8(ascii: "\r")
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                if let event = endLine() { events.append(event) }
            } else {
                line.append(byte)
                if line.count + data.count > limit {
                    throw ClientError(.tooLarge, "The server sent an event of more than \(limit) bytes.")
                }
            }
        }
        return events
    }

    private mutating func endLine() -> Data? {
        defer { line.removeAll(keepingCapacity: true) }
        if line.isEmpty {
            defer {
                data.removeAll(keepingCapacity: true)
                hasData = false
            }
            return hasData ? Data(data) : nil
        }
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        guard line[..<colon].elementsEqual("data".utf8) else { return nil }
        var value = line[min(colon + 1, line.endIndex)...]
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        if hasData { data.append(UInt8(ascii: "\n")) }
        data += value
        hasData = true
        return nil
    }
}
