import Base
import Domain
import Foundation

/// A time of day, a day, or days that come again, as they are said: "demain matin à 8 h", "tous les lundis à 7 h et demie", "tonight at ten".
struct SpokenTime: Hashable {
    enum Day: Hashable {
        case inDays(Int)
        /// ISO 8601: 1 is Monday.
        case weekday(Int)
    }

    enum Part: Hashable { case morning, noon, afternoon, evening, night }

    var day: Day?
    var part: Part?
    var hour: Int?
    var minute = 0
    /// "22 h", "midi", "7 pm": it can only be read one way.
    var isExact = false
    /// The weekdays on which it comes again; empty for every day; `nil` for once.
    var weekdays: [Int]?
    var next: Int

    static func read(_ words: [Sentence.Word], at start: Int, before end: Int, _ language: Language) -> SpokenTime? {
        var time = SpokenTime(next: start)
        let reader = TimePieces(words: words, end: end, language: language)
        for _ in 0..<5 where reader.take(into: &time) == false { break }
        guard time.next > start else { return nil }
        // "le matin" alone, or a bare number, is no time to act at.
        guard time.hour != nil || time.day != nil || time.weekdays != nil || time.part != nil else { return nil }
        return time
    }

    /// What it comes to.
    enum Meaning: Hashable {
        case at(Date)
        case again(hour: Int, minute: Int, weekdays: [Int])
        /// It was said with a time that is over; a day later it is still to come.
        case past(tomorrow: Date)
        /// No time of day was said; one that suits.
        case needsHour(Order.Timing)
    }

    func meaning(now: Date, timeZone: TimeZone, language: Language) -> Meaning? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        if let weekdays {
            guard let hour else { return .needsHour(.when(.time(hour: usualHour, minute: 0, weekdays: weekdays), once: false)) }
            return .again(hour: adjusted(hour, language, soonest: nil) % 24, minute: minute, weekdays: weekdays)
        }
        let today = calendar.startOfDay(for: now)
        func moment(_ days: Int, _ hour: Int, _ minute: Int) -> Date? {
            guard let day = calendar.date(byAdding: .day, value: days, to: today) else { return nil }
            var components = calendar.dateComponents([.year, .month, .day], from: day)
            components.hour = hour
            components.minute = minute
            return calendar.date(from: components)
        }
        var days = 0
        switch day {
        case .inDays(let count): days = count
        case .weekday(let wanted):
            let current = (calendar.component(.weekday, from: now) + 5) % 7 + 1
            days = (wanted - current + 6) % 7 + 1
        case nil: break
        }
        guard let hour else {
            guard let date = moment(days, usualHour, 0) else { return nil }
            if date > now { return .needsHour(.at(date)) }
            return moment(days + 1, usualHour, 0).map { .past(tomorrow: $0) }
        }
        let isOpen = day == nil && part == nil
        let soonest: ((Int) -> Bool)? = isOpen ? { candidate in (moment(0, candidate, minute) ?? .distantPast) > now } : nil
        let said = adjusted(hour, language, soonest: soonest)
        guard let date = moment(days + (said >= 24 ? 1 : 0), said % 24, minute) else { return nil }
        if date > now { return .at(date) }
        guard let later = moment(days + 1, said % 24, minute) else { return nil }
        // Without a day, it is the next time the clock shows that.
        if day == nil, part == nil { return .at(later) }
        return .past(tomorrow: later)
    }

    private var usualHour: Int {
        switch part {
        case .noon: 12
        case .afternoon: 15
        case .evening: 20
        case .night: 22
        case .morning, nil: 8
        }
    }

    /// The hour of 24 that is meant; English says hours twice.
    private func adjusted(_ hour: Int, _ language: Language, soonest: ((Int) -> Bool)?) -> Int {
        if isExact || hour > 12 { return hour }
        switch part {
        case .morning: return hour % 12
        case .noon, .afternoon, .evening: return hour < 12 ? hour + 12 : hour
        case .night: return hour >= 6 && hour < 12 ? hour + 12 : (hour == 12 ? 24 : hour)
        case nil: break
        }
        guard language == .english else { return hour }
        if let soonest { return [hour % 12, hour % 12 + 12].first(where: soonest) ?? (hour < 6 ? hour % 12 + 12 : hour % 12) }
        return hour < 6 || hour == 12 ? hour % 12 + 12 : hour
    }
}

extension SpokenTime {
    /// The time that was said, in place of one that an order had: on the same day or days, unless it names others.
    func instead(of offered: Order.Timing, now: Date, timeZone: TimeZone, _ language: Language) -> Order.Timing? {
        var time = self
        if case .when(.time(_, _, let weekdays), let once) = offered, time.day == nil {
            time.weekdays = time.weekdays ?? weekdays
            guard case .again(let hour, let minute, let days)? = time.meaning(now: now, timeZone: timeZone, language: language) else { return nil }
            return .when(.time(hour: hour, minute: minute, weekdays: days), once: once)
        }
        if case .at(let date) = offered, time.day == nil, time.weekdays == nil {
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = timeZone
            time.day = .inDays(calendar.dateComponents([.day], from: calendar.startOfDay(for: now), to: calendar.startOfDay(for: date)).day ?? 0)
        }
        switch time.meaning(now: now, timeZone: timeZone, language: language) {
        case .at(let date)?: return .at(date)
        case .again(let hour, let minute, let days)?: return .when(.time(hour: hour, minute: minute, weekdays: days), once: false)
        default: return nil
        }
    }
}
