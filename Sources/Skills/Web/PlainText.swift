/// Makes what others have written fit to be shown and said: words and punctuation, nothing that a page, a terminal or a voice would act on.
enum PlainText {
    /// One line without tags, links, control and direction characters or marks of formatting, at most `limit` characters long.
    static func clean(_ text: String, limit: Int) -> String {
        // Escaped twice, as many feeds do.
        var cleaned = "", isInTag = false, isSpace = true, count = 0
        let decoded = Entities.decoded(String(text.prefix(limit * 8)))
        for character in withoutLinks(decoded) {
            if isInTag {
                if character == ">" { isInTag = false }
                continue
            }
            if character == "<" {
                isInTag = true
                continue
            }
            if character.isWhitespace || character.isNewline {
                if !isSpace {
                    cleaned.append(" ")
                    count += 1
                }
                isSpace = true
                continue
            }
            guard isHarmless(character) else { continue }
            count += 1
            if count > limit { return cut(cleaned) }
            cleaned.append(character)
            isSpace = false
        }
        return cleaned.trimmed
    }

    /// Marks that give a text another look, or end a string somewhere.
    private static let marks: Set<Character> = ["*", "`", "_", "#", "~", "|", "\\", "[", "]", "{", "}", ">", "^"]

    private static func isHarmless(_ character: Character) -> Bool {
        if marks.contains(character) { return false }
        return character.unicodeScalars.count <= 8
            && character.unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
                default: true
                }
            }
    }

    /// A link is nothing that can be read out.
    private static func withoutLinks(_ text: String) -> String {
        guard text.contains("://") || text.contains("www.") else { return text }
        return text.split(separator: " ", omittingEmptySubsequences: false).filter { !$0.contains("://") && !$0.hasPrefix("www.") }.joined(separator: " ")
    }

    /// At the last whole word.
    private static func cut(_ text: String) -> String {
        let words = text.lastIndex(of: " ").map { text[..<$0] } ?? text[...]
        return String(words).trimmed + "…"
    }
}
