package import Base
import Foundation

/// A length of time as people say it: "dix minutes", "une heure et demie", "1 h 30", "trois quarts d'heure", "half an hour", "two days".
package struct DurationExpression: Sendable, Hashable {
    /// Calendar months and days keep the time of day across a change to or from summer time; seconds do not.
    package var months = 0
    package var days = 0
    package var seconds = 0.0
    /// The token after it.
    package var next: Int

    /// In seconds, with days of 24 hours and months of 30 days.
    package var approximateSeconds: Double { seconds + Double(days) * 86_400 + Double(months) * 30 * 86_400 }

    /// The longest that is understood: about a hundred years.
    static let limit = 100.0 * 365 * 86_400

    /// Reads the duration that stands at `index`; `nil` where there is none or it is out of bounds.
    package static func read(_ text: FoldedText, at index: Int, before end: Int, _ language: Language) -> DurationExpression? {
        var reader = Reader(text: text, end: end, language: language, result: DurationExpression(next: index))
        guard reader.read() else { return nil }
        let size = reader.result.approximateSeconds
        return size > 0 && size <= limit ? reader.result : nil
    }

    fileprivate enum Unit { case second, minute, hour, day, week, fortnight, month, year }

    fileprivate static let units: [Language: [String: Unit]] = [
        .french: [
            "seconde": .second, "secondes": .second, "s": .second, "sec": .second, "minute": .minute, "minutes": .minute, "min": .minute, "mn": .minute,
            "mins": .minute, "heure": .hour, "heures": .hour, "h": .hour, "jour": .day, "jours": .day, "j": .day, "semaine": .week, "semaines": .week,
            "mois": .month,
            "an": .year, "ans": .year, "annee": .year, "annees": .year,
        ],
        .english: [
            "second": .second, "seconds": .second, "s": .second, "sec": .second, "secs": .second, "minute": .minute, "minutes": .minute, "min": .minute,
            "mins": .minute, "hour": .hour, "hours": .hour, "h": .hour, "hr": .hour, "hrs": .hour, "day": .day, "days": .day, "week": .week, "weeks": .week,
            "fortnight": .fortnight, "month": .month, "months": .month, "year": .year, "years": .year,
        ],
    ]

    fileprivate static let approximate: [Language: [String: Double]] = [
        .french: [
            "dizaine": 10, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100,
            "douzaine": 12,
        ],
        .english: ["couple": 2, "dozen": 12],
    ]
}

private struct Reader {
    let text: FoldedText
    let end: Int
    let language: Language
    var result: DurationExpression
    var smallest: DurationExpression.Unit?

    private var next: Int {
        get { result.next }
        set { result.next = newValue }
    }

    mutating func read() -> Bool {
        guard part() else { return false }
        for _ in 0..<5 {
            let before = result
            if text[next] == (language == .french ? "et" : "and"), next < end { next += 1 }
            if !part() {
                result = before
                break
            }
        }
        return true
    }

    /// One number with its unit, and the half or quarter that may follow it.
    private mutating func part() -> Bool {
        if fixedFraction() { return true }
        guard let (count, unit) = countAndUnit() else { return false }
        guard smallest.map({ size(unit) < size($0) }) ?? true else { return false }
        smallest = unit
        add(count, unit)
        if let (fraction, after) = fraction(at: next) {
            add(fraction, unit)
            next = after
        } else if unit == .hour || unit == .minute, let rest = Numerals.readWhole(text, at: next, before: end, language), rest.value < 60, isTail(next, rest) {
            // "1 h 30", "une minute trente"
            add(Double(rest.value), unit == .hour ? .minute : .second)
            smallest = unit == .hour ? .minute : .second
            next = rest.next
        }
        return true
    }

    /// Whether a bare number may be the minutes of the hour before it: no unit of its own follows, and it is not "deux" of "une heure, deux œufs".
    private func isTail(_ index: Int, _ number: (value: Int, next: Int)) -> Bool {
        if number.next >= end { return true }
        guard number.value >= 10 || text[index].count == 2 && text.tokens[index].kind == .number else { return false }
        return DurationExpression.units[language]?[text[number.next]] == nil && text.tokens[number.next].kind == .word
    }

