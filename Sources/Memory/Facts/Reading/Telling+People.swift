import Base
import Domain
import Understanding

/// Births, names and opinions.
extension Telling {
    mutating func birth(_ told: Told, _ words: [Int]) -> Bool {
        // "le 3 mai 1987": a day with its month is a birthday; a year alone says when, and how old.
        let days = told.restWithDays.filter { !words.contains($0) }
        let months = said.language == .french ? TimeReader.frenchMonths : TimeReader.englishMonths
        var isTold = false
        if !words.isEmpty, isValue(words), words.count <= 6 {
            add(told, Catalogue.relation("born_in"), value(words), change: .holds)
            isTold = true
        }
        if days.contains(where: { months[said.text[$0]] != nil }), days.contains(where: { said.text.tokens[$0].kind == .number }) {
            add(told, Catalogue.relation("birthday"), value(bare(days.filter { said.text[$0] != "on" })), change: .holds)
            isTold = true
        }
        return isTold
    }

    /// "je m'appelle Paul", "ma sœur s'appelle Julie", "le chat s'appelle Miro".
    mutating func name(_ told: Told, _ words: [Int]) -> Bool {
        guard let first = words.first, words.count <= 8, told.verb.polarity == .affirmed else { return false }
        if told.phrase == nil, let subject = told.subjects.first, let kinship = subject.kinship, ownerKey(subject) != subject.key,
            nouns.isName(first..<(words.last ?? first) + 1)
        {
            // "Paul a une fille. Elle s'appelle Rose."
            add(told, Catalogue.relation(kinship.relation), value(words), change: nil, subjects: [owner(named: kinship.of)])
            return true
        }
        if let phrase = told.phrase, let (kin, end) = nouns.kin(at: phrase.head.lowerBound, before: phrase.head.upperBound), !isOfMatter(phrase, end),
            let owner = owner(of: phrase, kin: kin)
        {
            for part in coordinated(first..<(words.last ?? first) + 1) {
                add(told, Catalogue.relation(kin.relation), said.original(part), change: nil, subjects: [owner])
                discourse.note(
                    .init(
                        subject: .init(key: said.text.folded(part), name: said.original(part)), isFeminine: kin.gender.map { $0 == .feminine }, isPerson: true))
            }
            return true
        }
        guard nouns.isName(first..<(words.last ?? first) + 1) else { return false }
        if let phrase = told.phrase, !told.isPerson, let (owners, relation) = attribute(of: phrase, value: nil) {
            // "la gardienne s'appelle Rosa", as "comment s'appelle la gardienne" asks for it.
            add(told, relation, value(words), change: nil, subjects: owners)
            return true
        }
        add(told, Catalogue.relation("name"), value(words), change: nil)
        return true
    }

    /// "le prof de piano": what he teaches is a part of what he is.
    func isOfMatter(_ phrase: NounPhrase, _ end: Int) -> Bool { end < phrase.head.upperBound && ["de", "d"].contains(said.text[end]) }

    mutating func opinion(_ told: Told, _ words: [Int]) -> Bool {
        guard words.count >= 2, words.count <= 12, let first = words.first, words.contains(where: { ReadingWords.opinions.contains(said.text[$0]) }),
            words.contains(first),
            ["le", "la", "les", "l", "ce", "cet", "cette", "que", "the", "this", "that"].contains(said.text[first]) || said.isCapitalised(first)
        else {
            guard told.verb.lemma.hasPrefix("recomm"), !words.isEmpty, words.count <= 10 else { return false }
            add(told, Catalogue.relation("opinion"), value(words), change: nil)
            return true
        }
        add(told, Catalogue.relation("opinion"), value(bare(words)), change: nil)
        return true
    }
}
