import Base
import Domain
import Foundation

/// What is asked back, with what each answer stands for.
struct Questions {
    let finding: Finding
    let text: OrderText
    let now: Date

    typealias Question = Reading.Question

    private var language: Language { finding.lexicon.language }

    /// - Parameters:
    ///   - order: makes the order of an intent.
    ///   - reread: reads the part again with other words in it.
    func question(_ doubt: Decision.Doubt, order: (Intent) -> Order, reread: (_ from: String, _ to: String) -> Order?) -> Question {
        switch doubt {
        case .onOrOff(let candidate): onOrOff(candidate.intent, order)
        case .among(let candidates): among(candidates.map(\.intent), order)
        case .likely(let candidate): likely(order(candidate.intent))
        case .unknown(let candidate): unknown(candidate.unknown, reread)
        case .sameName(let candidate, let ids): sameName(candidate.intent, ids, order)
        }
    }

    private func onOrOff(_ intent: Intent, _ order: (Intent) -> Order) -> Question {
        let both = ["HassTurnOn", "HassTurnOff"].map { Intent($0, intent.slots) }
        let verbs = both.map { IntentVerb.of($0) }.map { language(fr: $0?.infinitive ?? "", en: $0?.english ?? "") }
        let target = text.target(intent) ?? ""
        return Question(
            text: language(fr: "Je dois \(verbs[0]) ou \(verbs[1]) \(target) ?", en: "Should I \(verbs[0]) or \(verbs[1]) \(target)?"),
            choices: zip(verbs, both).map { .init(label: $0, orders: [order($1)]) })
    }

    private func among(_ intents: [Intent], _ order: (Intent) -> Order) -> Question {
        let orders = intents.map(order)
        var labels = intents.map { text.target($0) ?? "" }
        if Set(intents.map(\.name)).count > 1 || Set(labels).count < labels.count { labels = orders.map { text.infinitive($0, now: now) } }
        // Two that cannot be told apart by name are not worth telling apart aloud.
        var choices: [Question.Choice] = []
        for (label, order) in zip(labels, orders) where !choices.contains(where: { $0.label == label }) { choices.append(.init(label: label, orders: [order])) }
        if choices.count == 1 { return likely(choices[0].orders[0]) }
        return Question(text: language(fr: "Tu veux dire \(either(choices)) ?", en: "Do you mean \(either(choices))?"), choices: choices)
    }

    private func likely(_ order: Order) -> Question {
        Question(
            text: language(fr: "Tu veux que \(text.wish(order, now: now)) ?", en: "Do you want me to \(text.wish(order, now: now))?"),
            choices: [.init(label: text.infinitive(order, now: now), orders: [order])])
    }

    private func unknown(_ names: [UnknownName], _ reread: (String, String) -> Order?) -> Question {
        if finding.home.entities.isEmpty, finding.home.areas.isEmpty {
            return Question(
                text: language(
                    fr: "Je ne vois aucune maison : elle n'est pas reliée à Jarvis, ou elle est hors d'atteinte. La page « Maison » dit comment la relier.",
                    en: "I see no house: it isn't connected to Jarvis, or it's out of reach. The page “House” says how to connect it."))
        }
        let quoted = names.map { language(fr: "« \($0.text) »", en: "“\($0.text)”") }
        let said = language(fr: "Je ne connais pas \(OrderText.joined(quoted, "ni")).", en: "I don't know \(OrderText.joined(quoted, "or")).")
        guard names.count == 1, let name = names.first else { return Question(text: said) }
        // Names that are only nearest because all are far would be a strange thing to offer.
        let letters = Array(Tokenizer.folded(name.text.lowercased()).utf8)
        let limit = (letters.count + 1) / 3
        let alike = name.nearest.filter { Edits.distance(letters, Array(Tokenizer.folded($0.lowercased()).utf8), limit: limit) <= limit }
        let choices = alike.prefix(2).compactMap { nearest in reread(name.text, nearest).map { Question.Choice(label: nearest, orders: [$0]) } }
        if choices.isEmpty { return Question(text: said) }
        return Question(text: said + language(fr: " Tu voulais dire \(either(choices)) ?", en: " Did you mean \(either(choices))?"), choices: choices)
    }

