import Foundation

/// The client's side of RFC 6455 without I/O: bytes in, what they mean out.
struct WebSocketFrames {
    /// What a piece of input asks for.
    enum Action: Hashable {
        /// A whole message, joined from its fragments.
        case message(Data, isText: Bool)
        /// To be sent as it is.
        case reply([UInt8])
        /// The server is done; nothing more comes.
        case closed(code: UInt16)
    }

    /// The most bytes of one message.
    static let largest = 4 << 20

    private enum Opcode: UInt8 {
        case continuation = 0, text, binary
        case close = 8, ping, pong
    }

    private var buffer: [UInt8] = []
    private var fragments: (opcode: Opcode, data: Data)?

    /// - Throws: `ClientError` for what RFC 6455 does not allow, and for messages that are too large.
    mutating func feed(_ bytes: some Sequence<UInt8>) throws(ClientError) -> [Action] {
        buffer += bytes
        var actions: [Action] = []
        var start = 0
        while let (frame, end) = try Self.frame(in: buffer[start...]) {
            start = end
            if let action = try take(frame) { actions.append(action) }
        }
        buffer.removeFirst(start)
        return actions
    }

    private struct Frame {
        let isFinal: Bool
        let opcode: Opcode
        let payload: ArraySlice<UInt8>
    }

    /// The first frame (section 5.2) and where it ends; `nil` while it is not whole.
    private static func frame(in bytes: ArraySlice<UInt8>) throws(ClientError) -> (Frame, end: Int)? {
        guard bytes.count >= 2 else { return nil }
        let first = bytes[bytes.startIndex], second = bytes[bytes.startIndex + 1]
        guard first & 0x70 == 0, let opcode = Opcode(rawValue: first & 0x0F), second & 0x80 == 0 else { throw broken("a frame it may not send") }
        var length = Int(second & 0x7F), header = 2
        if length >= 126 {
            let width = length == 126 ? 2 : 8
            guard bytes.count >= 2 + width else { return nil }
            let value = bytes[(bytes.startIndex + 2)..<(bytes.startIndex + 2 + width)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            guard value <= UInt64(largest) else { throw ClientError(.tooLarge, "The server sent a message of more than \(largest) bytes.") }
            length = Int(value)
            header += width
        }
        if opcode.rawValue >= 8, length > 125 || first & 0x80 == 0 { throw broken("a control frame that is too long") }
        guard bytes.count >= header + length else { return nil }
        let payload = bytes.dropFirst(header).prefix(length)
        return (Frame(isFinal: first & 0x80 != 0, opcode: opcode, payload: payload), payload.endIndex)
    }

    private mutating func take(_ frame: Frame) throws(ClientError) -> Action? {
        switch frame.opcode {
        case .ping: return .reply(Self.masked(.pong, Array(frame.payload)))
        case .pong: return nil
        case .close: return .closed(code: frame.payload.count >= 2 ? frame.payload.prefix(2).reduce(0) { $0 << 8 | UInt16($1) } : 1005)
        case .text, .binary:
            guard fragments == nil else { throw Self.broken("a message inside another") }
            if frame.isFinal { return .message(Data(frame.payload), isText: frame.opcode == .text) }
            fragments = (frame.opcode, Data(frame.payload))
            return nil
        case .continuation:
            guard var joined = fragments else { throw Self.broken("the rest of a message that never began") }
            joined.data += frame.payload
            guard joined.data.count <= Self.largest else { throw ClientError(.tooLarge, "The server sent a message of more than \(Self.largest) bytes.") }
            fragments = frame.isFinal ? nil : joined
            return frame.isFinal ? .message(joined.data, isText: joined.opcode == .text) : nil
        }
    }

    /// A text message as a client sends it: masked (section 5.3).
    static func text(_ data: Data) -> [UInt8] { masked(.text, Array(data)) }

    static func binary(_ data: Data) -> [UInt8] { masked(.binary, Array(data)) }

    static func close() -> [UInt8] { masked(.close, [0x03, 0xE8]) }

    private static func masked(_ opcode: Opcode, _ payload: [UInt8]) -> [UInt8] {
        var random = SystemRandomNumberGenerator()
        let mask = (0..<4).map { _ in UInt8.random(in: 0...255, using: &random) }
        var frame: [UInt8] = [0x80 | opcode.rawValue]
        switch payload.count {
        case ..<126: frame.append(0x80 | UInt8(payload.count))
        case ..<65_536: frame += [0x80 | 126] + (0..<2).map { UInt8(truncatingIfNeeded: payload.count >> (8 - 8 * $0)) }
        default: frame += [0x80 | 127] + (0..<8).map { UInt8(truncatingIfNeeded: payload.count >> (56 - 8 * $0)) }
        }
        return frame + mask + payload.enumerated().map { $1 ^ mask[$0 & 3] }
    }

    private static func broken(_ what: String) -> ClientError { ClientError(.badAnswer, "The server sent \(what) over its WebSocket.") }
}

/// The opening handshake (RFC 6455, section 4.1).
struct WebSocketHandshake {
    /// 16 random bytes in base64.
    let key: String

