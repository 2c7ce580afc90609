import Base
import Domain
import Foundation
import Understanding

/// "depuis mars", "tous les lundis", "il y a trois jours".
extension ClauseTimeReader {
    static let frenchOpeners: Set<String> = [
        "depuis", "jusqu", "jusque", "a", "dans", "il", "ca", "hier", "avant", "aujourd", "demain", "apres", "ce", "cet", "cette", "la", "le", "l", "les", "en",
        "au", "pendant", "durant", "de", "du", "entre", "des", "tous", "toutes", "chaque", "maintenant", "desormais", "dorenavant", "autrefois", "jadis",
        "anciennement", "fin", "debut", "mi", "toujours", "encore", "souvent", "une", "deux", "trois", "pour", "lundi", "d", "actuellement", "tout",
        "parfois", "regulierement", "habituellement", "generalement", "tard", "y",
    ]

    static let frenchAdverbs: [(words: [String], note: @Sendable (inout ClauseTime) -> Void)] = [
        (["maintenant"], { $0.isNow = true }), (["desormais"], { $0.isNow = true }), (["dorenavant"], { $0.isNow = true }),
        (["a", "present"], { $0.isNow = true }),
        (["autrefois"], { $0.isFormer = true }), (["jadis"], { $0.isFormer = true }), (["anciennement"], { $0.isFormer = true }),
        (["a", "l", "epoque"], { $0.isFormer = true }), (["dans", "le", "temps"], { $0.isFormer = true }), (["a", "un", "moment"], { $0.isFormer = true }),
        (["toujours"], { $0.isStill = true }), (["encore"], { $0.isStill = true }), (["en", "ce", "moment"], { _ in }), (["actuellement"], { _ in }),
        (["depuis", "toujours"], { _ in }), (["depuis", "longtemps"], { _ in }), (["pour", "l", "instant"], { _ in }), (["pour", "le", "moment"], { _ in }),
        (["depuis", "peu"], { $0.isNow = true }), (["encore", "une", "fois"], { _ in }), (["d", "habitude"], { $0.isRecurring = true }),
        (["souvent"], { $0.isRecurring = true }), (["parfois"], { $0.isRecurring = true }), (["regulierement"], { $0.isRecurring = true }),
        (["habituellement"], { $0.isRecurring = true }), (["generalement"], { $0.isRecurring = true }), (["tout", "le", "temps"], { $0.isRecurring = true }),
        (["a", "partir", "de", "maintenant"], { $0.isNow = true }), (["pendant", "longtemps"], { _ in }),
    ]

    func french(at index: Int, _ reader: PeriodReader, _ time: inout ClauseTime) -> Int? {
        let end = reader.end
        for (words, note) in Self.frenchAdverbs {
            guard let next = text.reads(words, at: index, before: end), text[index] != "encore" || text[index + 1] != "que" else { continue }
            note(&time)
            time.spans.append(index..<next)
            return next
        }
        switch text[index] {
        case "avant":
            if text[index + 1] == "hier" { break }
            if let period = reader.period(at: index + 1, bare: true) { return noteUntil(period.start, index..<period.next, in: &time) }
            guard index + 1 >= end || text.tokens[index + 1].gap == .comma || ["que", "de", "d", "le", "la", "les"].contains(text[index + 1]) == false else {
                return nil
            }
            time.isFormer = true
            time.spans.append(index..<index + 1)
            return index + 1
        case "depuis":
            let start = index + 1
            if let (day, next) = reader.ago(at: start) { return noteSince(day, index..<next, in: &time) }
            var back = reader
            back.lean = .past
            if let period = back.period(at: ["le", "la", "l", "les"].contains(text[start]) && text[start + 1] == "debut" ? start + 1 : start, bare: true) {
                return noteSince(period.start, index..<period.next, in: &time)
            }
            // "depuis la rentrée", "depuis ses dix ans": since then, whenever that was.
            time.spans.append(index..<end)
            return end
        case "jusqu", "jusque":
            let start = index + 1
            if let period = reader.period(at: start, bare: true) ?? reader.period(at: start + 1, bare: true) {
                return noteUntil(period.end, index..<period.next, in: &time)
            }
            return nil
        case "a" where text[index + 1] == "partir", "des":
            let start = text[index] == "des" ? index + 1 : index + 3
            var ahead = reader
            ahead.lean = .future
            if start <= end, let period = ahead.period(at: text[index + 2] == "du" ? start : start, bare: true) {
                return noteSince(period.start, index..<period.next, in: &time)
            }
            return nil
        case "il", "y":
            let start = text[index] == "il" ? index + 3 : index + 2
            guard text[start - 2] == "y", text[start - 1] == "a", let (day, next) = reader.ago(at: start) else { return nil }
            return note(Period(day: day, next: next), at: index, in: &time)
        case "ca":
            guard text[index + 1] == "fait", let (day, next) = reader.ago(at: index + 2) else { return nil }
            return noteSince(day, index..<(text[next] == "que" || text[next] == "qu" ? next + 1 : next), in: &time)
        case "dans":
            guard let (day, next) = reader.ahead(at: index + 1) else { return nil }
            return note(Period(day: day, next: next), at: index, in: &time)
        case "pendant", "durant":
            if let duration = DurationExpression.read(text, at: index + 1, before: end, language) {
                time.spans.append(index..<duration.next)
                return duration.next
            }
        case "de", "du", "entre":
            if let (from, until) = between(at: index, reader, ["a", "au", "et", "jusqu", "en"]) {
                (time.from, time.until, time.hasPoint) = (date(from.start), date(until.end), true)
                time.isAhead = until.end > today && from.start >= today
                time.points.append(index..<until.next)
                return until.next
            }
            // "la réunion de lundi" names the meeting.
            if text[index] != "du", let period = reader.period(at: index + 1) { return period.next }
        default: break
        }
        if let next = frenchRecurrence(at: index, reader) {
            time.isRecurring = true
            time.recurrences.append(index..<next)
            return next
        }
        if let period = reader.period(at: index) { return note(period, at: index, in: &time) }
        return nil
    }

