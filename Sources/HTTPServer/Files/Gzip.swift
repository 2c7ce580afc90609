private import CZlib
import Dispatch

/// gzip (RFC 1952) of whole bodies.
enum Gzip {
    /// The shortest body that is worth it, and the longest one that is compressed on the spot: about a third of a millisecond.
    static let minimum = 1024, onTheSpot = 16 << 10
    private static let level: Int32 = 5

    /// `nil` when zlib fails or nothing is won.
    static func compress(_ bytes: [UInt8], level: Int32 = level) -> [UInt8]? {
        var stream = z_stream()
        // 15 bits of window, 16 more for the gzip wrapping.
        guard deflateInit2_(&stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return nil
        }
        defer { deflateEnd(&stream) }
        var isWhole = false
        var input = bytes
        let result = [UInt8](unsafeUninitializedCapacity: Int(deflateBound(&stream, UInt(bytes.count)))) { output, count in
            input.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
                count = isWhole ? Int(stream.total_out) : 0
            }
        }
        return isWhole && result.count < bytes.count ? result : nil
    }

    /// Whether a client takes gzip, from `Accept-Encoding` (RFC 9110, section 12.5.3).
    static func isAccepted(_ request: Request) -> Bool {
        var wildcard = false
        for item in request.headers.all(.acceptEncoding).flatMap({ $0.lowercased().split(separator: ",") }) {
            let parts = item.split(separator: ";").map { String($0).trimmed }
            guard let name = parts.first, name == "gzip" || name == "x-gzip" || name == "*" else { continue }
            let quality = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if name != "*" { return quality > 0 }
            wildcard = quality > 0
        }
        return wildcard
    }

    /// Whether a body of this type shrinks: text in the widest sense.
    static func isWorthIt(_ mediaType: String) -> Bool {
        let type = mediaType.prefix { $0 != ";" }.lowercased()
        if type == "text/event-stream" { return false }
        return type.hasPrefix("text/") || type.hasSuffix("json") || type.hasSuffix("xml") || type.hasSuffix("javascript") || type == "application/wasm"
            || type == "application/manifest+json" || type == "application/jsonl"
    }
}

/// Compresses text for clients that take gzip. Long bodies are compressed away from the event loop.
public struct Compression: Middleware {
    private let minimum: Int

    /// - Parameter minimum: the shortest body in bytes that is compressed.
    public init(minimum: Int = 1024) { self.minimum = minimum }

    public nonisolated(nonsending) func handle(_ request: Request, next: Handler) async throws -> Response {
        var response = try await next(request)
        guard let bytes = response.body.bytes, bytes.count >= minimum, response.headers[.contentEncoding] == nil, response.headers[.contentRange] == nil,
            let type = response.headers[.contentType], Gzip.isWorthIt(type)
        else { return response }
        response.headers.add(.vary, "Accept-Encoding")
        guard Gzip.isAccepted(request) else { return response }
        let compressed = bytes.count <= Gzip.onTheSpot ? Gzip.compress(bytes) : await BlockingQueues.shared.run(bytes.count) { Gzip.compress(bytes) }
        guard let compressed else { return response }
        response.body = .bytes(compressed)
        response.headers[.contentEncoding] = "gzip"
        if let tag = response.headers[.etag], !tag.hasPrefix("W/") { response.headers[.etag] = "W/" + tag }
        return response
    }
}

/// A few serial queues for what would hold up an event loop: the disk, long compression. What waits there is bounded by the connections.
struct BlockingQueues: Sendable {
    static let shared = BlockingQueues()
    private let queues = (0..<4).map { DispatchQueue(label: "http.blocking.\($0)", qos: .userInitiated) }

    /// Runs `body` on the queue that `key` falls to.
    nonisolated(nonsending) func run<T: Sendable>(_ key: Int, _ body: @escaping @Sendable () -> T) async -> T {
        await withCheckedContinuation { continuation in
            queues[Int(UInt(bitPattern: key) % 4)].async { continuation.resume(returning: body()) }
        }
    }
}
