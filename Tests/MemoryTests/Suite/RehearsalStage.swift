import Base
import Domain
import Foundation
@testable import Memory
import Observability
import Synchronization
import Understanding

/// Where a scene is played: a brain on a store of its own, the people who talk to it, and a clock that goes as the scene says.
actor RehearsalStage {
    private(set) var outcomes: [Rehearsal.Outcome] = []
    nonisolated let users: [User]

    private let scene: Rehearsal.Scene
    private let clock = RehearsalClock(Rehearsal.start)
    private let incognito = Private()
    private var conversations: [User.ID: Conversation.ID] = [:]

    init(_ scene: Rehearsal.Scene) {
        self.scene = scene
        let home = Household.ID()
        users = ([Rehearsal.Person(name: Rehearsal.owner, role: .owner)] + scene.people).map {
            User(household: home, name: $0.name, role: $0.role, language: scene.language, createdAt: Rehearsal.start)
        }
    }

    func play(on parts: Brain.Parts) async throws {
        var (brain, skill) = awake(on: parts)
        for step in scene.steps {
            guard let person = users.first(where: { $0.name == step.person ?? Rehearsal.owner })?.principal else { continue }
            if step.action == .restart {
                (brain, skill) = awake(on: parts)
                continue
            }
            do {
                let answer = try await carryOut(step, by: person, brain, skill)
                if let wanted = step.wanted { note(step, wanted.text, answer, isPassed: wanted.isMet(by: answer)) }
            } catch let problem as Problem {
                note(step, step.wanted?.text ?? "no problem", problem.detail, isPassed: false)
            }
        }
    }

    private func awake(on parts: Brain.Parts) -> (Brain, MemorySkill) {
        let brain = Brain(parts: parts, timeZone: Rehearsal.timeZone, clock: clock, log: .silent)
        return (brain, MemorySkill(brain: brain, incognito: incognito))
    }

    private func note(_ step: Rehearsal.Step, _ wanted: String, _ got: String?, isPassed: Bool) {
        outcomes.append(Rehearsal.Outcome(scene: scene.title, line: step.line, said: step.action.text, wanted: wanted, got: got, isPassed: isPassed))
    }

    private func carryOut(_ step: Rehearsal.Step, by person: Principal, _ brain: Brain, _ skill: MemorySkill) async throws -> String? {
        switch step.action {
        case .at(let date): try go(to: date)
        case .later(let count, let unit): try go(to: Rehearsal.calendar.date(byAdding: unit, value: count, to: clock.now) ?? clock.now)
        case .say(let text): return try await turn(text, by: person, brain, skill, isNoted: true)
        case .ask(let text): return try await turn(text, by: person, brain, skill, isNoted: false)
        case .recall(let words):
            let found = try await brain.recall(RecallQuery(words, limit: 5, now: clock.now, timeZone: Rehearsal.timeZone), for: person)
            return Self.joined(found.map(\.fragment.text))
        case .facts(let subject, let includingHistory):
            return Self.joined(try await brain.facts(about: subject, includingHistory: includingHistory, for: person).map(\.text))
        case .sleep: for user in users { _ = try await brain.consolidate(for: user.principal, now: clock.now) }
        case .newConversation: conversations[person.user] = Conversation.ID(at: clock.now)
        case .incognito: incognito.begin(conversation(of: person), for: person)
        case .restart: break
        }
        return nil
    }

    private func go(to date: Date) throws {
        guard date >= clock.now else { throw Problem(.invalid, "time goes back to \(date)") }
        clock.now = date
    }

    private func conversation(of person: Principal) -> Conversation.ID {
        if let known = conversations[person.user] { return known }
        let new = Conversation.ID(at: clock.now)
        conversations[person.user] = new
        return new
    }

    private static func joined(_ texts: [String]) -> String? { texts.isEmpty ? nil : texts.joined(separator: " / ") }

    /// One turn as the assistant takes it without a language model: the memory answers, or else says what it noted; both sides are stored.
    /// - Parameter isNoted: whether being noted counts as the answer: for what is told, not for what is asked.
    private func turn(_ text: String, by person: Principal, _ brain: Brain, _ skill: MemorySkill, isNoted: Bool) async throws -> String? {
        let conversation = conversation(of: person)
        let context = SkillContext(principal: person, conversation: conversation, now: clock.now, timeZone: Rehearsal.timeZone)
        let utterance = Utterance(text: text, language: LanguageGuess.language(of: text) ?? scene.language)
        let reply = try await skill.answer(utterance, in: context)?.text
        let isKept = !incognito.isIncognito(conversation, for: person)
        var noted = reply == nil ? try await brain.acknowledgement(of: utterance, in: context, isKept: isKept) : nil
        // To know nothing is no answer.
        if noted == MemoryText.nothingKept(utterance.language) { noted = nil }
        let trace = TurnTrace(conversation: conversation, startedAt: clock.now, path: reply == nil ? "none" : "skill:\(skill.name)", stages: [])
        let asked = Message(id: Message.ID(at: clock.now), conversation: conversation, speaker: .user, text: text, at: clock.now, trace: trace.id)
        var messages = [asked]
        if let answer = reply ?? noted {
            messages.append(Message(id: asked.id.next, conversation: conversation, speaker: .assistant, text: answer, at: clock.now, trace: trace.id))
        }
        if !incognito.isIncognito(conversation, for: person) {
            try await brain.parts.conversations.append(messages, trace: trace, for: person)
            brain.turnStored(for: person)
        }
        clock.now += 60
        return isNoted ? reply ?? noted : reply
    }

    /// The conversations that are incognito.
    private final class Private: Incognito {
        private let held = Mutex<Set<Conversation.ID>>([])
        func begin(_ conversation: Conversation.ID, for principal: Principal) { held.withLock { _ = $0.insert(conversation) } }
        func end(_ conversation: Conversation.ID, for principal: Principal) -> Bool { held.withLock { $0.remove(conversation) != nil } }
        func isIncognito(_ conversation: Conversation.ID, for principal: Principal) -> Bool { held.withLock { $0.contains(conversation) } }
    }
}

/// A clock that stands until it is set; who sleeps is woken at once, at the time they wanted.
final class RehearsalClock: WallClock {
    private let time: Mutex<Date>

    init(_ date: Date) { time = Mutex(date) }

    var now: Date {
        get { time.withLock { $0 } }
        set { time.withLock { $0 = newValue } }
    }

    func sleep(until deadline: Date) async throws { time.withLock { $0 = max($0, deadline) } }
}
