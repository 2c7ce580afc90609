/// Turns bytes, however they are cut, into events. It does no input or output, and never holds more than its limits and the last push.
///
/// After an error it stays in that error: the place of the next event is unknown.
public struct EventDecoder: Sendable {
    private struct Header {
        var type: String
        var data: [String: WireValue]
        var dataLength: Int
        var payloadLength: Int
    }

    private enum State {
        /// Looking for the end of the line; `scanned` bytes of it hold none.
        case line(scanned: Int)
        case body(Header)
        case failed(WyomingError)
    }

    private let limits: Limits
    private var state = State.line(scanned: 0)
    private var buffer: [UInt8] = []
    /// What of `buffer` is already an event.
    private var consumed = 0

    public init(limits: Limits = Limits()) { self.limits = limits }

    /// True when no event is half read: the one moment at which a peer may leave.
    public var isBetweenEvents: Bool {
        if case .line = state { consumed == buffer.count } else { false }
    }

    /// Adds what came in; call `next` until it gives `nil` before the next push.
    public mutating func push(_ bytes: some Collection<UInt8>) {
        if consumed > 0 {
            buffer.removeFirst(consumed)
            consumed = 0
        }
        buffer.append(contentsOf: bytes)
    }

    /// The next whole event; `nil` when more bytes are needed.
    ///
    /// - Throws: `.malformed` or `.tooLarge`, and the same again at each later call.
    public mutating func next() throws(WyomingError) -> Event? {
        do {
            return try step()
        } catch {
            state = .failed(error)
            buffer = []
            consumed = 0
            throw error
        }
    }

    private mutating func step() throws(WyomingError) -> Event? {
        if case .line(let scanned) = state {
            guard let end = buffer[(consumed + scanned)...].firstIndex(of: 0x0A) else {
                let length = buffer.count - consumed
                guard length <= limits.line else { throw tooLarge("line", limits.line) }
                state = .line(scanned: length)
                return nil
            }
            guard end - consumed <= limits.line else { throw tooLarge("line", limits.line) }
            state = .body(try header(buffer[consumed..<end]))
            consumed = end + 1
        }
        switch state {
        case .failed(let error): throw error
        case .line: return nil
        case .body(let header):
            guard buffer.count - consumed >= header.dataLength + header.payloadLength else { return nil }
            let dataEnd = consumed + header.dataLength, end = dataEnd + header.payloadLength
            var event = Event(type: header.type, data: header.data, payload: Array(buffer[dataEnd..<end]))
            if header.dataLength > 0 {
                guard case .object(let members) = try WireValue(parsing: buffer[consumed..<dataEnd]) else {
                    throw WyomingError(.malformed, "the data of an event must be a JSON object")
                }
                event.data.merge(members) { _, new in new }
            }
            consumed = end
            state = .line(scanned: 0)
            return event
        }
    }

    private func header(_ line: ArraySlice<UInt8>) throws(WyomingError) -> Header {
        let value = try WireValue(parsing: line)
        guard let type = value["type"]?.string, !type.isEmpty else {
            throw WyomingError(.malformed, "an event must be a JSON line with a type")
        }
        let data: [String: WireValue]
        switch value["data"] {
        case nil: data = [:]
        case .object(let members): data = members
        default: throw WyomingError(.malformed, "the data of an event must be a JSON object")
        }
        return Header(
            type: type, data: data,
            dataLength: try length(value, "data_length", limits.data), payloadLength: try length(value, "payload_length", limits.payload))
    }

    private func length(_ header: WireValue, _ name: String, _ limit: Int) throws(WyomingError) -> Int {
        guard let member = header[name] else { return 0 }
        guard let number = member.number, number >= 0, number == number.rounded() else {
            throw WyomingError(.malformed, "\(name) must be a whole number of bytes")
        }
        guard number <= Double(limit), let length = Int(exactly: number) else { throw tooLarge(name, limit) }
        return length
    }

    private func tooLarge(_ what: String, _ limit: Int) -> WyomingError {
        WyomingError(.tooLarge, "the \(what) of an event is over the limit of \(limit) bytes: send audio and text in smaller pieces")
    }
}
