public import Foundation

/// How an appointment comes again: by the calendar, at a time of day in the house's time zone.
///
/// Each day has one occurrence at most. A time of day that summer time leaves out comes an hour later on that day; one that comes twice counts
/// the first time.
public struct Recurrence: Sendable, Hashable, Codable {
    public enum Rule: Sendable, Hashable, Codable {
        /// Every so many days.
        case days(every: Int)
        /// On these days of the week (ISO 8601: 1 is Monday), every so many weeks.
        case weekdays([Int], everyWeeks: Int)
        /// On this day of the month, every so many months; on the last day of a month that is shorter.
        case monthDay(Int, everyMonths: Int)
        /// Once a year; 29 February is the 28th in other years.
        case yearDay(month: Int, day: Int)
        /// Every so many seconds, whatever the clock says.
        case interval(seconds: Double)
    }

    public var rule: Rule
    /// The time of day; without meaning for an interval.
    public var hour: Int
    public var minute: Int
    /// A name of the IANA database.
    public var timeZone: String
    /// Days that are left out.
    public var skipped: [CivilDay]

    public init(_ rule: Rule, hour: Int = 0, minute: Int = 0, timeZone: TimeZone, skipped: [CivilDay] = []) {
        self.rule = rule
        self.hour = hour
        self.minute = minute
        self.timeZone = timeZone.identifier
        self.skipped = skipped
    }

    private var zone: TimeZone { TimeZone(identifier: timeZone) ?? .gmt }
    /// Days looked ahead at most: from one leap day to the next are eight years.
    private static let horizon = 3000
    /// Occurrences passed over at most: a century of days.
    private static let longestGap = 36_600

    /// The day on which a moment falls where this recurrence is meant.
    public func day(of date: Date) -> CivilDay { CivilDay(date, in: zone) }

    /// The first occurrence after a moment, when none has been before.
    public func first(after now: Date) -> Date? {
        if case .interval(let seconds) = rule { return now.addingTimeInterval(max(1, seconds)) }
        let today = day(of: now)
        for ahead in 0..<Self.horizon {
            let day = today.adding(days: ahead)
            if matches(day), !skipped.contains(day), let moment = moment(on: day), moment > now { return moment }
        }
        return nil
    }

    /// The occurrence that follows the given one.
    public func next(after occurrence: Date) -> Date? {
        if case .interval(let seconds) = rule { return occurrence.addingTimeInterval(max(1, seconds)) }
        var day = day(of: occurrence)
        for _ in 0..<Self.horizon {
            day = following(day)
            if !skipped.contains(day) { return moment(on: day) }
        }
        return nil
    }

    /// Of the occurrences from `due` on the last that is not after `now`, and the one that follows: what was missed in between is left out.
    public func latest(from due: Date, now: Date) -> (occurrence: Date, next: Date?) {
        if case .interval(let seconds) = rule {
            let step = max(1, seconds), missed = max(0, (now.timeIntervalSince(due) / step).rounded(.down))
            let occurrence = due.addingTimeInterval(missed * step)
            return (occurrence, occurrence.addingTimeInterval(step))
        }
        var occurrence = due, next = next(after: due)
        for _ in 0..<Self.longestGap {
            guard let following = next, following <= now else { break }
            (occurrence, next) = (following, self.next(after: following))
        }
        return (occurrence, next)
    }

    /// The occurrence on a day, of those from `due` on; `nil` when it has none.
    public func occurrence(on wanted: CivilDay, from due: Date) -> Date? {
        var occurrence = due
        for _ in 0..<Self.horizon {
            let day = day(of: occurrence)
            if day >= wanted { return day == wanted ? occurrence : nil }
            guard let following = next(after: occurrence) else { return nil }
            occurrence = following
        }
        return nil
    }

    private func moment(on day: CivilDay) -> Date? { day.at(hour: hour, minute: minute, in: zone) }

    /// Whether an occurrence may be on this day, were it the first.
    private func matches(_ day: CivilDay) -> Bool {
        switch rule {
        case .days: true
        case .weekdays(let weekdays, _): weekdays.contains(day.weekday)
        case .monthDay(let wanted, _): day.day == min(wanted, CivilDay.length(ofMonth: day.month, in: day.year))
        case .yearDay(let month, let wanted): day.month == month && day.day == min(wanted, CivilDay.length(ofMonth: month, in: day.year))
        case .interval: false
        }
    }

    private func following(_ day: CivilDay) -> CivilDay {
        switch rule {
        case .days(let every): return day.adding(days: max(1, every))
        case .weekdays(_, let every):
            let every = max(1, every)
            for ahead in 1...7 * every + 7 {
                let candidate = day.adding(days: ahead)
                if matches(candidate), (Self.week(candidate) - Self.week(day)) % every == 0 { return candidate }
            }
            return day.adding(days: 7 * every)
        case .monthDay(let wanted, let every): return day.adding(months: max(1, every), day: wanted)
        case .yearDay(_, let wanted): return day.adding(months: 12, day: wanted)
        case .interval: return day.adding(days: 1)
        }
    }

    /// Counts weeks that begin on Monday.
    private static func week(_ day: CivilDay) -> Int { Int((Double(day.number + 3) / 7).rounded(.down)) }
}
