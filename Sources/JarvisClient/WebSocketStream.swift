import Foundation
import Synchronization

/// Reads a WebSocket on a plain socket and a thread of its own: the libcurl of many systems, and so `URLSessionWebSocketTask`, has none.
struct WebSocketStream: Sendable {
    enum Message: Hashable, Sendable {
        case text(Data)
        case binary(Data)
    }

    /// Messages as they come. Ends when the server closes; cancelling its reader closes the connection.
    let messages: AsyncThrowingStream<Message, any Error>

    /// How many messages may wait to be read; a reader that is further behind loses the connection.
    private static let mostWaiting = 4096

    /// - Parameter sending: sends more frames after the hello, on a thread of its own.
    init(
        server: URL, path: String, token: String, hello: Data, sending: (@Sendable (_ send: ([UInt8]) throws -> Void) throws -> Void)? = nil
    ) throws {
        guard let host = server.host() else { throw ClientError(.badAnswer, "\(server) is not the address of a server.") }
        let port = server.port ?? 80
        let (messages, waiting) = AsyncThrowingStream<Message, any Error>.makeStream(bufferingPolicy: .bufferingOldest(Self.mostWaiting))
        let socket = PlainSocket()
        waiting.onTermination = { _ in socket.interrupt() }
        self.messages = messages
        Thread.detachNewThread {
            // The thread owns the socket and ends with it; `interrupt` above wakes it from wherever it waits.
            defer { socket.close() }
            do {
                try socket.connect(host: host.trimmingCharacters(in: ["[", "]"]), port: port)
                let shake = WebSocketHandshake()
                try socket.write(Array(shake.request(host: "\(host):\(port)", path: path, token: token).utf8))
                var rest = try Self.readHead(from: socket, shake)
                try socket.write(WebSocketFrames.text(hello))
                if let sending {
                    // Ends with the socket at the latest: its writes fail then, and whoever reads is told why.
                    Thread.detachNewThread { try? sending { try socket.write($0) } }
                }
                var parser = WebSocketFrames()
                while true {
                    for action in try parser.feed(rest) {
                        switch action {
                        case .message(let data, let isText):
                            if case .dropped = waiting.yield(isText ? .text(data) : .binary(data)) {
                                throw ClientError(.tooLarge, "The server sends faster than the answer is read.")
                            }
                        case .reply(let bytes): try socket.write(bytes)
                        case .closed:
                            try? socket.write(WebSocketFrames.close())
                            return waiting.finish()
                        }
                    }
                    rest = try socket.read()
                    if rest.isEmpty { return waiting.finish() }
                }
            } catch {
                waiting.finish(throwing: error)
            }
        }
    }

    /// Reads up to the empty line that ends the head, checks it, and returns what came after it.
    private static func readHead(from socket: PlainSocket, _ shake: WebSocketHandshake) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < 16_384 {
            let more = try socket.read()
            if more.isEmpty { break }
            bytes += more
            if let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) {
                try shake.check(String(decoding: bytes[..<end.lowerBound], as: UTF8.self))
                return Array(bytes[end.upperBound...])
            }
        }
        throw ClientError(.badAnswer, "The server does not open a WebSocket.")
    }
}

/// A blocking TCP connection that another thread can interrupt.
private final class PlainSocket: Sendable {
    private struct State {
        var descriptor: Int32?
        var isInterrupted = false
    }
    private let state = Mutex(State())
    /// One frame after the other, whichever thread it comes from.
    private let writing = Mutex(())

    func connect(host: String, port: Int) throws {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &list) == 0 else { throw failure("cannot be found") }
        defer { freeaddrinfo(list) }
        var next = list
        while let address = next?.pointee {
            next = address.ai_next
            let fd = socket(address.ai_family, address.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), address.ai_protocol)
            if fd < 0 { continue }
            state.withLock { $0.descriptor = fd }
            let isOpen = Foundation.connect(fd, address.ai_addr, address.ai_addrlen) == 0
            if isOpen && !state.withLock(\.isInterrupted) { return }
            close()
            if state.withLock(\.isInterrupted) { throw CancellationError() }
        }
        throw failure("does not answer")
    }

    func write(_ bytes: [UInt8]) throws {
        let fd = try descriptor()
        try writing.withLock { _ in
            var sent = 0
            while sent < bytes.count {
                let count = bytes[sent...].withUnsafeBytes { send(fd, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { throw failure("went away") }
                sent += count
            }
        }
    }

    /// Some bytes; none at the end.
    func read() throws -> [UInt8] {
        let fd = try descriptor()
        while true {
            var failed: Int32 = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: 16_384) { buffer, count in
                let got = recv(fd, buffer.baseAddress, buffer.count, 0)
                failed = got < 0 ? errno : 0
                count = max(0, got)
            }
            if failed == EINTR { continue }
            guard failed == 0 else { throw failure("went away") }
            return bytes
        }
    }

    /// Wakes the thread that reads or writes; it then closes. Under the lock, so that it never meets a descriptor that was closed and given away.
    func interrupt() {
        state.withLock { state in
            state.isInterrupted = true
            if let fd = state.descriptor { shutdown(fd, Int32(SHUT_RDWR)) }
        }
    }

    func close() {
        state.withLock { state in
            if let fd = state.descriptor.take() { Foundation.close(fd) }
        }
    }

    private func descriptor() throws -> Int32 {
        guard let fd = state.withLock(\.descriptor) else { throw CancellationError() }
        return fd
    }

    private func failure(_ what: String) -> ClientError { ClientError(.unreachable, "The server \(what).") }
}
