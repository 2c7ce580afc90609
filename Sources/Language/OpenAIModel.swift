public import Base
public import Domain
public import HTTPClient
private import Foundation

/// A model behind OpenAI's API or one like it: `POST /v1/chat/completions`, an answer in server-sent events.
public struct OpenAIModel: ChatModel {
    public let name: String
    private let url: String
    private let model: String?
    private let key: Secret?
    private let stream: ModelStream

    /// - Parameters:
    ///   - url: up to and without `/v1`, or with it.
    ///   - model: `nil` where the server has only one.
    ///   - key: sent as a bearer token.
    public init(name: String = "openai", url: String, model: String?, key: Secret? = nil, client: HTTPClient) {
        self.name = name
        self.url = Self.base(url)
        self.model = model
        self.key = key
        stream = ModelStream(
            engine: name, client: client,
            unknownModel: "\(name) does not know \(model.map { "the model \($0)" } ?? "this address"). Check the address and the model's name.")
    }

    static func base(_ url: String) -> String {
        let url = url.hasSuffix("/") ? String(url.dropLast()) : url
        return url.hasSuffix("/v1") ? url : url + "/v1"
    }

    static func headers(_ key: Secret?) -> HTTPHeaders {
        var headers: HTTPHeaders = ["Content-Type": "application/json"]
        if let key, !key.isEmpty { headers.add("Authorization", "Bearer \(key.reveal())") }
        return headers
    }

    public func answer(_ request: ChatRequest, onDelta: @Sendable (ChatDelta) async throws -> Void) async throws -> ChatUsage {
        let body = Body(
            model: model, messages: request.messages.map(MessageWire.init), tools: request.tools.isEmpty ? nil : request.tools.map(ToolWire.init),
            max_tokens: request.maxTokens, temperature: request.temperature)
        // To ask twice does no harm, so a kept connection may be used.
        let http = HTTPRequest(
            url + "/chat/completions", method: "POST", headers: Self.headers(key), body: [UInt8](try JSON.encode(body)), limits: ModelStream.limits,
            retry: .never,
            isIdempotent: true)
        return try await stream.run(http, decoder: OpenAIDecoder(engine: name), onDelta: onDelta)
    }

    private struct Body: Encodable {
        struct StreamOptions: Encodable { var include_usage = true }
        var model: String?
        var messages: [MessageWire]
        var tools: [ToolWire]?
        var max_tokens: Int
        var temperature: Double
        var stream = true
        var stream_options = StreamOptions()
    }
}

/// OpenAI's chunks. The arguments of a tool call come in pieces, several calls side by side: they are joined and handed out whole.
struct OpenAIDecoder: ModelDecoder {
    private struct Chunk: Decodable {
        struct Choice: Decodable {
            struct Delta: Decodable {
                struct Call: Decodable {
                    struct Function: Decodable {
                        var name: String?
                        var arguments: String?
                    }
                    var index: Int?
                    var id: String?
                    var function: Function?
                }
                var content: String?
                var tool_calls: [Call]?
            }
            var delta: Delta?
            var finish_reason: String?
        }
        struct Usage: Decodable {
            var prompt_tokens: Int?
            var completion_tokens: Int?
        }
        struct Failure: Decodable {}
        var choices: [Choice]?
        var usage: Usage?
        var error: Failure?
    }

    private struct Call {
        var id = ""
        var name = ""
        var arguments = ""
    }

    /// More of it in one answer is no honest answer.
    private static let mostCalls = 64, longestArguments = 1 << 20

    let engine: String
    private var events = EventStreamParser()
    private var calls: [Int: Call] = [:]

    init(engine: String) { self.engine = engine }

    mutating func append(_ bytes: [UInt8]) throws -> [ModelEvent] { try events.append(bytes).flatMap { try read($0.data) } }

    mutating func finish() throws -> [ModelEvent] { try flush() }

    private mutating func read(_ data: String) throws -> [ModelEvent] {
        if data == "[DONE]" { return try flush() + [.end] }
        guard let chunk = Array(data.utf8).decoded(Chunk.self) else { throw Problem.unreadable(engine) }
        if chunk.error != nil { throw Problem(.unavailable, "\(engine) failed in the middle of its answer. Its log says why.") }
        var result: [ModelEvent] = []
        if let choice = chunk.choices?.first {
            if let text = choice.delta?.content, !text.isEmpty { result.append(.delta(.text(text))) }
            for piece in choice.delta?.tool_calls ?? [] { try join(piece) }
            if choice.finish_reason != nil { result += try flush() + [.end] }
        }
        if let usage = chunk.usage { result.append(.usage(ChatUsage(promptTokens: usage.prompt_tokens, answerTokens: usage.completion_tokens))) }
        return result
    }

    private mutating func join(_ piece: Chunk.Choice.Delta.Call) throws {
        // Some servers number nothing and send each call whole.
        let index = piece.index ?? (piece.id == nil ? max(0, calls.count - 1) : calls.count)
        var call = calls[index] ?? Call()
        if let id = piece.id { call.id = id }
        call.name += piece.function?.name ?? ""
        call.arguments += piece.function?.arguments ?? ""
        calls[index] = call
        guard calls.count <= Self.mostCalls, call.arguments.utf8.count <= Self.longestArguments else { throw Problem.unreadable(engine) }
    }

    /// The calls collected so far, in their order.
    private mutating func flush() throws -> [ModelEvent] {
        defer { calls = [:] }
        return try calls.sorted { $0.key < $1.key }.map { index, call in
            let text = call.arguments.trimmingCharacters(in: .whitespacesAndNewlines)
            guard let arguments = text.isEmpty ? [:] : Array(text.utf8).decoded(JSONValue.self) else { throw Problem.unreadable(engine) }
            return .delta(.toolCall(id: call.id.isEmpty ? "call_\(index + 1)" : call.id, name: call.name, arguments: arguments))
        }
    }
}
