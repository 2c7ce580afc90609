import Base
import Domain
import Understanding

/// What a clause says, by its verb.
extension Telling {
    mutating func tell(_ told: Told) {
        tellNames(told)
        let lemma = told.verb.lemma
        if Self.silent.contains(lemma) { return }
        if told.verb.tense == .conditional || Self.hoping.contains(lemma)
            || Self.modal.contains(lemma) && told.rest.first.map({ said.text[$0] == "to" }) == true
        {
            if let wish = wish(told) { add(told, Catalogue.relation("wishes"), wish, change: nil) }
            return
        }
        if lemma == "avoir", said.text[told.verb.core] == "a", said.text[told.verb.core - 1] == "y" { return there(told) }
        if lemma == "faire", told.clause.head?.pronoun == .he, told.clause.head?.subject.isEmpty == true,
            told.rest.first.map({ Self.weather.contains(said.text[$0]) }) == true
        {
            return
        }
        if opensAt(told) { return }
        let isPlanned = told.time.hasPoint && told.time.isAhead && !told.time.isSince && told.verb.polarity == .affirmed
        if isPlanned, [.present, .future].contains(told.verb.tense), lemma != "etre", lemma != "be", !isState(told) { return plan(told) }
        switch lemma {
        case "etre", "be":
            // "à partir de lundi le code sera 2020" says what will be; "je serai là lundi" is a plan.
            if told.verb.tense != .future || told.time.isSince { being(told) } else if isPlanned { plan(told) }
        case "avoir", "have": having(told)
        default: acting(told)
        }
    }

    /// Verbs that state nothing by themselves.
    private static let silent: Set<String> = [
        "falloir", "y avoir", "pouvoir", "valoir", "must", "say", "tell", "dire", "sembler", "se engager", "promettre", "compter", "promise", "intend",
        "suppose",
    ]
    private static let hoping: Set<String> = ["vouloir", "souhaiter", "rever"]
    private static let modal: Set<String> = ["want", "wish", "need", "have"]

    /// "ma cousine Anna habite …" says by the way who Anna is.
    private mutating func tellNames(_ told: Told) {
        for subject in told.subjects {
            guard let kinship = subject.kinship, FoldedText.key(subject.name) == subject.key, !nouns.nouns.calls.contains(subject.key) else { continue }
            let owner = owner(named: kinship.of)
            let first = said.text[told.phrase?.head.lowerBound ?? 0]
            if nouns.nouns.calls.contains(first) { continue }
            found.append(
                Statement(subject: owner, relation: Catalogue.relation(kinship.relation), value: subject.name, certainty: told.certainty, text: told.text))
        }
    }

    func owner(named key: String) -> Statement.Subject {
        switch key {
        case Fact.me: me
        case Fact.us: us
        default: discourse.mentions.last { $0.subject.key == key }?.subject ?? .init(key: key, name: key)
        }
    }

    private static let weather: Set<String> = [
        "froid", "chaud", "beau", "moche", "gris", "nuit", "jour", "bon", "mauvais", "doux", "frais", "noir", "soleil", "humide", "sec", "lourd",
    ]

    /// "la piscine ferme à 19 h": an hour without a day comes again every day.
    private mutating func opensAt(_ told: Told) -> Bool {
        let verbs: Set<String> = ["fermer", "ouvrir", "commencer", "finir", "passer", "close", "open", "start", "finish"]
        let hours: Set<String> = [
            "a", "h", "heure", "heures", "midi", "minuit", "at", "am", "pm", "noon", "midnight", "o", "clock", "et", "demie", "quart", "half", "past",
        ]
        guard verbs.contains(told.verb.lemma), told.verb.tense == .present, told.verb.polarity == .affirmed, !told.isPerson, told.phrase != nil,
            !told.restWithDays.isEmpty,
            told.restWithDays.allSatisfy({ said.text.tokens[$0].kind == .number || hours.contains(said.text[$0]) })
        else { return false }
        var told = told
        (told.time.from, told.time.until) = (nil, nil)
        add(told, Catalogue.relation("habit"), value([told.verb.core] + told.restWithDays), change: nil)
        return true
    }

