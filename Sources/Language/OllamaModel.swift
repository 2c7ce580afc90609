import Base
public import Domain
public import HTTPClient

/// A model behind Ollama's own API: `POST /api/chat`, an answer in JSON lines (Ollama API, "Generate a chat completion").
public struct OllamaModel: ChatModel {
    public let name = "ollama"
    private let url: String
    private let model: String
    private let stream: ModelStream

    /// - Parameters:
    ///   - url: the server's, like `http://127.0.0.1:11434`.
    ///   - model: as `ollama list` shows it.
    public init(url: String, model: String, client: HTTPClient) {
        self.url = url.hasSuffix("/") ? String(url.dropLast()) : url
        self.model = model
        stream = ModelStream(engine: name, client: client, unknownModel: "Ollama does not have the model \(model). Run: ollama pull \(model)")
    }

    public func answer(_ request: ChatRequest, onDelta: @Sendable (ChatDelta) async throws -> Void) async throws -> ChatUsage {
        let body = Body(
            model: model, messages: request.messages.map(MessageWire.init), tools: request.tools.isEmpty ? nil : request.tools.map(ToolWire.init),
            options: .init(num_predict: request.maxTokens, temperature: request.temperature))
        // To ask twice does no harm, so a kept connection may be used.
        let http = HTTPRequest(
            url + "/api/chat", method: "POST", headers: ["Content-Type": "application/json"], body: [UInt8](try JSON.encode(body)), limits: ModelStream.limits,
            retry: .never, isIdempotent: true)
        return try await stream.run(http, decoder: OllamaDecoder(), onDelta: onDelta)
    }

    private struct Body: Encodable {
        struct Options: Encodable {
            var num_predict: Int
            var temperature: Double
        }
        var model: String
        var messages: [MessageWire]
        var tools: [ToolWire]?
        var options: Options
        var stream = true
    }
}

/// Ollama's JSON lines.
struct OllamaDecoder: ModelDecoder {
    private struct Line: Decodable {
        struct Message: Decodable {
            struct Call: Decodable {
                struct Function: Decodable {
                    var name: String
                    var arguments: JSONValue?
                }
                var id: String?
                var function: Function
            }
            var content: String?
            var tool_calls: [Call]?
        }
        var message: Message?
        var done: Bool?
        var error: String?
        var prompt_eval_count: Int?
        var eval_count: Int?
    }

    private var lines = LineSplitter()
    private var calls = 0

    mutating func append(_ bytes: [UInt8]) throws -> [ModelEvent] { try lines.append(bytes).flatMap { try read($0) } }

    mutating func finish() throws -> [ModelEvent] { try lines.finish().map { try read($0) } ?? [] }

    private mutating func read(_ bytes: [UInt8]) throws -> [ModelEvent] {
        if bytes.isEmpty { return [] }
        guard let line = bytes.decoded(Line.self) else { throw Problem.unreadable("ollama") }
        if line.error != nil { throw Problem(.unavailable, "Ollama failed in the middle of its answer. Its log says why.") }
        var events: [ModelEvent] = []
        if let text = line.message?.content, !text.isEmpty { events.append(.delta(.text(text))) }
        for call in line.message?.tool_calls ?? [] {
            calls += 1
            events.append(.delta(.toolCall(id: call.id ?? "call_\(calls)", name: call.function.name, arguments: call.function.arguments ?? [:])))
        }
        if line.done == true {
            events.append(.usage(ChatUsage(promptTokens: line.prompt_eval_count, answerTokens: line.eval_count)))
            events.append(.end)
        }
        return events
    }
}
