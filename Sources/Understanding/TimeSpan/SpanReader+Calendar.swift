import Base
import Domain

/// What names days, months and years in either language.
extension SpanReader {
    /// Which one is meant of what comes again every week or year.
    enum Which { case nearest, last, this, next }

    /// The year that goes with a month, a season, a date or a feast.
    enum Year {
        case which(Which)
        case number(Int)
    }

    /// The word at `index` where no punctuation parts it from the one before.
    func close(_ index: Int) -> String { index < end && text.tokens[index].gap.isClose ? text[index] : "" }

    /// The first of these that stands at `index`, unless punctuation parts it from what comes before.
    func closeReads(_ choices: [[String]], at index: Int) -> Int? {
        close(index).isEmpty ? nil : text.readsAny(choices, at: index, before: end)
    }

    func day(_ offset: Int) -> Period { Period(day: today.number + offset) }

    // MARK: what comes again

    /// The one of what falls once a year, where "last" is over, and "next" has not begun.
    func nearest(_ year: Year, _ candidate: (Int) -> Period?) -> Period? {
        let this = today.year, now = today.number
        // Nine years reach over a leap year that is left out.
        func last(_ isMeant: (Period) -> Bool) -> Period? {
            for year in (this - 8...this + 1).reversed() { if let period = candidate(year), isMeant(period) { return period } }
            return nil
        }
        func next(_ isMeant: (Period) -> Bool) -> Period? {
            for year in this - 1...this + 8 { if let period = candidate(year), isMeant(period) { return period } }
            return nil
        }
        switch year {
        case .number(let number): return candidate(number)
        case .which(.this): return candidate(this)
        case .which(.last): return last { $0.days.upperBound <= now }
        case .which(.next): return next { $0.days.lowerBound > now }
        case .which(.nearest): return leaning == .past ? last { $0.days.lowerBound <= now } : next { $0.days.upperBound > now }
        }
    }

    /// ISO 8601 (1 is Monday). Of today's name, the one a week away is meant.
    func weekday(_ weekday: Int, _ which: Which) -> Period {
        let ahead = (weekday - today.weekday + 6) % 7 + 1
        switch which {
        case .last: return day(ahead - (ahead == 7 ? 14 : 7))
        case .next: return day(ahead)
        case .nearest: return weekday == 0 ? day(0) : self.weekday(weekday, leaning == .past ? .last : .next)
        case .this: return day(weekday - today.weekday + (leaning == .future && weekday < today.weekday ? 7 : 0))
        }
    }

    func weekend(_ which: Which) -> Period {
        let this = Period(weekendOf: today), isOn = this.days.contains(today.number)
        func shifted(_ weeks: Int) -> Period { Period(weekendOf: today.adding(days: weeks * 7)) }
        switch which {
        case .last: return shifted(-1)
        case .next: return isOn ? shifted(1) : this
        case .this: return this
        case .nearest: return leaning == .past && !isOn ? shifted(-1) : this
        }
    }

    func month(_ offset: Int) -> Period? {
        let first = CivilDay(year: today.year, month: today.month, day: 1)?.adding(months: offset)
        return first.flatMap { Period(year: $0.year, month: $0.month) }
    }

    func week(_ offset: Int) -> Period { Period(weekOf: today.adding(days: offset * 7)) }
    func year(_ offset: Int) -> Period? { Period(year: today.year + offset) }
    func decade(_ offset: Int) -> Period? { Period(decade: (today.year / 10 + offset) * 10) }

    /// "les années 90", "the 1990s": of two digits, the last decade that has begun.
    func decade(named number: Int) -> Period? {
        if number >= 1000 { return number % 10 == 0 ? Period(decade: number) : nil }
        guard number % 10 == 0, number < 100 else { return nil }
        let century = today.year / 100 * 100
        return Period(decade: century + number <= today.year ? century + number : century - 100 + number)
    }

    // MARK: numbers

