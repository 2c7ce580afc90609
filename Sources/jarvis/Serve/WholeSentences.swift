import Base
import Domain
import Intents

/// Reads utterances that are one plain order.
struct WholeSentences: OrderReader {
    let finder: @Sendable (Language) -> (any CandidateFinder)?

    func read(_ text: String, in context: ReadingContext) -> Reading {
        let sentence = Sentence(text)
        guard let finder = finder(context.language), let best = finder.candidates(for: sentence, in: sentence.words.indices, area: context.area).first else { return .none }
        guard best.cost <= 1.2, best.unknown.isEmpty else { return .none }
        return .orders([Order(best.intent, text: text)])
    }
}
