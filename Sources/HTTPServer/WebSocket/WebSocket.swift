private import Synchronization

/// One side of an open WebSocket (RFC 6455). Both directions are bounded: a slow client parks `send`, a slow reader stops the client.
public final class WebSocket: Sendable {
    /// What may be said.
    public enum Message: Sendable, Hashable {
        case text(String)
        case binary([UInt8])

        var byteCount: Int {
            switch self {
            case .text(let text): text.utf8.count
            case .binary(let bytes): bytes.count
            }
        }
    }

    /// Why a WebSocket ended (RFC 6455, section 7.4.1).
    public struct CloseCode: Sendable, Hashable, CustomStringConvertible {
        public let number: UInt16

        public init(_ number: UInt16) { self.number = number }

        public static let normal = CloseCode(1000)
        public static let goingAway = CloseCode(1001)
        public static let protocolError = CloseCode(1002)
        public static let unsupportedData = CloseCode(1003)
        /// The peer gave no reason. Never sent.
        public static let noStatus = CloseCode(1005)
        /// The connection was lost. Never sent.
        public static let abnormal = CloseCode(1006)
        public static let invalidData = CloseCode(1007)
        public static let policyViolation = CloseCode(1008)
        public static let messageTooBig = CloseCode(1009)
        public static let internalError = CloseCode(1011)
        public static let tryAgainLater = CloseCode(1013)

        public var description: String { String(number) }
    }

    /// `send` on a WebSocket that has ended.
    public struct Closed: Error, Sendable, CustomStringConvertible {
        public let code: CloseCode
        public var description: String { "the WebSocket has ended with \(code)" }
    }

    public struct Options: Sendable {
        /// Those the server speaks; the first of the client's list that is among them is agreed on.
        public var subprotocols: [String]
        /// The longest message in bytes; a longer one ends the WebSocket with 1009.
        public var maximumMessage: Int
        /// After this time without a word from the client it is pinged; after twice this time it is given up.
        public var pingInterval: Duration

        /// Frames a second (messages, their fragments, pings) that a client may send in the long run; five times as many at once. A faster one ends
        /// the WebSocket with 1008.
        public var maximumRate: Int

        public init(subprotocols: [String] = [], maximumMessage: Int = 1 << 20, pingInterval: Duration = .seconds(30), maximumRate: Int = 1000) {
            self.subprotocols = subprotocols
            self.maximumMessage = maximumMessage
            self.pingInterval = pingInterval
            self.maximumRate = maximumRate
        }
    }

    /// Received messages that may wait; then the socket is not read until some are taken.
    static let maximumWaiting = (messages: 64, bytes: 256 << 10)
    static let highWater = 64 << 10, lowWater = 16 << 10

    private struct State {
        var received: [Message] = []
        var receivedBytes = 0
        var receiver: CheckedContinuation<Message?, any Error>?
        var toSend: [Message] = []
        var toSendBytes = 0
        /// What the connection has taken over but not got rid of.
        var unsentBytes = 0
        var senders: [CheckedContinuation<Void, any Error>] = []
        var closeRequest: (code: CloseCode, reason: String)?
        var ended: CloseCode?

        var isFull: Bool { received.count >= maximumWaiting.messages || receivedBytes >= maximumWaiting.bytes }
    }
    private let state = Mutex(State())
    private let wake: @Sendable () -> Void

    /// The request that opened it, with what middleware found out.
    public let request: Request
    /// The agreed subprotocol.
    public let subprotocol: String?

    init(request: Request, subprotocol: String?, wake: @escaping @Sendable () -> Void) {
        self.request = request
        self.subprotocol = subprotocol
        self.wake = wake
    }

    /// Why it ended; `nil` while it is open.
    public var closeCode: CloseCode? { state.withLock { $0.ended } }

