package import Base
import Foundation

extension Numerals {
    /// The number in words: "quatre-vingt-dix-sept", "two hundred five". For whole numbers below a thousand million millions.
    static func spell(_ number: Int, _ language: Language) -> String {
        if number == 0 { return language(fr: "zéro", en: "zero") }
        if number < 0 { return language(fr: "moins ", en: "minus ") + (number == .min ? "" : spell(-number, language)) }
        var parts: [String] = [], rest = number
        for (scale, french, english) in [(1_000_000_000, "milliard", "billion"), (1_000_000, "million", "million"), (1000, "mille", "thousand")] {
            let count = rest / scale
            rest %= scale
            guard count > 0 else { continue }
            if language == .english {
                parts.append(spell(count, language) + " " + english)
            } else if scale == 1000 {
                parts.append(count == 1 ? "mille" : frenchBelowThousand(count, isLast: false) + " mille")
            } else {
                parts.append(spell(count, language) + " " + french + (count > 1 ? "s" : ""))
            }
        }
        if rest > 0 { parts.append(language == .french ? frenchBelowThousand(rest, isLast: true) : englishBelowThousand(rest)) }
        return parts.joined(separator: " ")
    }

    private static func frenchBelowThousand(_ number: Int, isLast: Bool) -> String {
        let small = [
            "", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize",
            "dix-sept", "dix-huit", "dix-neuf",
        ]
        let tens = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"]
        var parts: [String] = []
        let hundreds = number / 100, rest = number % 100
        if hundreds > 0 { parts.append(hundreds == 1 ? "cent" : small[hundreds] + (rest == 0 && isLast ? " cents" : " cent")) }
        switch rest {
        case 0: break
        case 1..<20: parts.append(small[rest])
        case 80: parts.append(isLast ? "quatre-vingts" : "quatre-vingt")
        case 71: parts.append("soixante et onze")
        default:
            let ten = rest / 10, unit = ten == 7 || ten == 9 ? rest % 10 + 10 : rest % 10
            parts.append(unit == 0 ? tens[ten] : unit == 1 && ten < 8 ? tens[ten] + " et un" : tens[ten] + "-" + small[unit])
        }
        return parts.joined(separator: " ")
    }

    private static func englishBelowThousand(_ number: Int) -> String {
        let small = [
            "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
            "sixteen", "seventeen", "eighteen", "nineteen",
        ]
        let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        var parts: [String] = []
        if number >= 100 { parts.append(small[number / 100] + " hundred") }
        let rest = number % 100
        if rest > 0 { parts.append(rest < 20 ? small[rest] : tens[rest / 10] + (rest % 10 > 0 ? "-" + small[rest % 10] : "")) }
        return parts.joined(separator: " ")
    }

    /// The number in digits as people write it: "12 345,6" in French (with no-break spaces), "12,345.6" in English; beyond 10¹⁵ in powers of ten.
    package static func format(_ value: Double, _ language: Language, decimals: Int = 6) -> String {
        guard value.isFinite else { return "∞" }
        let size = abs(value)
        if size >= 1e15 || (size > 0 && size < 1e-6) { return scientific(value, language) }
        let rounded = (size * pow(10, Double(decimals))).rounded() / pow(10, Double(decimals))
        var text = size < 1e9 ? String(format: "%.\(decimals)f", rounded) : String(format: "%.\(min(decimals, 3))f", size)
        if text.contains(".") {
            while text.last == "0" { text.removeLast() }
            if text.last == "." { text.removeLast() }
        }
        let halves = text.split(separator: ".")
        let whole = grouped(String(halves[0]), language)
        let written = halves.count > 1 ? whole + language(fr: ",", en: ".") + halves[1] : whole
        return value < 0 && written != "0" ? "-" + written : written
    }

    /// To so many significant digits, but never fewer than the whole part has; says whether anything was lost.
    package static func formatSignificant(_ value: Double, _ language: Language, digits: Int = 4) -> (text: String, isExact: Bool) {
        guard value != 0, value.isFinite else { return (format(value, language), true) }
        let magnitude = Int(floor(log10(abs(value))))
        // Two more digits are kept where they make it exact: an inch is 2,54 centimetres, a pound is not 453,59237 grams.
        for wanted in [digits, digits + 1] {
            let decimals = max(0, min(12, wanted - 1 - magnitude))
            let scale = pow(10, Double(decimals))
            let rounded = (value * scale).rounded() / scale
            if abs(rounded - value) <= abs(value) * 1e-11 { return (format(rounded, language, decimals: decimals), true) }
        }
        let decimals = max(0, min(12, digits - 1 - magnitude))
        let scale = pow(10, Double(decimals))
        return (format((value * scale).rounded() / scale, language, decimals: decimals), false)
    }

    private static func scientific(_ value: Double, _ language: Language) -> String {
        let parts = String(format: "%.4e", value).split(separator: "e")
        guard parts.count == 2, let power = Int(parts[1]) else { return String(value) }
        var mantissa = String(parts[0])
        while mantissa.last == "0" { mantissa.removeLast() }
        if mantissa.last == "." { mantissa.removeLast() }
        if language == .french { mantissa = mantissa.replacing(".", with: ",") }
        let raised = String(power).map { character -> String in
            let digits: [Character: String] = ["0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹", "-": "⁻"]
            return digits[character] ?? ""
        }
        return mantissa == "1" ? "10" + raised.joined() : mantissa + " × 10" + raised.joined()
    }

    private static func grouped(_ digits: String, _ language: Language) -> String {
        guard digits.count > (language == .french ? 4 : 3) else { return digits }
        var groups: [Substring] = [], rest = digits[...]
        while rest.count > 3 {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        groups.insert(rest, at: 0)
        return groups.joined(separator: language(fr: "\u{202F}", en: ","))
    }
}
