import Base
import Domain
import Foundation
import Understanding

/// What a clause says of time, and which of its words say it.
struct ClauseTime {
    var from: Date?
    var until: Date?
    /// "depuis …": it goes on from then.
    var isSince = false
    /// A day or a stretch of days was named: "hier", "en août".
    var hasPoint = false
    /// What was named lies ahead.
    var isAhead = false
    /// "le mardi", "tous les soirs".
    var isRecurring = false
    /// "maintenant", "désormais".
    var isNow = false
    /// "avant", "autrefois".
    var isFormer = false
    /// "toujours", "encore".
    var isStill = false
    var hour: Int?
    /// Words that tell how long or since when, and are no part of any value.
    var spans: [Range<Int>] = []
    /// Words that name days: they may be the value ("le 3 mai").
    var points: [Range<Int>] = []
    /// Words that tell how often.
    var recurrences: [Range<Int>] = []

    var isEmpty: Bool { spans.isEmpty && points.isEmpty && recurrences.isEmpty }
}

/// Finds the times in a clause.
struct ClauseTimeReader {
    let text: FoldedText
    let language: Language
    let today: CivilDay
    let timeZone: TimeZone

    func read(_ range: Range<Int>, leaning lean: PeriodReader.Lean, into time: inout ClauseTime) {
        let reader = PeriodReader(text: text, end: range.upperBound, language: language, today: today, lean: lean)
        var index = range.lowerBound
        while index < range.upperBound {
            let word = text[index]
            if time.hasPoint, time.hour == nil, time.until != nil, ["a", "vers", "at", "around"].contains(word),
                let next = clock(at: index, before: range.upperBound, &time)
            {
                index = next
                continue
            }
            let next =
                text.tokens[index].kind == .number || Self.openers(language).contains(word) || TimeReader.frenchWeekdays[word] != nil
                    || TimeReader.englishWeekdays[word] != nil || TimeReader.englishMonths[word] != nil
                ? language == .french ? french(at: index, reader, &time) : english(at: index, reader, &time) : nil
            index = max(next ?? index + 1, index + 1)
        }
    }

    /// "demain … à 14 h": the hour of a day that was named before.
    private func clock(at index: Int, before end: Int, _ time: inout ClauseTime) -> Int? {
        guard let (clock, next) = TimeReader(text: text, end: end, language: language).clock(at: index, bare: false), let from = time.from,
            let until = time.until, until.timeIntervalSince(from) < 100_000
        else { return nil }
        let hour = language == .english && !clock.isExact && clock.hour < 7 ? clock.hour + 12 : clock.hour
        time.from = date(CivilDay(from, in: timeZone), hour, clock.minute)
        (time.until, time.hour) = (nil, hour)
        time.points.append(index..<next)
        return next
    }

    /// Whether a time stands here, and where it ends.
    func end(at index: Int, before end: Int) -> Int? {
        var time = ClauseTime()
        guard index < end, Self.openers(language).contains(text[index]) || TimeReader.frenchWeekdays[text[index]] != nil else { return nil }
        let reader = PeriodReader(text: text, end: end, language: language, today: today, lean: .past)
        let next = language == .french ? french(at: index, reader, &time) : english(at: index, reader, &time)
        return time.isEmpty ? nil : next
    }

    private func date(_ day: CivilDay, _ hour: Int = 0, _ minute: Int = 0) -> Date? { day.at(hour: hour % 24, minute: minute, in: timeZone) }

    private func note(_ period: Period, at index: Int, in time: inout ClauseTime) -> Int {
        if !time.hasPoint {
            time.from = date(period.start, period.hour ?? 0, period.minute)
            time.until = period.hour == nil ? date(period.end) : nil
            time.hour = period.hour
            time.hasPoint = true
            time.isAhead = period.end > today && period.start >= today
        }
        time.points.append(index..<period.next)
        return period.next
    }

    private func noteSince(_ day: CivilDay, _ range: Range<Int>, in time: inout ClauseTime) -> Int {
        time.from = date(day)
        (time.isSince, time.until) = (true, nil)
        time.spans.append(range)
        return range.upperBound
    }

