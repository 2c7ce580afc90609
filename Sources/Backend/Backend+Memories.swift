import API
import Base
import Domain
import Foundation
import HTTPServer

extension Backend {
    func addMemoryRoutes(to router: inout Router) {
        let memory = parts.memory

        router.get("/memories") { request in
            if let query = request.query["query"], !query.isEmpty {
                let found = try await memory.recall(try recallQuery(query, request), for: request.caller)
                return try .json(PageBody(items: found.map { MemoryBody($0) }))
            }
            let page = try await memory.list(
                try Self.filter(request), limit: request.limit(), cursor: request.query["cursor"], for: request.caller)
            return try .json(PageBody(items: page.items.map { MemoryBody($0) }, nextCursor: page.next))
        }
        router.post("/memories") { request in
            let note = try note(request.decode(), of: request.caller)
            return try .json(MemoryBody(try await memory.remember(note, for: request.caller)), status: .created)
        }
        router.get("/memories/{id}") { request in
            try .json(MemoryBody(try await memory.fragment(try request.identifier(), for: request.caller)))
        }
        router.get("/memories/{id}/why") { request in
            try .json(ProvenanceBody(try await memory.explain(try request.identifier(), for: request.caller)))
        }
        router.patch("/memories/{id}") { request in
            let patch: MemoryPatch = try request.decode()
            let edit = MemoryEdit(
                text: try patch.text.map(MemoryLimits.text), importance: try patch.importance.map { try MemoryLimits.share($0, "importance") },
                pinned: patch.pinned, isShared: patch.shared)
            return try .json(MemoryBody(try await memory.edit(try request.identifier(), edit, for: request.caller)))
        }
        router.get("/memories/facts") { request in
            let facts = try await memory.facts(
                about: request.query["about"] ?? Fact.me, includingHistory: try request.flag("history") ?? false, for: request.caller)
            return try .json(PageBody(items: facts.map { MemoryBody($0) }))
        }
        router.get("/memories/quality") { request in
            try .json(MemoryQualityBody(try await memory.quality(now: clock.now, for: request.caller)))
        }
    }

    /// Memories that a search finds at most.
    private static let mostFound = 100

    /// Looking through one's memories is no remembering: it strengthens nothing, as a GET changes nothing.
    private func recallQuery(_ text: String, _ request: Request) throws -> RecallQuery {
        let filter = try Self.filter(request)
        guard !filter.onlyPinned, !filter.onlyShared else { throw Problem(.invalid, "pinned and shared narrow down lists: leave them out beside query") }
        return RecallQuery(
            text, limit: try request.limit(default: 10, most: Self.mostFound), kinds: filter.kinds, conversation: filter.conversation,
            during: filter.during, strengthens: false, now: clock.now, timeZone: options.timeZone)
    }

    private func note(_ body: NewMemory, of caller: Principal) throws -> MemoryNote {
        MemoryNote(
            try MemoryLimits.text(body.text), kind: try body.kind.map(MemoryLimits.kind) ?? .fact, language: try Self.language(body.language),
            occurredAt: body.occurredAt, source: .api, speaker: try body.speaker.map { try MemoryLimits.name($0, "speaker") },
            conversation: try body.conversationID.map { Conversation.ID(named: try MemoryLimits.name($0, "conversation_id"), by: caller.user) },
            importance: try body.importance.map { try MemoryLimits.share($0, "importance") }, pinned: body.pinned ?? false, isShared: body.shared ?? false,
            now: clock.now, timeZone: options.timeZone)
    }

    /// What `kind`, `from`, `until`, `conversation_id`, `pinned` and `shared` of a query ask for.
    static func filter(_ request: Request) throws -> FragmentFilter {
        var filter = FragmentFilter()
        if let kinds = request.query["kind"] { filter.kinds = Set(try kinds.split(separator: ",").map { try MemoryLimits.kind(String($0)) }) }
        filter.during = try MemoryLimits.span(from: request.date("from"), until: request.date("until"))
        filter.conversation = try request.query["conversation_id"].map { Conversation.ID(named: $0, by: try request.caller.user) }
        filter.onlyPinned = try request.flag("pinned") ?? false
        filter.onlyShared = try request.flag("shared") ?? false
        return filter
    }
}

extension Request {
    /// `?name=true`; `nil` without it.
    func flag(_ name: String) throws -> Bool? {
        guard let text = query[name] else { return nil }
        guard let value = Bool(text) else { throw Problem(.invalid, "\(name) must be true or false") }
        return value
    }

    /// `?name=2026-01-31T09:00:00Z`
    func date(_ name: String) throws -> Date? {
        guard let text = query[name] else { return nil }
        guard let date = Timestamp.parse(text) else { throw Problem(.invalid, "\(name) must be a date (RFC 3339, like 2026-01-31T09:00:00Z)") }
        return date
    }
}
