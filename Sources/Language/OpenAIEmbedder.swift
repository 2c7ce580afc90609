public import Base
public import Domain
public import HTTPClient

/// Vectors from `POST /v1/embeddings`, which llama.cpp, Ollama and OpenAI share.
public struct OpenAIEmbedder: Embedder {
    public let model: String
    private let url: String
    private let key: Secret?
    private let client: HTTPClient

    /// One request holds at most so many texts.
    private static let batch = 64

    /// - Parameter url: up to and without `/v1`, or with it.
    public init(url: String, model: String, key: Secret? = nil, client: HTTPClient) {
        self.url = OpenAIModel.base(url)
        self.model = model
        self.key = key
        self.client = client
    }

    /// Throws `Problem.unavailable` when the server cannot be reached or answers something else.
    public func embed(_ texts: [String]) async throws -> [[Float]] {
        var vectors: [[Float]] = []
        for start in stride(from: 0, to: texts.count, by: Self.batch) {
            vectors += try await embedBatch(Array(texts[start..<min(start + Self.batch, texts.count)]))
        }
        guard Set(vectors.map(\.count)).count <= 1 else { throw Problem.unreadable("embeddings") }
        return vectors
    }

    private func embedBatch(_ texts: [String]) async throws -> [[Float]] {
        let request = HTTPRequest(
            url + "/embeddings", method: "POST", headers: OpenAIModel.headers(key), body: [UInt8](try JSON.encode(Body(model: model, input: texts))),
            limits: .init(connect: .seconds(2), total: .seconds(120), idle: .seconds(60), bodyBytes: 64 << 20), isIdempotent: true)
        let response: HTTPResponse
        do {
            response = try await client.send(request)
        } catch let error as HTTPClientError {
            if error.code == .cancelled, Task.isCancelled { throw CancellationError() }
            throw Problem(.unavailable, "embeddings: \(error.message)")
        }
        guard response.isSuccess else {
            throw ModelStream(engine: "embeddings", client: client, unknownModel: "The embedding model \(model) is not there.").refusal(response.status)
        }
        guard let answer = response.body.decoded(Answer.self) else { throw Problem.unreadable("embeddings") }
        let vectors = answer.data.enumerated().sorted { ($0.element.index ?? $0.offset) < ($1.element.index ?? $1.offset) }.map(\.element.embedding)
        guard vectors.count == texts.count, vectors.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isFinite) }) else { throw Problem.unreadable("embeddings") }
        return vectors
    }

    private struct Body: Encodable {
        var model: String
        var input: [String]
    }
    private struct Answer: Decodable {
        struct Item: Decodable {
            var index: Int?
            var embedding: [Float]
        }
        var data: [Item]
    }
}
