import Base
import Domain
import Foundation
import HTTPClient
@testable import Language
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct OllamaModelTests {
    /// As the Ollama API document shows it.
    static let lines = """
        {"model":"llama3.2","created_at":"2023-08-04T08:52:19.385406455-07:00","message":{"role":"assistant","content":"The","images":null},"done":false}
        {"model":"llama3.2","created_at":"2023-08-04T08:52:19.5-07:00","message":{"role":"assistant","content":" sky é"},"done":false}
        {"model":"llama3.2","created_at":"2023-08-04T19:22:45.499127Z","message":{"role":"assistant","content":""},"done":true,"total_duration":4883583458,"load_duration":1334875,"prompt_eval_count":26,"prompt_eval_duration":342546000,"eval_count":282,"eval_duration":4535599000}

        """
    static let toolLines = """
        {"model":"llama3.2","created_at":"2025-07-07T20:22:19.184789Z","message":{"role":"assistant","content":"","tool_calls":[{"function":{"name":"get_weather","arguments":{"city":"Tokyo"}}}]},"done":false}
        {"model":"llama3.2","created_at":"2025-07-07T20:22:19.19314Z","message":{"role":"assistant","content":""},"done_reason":"stop","done":true,"total_duration":182242375,"prompt_eval_count":169,"eval_count":15}

        """

    func model(_ server: RawServer) throws -> OllamaModel { OllamaModel(url: server.url + "/", model: "llama3.2", client: try HTTPClient()) }

    @Test func anAnswerIsStreamed() async throws {
        let server = try RawServer { _ in RawServer.answer(headers: ["Content-Type: application/x-ndjson"], Self.lines) }
        let (answer, usage) = try await model(server).collect(
            ChatRequest(messages: [ChatMessage(.system, "s"), ChatMessage(.user, "é \"q\"")], maxTokens: 7, temperature: 0.5))
        #expect(answer.all == [.text("The"), .text(" sky é")])
        #expect(usage == ChatUsage(promptTokens: 26, answerTokens: 282))
        let request = try #require(server.requests.first)
        #expect(request.line == "POST /api/chat HTTP/1.1")
        #expect(
            try JSON.decode(JSONValue.self, from: Data(request.body)) == [
                "model": "llama3.2", "stream": true, "messages": [["role": "system", "content": "s"], ["role": "user", "content": "é \"q\""]],
                "options": ["num_predict": 7, "temperature": 0.5],
            ])
    }

    @Test func toolsAreCalled() async throws {
        let server = try RawServer { _ in RawServer.answer("200 OK", Self.toolLines) }
        var request = hello
        request.tools = [weather]
        let (answer, _) = try await model(server).collect(request)
        #expect(answer.all == [.toolCall(id: "call_1", name: "get_weather", arguments: ["city": "Tokyo"])])
        let body = try JSON.decode(JSONValue.self, from: Data(try #require(server.requests.first).body))
        #expect(body["tools"] == [["type": "function", "function": ["name": "get_weather", "description": "The weather", "parameters": weather.parameters]]])
    }

    @Test(arguments: [
        (RawServer.answer("404 Not Found", #"{"error":"model 'llama3.2' not found"}"#), "ollama pull llama3.2"),
        (RawServer.answer("500 Oops", #"{"error":"secret prompt"}"#), "status 500"),
        (RawServer.answer("200 OK", #"{"error":"secret prompt"}"# + "\n"), "failed in the middle"),
        (RawServer.answer("200 OK", "<html>hello</html>"), "not its protocol"),
        (RawServer.answer("200 OK", #"{"message":{"content":"The"},"done":false}"# + "\n"), "broke off"),
        ("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + #"{"message":{"content":"The"},"done":false}"# + "\n", "closed the connection"),
    ])
    func troublesSayWhatToDo(answer: String, expected: String) async throws {
        let server = try RawServer {
            _ = $0.readRequest(); $0.send(answer)
        }
        let model = try model(server)
        let problem = await #expect(throws: Problem.self) { try await model.collect(hello) }
        #expect(problem?.code == .unavailable)
        #expect(problem?.detail.contains(expected) == true, "\(problem?.detail ?? "")")
        #expect(problem?.detail.contains("secret prompt") == false)
    }

    @Test func cancellingStopsTheGeneration() async throws {
        let hungUp = Signal<Bool>(), began = Signal<Void>()
        let server = try RawServer { connection in
            _ = connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\n\r\n" + #"{"message":{"content":"The"},"done":false}"# + "\n")
            hungUp.set(connection.waitForHangUp())
        }
        let model = try model(server)
        let task = Task { try await model.answer(hello) { _ in began.set(()) } }
        await began.value
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(await hungUp.value)
    }

    @Test func piecesMakeNoDifference() throws {
        for text in [Self.lines, Self.toolLines] { #expect(try decoded(text, size: 1, OllamaDecoder()) == decoded(text, size: 10_000, OllamaDecoder())) }
    }
}

func decoded(_ text: String, size: Int, _ start: some ModelDecoder) throws -> [ModelEvent] {
    var decoder = start
    let bytes = Array(text.utf8)
    var events: [ModelEvent] = []
    for start in stride(from: 0, to: bytes.count, by: size) { events += try decoder.append(Array(bytes[start..<min(start + size, bytes.count)])) }
    return try events + decoder.finish()
}

@Suite(.timeLimit(.minutes(1))) struct OpenAIModelTests {
    static let stream = [
        #"{"id":"c","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}],"usage":null}"#,
        #"{"id":"c","choices":[{"index":0,"delta":{"content":"Bon"},"finish_reason":null}]}"#,
        #"{"id":"c","choices":[{"index":0,"delta":{"content":"jour é"},"finish_reason":null}]}"#,
        #"{"id":"c","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"#,
        #"{"id":"c","choices":[],"usage":{"prompt_tokens":9,"completion_tokens":12,"total_tokens":21}}"#, "[DONE]",
    ].map { "data: \($0)\n\n" }.joined()
    static let toolStream = [
        #"{"choices":[{"index":0,"delta":{"role":"assistant","content":null,"tool_calls":[{"index":0,"id":"call_a","type":"function","function":{"name":"get_weather","arguments":""}}]},"finish_reason":null}]}"#,
        #"{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\"ci"}}]}}]}"#,
        #"{"choices":[{"index":0,"delta":{"tool_calls":[{"index":1,"id":"call_b","function":{"name":"get_time","arguments":"{}"}}]}}]}"#,
        #"{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"ty\":\"Paris\"}"}}]}}]}"#,
        #"{"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}"#, "[DONE]",
    ].map { "data: \($0)\n\n" }.joined()

    func model(_ server: RawServer, key: Secret? = Secret("k")) throws -> OpenAIModel {
        OpenAIModel(url: server.url + "/v1/", model: "m", key: key, client: try HTTPClient())
    }

    @Test func anAnswerIsStreamed() async throws {
        let server = try RawServer { _ in RawServer.answer(headers: ["Content-Type: text/event-stream"], Self.stream) }
        let (answer, usage) = try await model(server).collect(hello)
        #expect(answer.all == [.text("Bon"), .text("jour é")])
        #expect(usage == ChatUsage(promptTokens: 9, answerTokens: 12))
        let request = try #require(server.requests.first)
        #expect(request.line == "POST /v1/chat/completions HTTP/1.1")
        #expect(request.headers["authorization"] == "Bearer k")
        let body = try JSON.decode(JSONValue.self, from: Data(request.body))
        #expect(body["stream_options"] == ["include_usage": true])
        #expect(body["max_tokens"] == 512)
    }

    @Test(arguments: [
        #"{"error":{"code":400,"message":"secret prompt","type":"exceed_context_size_error","n_prompt_tokens":5000,"n_ctx":4096}}"#,
        #"{"error":{"message":"secret prompt","type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}}"#,
    ])
    func aPromptThatIsTooLongIsNoFaultOfTheServer(body: String) async throws {
        let server = try RawServer { _ in RawServer.answer("400 Bad Request", body) }
        let problem = await #expect(throws: Problem.self) { try await model(server).collect(hello) }
        #expect(problem?.code == .tooLarge)
        #expect(problem?.detail.contains("secret prompt") == false)
    }

    @Test func toolCallsAreJoined() async throws {
        let server = try RawServer { _ in RawServer.answer("200 OK", Self.toolStream) }
        let (answer, _) = try await model(server).collect(hello)
        #expect(
            answer.all == [
                .toolCall(id: "call_a", name: "get_weather", arguments: ["city": "Paris"]), .toolCall(id: "call_b", name: "get_time", arguments: [:]),
            ])
    }

    @Test(arguments: [
        (RawServer.answer("401 No", #"{"error":{"message":"bad key sk-123"}}"#), "refused the key"), (RawServer.answer("404 No"), "does not know the model m"),
        (RawServer.answer("429 No"), "too much to do"), (RawServer.answer("200 OK", "data: {\"error\":{\"message\":\"x\"}}\n\n"), "failed in the middle"),
        (RawServer.answer("200 OK", "data: nonsense\n\n"), "not its protocol"),
        (RawServer.answer("200 OK", "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n"), "broke off"),
        (
            RawServer.answer(
                "200 OK",
                #"data: {"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"{"}}]},"finish_reason":"tool_calls"}]}"#
                    + "\n\n"), "not its protocol"
        ),
    ])
    func troublesSayWhatToDo(answer: String, expected: String) async throws {
        let server = try RawServer {
            _ = $0.readRequest(); $0.send(answer)
        }
        let model = try model(server)
        let problem = await #expect(throws: Problem.self) { try await model.collect(hello) }
        #expect(problem?.code == .unavailable)
        #expect(problem?.detail.contains(expected) == true, "\(problem?.detail ?? "")")
    }

    @Test func piecesMakeNoDifference() throws {
        for text in [Self.stream, Self.toolStream] {
            #expect(try decoded(text, size: 1, OpenAIDecoder(engine: "x")) == decoded(text, size: 10_000, OpenAIDecoder(engine: "x")))
        }
    }

    @Test func embeddingsKeepTheirOrder() async throws {
        let server = try RawServer { _ in RawServer.answer("200 OK", #"{"data":[{"index":1,"embedding":[0,1]},{"index":0,"embedding":[1,0.5]}]}"#) }
        let embedder = OpenAIEmbedder(url: server.url, model: "e", client: try HTTPClient())
        #expect(try await embedder.embed(["a", "b"]) == [[1, 0.5], [0, 1]])
        #expect(try await embedder.embed([]).isEmpty)
        let problem = await #expect(throws: Problem.self) { try await embedder.embed(["a"]) }  // Two vectors for one text.
        #expect(problem?.code == .unavailable)
        #expect(server.requests.allSatisfy { $0.line == "POST /v1/embeddings HTTP/1.1" })
    }
}
