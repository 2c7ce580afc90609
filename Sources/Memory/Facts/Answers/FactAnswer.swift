import Base
import Domain
import Foundation
import Understanding

/// What facts answer to a question, as it is said.
struct FactAnswer: Sendable, Hashable {
    var text: String
    /// The facts it rests on, the weightiest first.
    var facts: [Fragment.ID]
    /// 0 to 1: that of the least certain fact.
    var confidence: Double

    /// Values named at most; the rest is counted.
    static let limit = 8
    /// Below this, what is said begins with "je crois que".
    static let doubt = 0.6

    /// `nil` where the book knows nothing of it: what to say then is the caller's.
    ///
    /// What no longer holds is never given as what is: it is told as the past.
    ///
    /// - Parameter last: What was talked of last: "depuis quand tu le sais ?" is about that.
    static func to(_ question: FactQuestion, in book: FactBook, last: Fragment.ID? = nil, language: Language, now: Date, timeZone: TimeZone) -> FactAnswer? {
        let answering = Answering(question, FactSpeech(book, language, now: now, timeZone: timeZone), now: now)
        if question.subject == nil, question.relation == nil, [.learned, .source].contains(question.wanted) {
            return last.flatMap { book.fragments[$0] }.map(answering.provenance)
        }
        return answering.answer()
    }
}

/// One question on its way to an answer.
struct Answering {
    let question: FactQuestion
    let speech: FactSpeech
    let book: FactBook
    let language: Language
    let now: Date

    init(_ question: FactQuestion, _ speech: FactSpeech, now: Date) {
        self.question = question
        self.speech = speech
        self.now = now
        book = speech.book
        language = speech.language
    }

    func answer() -> FactAnswer? {
        if case .subjects(let value) = question.wanted { return subjects(of: value) }
        guard let subject = question.subject else {
            // "C'est quoi le code ?" without whose: the household's, or one's own.
            guard question.relation != nil else { return nil }
            for key in [Fact.us, Fact.me] {
                var own = question
                own.subject = .init(key: key, name: "")
                if let answer = Answering(own, speech, now: now).answer() { return answer }
            }
            return nil
        }
        // Two people of a name are answered for each.
        let key = book.key(subject, saidBy: book.owner, isShared: false)
        let namesakes = subject.kinship == nil ? book.namesakes(of: key) : []
        guard namesakes.count > 1 else {
            if let answer = answer(about: book.keys(of: key), asked: subject) { return answer }
            // "On a deux enfants" answers how many I have.
            let other = key == Fact.me ? Fact.us : key == Fact.us ? Fact.me : nil
            return other.flatMap { answer(about: book.keys(of: $0), asked: .init(key: $0, name: "")) }
        }
        let answers = namesakes.compactMap { namesake in answer(about: book.keys(of: namesake), asked: named(namesake, subject)) }
        guard let first = answers.first else { return nil }
        return FactAnswer(
            text: answers.map(\.text).joined(separator: " "), facts: answers.flatMap(\.facts), confidence: answers.map(\.confidence).min() ?? first.confidence)
    }

    /// "Paul, ton voisin".
    private func named(_ key: String, _ subject: Statement.Subject) -> Statement.Subject {
        guard let (_, node) = FactBook.qualification(key), let (of, relation) = FactBook.tie(node), let kinship = Kinship.of(relation) else { return subject }
        let noun = language(fr: kinship.french.first, en: kinship.english.first) ?? relation
        let isFeminine = kinship.gender.map { $0 == .feminine }
        let owner = speech.subject(of: nil, asked: .init(key: of, name: of))
        let tie =
            owner.person == .you
            ? language(fr: French.possessive(noun, .you, isFeminine: isFeminine), en: "your " + noun)
            : language(fr: French.definite(noun, isFeminine: isFeminine) + " " + French.of(owner.text), en: owner.text + "'s " + noun)
        return .init(key: key, name: subject.name + ", " + tie + ",")
    }

