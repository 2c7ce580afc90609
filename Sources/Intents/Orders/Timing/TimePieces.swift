import Base

/// Reads the pieces of a time one by one: what comes again, days, parts of the day, the clock.
struct TimePieces {
    let words: [Sentence.Word]
    let end: Int
    let language: Language

    private func word(_ at: Int) -> String { at >= 0 && at < end ? words[at].folded : "" }

    /// Takes the piece that stands at `time.next` into it; `false` when there is none, or it says something twice.
    func take(into time: inout SpokenTime) -> Bool {
        if takeExceptedDays(from: &time) { return true }
        return language == .french ? french(&time) : english(&time)
    }

    /// "tous les jours sauf le dimanche".
    private func takeExceptedDays(from time: inout SpokenTime) -> Bool {
        guard let weekdays = time.weekdays, word(time.next) == "sauf" || word(time.next) == "except" else { return false }
        var index = time.next + 1
        if ["le", "les", "on"].contains(word(index)) { index += 1 }
        let (table, joint) = language == .french ? (Self.frenchDays, "et") : (Self.englishDays, "and")
        var excepted: [Int]
        var next: Int
        if ["week", "weekend", "weekends"].contains(word(index)) {
            // "week-end" is two words.
            (excepted, next) = ([6, 7], index + (word(index) == "week" ? 2 : 1))
        } else {
            guard let first = table[singular(word(index))] else { return false }
            (excepted, next) = list(first, index + 1, joint: joint, fillers: ["le", "les", "on"], table)
        }
        time.weekdays = (weekdays.isEmpty ? Array(1...7) : weekdays).filter { !excepted.contains($0) }
        time.next = next
        return true
    }

    private func french(_ time: inout SpokenTime) -> Bool {
        let at = time.next
        if time.weekdays == nil, time.day == nil {
            for (phrases, weekdays, part) in Self.frenchAgain {
                if let length = phrases.length(at: at, in: words, before: end) {
                    (time.weekdays, time.part, time.next) = (weekdays, part ?? time.part, at + length)
                    return true
                }
            }
            if let (weekdays, next) = frenchWeekdays(at) {
                (time.weekdays, time.next) = (weekdays, next)
                return true
            }
        }
        if time.day == nil, time.weekdays == nil {
            if word(at) == "demain" { return day(.inDays(1), 1, &time) }
            if word(at) == "apres", word(at + 1) == "demain" { return day(.inDays(2), 2, &time) }
            if word(at) == "aujourd", word(at + 1) == "hui" { return day(.inDays(0), 2, &time) }
            let offset = word(at) == "ce" ? 1 : 0
            if let weekday = Self.frenchDays[word(at + offset)] { return day(.weekday(weekday), offset + (word(at + offset + 1) == "prochain" ? 2 : 1), &time) }
        }
        if time.part == nil {
            for (phrases, part, isToday) in Self.frenchParts {
                guard let length = phrases.length(at: at, in: words, before: end) else { continue }
                if !isToday, time.day == nil, time.hour == nil, time.weekdays == nil { continue }
                time.part = part
                if isToday, time.day == nil { time.day = .inDays(0) }
                time.next = at + length
                return true
            }
        }
        guard time.hour == nil else { return false }
        var index = at
        if ["a", "vers", "des", "pour"].contains(word(index)) { index += 1 } else if time.day == nil, time.part == nil, time.weekdays == nil { return false }
        if ["environ", "exactement"].contains(word(index)) { index += 1 }
        if word(index) == "midi" || word(index) == "minuit" {
            time.hour = word(index) == "midi" ? 12 : 0
            if word(index) == "minuit", time.weekdays == nil { time.hour = 24 }
            time.isExact = true
            time.next = index + 1
            if word(time.next) == "et", word(time.next + 1).hasPrefix("demi") { (time.minute, time.next) = (30, time.next + 2) }
            if word(time.next) == "pile" { time.next += 1 }
            return true
        }
        guard let number = SpokenNumber.read(words, at: index, before: end, .french), number.value == number.value.rounded(), number.value < 25 else {
            return false
        }
        var next = number.next
        if ["h", "heure", "heures"].contains(word(next)) {
            next += 1
            if word(next) == "et", word(next + 1).hasPrefix("demi") {
                (time.minute, next) = (30, next + 2)
            } else if word(next) == "et", word(next + 1) == "quart" {
                (time.minute, next) = (15, next + 2)
            } else if word(next) == "moins", word(next + 1) == "le", word(next + 2) == "quart" {
                (time.minute, next) = (-15, next + 3)
            } else if word(next) == "moins", let less = SpokenNumber.read(words, at: next + 1, before: end, .french), less.value < 60 {
                (time.minute, next) = (-Int(less.value), less.next)
            } else if let minutes = SpokenNumber.read(words, at: next, before: end, .french), minutes.value < 60, minutes.value == minutes.value.rounded(),
                !["%", "degre", "degres", "pour", "°"].contains(word(minutes.next))
            {
                (time.minute, next) = (Int(minutes.value), minutes.next)
                if ["min", "minutes"].contains(word(next)) { next += 1 }
            }
            if word(next) == "pile" { next += 1 }
        } else if next < end, words[next].followsPause, let minutes = colonMinutes(next) {
            (time.minute, next) = (minutes, next + 1)
        } else {
            return false
        }
        time.hour = Int(number.value)
        time.isExact = number.value > 12
        borrow(&time)
        time.next = next
        return true
    }

