import Glibc
import Foundation

/// A blocking TCP client that sends any bytes and reads what comes. Its calls run on Dispatch's threads, never on the cooperative pool.
final class RawClient: @unchecked Sendable {
    // @unchecked: a test uses it from one task at a time.
    struct Failure: Error, CustomStringConvertible { var description: String }

    private(set) var descriptor: Int32
    private var buffer: [UInt8] = []
    private(set) var isAtEnd = false

    /// - Parameter source: an address of this machine to come from: any of 127.0.0.0/8.
    init(port: Int, from source: String? = nil, receiveBuffer: Int32? = nil) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(description: "no socket") }
        var timeout = timeval(tv_sec: 15, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        if var receiveBuffer { setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, 4) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        if let source {
            address.sin_addr.s_addr = inet_addr(source)
            _ = withUnsafeBytes(of: &address) { bind(descriptor, $0.baseAddress!.assumingMemoryBound(to: sockaddr.self), socklen_t($0.count)) }
        }
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafeBytes(of: &address) { Glibc.connect(descriptor, $0.baseAddress!.assumingMemoryBound(to: sockaddr.self), socklen_t($0.count)) }
        guard result == 0 else { throw Failure(description: "cannot connect: \(String(cString: strerror(errno)))") }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    private func off<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try body() }) }
        }
    }

    func send(_ text: String) async throws { try await send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) async throws {
        try await off { [descriptor] in
            var offset = 0
            while offset < bytes.count {
                let count = bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress! + offset, $0.count - offset, Int32(MSG_NOSIGNAL)) }
                guard count > 0 else { throw Failure(description: "cannot send: \(String(cString: strerror(errno)))") }
                offset += count
            }
        }
    }

    func shutdownWrite() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Ends with a reset in place of a goodbye.
    func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        close(descriptor)
        descriptor = -1
    }

    private func fill() async throws {
        let piece: [UInt8] = try await off { [descriptor] in
            var space = [UInt8](repeating: 0, count: 65536)
            let count = recv(descriptor, &space, space.count, 0)
            if count < 0 { throw Failure(description: "cannot receive: \(String(cString: strerror(errno)))") }
            return Array(space.prefix(count))
        }
        if piece.isEmpty { isAtEnd = true }
        buffer += piece
    }

    /// Everything until the server closes.
    func readToEnd() async throws -> [UInt8] {
        while !isAtEnd { try await fill() }
        defer { buffer = [] }
        return buffer
    }

    func read(_ count: Int) async throws -> [UInt8] {
        while buffer.count < count {
            try await fill()
            if isAtEnd { throw Failure(description: "ended after \(buffer.count) of \(count) bytes") }
        }
        defer { buffer.removeFirst(count) }
        return Array(buffer.prefix(count))
    }

    func readLine() async throws -> String {
        while true {
            if let end = buffer.firstIndex(of: 10) {
                defer { buffer.removeFirst(end + 1) }
                return String(decoding: buffer[..<end].filter { $0 != 13 }, as: UTF8.self)
            }
            try await fill()
            if isAtEnd { throw Failure(description: "ended in the middle of a line: \(String(decoding: buffer, as: UTF8.self))") }
        }
    }

    struct Answer: Sendable {
        var status: Int
        var headers: [(name: String, value: String)]
        var body: [UInt8]

        subscript(name: String) -> String? { headers.first { $0.name == name.lowercased() }?.value }
        var text: String { String(decoding: body, as: UTF8.self) }
        /// The members of a JSON object in the body.
        var json: [String: Any] { (try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]) ?? [:] }
    }

    /// The status line and header fields of the next response.
    func readHead() async throws -> Answer {
        let line = try await readLine().split(separator: " ")
        guard line.count >= 2, line[0] == "HTTP/1.1", let status = Int(line[1]) else { throw Failure(description: "not a status line: \(line)") }
        var headers: [(String, String)] = []
        while true {
            let line = try await readLine()
            if line.isEmpty { break }
            let parts = line.split(separator: ":", maxSplits: 1)
            headers.append((parts[0].lowercased(), parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""))
        }
        return Answer(status: status, headers: headers, body: [])
    }

    /// One piece of a chunked body; empty at the end.
    func readChunk() async throws -> [UInt8] {
        let line = try await readLine()
        guard let size = Int(line, radix: 16) else { throw Failure(description: "not a chunk size: \(line)") }
        let bytes = try await read(size)
        _ = try await readLine()
        return bytes
    }

    /// The next whole response. `isHead` for the answer to HEAD, which has no body.
    func readAnswer(isHead: Bool = false) async throws -> Answer {
        var answer = try await readHead()
        if isHead || answer.status == 204 || answer.status == 304 || answer.status < 200 { return answer }
        if answer["transfer-encoding"] == "chunked" {
            while case let chunk = try await readChunk(), !chunk.isEmpty { answer.body += chunk }
        } else if let length = answer["content-length"].flatMap(Int.init) {
            answer.body = try await read(length)
        } else {
            answer.body = try await readToEnd()
        }
        return answer
    }

    /// Sends a request and reads the answer.
    func ask(_ method: String, _ target: String, headers: [String] = [], body: [UInt8] = []) async throws -> Answer {
        var head = "\(method) \(target) HTTP/1.1\r\nHost: test\r\n" + headers.map { $0 + "\r\n" }.joined()
        if !body.isEmpty { head += "Content-Length: \(body.count)\r\n" }
        try await send(Array((head + "\r\n").utf8) + body)
        return try await readAnswer(isHead: method == "HEAD")
    }
}
