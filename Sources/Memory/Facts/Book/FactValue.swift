import Base
import Understanding

/// How values are compared: "aux arachides", "arachides" and "arachide" are one, and so are "douze juin" and "12 juin", "06 12 34" and "061234".
enum FactValue {
    /// The words that count, in a form that is the same for all spellings; never empty for a value that is not.
    static func key(_ value: String) -> String {
        let key = tokens(value).joined(separator: " ")
        return key.isEmpty ? value.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased() : key
    }

    static func tokens(_ value: String) -> [String] {
        var words = withDigits(FoldedText.key(value))
        while words.count > 1, leading.contains(words[0]) { words.removeFirst() }
        var output: [String] = []
        for (index, word) in words.enumerated() {
            let previous = index > 0 ? words[index - 1] : ""
            if isNumber(previous), ordinals.contains(word) { continue }
            if word == "of" || word == "the", index > 0 { continue }
            if let month = months[word] {
                output.append(month)
            } else if isNumber(word), let last = output.last, isNumber(previous), isNumber(last), last.count + word.count <= 24, !isYear(word, after: output) {
                // What is said in groups, as telephone numbers and codes are.
                output[output.count - 1] = last + word
            } else {
                output.append(isNumber(word) ? word : singular(word))
            }
        }
        // "june 12" and "12 june" are one day.
        if let month = output.firstIndex(where: { $0.hasPrefix("m:") }), month + 1 < output.count, isDay(output[month + 1]),
            month == 0 || !isDay(output[month - 1])
        {
            output.swapAt(month, month + 1)
        }
        return output
    }

    /// Whether one of two values says all that the other says, and more: "12 juin 1985" of "12 juin".
    static func refines(_ finer: String, _ coarser: String) -> Bool {
        guard finer != coarser, finer.utf8.count > coarser.utf8.count else { return false }
        let words = Set(finer.split(separator: " "))
        return coarser.split(separator: " ").allSatisfy(words.contains)
    }

    /// The whole number that a value begins with ("deux enfants", "2").
    static func number(_ value: String) -> Int? { withDigits(FoldedText.key(value)).first.flatMap { Int($0) } }

    private static func withDigits(_ folded: String) -> [String] {
        let words = folded.split(separator: " ").map(String.init)
        guard words.contains(where: numerals.contains) else { return words.map(plainNumber) }
        let text = FoldedText(folded)
        for language in Language.allCases {
            var output: [String] = [], index = 0, found = false
            while index < text.tokens.count {
                if numerals.contains(text[index]), let number = Numerals.readWhole(text, at: index, before: text.tokens.count, language) {
                    output.append(String(number.value))
                    index = number.next
                    found = true
                } else {
                    output.append(plainNumber(text[index]))
                    index += 1
                }
            }
            if found { return output }
        }
        return words.map(plainNumber)
    }

    /// "06.12.34" as digits alone; "3,5" as it is.
    private static func plainNumber(_ word: String) -> String {
        if word == "premier" { return "1" }
        guard word.first?.isNumber == true else { return word }
        return word.filter { $0 == "." || $0 == "," }.count > 1 ? word.filter(\.isNumber) : word.replacing(",", with: ".")
    }

    private static func isNumber(_ word: String) -> Bool { word.utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false }
    private static func isDay(_ word: String) -> Bool { Int(word).map { (1...31).contains($0) } ?? false }
    /// "12 juin 1985": the year stays apart.
    private static func isYear(_ word: String, after output: [String]) -> Bool { word.utf8.count == 4 && output.contains { $0.hasPrefix("m:") } }

    /// Without the ending of a plural; the same for words that are none, which is enough to compare.
    private static func singular(_ word: String) -> String {
        guard word.utf8.count > 3 else { return word }
        if word.hasSuffix("ies") { return String(word.dropLast(3)) + "y" }
        if word.hasSuffix("ss") { return word }
        return word.hasSuffix("s") || word.hasSuffix("x") ? String(word.dropLast()) : word
    }

    /// Number words that are nothing else.
    private static let numerals = Numerals.starters.subtracting(["a", "un", "une"])
    private static let leading = words(
        "a au aux l la le les un une des du de d en dans chez the an some at in to on my mon ma mes notre nos our sur")
    private static let ordinals = words("er e eme ieme st nd rd th")
    private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
    private static let months: [String: String] = {
        var table: [String: String] = [:]
        for language in Language.allCases {
            for (index, name) in DateText.months(language).enumerated() { table[FoldedText.key(name)] = "m:\(index + 1)" }
        }
        return table
    }()
}
