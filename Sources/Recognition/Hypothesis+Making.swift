extension Hypothesis {
    /// What a model wrote, with names spelled as they are here.
    init(_ heard: Heard, language: String, engine: String, offset: Double, length: Double, hotWords: [String]) {
        self.init(
            text: HotWords.corrected(heard.text, with: hotWords), language: language, words: heard.words(offset: offset, end: length),
            confidence: heard.confidence, engine: engine)
    }

    /// Windows one after the other; as sure as the least sure.
    init(joining parts: [Hypothesis]) {
        let spoken = parts.filter { !$0.text.isEmpty }
        guard let first = spoken.first ?? parts.first else {
            self.init(text: "", language: nil, confidence: 0, engine: "")
            return
        }
        self = first
        guard spoken.count > 1 else { return }
        text = spoken.map(\.text).joined(separator: " ")
        words = spoken.flatMap(\.words)
        confidence = spoken.map(\.confidence).min() ?? 0
        alternatives = []
    }
}
