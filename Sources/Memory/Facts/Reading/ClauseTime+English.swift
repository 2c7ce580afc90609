import Base
import Domain
import Foundation
import Understanding

/// "since March", "every Monday", "three days ago".
extension ClauseTimeReader {
    static let englishOpeners: Set<String> = [
        "since", "for", "until", "till", "in", "on", "at", "yesterday", "today", "tomorrow", "tonight", "this", "last", "next", "every", "each", "now", "from",
        "between", "before", "back", "formerly", "still", "ago", "the", "once", "twice", "often", "usually", "always", "currently", "a", "an", "two", "three",
        "four", "five", "six", "seven", "eight", "nine", "ten", "during", "by", "nowadays", "these", "starting", "recently", "one", "sometimes", "previously",
    ]

    static let englishAdverbs: [(words: [String], note: @Sendable (inout ClauseTime) -> Void)] = [
        (["from", "now", "on"], { $0.isNow = true }), (["now"], { $0.isNow = true }), (["nowadays"], { _ in }), (["these", "days"], { _ in }),
        (["at", "the", "moment"], { _ in }), (["for", "now"], { _ in }), (["currently"], { _ in }), (["formerly"], { $0.isFormer = true }),
        (["previously"], { $0.isFormer = true }), (["back", "then"], { $0.isFormer = true }), (["in", "the", "past"], { $0.isFormer = true }),
        (["still"], { $0.isStill = true }), (["often"], { $0.isRecurring = true }), (["usually"], { $0.isRecurring = true }),
        (["sometimes"], { $0.isRecurring = true }),
        (["recently"], { _ in }), (["for", "a", "long", "time"], { _ in }), (["for", "ages"], { _ in }), (["for", "years"], { _ in }),
        (["for", "a", "while"], { _ in }),
    ]

    func english(at index: Int, _ reader: PeriodReader, _ time: inout ClauseTime) -> Int? {
        let end = reader.end
        for (words, note) in Self.englishAdverbs {
            guard let next = text.reads(words, at: index, before: end) else { continue }
            note(&time)
            time.spans.append(index..<next)
            return next
        }
        switch text[index] {
        case "before":
            if let period = reader.period(at: index + 1, bare: true) { return noteUntil(period.start, index..<period.next, in: &time) }
            guard index + 1 >= end else { return nil }
            time.isFormer = true
            time.spans.append(index..<index + 1)
            return index + 1
        case "since":
            var back = reader
            back.lean = .past
            if let period = back.period(at: index + 1, bare: true) { return noteSince(period.start, index..<period.next, in: &time) }
            time.spans.append(index..<end)
            return end
        case "for":
            guard let (day, next) = reader.ago(at: index + 1) else { return nil }
            if time.hasPoint || reader.lean == .past {
                time.spans.append(index..<next)
                return next
            }
            return noteSince(day, index..<next, in: &time)
        case "until", "till":
            guard let period = reader.period(at: index + 1, bare: true) else { return nil }
            return noteUntil(period.end, index..<period.next, in: &time)
        case "in":
            if let (day, next) = reader.ahead(at: index + 1) { return note(Period(day: day, next: next), at: index, in: &time) }
        case "from", "between":
            if let (from, until) = between(at: index, reader, ["to", "and", "until", "till"]) {
                (time.from, time.until, time.hasPoint) = (date(from.start), date(until.end), true)
                time.isAhead = until.end > today && from.start >= today
                time.points.append(index..<until.next)
                return until.next
            }
            if let period = reader.period(at: index + 1, bare: true) { return noteSince(period.start, index..<period.next, in: &time) }
        case "starting":
            if let period = reader.period(at: index + 1, bare: true) { return noteSince(period.start, index..<period.next, in: &time) }
        default: break
        }
        if let (day, next) = reader.ago(at: index), text[next] == "ago", next < end { return note(Period(day: day, next: next + 1), at: index, in: &time) }
        if let next = englishRecurrence(at: index, end) {
            time.isRecurring = true
            time.recurrences.append(index..<next)
            return next
        }
        if let period = reader.period(at: index) { return note(period, at: index, in: &time) }
        return nil
    }

    func englishRecurrence(at index: Int, _ end: Int) -> Int? {
        func isDay(_ word: String) -> Bool { TimeReader.englishWeekdays[word] != nil }
        func isDays(_ word: String) -> Bool { word.hasSuffix("s") && isDay(String(word.dropLast())) }
        let units: Set<String> = ["day", "morning", "evening", "night", "week", "weekend", "month", "year", "afternoon", "summer", "winter"]
        if text[index] == "every" || text[index] == "each" {
            var next = text[index + 1] == "other" ? index + 2 : index + 1
            if let number = Numerals.readWhole(text, at: next, before: end, language) { next = number.next }
            guard next < end, units.contains(text[next]) || isDay(text[next]) || units.contains(String(text[next].dropLast())) else { return nil }
            next += 1
            while next < end, text[next] == "and" && isDay(text[next + 1]) || isDay(text[next]) || ["morning", "evening", "night"].contains(text[next]) {
                next += 1
            }
            return clockEnd(after: next, end)
        }
        let start = text[index] == "on" || text[index] == "at" ? index + 1 : index
        if start < end, isDays(text[start]) || start > index && ["weekends", "weekdays"].contains(text[start]) {
            var next = start + 1
            while next + 1 < end, text[next] == "and", isDays(text[next + 1]) { next += 2 }
            return clockEnd(after: next, end)
        }
        if let next = text.readsAny(
            [["in", "the", "morning"], ["in", "the", "evening"], ["at", "night"], ["in", "the", "afternoon"]], at: index, before: end)
        {
            return next
        }
        if ["once", "twice"].contains(text[index]), text[index + 1] == "a" || text[index + 1] == "every", index + 2 < end { return index + 3 }
        if let count = Numerals.readWhole(text, at: index, before: end, language), text[count.next] == "times", text[count.next + 1] == "a",
            count.next + 2 < end
        {
            return count.next + 3
        }
        return nil
    }
}
