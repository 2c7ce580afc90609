import Foundation

/// The values of `break` and `prosody` (SSML 1.1, sections 3.2.3 and 3.2.4) as factors. `nil` is no such value.
enum SpokenProsody {
    static func duration(_ text: String) -> Duration? {
        let isMilliseconds = text.hasSuffix("ms")
        guard isMilliseconds || text.hasSuffix("s"), let number = number(text.dropLast(isMilliseconds ? 2 : 1)), number >= 0 else { return nil }
        return .milliseconds(Int(min(number * (isMilliseconds ? 1 : 1000), 1e9)))
    }

    static func strength(_ text: String) -> Duration? {
        let milliseconds = ["none": 0, "x-weak": 100, "weak": 200, "medium": 400, "strong": 700, "x-strong": 1200]
        return milliseconds[text].map { .milliseconds($0) }
    }

    static func rate(_ text: String) -> Double? {
        ["x-slow": 0.5, "slow": 0.75, "medium": 1, "default": 1, "fast": 1.5, "x-fast": 2][text] ?? percent(text)
            ?? number(text[...]).flatMap { $0 > 0 ? $0 : nil }
    }

    static func volume(_ text: String) -> Double? {
        let names = ["silent": 0, "x-soft": 0.25, "soft": 0.5, "medium": 1, "default": 1, "loud": 1.5, "x-loud": 2]
        if let volume = names[text] { return volume }
        if text.lowercased().hasSuffix("db") { return number(text.dropLast(2)).map { pow(10, min(40, max(-100, $0)) / 20) } }
        // A bare number is of a hundred, as in SSML 1.0.
        return percent(text) ?? number(text[...]).flatMap { $0 >= 0 ? $0 / 100 : nil }
    }

    static func pitch(_ text: String) -> Double? {
        let names = ["x-low": 0.6, "low": 0.8, "medium": 1, "default": 1, "high": 1.25, "x-high": 1.6]
        if let pitch = names[text] { return pitch }
        if text.hasSuffix("st") { return number(text.dropLast(2)).map { pow(2, min(24, max(-24, $0)) / 12) } }
        return percent(text)
    }

    /// `120%` is 1.2, `+20%` too, `-20%` is 0.8.
    private static func percent(_ text: String) -> Double? {
        guard text.hasSuffix("%"), let number = number(text.dropLast()) else { return nil }
        let isChange = text.hasPrefix("+") || text.hasPrefix("-")
        let factor = isChange ? 1 + number / 100 : number / 100
        return factor >= 0 ? factor : nil
    }

    private static func number(_ text: Substring) -> Double? {
        guard text.utf8.count <= 12, text.utf8.allSatisfy({ 48...57 ~= $0 || $0 == 46 || $0 == 43 || $0 == 45 }) else { return nil }
        return Double(text)
    }
}
