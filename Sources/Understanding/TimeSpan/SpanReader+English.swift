import Base
import Domain

extension SpanReader {
    // MARK: days from today

    /// "yesterday", "the day before yesterday", "last night", "the next day": what needs no preposition.
    func englishRelativeDay(at index: Int) -> Found? {
        let start = text[index] == "the" ? index + 1 : index
        if text[start] == "day" {
            if let next = text.reads(["day", "before", "yesterday"], at: start, before: end) { return withTimeOfDay(day(-2), at: next) }
            if let next = text.reads(["day", "after", "tomorrow"], at: start, before: end) { return withTimeOfDay(day(2), at: next) }
        }
        switch text[index] {
        case "yesterday": return withTimeOfDay(day(-1), at: index + 1)
        case "today": return withTimeOfDay(day(0), at: index + 1)
        case "tomorrow": return withTimeOfDay(day(1), at: index + 1)
        case "tonight": return withTimeOfDay(day(0).at(minutes(of: .evening), .partOfDay), at: index + 1)
        case "last" where text[index + 1] == "night": return withTimeOfDay(day(-1).at(minutes(of: .night), .partOfDay), at: index + 2)
        case "the", "next": return englishNextToAnchor(at: index)
        default: return nil
        }
    }

    /// "the next day", "the week before", "the day after Christmas", "two days later"
    private func englishNextToAnchor(at index: Int) -> Found? {
        let table: [([String], Int)] = [
            (["the", "next", "day"], 1), (["the", "following", "day"], 1), (["the", "day", "after"], 1), (["the", "previous", "day"], -1),
            (["the", "day", "before"], -1), (["the", "same", "day"], 0),
        ]
        for (words, offset) in table {
            guard let next = text.reads(words, at: index, before: end) else { continue }
            var days = anchor, after = next
            if words.count == 3, words[2] == "after" || words[2] == "before", let named = period(at: next, marked: true), named.period.precision == .day {
                days = named.period.days.count == 2 ? named.period.days.upperBound - 1..<named.period.days.upperBound : named.period.days
                after = named.next
            }
            guard let days else { return nil }
            return withTimeOfDay(Period(day: offset < 0 ? days.lowerBound + offset : offset == 0 ? days.lowerBound : days.upperBound - 1 + offset), at: after)
        }
        guard let anchor, text[index] == "the" else { return nil }
        var base = self
        base.today = CivilDay(number: anchor.lowerBound)
        if text[index + 1] == "next" || text[index + 1] == "following" || text[index + 1] == "previous" {
            let offset = text[index + 1] == "previous" ? -1 : 1
            return base.englishUnit(at: index + 2, offset, offset < 0 ? .last : .next).map { ($0, index + 3) }
        }
        guard let next = closeReads([["before"], ["after"]], at: index + 2), period(at: next, marked: true) == nil, close(next) != "last", close(next) != "next"
        else { return nil }
        let offset = text[next - 1] == "before" ? -1 : 1
        return base.englishUnit(at: index + 1, offset, offset < 0 ? .last : .next).map { ($0, next) }
    }

    // MARK: bounds

    func englishEdge(at index: Int) -> (Edge, start: Int)? {
        switch text[index] {
        case "since": return (.since, index + 1)
        case "until", "till", "til": return (.until, index + 1)
        case "up" where ["to", "until", "till"].contains(text[index + 1]): return (.until, index + 2)
        case "by": return (.by, index + 1)
        case "within": return amount(at: index + 1) == nil ? nil : (.by, index + 1)
        case "before":
            let start = text[index + 1] == "the" ? index + 2 : index + 1
            return SpanWords.englishThirds[text[start]] == .end ? (.by, index + 1) : (.before, index + 1)
        case "after": return (.after, index + 1)
        case "starting", "beginning": return (.from, index + 1)
        case "as" where text[index + 1] == "of": return (.from, index + 2)
        case "from":
            guard let found = period(at: index + 1, marked: true), ["on", "onwards", "onward", "forward"].contains(close(found.next)) else { return nil }
            return (.from, index + 1)
        case "for":
            // "for two years" holds since then in what is told; in a promise it is a length of time and no more.
            guard leaning == .past else { return nil }
            let start = text.readsAny([["the", "last"], ["the", "past"]], at: index + 1, before: end) ?? index + 1
            guard let (amount, _) = amount(at: start), amount.precision >= .day else { return nil }
            return (.since, start)
        default: return nil
        }
    }

