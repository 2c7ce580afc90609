import Domain
import Foundation

/// Reads the answer to what was asked back: "oui", "la deuxième", "celle du salon", "à 7 h".
struct Answers {
    let finding: Finding
    let question: Reading.Question
    let now: Date
    let timeZone: TimeZone

    private var lexicon: Lexicon { finding.lexicon }
    private static let wordLimit = 8

    /// `nil` when it is no answer.
    func read(_ sentence: Sentence) -> Reading? {
        let words = sentence.words
        guard !words.isEmpty, words.count <= Self.wordLimit else { return nil }
        let assent = Assent.read(words, lexicon)
        if lexicon.neither.matches(words) || assent == false { return .answer(isYes: false) }
        let choices = question.choices
        guard !choices.isEmpty else { return nil }
        if lexicon.both.matches(words), choices.count > 1 { return .orders(choices.flatMap(\.orders)) }
        if assent == true { return choices.count == 1 ? .orders(choices[0].orders) : .question(question) }
        if choices.count > 1 {
            for (index, phrases) in lexicon.ordinals.enumerated() where phrases.matches(words) {
                if index < choices.count { return .orders(choices[index].orders) }
                // "la dernière" of two or three.
                return index == lexicon.ordinals.count - 1 ? .orders(choices[choices.count - 1].orders) : .question(question)
            }
        }
        if let chosen = chosen(by: words) { return .orders(choices[chosen].orders) }
        if let timed = timed(sentence) { return .orders(timed) }
        return corrected(sentence)
    }

    /// The one choice whose words were said.
    private func chosen(by words: [Sentence.Word]) -> Int? {
        let said = words.filter { !lexicon.isLight($0.folded) && !Self.fillers.contains($0.folded) && lexicon.yes.matches([$0]) == false }
        guard !said.isEmpty else { return nil }
        let scores = question.choices.map { choice -> Int in
            let label = Tokenizer.words(of: choice.label)
            return said.filter { word in label.contains { Self.isAlike(word.folded, $0.folded) } }.count
        }
        guard let best = scores.max(), best == said.count, scores.filter({ $0 == best }).count == 1 else { return nil }
        return scores.firstIndex(of: best)
    }

    private static let fillers: Set<String> = [
        "celle", "celui", "ceux", "celles", "one", "plutot", "bien", "sur", "ok", "oui", "yes", "please", "it", "moi", "c", "est",
    ]

    /// "allume" answers "allumer": the same word, in another form or with a slip.
    private static func isAlike(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        let (x, y) = (Array(a.utf8), Array(b.utf8))
        if min(x.count, y.count) >= 4, x.prefix(4) == y.prefix(4) { return true }
        return min(x.count, y.count) >= 5 && Edits.distance(x, y, limit: 1) <= 1
    }

    /// "à 7 h": another time than the one that was offered.
    private func timed(_ sentence: Sentence) -> [Order]? {
        guard question.choices.count == 1, let orders = question.choices.first?.orders, orders.contains(where: { $0.timing != .now }) else { return nil }
        var from = 0
        if let length = lexicon.no.length(at: 0, in: sentence.words, before: sentence.words.count) { from = length }
        guard let time = SpokenTime.read(sentence.words, at: from, before: sentence.words.count, lexicon.language), time.hour != nil,
            time.next == sentence.words.count
        else { return nil }
        return orders.map { order in
            guard let timing = time.instead(of: order.timing, now: now, timeZone: timeZone, lexicon.language) else { return order }
            var moved = order
            moved.timing = timing
            return moved
        }
    }

    private static let less = Phrases("mais seulement|mais juste|mais uniquement|seulement|juste|uniquement|but only|but just|only|just")

    /// "non, le bureau": something else in its place. "oui mais seulement la cuisine": less than all of it.
    private func corrected(_ sentence: Sentence) -> Reading? {
        let words = sentence.words
        let yes = lexicon.yes.length(at: 0, in: words, before: words.count) ?? 0
        let less = Self.less.length(at: yes, in: words, before: words.count).map { yes + $0 }
        guard
            let length = less ?? lexicon.no.length(at: 0, in: words, before: words.count)
                ?? lexicon.corrections.length(at: 0, in: words, before: words.count), length < words.count,
            let order = question.choices.first?.orders.last
        else { return nil }
        let rest = Sentence(sentence.text(of: length..<words.count))
        if let chosen = chosen(by: rest.words) { return .orders(question.choices[chosen].orders) }
        let others = less == nil ? Array(question.choices[0].orders.dropLast()) : []
        if let narrowed = Narrowing(finding: finding).narrowed(order, to: rest.text) { return .orders(others + narrowed) }
        guard !Layout.opensWithVerb(rest.words, 0, lexicon), let spliced = Splice(finding: finding).best(order.text, rest.text),
            let best = spliced.candidates.first,
            best.cost <= Decision.actLimit, best.unknown.isEmpty
        else { return nil }
        var mended = OrderMaker(finding: finding).order(best.intent, text: spliced.text, exceptions: order.exceptions)
        mended.timing = order.timing
        return .orders(others + [mended])
    }
}
