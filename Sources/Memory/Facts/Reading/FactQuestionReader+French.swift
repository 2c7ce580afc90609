import Base
import Domain
import Understanding

/// French questions: the word that asks may stand first ("où habite Léa") or where the answer will ("Léa habite où").
extension Asking {
    /// What asks at the head of a question, longest first.
    private static let heads: [(words: [String], hole: Hole)] = table([
        (.since, "depuis (quand|combien de temps)"), (.since, "(ca|cela) fait (combien de temps|longtemps)"), (.until, "jusqu (a quand|quand)"),
        (.count, "combien (de|d)"), (.amount, "combien"), (.name, "comment"), (.time, "(c est quand|quand c est)"), (.time, "quand"),
        (.time, "(a quelle heure|quel jour|a quelle date)"),
        (.person, "(chez|avec|pour|a) qui"), (.person, "qui (est ce qui|c est qui|)"), (.person, "c est qui (qui|)"), (.thing, "(a|de|d|avec|en) quoi"),
        (.thing, "qu est ce (que|qu|qui)"), (.thing, "(que|qu|quoi)"),
        (.which, "(dans|a|en|de|chez|pour|) (quel|quelle|quels|quelles)"), (.whether, "est ce (que|qu)"),
    ])

    static func table(_ rows: [(Hole, String)]) -> [(words: [String], hole: Hole)] {
        rows.flatMap { hole, text in Frames.expanded(text).filter { !$0.isEmpty }.map { (words: $0, hole: hole) } }.sorted { $0.words.count > $1.words.count }
    }