    // MARK: periods

    func englishPeriod(at index: Int, marked: Bool) -> Found? {
        if let found = englishRelativeDay(at: index) ?? englishAgo(at: index) { return found }
        switch text[index] {
        case "this", "last", "next", "past", "coming", "these": return englishWhich(at: index)
        case "the": return englishArticle(at: index + 1, marked: marked)
        case "in": return englishIn(at: index + 1)
        case "on", "at", "over", "during", "around", "for", "back", "throughout":
            let start = text[index] == "back" && ["in", "on", "at"].contains(text[index + 1]) ? index + 2 : index + 1
            if let found = englishPeriod(at: start, marked: true) { return found }
            if let found = englishWeekend(at: start) { return found }
            return text[index] == "at" || text[index] == "around" ? clock(at: index, marked: false) : nil
        case "earlier", "later": return englishRest(at: index)
        case "just" where text[index + 1] == "now":
            return (Period(today.number..<today.number + 1, .minute, moments: now.addingTimeInterval(-900)..<now), index + 2)
        case "recently", "lately": return (vague(days: -30), index + 1)
        case "soon": return (vague(days: 30), index + 1)
        default: break
        }
        if let found = englishThirdOf(at: index) { return found }
        if let weekday = weekday(at: index) { return englishWeekday(weekday, .nearest, at: index + 1) }
        if let found = date(at: index, hasArticle: false) { return withTimeOfDay(found.period, at: found.next) }
        if let found = englishMonth(at: index, marked: marked) ?? englishSeason(at: index, marked: marked) ?? englishDecade(at: index, marked: marked) {
            return found
        }
        if let found = feast(at: index, marked: marked) { return withTimeOfDay(found.period, at: found.next) }
        if marked, let (year, next) = markedYear(at: index) { return Period(year: year).map { ($0, next) } }
        return marked ? nil : clock(at: index, marked: false)
    }

    private func englishIn(at index: Int) -> Found? {
        if let (amount, next) = amount(at: index) {
            // "in two years' time", "in an hour from now"
            return (away(amount, 1), closeReads([["time"], ["s", "time"], ["from", "now"]], at: next) ?? next)
        }
        if text[index] == "recent", let found = englishWindow(at: index + 1, -1) { return found }
        return englishPeriod(at: index, marked: true)
    }

    /// "this morning", "last week", "next Friday", "the last two weeks"
    private func englishWhich(at start: Int) -> Found? {
        var index = start + 1, which: Which
        switch text[start] {
        case "last": which = .last
        case "next", "coming": which = .next
        case "past": which = .last
        default: which = .this
        }
        if text[start] == "this", text[index] == "past" || text[index] == "coming" || text[index] == "last" {
            which = text[index] == "coming" ? .next : .last
            index += 1
        }
        let sign = which == .last ? -1 : which == .next ? 1 : leaning == .past ? -1 : 1
        if text[start] == "these", let next = text.readsAny([["days"], ["past", "days"], ["last", "days"]], at: index, before: end) {
            return (vague(days: sign * 7), next)
        }
        if let found = englishWindow(at: index, sign), which != .this { return found }
        for (words, part) in SpanWords.englishParts {
            guard let next = text.reads(words, at: index, before: end) else { continue }
            let period = day(which == .last ? -1 : which == .next ? 1 : 0).at(minutes(of: part), .partOfDay)
            return withTimeOfDay(period, at: next)
        }
        if let weekday = weekday(at: index) { return englishWeekday(weekday, which, at: index + 1) }
        let offset = which == .last ? -1 : which == .next ? 1 : 0
        if let period = englishUnit(at: index, offset, which) { return (period, index + 1) }
        if let month = month(at: index), which != .this || text[index] != "may" {
            return nearest(.which(which)) { Period(year: $0, month: month) }.map { ($0, index + 1) }
        }
        if let season = SpanWords.englishSeasons[text[index]] {
            return nearest(.which(which == .this ? .nearest : which)) { Period(season, year: $0) }.map { ($0, index + 1) }
        }
        return feast(at: index, marked: true, which)
    }

    private func englishUnit(at index: Int, _ offset: Int, _ which: Which) -> Period? {
        switch text[index] {
        case "week": return week(offset)
        case "month": return month(offset)
        case "year": return year(offset)
        case "decade": return decade(offset)
        case "weekend": return weekend(which == .this && leaning == .past ? .nearest : which)
        case "week" where text[index + 1] == "end": return weekend(which)
        case "day": return day(offset)
        default: return nil
        }
    }

