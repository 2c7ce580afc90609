import Base
import Foundation
import Understanding

/// What somebody said, as words: hesitation left out, sentences told apart.
struct Saying {
    let text: FoldedText
    let language: Language
    /// What stands before each word.
    let gaps: [FoldedText.Token.Gap]
    /// Words in quotation marks: somebody else's.
    let quoted: Set<Int>
    /// The first words of sentences that end in a question mark, and where those end.
    let questions: [Range<Int>]

    var words: ClauseWords { ClauseWords.of(language) }
    var count: Int { text.tokens.count }

    /// - Parameter isAsking: whether it is read as a question, of which courtesy and "déjà" are no part.
    init(_ said: String, language: Language, isAsking: Bool = false) {
        let said = RunTogether.parted(said, language)
        let raw = FoldedText(verbatim: said)
        let fillers = ClauseWords.of(language).fillers
        // "c'est quoi", "il aime quoi" ask; a "quoi" before a comma only fills.
        let text = FoldedText(
            raw, without: { fillers.contains(raw.tokens[$0].text) && raw[$0] != "quoi" || Self.isRepeated($0, raw) || isAsking && Self.isCourtesy($0, raw) })
        self.text = text
        self.language = language
        var gaps: [FoldedText.Token.Gap] = [], quoted: Set<Int> = [], questions: [Range<Int>] = []
        var isQuoted = false, sentence = 0
        let scalars = said.unicodeScalars
        gaps.reserveCapacity(text.tokens.count)
        for (index, token) in text.tokens.enumerated() {
            let from = index == 0 ? scalars.startIndex : text.tokens[index - 1].end
            let between = from <= token.start ? scalars[from..<token.start] : scalars[token.start..<token.start]
            for scalar in between {
                if "«“".unicodeScalars.contains(scalar) { isQuoted = true }
                if "»”".unicodeScalars.contains(scalar) { isQuoted = false }
                if scalar == "\"" { isQuoted.toggle() }
            }
            if isQuoted { quoted.insert(index) }
            var gap = token.gap
            if gap == .stop {
                let ends = Self.endsSentence(between, after: index > 0 ? text[index - 1] : "")
                if !ends { gap = .space }
                if between.contains("?") { questions.append(sentence..<index) }
                if ends { sentence = index }
            }
            gaps.append(index == 0 ? .stop : gap)
        }
        let tail = text.tokens.last.map { scalars[$0.end...] } ?? scalars[...]
        if tail.contains("?") { questions.append(sentence..<text.tokens.count) }
        (self.gaps, self.quoted, self.questions) = (gaps, quoted, questions)
    }

    /// "Léa Léa habite, Léa habite à Lyon": who hesitates begins again.
    private static func isRepeated(_ index: Int, _ text: FoldedText) -> Bool {
        func isWord(_ index: Int) -> Bool { index < text.tokens.count && text.tokens[index].kind == .word && !["nous", "vous"].contains(text[index]) }
        guard isWord(index), isWord(index + 1) else { return false }
        if text[index] == text[index + 1] { return true }
        func begins(_ at: Int) -> Bool { at >= 0 && isWord(at + 1) && text[at] == text[at + 2] && text[at + 1] == text[at + 3] && text[at + 2] != "" }
        return begins(index) || begins(index - 1)
    }

    private static let courtesies: [[String]] = [
        ["s", "il", "te", "plait"], ["s", "il", "vous", "plait"], ["stp"], ["svp"], ["please"], ["deja"], ["still"], ["currently"], ["nowadays"],
    ]

    private static func isCourtesy(_ index: Int, _ text: FoldedText) -> Bool {
        courtesies.contains { words in words.indices.contains { index - $0 >= 0 && text.reads(words, at: index - $0, before: text.tokens.count) != nil } }
    }

    init(text: FoldedText, language: Language, gaps: [FoldedText.Token.Gap]) {
        (self.text, self.language, self.gaps, quoted, questions) = (text, language, gaps, [], [])
    }

    /// "M. Durand", "lea@example.org" and "10.30" do not end a sentence.
    private static func endsSentence(_ between: String.UnicodeScalarView.SubSequence, after word: String) -> Bool {
        guard between.contains(".") else { return true }
        if between.contains(where: { "?!;\n…".unicodeScalars.contains($0) }) { return true }
        if ["m", "mr", "mrs", "ms", "dr", "mme", "mlle", "st", "pr"].contains(word) { return false }
        return between.count > 1
    }

    /// As it was said.
    func original(_ range: Range<Int>) -> String { text.original(range) }

    func raw(_ index: Int) -> Substring {
        guard index >= 0, index < count else { return "" }
        return text.original[text.tokens[index].start..<text.tokens[index].end]
    }

    func isCapitalised(_ index: Int) -> Bool { raw(index).first?.isUppercase == true }

    /// Whether "à" was written so, which is no form of "avoir".
    func isAccented(_ index: Int, _ word: String) -> Bool { raw(index).lowercased() == word }

    func isQuestion(_ index: Int) -> Bool { questions.contains { $0.contains(index) } }

    /// The longest opener at `index`, and where it ends.
    func opener(at index: Int, before end: Int) -> (Opener, Int)? {
        guard index < end, let choices = words.openers[text[index]] else { return nil }
        for (words, opener) in choices { if let next = text.reads(words, at: index, before: end) { return (opener, next) } }
        return nil
    }
}
