public import Base
public import Domain
import Foundation
public import Observability

/// Takes a turn from what was said to what is answered: understand, recall, think, act, remember (docs/architecture.md).
///
/// Knows the features only through the ports it is given.
public struct Assistant: Sendable {
    /// What the assistant is composed of.
    public struct Parts: Sendable {
        /// Asks the skills in their order; `nil` when none takes the utterance.
        public var skills: @Sendable (Utterance, SkillContext) async throws -> (skill: String, reply: SkillReply)?
        /// The language of a text, when it shows one.
        public var detectLanguage: @Sendable (String) -> Language?
        public var conversations: any ConversationStore
        /// What is remembered that bears on an utterance. Of this conversation, only what was said before the given message: the rest is in the prompt.
        public var recall: @Sendable (Utterance, SkillContext, _ before: Message.ID?) async throws -> MemoryContext
        /// Told that a turn is stored, and can be made a memory of.
        public var stored: @Sendable (Principal) -> Void
        /// What can be said without a model to what no skill took; `nil` for nothing.
        public var withoutModel: @Sendable (Utterance, SkillContext) async throws -> String?
        public var model: any ChatModel
        public var synthesizer: any Synthesizer
        /// Says in the given language how to get a language model when none answers.
        public var howToGetAModel: @Sendable (Language) -> String
        /// Told of each turn after it ended: metrics.
        public var observe: @Sendable (TurnTrace) -> Void

        public init(
            skills: @escaping @Sendable (Utterance, SkillContext) async throws -> (skill: String, reply: SkillReply)?,
            detectLanguage: @escaping @Sendable (String) -> Language?, conversations: any ConversationStore,
            recall: @escaping @Sendable (Utterance, SkillContext, _ before: Message.ID?) async throws -> MemoryContext,
            stored: @escaping @Sendable (Principal) -> Void = { _ in },
            withoutModel: @escaping @Sendable (Utterance, SkillContext) async throws -> String? = { _, _ in nil }, model: any ChatModel,
            synthesizer: any Synthesizer, howToGetAModel: @escaping @Sendable (Language) -> String, observe: @escaping @Sendable (TurnTrace) -> Void = { _ in }
        ) {
            self.skills = skills
            self.detectLanguage = detectLanguage
            self.conversations = conversations
            self.recall = recall
            self.stored = stored
            self.withoutModel = withoutModel
            self.model = model
            self.synthesizer = synthesizer
            self.howToGetAModel = howToGetAModel
            self.observe = observe
        }
    }

    /// Characters a message may have.
    public static let messageLimit = 8000
    /// Messages of the conversation that a model is shown at most.
    private static let historyLimit = 20

    private let parts: Parts
    private let order = TurnOrder()
    private let defaultLanguage: Language
    /// Tokens that a prompt and its answer may have together.
    private let contextTokens: Int
    private let clock: any WallClock
    private let log: Logger

    /// - Parameters:
    ///   - defaultLanguage: the language of an answer when neither the request nor the text shows one.
    ///   - contextTokens: what the model's window holds, less what its answer may take.
    public init(parts: Parts, defaultLanguage: Language, contextTokens: Int = 3000, clock: any WallClock = SystemWallClock(), log: Logger) {
        self.parts = parts
        self.defaultLanguage = defaultLanguage
        self.contextTokens = contextTokens
        self.clock = clock
        self.log = log
    }

