import Domain
import Foundation

/// Reads the pieces of an utterance one after the other, and puts what they come to together.
struct Assembly {
    let finding: Finding
    let questions: Questions
    let layout: Layout
    var antecedent: Order?
    let now: Date

    /// Pieces that were read together.
    struct Unit {
        var part: PartReader.Part
        var pieces: ClosedRange<Int>
        /// A fragment that leans on the verb of the unit before.
        var isFragment = false
        var timing: TimingSpan?
        var lasting: TimingSpan?
    }

    private var units: [Unit] = []
    /// Whether every piece was read as an order.
    var isSure: Bool { !units.isEmpty && units.allSatisfy { if case .orders = $0.part { true } else { false } } }

    /// Whether at least two pieces are orders with verbs of their own.
    var hasOwnOrders: Bool {
        units.count { unit in if case .orders = unit.part { pieces[unit.pieces.lowerBound].opensWithVerb } else { false } } > 1
    }

    private var lexicon: Lexicon { finding.lexicon }
    private var pieces: [Layout.Piece] { layout.pieces }
    private static let tailLimit = 5

    init(finding: Finding, questions: Questions, layout: Layout, antecedent: Order?, now: Date) {
        self.finding = finding
        self.questions = questions
        self.layout = layout
        self.antecedent = antecedent
        self.now = now
    }

    mutating func read() -> Reading {
        var index = 0
        /// The order whose verb fragments lean on.
        var base: String?
        while index < pieces.count {
            let unit = unit(at: index, base: base)
            if case .orders(let orders) = unit.part, let last = orders.last {
                antecedent = last
                // "n'allume pas la cuisine mais le salon": the fragment leans on the order that is forbidden.
                base = last.intent.name == "JarvisRefuse" ? Negation(lexicon: lexicon).forbidden(Sentence(last.text))?.first : last.text
            } else if pieces[index].opensWithVerb {
                base = pieces[index].text
            }
            units.append(isForbidden(unit) ? refused(unit) : unit)
            // "c'est quoi la différence entre …": what follows is part of the question.
            if units.count == 1, case .unread(let text) = unit.part, lexicon.isInquiry(Tokenizer.words(of: text)) { return .none }
            index = unit.pieces.upperBound + 1
        }
        shareTails()
        placeTimings()
        return Conclusion(questions: questions, layout: layout, now: now, lexicon: lexicon).reading(of: units)
    }

    /// "n'éteins pas la cuisine et la chambre", "il ne faut pas éteindre la télé et ouvrir le volet": what is forbidden goes on behind an "et".
    private func isForbidden(_ unit: Unit) -> Bool {
        guard let last = units.last, case .orders(let before) = last.part, before.last?.intent.name == "JarvisRefuse", case .orders = unit.part else {
            return false
        }
        let piece = pieces[unit.pieces.lowerBound]
        let words = layout.sentence.words
        let joint = piece.words.lowerBound > 0 ? words[piece.words.lowerBound - 1].folded : ""
        guard joint != "mais", joint != "but" else { return false }
        if !piece.opensWithVerb { return unit.isFragment }
        let verb = words[piece.words.lowerBound].folded
        guard ["et", "ou", "ni", "and", "or", "nor"].contains(joint) else { return false }
        // "et éteins le salon" is an order of its own; "et ouvrir le volet" is not.
        return lexicon.language == .english || ["er", "ir", "re"].contains(where: verb.hasSuffix)
    }

    private func refused(_ unit: Unit) -> Unit {
        guard case .orders(let orders) = unit.part else { return unit }
        var result = unit
        result.part = .orders(
            orders.map { order in
                Order(
                    Intent("JarvisRefuse", order.intent.slots.filter { TargetText.slots.contains($0.key) }),
                    text: lexicon.language(fr: "ne touche pas à ", en: "don't touch ") + order.text)
            })
        return result
    }

    // MARK: one unit

