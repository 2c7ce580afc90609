private import CShims
import Glibc

/// Stands between a client that speaks TLS and libmicrohttpd, which gets plain bytes over a pair of sockets: everything else stays as it is without
/// TLS. Belongs to its worker's thread.
///
/// handshake → relaying, each direction until its own end → goodbye. What is held is at most one record in each direction.
final class TLSRelay: WaitingConnection, @unchecked Sendable {
    // @unchecked: used on the worker's thread only.
    private unowned let worker: Worker
    /// Of the client; -1 once it is closed.
    private(set) var descriptor: Int32
    private let session: TLSSession
    let peer: PeerAddress
    /// For the handshake; 0 after it.
    private(set) var deadline: UInt64
    private var plain: PlainEnd?
    private var toServer = Rest(), toClient = Rest()
    private var hasClientEnded = false, hasServerEnded = false
    private var readingWantsToWrite = false
    private var interest: UInt32 = 0
    private let handshaken: (TLSRelay) -> Int32?

    /// Bytes that wait for room.
    private struct Rest {
        var bytes: [UInt8] = []
        var start = 0

        var isEmpty: Bool { start == bytes.count }

        mutating func hold(_ more: UnsafeRawBufferPointer) {
            bytes = Array(more)
            start = 0
        }

        /// - Parameter send: returns how many bytes it took.
        mutating func pass(_ send: (UnsafeRawBufferPointer) -> Int) -> Bool {
            guard !isEmpty else { return false }
            let count = bytes.withUnsafeBytes { send(UnsafeRawBufferPointer(rebasing: $0[start...])) }
            start += count
            if isEmpty { self = Rest() }
            return count > 0
        }
    }

    /// Our end of the pair.
    private final class PlainEnd: EventSource {
        let descriptor: Int32
        unowned let relay: TLSRelay
        var interest: UInt32 = 0
        /// The other end is closed; there may still be bytes from it.
        var isHungUp = false

        init(_ descriptor: Int32, _ relay: TLSRelay) {
            self.descriptor = descriptor
            self.relay = relay
        }

        override func ready(_ events: UInt32) { relay.plainReady(events) }
    }

    private static let record = 16 << 10
    private static let rounds = 16

    /// - Parameter handshaken: gives the server's end of a pair to libmicrohttpd and returns the other, or `nil`.
    init(
        _ descriptor: Int32, peer: PeerAddress, session: TLSSession, worker: Worker, deadline: UInt64, handshaken: @escaping (TLSRelay) -> Int32?
    ) {
        self.descriptor = descriptor
        self.session = session
        self.worker = worker
        self.peer = peer
        self.deadline = deadline
        self.handshaken = handshaken
        super.init(peer.network)
        interest = EventLoop.Interest.read
        worker.loop.add(descriptor, self, interest)
    }

    override func evict() { drop() }

    override func ready(_ events: UInt32) {
        guard descriptor >= 0 else { return }
        // Nothing can be sent to it any more.
        if hasClientEnded, events & EventLoop.Interest.gone != 0 { return drop() }
        pump()
    }

    private func plainReady(_ events: UInt32) {
        guard let plain, descriptor >= 0 else { return }
        if events & EventLoop.Interest.gone != 0, !plain.isHungUp {
            // It would be reported over and over.
            plain.isHungUp = true
            worker.loop.remove(plain.descriptor, plain)
        }
        pump()
    }

    func pump() {
        guard descriptor >= 0 else { return }
        if plain == nil, !shakeHands() { return }
        var rounds = 0
        while rounds < Self.rounds, descriptor >= 0 {
            let fromClient = readClient(), fromServer = readServer()
            guard fromClient || fromServer else { break }
            rounds += 1
        }
        guard descriptor >= 0 else { return }
        if hasServerEnded && toClient.isEmpty { return sayGoodbye() }
        if rounds == Self.rounds { worker.loop.executor.post { self.pump() } }
        updateInterest()
    }

