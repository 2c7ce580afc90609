import Base
import Domain
import Foundation
import Understanding

/// When facts held and when they were told, as people say it.
struct FactDates {
    let language: Language
    let now: Date
    let timeZone: TimeZone
    private let text: DateText

    init(_ language: Language, now: Date, timeZone: TimeZone) {
        self.language = language
        self.now = now
        self.timeZone = timeZone
        text = DateText(language, timeZone)
    }

    /// A day that begins a year or a month stands for it: that is what was said.
    private enum Precision { case year, month, day }

    private func precision(_ date: Date) -> (Precision, CivilDay) {
        let day = CivilDay(date, in: timeZone)
        let parts = text.calendar.dateComponents([.hour, .minute], from: date)
        guard day.day == 1, parts.hour == 0, parts.minute == 0 else { return (.day, day) }
        return (day.month == 1 ? .year : .month, day)
    }

    /// "2015", "mai 2026", "le 3 mai", "le 3 mai 2025"; "May 3".
    private func name(_ date: Date, alwaysYear: Bool = false) -> (text: String, precision: Precision) {
        let (precision, day) = precision(date)
        switch precision {
        case .year: return ("\(day.year)", .year)
        case .month: return (DateText.months(language)[day.month - 1] + " \(day.year)", .month)
        case .day: return (self.day(day, alwaysYear: alwaysYear), .day)
        }
    }

    private func day(_ day: CivilDay, alwaysYear: Bool) -> String {
        let year = alwaysYear || day.year != CivilDay(now, in: timeZone).year
        return text.monthDay(day: day.day, month: day.month) + (year ? language(fr: " ", en: ", ") + "\(day.year)" : "")
    }

    /// "depuis mai 2026", "since May 3".
    func since(_ date: Date) -> String {
        let (name, precision) = name(date)
        return language(fr: "depuis " + (precision == .day ? "le " : "") + name, en: "since " + name)
    }

    /// "jusqu'en mai 2026", "jusqu'au 3 mai", "until May 2026".
    /// - Parameter isStated: whether somebody named the end, so that a year or a month was over then; else another value began in it.
    func until(_ date: Date, isStated: Bool = false) -> String {
        let (precision, day) = precision(date)
        var last: Date?
        if isStated {
            switch precision {
            case .year: last = day.adding(months: -12).at(hour: 0, minute: 0, in: timeZone)
            case .month: last = day.adding(months: -1).at(hour: 0, minute: 0, in: timeZone)
            case .day: last = date.addingTimeInterval(-1)
            }
        }
        let end = name(last ?? date).text
        return language(fr: (precision == .day ? "jusqu'au " : "jusqu'en ") + end, en: "until " + end)
    }

    /// The day that "14 juin 2018" names; `nil` without its year.
    func birth(_ value: String) -> CivilDay? {
        let words = FactValue.key(value).split(separator: " ")
        guard let month = words.first(where: { $0.hasPrefix("m:") }).flatMap({ Int($0.dropFirst(2)) }),
            let year = words.compactMap({ Int($0) }).first(where: { $0 > 1800 }),
            let day = words.compactMap({ Int($0) }).first(where: { (1...31).contains($0) })
        else { return nil }
        return CivilDay(year: year, month: month, day: day)
    }

    /// "à partir du 3 mai", "from May 3 on".
    func from(_ date: Date) -> String {
        let (name, precision) = name(date)
        let month = French.elided("de", before: name)
        return language(fr: "à partir " + (precision == .day ? "du " + name : month), en: "from " + name + " on")
    }

    /// "en 2015", "en mai 2026", "le 3 mai"; "in 2015", "on May 3".
    func on(_ date: Date) -> String {
        let (name, precision) = name(date)
        return precision == .day ? language(fr: "le ", en: "on ") + name : language(fr: "en ", en: "in ") + name
    }

    /// "en 2015", "en mai 2026", "entre le 3 mai et le 12 juin"; `nil` where the time is no more than a moment.
    func during(_ interval: DateInterval) -> String? {
        let first = CivilDay(interval.start, in: timeZone), last = CivilDay(interval.end.addingTimeInterval(-1), in: timeZone)
        if first == last || interval.duration < 1 { return on(interval.start) }
        if first.month == 1, first.day == 1, last.month == 12, last.day == 31, first.year == last.year {
            return language(fr: "en ", en: "in ") + "\(first.year)"
        }
        if first.day == 1, last == first.adding(months: 1).adding(days: -1) {
            return language(fr: "en ", en: "in ") + DateText.months(language)[first.month - 1] + " \(first.year)"
        }
        let days = (day(first, alwaysYear: false), day(last, alwaysYear: false))
        return language(fr: "entre le \(days.0) et le \(days.1)", en: "between \(days.0) and \(days.1)")
    }

    /// When something was said: "aujourd'hui", "hier", "mardi dernier", "le 3 mai".
    func told(_ date: Date) -> String {
        let day = CivilDay(date, in: timeZone)
        switch CivilDay(now, in: timeZone).number - day.number {
        case ..<1: return language(fr: "aujourd'hui", en: "today")
        case 1: return language(fr: "hier", en: "yesterday")
        case 2...7:
            let name = DateText.weekdays(language)[day.weekday % 7]
            return language(fr: name + " dernier", en: "last " + name)
        default: return language(fr: "le ", en: "on ") + self.day(day, alwaysYear: false)
        }
    }

    /// "le 3 mai 2027", "May 3, 2027": for lists, which are read later.
    func dated(_ date: Date) -> String { language(fr: "le ", en: "") + day(CivilDay(date, in: timeZone), alwaysYear: true) }
}
