import Testing

@testable import HTTPClient

/// A frame as a server sends it, or as it may not.
func serverFrame(_ opcode: UInt8, _ payload: [UInt8], isFinal: Bool = true, reserved: UInt8 = 0, isMasked: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = [(isFinal ? 0x80 : 0) | reserved << 4 | opcode]
    let mask: UInt8 = isMasked ? 0x80 : 0, count = payload.count
    if count < 126 {
        bytes.append(mask | UInt8(count))
    } else if count < 65536 {
        bytes += [mask | 126, UInt8(count >> 8), UInt8(count & 255)]
    } else {
        bytes += [mask | 127] + (0..<8).map { UInt8(truncatingIfNeeded: count >> (56 - 8 * $0)) }
    }
    return bytes + (isMasked ? [0, 0, 0, 0] : []) + payload
}

func serverFrame(_ text: String) -> [UInt8] { serverFrame(1, Array(text.utf8)) }

@Suite struct WebSocketFrameTests {
    func read(_ bytes: [UInt8], in pieces: Int = .max, maximum: Int = 1 << 20) throws -> [WebSocketFrameReader.Item] {
        var reader = WebSocketFrameReader(maximumMessage: maximum)
        var items: [WebSocketFrameReader.Item] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            var piece = rest.prefix(pieces)
            rest = rest.dropFirst(piece.count)
            while let item = try reader.next(from: &piece) { items.append(item) }
            #expect(piece.isEmpty)
        }
        return items
    }

    func breach(_ bytes: [UInt8], maximum: Int = 1000) -> UInt16? {
        let error = #expect(throws: WebSocketFrameReader.Breach.self) { try read(bytes, maximum: maximum) }
        return error?.code
    }

    @Test(arguments: [1, 2, 3, 7, 1000, Int.max]) func messagesComeThroughInAnyPieces(pieces: Int) throws {
        let lengths = [0, 1, 125, 126, 127, 65535, 65536, 70_000]
        let payloads = lengths.map { count in (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) } }
        #expect(try read(payloads.flatMap { serverFrame(2, $0) }, in: pieces) == payloads.map { .binary($0) })
    }

    @Test(arguments: [1, 5, Int.max]) func partsAreJoinedAndControlFramesMayComeBetween(pieces: Int) throws {
        let bytes =
            serverFrame(1, [65], isFinal: false) + serverFrame(9, [1]) + serverFrame(0, [], isFinal: false) + serverFrame(10, []) + serverFrame(0, [66, 67])
            + serverFrame(2, [])
        #expect(try read(bytes, in: pieces) == [.ping([1]), .pong([]), .text([65, 66, 67]), .binary([])])
    }

    @Test func whatNoServerMaySendIsABreach() {
        #expect(breach(serverFrame(1, [65], reserved: 4)) == 1002)
        #expect(breach(serverFrame(1, [65], reserved: 1)) == 1002)
        #expect(breach(serverFrame(3, [65])) == 1002)
        #expect(breach(serverFrame(11, [65])) == 1002)
        #expect(breach(serverFrame(1, [65], isMasked: true)) == 1002)
        #expect(breach(serverFrame(9, [UInt8](repeating: 0, count: 126))) == 1002)
        #expect(breach(serverFrame(8, [], isFinal: false)) == 1002)
        #expect(breach(serverFrame(0, [65])) == 1002)
        #expect(breach(serverFrame(1, [65], isFinal: false) + serverFrame(1, [65])) == 1002)
    }

    @Test func messagesThatAreTooLongAreRefusedBeforeTheyCome() throws {
        #expect(try read(serverFrame(2, [UInt8](repeating: 0, count: 1000)), maximum: 1000).count == 1)
        #expect(breach([0x82, 126, 0x03, 0xE9]) == 1009)
        #expect(breach([0x82, 127] + [UInt8](repeating: 0xFF, count: 8)) == 1009)
        #expect(breach(serverFrame(2, [UInt8](repeating: 0, count: 600), isFinal: false) + [0x80, 126, 0x01, 0x91]) == 1009)
    }

    @Test(arguments: [0, 1, 125, 126, 65535, 65536]) func whatIsSentIsMasked(count: Int) throws {
        let payload = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        var bytes: [UInt8] = []
        payload.withUnsafeBufferPointer { WebSocketFrameReader.encode(.binary, $0, mask: UInt32(bigEndian: 0x01_02_03_04), into: &bytes) }
        let head = bytes.count - count
        #expect(bytes[0] == 0x82 && bytes[1] & 0x80 == 0x80)
        #expect(Array(bytes[(head - 4)..<head]) == [1, 2, 3, 4])
        #expect(bytes[head...].enumerated().map { $1 ^ [1, 2, 3, 4][$0 & 3] } == payload)
        // Without its mask it is what a server would send.
        bytes[1] &= 0x7F
        bytes.replaceSubrange((head - 4)..<bytes.count, with: payload)
        #expect(try read(bytes) == [.binary(payload)])
    }
}