    /// A year: four digits that count nothing, or the words for them.
    func yearNumber(at index: Int) -> (year: Int, next: Int)? {
        guard index < end else { return nil }
        if text.tokens[index].kind == .number {
            guard text[index].utf8.count == 4, let year = Int(text[index]), (1000...2999).contains(year), text[index + 1] != "h",
                !SpanWords.amounts.contains(text[index + 1]), !["€", "$", "%", "£", ":"].contains(text[index + 1])
            else { return nil }
            return (year, index + 1)
        }
        guard Numerals.starters.contains(text[index]), let number = Numerals.readWhole(text, at: index, before: end, language) else { return nil }
        if (1500...2100).contains(number.value) { return (number.value, number.next) }
        // "nineteen eighty-five", "twenty nineteen"
        guard language == .english, [18, 19, 20].contains(number.value), text.tokens[index].kind == .word,
            let rest = Numerals.readWhole(text, at: number.next, before: end, language), (10...99).contains(rest.value),
            text.tokens[number.next].kind == .word
        else { return nil }
        return (number.value * 100 + rest.value, rest.next)
    }

    /// A year after a preposition that goes with amounts as well ("pour 2000 euros") must be one of these centuries, with nothing behind it to be counted.
    func markedYear(at index: Int) -> (year: Int, next: Int)? {
        guard let found = yearNumber(at: index) else { return nil }
        guard ["pour", "vers", "sur", "at", "for", "on", "over", "around", "dans", "lors"].contains(text[index - 1]) else { return found }
        return (1900...2100).contains(found.year) && (close(found.next).isEmpty || SpanWords.afterDayNumber.contains(text[found.next])) ? found : nil
    }

    func month(at index: Int) -> Int? {
        guard index < end else { return nil }
        if let month = (language == .french ? TimeReader.frenchMonths : TimeReader.englishMonths)[text[index]] { return month }
        // "3 sept. 2019", "Oct 5th": beside a number only.
        guard let short = SpanWords.shortMonths[text[index]] else { return nil }
        func isNumber(_ index: Int) -> Bool { index >= 0 && index < end && text.tokens[index].kind == .number }
        return isNumber(index - 1) || isNumber(index + 1) ? short : nil
    }

    /// ISO 8601.
    func weekday(at index: Int) -> Int? {
        guard index < end else { return nil }
        if let day = (language == .french ? TimeReader.frenchWeekdays : TimeReader.englishWeekdays)[text[index]] { return (day + 5) % 7 + 1 }
        // "last Fri", "on Tues"
        guard language == .english, let short = SpanWords.shortWeekdays[text[index]] else { return nil }
        return ["last", "next", "this", "on", "since", "until", "by"].contains(text[index - 1]) ? short : nil
    }

    /// "3", "premier", "1er", "third", "3rd"
    func dayNumber(at index: Int) -> (day: Int, next: Int, isOrdinal: Bool)? {
        if language == .english { return times.dayNumber(at: index) }
        if text[index] == "premier" { return (1, index + 1, true) }
        guard let number = Numerals.readWhole(text, at: index, before: end, language), (1...31).contains(number.value) else { return nil }
        return close(number.next) == "er" ? (number.value, number.next + 1, true) : (number.value, number.next, false)
    }

    // MARK: dates

    /// A day by its number. `hasArticle`: "le" or "the" before it says that it is one, so that it needs no month.
    func date(at index: Int, hasArticle: Bool) -> Found? {
        guard index < end else { return nil }
        if let found = writtenDate(at: index) { return found }
        if language == .english, let month = month(at: index) {
            let start = close(index + 1) == "the" ? index + 2 : index + 1
            guard let number = dayNumber(at: start), number.isOrdinal || text.tokens[start].kind == .number, !isHour(number.next) else { return nil }
            return date(number.day, month, yearAt: number.next)
        }
        guard let number = dayNumber(at: index) else { return nil }
        let monthIndex = language == .english && text[number.next] == "of" ? number.next + 1 : number.next
        if let month = month(at: monthIndex) { return date(number.day, month, yearAt: monthIndex + 1) }
        guard hasArticle || number.isOrdinal else { return nil }
        if let (month, next) = monthOf(at: number.next) {
            let first = CivilDay(number: month.days.lowerBound)
            return CivilDay(year: first.year, month: first.month, day: number.day).map { (Period(day: $0.number), next) }
        }
        guard hasArticle, language == .french ? text.tokens[index].kind == .number : number.isOrdinal,
            close(number.next).isEmpty || SpanWords.afterDayNumber.contains(text[number.next])
        else { return nil }
        return nearestDate(number.day).map { ($0, number.next) }
    }

    private func isHour(_ index: Int) -> Bool { ["h", ":", "am", "pm", "o"].contains(close(index)) }

