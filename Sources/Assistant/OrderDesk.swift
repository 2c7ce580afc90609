public import Base
public import Domain
public import Observability

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
        /// Keeps orders that are for later. They were confirmed where that was needed, and will be carried out without a question.
        public var schedule: @Sendable ([Order], Language, SkillContext) async throws -> SkillReply
        /// The skills that read text themselves.
        public var skills: @Sendable (Utterance, SkillContext) async throws -> Answered?
        /// Those of them that never do anything but tell.
        public var tellers: @Sendable (Utterance, SkillContext) async throws -> Answered?
        /// Told of orders that had something done, so that it can be said later who asked for what. Must not wait: the reply does.
        public var record: @Sendable ([Order], SkillContext) -> Void

        public init(
            reader: any OrderReader, handlers: [any OrderHandler], schedule: @escaping @Sendable ([Order], Language, SkillContext) async throws -> SkillReply,
            skills: @escaping @Sendable (Utterance, SkillContext) async throws -> Answered?,
            tellers: @escaping @Sendable (Utterance, SkillContext) async throws -> Answered? = { _, _ in nil },
            record: @escaping @Sendable ([Order], SkillContext) -> Void = { _, _ in }
        ) {
            self.reader = reader
            self.handlers = handlers
            self.schedule = schedule
            self.skills = skills
            self.tellers = tellers
            self.record = record
        }
    }

    private let parts: Parts
    private let log: Logger
    private let dialogues = Dialogues()

    public init(parts: Parts, log: Logger) {
        self.parts = parts
        self.log = log
    }

    /// `nil` when nobody takes the utterance: the model's.
    ///
    /// - Throws: what a skill throws that took the whole utterance; `CancellationError`.
    public func answer(_ utterance: Utterance, in context: SkillContext) async throws -> Answered? {
        var dialogue = dialogues.begin(context.conversation, at: context.now)
        let wasAsking = dialogue.isAsking, waiting = dialogue.unconfirmed
        let reading = parts.reader.read(
            utterance.text,
            in: ReadingContext(
                language: utterance.language, now: context.now, timeZone: context.timeZone, area: context.area, previous: dialogue.orders,
                question: dialogue.question, unconfirmed: waiting, incomplete: dialogue.incomplete, knowsHouse: context.principal.mayUseHouse))
        switch reading {
        case .question(let question):
            // "demain il fait quel temps ?" is sure to the skill that tells it. What does something is never tried: it might drop half of an order.
            if let told = try await parts.tellers(utterance, context) { return told }
            dialogue.settle()
            dialogue.ask(question, in: utterance.language, at: context.now)
            dialogues.keep(dialogue, for: context.conversation)
            return (Self.name, SkillReply(question.text))
        case .answer(isYes: false) where wasAsking: return decline(dialogue, context)
        // "annule" is about what was asked, and not about what was made before.
        case .orders(let orders) where wasAsking && orders.allSatisfy { $0.intent.name == Self.nevermind }: return decline(dialogue, context)
        // Heard as the same twice is heard right.
        case .orders(let orders) where context.isDoubtful && orders != waiting && orders.contains(where: \.changesSomething):
            dialogue.settle()
            dialogue.hold(unconfirmed: orders, incomplete: [], in: utterance.language, at: context.now)
            dialogues.keep(dialogue, for: context.conversation)
            let words = Spoken.quoted([utterance.text], utterance.language)
            return (Self.name, SkillReply(utterance.language(fr: "Tu as dit \(words) ?", en: "Did you say \(words)?"), needsConfirmation: true))
        case .orders(let orders): return try await carryOut(orders, isConfirmed: false, utterance, dialogue, context)
        case .answer(isYes: true) where !waiting.isEmpty:
            // Whatever language the yes was in, it was about this one.
            return try await carryOut(waiting, isConfirmed: true, Utterance(text: utterance.text, language: dialogue.language), dialogue, context)
        case .answer, .none: return try await parts.skills(utterance, context)
        }
    }

    private func decline(_ dialogue: Dialogue, _ context: SkillContext) -> Answered {
        var dialogue = dialogue
        dialogue.settle(isDeclined: true)
        dialogues.keep(dialogue, for: context.conversation)
        return (Self.name, SkillReply(dialogue.language(fr: "D'accord, je ne fais rien.", en: "All right, I won't do anything.")))
    }

    /// Carries out orders that were confirmed before: those of an automation. Returns what is said of them.
    ///
    /// - Throws: what the last that failed threw, when none of them could be carried out; `CancellationError`.
    public func carryOut(_ orders: [Order], language: Language, in context: SkillContext) async throws -> String {
        var texts: [String] = []
        var isDone = false
        var failure: any Error = Problem(.invalid, "nobody could carry out the orders")
        for order in orders {
            do {
                guard let reply = try await handle(order, isConfirmed: true, mayUndo: false, language, context).reply else { continue }
                texts.append(reply.text)
                isDone = true
            } catch let error where !(error is CancellationError) {
                failure = error
                texts.append(failed([order], error, language))
            }
        }
        guard isDone else { throw failure }
        return Spoken.joined(texts)
    }

    // MARK: one utterance

    private static let name = "orders"
    private static let nevermind = "HassNevermind"

    /// What came of one order, or of several that belong together; no reply when nobody takes it.
    private struct Outcome {
        var orders: [Order]
        var skill = OrderDesk.name
        var reply: SkillReply?
        /// Nothing was done, since it failed.
        var isFailure = false
    }

    private func carryOut(
        _ orders: [Order], isConfirmed: Bool, _ utterance: Utterance, _ dialogue: Dialogue, _ context: SkillContext
    ) async throws -> Answered? {
        var outcomes: [Outcome] = []
        do {
            for order in orders where order.timing == .now {
                let outcome = try await attempt([order], isAlone: orders.count == 1, utterance.language) {
                    [try await handle(order, isConfirmed: isConfirmed, mayUndo: dialogue.mayUndo, utterance.language, context)]
                }
                outcomes += outcome
            }
            var later = orders.filter { $0.timing != .now }
            // What changed nothing is not taken back later.
            if !outcomes.isEmpty, outcomes.allSatisfy({ $0.reply?.actions.isEmpty ?? true && $0.reply?.needsConfirmation != true }) {
                later.removeAll { $0.isReturn == true }
            }
            if !later.isEmpty {
                outcomes += try await attempt(later, isAlone: orders.count == 1, utterance.language) {
                    try await keep(later, isConfirmed: isConfirmed, utterance.language, context)
                }
            }
        } catch {
            // What was done before the turn was given up is done.
            remember(outcomes, dialogue, utterance.language, context)
            throw error
        }

        // Nobody's as an order: then a skill's as it was said, unless that was only "oui".
        if orders.count == 1, !isConfirmed, outcomes.allSatisfy({ $0.reply == nil }) {
            return orders[0].text == utterance.text ? nil : try await parts.skills(utterance, context)
        }
        remember(outcomes, dialogue, utterance.language, context)
        return answered(outcomes, utterance.language)
    }

    /// One that fails does not hide the others; alone, it is the turn that fails.
    private func attempt(_ orders: [Order], isAlone: Bool, _ language: Language, _ body: () async throws -> [Outcome]) async throws -> [Outcome] {
        do { return try await body() } catch let error where !isAlone && !(error is CancellationError) {
            return [Outcome(orders: orders, reply: SkillReply(failed(orders, error, language)), isFailure: true)]
        }
    }

    /// What the next utterance may lean on, and who asked for what.
    private func remember(_ outcomes: [Outcome], _ dialogue: Dialogue, _ language: Language, _ context: SkillContext) {
        var dialogue = dialogue
        dialogue.settle()
        let taken = outcomes.filter { $0.reply != nil }
        let done = taken.filter { $0.reply?.actions.isEmpty == false }.flatMap(\.orders).filter { $0.timing == .now && $0.intent.name != Self.nevermind }
        // Also an order that only asked for its yes; but not what was no order.
        let orders = taken.filter { $0.reply?.tookWords == false }.flatMap(\.orders).filter { $0.intent.name != Self.nevermind }
        if !taken.isEmpty { dialogue.carriedOut(orders, hasActed: !done.isEmpty, at: context.now) }
        let unconfirmed = taken.filter { $0.reply?.needsConfirmation == true }.flatMap(\.orders)
        let incomplete = taken.filter { $0.reply?.asksWhich == true }.flatMap(\.orders)
        if !(unconfirmed.isEmpty && incomplete.isEmpty) { dialogue.hold(unconfirmed: unconfirmed, incomplete: incomplete, in: language, at: context.now) }
        dialogues.keep(dialogue, for: context.conversation)
        if !done.isEmpty { parts.record(done, context) }
    }

    /// Everything in one breath; questions last, so that the answer to them is the next thing said.
    private func answered(_ outcomes: [Outcome], _ language: Language) -> Answered {
        var texts: [String] = [], questions: [String] = []
        for outcome in outcomes {
            if let reply = outcome.reply {
                if reply.needsConfirmation || reply.asksWhich {
                    if !questions.contains(reply.text) { questions.append(reply.text) }
                } else {
                    texts.append(reply.text)
                }
            } else {
                let words = Spoken.quoted(outcome.orders.map(\.text), language)
                texts.append(language(fr: "Je n'ai pas compris \(words).", en: "I didn't understand \(words)."))
            }
        }
        let names = Set(outcomes.filter { $0.reply != nil && !$0.isFailure }.map(\.skill))
        return (
            names.count == 1 ? names.first ?? Self.name : Self.name,
            SkillReply(
                Spoken.joined(texts + questions), actions: outcomes.flatMap { $0.reply?.actions ?? [] },
                needsConfirmation: outcomes.contains { $0.reply?.needsConfirmation == true }, asksWhich: outcomes.contains { $0.reply?.asksWhich == true })
        )
    }

    // MARK: now

    /// - Parameter mayUndo: whether "annule" may be about what was made for later before.
    private func handle(_ order: Order, isConfirmed: Bool, mayUndo: Bool, _ language: Language, _ context: SkillContext) async throws -> Outcome {
        let intent = order.intent.name
        if intent == "JarvisRefuse" {
            return Outcome(orders: [order], reply: SkillReply(language(fr: "D'accord, je n'y touche pas.", en: "All right, I'll leave it alone.")))
        }
        if intent != Self.nevermind || mayUndo {
            for handler in parts.handlers where handler.intents.contains(intent) {
                if let reply = try await handler.handle(order, isConfirmed: isConfirmed, language: language, in: context) {
                    return Outcome(orders: [order], skill: handler.name, reply: reply)
                }
            }
        }
        if intent == Self.nevermind { return Outcome(orders: [order], reply: SkillReply(language(fr: "D'accord.", en: "All right."))) }
        let answered = try await parts.skills(Utterance(text: order.text, language: language), context)
        return Outcome(orders: [order], skill: answered?.skill ?? Self.name, reply: answered?.reply)
    }

    private func failed(_ orders: [Order], _ error: any Error, _ language: Language) -> String {
        log.warning("an order failed beside others", ["intents": orders.map(\.intent.name).joined(separator: " "), "error": "\(error)"])
        let words = Spoken.quoted(orders.map(\.text), language)
        return language(fr: "\(words) : ça n'a pas marché.", en: "\(words): that didn't work.")
    }

    // MARK: later

    /// Keeps orders for later, as far as nothing speaks against it: they will be carried out when nobody is there to be asked.
    private func keep(_ later: [Order], isConfirmed: Bool, _ language: Language, _ context: SkillContext) async throws -> [Outcome] {
        var ready: [Order] = [], refused: [Outcome] = [], unclear: [Outcome] = []
        // Orders for the same time belong together: they wait for the yes of any of them.
        var asked: [(timing: Order.Timing, questions: [String])] = []
        for order in later {
            // A yes answers a question, and gives nobody a right.
            switch try await caveat(about: order, language, context) {
            case nil: ready.append(order)
            case .ask where isConfirmed, .confirm where isConfirmed, .refuse where isConfirmed: ready.append(order)
            case .ask(let question): unclear.append(Outcome(orders: [order], reply: SkillReply(question, asksWhich: true)))
            case .refuse(let text), .forbid(let text), .prove(let text): refused.append(Outcome(orders: [order], reply: SkillReply(text)))
            case .confirm(let question):
                ready.append(order)
                if let index = asked.firstIndex(where: { $0.timing == order.timing }) {
                    if !asked[index].questions.contains(question) { asked[index].questions.append(question) }
                } else {
                    asked.append((order.timing, [question]))
                }
            }
        }
        var outcomes: [Outcome] = []
        let certain = ready.filter { order in !asked.contains { $0.timing == order.timing } }
        if !certain.isEmpty {
            outcomes.append(Outcome(orders: certain, skill: "automations", reply: try await parts.schedule(certain, language, context)))
        }
        return outcomes + refused + unclear
            + asked.map { timing, questions in
                Outcome(orders: ready.filter { $0.timing == timing }, reply: SkillReply(Spoken.joined(questions), needsConfirmation: true))
            }
    }

    /// Why somebody may not have these orders done, or not without a proof, whoever made them: the gravest for each.
    public func objection(to orders: [Order], language: Language, in context: SkillContext) async throws -> Caveat? {
        try await parts.handlers.objection(to: orders, language, context)
    }

    private func caveat(about order: Order, _ language: Language, _ context: SkillContext) async throws -> Caveat? {
        try await parts.handlers.caveat(about: order, language, context)
    }
}

