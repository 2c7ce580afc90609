/// Cuts text that arrives in pieces into sentences to be spoken, in French and English. Pure.
///
/// Nothing is lost or added: the sentences put together are the text, white space included. A sentence comes out as soon as the first character of the
/// next one has arrived, or a line end; only then is it known that "3." was not the beginning of "3.5", nor "M." that of "M. Martin".
public struct SentenceSplitter: Sendable {
    /// A sentence without an end is cut at white space after so many characters, so that speech can begin.
    static let longest = 500

    private var pending: [Unicode.Scalar] = []
    /// Everything before was looked at and is no end.
    private var position = 0
    private var hasContent = false

    public init() {}

    /// Takes the next piece and returns the sentences it completes.
    public mutating func append(_ text: String) -> [String] {
        pending += text.unicodeScalars
        var sentences: [String] = []
        while let end = nextEnd() { sentences.append(take(end)) }
        return sentences
    }

    /// What is left when the text has ended; `nil` when nothing is.
    public mutating func finish() -> String? { pending.isEmpty ? nil : take(pending.count) }

    private mutating func take(_ end: Int) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: pending[..<end])
        pending.removeFirst(end)
        position = 0
        hasContent = false
        return String(text)
    }

    // MARK: Ends

    /// Where the first sentence ends, its trailing blanks included; `nil` when that is not known yet.
    private mutating func nextEnd() -> Int? {
        while position < pending.count {
            let scalar = pending[position]
            if scalar == "\n", hasContent { return position + 1 }
            if Self.isTerminator(scalar), hasContent {
                switch judge(position) {
                case .end(let end): return end
                case .unknown: return nil
                case .inside(let next):
                    position = next
                    continue
                }
            }
            if !scalar.properties.isWhitespace { hasContent = true }
            position += 1
            if position >= Self.longest { return forcedEnd() }
        }
        return nil
    }

    private func forcedEnd() -> Int {
        var end = min(Self.longest, pending.count)
        while end > Self.longest / 2, !pending[end - 1].properties.isWhitespace { end -= 1 }
        return pending[end - 1].properties.isWhitespace ? end : min(Self.longest, pending.count)
    }

    private enum Judgement { case end(Int), inside(next: Int), unknown }

    /// So far it looks ahead for the next sentence; beyond, marks and blanks end one by themselves.
    private static let reach = 64

    /// What the terminators at `start` mean.
    private func judge(_ start: Int) -> Judgement {
        let horizon = start + Self.reach
        let limit = min(pending.count, horizon)
        var index = start
        while index < limit, Self.isTerminator(pending[index]) { index += 1 }
        let afterMarks = index
        // Closing quotes and brackets belong to the sentence; the French one stands behind a space.
        while index < limit {
            if Self.isCloser(pending[index]) {
                index += 1
            } else if Self.isBlank(pending[index]), index + 1 < limit, pending[index + 1] == "»" {
                index += 2
            } else {
                break
            }
        }
        var next = index
        while next < limit, Self.isBlank(pending[next]) { next += 1 }
        if next == horizon { return .end(next) }
        guard next < pending.count else { return .unknown }
        if pending[next] == "\n" || pending[next] == "\r" { return .inside(next: next) } // The line end is the sentence's.
        if next == index { return .inside(next: index) } // 3.5, example.org, .net
        // Whether the text goes on with a small letter, perhaps behind a quote or bracket: then no new sentence has begun.
        var letter = next
        while letter < limit, Self.isOpener(pending[letter]) { letter += 1 }
        if letter < horizon {
            guard letter < pending.count else { return .unknown }
            if pending[letter].properties.isLowercase { return .inside(next: next) }
        }
        let isSingleDot = afterMarks == start + 1 && pending[start] == "."
        if isSingleDot, index == afterMarks, isAbbreviation(before: start, next: pending[next]) { return .inside(next: next) }
        return .end(next)
    }

    /// Whether the dot ends a word rather than a sentence: a title, an initial, the number of a list.
    private func isAbbreviation(before dot: Int, next: Unicode.Scalar) -> Bool {
        var start = dot
        while start > 0, pending[start - 1].properties.isAlphabetic || Self.isDigit(pending[start - 1]) || pending[start - 1] == "." || pending[start - 1] == "-" {
            start -= 1
        }
        let word = pending[start..<dot]
        guard let first = word.first else { return false }
        if word.allSatisfy(Self.isDigit) { // "1. Faire": a number alone at the beginning of its sentence.
            return word.count <= 3 && pending[..<start].allSatisfy { $0.properties.isWhitespace }
        }
        if word.count == 1, first.properties.isUppercase { return true } // J. Dupont
        var text = String.UnicodeScalarView()
        text.append(contentsOf: word)
        let lower = String(text).lowercased()
        return Self.abbreviations.contains(lower) || first.properties.isUppercase && Self.titles.contains(lower) || Self.isDigit(next) && Self.numbered.contains(lower)
    }

    /// Written with a capital, before a name.
    private static let titles: Set<String> = [
        "m", "mm", "mme", "mmes", "mlle", "mlles", "me", "mgr", "pr", "dr", "st", "ste", "mr", "mrs", "ms", "prof", "gen", "sgt", "capt", "col", "lt", "rev", "hon", "mt", "ft",
    ]
    /// Before a number.
    private static let numbered: Set<String> = ["no", "nos", "art", "fig", "vol", "chap", "sec", "approx", "env"]
    /// Anywhere.
    private static let abbreviations: Set<String> = [
        "p", "pp", "p.ex", "ex", "cf", "vs", "e.g", "i.e", "c.-à-d", "j.-c", "bd", "av", "dept", "tél", "u.s", "u.k",
    ]

    // MARK: Characters

    private static func isTerminator(_ scalar: Unicode.Scalar) -> Bool { scalar == "." || scalar == "!" || scalar == "?" || scalar == "…" }
    private static func isCloser(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "»" || scalar == "”" || scalar == "’" || scalar == "\"" || scalar == "'" || scalar == ")" || scalar == "]" || scalar == "*"
    }
    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar != "\n" && scalar != "\r" && scalar.properties.isWhitespace }
    private static func isOpener(_ scalar: Unicode.Scalar) -> Bool { scalar == "(" || scalar == "\"" || scalar == "“" || scalar == "[" }
}
