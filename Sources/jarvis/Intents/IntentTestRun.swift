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
                let (outcome, got) = judge(test, matcher, area: area)
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

    private static func judge(_ test: IntentTestFile.Case, _ matcher: IntentMatcher, area: String?) -> (Outcome, Result.Understood?) {
        let sentence = Sentence(test.sentence)
        let candidates = matcher.candidates(for: sentence, in: sentence.words.indices, area: area)
        guard let best = candidates.first else { return (.failed, nil) }
        let got = Result.Understood(intent: best.intent.name, slots: best.intent.slots.mapValues(\.value), score: best.cost)
        if best.needsArea { return (.asked, got) }
        if best.cost > 1.3 || !best.unknown.isEmpty { return (.asked, got) }
        if best.cost > 0.1, candidates.dropFirst().contains(where: { best.margin(to: $0).map { $0 < 0.22 } ?? false }) { return (.asked, got) }
        return (best.intent.name == test.intent && matches(test.slots, best.intent.slots) ? .passed : .wrong, got)
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
