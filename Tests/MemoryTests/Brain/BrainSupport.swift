import Base
import Domain
import Foundation
@testable import Memory
import Observability
import StorageSQLite
import Synchronization
import TestSupport

/// A brain on a store of its own, with a person who talks to it.
struct Talk {
    let folder: TemporaryFolder
    let store: SQLiteStore
    let clock: ManualClock
    let brain: Brain
    let skill: MemorySkill
    let incognito = Private()
    let owner: User
    let conversation = Conversation.ID()
    let timeZone = TimeZone(identifier: "Europe/Paris") ?? .gmt

    /// - Parameter now: a Wednesday, 9 December 2026, 10 o'clock in Paris, if nothing else is said.
    init(now: Date = Date(timeIntervalSince1970: 1_796_806_800), embedder: (any Embedder)? = nil, model: (any ChatModel)? = nil) async throws {
        folder = try Paths.temporaryFolder()
        clock = ManualClock(now: now)
        store = try await SQLiteStore.open(path: folder.file("jarvis.db"), encryptionKey: Secret(String(repeating: "b", count: 64)), log: .silent)
        owner = User(household: .init(), name: "Camille", role: .owner, language: .french, createdAt: now)
        _ = try await store.createOwner(owner, passwordHash: Secret("hash"))
        brain = Brain(
            parts: Brain.Parts(fragments: store, conversations: store, appointments: store, embedder: embedder, model: model), timeZone: timeZone, clock: clock,
            log: .silent)
        skill = MemorySkill(brain: brain, incognito: incognito)
    }

    func context(_ principal: Principal? = nil, in conversation: Conversation.ID? = nil) -> SkillContext {
        SkillContext(
            principal: principal ?? owner.principal, conversation: conversation ?? self.conversation, now: clock.now, timeZone: timeZone)
    }

    /// One turn as the assistant takes it: the skill answers or nothing does, both sides are stored, and the memory is told. A minute goes by.
    @discardableResult
    func say(
        _ text: String, _ language: Language = .french, by principal: Principal? = nil, in conversation: Conversation.ID? = nil, answer: String? = nil
    ) async throws -> String? {
        let context = context(principal, in: conversation)
        let reply = try await skill.answer(Utterance(text: text, language: language), in: context)
        let trace = TurnTrace(conversation: context.conversation, startedAt: clock.now, path: reply == nil ? "none" : "skill:memory", stages: [])
        let asked = Message(
            id: Message.ID(at: clock.now), conversation: context.conversation, speaker: .user, text: text, at: clock.now, trace: trace.id)
        var messages = [asked]
        if let answer = reply?.text ?? answer {
            messages.append(
                Message(id: asked.id.next, conversation: context.conversation, speaker: .assistant, text: answer, at: clock.now, trace: trace.id))
        }
        if !incognito.isIncognito(context.conversation, for: context.principal) {
            try await store.append(messages, trace: trace, for: context.principal)
            brain.turnStored(for: context.principal)
        }
        clock.advance(by: 60)
        return reply?.text
    }

    func recall(_ text: String, limit: Int = 5) async throws -> [String] {
        try await brain.recall(RecallQuery(text, limit: limit, now: clock.now, timeZone: timeZone), for: owner.principal).map(\.fragment.text)
    }

    /// Conversations that are said to be incognito.
    final class Private: Incognito {
        private let held = Mutex<Set<Conversation.ID>>([])
        func begin(_ conversation: Conversation.ID, for principal: Principal) { held.withLock { _ = $0.insert(conversation) } }
        func end(_ conversation: Conversation.ID, for principal: Principal) -> Bool { held.withLock { $0.remove(conversation) != nil } }
        func isIncognito(_ conversation: Conversation.ID, for principal: Principal) -> Bool { held.withLock { $0.contains(conversation) } }
    }
}
