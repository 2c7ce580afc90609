import Base
import Foundation
import Understanding

/// Writes times down as the tables of the tests do.
struct TimeScribe {
    let now: Date
    let calendar: Calendar

    init(now: Date = House.now, _ timeZone: TimeZone = House.paris) {
        self.now = now
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        self.calendar = calendar
    }

    /// All times of a text: "2026-11-17 day", "since 2019-01-01..<now year", "[mardi] 2026-11-17 day + [le lendemain] 2026-11-18 day"; "–" for none.
    ///
    /// Days are of the calendar, ends are not part of the span, "…" is an open end. The words are there where they are not the whole text.
    func times(_ text: String, _ language: Language, _ leaning: TimeMention.Leaning, anchor: Date? = nil) -> String {
        let folded = FoldedText(text)
        let mentions = TimeMention.mentions(
            in: folded, now: now, timeZone: calendar.timeZone, language: language, leaning: leaning, anchor: anchor)
        if mentions.isEmpty { return "–" }
        return mentions.map { mention in
            let words = mention.range == folded.all ? "" : "[\(folded.original(mention.range))] "
            return words + bound(mention) + span(mention.span) + " \(mention.precision)" + (mention.isRecurring ? ", again" : "")
        }.joined(separator: " + ")
    }

    private func bound(_ mention: TimeMention) -> String {
        switch mention.bound {
        case .within: ""
        case .since: "since "
        case .until: "until "
        case .by: "by "
        }
    }

    private func span(_ span: DateInterval) -> String {
        let start = moment(span.start)
        if calendar.dateInterval(of: .day, for: span.start) == span { return start }
        let end = moment(span.end), day = start.prefix(10)
        return start + "..<" + (start.count > 10 && end.hasPrefix(day) ? String(end.dropFirst(11)) : end)
    }

    func moment(_ date: Date) -> String {
        if date == .distantPast || date == .distantFuture { return "…" }
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
        func pad(_ value: Int?) -> String { (value ?? 0) < 10 ? "0\(value ?? 0)" : "\(value ?? 0)" }
        let day = "\(parts.year ?? 0)-\(pad(parts.month))-\(pad(parts.day))"
        if calendar.startOfDay(for: date) == date { return day }
        if date == now { return "now" }
        return day + " \(pad(parts.hour)):\(pad(parts.minute))" + (parts.second == 0 ? "" : ":\(pad(parts.second))")
    }
}