    private func english(_ time: inout SpokenTime) -> Bool {
        let at = time.next
        if time.weekdays == nil, time.day == nil {
            for (phrases, weekdays, part) in Self.englishAgain {
                if let length = phrases.length(at: at, in: words, before: end) {
                    (time.weekdays, time.part, time.next) = (weekdays, part ?? time.part, at + length)
                    return true
                }
            }
            if let (weekdays, next) = englishWeekdays(at) {
                (time.weekdays, time.next) = (weekdays, next)
                return true
            }
            if word(at) == "tomorrow" { return day(.inDays(1), 1, &time) }
            if word(at) == "today" { return day(.inDays(0), 1, &time) }
            if word(at) == "the", word(at + 1) == "day", word(at + 2) == "after", word(at + 3) == "tomorrow" { return day(.inDays(2), 4, &time) }
            let offset = ["on", "next", "this"].contains(word(at)) ? 1 : 0
            if let weekday = Self.englishDays[word(at + offset)] { return day(.weekday(weekday), offset + 1, &time) }
        }
        if time.part == nil {
            for (phrases, part, isToday) in Self.englishParts {
                guard let length = phrases.length(at: at, in: words, before: end) else { continue }
                if !isToday, time.day == nil, time.hour == nil, time.weekdays == nil { continue }
                time.part = part
                if isToday, time.day == nil { time.day = .inDays(0) }
                time.next = at + length
                return true
            }
        }
        guard time.hour == nil else { return false }
        var index = at
        let hasPreposition = ["at", "by", "around"].contains(word(index))
        if hasPreposition { index += 1 }
        if ["noon", "midday", "midnight"].contains(word(index)), hasPreposition || time.day != nil {
            time.hour = word(index) == "midnight" ? (time.weekdays == nil ? 24 : 0) : 12
            (time.isExact, time.next) = (true, index + 1)
            return true
        }
        let turn = ["half": 30, "quarter": 15][word(index == at ? at : index)]
        if let turn, let direction = ["past": 1, "to": -1][word(index + 1)], let number = SpokenNumber.read(words, at: index + 2, before: end, .english),
            number.value <= 12
        {
            guard hasPreposition || time.day != nil else { return false }
            (time.hour, time.minute, time.next) = (Int(number.value), direction * turn, number.next)
            meridiem(&time)
            borrow(&time)
            return true
        }
        guard let number = SpokenNumber.read(words, at: index, before: end, .english), number.value == number.value.rounded(), number.value < 25 else {
            return false
        }
        var next = number.next
        var isClock = false
        if next < end, words[next].followsPause, let minutes = colonMinutes(next) {
            (time.minute, next, isClock) = (minutes, next + 1, true)
        } else if let minutes = SpokenNumber.read(words, at: next, before: end, .english), minutes.value >= 10, minutes.value < 60, number.value <= 12,
            !["percent", "%", "degrees", "degree", "°", "minutes", "seconds", "hours"].contains(word(minutes.next))
        {
            (time.minute, next) = (Int(minutes.value), minutes.next)
        }
        if word(next) == "o", word(next + 1) == "clock" { (next, isClock) = (next + 2, true) }
        let units: Set = ["percent", "%", "degrees", "degree", "°", "minutes", "minute", "seconds", "second", "hours", "hour", "k", "kelvin"]
        guard !units.contains(word(next)) else {
            time.minute = 0
            return false
        }
        (time.hour, time.next) = (Int(number.value), next)
        time.isExact = number.value > 12
        let hadMeridiem = meridiem(&time)
        guard hasPreposition || isClock || hadMeridiem || time.day != nil || time.weekdays != nil else {
            (time.hour, time.minute, time.next) = (nil, 0, at)
            return false
        }
        borrow(&time)
        return true
    }

