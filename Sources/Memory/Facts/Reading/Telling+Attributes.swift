import Base
import Domain
import Understanding

/// "X de Y est Z", and "Julie est ma sœur".
extension Telling {
    /// Whose attribute the subject is, and which: "le code du portail", "ma couleur préférée", "la sœur de Léa".
    func attribute(of told: Told) -> (owners: [Statement.Subject], relation: Relation)? {
        guard let phrase = told.phrase, told.subjects.count == 1 else { return nil }
        var value = told.restWithDays
        if value.count > 1, ["le", "on", "the"].contains(said.text[value[0]]), isNumeric(value[1]) { value.removeFirst() }
        return attribute(of: phrase, value: value)
    }

    func attribute(of phrase: NounPhrase, value: [Int]?) -> (owners: [Statement.Subject], relation: Relation)? {
        guard let (owners, relation) = plainAttribute(of: phrase, value: value) else { return nil }
        // The network has one secret, whatever it is called and whosever it is.
        let network = ["wifi", "box"].first { word in phrase.range.contains { said.text[$0] == word } }
        guard let network, ["code", "password"].contains(relation.name) else { return (owners, relation) }
        return ([.init(key: network, name: network)], Catalogue.relation("password"))
    }

    func plainAttribute(of phrase: NounPhrase, value: [Int]?) -> (owners: [Statement.Subject], relation: Relation)? {
        let head = phrase.head, first = head.lowerBound
        let owner: Statement.Subject? = phrase.whose.first.flatMap { named($0)?.subject }
        if !phrase.whose.isEmpty, owner == nil { return nil }
        func owners(default other: Statement.Subject?) -> [Statement.Subject]? {
            if let owner { return [owner] }
            switch phrase.determiner {
            case .mine: return [me]
            case .ours: return [us]
            case .theirs: return [discourse.owner(said: said.original(phrase.range))]
            default: return other.map { [$0] }
            }
        }
        if let (kin, end) = nouns.kin(at: first, before: head.upperBound), end == head.upperBound, let whose = self.owner(of: phrase, kin: kin) {
            // "ma sœur est grande" tells how she is; only a name tells who.
            guard let value else { return ([whose], Catalogue.relation(kin.relation)) }
            return isNameValue(value) ? ([whose], Catalogue.relation(kin.relation)) : nil
        }
        if isFavourite(head) { return owners(default: us).map { ($0, Catalogue.relation(said.text.folded(head))) } }
        if let (relation, end) = nouns.attribute(at: first, before: head.upperBound) {
            if relation == "name", let whose = phrase.whose.first, let (kin, end) = nouns.kin(at: whose.head.lowerBound, before: whose.head.upperBound),
                end == whose.head.upperBound, let person = self.owner(of: whose, kin: kin)
            {
                // "my sister's name": who my sister is.
                return ([person], Catalogue.relation(kin.relation))
            }
            if end == head.upperBound { return owners(default: us).map { ($0, Catalogue.relation(relation)) } }
            // "le code wifi", "le code portail"
            if phrase.determiner != .none, phrase.whose.isEmpty, (end..<head.upperBound).allSatisfy({ !words.little.contains(said.text[$0]) }) {
                return ([.init(key: said.text.folded(end..<head.upperBound), name: said.original(end..<head.upperBound))], Catalogue.relation(relation))
            }
        }
        if said.language == .english,
            let last = (first + 1..<head.upperBound).first(where: { nouns.attribute(at: $0, before: head.upperBound)?.end == head.upperBound }),
            let (relation, _) = nouns.attribute(at: last, before: head.upperBound)
        {
            // "the gate code"
            return ([.init(key: said.text.folded(first..<last), name: said.original(first..<last))], Catalogue.relation(relation))
        }
        guard let value, let firstValue = value.first else {
            // Asked for: any noun of somebody.
            return phrase.whose.isEmpty && ![.mine, .ours, .theirs].contains(phrase.determiner)
                ? nil : owners(default: nil).map { ($0, Catalogue.relation(said.text.folded(head))) }
        }
        // "le cadeau de Zoé est un vélo"
        let isKind = value.count > 1 && said.language(fr: ["un", "une", "des"], en: ["a", "an", "some"]).contains(said.text[firstValue])
        let isPlain = isNumeric(firstValue) || isKind || said.isCapitalised(firstValue) && !words.little.contains(said.text[firstValue])
        guard isPlain, !phrase.whose.isEmpty || [.mine, .ours, .theirs].contains(phrase.determiner), let whose = owners(default: nil) else { return nil }
        return (whose, Catalogue.relation(said.text.folded(head)))
    }

    func isFavourite(_ head: Range<Int>) -> Bool {
        head.count > 1
            && head.contains { ["prefere", "preferee", "preferes", "preferees", "favori", "favorite", "favoris", "favourite"].contains(said.text[$0]) }
    }

    /// Somebody who is named and told whose kin: "mon frère Antoine".
    func kinNamed(_ range: Range<Int>) -> Named? {
        guard let phrase = nouns.read(range), [.mine, .ours, .theirs].contains(phrase.determiner) || !phrase.whose.isEmpty, let named = named(phrase),
            named.subject.kinship != nil, FoldedText.key(named.subject.name) == named.subject.key
        else { return nil }
        return named
    }

    func isNameValue(_ value: [Int]) -> Bool {
        let value = value.count > 1 && value.first.map { ["le", "la", "l", "the"].contains(said.text[$0]) } == true ? Array(value.dropFirst()) : value
        guard let first = value.first, let last = value.last, value.count <= 8 else { return false }
        if kinNamed(first..<last + 1) != nil { return true }
        let titles: Set<String> = ["docteur", "dr", "professeur", "madame", "monsieur", "mme", "m", "maitre", "doctor", "mr", "mrs", "ms", "miss"]
        if titles.contains(said.text[first]), value.count > 1 { return true }
        return coordinated(first..<last + 1).allSatisfy { part in
            nouns.isName(part, needsCapital: true)
                || nouns.isName(part) && part.count == 1 && !isTrade(part.lowerBound) && !isAdjective(said.text[part.lowerBound])
        }
    }

