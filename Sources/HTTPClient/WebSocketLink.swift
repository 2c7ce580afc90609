private import CCurl
private import CShims
private import Foundation
private import Synchronization

/// A WebSocket's connection, and the thread that moves its bytes.
///
/// `@unchecked Sendable`: everything belongs to the thread, except for `mailbox`, and for curl_multi_wakeup(3), which any thread may call while `isAlive`
/// holds that the handles are there.
final class WebSocketLink: @unchecked Sendable {
    /// Read in one piece.
    private static let pieceBytes = 64 << 10

    let mailbox: WebSocketMailbox
    private let address: WebSocketAddress
    private let limits: WebSocketClient.Limits
    private let isAlive: Alive
    private let multi: UnsafeMutableRawPointer
    private let easy: UnsafeMutableRawPointer
    private let message: UnsafeMutablePointer<CChar>
    private var descriptor: curl_socket_t = -1
    private var conversation: WebSocketConversation
    private var outbox: [UInt8] = []
    private var outboxStart = 0
    private var piece = [UInt8](repeating: 0, count: pieceBytes)
    private var isReading = true

    /// Wakes the thread from poll(2), as long as there is one.
    private final class Alive: @unchecked Sendable {
        // @unchecked: `multi` is used under the lock.
        private let multi: UnsafeMutableRawPointer
        private let isThere = Mutex(true)

        init(_ multi: UnsafeMutableRawPointer) { self.multi = multi }

        func wake() { isThere.withLock { if $0 { curl_multi_wakeup(multi) } } }

        /// Frees what nobody touches any more from then on.
        func end(_ free: () -> Void) {
            isThere.withLock { isThere in
                isThere = false
                free()
            }
        }
    }

    init(_ opening: WebSocketOpening, settings: WebSocketClient.Settings) throws(HTTPClientError) {
        let busy = HTTPClientError(.busy, "libcurl could not be started; there is no memory")
        guard TransferLoop.isReady, let multi = curl_multi_init() else { throw busy }
        guard let easy = curl_easy_init() else {
            curl_multi_cleanup(multi)
            throw busy
        }
        self.multi = multi
        self.easy = easy
        let isAlive = Alive(multi)
        self.isAlive = isAlive
        address = opening.address
        mailbox = WebSocketMailbox(origin: opening.address.origin) { isAlive.wake() }
        limits = settings.limits
        conversation = WebSocketConversation(opening, limits: settings.limits, at: .now)
        message = .allocate(capacity: Int(CURL_ERROR_SIZE))
        message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        configure(certificateAuthorities: settings.certificateAuthorities)
        let thread = Thread { self.run() }
        thread.name = "websocket"
        thread.stackSize = 512 << 10
        thread.start()
    }

    deinit { message.deallocate() }

