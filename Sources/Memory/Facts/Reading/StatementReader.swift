import Base
import Domain
import Foundation
import Understanding

/// Reads what an utterance states, by rules: who, what of them, since when, how surely.
///
/// Questions, orders, hypotheses, other people's words, moods of the hour and whatever tells Jarvis how to behave state nothing.
enum StatementReader {
    static func statements(in utterance: String, language: Language, now: Date, timeZone: TimeZone) -> [Statement] {
        let said = Saying(utterance, language: language)
        guard said.count > 1, !Instructions.addresses(said), !Jokes.isOne(said) else { return [] }
        var telling = Telling(said, today: CivilDay(now, in: timeZone), timeZone: timeZone)
        return telling.statements()
    }
}

/// What is not meant.
enum Jokes {
    private static let signs = Asking.sequences(
        """
        (je|j|on) (rigole|plaisante|deconne|blague)
        c est (une blague|pour rire|l histoire)
        (i m|i am) (joking|kidding)
        just (joking|kidding)
        """)

    static func isOne(_ said: Saying) -> Bool {
        (0..<said.count).contains { start in
            said.text.readsAny(signs, at: start, before: said.count).map { !["pas", "plus", "not"].contains(said.text[$0]) } ?? false
        }
    }
}

/// What is said to make Jarvis behave otherwise: data at most, and never a fact.
enum Instructions {
    private static let verbs: Set<String> = [
        "ignore", "ignores", "ignorer", "oublie", "oublies", "disregard", "forget", "override", "bypass", "obeis", "obey", "desobeis", "outrepasse", "pretend",
        "pretends", "contourne",
    ]
    private static let objects: Set<String> = [
        "regles", "regle", "instructions", "instruction", "consignes", "consigne", "ordres", "directives", "rules", "rule", "prompt", "guidelines",
        "restrictions", "programmation", "programming",
    ]

    /// Whether the utterance speaks to the model about its rules; nothing in it is believed then.
    static func addresses(_ said: Saying) -> Bool {
        var hasVerb = false, hasObject = false
        for token in said.text.tokens {
            if verbs.contains(token.text) { hasVerb = true }
            if objects.contains(token.text) { hasObject = true }
        }
        return hasVerb && hasObject
    }
}

/// An utterance while its clauses are read one after the other.
struct Telling {
    /// A clause, with what all ways of reading it need.
    struct Told {
        var clause: Clause
        var verb: VerbGroup
        var subjects: [Statement.Subject]
        /// The subject as a noun phrase, where it is one.
        var phrase: NounPhrase?
        var isPerson: Bool
        /// What follows the verb, without times.
        var rest: [Int]
        /// The same with the days that were named, which may be the value.
        var restWithDays: [Int]
        var time: ClauseTime
        var certainty: Double
        var isCorrection: Bool
        var text: String
    }

    let said: Saying
    let words: ClauseWords
    let nouns: NounReader
    let splitter: ClauseSplitter
    let times: ClauseTimeReader
    let today: CivilDay
    var discourse = Discourse()
    /// The subject of the last clause that had a noun for it: what "c'est" goes back to.
    var lastPhrase: NounPhrase?
    var found: [Statement] = []
    /// What a clause said has changed, whose new value the next one may tell.
    var topic: (owners: [Statement.Subject], relation: Relation)?
    private var isCorrecting = false

    init(_ said: Saying, today: CivilDay, timeZone: TimeZone) {
        self.said = said
        self.today = today
        words = said.words
        nouns = NounReader(said)
        times = ClauseTimeReader(text: said.text, language: said.language, today: today, timeZone: timeZone)
        splitter = ClauseSplitter(said, times: times)
    }

    mutating func statements() -> [Statement] {
        let clauses = splitter.clauses()
        for (index, clause) in clauses.enumerated() {
            let next = index + 1 < clauses.count && !clauses[index + 1].isFirst ? clauses[index + 1] : nil
            let previous = index > 0 && !clause.isFirst ? clauses[index - 1] : nil
            // "si …, …" and "… si …": none of both is so.
            if clause.openers.contains(.condition) || next?.openers.contains(.condition) == true { continue }
            if let previous, previous.openers.contains(.condition) { continue }
            if clause.openers.contains(.occasion) { continue }
            if let previous, previous.openers.contains(.occasion), previous.head?.verb.tense != .imperfect, previous.head?.verb.tense != .past { continue }
            if clause.isQuestion { continue }
            read(clause)
        }
        return found
    }