    private mutating func countAndUnit() -> (Double, DurationExpression.Unit)? {
        guard next < end else { return nil }
        var index = next, count: Double
        if let number = Numerals.read(text, at: index, before: end, language) {
            (count, index) = (number.value, number.next)
            if language == .english, let after = text.reads(["and", "a", "half"], at: index, before: end) { (count, index) = (count + 0.5, after) }
            if language == .french, let after = text.readsAny([["et", "demi"], ["et", "demie"]], at: index, before: end) {
                (count, index) = (count + 0.5, after)
            }
            // "une dizaine de minutes"
            if let many = DurationExpression.approximate[language]?[text[index]], count == 1 {
                count = many
                index += 1
                if text[index] == "de" || text[index] == "d" || text[index] == "of" { index += 1 }
            }
        } else if language == .english, text[index] == "a" || text[index] == "an" || text[index] == "another" {
            (count, index) = (1, index + 1)
            if let many = DurationExpression.approximate[language]?[text[index]] {
                count = many
                index += text[index + 1] == "of" ? 2 : 1
            }
        } else {
            return nil
        }
        guard index < end, let unit = DurationExpression.units[language]?[text[index]], count >= 0, count < 1e10 else { return nil }
        next = index + 1
        return (count, unit)
    }

    /// "une demi-heure", "trois quarts d'heure", "half an hour", "a quarter of an hour".
    private mutating func fixedFraction() -> Bool {
        let table: [(words: [String], seconds: Double)] = language == .french ? Self.french : Self.english
        for (words, seconds) in table {
            if let after = text.reads(words, at: next, before: end) {
                guard smallest == nil else { return false }
                result.seconds += seconds
                smallest = .minute
                next = after
                return true
            }
        }
        return false
    }

    private static let french: [([String], Double)] = [
        (["une", "demi", "heure"], 1800), (["une", "demie", "heure"], 1800), (["demi", "heure"], 1800), (["1", "demi", "heure"], 1800),
        (["un", "quart", "d", "heure"], 900),
        (["1", "quart", "d", "heure"], 900), (["quart", "d", "heure"], 900), (["trois", "quarts", "d", "heure"], 2700), (["3", "quarts", "d", "heure"], 2700),
        (["trois", "quart", "d", "heure"], 2700), (["trois", "quarts", "d", "heures"], 2700), (["une", "demi", "minute"], 30),
        (["une", "demi", "journee"], 43_200),
        (["une", "petite", "demi", "heure"], 1800), (["1", "/", "2", "heure"], 1800), (["½", "heure"], 1800), (["¼", "d", "heure"], 900),
        (["¾", "d", "heure"], 2700),
    ]
    private static let english: [([String], Double)] = [
        (["half", "an", "hour"], 1800), (["a", "half", "hour"], 1800), (["half", "hour"], 1800), (["a", "quarter", "of", "an", "hour"], 900),
        (["quarter", "of", "an", "hour"], 900), (["three", "quarters", "of", "an", "hour"], 2700), (["half", "a", "minute"], 30),
        (["half", "a", "day"], 43_200),
        (["½", "hour"], 1800),
    ]

    private func fraction(at index: Int) -> (Double, Int)? {
        if language == .french {
            guard text[index] == "et", index + 1 < end else { return nil }
            switch text[index + 1] {
            case "demi", "demie": return (0.5, index + 2)
            case "quart": return (0.25, index + 2)
            case "trois" where text[index + 2].hasPrefix("quart") && index + 2 < end: return (0.75, index + 3)
            case "un" where text[index + 2] == "quart" && index + 2 < end && text[index + 3] != "d": return (0.25, index + 3)
            default: return nil
            }
        }
        if let next = text.reads(["and", "a", "half"], at: index, before: end) { return (0.5, next) }
        if let next = text.reads(["and", "a", "quarter"], at: index, before: end) { return (0.25, next) }
        if let next = text.reads(["and", "three", "quarters"], at: index, before: end) { return (0.75, next) }
        return nil
    }

    private func size(_ unit: DurationExpression.Unit) -> Double {
        switch unit {
        case .second: 1
        case .minute: 60
        case .hour: 3600
        case .day: 86_400
        case .week: 7 * 86_400
        case .fortnight: 14 * 86_400
        case .month: 30 * 86_400
        case .year: 365 * 86_400
        }
    }

    private mutating func add(_ count: Double, _ unit: DurationExpression.Unit) {
        let whole = count.rounded(.down)
        switch unit {
        case .second, .minute, .hour: result.seconds += count * size(unit)
        case .day, .week, .fortnight:
            let days = count * size(unit) / 86_400
            guard days < 1e6 else { return result.seconds = .infinity }
            result.days += Int(days)
            result.seconds += (days - days.rounded(.down)) * 86_400
        case .month, .year:
            let months = unit == .year ? count * 12 : count
            guard months < 1e5 else { return result.seconds = .infinity }
            result.months += Int(months)
            if unit == .month { result.days += Int((count - whole) * 30) }
        }
    }
}