    private func unit(at index: Int, base: String?) -> Unit {
        let piece = pieces[index]
        let exceptions: [[String: SlotValue]]
        switch self.exceptions(of: piece) {
        case .left(let slots): exceptions = slots
        case .unknown(let name):
            let candidate = Candidate(intent: Intent("HassTurnOff"), cost: Decision.unknownName, unknown: [name])
            let question = questions.question(.unknown(candidate)) {
                Order($0, text: piece.text)
            } reread: { _, _ in
                nil
            }
            return unit(.question(question), index...index)
        case .unread(let words): return unit(.question(questions.notUnderstood(words)), index...index)
        }
        let reader = PartReader(finding: finding, questions: questions, antecedent: antecedent)
        // "réveille-moi à 7 h": the skill reads the time itself, and needs it to be an order at all.
        if piece.timing != nil || piece.lasting != nil {
            let text = layout.sentence.text(of: piece.fullRange)
            let whole = Plausibility(finding: finding, sentence: finding.normal(Sentence(text))).filter(finding.exact(text)).first
            if let whole, whole.intent.name.hasSuffix("Timer") || whole.intent.name == "JarvisSkill",
                case .orders(let orders)? = reader.exact(text, exceptions: exceptions)
            {
                // A time that a template has itself, such as a timer's, says nothing about when.
                return skill(orders) ?? Unit(part: .orders(orders), pieces: index...index)
            }
        }
        var last = index
        while last + 1 < pieces.count, !pieces[last + 1].opensWithVerb { last += 1 }
        for end in stride(from: last, through: index, by: -1) {
            guard let text = layout.text(of: index...end), let part = reader.exact(text, exceptions: exceptions), case .orders(let orders) = part else {
                continue
            }
            return skill(orders) ?? unit(part, index...end, isFragment: base != nil && !piece.opensWithVerb)
        }
        if !piece.opensWithVerb, let base, let fragment = fragment(piece, base, exceptions, reader) { return unit(fragment, index...index, isFragment: true) }
        return unit(reader.read(piece.text, exceptions: exceptions), index...index)

        /// A skill's text goes on over what would only be part of it, and keeps its times.
        func skill(_ orders: [Order]) -> Unit? {
            guard orders.count == 1, orders[0].intent.name == "JarvisSkill" else { return nil }
            var end = index
            while end + 1 < pieces.count, continuesSkill(end + 1, of: index) { end += 1 }
            let range = pieces[index].fullRange.lowerBound..<pieces[end].fullRange.upperBound
            var order = orders[0]
            order.text = layout.sentence.text(of: range)
            return Unit(part: .orders([order]), pieces: index...end)
        }
    }

    private func unit(_ part: PartReader.Part, _ range: ClosedRange<Int>, isFragment: Bool = false) -> Unit {
        let own = range.lazy.map { self.pieces[$0] }
        return Unit(part: part, pieces: range, isFragment: isFragment, timing: own.compactMap(\.timing).first, lasting: own.compactMap(\.lasting).first)
    }

    /// "remind me to turn off the oven and lock the door": behind "to" and "de", verbs in the infinitive belong to what is to be remembered.
    private func continuesSkill(_ next: Int, of first: Int) -> Bool {
        let piece = pieces[next]
        if !piece.opensWithVerb { return true }
        let words = layout.sentence.words
        guard pieces[first].words.contains(where: { ["to", "de", "d"].contains(words[$0].folded) }), pieces[next - 1].timing == nil,
            !words[piece.words.lowerBound].followsPause
        else { return false }
        let joint = piece.words.lowerBound > 0 ? words[piece.words.lowerBound - 1].folded : ""
        guard ["et", "and", "ou", "or"].contains(joint) else { return false }
        let verb = words[piece.words.lowerBound].folded
        return lexicon.language == .english
            || ["er", "ir", "re"].contains { verb.hasSuffix($0) } && lexicon.verbs[verb]?.imperative != words[piece.words.lowerBound].text
    }

    private func exceptions(of piece: Layout.Piece) -> Exceptions.Reading {
        guard !piece.exceptions.isEmpty else { return .left([]) }
        let intent = finding.exact(piece.text).first?.intent
        let reader = Exceptions(finding: finding)
        var slots: [[String: SlotValue]] = []
        for text in piece.exceptions {
            if intent?.name == "JarvisListClear" {
                slots += reader.items(text)
                continue
            }
            // "sauf celui du salon": one of the kind that the order is about.
            switch reader.read(Pronoun(lexicon: lexicon).withKind(Sentence(text), of: intent, in: finding.home) ?? text) {
            case .left(let found): slots += found
            case let other: return other
            }
        }
        return .left(slots)
    }

