import Assistant
import Base
import Domain
import Foundation
import Observability
import Synchronization
import TestSupport
import Testing

/// The turn, with every port played by a stand-in that a test can set.
@Suite struct AssistantTests {
    private let store = RecordedConversations()
    private let clock = ManualClock(now: Date(timeIntervalSince1970: 1_800_000_000))
    private let principal = Principal(household: .init(), user: .init(), role: .owner, name: "Zoé")

    private func assistant(
        model: any ChatModel = ScriptedModel([.success("Bonjour. "), .success("Tout va bien !")]), synthesizer: any Synthesizer = EchoVoice()
    ) -> Assistant {
        Assistant(
            parts: Assistant.Parts(
                skills: { utterance, _ in
                    utterance.text.hasPrefix("heure")
                        ? ("time", SkillReply("Il est 9 h. Bonne journée.", actions: [Action(tool: "clock", arguments: [:])])) : nil
                },
                detectLanguage: { $0.contains("the") ? .english : nil }, conversations: store,
                recall: { _, _, _ in MemoryContext(depth: .light, lines: ["aime le thé"]) },
                model: model, synthesizer: synthesizer, howToGetAModel: { $0(fr: "Installez un modèle.", en: "Install a model.") }),
            defaultLanguage: .french, clock: clock, log: .silent)
    }

    private func run(_ assistant: Assistant, _ text: String, speak: Bool = false, conversation: Conversation.ID? = nil) async throws -> (TurnResult, [String]) {
        let events = Mutex<[String]>([])
        let result = try await assistant.turn(TurnRequest(text: text, conversation: conversation, speak: speak, principal: principal)) { event in
            events.withLock { $0.append(word(event)) }
        }
        return (result, events.withLock { $0 })
    }

    @Test func aSkillAnswersAndTheTurnIsStored() async throws {
        let (result, events) = try await run(assistant(), "heure ?")
        #expect(events == ["action clock", "text Il est 9 h. Bonne journée.", "done"])
        #expect(result.trace.path == "skill:time" && result.language == .french)
        #expect(store.messages.map(\.text) == ["heure ?", "Il est 9 h. Bonne journée."])
        #expect(result.trace.stages.map(\.name) == ["understand", "remember"])
    }

    @Test func whatNoSkillTakesGoesToTheModel() async throws {
        let (result, events) = try await run(assistant(), "raconte")
        #expect(events == ["thinking", "text Bonjour. ", "text Tout va bien !", "done"])
        #expect(result.response == "Bonjour. Tout va bien !" && result.trace.path == "llm:scripted")
        #expect(store.messages.map(\.text) == ["raconte", "Bonjour. Tout va bien !"])
    }

