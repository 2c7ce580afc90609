/// Numbers as they are said in English.
enum EnglishNumber {
    private static let small = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    private static let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    private static let scales: [(Int, String)] = [
        (1_000_000_000_000_000, "quadrillion"), (1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"), (1000, "thousand"),
    ]
    private static let irregular = [
        "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
    ]

    static func cardinal(_ number: Int) -> String {
        guard number > 0 else { return number == 0 ? "zero" : "minus " + (number == .min ? "" : cardinal(-number)) }
        var parts: [String] = [], rest = number
        for (scale, name) in scales where rest >= scale {
            parts.append(cardinal(rest / scale) + " " + name)
            rest %= scale
        }
        if rest >= 100 { parts.append(small[rest / 100] + " hundred") }
        rest %= 100
        if rest > 0 { parts.append(rest < 20 ? small[rest] : tens[rest / 10] + (rest % 10 > 0 ? "-" + small[rest % 10] : "")) }
        return parts.joined(separator: " ")
    }

    static func ordinal(_ number: Int) -> String {
        let words = cardinal(number)
        let start = words.lastIndex { $0 == " " || $0 == "-" }.map { words.index(after: $0) } ?? words.startIndex
        let last = String(words[start...])
        let ordinal = irregular[last] ?? (last.hasSuffix("y") ? last.dropLast() + "ieth" : last + "th")
        return words[..<start] + ordinal
    }

    /// A year: "nineteen ninety-eight", "two thousand five", "twenty twenty-six".
    static func year(_ number: Int) -> String {
        let century = number / 100, rest = number % 100
        guard (11...20).contains(century), number != 2000, !(2001...2009).contains(number) else { return cardinal(number) }
        switch rest {
        case 0: return cardinal(century) + " hundred"
        case 1...9: return cardinal(century) + " oh " + small[rest]
        default: return cardinal(century) + " " + cardinal(rest)
        }
    }

    /// "nineteen eighties"; `nil` when it is not the first year of a decade.
    static func decade(_ number: Int) -> String? {
        guard number % 10 == 0, number % 100 >= 20 else { return number % 100 == 0 && number >= 1100 && number < 2000 ? year(number) + "s" : nil }
        let words = number < 100 ? cardinal(number) : year(number)
        return words.dropLast() + "ies"
    }
}
