private import Foundation

/// What a model wrote, before it is a hypothesis.
struct Heard: Sendable {
    var text = ""
    /// Tokens with the seconds at which they began, where the model tells; each with the gap before its word.
    var tokens: [(text: String, start: Double)] = []
    /// Logarithms of how likely the tokens were; empty when the model does not tell.
    var likelihoods: [Double] = []
    /// As the model says it; empty when it does not.
    var language = ""

    /// Geometric mean of the tokens.
    var confidence: Double {
        guard !text.isEmpty else { return 0 }
        guard !likelihoods.isEmpty else { return 0.5 }
        return min(1, exp(likelihoods.reduce(0, +) / Double(likelihoods.count)))
    }

    /// Words with their times: a token with a gap before it begins a word.
    func words(offset: Double, end: Double) -> [Hypothesis.Word] {
        var words: [Hypothesis.Word] = []
        for token in tokens {
            let startsWord = token.text.first == " " || token.text.first == "▁"
            let text = token.text.filter { $0 != " " && $0 != "▁" }
            guard !text.isEmpty, !text.hasPrefix("<|") else { continue }
            if startsWord || words.isEmpty {
                if !words.isEmpty { words[words.count - 1].end = min(words[words.count - 1].end, offset + token.start) }
                words.append(Hypothesis.Word(text: text, start: offset + token.start, end: offset + end))
            } else {
                words[words.count - 1].text += text
            }
        }
        return words
    }
}
