private import Glibc
private import Synchronization

/// Serves the files under one folder: conditional requests, ranges, gzip. Names that begin with a dot, and whatever a symbolic link would lead
/// to outside of the folder, do not exist.
///
///     let app = StaticFiles(folder: "web/dist", fallsBackToIndex: true)
///     router.fallback { try await app.respond(to: $0) }
public final class StaticFiles: Sendable {
    private let folder: String
    private let fallsBackToIndex: Bool
    private let cacheControl: @Sendable (_ path: String) -> String

    private struct Cache {
        var compressed: [String: [UInt8]] = [:]
        var bytes = 0
    }
    private let cache = Mutex(Cache())

    /// Files up to this size are read at once, longer ones leave through `sendfile`.
    private static let readAtOnce = 64 << 10
    /// Text up to this size is compressed, when there is no `.gz` beside it; so much of it is kept.
    private static let compressed = 2 << 20, kept = 16 << 20

    /// - Parameters:
    ///   - folder: relative or absolute; need not exist yet.
    ///   - fallsBackToIndex: a path that looks like a page (no dot in its last part) and does not exist gives `index.html`: for single-page apps.
    ///   - cacheControl: what to say about a path, like `public, max-age=31536000, immutable` for names that hold a hash.
    public init(folder: String, fallsBackToIndex: Bool = false, cacheControl: @escaping @Sendable (_ path: String) -> String = { _ in "no-cache" }) {
        self.folder = folder
        self.fallsBackToIndex = fallsBackToIndex
        self.cacheControl = cacheControl
    }

    /// What was found on the disk, with what is needed of it.
    private struct Found: Sendable {
        var name: String
        var file: OpenFile
        var isCompressed: Bool
        /// The bytes to send, when they are few.
        var bytes: [UInt8]?
    }

    /// - Parameter path: below the folder; the request's own path when `nil`.
    /// - Throws: `HTTPError` 404.
    public nonisolated(nonsending) func respond(to request: Request, path: String? = nil) async throws -> Response {
        let path = path ?? request.path
        let takesGzip = Gzip.isAccepted(request) && request.headers[.range] == nil
        guard let name = Self.name(path), let found = await BlockingQueues.shared.run(name.hashValue, { self.find(name, takesGzip: takesGzip) }) else {
            throw HTTPError(.notFound, detail: "There is no such file.")
        }
        return response(to: request, found)
    }

    private func response(to request: Request, _ found: Found) -> Response {
        let type = MediaType.of(found.name), modified = found.file.modified
        let tag = "\"\(found.file.tag)\(found.isCompressed ? "-gz" : "")\""
        var response = Response(headers: [
            .contentType: type, .etag: tag, .lastModified: HTTPDate.format(max(0, modified)), .cacheControl: cacheControl(found.name),
            "X-Content-Type-Options": "nosniff",
        ])
        if Gzip.isWorthIt(type) { response.headers.add(.vary, "Accept-Encoding") }
        if Conditions.isNotModified(request, tag: tag, modified: modified) {
            response.status = .notModified
            return response
        }
        if found.isCompressed {
            response.headers[.contentEncoding] = "gzip"
            response.body = body(found, 0..<(found.bytes?.count ?? found.file.size))
            return response
        }
        let size = found.file.size
        response.headers[.acceptRanges] = "bytes"
        switch Conditions.range(request, size: size, tag: tag, modified: modified) {
        case .whole: response.body = body(found, 0..<size)
        case .part(let range):
            response.status = .partialContent
            response.headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"
            response.body = body(found, range)
        case .unsatisfiable:
            return HTTPError(.rangeNotSatisfiable, detail: "The file has \(size) bytes.", headers: [.contentRange: "bytes */\(size)"])
                .response(instance: request.path, requestID: request.id)
        }
        return response
    }

    private func body(_ found: Found, _ range: Range<Int>) -> Response.Body {
        if let bytes = found.bytes { return .bytes(range == 0..<bytes.count ? bytes : Array(bytes[range])) }
        return Response.Body(kind: .file(found.file, offset: range.lowerBound, length: range.count))
    }

    /// The path below the folder; `nil` for one that must not be looked for.
    private static func name(_ path: String) -> String? {
        let parts = path.split(separator: "/")
        for part in parts where part.hasPrefix(".") || part.contains(where: { $0 == "\\" || $0 == "\0" }) { return nil }
        return parts.isEmpty || path.hasSuffix("/") ? (parts + ["index.html"]).joined(separator: "/") : parts.joined(separator: "/")
    }

    // MARK: On a blocking queue

    private func find(_ name: String, takesGzip: Bool) -> Found? {
        guard let root = Self.resolve(folder) else { return nil }
        if let found = open(name, root: root, takesGzip: takesGzip) { return found }
        let isPage = !(name.split(separator: "/").last ?? "").contains(".") || name.hasSuffix("/index.html")
        return fallsBackToIndex && isPage ? open("index.html", root: root, takesGzip: takesGzip) : nil
    }

    private func open(_ name: String, root: String, takesGzip: Bool) -> Found? {
        guard let path = Self.resolve(root + "/" + name), path.hasPrefix(root + "/"), let file = OpenFile(path) else { return nil }
        var found = Found(name: name, file: file, isCompressed: false, bytes: nil)
        if takesGzip, Gzip.isWorthIt(MediaType.of(name)), let compressed = compress(found, path: path) { return compressed }
        if file.size <= Self.readAtOnce {
            guard let bytes = file.readAll() else { return nil }
            found.bytes = bytes
        }
        return found
    }

    /// The compressed form: a `.gz` beside the file that is not older, or made here and kept.
    private func compress(_ found: Found, path: String) -> Found? {
        if Self.resolve(path + ".gz") == path + ".gz", let ready = OpenFile(path + ".gz"), ready.modified >= found.file.modified {
            return Found(name: found.name, file: ready, isCompressed: true, bytes: ready.size <= Self.readAtOnce ? ready.readAll() : nil)
        }
        guard (Gzip.minimum...Self.compressed).contains(found.file.size) else { return nil }
        let key = found.file.tag + " " + path
        var bytes = cache.withLock { $0.compressed[key] }
        if bytes == nil, let made = found.file.readAll().flatMap({ Gzip.compress($0) }) {
            bytes = made
            cache.withLock { cache in
                if cache.bytes + made.count > Self.kept { cache = Cache() }
                if cache.compressed.updateValue(made, forKey: key) == nil { cache.bytes += made.count }
            }
        }
        return bytes.map { Found(name: found.name, file: found.file, isCompressed: true, bytes: $0) }
    }

    /// The path without symbolic links.
    private static func resolve(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
