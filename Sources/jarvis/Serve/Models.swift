import Base
import Configuration
import Domain
import Foundation
import HTTPClient
import Language
import Lifecycle
import Observability
import Synchronization

/// The language models of the configuration, in the order in which they are asked: the own child, an OpenAI-compatible server, Ollama.
struct Models {
    let router: any ChatModel
    /// `nil` when none is configured.
    let embedder: (any Embedder)?
    let services: [any Service]
    private let child: LlamaServer?
    /// Where a server that has models is expected, and when it was last looked for.
    private let server: Reachability

    init(_ configuration: Configuration, instruments: Instruments, clock: any WallClock, log: Logger) throws {
        let client = try HTTPClient(clock: clock)
        var models: [any ChatModel] = []
        if let path = configuration.llmModel {
            let child = try Self.child(path, .chat, setting: "JARVIS_LLM_MODEL", configuration, client: client, clock: clock, log: log)
            models.append(child)
            self.child = child
        } else {
            child = nil
        }
        if let url = configuration.openAIURL {
            models.append(OpenAIModel(url: url.absoluteString, model: configuration.openAIModel, key: configuration.openAIKey, client: client))
        }
        models.append(OllamaModel(url: configuration.ollamaURL.absoluteString, model: configuration.ollamaModel, client: client))
        router = TunedModel(
            model: ModelRouter(models, clock: clock), maxTokens: configuration.llmMaxTokens, temperature: configuration.llmTemperature, instruments: instruments
        )
        var services: [any Service] = child.map { [$0] } ?? []
        if let path = configuration.embeddingModel {
            let child = try Self.child(path, .embeddings, setting: "JARVIS_EMBEDDING_MODEL", configuration, client: client, clock: clock, log: log)
            services.append(child)
            embedder = child
        } else {
            embedder = configuration.embeddingURL.map {
                OpenAIEmbedder(url: $0.absoluteString, model: configuration.embeddingName, key: configuration.openAIKey, client: client)
            }
        }
        self.services = services
        // A client of its own: looking in vain must not open the circuit that a question goes through.
        server = Reachability(url: (configuration.openAIURL ?? configuration.ollamaURL).absoluteString, client: try HTTPClient(clock: clock))
    }

    private static func child(
        _ model: String, _ kind: LlamaServer.Kind, setting: String, _ configuration: Configuration, client: HTTPClient, clock: any WallClock, log: Logger
    ) throws -> LlamaServer {
        guard let script = Installation.find("llama_server.py", orInCheckout: "scripts/llama_server.py") else {
            throw StartError("\(setting) is set, but llama_server.py is not beside the program: install Jarvis again, or leave \(setting) out")
        }
        guard let python = configuration.llmPython ?? Installation.find("venv/bin/python", orInCheckout: ".jarvis/venv/bin/python") else {
            throw StartError("\(setting) is set, but there is no Python with xllamacpp: run scripts/setup run, or set JARVIS_LLM_PYTHON")
        }
        // A sentence is short: the window of an embedding model is its own.
        return LlamaServer(
            settings: LlamaServer.Settings(
                python: python, script: script, model: model, kind: kind, context: kind == .chat ? configuration.llmContext : 512,
                threads: kind == .chat ? configuration.llmThreads : 1),
            client: client, clock: clock, log: log)
    }

    /// For `/health`: `off` where no model can be reached, which is a choice and not a failure.
    func state() async -> String {
        if let child { return child.state.word }
        return await server.isUp() ? "up" : "off"
    }
}

/// Whether something answers at an address, looked up four times a minute at most.
private final class Reachability: Sendable {
    private static let memory: Duration = .seconds(15)
    private static let patience: Duration = .milliseconds(500)

    private let url: String
    private let client: HTTPClient
    private let last = Mutex<(isUp: Bool, until: ContinuousClock.Instant)?>(nil)

    init(url: String, client: HTTPClient) {
        self.url = url
        self.client = client
    }

    func isUp() async -> Bool {
        let now = ContinuousClock.now
        if let last = last.withLock({ $0 }), last.until > now { return last.isUp }
        let request = HTTPRequest(url, limits: HTTPRequest.Limits(connect: Self.patience, total: Self.patience), retry: .never)
        // Any answer will do: it is the server that is looked for, not the page.
        let isUp = (try? await client.send(request)) != nil
        last.withLock { $0 = (isUp, now + Self.memory) }
        return isUp
    }
}

/// Fills in what the configuration says about length and temperature, and counts tokens.
private struct TunedModel: ChatModel {
    let model: ModelRouter
    let maxTokens: Int
    let temperature: Double
    let instruments: Instruments

    var name: String { model.name }

    func answer(_ request: ChatRequest, onDelta: @Sendable (ChatDelta) async throws -> Void) async throws -> ChatUsage {
        var request = request
        request.maxTokens = maxTokens
        request.temperature = temperature
        let usage = try await model.answer(request, onDelta: onDelta)
        if let count = usage.promptTokens { instruments.llmTokens[model.name, "prompt"].increment(by: count) }
        if let count = usage.answerTokens { instruments.llmTokens[model.name, "answer"].increment(by: count) }
        return usage
    }
}
