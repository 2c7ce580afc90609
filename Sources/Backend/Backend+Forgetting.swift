import API
import Base
import Domain
import Foundation
import HTTPServer

extension Backend {
    func addForgettingRoutes(to router: inout Router) {
        let memory = parts.memory

        router.delete("/memories/{id}") { request in
            let id: Fragment.ID = try request.identifier()
            let gone =
                try request.flag("forever") ?? false
                ? try await memory.erase([id], for: request.caller)
                : try await memory.forget(.ids([id]), now: clock.now, for: request.caller).count
            guard gone > 0 else { throw Problem(.notFound, "there is no such memory, or it is not yours to forget") }
            return Response(.noContent)
        }
        router.post("/memories/forget") { request in
            let body: ForgetRequest = try request.decode()
            let selection = try Self.selection(body, of: request.caller)
            let fragments =
                body.dryRun ?? false
                ? try await memory.selected(selection, for: request.caller)
                : try await memory.forget(selection, now: clock.now, for: request.caller)
            return try .json(PageBody(items: fragments.map { MemoryBody($0) }))
        }
        router.post("/memories/restore") { request in
            let body = request.body.isEmpty ? RestoreRequest() : try request.decode()
            let fragments = try await memory.restore(try body.ids.map(Self.identifiers), now: clock.now, for: request.caller)
            return try .json(PageBody(items: fragments.map { MemoryBody($0) }))
        }
        router.get("/memories/bin") { request in
            let page = try await memory.binned(limit: request.limit(), cursor: request.query["cursor"], for: request.caller)
            return try .json(PageBody(items: page.items.map { MemoryBody($0) }, nextCursor: page.next))
        }
        router.put("/conversations/{id}/remembering") { request in
            let body: RememberingRequest = try request.decode()
            try await memory.setRemembering(body.remember, in: try request.identifier(), for: request.caller)
            return Response(.noContent)
        }
    }

    private static func selection(_ body: ForgetRequest, of caller: Principal) throws -> MemorySelection {
        let ways: [MemorySelection] = [
            try body.ids.map { .ids(try identifiers($0)) }, try body.query.map { .matching(try words($0)) },
            try MemoryLimits.span(from: body.from, until: body.until).map { .during($0) },
            body.conversationID.map { .conversation(Conversation.ID(named: $0, by: caller.user)) },
        ].compactMap(\.self)
        guard let way = ways.first, ways.count == 1 else {
            throw Problem(.invalid, "say in one way what to forget: ids, query, from and until, or conversation_id")
        }
        return way
    }

    /// Without a word everything would hold all of them.
    private static func words(_ query: String) throws -> String {
        guard query.contains(where: { $0.isLetter || $0.isNumber }) else { throw Problem(.invalid, "query has no word") }
        return query
    }

    private static func identifiers(_ texts: [String]) throws -> [Fragment.ID] {
        try texts.enumerated().map { index, text in
            guard let id = Fragment.ID(text) else { throw Problem(.invalid, "ids.\(index) is no identifier") }
            return id
        }
    }
}
