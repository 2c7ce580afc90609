public import Base
public import Domain
import Foundation

/// Reads utterances as orders, without a model: what the templates know, and around them courtesy, several orders, times, exceptions, corrections and what
/// leans on the orders before. docs/intents.md tells it step by step.
public struct SentenceReader: OrderReader {
    private let finder: @Sendable (Language) -> (any CandidateFinder)?
    private let home: @Sendable () -> HomeModel

    /// Nobody gives an order with more words; what has more is for a model.
    static let wordLimit = 80

    /// - Parameters:
    ///   - finder: the matcher of a language for the house as it is now; `nil` for one without templates.
    ///   - home: the house that the matcher was made for.
    public init(finder: @escaping @Sendable (Language) -> (any CandidateFinder)?, home: @escaping @Sendable () -> HomeModel) {
        self.finder = finder
        self.home = home
    }

    public func read(_ text: String, in context: ReadingContext) -> Reading { examine(text, in: context).reading }

    /// A reading, and how many questions to the matcher it took.
    func examine(_ text: String, in context: ReadingContext) -> (reading: Reading, calls: Int) {
        let sentence = Sentence(text)
        guard (1...Self.wordLimit).contains(sentence.words.count) else { return (.none, 0) }
        if !context.unconfirmed.isEmpty, let isYes = Assent.read(sentence) { return (.answer(isYes: isYes), 0) }
        guard let finder = finder(context.language) else { return (.none, 0) }
        let home = home()
        let finding = Finding(finder, Lexicon.of(context.language), home, area: context.area)
        let reading = UtteranceReader(finding: finding, context: context).read(sentence)
        return (Plural(lexicon: finding.lexicon).widened(reading), finding.calls)
    }
}

/// One reading of one utterance.
struct UtteranceReader {
    let finding: Finding
    let context: ReadingContext

    private var lexicon: Lexicon { finding.lexicon }
    private var questions: Questions {
        let home = finding.home
        let text = OrderText(context.language, timeZone: context.timeZone) { id in home.entities.first { $0.id == id }?.name }
        return Questions(finding: finding, text: text, now: context.now)
    }
    private var parts: PartReader { PartReader(finding: finding, questions: questions, antecedent: context.previous.last, antecedents: context.previous) }

    func read(_ sentence: Sentence) -> Reading {
        let bare = Cleaning.bare(sentence, lexicon)
        if let question = context.question ?? waiting {
            let answers = Answers(finding: finding, question: question, now: context.now, timeZone: context.timeZone)
            if let answer = answers.read(bare) { return answer }
        }
        if let rest = allBut(bare) { return rest }
        if let completed = completed(bare) { return .orders(completed) }
        let follow = FollowUps(finding: finding, parts: parts, previous: context.previous, isAsked: sentence.text.last { !$0.isWhitespace } == "?")
        let cleaned = Cleaning.clean(sentence, lexicon)
        // "en fait 20 ça suffit": with its small words, then without.
        let leaning = (bare.text == cleaned.text ? [bare] : [bare, cleaned]).compactMap(follow.read)
        for case .orders(let orders) in leaning { return .orders(orders) }
        for case .question(let question) in leaning { return .question(question) }
        guard !cleaned.words.isEmpty else { return .none }
        // What a template has word for word is most of what is said, and takes one look.
        if let part = trusted(cleaned) { return reading(of: part) }
        if let wish = wished(bare), let part = trusted(wish), case .orders = part { return reading(of: part) }
        if let topic = Topic(lexicon: lexicon).resolved(cleaned), let part = trusted(topic) ?? near(topic) { return reading(of: part) }
        if let chatter = Chatter(lexicon: lexicon).stripped(cleaned, areas: finding.home.areas) {
            return UtteranceReader(finding: finding.at(chatter.area), context: context).settled(Cleaning.clean(chatter.sentence, lexicon))
        }
        return settled(cleaned)
    }

    /// - Parameter cleaned: without courtesy and chatter.
    private func settled(_ cleaned: Sentence) -> Reading {
        guard !cleaned.words.isEmpty, !isReport(cleaned.words) else { return .none }
        if let result = resulting(cleaned), case .orders(let orders) = trusted(result).map(reading) ?? whole(result) { return .orders(orders) }
        if let corrected = Corrections(finding: finding).corrected(cleaned) { return trusted(corrected).map(reading) ?? whole(corrected) }
        return whole(cleaned)
    }

