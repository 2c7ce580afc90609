import Base

/// Sentences with the sign a listener would give them, one to a line. Every third is held out: read by no one who changes words or weights.
struct LimbicSentences: Sendable {
    struct Sentence: Sendable {
        let text: String
        /// -1, 0 or 1.
        let sign: Int
    }

    let language: Language
    let tuned: [Sentence]
    let heldOut: [Sentence]
    /// Drawn when all words were written, much of it without a word of feeling: how well new sentences are read.
    let unseen: [Sentence]

    /// `later` are sentences that were read once as unseen ones, and belong to the tuned ones since.
    init(language: Language, _ lines: String, later: String, unseen: String) {
        self.language = language
        let all = Self.sentences(lines)
        tuned = all.enumerated().filter { $0.offset % 3 != 2 }.map(\.element) + Self.sentences(later)
        self.unseen = Self.sentences(unseen)
        heldOut = all.enumerated().filter { $0.offset % 3 == 2 }.map(\.element)
    }

    private static func sentences(_ lines: String) -> [Sentence] {
        lines.split(separator: "\n").map { Sentence(text: String($0.dropFirst(2)), sign: $0.first == "+" ? 1 : $0.first == "-" ? -1 : 0) }
    }
}
