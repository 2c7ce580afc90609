import Base
import Domain
import Foundation

/// Reads the times that a text names, one after the other.
struct SpanReader {
    typealias Found = (period: Period, next: Int)

    let text: FoldedText
    let end: Int
    let language: Language
    let times: TimeReader
    let resolver: TimeResolver
    /// A range reads its other end as from another day.
    var now: Date
    var today: CivilDay
    var leaning: TimeMention.Leaning
    /// The days "le lendemain" and "la semaine d'avant" are counted from.
    var anchor: Range<Int>?
    /// The one day that was named last, which an hour after it is of: "mardi on a vu Paul à 14 h".
    var namedDay: Int?

    init(text: FoldedText, now: Date, timeZone: TimeZone, language: Language, leaning: TimeMention.Leaning, anchor: Date?) {
        self.text = text
        end = text.tokens.count
        self.language = language
        times = TimeReader(text: text, end: end, language: language)
        resolver = TimeResolver(now: now, timeZone: timeZone, language: language)
        self.now = now
        today = CivilDay(now, in: timeZone)
        self.leaning = leaning
        self.anchor = anchor.map {
            let day = CivilDay($0, in: timeZone).number
            return day..<day + 1
        }
    }

    mutating func mentions() -> [TimeMention] {
        var found: [TimeMention] = [], index = 0
        while index < end, found.count < TimeMention.limit {
            guard let (mention, days) = mention(at: index), mention.range.upperBound > index else {
                index += 1
                continue
            }
            found.append(mention)
            anchor = days
            namedDay = mention.bound == .within && !mention.isRecurring && days.count == 1 ? days.lowerBound : nil
            index = mention.range.upperBound
        }
        return found
    }

    // MARK: one mention

    /// How a word before a time bounds it.
    enum Edge { case within, since, from, until, by, before, after }

    private func mention(at index: Int) -> (TimeMention, days: Range<Int>)? {
        if let (period, next) = repetition(at: index) { return made(index..<next, period, .within) }
        if let (period, next) = relativeDay(at: index) { return made(index..<next, period, .within) }
        if let (period, next) = stretch(at: index) { return made(index..<next, period, .within) }
        if let (period, edge, next) = bounded(at: index) { return made(index..<next, period, edge) }
        guard let found = period(at: index, marked: false) else { return nil }
        let (period, next) = narrowed(found) ?? found
        return made(index..<next, period, .within)
    }

    /// "l'année dernière en mai", "last week on Tuesday": a part of the year or week that was named before it.
    private func narrowed(_ found: Found) -> Found? {
        let (whole, next) = found
        guard whole.precision == .week || whole.precision == .year, whole.moments == nil, next < end, text.tokens[next].gap != .stop else { return nil }
        if whole.precision == .week {
            let start = ["on", "le"].contains(text[next]) ? next + 1 : next
            guard whole.days.count == 7, CivilDay(number: whole.days.lowerBound).weekday == 1, let weekday = weekday(at: start) else { return nil }
            return withTimeOfDay(Period(day: whole.days.lowerBound + weekday - 1), at: start + 1)
        }
        guard ["en", "au", "a", "in", "at", "on", "le"].contains(text[next]), month(at: next + 1) != nil || text[next] != "on" else { return nil }
        var reader = leaning(to: .past)
        reader.today = CivilDay(number: whole.days.upperBound - 1)
        guard let part = reader.period(at: next, marked: false), part.period.moments == nil, part.period.precision >= .day, part.period.precision < .year,
            whole.days.overlaps(part.period.days)
        else { return nil }
        return part
    }

    /// A time with nothing around it. `marked`: a preposition before it says that it is one, so that "mai" and "2019" are enough.
    func period(at index: Int, marked: Bool) -> Found? {
        guard index < end else { return nil }
        return language == .french ? frenchPeriod(at: index, marked: marked) : englishPeriod(at: index, marked: marked)
    }

    func leaning(to leaning: TimeMention.Leaning) -> SpanReader {
        var reader = self
        reader.leaning = leaning
        return reader
    }

    func relativeDay(at index: Int) -> Found? {
        language == .french ? frenchRelativeDay(at: index) : englishRelativeDay(at: index)
    }

    private func bounded(at index: Int) -> (Period, Edge, Int)? {
        guard let (edge, start) = language == .french ? frenchEdge(at: index) : englishEdge(at: index), start < end else { return nil }
        if let (period, next) = length(at: start, edge) { return (period, edge, next) }
        let reader = edge == .since ? leaning(to: .past) : edge == .by ? leaning(to: .future) : self
        if let found = reader.period(at: start, marked: true), found.period.precision != .vague {
            return (found.period, edge, text[index] == "from" ? found.next + 1 : found.next)  // "from Monday on"
        }
        return reader.clock(at: start, marked: true).map { ($0.period, edge, $0.next) }
    }

