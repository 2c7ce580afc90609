import Base
import Domain
import Foundation
import Home
import Intents
import Understanding

/// `jarvis intents`: what sentences would do, doing nothing.
enum IntentsCommand {
    @Sendable static func test(_ invocation: Invocation) async throws -> Int32 {
        let files = try IntentTestFile.find(invocation.operands).map(IntentTestFile.init)
        let report = try IntentTestRun.run(files, library: library(invocation))
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

    /// What a sentence would do in a house, and how near the templates come to it.
    @Sendable static func match(_ invocation: Invocation) async throws -> Int32 {
        let text = invocation.operands.joined(separator: " ")
        let language = try invocation.spokenLanguage(command: "intents match").flatMap(Language.init) ?? LanguageGuess.language(of: text) ?? invocation.language
        let home = try home(invocation.value(of: "home"))
        let matcher = IntentMatcher(grammar: try library(invocation).grammar(for: language.rawValue), home: home)
        let sentence = Sentence(text)
        let candidates = matcher.candidates(for: sentence, in: sentence.words.indices, area: nil)
        let reading = SentenceReader(finder: { _ in matcher }, home: { home }).read(
            text, in: ReadingContext(language: language, now: Date(), timeZone: try invocation.configuration().timeZone))
        let report = IntentReport(reading, candidates)
        invocation.console.write(
            invocation.has("json") ? String(decoding: try JSON.encode(report, pretty: true), as: UTF8.self) + "\n" : report.text(in: invocation.language))
        return report.outcome == "none" ? ExitCode.failed : ExitCode.done
    }

    /// The house of a file: one that describes a home (docs/home.md), or one with test sentences.
    static func home(_ path: String?) throws -> HomeModel {
        guard let path else { return HomeModel() }
        do {
            guard let data = FileManager.default.contents(atPath: path) else { throw Failure(fr: "« \(path) » ne se lit pas.", en: "\(path) cannot be read.") }
            return try FileHouse.read(String(decoding: data, as: UTF8.self)).0
        } catch let error as HouseFileError {
            if let file = try? IntentTestFile(path: path), !file.cases.isEmpty { return file.home }
            throw Failure(fr: "« \(path) » : \(error)", en: "\(path): \(error)")
        }
    }

    /// Measures reading in one language on the sentences of test files.
    @Sendable static func bench(_ invocation: Invocation) async throws -> Int32 {
        let language = invocation.value(of: "language") ?? "fr"
        let files = try IntentTestFile.find(invocation.operands).map(IntentTestFile.init).filter { $0.language == language }
        let figures = try IntentBench.run(
            language, sentences: files.flatMap { $0.cases.map(\.sentence) }, home: together(files.map(\.home)), library: library(invocation))
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

    static func library(_ invocation: Invocation) throws -> IntentLibrary {
        guard let folder = try Home.intentFolder(invocation.configuration()) else {
            throw Failure(
                fr: "Les phrases de home-assistant-intents ne sont pas installées ; lancez « make run » ou « scripts/setup run ».",
                en: "The sentences of home-assistant-intents are not installed; run `make run` or `scripts/setup run`.")
        }
        return IntentLibrary(folder: folder)
    }
}
