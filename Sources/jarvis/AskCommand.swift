import API
import Base
import Foundation
import JarvisClient

/// `jarvis ask`: one turn through the running server.
enum AskCommand {
    /// The longest question read from standard input, in bytes; the server has its own limit.
    private static let longest = 256 << 10

    @Sendable static func run(_ invocation: Invocation) async throws -> Int32 {
        let language = try invocation.spokenLanguage(command: "jarvis ask")
        let text = try await question(invocation)
        let speak = invocation.value(of: "speak")
        let client = try await invocation.signedInClient()
        let request = ChatRequest(message: text, conversationID: invocation.value(of: "conversation"), language: language, speak: speak.map { _ in true })
        if !invocation.has("json") { invocation.console.note("…") }
        defer { invocation.console.clearNote() }
        var answer = Answer(invocation: invocation)
        for try await event in try await client.chatStream(request) { try answer.take(event) }
        answer.finish()
        if let problem = answer.problem { throw ClientError(.refused, problem.detail ?? problem.title, problem: problem) }
        if let speak { try answer.recording.write(to: speak) }
        return ExitCode.done
    }

    private static func question(_ invocation: Invocation) async throws -> String {
        var text = invocation.operands.joined(separator: " ")
        if text.isEmpty && isatty(STDIN_FILENO) == 0 { text = await StandardInput.all(limit: longest) }
        text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else { throw UsageError("jarvis ask", .missing(Words(fr: "TEXTE…", en: "TEXT…"))) }
        return text
    }
}

/// Prints an answer as it comes, and keeps its sound.
struct Answer {
    let invocation: Invocation
    var recording = Recording()
    var problem: ProblemDetails?
    private var hasText = false, endsLine = true

    init(invocation: Invocation) { self.invocation = invocation }

    mutating func take(_ event: ReplyEvent) throws {
        if case .audio(let audio) = event { try recording.add(audio) }
        if case .error(let details) = event { problem = details }
        if invocation.has("json") {
            invocation.console.write(String(decoding: try JSON.encode(event), as: UTF8.self) + "\n")
            return
        }
        switch event {
        case .thinking: if !hasText { invocation.console.note(invocation.language(fr: "réfléchit…", en: "thinking…")) }
        case .text(let delta):
            if !hasText { invocation.console.clearNote() }
            hasText = true
            invocation.console.show(delta)
            if let last = delta.last { endsLine = last == "\n" }
        default: break
        }
    }

    func finish() {
        invocation.console.clearNote()
        if !endsLine { invocation.console.write("\n") }
    }
}