    /// "quand je dis éteins la cuisine", "il m'a dit, ouvre": somebody's words, and no order.
    private func isReport(_ words: [Sentence.Word]) -> Bool {
        words.indices.dropFirst().prefix(12).contains { index in
            lexicon.reports.contains(words[index].folded)
                && (lexicon.subjects.contains(words[index - 1].folded) || Self.tellers.contains(words[index - 1].folded))
        }
    }

    private static let tellers: Set<String> = ["tu", "a", "ai", "as", "ont", "avait", "m", "t", "nous", "vous", "lui", "me", "te", "has", "had", "just", "don"]

    /// "je voudrais le lampadaire en bleu": it is to be so.
    private func wished(_ sentence: Sentence) -> Sentence? {
        let words = Cleaning.clean(sentence, lexicon).words
        guard let said = lexicon.wishes.first(in: sentence.words), said.lowerBound <= 1, said.upperBound < sentence.words.count,
            lexicon.definite.contains(sentence.words[said.upperBound].folded), !words.isEmpty
        else { return nil }
        return Sentence(lexicon.language(fr: "mets ", en: "set ") + sentence.text(of: said.upperBound..<sentence.words.count))
    }

    /// "toutes les lumières éteintes", "je voudrais que le volet soit fermé": what is to come of it stands behind.
    private func resulting(_ sentence: Sentence) -> Sentence? {
        let words = sentence.words
        guard lexicon.language == .french, words.count > 1, lexicon.verbs[words[0].folded] == nil else { return nil }
        // It is the last word, or the last before an exception.
        let end = lexicon.exceptions.first(in: words, from: 1)?.lowerBound ?? words.count
        guard let verb = lexicon.results[words[end - 1].folded],
            !words[..<(end - 1)].contains(where: { Self.being.contains($0.folded) || lexicon.reversals.contains($0.folded) })
        else { return nil }
        let wish = words[0].folded == "que" || words[0].folded == "qu" ? 1 : 0
        let hasBeing = end > 1 && ["soit", "soient"].contains(words[end - 2].folded)
        if wish > 0, !hasBeing { return nil }
        let thing = wish..<(end - (hasBeing ? 2 : 1))
        return thing.isEmpty ? nil : Sentence(verb + " " + sentence.text(of: thing) + " " + sentence.text(of: end..<words.count))
    }

    private static let being: Set<String> = [
        "est", "sont", "etait", "etaient", "reste", "restent", "restee", "a", "ai", "ont", "as", "qui", "combien", "elle", "il",
    ]

    private func near(_ sentence: Sentence) -> PartReader.Part? {
        let part = parts.read(sentence.text)
        if case .orders = part { return part }
        return nil
    }

    /// Orders that wait for a yes, or lack something, as the question that they are: what mends them is read as its answer.
    private var waiting: Reading.Question? {
        let orders = context.unconfirmed.isEmpty ? context.incomplete : context.unconfirmed
        return orders.isEmpty ? nil : Reading.Question(text: "", choices: [.init(label: "", orders: orders)])
    }

    /// "la cuisine", where it was asked which room.
    private func completed(_ sentence: Sentence) -> [Order]? {
        let parts = context.incomplete.map { Narrowing(finding: finding).completed($0, by: sentence) }
        return parts.isEmpty || parts.contains { $0 == nil } ? nil : parts.flatMap { $0 ?? [] }
    }

    /// "oui, sauf la cuisine", "partout sauf la cuisine": the order that waits, without what is left out.
    private func allBut(_ sentence: Sentence) -> Reading? {
        let waiting = context.unconfirmed.isEmpty ? context.incomplete : context.unconfirmed
        guard let order = waiting.last, waiting.count == 1, order.exceptions.isEmpty else { return nil }
        let words = sentence.words
        let start = [lexicon.yes, lexicon.both, lexicon.everything].compactMap { $0.length(at: 0, in: words, before: words.count) }.max() ?? 0
        guard let length = lexicon.exceptions.length(at: start, in: words, before: words.count), start + length < words.count else { return nil }
        let reading = whole(Sentence(order.text + " " + sentence.text(of: start..<words.count)))
        guard case .orders(var orders) = reading else { return reading }
        for index in orders.indices {
            orders[index].timing = order.timing
            if !context.incomplete.isEmpty { orders[index].isWide = true }
        }
        return .orders(orders)
    }

