public import Domain
public import Foundation

/// When triggers of time and sun come due. Reads no clock and knows no store.
public struct Schedule: Sendable, Hashable {
    public var timeZone: TimeZone
    /// `nil` when nobody said where the house stands: then nothing is due by the sun.
    public var sun: Sun?

    public init(timeZone: TimeZone, sun: Sun?) {
        self.timeZone = timeZone
        self.sun = sun
    }

    /// The first moment after `date` at which a trigger comes due; `nil` for one that is not about time, or never comes.
    ///
    /// A time of day comes due once on each of its days: when the clock jumps over it in spring, at the jump; when it comes twice in autumn, the
    /// first time.
    public func next(_ trigger: Trigger, after date: Date) -> Date? {
        switch trigger {
        case .time(let hour, let minute, let weekdays):
            guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
            let days = LocalDays(timeZone: timeZone)
            let first = days.day(of: date) - 1
            // From yesterday on, for the zones whose clock is set back over midnight; a week, and a few days for one that left a day out.
            for day in first...(first + 10) where weekdays.isEmpty || weekdays.contains(CivilDay(number: day).weekday) {
                let moment = days.moment(day: day, minute: hour * 60 + minute)
                if moment > date { return moment }
            }
            return nil
        case .sun(let event, let offset):
            guard abs(offset) <= Self.longestOffset else { return nil }
            return sun?.next(event, after: date.addingTimeInterval(-offset))?.addingTimeInterval(offset)
        case .state, .number, .presence: return nil
        }
    }

    /// The last moment after `start` and not after `end`; `nil` when there was none.
    public func latest(_ trigger: Trigger, after start: Date, through end: Date) -> Date? {
        var latest: Date?
        // Whoever asks is about to catch up: what lies further back than this is of no use to anybody.
        var date = max(start, end.addingTimeInterval(-Self.lookBack))
        while let next = next(trigger, after: date), next <= end {
            latest = next
            date = next
        }
        return latest
    }

    /// How far a trigger may be shifted from sunrise or sunset, in seconds.
    static let longestOffset: TimeInterval = 12 * 3600

    /// A week and a day, in seconds: the last turn of a trigger that comes once a week is found.
    static let lookBack: TimeInterval = 8 * 86_400

    /// Whether all conditions on time and daylight allow it; those on entities are not asked.
    func allows(_ condition: Automation.Condition, at date: Date) -> Bool? {
        switch condition {
        case .time(let from, let to, let weekdays):
            let days = LocalDays(timeZone: timeZone)
            let minute = days.minute(of: date), today = days.day(of: date)
            let isInside: Bool, day: Int
            if from <= to {
                (isInside, day) = (minute >= from && minute < to, today)
            } else {
                (isInside, day) = (minute >= from || minute < to, minute < to ? today - 1 : today)
            }
            return isInside && (weekdays.isEmpty || weekdays.contains(CivilDay(number: day).weekday))
        case .daylight(let isUp): return sun.map { $0.isUp(at: date) == isUp } ?? false
        case .state, .number: return nil
        }
    }
}

extension Trigger {
    /// Whether the clock alone says when it comes due.
    var isTimed: Bool {
        switch self {
        case .time, .sun: true
        case .state, .number, .presence: false
        }
    }
}
