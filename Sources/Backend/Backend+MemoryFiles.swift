import API
import Base
import Domain
import Foundation
import HTTPServer

extension Backend {
    /// Bytes of a file that is imported.
    private static let fileLimit = 64 << 20
    /// Memories that an export reads at once.
    private static let pageSize = 500

    func addMemoryFileRoutes(to router: inout Router) {
        let memory = parts.memory

        router.get("/memories/export") { request in
            let caller = try request.caller
            var filter = try Self.filter(request)
            filter.oldestFirst = true
            // What cannot be read at all is an answer of its own, not a file that breaks off.
            let (wanted, first) = (filter, try await memory.list(filter, limit: Self.pageSize, cursor: nil, for: caller))
            parts.trail.record(AuditEvent(.export, .done, by: caller, from: request.place.address, target: "memories"))
            let headers: ResponseHeaders = [
                .contentType: "application/x-ndjson", .cacheControl: "no-store", "Content-Disposition": "attachment; filename=\"memories.jsonl\"",
            ]
            return Response(
                headers: headers,
                body: .stream { file in
                    var page = first
                    while true {
                        try await file.write(try await Self.lines(page.items))
                        guard let next = page.next else { return }
                        page = try await memory.list(wanted, limit: Self.pageSize, cursor: next, for: caller)
                    }
                })
        }
        router.post("/memories/import", maximumBody: Self.fileLimit) { request in
            let (caller, body, now) = (try request.caller, request.body, clock.now)
            let fragments = try await Self.offTheLoop { try MemoryFile.fragments(of: body, for: caller, now: now) }
            let added = try await memory.importing(fragments, for: caller)
            parts.trail.record(AuditEvent(.memoryImport, .done, by: caller, from: request.place.address, target: "\(added)"))
            return try .json(ImportResult(read: fragments.count, added: added))
        }
    }

    private static func lines(_ fragments: [Fragment]) async throws -> [UInt8] {
        try await offTheLoop {
            try fragments.reduce(into: []) { bytes, fragment in
                bytes += try JSON.encode(MemoryBody(fragment))
                bytes.append(UInt8(ascii: "\n"))
            }
        }
    }

    /// Work that would keep the connections of a loop waiting.
    static func offTheLoop<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async rethrows -> T {
        try await withTaskExecutorPreference(globalConcurrentExecutor) { try work() }
    }
}
