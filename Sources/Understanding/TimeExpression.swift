package import Base
package import Domain
package import Foundation

/// When something shall happen, found in a sentence: "demain à neuf heures", "dans une heure et demie", "next monday at half past two".
///
/// A sentence may say day and time apart ("rappelle-moi demain d'appeler Léa à 9 h"); both are found and what is left is given back.
package struct TimeExpression {
    /// What the words mean.
    package enum Due: Equatable {
        case at(Date)
        /// It was said with a day or time that is over.
        case past
        /// A day without a time that could be guessed ("aujourd'hui").
        case needsTime
        /// No such day ("le 30 février"), or more than a hundred years away.
        case impossible
        /// It would come again more often than anybody wants to be told.
        case tooOften
    }

    /// For what comes again, the first time.
    package let due: Due
    /// How it comes again ("tous les lundis à 9 h"); `nil` for once.
    package let recurrence: Recurrence?
    /// What is not part of it, in order.
    package let rest: [Range<Int>]

    /// What the words say, not yet put together.
    package struct Parts: Equatable {
        package var day: Day?
        package var part: DayPart?
        package var clock: Clock?
        package var offset: DurationExpression?
        package var repetition: Repetition?
        /// Days of the week that a repetition leaves out, ISO 8601 ("sauf le dimanche").
        package var except: [Int] = []

        package init(
            day: Day? = nil, part: DayPart? = nil, clock: Clock? = nil, offset: DurationExpression? = nil, repetition: Repetition? = nil, except: [Int] = []
        ) {
            (self.day, self.part, self.clock, self.offset, self.repetition, self.except) = (day, part, clock, offset, repetition, except)
        }

        package var isEmpty: Bool { day == nil && part == nil && clock == nil && offset == nil && repetition == nil && except.isEmpty }
    }

    package enum Day: Equatable {
        /// Days from today.
        case inDays(Int)
        /// The next one after today; 1 is Sunday. With weeks more ("lundi en huit").
        case weekday(Int, weeks: Int)
        case date(day: Int, month: Int?, year: Int?)
        case inMonths(Int)
    }

    package enum DayPart: Equatable { case morning, noon, afternoon, evening, night }

    package struct Clock: Equatable {
        package var hour: Int
        package var minute: Int
        /// Whether it can only be read one way ("14 h", "9 am", "midi").
        package var isExact: Bool
    }

    /// Finds the time in these tokens; `nil` when they name none.
    ///
    /// - Parameter prefersMorning: for waking up, "at 7" is in the morning.
    package static func find(
        in text: FoldedText, _ range: Range<Int>, _ language: Language, now: Date, timeZone: TimeZone, prefersMorning: Bool = false
    ) -> TimeExpression? {
        find(in: text, [range], language, now: now, timeZone: timeZone, prefersMorning: prefersMorning)
    }

    /// The same for a sentence in pieces: "demain, rappelle-moi … à 9 h".
    package static func find(
        in text: FoldedText, _ pieces: [Range<Int>], _ language: Language, now: Date, timeZone: TimeZone, prefersMorning: Bool = false
    ) -> TimeExpression? {
        let found = chunks(in: text, pieces, language, evenAfterOf: false) ?? chunks(in: text, pieces, language, evenAfterOf: true)
        guard let (parts, consumed) = found else { return nil }
        let rest = rest(of: pieces, without: consumed)
        let resolver = TimeResolver(now: now, timeZone: timeZone, language: language, prefersMorning: prefersMorning)
        guard let repetition = parts.repetition else { return TimeExpression(due: resolver.resolve(parts), recurrence: nil, rest: rest) }
        guard let recurrence = resolver.recurrence(repetition, parts) else { return TimeExpression(due: .tooOften, recurrence: nil, rest: rest) }
        return TimeExpression(due: recurrence.first(after: now).map { .at($0) } ?? .impossible, recurrence: recurrence, rest: rest)
    }

    /// What these tokens say of days and times, not resolved, and what else they hold.
    package static func parts(in text: FoldedText, _ range: Range<Int>, _ language: Language) -> (parts: Parts, rest: [Range<Int>])? {
        guard let (parts, consumed) = chunks(in: text, [range], language, evenAfterOf: true) else { return nil }
        return (parts, rest(of: [range], without: consumed))
    }

    private static func rest(of pieces: [Range<Int>], without consumed: [Range<Int>]) -> [Range<Int>] {
        var rest: [Range<Int>] = []
        for range in pieces {
            var from = range.lowerBound
            for chunk in consumed where range.contains(chunk.lowerBound) {
                if from < chunk.lowerBound { rest.append(from..<chunk.lowerBound) }
                from = chunk.upperBound
            }
            if from < range.upperBound { rest.append(from..<range.upperBound) }
        }
        return rest
    }

    /// What it says of these tokens when they are a time and nothing else: the "dans dix minutes" before "rappelle-moi".
    package static func whole(
        _ range: Range<Int>, of text: FoldedText, _ language: Language, now: Date, timeZone: TimeZone, prefersMorning: Bool = false
    ) -> TimeExpression? {
        let time = find(in: text, range, language, now: now, timeZone: timeZone, prefersMorning: prefersMorning)
        return time?.rest.isEmpty == true ? time : nil
    }

    /// Collects the pieces that name a time. A piece that belongs to a noun ("la réunion de lundi") counts only when nothing else does.
    private static func chunks(in text: FoldedText, _ pieces: [Range<Int>], _ language: Language, evenAfterOf: Bool) -> (Parts, [Range<Int>])? {
        var parts = Parts(), consumed: [Range<Int>] = []
        for range in pieces {
            let reader = TimeReader(text: text, end: range.upperBound, language: language)
            var index = range.lowerBound
            while index < range.upperBound, consumed.count < 3 {
                guard let (more, next) = reader.chunk(at: index), next > index else {
                    index += 1
                    continue
                }
                let before = index > range.lowerBound ? text[index - 1] : ""
                let belongsToNoun = index - 1 > range.lowerBound && ["de", "du", "d", "des", "of", "s"].contains(before)
                let isException = !more.except.isEmpty && more.repetition == nil
                if belongsToNoun && !evenAfterOf || isException && parts.repetition == nil || !parts.merge(more) {
                    index = next
                    continue
                }
                consumed.append((belongsToNoun ? index - 1 : index)..<next)
                index = next
            }
        }
        return parts.isEmpty ? nil : (parts, consumed)
    }
}

