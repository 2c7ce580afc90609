import Base
import Domain
import Foundation

/// The days that a query speaks of, and how near a fragment's day is to them.
///
/// A day or a month that it names, of a year or of any ("in June", "le 3 mai 2023"); and the time that the caller made out of its words.
/// A year alone is too wide to help.
struct NamedDates: Sendable {
    private struct Named: Sendable {
        var year: Int?
        var month: Int
        var day: Int?
    }

    private var named: [Named] = []
    private var span: ClosedRange<Int>?

    var isEmpty: Bool { named.isEmpty && span == nil }

    init(words: [String], preferred: DateInterval?, timeZone: TimeZone) {
        if let preferred {
            let first = CivilDay(preferred.start, in: timeZone).number
            // An interval that ends at midnight does not reach into the next day.
            let last = CivilDay(max(preferred.start, preferred.end.addingTimeInterval(-1)), in: timeZone).number
            span = min(first, last)...max(first, last)
        }
        for (index, word) in words.enumerated() {
            guard let month = Self.months[word] else { continue }
            func near(_ offset: Int) -> String { words.indices.contains(index + offset) ? words[index + offset] : "" }
            let before = Self.day(near(-1)) ?? (near(-1) == "of" ? Self.day(near(-2)) : nil)
            let after = Self.day(near(1)), rest = after == nil ? 1 : 2
            let year = Self.year(near(rest)) ?? (near(rest) == "of" ? Self.year(near(rest + 1)) : nil)
            let day = before ?? after
            if word == "may" && day == nil && year == nil && !Self.beforeMay.contains(near(-1)) { continue }
            named.append(Named(year: year, month: month, day: day))
        }
    }

    /// 1 on a day that is named, less by a factor e for each week away from it.
    func nearness(of day: Int) -> Float {
        let year = CivilDay(number: day).year
        var gaps = named.flatMap { date in
            (date.year.map { [$0] } ?? [year - 1, year, year + 1]).compactMap { year -> Int? in
                guard let first = CivilDay(year: year, month: date.month, day: date.day ?? 1) else { return nil }
                return Self.gap(day, first.number...(first.number + (date.day == nil ? CivilDay.length(ofMonth: date.month, in: year) - 1 : 0)))
            }
        }
        if let span { gaps.append(Self.gap(day, span)) }
        return gaps.min().map { exp(-Float($0) / 7) } ?? 0
    }

    private static func gap(_ day: Int, _ days: ClosedRange<Int>) -> Int { max(0, days.lowerBound - day, day - days.upperBound) }

    private static let months: [String: Int] = {
        var months: [String: Int] = [:]
        for language in Language.allCases { for (index, name) in WordLists.months(language).enumerated() { months[String(name)] = index + 1 } }
        return months
    }()
    /// Without one of these, a day or a year it is the verb.
    private static let beforeMay: Set = ["in", "of", "last", "since", "during", "early", "late", "mid"]
    private static let ordinals = ["st", "nd", "rd", "th", "er"]

    private static func day(_ word: String) -> Int? {
        let digits = ordinals.first(where: word.hasSuffix).map { word.dropLast($0.count) } ?? word[...]
        return digits.count <= 2 ? Int(digits) : nil
    }

    private static func year(_ word: String) -> Int? { word.count == 4 && (word.hasPrefix("19") || word.hasPrefix("20")) ? Int(word) : nil }
}
