/// The client's side of a WebSocket (RFC 6455) without I/O: bytes and the time go in; what they mean, and what is to be sent, comes out.
struct WebSocketConversation {
    enum Event: Sendable {
        case opened(subprotocol: String?)
        case message(WebSocketClient.Message)
        /// Over, in order. What `output` holds is still to be sent.
        case ended(WebSocketClient.Closing)
        /// Over, because of this. What `output` holds is still to be sent.
        case failed(HTTPClientError)
    }

    private enum Phase {
        /// The request was sent; `head` has come of the answer.
        case opening(head: [UInt8])
        case open
        /// Our close frame was sent then; the server's answer is waited for.
        case closing(since: ContinuousClock.Instant)
        case over
    }

    private let opening: WebSocketOpening
    private let limits: WebSocketClient.Limits
    private let newMask: () -> UInt32
    private let started: ContinuousClock.Instant
    private var phase = Phase.opening(head: [])
    private var reader: WebSocketFrameReader
    private var lastHeard: ContinuousClock.Instant
    private var pinged: ContinuousClock.Instant?
    private var output: [UInt8]

    /// - Parameter newMask: 32 bits that nobody can guess, for each frame.
    init(
        _ opening: WebSocketOpening, limits: WebSocketClient.Limits, at now: ContinuousClock.Instant,
        newMask: @escaping () -> UInt32 = { .random(in: .min ... .max) }
    ) {
        self.opening = opening
        self.limits = limits
        self.newMask = newMask
        started = now
        lastHeard = now
        reader = WebSocketFrameReader(maximumMessage: limits.message)
        output = opening.request
    }

    var isOver: Bool { if case .over = phase { true } else { false } }

    /// What is to be sent; taken away.
    mutating func takeOutput() -> [UInt8] {
        defer { output = [] }
        return output
    }

    // MARK: From us

    /// Does nothing once it is closing: such a message is lost, as one is that was on the way.
    mutating func send(_ message: WebSocketClient.Message) {
        guard case .open = phase else { return }
        switch message {
        case .text(var text): text.withUTF8 { encode(.text, $0) }
        case .binary(let bytes): bytes.withUnsafeBufferPointer { encode(.binary, $0) }
        }
    }

    mutating func close(code: UInt16, reason: String, at now: ContinuousClock.Instant) -> [Event] {
        switch phase {
        case .open:
            sendClose(code, reason)
            phase = .closing(since: now)
            return []
        case .opening:
            phase = .over
            return [.ended(.init(code: 1006))]
        case .closing, .over: return []
        }
    }

    private mutating func encode(_ opcode: WebSocketFrameReader.Opcode, _ payload: UnsafeBufferPointer<UInt8>) {
        WebSocketFrameReader.encode(opcode, payload, mask: newMask(), into: &output)
    }

    /// The reason is cut to the 123 bytes that fit, between characters.
    private mutating func sendClose(_ code: UInt16?, _ reason: String = "") {
        var payload: [UInt8] = []
        if let code {
            payload = [UInt8(code >> 8), UInt8(truncatingIfNeeded: code)]
            for character in reason {
                guard payload.count + character.utf8.count <= 125 else { break }
                payload += character.utf8
            }
        }
        payload.withUnsafeBufferPointer { encode(.close, $0) }
    }

    // MARK: From the server

    mutating func receive(_ bytes: [UInt8], at now: ContinuousClock.Instant) -> [Event] {
        lastHeard = now
        var input = bytes[...]
        var events: [Event] = []
        if case .opening(let head) = phase {
            do throws(HTTPClientError) {
                guard let opened = try open(head, &input) else { return [] }
                events.append(opened)
            } catch {
                phase = .over
                return [.failed(error)]
            }
        }
        while !isOver {
            do throws(WebSocketFrameReader.Breach) {
                guard let item = try reader.next(from: &input) else { break }
                if let event = try take(item) { events.append(event) }
            } catch {
                defer { phase = .over }
                guard case .open = phase else {
                    events.append(.ended(.init(code: 1006)))
                    break
                }
                sendClose(error.code)
                let code: HTTPClientError.Code = error.code == 1009 ? .tooLarge : .badResponse
                events.append(.failed(HTTPClientError(code, "\(opening.address.origin) sent \(error.reason) over its WebSocket.")))
            }
        }
        return events
    }