    @Test func spokenAnswersComeSentenceBySentence() async throws {
        let (_, events) = try await run(assistant(), "raconte", speak: true)
        #expect(
            events == ["thinking", "text Bonjour. ", "text Tout va bien !", "sentence 0 Bonjour.", "audio 0", "sentence 1 Tout va bien !", "audio 1", "done"]
                || events == [
                    "thinking", "text Bonjour. ", "sentence 0 Bonjour.", "audio 0", "text Tout va bien !", "sentence 1 Tout va bien !", "audio 1", "done",
                ])
    }

    @Test func aTurnWhoseVoiceDiesEndsInText() async throws {
        let (result, events) = try await run(assistant(synthesizer: DeadVoice()), "heure ?", speak: true)
        #expect(events.last == "done" && !events.contains { $0.hasPrefix("audio") })
        #expect(result.response == "Il est 9 h. Bonne journée.")
    }

    @Test func withNoModelTheAnswerSaysHowToGetOne() async throws {
        let dead = ScriptedModel([.failure(Problem(.unavailable, "no model"))])
        #expect(try await run(assistant(model: dead), "raconte").0.response == "Installez un modèle.")
        let (result, _) = try await run(assistant(model: dead), "tell the story")
        #expect(result.response == "Install a model." && result.trace.path == "none" && result.language == .english)
    }

    @Test func aModelThatStopsInTheMiddleIsAProblemAndWhatItSaidIsKept() async throws {
        let model = ScriptedModel([.success("Il était une fois"), .failure(Problem(.unavailable, "gone"))])
        await #expect { try await run(assistant(model: model), "raconte") } throws: { ($0 as? Problem)?.code == .unavailable }
        #expect(store.messages.map(\.text) == ["raconte", "Il était une fois"])
        #expect(store.traces.map(\.failure) == ["unavailable"])
    }

    @Test func aClientThatLeavesEndsTheTurn() async throws {
        struct Gone: Error {}
        let assistant = assistant()
        await #expect(throws: Gone.self) {
            try await assistant.turn(TurnRequest(text: "raconte", principal: principal)) { event in
                if case .text = event { throw Gone() }
            }
        }
        #expect(store.traces.count == 1)
    }

    @Test(arguments: ["", "  \n\t", String(repeating: "a", count: 8001), String(repeating: "é", count: 50_000)])
    func whatCannotBeAnsweredIsRefusedAndNotStored(_ text: String) async throws {
        await #expect(throws: Problem.self) { try await run(assistant(), text) }
        #expect(store.messages.isEmpty)
    }

    @Test func aConversationThatIsNotTheirsIsRefusedBeforeAnythingHappens() async throws {
        let events = Mutex(0)
        await #expect {
            try await assistant().turn(TurnRequest(text: "heure ?", conversation: .init(), principal: principal)) { _ in events.withLock { $0 += 1 } }
        } throws: { ($0 as? Problem)?.code == .notFound }
        #expect(store.messages.isEmpty && events.withLock { $0 } == 0)
    }

    @Test func turnsStayInOrderWhenTheClockIsSetBack() async throws {
        var assistant = assistant()
        let conversation = try await run(assistant, "heure 0").0.conversation
        for number in 1..<200 {
            // After a restart, only the store knows what came before.
            if number % 10 == 0 { assistant = self.assistant() }
            clock.advance(by: number % 3 == 0 ? 1 : -7)
            // What others make meanwhile, for other times.
            _ = Message.ID(at: clock.now + Double(number % 5) * 1000)
            _ = try await run(assistant, "heure \(number)", conversation: conversation)
        }
        #expect(store.ordered.map(\.text) == (0..<200).flatMap { ["heure \($0)", "Il est 9 h. Bonne journée."] })
        #expect(store.ordered.map(\.speaker) == (0..<200).flatMap { _ in [.user, .assistant] })
    }

    @Test func aTurnThatTakesLongKeepsItsPlace() async throws {
        let conversation = try await run(assistant(), "heure ?").0.conversation
        let begun = AsyncStream.makeStream(of: Void.self), finish = AsyncStream.makeStream(of: Void.self)
        let slow = assistant(model: SlowModel(begun: begun.continuation, finish: finish.stream))
        async let first = slow.turn(TurnRequest(text: "raconte", conversation: conversation, principal: principal)) { _ in }
        for await _ in begun.stream { break }
        clock.advance(by: -3600)
        for text in ["heure 2", "heure 3"] {
            _ = try await slow.turn(TurnRequest(text: text, conversation: conversation, principal: principal)) { _ in }
        }
        finish.continuation.finish()
        _ = try await first
        #expect(store.messages.map(\.text).prefix(4).last == "Il est 9 h. Bonne journée.")
        #expect(
            store.ordered.filter { $0.speaker == .user }.map(\.text) == ["heure ?", "raconte", "heure 2", "heure 3"]
                && store.ordered.map(\.speaker) == (0..<4).flatMap { _ in [.user, .assistant] })
    }

    @Test func manyTurnsAtOnceStayPairs() async throws {
        let assistant = assistant()
        let conversation = try await run(assistant, "heure 0").0.conversation
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...200 {
                group.addTask { [clock] in
                    clock.advance(by: number % 2 == 0 ? 2.5 : -3)
                    _ = try await run(assistant, number % 4 == 0 ? "raconte" : "heure \(number)", conversation: conversation)
                }
            }
            try await group.waitForAll()
        }
        let messages = store.ordered
        #expect(messages.count == 402)
        for index in stride(from: 0, to: messages.count, by: 2) {
            #expect(messages[index].speaker == .user && messages[index + 1].speaker == .assistant && messages[index].trace == messages[index + 1].trace)
        }
    }

    @Test func theModelSeesTheConversationAndWhatIsRemembered() async throws {
        let model = ScriptedModel([.success("ok")])
        let first = try await run(assistant(), "heure ?").0
        _ = try await run(assistant(model: model), "et ensuite", conversation: first.conversation)
        let prompt = model.prompts[0]
        #expect(prompt.first?.role == .system && prompt.first?.content.contains("aime le thé") == true)
        #expect(prompt.dropFirst().map(\.content) == ["heure ?", "Il est 9 h. Bonne journée.", "et ensuite"])
    }
}

