import Foundation
private import Synchronization

/// A server of bytes on a loopback port: each connection runs a script on a thread of its own, so that a test decides what is sent, when, and how badly.
public final class RawServer: Sendable {
    /// What a client sent.
    public struct Request: Sendable {
        public var line: String
        /// Names in lower case.
        public var headers: [String: String]
        public var body: [UInt8]
        public var text: String { String(decoding: body, as: UTF8.self) }
    }

    private struct State {
        var requests: [Request] = []
        var connections = 0
    }
    private let state = Mutex(State())
    private let listener: Int32
    public let port: UInt16
    public var url: String { "http://127.0.0.1:\(port)" }

    /// - Parameter script: runs for each connection; the connection closes when it returns.
    public init(_ script: @escaping @Sendable (Connection) -> Void) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | 0o2000000, 0)  // SOCK_CLOEXEC
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(listener, generic, length) == 0 && listen(listener, 128) == 0 && getsockname(listener, generic, &length) == 0
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        self.listener = listener
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        Thread.detachNewThread { [weak self] in
            while true {
                let descriptor = accept(listener, nil, nil)
                guard descriptor >= 0 else { break }
                guard let state = self.map({ server in Recorder { server.record($0) } }) else {
                    close(descriptor)
                    break
                }
                self?.state.withLock { $0.connections += 1 }
                Thread.detachNewThread {
                    script(Connection(descriptor, recorder: state))
                    close(descriptor)
                }
            }
            close(listener)
        }
    }

    /// Answers each request on each connection.
    public convenience init(answering answer: @escaping @Sendable (Request) -> String) throws {
        try self.init { connection in
            while let request = connection.readRequest() { connection.send(answer(request)) }
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    public var requests: [Request] { state.withLock { $0.requests } }
    public var connections: Int { state.withLock { $0.connections } }
    private func record(_ request: Request) { state.withLock { $0.requests.append(request) } }

    struct Recorder: Sendable { var record: @Sendable (Request) -> Void }

    /// A whole answer with its length.
    public static func answer(_ status: String = "200 OK", headers: [String] = [], _ body: String = "") -> String {
        (["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)"] + headers + ["", body]).joined(separator: "\r\n")
    }

    /// One connection, for the thread that runs its script.
    public final class Connection {
        private let descriptor: Int32
        private let recorder: Recorder
        private var buffer: [UInt8] = []

        init(_ descriptor: Int32, recorder: Recorder) {
            self.descriptor = descriptor
            self.recorder = recorder
        }

        /// The next request with its body (by Content-Length); `nil` when the client is gone.
        public func readRequest() -> Request? {
            func fill() -> Bool {
                var piece = [UInt8](repeating: 0, count: 65536)
                let count = recv(descriptor, &piece, piece.count, 0)
                if count > 0 { buffer += piece[..<count] }
                return count > 0
            }
            let separator = Array("\r\n\r\n".utf8)
            var end: Int?
            while end == nil {
                end = buffer.indices.first { buffer[$0...].starts(with: separator) }
                if end == nil, !fill() { return nil }
            }
            let head = String(decoding: buffer[..<end!], as: UTF8.self).components(separatedBy: "\r\n")
            buffer.removeFirst(end! + 4)
            var headers: [String: String] = [:]
            for line in head.dropFirst() {
                let parts = line.split(separator: ":", maxSplits: 1)
                headers[parts[0].lowercased()] = parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
            }
            let length = Int(headers["content-length"] ?? "0") ?? 0
            while buffer.count < length { if !fill() { return nil } }
            let request = Request(line: head[0], headers: headers, body: Array(buffer[..<length]))
            buffer.removeFirst(length)
            recorder.record(request)
            return request
        }

        /// What came after the last request, as it comes; empty when the client is gone.
        public func read() -> [UInt8] {
            if buffer.isEmpty {
                var piece = [UInt8](repeating: 0, count: 65536)
                buffer = Array(piece[..<max(0, recv(descriptor, &piece, piece.count, 0))])
            }
            defer { buffer = [] }
            return buffer
        }

        /// Writes all of it; returns whether the client was still there.
        @discardableResult
        public func send(_ text: String) -> Bool { send(Array(text.utf8)) }

        @discardableResult
        public func send(_ bytes: [UInt8]) -> Bool {
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }

        /// One chunk of `Transfer-Encoding: chunked`.
        @discardableResult
        public func sendChunk(_ text: String) -> Bool { send("\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n") }

        /// Writes until the client takes no more for a tenth of a second; returns how many bytes it took.
        public func sendUntilStalled(_ piece: [UInt8], limit: Int) -> Int {
            var total = 0
            while total < limit {
                var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                guard poll(&polled, 1, 100) == 1, polled.revents & Int16(POLLOUT) != 0 else { break }
                let count = piece.withUnsafeBytes {
                    Foundation.send(descriptor, $0.baseAddress, min($0.count, limit - total), Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
                }
                guard count > 0 else { break }
                total += count
            }
            return total
        }

        /// Waits until the client closes, two minutes at most: a busy machine takes its time.
        public func waitForHangUp() -> Bool {
            var polled = pollfd(fd: descriptor, events: 0x2000 | Int16(POLLIN), revents: 0)  // POLLRDHUP
            return poll(&polled, 1, 120_000) == 1
        }

        /// Closes with a reset instead of an orderly end.
        public func reset() {
            var linger = linger(l_onoff: 1, l_linger: 0)
            setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Foundation.linger>.size))
        }
    }
}

/// Something that happens once, on any thread, and that a test waits for.
public final class Signal<Value: Sendable>: Sendable {
    private struct State {
        var value: Value?
        var waiters: [CheckedContinuation<Value, Never>] = []
    }
    private let state = Mutex(State())
    private let isSet = DispatchSemaphore(value: 0)
    public init() {}

    public func set(_ value: Value) {
        let waiters = state.withLock { state -> [CheckedContinuation<Value, Never>] in
            guard state.value == nil else { return [] }
            state.value = value
            isSet.signal()
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume(returning: value) }
    }

    public var value: Value {
        get async {
            await withCheckedContinuation { continuation in
                let value = state.withLock { state in
                    if state.value == nil { state.waiters.append(continuation) }
                    return state.value
                }
                if let value { continuation.resume(returning: value) }
            }
        }
    }

    /// For scripts on threads.
    public func wait() {
        isSet.wait()
        // Handed on to whoever else waits.
        isSet.signal()
    }
}
