private import Foundation

/// A second look at a wake: whether the transcript begins with the wake word, in the spellings that recognisers give it.
///
/// Nobody trained a recogniser on "Jarvis", least of all a French one: it comes back as "j'arrive is", "gervais", "hey travis".
public enum WakeCheck {
    /// What a transcript says of the wake before it.
    public struct Finding: Sendable, Hashable {
        /// Whether it begins with the wake word.
        public var isCalled: Bool
        /// What is said behind the wake word, or everything when there is none.
        public var rest: String
    }

    /// Looks for "Jarvis", alone or called with "hey", "dis", "ok", among the first words of `text`.
    public static func look(at text: String) -> Finding {
        let words = words(of: text)
        var index = 0
        while index < min(2, words.count), callers.contains(words[index].plain) { index += 1 }
        let called = index > 0
        // One to three written words may be the one that was said: "j'arrive is" is three.
        for length in (1...3).reversed() where index + length <= words.count {
            let joined = words[index..<index + length].map(\.plain).joined()
            if names.contains(joined) || (called && afterCall.contains(joined)) || (length == 1 && isNear(joined, called: called)) {
                return Finding(isCalled: true, rest: rest(of: text, after: words[index + length - 1].end))
            }
        }
        return Finding(isCalled: false, rest: text.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    /// What calls: with how French and English recognisers hear it.
    private static let callers: Set<String> = [
        "hey", "he", "hei", "hay", "heh", "eh", "et", "e", "est", "ai", "hi", "a", "ah", "aie", "dis", "dit", "di", "ok", "okay", "oke", "ohe", "oh", "o",
        "hello", "bonjour", "salut",
    ]
    /// The name, as it is written by those who do not know it.
    private static let names: Set<String> = [
        "jarvis", "jarvisse", "jarviss", "jarvice", "jarvi", "jarvie", "javis", "javisse", "jarves", "jarvus", "jarviz", "djarvis", "djarvisse", "gervis",
        "gervice",
        "jervis", "jarivis", "jarviste", "charvis", "charvisse", "gardvis", "jarrivis", "jarriveis", "jarriveice", "jarriveisse", "jarriveici", "jarvisthe",
        "jarrvis", "zarvis",
        "jarvys", "garvis", "yarvis", "jarvisit", "jardvis", "jardisse", "jarvisser", "jarviseur",
    ]
    /// Words of their own that are the name only behind a call: "hey Travis" is, "Travis" is not.
    private static let afterCall: Set<String> = [
        "travis", "gervais", "jarrive", "jarrives", "service", "services", "jadis", "java", "garvey", "marvis", "davis", "harvis", "jarvey", "chervis",
        "javisme", "jairvis",
        "jarry", "charvi", "jarviska", "dervis", "tarvis", "elvis", "jars", "jarsvis", "parvis", "charliz", "jarrivisse", "jarrivesa", "jarrivesur",
    ]

    private struct Word {
        var plain: String
        var end: String.Index
    }

    /// Without marks, accents and capitals; an apostrophe joins what it stands between.
    private static func words(of text: String) -> [Word] {
        var words: [Word] = []
        var plain = ""
        var index = text.startIndex
        while index < text.endIndex, words.count < 6 {
            let character = text[index]
            let next = text.index(after: index)
            if character.isLetter || character.isNumber {
                plain += character.lowercased().folding(options: .diacriticInsensitive, locale: nil)
            } else if character != "'", character != "’", !plain.isEmpty {
                words.append(Word(plain: plain, end: index))
                plain = ""
            }
            index = next
        }
        if !plain.isEmpty, words.count < 6 { words.append(Word(plain: plain, end: index)) }
        return words
    }

    /// One letter off the name, which begins as it should; two behind a call.
    private static func isNear(_ word: String, called: Bool) -> Bool {
        guard (5...9).contains(word.count), word.hasPrefix("jar") || word.hasPrefix("jer") || word.hasPrefix("gar") || word.hasPrefix("char") else {
            return false
        }
        // These are words people use.
        guard !ordinary.contains(word) else { return false }
        return distance(Array(word), Array("jarvis")) <= (called ? 2 : 1)
    }

    private static let ordinary: Set<String> = ["jardin", "jardins", "garni", "garnis", "jargon", "charmis", "gardes", "garais", "charges", "garcia", "jarret"]

    /// Letters to change, add or take away (Levenshtein).
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var row = Array(0...b.count)
        for (i, left) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, right) in b.enumerated() {
                let above = row[j + 1]
                row[j + 1] = left == right ? diagonal : min(diagonal, above, row[j]) + 1
                diagonal = above
            }
        }
        return row[b.count]
    }

    private static func rest(of text: String, after end: String.Index) -> String {
        String(text[end...].drop { !$0.isLetter && !$0.isNumber && !"-+\"«(".contains($0) })
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
