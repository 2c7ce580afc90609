import Base
import Domain
import Understanding

/// Clauses with "être" and "avoir".
extension Telling {
    mutating func being(_ told: Told) {
        let rest =
            told.rest.first.map { ["de", "a"].contains(said.text[$0]) && told.rest.count > 1 && isNumeric(told.rest[1]) } == true
            ? Array(told.rest.dropFirst()) : told.rest
        for frame in Frames.of(said.language)[said.language == .french ? "etre" : "be"] {
            guard let after = self.rest(after: frame.marker, in: rest) else { continue }
            if !told.isPerson, frame.relation.name != "likes" { break }
            return state(told, frame, rest, after)
        }
        if let (owners, relation) = attribute(of: told) { return attribute(told, owners, relation) }
        if !told.isPerson, told.phrase != nil, told.time.hasPoint, !told.restWithDays.isEmpty,
            told.rest.allSatisfy({ ["le", "the", "on", "de", "a"].contains(said.text[$0]) })
        {
            // "le rendez-vous chez le dentiste c'est le 18 novembre à 15 h": the day is the value, and no bound of it.
            var told = told
            (told.time.from, told.time.until) = (nil, nil)
            return add(told, Catalogue.relation("date"), value(told.restWithDays), change: nil)
        }
        guard let first = rest.first, isValue(rest) else { return }
        if told.isPerson, said.language == .english, isAge(rest) { return add(told, Catalogue.relation("age"), value(rest), change: nil) }
        if role(told, rest) { return }
        if !told.isPerson, let head = told.phrase?.head.lowerBound, nouns.kin(at: head, before: head + 1) != nil || isTrade(head), isNameValue(rest) {
            // "la prof de maths d'Élise c'est madame Cohen"
            let (owners, relation) = told.phrase.flatMap { attribute(of: $0, value: nil) } ?? (told.subjects, Catalogue.relation("name"))
            return add(told, relation, value(rest), change: nil, subjects: owners)
        }
        let word = said.text[first]
        if let topic, told.clause.head?.pronoun == .it {
            // "on a changé de médecin, c'est le docteur Aubin"
            return add(told, topic.relation, value(bare(rest)), change: .begins, subjects: topic.owners)
        }
        if told.isCorrection, told.subjects.map(\.key) == [Statement.Subject.last],
            isNumeric(first) || said.isCapitalised(first) && !words.little.contains(word) || ReadingWords.locatives.contains(word)
        {
            // "non, elle est place Foch": only who hears it knows what was wrong.
            return add(told, .last, value(rest), change: nil)
        }
        if told.isPerson, ["avec", "with"].contains(word), rest.count > 1, let last = rest.last,
            nouns.isName(rest[1]..<last + 1, needsCapital: said.language == .english)
        {
            // "Paul est avec Claire"
            return add(told, Catalogue.relation("partner"), value(Array(rest.dropFirst())), change: nil)
        }
        if told.isPerson, told.time.until != nil || told.time.isSince, ReadingWords.locatives.contains(word) || ["la", "ici", "here", "there"].contains(word) {
            // "mes parents sont à la maison jusqu'à vendredi"
            return add(told, Catalogue.relation("located_at"), value(rest), change: nil)
        }
        if !told.isPerson, told.phrase != nil, let condition = Self.conditions.first(where: { self.rest(after: $0, in: rest) != nil }) {
            // "la chaudière est en panne" is over once it is mended.
            return add(told, Catalogue.relation("state"), value(Array(rest.prefix(condition.count))), change: nil)
        }
        if ReadingWords.locatives.contains(word), !said.isAccented(first, "a") || word != "a" {
            guard !told.isPerson, rest.count > 1, !isNumeric(rest[1]) else { return }
            if let head = told.phrase?.head.lowerBound, isDeviceNoun(said.text[head]) { return }
            if word == "en"
                || word == "a"
                    && !(["la", "l"].contains(said.text[rest[1]]) && rest.count > 2
                        && (Self.rooms.contains(said.text[rest[2]]) || ["banque", "campagne", "consigne"].contains(said.text[rest[2]])))
            {
                return
            }
            return add(told, Catalogue.relation("located_at"), value(uncoupled(rest)), change: nil)
        }
        if told.isPerson, let trade = trade(rest) {
            add(told, Catalogue.relation("works_as"), value(trade.title), change: nil)
            if let place = trade.place { add(told, Catalogue.relation("works_at"), value(place), change: nil) }
            return
        }
        describe(told, rest)
    }

