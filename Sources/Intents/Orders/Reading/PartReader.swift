import Domain

/// Reads one part of an utterance: an order, orders that share its words, or something to ask about.
struct PartReader {
    let finding: Finding
    let questions: Questions
    /// What "la" and "it" stand for: the order before this one, in this utterance or the last.
    var antecedent: Order?
    /// What "les" and "them" stand for: all orders of the last turn.
    var antecedents: [Order] = []

    enum Part {
        case orders([Order])
        case question(Reading.Question)
        /// Not an order, as far as anybody can tell.
        case unread(String)
    }

    private var lexicon: Lexicon { finding.lexicon }
    private var maker: OrderMaker { OrderMaker(finding: finding) }
    private static let pluralLimit = 4

    /// - Parameter text: the words as they were written.
    func read(_ text: String, exceptions: [[String: SlotValue]] = []) -> Part {
        if let part = exact(text, exceptions: exceptions) { return part }
        let sentence = Sentence(text)
        if let forbidden = Negation(lexicon: lexicon).forbidden(sentence) { return refusal(of: forbidden, text) }
        if let only = Negation(lexicon: lexicon).only(sentence) { return read(only, exceptions: exceptions) }
        if let part = pronoun(sentence, exceptions) { return part }
        if let part = turnedAround(sentence, exceptions) { return part }
        if let part = bareVerb(sentence) { return part }
        return part(of: finding.near(text), text, exceptions) ?? .unread(text)
    }

    /// What the words are to the letter; `nil` when no template has them so.
    func exact(_ text: String, exceptions: [[String: SlotValue]] = []) -> Part? {
        let sentence = finding.normal(Sentence(text))
        var found = Plausibility(finding: finding, sentence: sentence).filter(finding.exact(text))
        guard let best = found.first else { return nil }
        if best.freeSlots > 0 {
            // Free text takes anything, also a slip of the pen in a template that says more: the matcher weighs the two.
            let near = finding.near(text)
            if best.intent.name != "JarvisSkill" {
                found = near
                guard let first = found.first, first.cost < Decision.exactLimit else { return nil }
            } else if near.contains(where: { $0.freeSlots == 0 && $0.cost <= Decision.oneSlip && $0.missing == 0 && $0.unknown.isEmpty }) {
                return nil
            }
        }
        return part(of: found, text, exceptions)
    }

    /// What candidates for a text come to.
    func part(of candidates: [Candidate], _ text: String, _ exceptions: [[String: SlotValue]] = []) -> Part? {
        guard !candidates.isEmpty else { return nil }
        let sentence = finding.normal(Sentence(text))
        switch Decision(finding: finding, sentence: sentence).judge(candidates) {
        case .act(let candidate): return .orders([maker.order(candidate.intent, text: text, exceptions: exceptions)])
        case .ask(let doubt):
            return .question(
                questions.question(doubt) {
                    maker.order($0, text: text, exceptions: exceptions)
                } reread: { from, to in
                    reread(text, from, to, exceptions)
                })
        case .reject: return nil
        }
    }

    private func reread(_ text: String, _ from: String, _ to: String, _ exceptions: [[String: SlotValue]]) -> Order? {
        guard let range = text.range(of: from, options: [.caseInsensitive, .diacriticInsensitive]) else { return nil }
        let mended = text.replacingCharacters(in: range, with: to)
        guard let best = finding.near(mended).first, best.unknown.isEmpty, best.freeSlots == 0, best.cost <= Decision.actLimit else { return nil }
        return maker.order(best.intent, text: mended, exceptions: exceptions)
    }

    /// What must not be done is only worth an answer when it could be done.
    private func refusal(of forbidden: [String], _ text: String) -> Part {
        let refused = Part.orders([Order(Intent("JarvisRefuse"), text: text)])
        guard !forbidden.isEmpty else { return refused }
        var isThinkable = false
        for order in forbidden {
            switch part(of: finding.near(order), order) {
            case .orders(let orders): return .orders(orders.map { Order(Intent("JarvisRefuse", $0.intent.slots), text: text) })
            case .question(let question):
                isThinkable = isThinkable || !question.choices.isEmpty || lexicon.negationOpeners.contains(Sentence(text).words.first?.folded ?? "")
            case .unread, nil: break
            }
        }
        return isThinkable ? refused : .unread(text)
    }

    /// "éteins", and nothing else: the lights or the shutters of the room where it was said; elsewhere nobody knows what.
    private func bareVerb(_ sentence: Sentence) -> Part? {
        guard sentence.words.count == 1, let verb = lexicon.verbs[sentence.words[0].folded], verb.act != .other, verb.imperative != "stop" else { return nil }
        guard finding.area != nil, lexicon.language == .french else { return .question(questions.aboutWhat(sentence.text)) }
        switch verb.act {
        case .on, .off: return exact(verb.imperative + " la lumière")
        case .open, .shut: return exact(verb.imperative + " les volets")
        default: return .question(questions.aboutWhat(sentence.text))
        }
    }

    /// "dans la cuisine, allume la lumière": the order begins with its verb.
    private func turnedAround(_ sentence: Sentence, _ exceptions: [[String: SlotValue]]) -> Part? {
        let words = sentence.words
        guard words.count > 2, lexicon.isLight(words[0].folded), let verb = (1..<min(words.count, 7)).first(where: { lexicon.verbs[words[$0].folded] != nil })
        else { return nil }
        var rest = sentence.text(of: verb..<words.count)
        // "le chauffage, mets-le à 20": the thing was named before.
        if verb + 1 < words.count, lexicon.pronouns.contains(words[verb + 1].folded) {
            rest = words[verb].text + " " + sentence.text(of: 0..<verb) + " " + sentence.text(of: verb + 2..<words.count)
            return exact(rest, exceptions: exceptions)
        }
        return exact(rest + " " + sentence.text(of: 0..<verb), exceptions: exceptions)
    }

