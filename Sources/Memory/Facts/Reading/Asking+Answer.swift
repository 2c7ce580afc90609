import Base
import Domain
import Foundation
import Understanding

/// From what is asked of whom to the relation that would know.
extension Asking {
    typealias About = (subject: Statement.Subject, phrase: NounPhrase?, isPerson: Bool)

    /// "qui est allergique aux arachides": whoever it would be said of.
    func subjects(_ verb: VerbGroup, _ complement: Range<Int>, _ telling: inout Telling) -> FactQuestion? {
        let anybody = Statement.Subject(key: "?", name: "?")
        let (statement, time) = stated(&telling, telling.said, verb, subjects: [anybody], phrase: nil, isPerson: true, complement: complement)
        guard let statement, statement.subject == anybody, !["did", "plan", "is"].contains(statement.relation.name) || statement.relation.name == "plan" else {
            return nil
        }
        let relation = statement.isNegated && statement.relation.name == "likes" ? Catalogue.relation("dislikes") : statement.relation
        return FactQuestion(
            subject: nil, relation: relation, wanted: .subjects(value: statement.value), wantsHistory: time.isFormer || verb.tense == .imperfect)
    }

    func answer(
        _ hole: Hole, noun: String?, nounRange: Range<Int>?, _ marker: [String], _ about: About, _ verb: VerbGroup, _ complement: Range<Int>,
        _ telling: inout Telling
    ) -> FactQuestion? {
        let (statement, time) = stated(
            &telling, telling.said, verb, subjects: [about.subject], phrase: about.phrase, isPerson: about.isPerson, complement: complement)
        let isState = ["lives_in", "works_at", "works_as", "studies_at"].contains(statement?.relation.name ?? "")
        let history = time.isFormer || verb.tense == .imperfect || isState && verb.isFinished
        let interval = time.hasPoint ? time.from.flatMap { from in time.until.map { DateInterval(start: from, end: max(from, $0)) } } : nil
        func ask(_ relation: Relation?, _ wanted: FactQuestion.Wanted, of subject: Statement.Subject? = nil, value: String? = nil) -> FactQuestion? {
            relation.map {
                FactQuestion(
                    subject: subject ?? about.subject, relation: $0, wanted: wanted, at: interval, wantsHistory: history && interval == nil, value: value)
            }
        }
        let rest = Array(complement)
        let isBeing = ["etre", "be"].contains(verb.lemma), isHaving = ["avoir", "have"].contains(verb.lemma)
        switch hole {
        case .place:
            return place(about, verb, rest, telling, ask)
        case .whether:
            guard let statement, !statement.value.isEmpty else { return nil }
            if statement.relation.name == "did" { return nil }
            let relation = statement.isNegated && statement.relation.name == "likes" ? Catalogue.relation("dislikes") : statement.relation
            return ask(relation, .whether(value: statement.value), of: statement.subject)
        case .since, .until:
            guard let statement else {
                if isBeing { return ask(Catalogue.relation("located_at"), hole == .since ? .since : .until) }
                return ask(
                    relation(of: verb, .place, rest: rest, in: telling) ?? relation(of: verb, .thing, rest: rest, in: telling), hole == .since ? .since : .until
                )
            }
            return ask(statement.relation, hole == .since ? .since : .until, of: statement.subject, value: statement.value.isEmpty ? nil : statement.value)
        case .time:
            return moment(about, verb, statement, complement, telling, ask)
        case .name:
            guard ["se appeler", "be call", "appeler"].contains(verb.lemma) else { return nil }
            return called(about, telling, ask)
        case .count:
            guard let nounRange, isHaving || isBeing else { return nil }
            if let (kin, _) = telling.nouns.kin(at: 0, before: 0) ?? kin(nounRange) {
                return Telling.pets.contains(kin.relation)
                    ? ask(Catalogue.relation("has"), .count, value: said.original(nounRange)) : ask(Catalogue.relation(kin.relation), .count)
            }
            return isHaving ? ask(Catalogue.relation("has"), .count, value: said.original(nounRange)) : nil
        case .amount:
            if isBeing || verb.lemma == "couter" || verb.lemma == "cost", let phrase = about.phrase,
                let (owners, relation) = telling.attribute(of: phrase, value: nil), let owner = owners.first
            {
                return ask(relation, .value, of: owner)
            }
            guard verb.lemma != "faire" else { return nil }
            return ask(relation(of: verb, .amount, rest: rest, in: telling), .value)
        case .which:
            return which(noun, nounRange, marker, about, verb, rest, telling, ask)
        case .thing, .person:
            return thing(hole, marker, about, verb, rest, telling, ask)
        }
    }

