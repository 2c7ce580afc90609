package import Base
package import Domain
import Foundation

/// How often something comes again, as people say it: "tous les lundis à 9 h", "every weekday at 7:00 AM".
package enum RecurrenceText {
    package static func text(_ recurrence: Recurrence, _ language: Language) -> String {
        if case .interval(let seconds) = recurrence.rule { return interval(seconds, language) }
        let time = DateText(language, .gmt).time(hour: recurrence.hour, minute: recurrence.minute)
        let isNoon = recurrence.hour == 12 && recurrence.minute == 0
        return days(recurrence.rule, language) + language(fr: " à ", en: " at ") + (isNoon ? language(fr: "midi", en: "noon") : time)
    }

    private static func interval(_ seconds: Double, _ language: Language) -> String {
        if seconds == 3600 { return language(fr: "toutes les heures", en: "every hour") }
        if seconds == 1800 { return language(fr: "toutes les demi-heures", en: "every half hour") }
        return language(fr: "toutes les ", en: "every ") + DateText.duration(seconds, language)
    }

    private static func days(_ rule: Recurrence.Rule, _ language: Language) -> String {
        switch rule {
        case .interval: return ""
        case .days(let every):
            if every == 1 { return language(fr: "tous les jours", en: "every day") }
            return every == 2 ? language(fr: "un jour sur deux", en: "every other day") : language(fr: "tous les \(every) jours", en: "every \(every) days")
        case .weekdays(let days, let weeks): return weekdays(days, weeks, language)
        case .monthDay(let day, let months):
            let ordinal =
                day == 31
                ? language(fr: "le dernier jour", en: "on the last day") : language(fr: "le \(day == 1 ? "1er" : "\(day)")", en: "on the \(ordinal(day))")
            return ordinal
                + (months == 1
                    ? language(fr: " de chaque mois", en: " of every month") : language(fr: " tous les \(months) mois", en: " every \(months) months"))
        case .yearDay(let month, let day):
            return language(fr: "chaque année le ", en: "every year on ") + DateText(language, .gmt).monthDay(day: day, month: month)
        }
    }

    private static func weekdays(_ days: [Int], _ weeks: Int, _ language: Language) -> String {
        let names = days.map { DateText.weekdays(language)[$0 % 7] }
        if weeks > 1 {
            let list = Enumeration.text(names, language)
            if weeks == 2 { return language(fr: days.count == 1 ? "un \(list) sur deux" : "une semaine sur deux, \(list)", en: "every other \(list)") }
            return language(fr: "toutes les \(weeks) semaines, le \(list)", en: "every \(weeks) weeks on \(list)")
        }
        switch days {
        case TimeReader.workdays: return language(fr: "du lundi au vendredi", en: "every weekday")
        case TimeReader.weekend: return language(fr: "le week-end", en: "every weekend")
        case TimeReader.wholeWeek: return language(fr: "tous les jours", en: "every day")
        default:
            if days.count >= 5 {
                let missing = TimeReader.wholeWeek.filter { !days.contains($0) }.map { DateText.weekdays(language)[$0 % 7] }
                return language(fr: "tous les jours sauf le ", en: "every day except ") + Enumeration.text(missing, language)
            }
            return language(fr: "tous les ", en: "every ") + Enumeration.text(language(fr: names.map { $0 + "s" }, en: names), language)
        }
    }

    /// "1st", "2nd", "23rd".
    static func ordinal(_ number: Int) -> String {
        switch (number % 10, number % 100) {
        case (_, 11...13): "\(number)th"
        case (1, _): "\(number)st"
        case (2, _): "\(number)nd"
        case (3, _): "\(number)rd"
        default: "\(number)th"
        }
    }
}