    func french(from start: Int, _ telling: Telling) -> FactQuestion? {
        let text = said.text, end = said.count
        // "rappelle-moi le code du portail", "tu connais la pointure de Tom"
        for from in Set([start, 0]) {
            if let next = text.readsAny(Self.giving, at: from, before: end), next < end, let phrase = telling.nouns.read(next..<end),
                [.definite, .mine, .ours, .theirs].contains(phrase.determiner),
                telling.nouns.attribute(at: phrase.head.lowerBound, before: phrase.head.upperBound) != nil
            {
                return attribute(next..<end, telling)
            }
        }
        if let next = text.readsAny([["c", "est", "vrai", "que"], ["c", "est", "vrai", "qu"]], at: start, before: end) {
            return open(.whether, noun: nil, marker: [], without([], from: next), inverted: nil)
        }
        // "qui a la perceuse": where it is.
        if text[start] == "qui", text[start + 1] == "a", start + 3 < end, let named = telling.named(start + 2..<end), !named.isPerson,
            [.definite, .mine, .ours].contains(named.phrase.determiner)
        {
            return FactQuestion(subject: named.subject, relation: Catalogue.relation("located_at"), wanted: .value)
        }
        // "c'est quel jour les poubelles jaunes"
        if let next = text.readsAny(
            [["c", "est", "quel", "jour"], ["c", "est", "a", "quelle", "heure"], ["c", "est", "quelle", "date"]], at: start, before: end), next < end
        {
            return identity(next..<end, asks: "quand", history: false, telling)
        }
        // "qu'est-ce qu'il y a dans le tiroir"
        if let next = text.readsAny(
            [["qu", "est", "ce", "qu", "il", "y", "a"], ["qu", "y", "a", "t", "il"], ["y", "a", "quoi"], ["il", "y", "a", "quoi"]], at: start, before: end),
            next + 1 < end,
            ReadingWords.locatives.contains(text[next])
        {
            return FactQuestion(subject: nil, relation: Catalogue.relation("located_at"), wanted: .subjects(value: said.original(next..<end)))
        }
        // "c'est quoi le code", "c'était quoi l'ancien code", "c'est qui Léa", "c'est quand l'anniversaire de …", "c'est combien le loyer", "c'est où …"
        if ["c", "ce"].contains(text[start]), ["est", "etait", "sera"].contains(text[start + 1]),
            ["quoi", "qui", "quand", "combien", "quel", "comment"].contains(text[start + 2]) || text[start + 2] == "ou"
        {
            return identity(start + 3..<end, asks: text[start + 2], history: text[start + 1] == "etait", telling)
        }
        // "le code du portail c'est quoi", "mon frère c'est qui"
        if end - start > 3, ["quoi", "qui", "quand", "combien", "comment"].contains(text[end - 1]), ["est", "etait"].contains(text[end - 2]),
            ["c", "ce"].contains(text[end - 3])
        {
            return identity(start..<end - 3, asks: text[end - 1], history: text[end - 2] == "etait", telling)
        }
        // "quel est le code", "qui est ma sœur", "quand est l'anniversaire de …"
        if ["quel", "quelle", "quels", "quelles", "qui", "quand", "combien"].contains(text[start]),
            ["est", "sont", "etait", "etaient"].contains(text[start + 1]), text[start + 2] != "ce",
            let found = identity(
                start + 2..<end, asks: ["qui", "quand"].contains(text[start]) ? text[start] : "quoi", history: text[start + 1].hasPrefix("et"), telling)
        {
            return found
        }
        var removed: Set<Int> = [], hole: Hole?, asked: Range<Int>?
        if let next = text.readsAny([["c", "est", "vrai", "que"], ["c", "est", "vrai", "qu"]], at: start, before: end) {
            let rest = without([], from: next)
            return open(.whether, noun: nil, marker: [], rest, inverted: nil)
        }
        if text[start] == "ou", said.isAccented(start, "où") || start + 1 < end {
            (hole, asked) = (.place, start..<start + 1)
        } else if text[start] == "d", text[start + 1] == "ou" {
            return nil
        } else {
            for head in Self.heads {
                if let next = text.reads(head.words, at: start, before: end) {
                    (hole, asked) = (head.hole, start..<next)
                    break
                }
            }
        }
        if let asked {
            removed.formUnion(asked)
            for tail in [["est", "ce", "que"], ["est", "ce", "qu"], ["est", "ce", "qui"], ["c", "est", "que"], ["c", "est", "qui"]] {
                if let next = text.reads(tail, at: asked.upperBound, before: end) { removed.formUnion(asked.upperBound..<next) }
            }
        } else if let place = inPlace(from: start) {
            (hole, asked) = (place.hole, place.range)
            removed.formUnion(place.range)
        }
        // "quand j'étais petit, on avait …" only says when.
        if hole == .time, said.questions.isEmpty, said.gaps.dropFirst(start + 1).contains(.comma) || telling.splitter.clauses().count > 1 { return nil }
        let isMarked = !said.questions.isEmpty || asked != nil
        var inverted: ClauseWords.Pronoun?
        if let (range, pronoun) = inversion(from: start) {
            removed.formUnion(range)
            inverted = pronoun
        }
        guard let hole = hole ?? (isMarked || inverted != nil ? .whether : nil), inverted != .you else { return nil }
        // "quel âge a Julie", "quel sport fait Tom": the noun is part of what asks.
        var noun: Range<Int>?
        if hole == .which || hole == .count, let asked, asked.upperBound < end {
            let from = asked.upperBound
            let length = telling.nouns.attribute(at: from, before: end)?.end ?? telling.nouns.kin(at: from, before: end)?.end ?? from + 1
            noun = from..<min(length, end)
            removed.formUnion(noun ?? from..<from)
            for tail in [["est", "ce", "que"], ["est", "ce", "qu"]] {
                if let next = text.reads(tail, at: length, before: end) { removed.formUnion(length..<next) }
            }
        }
        if end - start > 4, text[end - 2] == "ou", ["pas", "non"].contains(text[end - 1]) { removed.formUnion(end - 2..<end) }
        let rest = without(removed, from: start)
        return open(hole, noun: noun, marker: asked.map { Array($0.map { text[$0] }) } ?? [], rest, inverted: inverted)
    }

    private static let giving = sequences(
        """
        (tu peux|peux tu|tu pourrais|) me (redonner|donner|rappeler|redire|dire)
        (redonne|donne|rappelle|redis|dis) moi
        tu (te souviens|te rappelles) (de|d|)
        (tu connais|connais tu|tu as|as tu)
        """)

