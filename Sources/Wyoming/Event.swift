/// One event on the wire: a name, fields, and bytes.
///
/// A JSON line `{"type": …, "data_length": …, "payload_length": …}` ended by a line feed, then `data_length` bytes of JSON (an object),
/// then `payload_length` bytes as they are. Source: the protocol's description at https://github.com/OHF-Voice/wyoming.
public struct Event: Sendable, Hashable {
    public var type: String
    public var data: [String: WireValue]
    public var payload: [UInt8]

    public init(type: String, data: [String: WireValue] = [:], payload: [UInt8] = []) {
        self.type = type
        self.data = data
        self.payload = payload
    }

    /// The event as it goes out, in one piece.
    public var encoded: [UInt8] {
        let body = data.isEmpty ? [] : WireValue.object(data).encoded
        var bytes: [UInt8] = []
        bytes.reserveCapacity(96 + type.utf8.count + body.count + payload.count)
        bytes += "{\"type\":".utf8
        WireValue.write(type, to: &bytes)
        if !body.isEmpty { bytes += ",\"data_length\":\(body.count)".utf8 }
        if !payload.isEmpty { bytes += ",\"payload_length\":\(payload.count)".utf8 }
        bytes += "}\n".utf8
        bytes += body
        bytes += payload
        return bytes
    }
}

/// How much a peer may send at once; more is an error and ends the connection. In bytes.
public struct Limits: Sendable, Hashable {
    public var line: Int
    public var data: Int
    public var payload: Int

    /// The defaults hold the `info` of a server with a thousand voices, inside the line or after it, and half a minute of audio in one piece.
    public init(line: Int = 1 << 20, data: Int = 1 << 20, payload: Int = 2 << 20) {
        self.line = line
        self.data = data
        self.payload = payload
    }
}