    private func sameName(_ intent: Intent, _ ids: [String], _ order: (Intent) -> Order) -> Question {
        let bearers = finding.home.entities.filter { ids.contains($0.id) }.prefix(4)
        let choices = bearers.map { entity in
            var one = intent
            one.slots["name"]?.ids = [entity.id]
            let area = finding.home.areas.first { $0.id == entity.area }?.name
            let label =
                area.map { language(fr: "\(FrenchNoun(entity.name).definite) \(FrenchNoun($0).ofIt)", en: "the \(entity.name) in the \($0)") } ?? entity.name
            return Question.Choice(label: label, orders: [order(one)])
        }
        return Question(text: language(fr: "Il y en a plusieurs : \(either(choices)) ?", en: "There are several: \(either(choices))?"), choices: Array(choices))
    }

    /// Whether it opens the house or is hard to undo.
    func isRisky(_ intent: Intent) -> Bool { Decision.isRisky(intent, in: finding.home) }

    /// Whether two intents are about the same thing, as far as anybody can tell.
    func overlap(_ a: Intent, _ b: Intent) -> Bool {
        let (x, y) = (finding.home.targets(of: a), finding.home.targets(of: b))
        return x.isEmpty || y.isEmpty || x.contains { one in y.contains { $0.id == one.id } }
    }

    /// The orders that a forbidden one would be.
    func forbidden(_ order: Order) -> [Intent] {
        (Negation(lexicon: finding.lexicon).forbidden(Sentence(order.text)) ?? []).compactMap { finding.near($0).first?.intent }
    }

    /// What was put as a question is done after a yes.
    func really(_ orders: [Order]) -> Question {
        let wishes = text.wishes(orders, now: now)
        return Question(
            text: language(fr: "Tu veux que \(wishes) ?", en: "Do you want me to \(wishes)?"),
            choices: [.init(label: language(fr: "oui", en: "yes"), orders: orders)])
    }

    /// What cannot be taken back is said so, and not passed over.
    func noUndo(_ orders: [Order]) -> Question {
        let quoted = orders.map { text.infinitive($0, now: now) }.map { language(fr: "« \($0) »", en: "“\($0)”") }
        let acts = OrderText.joined(quoted, language(fr: "ni", en: "or"))
        return Question(text: language(fr: "Je ne sais pas annuler \(acts).", en: "I don't know how to undo \(acts)."))
    }

    /// What was on before is not known any more: no contrary of many things without a yes.
    func instead(_ orders: [Order]) -> Question {
        let wishes = text.wishes(orders, now: now)
        return Question(
            text: language(
                fr: "Je ne sais plus comment c'était avant. Tu veux que \(wishes) ?", en: "I don't know how it was before. Do you want me to \(wishes)?"),
            choices: [.init(label: language(fr: "oui", en: "yes"), orders: orders)])
    }

    // MARK: when

    func offer(_ orders: [Order], _ timing: Order.Timing, isOver: Bool) -> Question {
        var later = orders
        for index in later.indices { later[index].timing = timing }
        let when = text.timing(timing, now: now)
        let over = isOver ? language(fr: "C'est déjà passé. ", en: "That is over already. ") : ""
        return Question(
            text: over + language(fr: "Je le fais \(when) ?", en: "Shall I do it \(when)?"), choices: [.init(label: when, orders: later)])
    }

    func which(_ orders: [Order], _ choices: [(label: String, timing: Order.Timing)]) -> Question {
        let all = choices.map { choice in
            Question.Choice(
                label: choice.label,
                orders: orders.map { order in
                    var timed = order; timed.timing = choice.timing; return timed
                })
        }
        return Question(text: language(fr: "Lequel : \(either(all)) ?", en: "Which one: \(either(all))?"), choices: all)
    }

    func notUnderstood(_ words: String) -> Question {
        Question(text: language(fr: "Je n'ai pas compris « \(words) ».", en: "I did not understand “\(words)”."))
    }

    func noContrary(_ order: Order) -> Question {
        Question(
            text: language(
                fr: "Je ne sais pas revenir en arrière après « \(text.infinitive(order, now: now)) ». Je le fais quand même ?",
                en: "I would not know how to take “\(text.infinitive(order, now: now))” back. Shall I do it anyway?"),
            choices: [.init(label: text.infinitive(order, now: now), orders: [order])])
    }

    func aboutWhat(_ verb: String) -> Question {
        Question(text: language(fr: "Je ne sais pas de quoi tu parles : dis-moi quoi.", en: "I don't know what you mean: tell me what."))
    }

    private func either(_ choices: some Sequence<Question.Choice>) -> String { OrderText.joined(choices.map(\.label), language(fr: "ou", en: "or")) }
}