    private mutating func read(_ clause: Clause) {
        if clause.openers.contains(.correction) { isCorrecting = true }
        guard let head = clause.head else { return correct(clause) }
        defer { isCorrecting = false }
        guard !said.quoted.contains(head.verb.core), head.pronoun != .you, !head.verb.isToYou, !isQuestion(head, clause) else { return }
        if let aside = head.aside, let told = told(clause, head, verb: aside.verb, complement: aside.complement) { tell(told) }
        let complement = head.verb.end..<clause.range.upperBound
        if let (join, other, rest) = gap(complement), let first = told(clause, head, verb: head.verb, complement: complement.lowerBound..<join),
            var second = told(clause, head, verb: head.verb, complement: rest)
        {
            tell(first)
            note(other)
            (second.subjects, second.phrase, second.isPerson) = ([other.subject], other.phrase, true)
            return tell(second)
        }
        guard let told = told(clause, head, verb: head.verb, complement: complement) else { return }
        tell(told)
        noteObject(told)
    }

    /// "mon frère habite à Dijon et ma sœur à Nancy": the verb is said once.
    private func gap(_ complement: Range<Int>) -> (join: Int, other: Named, rest: Range<Int>)? {
        let links: Set<String> = said.language == .french ? ["a", "au", "aux", "en", "chez", "dans"] : ["in", "at", "on", "for", "to"]
        guard let first = complement.first, links.contains(said.text[first]) else { return nil }
        for join in complement where join > first + 1 && (["et", "and"].contains(said.text[join]) || said.gaps[join] == .comma) {
            let start = ["et", "and"].contains(said.text[join]) ? join + 1 : join
            guard let link = complement.first(where: { $0 > start && links.contains(said.text[$0]) }), link + 1 < complement.upperBound, link - start <= 4,
                let other = named(start..<link), other.isPerson
            else { continue }
            return (join, other, link..<complement.upperBound)
        }
        return nil
    }

    /// "j'ai vu Léa hier, elle …": who was met may be talked of next.
    private mutating func noteObject(_ told: Told) {
        guard told.subjects.allSatisfy({ $0.key == Fact.me || $0.key == Fact.us }), let first = told.rest.first, said.isCapitalised(first),
            let named = named(first..<first + 1), named.isPerson
        else { return }
        note(named)
    }

    /// "Paul aime quoi", "c'est quoi": asked without a question mark.
    private func isQuestion(_ head: Clause.Head, _ clause: Clause) -> Bool {
        QuestionWords.isQuestion(said, clause)
    }

    // MARK: what every clause has

    private mutating func told(_ clause: Clause, _ head: Clause.Head, verb: VerbGroup, complement: Range<Int>) -> Told? {
        var time = ClauseTime()
        let lean: PeriodReader.Lean = verb.isFinished || verb.tense == .imperfect || verb.tense == .past ? .past : .future
        times.read(clause.range.lowerBound..<head.start, leaning: lean, into: &time)
        var (complement, certainty, removed) = plain(complement)
        var verb = verb
        if let (last, words) = noLonger(complement) {
            if verb.polarity == .negated { verb.polarity = .noMore }
            removed.formUnion(last..<last + words)
            complement = complement.lowerBound..<last
        }
        times.read(complement, leaning: lean, into: &time)
        var subjects: [Statement.Subject] = [], phrase: NounPhrase?, isPerson = true
        var core = complement
        if let (named, shorter) = afterthought(head, complement) {
            subjects = [named.subject]
            (phrase, isPerson, core) = (named.phrase, named.isPerson, shorter)
            note(named)
        } else {
            guard let resolved = subject(head) else { return nil }
            (subjects, phrase, isPerson) = resolved
        }
        let hidden = Set((time.spans + time.points + time.recurrences).flatMap { $0 }).union(removed)
        let shown = Set(time.spans.flatMap { $0 }).union(removed)
        let opening = clause.openers.reduce(1.0) { if case .certainty(let value) = $1 { min($0, value) } else { $0 } }
        let rest = core.filter { !hidden.contains($0) }
        discourse.subjects = subjects
        return Told(
            clause: clause, verb: verb, subjects: subjects, phrase: phrase, isPerson: isPerson, rest: rest, restWithDays: core.filter { !shown.contains($0) },
            time: time,
            certainty: min(opening, certainty), isCorrection: isCorrecting, text: said.original(clause.body))
    }

