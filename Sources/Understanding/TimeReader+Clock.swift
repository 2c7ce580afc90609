import Base

extension TimeReader {
    /// A time of day at `index`. `bare`: a day was named before, so that no "à" is needed.
    package func clock(at index: Int, bare: Bool) -> (TimeExpression.Clock, Int)? {
        language == .french ? frenchClock(at: index, bare: bare) : englishClock(at: index, bare: bare)
    }

    private func frenchClock(at start: Int, bare: Bool) -> (TimeExpression.Clock, Int)? {
        var index = start, isMarked = bare
        if let next = text.readsAny([["aux", "environs", "de"], ["jusqu", "a"], ["pour"], ["vers"], ["des"], ["a"]], at: index, before: end), next < end {
            (index, isMarked) = (next, true)
        }
        guard index < end else { return nil }
        if text[index] == "midi" || text[index] == "minuit", isMarked {
            let (minute, next) = frenchMinutes(at: index + 1)
            return (clock(text[index] == "midi" ? 12 : 24, minute, isExact: true), next)
        }
        guard let hour = Numerals.readWhole(text, at: index, before: end, language), (0...24).contains(hour.value), hour.next < end else { return nil }
        let inDigits = text.tokens[index].kind == .number
        switch text[hour.next] {
        case "heure", "heures", "h":
            let (minute, next) = frenchMinutes(at: hour.next + 1)
            // Without "à" only what can be nothing but a time of day: "14h30".
            guard isMarked || inDigits && text[hour.next] == "h" && minute != 0 else { return nil }
            return (clock(hour.value, minute, isExact: hour.value > 12 || hour.value == 0), next)
        case ":":
            guard inDigits, let minute = Int(text[hour.next + 1]), hour.next + 1 < end, (0..<60).contains(minute) else { return nil }
            return (clock(hour.value, minute, isExact: hour.value > 12 || hour.value == 0), hour.next + 2)
        default: return nil
        }
    }

    /// What follows the hour: "30", "et demie", "moins le quart", "pile"; 0 when nothing does.
    private func frenchMinutes(at index: Int) -> (Int, Int) {
        guard index < end else { return (0, index) }
        let fixed: [([String], Int)] = [
            (["et", "demie"], 30), (["et", "demi"], 30), (["et", "quart"], 15), (["et", "un", "quart"], 15), (["moins", "le", "quart"], -15),
            (["moins", "quart"], -15),
            (["trois", "quarts"], 45), (["pile"], 0), (["precises"], 0), (["tapantes"], 0),
        ]
        for (words, minute) in fixed { if let next = text.reads(words, at: index, before: end) { return (minute, next) } }
        let isMinus = text[index] == "moins"
        let from = isMinus || text[index] == "et" ? index + 1 : index
        guard let minute = Numerals.readWhole(text, at: from, before: end, language), (0..<60).contains(minute.value), text.tokens[from].gap.isClose else {
            return (0, index)
        }
        if minute.next < end, ["minutes", "minute", "min"].contains(text[minute.next]) { return (isMinus ? -minute.value : minute.value, minute.next + 1) }
        // "à 9 h 2 baguettes" and "à neuf heures un mail" are nine o'clock; "9 h 02" and "neuf heures dix" are not.
        let isMinute = text.tokens[from].kind == .number ? text[from].count == 2 : minute.value >= 5 || minute.next >= end
        guard isMinus || isMinute && from == index else { return (0, index) }
        return (isMinus ? -minute.value : minute.value, minute.next)
    }

    private func englishClock(at start: Int, bare: Bool) -> (TimeExpression.Clock, Int)? {
        var index = start, isMarked = bare
        if ["at", "around", "by", "for", "until"].contains(text[index]), index + 1 < end {
            if text[index] != "for" && text[index] != "until" || text.tokens[index + 1].kind == .number || bare { isMarked = true }
            index += text[index + 1] == "about" ? 2 : 1
        }
        guard index < end else { return nil }
        if isMarked || index > start {
            if text[index] == "noon" || text[index] == "midday" { return (clock(12, 0, isExact: true), index + 1) }
            if text[index] == "midnight" { return (clock(24, 0, isExact: true), index + 1) }
        }
        if let relative = relativeClock(at: index), isMarked || index > start { return relative }
        guard let hour = Numerals.readWhole(text, at: index, before: end, language), (0...24).contains(hour.value) else { return nil }
        var minute = 0, next = hour.next, isWritten = false
        if next + 1 < end, text[next] == ":", let value = Int(text[next + 1]), (0..<60).contains(value) {
            (minute, next, isWritten) = (value, next + 2, true)
        } else if let after = text.reads(["o", "clock"], at: next, before: end) {
            (next, isWritten) = (after, true)
        } else if isMarked, let value = Numerals.readWhole(text, at: next, before: end, language), (10..<60).contains(value.value),
            text.tokens[next].gap.isClose,
            text.tokens[next].kind == .word
        {
            (minute, next) = (value.value, value.next)
        }
        if let (isAfternoon, after) = meridiem(at: next), (1...12).contains(hour.value) {
            return (clock(hour.value % 12 + (isAfternoon ? 12 : 0), minute, isExact: true), after)
        }
        guard isMarked || isWritten, hour.value <= 24 else { return nil }
        return (clock(hour.value, minute, isExact: hour.value > 12 || hour.value == 0), next)
    }

