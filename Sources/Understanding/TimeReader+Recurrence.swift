import Base

/// How often something comes again, as it was said: "tous les jours", "chaque lundi", "en semaine", "on the 1st of every month".
package struct Repetition: Equatable {
    package enum Rule: Equatable {
        case days(Int)
        /// ISO 8601: 1 is Monday. None: the day of the week that is said elsewhere, or today's.
        case weekdays([Int], weeks: Int)
        /// Without a day: the one that is said elsewhere, or today's.
        case months(Int, day: Int?)
        case years(month: Int?, day: Int?)
        case interval(Double)
    }

    package var rule: Rule
    /// "chaque matin"
    package var part: TimeExpression.DayPart?
}

extension TimeReader {
    static let workdays = [1, 2, 3, 4, 5], weekend = [6, 7], wholeWeek = [1, 2, 3, 4, 5, 6, 7]

    func repetition(at index: Int) -> (Repetition, Int)? {
        guard var (repetition, next) = language == .french ? frenchRepetition(at: index) : englishRepetition(at: index) else { return nil }
        // "tous les matins en semaine", "every morning on weekdays"
        if repetition.rule == .days(1), let (days, after) = weekdayPhrase(at: next) {
            (repetition.rule, next) = (.weekdays(days, weeks: 1), after)
        }
        return (repetition, next)
    }

    /// "sauf le dimanche", "except on weekends": days of the week, ISO 8601.
    func exception(at index: Int) -> ([Int], Int)? {
        let words =
            language == .french ? [["sauf"], ["excepte"], ["hormis"], ["a", "part"]] : [["except", "for"], ["except", "on"], ["except"], ["but", "not"]]
        guard var start = text.readsAny(words, at: index, before: end) else { return nil }
        if let found = weekdayPhrase(at: start) { return found }
        if ["le", "les", "l", "on", "the"].contains(text[start]) { start += 1 }
        return weekdays(at: start)
    }

    /// "en semaine", "le week-end", "du lundi au vendredi", "on weekdays", "monday to friday".
    private func weekdayPhrase(at index: Int) -> ([Int], Int)? {
        let table = language == .french ? Self.frenchPhrases : Self.englishPhrases
        for (words, days) in table { if let next = text.reads(words, at: index, before: end) { return (days, next) } }
        let opening = language == .french ? ["du", "de", "depuis"] : ["from", "on"]
        let start = opening.contains(text[index]) ? index + 1 : index
        guard let first = weekday(at: start) else { return nil }
        let middle = language == .french ? ["au", "a", "jusqu"] : ["to", "through", "till", "until"]
        guard middle.contains(text[start + 1]), let last = weekday(at: text[start + 2] == "au" || text[start + 2] == "a" ? start + 3 : start + 2) else {
            return nil
        }
        let next = text[start + 2] == "au" || text[start + 2] == "a" ? start + 4 : start + 3
        guard language == .french ? start > index : true else { return nil }
        let length = (last - first + 7) % 7
        return ((0...length).map { (first - 1 + $0) % 7 + 1 }.sorted(), next)
    }

    private static let frenchPhrases: [([String], [Int])] = [
        (["en", "semaine"], workdays), (["les", "jours", "de", "la", "semaine"], workdays), (["les", "jours", "de", "semaine"], workdays),
        (["les", "jours", "ouvrables"], workdays), (["les", "jours", "ouvres"], workdays), (["pendant", "la", "semaine"], workdays),
        (["la", "semaine"], workdays), (["le", "week", "end"], weekend), (["les", "week", "ends"], weekend), (["le", "weekend"], weekend),
        (["les", "weekends"], weekend), (["les", "week", "end"], weekend),
    ]
    private static let englishPhrases: [([String], [Int])] = [
        (["on", "weekdays"], workdays), (["weekdays"], workdays), (["on", "workdays"], workdays), (["during", "the", "week"], workdays),
        (["on", "work", "days"], workdays), (["on", "week", "days"], workdays), (["on", "weekends"], weekend), (["weekends"], weekend),
        (["at", "weekends"], weekend), (["on", "the", "weekend"], weekend), (["on", "the", "weekends"], weekend),
    ]

    /// ISO 8601; `plural` forms too.
    private func weekday(at index: Int) -> Int? {
        guard index < end else { return nil }
        let word = text[index], table = language == .french ? Self.frenchWeekdays : Self.englishWeekdays
        guard let day = table[word] ?? (word.hasSuffix("s") ? table[String(word.dropLast())] : nil) else { return nil }
        return (day + 5) % 7 + 1
    }

    private func isPlural(_ index: Int) -> Bool { index < end && text[index].hasSuffix("s") && text[index].hasSuffix("days") || text[index].hasSuffix("dis") }