    private func kin(_ range: Range<Int>) -> (Nouns.Kin, Int)? {
        Nouns.of(said.language).kin[said.text.folded(range)].map { ($0, range.upperBound) }
    }

    private typealias Ask = (Relation?, FactQuestion.Wanted, Statement.Subject?, String?) -> FactQuestion?

    private func place(
        _ about: About, _ verb: VerbGroup, _ rest: [Int], _ telling: Telling,
        _ ask: (Relation?, FactQuestion.Wanted, Statement.Subject?, String?) -> FactQuestion?
    ) -> FactQuestion? {
        let located = Catalogue.relation("located_at")
        if ["etre", "be", "se trouver"].contains(verb.lemma) || verb.lemma.hasPrefix("etre ") || verb.lemma.hasPrefix("be "),
            !["be bear", "be employ", "etre employer", "etre embaucher"].contains(verb.lemma)
        {
            guard !about.isPerson || about.subject.key == Statement.Subject.last, let phrase = about.phrase, phrase.determiner != .indefinite else {
                return nil
            }
            let head = telling.said.text[phrase.head.lowerBound]
            guard !Telling.rooms.contains(head), !telling.isDeviceNoun(head),
                !["gare", "pharmacie", "restaurant", "boulangerie", "poste", "metro", "nearest", "station"].contains(head),
                rest.allSatisfy({ telling.times.end(at: $0, before: telling.said.count) != nil || true })
            else { return nil }
            return ask(located, .value, about.subject, nil)
        }
        if ["avoir", "have"].contains(verb.lemma) { return nil }
        // "où j'ai mis les passeports": the thing is the object.
        if Frames.of(said.language)[verb.lemma].contains(where: { $0.value == .placing }) {
            guard let first = rest.first, let last = rest.last, let named = telling.named(first..<last + 1) else {
                return verb.hasObject ? ask(located, .value, .init(key: Statement.Subject.last, name: ""), nil) : nil
            }
            return named.isPerson && named.subject.kinship == nil ? nil : ask(located, .value, named.subject, nil)
        }
        return ask(relation(of: verb, .place, rest: rest, in: telling), .value, about.subject, nil)
    }

    private func moment(
        _ about: About, _ verb: VerbGroup, _ statement: Statement?, _ complement: Range<Int>, _ telling: Telling,
        _ ask: (Relation?, FactQuestion.Wanted, Statement.Subject?, String?) -> FactQuestion?
    ) -> FactQuestion? {
        if ["naitre", "be bear"].contains(verb.lemma) { return ask(Catalogue.relation("birthday"), .value, about.subject, nil) }
        if ["etre", "be", "avoir lieu"].contains(verb.lemma), let phrase = about.phrase {
            if let (owners, relation) = telling.attribute(of: phrase, value: nil), let owner = owners.first { return ask(relation, .value, owner, nil) }
            return about.isPerson ? nil : ask(Catalogue.relation("date"), .value, about.subject, nil)
        }
        if ["etre", "be"].contains(verb.lemma) { return nil }
        if let statement {
            return ask(statement.relation, .when, statement.subject, statement.value.isEmpty ? nil : statement.value)
        }
        if verb.lemma.hasPrefix("etre ") || verb.lemma.hasPrefix("be ") {
            return ask(Catalogue.relation("maintenance"), .when, about.subject, nil)
        }
        let deed = telling.value([verb.core] + Array(complement))
        guard ["avoir", "have"].contains(verb.lemma) else {
            return ask(Catalogue.relation(verb.isFinished ? "did" : "plan"), .when, about.subject, deed)
        }
        guard !complement.isEmpty else { return nil }
        return ask(Catalogue.relation("event"), .when, about.subject, telling.value(telling.bare(Array(complement))))
    }

    /// "comment s'appelle ma sœur", "comment s'appelle le chat"
    private func called(_ about: About, _ telling: Telling, _ ask: (Relation?, FactQuestion.Wanted, Statement.Subject?, String?) -> FactQuestion?)
        -> FactQuestion?
    {
        if let phrase = about.phrase, let (kin, end) = telling.nouns.kin(at: phrase.head.lowerBound, before: phrase.head.upperBound),
            !telling.isOfMatter(phrase, end),
            let owner = telling.owner(of: phrase, kin: kin)
        {
            return ask(Catalogue.relation(kin.relation), .value, owner, nil)
        }
        if let phrase = about.phrase, !about.isPerson, let (owners, relation) = telling.attribute(of: phrase, value: nil), let owner = owners.first {
            return ask(relation, .value, owner, nil)
        }
        return ask(Catalogue.relation("name"), .value, about.subject, nil)
    }

