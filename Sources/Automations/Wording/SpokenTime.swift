import Base
import Domain
import Foundation

/// Times, days and lengths of time as people say them.
struct SpokenTime {
    let language: Language
    let timeZone: TimeZone

    /// "7 h 30", "midi"; "7:30 AM", "noon".
    func time(hour: Int, minute: Int) -> String {
        if minute == 0, hour == 12 { return language(fr: "midi", en: "noon") }
        if minute == 0, hour == 0 { return language(fr: "minuit", en: "midnight") }
        let minutes = minute < 10 ? "0\(minute)" : "\(minute)"
        if language == .french { return minute == 0 ? "\(hour) h" : "\(hour) h \(minutes)" }
        return "\((hour + 11) % 12 + 1):\(minutes) \(hour < 12 ? "AM" : "PM")"
    }

    func time(_ date: Date) -> String {
        let minute = LocalDays(timeZone: timeZone).minute(of: date)
        return time(hour: minute / 60, minute: minute % 60)
    }

    /// "à 22 h", "demain à 7 h", "hier à 18 h 42", "lundi 23 novembre à 9 h": seen from `now`.
    func moment(_ date: Date, now: Date) -> String {
        let at = language(fr: "à ", en: "at ") + time(date)
        let day = CivilDay(date, in: timeZone), today = CivilDay(now, in: timeZone)
        switch day.number - today.number {
        case 0: return at
        case 1: return language(fr: "demain ", en: "tomorrow ") + at
        case -1: return language(fr: "hier ", en: "yesterday ") + at
        case let distance:
            return language(fr: abs(distance) > 6 ? "le " : "", en: "on ") + name(day, withYear: day.year != today.year) + " " + at
        }
    }

    /// "lundi 23 novembre", "Monday, November 23".
    private func name(_ day: CivilDay, withYear: Bool) -> String {
        let weekday = Self.weekdays(language)[day.weekday - 1], month = Self.months(language)[day.month - 1]
        if language == .french { return "\(weekday) \(day.day == 1 ? "1er" : "\(day.day)") \(month)" + (withYear ? " \(day.year)" : "") }
        return "\(weekday), \(month) \(day.day)" + (withYear ? ", \(day.year)" : "")
    }

    /// "tous les jours", "du lundi au vendredi", "le lundi et le jeudi".
    func days(_ weekdays: [Int]) -> String {
        let days = Set(weekdays).sorted()
        let names = Self.weekdays(language)
        switch days {
        case [], [1, 2, 3, 4, 5, 6, 7]: return language(fr: "tous les jours", en: "every day")
        case [1, 2, 3, 4, 5]: return language(fr: "du lundi au vendredi", en: "Monday to Friday")
        case [6, 7]: return language(fr: "le week-end", en: "on weekends")
        default:
            let known = days.filter { (1...7).contains($0) }.map { names[$0 - 1] }
            if language == .french { return known.count == 1 ? "tous les \(known[0])s" : Words.enumeration(known.map { "le \($0)" }, language) }
            return "every " + Words.enumeration(known, language)
        }
    }

    /// "2 minutes", "1 heure et 30 minutes": the two largest units that are not zero.
    func duration(_ seconds: Double) -> String {
        var rest = Int(saturating: min(max(0, seconds.rounded()), 1e12))
        var parts: [String] = []
        let units: [(size: Int, fr: String, en: String)] = [
            (86_400, "jour", "day"), (3600, "heure", "hour"), (60, "minute", "minute"), (1, "seconde", "second"),
        ]
        for unit in units where parts.count < 2 {
            let count = rest / unit.size
            rest %= unit.size
            if count > 0 { parts.append("\(count) \(language(fr: unit.fr, en: unit.en))\(count > 1 ? "s" : "")") }
        }
        return parts.isEmpty ? language(fr: "0 seconde", en: "0 seconds") : parts.joined(separator: language(fr: " et ", en: " and "))
    }

    private static func weekdays(_ language: Language) -> [String] {
        language(
            fr: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
            en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
    }

    private static func months(_ language: Language) -> [String] {
        language(
            fr: ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
            en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"])
    }
}
