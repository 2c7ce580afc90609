package import Base

/// Reads the words that name days and times of day, without asking what time it is now.
package struct TimeReader {
    let text: FoldedText
    let end: Int
    let language: Language

    package init(text: FoldedText, end: Int, language: Language) { (self.text, self.end, self.language) = (text, end, language) }

    /// The days, times and parts of the day that follow each other from `index` on.
    func chunk(at index: Int) -> (parts: TimeExpression.Parts, next: Int)? {
        guard Self.openers[language]?.contains(text[index]) == true || text.tokens[index].kind == .number else { return nil }
        var parts = TimeExpression.Parts(), next = index
        for _ in 0..<6 {
            guard next < end, let (more, after) = piece(at: next, given: parts), parts.merge(more) else { break }
            next = after
        }
        return parts.isEmpty ? nil : (parts, next)
    }

    private func piece(at index: Int, given: TimeExpression.Parts) -> (TimeExpression.Parts, Int)? {
        if given.except.isEmpty, let (days, next) = exception(at: index) { return (.init(except: days), next) }
        if given.repetition == nil, given.offset == nil, let (repetition, next) = repetition(at: index) { return (.init(repetition: repetition), next) }
        if given.offset == nil, given.day == nil, given.clock == nil, given.repetition == nil, let (offset, next) = offset(at: index) {
            return (.init(offset: offset), next)
        }
        if given.day == nil, given.offset == nil {
            if let (part, next) = dayWithPart(at: index) { return (.init(day: .inDays(0), part: part), next) }
            if let (day, next) = day(at: index) { return (.init(day: day), next) }
        }
        let hasDay = given.day != nil || given.offset != nil || given.repetition != nil
        if given.clock == nil, let (clock, next) = clock(at: index, bare: hasDay) { return (.init(clock: clock), next) }
        if given.part == nil, let (part, next) = dayPart(at: index, bare: hasDay, afterClock: given.clock != nil) { return (.init(part: part), next) }
        return nil
    }

    // MARK: "dans dix minutes"

    private func offset(at index: Int) -> (DurationExpression, Int)? {
        if language == .french {
            var start: Int?
            if text[index] == "dans" { start = index + 1 } else if let after = text.reads(["d", "ici"], at: index, before: end) { start = after }
            guard var start else {
                if let next = text.readsAny([["la", "semaine", "prochaine"]], at: index, before: end) { return (.init(days: 7, next: next), next) }
                if let next = text.readsAny([["le", "mois", "prochain"]], at: index, before: end) { return (.init(months: 1, next: next), next) }
                return nil
            }
            if ["environ", "a"].contains(text[start]) { start += text[start] == "a" ? 0 : 1 }
            return DurationExpression.read(text, at: start, before: end, language).map { ($0, $0.next) }
        }
        if text[index] == "in" || text[index] == "after" {
            let start = text[index + 1] == "about" ? index + 2 : index + 1
            return DurationExpression.read(text, at: start, before: end, language).map { ($0, $0.next) }
        }
        if let next = text.reads(["next", "week"], at: index, before: end) { return (.init(days: 7, next: next), next) }
        if let next = text.reads(["next", "month"], at: index, before: end) { return (.init(months: 1, next: next), next) }
        if let duration = DurationExpression.read(text, at: index, before: end, language),
            let next = text.reads(["from", "now"], at: duration.next, before: end)
        {
            return (duration, next)
        }
        return nil
    }

    // MARK: days

    private func dayWithPart(at index: Int) -> (TimeExpression.DayPart, Int)? {
        for (words, part) in language == .french ? Self.frenchToday : Self.englishToday {
            if let next = text.reads(words, at: index, before: end) { return (part, next) }
        }
        return nil
    }

    package func day(at start: Int) -> (TimeExpression.Day, Int)? {
        language == .french ? frenchDay(at: start) : englishDay(at: start)
    }

    private func frenchDay(at start: Int) -> (TimeExpression.Day, Int)? {
        var index = start
        if text[index] == "pour", index + 1 < end { index += 1 }
        if let next = text.reads(["aujourd", "hui"], at: index, before: end) { return (.inDays(0), next) }
        if let next = text.reads(["apres", "demain"], at: index, before: end) { return (.inDays(2), next) }
        if text[index] == "demain" { return (.inDays(1), index + 1) }
        if let next = text.readsAny([["ce", "week", "end"], ["ce", "weekend"]], at: index, before: end) { return (.weekday(7, weeks: 0), next) }
        let hasArticle = text[index] == "le" || text[index] == "ce"
        if hasArticle { index += 1 }
        guard index < end else { return nil }
        if let weekday = Self.frenchWeekdays[text[index]] {
            // "lundi 3 mars" names the day by its date.
            if let (date, next) = frenchDate(at: index + 1, needsMonth: true) { return (date, next) }
            if text[index + 1] == "prochain", index + 1 < end { return (.weekday(weekday, weeks: 0), index + 2) }
            if let next = text.reads(["en", "huit"], at: index + 1, before: end) { return (.weekday(weekday, weeks: 1), next) }
            return (.weekday(weekday, weeks: 0), index + 1)
        }
        return frenchDate(at: index, needsMonth: !hasArticle)
    }

    private func frenchDate(at index: Int, needsMonth: Bool) -> (TimeExpression.Day, Int)? {
        guard index < end else { return nil }
        var day: Int, next: Int
        if text[index] == "premier" {
            (day, next) = (1, index + 1)
        } else if let number = Numerals.readWhole(text, at: index, before: end, language), (1...31).contains(number.value) {
            (day, next) = number
            if text[next] == "er", next < end { next += 1 }
        } else {
            return nil
        }
        if let month = Self.frenchMonths[text[next]], next < end { return withYear(day, month, next + 1) }
        if let numeric = numericDate(index) { return numeric }
        // "le 3" alone, when nothing it could count follows.
        guard !needsMonth, next >= end || ["a", "vers", "au", "prochain", "de", "d", "et"].contains(text[next]) else { return nil }
        return (.date(day: day, month: nil, year: nil), text[next] == "prochain" ? next + 1 : next)
    }

    private func englishDay(at start: Int) -> (TimeExpression.Day, Int)? {
        var index = start
        if text[index] == "on" || text[index] == "for" || text[index] == "by", index + 1 < end { index += 1 }
        if text[index] == "today" { return (.inDays(0), index + 1) }
        if text[index] == "tomorrow" { return (.inDays(1), index + 1) }
        if let next = text.readsAny([["the", "day", "after", "tomorrow"], ["day", "after", "tomorrow"]], at: index, before: end) {
            return (.inDays(2), next)
        }
        if ["next", "this", "coming"].contains(text[index]), index + 1 < end {
            if let weekday = Self.englishWeekdays[text[index + 1]] { return (.weekday(weekday, weeks: 0), index + 2) }
            return nil
        }
        if let weekday = Self.englishWeekdays[text[index]], index < end {
            if let (date, next) = englishDate(at: index + 1, isMarked: false) { return (date, next) }
            return (.weekday(weekday, weeks: 0), text[index + 1] == "next" && index + 2 >= end ? index + 2 : index + 1)
        }
        return englishDate(at: index, isMarked: index > start)
    }

    /// "march 3rd 2027", "the 3rd of march", "3 march", "the 3rd".
    private func englishDate(at start: Int, isMarked: Bool) -> (TimeExpression.Day, Int)? {
        guard start < end else { return nil }
        if let month = Self.englishMonths[text[start]] {
            let index = text[start + 1] == "the" ? start + 2 : start + 1
            guard let (day, next, _) = dayNumber(at: index) else { return nil }
            return withYear(day, month, next)
        }
        let hasArticle = text[start] == "the"
        guard let (day, next, isOrdinal) = dayNumber(at: hasArticle ? start + 1 : start) else { return nil }
        let monthIndex = text[next] == "of" ? next + 1 : next
        if monthIndex < end, let month = Self.englishMonths[text[monthIndex]] { return withYear(day, month, monthIndex + 1) }
        guard hasArticle, isOrdinal, isMarked else { return nil }
        return (.date(day: day, month: nil, year: nil), next)
    }

    func dayNumber(at index: Int) -> (day: Int, next: Int, isOrdinal: Bool)? {
        guard index < end else { return nil }
        if let day = Self.englishOrdinals[text[index]] {
            if day >= 20, let unit = Self.englishOrdinals[text[index + 1]], unit < 10, index + 1 < end { return (day + unit, index + 2, true) }
            return (day, index + 1, true)
        }
        if text[index] == "twenty" || text[index] == "thirty", index + 1 < end, let unit = Self.englishOrdinals[text[index + 1]], unit < 10 {
            return ((text[index] == "twenty" ? 20 : 30) + unit, index + 2, true)
        }
        guard let number = Numerals.readWhole(text, at: index, before: end, language), (1...31).contains(number.value) else { return nil }
        if number.next < end, ["st", "nd", "rd", "th"].contains(text[number.next]) { return (number.value, number.next + 1, true) }
        return (number.value, number.next, false)
    }

    private func withYear(_ day: Int, _ month: Int, _ next: Int) -> (TimeExpression.Day, Int) {
        if next < end, text.tokens[next].kind == .number, text[next].count == 4, let year = Int(text[next]), (1000...9999).contains(year),
            text[next + 1] != "h" || next + 1 >= end
        {
            return (.date(day: day, month: month, year: year), next + 1)
        }
        return (.date(day: day, month: month, year: nil), next)
    }

    /// "3/04", "3/04/2027": day first.
    private func numericDate(_ index: Int) -> (TimeExpression.Day, Int)? {
        guard index + 2 < end, text[index + 1] == "/", let day = Int(text[index]), let month = Int(text[index + 2]), (1...31).contains(day),
            (1...12).contains(month)
        else {
            return nil
        }
        if index + 4 < end, text[index + 3] == "/", let year = Int(text[index + 4]) {
            return (.date(day: day, month: month, year: year < 100 ? 2000 + year : min(year, 9999)), index + 5)
        }
        return (.date(day: day, month: month, year: nil), index + 3)
    }

    // MARK: parts of the day

    private func dayPart(at index: Int, bare: Bool, afterClock: Bool) -> (TimeExpression.DayPart, Int)? {
        if afterClock || bare {
            for (words, part) in language == .french ? Self.frenchOfDay : Self.englishOfDay {
                if let next = text.reads(words, at: index, before: end) { return (part, next) }
            }
        }
        guard bare else { return nil }
        if language == .french {
            let index = text[index] == "au" || text[index] == "en" || text[index] == "dans" ? index + 1 : index
            let start = text[index] == "la" || text[index] == "l" ? index + 1 : index
            if let next = text.reads(["apres", "midi"], at: start, before: end) { return (.afternoon, next) }
            if let next = text.reads(["debut", "d", "apres", "midi"], at: start, before: end) { return (.afternoon, next) }
            let parts: [String: TimeExpression.DayPart] = [
                "matin": .morning, "matinee": .morning, "midi": .noon, "soir": .evening, "soiree": .evening, "nuit": .night,
            ]
            return start < end ? parts[text[start]].map { ($0, start + 1) } : nil
        }
        let parts: [String: TimeExpression.DayPart] = ["morning": .morning, "noon": .noon, "afternoon": .afternoon, "evening": .evening, "night": .night]
        return parts[text[index]].map { ($0, index + 1) }
    }
}
