package import Base
package import Domain
package import Foundation

/// Days, times and lengths of time as people say them.
package struct DateText {
    package let language: Language
    package let calendar: Calendar

    package init(_ language: Language, _ timeZone: TimeZone) {
        self.language = language
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        self.calendar = calendar
    }

    /// "14 h 05", "9 h" in French; "2:05 PM", "9:00 AM" in English.
    package func time(_ date: Date) -> String {
        let parts = calendar.dateComponents([.hour, .minute], from: date)
        return time(hour: parts.hour ?? 0, minute: parts.minute ?? 0)
    }

    package func time(hour: Int, minute: Int) -> String {
        let minutes = minute < 10 ? "0\(minute)" : "\(minute)"
        if language == .french { return minute == 0 ? "\(hour) h" : "\(hour) h \(minutes)" }
        return "\((hour + 11) % 12 + 1):\(minutes) \(hour < 12 ? "AM" : "PM")"
    }

    /// "samedi 21 novembre 2026", "Saturday, November 21, 2026"; the year only where asked for.
    package func day(_ date: Date, withYear: Bool) -> String {
        let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
        let weekday = Self.weekdays(language)[((parts.weekday ?? 1) + 6) % 7]
        let monthDay = monthDay(day: parts.day ?? 1, month: parts.month ?? 1)
        let year = withYear ? language(fr: " ", en: ", ") + String(parts.year ?? 0) : ""
        return weekday + language(fr: " ", en: ", ") + monthDay + year
    }

    /// "1er mai", "May 1".
    package func monthDay(day: Int, month: Int) -> String {
        let name = Self.months(language)[(month + 11) % 12]
        return language(fr: "\(day == 1 ? "1er" : String(day)) \(name)", en: "\(name) \(day)")
    }

    /// "aujourd'hui à 14 h", "demain à 9 h", "lundi 23 novembre à 9 h"; days from `now`.
    package func moment(_ date: Date, now: Date) -> String {
        let at = language(fr: " à ", en: " at ") + spokenTime(date)
        switch daysApart(now, date) {
        case 0: return language(fr: "aujourd'hui", en: "today") + at
        case 1: return language(fr: "demain", en: "tomorrow") + at
        case let days:
            return language(fr: days > 6 ? "le " : "", en: "on ")
                + day(date, withYear: calendar.component(.year, from: date) != calendar.component(.year, from: now)) + at
        }
    }

    /// "aujourd'hui", "demain", "lundi" within a week, else "le lundi 30 novembre".
    /// - Parameter isSubject: English then has no "on" before it.
    package func dayName(_ day: CivilDay, now: Date, isSubject: Bool = false) -> String {
        let on = isSubject ? "" : "on "
        let ahead = day.number - CivilDay(now, in: calendar.timeZone).number
        switch ahead {
        case -1: return language(fr: "hier", en: "yesterday")
        case 0: return language(fr: "aujourd'hui", en: "today")
        case 1: return language(fr: "demain", en: "tomorrow")
        case 2...6: return language(fr: "", en: on) + Self.weekdays(language)[day.weekday % 7]
        default:
            let year = day.year == CivilDay(now, in: calendar.timeZone).year ? "" : language(fr: " ", en: ", ") + String(day.year)
            return language(fr: "le ", en: on) + Self.weekdays(language)[day.weekday % 7] + language(fr: " ", en: ", ")
                + monthDay(day: day.day, month: day.month) + year
        }
    }

    private func spokenTime(_ date: Date) -> String {
        let parts = calendar.dateComponents([.hour, .minute, .second], from: date)
        return parts.hour == 12 && parts.minute == 0 ? language(fr: "midi", en: "noon") : time(date)
    }

    /// Midnights between two moments.
    package func daysApart(_ from: Date, _ to: Date) -> Int {
        calendar.dateComponents([.day], from: calendar.startOfDay(for: from), to: calendar.startOfDay(for: to)).day ?? 0
    }

    /// "2 minutes", "1 heure et 30 minutes", "3 jours": the two largest units that are not zero.
    package static func duration(_ seconds: Double, _ language: Language) -> String {
        var rest = Int(saturating: min(max(0, seconds.rounded()), 1e12))
        var parts: [String] = []
        let units: [(size: Int, fr: String, en: String)] = [
            (86_400, "jour", "day"), (3600, "heure", "hour"), (60, "minute", "minute"), (1, "seconde", "second"),
        ]
        for unit in units {
            let count = rest / unit.size
            rest %= unit.size
            if count == 0, parts.isEmpty || parts.count == 2 { continue }
            if parts.count == 2 { break }
            if count > 0 { parts.append("\(count) \(language(fr: unit.fr, en: unit.en))\(count > 1 ? "s" : "")") }
        }
        if parts.isEmpty { return language(fr: "0 seconde", en: "0 seconds") }
        return parts.joined(separator: language(fr: " et ", en: " and "))
    }

    package static func weekdays(_ language: Language) -> [String] {
        language(
            fr: ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
            en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"])
    }

    package static func months(_ language: Language) -> [String] {
        language(
            fr: ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
            en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"])
    }
}

/// Several things in a row: "le lait, les œufs et le pain".
package enum Enumeration {
    package static func text(_ items: [String], _ language: Language, or: Bool = false) -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        let joint = or ? language(fr: " ou ", en: " or ") : language(fr: " et ", en: " and ")
        return items.dropLast().joined(separator: ", ") + joint + last
    }
}