    private func reading(of part: PartReader.Part) -> Reading {
        switch part {
        case .orders(let orders): .orders(orders)
        case .question(let question): .question(question)
        case .unread: .none
        }
    }

    /// An exact reading of everything, unless its free text may hold another order, or when.
    private func trusted(_ sentence: Sentence) -> PartReader.Part? {
        let found = finding.exact(sentence.text)
        guard let best = Plausibility(finding: finding, sentence: finding.normal(sentence)).filter(found).first, best.unknown.isEmpty else { return nil }
        if best.freeSlots > 0 {
            let words = sentence.words
            for index in words.indices.dropFirst() {
                let after = index + (lexicon.joints.length(at: index, in: words, before: words.count) ?? 0)
                if after > index || words[index].followsPause, Layout.opensWithVerb(words, after, lexicon) { return nil }
            }
            if best.intent.name != "JarvisSkill" {
                let timings = timings(in: sentence)
                if timings.contains(where: { $0.words.lowerBound == 0 }) || best.intent.name == "HassMediaSearchAndPlay" && !timings.isEmpty { return nil }
            }
        }
        return parts.exact(sentence.text)
    }

    private func timings(in sentence: Sentence) -> [TimingSpan] {
        TimingReader(words: sentence.words, sentence: sentence, finding: finding, now: context.now, timeZone: context.timeZone).spans()
    }

    /// "sauf le garage, éteins tout" as "éteins tout sauf le garage"; `nil` when it does not begin so.
    private func exceptionLast(_ sentence: Sentence) -> Sentence? {
        let words = sentence.words
        guard lexicon.exceptions.length(at: 0, in: words, before: words.count) != nil,
            let pause = words.indices.dropFirst().first(where: { words[$0].followsPause })
        else { return nil }
        return Sentence(sentence.text(of: pause..<words.count) + " " + sentence.text(of: 0..<pause))
    }

    /// Whether free text is a short name, which holds no other order and no time.
    private func hasPlainText(_ candidate: Candidate) -> Bool {
        guard candidate.freeSlots > 0 else { return true }
        guard !["HassMediaSearchAndPlay", "JarvisSkill", "HassBroadcast"].contains(candidate.intent.name) else { return false }
        return candidate.intent.slots.values.allSatisfy { value in
            let words = Sentence(value.text).words
            return words.count <= 3 && !words.indices.dropFirst().contains { lexicon.joints.length(at: $0, in: words, before: words.count) != nil }
        }
    }

    private func whole(_ sentence: Sentence) -> Reading {
        if let moved = exceptionLast(sentence) { return whole(moved) }
        let timings = timings(in: sentence)
        // One order with a slip in it, before several: "une heure et 30 szcondes" is not two. What is forbidden is no slip.
        let near = finding.near(sentence.text)
        if let best = near.first, best.cost <= Decision.oneSlip, best.missing == 0, best.unknown.isEmpty, best.intent.slots["conversation_command"] == nil,
            best.intent.name.hasSuffix("Timer") || timings.isEmpty, hasPlainText(best), Negation(lexicon: lexicon).forbidden(sentence) == nil,
            case .orders(let orders)? = parts.part(of: near, sentence.text)
        {
            return .orders(orders)
        }
        let layout = Layout(sentence, lexicon, timings: timings)
        guard let first = layout.pieces.first else { return .none }
        if layout.pieces.count == 1, first.timing == nil, first.lasting == nil, first.exceptions.isEmpty { return reading(of: parts.read(sentence.text)) }
        var assembly = Assembly(finding: finding, questions: questions, layout: layout, antecedent: context.previous.last, now: context.now)
        let result = assembly.read()
        if assembly.isSure { return result }
        // Parts that say nothing by themselves: the whole, with more of a guess.
        if !assembly.hasOwnOrders, near.first?.unknown.isEmpty == true, case .question(let question)? = parts.part(of: near, sentence.text) {
            return .question(question)
        }
        // A name with "et" in it, misspelled; a time that is part of a template.
        if let best = near.first, best.cost <= Decision.actLimit, best.freeSlots == 0, best.unknown.isEmpty,
            case .orders(let orders)? = parts.part(of: [best], sentence.text)
        {
            return .orders(orders)
        }
        return result
    }
}
