import Base
import Domain
import Foundation
import Testing

@testable import Memory

/// Utterances as people say them, and what is read of them.
@Suite struct FactsReadingTests {
    @Test(arguments: FactTable.all)
    func readsAsTheTableSays(_ table: FactTable) {
        var wrong: [String] = []
        for (utterance, expected) in table.rows {
            let read = table.reading(of: utterance)
            if read != expected { wrong.append("\(utterance)\n    wanted: \(expected.joined(separator: " ; "))\n    read:   \(read.joined(separator: " ; "))") }
        }
        #expect(wrong.isEmpty, "\(table.name): \(wrong.count) of \(table.rows.count) read otherwise\n\(wrong.joined(separator: "\n"))")
    }

    /// Words of the tables in any order: nothing breaks, and nothing takes long.
    @Test(arguments: [Language.french, .english])
    func wordSoupIsHarmless(_ language: Language) {
        var generator = Seeded(state: 42)
        let words = FactTable.all.filter { $0.language == language }.flatMap(\.rows).flatMap { $0.0.split(separator: " ") }.map(String.init)
        for round in 0..<400 {
            // Now and then 8,000 characters and more.
            let soup = (0..<Int.random(in: 1...(round % 100 == 99 ? 1600 : 60), using: &generator)).map { _ in words.randomElement(using: &generator) ?? "" }
                .joined(separator: " ")
            for statement in StatementReader.statements(in: soup, language: language, now: FactTable.now, timeZone: FactTable.timeZone) {
                #expect(!statement.subject.key.isEmpty && !statement.relation.name.isEmpty, "\(soup)")
                #expect(!statement.value.isEmpty || statement.change == .ends, "\(soup)")
                #expect((0...1).contains(statement.certainty), "\(soup)")
            }
            _ = CommitmentReader.commitments(in: soup, language: language, now: FactTable.now, timeZone: FactTable.timeZone)
            _ = FactQuestionReader.question(in: soup, language: language, now: FactTable.now, timeZone: FactTable.timeZone)
        }
    }

    /// A frame whose verb nobody can conjugate is never found.
    @Test(arguments: Language.allCases)
    func everyFrameHasItsVerb(_ language: Language) {
        let verbs = Verbs.of(language)
        for verb in Frames.of(language).verbs {
            let bare = verb.split(separator: " ").last.map(String.init) ?? verb
            #expect(verbs.infinitive(bare) != nil, "\(verb)")
        }
    }

    @Test(arguments: ["", " ", "?!", "🙂", "\u{0}\u{200F}", "l'", "Léa", "est", "«", "de de de de", "et et et", String(repeating: "Léa et ", count: 1200)])
    func oddTextStatesNothing(_ text: String) {
        for language in Language.allCases {
            #expect(StatementReader.statements(in: text, language: language, now: FactTable.now, timeZone: FactTable.timeZone).isEmpty)
            #expect(CommitmentReader.commitments(in: text, language: language, now: FactTable.now, timeZone: FactTable.timeZone).isEmpty)
        }
    }
}

/// Utterances with what is read of them, parted by lines.
struct FactTable: Sendable, CustomTestStringConvertible {
    let name: String
    let language: Language
    let rows: [(String, [String])]

    var testDescription: String { name }

    static let timeZone = TimeZone(identifier: "Europe/Paris") ?? .gmt
    /// Wednesday, 10 June 2026, 10 o'clock.
    static let now = CivilDay("2026-06-10")?.at(hour: 10, minute: 0, in: timeZone) ?? Date(timeIntervalSince1970: 0)

    static let all = [
        FactTable("set aside", .french, frenchFactsSetAside), FactTable("set aside", .english, englishFactsSetAside),
        FactTable("told", .french, frenchFacts), FactTable("spoken", .french, frenchFactsSpoken),
        FactTable("asked", .french, frenchFactQuestions), FactTable("nothing", .french, frenchNothing), FactTable("more", .french, frenchFactsMore),
        FactTable("told and asked", .english, englishFacts), FactTable("nothing", .english, englishNothing),
    ]

    init(_ name: String, _ language: Language, _ text: String) {
        self.name = "\(name), \(language.rawValue)"
        self.language = language
        var rows: [(String, [String])] = []
        for line in text.split(separator: "\n") {
            let words = line.trimmingCharacters(in: .whitespaces)
            if line.hasPrefix("    "), !rows.isEmpty { rows[rows.count - 1].1.append(words) } else { rows.append((words, [])) }
        }
        self.rows = rows.map { ($0.0, $0.1 == ["-"] ? [] : $0.1) }
    }

    /// In the short form of the tables.
    func reading(of utterance: String) -> [String] {
        StatementReader.statements(in: utterance, language: language, now: Self.now, timeZone: Self.timeZone).map(Self.short)
            + CommitmentReader.commitments(in: utterance, language: language, now: Self.now, timeZone: Self.timeZone).map(Self.short)
            + (FactQuestionReader.question(in: utterance, language: language, now: Self.now, timeZone: Self.timeZone).map { [Self.short($0)] } ?? [])
    }

    private static func short(_ statement: Statement) -> String {
        var flags: [String] = []
        if statement.isNegated { flags.append("not") }
        if statement.change != .holds { flags.append("\(statement.change)") }
        if let from = statement.from { flags.append("from " + short(from)) }
        if let until = statement.until { flags.append("until " + short(until)) }
        if statement.certainty < 1 { flags.append("\(statement.certainty)") }
        return "\(short(statement.subject)) \(statement.relation.name):\(statement.value.isEmpty ? "" : " ")\(statement.value)"
            + (flags.isEmpty ? "" : " [\(flags.joined(separator: ", "))]")
    }

    private static func short(_ commitment: Commitment) -> String {
        "! \(commitment.task)" + (commitment.dueAt.map { " @" + short($0, isTimed: commitment.isTimed) } ?? "")
    }

    private static func short(_ question: FactQuestion) -> String {
        let wanted: String
        switch question.wanted {
        case .subjects(let value): wanted = "subjects=\(value)"
        case .whether(let value): wanted = "whether=\(value)"
        default: wanted = "\(question.wanted)"
        }
        return "? \(question.subject.map(short) ?? "-") \(question.relation?.name ?? "-") \(wanted)" + (question.value.map { " value=\($0)" } ?? "")
            + (question.at.map { " at=\(short($0.start))" } ?? "") + (question.wantsHistory ? " history" : "")
    }

    private static func short(_ subject: Statement.Subject) -> String {
        guard let kinship = subject.kinship, FactTable.key(subject.name) != subject.key else { return subject.key }
        return kinship.of + "/" + kinship.relation
    }

    private static func key(_ name: String) -> String { name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).lowercased() }

    private static func short(_ date: Date, isTimed: Bool? = nil) -> String {
        let day = CivilDay(date, in: timeZone)
        let seconds = Int(date.timeIntervalSince(day.at(hour: 0, minute: 0, in: timeZone) ?? date))
        guard isTimed ?? (seconds != 0) else { return "\(day)" }
        let hour = seconds / 3600, minute = seconds / 60 % 60
        return "\(day)T\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}

/// Numbers that are the same on every machine (Steele, Lea, Flood 2014).
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
