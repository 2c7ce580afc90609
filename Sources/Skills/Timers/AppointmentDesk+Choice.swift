import Base
import Domain
import Foundation
import Understanding

extension AppointmentDesk.Choice {
    /// What these words name a timer by: "des pâtes", "de 10 minutes".
    init(_ range: Range<Int>, of text: FoldedText, _ language: Language) {
        words = Label.content(range, of: text)
        lengths = range.compactMap { DurationExpression.read(text, at: $0, before: range.upperBound, language)?.approximateSeconds }
    }

    /// What these words name a reminder or an alarm by: "d'appeler Léa", "de demain", "de 7 h".
    init(_ range: Range<Int>, of text: FoldedText, _ language: Language, _ context: SkillContext) {
        var rest = [range]
        if let (parts, others) = TimeExpression.parts(in: text, range, language), parts.offset == nil {
            let resolver = TimeResolver(now: context.now, timeZone: context.timeZone, language: language)
            day = parts.day.flatMap(resolver.date)
            (clock, rest) = (parts.clock, others)
        }
        if clock == nil, let (found, place) = Self.clock(in: rest, of: text, language) {
            clock = found
            rest = rest.flatMap { $0.overlaps(place) ? [$0.lowerBound..<place.lowerBound, place.upperBound..<$0.upperBound] : [$0] }
        }
        words = rest.flatMap { Label.content($0, of: text) }.filter { $0 != "s" }
    }

    /// "de 7 h" has no "à" that would show it to be a time.
    static func clock(in pieces: [Range<Int>], of text: FoldedText, _ language: Language) -> (TimeExpression.Clock, Range<Int>)? {
        for piece in pieces {
            let reader = TimeReader(text: text, end: piece.upperBound, language: language)
            for index in piece { if let (clock, next) = reader.clock(at: index, bare: true) { return (clock, index..<next) } }
        }
        return nil
    }

    /// Whether one comes on the day and at the time that were named.
    func isAt(_ appointment: Appointment, _ timeZone: TimeZone) -> Bool {
        var moment = appointment.dueAt
        if let day {
            if let recurrence = appointment.recurrence {
                guard let occurrence = recurrence.occurrence(on: day, from: appointment.dueAt) else { return false }
                moment = occurrence
            } else if CivilDay(moment, in: timeZone) != day {
                return false
            }
        }
        guard let clock else { return true }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        let time = calendar.dateComponents([.hour, .minute], from: moment)
        guard let hour = time.hour, time.minute == clock.minute else { return false }
        return hour == clock.hour % 24 || !clock.isExact && hour % 12 == clock.hour % 12
    }
}