    private func answer(about keys: [String], asked subject: Statement.Subject) -> FactAnswer? {
        switch question.wanted {
        case .everything: return everything(keys, subject)
        case .value where question.relation == nil: return everything(keys, subject)
        case .value: return value(keys, subject) ?? otherwise(keys, subject)
        case .whether(let value): return whether(value, keys, subject)
        case .count: return count(keys, subject)
        case .since, .until, .when: return time(keys, subject)
        case .learned, .source: return provenance(keys, subject)
        case .subjects: return nil
        }
    }

    // MARK: finding

    /// What is so of the relation asked for, or of any of these that hold the value; at the time asked about.
    func current(_ keys: [String], value: String? = nil) -> [Fragment] {
        let value = value ?? question.value
        let exact = found { facts($0, keys, value) }
        guard exact.isEmpty, let key = value.map(FactValue.key) else { return exact }
        // "Est-ce qu'on a un animal ?": a cat is one.
        return found { facts($0, keys, nil) }.filter { FactKinds.isOne(FactValue.tokens($0.fact?.value ?? ""), of: key) }
    }

    func past(_ keys: [String], value: String? = nil) -> [Fragment] { found { book.history(of: keys, $0, value: value ?? question.value, now: now) } }

    private func facts(_ relation: Relation, _ keys: [String], _ value: String?) -> [Fragment] {
        guard let at = question.at else { return book.facts(of: keys, relation, value: value, at: now, now: now) }
        return book.facts(of: keys, relation, value: value, during: at, now: now)
    }

    private func found(_ find: (Relation) -> [Fragment]) -> [Fragment] {
        var seen: Set<Fragment.ID> = []
        return relations().flatMap(find).filter { seen.insert($0.id).inserted }
    }

    private func relations() -> [Relation] {
        if let relation = question.relation { return [relation] + (Self.near[relation.name] ?? []).map(FactBook.relation) }
        let names = question.subject.map { Set(book.keys(of: $0).flatMap { book.slots[$0]?.keys.map { $0 } ?? [] }) } ?? []
        return names.sorted().map(FactBook.relation)
    }

    /// What answers as well where nothing better is known: who lives where, by address.
    private static let near = [
        "lives_in": ["address"], "works_at": ["works_as"], "works_as": ["works_at"], "birthday": ["birth_date"], "birth_date": ["birthday"],
        "child": ["son", "daughter"], "plan": ["habit", "event", "date"],
        "sibling": ["sister", "brother"], "parent": ["mother", "father"], "pet": ["dog", "cat"],
    ]

    // MARK: saying

    func said(_ text: String, _ fragments: [Fragment], isDoubted: Bool = true) -> FactAnswer {
        let confidence = fragments.compactMap { $0.fact?.confidence }.min() ?? 0
        let doubted = isDoubted && confidence < FactAnswer.doubt ? believed(text) : text
        return FactAnswer(text: Self.sentence(doubted), facts: fragments.map(\.id), confidence: confidence)
    }

    private func believed(_ text: String) -> String { language(fr: "je crois " + French.elided("que", before: text), en: "I think " + text) }

    static func sentence(_ text: String) -> String {
        let text = text.trimmingCharacters(in: .whitespaces)
        return text.prefix(1).uppercased() + text.dropFirst() + (text.last.map { ".!?»”".contains($0) } ?? true ? "" : ".")
    }

    /// Those of one relation and one polarity, in the order in which they come: each makes a clause.
    func groups(_ fragments: [Fragment]) -> [[Fragment]] {
        var groups: [[Fragment]] = []
        for fragment in fragments {
            let fits = groups.firstIndex { $0[0].fact?.relation == fragment.fact?.relation && $0[0].fact?.isNegated == fragment.fact?.isNegated }
            if let fits { groups[fits].append(fragment) } else { groups.append([fragment]) }
        }
        return groups
    }

    /// ", et 12 autres choses".
    func rest(_ count: Int) -> String {
        if count <= 0 { return "" }
        return language(
            fr: count == 1 ? ", et une autre chose" : ", et \(count) autres choses", en: count == 1 ? ", and one more thing" : ", and \(count) more things")
    }

    /// Whether the time asked about is over.
    var isPast: Bool { question.at.map { $0.end <= now } ?? false }
}