    /// Returns whether bytes may be relayed.
    private func shakeHands() -> Bool {
        switch session.handshake() {
        case .wantsToRead: wait(EventLoop.Interest.read)
        case .wantsToWrite: wait(EventLoop.Interest.write)
        case .ended, .failed: drop()
        case .done:
            deadline = 0
            guard let end = handshaken(self) else {
                drop()
                return false
            }
            let plain = PlainEnd(end, self)
            self.plain = plain
            plain.interest = EventLoop.Interest.read
            worker.loop.add(end, plain, plain.interest)
            return true
        }
        return false
    }

    private func readClient() -> Bool {
        guard let plain else { return false }
        if !toServer.isEmpty { return toServer.pass { Self.send($0, to: plain.descriptor) } }
        guard !hasClientEnded else { return false }
        readingWantsToWrite = false
        switch session.read(into: UnsafeMutableRawBufferPointer(rebasing: worker.scratch[..<Self.record])) {
        case .done(let count):
            let bytes = UnsafeRawBufferPointer(rebasing: worker.scratch[..<count])
            let sent = Self.send(bytes, to: plain.descriptor)
            if sent < count { toServer.hold(UnsafeRawBufferPointer(rebasing: bytes[sent...])) }
            return true
        case .wantsToRead: return false
        case .wantsToWrite:
            readingWantsToWrite = true
            return false
        case .ended:
            hasClientEnded = true
            shutdown(plain.descriptor, Int32(SHUT_WR))
            return true
        case .failed:
            drop()
            return false
        }
    }

    private func readServer() -> Bool {
        guard let plain else { return false }
        if !toClient.isEmpty { return toClient.pass(write) }
        guard !hasServerEnded else { return false }
        let count = recv(plain.descriptor, worker.scratch.baseAddress, Self.record, Int32(MSG_DONTWAIT))
        if count < 0 && (errno == EAGAIN || errno == EINTR) { return false }
        guard count > 0 else {
            hasServerEnded = true
            return true
        }
        let bytes = UnsafeRawBufferPointer(rebasing: worker.scratch[..<count])
        let sent = write(bytes)
        if sent < count { toClient.hold(UnsafeRawBufferPointer(rebasing: bytes[sent...])) }
        return true
    }

    private func write(_ bytes: UnsafeRawBufferPointer) -> Int {
        switch session.write(bytes) {
        case .done(let count): return count
        case .wantsToRead, .wantsToWrite: return 0
        case .ended, .failed:
            drop()
            return bytes.count
        }
    }

    /// Returns how many bytes were taken: all of them where nobody wants them any more.
    private static func send(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
        let count = Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
        if count >= 0 { return count }
        return errno == EAGAIN || errno == EINTR ? 0 : bytes.count
    }

    private func updateInterest() {
        let isReading = !hasClientEnded && toServer.isEmpty
        wait((isReading ? EventLoop.Interest.read : 0) | (!toClient.isEmpty || readingWantsToWrite ? EventLoop.Interest.write : 0))
        guard let plain, !plain.isHungUp else { return }
        let wanted = (!hasServerEnded && toClient.isEmpty ? EventLoop.Interest.read : 0) | (toServer.isEmpty ? 0 : EventLoop.Interest.write)
        guard wanted != plain.interest else { return }
        plain.interest = wanted
        worker.loop.change(plain.descriptor, plain, wanted)
    }

    private func wait(_ wanted: UInt32) {
        guard wanted != interest, descriptor >= 0 else { return }
        interest = wanted
        worker.loop.change(descriptor, self, wanted)
    }

    private func sayGoodbye() {
        session.close()
        shutdown(descriptor, Int32(SHUT_WR))
        // It may still be sending.
        if !hasClientEnded { worker.linger(dup(descriptor)) }
        drop()
    }

    /// Ends both sides at once.
    func drop() {
        guard descriptor >= 0 else { return }
        worker.loop.remove(descriptor, self)
        close(descriptor)
        descriptor = -1
        if let plain {
            if !plain.isHungUp { worker.loop.remove(plain.descriptor, plain) }
            close(plain.descriptor)
        }
        worker.remove(self)
    }
}
