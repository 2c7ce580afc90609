private import CShims
private import CWslay
import Glibc
import Observability

/// The network's side of a WebSocket: wslay on a non-blocking socket. Belongs to its worker's thread.
final class WebSocketConnection: EventSource, @unchecked Sendable {
    // @unchecked: used on the worker's thread only; `WebSocket.wake` posts there.
    private unowned let worker: Worker
    private let descriptor: Int32
    private let socket: WebSocket
    private let pingAfter: UInt64
    private var early: ArraySlice<UInt8>
    private var context: wslay_event_context_ptr?
    private var outbox: [UInt8] = []
    private var outboxStart = 0
    private var isPaused = false
    private var isClosing = false
    private var hasLostPeer = false
    private var isOver = false
    private var interest: UInt32 = 0
    private var lastHeard = monotonicNanoseconds()
    private var lastPing: UInt64 = 0
    private var closeDeadline: UInt64 = 0
    /// When the client was last seen to take something, or to have nothing to take; looked at in each tick.
    private var movedAt = monotonicNanoseconds()
    private var hasMoved = false
    private var frameLimit: FrameLimit
    private var task: Task<Void, Never>?
    private let closed: () -> Void

    private static let closeTimeout: UInt64 = 5_000_000_000
    private static let callbacks: wslay_event_callbacks = {
        var callbacks = wslay_event_callbacks()
        callbacks.recv_callback = { context, space, count, _, me in
            guard let me, let space else { return -1 }
            return WebSocketConnection.from(me).read(context, space, count)
        }
        callbacks.send_callback = { _, data, count, _, me in
            guard let me, let data else { return -1 }
            // Frames are gathered, and leave the machine in as few writes as possible.
            WebSocketConnection.from(me).outbox.append(contentsOf: UnsafeBufferPointer(start: data, count: count))
            return count
        }
        callbacks.on_frame_recv_start_callback = { _, frame, me in
            guard let me, let frame = frame?.pointee else { return }
            WebSocketConnection.from(me).frameBegins(frame.opcode)
        }
        callbacks.on_msg_recv_callback = { _, message, me in
            guard let me, let message = message?.pointee else { return }
            WebSocketConnection.from(me).received(message.opcode, UnsafeBufferPointer(start: message.msg, count: message.msg_length))
        }
        return callbacks
    }()

    private static func from(_ pointer: UnsafeMutableRawPointer) -> WebSocketConnection {
        Unmanaged<WebSocketConnection>.fromOpaque(pointer).takeUnretainedValue()
    }

    /// Takes over an upgraded connection and starts its handler.
    /// - Parameter closed: gives the descriptor back, on the worker's thread.
    static func open(
        _ descriptor: Int32, early: [UInt8], request: Request, agreed: WebSocketHandshake, worker: Worker, closed: @escaping () -> Void
    ) {
        let reference = WeakReference()
        let executor = worker.loop.executor
        let socket = WebSocket(request: request, subprotocol: agreed.subprotocol) {
            if executor.isOnLoop { reference.connection?.pump() } else { executor.post { reference.connection?.pump() } }
        }
        let connection = WebSocketConnection(descriptor, early: early, socket: socket, options: agreed.upgrade.options, worker: worker, closed: closed)
        reference.connection = connection
        worker.add(connection)
        let handler = agreed.upgrade.handler, log = worker.log
        // The connection owns this task and cancels it when the socket is lost.
        connection.task = Task(executorPreference: executor) {
            do {
                try await handler(socket)
                socket.close(.normal)
            } catch {
                if !(error is CancellationError || error is WebSocket.Closed) {
                    log.error("a WebSocket's handler failed", ["request_id": request.id.description, "error": "\(error)"])
                }
                socket.close(.internalError)
            }
        }
        executor.post { connection.pump() }
    }

    private final class WeakReference: @unchecked Sendable {
        // @unchecked: set before it is shared, read on the worker's thread only.
        weak var connection: WebSocketConnection?
    }