    /// "few days", "two weeks", "24 hours" after "the last"; a unit alone is a window after "over the last".
    private func englishWindow(at index: Int, _ sign: Int) -> Found? {
        if let (amount, next) = amount(at: index) { return (window(amount, sign), next) }
        guard text[index].hasSuffix("s"), let precision = Self.precision(of: text[index], language), index < end else { return nil }
        return window(of: Self.few.upperBound, precision, text[index], sign).map { ($0, index + 1) }
    }

    private func englishArticle(at index: Int, marked: Bool) -> Found? {
        // "the week before last", "the Tuesday after next"
        if let next = text.readsAny([["before", "last"], ["after", "next"]], at: index + 1, before: end) {
            let sign = text[next - 1] == "last" ? -1 : 1
            if let weekday = weekday(at: index) {
                let first = self.weekday(weekday, sign < 0 ? .last : .next).days.lowerBound
                return withTimeOfDay(Period(day: first + sign * 7), at: next)
            }
            if text[index] == "weekend" { return (Period(weekendOf: CivilDay(number: weekend(sign < 0 ? .last : .next).days.lowerBound + sign * 7)), next) }
            return englishUnit(at: index, sign * 2, .this).map { ($0, next) }
        }
        switch text[index] {
        case "last", "next", "past", "coming", "previous", "following":
            let sign = text[index] == "last" || text[index] == "past" || text[index] == "previous" ? -1 : 1
            if let found = englishWindow(at: index + 1, sign) { return found }
            // "the last week of May" and "the last day" are others.
            if let precision = Self.precision(of: text[index + 1], language), close(index + 2) != "of",
                ["over", "in", "during", "for", "within"].contains(text[index - 2])
            {
                return window(of: 1, precision, text[index + 1], sign).map { ($0, index + 2) }
            }
            return text[index] == "previous" || text[index] == "following" || text[index + 1] == "day" || close(index + 2) == "of"
                ? nil : englishWhich(at: index)
        case "other" where ["day", "night", "evening", "morning", "week"].contains(text[index + 1]): return (vague(days: -21), index + 2)
        case "week" where text[index + 1] == "of":
            guard let day = period(at: index + 2, marked: true), day.period.precision == .day else { return nil }
            return (Period(weekOf: CivilDay(number: day.period.days.upperBound - 1)), day.next)
        case "month" where text[index + 1] == "of": return englishMonth(at: index + 2, marked: true)
        case "year" where yearNumber(at: index + 1) != nil: return englishPeriod(at: index + 1, marked: true)
        default: break
        }
        if let found = englishThirdOf(at: index) { return found }
        if let found = englishDecade(at: index, marked: true) { return found }
        if let found = englishDayOf(at: index) { return found }
        if let found = englishSeason(at: index, marked: marked) { return found }
        if let found = englishWeekend(at: index), marked { return found }
        if marked, let found = feast(at: index, marked: true) { return withTimeOfDay(found.period, at: found.next) }
        guard let found = date(at: index, hasArticle: marked) else { return nil }
        return withTimeOfDay(found.period, at: found.next)
    }

    /// "the morning of May 3rd", "the night of the 3rd"
    private func englishDayOf(at index: Int) -> Found? {
        for (words, part) in SpanWords.englishParts {
            guard let next = text.reads(words, at: index, before: end), close(next) == "of" else { continue }
            guard let found = period(at: next + 1, marked: true), found.period.minutes == nil, found.period.isOneDay || found.period.days.count == 2 else {
                return nil
            }
            return (Period(day: found.period.days.upperBound - 1).at(minutes(of: part), .partOfDay), found.next)
        }
        return nil
    }

    private func englishWeekend(at index: Int) -> Found? {
        let start = text[index] == "the" ? index + 1 : index
        guard let next = text.readsAny([["weekend"], ["week", "end"]], at: start, before: end) else { return nil }
        return (weekend(.nearest), next)
    }

