import Base
import Domain
import Foundation

/// Days and times of day in a time zone, as moments: arithmetic on the zone's offsets, so that what happens on the days the clock is changed is
/// said here and not left to a calendar.
struct LocalDays: Sendable {
    let timeZone: TimeZone

    private static let day: TimeInterval = 86_400

    /// The day on which a moment falls, in days since 1 January 1970.
    func day(of date: Date) -> Int { CivilDay(date, in: timeZone).number }

    /// Minutes after midnight.
    func minute(of date: Date) -> Int {
        let local = date.timeIntervalSince1970 + offset(at: date.timeIntervalSince1970)
        return Int(saturating: (local - (local / Self.day).rounded(.down) * Self.day) / 60)
    }

    /// The moment at which the clock shows `minute` after midnight on a day.
    ///
    /// A time that is left out in spring is the moment the clock jumps; of one that comes twice in autumn it is the first.
    func moment(day: Int, minute: Int) -> Date {
        let wall = Double(day) * Self.day + Double(minute) * 60
        // No zone is a day away from UTC: these are its offsets on either side of anything that happens around then.
        let before = offset(at: wall - Self.day), after = offset(at: wall + Self.day)
        if before == after { return Date(timeIntervalSince1970: wall - before) }
        let candidates = [wall - before, wall - after].filter { wall - $0 == offset(at: $0) }
        if let first = candidates.min() { return Date(timeIntervalSince1970: first) }
        return Date(timeIntervalSince1970: jump(from: wall - Self.day, to: wall + Self.day))
    }

    /// The first second at which the offset is no longer that of `start`.
    private func jump(from start: TimeInterval, to end: TimeInterval) -> TimeInterval {
        let old = offset(at: start)
        var low = start.rounded(.down), high = end.rounded(.up)
        while high - low > 1 {
            let middle = ((low + high) / 2).rounded(.down)
            if offset(at: middle) == old { low = middle } else { high = middle }
        }
        return high
    }

    private func offset(at seconds: TimeInterval) -> TimeInterval {
        TimeInterval(timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds)))
    }
}