    /// "depuis deux ans", "d'ici trois jours", "within two weeks": a length of time on this side of now.
    private func length(at start: Int, _ edge: Edge) -> Found? {
        guard edge == .since || edge == .by, let (amount, next) = amount(at: start) else { return nil }
        // "depuis 14 h" and "d'ici 18 heures" are hours of the day.
        let isHour = language == .french && amount.most.seconds >= 6 * 3600 && (text[next - 1] == "h" || edge == .by && text[next - 1] == "heures")
        if isHour, amount.most.seconds <= 86_400 { return nil }
        return (window(amount, edge == .since ? -1 : 1), next)
    }

    // MARK: "du 3 au 10 mai", "between May and July"

    private func stretch(at index: Int) -> Found? {
        guard let (start, joints) = opening(at: index) else { return nil }
        if let found = dayNumbers(at: start, joints) { return found }
        if let found = clocks(at: start, joints) { return found }
        guard let first = period(at: start, marked: true), let second = text.readsAny(joints, at: first.next, before: end),
            let last = (ordinalAfter(first.period, at: second) ?? period(at: second, marked: true))
        else { return nil }
        // "du lundi au vendredi" is said of every week.
        if text[index] == "du", weekday(at: start) != nil, weekday(at: second) != nil, first.next == start + 1 {
            var period = last.period.minutes.map { first.period.at($0, last.period.precision) } ?? first.period
            period.isRecurring = true
            return (period, last.next)
        }
        guard let (from, to) = ordered(first.period, at: start, last.period, at: second) else { return nil }
        return (joined(from, to), last.next)
    }

    /// Where a range begins, and what its two ends are joined by.
    private func opening(at index: Int) -> (start: Int, joints: [[String]])? {
        if language == .french {
            switch text[index] {
            case "entre": return (index + 1, [["et"]])
            case "de", "du", "depuis": return (index + 1, [["jusqu", "au"], ["jusqu", "a"], ["jusqu", "en"], ["jusqu", "aux"], ["au"], ["a"], ["aux"]])
            default: return nil
            }
        }
        switch text[index] {
        case "between": return (index + 1, [["and"]])
        case "from", "since": return (index + 1, [["to"], ["until"], ["till"], ["til"], ["through"], ["up", "to"]])
        default: return nil
        }
    }

    /// Both ends in order, read again where the first reading of one of them was of another year.
    private func ordered(_ first: Period, at start: Int, _ last: Period, at second: Int) -> (Period, Period)? {
        func isOrdered(_ a: Period, _ b: Period) -> Bool { moments(of: a).lowerBound < moments(of: b).upperBound && a.days.lowerBound <= b.days.lowerBound }
        if isOrdered(first, last) { return (first, last) }
        if leaning == .future {
            var reader = self
            reader.today = CivilDay(number: first.days.lowerBound)
            if let later = reader.period(at: second, marked: true)?.period, isOrdered(first, later) { return (first, later) }
        }
        var reader = leaning(to: .past)
        reader.today = CivilDay(number: last.days.lowerBound)
        guard let earlier = reader.period(at: start, marked: true)?.period, isOrdered(earlier, last) else { return nil }
        return (earlier, last)
    }

    private func joined(_ first: Period, _ last: Period) -> Period {
        let precision = max(first.precision, last.precision)
        let days = first.days.lowerBound..<max(last.days.upperBound, first.days.lowerBound + 1)
        if first.minutes == nil, last.minutes == nil, first.moments == nil, last.moments == nil { return Period(days, precision) }
        return Period(days, precision, moments: moments(of: first).lowerBound..<moments(of: last).upperBound)
    }

    /// "3 au 10 mai", "the 3rd to the 10th of May": the first day takes the month of the last.
    private func dayNumbers(at start: Int, _ joints: [[String]]) -> Found? {
        let index = text[start] == "le" || text[start] == "the" ? start + 1 : start
        guard let first = dayNumber(at: index), let second = text.readsAny(joints, at: first.next, before: end) else { return nil }
        let marked = index > start || language == .french && text[start - 1] == "du" || first.isOrdinal
        guard let last = date(at: text[second] == "le" || text[second] == "the" ? second + 1 : second, hasArticle: marked) else { return nil }
        let to = CivilDay(number: last.period.days.lowerBound)
        let from = to.adding(months: first.day <= to.day ? 0 : -1, day: first.day)
        return (Period(from.number..<to.number + 1, .day), last.next)
    }

