import Base
import Domain
import Foundation
import Intents

/// `jarvis intents`: what sentences would do, doing nothing.
enum IntentsCommand {
    @Sendable static func test(_ invocation: Invocation) async throws -> Int32 {
        let files = try IntentTestFile.find(invocation.operands).map(IntentTestFile.init)
        let report = try IntentTestRun.run(files, library: library())
        if invocation.has("json") {
            invocation.console.write(String(decoding: try JSON.encode(report, pretty: true), as: UTF8.self) + "\n")
        } else {
            for result in report.cases where result.outcome != .passed {
                let got = result.got.map { "\($0.intent) \(describe($0.slots)) (\(String(format: "%.2f", $0.score ?? 0)))" } ?? "–"
                invocation.console.show(
                    "\(result.outcome.rawValue)  \(result.sentence)  →  \(got)  ≠  \(result.expected.intent) \(describe(result.expected.slots))\n")
            }
            for (language, count) in report.languages.sorted(by: { $0.key < $1.key }) {
                invocation.console.show(
                    "\(language): \(count.sentences) sentences, \(count.passed) passed, \(count.asked) asked, \(count.failed) failed, \(count.wrong) wrong\n")
            }
        }
        return report.cases.allSatisfy { $0.outcome == .passed } ? ExitCode.done : ExitCode.failed
    }

    @Sendable static func match(_ invocation: Invocation) async throws -> Int32 {
        let language = invocation.value(of: "language") ?? "fr"
        let matcher = IntentMatcher(grammar: try library().grammar(for: language), home: try IntentTestFile(path: invocation.value(of: "home") ?? "").home)
        let sentence = Sentence(invocation.operands.joined(separator: " "))
        for candidate in matcher.candidates(for: sentence, in: sentence.words.indices, area: nil) {
            invocation.console.show(
                "\(String(format: "%.2f", candidate.cost))  \(candidate.intent.name)  \(describe(candidate.intent.slots.mapValues(\.value)))  \(candidate.unknown.map(\.text))  literal \(candidate.literalLetters) free \(candidate.freeLetters)\n"
            )
        }
        return ExitCode.done
    }

    /// Measures reading in one language on the sentences of test files.
    @Sendable static func bench(_ invocation: Invocation) async throws -> Int32 {
        let language = invocation.value(of: "language") ?? "fr"
        let files = try IntentTestFile.find(invocation.operands).map(IntentTestFile.init).filter { $0.language == language }
        let figures = try IntentBench.run(
            language, sentences: files.flatMap { $0.cases.map(\.sentence) }, home: together(files.map(\.home)), library: library())
        invocation.console.write(String(decoding: try JSON.encode(figures, pretty: true), as: UTF8.self) + "\n")
        return ExitCode.done
    }

    /// One house with what the files' houses have, each thing once.
    private static func together(_ homes: [HomeModel]) -> HomeModel {
        var (home, names) = (HomeModel(), Set<String>())
        for part in homes {
            home.floors += part.floors.filter { names.insert("floor " + $0.name).inserted }
            home.areas += part.areas.filter { names.insert("area " + $0.name).inserted }
            for entity in part.entities where names.insert(entity.domain + " " + entity.name).inserted {
                var entity = entity
                entity.id = "\(entity.domain).own\(home.entities.count)"
                home.entities.append(entity)
            }
        }
        return home
    }

    static func describe(_ slots: [String: JSONValue]) -> String {
        slots.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.string ?? $0.value.number.map { "\($0)" } ?? "…")" }.joined(separator: " ")
    }

    static func library() throws -> IntentLibrary {
        guard let folder = Installation.find("../share/jarvis/intents", orInCheckout: ".jarvis/intents") else {
            throw Failure(
                fr: "Les phrases de home-assistant-intents ne sont pas installées ; lancez « make run » ou « scripts/setup run ».",
                en: "The sentences of home-assistant-intents are not installed; run `make run` or `scripts/setup run`.")
        }
        return IntentLibrary(folder: folder)
    }
}
