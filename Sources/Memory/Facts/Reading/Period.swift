import Base
import Domain
import Foundation
import Understanding

/// A stretch of days that words name: "hier", "en mai", "l'été dernier", "samedi à 20 h".
struct Period: Hashable {
    var start: CivilDay
    /// The first day that is no longer part of it.
    var end: CivilDay
    var hour: Int?
    var minute = 0
    /// The token after it.
    var next: Int

    init(_ start: CivilDay, _ end: CivilDay, next: Int) { (self.start, self.end, self.next) = (start, end, next) }
    init(day: CivilDay, next: Int) { self.init(day, day.adding(days: 1), next: next) }
}

/// Reads periods in both directions: what is told of the past leans back, what is planned leans ahead.
struct PeriodReader {
    enum Lean { case past, future }

    let text: FoldedText
    let end: Int
    let language: Language
    let today: CivilDay
    var lean: Lean

    /// - Parameter bare: whether a year or a month may stand without "en": after "depuis", "jusqu'à".
    func period(at index: Int, bare: Bool = false) -> Period? {
        guard index < end, var period = language == .french ? french(at: index, bare: bare) : english(at: index, bare: bare) else { return nil }
        guard period.end.number - period.start.number == 1 else { return period }
        let reader = TimeReader(text: text, end: end, language: language)
        let isDigits = period.next < end && text.tokens[period.next].kind == .number
        if period.next < end, !isDigits || text[period.next + 1] == "h" || text[period.next + 1] == ":",
            let (clock, next) = reader.clock(at: period.next, bare: true)
        {
            (period.hour, period.minute, period.next) = (clock.hour, clock.minute, next)
            if !clock.isExact, language == .english, clock.hour < 7 { period.hour = clock.hour + 12 }
        }
        return period
    }

    // MARK: what both languages share

    private func year(at index: Int) -> Int? {
        guard index < end, text.tokens[index].kind == .number, text[index].count == 4, let year = Int(text[index]), (1900...2100).contains(year) else {
            return nil
        }
        return year
    }

    private func whole(year: Int, next: Int) -> Period? {
        guard let start = CivilDay(year: year, month: 1, day: 1), let end = CivilDay(year: year + 1, month: 1, day: 1) else { return nil }
        return Period(start, end, next: next)
    }

    private func months(from month: Int, count: Int = 1, year: Int?, next: Int) -> Period? {
        var chosen = year ?? today.year
        if year == nil {
            // The nearest one in the direction of the sentence, the running one included.
            if lean == .past, (chosen, month) > (today.year, today.month) { chosen -= 1 }
            if lean == .future, let start = CivilDay(year: chosen, month: month, day: 1), start.adding(months: count) <= today { chosen += 1 }
        }
        return CivilDay(year: chosen, month: month, day: 1).map { Period($0, $0.adding(months: count), next: next) }
    }

    private func week(_ ahead: Int, next: Int) -> Period {
        let monday = today.adding(days: 1 - today.weekday + 7 * ahead)
        return Period(monday, monday.adding(days: 7), next: next)
    }

    private func weekend(_ ahead: Int, next: Int) -> Period {
        let saturday = today.adding(days: 6 - today.weekday + 7 * ahead)
        return Period(saturday, saturday.adding(days: 2), next: next)
    }

    /// The day that `TimeReader` read, in the direction of the sentence. Its weekdays count from Sunday, which is 1.
    private func day(_ day: TimeExpression.Day, next: Int) -> Period? {
        switch day {
        case .inDays(let days): return Period(day: today.adding(days: days), next: next)
        case .inMonths(let months): return Period(day: today.adding(months: months), next: next)
        case .weekday(let weekday, let weeks):
            let iso = (weekday + 5) % 7 + 1
            let ahead = (iso - today.weekday + 7) % 7
            let days = lean == .past ? (ahead == 0 ? -7 : ahead - 7) : (ahead == 0 ? 7 : ahead) + 7 * weeks
            return Period(day: today.adding(days: days), next: next)
        case .date(let number, let month, let year):
            if let month, let year { return CivilDay(year: year, month: month, day: number).map { Period(day: $0, next: next) } }
            for step in 0..<48 {
                let offset = lean == .past ? -step : step
                let first = CivilDay(year: today.year, month: today.month, day: 1)?.adding(months: offset) ?? today
                guard month == nil || first.month == month, let found = CivilDay(year: first.year, month: first.month, day: number) else { continue }
                if lean == .past ? found <= today : found >= today { return Period(day: found, next: next) }
            }
            return nil
        }
    }

    private func weekday(_ table: [String: Int], at index: Int) -> Int? { index < end ? table[text[index]] : nil }

