import Base
import Domain

/// Hours and parts of the day.
extension SpanReader {
    /// Minutes after midnight. An English night begins with the evening.
    func minutes(of part: TimeExpression.DayPart) -> Range<Int> {
        switch part {
        case .morning: 300..<720
        case .noon: 720..<840
        case .afternoon: 720..<1080
        case .evening: 1080..<1440
        case .night: language == .french ? 1320..<1800 : 1080..<1800
        }
    }

    /// A day with the part and the hour that follow it: "hier soir", "lundi 3 mai à 14 h", "yesterday at 2 pm".
    func withTimeOfDay(_ day: Period, at index: Int) -> Found {
        guard day.isOneDay, day.minutes == nil || day.precision == .partOfDay else { return (day, index) }
        if let found = clocksAfterDay(day, at: index) { return found }
        var period = day, next = index, part: TimeExpression.DayPart?
        if day.minutes == nil, let found = dayPart(at: index) {
            period = Period(day.days, .partOfDay, minutes: minutes(of: found.part))
            if let third = found.third { period = period.part(third) }
            (part, next) = (found.part, found.next)
        }
        if let found = clocksAfterDay(day, at: next) ?? clockBound(day, part, at: next) { return found }
        let start = next < end && text.tokens[next].gap != .stop ? next : end
        guard !["pour", "for", "jusqu", "until", "by", "des"].contains(text[start]), let (clock, after) = times.clock(at: start, bare: false),
            !isJourney(after)
        else { return (period, next) }
        let spoken = partAfterClock(at: after)
        let minute = minute(of: clock, spoken?.part ?? part ?? implied(day))
        return (day.at(minute..<minute + (clock.minute == 0 ? 60 : 1), clock.minute == 0 ? .hour : .minute), spoken?.next ?? after)
    }

    /// "vendredi avant 18 h", "Friday after 6 pm": the day up to that hour, or from it on.
    private func clockBound(_ day: Period, _ part: TimeExpression.DayPart?, at index: Int) -> Found? {
        let isAfter = close(index) == "apres" || close(index) == "after"
        guard isAfter || ["avant", "before", "until", "till", "by"].contains(close(index)), text[index + 1] != "midi" || !isAfter,
            let (clock, after) = times.clock(at: index + 1, bare: true), after > index + 2 || clock.isExact || close(after).isEmpty
        else { return nil }
        let spoken = partAfterClock(at: after)
        let minute = minute(of: clock, spoken?.part ?? part ?? implied(day))
        let minutes = isAfter ? minute..<1440 : 0..<minute
        guard !minutes.isEmpty else { return nil }
        var period = day.at(minutes, .hour)
        period.point = moment(day.days.lowerBound, minute)
        return (period, spoken?.next ?? after)
    }

    /// The part of the day that a period already is, which tells morning from evening hours.
    private func implied(_ day: Period) -> TimeExpression.DayPart? {
        guard let minutes = day.minutes else { return nil }
        return minutes.lowerBound >= 1080 ? .evening : minutes.lowerBound >= 720 ? .afternoon : .morning
    }

    func minute(of clock: TimeExpression.Clock, _ part: TimeExpression.DayPart?) -> Int {
        let time = resolver.clockTime(TimeExpression.Parts(part: part, clock: clock), isToday: false) ?? (clock.hour, clock.minute)
        return time.hour * 60 + time.minute
    }

    /// "du matin", "in the afternoon"
    private func partAfterClock(at index: Int) -> (part: TimeExpression.DayPart, next: Int)? {
        for (words, part) in language == .french ? TimeReader.frenchOfDay : TimeReader.englishOfDay {
            if let next = closeReads([words], at: index) { return (part, next) }
        }
        return nil
    }

    /// "soir", "au matin", "en fin d'après-midi", "in the morning"
    private func dayPart(at index: Int) -> (part: TimeExpression.DayPart, third: Period.Third?, next: Int)? {
        guard !close(index).isEmpty else { return nil }
        var start = index, third: Period.Third?
        if language == .french {
            if let next = text.readsAny(
                [["dans", "la"], ["dans", "l"], ["en"], ["au"], ["a", "la"], ["pendant", "la"], ["pendant", "l"]], at: index, before: end)
            {
                start = next
            }
            if let found = SpanWords.frenchThirds[text[start]], let next = text.readsAny([["de"], ["d"]], at: start + 1, before: end) {
                (third, start) = (found, next)
                if text[start] == "journee" { return (found == .beginning ? .morning : found == .middle ? .afternoon : .evening, nil, start + 1) }
            }
        } else {
            if let next = text.readsAny([["in", "the"], ["at"], ["during", "the"]], at: index, before: end) { start = next }
            if let found = SpanWords.englishThirds[text[start]] { (third, start) = (found, start + 1) }
        }
        for (words, part) in language == .french ? SpanWords.frenchParts : SpanWords.englishParts {
            if let next = text.reads(words, at: start, before: end) {
                // "at noon" is an hour.
                return part == .noon && start > index ? nil : (part, third, next)
            }
        }
        return nil
    }

    /// "à deux heures de route"
    private func isJourney(_ index: Int) -> Bool { ["de", "d"].contains(close(index)) && SpanWords.journeys.contains(text[index + 1]) }

    /// An hour with no day before it: "à 14 h hier", "at 2 pm"; of the nearest day that fits where none follows.
    func clock(at index: Int, marked: Bool) -> Found? {
        guard index < end, marked || !["pour", "for", "jusqu", "until", "by", "des"].contains(text[index]),
            let (clock, after) = times.clock(at: index, bare: marked), !isJourney(after)
        else { return nil }
        // A bare number counts something else.
        let isLast = close(after).isEmpty
        guard after > index + 1 || text.tokens[index].kind == .word && clock.isExact || marked && language == .english && isLast else { return nil }
        guard language == .french || clock.isExact || after > index + 2 || isLast || SpanWords.afterDayNumber.contains(text[after]) else { return nil }
        let spoken = partAfterClock(at: after)
        let minute = minute(of: clock, spoken?.part), next = spoken?.next ?? after
        let minutes = minute..<minute + (clock.minute == 0 ? 60 : 1), precision: TimeMention.Precision = clock.minute == 0 ? .hour : .minute
        if let day = relativeDay(at: next) ?? period(at: next, marked: false), day.period.isOneDay,
            day.period.minutes == nil || day.period.precision == .partOfDay
        {
            let minute = self.minute(of: clock, spoken?.part ?? implied(day.period))
            return (day.period.at(minute..<minute + minutes.count, precision), day.next)
        }
        return (nearestDay(minutes).at(minutes, precision), next)
    }

    /// Today, or the day before or after it when these minutes of today are on the wrong side of now.
    func nearestDay(_ minutes: Range<Int>) -> Period {
        if let namedDay { return Period(day: namedDay) }
        let start = moment(today.number, minutes.lowerBound)
        return leaning == .past ? day(start <= now ? 0 : -1) : day(start > now ? 0 : 1)
    }
}
