import Base
import Domain
import Foundation
import Understanding

/// Facts as sentences, said to the person whose book it is.
struct FactSpeech {
    /// Of whom a sentence is: the person it is said to, their household, somebody or something, several.
    enum Person: Sendable, Hashable { case you, youAll, one, many }

    struct Subject {
        var person: Person
        /// "tu", "Léa", "ta sœur", "les clés"
        var text: String
        var isFeminine: Bool?
    }

    /// A subject with what is said of it.
    struct Clause {
        var subject: String
        var predicate: String
        /// Whether the subject is what was asked about, and not something of it ("ton anniversaire").
        var isOwn: Bool

        var text: String { subject.isEmpty ? predicate : subject + " " + predicate }
    }

    let book: FactBook
    let language: Language
    let dates: FactDates
    let object: FactObject

    init(_ book: FactBook, _ language: Language, now: Date, timeZone: TimeZone) {
        self.book = book
        self.language = language
        dates = FactDates(language, now: now, timeZone: timeZone)
        object = FactObject(language: language, owner: book.owner)
    }

    // MARK: subjects

    /// The subject of a fact, named as the question names it where there is one.
    func subject(of fragment: Fragment?, asked: Statement.Subject? = nil) -> Subject {
        let key = asked.map { book.key($0, saidBy: book.owner, isShared: false) } ?? fragment?.fact?.subject ?? ""
        let keys = book.keys(of: key)
        if keys.contains(Fact.me) { return Subject(person: .you, text: language(fr: "tu", en: "you")) }
        if key == Fact.us { return Subject(person: .youAll, text: language(fr: "vous", en: "you")) }
        let fact = fragment?.fact
        var name = asked?.name ?? fact?.subjectName ?? key
        if name.isEmpty || name.hasPrefix("@") { name = fact?.subjectName ?? key }
        if asked == nil, let fragment, book.speaker(of: fragment) != book.owner {
            name = ofSpeaker(name, fragment)
        } else {
            name = Perspective.turned(name, language)
        }
        name = withArticle(name)
        return Subject(person: isMany(name, fragment) ? .many : .one, text: name, isFeminine: isFeminine(asked, keys, fragment))
    }

    /// "du portail" is "le portail", and so is "portail": a thing has an article, a name has none.
    private func withArticle(_ name: String) -> String {
        guard let first = name.first else { return name }
        guard language == .french else {
            let word = name.split(separator: " ").first.map { $0.lowercased() } ?? ""
            return first.isLowercase && !["the", "your", "a", "an", "this", "that", "their", "his", "her"].contains(word) ? "the " + name : name
        }
        for (preposition, article) in [("du ", "le "), ("des ", "les "), ("de l'", "l'"), ("de la ", "la "), ("d'", ""), ("de ", "")]
        where name.hasPrefix(preposition) {
            return withArticle(article + name.dropFirst(preposition.count))
        }
        let word = FoldedText.key(name).split(separator: " ").first.map(String.init) ?? ""
        return first.isLowercase && !Self.determiners.contains(word) ? French.definite(name) : name
    }

    private static let determiners: Set<String> = [
        "le", "la", "les", "l", "ton", "ta", "tes", "votre", "vos", "son", "sa", "ses", "leur", "leurs", "un", "une", "ce", "cet", "cette", "ces", "tu", "vous",
    ]

    /// "ma voiture" that Léo spoke of: "la voiture de Léo".
    private func ofSpeaker(_ name: String, _ fragment: Fragment) -> String {
        let words = name.split(separator: " ", maxSplits: 1).map(String.init)
        guard words.count == 2, let speaker = fragment.speaker else { return name }
        switch words[0].lowercased() {
        case "my": return speaker + "'s " + words[1]
        case "ma": return French.elided("la", before: words[1]) + " " + French.of(speaker)
        case "mon": return (French.isVowel(words[1]) ? "l'" : "le ") + words[1] + " " + French.of(speaker)
        case "mes": return "les " + words[1] + " " + French.of(speaker)
        default: return name
        }
    }

    private func isMany(_ name: String, _ fragment: Fragment?) -> Bool {
        let first = FoldedText.key(name).split(separator: " ").first.map(String.init) ?? ""
        if language == .french { return ["les", "tes", "vos", "nos", "ses", "des", "leurs"].contains(first) }
        guard first != "you", let text = fragment?.text else { return false }
        return name.hasSuffix("s") && FoldedText.key(text).split(separator: " ").contains { $0 == "are" || $0 == "were" }
    }

    private func isFeminine(_ asked: Statement.Subject?, _ keys: [String], _ fragment: Fragment?) -> Bool? {
        let ties = [asked?.kinship?.relation].compactMap(\.self) + keys.flatMap { book.names.ties(of: $0).map(\.relation) }
        for tie in ties { if let gender = Kinship.of(tie)?.gender { return gender == .feminine } }
        switch fragment.map({ FoldedText.key($0.text) })?.split(separator: " ").first {
        case "elle", "she": return true
        case "il", "he": return false
        default: return nil
        }
    }