    /// "Tuesday", and what follows it: its date, which week, the time of day.
    private func englishWeekday(_ weekday: Int, _ which: Which, at index: Int) -> Found? {
        if !close(index).isEmpty || index < end && text.tokens[index].gap == .comma {
            let start = text[index] == "the" ? index + 1 : index
            if which == .nearest, let date = date(at: start, hasArticle: start > index) { return withTimeOfDay(date.period, at: date.next) }
        }
        let start = close(index) == "of" ? index + 1 : index
        if let next = closeReads([["last", "week"], ["this", "week"], ["next", "week"]], at: start) {
            let monday = week(text[start] == "last" ? -1 : text[start] == "next" ? 1 : 0).days.lowerBound
            return withTimeOfDay(Period(day: monday + weekday - 1), at: next)
        }
        if let next = closeReads([["before", "last"]], at: index) {
            return withTimeOfDay(Period(day: self.weekday(weekday, .last).days.lowerBound - 7), at: next)
        }
        if which == .nearest, close(index) == "next", index + 1 >= end { return (self.weekday(weekday, .next), index + 1) }
        return withTimeOfDay(self.weekday(weekday, which), at: index)
    }

    /// "earlier this week", "later today", "two days earlier"
    private func englishRest(at index: Int) -> Found? {
        guard text[index + 1] == "today" || text[index + 1] == "this" || text[index + 1] == "tonight", let found = englishPeriod(at: index + 1, marked: true)
        else { return nil }
        let whole = moments(of: found.period)
        let part =
            text[index] == "earlier"
            ? whole.lowerBound..<max(whole.lowerBound, min(now, whole.upperBound)) : max(now, whole.lowerBound)..<max(now, whole.upperBound)
        guard part.lowerBound < part.upperBound else { return nil }
        return (Period(found.period.days, found.period.precision, moments: part), found.next)
    }

    private func englishMonth(at index: Int, marked: Bool) -> Found? {
        guard let month = month(at: index) else { return nil }
        let (year, next) = year(at: index + 1)
        guard marked || next > index + 1 else { return nil }
        return nearest(year) { Period(year: $0, month: month) }.map { ($0, next) }
    }

    private func englishSeason(at index: Int, marked: Bool) -> Found? {
        guard let season = SpanWords.englishSeasons[text[index]] else { return nil }
        let (year, next) = year(at: index + 1)
        guard marked || next > index + 1 else { return nil }
        return nearest(year) { Period(season, year: $0) }.map { ($0, next) }
    }

    /// "nineties", "90s", "1990s"
    private func englishDecade(at index: Int, marked: Bool) -> Found? {
        guard marked else { return nil }
        if let number = SpanWords.englishDecades[text[index]] { return decade(named: number).map { ($0, index + 1) } }
        guard index < end, text.tokens[index].kind == .number, let number = Int(text[index]), close(index + 1) == "s" else { return nil }
        return decade(named: number).map { ($0, index + 2) }
    }

    // MARK: thirds

    /// "early May", "the end of last month", "mid 2019", "late in the year"
    private func englishThirdOf(at index: Int) -> Found? {
        guard let third = SpanWords.englishThirds[text[index]] else { return nil }
        var start = index + 1
        if text[start] == "-" || ["of", "in"].contains(close(start)) { start += 1 }
        let isNoun = ["beginning", "start", "middle", "end"].contains(text[index])
        if isNoun, text[index + 1] != "of" { return nil }
        if ["the"].contains(close(start)) { start += 1 }
        if let period = englishUnit(at: start, 0, .this), text[start - 1] == "the" || text[start] != "day" { return (period.part(third), start + 1) }
        guard let found = englishPeriod(at: start, marked: true), found.period.precision > .day, found.period.moments == nil else { return nil }
        return (found.period.part(third), found.next)
    }

    // MARK: lengths

    /// "two weeks ago", "three days from now", "two days later"
    func englishAgo(at index: Int) -> Found? {
        if let found = namedAgo(at: index), close(found.next) == "ago" { return (found.period, found.next + 1) }
        guard let (amount, next) = amount(at: index) else { return nil }
        if close(next) == "ago" || closeReads([["back"]], at: next) != nil { return (away(amount, -1), next + 1) }
        if let after = closeReads([["from", "now"]], at: next) { return (away(amount, 1), after) }
        guard let anchor, ["earlier", "before", "later", "after"].contains(close(next)), !amount.isRough, amount.precision >= .day else { return nil }
        var base = self
        base.today = CivilDay(number: anchor.lowerBound)
        return (base.away(amount, ["later", "after"].contains(close(next)) ? 1 : -1), next + 1)
    }
}
