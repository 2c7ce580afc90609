public import Base
public import Domain
import Foundation

/// Where utterances are read as orders and handed to those who carry them out, with what the conversation was just about.
///
/// Several orders in one utterance are carried out one after the other, and answered in one breath. What needs a yes is asked about once, and done at the
/// next "oui"; anything else said then drops it. What nobody reads as an order goes to the skills that read text.
public final class OrderDesk: Sendable {
    public typealias Answered = (skill: String, reply: SkillReply)

    /// What the desk works with.
    public struct Parts: Sendable {
        public var reader: any OrderReader
        /// In the order in which they are asked; the first that has the intent and takes the order.
        public var handlers: [any OrderHandler]
        /// Keeps orders that are for later.
        public var schedule: @Sendable ([Order], Language, SkillContext) async throws -> SkillReply
        /// The skills that read text themselves.
        public var skills: @Sendable (Utterance, SkillContext) async throws -> Answered?
        /// Told of orders that were carried out, so that it can be said later who asked for what.
        public var record: @Sendable ([Order], SkillContext) async -> Void

        public init(
            reader: any OrderReader, handlers: [any OrderHandler], schedule: @escaping @Sendable ([Order], Language, SkillContext) async throws -> SkillReply,
            skills: @escaping @Sendable (Utterance, SkillContext) async throws -> Answered?,
            record: @escaping @Sendable ([Order], SkillContext) async -> Void = { _, _ in }
        ) {
            self.reader = reader
            self.handlers = handlers
            self.schedule = schedule
            self.skills = skills
            self.record = record
        }
    }

    private let parts: Parts
    private let dialogues = Dialogues()

    public init(parts: Parts) { self.parts = parts }

    /// `nil` when nobody takes the utterance: the model's.
    ///
    /// - Throws: what a skill throws that took the whole utterance; `CancellationError`.
    public func answer(_ utterance: Utterance, in context: SkillContext) async throws -> Answered? {
        var dialogue = dialogues.of(context.conversation, at: context.now)
        let waiting = dialogue.unconfirmed
        dialogue.unconfirmed = []
        let reading = parts.reader.read(
            utterance.text,
            in: ReadingContext(
                language: utterance.language, now: context.now, timeZone: context.timeZone, area: context.area, previous: dialogue.orders,
                question: dialogue.question, unconfirmed: waiting))
        dialogue.question = nil
        switch reading {
        case .answer(isYes: false):
            keep(dialogue, context)
            return ("orders", SkillReply(utterance.language(fr: "D'accord, je ne fais rien.", en: "All right, I won't do anything.")))
        case .answer(isYes: true) where !waiting.isEmpty: return try await carryOut(waiting, isConfirmed: true, utterance, dialogue, context)
        case .answer, .none:
            keep(dialogue, context)
            return try await parts.skills(utterance, context)
        case .question(let question):
            dialogue.question = question
            keep(dialogue, context)
            return ("orders", SkillReply(question.text))
        case .orders(let orders): return try await carryOut(orders, isConfirmed: false, utterance, dialogue, context)
        }
    }

    /// Carries out orders that were confirmed before: those of an automation. Returns what is said of them.
    ///
    /// - Throws: `Problem` when none of them could be carried out.
    public func carryOut(_ orders: [Order], language: Language, in context: SkillContext) async throws -> String {
        var texts: [String] = []
        var problem: Problem?
        for order in orders {
            do {
                if let reply = try await handle(order, isConfirmed: true, language, context).reply { texts.append(reply.text) }
            } catch let failure as Problem {
                problem = failure
            }
        }
        if texts.isEmpty { throw problem ?? Problem(.invalid, "nobody could carry out the orders") }
        return Self.joined(texts)
    }

    private func keep(_ dialogue: Dialogue, _ context: SkillContext) {
        var dialogue = dialogue
        dialogue.at = context.now
        dialogues.set(dialogue, for: context.conversation)
    }

