import Base

/// Cuts a text that is still growing into sentences, so that the first can be said while the rest is written.
///
/// What it gives, joined in order, is the text as it came. A sentence ends after `.`, `!`, `?` or `…` with what closes behind it (quotes, brackets)
/// and white space, or at a line break; not after abbreviations, initials, ordinals of a list, nor inside a number.
struct SentenceSplitter {
    /// A sentence without an end in sight is cut at white space after so many characters.
    static let longest = 400

    private static let french: Set<String> = [
        "m", "mm", "mme", "mmes", "mlle", "mlles", "dr", "pr", "me", "st", "ste", "p", "ex", "c.-à-d", "av", "apr", "env", "n", "no", "art", "cf", "vol", "tél",
    ]
    private static let english: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "e.g", "i.e", "vs", "no", "approx", "dept", "est", "fig", "vol",
    ]
    private static let ends: Set<Character> = [".", "!", "?", "…"]
    private static let closers: Set<Character> = ["»", "”", "\"", "’", "'", ")", "]", "*"]

    private let abbreviations: Set<String>
    private var rest: [Character] = []
    /// Everything before this place in `rest` has been looked at and holds no end.
    private var scanned = 0

    init(language: Language) { abbreviations = language(fr: Self.french, en: Self.english) }

    /// Takes the next piece; returns the sentences that are complete now.
    mutating func append(_ text: String) -> [String] {
        rest += text
        var sentences: [String] = []
        while let end = nextEnd() {
            sentences.append(String(rest[..<end]))
            rest.removeFirst(end)
            scanned = 0
        }
        return sentences
    }

    /// What is left, when no more text will come.
    mutating func finish() -> String? {
        defer { (rest, scanned) = ([], 0) }
        return rest.isEmpty ? nil : String(rest)
    }

    /// Where the first sentence ends, when what comes behind it shows that it does.
    private mutating func nextEnd() -> Int? {
        var position = scanned
        while position < rest.count {
            let character = rest[position]
            if character.isNewline, rest[..<position].contains(where: { !$0.isWhitespace }) { return position + 1 }
            if Self.ends.contains(character) {
                var after = position + 1
                while after < rest.count, Self.ends.contains(rest[after]) || Self.closers.contains(rest[after]) { after += 1 }
                // "« Oui ! »": the closing quote stands behind a space in French.
                if after + 1 < rest.count, rest[after].isWhitespace, rest[after + 1] == "»" { after += 2 }
                guard after < rest.count else { break }
                if rest[after].isWhitespace, character != "." || after > position + 1 || !isAbbreviation(before: position) {
                    // In French a closing quote could still come behind this space.
                    guard after + 1 < rest.count || rest[after].isNewline else { break }
                    return after + 1
                }
                position = after
                continue
            }
            if position >= Self.longest, character.isWhitespace { return position + 1 }
            position += 1
        }
        scanned = min(position, rest.count)
        return nil
    }

    /// Whether the point at `position` ends an abbreviation ("Mme."), an initial ("J."), or a number that opens a line ("2.").
    private func isAbbreviation(before position: Int) -> Bool {
        var start = position
        while start > 0, !rest[start - 1].isWhitespace, !["(", "«", "\"", "'", "’"].contains(rest[start - 1]) { start -= 1 }
        let word = String(rest[start..<position]).lowercased()
        if word.isEmpty { return false }
        if word.count == 1, rest[position - 1].isLetter, rest[position - 1].isUppercase { return true }
        if word.allSatisfy(\.isNumber) { return word.count <= 2 && rest[..<start].allSatisfy(\.isWhitespace) }
        return abbreviations.contains(word)
    }
}