    // MARK: details

    private func day(_ day: SpokenTime.Day, _ length: Int, _ time: inout SpokenTime) -> Bool {
        (time.day, time.next) = (day, time.next + length)
        return true
    }

    /// "22:30": the pause between two numbers is a colon.
    private func colonMinutes(_ at: Int) -> Int? {
        guard words[at].folded.count == 2, let minutes = Int(words[at].folded), minutes < 60 else { return nil }
        return minutes
    }

    /// "huit heures moins le quart" is a quarter to eight.
    private func borrow(_ time: inout SpokenTime) {
        guard time.minute < 0, let hour = time.hour else { return }
        time.minute += 60
        time.hour = (hour + 23) % 24
    }

    @discardableResult private func meridiem(_ time: inout SpokenTime) -> Bool {
        guard let hour = time.hour, hour <= 12 else { return false }
        var length = 0
        var isAfternoon = false
        if ["am", "pm"].contains(word(time.next)) {
            (length, isAfternoon) = (1, word(time.next) == "pm")
        } else if ["a", "p"].contains(word(time.next)), word(time.next + 1) == "m" {
            (length, isAfternoon) = (2, word(time.next) == "p")
        }
        guard length > 0 else { return false }
        time.hour = isAfternoon ? hour % 12 + 12 : hour % 12
        time.isExact = true
        time.next += length
        return true
    }

    /// "chaque lundi", "tous les lundis et jeudis", "le mardi".
    private func frenchWeekdays(_ at: Int) -> (weekdays: [Int], next: Int)? {
        var index = at
        switch word(index) {
        case "chaque", "les", "le": index += 1
        case "tous", "toutes":
            guard word(index + 1) == "les" else { return nil }
            index += 2
        default: return nil
        }
        guard let first = Self.frenchDays[singular(word(index))] else { return nil }
        if word(index + 1) == "prochain" { return nil }
        return list(first, index + 1, joint: "et", fillers: ["le", "les", "chaque"], Self.frenchDays)
    }

    private func englishWeekdays(_ at: Int) -> (weekdays: [Int], next: Int)? {
        var index = at
        let isMarked = ["every", "each"].contains(word(index))
        if isMarked || word(index) == "on" { index += 1 }
        guard isMarked || word(index).hasSuffix("s"), let first = Self.englishDays[singular(word(index))] else { return nil }
        return list(first, index + 1, joint: "and", fillers: ["every", "on"], Self.englishDays)
    }

