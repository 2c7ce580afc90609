import Foundation
import Synchronization

/// A Jarvis that says what a test tells it to, on a loopback port of its own: one thread for each connection, one request on each.
final class MockServer: Sendable {
    struct Request: Sendable {
        let method: String, path: String, headers: [String: String], body: Data
        var token: String? { headers["authorization"]?.replacing("Bearer ", with: "") }
        var json: [String: Any] { (try? JSONSerialization.jsonObject(with: body)) as? [String: Any] ?? [:] }
    }

    enum Reply: Sendable {
        case json(Int, String)
        case problem(Int, String)
        /// A `text/event-stream`, ended properly.
        case events([String])
        /// The same, then nothing until the client goes away.
        case eventsThenWait([String])
        /// The same, cut off in the middle.
        case eventsThenCut([String])
        /// A WebSocket that sends these text messages, then waits until the client goes away.
        case webSocket([String])
    }

    let port: Int
    private let listener: Int32
    private let handler: @Sendable (Request) -> Reply
    private let seen = Mutex<[Request]>([])
    /// Signalled for each client that goes away while it is being waited for.
    private let departures = DispatchSemaphore(value: 0)

    init(_ handler: @escaping @Sendable (Request) -> Reply) throws {
        self.handler = handler
        // Close-on-exec, here and below: a program that is started meanwhile must not keep connections of others open.
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = listener
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && listen(descriptor, 16) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard bound else { throw POSIXError(.EADDRNOTAVAIL) }
        port = Int(UInt16(bigEndian: address.sin_port))
        // Ends when the listener is shut down.
        Thread.detachNewThread { [weak self] in
            while true {
                let connection = accept(descriptor, nil, nil)
                guard connection >= 0, let self else { break }
                _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
                Thread.detachNewThread { self.serve(connection) }
            }
            close(descriptor)
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    var requests: [Request] { seen.withLock { $0 } }
    func requests(to path: String) -> [Request] { requests.filter { $0.path.prefix { $0 != "?" } == path } }

    /// Whether a waiting client went away within the time limit.
    func clientLeaves() async -> Bool {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: self.departures.wait(timeout: .now() + 20) == .success) }
        }
    }

    private func serve(_ connection: Int32) {
        defer { close(connection) }
        guard let request = read(connection) else { return }
        seen.withLock { $0.append(request) }
        switch handler(request) {
        case .json(let status, let body): send(connection, head(status, "application/json", body) + body)
        case .problem(let status, let detail):
            let body = #"{"type":"about:blank","title":"Problem","status":\#(status),"detail":"\#(detail)","request_id":"r-1"}"#
            send(connection, head(status, "application/problem+json", body) + body)
        case .events(let events):
            stream(connection, events)
            send(connection, "0\r\n\r\n")
        case .eventsThenCut(let events): stream(connection, events)
        case .eventsThenWait(let events):
            stream(connection, events)
            waitForDeparture(connection)
        case .webSocket(let messages):
            send(
                connection,
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: \(accept(request.headers["sec-websocket-key"] ?? ""))\r\n\r\n"
            )
            for message in messages {
                sendBytes(
                    connection,
                    [0x81] + (message.utf8.count < 126 ? [UInt8(message.utf8.count)] : [126, UInt8(message.utf8.count >> 8), UInt8(message.utf8.count & 255)])
                        + Array(message.utf8))
            }
            waitForDeparture(connection)
        }
    }

    private func head(_ status: Int, _ type: String, _ body: String) -> String {
        "HTTP/1.1 \(status) X\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n"
    }

    private func stream(_ connection: Int32, _ events: [String]) {
        send(connection, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n")
        for event in events {
            let data = "data: \(event)\n\n"
            send(connection, String(data.utf8.count, radix: 16) + "\r\n" + data + "\r\n")
        }
    }

    private func waitForDeparture(_ connection: Int32) {
        var buffer = [UInt8](repeating: 0, count: 1024)
        while recv(connection, &buffer, buffer.count, 0) > 0 {}
        departures.signal()
    }

    private func read(_ connection: Int32) -> Request? {
        var bytes: [UInt8] = []
        func more() -> Bool {
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = recv(connection, &buffer, buffer.count, 0)
            if count > 0 { bytes += buffer[..<count] }
            return count > 0
        }
        var end = bytes.firstRange(of: Array("\r\n\r\n".utf8))
        while end == nil {
            guard more() else { return nil }
            end = bytes.firstRange(of: Array("\r\n\r\n".utf8))
        }
        guard let end else { return nil }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ").map(String.init)
        guard words.count == 3 else { return nil }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2 { headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces) }
        }
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        while bytes.count - end.upperBound < length { guard more() else { return nil } }
        return Request(method: words[0], path: words[1], headers: headers, body: Data(bytes[end.upperBound...]))
    }

    private func send(_ connection: Int32, _ text: String) { sendBytes(connection, Array(text.utf8)) }

    private func sendBytes(_ connection: Int32, _ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Foundation.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count <= 0 { return }
            sent += count
        }
    }
}