    /// "May 3rd to the 10th"
    private func ordinalAfter(_ first: Period, at index: Int) -> Found? {
        guard language == .english, first.precision == .day, first.isOneDay else { return nil }
        let start = text[index] == "the" ? index + 1 : index
        guard let last = dayNumber(at: start), last.isOrdinal || last.next >= end, text[last.next] != "of", month(at: last.next) == nil else { return nil }
        let from = CivilDay(number: first.days.lowerBound)
        guard let to = CivilDay(year: from.year, month: from.month, day: last.day), from <= to else { return nil }
        return (Period(day: to.number), last.next)
    }

    /// "14 h et 16 h", "2 pm to 4 pm", of today.
    private func clocks(at start: Int, _ joints: [[String]]) -> Found? { clocks(at: start, joints, on: nil) }

    /// The hours between two clock times of a day; of the nearest day that fits where none was named.
    func clocks(at start: Int, _ joints: [[String]], on day: Period?) -> Found? {
        // "from 3 to 5 pm" is not three minutes to five.
        guard let joint = (start + 1..<start + 5).first(where: { text.readsAny(joints, at: $0, before: end) != nil }),
            let first = TimeReader(text: text, end: joint, language: language).clock(at: start, bare: true), first.1 == joint,
            let second = text.readsAny(joints, at: joint, before: end)
        else { return nil }
        // "entre midi et deux"
        if text[start] == "midi", text[second] == "deux" || text[second] == "2", close(second + 1) != "heures", close(second + 1) != "h" {
            let noon = 720..<840
            return ((day ?? nearestDay(noon)).at(noon, .hour), second + 1)
        }
        guard let last = times.clock(at: second, bare: true) else { return nil }
        // "9 h", "2 pm", "midi": bare numbers may count anything.
        guard text.tokens[start].kind != .number || first.1 > start + 1 || last.1 > second + 1 else { return nil }
        var from = minute(of: first.0, nil), to = minute(of: last.0, nil)
        if language == .english, !first.0.isExact, last.0.isExact, to >= 720, first.0.hour < 12 { from = first.0.hour * 60 + first.0.minute + 720 }
        if from >= to, from >= 720 { from -= 720 }
        if to <= from { to += 1440 }
        let minutes = from..<to
        let base = day ?? nearestDay(minutes)
        return (base.at(minutes, .hour), last.1)
    }

    /// "entre 14 h et 16 h" after a day.
    func clocksAfterDay(_ day: Period, at index: Int) -> Found? {
        guard let (start, joints) = opening(at: index), text[index] != "depuis", text[index] != "since" else { return nil }
        return clocks(at: start, joints, on: day)
    }

    // MARK: the time line

    private func made(_ range: Range<Int>, _ period: Period, _ edge: Edge) -> (TimeMention, days: Range<Int>)? {
        let own = moments(of: period)
        // An hour bounds by its beginning: "d'ici 18 h", "après 18 h".
        let upper = period.minutes != nil && period.precision <= .hour ? own.lowerBound : own.upperBound
        var span = own, point = period.point ?? own.lowerBound, bound = TimeMention.Bound.within
        switch edge {
        case .within: break
        case .since, .from:
            bound = .since
            span = own.lowerBound..<(edge == .since && own.lowerBound < now ? now : .distantFuture)
        case .after:
            (bound, point) = (.since, upper)
            span = upper..<(upper < now ? now : .distantFuture)
        case .until, .by:
            (bound, point) = (edge == .by ? .by : .until, period.point ?? upper)
            span = (upper > now ? now : .distantPast)..<upper
        case .before:
            (bound, point) = (.until, own.lowerBound)
            span = (own.lowerBound > now ? now : .distantPast)..<own.lowerBound
        }
        guard span.lowerBound < span.upperBound else { return nil }
        let mention = TimeMention(
            range: range, span: DateInterval(start: span.lowerBound, end: span.upperBound), point: point, precision: period.precision, bound: bound,
            isRecurring: period.isRecurring, isPast: span.upperBound <= now && bound != .since, isFuture: span.lowerBound >= now)
        return (mention, period.days)
    }

    /// When it begins and ends. An hour that summer time leaves out is as long as any other.
    func moments(of period: Period) -> Range<Date> {
        if let moments = period.moments { return moments }
        let minutes = period.minutes
        let start = moment(period.days.lowerBound, minutes?.lowerBound ?? 0)
        let end = minutes.map { moment(period.days.lowerBound, $0.upperBound) } ?? moment(period.days.upperBound, 0)
        return start..<(end > start ? end : start.addingTimeInterval(Double(minutes?.count ?? 1440) * 60))
    }

    func moment(_ day: Int, _ minute: Int) -> Date {
        let civil = CivilDay(number: day + minute / 1440)
        return resolver.moment(civil, minute % 1440 / 60, minute % 60) ?? Date(timeIntervalSince1970: Double(day) * 86_400 + Double(minute) * 60)
    }
}
