import Domain
import Foundation

/// A stretch of the calendar that is not yet on the time line: whole days, hours of a day, or moments.
struct Period {
    /// Days since 1 January 1970.
    var days: Range<Int>
    /// Minutes after the midnight that `days` begins with, into the next day where they pass 1440; `nil` for whole days.
    var minutes: Range<Int>?
    /// What counts seconds and not days ("il y a dix minutes"), or ends now.
    var moments: Range<Date>?
    var precision: TimeMention.Precision
    /// The exact moment of what is said roughly.
    var point: Date?
    var isRecurring = false
    /// Whether an hour or a part of the day can follow it.
    var isOneDay: Bool { days.count == 1 && moments == nil }

    init(_ days: Range<Int>, _ precision: TimeMention.Precision, minutes: Range<Int>? = nil, moments: Range<Date>? = nil, point: Date? = nil) {
        self.days = days
        self.precision = precision
        self.minutes = minutes
        self.moments = moments
        self.point = point
    }

    init(day number: Int) { self.init(number..<number + 1, .day) }

    /// From Monday to Monday, as ISO 8601 has it.
    init(weekOf day: CivilDay) {
        let monday = day.number - day.weekday + 1
        self.init(monday..<monday + 7, .week)
    }

    /// Saturday and Sunday of the week of this day.
    init(weekendOf day: CivilDay) {
        let saturday = day.number - day.weekday + 6
        self.init(saturday..<saturday + 2, .weekend)
    }

    /// `length` months from this one on; `nil` out of the calendar.
    init?(year: Int, month: Int, length: Int = 1, _ precision: TimeMention.Precision = .month) {
        guard let first = CivilDay(year: year, month: month, day: 1), year < 9900 else { return nil }
        self.init(first.number..<first.adding(months: length).number, precision)
    }

    init?(year: Int) { self.init(year: year, month: 1, length: 12, .year) }

    /// Ten years.
    init?(decade first: Int) { self.init(year: first, month: 1, length: 120, .decade) }

    /// Whole months, as meteorologists count them; a winter is named by the year of its January.
    init?(_ season: Season, year: Int) {
        switch season {
        case .winter: self.init(year: year - 1, month: 12, length: 3, .season)
        case .spring: self.init(year: year, month: 3, length: 3, .season)
        case .summer: self.init(year: year, month: 6, length: 3, .season)
        case .autumn: self.init(year: year, month: 9, length: 3, .season)
        }
    }

    enum Season: Sendable { case spring, summer, autumn, winter }

    /// "début", "mi-", "fin"
    enum Third: Int, Sendable { case beginning, middle, end }

    /// A third of it, in units that people count: ten days of a month, four months of a year.
    func part(_ third: Third) -> Period {
        var part = self
        if let minutes {
            let size = minutes.count / 3
            part.minutes = minutes.lowerBound + third.rawValue * size..<minutes.lowerBound + (third.rawValue + 1) * size
            return part
        }
        let first = CivilDay(number: days.lowerBound), length = days.count
        switch precision {
        case .day where length == 1:
            part.minutes = [300..<720, 720..<1080, 1080..<1440][third.rawValue]
            part.precision = .partOfDay
        case .week, .weekend, .day, .vague, .minute, .hour, .partOfDay:
            let cuts = length == 7 ? [0, 2, 4, 7] : [0, length / 3, length - length / 3, length]
            part.days = days.lowerBound + cuts[third.rawValue]..<days.lowerBound + cuts[third.rawValue + 1]
            part.precision = .day
        case .month:
            let cuts = [0, 10, 20, length]
            part.days = days.lowerBound + cuts[third.rawValue]..<days.lowerBound + cuts[third.rawValue + 1]
            part.precision = .week
        case .season, .year, .decade:
            let cuts = precision == .season ? [0, 1, 2, 3] : precision == .year ? [0, 4, 8, 12] : [0, 36, 84, 120]
            part.days = first.adding(months: cuts[third.rawValue]).number..<first.adding(months: cuts[third.rawValue + 1]).number
            part.precision = precision == .season ? .month : precision == .year ? .season : .year
        }
        return part.days.isEmpty ? self : part
    }

    /// Some hours of its first day.
    func at(_ minutes: Range<Int>, _ precision: TimeMention.Precision) -> Period { Period(days, precision, minutes: minutes) }
}