    /// So long before now, or after: "il y a deux ans", "dans trois semaines".
    private func moved(by duration: DurationExpression, back: Bool) -> CivilDay {
        let sign = back ? -1 : 1
        return today.adding(months: sign * duration.months).adding(days: sign * (duration.days + Int(duration.seconds / 86_400)))
    }

    func ago(at index: Int) -> (CivilDay, Int)? {
        DurationExpression.read(text, at: index, before: end, language).map { (moved(by: $0, back: true), $0.next) }
    }

    func ahead(at index: Int) -> (CivilDay, Int)? {
        DurationExpression.read(text, at: index, before: end, language).map { (moved(by: $0, back: false), $0.next) }
    }

    // MARK: French

    private static let frenchLast: Set<String> = ["dernier", "derniere", "passe", "passee"]
    private static let frenchNext: Set<String> = ["prochain", "prochaine", "suivant", "qui"]
    private static let frenchSeasons = ["printemps": 3, "ete": 6, "automne": 9, "hiver": 12]

    private func french(at start: Int, bare: Bool) -> Period? {
        if text[start] == "hier" { return Period(day: today.adding(days: -1), next: partOfDay(after: start + 1)) }
        if let next = text.reads(["avant", "hier"], at: start, before: end) { return Period(day: today.adding(days: -2), next: partOfDay(after: next)) }
        if let next = text.readsAny(Self.frenchToday, at: start, before: end) { return Period(day: today, next: next) }
        var index = start
        let isThis = ["ce", "cet", "cette"].contains(text[index])
        let hasIn = ["en", "au", "a", "pour", "fin", "debut", "mi", "pendant", "pour"].contains(text[index])
        if hasIn, index + 1 < end { index += 1 }
        if text[index] == "fin" || text[index] == "debut" || text[index] == "mi", index + 1 < end { index += 1 }
        if ["le", "la", "l", "ce", "cet", "cette"].contains(text[index]), index + 1 < end { index += 1 }
        if let next = text.reads(["mois", "de"], at: index, before: end) ?? text.reads(["mois", "d"], at: index, before: end),
            let month = TimeReader.frenchMonths[text[next]]
        {
            return months(from: month, year: year(at: next + 1), next: year(at: next + 1) == nil ? next + 1 : next + 2)
        }
        let which = direction(at: index + 1, Self.frenchLast, Self.frenchNext)
        let after = which == 0 ? index + 1 : index + 2
        switch text[index] {
        case "semaine" where isThis || which != 0: return week(which, next: after)
        case "mois" where isThis || which != 0:
            return CivilDay(year: today.year, month: today.month, day: 1).map { $0.adding(months: which) }.map { Period($0, $0.adding(months: 1), next: after) }
        case "an" where which != 0, "annee" where isThis || which != 0: return whole(year: today.year + which, next: after)
        case "week", "weekend":
            let tail = text[index] == "week" ? index + 2 : index + 1
            let which = direction(at: tail, Self.frenchLast, Self.frenchNext)
            guard isThis || which != 0 else { return nil }
            return weekend(which, next: which == 0 ? tail : tail + 1)
        case "noel": return hasIn ? day(.date(day: 25, month: 12, year: nil), next: index + 1) : nil
        default: break
        }
        if let season = Self.frenchSeasons[text[index]], hasIn || isThis || which != 0 {
            guard var found = months(from: season, count: 3, year: nil, next: after) else { return nil }
            if which == -1, found.end > today { found = Period(found.start.adding(months: -12), found.end.adding(months: -12), next: after) }
            return found
        }
        if let month = TimeReader.frenchMonths[text[index]], hasIn || bare || which != 0 {
            if let year = year(at: index + 1) { return months(from: month, year: year, next: index + 2) }
            return months(from: month, year: nil, next: after)
        }
        if let year = year(at: index), hasIn && text[start] != "a" || bare { return whole(year: year, next: index + 1) }
        // "en CE2" is a class.
        if text[start] == "ce" || text[start] == "en", text.tokens[min(start + 1, end - 1)].kind == .number, TimeReader.frenchMonths[text[start + 2]] == nil {
            return nil
        }
        let reader = TimeReader(text: text, end: end, language: language)
        // A weekday with its article is one that comes again.
        if let weekday = weekday(TimeReader.frenchWeekdays, at: index), which == -1 {
            let back = PeriodReader(text: text, end: end, language: language, today: today, lean: .past)
            return back.day(.weekday(weekday, weeks: 0), next: after)
        }
        if let weekday = weekday(TimeReader.frenchWeekdays, at: start), direction(at: start + 1, Self.frenchLast, Self.frenchNext) == 0,
            reader.day(at: start)?.1 == start + 1
        {
            return day(.weekday(weekday, weeks: 0), next: partOfDay(after: start + 1))
        }
        guard text[start] != "le" || TimeReader.frenchWeekdays[text[start + 1]] == nil || which == 1 || reader.day(at: start)?.1 ?? 0 > start + 2,
            let (found, next) = reader.day(at: start)
        else { return nil }
        return day(found, next: partOfDay(after: next))
    }

