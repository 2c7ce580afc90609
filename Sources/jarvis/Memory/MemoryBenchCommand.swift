import Base
import Foundation
import Memory

/// `jarvis memory bench`: how fast the memory is, in process, and what is left in it after a month. Prints JSON.
enum MemoryBenchCommand {
    static let command = Command(
        name: "bench", summary: Words(fr: "mesure la mémoire sur des données inventées", en: "measure the memory on made-up data"),
        operands: Words(fr: "[search|encode|consolidation|month …]", en: "[search|encode|consolidation|month …]"), operandCount: 0...4,
        choices: ["search", "encode", "consolidation", "month"], action: run)

    private struct Figures: Encodable {
        var search: [SearchBench.Figures]?
        var encode: MemoryBench.Encoding?
        var consolidation: [String: MemoryBench.Sleep]?
        var months: [Month]?
    }

    private struct Month: Encodable {
        var seed: UInt64
        var turns: Int, fragments: Int, byKind: [String: Int]
        var junkRate: Double, duplicateRate: Double
        var currentFacts: Int, wrongFacts: Int, missingFacts: Int
        var stories: Int, lostStories: Int, stalePromises: Int
        var encodingMicroseconds: Double, sleepingSeconds: Double
        var examples: [String]

        init(seed: UInt64) {
            let report = MemoryBench.month(seed: seed)
            self.seed = seed
            (turns, fragments, byKind) = (report.turns, report.fragments, report.byKind)
            (junkRate, duplicateRate) = (report.junkRate, report.duplicateRate)
            (currentFacts, wrongFacts, missingFacts) = (report.currentFacts, report.wrongFacts, report.missingFacts)
            (stories, lostStories, stalePromises) = (report.stories, report.lostStories, report.stalePromises)
            (encodingMicroseconds, sleepingSeconds) = (report.encoding, report.sleeping)
            examples = report.examples
        }
    }

    @Sendable private static func run(_ invocation: Invocation) throws -> Int32 {
        let parts = invocation.operands.isEmpty ? command.choices : invocation.operands
        var figures = Figures()
        if parts.contains("search") { figures.search = [6000, 1_000_000].map { SearchBench(fragments: $0).run() } }
        if parts.contains("encode") { figures.encode = MemoryBench.encoding() }
        if parts.contains("consolidation") {
            figures.consolidation = ["heard": MemoryBench.sleepOverHeard(), "imported": MemoryBench.sleepOverImported()]
        }
        if parts.contains("month") { figures.months = [1, 2, 3].map(Month.init) }
        invocation.console.write(String(decoding: try JSON.encode(figures, pretty: true), as: UTF8.self) + "\n")
        return ExitCode.done
    }
}