    /// Cuts off what gives reasons, and finds what takes back some of the certainty: "habite peut-être à Lyon".
    private func plain(_ complement: Range<Int>) -> (Range<Int>, Double, Set<Int>) {
        var end = complement.upperBound, certainty = 1.0, removed: Set<Int> = []
        var index = complement.lowerBound
        while index < end {
            let word = said.text[index]
            if index > complement.lowerBound,
                ["parce", "puisque", "mais", "lorsque", "because", "but", "when", "if"].contains(word) || word == "quand" || word == "si"
            {
                end = index
                break
            }
            if let (opener, next) = said.opener(at: index, before: end), case .certainty(let value) = opener {
                certainty = min(certainty, value)
                removed.formUnion(index..<next)
                index = next
                continue
            }
            if ["aussi", "egalement", "du", "en", "finalement", "quand", "au", "after", "apres", "too", "also", "jarvis", "quoi", "merci"].contains(word),
                let next = said.text.readsAny(
                    [
                        ["aussi"], ["egalement"], ["du", "coup"], ["en", "fait"], ["too"], ["also"], ["jarvis"], ["finalement"], ["quoi"], ["quand", "meme"],
                        ["en", "vrai"], ["au", "final"], ["after", "all"], ["apres", "tout"],
                    ], at: index, before: end)
            {
                removed.formUnion(index..<next)
            }
            index += 1
        }
        return (complement.lowerBound..<max(end, complement.lowerBound), certainty, removed)
    }

    /// "… anymore", at the end.
    private func noLonger(_ complement: Range<Int>) -> (Int, Int)? {
        guard said.language == .english else { return nil }
        for words in [["anymore"], ["any", "more"], ["any", "longer"]] {
            let start = complement.upperBound - words.count
            if start >= complement.lowerBound, said.text.reads(words, at: start, before: complement.upperBound) != nil { return (start, words.count) }
        }
        return nil
    }

    // MARK: subjects

    struct Named {
        var subject: Statement.Subject
        var phrase: NounPhrase
        var isPerson: Bool
    }

    /// "elle habite à Lyon, Léa": who it is comes last.
    private func afterthought(_ head: Clause.Head, _ complement: Range<Int>) -> (Named, Range<Int>)? {
        guard let pronoun = head.pronoun, [.she, .he, .they].contains(pronoun), head.subject.isEmpty,
            let comma = complement.last(where: { said.gaps[$0] == .comma }) ?? lastName(complement), comma > complement.lowerBound,
            let named = named(comma..<complement.upperBound), named.isPerson
        else { return nil }
        return (named, complement.lowerBound..<comma)
    }

    /// "il a neuf ans Tom": a name that hangs on to nothing.
    private func lastName(_ complement: Range<Int>) -> Int? {
        guard complement.count > 1, let last = complement.last, said.isCapitalised(last), !said.isCapitalised(last - 1) else { return nil }
        let before = said.text[last - 1]
        return words.little.contains(before) || words.determiners.contains(before) || ReadingWords.locatives.contains(before) ? nil : last
    }

    /// Whom the clause is about: several for "Léa et Paul".
    private mutating func subject(_ head: Clause.Head) -> ([Statement.Subject], NounPhrase?, Bool)? {
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
    private func spelt(_ phrase: NounPhrase) -> String {
        let name = said.original(phrase.range), first = said.text[phrase.range.lowerBound]
        guard said.language == .french, phrase.range.count > 1, let article = ["du": "le", "au": "le", "des": "les", "aux": "les"][first] else { return name }
        return article + " " + said.original(phrase.range.dropFirst())
    }

    private func thingKey(_ phrase: NounPhrase) -> String {
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
    private static let houseKin = pets.union(["child", "neighbour", "nanny", "landlord", "tenant", "doctor", "dentist"]).subtracting(["neighbour"])

    /// How a subject is named in somebody else's kinship: "@me/sister" for "ma sœur", "lea".
    func ownerKey(_ owner: Statement.Subject) -> String {
        guard let kinship = owner.kinship, FoldedText.key(owner.name) != owner.key else { return owner.key }
        return kinship.of + "/" + kinship.relation
    }
}