    private func noteUntil(_ day: CivilDay, _ range: Range<Int>, in time: inout ClauseTime) -> Int {
        time.until = date(day)
        time.spans.append(range)
        return range.upperBound
    }

    private static func openers(_ language: Language) -> Set<String> { language == .french ? frenchOpeners : englishOpeners }

    // MARK: French

    private static let frenchOpeners: Set<String> = [
        "depuis", "jusqu", "jusque", "a", "dans", "il", "ca", "hier", "avant", "aujourd", "demain", "apres", "ce", "cet", "cette", "la", "le", "l", "les", "en",
        "au", "pendant", "durant", "de", "du", "entre", "des", "tous", "toutes", "chaque", "maintenant", "desormais", "dorenavant", "autrefois", "jadis",
        "anciennement", "fin", "debut", "mi", "toujours", "encore", "souvent", "une", "deux", "trois", "pour", "lundi", "d", "actuellement", "tout",
        "parfois", "regulierement", "habituellement", "generalement", "tard", "y",
    ]

    private static let frenchAdverbs: [(words: [String], note: @Sendable (inout ClauseTime) -> Void)] = [
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

    private func french(at index: Int, _ reader: PeriodReader, _ time: inout ClauseTime) -> Int? {
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
    private func between(at index: Int, _ reader: PeriodReader, _ middle: Set<String>) -> (Period, Period)? {
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

    private func dayNumber(at index: Int, _ reader: PeriodReader) -> Period? {
        guard index < reader.end, let number = Int(text[index]), let day = CivilDay(year: today.year, month: 1, day: number) else { return nil }
        return Period(day: day, next: index + 1)
    }

    private static let frenchTimesOfDay: Set<String> = [
        "matin", "soir", "midi", "matins", "soirs", "nuit", "jour", "jours", "semaine", "mois", "an", "ans", "annee", "annees",
    ]

    private func frenchRecurrence(at index: Int, _ reader: PeriodReader) -> Int? {
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

    private func isWeekday(_ word: String) -> Bool {
        TimeReader.frenchWeekdays[word] != nil || word.hasSuffix("s") && TimeReader.frenchWeekdays[String(word.dropLast())] != nil
    }

    private func clockEnd(after next: Int, _ end: Int) -> Int {
        TimeReader(text: text, end: end, language: language).clock(at: next, bare: false)?.1 ?? next
    }

    // MARK: English

    private static let englishOpeners: Set<String> = [
        "since", "for", "until", "till", "in", "on", "at", "yesterday", "today", "tomorrow", "tonight", "this", "last", "next", "every", "each", "now", "from",
        "between", "before", "back", "formerly", "still", "ago", "the", "once", "twice", "often", "usually", "always", "currently", "a", "an", "two", "three",
        "four", "five", "six", "seven", "eight", "nine", "ten", "during", "by", "nowadays", "these", "starting", "recently", "one", "sometimes", "previously",
    ]

    private static let englishAdverbs: [(words: [String], note: @Sendable (inout ClauseTime) -> Void)] = [
        (["from", "now", "on"], { $0.isNow = true }), (["now"], { $0.isNow = true }), (["nowadays"], { _ in }), (["these", "days"], { _ in }),
        (["at", "the", "moment"], { _ in }), (["for", "now"], { _ in }), (["currently"], { _ in }), (["formerly"], { $0.isFormer = true }),
        (["previously"], { $0.isFormer = true }), (["back", "then"], { $0.isFormer = true }), (["in", "the", "past"], { $0.isFormer = true }),
        (["still"], { $0.isStill = true }), (["often"], { $0.isRecurring = true }), (["usually"], { $0.isRecurring = true }),
        (["sometimes"], { $0.isRecurring = true }),
        (["recently"], { _ in }), (["for", "a", "long", "time"], { _ in }), (["for", "ages"], { _ in }), (["for", "years"], { _ in }),
        (["for", "a", "while"], { _ in }),
    ]

    private func english(at index: Int, _ reader: PeriodReader, _ time: inout ClauseTime) -> Int? {
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

    private func englishRecurrence(at index: Int, _ end: Int) -> Int? {
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
