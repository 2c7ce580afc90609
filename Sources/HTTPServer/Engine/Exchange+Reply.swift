private import CMicroHTTPD
import Observability

/// Responses as libmicrohttpd takes them.
extension Exchange {
    func makeReply(_ body: Response.Body) -> OpaquePointer? {
        switch body.kind {
        case .bytes(let bytes) where bytes.count <= Self.copiedBytes:
            responseBytes = bytes.count
            return bytes.withUnsafeBytes {
                MHD_create_response_from_buffer($0.count, UnsafeMutableRawPointer(mutating: $0.baseAddress), .RESPMEM_MUST_COPY)
            }
        case .bytes(let bytes):
            responseBytes = bytes.count
            return MHD_create_response_from_callback(
                UInt64(bytes.count), Self.blockBytes,
                { context, position, space, count in
                    guard let context, let space else { return -2 }
                    let bytes = Unmanaged<HeldBytes>.fromOpaque(context).takeUnretainedValue().bytes
                    let part = bytes.dropFirst(Int(position)).prefix(count)
                    part.withUnsafeBytes { UnsafeMutableRawBufferPointer(start: space, count: count).copyMemory(from: $0) }
                    return part.isEmpty ? -1 : part.count
                }, Unmanaged.passRetained(HeldBytes(bytes)).toOpaque(), { if let context = $0 { Unmanaged<HeldBytes>.fromOpaque(context).release() } })
        case .stream(nil, _) where head?.method == .head:
            // The library would end the missing body with a last chunk.
            return MHD_create_response_from_buffer(0, nil, .RESPMEM_PERSISTENT)
        case .stream(let length, let write):
            return streamReply(length: length, write)
        case .file(let file, let offset, let length):
            responseBytes = length
            let descriptor = dup(file.descriptor)
            guard descriptor >= 0 else { return nil }
            return MHD_create_response_from_fd_at_offset64(UInt64(length), descriptor, UInt64(offset))
        case .webSocket:
            return nil
        }
    }

    private static let copiedBytes = 16 << 10
    private static let blockBytes = 16 << 10

    private final class HeldBytes {
        let bytes: [UInt8]
        init(_ bytes: [UInt8]) { self.bytes = bytes }
    }

    private func streamReply(length: Int?, _ write: @escaping @Sendable (BodyWriter) async throws -> Void) -> OpaquePointer? {
        let writer = BodyWriter { [weak self] in self?.wake() }
        self.writer = writer
        let reply = MHD_create_response_from_callback(
            length.map(UInt64.init) ?? UInt64.max, Self.blockBytes,
            { context, _, space, count in
                guard let context, let space else { return -2 }
                let exchange = Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
                return exchange.read(into: UnsafeMutableRawBufferPointer(start: space, count: count))
            }, Unmanaged.passRetained(self).toOpaque(), { if let context = $0 { Unmanaged<Exchange>.fromOpaque(context).release() } })
        guard head?.method != .head else { return reply }
        connection.watch()
        let log = worker.log, id = head?.id
        // The exchange owns this task: it is cancelled when the client leaves and when the exchange ends.
        task = Task.immediate(executorPreference: worker.loop.executor) {
            do {
                try await write(writer)
                writer.finish()
            } catch {
                if !(error is CancellationError) { log.error("a streamed body broke off", ["request_id": id?.description ?? "-", "error": "\(error)"]) }
                writer.fail()
            }
        }
        return reply
    }

    /// Gives libmicrohttpd the next bytes of a stream: their number, 0 after suspending, -1 at the end, -2 when it broke off.
    private func read(into space: UnsafeMutableRawBufferPointer) -> Int {
        guard let writer else { return -2 }
        switch writer.read(into: space) {
        case .bytes(let count): return count
        case .finished: return -1
        case .failed: return -2
        case .empty:
            suspend()
            return 0
        }
    }

    /// There is something to send; from any thread.
    private func wake() {
        if worker.loop.executor.isOnLoop { resume() } else { worker.loop.executor.post { self.resume() } }
    }

    func addHeaders(_ headers: ResponseHeaders, to reply: OpaquePointer) {
        for (name, value) in headers {
            let isAdded =
                ResponseHeaders.isValid(name, value)
                && name.text.withCString { name in value.withCString { MHD_add_response_header(reply, name, $0) } } == .YES
            if !isAdded { worker.log.warning("a response header was left out: not allowed here, or a control character in it", ["name": name.key]) }
        }
        worker.security.forEach(missingIn: headers, isSecure: head?.isSecure ?? connection.isSecure) { _ = MHD_add_response_header(reply, $0, $1) }
        if worker.configuration.sendsRequestID, let head {
            withUnsafeTemporaryAllocation(byteCount: 33, alignment: 1) { text in
                head.id.write(to: text)
                text[32] = 0
                _ = MHD_add_response_header(reply, "X-Request-Id", text.baseAddress?.assumingMemoryBound(to: CChar.self))
            }
        }
        if worker.isDraining, status != .switchingProtocols { MHD_add_response_header(reply, "Connection", "close") }
    }
}
