private import Foundation

/// An engine for any speech, with the home's own sentences beside it. What the first writes down stands; where the home's grammar is sure of an order that
/// differs from it by a few letters, it was that order, as the house spells it.
package final class SecondOpinion: Recognizer {
    /// From this confidence on the grammar is believed.
    private static let sure = 0.8
    /// Letters in which the two may differ, of ten.
    private static let difference = 3

    package var name: String { first.name }
    package var languages: [String] { first.languages }

    private let first: any Recognizer
    private let second: any Recognizer

    package init(first: any Recognizer, second: any Recognizer) {
        self.first = first
        self.second = second
    }

    /// - Throws: `RecognitionError` when the first cannot; without the second there is one opinion less.
    package func open(_ request: RecognitionRequest) throws -> any Recognition {
        let main = try first.open(request)
        var quiet = request
        quiet.wantsPartials = false
        guard let other = try? second.open(quiet) else { return main }
        return Both(first: main, second: other)
    }

    /// What was said, of what the two heard.
    static func settled(_ first: Hypothesis, _ second: Hypothesis) -> Hypothesis {
        guard second.confidence >= sure, !first.text.isEmpty, !second.text.isEmpty else { return first }
        func letters(_ text: String) -> [Character] { text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).filter(\.isLetter) }
        let (one, other) = (letters(first.text), letters(second.text)), limit = other.count * difference / 10
        guard abs(one.count - other.count) <= limit, HotWords.distance(one, other, limit: limit) <= limit else { return first }
        var settled = second
        settled.alternatives = [first]
        return settled
    }

    private struct Both: Recognition {
        let first: any Recognition
        let second: any Recognition

        func accept(_ samples: [Int16]) async throws {
            async let other: Void? = try? second.accept(samples)
            try await first.accept(samples)
            _ = await other
        }

        func partial() -> Hypothesis? { first.partial() }

        func finish() async throws -> Hypothesis {
            async let opinion = try? second.finish()
            let heard = try await first.finish()
            return await opinion.map { SecondOpinion.settled(heard, $0) } ?? heard
        }
    }
}
