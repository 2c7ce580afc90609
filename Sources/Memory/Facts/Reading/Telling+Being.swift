import Base
import Domain
import Understanding

/// Clauses with "être".
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
    static let conditions = Asking.sequences(
        """
        (en panne|hs|hors service|casse|cassee|casses|cassees|bouche|bouchee|bouches|bouchees|fichu|fichue|mort|morte|foutu|foutue|en reparation|en revision)
        (repare|reparee|repares|reparees|debouche|debouchee|remplace|remplacee|comme neuf|comme neuve)
        (out of order|broken|blocked|dead|being repaired|repaired|fixed|mended)
        """)

    func isNumeric(_ index: Int) -> Bool { said.text.tokens[index].kind == .number }

    func isAge(_ rest: [Int]) -> Bool {
        guard let first = rest.first, isNumeric(first) || Numerals.starters.contains(said.text[first]) && said.text[first] != "a" else { return false }
        return rest.count == 1 || rest.contains { ["years", "months", "old"].contains(said.text[$0]) }
    }

    mutating func state(_ told: Told, _ frame: Frame, _ rest: [Int], _ after: [Int]) {
        switch frame.value {
        case .list: for item in items(after) { add(told, frame.relation, value(item), change: frame.change) }
        default: add(told, frame.relation, value(frame.value == .tail ? Array(rest.dropFirst()) : rest), change: told.time.isAhead ? .holds : frame.change)
        }
    }

    // MARK: trades and descriptions

    func trade(_ rest: [Int]) -> (title: [Int], place: [Int]?)? {
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
    mutating func describe(_ told: Told, _ rest: [Int]) {
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
}
