import Base
import Understanding

/// Gives hurriedly typed words their apostrophe back: "jhabite", "sappelle", "doesnt".
enum RunTogether {
    static func parted(_ text: String, _ language: Language) -> String {
        guard text.utf8.count <= 4096 else { return text }
        let text = language == .french ? spelt(text) : text
        var parts: [(word: Substring, at: Int)] = []
        for word in text.split(separator: " ") { if let length = prefix(word, language) { parts.append((word, length)) } }
        guard !parts.isEmpty else { return text }
        var output = "", rest = text[...]
        for (word, length) in parts {
            let cut = text.index(word.startIndex, offsetBy: length)
            output += rest[..<cut] + "'"
            rest = text[cut...]
        }
        return output + rest
    }

    /// "chuis" and "c quoi", as they are written elsewhere.
    private static func spelt(_ text: String) -> String {
        var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init), isChanged = false
        for (index, word) in words.enumerated() {
            let folded = FoldedText.key(word), next = index + 1 < words.count ? FoldedText.key(words[index + 1]) : ""
            if let known = slurred[folded] ?? (folded == "c" && asking.contains(next) ? "c'est" : nil) { (words[index], isChanged) = (known, true) }
        }
        return isChanged ? words.joined(separator: " ") : text
    }

    private static let slurred = [
        "chuis": "je suis", "chui": "je suis", "jsuis": "je suis", "cest": "c'est", "cetait": "c'était", "keske": "qu'est-ce que", "yavait": "il y avait",
    ]
    private static let asking: Set<String> = ["quoi", "quand", "qui", "ou", "combien", "comment", "quel", "quelle"]

    /// How many letters stand before the missing apostrophe.
    private static func prefix(_ word: Substring, _ language: Language) -> Int? {
        if language == .english {
            return english.contains(word.lowercased()) ? word.count - (word.lowercased() == "im" || word.lowercased().hasSuffix("t") ? 1 : 2) : nil
        }
        guard word.count > 4, let first = word.first, word.allSatisfy(\.isLetter) else { return nil }
        if "lL".contains(first) {
            // "lanniversaire"
            let noun = FoldedText.key(String(word.dropFirst()))
            return "aeiouyh".contains(noun.prefix(1)) && Nouns.of(.french).attributes[noun] != nil ? 1 : nil
        }
        guard "jJsSmMnN".contains(first) else { return nil }
        let verbs = Verbs.of(.french), folded = FoldedText.key(String(word))
        guard let second = folded.dropFirst().first, "aeiouyh".contains(second), verbs.forms(of: folded).isEmpty else { return nil }
        return verbs.finite(String(folded.dropFirst())) == nil ? nil : 1
    }

    private static let english: Set<String> = [
        "dont", "doesnt", "didnt", "isnt", "wasnt", "arent", "werent", "hasnt", "havent", "cant", "wont", "im", "ive", "weve", "youre", "theyre",
    ]
}