    /// "elle", "il", or the name where nobody knows.
    func pronoun(_ subject: Subject) -> String {
        switch (subject.person, subject.isFeminine) {
        case (.one, true?): language(fr: "elle", en: "she")
        case (.one, false?): language(fr: "il", en: "he")
        default: subject.text
        }
    }

    // MARK: clauses

    /// What these facts, of one subject and one relation and all so or all not so, say together.
    func clause(_ fragments: [Fragment], _ subject: Subject, isPast: Bool = false, isShort: Bool = false) -> Clause {
        guard let fragment = fragments.first, let fact = fragment.fact else { return Clause(subject: "", predicate: "", isOwn: false) }
        if let kinship = Kinship.of(fact.relation) { return kin(kinship, fragments, subject, isPast: isPast) }
        let phrase = RelationPhrase.of(fact.relation)
        switch phrase.map({ language(fr: $0.french, en: $0.english) }) {
        case .verb(let verb, let word, let joint): return verbal(verb, word, joint, fragments, subject, isPast: isPast)
        case .noun(let noun, let isFeminine): return nominal(noun, isFeminine, fragments, subject, isPast: isPast, isShort: isShort)
        case .clause: return quoted(fragments)
        case nil: return nominal(saidNoun(fact.relation, in: fragment), nil, fragments, subject, isPast: isPast, isShort: isShort)
        }
    }

    private func verbal(
        _ verb: String, _ word: String, _ joint: RelationPhrase.Joint, _ fragments: [Fragment], _ subject: Subject, isPast: Bool
    ) -> Clause {
        let isNegated = fragments.first?.fact?.isNegated ?? false
        var objects = fragments.map { object.text($0, joint) }
        var verb = verb
        if verb == language(fr: "être", en: "be"), joint == .none, let first = objects.first,
            ["un ", "une ", "des ", "a ", "an "].contains(where: first.hasPrefix),
            fragments.first?.fact?.relation == "status"
        {
            verb = language(fr: "attendre", en: "expect")
        }
        if fragments.first?.fact?.relation == "age", let value = objects.first, Int(value) != nil { objects = [value + language(fr: " ans", en: "")] }
        if language == .french {
            // "Elle ne mange pas de viande" is told as the value "pas de viande".
            let isDenied = objects.count == 1 && ["pas ", "plus ", "jamais "].contains { objects[0].hasPrefix($0) }
            var form = FrenchVerb(verb).form(subject.person, isPast: isPast, isNegated: isNegated)
            if isDenied, !isNegated { form = French.elided("ne", before: form) }
            if isNegated, joint == .indefinite || joint == .partitive { objects = objects.map(FactObject.denied) }
            let several = subject.person == .many || subject.person == .youAll
            let middle = word.replacing("*", with: several ? "s" : "")
            return Clause(
                subject: subject.text, predicate: [form, middle, list(objects)].filter { !$0.isEmpty }.joined(separator: " "), isOwn: true)
        }
        let form = EnglishVerb.form(verb, subject.person, isPast: isPast, isNegated: isNegated)
        return Clause(subject: subject.text, predicate: [form, word, list(objects)].filter { !$0.isEmpty }.joined(separator: " "), isOwn: true)
    }

    /// "ton anniversaire est le 12 juin", "le code du portail est 4512".
    private func nominal(_ noun: String, _ isFeminine: Bool?, _ fragments: [Fragment], _ subject: Subject, isPast: Bool, isShort: Bool) -> Clause {
        let isNegated = fragments.first?.fact?.isNegated ?? false
        let values = fragments.map { valueOfNoun($0) }
        let person: Person = language == .french && French.isPlural(noun) ? .many : .one
        let copula =
            language == .french
            ? FrenchVerb("être").form(person, isPast: isPast, isNegated: isNegated) : EnglishVerb.form("be", .one, isPast: isPast, isNegated: isNegated)
        return Clause(
            subject: isShort ? possessive(noun, subject, isFeminine) : of(noun, isFeminine, subject, fragments.first), predicate: copula + " " + list(values),
            isOwn: false)
    }

    private func valueOfNoun(_ fragment: Fragment) -> String {
        let value = object.text(fragment, .none)
        guard language == .french, let relation = fragment.fact?.relation else { return value }
        let startsWithNumber = value.first?.isNumber ?? false
        if relation == "birthday" || relation == "birth_date" || FactValue.tokens(value).contains(where: { $0.hasPrefix("m:") }) {
            return startsWithNumber || value.hasPrefix("premier") ? "le " + value : value
        }
        return startsWithNumber && (value.contains("euro") || value.contains("€") || value.contains("%")) ? "de " + value : value
    }