    /// Whether an unknown word in lower case is rather an adjective than a name.
    func isAdjective(_ word: String) -> Bool {
        ReadingWords.momentary.contains(word)
            || [
                "ee", "ees", "ieux", "ieuse", "ante", "ant", "ent", "ente", "ible", "able", "ique", "ive", "if", "elle", "el", "eux", "euse", "ful", "ous",
                "al", "ale", "ain", "aine", "aise", "ais",
            ]
            .contains { word.hasSuffix($0) && word.count > 4 }
            || Frames.of(said.language)[said.language == .french ? "etre" : "be"].contains { $0.marker.first == word }
            || [
                "grand", "grande", "petit", "petite", "blond", "blonde", "brun", "brune", "roux", "rousse", "jeune", "vieux", "vieille", "gros", "mince",
                "timide", "sage", "gaucher", "gauchere", "droitier", "tall", "short", "shy",
                "kind", "old", "young",
            ].contains(word)
    }

    mutating func attribute(_ told: Told, _ owners: [Statement.Subject], _ relation: Relation) {
        var words = told.restWithDays
        if let first = words.first, ["de", "le", "la", "l", "les", "du", "on", "the", "d", "a"].contains(said.text[first]), words.count > 1 {
            words.removeFirst()
        }
        if let first = words.first, ["the", "le"].contains(said.text[first]), words.count > 1 { words.removeFirst() }
        guard let first = words.first, isValue(words), !ReadingWords.momentary.contains(said.text[first]) || isNumeric(first) else { return }
        if told.phrase?.isFormer == true, !told.isCorrection {
            var told = told
            told.time.isFormer = true
            return addAttribute(told, owners, relation, words)
        }
        addAttribute(told, owners, relation, words)
    }

    static func isKin(_ relation: Relation, _ nouns: NounReader) -> Bool { nouns.nouns.kin.values.contains { $0.relation == relation.name } }

    mutating func addAttribute(_ told: Told, _ owners: [Statement.Subject], _ relation: Relation, _ words: [Int]) {
        var told = told
        // The day is the value, and no bound of it.
        if told.time.hasPoint, words.contains(where: { index in told.time.points.contains { $0.contains(index) } }) {
            (told.time.from, told.time.until) = (nil, nil)
        }
        let several = !relation.isSingle && relation.name != "plan"
        if Self.isKin(relation, nouns), let first = told.restWithDays.first, let last = told.restWithDays.last, let named = kinNamed(first..<last + 1),
            let kinship = named.subject.kinship
        {
            add(told, relation, named.subject.name, change: nil, subjects: owners)
            return add(told, Catalogue.relation(kinship.relation), named.subject.name, change: nil, subjects: [owner(named: kinship.of)])
        }
        for item in several ? items(words) : [words] {
            add(told, relation, value(item), change: nil, subjects: owners)
            if let kin = nouns.nouns.kin.values.first(where: { $0.relation == relation.name }), !Self.pets.contains(relation.name) {
                // "my sister's name is Julie and she works …"
                discourse.note(
                    .init(subject: .init(key: FoldedText.key(value(item)), name: value(item)), isFeminine: kin.gender.map { $0 == .feminine }, isPerson: true))
            }
        }
    }

    // MARK: "Julie est ma sœur"

    mutating func role(_ told: Told, _ rest: [Int]) -> Bool {
        guard told.subjects.count == 1, let subject = told.subjects.first, let first = rest.first, let last = rest.last, rest.count <= 8,
            subject.key != Fact.me, subject.key != Fact.us, last - first + 1 == rest.count, let phrase = nouns.read(first..<last + 1),
            [.mine, .ours, .theirs].contains(phrase.determiner) || !phrase.whose.isEmpty, phrase.determiner != .indefinite,
            phrase.determiner != .none || said.language == .english || phrase.whose.allSatisfy({ said.isCapitalised($0.head.lowerBound) })
        else { return false }
        let name = FoldedText.key(subject.name) == subject.key ? subject.name : subject.name
        if let (kin, end) = nouns.kin(at: phrase.head.lowerBound, before: phrase.head.upperBound), end == phrase.head.upperBound,
            let owner = owner(of: phrase, kin: kin), owner != subject
        {
            add(told, Catalogue.relation(kin.relation), name, change: nil, subjects: [owner])
            return true
        }
        guard told.isPerson || subject.key == Statement.Subject.last || phrase.determiner == .ours || phrase.determiner == .mine,
            let (relation, end) = nouns.attribute(at: phrase.head.lowerBound, before: phrase.head.upperBound),
            end == phrase.head.upperBound || isFavourite(phrase.head),
            let (owners, _) = attribute(of: phrase, value: nil)
        else {
            guard isFavourite(phrase.head), let (owners, relation) = attribute(of: phrase, value: nil) else { return false }
            add(told, relation, bareName(subject.name), change: nil, subjects: owners)
            return true
        }
        add(
            told, isFavourite(phrase.head) ? Catalogue.relation(said.text.folded(phrase.head)) : Catalogue.relation(relation), bareName(name), change: nil,
            subjects: owners)
        return true
    }

    /// Without its article: "le bleu" is "bleu".
    func bareName(_ name: String) -> String {
        for article in ["le ", "la ", "les ", "l'", "l’", "the "] where name.lowercased().hasPrefix(article) { return String(name.dropFirst(article.count)) }
        return name
    }
}
