import Base
import Domain
import Understanding

/// Clauses with "avoir".
extension Telling {
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

    func isOwned(_ told: Told) -> Bool {
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
    mutating func family(_ told: Told) -> Bool {
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

    mutating func count(_ told: Told, _ kin: Nouns.Kin, _ range: Range<Int>) {
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
    mutating func uncount(_ kin: Nouns.Kin) {
        if let last = found.last, last.relation.name == kin.relation, last.value.first?.isUppercase == false { found.removeLast() }
    }

    func splitItems(_ indices: [Int]) -> [[Int]] {
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
    func name(after index: Int, before end: Int) -> [Range<Int>] {
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
    mutating func except(_ range: Range<Int>, _ clause: Clause) {
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
}