    init(key: String = Data((0..<16).map { _ in UInt8.random(in: 0...255) }).base64EncodedString()) { self.key = key }

    func request(host: String, path: String, token: String) -> String {
        "GET \(path) HTTP/1.1\r\nHost: \(host)\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: \(key)\r\nSec-WebSocket-Version: 13\r\n"
            + "Authorization: Bearer \(token)\r\n\r\n"
    }

    /// What the server must answer to show that it understood.
    var accept: String { Data(SHA1.hash(Array((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8))).base64EncodedString() }

    /// Reads the head of the answer; throws unless the connection is a WebSocket now.
    func check(_ head: String) throws(ClientError) {
        var lines = head.split(separator: "\r\n")
        let status = lines.isEmpty ? "" : lines.removeFirst()
        if status.hasPrefix("HTTP/1.1 401") { throw ClientError(.unauthenticated, "The server does not take this session for its WebSocket.") }
        let accepts = lines.contains { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            return parts.count == 2 && parts[0].lowercased() == "sec-websocket-accept" && parts[1].trimmingCharacters(in: .whitespaces) == accept
        }
        guard status.hasPrefix("HTTP/1.1 101"), accepts else { throw ClientError(.badAnswer, "The server does not open a WebSocket.") }
    }
}

/// SHA-1 (FIPS 180-4): the handshake asks for it, and Foundation alone has none. Nothing secret depends on it.
enum SHA1 {
    static func hash(_ message: [UInt8]) -> [UInt8] {
        var padded = message + [0x80]
        padded += Array(repeating: 0, count: (120 - padded.count % 64) % 64)
        padded += (0..<8).map { UInt8(truncatingIfNeeded: (message.count * 8) >> (56 - 8 * $0)) }
        var h: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
        for block in stride(from: 0, to: padded.count, by: 64) {
            var w = (0..<16).map { i in (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(padded[block + 4 * i + $1]) } }
            for t in 16..<80 { w.append(rotated(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1)) }
            var (a, b, c, d, e) = (h[0], h[1], h[2], h[3], h[4])
            for t in 0..<80 {
                let (f, k): (UInt32, UInt32) =
                    switch t {
                    case ..<20: (b & c | ~b & d, 0x5A82_7999)
                    case ..<40: (b ^ c ^ d, 0x6ED9_EBA1)
                    case ..<60: (b & c | b & d | c & d, 0x8F1B_BCDC)
                    default: (b ^ c ^ d, 0xCA62_C1D6)
                    }
                (a, b, c, d, e) = (rotated(a, 5) &+ f &+ e &+ k &+ w[t], a, rotated(b, 30), c, d)
            }
            h = [h[0] &+ a, h[1] &+ b, h[2] &+ c, h[3] &+ d, h[4] &+ e]
        }
        return h.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
    }

    private static func rotated(_ x: UInt32, _ n: UInt32) -> UInt32 { x << n | x >> (32 - n) }
}