    /// The server's end of the connection was closed.
    mutating func receiveEnd() -> [Event] {
        defer { phase = .over }
        switch phase {
        case .over: return []
        case .closing: return [.ended(.init(code: 1006))]
        case .opening, .open: return [.failed(lost)]
        }
    }

    private var lost: HTTPClientError {
        HTTPClientError(.connectionLost, "\(opening.address.origin) closed the connection without closing the WebSocket.")
    }

    /// Takes the head of the answer, which ends with an empty line; `nil` while that has not come.
    private mutating func open(_ before: [UInt8], _ input: inout ArraySlice<UInt8>) throws(HTTPClientError) -> Event? {
        var head = before
        while let byte = input.popFirst() {
            head.append(byte)
            if byte == 10, head.suffix(4).elementsEqual([13, 10, 13, 10]) {
                let subprotocol = try opening.check(head.dropLast(4))
                phase = .open
                return .opened(subprotocol: subprotocol)
            }
            if head.count >= limits.headerBytes {
                throw HTTPClientError(.tooLarge, "\(opening.address.origin) sent more than \(limits.headerBytes) bytes of headers")
            }
        }
        phase = .opening(head: head)
        return nil
    }

    private mutating func take(_ item: WebSocketFrameReader.Item) throws(WebSocketFrameReader.Breach) -> Event? {
        switch item {
        case .text(let bytes):
            guard let text = String(validating: bytes, as: UTF8.self) else { throw .init(code: 1007, reason: "text that is not UTF-8") }
            return .message(.text(text))
        case .binary(let bytes): return .message(.binary(bytes))
        case .ping(let payload):
            if case .open = phase { payload.withUnsafeBufferPointer { encode(.pong, $0) } }
            return nil
        case .pong: return nil
        case .close(let payload): return try takeClose(payload)
        }
    }

    private mutating func takeClose(_ payload: [UInt8]) throws(WebSocketFrameReader.Breach) -> Event {
        var code: UInt16?, reason = ""
        if !payload.isEmpty {
            guard payload.count >= 2 else { throw .init(code: 1002, reason: "a close frame with half a code") }
            let number = UInt16(payload[0]) << 8 | UInt16(payload[1])
            guard [1000..<1004, 1007..<1015, 3000..<5000].contains(where: { $0.contains(number) }) else {
                throw .init(code: 1002, reason: "a close frame with the code \(number), which means nothing")
            }
            guard let text = String(validating: payload[2...], as: UTF8.self) else { throw .init(code: 1007, reason: "a reason that is not UTF-8") }
            (code, reason) = (number, text)
        }
        if case .open = phase { sendClose(code) }
        phase = .over
        return .ended(.init(code: code ?? 1005, reason: reason))
    }

    // MARK: Time

    /// The moment at which `tick` has something to do. While `isReading` is false the server is held back, and its silence says nothing.
    func deadline(isReading: Bool) -> ContinuousClock.Instant? {
        switch phase {
        case .opening: return started + limits.connect
        case .closing(let since): return since + limits.close
        case .over: return nil
        case .open:
            guard isReading, let pingAfter = limits.pingAfter else { return nil }
            if let pinged, pinged >= lastHeard { return pinged + limits.pongWithin }
            return lastHeard + pingAfter
        }
    }

    mutating func tick(at now: ContinuousClock.Instant, isReading: Bool) -> [Event] {
        guard let deadline = deadline(isReading: isReading), now >= deadline else { return [] }
        switch phase {
        case .opening:
            phase = .over
            return [.failed(HTTPClientError(.timeout, "\(opening.address.origin) took too long to open a WebSocket. Try again later."))]
        case .closing:
            phase = .over
            return [.ended(.init(code: 1006))]
        case .open:
            if let pinged, pinged >= lastHeard {
                phase = .over
                return [.failed(HTTPClientError(.timeout, "\(opening.address.origin) was silent for too long and is taken for dead."))]
            }
            pinged = now
            encode(.ping, UnsafeBufferPointer(start: nil, count: 0))
            return []
        case .over: return []
        }
    }

    /// After the server was held back its silence is counted anew.
    mutating func resumeReading(at now: ContinuousClock.Instant) {
        lastHeard = now
        pinged = nil
    }
}
