import API
import Base
import Domain
import Foundation
import HTTPServer
import Speech
import Synchronization

extension Backend {
    func addChatRoutes(to router: inout Router) {
        router.post("/chat") { request in
            let caller = try request.caller
            let turn = try turn(request.decode(), of: caller)
            let audio = Mutex<AudioChunk?>(nil)
            let result = try await parts.assistant.turn(turn) { event in
                if case .audio(_, let chunk) = event { audio.withLock { $0.append(chunk) } }
            }
            return try .json(
                ChatResponse(
                    response: result.response, timestamp: result.trace.startedAt, userID: caller.user.description,
                    conversationID: result.conversation.description, traceID: result.trace.id.description,
                    audio: audio.withLock { $0 }.map { Data(WAV.file($0)) }))
        }
        router.post("/chat/stream") { request in
            let turn = try turn(request.decode(), of: request.caller)
            return .events { events in
                @Sendable func send(_ event: API.ReplyEvent) async throws {
                    try await events.send(data: String(decoding: try JSON.encode(event), as: UTF8.self))
                }
                do {
                    try await parts.assistant.turn(turn) { try await send(API.ReplyEvent($0, inlineAudio: true)) }
                } catch let error where !(error is CancellationError) {
                    log.report(error, of: request)
                    try await send(.error(Problems.details(for: error, instance: request.path, requestID: request.id)))
                }
            }
        }
        router.get("/traces/{id}") { request in
            guard let trace = try await parts.conversations.trace(try request.identifier(), for: request.caller) else {
                throw Problem(.notFound, "there is no such trace")
            }
            return try .json(TraceBody(trace))
        }
    }

    /// The turn that a body of `/chat` asks for.
    func turn(_ body: API.ChatRequest, of caller: Principal) throws -> TurnRequest {
        var conversation: Conversation.ID?
        if let text = body.conversationID {
            guard let id = Conversation.ID(text) else { throw Problem(.invalid, "conversation_id is no identifier: leave it out to begin a new conversation") }
            conversation = id
        }
        return TurnRequest(
            text: body.message, language: try Self.language(body.language), conversation: conversation, speak: body.speak ?? false, principal: caller,
            timeZone: options.timeZone)
    }
}