    private func list(_ first: Int, _ from: Int, joint: String, fillers: Set<String>, _ table: [String: Int]) -> (weekdays: [Int], next: Int) {
        var days = [first]
        var index = from
        while true {
            var at = index
            if word(at) == joint { at += 1 } else if at >= end || !words[at].followsPause { break }
            if fillers.contains(word(at)) { at += 1 }
            guard let more = table[singular(word(at))] else { break }
            days.append(more)
            index = at + 1
        }
        return (days.sorted(), index)
    }

    private func singular(_ word: String) -> String { word.hasSuffix("s") ? String(word.dropLast()) : word }

    static let frenchDays = ["lundi": 1, "mardi": 2, "mercredi": 3, "jeudi": 4, "vendredi": 5, "samedi": 6, "dimanche": 7]
    static let englishDays = ["monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7]

    private static let frenchAgain: [(Phrases, [Int], SpokenTime.Part?)] = [
        (
            Phrases(
                "tous les jours de la semaine|en semaine|les jours de semaine|tous les jours de semaine|du lundi au vendredi|les jours ouvrés|les jours ouvrables|la semaine"
            ), [1, 2, 3, 4, 5], nil
        ),
        (Phrases("le week-end|les week-ends|tous les week-ends|chaque week-end|le weekend|les weekends|tous les weekends|chaque weekend"), [6, 7], nil),
        (Phrases("tous les jours|chaque jour|quotidiennement|tous les jours de l'année"), [], nil),
        (Phrases("tous les matins|chaque matin|le matin"), [], .morning),
        (Phrases("tous les midis|chaque midi"), [], .noon),
        (Phrases("tous les après-midi|tous les après-midis|chaque après-midi|l'après-midi"), [], .afternoon),
        (Phrases("tous les soirs|chaque soir|le soir"), [], .evening), (Phrases("toutes les nuits|chaque nuit|la nuit"), [], .night),
    ]
    private static let frenchParts: [(Phrases, SpokenTime.Part, Bool)] = [
        (Phrases("ce matin"), .morning, true), (Phrases("ce midi"), .noon, true), (Phrases("cet après-midi|cet aprem|cette après-midi"), .afternoon, true),
        (Phrases("ce soir|dans la soirée|en soirée"), .evening, true), (Phrases("cette nuit|dans la nuit"), .night, true),
        (Phrases("matin|du matin|au matin|dans la matinée|le matin"), .morning, false),
        (Phrases("après-midi|de l'après-midi|l'après-midi|dans l'après-midi"), .afternoon, false),
        (Phrases("soir|du soir|au soir|le soir"), .evening, false), (Phrases("de la nuit"), .night, false),
    ]
    private static let englishAgain: [(Phrases, [Int], SpokenTime.Part?)] = [
        (
            Phrases("every weekday|each weekday|on weekdays|weekdays|during the week|monday to friday|from monday to friday|monday through friday"),
            [1, 2, 3, 4, 5], nil
        ),
        (Phrases("every weekend|each weekend|on weekends|at weekends|at the weekend|on the weekend|weekends"), [6, 7], nil),
        (Phrases("every day|each day|daily|everyday"), [], nil),
        (Phrases("every morning|each morning|in the mornings"), [], .morning), (Phrases("every afternoon|each afternoon"), [], .afternoon),
        (Phrases("every evening|each evening|in the evenings"), [], .evening), (Phrases("every night|each night|nightly"), [], .night),
    ]
    private static let englishParts: [(Phrases, SpokenTime.Part, Bool)] = [
        (Phrases("this morning"), .morning, true), (Phrases("this afternoon"), .afternoon, true), (Phrases("tonight|this evening"), .evening, true),
        (Phrases("morning|in the morning"), .morning, false), (Phrases("afternoon|in the afternoon"), .afternoon, false),
        (Phrases("evening|in the evening"), .evening, false),
        (Phrases("night|at night"), .night, false),
    ]
}
