import Domain
import Foundation
import Synchronization
import TestSupport

/// What a model said.
final class Collected: Sendable {
    private let deltas = Mutex<[ChatDelta]>([])
    func add(_ delta: ChatDelta) { deltas.withLock { $0.append(delta) } }
    var all: [ChatDelta] { deltas.withLock { $0 } }
    var text: String { all.map { if case .text(let text) = $0 { text } else { "" } }.joined() }
    var calls: [ChatDelta] { all.filter { if case .toolCall = $0 { true } else { false } } }
}

extension ChatModel {
    func collect(_ request: ChatRequest) async throws -> (Collected, ChatUsage) {
        let collected = Collected()
        let usage = try await answer(request) { collected.add($0) }
        return (collected, usage)
    }
}

let hello = ChatRequest(messages: [ChatMessage(.user, "Bonjour")], temperature: 0)
let weather = ToolDescription(name: "get_weather", summary: "The weather", parameters: ["type": "object", "properties": ["city": ["type": "string"]]])

/// What stands beside the checkout or in its environment; without it tests are skipped, except in CI, where they fail.
enum Peers {
    static let mustRun = ProcessInfo.processInfo.environment["CI"] == "true"
    static let python = Paths.root.appending(path: ".jarvis/venv/bin/python").path
    static let hasLlama = mustRun || FileManager.default.isExecutableFile(atPath: python) && Paths.shared("fixtures/llm/make_tiny_gguf.py") != nil
    static let hasStories = mustRun || hasLlama && Paths.shared("data/models/gguf_stories260K/stories260K.gguf") != nil
}
