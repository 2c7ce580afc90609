private import CShims
import Glibc

/// One accepted connection and where it stands. Belongs to its worker's thread.
final class Connection: WaitingConnection {
    enum Phase {
        /// Nothing of a request has come (or less than its first line).
        case waiting
        case head
        case body
        /// A handler works, or a response goes out.
        case answering
        /// A WebSocket has it.
        case upgraded
    }

    unowned let worker: Worker
    let descriptor: Int32
    let peer: PeerAddress
    /// The peer is a trusted proxy.
    let isProxy: Bool
    /// It came over TLS.
    var isSecure: Bool { relay != nil }
    private let relay: TLSRelay?
    /// Where it stands in the worker's list.
    var index = 0
    var phase = Phase.waiting
    /// Nanoseconds on the monotonic clock; 0 is never.
    var deadline: UInt64 = 0
    var exchange: Exchange?
    private var isWatched = false
    private var reader: SlowReader?

    init(_ handle: OpaquePointer, worker: Worker, relay: TLSRelay?) {
        self.worker = worker
        self.relay = relay
        descriptor = shim_mhd_connection_fd(handle)
        peer = PeerAddress(shim_mhd_client_address(handle))
        isProxy = worker.isProxy(peer)
        super.init(peer.network)
    }

    /// Starts to notice that the client leaves, which libmicrohttpd does not while a connection is suspended.
    func watch() {
        guard !isWatched else { return }
        isWatched = true
        worker.loop.add(descriptor, self, EventLoop.Interest.peerLeftOnce)
    }

    func unwatch() {
        guard isWatched else { return }
        isWatched = false
        worker.loop.remove(descriptor, self)
    }

    override func ready(_ events: UInt32) {
        if isWatched, events & EventLoop.Interest.hangUp != 0 { exchange?.clientLeft() }
    }

    /// What the deadline's passing means.
    func deadlinePassed() {
        if phase == .head || phase == .body {
            refuse(HTTPError(.requestTimeout, detail: "The request took too long to arrive."))
            linger()
        }
        deadline = 0
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// An end of file that came together with the last bytes escapes libmicrohttpd 0.9.75: it clears its mark that there is something to read
    /// when a read was short, and the edge does not come again. Looked at now and then, and made into a new edge.
    func noticeEndOfFile() {
        guard phase == .waiting || phase == .head || phase == .body else { return }
        var byte: UInt8 = 0
        if recv(descriptor, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT)) == 0 { endOfRequests() }
    }

    /// libmicrohttpd finds that out at its next run.
    override func evict() {
        deadline = 0
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    // MARK: Slow readers

    /// An answer goes out from here on.
    func answerBegins(isStream: Bool) { reader = SlowReader(isStream: isStream) }

    func answerEnded() { reader = nil }

    /// Cuts a client off that takes its answer too slowly.
    func checkReader(_ now: UInt64) {
        var progress = SlowReader.Progress()
        guard reader != nil, shim_tcp_progress(relay?.descriptor ?? descriptor, &progress.taken, &progress.waiting),
            reader?.isTooSlow(progress, now: now, worker.configuration.deadlines) == true
        else { return }
        reader = nil
        exchange?.clientLeft()
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// Lets the next read find an end of file; what the client had already sent is still read and answered.
    func endOfRequests() { shutdown(descriptor, Int32(SHUT_RD)) }

    /// Answers where libmicrohttpd cannot (in the middle of a body): writes the whole response at once; the connection must be closed after.
    func refuse(_ error: HTTPError) {
        let response = error.response(instance: exchange?.head?.path ?? "", requestID: exchange?.head?.id)
        let body = response.body.bytes ?? []
        var text = "HTTP/1.1 \(error.status.code) \(error.status.phrase)\r\nConnection: close\r\nContent-Length: \(body.count)\r\n"
        for (name, value) in worker.security.fields.completing(response.headers, isSecure: isSecure)
        where ResponseHeaders.isValid(name, value) {
            text += "\(name.text): \(value)\r\n"
        }
        let bytes = Array((text + "\r\n").utf8) + body
        _ = bytes.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)) }
        exchange?.status = error.status
    }

    /// Keeps the socket open a little after libmicrohttpd has closed it and throws away what still comes: closing with unread bytes would make
    /// the kernel reset the connection, and the client would lose the response (RFC 9112, section 9.6).
    func linger() { worker.linger(dup(descriptor)) }
}

/// A socket that is closed once its peer is done, or after a while.
final class Lingering: EventSource {
    private static let maximumBytes = 256 << 20
    unowned let worker: Worker
    let descriptor: Int32
    let deadline: UInt64
    private var discarded = 0

    init(_ descriptor: Int32, worker: Worker, deadline: UInt64) {
        self.worker = worker
        self.descriptor = descriptor
        self.deadline = deadline
    }

    override func ready(_ events: UInt32) {
        let space = worker.scratch
        for _ in 0..<16 {
            let count = recv(descriptor, space.baseAddress, space.count, Int32(MSG_DONTWAIT))
            if count < 0, errno == EAGAIN || errno == EINTR { return }
            discarded += max(0, count)
            if count <= 0 || discarded > Self.maximumBytes { return worker.endLingering(self) }
        }
    }
}