    private func configure(certificateAuthorities: String?) {
        func set(_ option: CURLoption, _ value: Int) { shim_curl_set_long(easy, option, value) }
        func set(_ option: CURLoption, _ value: String) { _ = value.withCString { shim_curl_set_pointer(easy, option, $0) } }
        set(CURLOPT_CONNECT_ONLY, 1)  // libcurl finds, connects and secures; what is said then is ours.
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_QUICK_EXIT, 1)  // Giving up does not wait for a resolver thread.
        set(CURLOPT_URL, address.url)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))  // HTTP/2 must not be agreed on with TLS: it has no upgrade.
        set(CURLOPT_CONNECTTIMEOUT_MS, limits.connect.milliseconds)
        set(CURLOPT_HTTPPROXYTUNNEL, 1)
        if address.origin.isLoopback { set(CURLOPT_PROXY, "") }
        if let certificateAuthorities { set(CURLOPT_CAINFO, certificateAuthorities) }
        shim_curl_set_pointer(easy, CURLOPT_ERRORBUFFER, message)
    }

    // MARK: The thread

    private func run() {
        // What OpenSSL writes to a connection that is gone would end the process.
        var pipe = sigset_t()
        sigemptyset(&pipe)
        sigaddset(&pipe, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &pipe, nil)
        if let failure = connect() { mailbox.end(.failed(failure)) } else { converse() }
        isAlive.end {
            curl_multi_remove_handle(multi, easy)
            curl_easy_cleanup(easy)
            curl_multi_cleanup(multi)
        }
    }

    private var givenUp: HTTPClientError { HTTPClientError(.cancelled, "the WebSocket to \(address.origin) was given up") }

    private func connect() -> HTTPClientError? {
        curl_multi_add_handle(multi, easy)
        while true {
            let order = mailbox.takeOrder()
            if order.isAbandoned || order.close != nil { return givenUp }
            var running: Int32 = 0
            curl_multi_perform(multi, &running)
            var code = CURLE_OK
            if shim_curl_multi_ended(multi, &code) != nil {
                guard code == CURLE_OK else { return HTTPClientError(curl: code.rawValue, detail: String(cString: message), origin: address.origin) }
                descriptor = shim_curl_socket(easy)
                return nil
            }
            shim_curl_multi_wait(multi, 1000)
        }
    }

    private func converse() {
        while true {
            let order = mailbox.takeOrder()
            if order.isAbandoned { return mailbox.end(.failed(givenUp)) }
            for message in order.messages { conversation.send(message) }
            if let close = order.close { handle(conversation.close(code: close.code, reason: close.reason, at: .now)) }

            // What is answered to the server must not pile up either.
            let mayRead = order.hasRoom && unsent < WebSocketMailbox.highWater
            if mayRead, !isReading { conversation.resumeReading(at: .now) }
            isReading = mayRead
            // A few pieces at a time, so that what is to be sent gets its turn.
            var hasMore = mayRead
            for _ in 0..<8 where hasMore && !conversation.isOver { hasMore = read() }
            handle(conversation.tick(at: .now, isReading: isReading))
            if !flush() {
                // What the server said last may still tell why it left.
                while !conversation.isOver && read() {}
                handle(conversation.receiveEnd())
            }
            if conversation.isOver { return }
            let mayReadAgain = !isReading && order.hasRoom && unsent < WebSocketMailbox.highWater
            wait(hasMore || mayReadAgain ? .zero : conversation.deadline(isReading: isReading).map { $0 - .now } ?? .seconds(60))
        }
    }

    private var unsent: Int { outbox.count - outboxStart }

    /// Reads one piece. Returns whether there may be more, which TLS keeps where poll(2) does not see it.
    private func read() -> Bool {
        var count = 0
        let code = piece.withUnsafeMutableBytes { curl_easy_recv(easy, $0.baseAddress, $0.count, &count) }
        if code == CURLE_AGAIN { return false }
        guard code == CURLE_OK, count > 0 else {
            handle(conversation.receiveEnd())
            return false
        }
        handle(conversation.receive(Array(piece[..<count]), at: .now))
        return true
    }

    /// Sends what the server takes; returns whether it is still there.
    private func flush() -> Bool {
        let fresh = conversation.takeOutput()
        if outboxStart == outbox.count {
            (outbox, outboxStart) = (fresh, 0)
        } else {
            outbox += fresh
        }
        var isThere = true
        while outboxStart < outbox.count {
            var count = 0
            let code = outbox.withUnsafeBytes { curl_easy_send(easy, $0.baseAddress.map { $0 + outboxStart }, $0.count - outboxStart, &count) }
            if code == CURLE_AGAIN { break }
            guard code == CURLE_OK else {
                isThere = false
                break
            }
            outboxStart += count
        }
        if outboxStart == outbox.count { (outbox, outboxStart) = ([], 0) }
        mailbox.unsent(unsent)
        return isThere
    }

    private func wait(_ time: Duration) {
        var events: Int32 = isReading ? Int32(CURL_WAIT_POLLIN) : 0
        if unsent > 0 { events |= Int32(CURL_WAIT_POLLOUT) }
        var waited = curl_waitfd(fd: events == 0 ? -1 : descriptor, events: Int16(events), revents: 0)
        let milliseconds = time <= .zero ? 0 : Int32(clamping: time.milliseconds)
        curl_multi_poll(multi, &waited, events == 0 ? 0 : 1, min(milliseconds, 60_000), nil)
    }

    private func handle(_ events: [WebSocketConversation.Event]) {
        for event in events {
            switch event {
            case .opened(let subprotocol): mailbox.open(.success(subprotocol))
            case .message(let message): mailbox.deliver(message)
            case .ended(let closing): mailbox.end(.ended(closing))
            case .failed(let error): mailbox.end(.failed(error))
            }
        }
    }
}