    /// "habite-t-elle", "aime-t-il", "ai-je", "as-tu": the pronoun after the verb.
    private func inversion(from start: Int) -> (Range<Int>, ClauseWords.Pronoun)? {
        let text = said.text, verbs = Verbs.of(.french)
        for index in start..<max(start, said.count - 1)
        where verbs.finite(text[index]) != nil && said.gaps[index + 1] != .comma && said.gaps[index + 1] != .stop {
            if text[index] == "rendez" { continue }
            let hasT = text[index + 1] == "t" && index + 2 < said.count
            let place = hasT ? index + 2 : index + 1
            guard ["il", "elle", "ils", "elles", "on", "je", "tu", "vous", "nous"].contains(text[place]), let pronoun = said.words.pronouns[text[place]] else {
                continue
            }
            // "où est-ce que Léa habite elle": a pronoun with a verb of its own behind it is a subject.
            if place + 1 < said.count, !hasT, verbs.finite(text[place + 1]) != nil, text[place + 1] != "a" || said.isAccented(place + 1, "a"),
                !["dit", "mis", "fait"].contains(text[place + 1])
            {
                continue
            }
            let between = text.original[text.tokens[index].end..<text.tokens[place].start]
            guard
                hasT || between.contains("-") || ["je", "tu"].contains(text[place]) || index == start
                    || ["il", "elle"].contains(text[place]) && said.gaps[place] != .comma && place + 1 == said.count
            else { continue }
            return (index + 1..<place + 1, pronoun)
        }
        return nil
    }

    /// What asks where the answer will stand: "Léa habite où", "il aime quoi Paul", "elle a combien d'enfants Julie".
    private func inPlace(from start: Int) -> (hole: Hole, range: Range<Int>)? {
        let text = said.text, end = said.count
        for index in start..<end where index > start {
            switch text[index] {
            case "ou"
            where said.isAccented(index, "où") || index + 1 == end || said.gaps.indices.contains(index + 1) && Verbs.of(.french).finite(text[index - 1]) != nil:
                return (.place, index..<index + 1)
            case "quoi":
                let isLed =
                    ["de", "avec", "en"].contains(text[index - 1])
                    || text[index - 1] == "a" && (said.isAccented(index - 1, "à") || index > 1 && Verbs.of(.french).finite(text[index - 2]) != nil)
                return (.thing, (isLed ? index - 1 : index)..<index + 1)
            case "qui" where ["chez", "avec", "pour"].contains(text[index - 1]): return (.person, index - 1..<index + 1)
            case "comment": return (.name, index..<index + 1)
            case "quand":
                return text[index - 1] == "depuis"
                    ? (.since, index - 1..<index + 1)
                    : text[index - 1] == "a" && text[index - 2] == "jusqu" ? (.until, index - 2..<index + 1) : (.time, index..<index + 1)
            case "combien":
                if text[index - 1] == "depuis" { return (.since, index - 1..<min(index + 3, end)) }
                return ["de", "d"].contains(text[index + 1])
                    ? (.count, index..<index + 2) : (.amount, (text[index - 1] == "de" ? index - 1 : index)..<index + 1)
            case "quel", "quelle", "quels", "quelles":
                let isLed = ["en", "dans", "de"].contains(text[index - 1]) || said.isAccented(index - 1, "à")
                return (.which, (isLed ? index - 1 : index)..<index + 1)
            default: break
            }
        }
        return nil
    }

    /// "quoi / qui / quand est X": an attribute, or all there is to know of somebody.
    private func identity(_ range: Range<Int>, asks word: String, history: Bool, _ telling: Telling) -> FactQuestion? {
        var range = range
        while let last = range.last, ["deja", "encore", "avant", "maintenant", "actuellement", "alors"].contains(said.text[last]) {
            range = range.lowerBound..<last
        }
        while let first = range.first, ["deja", "encore", "alors"].contains(said.text[first]) { range = first + 1..<range.upperBound }
        let hasBefore = said.text[range.upperBound] == "avant"
        guard !range.isEmpty else { return nil }
        // "qui est allergique", "quand est née Léa", "qui est le plus grand" are questions with a verb.
        if word == "qui", let found = attribute(range, telling, history: history || hasBefore) { return found }
        if word == "qui", telling.nouns.determiner(at: range.lowerBound) != nil, let named = telling.named(range), !named.isPerson {
            // "c'est qui le prof de piano de Zoé"
            return FactQuestion(subject: named.subject, relation: Catalogue.relation("name"), wanted: .value)
        }
        if word == "qui" {
            guard telling.nouns.isName(range, needsCapital: false),
                !Frames.of(.french)["etre"].contains(where: { $0.marker.first == said.text[range.lowerBound] }), said.text[range.lowerBound] != "qui",
                range.count > 1 || said.isCapitalised(range.lowerBound) || !telling.isTrade(range.lowerBound),
                Verbs.of(.french).participle(said.text[range.lowerBound]) == nil || said.isCapitalised(range.lowerBound)
            else { return nil }
            return subject(range, telling).map { FactQuestion(subject: $0, relation: nil, wanted: .everything) }
        }
        if word == "ou" {
            guard let named = telling.named(range), !named.isPerson else { return nil }
            return FactQuestion(subject: named.subject, relation: Catalogue.relation("located_at"), wanted: .value)
        }
        if let found = attribute(range, telling, history: history || hasBefore) { return found }
        // "c'est quand le rendez-vous chez le dentiste"
        guard word == "quand", let named = telling.named(range), !named.isPerson else { return nil }
        return FactQuestion(subject: named.subject, relation: Catalogue.relation("date"), wanted: .value)
    }

