package import Base
package import Domain
package import Foundation

/// Turns what was said into a moment, in a calendar with the person's time zone.
package struct TimeResolver {
    package let now: Date
    package let language: Language
    let prefersMorning: Bool
    package let calendar: Calendar

    package init(now: Date, timeZone: TimeZone, language: Language, prefersMorning: Bool = false) {
        self.now = now
        self.language = language
        self.prefersMorning = prefersMorning
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        self.calendar = calendar
    }

    /// The hour meant by a day without a time.
    static let defaultHour = 9

    package func resolve(_ parts: TimeExpression.Parts) -> TimeExpression.Due {
        if let offset = parts.offset { return resolve(offset, parts) }
        guard let day = parts.day else {
            guard let clock = parts.clock else { return .needsTime }
            return nextOccurrence(of: clock, parts.part)
        }
        guard let date = self.date(of: day) else { return .impossible }
        let isToday = date == today
        guard let hour = clockTime(parts, isToday: isToday) else {
            if isToday { return .needsTime }
            return moment(date, Self.defaultHour, 0).map { $0 > now ? .at($0) : .past } ?? .impossible
        }
        guard let moment = moment(date, hour.hour, hour.minute, after: now) else { return .impossible }
        return moment > now ? .at(moment) : .past
    }

    /// The shortest interval at which something may come again, in seconds.
    package static let shortestInterval = 300.0

    /// `nil` for what would come too often.
    package func recurrence(_ repetition: Repetition, _ parts: TimeExpression.Parts) -> Recurrence? {
        var parts = parts
        parts.part = parts.part ?? repetition.part
        let time = clockTime(parts, isToday: false) ?? (Self.defaultHour, 0)
        let today = today, zone = calendar.timeZone
        func recurrence(_ rule: Recurrence.Rule) -> Recurrence { Recurrence(rule, hour: time.hour % 24, minute: time.minute, timeZone: zone) }
        switch repetition.rule {
        case .interval(let seconds): return seconds < Self.shortestInterval ? nil : recurrence(.interval(seconds: seconds))
        case .days(let every):
            if every == 1, !parts.except.isEmpty { return recurrence(.weekdays(TimeReader.wholeWeek.filter { !parts.except.contains($0) }, everyWeeks: 1)) }
            return recurrence(.days(every: every))
        case .weekdays(let said, let weeks):
            var days = said
            if days.isEmpty, case .weekday(let weekday, _) = parts.day { days = [(weekday + 5) % 7 + 1] }
            if days.isEmpty { days = [(calendar.component(.weekday, from: now) + 5) % 7 + 1] }
            let kept = days.filter { !parts.except.contains($0) }
            return recurrence(.weekdays(kept.isEmpty ? days : kept, everyWeeks: weeks))
        case .months(let every, let said):
            var day = said ?? today.day
            if said == nil, case .date(let number, _, _) = parts.day { day = number }
            return recurrence(.monthDay(day, everyMonths: every))
        case .years(let month, let day):
            if let month, let day { return recurrence(.yearDay(month: month, day: day)) }
            if case .date(let number, .some(let month), _) = parts.day { return recurrence(.yearDay(month: month, day: number)) }
            return recurrence(.yearDay(month: today.month, day: today.day))
        }
    }

    private func resolve(_ offset: DurationExpression, _ parts: TimeExpression.Parts) -> TimeExpression.Due {
        var components = DateComponents()
        components.month = offset.months
        components.day = offset.days
        guard let day = calendar.date(byAdding: components, to: now) else { return .impossible }
        let moment = day.addingTimeInterval(offset.seconds)
        guard let clock = clockTime(parts, isToday: false) else { return moment > now ? .at(moment) : .impossible }
        guard let exact = self.moment(CivilDay(moment, in: calendar.timeZone), clock.hour, clock.minute) else { return .impossible }
        return exact > now ? .at(exact) : .past
    }

    // MARK: days

    package var today: CivilDay { CivilDay(now, in: calendar.timeZone) }

    /// The day that is meant; `nil` when there is no such day.
    package func date(of day: TimeExpression.Day) -> CivilDay? {
        switch day {
        case .inDays(let count): return today.adding(days: count)
        case .inMonths(let count): return today.adding(months: count)
        case .weekday(let weekday, let weeks): return today.adding(days: (weekday + 12 - today.weekday) % 7 + 1 + weeks * 7)
        case .date(let day, let month, let year): return nextDate(day: day, month: month, year: year)
        }
    }

    /// The first day from today on with this day and month; with a year, exactly that one.
    func nextDate(day: Int, month: Int?, year: Int?) -> CivilDay? {
        let today = today
        if let month, let year { return CivilDay(year: year, month: month, day: day) }
        if let month {
            // Eight years reach over a leap year that is left out.
            return (today.year...today.year + 8).lazy.compactMap { CivilDay(year: $0, month: month, day: day) }.first { $0 >= today }
        }
        return (0..<12).lazy.compactMap { ahead in
            let total = today.year * 12 + today.month - 1 + ahead
            return CivilDay(year: total / 12, month: total % 12 + 1, day: day)
        }.first { $0 >= today }
    }

    // MARK: times

    /// This time on this day. A time that summer time leaves out is an hour later; of one that comes twice it is the first that is after `earliest`.
    package func moment(_ date: CivilDay, _ hour: Int, _ minute: Int, after earliest: Date? = nil) -> Date? {
        let components = DateComponents(year: date.year, month: date.month, day: date.day, hour: hour, minute: minute)
        guard let first = calendar.date(from: components) else { return nil }
        guard let earliest, first <= earliest else { return first }
        let again = first.addingTimeInterval(3600)
        let time = calendar.dateComponents([.day, .hour, .minute], from: again)
        return again > earliest && time.day == date.day && time.hour == hour && time.minute == minute ? again : first
    }

    func clockTime(_ parts: TimeExpression.Parts, isToday: Bool) -> (hour: Int, minute: Int)? {
        guard let clock = parts.clock else {
            switch parts.part {
            case .morning: return (9, 0)
            case .noon: return (12, 0)
            case .afternoon: return (15, 0)
            case .evening: return (20, 0)
            case .night: return (22, 0)
            case nil: return nil
            }
        }
        if clock.isExact { return (clock.hour, clock.minute) }
        switch parts.part {
        case .morning: return (clock.hour % 12, clock.minute)
        case .noon, .afternoon, .evening: return (clock.hour < 12 ? clock.hour + 12 : clock.hour, clock.minute)
        case .night: return (clock.hour >= 6 && clock.hour < 12 ? clock.hour + 12 : clock.hour % 12, clock.minute)
        case nil: break
        }
        // French says hours from 0 to 24; English says them twice: those before seven are meant in the afternoon, unless somebody wants to wake up.
        guard language == .english, clock.hour <= 12, !prefersMorning else { return (clock.hour, clock.minute) }
        if isToday, let later = sooner(clock, on: today) { return later }
        return (clock.hour < 7 ? clock.hour + 12 : clock.hour, clock.minute)
    }

    /// Of both readings of an English hour, the first that is still to come today.
    private func sooner(_ clock: TimeExpression.Clock, on date: CivilDay) -> (hour: Int, minute: Int)? {
        for hour in [clock.hour % 12, clock.hour % 12 + 12] where hour >= 6 {
            if let moment = moment(date, hour, clock.minute), moment > now { return (hour, clock.minute) }
        }
        return nil
    }

    private func nextOccurrence(of clock: TimeExpression.Clock, _ part: TimeExpression.DayPart?) -> TimeExpression.Due {
        let parts = TimeExpression.Parts(part: part, clock: clock)
        for ahead in 0...2 {
            guard let date = date(of: .inDays(ahead)), let time = clockTime(parts, isToday: ahead == 0) else { continue }
            if let moment = moment(date, time.hour, time.minute, after: now), moment > now { return .at(moment) }
        }
        return .impossible
    }
}