    private func which(
        _ noun: String?, _ range: Range<Int>?, _ marker: [String], _ about: About, _ verb: VerbGroup, _ rest: [Int], _ telling: Telling,
        _ ask: (Relation?, FactQuestion.Wanted, Statement.Subject?, String?) -> FactQuestion?
    ) -> FactQuestion? {
        guard let noun else { return nil }
        switch noun {
        case "classe", "grade", "year": return ask(Catalogue.relation("studies_at"), .value, nil, nil)
        case "ville", "pays", "rue", "quartier", "city", "town", "country", "street":
            return ask(relation(of: verb, .place, rest: rest, in: telling), .value, nil, nil)
        case "couleur", "colour", "color": return ["etre", "be"].contains(verb.lemma) ? ask(Catalogue.relation("is"), .value, nil, nil) : nil
        case "langue", "langues", "language", "languages": return ask(Catalogue.relation("speaks"), .value, nil, nil)
        case "sport", "sports", "instrument": return ask(Catalogue.relation(verb.lemma == "jouer" || verb.lemma == "play" ? "plays" : "does"), .value, nil, nil)
        case "heure", "temps", "jour", "date", "time", "day", "temperature": return nil
        default: break
        }
        if let relation = Nouns.of(said.language).attributes[noun] { return ask(Catalogue.relation(relation.isEmpty ? noun : relation), .value, nil, nil) }
        return ask(relation(of: verb, .which, rest: rest, in: telling), .value, nil, nil)
    }

    private func thing(
        _ hole: Hole, _ marker: [String], _ about: About, _ verb: VerbGroup, _ rest: [Int], _ telling: Telling,
        _ ask: (Relation?, FactQuestion.Wanted, Statement.Subject?, String?) -> FactQuestion?
    ) -> FactQuestion? {
        let text = telling.said.text
        let negated = verb.polarity != .affirmed
        if ["etre", "be"].contains(verb.lemma) {
            // "à quoi Léa est allergique"
            let adjective = rest.first.map { text[$0] } ?? ""
            for frame in Frames.of(said.language)[verb.lemma] where frame.value == .list && frame.marker.first == adjective {
                return ask(frame.relation, .value, nil, nil)
            }
            return nil
        }
        if ["faire", "do"].contains(verb.lemma) {
            let words = rest.map { text[$0] }
            if words.contains("vie") || words.contains("metier") || words.contains("travail") || words.contains("boulot") || words.contains("living") {
                return ask(Catalogue.relation("works_as"), .value, nil, nil)
            }
            if words.isEmpty, about.isPerson, said.language == .french, verb.tense == .present { return ask(Catalogue.relation("works_as"), .value, nil, nil) }
            return words.contains("sport") ? ask(Catalogue.relation("does"), .value, nil, nil) : nil
        }
        if ["avoir", "have"].contains(verb.lemma) {
            // "de quoi il a peur"
            if let first = rest.first,
                let frame = Frames.of(said.language)[verb.lemma].first(where: { $0.value == .list && $0.marker.first == text[first] && $0.marker.count > 1 }),
                marker.count > 1
            {
                return ask(frame.relation, .value, nil, nil)
            }
            // "elle a quoi comme voiture": what somebody has.
            return rest.isEmpty || text[rest[0]] == "comme"
                ? ask(Catalogue.relation("has"), .value, nil, rest.count > 1 ? telling.value(Array(rest.dropFirst())) : nil) : nil
        }
        if verb.lemma == "preter" || verb.lemma == "lend" {
            return ask(Catalogue.relation("lent"), .value, nil, rest.isEmpty ? nil : telling.value(telling.bare(rest)))
        }
        if hole == .person { return ask(relation(of: verb, .person, rest: rest, in: telling), .value, nil, nil) }
        guard let relation = relation(of: verb, .thing, rest: rest, in: telling) else { return nil }
        if relation.name == "likes", negated || verb.lemma == "supporter" || verb.lemma == "stand" {
            return ask(Catalogue.relation("dislikes"), .value, nil, nil)
        }
        // "on mange quoi ce soir" asks for a meal.
        if ["eats", "drinks"].contains(relation.name), about.subject.key == Fact.us || !negated && !rest.isEmpty { return nil }
        return ask(relation, .value, nil, nil)
    }
}
