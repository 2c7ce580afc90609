import Base
import Domain
import Understanding

/// Whom clauses are about.
extension Telling {
    struct Named {
        var subject: Statement.Subject
        var phrase: NounPhrase
        var isPerson: Bool
    }

    /// "elle habite à Lyon, Léa": who it is comes last.
    func afterthought(_ head: Clause.Head, _ complement: Range<Int>) -> (Named, Range<Int>)? {
        guard let pronoun = head.pronoun, [.she, .he, .they].contains(pronoun), head.subject.isEmpty,
            let comma = complement.last(where: { said.gaps[$0] == .comma }) ?? lastName(complement), comma > complement.lowerBound,
            let named = named(comma..<complement.upperBound), named.isPerson
        else { return nil }
        return (named, complement.lowerBound..<comma)
    }

    /// "il a neuf ans Tom": a name that hangs on to nothing.
    func lastName(_ complement: Range<Int>) -> Int? {
        guard complement.count > 1, let last = complement.last, said.isCapitalised(last), !said.isCapitalised(last - 1) else { return nil }
        let before = said.text[last - 1]
        return words.little.contains(before) || words.determiners.contains(before) || ReadingWords.locatives.contains(before) ? nil : last
    }

    /// Whom the clause is about: several for "Léa et Paul".
    mutating func subject(_ head: Clause.Head) -> ([Statement.Subject], NounPhrase?, Bool)? {
        var range = head.subject
        if let first = range.first, ["moi", "nous", "lui", "me"].contains(said.text[first]), range.count > 1, !["et", "and"].contains(said.text[first + 1]) {
            range = first + 1..<range.upperBound
        }
        if range.isEmpty || range.count == 1 && ["moi", "nous", "lui", "elle", "eux"].contains(said.text[range.lowerBound]) {
            guard let pronoun = head.pronoun else {
                return discourse.subjects.isEmpty ? nil : (discourse.subjects, nil, true)
            }
            let word = String(said.raw(head.start))
            switch pronoun {
            case .me: return ([me], nil, true)
            case .us: return ([us], nil, true)
            case .you: return nil
            case .it:
                guard let lastPhrase else { return ([discourse.meant(by: .it, said: word)], nil, false) }
                let subject = named(lastPhrase.range)?.subject ?? discourse.meant(by: .it, said: word)
                return ([subject], lastPhrase, named(lastPhrase.range)?.isPerson ?? false)
            case .she, .he, .they:
                let subject = discourse.meant(by: pronoun, said: word)
                return ([subject], nil, discourse.mentions.last { $0.subject == subject }?.isPerson ?? true)
            }
        }
        let parts = coordinated(range)
        if parts.count > 1 {
            var subjects: [Statement.Subject] = []
            for part in parts {
                if part.count == 1, ["moi", "i", "me"].contains(said.text[part.lowerBound]) {
                    subjects.append(me)
                } else {
                    guard let named = named(part) else { return nil }
                    note(named)
                    subjects.append(named.subject)
                }
            }
            discourse.note(.init(subject: subjects[0], isFeminine: nil, isPerson: true, isPlural: true))
            return (subjects, nil, true)
        }
        guard let named = named(range) else { return nil }
        note(named)
        return ([named.subject], named.phrase, named.isPerson)
    }

    var me: Statement.Subject { .init(key: Fact.me, name: said.language(fr: "moi", en: "me")) }
    var us: Statement.Subject { .init(key: Fact.us, name: said.language(fr: "nous", en: "us")) }

    /// "Léa, Tom et moi", in parts.
    func coordinated(_ range: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = [], start = range.lowerBound
        for index in range where index > range.lowerBound {
            let joins = ["et", "and"].contains(said.text[index])
            guard joins || said.gaps[index] == .comma else { continue }
            if start < index { parts.append(start..<index) }
            start = joins ? index + 1 : index
        }
        if start < range.upperBound { parts.append(start..<range.upperBound) }
        return parts
    }

    mutating func note(_ named: Named) {
        lastPhrase = named.phrase
        let kin = named.subject.kinship.flatMap { _ in nouns.kin(at: named.phrase.head.lowerBound, before: named.phrase.head.upperBound)?.kin.gender }
        let isFeminine = named.phrase.isFeminine ?? kin.map { $0 == .feminine } ?? (named.isPerson ? GivenNames.isFeminine(named.subject.key) : nil)
        let isPlural = ["les", "des", "mes", "nos", "ses", "leurs"].contains(said.text[named.phrase.range.lowerBound])
        discourse.note(.init(subject: named.subject, isFeminine: isFeminine, isPerson: named.isPerson, isPlural: isPlural))
    }