    private static let frenchToday = [
        ["aujourd", "hui"], ["ce", "matin"], ["ce", "soir"], ["ce", "midi"], ["cet", "apres", "midi"], ["cette", "nuit"], ["tout", "a", "l", "heure"],
    ]

    private func partOfDay(after index: Int) -> Int {
        text.readsAny(
            language == .french
                ? [["matin"], ["midi"], ["soir"], ["apres", "midi"], ["en", "soiree"], ["dans", "la", "matinee"], ["dans", "la", "soiree"]]
                : [["morning"], ["afternoon"], ["evening"], ["night"], ["in", "the", "morning"], ["in", "the", "evening"], ["in", "the", "afternoon"]],
            at: index, before: end) ?? index
    }

    /// -1 for "dernier", 1 for "prochain".
    private func direction(at index: Int, _ last: Set<String>, _ next: Set<String>) -> Int {
        guard index < end else { return 0 }
        return last.contains(text[index]) ? -1 : next.contains(text[index]) && text[index] != "qui" ? 1 : 0
    }

    // MARK: English

    private static let englishSeasons = ["spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12]

    private func english(at start: Int, bare: Bool) -> Period? {
        if text[start] == "yesterday" { return Period(day: today.adding(days: -1), next: partOfDay(after: start + 1)) }
        if let next = text.reads(["last", "night"], at: start, before: end) { return Period(day: today.adding(days: -1), next: next) }
        if let next = text.reads(["the", "day", "before", "yesterday"], at: start, before: end) { return Period(day: today.adding(days: -2), next: next) }
        if let next = text.readsAny([["today"], ["tonight"], ["this", "morning"], ["this", "evening"], ["this", "afternoon"]], at: start, before: end) {
            return Period(day: today, next: next)
        }
        let hasIn = ["in", "at", "on", "during"].contains(text[start])
        let index = hasIn && start + 1 < end ? start + 1 : start
        let which = text[index] == "last" ? -1 : text[index] == "next" || text[index] == "coming" ? 1 : 0
        if which != 0 || text[index] == "this" {
            let after = index + 2
            switch text[index + 1] {
            case "week": return week(which, next: after)
            case "weekend": return weekend(which, next: after)
            case "month":
                return CivilDay(year: today.year, month: today.month, day: 1).map { $0.adding(months: which) }.map {
                    Period($0, $0.adding(months: 1), next: after)
                }
            case "year": return whole(year: today.year + which, next: after)
            default: break
            }
            var turned = self
            if which != 0 { turned.lean = which < 0 ? .past : .future }
            if let season = Self.englishSeasons[text[index + 1]] {
                guard let found = turned.months(from: season, count: 3, year: nil, next: after) else { return nil }
                return which == -1 && found.end > today ? Period(found.start.adding(months: -12), found.end.adding(months: -12), next: after) : found
            }
            if let month = TimeReader.englishMonths[text[index + 1]] { return turned.months(from: month, year: nil, next: after) }
            if let weekday = weekday(TimeReader.englishWeekdays, at: index + 1) {
                return turned.day(.weekday(weekday, weeks: 0), next: partOfDay(after: after))
            }
            return nil
        }
        if let season = Self.englishSeasons[text[text[index] == "the" ? index + 1 : index]], hasIn {
            return months(from: season, count: 3, year: nil, next: text[index] == "the" ? index + 2 : index + 1)
        }
        let reader = TimeReader(text: text, end: end, language: language)
        if let month = TimeReader.englishMonths[text[index]], hasIn || bare, reader.day(at: index) == nil {
            if let year = year(at: index + 1) { return months(from: month, year: year, next: index + 2) }
            return months(from: month, year: nil, next: index + 1)
        }
        if let year = year(at: index), hasIn || bare { return whole(year: year, next: index + 1) }
        if let next = text.reads(["at", "christmas"], at: start, before: end) { return day(.date(day: 25, month: 12, year: nil), next: next) }
        guard text[start] != "for", let (found, next) = reader.day(at: start) else { return nil }
        return day(found, next: partOfDay(after: next))
    }
}