    /// One or several: "lundi", "lundis et jeudis", "monday, wednesday and friday".
    private func weekdays(at start: Int) -> ([Int], Int)? {
        guard let first = weekday(at: start) else { return nil }
        var days = [first], next = start + 1
        for _ in 0..<6 {
            var index = next
            let isJoined = ["et", "and", "puis"].contains(text[index]) || index < end && text.tokens[index].gap == .comma
            if ["et", "and", "puis"].contains(text[index]) { index += 1 }
            for article in ["tous", "les", "chaque", "le", "every", "each", "on", "du", "de"] where text[index] == article && index < end { index += 1 }
            // "lundi 3 mars" names the day by its date, and "lundi le mardi gras" is a feast: two need an "et" or a comma between them.
            guard index < end, let day = weekday(at: index), isJoined || text.tokens[index].gap == .comma else { break }
            days.append(day)
            next = index + 1
        }
        return (Array(Set(days)).sorted(), next)
    }

    // MARK: French

    private func frenchRepetition(at start: Int) -> (Repetition, Int)? {
        if text[start] == "quotidiennement" { return (Repetition(rule: .days(1)), start + 1) }
        if let found = frenchAlternate(at: start) { return found }
        if let found = frenchMonthDay(at: start) { return found }
        if let next = text.readsAny([["tous", "les"], ["toutes", "les"], ["chaque"]], at: start, before: end) { return frenchEvery(at: next) }
        if let (days, next) = weekdayPhrase(at: start), text[start] != "la", text[next] != "prochain" {
            return (Repetition(rule: .weekdays(days, weeks: 1)), next)
        }
        // "les lundis", "le lundi et le jeudi", "mardi et jeudi"
        let hasArticle = text[start] == "les" || text[start] == "le"
        if let (days, next) = weekdays(at: hasArticle ? start + 1 : start), text[start] == "les" || days.count > 1 {
            return (Repetition(rule: .weekdays(days, weeks: 1)), next)
        }
        return nil
    }

    private func frenchEvery(at index: Int) -> (Repetition, Int)? {
        if let next = text.readsAny(
            [["jours", "de", "la", "semaine"], ["jours", "de", "semaine"], ["jours", "ouvrables"], ["jours", "ouvres"]], at: index, before: end)
        {
            return (Repetition(rule: .weekdays(Self.workdays, weeks: 1)), next)
        }
        if let next = text.readsAny([["week", "ends"], ["week", "end"], ["weekends"], ["weekend"]], at: index, before: end) {
            return (Repetition(rule: .weekdays(Self.weekend, weeks: 1)), next)
        }
        if let (days, next) = weekdays(at: index) {
            return (Repetition(rule: .weekdays(days, weeks: 1), part: frenchPart(at: next)?.0), frenchPart(at: next)?.1 ?? next)
        }
        if let (part, next) = frenchPart(at: index) { return (Repetition(rule: .days(1), part: part), next) }
        let fixed: [([String], Repetition.Rule)] = [
            (["demi", "heures"], .interval(1800)), (["demi", "heure"], .interval(1800)), (["quarts", "d", "heure"], .interval(900)),
            (["quart", "d", "heure"], .interval(900)), (["minutes"], .interval(60)), (["minute"], .interval(60)), (["heures"], .interval(3600)),
            (["heure"], .interval(3600)), (["jours"], .days(1)), (["jour"], .days(1)),
            (["semaines"], .weekdays([], weeks: 1)), (["semaine"], .weekdays([], weeks: 1)), (["mois"], .months(1, day: nil)),
            (["ans"], .years(month: nil, day: nil)), (["an"], .years(month: nil, day: nil)), (["annees"], .years(month: nil, day: nil)),
            (["annee"], .years(month: nil, day: nil)),
        ]
        for (words, rule) in fixed { if let next = text.reads(words, at: index, before: end) { return (Repetition(rule: rule), next) } }
        if text[index] == "fin", let next = text.reads(["de", "mois"], at: index + 1, before: end) { return (Repetition(rule: .months(1, day: 31)), next) }
        return counted(at: index) ?? frenchDayOfEach(at: index)
    }

    /// "tous les 15 du mois", "chaque 25 décembre".
    private func frenchDayOfEach(at index: Int) -> (Repetition, Int)? {
        guard let (day, next) = frenchDayNumber(at: index) else { return nil }
        if let after = text.readsAny([["du", "mois"], ["de", "chaque", "mois"]], at: next, before: end) {
            return (Repetition(rule: .months(1, day: day)), after)
        }
        if next < end, let month = Self.frenchMonths[text[next]] { return (Repetition(rule: .years(month: month, day: day)), next + 1) }
        return nil
    }

