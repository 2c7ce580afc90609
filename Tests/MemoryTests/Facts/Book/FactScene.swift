import Base
import Domain
import Foundation

@testable import Memory

/// A person's book of facts, told statement by statement.
struct FactScene {
    var book: FactBook
    /// The fragments as a store would hold them.
    var stored: [Fragment.ID: Fragment] = [:]
    var now: Date
    var conversation = Conversation.ID()
    let language: Language
    static let timeZone = TimeZone(identifier: "Europe/Paris") ?? .gmt

    init(
        owner: String = "Zoé", role: Role = .owner, people: [String: Role] = ["Léo": .member, "Tom": .child], now: String = "2026-11-21",
        language: Language = .french
    ) {
        book = FactBook(owner: owner, role: role, people: people)
        self.now = Self.date(now)
        self.language = language
    }

    /// Midnight of a day in Paris, with room for hours: "2026-05-03", "2026-05-03T10".
    static func date(_ text: String) -> Date {
        let parts = text.split { $0 == "-" || $0 == "T" }.compactMap { Int($0) }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        return calendar.date(from: DateComponents(year: parts[0], month: parts[1], day: parts[2], hour: parts.count > 3 ? parts[3] : 0)) ?? .distantPast
    }

    /// Tells one statement; the changes are stored and taken in.
    @discardableResult
    mutating func tell(
        _ text: String, _ subject: Statement.Subject, _ relation: String, _ value: String, not isNegated: Bool = false, _ change: Statement.Change = .holds,
        from: String? = nil, until: String? = nil, on day: String? = nil, by speaker: String? = nil, shared: Bool = false, certainty: Double = 1,
        source: Fragment.Source = .rule, learned: String? = nil, origin: Fragment.ID? = nil
    ) -> [FactBook.Change] {
        let saidAt = day.map(Self.date) ?? now
        let statement = Statement(
            subject: subject, relation: FactBook.relation(relation), value: value, isNegated: isNegated, change: change, from: from.map(Self.date),
            until: until.map(Self.date), certainty: certainty, text: text)
        return apply(statement, saidAt: saidAt, learnedAt: learned.map(Self.date) ?? saidAt, by: speaker, shared: shared, source: source, origin: origin)
    }

    @discardableResult
    mutating func apply(
        _ statement: Statement, saidAt: Date, learnedAt: Date? = nil, by speaker: String? = nil, shared: Bool = false, source: Fragment.Source = .rule,
        origin: Fragment.ID? = nil
    ) -> [FactBook.Change] {
        let episode = Fragment(
            id: origin ?? Fragment.ID(at: saidAt), kind: .episode, text: statement.text, language: language, occurredAt: saidAt, learnedAt: saidAt,
            source: .said,
            speaker: speaker, conversation: conversation)
        let changes = book.apply(statement, id: newID(at: learnedAt ?? saidAt), from: episode, learnedAt: learnedAt ?? saidAt, source: source, isShared: shared)
        for change in changes { stored[change.fragment.id] = change.fragment }
        book.absorb(changes)
        return changes
    }

    /// What is learned later sorts after it.
    private var newest: Fragment.ID?
    private mutating func newID(at date: Date) -> Fragment.ID {
        let id = Fragment.ID(at: date, after: newest)
        newest = id
        return id
    }

    func current(_ subject: Statement.Subject, _ relation: String, on day: String? = nil) -> [String] {
        let date = day.map(Self.date) ?? now
        return book.facts(of: book.keys(of: subject), FactBook.relation(relation), at: date, now: date).map(Self.text)
    }

    /// What was so on a day, as it is known now.
    func value(_ subject: Statement.Subject, _ relation: String, at day: String) -> [String] {
        book.facts(of: book.keys(of: subject), FactBook.relation(relation), at: Self.date(day), now: now).map(Self.text)
    }

    func history(_ subject: Statement.Subject, _ relation: String) -> [String] {
        book.history(of: book.keys(of: subject), FactBook.relation(relation), now: now).map(Self.text)
    }

    func fact(_ subject: Statement.Subject, _ relation: String, _ value: String) -> Fragment? {
        let keys = book.keys(of: subject), value = FactValue.key(value)
        return book.slots(keys, Kinship.related(to: relation)).flatMap { $0.byValue[value] ?? [] }.last.flatMap { book.fragments[$0.id] }
    }

    private static func text(_ fragment: Fragment) -> String { (fragment.fact?.isNegated == true ? "pas " : "") + (fragment.fact?.value ?? "") }
}

extension Statement.Subject: ExpressibleByStringLiteral {
    /// "moi" and "nous"; "sister: ma sœur"; "paul, neighbour: mon voisin Paul"; else a name or a thing as it is said.
    public init(stringLiteral text: String) { self.init(text) }

    init(_ text: String) {
        if ["moi", "me"].contains(text) {
            self.init(key: Fact.me, name: text)
        } else if ["nous", "us"].contains(text) {
            self.init(key: Fact.us, name: text)
        } else {
            let parts = text.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            if parts.count == 2 {
                let tie = parts[0].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
                // "ma sœur", "le mari de Julie": the noun is the key.
                let words = Words.fold(parts[1]).split(separator: " ").map(String.init)
                let last = words.count > 1 ? words[1] : words[0]
                let of = tie.last?.split(separator: " ").map(String.init) ?? []
                self.init(
                    key: tie.count == 2 ? Words.fold(tie[0]) : last, name: parts[1],
                    kinship: .init(relation: of.first ?? "", of: of.count > 1 ? of[1] : Fact.me))
            } else {
                let words = Words.fold(text).split(separator: " ").map(String.init)
                let little: Set<String> = ["le", "la", "les", "l", "ma", "mon", "mes", "notre", "the", "my", "our"]
                let key = words.count > 1 && little.contains(words[0]) ? words.dropFirst().joined(separator: " ") : words.joined(separator: " ")
                self.init(key: key, name: text)
            }
        }
    }
}