private func word(_ event: ReplyEvent) -> String {
    switch event {
    case .thinking: "thinking"
    case .text(let delta): "text \(delta)"
    case .action(let action): "action \(action.tool)"
    case .sentence(let index, let text): "sentence \(index) \(text.trimmingCharacters(in: .whitespaces))"
    case .audio(let index, _): "audio \(index)"
    case .done: "done"
    }
}

private final class RecordedConversations: ConversationStore {
    private let state = Mutex<(messages: [Message], traces: [TurnTrace])>(([], []))
    var messages: [Message] { state.withLock { $0.messages } }
    var traces: [TurnTrace] { state.withLock { $0.traces } }
    /// As a store reads them.
    var ordered: [Message] { messages.sorted { $0.id < $1.id } }

    func append(_ messages: [Message], trace: TurnTrace, for principal: Principal) async throws {
        state.withLock {
            $0.messages += messages
            $0.traces.append(trace)
        }
    }
    func recent(_ limit: Int, in conversation: Conversation.ID, for principal: Principal) async throws -> [Message] {
        Array(ordered.filter { $0.conversation == conversation }.suffix(limit))
    }
    func conversation(_ id: Conversation.ID, for principal: Principal) async throws -> Conversation? {
        messages.contains { $0.conversation == id } ? Conversation(id: id, startedAt: .now, updatedAt: .now, title: "") : nil
    }
    func conversations(limit: Int, cursor: String?, for principal: Principal) async throws -> Page<Conversation> { throw Unexpected() }
    func delete(_ id: Conversation.ID, for principal: Principal) async throws -> Bool { throw Unexpected() }
    func setRemembering(_ isRemembered: Bool, in id: Conversation.ID, for principal: Principal) async throws { throw Unexpected() }
    func trace(_ id: TurnTrace.ID, for principal: Principal) async throws -> TurnTrace? { throw Unexpected() }
}

/// Nothing in these tests asks for this.
private struct Unexpected: Error {}

private final class ScriptedModel: ChatModel {
    let name = "scripted"
    private let script: [Result<String, Problem>]
    private let asked = Mutex<[[ChatMessage]]>([])
    var prompts: [[ChatMessage]] { asked.withLock { $0 } }

    init(_ script: [Result<String, Problem>]) { self.script = script }

    func answer(_ request: ChatRequest, onDelta: @Sendable (ChatDelta) async throws -> Void) async throws -> ChatUsage {
        asked.withLock { $0.append(request.messages) }
        for piece in script { try await onDelta(.text(piece.get())) }
        return ChatUsage()
    }
}

/// Says that it began, and answers when it may.
private struct SlowModel: ChatModel {
    let name = "slow"
    let begun: AsyncStream<Void>.Continuation
    let finish: AsyncStream<Void>

    func answer(_ request: ChatRequest, onDelta: @Sendable (ChatDelta) async throws -> Void) async throws -> ChatUsage {
        begun.yield()
        for await _ in finish {}
        try await onDelta(.text("Il était une fois."))
        return ChatUsage()
    }
}

private struct EchoVoice: Synthesizer {
    func synthesize(_ request: SpeechRequest, onAudio: @Sendable (AudioChunk) async throws -> Void) async throws {
        try await onAudio(AudioChunk(format: AudioFormat(rate: 22_050), bytes: Array(request.text.utf8)))
    }
    func voices() async throws -> [Voice] { [] }
}

private struct DeadVoice: Synthesizer {
    func synthesize(_ request: SpeechRequest, onAudio: @Sendable (AudioChunk) async throws -> Void) async throws { throw Problem(.unavailable, "dead") }
    func voices() async throws -> [Voice] { throw Problem(.unavailable, "dead") }
}