    /// "half past two", "quarter to three", "ten past nine".
    private func relativeClock(at start: Int) -> (TimeExpression.Clock, Int)? {
        var index = start, minute: Int
        if text[index] == "half" {
            (minute, index) = (30, index + 1)
        } else if let next = text.readsAny([["a", "quarter"], ["quarter"]], at: index, before: end) {
            (minute, index) = (15, next)
        } else if let number = Numerals.readWhole(text, at: index, before: end, language), (1..<60).contains(number.value) {
            (minute, index) = (number.value, number.next)
            if text[index] == "minutes", index < end { index += 1 }
        } else {
            return nil
        }
        guard index < end else { return nil }
        switch text[index] {
        case "past", "after": break
        case "to", "before", "of": minute = -minute
        default: return nil
        }
        guard let hour = Numerals.readWhole(text, at: index + 1, before: end, language), (1...12).contains(hour.value) else { return nil }
        if let (isAfternoon, next) = meridiem(at: hour.next) { return (clock(hour.value % 12 + (isAfternoon ? 12 : 0), minute, isExact: true), next) }
        return (clock(hour.value, minute, isExact: false), hour.next)
    }

    private func meridiem(at index: Int) -> (isAfternoon: Bool, next: Int)? {
        guard index < end else { return nil }
        if text[index] == "am" || text[index] == "pm" { return (text[index] == "pm", index + 1) }
        guard index + 1 < end, text[index] == "a" || text[index] == "p", text[index + 1] == "m" else { return nil }
        return (text[index] == "p", index + 2)
    }

    /// Minutes may be negative ("moins le quart"); 24 hours are midnight at the end of the day.
    private func clock(_ hour: Int, _ minute: Int, isExact: Bool) -> TimeExpression.Clock {
        minute < 0 ? .init(hour: hour - 1, minute: minute + 60, isExact: isExact) : .init(hour: hour, minute: minute, isExact: isExact)
    }
}

extension FoldedText.Token.Gap {
    /// Whether no punctuation stands between.
    var isClose: Bool { self == .none || self == .space }
}

// MARK: words
extension TimeReader {
    /// Words that may open a time: everything else is passed over at once.
    static let openers: [Language: Set<String>] = [
        .french: Set(frenchWeekdays.keys).union([
            "dans", "d", "la", "le", "ce", "cet", "cette", "pour", "aujourd", "apres", "demain", "premier", "aux", "jusqu", "vers", "des", "a", "un", "une",
            "deux",
            "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "vingt", "trente",
            "tous", "toutes", "chaque", "les", "en", "du", "de", "depuis", "quotidiennement", "pendant", "sauf", "hormis", "excepte",
        ]),
        .english: Set(englishWeekdays.keys).union(englishMonths.keys).union(englishOrdinals.keys).union([
            "in", "after", "next", "this", "tonight", "today", "tomorrow", "the", "day", "on", "for", "by", "coming", "at", "around", "until", "a", "an",
            "half",
            "quarter", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "thirty",
            "forty", "ninety", "every", "each", "daily", "weekly", "monthly", "yearly", "annually", "hourly", "weekdays", "weekends", "from", "during",
            "except", "but",
        ]).union(englishWeekdays.keys.map { $0 + "s" }),
    ]

    package static let frenchWeekdays = ["dimanche": 1, "lundi": 2, "mardi": 3, "mercredi": 4, "jeudi": 5, "vendredi": 6, "samedi": 7]
    package static let englishWeekdays = ["sunday": 1, "monday": 2, "tuesday": 3, "wednesday": 4, "thursday": 5, "friday": 6, "saturday": 7]
    package static let frenchMonths = [
        "janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11,
        "decembre": 12,
    ]
    package static let englishMonths = [
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11,
        "december": 12,
    ]
    static let englishOrdinals = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11,
        "twelfth": 12,
        "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
        "thirtieth": 30,
    ]

    static let frenchToday: [([String], TimeExpression.DayPart)] = [
        (["ce", "soir"], .evening), (["ce", "matin"], .morning), (["ce", "midi"], .noon), (["cet", "apres", "midi"], .afternoon),
        (["cette", "apres", "midi"], .afternoon),
        (["cette", "nuit"], .night),
    ]
    static let englishToday: [([String], TimeExpression.DayPart)] = [
        (["tonight"], .evening), (["this", "evening"], .evening), (["this", "morning"], .morning), (["this", "afternoon"], .afternoon),
        (["this", "noon"], .noon),
    ]
    static let frenchOfDay: [([String], TimeExpression.DayPart)] = [
        (["du", "matin"], .morning), (["du", "soir"], .evening), (["de", "l", "apres", "midi"], .afternoon), (["de", "la", "nuit"], .night),
        (["ce", "soir"], .evening),
    ]
    static let englishOfDay: [([String], TimeExpression.DayPart)] = [
        (["in", "the", "morning"], .morning), (["in", "the", "afternoon"], .afternoon), (["in", "the", "evening"], .evening), (["at", "night"], .night),
        (["tonight"], .evening),
    ]
}