    private func fragment(_ piece: Layout.Piece, _ base: String, _ exceptions: [[String: SlotValue]], _ reader: PartReader) -> PartReader.Part? {
        let text = Pronoun(lexicon: lexicon).withKind(Sentence(piece.text), of: antecedent?.intent, in: finding.home) ?? piece.text
        guard let spliced = Splice(finding: finding).best(base, text, isExactOnly: !isBaseRead), let best = spliced.candidates.first else { return nil }
        // A slip in a fragment is believed; half of one is not.
        guard spliced.isExact || !best.unknown.isEmpty || best.missing == 0 && best.cost <= Decision.oneSlip else { return nil }
        return reader.part(of: spliced.candidates, spliced.text, exceptions)
    }

    /// Whether the order that a fragment leans on is one; else only an exact reading of both is believed.
    private var isBaseRead: Bool {
        guard let last = units.last else { return false }
        if case .unread = last.part { return false }
        return true
    }

    // MARK: what several targets share

    /// "mets le salon et la chambre à 19": what ends the last of several targets belongs to those before it too.
    private mutating func shareTails() {
        for index in units.indices.reversed() where units[index].isFragment {
            guard case .orders(let orders) = units[index].part, let order = orders.first, orders.count == 1 else { continue }
            var first = index - 1
            while first >= 0 {
                let unit = units[first]
                if let text = withTail(of: pieces[units[index].pieces.upperBound].text, unit, order.intent) { units[first].part = text }
                guard unit.isFragment else { break }
                first -= 1
            }
        }
    }

    private func withTail(of fragment: String, _ unit: Unit, _ wanted: Intent) -> PartReader.Part? {
        guard unit.pieces.count == 1 else { return nil }
        let own: String
        switch unit.part {
        case .orders(let orders):
            guard orders.count == 1, orders[0].intent.name != wanted.name, orders[0].intent.name != "JarvisRefuse", orders[0].intent.name != "JarvisSkill"
            else { return nil }
            // A value, not another verb, must be what makes them differ.
            guard wanted.slots.contains(where: { !TargetText.slots.contains($0.key) }) else { return nil }
            own = orders[0].text
        case .unread, .question: own = pieces[unit.pieces.lowerBound].text
        }
        let words = Sentence(fragment)
        // "enlève 1 et 5 minutes": two halves of one value, not two values.
        guard words.words.first.map({ $0.folded.first?.isNumber != true }) ?? false else { return nil }
        let reader = PartReader(finding: finding, questions: questions, antecedent: antecedent)
        for length in 1...Self.tailLimit where length < words.words.count {
            let text = own + " " + words.text(of: words.words.count - length..<words.words.count)
            if case .orders(let orders)? = reader.exact(text), orders.first?.intent.name == wanted.name { return .orders(orders) }
        }
        return nil
    }

    // MARK: when

    /// Spreads what was said of the time over the orders it holds for.
    private mutating func placeTimings() {
        // What stands before an order holds for those after it too.
        var leading: TimingSpan?
        for index in units.indices {
            let piece = pieces[units[index].pieces.lowerBound]
            if let own = units[index].timing {
                leading = piece.timingLeads ? own : nil
            } else if let leading {
                units[index].timing = leading
            }
        }
        // What stands behind the last one holds for those before it, or for the targets of its verb.
        guard let last = units.indices.last, let span = units[last].timing, !pieces[units[last].pieces.upperBound].timingLeads, last > 0 else {
            return shareLengths()
        }
        for index in units.indices.dropLast().reversed() {
            guard units[index].timing == nil, span.isForAll || units[index + 1].isFragment else { break }
            if case .orders(let orders) = units[index].part, orders.contains(where: { $0.intent.name == "JarvisSkill" }) { break }
            units[index].timing = span
        }
        shareLengths()
    }

    private mutating func shareLengths() {
        for index in units.indices.dropFirst().reversed() where units[index].isFragment && units[index].lasting != nil && units[index - 1].lasting == nil {
            units[index - 1].lasting = units[index].lasting
        }
    }
}