    /// One order's answer; no reply when nobody takes the order.
    private struct Outcome {
        var order: Order
        var skill = "orders"
        var reply: SkillReply?
    }

    private func carryOut(
        _ orders: [Order], isConfirmed: Bool, _ utterance: Utterance, _ dialogue: Dialogue, _ context: SkillContext
    ) async throws -> Answered? {
        var dialogue = dialogue
        var outcomes: [Outcome] = []
        let later = orders.filter { $0.timing != .now }
        for order in orders where order.timing == .now {
            do {
                outcomes.append(try await handle(order, isConfirmed: isConfirmed, utterance.language, context))
            } catch let problem as Problem where orders.count > 1 {
                // One that fails does not hide the others.
                outcomes.append(Outcome(order: order, reply: SkillReply(failure(of: order, problem, utterance.language))))
            }
        }
        if !later.isEmpty {
            outcomes.append(Outcome(order: later[0], skill: "automations", reply: try await parts.schedule(later, utterance.language, context)))
        }

        if orders.count == 1, outcomes.allSatisfy({ $0.reply == nil }) {
            keep(dialogue, context)
            return try await parts.skills(utterance, context)
        }
        var texts: [String] = []
        var actions: [Action] = []
        for outcome in outcomes {
            guard let reply = outcome.reply else {
                texts.append(utterance.language(fr: "Je n'ai pas compris « \(outcome.order.text) ».", en: "I didn't understand \"\(outcome.order.text)\"."))
                continue
            }
            actions += reply.actions
            // Questions last, so that the answer to them is the next thing said.
            if !reply.needsConfirmation { texts.append(reply.text) }
        }
        for case let outcome in outcomes {
            guard let reply = outcome.reply, reply.needsConfirmation else { continue }
            texts.append(reply.text)
            dialogue.unconfirmed.append(outcome.order)
        }
        let done = outcomes.filter { $0.reply?.needsConfirmation == false }.map(\.order)
        // What a follow-up may lean on: also an order that only asked for its yes.
        dialogue.orders = outcomes.filter { $0.reply != nil }.map(\.order)
        keep(dialogue, context)
        if !done.isEmpty { await parts.record(done, context) }
        let names = Set(outcomes.filter { $0.reply != nil }.map(\.skill))
        return (
            names.count == 1 ? names.first ?? "orders" : "orders",
            SkillReply(Self.joined(texts), actions: actions, needsConfirmation: !dialogue.unconfirmed.isEmpty)
        )
    }

    private func handle(_ order: Order, isConfirmed: Bool, _ language: Language, _ context: SkillContext) async throws -> Outcome {
        switch order.intent.name {
        case "HassNevermind": return Outcome(order: order, reply: SkillReply(language(fr: "D'accord.", en: "All right.")))
        case "JarvisRefuse":
            return Outcome(order: order, reply: SkillReply(language(fr: "D'accord, je n'y touche pas.", en: "All right, I'll leave it alone.")))
        default: break
        }
        for handler in parts.handlers where handler.intents.contains(order.intent.name) {
            if let reply = try await handler.handle(order, isConfirmed: isConfirmed, language: language, in: context) {
                return Outcome(order: order, skill: handler.name, reply: reply)
            }
        }
        let answered = try await parts.skills(Utterance(text: order.text, language: language), context)
        return Outcome(order: order, skill: answered?.skill ?? "orders", reply: answered?.reply)
    }

    private func failure(of order: Order, _ problem: Problem, _ language: Language) -> String {
        language(fr: "« \(order.text) » n'a pas marché : \(problem.detail).", en: "\"\(order.text)\" didn't work: \(problem.detail).")
    }

    /// Sentences one after the other, each ended.
    private static func joined(_ texts: [String]) -> String {
        texts.map { text in
            let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
            return trimmed.last.map { ".!?…»".contains($0) } ?? true ? trimmed : trimmed + "."
        }.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