    /// How a thing may be until somebody sees to it.
    private static let conditions = Asking.sequences(
        """
        (en panne|hs|hors service|casse|cassee|casses|cassees|bouche|bouchee|bouches|bouchees|fichu|fichue|mort|morte|foutu|foutue|en reparation|en revision)
        (repare|reparee|repares|reparees|debouche|debouchee|remplace|remplacee|comme neuf|comme neuve)
        (out of order|broken|blocked|dead|being repaired|repaired|fixed|mended)
        """)

    private func isNumeric(_ index: Int) -> Bool { said.text.tokens[index].kind == .number }

    private func isAge(_ rest: [Int]) -> Bool {
        guard let first = rest.first, isNumeric(first) || Numerals.starters.contains(said.text[first]) && said.text[first] != "a" else { return false }
        return rest.count == 1 || rest.contains { ["years", "months", "old"].contains(said.text[$0]) }
    }

    private mutating func state(_ told: Told, _ frame: Frame, _ rest: [Int], _ after: [Int]) {
        switch frame.value {
        case .list: for item in items(after) { add(told, frame.relation, value(item), change: frame.change) }
        default: add(told, frame.relation, value(frame.value == .tail ? Array(rest.dropFirst()) : rest), change: told.time.isAhead ? .holds : frame.change)
        }
    }

    // MARK: "X de Y est Z"

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

