import Base
import Domain
import Foundation
import Understanding

/// Where an alarm is moved to: "à 8 h", "de demain à 8 h", "de 10 minutes".
struct AlarmMove {
    private let parts: TimeExpression.Parts?
    /// Seconds; below 0, earlier.
    private let shift: TimeInterval?

    /// `nil` when the words name neither a time of day nor a length of time.
    init?(_ range: Range<Int>, _ text: FoldedText, _ language: Language) {
        let hasLink = ["de", "d", "by"].contains(text[range.lowerBound])
        let start = hasLink ? range.lowerBound + 1 : range.lowerBound
        if let length = DurationExpression.read(text, at: start, before: range.upperBound, language), length.next == range.upperBound {
            // "8 h" alone is a time of day; "de 10 minutes" is not.
            guard hasLink else { return nil }
            (parts, shift) = (nil, text.tokens.contains { ["avance", "forward"].contains($0.text) } ? -length.approximateSeconds : length.approximateSeconds)
            return
        }
        var (parts, rest) = TimeExpression.parts(in: text, range, language) ?? (TimeExpression.Parts(), [range])
        if parts.clock == nil, let (clock, place) = AppointmentDesk.Choice.clock(in: rest, of: text, language) {
            parts.clock = clock
            rest = rest.flatMap { $0.overlaps(place) ? [$0.lowerBound..<place.lowerBound, place.upperBound..<$0.upperBound] : [$0] }
        }
        guard parts.clock != nil, parts.offset == nil, parts.repetition == nil, rest.allSatisfy({ Label.content($0, of: text).isEmpty }) else { return nil }
        (self.parts, shift) = (parts, nil)
    }

    /// The day whose alarm is meant; `nil` when none was said.
    func day(_ language: Language, _ context: SkillContext) -> CivilDay? {
        let resolver = TimeResolver(now: context.now, timeZone: context.timeZone, language: language, prefersMorning: true)
        return parts?.day.flatMap(resolver.date)
    }

    /// The alarm at its new time; one that comes again keeps its days.
    func applied(to alarm: Appointment, _ language: Language, _ context: SkillContext) -> Appointment? {
        var new = alarm
        if let shift {
            new.dueAt = alarm.dueAt.addingTimeInterval(shift)
        } else if var parts {
            let resolver = TimeResolver(now: context.now, timeZone: context.timeZone, language: language, prefersMorning: true)
            let day = CivilDay(alarm.dueAt, in: context.timeZone)
            parts.day = .date(day: day.day, month: day.month, year: day.year)
            guard case .at(let due) = resolver.resolve(parts) else { return nil }
            new.dueAt = due
        }
        guard var recurrence = alarm.recurrence else { return new }
        let time = DateText(language, context.timeZone).calendar.dateComponents([.hour, .minute], from: new.dueAt)
        (recurrence.hour, recurrence.minute) = (time.hour ?? recurrence.hour, time.minute ?? recurrence.minute)
        new.recurrence = recurrence
        return new
    }
}
