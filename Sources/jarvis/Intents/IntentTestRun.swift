import Base
import Domain
import Foundation
import Intents

/// Runs test files: what becomes of each sentence.
struct IntentTestRun {
    enum Outcome: String, Encodable { case passed, asked, failed, wrong }

    struct Result: Encodable {
        struct Understood: Encodable {
            var intent: String
            var slots: [String: JSONValue]
            var score: Double?
        }

        var file: String
        var language: String
        var sentence: String
        var expected: Understood
        var outcome: Outcome
        var got: Understood?
    }

    struct Count: Encodable {
        var sentences = 0
        var passed = 0
        var asked = 0
        var failed = 0
        var wrong = 0
    }

    struct Report: Encodable {
        var languages: [String: Count]
        var cases: [Result]
    }

    static func run(_ files: [IntentTestFile], library: IntentLibrary) throws -> Report {
        var grammars: [String: CompiledGrammar] = [:]
        var matchers: [String: (home: HomeModel, matcher: IntentMatcher)] = [:]
        let here = library.combinationsOfHere()
        var report = Report(languages: [:], cases: [])
        for file in files {
            let grammar = try grammars[file.language] ?? library.grammar(for: file.language)
            grammars[file.language] = grammar
            let matcher = matchers[file.language].flatMap { $0.home == file.home ? $0.matcher : nil } ?? IntentMatcher(grammar: grammar, home: file.home)
            matchers[file.language] = (file.home, matcher)
            for test in file.cases {
                let area = file.area ?? (here.contains(file.combination) ? file.home.areas.first?.id : nil)
                let (outcome, got) = judge(test, matcher, file: file, area: area)
                report.cases.append(
                    Result(
                        file: file.path, language: file.language, sentence: test.sentence, expected: .init(intent: test.intent, slots: test.slots),
                        outcome: outcome, got: got))
                var count = report.languages[file.language] ?? Count()
                count.sentences += 1
                switch outcome {
                case .passed: count.passed += 1
                case .asked: count.asked += 1
                case .failed: count.failed += 1
                case .wrong: count.wrong += 1
                }
                report.languages[file.language] = count
            }
        }
        return report
    }

    /// What the reader makes of a sentence, as it would for a turn.
    private static func judge(_ test: IntentTestFile.Case, _ matcher: IntentMatcher, file: IntentTestFile, area: String?) -> (Outcome, Result.Understood?) {
        let language = Language(rawValue: String(file.language.prefix(2)))
        let sentence = Sentence(test.sentence)
        // The reader speaks French and English; of other languages, the matcher alone is tested.
        guard let language else {
            let best = matcher.candidates(for: sentence, in: sentence.words.indices, area: area).first
            return best.map { outcome($0.intent, cost: $0.cost, $0.needsArea || !$0.unknown.isEmpty || $0.cost > Self.nearEnough, test) } ?? (.failed, nil)
        }
        let reader = SentenceReader(finder: { _ in matcher }, home: { file.home })
        let context = ReadingContext(language: language, now: Date(timeIntervalSinceReferenceDate: 0), timeZone: .gmt, area: area)
        switch reader.read(test.sentence, in: context) {
        case .none, .answer: return (.failed, nil)
        case .question(let question):
            return (.asked, question.choices.first?.orders.first.map { .init(intent: $0.intent.name, slots: $0.intent.slots.mapValues(\.value), score: nil) })
        case .orders(let orders):
            guard let first = orders.first else { return (.failed, nil) }
            let needsArea =
                first.timing == .now && area == nil && matcher.candidates(for: sentence, in: sentence.words.indices, area: nil).first?.needsArea == true
            return outcome(Self.later(first, now: context.now) ?? first.intent, cost: nil, needsArea, test)
        }
    }

    /// Above this, the matcher's first reading of a sentence is to be asked about.
    private static let nearEnough = 1.2

    /// An order for later as the package has it: a timer with a command.
    private static func later(_ order: Order, now: Date) -> Intent? {
        guard case .after(let seconds) = order.timing else { return nil }
        var slots: [String: SlotValue] = ["conversation_command": SlotValue(.string(order.text))]
        let whole = Int(seconds.rounded())
        for (slot, value) in [("hours", whole / 3600), ("minutes", whole % 3600 / 60), ("seconds", whole % 60)] where value > 0 {
            slots[slot] = SlotValue(.number(Double(value)))
        }
        return Intent("HassStartTimer", slots)
    }

    private static func outcome(_ intent: Intent, cost: Double?, _ isAsked: Bool, _ test: IntentTestFile.Case) -> (Outcome, Result.Understood?) {
        let got = Result.Understood(intent: intent.name, slots: intent.slots.mapValues(\.value), score: cost)
        if isAsked { return (.asked, got) }
        return (intent.name == test.intent && matches(test.slots, intent.slots) ? .passed : .wrong, got)
    }

    /// Whether the slots are those that are wanted; what the sentence's own words do not name may be there besides.
    static func matches(_ wanted: [String: JSONValue], _ got: [String: SlotValue]) -> Bool {
        for (slot, value) in wanted {
            guard let found = got[slot] else { return false }
            if same(found.value, value) { continue }
            guard case .array(let choices) = value, choices.contains(where: { same(found.value, $0) }) else { return false }
        }
        return got.allSatisfy { wanted[$0.key] != nil || $0.value.text.isEmpty }
    }

    private static func same(_ a: JSONValue, _ b: JSONValue) -> Bool {
        if a == b { return true }
        if let x = a.string ?? a.number.map({ "\($0)" }), let y = b.string ?? b.number.map({ "\($0)" }) {
            if let p = Double(x), let q = Double(y) { return p == q }
            return x.trimmingCharacters(in: .whitespaces).lowercased() == y.trimmingCharacters(in: .whitespaces).lowercased()
        }
        return false
    }
}
