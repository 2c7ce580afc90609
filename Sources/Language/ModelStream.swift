import Base
import Domain
import Foundation
import HTTPClient
private import Synchronization

/// What a decoder finds in the bytes of an engine's answer.
enum ModelEvent: Sendable, Hashable {
    case delta(ChatDelta)
    case usage(ChatUsage)
    /// The engine said that the answer is complete.
    case end
}

/// Reads one engine's wire format: bytes in, events out, no I/O.
protocol ModelDecoder: Sendable {
    mutating func append(_ bytes: [UInt8]) throws -> [ModelEvent]
    /// The bytes have ended.
    mutating func finish() throws -> [ModelEvent]
}

/// The way of every engine's answer: send, check the status, decode, hand on, and say what is wrong in words that help.
struct ModelStream {
    /// As in ``ChatModel/name``.
    let engine: String
    let client: HTTPClient
    /// What to do when the server answers that it does not know the model.
    let unknownModel: String

    /// A model may read a long prompt before its first word.
    static let limits = HTTPRequest.Limits(connect: .seconds(2), total: nil, idle: .seconds(120), bodyBytes: 64 << 20)

    func run<Decoder: ModelDecoder>(
        _ request: HTTPRequest, decoder: Decoder, onDelta: @Sendable (ChatDelta) async throws -> Void
    ) async throws -> ChatUsage {
        let state = Mutex((decoder: decoder, status: 0, refusal: [UInt8](), usage: ChatUsage(), isComplete: false))
        let take: @Sendable ([ModelEvent]) -> [ChatDelta] = { events in
            state.withLock { state in
                events.compactMap { event in
                    switch event {
                    case .delta(let delta): return delta
                    case .usage(let usage): state.usage = usage
                    case .end: state.isComplete = true
                    }
                    return nil
                }
            }
        }
        do {
            try await client.stream(
                request, onHead: { head in state.withLock { $0.status = head.status } },
                onBody: { bytes in
                    let isAnswer = state.withLock { state in
                        if state.status != 200 { state.refusal += bytes.prefix(max(0, Self.refusalLimit - state.refusal.count)) }
                        return state.status == 200
                    }
                    guard isAnswer else { return }
                    for delta in take(try state.withLock { try $0.decoder.append(bytes) }) { try await onDelta(delta) }
                })
            let status = state.withLock { $0.status }
            guard status == 200 else { throw refusal(status, body: state.withLock { $0.refusal }) }
            for delta in take(try state.withLock { try $0.decoder.finish() }) { try await onDelta(delta) }
        } catch let error as HTTPClientError {
            if error.code == .cancelled, Task.isCancelled { throw CancellationError() }
            throw Problem(.unavailable, "\(engine): \(error.message)")
        }
        return try state.withLock { state in
            guard state.isComplete else {
                throw Problem(.unavailable, "\(engine) broke off in the middle of its answer. Ask again; if it happens often, look at its log.")
            }
            return state.usage
        }
    }

    /// Bytes of a refusal's body that are looked at.
    private static let refusalLimit = 16 << 10
    /// What OpenAI (as `code`) and llama.cpp (as `type`) call a prompt that is longer than the model's context.
    private static let tooLong: Set<JSONValue> = ["context_length_exceeded", "exceed_context_size_error"]

    /// - Parameter body: may repeat the prompt; nothing of it is handed on.
    func refusal(_ status: Int, body: [UInt8] = []) -> Problem {
        let error = body.decoded(JSONValue.self)?["error"]
        if [error?["code"], error?["type"]].contains(where: { $0.map(Self.tooLong.contains) ?? false }) {
            return Problem(.tooLarge, "this is longer than the language model can take in at once: say it in parts")
        }
        return switch status {
        case 401, 403: Problem(.unavailable, "\(engine) refused the key. Set the right one.")
        case 404: Problem(.unavailable, unknownModel)
        case 429: Problem(.unavailable, "\(engine) has too much to do, or the account's limit is reached. Try again later.")
        default: Problem(.unavailable, "\(engine) answered with status \(status). Its log says why.")
        }
    }
}

extension Problem {
    static func unreadable(_ engine: String) -> Problem {
        Problem(.unavailable, "\(engine) answered something that is not its protocol. Check that the address is right and its version recent.")
    }
}

extension [UInt8] {
    /// The bytes as JSON, decoded; `nil` when they are not.
    func decoded<T: Decodable>(_ type: T.Type = T.self) -> T? { try? JSON.decode(type, from: Data(self)) }
}

/// A tool as Ollama and OpenAI both want it described.
struct ToolWire: Encodable {
    struct Function: Encodable {
        var name: String
        var description: String
        var parameters: JSONValue
    }
    var type = "function"
    var function: Function

    init(_ tool: ToolDescription) { function = Function(name: tool.name, description: tool.summary, parameters: tool.parameters) }
}

struct MessageWire: Encodable {
    var role: String
    var content: String

    init(_ message: ChatMessage) {
        role = message.role.rawValue
        content = message.content
    }
}
