private import Synchronization

/// What a WebSocket's thread and the tasks that speak and listen leave for each other. Bounded both ways.
final class WebSocketMailbox: Sendable {
    enum Outcome: Sendable {
        case ended(WebSocketClient.Closing)
        case failed(HTTPClientError)
    }

    /// What the tasks want of the thread.
    struct Order: Sendable {
        var messages: [WebSocketClient.Message]
        var close: WebSocketClient.Closing?
        /// To end at once, without a handshake.
        var isAbandoned: Bool
        /// Whether more may be received.
        var hasRoom: Bool
    }

    private struct State {
        var opened: Result<String?, HTTPClientError>?
        var opener: CheckedContinuation<String?, any Error>?
        var received: [WebSocketClient.Message] = []
        var receivedBytes = 0
        var receiver: CheckedContinuation<WebSocketClient.Message?, any Error>?
        var toSend: [WebSocketClient.Message] = []
        var toSendBytes = 0
        /// What the thread has taken over but not got rid of.
        var unsentBytes = 0
        var senders: [Int: CheckedContinuation<Void, Never>] = [:]
        var nextSender = 0
        var close: WebSocketClient.Closing?
        var isAbandoned = false
        var outcome: Outcome?

        var isCongested: Bool { toSendBytes + unsentBytes > WebSocketMailbox.highWater }
        var hasRoom: Bool { received.count < WebSocketMailbox.mostWaiting && receivedBytes < WebSocketMailbox.highWater }
    }

    /// Received messages that may wait; then the server is held back.
    static let mostWaiting = 1024
    static let highWater = 1 << 20, lowWater = 256 << 10

    private let state = Mutex(State())
    private let origin: Origin
    private let wake: @Sendable () -> Void

    /// - Parameter wake: has the thread look at its order.
    init(origin: Origin, wake: @escaping @Sendable () -> Void) {
        self.origin = origin
        self.wake = wake
    }

    // MARK: The tasks

    var closing: WebSocketClient.Closing? {
        if case .ended(let closing) = state.withLock({ $0.outcome }) { closing } else { nil }
    }

    /// Returns when the WebSocket is open, with its subprotocol. Called once.
    func opened() async throws -> String? {
        try await withCheckedThrowingContinuation { continuation in
            let opened = state.withLock { state in
                if state.opened == nil { state.opener = continuation }
                return state.opened
            }
            if let opened { continuation.resume(with: opened) }
        }
    }

    func receive() async throws -> WebSocketClient.Message? {
        let givenUp = HTTPClientError(.cancelled, "nobody waits for the next message any more")
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<WebSocketClient.Message?, any Error>) in
                let (result, hasRoomAgain): (Result<WebSocketClient.Message?, any Error>?, Bool) = state.withLock { state in
                    if !state.received.isEmpty {
                        let hadRoom = state.hasRoom
                        let message = state.received.removeFirst()
                        state.receivedBytes -= message.byteCount
                        return (.success(message), !hadRoom && state.hasRoom)
                    }
                    switch state.outcome {
                    case .ended: return (.success(nil), false)
                    case .failed(let error): return (.failure(error), false)
                    case nil: break
                    }
                    if Task.isCancelled || state.receiver != nil { return (.failure(givenUp), false) }
                    state.receiver = continuation
                    return (nil, false)
                }
                if let result { continuation.resume(with: result) }
                if hasRoomAgain { wake() }
            }
        } onCancel: {
            state.withLock { state in
                defer { state.receiver = nil }
                return state.receiver
            }?.resume(throwing: givenUp)
        }
    }

    func send(_ message: WebSocketClient.Message) async throws {
        if Task.isCancelled { throw HTTPClientError(.cancelled, "the message was given up") }
        let ticket = try state.withLock { state throws(HTTPClientError) in
            try take(message, &state)
            state.nextSender += 1
            return state.isCongested ? state.nextSender : nil
        }
        wake()
        if let ticket { await waitForRoom(ticket) }
    }

    func post(_ message: WebSocketClient.Message) throws(HTTPClientError) {
        try state.withLock { state throws(HTTPClientError) in
            if state.isCongested { throw HTTPClientError(.busy, "\(origin) does not take what is sent to it; try again later") }
            try take(message, &state)
        }
        wake()
    }

    private func take(_ message: WebSocketClient.Message, _ state: inout State) throws(HTTPClientError) {
        let over = HTTPClientError(.connectionLost, "the WebSocket to \(origin) is closed")
        switch state.outcome {
        case .failed(let error): throw error
        case .ended: throw over
        case nil: if state.close != nil || state.isAbandoned { throw over }
        }
        state.toSend.append(message)
        state.toSendBytes += message.byteCount
    }

    /// The message was taken: neither an end nor a cancelled task makes a failure of it any more.
    private func waitForRoom(_ ticket: Int) async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let hasRoom = state.withLock { state in
                    if Task.isCancelled || state.outcome != nil || state.toSendBytes + state.unsentBytes < Self.lowWater { return true }
                    state.senders[ticket] = continuation
                    return false
                }
                if hasRoom { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.senders.removeValue(forKey: ticket) }?.resume()
        }
    }

    func close(_ closing: WebSocketClient.Closing) {
        state.withLock { $0.close = $0.close ?? closing }
        wake()
    }

    func abandon() {
        state.withLock { $0.isAbandoned = true }
        wake()
    }

    // MARK: The thread

    /// Takes what is to be sent.
    func takeOrder() -> Order {
        state.withLock { state in
            defer {
                state.unsentBytes += state.toSendBytes
                state.toSendBytes = 0
                state.toSend = []
            }
            return Order(messages: state.toSend, close: state.close, isAbandoned: state.isAbandoned, hasRoom: state.hasRoom)
        }
    }

    /// How much the thread still holds; wakes senders when that is little.
    func unsent(_ bytes: Int) {
        let senders = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            state.unsentBytes = bytes
            guard bytes + state.toSendBytes < Self.lowWater else { return [] }
            defer { state.senders = [:] }
            return Array(state.senders.values)
        }
        for sender in senders { sender.resume() }
    }

    func deliver(_ message: WebSocketClient.Message) {
        let receiver = state.withLock { state in
            if state.receiver == nil {
                state.received.append(message)
                state.receivedBytes += message.byteCount
            }
            defer { state.receiver = nil }
            return state.receiver
        }
        receiver?.resume(returning: message)
    }

    func open(_ result: Result<String?, HTTPClientError>) {
        let opener = state.withLock { state in
            state.opened = state.opened ?? result
            defer { state.opener = nil }
            return state.opener
        }
        opener?.resume(with: result)
    }

    /// It is over. Received messages can still be taken.
    func end(_ outcome: Outcome) {
        let (receiver, senders) = state.withLock { state in
            state.outcome = state.outcome ?? outcome
            defer {
                state.receiver = nil
                state.senders = [:]
                state.toSend = []
            }
            return (state.receiver, Array(state.senders.values))
        }
        for sender in senders { sender.resume() }
        switch outcome {
        case .ended:
            open(.failure(HTTPClientError(.cancelled, "the WebSocket to \(origin) was given up")))
            receiver?.resume(returning: nil)
        case .failed(let error):
            open(.failure(error))
            receiver?.resume(throwing: error)
        }
    }
}
