import Base
import Domain
import Foundation
import Understanding

/// What a clause says of time, and which of its words say it.
struct ClauseTime {
    var from: Date?
    var until: Date?
    /// "depuis …": it goes on from then.
    var isSince = false
    /// A day or a stretch of days was named: "hier", "en août".
    var hasPoint = false
    /// What was named lies ahead.
    var isAhead = false
    /// "le mardi", "tous les soirs".
    var isRecurring = false
    /// "maintenant", "désormais".
    var isNow = false
    /// "avant", "autrefois".
    var isFormer = false
    /// "toujours", "encore".
    var isStill = false
    var hour: Int?
    /// Words that tell how long or since when, and are no part of any value.
    var spans: [Range<Int>] = []
    /// Words that name days: they may be the value ("le 3 mai").
    var points: [Range<Int>] = []
    /// Words that tell how often.
    var recurrences: [Range<Int>] = []

    var isEmpty: Bool { spans.isEmpty && points.isEmpty && recurrences.isEmpty }
}

/// Finds the times in a clause.
struct ClauseTimeReader {
    let text: FoldedText
    let language: Language
    let today: CivilDay
    let timeZone: TimeZone

    func read(_ range: Range<Int>, leaning lean: PeriodReader.Lean, into time: inout ClauseTime) {
        let reader = PeriodReader(text: text, end: range.upperBound, language: language, today: today, lean: lean)
        var index = range.lowerBound
        while index < range.upperBound {
            let word = text[index]
            if time.hasPoint, time.hour == nil, time.until != nil, ["a", "vers", "at", "around"].contains(word),
                let next = clock(at: index, before: range.upperBound, &time)
            {
                index = next
                continue
            }
            let next =
                text.tokens[index].kind == .number || Self.openers(language).contains(word) || TimeReader.frenchWeekdays[word] != nil
                    || TimeReader.englishWeekdays[word] != nil || TimeReader.englishMonths[word] != nil
                ? language == .french ? french(at: index, reader, &time) : english(at: index, reader, &time) : nil
            index = max(next ?? index + 1, index + 1)
        }
    }

    /// "demain … à 14 h": the hour of a day that was named before.
    func clock(at index: Int, before end: Int, _ time: inout ClauseTime) -> Int? {
        guard let (clock, next) = TimeReader(text: text, end: end, language: language).clock(at: index, bare: false), let from = time.from,
            let until = time.until, until.timeIntervalSince(from) < 100_000
        else { return nil }
        let hour = language == .english && !clock.isExact && clock.hour < 7 ? clock.hour + 12 : clock.hour
        time.from = date(CivilDay(from, in: timeZone), hour, clock.minute)
        (time.until, time.hour) = (nil, hour)
        time.points.append(index..<next)
        return next
    }

    /// Whether a time stands here, and where it ends.
    func end(at index: Int, before end: Int) -> Int? {
        var time = ClauseTime()
        guard index < end, Self.openers(language).contains(text[index]) || TimeReader.frenchWeekdays[text[index]] != nil else { return nil }
        let reader = PeriodReader(text: text, end: end, language: language, today: today, lean: .past)
        let next = language == .french ? french(at: index, reader, &time) : english(at: index, reader, &time)
        return time.isEmpty ? nil : next
    }

    func date(_ day: CivilDay, _ hour: Int = 0, _ minute: Int = 0) -> Date? { day.at(hour: hour % 24, minute: minute, in: timeZone) }

    func note(_ period: Period, at index: Int, in time: inout ClauseTime) -> Int {
        if !time.hasPoint {
            time.from = date(period.start, period.hour ?? 0, period.minute)
            time.until = period.hour == nil ? date(period.end) : nil
            time.hour = period.hour
            time.hasPoint = true
            time.isAhead = period.end > today && period.start >= today
        }
        time.points.append(index..<period.next)
        return period.next
    }

    func noteSince(_ day: CivilDay, _ range: Range<Int>, in time: inout ClauseTime) -> Int {
        time.from = date(day)
        (time.isSince, time.until) = (true, nil)
        time.spans.append(range)
        return range.upperBound
    }

    func noteUntil(_ day: CivilDay, _ range: Range<Int>, in time: inout ClauseTime) -> Int {
        time.until = date(day)
        time.spans.append(range)
        return range.upperBound
    }

    static func openers(_ language: Language) -> Set<String> { language == .french ? frenchOpeners : englishOpeners }
}