    /// One turn. Everything goes to `sink` as it comes, and `done` last, when both sides of the turn are durable.
    ///
    /// - Throws: `Problem` for what the user can mend; `CancellationError` when the task was cancelled; what `sink` threw.
    ///   What had been said until then is stored.
    @discardableResult
    public func turn(_ request: TurnRequest, to sink: @escaping ReplySink) async throws -> TurnResult {
        let text = request.text
        guard text.utf8.count <= Self.messageLimit * 4, text.count <= Self.messageLimit else {
            throw Problem(.tooLarge, "message has \(text.count) characters, at most \(Self.messageLimit) are possible: send it in parts")
        }
        guard text.contains(where: { !$0.isWhitespace }) else { throw Problem(.invalid, "message is empty: say what you want") }
        let conversation = request.conversation ?? request.newConversation ?? Conversation.ID(at: clock.now)
        order.enter(conversation)
        defer { order.leave(conversation) }
        let last = request.conversation == nil ? nil : try await lastMessage(of: conversation, for: request.principal)
        let language = request.language ?? parts.detectLanguage(text) ?? defaultLanguage
        let now = clock.now
        var stages = StageClock()
        var trace = TurnTrace(id: TurnTrace.ID(at: now), conversation: conversation, startedAt: now, path: "none", stages: [])
        let id = order.accept(in: conversation, at: now, after: last)
        let asked = Message(id: id, conversation: conversation, speaker: .user, text: text, at: now, trace: trace.id)
        let reply = Reply(sink: sink, synthesizer: request.speak ? parts.synthesizer : nil, language: language, log: log)

        let context = SkillContext(
            principal: request.principal, isDoubtful: request.isDoubtful, conversation: trace.conversation, now: now, timeZone: request.timeZone,
            area: request.area)
        let answer = try await parts.skills(Utterance(text: text, language: language), context)
        stages.end("understand")
        if let (skill, answer) = answer {
            trace.path = "skill:\(skill)"
            // Stored before it is said: whatever a client saw of a skill's answer is still there tomorrow.
            try await remember(asked, answer: answer.text, &trace, &stages, request.principal)
            for action in answer.actions { try await sink(.action(action)) }
            try await reply.say(answer.text)
            try await reply.finish()
            if request.speak { stages.end("speak") }
        } else {
            do {
                try await think(asked, Utterance(text: text, language: language), request, context, reply, &trace, &stages)
            } catch {
                trace.failure = (error as? Problem)?.code.name ?? (error is CancellationError ? "cancelled" : "internal")
                try await remember(asked, answer: await reply.text, &trace, &stages, request.principal)
                parts.observe(trace)
                throw error
            }
            stages.end("think")
            try await remember(asked, answer: await reply.text, &trace, &stages, request.principal)
        }
        trace.stages = stages.ended
        parts.observe(trace)
        let result = TurnResult(conversation: trace.conversation, trace: trace, response: await reply.text, language: language)
        try await sink(.done(result))
        return result
    }

    /// The last message that is stored of a conversation.
    ///
    /// Asked before anything is done or stored: a skill must not act in a conversation that is not the speaker's.
    private func lastMessage(of conversation: Conversation.ID, for principal: Principal) async throws -> Message.ID? {
        if let last = try await parts.conversations.recent(1, in: conversation, for: principal).last { return last.id }
        guard try await parts.conversations.conversation(conversation, for: principal) != nil else {
            throw Problem(.notFound, "there is no such conversation: leave conversation_id out to begin a new one")
        }
        return nil
    }

    /// No skill took it: a model answers, with what is remembered and the conversation so far. With no model in reach, says how to get one.
    private func think(
        _ asked: Message, _ utterance: Utterance, _ request: TurnRequest, _ context: SkillContext, _ reply: Reply, _ trace: inout TurnTrace,
        _ stages: inout StageClock
    ) async throws {
        try await reply.sink(.thinking)
        let history = try await parts.conversations.recent(Self.historyLimit, in: asked.conversation, for: request.principal)
        let memory = try await parts.recall(utterance, context, history.first?.id ?? asked.id)
        stages.end("recall")
        let prompt = Prompt(
            language: utterance.language, now: asked.at, timeZone: request.timeZone, userName: request.principal.name, memory: memory, history: history,
            message: asked.text, budget: contextTokens)
        trace.path = "llm:\(parts.model.name)"
        do {
            _ = try await parts.model.answer(ChatRequest(messages: prompt.messages())) { delta in
                if case .text(let text) = delta { try await reply.say(text) }
            }
        } catch let problem as Problem where problem.code == .unavailable {
            guard await reply.text.isEmpty else { throw problem }
            log.notice("no language model answers", ["detail": problem.detail])
            trace.path = "none"
            try await reply.say(try await parts.withoutModel(utterance, context) ?? parts.howToGetAModel(utterance.language))
        }
        try await reply.finish()
    }

    private func remember(_ asked: Message, answer: String, _ trace: inout TurnTrace, _ stages: inout StageClock, _ principal: Principal) async throws {
        trace.stages = stages.ended
        var messages = [asked]
        if !answer.isEmpty {
            // Right behind what was asked, whatever else was said meanwhile.
            messages.append(
                Message(
                    id: asked.id.next, conversation: asked.conversation, speaker: .assistant, text: answer, at: max(clock.now, asked.at), trace: trace.id))
        }
        try await parts.conversations.append(messages, trace: trace, for: principal)
        parts.stored(principal)
        stages.end("remember")
    }
}
