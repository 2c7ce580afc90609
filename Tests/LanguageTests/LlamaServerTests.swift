import Base
import Domain
import Foundation
import HTTPClient
import Language
import Lifecycle
import Observability
import TestSupport
import Testing

/// The real llama.cpp child, on a model made for the test that says exactly what it is told.
@Suite(
    .enabled(if: Peers.hasLlama, "needs .jarvis/venv with scripts/requirements-llm.txt, and the shared fixtures beside the checkout"), .timeLimit(.minutes(2)),
    .serialized)
struct LlamaServerTests {
    let folder: TemporaryFolder
    init() throws { folder = try Paths.temporaryFolder() }

    /// Makes a model: a sentence in pieces, or (`nil`) gibberish that fills its whole window and takes seconds for it.
    func tinyModel(saying pieces: String?) async throws -> String {
        let path = folder.file("tiny.gguf")
        let script = try #require(Paths.shared("fixtures/llm/make_tiny_gguf.py"))
        let child = try await ChildProcess.launch(
            .init(
                executable: Peers.python,
                arguments: [script.path, path] + (pieces.map { ["--say", $0] } ?? ["--random", "--seed", "2", "--dim", "256", "--layers", "3"])), log: .silent)
        try #require(await child.waitForExit() == .code(0))
        return path
    }

    func settings(_ model: String, _ kind: LlamaServer.Kind = .chat) -> LlamaServer.Settings {
        .init(
            python: Peers.python, script: Paths.root.appending(path: "scripts/llama_server.py").path, model: model, kind: kind, context: 4096, threads: 1,
            patience: .seconds(60))
    }

    func running(_ settings: LlamaServer.Settings, _ body: (LlamaServer) async throws -> Void) async throws {
        let server = LlamaServer(settings: settings, client: try HTTPClient(), policy: .init(first: .milliseconds(10)), log: .silent)
        let shutdown = Shutdown()
        async let run: Void = server.run(until: shutdown)
        let result: Result<Void, any Error>
        do { result = .success(try await body(server)) } catch { result = .failure(error) }
        shutdown.request()
        try await run
        #expect(server.pid == nil)
        try result.get()
    }

    @Test func itSaysWhatTheModelSays() async throws {
        try await running(settings(try await tinyModel(saying: "Il| est| dix| heures|. Voilà|."))) { server in
            let (answer, usage) = try await server.collect(hello)
            #expect(answer.text == "Il est dix heures. Voilà.")
            #expect(answer.all.count > 3)
            #expect(usage.answerTokens == 7)
            #expect((usage.promptTokens ?? 0) > 10)
        }
    }

    @Test func itCallsTools() async throws {
        let call = #"<tool_call>\n{"name"|: "get_|weather"|, "arguments"|: {"city"|: "Par|is"}|}\n</tool_call>"#
        try await running(settings(try await tinyModel(saying: call))) { server in
            var request = hello
            request.tools = [weather]
            let (answer, _) = try await server.collect(request)
            #expect(answer.calls.count == 1)
            guard case .toolCall(let id, "get_weather", let arguments)? = answer.calls.first else {
                Issue.record("said instead: \(answer.all)")
                return
            }
            #expect(!id.isEmpty)
            #expect(arguments == ["city": "Paris"])
        }
    }

    @Test func anAnswerCanBeCancelled() async throws {
        try await running(settings(try await tinyModel(saying: nil))) { server in
            let began = Signal<Void>()
            var request = hello
            request.maxTokens = 100_000
            let long = request
            let task = Task { try await server.answer(long) { _ in began.set(()) } }
            await began.value
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            // Its one slot is free again: the next is answered.
            request.maxTokens = 3
            let (_, usage) = try await server.collect(request)
            #expect(usage.answerTokens == 3)
        }
    }

    @Test func killedInTheMiddleItComesBack() async throws {
        try await running(settings(try await tinyModel(saying: nil))) { server in
            let began = Signal<Void>()
            var request = hello
            request.maxTokens = 100_000
            let long = request
            let task = Task { try await server.answer(long) { _ in began.set(()) } }
            await began.value
            let pid = try #require(server.pid)
            kill(pid, SIGKILL)
            let problem = await #expect(throws: Problem.self) { try await task.value }
            #expect(problem?.code == .unavailable)
            while server.pid == pid { await Task.yield() }
            request.maxTokens = 3
            let (_, usage) = try await server.collect(request)
            #expect(usage.answerTokens == 3)
            #expect(server.pid != pid)
        }
    }

    @Test func itMakesVectors() async throws {
        try await running(settings(try await tinyModel(saying: "a|b"), .embeddings)) { server in
            let vectors = try await server.embed(["bonjour", "bonjour", "autre chose"])
            #expect(vectors.map(\.count) == [64, 64, 64])
            #expect(zip(vectors[0], vectors[1]).allSatisfy { abs($0 - $1) < 0.001 })
            #expect(vectors[0] != vectors[2])
            #expect(server.model == "tiny.gguf")
        }
    }

    @Test(.enabled(if: Peers.hasStories, "the stories260K model is not beside this checkout")) func aTrainedModelTellsAStory() async throws {
        let model = try #require(Paths.shared("data/models/gguf_stories260K/stories260K.gguf"))
        try await running(settings(model.path)) { server in
            let (answer, usage) = try await server.collect(ChatRequest(messages: [ChatMessage(.user, "Once upon a time")], maxTokens: 40, temperature: 0))
            #expect(!answer.text.isEmpty)
            #expect((usage.answerTokens ?? 0) > 5)
        }
    }

    @Test func aMissingModelIsSaid() async throws {
        var settings = settings("/nowhere/model.gguf")
        settings.patience = .milliseconds(1)
        try await running(settings) { server in
            let problem = await #expect(throws: Problem.self) { try await server.collect(hello) }
            #expect(problem?.code == .unavailable)
            #expect(problem?.detail.contains("model.gguf") == true)
        }
    }

    @Test func strangersAreNotAnswered() async throws {
        // The child as it is started, without a parent that knows its key.
        let script = Paths.root.appending(path: "scripts/llama_server.py").path
        var command = ChildProcess.Command(executable: Peers.python, arguments: [script, try await tinyModel(saying: "a"), "chat"])
        command.environment["LLAMA_SERVER_KEY"] = "right"
        let child = try await ChildProcess.launch(command, log: .silent)
        let url = String(try await child.announcement().dropFirst("LISTENING ".count))
        let client = try HTTPClient()
        for (key, status) in [("wrong", 401), ("right", 200)] {
            let response = try await client.send(
                HTTPRequest(
                    url + "/v1/chat/completions", method: "POST", headers: ["Authorization": "Bearer \(key)", "Content-Type": "application/json"],
                    body: Array(#"{"messages":[{"role":"user","content":"x"}],"max_tokens":1}"#.utf8)))
            #expect(response.status == status)
        }
        #expect(try await client.send(HTTPRequest(url + "/")).status != 200)  // No page.
        child.closeInput()
        #expect(await child.waitForExit() == .code(0))
    }
}