    private init(_ descriptor: Int32, early: [UInt8], socket: WebSocket, options: WebSocket.Options, worker: Worker, closed: @escaping () -> Void) {
        self.descriptor = descriptor
        self.early = early[...]
        self.socket = socket
        self.worker = worker
        self.closed = closed
        pingAfter = options.pingInterval.nanoseconds
        frameLimit = FrameLimit(rate: options.maximumRate, now: monotonicNanoseconds())
        super.init()
        var callbacks = Self.callbacks
        wslay_event_context_server_init(&context, &callbacks, Unmanaged.passUnretained(self).toOpaque())
        wslay_event_config_set_max_recv_msg_length(context, UInt64(options.maximumMessage))
        var on: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
        interest = EventLoop.Interest.read
        worker.loop.add(descriptor, self, interest)
    }

    deinit { wslay_event_context_free(context) }

    // MARK: Network

    override func ready(_ events: UInt32) { pump() }

    /// Reads and writes as much as there is and may be, then waits for what is missing.
    func pump() {
        guard !isOver, let context else { return }
        isPaused = !socket.hasRoom || outbox.count - outboxStart > WebSocket.highWater
        if !isPaused, wslay_event_want_read(context) != 0, wslay_event_recv(context) != 0 { return hasLostPeer ? finish(.abnormal) : refuse() }
        let outgoing = socket.takeOutgoing()
        for message in outgoing.messages { queue(message) }
        if let close = outgoing.close { queueClose(close.code, close.reason) }
        if wslay_event_send(context) != 0 { return finish(.abnormal) }
        guard flush() else { return finish(.abnormal) }
        let unsent = outbox.count - outboxStart
        socket.unsent(unsent)
        if wslay_event_want_read(context) == 0 && wslay_event_want_write(context) == 0 && unsent == 0 { return finish(endCode) }
        if wslay_event_get_close_sent(context) != 0, closeDeadline == 0 { closeDeadline = monotonicNanoseconds() + Self.closeTimeout }
        isPaused = !socket.hasRoom || unsent > WebSocket.highWater
        let wanted = (isPaused || wslay_event_want_read(context) == 0 ? 0 : EventLoop.Interest.read) | (unsent > 0 ? EventLoop.Interest.write : 0)
        if wanted != interest {
            interest = wanted
            worker.loop.change(descriptor, self, wanted)
        }
    }

    /// What the peer or our own refusal gave as the reason.
    private var endCode: WebSocket.CloseCode {
        guard let context else { return .abnormal }
        let received = wslay_event_get_status_code_received(context), sent = wslay_event_get_status_code_sent(context)
        return WebSocket.CloseCode(wslay_event_get_close_received(context) != 0 ? received : sent)
    }

    /// A frame so broken that wslay gives up without a word: says 1002 in its place.
    private func refuse() {
        outbox += [0x88, 2, 0x03, 0xEA]
        _ = flush()
        finish(.protocolError)
    }

    private func read(_ context: wslay_event_context_ptr?, _ space: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        if isPaused {
            wslay_event_set_error(context, Int32(WSLAY_ERR_WOULDBLOCK.rawValue))
            return -1
        }
        if !early.isEmpty {
            let part = early.prefix(count)
            for (offset, byte) in part.enumerated() { space[offset] = byte }
            early = early.dropFirst(part.count)
            return part.count
        }
        let result = recv(descriptor, space, count, 0)
        if result > 0 {
            lastHeard = monotonicNanoseconds()
            return result
        }
        let isWaiting = result < 0 && (errno == EAGAIN || errno == EINTR)
        hasLostPeer = !isWaiting
        wslay_event_set_error(context, Int32(isWaiting ? WSLAY_ERR_WOULDBLOCK.rawValue : WSLAY_ERR_CALLBACK_FAILURE.rawValue))
        return -1
    }

