import Base
import Foundation

/// Words as they are compared: lower case, no accents, no plural, nothing that only ties others together.
enum Words {
    private static let small: Set<String> = [
        "le", "la", "les", "l", "un", "une", "du", "de", "des", "d", "mon", "ma", "me", "mes", "ton", "ta", "tes", "a", "au", "aux", "et", "en", "qui", "que",
        "qu",
        "pour", "celle", "celui", "ceux", "the", "my", "your", "an", "of", "for", "and", "that", "which", "one", "to", "at", "in", "on",
        "automatisation", "automation", "automatism", "automatisme", "regle", "rule", "routine", "programmation", "schedule", "scenario", "appelee", "called",
        "nommee",
        "named",
    ]

    /// All words, folded; "7h30" is "7", "h", "30".
    static func all(_ text: String) -> [String] {
        let folded = text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).lowercased().replacing("œ", with: "oe")
        var words: [String] = [], current = ""
        for character in folded {
            let isWord = character.isLetter || character.isNumber
            if let last = current.last, !isWord || last.isNumber != character.isNumber {
                words.append(current)
                current = ""
            }
            if isWord { current.append(character) }
        }
        if !current.isEmpty { words.append(current) }
        return words
    }

    /// Those that say something, without their plural.
    static func content(_ text: String) -> Set<String> {
        Set(all(text).map { $0.count > 3 && ($0.hasSuffix("s") || $0.hasSuffix("x")) ? String($0.dropLast()) : $0 }.filter { !small.contains($0) })
    }

    /// Several things in a row: "le lait, les œufs et le pain".
    static func enumeration(_ items: [String], _ language: Language) -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + language(fr: " et ", en: " and ") + last
    }

    static func quoted(_ text: String, _ language: Language) -> String { language(fr: "« \(text) »", en: "“\(text)”") }

    /// Whether a French word takes "l'", "j'" and "qu'" before it; an h is taken for a silent one only where it is.
    static func isElided(before text: String) -> Bool {
        guard let word = all(text).first, let first = word.first else { return false }
        return "aeiouy".contains(first) || word.hasPrefix("habi") || word.hasPrefix("heur") || word.hasPrefix("hort") || word.hasPrefix("huil")
            || word.hasPrefix("oe")
    }

    /// "que" before what follows.
    static func que(_ text: String) -> String { (isElided(before: text) ? "qu'" : "que ") + text }
}
