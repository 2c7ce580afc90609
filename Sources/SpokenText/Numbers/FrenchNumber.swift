/// Numbers as they are said in French, in the spelling with "et" and hyphens below a hundred: "vingt et un", "quatre-vingt-onze".
enum FrenchNumber {
    private static let small = [
        "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize",
        "dix-sept", "dix-huit", "dix-neuf",
    ]
    private static let tens = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"]
    private static let scales: [(Int, String)] = [
        (1_000_000_000_000_000, "billiard"), (1_000_000_000_000, "billion"), (1_000_000_000, "milliard"), (1_000_000, "million"),
    ]

    /// - Parameter isFeminine: what is counted is feminine: "vingt et une" heures.
    static func cardinal(_ number: Int, isFeminine: Bool = false) -> String {
        guard number > 0 else { return number == 0 ? "zéro" : "moins " + (number == .min ? "" : cardinal(-number, isFeminine: isFeminine)) }
        var parts: [String] = [], rest = number
        for (scale, name) in scales where rest >= scale {
            parts.append(cardinal(rest / scale) + " " + name + (rest / scale > 1 ? "s" : ""))
            rest %= scale
        }
        if rest >= 1000 {
            parts.append(rest < 2000 ? "mille" : belowThousand(rest / 1000, isLast: false) + " mille")
            rest %= 1000
        }
        if rest > 0 { parts.append(belowThousand(rest, isLast: true)) }
        let words = parts.joined(separator: " ")
        return isFeminine && endsInOne(number) ? words + "e" : words
    }

    static func ordinal(_ number: Int, isFeminine: Bool = false) -> String {
        if number == 1 { return isFeminine ? "première" : "premier" }
        var words = cardinal(number)
        if words.hasSuffix("s"), !words.hasSuffix("trois") { words.removeLast() }
        if words.hasSuffix("cinq") { return words + "uième" }
        if words.hasSuffix("neuf") { return words.dropLast() + "vième" }
        if words.hasSuffix("e") { words.removeLast() }
        return words + "ième"
    }

    /// Whether the number is said with "un" at its end.
    static func endsInOne(_ number: Int) -> Bool { number % 10 == 1 && ![11, 71, 91].contains(number % 100) }

    private static func belowThousand(_ number: Int, isLast: Bool) -> String {
        let hundreds = number / 100, rest = number % 100
        let hundred = hundreds == 0 ? "" : hundreds == 1 ? "cent" : small[hundreds] + (rest == 0 && isLast ? " cents" : " cent")
        guard rest > 0 else { return hundred }
        return hundred.isEmpty ? belowHundred(rest, isLast: isLast) : hundred + " " + belowHundred(rest, isLast: isLast)
    }

    private static func belowHundred(_ number: Int, isLast: Bool) -> String {
        if number < 20 { return small[number] }
        let ten = number / 10, unit = ten == 7 || ten == 9 ? number % 10 + 10 : number % 10
        switch unit {
        case 0: return ten == 8 && isLast ? "quatre-vingts" : tens[ten]
        case 1 where ten < 8, 11 where ten == 7: return tens[ten] + " et " + small[unit]
        default: return tens[ten] + "-" + small[unit]
        }
    }
}