    /// "3/05/2019", "2019-05-03", "03.05.2019"; the day first where the year is not.
    private func writtenDate(at index: Int) -> Found? {
        guard text.tokens[index].kind == .number else { return nil }
        let dotted = text[index].split(separator: ".").compactMap { Int($0) }
        if dotted.count == 3 { return CivilDay(year: dotted[2], month: dotted[1], day: dotted[0]).map { (Period(day: $0.number), index + 1) } }
        guard let first = Int(text[index]), let second = Int(text[index + 2]) else { return nil }
        if text[index + 1] == "-", text[index + 3] == "-", text[index].utf8.count == 4, let third = Int(text[index + 4]) {
            return CivilDay(year: first, month: second, day: third).map { (Period(day: $0.number), index + 5) }
        }
        guard text[index + 1] == "/" else { return nil }
        let (day, month) = second > 12 ? (second, first) : (first, second)
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        if text[index + 3] == "/", let third = Int(text[index + 4]) {
            let year = third < 100 ? 2000 + third : third
            return CivilDay(year: year, month: month, day: day).map { (Period(day: $0.number), index + 5) }
        }
        return nearest(.which(.nearest)) { CivilDay(year: $0, month: month, day: day).map { Period(day: $0.number) } }.map { ($0, index + 3) }
    }

    private func date(_ day: Int, _ month: Int, yearAt index: Int) -> Found? {
        let (year, next) = year(at: index)
        return nearest(year) { CivilDay(year: $0, month: month, day: day).map { Period(day: $0.number) } }.map { ($0, next) }
    }

    /// The day of this or a neighbouring month that has this number.
    private func nearestDate(_ number: Int) -> Period? {
        let months = leaning == .past ? (0...12).map { -$0 } : Array(0...12)
        for offset in months {
            let first = today.adding(months: offset, day: 1)
            guard let day = CivilDay(year: first.year, month: first.month, day: number) else { continue }
            if leaning == .past ? day <= today : day >= today { return Period(day: day.number) }
        }
        return nil
    }

    /// "du mois dernier", "of next month"
    private func monthOf(at index: Int) -> (Period, next: Int)? {
        let table: [([String], Int)] =
            language == .french
            ? [
                (["du", "mois", "dernier"], -1), (["du", "mois", "passe"], -1), (["du", "mois", "prochain"], 1), (["de", "ce", "mois"], 0),
                (["du", "mois"], 0),
            ]
            : [(["of", "last", "month"], -1), (["of", "next", "month"], 1), (["of", "this", "month"], 0), (["of", "the", "month"], 0)]
        for (words, offset) in table {
            if let next = closeReads([words], at: index) { return month(offset).map { ($0, next) } }
        }
        return nil
    }

    // MARK: the year of it

    /// "2019", "dernier", "de l'année prochaine", "last year"; the nearest where nothing is said.
    func year(at index: Int) -> (year: Year, next: Int) {
        let of = language == .french ? ["de", "en"] : ["of", "in"]
        let start = of.contains(close(index)) ? index + 1 : index
        let isShort = SpanWords.shortMonths[text[index - 1]] != nil
        if start < end, start > index || text.tokens[start].gap != .stop || isShort, let number = yearNumber(at: start),
            text.tokens[start].kind == .number || start > index
        {
            return (.number(number.year), number.next)
        }
        for (words, offset) in language == .french ? Self.frenchYears : Self.englishYears {
            if let next = closeReads([words], at: start) { return (.number(today.year + offset), next) }
        }
        if language == .french {
            switch close(index) {
            case "dernier", "derniere", "passe", "passee", "derniers": return (.which(.last), index + 1)
            case "prochain", "prochaine": return (.which(.next), index + 1)
            default: break
            }
            if let ago = frenchAgo(at: index), ago.period.precision == .year { return (.number(CivilDay(number: middle(ago.period)).year), ago.next) }
        } else if let ago = englishAgo(at: index), ago.period.precision == .year {
            return (.number(CivilDay(number: middle(ago.period)).year), ago.next)
        }
        return (.which(.nearest), index)
    }

    private func middle(_ period: Period) -> Int { (period.days.lowerBound + period.days.upperBound) / 2 }

    private static let frenchYears: [([String], Int)] = [
        (["l", "annee", "derniere"], -1), (["l", "annee", "passee"], -1), (["l", "an", "dernier"], -1), (["l", "an", "passe"], -1),
        (["l", "annee", "prochaine"], 1), (["l", "an", "prochain"], 1), (["cette", "annee"], 0),
    ]
    private static let englishYears: [([String], Int)] = [(["last", "year"], -1), (["next", "year"], 1), (["this", "year"], 0)]

