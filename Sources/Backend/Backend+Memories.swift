import API
import Domain
import Foundation
import HTTPServer

extension Backend {
    /// Characters a memory may have.
    private static let textLimit = 10_000

    func addMemoryRoutes(to router: inout Router) {
        let store = parts.memories

        router.get("/memories") { request in
            let caller = try request.caller
            if let query = request.query["query"], !query.isEmpty {
                let found = try await parts.memory.recall(query, limit: request.limit(default: 10), for: caller)
                return try .json(PageBody(items: found.map { MemoryBody($0.fragment, score: $0.score, why: $0.why) }))
            }
            let page = try await store.fragments(limit: request.limit(), cursor: request.query["cursor"], for: caller)
            return try .json(PageBody(items: page.items.map { MemoryBody($0) }, nextCursor: page.next))
        }
        router.post("/memories") { request in
            let body: NewMemory = try request.decode()
            guard let kind = Fragment.Kind(rawValue: body.kind ?? "fact") else { throw Problem(.invalid, "kind must be episode, fact or promise") }
            let now = clock.now
            let fragment = Fragment(
                id: Fragment.ID(at: now), kind: kind, text: try Self.text(body.text), occurredAt: body.occurredAt ?? now, learnedAt: now, source: .api,
                importance: try Self.importance(body.importance) ?? 0.5, pinned: body.pinned ?? false)
            try await store.add(fragment, for: request.caller)
            return try .json(MemoryBody(fragment), status: .created)
        }
        router.get("/memories/{id}") { request in try .json(MemoryBody(try await fragment(request))) }
        router.patch("/memories/{id}") { request in
            let patch: MemoryPatch = try request.decode()
            var fragment = try await fragment(request)
            if let text = patch.text { fragment.text = try Self.text(text) }
            if let importance = try Self.importance(patch.importance) { fragment.importance = importance }
            if let pinned = patch.pinned { fragment.pinned = pinned }
            guard try await store.update(fragment, for: request.caller) else { throw Problem(.notFound, "there is no such memory") }
            return try .json(MemoryBody(fragment))
        }
        router.delete("/memories/{id}") { request in
            guard try await store.delete(try request.identifier(), for: request.caller) else { throw Problem(.notFound, "there is no such memory") }
            return Response(.noContent)
        }
    }

    private func fragment(_ request: Request) async throws -> Fragment {
        guard let fragment = try await parts.memories.fragment(try request.identifier(), for: request.caller) else {
            throw Problem(.notFound, "there is no such memory")
        }
        return fragment
    }

    private static func text(_ text: String) throws -> String {
        guard text.contains(where: { !$0.isWhitespace }) else { throw Problem(.invalid, "text is empty") }
        guard text.count <= textLimit else { throw Problem(.tooLarge, "text has \(text.count) characters, at most \(textLimit) are possible") }
        return text
    }

    private static func importance(_ value: Double?) throws -> Double? {
        guard let value else { return nil }
        guard (0...1).contains(value) else { throw Problem(.invalid, "importance must be between 0 and 1") }
        return value
    }
}
