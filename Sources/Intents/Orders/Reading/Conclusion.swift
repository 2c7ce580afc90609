import Domain
import Foundation

/// Concludes from the units of an utterance: orders, one question, or nothing.
struct Conclusion {
    let questions: Questions
    let layout: Layout
    let now: Date
    let lexicon: Lexicon

    /// Orders in one breath; more are no orders.
    private static let orderLimit = 16
    /// Longer words that nobody understood make the whole a matter for a model.
    private static let unreadLimit = 8

    private enum Step {
        case orders([Order])
        case question(Reading.Question)
    }

    func reading(of units: [Assembly.Unit]) -> Reading {
        let hasOrders = units.contains { unit in
            switch unit.part {
            case .orders(let orders): orders.contains { $0.intent.name != "JarvisSkill" } || units.count == 1
            case .question: true
            case .unread: false
            }
        }
        guard hasOrders else { return skillsAlone(units) }
        var steps: [Step] = []
        for (index, unit) in units.enumerated() {
            switch unit.part {
            case .orders(let orders): steps.append(timed(orders, unit))
            case .question(let question): steps.append(timed(question, unit))
            case .unread(let text):
                let words = Tokenizer.words(of: text)
                if isChatter(words), index < units.count - 1 {
                    continue
                }
                if words.count > Self.unreadLimit || isQuestion(words) { return .none }
                // What follows it without a verb is the rest of it.
                let isCut = index + 1 < units.count && !layout.pieces[units[index + 1].pieces.lowerBound].opensWithVerb
                if unit.isFragment || isCut || !isSeparate(words) {
                    steps.append(.question(questions.notUnderstood(text)))
                } else {
                    steps.append(.orders([Order(Intent("JarvisSkill"), text: text)]))
                }
            }
        }
        return concluded(steps)
    }

    /// Nothing for the house: all of it is one skill's, or a model's.
    private func skillsAlone(_ units: [Assembly.Unit]) -> Reading {
        let orders = units.flatMap { unit -> [Order] in if case .orders(let orders) = unit.part { orders } else { [] } }
        return orders.isEmpty || units.contains { if case .unread = $0.part { true } else { false } } ? .none : .orders(orders)
    }

    private func concluded(_ steps: [Step]) -> Reading {
        let asked = steps.compactMap { if case .question(let question) = $0 { question } else { nil } }
        guard !asked.isEmpty else {
            var orders: [Order] = []
            for case .orders(let found) in steps { for order in found where !orders.contains(order) { orders.append(order) } }
            // "éteins la cuisine, laisse tomber": taken back in the same breath.
            if orders.count > 1, let last = orders.last, last.intent.name == "HassNevermind" { return .orders([Order(last.intent, text: last.text)]) }
            guard let spared = Refusals(questions: questions, lexicon: lexicon).spared(by: orders) else {
                return .question(questions.notUnderstood(layout.sentence.text))
            }
            return spared.isEmpty || spared.count > Self.orderLimit ? .none : .orders(spared)
        }
        guard asked.count == 1, let question = asked.first else {
            return .question(
                Reading.Question(text: asked.map(\.text).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: " ")))
        }
        // Whatever is chosen, the sure orders before and behind it are done with it.
        var mended = question
        for index in mended.choices.indices {
            mended.choices[index].orders = steps.flatMap { step in
                switch step {
                case .orders(let orders): orders
                case .question: question.choices[index].orders
                }
            }
        }
        return .question(mended)
    }

    // MARK: when

    private func timed(_ orders: [Order], _ unit: Assembly.Unit) -> Step {
        guard unit.timing != nil || unit.lasting != nil, !orders.contains(where: { $0.intent.name == "JarvisRefuse" }) else { return .orders(orders) }
        var result = orders
        switch unit.timing?.meaning {
        case .timing(let timing)?: for index in result.indices { result[index].timing = timing }
        case .offer(let timing, let isOver)?: return .question(questions.offer(orders, timing, isOver: isOver))
        case .choice(let choices)?: return .question(questions.which(orders, choices))
        case .unclear?: return .question(questions.notUnderstood(layout.sentence.text(of: unit.timing?.words ?? 0..<0)))
        case .lasting?, .until?, nil: break
        }
        guard let lasting = unit.lasting else { return .orders(result) }
        var ends: [Order] = []
        for order in result {
            guard let end = end(of: lasting, from: order.timing), var back = OrderMaker.contrary(of: order, in: lexicon.language),
                !questions.isRisky(order.intent), !questions.isRisky(back.intent)
            else { return .question(questions.noContrary(order)) }
            back.timing = end
            back.isReturn = true
            ends.append(back)
        }
        return .orders(result + ends)
    }

    private func end(of lasting: TimingSpan, from start: Order.Timing) -> Order.Timing? {
        switch (lasting.meaning, start) {
        case (.lasting(let length), .now): .after(seconds: length)
        case (.lasting(let length), .after(let delay)): .after(seconds: delay + length)
        case (.lasting(let length), .at(let date)): .at(date.addingTimeInterval(length))
        case (.until(let timing), .now), (.until(let timing), .after), (.until(let timing), .at): timing
        default: nil
        }
    }

    /// The answer to a question about a part is done when that part is to be done.
    private func timed(_ question: Reading.Question, _ unit: Assembly.Unit) -> Step {
        guard case .timing(let timing)? = unit.timing?.meaning else { return .question(question) }
        var later = question
        for choice in later.choices.indices { for order in later.choices[choice].orders.indices { later.choices[choice].orders[order].timing = timing } }
        return .question(later)
    }

    // MARK: what was not understood

    /// "il fait sombre, allume la lumière": a reason, not an order.
    private func isChatter(_ words: [Sentence.Word]) -> Bool { Chatter(lexicon: lexicon).isChatter(words[...]) }

    private func isQuestion(_ words: [Sentence.Word]) -> Bool { lexicon.questionOpeners.length(at: 0, in: words, before: words.count) != nil }

    /// Whether it can be told apart from the orders beside it: it begins like an order of its own.
    private func isSeparate(_ words: [Sentence.Word]) -> Bool { lexicon.opensWithVerb(words, at: 0) }
}