    /// The next message; `nil` once the WebSocket has ended. One task may wait at a time.
    public func receive() async throws -> Message? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Message?, any Error>) in
                let (result, hasRoom): (Result<Message?, any Error>?, Bool) = state.withLock { state in
                    if !state.received.isEmpty {
                        let wasFull = state.isFull
                        let message = state.received.removeFirst()
                        state.receivedBytes -= message.byteCount
                        return (.success(message), wasFull && !state.isFull)
                    }
                    if state.ended != nil { return (.success(nil), false) }
                    if Task.isCancelled || state.receiver != nil { return (.failure(CancellationError()), false) }
                    state.receiver = continuation
                    return (nil, false)
                }
                if let result { continuation.resume(with: result) }
                if hasRoom { wake() }
            }
        } onCancel: {
            state.withLock { state in
                defer { state.receiver = nil }
                return state.receiver
            }?.resume(throwing: CancellationError())
        }
    }

    /// Hands over messages that nothing else comes between; returns when there is room for more.
    /// - Throws: `Closed` when the WebSocket has ended.
    public func send(_ messages: Message...) async throws {
        try Task.checkCancellation()
        let (ended, isFull): (CloseCode?, Bool) = state.withLock { state in
            if let ended = state.ended ?? state.closeRequest?.code { return (ended, false) }
            state.toSend += messages
            state.toSendBytes += messages.reduce(0) { $0 + $1.byteCount }
            return (nil, state.toSendBytes + state.unsentBytes > Self.highWater)
        }
        if let ended { throw Closed(code: ended) }
        wake()
        if isFull { try await waitForRoom() }
    }

    public func send(_ text: String) async throws { try await send(.text(text)) }
    public func send(_ bytes: [UInt8]) async throws { try await send(.binary(bytes)) }

    private func waitForRoom() async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                let result: Result<Void, any Error>? = state.withLock { state in
                    if let ended = state.ended { return .failure(Closed(code: ended)) }
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if state.toSendBytes + state.unsentBytes < Self.lowWater { return .success(()) }
                    state.senders.append(continuation)
                    return nil
                }
                if let result { continuation.resume(with: result) }
            }
        } onCancel: {
            let senders = state.withLock { state in
                defer { state.senders = [] }
                return state.senders
            }
            for sender in senders { sender.resume(throwing: CancellationError()) }
        }
    }

    /// Starts the closing handshake after what was already handed over; `receive` gives `nil` once it is through. The reason is cut to 123 bytes.
    public func close(_ code: CloseCode = .normal, reason: String = "") {
        state.withLock { if $0.closeRequest == nil { $0.closeRequest = (code, reason) } }
        wake()
    }

    // MARK: For the connection

    /// Takes a message from the network. Returns whether there is room for another.
    func deliver(_ message: Message) -> Bool {
        let (receiver, hasRoom) = state.withLock { state in
            if let receiver = state.receiver {
                state.receiver = nil
                return (receiver as CheckedContinuation<Message?, any Error>?, true)
            }
            state.received.append(message)
            state.receivedBytes += message.byteCount
            return (nil, !state.isFull)
        }
        receiver?.resume(returning: message)
        return hasRoom
    }

    var hasRoom: Bool { state.withLock { !$0.isFull } }

    /// What is to be sent, and whether to close afterwards.
    func takeOutgoing() -> (messages: [Message], close: (code: CloseCode, reason: String)?) {
        state.withLock { state in
            defer {
                state.unsentBytes += state.toSendBytes
                state.toSendBytes = 0
                state.toSend = []
            }
            return (state.toSend, state.closeRequest)
        }
    }

    /// How much the connection still holds; wakes senders when that is little.
    func unsent(_ bytes: Int) {
        let senders = state.withLock { state -> [CheckedContinuation<Void, any Error>] in
            state.unsentBytes = bytes
            guard bytes + state.toSendBytes < Self.lowWater else { return [] }
            defer { state.senders = [] }
            return state.senders
        }
        for sender in senders { sender.resume() }
    }

    /// The WebSocket is over. Received messages can still be taken.
    func end(_ code: CloseCode) {
        let (receiver, senders) = state.withLock { state in
            state.ended = state.ended ?? code
            defer {
                state.receiver = nil
                state.senders = []
                state.toSend = []
                state.toSendBytes = 0
            }
            return (state.receiver, state.senders)
        }
        receiver?.resume(returning: nil)
        for sender in senders { sender.resume(throwing: Closed(code: code)) }
    }
}

extension WebSocket {
    /// The messages until the WebSocket ends: `for try await message in socket.messages`.
    public var messages: Messages { Messages(socket: self) }

    public struct Messages: AsyncSequence, Sendable {
        let socket: WebSocket

        public struct Iterator: AsyncIteratorProtocol {
            let socket: WebSocket
            public mutating func next() async throws -> Message? { try await socket.receive() }
        }

        public func makeAsyncIterator() -> Iterator { Iterator(socket: socket) }
    }
}