extension [any OrderHandler] {
    /// Why somebody may not have orders done, or not without a proof; the first of them.
    public func objection(to orders: [Order], _ language: Language, _ context: SkillContext) async throws -> Caveat? {
        for order in orders {
            switch try await caveat(about: order, language, context) {
            case .forbid(let text): return .forbid(text)
            case .prove(let text): return .prove(text)
            case .ask, .confirm, .refuse, nil: break
            }
        }
        return nil
    }

    fileprivate func caveat(about order: Order, _ language: Language, _ context: SkillContext) async throws -> Caveat? {
        for handler in self where handler.intents.contains(order.intent.name) {
            if let caveat = try await handler.caveat(about: order, language: language, in: context) { return caveat }
        }
        return nil
    }
}

extension Order {
    /// Whether carrying it out does more than tell something. To stop or to be silent is what nobody needs to be asked about.
    fileprivate var changesSomething: Bool { timing != .now || !Self.harmless.contains(intent.name) }

    private static let harmless: Set<String> = [
        "HassGetState", "HassClimateGetTemperature", "HassGetWeather", "HassGetCurrentTime", "HassGetCurrentDate", "HassTimerStatus", "HassNevermind",
        "HassRespond", "JarvisExplain", "JarvisListRead", "JarvisAutomationList", "JarvisSceneList", "JarvisRefuse", "JarvisStop", "JarvisSkill",
    ]
}