extension TimeExpression.Parts {
    /// Takes over what the other says where this says nothing; `false`, and nothing changed, when they contradict each other.
    mutating func merge(_ other: Self) -> Bool {
        if isEmpty {
            self = other
            return true
        }
        if repetition != nil || other.repetition != nil {
            if repetition != nil && other.repetition != nil || offset != nil || other.offset != nil { return false }
            if let day = day ?? other.day, let rule = (repetition ?? other.repetition)?.rule, !rule.takes(day) { return false }
        }
        if offset != nil && (other.offset != nil || other.day != nil) || other.offset != nil && day != nil { return false }
        if day != nil && other.day != nil || clock != nil && other.clock != nil || part != nil && other.part != nil { return false }
        if offset.map({ $0.seconds > 0 }) == true && other.clock != nil || other.offset.map({ $0.seconds > 0 }) == true && clock != nil { return false }
        day = day ?? other.day
        part = part ?? other.part
        clock = clock ?? other.clock
        offset = offset ?? other.offset
        repetition = repetition ?? other.repetition
        except += other.except
        return true
    }
}

extension Repetition.Rule {
    /// Whether a day that is said beside it completes it: "tous les mois, le 15".
    func takes(_ day: TimeExpression.Day) -> Bool {
        switch (self, day) {
        case (.weekdays([], _), .weekday), (.months(_, nil), .date(_, nil, nil)), (.years(nil, _), .date(_, .some, _)): true
        default: false
        }
    }
}
