/// Puts a server's frames (RFC 6455, section 5.2) together to messages. Pure.
struct WebSocketFrameReader {
    enum Item: Sendable, Hashable {
        case text([UInt8]), binary([UInt8])
        case close([UInt8]), ping([UInt8]), pong([UInt8])
    }

    /// What the server may not send, and the code to end with.
    struct Breach: Error, Hashable {
        var code: UInt16
        var reason: String
    }

    enum Opcode: UInt8 {
        case continuation = 0, text, binary
        case close = 8, ping, pong
        var isControl: Bool { rawValue >= 8 }
    }

    private struct Frame {
        var opcode: Opcode
        var isFinal: Bool
        /// Bytes of the payload that have not come yet.
        var left: Int
    }

    private let maximumMessage: Int
    private var head: [UInt8] = []
    private var frame: Frame?
    private var control: [UInt8] = []
    /// The message under way, over all its frames. It grows with what comes, not with what was announced.
    private var message: [UInt8] = []
    private var messageOpcode: Opcode?

    init(maximumMessage: Int) { self.maximumMessage = maximumMessage }

    /// Takes bytes from the front of `input` up to the end of the next item; `nil` when it used them up before.
    mutating func next(from input: inout ArraySlice<UInt8>) throws(Breach) -> Item? {
        while true {
            if frame == nil {
                guard let begun = try readHead(from: &input) else { return nil }
                frame = begun
            }
            guard var current = frame else { return nil }
            let part = input.prefix(current.left)
            if current.opcode.isControl { control += part } else { message += part }
            input = input[part.endIndex...]
            current.left -= part.count
            guard current.left == 0 else {
                frame = current
                return nil
            }
            frame = nil
            if let item = finish(current) { return item }
        }
    }

    private mutating func finish(_ frame: Frame) -> Item? {
        if frame.opcode.isControl {
            defer { control = [] }
            switch frame.opcode {
            case .close: return .close(control)
            case .ping: return .ping(control)
            default: return .pong(control)
            }
        }
        guard frame.isFinal, let opcode = messageOpcode else { return nil }
        defer {
            message = []
            messageOpcode = nil
        }
        return opcode == .text ? .text(message) : .binary(message)
    }

    private mutating func readHead(from input: inout ArraySlice<UInt8>) throws(Breach) -> Frame? {
        while head.count < Self.length(of: head) {
            guard let byte = input.popFirst() else { return nil }
            head.append(byte)
        }
        defer { head.removeAll(keepingCapacity: true) }
        guard head[0] & 0x70 == 0 else { throw Breach(code: 1002, reason: "a frame with a reserved bit") }
        guard let opcode = Opcode(rawValue: head[0] & 0x0F) else { throw Breach(code: 1002, reason: "a frame of an unknown kind") }
        guard head[1] & 0x80 == 0 else { throw Breach(code: 1002, reason: "a masked frame") }
        let isFinal = head[0] & 0x80 != 0
        let length = head.count == 2 ? UInt64(head[1]) : head[2...].reduce(0) { $0 << 8 | UInt64($1) }
        if opcode.isControl {
            guard isFinal, length <= 125 else { throw Breach(code: 1002, reason: "a control frame that is too long or in parts") }
        } else {
            guard (opcode == .continuation) == (messageOpcode != nil) else {
                throw Breach(code: 1002, reason: opcode == .continuation ? "the rest of a message that never began" : "a message inside another")
            }
            guard length <= UInt64(maximumMessage - message.count) else {
                throw Breach(code: 1009, reason: "a message of more than \(maximumMessage) bytes")
            }
            if opcode != .continuation { messageOpcode = opcode }
        }
        return Frame(opcode: opcode, isFinal: isFinal, left: Int(length))
    }

    /// How long a head is, going by what has come of it.
    private static func length(of head: [UInt8]) -> Int {
        guard head.count >= 2 else { return 2 }
        switch head[1] & 0x7F {
        case 126: return 4
        case 127: return 10
        default: return 2
        }
    }

    /// A frame as a client sends it: whole, and masked (section 5.3).
    static func encode(_ opcode: Opcode, _ payload: UnsafeBufferPointer<UInt8>, mask: UInt32, into output: inout [UInt8]) {
        output.reserveCapacity(output.count + payload.count + 14)
        output.append(0x80 | opcode.rawValue)
        switch payload.count {
        case ..<126: output.append(0x80 | UInt8(payload.count))
        case ..<65536:
            output.append(0x80 | 126)
            withUnsafeBytes(of: UInt16(payload.count).bigEndian) { output.append(contentsOf: $0) }
        default:
            output.append(0x80 | 127)
            withUnsafeBytes(of: UInt64(payload.count).bigEndian) { output.append(contentsOf: $0) }
        }
        withUnsafeBytes(of: mask) { mask in
            output.append(contentsOf: mask)
            for (index, byte) in payload.enumerated() { output.append(byte ^ mask[index & 3]) }
        }
    }
}