    /// "de 2010 à 2015", "from may to july".
    func between(at index: Int, _ reader: PeriodReader, _ middle: Set<String>) -> (Period, Period)? {
        guard let first = reader.period(at: index + 1, bare: true) ?? dayNumber(at: index + 1, reader), first.next < reader.end,
            middle.contains(text[first.next])
        else { return nil }
        let start = text[first.next] == "jusqu" ? first.next + 2 : first.next + 1
        guard let second = reader.period(at: start, bare: true) else { return nil }
        // "du 3 au 15 août": the month is named once.
        if first.end.number - first.start.number == 1, first.next == index + 2,
            let day = CivilDay(year: second.start.year, month: second.start.month, day: first.start.day)
        {
            return (Period(day: day, next: first.next), second)
        }
        guard first.start < second.end else { return nil }
        return (first, second)
    }

    func dayNumber(at index: Int, _ reader: PeriodReader) -> Period? {
        guard index < reader.end, let number = Int(text[index]), let day = CivilDay(year: today.year, month: 1, day: number) else { return nil }
        return Period(day: day, next: index + 1)
    }

    static let frenchTimesOfDay: Set<String> = [
        "matin", "soir", "midi", "matins", "soirs", "nuit", "jour", "jours", "semaine", "mois", "an", "ans", "annee", "annees",
    ]

    func frenchRecurrence(at index: Int, _ reader: PeriodReader) -> Int? {
        let end = reader.end
        let word = text[index]
        if ["tous", "toutes", "chaque"].contains(word) {
            var next = word == "chaque" ? index + 1 : index + 2
            if let number = Numerals.readWhole(text, at: next, before: end, language) { next = number.next }
            guard next < end else { return nil }
            if text[next] == "week" { return min(next + 2, end) }
            guard
                isWeekday(text[next]) || Self.frenchTimesOfDay.contains(text[next])
                    || ["weekends", "weekend", "hivers", "etes", "hiver", "ete"].contains(text[next])
            else { return nil }
            next += 1
            while next < end, ["matin", "soir", "matins", "soirs", "et"].contains(text[next]) || isWeekday(text[next]),
                text[next] != "et" || next + 1 < end && isWeekday(text[next + 1])
            {
                next += 1
            }
            return clockEnd(after: next, end)
        }
        if word == "le" || word == "les" || word == "la", index + 1 < end {
            // "le mardi" comes again; "le mardi 3 mars" does not.
            if isWeekday(text[index + 1]), reader.period(at: index) == nil {
                var next = index + 2
                while next < end, ["et", "le", "matin", "soir", "apres", "midi"].contains(text[next]) || isWeekday(text[next]),
                    text[next] != "et" || text[next + 1] == "le" && isWeekday(text[next + 2]) || isWeekday(text[next + 1]),
                    text[next] != "le" || isWeekday(text[next + 1])
                {
                    next += 1
                }
                return clockEnd(after: next, end)
            }
            if ["matin", "soir", "midi", "nuit"].contains(text[index + 1]) || text.reads(["apres", "midi"], at: index + 1, before: end) != nil {
                return min(text[index + 1] == "apres" ? index + 3 : index + 2, end)
            }
            if text[index + 1] == "week", reader.period(at: index) == nil { return min(index + 3, end) }
            if text[index + 1] == "weekend", reader.period(at: index) == nil { return index + 2 }
        }
        if word == "en", text[index + 1] == "semaine" { return index + 2 }
        if word == "du", isWeekday(text[index + 1]), text[index + 2] == "au", isWeekday(text[index + 3]), index + 3 < end { return index + 4 }
        if let count = Numerals.readWhole(text, at: index, before: end, language), text[count.next] == "fois", text[count.next + 1] == "par",
            count.next + 2 < end
        {
            return count.next + 3
        }
        return nil
    }

    func isWeekday(_ word: String) -> Bool {
        TimeReader.frenchWeekdays[word] != nil || word.hasSuffix("s") && TimeReader.frenchWeekdays[String(word.dropLast())] != nil
    }

    func clockEnd(after next: Int, _ end: Int) -> Int {
        TimeReader(text: text, end: end, language: language).clock(at: next, bare: false)?.1 ?? next
    }
}