    private func frameBegins(_ opcode: UInt8) {
        guard !isClosing,
            !frameLimit.admits(
                isContinuation: UInt32(opcode) == WSLAY_CONTINUATION_FRAME.rawValue, isControl: opcode & 8 != 0, now: monotonicNanoseconds())
        else { return }
        queueClose(.policyViolation, "too many frames")
        wslay_event_shutdown_read(context)
        // What is already in the library's buffer is not looked at any more.
        isPaused = true
    }

    private func received(_ opcode: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) {
        switch UInt32(opcode) {
        case WSLAY_TEXT_FRAME.rawValue: isPaused = !socket.deliver(.text(String(decoding: bytes, as: UTF8.self)))
        case WSLAY_BINARY_FRAME.rawValue: isPaused = !socket.deliver(.binary(Array(bytes)))
        default: break
        }
        // Answers to pings must not pile up either.
        if let context, wslay_event_get_queued_msg_count(context) > 64 { isPaused = true }
    }

    private func flush() -> Bool {
        while outboxStart < outbox.count {
            let result = outbox.withUnsafeBytes { send(descriptor, $0.baseAddress.map { $0 + outboxStart }, $0.count - outboxStart, Int32(MSG_NOSIGNAL)) }
            if result < 0 { return errno == EAGAIN || errno == EINTR }
            outboxStart += result
            hasMoved = true
        }
        outbox.removeAll(keepingCapacity: outbox.capacity <= 2 * WebSocket.highWater)
        outboxStart = 0
        return true
    }

    private func queue(_ message: WebSocket.Message) {
        switch message {
        case .text(var text): text.withUTF8 { queue(WSLAY_TEXT_FRAME, $0) }
        case .binary(let bytes): bytes.withUnsafeBufferPointer { queue(WSLAY_BINARY_FRAME, $0) }
        }
    }

    private func queue(_ opcode: wslay_opcode, _ bytes: UnsafeBufferPointer<UInt8>) {
        var message = wslay_event_msg(opcode: UInt8(opcode.rawValue), msg: bytes.baseAddress, msg_length: bytes.count)
        wslay_event_queue_msg(context, &message)
    }

    private func queueClose(_ code: WebSocket.CloseCode, _ reason: String) {
        guard !isClosing else { return }
        isClosing = true
        var length = 0
        for character in reason where length + character.utf8.count <= 123 { length += character.utf8.count }
        Array(reason.utf8).withUnsafeBufferPointer { _ = wslay_event_queue_close(context, code.number, $0.baseAddress, min(length, $0.count)) }
    }

    // MARK: Ends

    func close(_ code: WebSocket.CloseCode, _ reason: String) { socket.close(code, reason: reason) }

    /// Ends at once, without a handshake.
    func drop() { finish(.abnormal) }

    func tick(_ now: UInt64) {
        guard !isOver else { return }
        if hasMoved || outbox.isEmpty { movedAt = now }
        hasMoved = false
        if now > movedAt + worker.configuration.deadlines.unread.nanoseconds { return finish(.abnormal) }
        if closeDeadline != 0 {
            if now > closeDeadline { finish(.abnormal) }
        } else if now > lastHeard + 2 * pingAfter, interest & EventLoop.Interest.read != 0 {
            finish(.abnormal)
        } else if now > max(lastHeard, lastPing) + pingAfter {
            lastPing = now
            queue(WSLAY_PING, UnsafeBufferPointer(start: nil, count: 0))
            pump()
        }
    }

    private func finish(_ code: WebSocket.CloseCode) {
        guard !isOver else { return }
        isOver = true
        socket.end(code)
        task?.cancel()
        task = nil
        worker.loop.remove(descriptor, self)
        shutdown(descriptor, Int32(SHUT_WR))
        // A peer that has not said goodbye may still be sending.
        if code != .abnormal, wslay_event_get_close_received(context) == 0 { worker.linger(dup(descriptor)) }
        closed()
        worker.remove(self)
    }
}