    private func frenchDayNumber(at index: Int) -> (Int, Int)? {
        guard index < end else { return nil }
        if text[index] == "premier" || text[index] == "premiers" { return (1, index + 1) }
        if let next = text.reads(["dernier", "jour"], at: index, before: end) { return (31, next) }
        guard let number = Numerals.readWhole(text, at: index, before: end, language), (1...31).contains(number.value) else { return nil }
        return (number.value, text[number.next] == "er" && number.next < end ? number.next + 1 : number.next)
    }

    /// "le 1er de chaque mois", "le premier du mois", "le 15 tous les mois", "le dernier jour du mois".
    private func frenchMonthDay(at start: Int) -> (Repetition, Int)? {
        guard text[start] == "le", let (day, number) = frenchDayNumber(at: start + 1) else { return nil }
        var next = number
        if text[next] == "jour", next < end { next += 1 }
        if let after = text.readsAny(
            [["de", "chaque", "mois"], ["du", "mois"], ["de", "tous", "les", "mois"], ["tous", "les", "mois"], ["chaque", "mois"]], at: next, before: end)
        {
            return (Repetition(rule: .months(1, day: day)), after)
        }
        guard next < end, let month = Self.frenchMonths[text[next]],
            let after = text.readsAny([["de", "chaque", "annee"], ["chaque", "annee"], ["tous", "les", "ans"]], at: next + 1, before: end)
        else { return nil }
        return (Repetition(rule: .years(month: month, day: day)), after)
    }

    /// "un jour sur deux", "une semaine sur deux", "un lundi sur deux".
    private func frenchAlternate(at start: Int) -> (Repetition, Int)? {
        guard text[start] == "un" || text[start] == "une" || text[start] == "1", start + 3 < end, text[start + 2] == "sur",
            let every = Numerals.readWhole(text, at: start + 3, before: end, language), (2...99).contains(every.value)
        else { return nil }
        switch text[start + 1] {
        case "jour": return (Repetition(rule: .days(every.value)), every.next)
        case "matin", "soir": return (Repetition(rule: .days(every.value), part: text[start + 1] == "matin" ? .morning : .evening), every.next)
        case "semaine": return (Repetition(rule: .weekdays([], weeks: every.value)), every.next)
        case "mois": return (Repetition(rule: .months(every.value, day: nil)), every.next)
        default:
            guard let day = weekday(at: start + 1) else { return nil }
            return (Repetition(rule: .weekdays([day], weeks: every.value)), every.next)
        }
    }

    private func frenchPart(at index: Int) -> (TimeExpression.DayPart, Int)? {
        guard index < end else { return nil }
        let parts: [String: TimeExpression.DayPart] = [
            "matin": .morning, "matins": .morning, "midi": .noon, "midis": .noon, "soir": .evening, "soirs": .evening, "nuit": .night, "nuits": .night,
        ]
        if let part = parts[text[index]] { return (part, index + 1) }
        return text.readsAny([["apres", "midis"], ["apres", "midi"]], at: index, before: end).map { (.afternoon, $0) }
    }

    // MARK: both

    /// "2 jours", "trois semaines", "30 minutes" after "every" or "tous les".
    private func counted(at index: Int) -> (Repetition, Int)? {
        guard index < end, let length = DurationExpression.read(text, at: index, before: end, language) else { return nil }
        if length.months > 0, length.days == 0, length.seconds == 0 {
            return (
                Repetition(rule: length.months % 12 == 0 && length.months == 12 ? .years(month: nil, day: nil) : .months(length.months, day: nil)), length.next
            )
        }
        if length.days > 0, length.seconds == 0, length.months == 0, length.days <= 1000 {
            // French counts the days of a week and of a fortnight at both ends.
            let days = language == .french ? [8: 7, 15: 14][length.days] ?? length.days : length.days
            return (Repetition(rule: days % 7 == 0 ? .weekdays([], weeks: days / 7) : .days(days)), length.next)
        }
        guard length.months == 0, length.days == 0, length.seconds <= 86_400 else { return nil }
        return (Repetition(rule: .interval(length.seconds)), length.next)
    }

    // MARK: English

    private func englishRepetition(at start: Int) -> (Repetition, Int)? {
        let adverbs: [String: Repetition.Rule] = [
            "daily": .days(1), "weekly": .weekdays([], weeks: 1), "monthly": .months(1, day: nil), "yearly": .years(month: nil, day: nil),
            "annually": .years(month: nil, day: nil), "hourly": .interval(3600),
        ]
        // "the weekly meeting" is a meeting.
        if let rule = adverbs[text[start]], start + 1 >= end || ["at", "on", "to", "that", "about", "from", "except", "in"].contains(text[start + 1]) {
            return (Repetition(rule: rule), start + 1)
        }
        if let found = englishMonthDay(at: start) { return found }
        if text[start] == "every" || text[start] == "each" { return englishEvery(at: start + 1) }
        if let (days, next) = weekdayPhrase(at: start) { return (Repetition(rule: .weekdays(days, weeks: 1)), next) }
        let index = text[start] == "on" ? start + 1 : start
        if let (days, next) = weekdays(at: index), isPlural(index) || days.count > 1 { return (Repetition(rule: .weekdays(days, weeks: 1)), next) }
        return nil
    }