    /// "il y a les clés du garage dans le tiroir"
    private mutating func there(_ told: Told) {
        guard told.verb.polarity == .affirmed, let first = told.rest.first, [.definite, .mine, .ours, .theirs].contains(nouns.determiner(at: first)?.0) else {
            return
        }
        _ = placed(told, told.rest)
    }

    // MARK: what is hoped for

    private func wish(_ told: Told) -> String? {
        let text = said.text
        guard var first = told.rest.first, told.verb.polarity == .affirmed else { return nil }
        let wanting: Set<String> = ["aimer", "vouloir", "souhaiter", "rever", "adorer", "like", "love", "want", "wish"]
        guard wanting.contains(told.verb.lemma) else { return nil }
        while ["bien", "de", "d", "to", "beaucoup", "trop"].contains(text[first]), first + 1 < told.clause.range.upperBound { first += 1 }
        let word = text[first], verbs = splitter.verbs.verbs
        let isInfinitive =
            verbs.infinitive(word) != nil
            || said.language == .french && word.count > 4 && (word.hasSuffix("er") || word.hasSuffix("ir")) && said.raw(first).first?.isLowercase == true
        guard isInfinitive, !ReadingWords.requests.contains(word), said.language == .french || text[first - 1] == "to" else { return nil }
        return value(told.rest.filter { $0 >= first })
    }

    // MARK: what will be and what was

    /// Whether the verb tells a state that lasts, which a day only dates: "on déménage à Lyon en août".
    private func isState(_ told: Told) -> Bool {
        guard let (frame, _) = frame(told) else { return ["naitre", "devoir"].contains(told.verb.lemma) }
        return frame.change != nil || ["lives_in", "works_at", "works_as", "studies_at", "born_in", "likes", "dislikes", "owes"].contains(frame.relation.name)
    }

    private mutating func plan(_ told: Told) {
        guard told.verb.lemma != "avoir", told.verb.lemma != "have" else { return having(told) }
        let deed = deed(told, keeping: told.time.recurrences)
        guard !deed.isEmpty, told.rest.isEmpty || said.text[told.rest[0]] != "que", !isFleeting(told) else { return }
        add(told, Catalogue.relation("plan"), deed, change: .holds)
    }

    /// "je rentre dans dix minutes": nobody needs it tomorrow. What is said for today without a time of day is no plan worth keeping either.
    private func isFleeting(_ told: Told) -> Bool {
        let text = said.text
        return told.time.points.contains { range in
            range.contains {
                ["minute", "minutes", "heure", "heures", "seconde", "secondes", "minutes", "hour", "hours", "second", "seconds"].contains(text[$0])
            }
                && ["dans", "in"].contains(text[range.lowerBound])
        } || told.rest.count <= 1 && told.verb.lemma == "" && told.rest.isEmpty
    }

    /// The deed in the speaker's words, from the verb on: "vu un film de Tati".
    func deed(_ told: Told, keeping kept: [Range<Int>]) -> String {
        let keptIndices = Set(kept.flatMap { $0 })
        let after = told.rest + keptIndices.filter { $0 > told.verb.core }
        return value([told.verb.core] + after.sorted())
    }

    /// What a verb without a place in the catalogue still says, when it says when: "hier on a vu …", "je cours le dimanche".
    mutating func happening(_ told: Told) {
        let lemma = told.verb.lemma
        guard told.verb.polarity == .affirmed, told.rest.first.map({ said.text[$0] != "que" && said.text[$0] != "that" }) ?? true else { return }
        if told.verb.isFinished, told.time.hasPoint, !told.time.isAhead {
            guard !told.rest.isEmpty || told.verb.lemma != "" else { return }
            add(told, Catalogue.relation("did"), deed(told, keeping: []), change: .holds)
        } else if told.verb.phase != .none {
            add(told, Catalogue.relation("habit"), infinitive(told), change: nil)
        } else if !told.verb.isFinished, told.time.isRecurring, [.present, .imperfect].contains(told.verb.tense), !(lemma.isEmpty && told.rest.isEmpty) {
            add(told, Catalogue.relation("habit"), deed(told, keeping: told.time.recurrences), change: nil)
        }
    }

