import API
import Domain
import HTTPServer

extension Backend {
    /// Messages shown of one conversation.
    private static let messageLimit = 1000

    func addConversationRoutes(to router: inout Router) {
        let store = parts.conversations

        router.get("/conversations") { request in
            let page = try await store.conversations(limit: request.limit(), cursor: request.query["cursor"], for: request.caller)
            return try .json(PageBody(items: page.items.map(ConversationSummary.init), nextCursor: page.next))
        }
        router.get("/conversations/{id}") { request in
            let id = try request.identifier(of: Conversation.self)
            guard let conversation = try await store.conversation(id, for: request.caller) else { throw Problem(.notFound, "there is no such conversation") }
            return try .json(ConversationDetail(conversation, try await store.recent(Self.messageLimit, in: id, for: request.caller)))
        }
        router.delete("/conversations/{id}") { request in
            guard try await store.delete(try request.identifier(), for: request.caller) else { throw Problem(.notFound, "there is no such conversation") }
            return Response(.noContent)
        }
    }
}