    private func englishEvery(at index: Int) -> (Repetition, Int)? {
        guard index < end else { return nil }
        if let (days, next) = weekdays(at: index) {
            return (Repetition(rule: .weekdays(days, weeks: 1), part: englishPart(at: next)?.0), englishPart(at: next)?.1 ?? next)
        }
        if let (part, next) = englishPart(at: index) { return (Repetition(rule: .days(1), part: part), next) }
        let fixed: [([String], Repetition.Rule)] = [
            (["single", "day"], .days(1)), (["day"], .days(1)), (["weekday"], .weekdays(Self.workdays, weeks: 1)),
            (["week", "day"], .weekdays(Self.workdays, weeks: 1)),
            (["workday"], .weekdays(Self.workdays, weeks: 1)), (["working", "day"], .weekdays(Self.workdays, weeks: 1)),
            (["weekend"], .weekdays(Self.weekend, weeks: 1)), (["week"], .weekdays([], weeks: 1)), (["month"], .months(1, day: nil)),
            (["year"], .years(month: nil, day: nil)), (["minute"], .interval(60)), (["hour"], .interval(3600)), (["half", "hour"], .interval(1800)),
            (["quarter", "of", "an", "hour"], .interval(900)), (["other", "day"], .days(2)), (["second", "day"], .days(2)),
            (["other", "week"], .weekdays([], weeks: 2)), (["second", "week"], .weekdays([], weeks: 2)), (["other", "month"], .months(2, day: nil)),
        ]
        for (words, rule) in fixed { if let next = text.reads(words, at: index, before: end) { return (Repetition(rule: rule), next) } }
        if text[index] == "other" || text[index] == "second", let day = weekday(at: index + 1) {
            return (Repetition(rule: .weekdays([day], weeks: 2)), index + 2)
        }
        if text.tokens[index].kind == .number || Numerals.starters.contains(text[index]), let found = counted(at: index) { return found }
        // "every 15th", "every march 3rd", "every 25th of december"
        if let month = Self.englishMonths[text[index]], let number = englishDayNumber(at: text[index + 1] == "the" ? index + 2 : index + 1) {
            return (Repetition(rule: .years(month: month, day: number.0)), number.1)
        }
        guard let (day, next) = englishDayNumber(at: index) else { return nil }
        if let after = text.reads(["of", "the", "month"], at: next, before: end) { return (Repetition(rule: .months(1, day: day)), after) }
        let monthIndex = text[next] == "of" ? next + 1 : next
        if monthIndex < end, let month = Self.englishMonths[text[monthIndex]] { return (Repetition(rule: .years(month: month, day: day)), monthIndex + 1) }
        return text.tokens[index].kind == .number ? (Repetition(rule: .months(1, day: day)), next) : nil
    }

    /// "on the 1st of every month", "the last day of each month".
    private func englishMonthDay(at start: Int) -> (Repetition, Int)? {
        var index = text[start] == "on" ? start + 1 : start
        guard text[index] == "the" else { return nil }
        index += 1
        var day: Int, next: Int
        if let after = text.reads(["last", "day"], at: index, before: end) {
            (day, next) = (31, after)
        } else if let number = englishDayNumber(at: index) {
            (day, next) = number
            if text[next] == "day", next < end { next += 1 }
        } else {
            return nil
        }
        guard
            let after = text.readsAny(
                [["of", "every", "month"], ["of", "each", "month"], ["of", "the", "month"], ["every", "month"], ["each", "month"]], at: next, before: end)
        else { return nil }
        return (Repetition(rule: .months(1, day: day)), after)
    }

    /// "1st", "third", "twenty first": only as an ordinal.
    private func englishDayNumber(at index: Int) -> (Int, Int)? {
        guard index < end, let number = dayNumber(at: index), number.isOrdinal else { return nil }
        return (number.day, number.next)
    }

    private func englishPart(at index: Int) -> (TimeExpression.DayPart, Int)? {
        guard index < end else { return nil }
        let parts: [String: TimeExpression.DayPart] = [
            "morning": .morning, "mornings": .morning, "noon": .noon, "afternoon": .afternoon, "evening": .evening, "evenings": .evening, "night": .night,
        ]
        return parts[text[index]].map { ($0, index + 1) }
    }
}