    /// "fumer", "courir le matin".
    func infinitive(_ told: Told) -> String {
        let bare = told.verb.lemma.hasPrefix("se ") ? String(told.verb.lemma.dropFirst(3)) : told.verb.lemma
        let word = said.language == .french || bare.hasSuffix("ing") ? bare : (bare.hasSuffix("e") ? String(bare.dropLast()) : bare) + "ing"
        let rest = value(told.rest)
        return rest.isEmpty ? word : word + " " + rest
    }

    // MARK: adding

    /// How a clause stands to what was known.
    func change(_ told: Told, _ framed: Statement.Change?, isState: Bool) -> Statement.Change {
        if told.isCorrection { return .corrects }
        if told.verb.polarity == .noMore || told.verb.phase == .ends { return .ends }
        if told.verb.phase == .begins { return .begins }
        if let framed, framed != .holds { return told.verb.tense == .imperfect ? .was : framed }
        if told.time.isNow { return .begins }
        if told.verb.tense == .imperfect || told.time.isFormer { return .was }
        if told.verb.isFinished, isState { return .was }
        return .holds
    }

    mutating func add(
        _ told: Told, _ relation: Relation, _ value: String, change framed: Statement.Change?, isState: Bool = false, subjects: [Statement.Subject]? = nil
    ) {
        let change = framed == .holds && !told.isCorrection ? .holds : change(told, framed, isState: isState)
        guard !value.isEmpty || change == .ends, value.utf8.count <= 400 else { return }
        var from = told.time.from, until = told.time.until
        switch change {
        case .ends: (from, until) = (nil, from)
        case .begins: until = told.time.hasPoint ? nil : until
        case .corrects, .holds, .was: break
        }
        if relation.isLasting { (from, until) = (nil, nil) }
        let isNegated = told.verb.polarity == .negated && change != .ends
        for subject in subjects ?? told.subjects {
            found.append(
                Statement(
                    subject: subject, relation: relation, value: value, isNegated: isNegated, change: change, from: from, until: until,
                    certainty: told.certainty,
                    text: told.text))
        }
    }

    // MARK: values

    /// The words at these places, as they were said.
    func value(_ indices: [Int]) -> String {
        var pieces: [String] = [], start: Int?, last = 0
        for index in indices.sorted() {
            if let begun = start, index != last + 1 {
                pieces.append(said.original(begun..<last + 1))
                start = index
            }
            if start == nil { start = index }
            last = index
        }
        if let start { pieces.append(said.original(start..<last + 1)) }
        return pieces.joined(separator: " ")
    }

    private static let articles: Set<String> = [
        "le", "la", "les", "l", "du", "des", "un", "une", "d", "de", "au", "aux", "a", "the", "an", "some", "any", "to", "of", "ni", "nor", "neither", "plus",
        "pas",
    ]

    /// Without articles at its head: "de la viande" is "viande".
    func bare(_ indices: [Int]) -> [Int] {
        var first = 0
        while first < indices.count - 1, Self.articles.contains(said.text[indices[first]]) || said.text[indices[first]] == "a" { first += 1 }
        return Array(indices[first...])
    }

    /// "le thé, le café et le chocolat", one by one.
    func items(_ indices: [Int]) -> [[Int]] {
        var items: [[Int]] = [], current: [Int] = []
        for index in indices {
            let joins = ["et", "and", "ou", "or", "ni", "nor"].contains(said.text[index])
            if joins || said.gaps[index] == .comma, !current.isEmpty {
                items.append(current)
                current = []
            }
            if !joins { current.append(index) }
        }
        if !current.isEmpty { items.append(current) }
        return items.prefix(12).map(bare).filter { !$0.isEmpty }
    }
}