    /// Whom or what a noun phrase names; `nil` for nobody in particular.
    func named(_ range: Range<Int>) -> Named? { nouns.read(range).flatMap(named) }

    func named(_ phrase: NounPhrase) -> Named? {
        let head = phrase.head
        guard let first = head.first, phrase.determiner != .indefinite, phrase.determiner != .yours else { return nil }
        if phrase.determiner == .none, phrase.whose.isEmpty {
            if head.count == 1, nouns.nouns.calls.contains(said.text[first]), let kin = nouns.nouns.kin[said.text[first]] {
                return Named(
                    subject: .init(key: said.text[first], name: said.original(head), kinship: .init(relation: kin.relation, of: Fact.me)), phrase: phrase,
                    isPerson: true)
            }
            if let (kin, end) = nouns.kin(at: first, before: head.upperBound), end < head.upperBound, nouns.nouns.calls.contains(said.text[first]) {
                return Named(
                    subject: .init(key: said.text.folded(head), name: said.original(head), kinship: .init(relation: kin.relation, of: Fact.me)), phrase: phrase,
                    isPerson: true)
            }
            guard nouns.isName(head) else { return nil }
            return Named(subject: .init(key: said.text.folded(head), name: said.original(head)), phrase: phrase, isPerson: true)
        }
        if let (kin, end) = nouns.kin(at: first, before: head.upperBound), let owner = owner(of: phrase, kin: kin) {
            let kinship = Statement.Subject.Kinship(relation: kin.relation, of: ownerKey(owner))
            if end == head.upperBound {
                return Named(subject: .init(key: said.text.folded(head), name: said.original(phrase.range), kinship: kinship), phrase: phrase, isPerson: true)
            }
            if nouns.isName(end..<head.upperBound) {
                let name = end..<head.upperBound
                return Named(subject: .init(key: said.text.folded(name), name: said.original(name), kinship: kinship), phrase: phrase, isPerson: true)
            }
        }
        // "la petite", "l'aîné": children of the house.
        if phrase.determiner == .definite, phrase.whose.isEmpty, head.count == 1,
            ["petite", "petit", "petits", "petites", "grande", "grand", "ainee", "aine", "cadette", "cadet", "benjamine", "benjamin"].contains(said.text[first])
        {
            return Named(subject: .init(key: said.text[first], name: said.original(phrase.range)), phrase: phrase, isPerson: true)
        }
        guard !ReadingWords.abstract.contains(said.text[first]), !head.contains(where: { words.subordinators.contains(said.text[$0]) }) else { return nil }
        return Named(subject: .init(key: thingKey(phrase), name: spelt(phrase)), phrase: phrase, isPerson: false)
    }

    /// As it stands alone: "du portail" is "le portail".
    func spelt(_ phrase: NounPhrase) -> String {
        let name = said.original(phrase.range), first = said.text[phrase.range.lowerBound]
        guard said.language == .french, phrase.range.count > 1, let article = ["du": "le", "au": "le", "des": "les", "aux": "les"][first] else { return name }
        return article + " " + said.original(phrase.range.dropFirst())
    }

    func thingKey(_ phrase: NounPhrase) -> String {
        let isGenitive = phrase.whose.first.map { $0.range.lowerBound < phrase.head.lowerBound } ?? false
        return said.text.folded(isGenitive ? phrase.head : phrase.head.lowerBound..<phrase.range.upperBound)
    }

    /// Whose kin it is.
    func owner(of phrase: NounPhrase, kin: Nouns.Kin) -> Statement.Subject? {
        if let whose = phrase.whose.first { return named(whose)?.subject }
        switch phrase.determiner {
        case .mine: return me
        case .ours: return us
        case .theirs: return discourse.owner(said: said.original(phrase.range))
        case .definite: return Self.houseKin.contains(kin.relation) ? us : me
        case .none, .indefinite, .demonstrative, .yours: return nil
        }
    }

    static let pets: Set<String> = ["cat", "dog", "rabbit", "hamster", "fish", "parrot", "horse", "hen", "tortoise", "guinea_pig", "pet"]
    static let houseKin = pets.union(["child", "neighbour", "nanny", "landlord", "tenant", "doctor", "dentist"]).subtracting(["neighbour"])

    /// How a subject is named in somebody else's kinship: "@me/sister" for "ma sœur", "lea".
    func ownerKey(_ owner: Statement.Subject) -> String {
        guard let kinship = owner.kinship, FoldedText.key(owner.name) != owner.key else { return owner.key }
        return kinship.of + "/" + kinship.relation
    }
}