    /// "l'anniversaire de Léa", "ton anniversaire", "le loyer"; "Léa's birthday", "the rent".
    private func of(_ noun: String, _ isFeminine: Bool?, _ subject: Subject, _ fragment: Fragment?) -> String {
        switch subject.person {
        case .you: return possessive(noun, subject, isFeminine)
        case .youAll:
            let words = FoldedText.key(fragment?.text ?? "").split(separator: " ")
            let isOurs = words.contains { ["notre", "nos", "our"].contains($0) }
            return isOurs ? possessive(noun, subject, isFeminine) : language(fr: French.definite(noun, isFeminine: isFeminine), en: "the " + noun)
        case .one, .many:
            if language == .french { return French.definite(noun, isFeminine: isFeminine) + " " + French.of(subject.text) }
            return subject.text + (subject.text.hasSuffix("s") ? "' " : "'s ") + noun
        }
    }

    private func possessive(_ noun: String, _ subject: Subject, _ isFeminine: Bool?) -> String {
        if language == .french { return French.possessive(noun, subject.person, isFeminine: isFeminine) }
        switch subject.person {
        case .you, .youAll: return "your " + noun
        case .one: return (subject.isFeminine.map { $0 ? "her " : "his " } ?? "their ") + noun
        case .many: return "their " + noun
        }
    }

    /// A folded attribute, with the accents it was said with.
    private func saidNoun(_ relation: String, in fragment: Fragment) -> String {
        let text = FoldedText(fragment.text), words = relation.split(separator: " ").map(String.init)
        guard let start = text.all.first(where: { text.reads(words, at: $0, before: text.tokens.count) != nil }) else { return relation }
        return text.original(start..<start + words.count)
    }

    private func kin(_ kinship: Kinship, _ fragments: [Fragment], _ subject: Subject, isPast: Bool) -> Clause {
        let isNegated = fragments.first?.fact?.isNegated ?? false
        let counted = fragments.filter { $0.fact.map { FactValue.number($0.value) != nil } ?? false }, named = fragments.filter { !counted.contains($0) }
        let have = language(
            fr: FrenchVerb("avoir").form(subject.person, isPast: isPast, isNegated: isNegated),
            en: EnglishVerb.form("have", subject.person, isPast: isPast, isNegated: isNegated))
        if named.isEmpty { return Clause(subject: subject.text, predicate: have + " " + list(counted.map { object.text($0, .none) }), isOwn: true) }
        let names = named.map { object.text($0, .none) }, noun = kinNoun(kinship, named)
        if names.count == 1 {
            let verb = language(
                fr: FrenchVerb(isNegated ? "être" : "s'appeler").form(.one, isPast: isPast, isNegated: isNegated),
                en: EnglishVerb.form("be", .one, isPast: isPast, isNegated: isNegated))
            return Clause(subject: of(noun.text, noun.isFeminine, subject, nil), predicate: verb + " " + names[0], isOwn: false)
        }
        return Clause(
            subject: subject.text, predicate: "\(have) \(names.count) \(plural(noun.text))\(language(fr: " : ", en: ": "))\(list(names))", isOwn: true)
    }

    /// The noun as it was said ("ma copine"), else the usual one.
    private func kinNoun(_ kinship: Kinship, _ fragments: [Fragment]) -> (text: String, isFeminine: Bool?) {
        let nouns = language(fr: kinship.french, en: kinship.english)
        var isFeminine = kinship.gender.map { $0 == .feminine }
        if fragments.count == 1, let text = fragments.first.map({ FoldedText($0.text) }) {
            for noun in nouns {
                let words = FoldedText.key(noun).split(separator: " ").map(String.init)
                guard let start = text.all.first(where: { text.reads(words, at: $0, before: text.tokens.count) != nil }) else { continue }
                if isFeminine == nil { isFeminine = ["ma", "ta", "sa", "la", "une"].contains(text[start - 1]) ? true : nil }
                return (noun, isFeminine)
            }
        }
        return (nouns.first ?? kinship.relation.replacing("_", with: " "), isFeminine)
    }

    private func plural(_ noun: String) -> String {
        if language == .english { return noun == "child" ? "children" : noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s" }
        return noun.hasSuffix("s") || noun.hasSuffix("x")
            ? noun : noun.hasSuffix("al") ? noun.dropLast(2) + "aux" : noun.hasSuffix("eau") ? noun + "x" : noun + "s"
    }

    /// What is only to be had in the speaker's own words.
    private func quoted(_ fragments: [Fragment]) -> Clause {
        let texts = fragments.map { fragment in
            let text = fragment.text.trimmingCharacters(in: .whitespacesAndNewlines.union(CharacterSet(charactersIn: ".!")))
            guard book.speaker(of: fragment) == book.owner else {
                return (fragment.speaker ?? "") + language(fr: " a dit : « \(text) »", en: " said: “\(text)”")
            }
            // "J'ai" is turned as "je ai" is.
            let spoken = language == .french ? text.replacing(/(?i)\bj['’]/, with: "je ") : text
            let turned = Perspective.turned(spoken, language)
            return turned.first.map { $0.isUppercase && FoldedText.key(turned).hasPrefix("tu ") } ?? false
                ? turned.prefix(1).lowercased() + turned.dropFirst() : turned
        }
        return Clause(subject: "", predicate: list(texts), isOwn: false)
    }

    func list(_ items: [String]) -> String { Enumeration.text(items, language) }
}