    private func plainAttribute(of phrase: NounPhrase, value: [Int]?) -> (owners: [Statement.Subject], relation: Relation)? {
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

    private func isFavourite(_ head: Range<Int>) -> Bool {
        head.count > 1
            && head.contains { ["prefere", "preferee", "preferes", "preferees", "favori", "favorite", "favoris", "favourite"].contains(said.text[$0]) }
    }

    /// Somebody who is named and told whose kin: "mon frère Antoine".
    private func kinNamed(_ range: Range<Int>) -> Named? {
        guard let phrase = nouns.read(range), [.mine, .ours, .theirs].contains(phrase.determiner) || !phrase.whose.isEmpty, let named = named(phrase),
            named.subject.kinship != nil, FoldedText.key(named.subject.name) == named.subject.key
        else { return nil }
        return named
    }

    private func isNameValue(_ value: [Int]) -> Bool {
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
    private func isAdjective(_ word: String) -> Bool {
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

    private mutating func attribute(_ told: Told, _ owners: [Statement.Subject], _ relation: Relation) {
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

    private static func isKin(_ relation: Relation, _ nouns: NounReader) -> Bool { nouns.nouns.kin.values.contains { $0.relation == relation.name } }

    private mutating func addAttribute(_ told: Told, _ owners: [Statement.Subject], _ relation: Relation, _ words: [Int]) {
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

    private mutating func role(_ told: Told, _ rest: [Int]) -> Bool {
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
    private func bareName(_ name: String) -> String {
        for article in ["le ", "la ", "les ", "l'", "l’", "the "] where name.lowercased().hasPrefix(article) { return String(name.dropFirst(article.count)) }
        return name
    }

    // MARK: trades and descriptions

    private func trade(_ rest: [Int]) -> (title: [Int], place: [Int]?)? {
        let words = bare(rest)
        guard let first = words.first,
            isTrade(first)
                || words.count > 1 && isTrade(words[1])
                    && ["chef", "assistante", "assistant", "aide", "agent", "head", "primary", "senior", "software"].contains(said.text[first])
        else {
            // English trades stand last: "a software engineer".
            guard said.language == .english, rest.count > 1, ["a", "an"].contains(said.text[rest[0]]), words.count <= 4, let last = words.last, isTrade(last)
            else { return nil }
            return (words, nil)
        }
        let places: Set<String> = ["chez", "a", "au", "aux", "dans", "pour", "at", "for", "in", "with", "en"]
        let cut = words.firstIndex { places.contains(said.text[$0]) } ?? words.count
        let place = cut + 1 < words.count && ["chez", "pour", "at", "for"].contains(said.text[words[cut]]) ? Array(words[(cut + 1)...]) : nil
        return (Array(words[..<cut]), place)
    }

    /// "la voiture est rouge", "Léa est gauchère": only of what has a name or is somebody's, and only what lasts.
    private mutating func describe(_ told: Told, _ rest: [Int]) {
        guard let first = rest.first, rest.count <= 6, !ReadingWords.momentary.contains(said.text[first]), !isNumeric(first) || !told.isPerson else { return }
        guard told.time.points.isEmpty, told.subjects.allSatisfy({ $0.key != Statement.Subject.last }),
            !rest.contains(where: { words.subordinators.contains(said.text[$0]) && said.text[$0] != "comme" })
        else { return }
        if ["en", "pour", "par", "avec", "contre", "de", "d", "a", "by", "for", "from", "with", "to", "about", "of"].contains(said.text[first]),
            said.text[first] != "a" || said.language == .french
        {
            return
        }
        if told.phrase.map({ isDeviceNoun(said.text[$0.head.lowerBound]) || Self.rooms.contains(said.text[$0.head.lowerBound]) }) == true { return }
        if told.verb.core + 1 < said.count, splitter.verbs.verbs.gerund(said.text[first]) != nil { return }
        let isThing = !told.isPerson
        guard isThing || rest.count <= 4 else { return }
        add(told, Catalogue.relation("is"), value(rest), change: nil)
    }

    static let rooms: Set<String> = [
        "cuisine", "salon", "chambre", "toilettes", "wc", "garage", "cave", "grenier", "couloir", "entree", "bureau", "jardin", "terrasse", "maison", "salle",
        "sejour", "balcon", "kitchen", "bedroom",
        "bathroom", "room", "house", "garden", "diner", "dejeuner", "repas", "dinner", "lunch", "film", "porte", "fenetre", "door", "window",
    ]

    // MARK: avoir

    mutating func having(_ told: Told) {
        guard let first = told.rest.first else { return }
        let language = said.language
        for frame in Frames.of(language)[language == .french ? "avoir" : "have"] {
            guard let after = rest(after: frame.marker, in: told.rest), !after.isEmpty else { continue }
            for item in items(after) { add(told, frame.relation, value(item), change: frame.change) }
            return
        }
        if told.rest.count >= 2, isNumeric(first) || Numerals.starters.contains(said.text[first]),
            told.rest.contains(where: { ["ans", "an", "mois"].contains(said.text[$0]) }), told.rest.count <= 5, language == .french
        {
            return add(told, Catalogue.relation("age"), value(told.rest), change: nil)
        }
        if told.verb.isFinished, told.verb.lemma == "avoir" || told.verb.lemma == "have" { return happening(told) }
        let words = Set(told.rest.prefix(4).map { said.text[$0] })
        if !words.isDisjoint(with: ReadingWords.events) {
            guard told.time.hasPoint || told.time.isRecurring else { return }
            return add(told, Catalogue.relation("event"), value(bare(told.rest)), change: .holds)
        }
        if !Set(told.rest.prefix(5).map { said.text[$0] }).isDisjoint(with: ReadingWords.conditions) {
            for item in items(told.rest) { add(told, Catalogue.relation("condition"), value(item), change: nil) }
            return
        }
        if family(told) { return }
        guard words.isDisjoint(with: ReadingWords.passing), isValue(told.rest), isOwned(told), !told.time.isAhead else { return }
        for item in items(told.rest) { add(told, Catalogue.relation("has"), value(item), change: nil) }
    }

    private func isOwned(_ told: Told) -> Bool {
        guard let first = told.rest.first, told.rest.count >= 2 || told.verb.polarity != .affirmed else { return false }
        let word = said.text[first]
        if isNumeric(first) || Numerals.starters.contains(word) || ["un", "une", "des", "a", "an", "plusieurs", "some", "several", "many"].contains(word) {
            return true
        }
        if ["de", "d", "any", "no", "du"].contains(word), told.verb.polarity != .affirmed { return true }
        if ["les", "the", "le", "la"].contains(word) {
            return told.rest.contains { ["yeux", "cheveux", "eyes", "hair", "permis", "bac", "peau", "wifi", "fibre"].contains(said.text[$0]) }
        }
        return said.language == .english && ["blue", "brown", "green", "blond", "red", "long", "short"].contains(word) || told.verb.polarity == .noMore
    }

    /// "a deux enfants", "j'ai une sœur qui s'appelle Julie", "on a un chat, Miro".
    private mutating func family(_ told: Told) -> Bool {
        let text = said.text, items = splitItems(told.rest)
        var isTold = false, pending: Nouns.Kin?
        for item in items {
            guard let first = item.first, let end = item.last.map({ $0 + 1 }) else { continue }
            let isCounted =
                isNumeric(first) || Numerals.starters.contains(text[first])
                || ["un", "une", "des", "a", "an", "plusieurs", "de", "d", "no", "any", "some", "deux"].contains(text[first])
            let start =
                item.dropFirst(isCounted ? 1 : 0).first(where: {
                    ![
                        "nouveau", "nouvelle", "nouvel", "new", "petit", "petite", "grand", "grande", "gros", "grosse", "vieux", "vieille", "little", "big",
                        "old", "jeune", "young",
                    ].contains(text[$0])
                }) ?? first
            if isCounted, let (kin, kinEnd) = nouns.kin(at: first + 1, before: end) ?? nouns.kin(at: start, before: end), start < end {
                let names = name(after: kinEnd, before: end)
                pending = kin
                isTold = true
                if Self.pets.contains(kin.relation) || names.isEmpty { count(told, kin, first..<(names.isEmpty ? min(kinEnd, end) : kinEnd)) }
                for name in names { add(told, Catalogue.relation(kin.relation), said.original(name), change: nil) }
            } else if let kin = pending, nouns.isName(first..<end, needsCapital: items.count == 1) {
                // "deux filles, Anna et Zoé"
                if !Self.pets.contains(kin.relation) { uncount(kin) }
                add(told, Catalogue.relation(kin.relation), said.original(first..<end), change: nil)
            } else if isTold {
                add(told, Catalogue.relation("has"), value(bare(item)), change: nil)
            }
        }
        return isTold
    }

    private mutating func count(_ told: Told, _ kin: Nouns.Kin, _ range: Range<Int>) {
        let indices = Array(range)
        if let owner = told.subjects.first, ["un", "une", "a", "an"].contains(said.text[range.lowerBound]) {
            // "on a un nouveau chat, il s'appelle Caramel"
            let key = said.text.folded(range.lowerBound + 1..<range.upperBound)
            let somebody = Statement.Subject(key: key, name: said.original(range), kinship: .init(relation: kin.relation, of: ownerKey(owner)))
            discourse.note(.init(subject: somebody, isFeminine: kin.gender.map { $0 == .feminine }, isPerson: true))
        }
        if Self.pets.contains(kin.relation) {
            let isOne = ["un", "une", "a", "an", "de", "d", "no", "any"].contains(said.text[range.lowerBound])
            add(told, Catalogue.relation("has"), value(isOne ? bare(indices) : indices), change: nil)
        } else {
            let isNone = ["de", "d", "no", "any"].contains(said.text[range.lowerBound])
            add(told, Catalogue.relation(kin.relation), value(isNone ? bare(indices) : indices), change: nil)
        }
    }

    /// The names come after all: how many there are goes without saying.
    private mutating func uncount(_ kin: Nouns.Kin) {
        if let last = found.last, last.relation.name == kin.relation, last.value.first?.isUppercase == false { found.removeLast() }
    }

    private func splitItems(_ indices: [Int]) -> [[Int]] {
        var items: [[Int]] = [], current: [Int] = []
        for index in indices {
            let joins = ["et", "and"].contains(said.text[index])
            if joins || said.gaps[index] == .comma, !current.isEmpty {
                items.append(current)
                current = []
            }
            if !joins { current.append(index) }
        }
        if !current.isEmpty { items.append(current) }
        return items
    }

    /// The names after a kin: "qui s'appelle Julie", "called Rex", "Miro".
    private func name(after index: Int, before end: Int) -> [Range<Int>] {
        guard index < end else { return [] }
        let leads = [
            ["qui", "s", "appelle"], ["qui", "s", "appellent"], ["qui", "se", "nomme"], ["appele"], ["appelee"], ["appeles"], ["nomme"], ["nommee"],
            ["prenomme"], ["prenommee"], ["du", "nom", "de"],
            ["called"], ["named"], ["who", "is", "called"], ["who", "is", "named"], ["whose", "name", "is"],
        ]
        let start = said.text.readsAny(leads, at: index, before: end)
        guard let from = start ?? (said.isCapitalised(index) ? index : nil), from < end else { return [] }
        let range = from..<end
        return nouns.isName(range) ? [range] : []
    }

    /// "… mais pas les framboises", "… pas ma cousine": what was said of the one is not so of the other.
    private mutating func except(_ range: Range<Int>, _ clause: Clause) {
        guard let last = found.last, !range.isEmpty, range.count <= 5 else { return }
        var other = last
        other.text = said.original(clause.body)
        other.isNegated = !last.isNegated
        other.change = .holds
        if let phrase = nouns.read(range), let (kin, _) = nouns.kin(at: phrase.head.lowerBound, before: phrase.head.upperBound),
            let owner = owner(of: phrase, kin: kin)
        {
            guard nouns.nouns.kin.values.contains(where: { $0.relation == last.relation.name }) else { return }
            (other.subject, other.relation) = (owner, Catalogue.relation(kin.relation))
            return found.append(other)
        }
        guard !last.relation.isSingle else { return }
        other.value = value(bare(Array(range)))
        found.append(other)
    }

    // MARK: corrections without a verb

    /// "non, 4513", "je voulais dire 4513", "pas 4512, 4513".
    mutating func correct(_ clause: Clause) {
        guard clause.openers.contains(.correction) || said.text[clause.body.lowerBound] == "pas" || said.text[clause.body.lowerBound] == "not" else { return }
        var range = clause.body
        let first = said.text[range.lowerBound]
        if first == "pas" || first == "not" {
            // "pas 4512, 4513", "pas à Lyon mais à Nantes"
            guard let turn = range.first(where: { $0 > range.lowerBound + 1 && (said.gaps[$0] == .comma || ["mais", "but"].contains(said.text[$0])) }) else {
                return except(range.dropFirst(), clause)
            }
            range = (["mais", "but"].contains(said.text[turn]) ? turn + 1 : turn)..<range.upperBound
        }
        if range.count > 1, ["c", "it"].contains(said.text[range.lowerBound]) { range = range.lowerBound + 2..<range.upperBound }
        guard let start = range.first, range.count <= 6, !said.quoted.contains(start) else { return }
        let word = said.text[start]
        let isNamed = said.text.tokens[start].kind == .number || said.isCapitalised(start) && !words.little.contains(word)
        let isPhrase =
            ["a", "chez", "le", "la", "les", "l", "en", "au", "aux", "du", "des", "dans", "sur", "sous", "the", "in", "at", "on", "to"].contains(word)
            && range.count > 1
        guard isNamed || isPhrase else { return }
        var indices = Array(range)
        if isPhrase { indices.removeFirst() }
        let words = value(indices)
        if var last = found.last, !last.value.isEmpty {
            last.value = words
            last.change = .corrects
            last.text = said.original(clause.body)
            found[found.count - 1] = last
            return
        }
        found.append(
            Statement(subject: .init(key: Statement.Subject.last, name: ""), relation: .last, value: words, change: .corrects, text: said.original(clause.body))
        )
    }
}