    /// "éteins-la", "mets-les en rouge", "turn it off": about what was spoken of before.
    private func pronoun(_ sentence: Sentence, _ exceptions: [[String: SlotValue]]) -> Part? {
        let targets = TargetText(language: lexicon.language)
        let words = sentence.words
        let pronoun = Pronoun(lexicon: lexicon)
        if pronoun.one(in: sentence) != nil {
            guard let text = pronoun.withKind(sentence, of: antecedent?.intent, in: finding.home) else {
                return .question(questions.aboutWhat(sentence.text))
            }
            return part(of: finding.near(text), text, exceptions)
        }
        guard let place = pronoun.place(in: sentence) else { return nil }
        if antecedents.count > 1, antecedents.count <= Self.pluralLimit, ["les", "leur", "them", "those", "these"].contains(words[place.lowerBound].folded) {
            var orders: [Order] = []
            for one in antecedents {
                let reader = PartReader(finding: finding, questions: questions, antecedent: one)
                guard case .orders(let found)? = reader.pronoun(sentence, exceptions) else { return nil }
                orders += found
            }
            return .orders(orders)
        }
        guard let antecedent, let target = targets.text(antecedent.intent) else { return .question(questions.aboutWhat(sentence.text)) }
        // "coupe-lui le son": whose it is.
        let text =
            pronoun.isOwner(words[place.lowerBound])
            ? sentence.text(of: 0..<place.lowerBound) + " " + sentence.text(of: place.upperBound..<words.count) + " sur " + target
            : sentence.replacing(place, with: target)
        let found = finding.near(text)
        guard let best = found.first, best.cost <= Decision.actLimit, case .orders(var orders)? = part(of: found, text, exceptions) else { return nil }
        // The words only led to the template: what is meant is what was meant before, unless another place is named.
        if place.upperBound >= words.count || best.intent.slots["area"]?.ids == antecedent.intent.slots["area"]?.ids {
            for index in orders.indices { orders[index].intent = Self.about(antecedent.intent, orders[index].intent) }
        }
        return .orders(orders)
    }

    /// An intent with the target of another.
    static func about(_ other: Intent, _ intent: Intent) -> Intent {
        var result = intent
        for slot in TargetText.slots where intent.slots[slot] != nil || other.slots[slot] != nil { result.slots[slot] = other.slots[slot] }
        return result
    }
}

/// Where a sentence has a word that stands for something spoken of before.
struct Pronoun {
    let lexicon: Lexicon

    /// "celui du salon", "the one in the kitchen": the words before the place.
    func one(in sentence: Sentence) -> Range<Int>? {
        guard let found = Self.ones.first(in: sentence.words), found.upperBound < sentence.words.count,
            lexicon.prepositions.contains(sentence.words[found.upperBound].folded)
        else { return nil }
        return found
    }

    private static let ones = Phrases("celui|celle|ceux|celles|the one|the ones")

    /// "celui du salon" as another of the kind that an order was about; `nil` without one, or when nobody knows the kind.
    func withKind(_ sentence: Sentence, of intent: Intent?, in home: HomeModel) -> String? {
        guard let one = one(in: sentence), let intent, let kind = TargetText(language: lexicon.language).kind(intent, in: home) else { return nil }
        let isOne = ["celui", "celle", "one"].contains(sentence.words[one.upperBound - 1].folded)
        return sentence.replacing(one, with: isOne ? TargetText.singular(kind) : kind)
    }

    /// "lui", "leur": something of the thing that was spoken of.
    func isOwner(_ word: Sentence.Word) -> Bool { lexicon.language == .french && ["lui", "leur"].contains(word.folded) }

    /// The pronoun behind the verb of an order.
    func place(in sentence: Sentence) -> Range<Int>? {
        let words = sentence.words
        guard words.count > 1, words.count <= 9, lexicon.verbs.nearest(to: words[0]) != nil else { return nil }
        for index in 1..<min(words.count, 3) where lexicon.pronouns.contains(words[index].folded) {
            if lexicon.language == .english { return ends(at: index, words) ? index..<index + 1 : nil }
            guard index == 1 else { continue }
            // "éteins-la" has a hyphen; "éteins la" ends there, or goes on with what no noun begins with.
            let gap = sentence.text[words[0].range.upperBound..<words[1].range.lowerBound]
            if gap.contains("-") || ends(at: index, words) { return index..<index + 1 }
        }
        return nil
    }

    private func ends(at index: Int, _ words: [Sentence.Word]) -> Bool {
        guard index + 1 < words.count else { return true }
        let next = words[index + 1].folded
        // "that lamp" is no pronoun; "it off", "it to 50", "la en rouge" are.
        return lexicon.prepositions.contains(next) || Self.followers.contains(next) || next.first?.isNumber == true || isOwner(words[index])
    }

    private static let followers: Set<String> = [
        "aussi", "plus", "moins", "un", "completement", "tous", "toutes", "maintenant", "off", "out", "up", "down", "back", "again", "too", "red", "blue",
        "green", "white", "yellow",
        "purple", "pink", "orange", "warm", "brighter", "dimmer", "darker", "louder", "quieter", "warmer", "cooler", "all", "a", "half", "halfway",
    ]
}