    // MARK: feasts

    /// "Noël", "Easter"; without a preposition only with its year, so that a Christmas tree is no time.
    func feast(at index: Int, marked: Bool, _ which: Which = .nearest) -> Found? {
        guard let (feast, next) = Feasts.read(text, at: index, before: end) else { return nil }
        var (year, after) = year(at: next)
        let isDay = (index..<next).contains { ["jour", "day", "dimanche", "sunday"].contains(text[$0]) } || text[index - 1] == "jour"
        guard marked || isDay || weekday(at: index) != nil || which != .nearest || after > next else { return nil }
        if which != .nearest { (year, after) = (.which(which), next) }
        // Christmas has its eve, Easter and New Year are more than a day, unless the day is named.
        let around =
            switch feast.rule {
            case .fixed(12, 25) where !isDay: (-1, 1)
            case .fixed(1, 1) where !isDay: (-1, 1)
            case .easter(0) where !isDay: (-1, 2)
            default: (0, 1)
            }
        let period = nearest(year) { year in
            Feasts.date(feast.rule, in: year).map { Period($0.number + around.0..<$0.number + around.1, .day) }
        }
        return period.map { ($0, after) }
    }

    // MARK: again and again

    func repetition(at index: Int) -> Found? {
        guard opensRepetition(at: index) else { return nil }
        guard let (repetition, next) = times.repetition(at: index) else { return everyYear(at: index) }
        if repetition.rule == .years(month: nil, day: nil), var part = period(at: next, marked: false), part.period.precision >= .day {
            // "tous les ans à Noël"
            part.period.isRecurring = true
            return part
        }
        var period = day(0)
        switch repetition.rule {
        case .weekdays(let days, _) where !days.isEmpty:
            let choices = days.map { weekday($0, .nearest) }.sorted { $0.days.lowerBound < $1.days.lowerBound }
            period = (leaning == .past ? choices.last : choices.first) ?? period
        case .months(_, let number?): period = nearestDate(number) ?? period
        case .years(let month?, let number?):
            period = nearest(.which(.nearest)) { CivilDay(year: $0, month: month, day: number).map { Period(day: $0.number) } } ?? period
        default: break
        }
        if let part = repetition.part { period = period.at(minutes(of: part), .partOfDay) }
        var found = withTimeOfDay(period, at: times.exception(at: next)?.1 ?? next)
        if let (_, after) = times.exception(at: found.next) { found.next = after }
        found.period.isRecurring = true
        return found
    }

    /// "chaque été", "tous les Noëls", "every Christmas"
    private func everyYear(at index: Int) -> Found? {
        guard let start = text.readsAny([["tous", "les"], ["chaque"], ["every"], ["each"]], at: index, before: end), start < end else { return nil }
        let word = text[start], singular = word.hasSuffix("s") ? String(word.dropLast()) : word
        let seasons = language == .french ? SpanWords.frenchSeasons : SpanWords.englishSeasons
        var found = feast(at: start, marked: true)
        if let season = seasons[word] ?? seasons[singular] {
            found = nearest(.which(.nearest)) { Period(season, year: $0) }.map { ($0, start + 1) }
        } else if let month = month(at: start) {
            found = nearest(.which(.nearest)) { Period(year: $0, month: month) }.map { ($0, start + 1) }
        }
        found?.period.isRecurring = true
        return found
    }

    private func opensRepetition(at index: Int) -> Bool {
        func isSaidAgain(_ words: Set<String>) -> Bool { (index + 1..<index + 6).contains { words.contains(text[$0]) } }
        switch text[index] {
        case "tous", "toutes", "chaque", "quotidiennement", "every", "each", "daily", "weekly", "monthly", "yearly", "annually", "weekdays", "weekends":
            return true
        case "un", "une": return language == .french && text[index + 2] == "sur"
        case "les": return text[index + 1].hasSuffix("dis") || text[index + 1] == "dimanches" || text[index + 2] == "ends" || text[index + 1] == "weekends"
        case "en": return language == .french && text[index + 1] == "semaine"
        case "le": return isSaidAgain(["chaque", "tous"])
        case "on": return text[index + 1].hasSuffix("days") || text[index + 1] == "weekends" || isSaidAgain(["every", "each"])
        default: return language == .english && text[index].hasSuffix("days") && weekday(at: index) == nil && text[index] != "days"
        }
    }
}