    /// The question with its hole known, and the words that ask gone.
    private func open(_ hole: Hole, noun: Range<Int>?, marker: [String], _ rest: Saying, inverted: ClauseWords.Pronoun?) -> FactQuestion? {
        var telling = Telling(rest, today: today, timeZone: timeZone)
        let verbs = VerbGroupReader(rest), end = rest.count
        guard end > 0 else { return nil }
        // Who does it: the subject is what is asked for.
        if hole == .person, marker.first == "qui" || marker.first == "c" {
            guard let verb = verbs.read(at: 0, before: end), !verb.isToYou else { return nil }
            return subjects(verb, verb.end..<end, &telling)
        }
        guard let (verb, subject, complement) = core(rest, telling, verbs, inverted) else { return nil }
        guard let about = telling.askedSubject(subject.range, pronoun: subject.pronoun) else { return nil }
        return answer(hole, noun: noun.map { said.text.folded($0) }, nounRange: noun, marker, about, verb, complement, &telling)
    }

    /// Subject and verb, in either order: "Léa habite", "habite Léa", "elle habite, Léa".
    private func core(
        _ rest: Saying, _ telling: Telling, _ verbs: VerbGroupReader, _ inverted: ClauseWords.Pronoun?
    ) -> (VerbGroup, (range: Range<Int>, pronoun: ClauseWords.Pronoun?), Range<Int>)? {
        let end = rest.count
        let isInverted = rest.words.pronouns[rest.text[0]] == nil && verbs.read(at: 0, before: end) != nil
        if !isInverted, let head = telling.splitter.head(at: 0, before: end, carries: false) {
            guard !head.verb.isToYou, head.pronoun != .you else { return nil }
            let complement = head.verb.end..<end
            // "il aime … Paul", "elle habite … Léa": who it is comes last.
            if head.subject.isEmpty, let pronoun = head.pronoun, [.she, .he, .they, .it].contains(pronoun), let named = trailing(complement, rest, telling) {
                return (head.verb, (named, nil), complement.lowerBound..<named.lowerBound)
            }
            return (head.verb, (head.subject, head.subject.isEmpty ? head.pronoun : nil), complement)
        }
        guard let verb = verbs.read(at: 0, before: end), !verb.isToYou else { return nil }
        if let inverted { return (verb, (0..<0, inverted), verb.end..<end) }
        // "habite Léa", "est garée la voiture", "travaille mon frère depuis 2019"
        let isAdjective = verb.lemma == "etre" && Frames.of(.french)["etre"].contains { $0.marker.first == rest.text[verb.end] && $0.value == .list }
        if isAdjective, verb.end + 1 < end { return (verb, (verb.end + 1..<end, nil), verb.end..<verb.end + 1) }
        var last = end
        while last > verb.end {
            if let named = telling.named(verb.end..<last), named.isPerson || last == end || telling.times.end(at: last, before: end) != nil {
                return (verb, (verb.end..<last, nil), last..<end)
            }
            last -= 1
        }
        return nil
    }

    /// The name at the end of a question that a pronoun stood for.
    private func trailing(_ range: Range<Int>, _ rest: Saying, _ telling: Telling) -> Range<Int>? {
        for start in range
        where range.upperBound - start <= 5
            && (start == range.lowerBound || !["a", "en", "chez", "au", "aux", "de", "du", "d", "pour", "dans"].contains(rest.text[start - 1]))
        {
            let words = start..<range.upperBound
            let isNoun = telling.nouns.determiner(at: start).map { [.mine, .ours, .theirs, .definite].contains($0.0) } ?? false
            if isNoun || rest.isCapitalised(start) || start == range.lowerBound && range.count == 1, telling.named(words) != nil { return words }
        }
        return nil
    }
}
