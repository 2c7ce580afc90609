import Foundation

/// A WebSocket client that may break every rule.
struct WebSocketClient {
    let raw: RawClient
    let answer: RawClient.Answer

    init(port: Int, _ path: String = "/ws", headers: [String] = [], receiveBuffer: Int32? = nil) async throws {
        raw = try RawClient(port: port, receiveBuffer: receiveBuffer)
        try await raw.send(
            "GET \(path) HTTP/1.1\r\nHost: t\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + headers.map { $0 + "\r\n" }.joined() + "\r\n")
        answer = try await raw.readHead()
    }

    struct Frame: Equatable {
        var isFinal = true
        var opcode: UInt8
        var payload: [UInt8]

        var text: String { String(decoding: payload, as: UTF8.self) }
        /// Of a close frame.
        var closeCode: Int { payload.count >= 2 ? Int(payload[0]) << 8 | Int(payload[1]) : 1005 }
    }

    static func encode(_ frame: Frame, isMasked: Bool = true, reserved: UInt8 = 0) -> [UInt8] {
        var bytes: [UInt8] = [(frame.isFinal ? 0x80 : 0) | reserved << 4 | frame.opcode]
        let mask: UInt8 = isMasked ? 0x80 : 0, count = frame.payload.count
        if count < 126 {
            bytes.append(mask | UInt8(count))
        } else if count < 65536 {
            bytes += [mask | 126, UInt8(count >> 8), UInt8(count & 255)]
        } else {
            bytes += [mask | 127] + (0..<8).map { UInt8(truncatingIfNeeded: count >> (56 - 8 * $0)) }
        }
        guard isMasked else { return bytes + frame.payload }
        let key: [UInt8] = [0x12, 0x34, 0x56, 0x78]
        return bytes + key + frame.payload.enumerated().map { $1 ^ key[$0 & 3] }
    }

    func send(_ opcode: UInt8, _ payload: [UInt8], isFinal: Bool = true, isMasked: Bool = true, reserved: UInt8 = 0) async throws {
        try await raw.send(Self.encode(Frame(isFinal: isFinal, opcode: opcode, payload: payload), isMasked: isMasked, reserved: reserved))
    }

    func send(_ text: String) async throws { try await send(1, Array(text.utf8)) }

    func receive() async throws -> Frame {
        let head = try await raw.read(2)
        var count = Int(head[1] & 127)
        if count == 126 {
            count = try await raw.read(2).reduce(0) { $0 << 8 | Int($1) }
        } else if count == 127 {
            count = try await raw.read(8).reduce(0) { $0 << 8 | Int($1) }
        }
        return Frame(isFinal: head[0] & 0x80 != 0, opcode: head[0] & 15, payload: try await raw.read(count))
    }
}
