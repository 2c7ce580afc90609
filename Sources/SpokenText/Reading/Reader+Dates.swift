import Base

// Dates and times of day.
extension Reader {
    /// 2026-11-21, 21/11/2026, 21.11.2026, le 21/11.
    mutating func readDate() -> Bool {
        guard let sign = at(digitsEnd(position)), "/.-".unicodeScalars.contains(sign), !"/.-:,".unicodeScalars.contains(at(position - 1) ?? " ") else {
            return false
        }
        let first = position..<digitsEnd(position), second = first.upperBound + 1..<digitsEnd(first.upperBound + 1)
        guard first.count <= 4, (1...2).contains(second.count), let one = number(first), let two = number(second) else { return false }
        guard at(second.upperBound) == sign, isDigit(second.upperBound + 1) else {
            return first.count <= 2 && sign == "/" && readDayAndMonth(one, two, end: second.upperBound)
        }
        let third = second.upperBound + 1..<digitsEnd(second.upperBound + 1)
        guard third.count <= 4, let three = number(third) else { return false }
        if at(third.upperBound) == sign, isDigit(third.upperBound + 1) { return false }
        let year: Int, month: Int, day: Int
        if first.count == 4, third.count <= 2 {
            (year, month, day) = (one, two, three)
        } else {
            guard first.count <= 2, third.count == 4 || third.count == 2 && sign == "/" else { return false }
            (day, month) = dayAndMonth(one, two)
            year = third.count == 4 ? three : three < 70 ? 2000 + three : 1900 + three
        }
        guard let words = date(day: day, month: month, year: year) else { return false }
        say(words, to: third.upperBound)
        if at(position) == "T", isDigit(position + 1) { position += 1 }
        return true
    }

    private mutating func readDayAndMonth(_ one: Int, _ two: Int, end: Int) -> Bool {
        let (day, month) = dayAndMonth(one, two)
        guard !isLetter(end), Vocabulary.beforeDates.contains(word(before: position)), let words = date(day: day, month: month, year: nil) else { return false }
        say(words, to: end)
        return true
    }

    private func dayAndMonth(_ one: Int, _ two: Int) -> (day: Int, month: Int) {
        language == .french ? (two > 12 ? (two, one) : (one, two)) : (one > 12 ? (one, two) : (two, one))
    }

    private func date(day: Int, month: Int, year: Int?) -> String? {
        guard (1...31).contains(day), (1...12).contains(month) else { return nil }
        let name = vocabulary.months[month - 1]
        if language == .french { return (day == 1 ? "premier" : language.cardinal(day)) + " " + name + (year.map { " " + language.year($0) } ?? "") }
        return name + " " + language.ordinal(day) + (year.map { ", " + language.year($0) } ?? "")
    }

    /// A day before its month: "1 mai", "21 November"; or after it: "Nov 21".
    mutating func readDay(_ figure: Figure) -> Bool {
        guard figure.fraction == nil, !figure.isGrouped, figure.whole.utf8.count <= 2, let day = figure.number, (1...31).contains(day) else { return false }
        let next = word(after: figure.end)
        if language == .french {
            guard vocabulary.monthNumber(next) != nil, isSpace(figure.end) else { return false }
            say(day == 1 ? "premier" : language.cardinal(day), to: figure.end)
            return true
        }
        if isSpace(figure.end), next.first?.isUppercase == true, vocabulary.monthNumber(next) != nil {
            let the = word(before: position) == "the" ? "" : "the "
            say(the + language.ordinal(day) + " of", to: figure.end)
            return true
        }
        guard vocabulary.monthNumber(word(before: position, skipping: " .")) != nil, isMonthBefore(position) else { return false }
        say(language.ordinal(day), to: figure.end)
        return true
    }

    /// Whether the word before is written with a capital, as English months are.
    private func isMonthBefore(_ index: Int) -> Bool {
        var start = index
        while start > 0, !isLetter(start - 1) { start -= 1 }
        while start > 0, isLetter(start - 1) { start -= 1 }
        return isUpper(start)
    }

    /// A year in English, where the sentence shows that it is one.
    mutating func readYear(_ figure: Figure, start: Int) -> Bool {
        guard language == .english, figure.fraction == nil, !figure.isGrouped, figure.whole.utf8.count == 4, let year = figure.number,
            (1100...2099).contains(year), !isLetter(figure.end)
        else { return false }
        let before = word(before: start, skipping: " ,"), after = word(after: figure.end)
        let isClear = Vocabulary.beforeYears.contains(before) || vocabulary.monthNumber(before) != nil
        guard isClear || after.isEmpty || after.first?.isUppercase == true || Vocabulary.afterYears.contains(after) else { return false }
        say(language.year(year), to: figure.end)
        return true
    }

    /// 9h30, 9 h, 21:05, 14:05:10, 7:30 pm, 7 pm.
    mutating func readTime() -> Bool {
        let end = digitsEnd(position)
        guard end - position <= 2, let hour = number(position..<end), at(position - 1) != ":" else { return false }
        if at(end) == ":" {
            guard hour <= 24, let minute = sixtieth(at: end + 1) else { return false }
            if at(end + 3) == ":", let second = sixtieth(at: end + 4), at(end + 6) != ":" {
                say(clock(hour, minute, second: second), to: end + 6)
                return true
            }
            guard at(end + 3) != ":", !isLetter(end + 3) || halfDay(at: end + 3) != nil else { return false }
            return sayClock(hour, minute, end: end + 3)
        }
        if language == .english, (1...12).contains(hour), let half = halfDay(at: end) {
            say(language.cardinal(hour) + " " + half.words, to: half.end)
            return true
        }
        let letter = isSpace(end) ? end + 1 : end
        guard at(letter) == "h" || at(letter) == "H" else { return false }
        let start = isSpace(letter + 1) ? letter + 2 : letter + 1
        guard let minute = sixtieth(at: start), !isLetter(start + 2) || start == letter + 1 else { return false }
        // "1 h 30 min" is read by its units.
        if unit(at: start + 2) != nil || at(start + 2) == ":" {
            guard language == .french else { return false }
            say(hours(hour), to: letter + 1)
            return true
        }
        guard !continuesWord(at: start + 2) else { return false }
        return sayClock(hour, minute, end: start + 2)
    }

    private mutating func sayClock(_ hour: Int, _ minute: Int, end: Int) -> Bool {
        if language == .english, let half = halfDay(at: end) {
            let minutes = minute == 0 ? "" : minute < 10 ? " oh " + language.cardinal(minute) : " " + language.cardinal(minute)
            say(language.cardinal(hour) + minutes + " " + half.words, to: half.end)
        } else {
            say(clock(hour, minute, second: nil), to: end)
        }
        numberEnd = position
        return true
    }

    private func hours(_ hour: Int) -> String { language.cardinal(hour, isFeminine: true) + (hour < 2 ? " heure" : " heures") }

    private func clock(_ hour: Int, _ minute: Int, second: Int?) -> String {
        if language == .french {
            guard let second else { return minute == 0 ? hours(hour) : hours(hour) + " " + language.cardinal(minute) }
            return hours(hour) + " " + language.cardinal(minute, isFeminine: true) + (minute < 2 ? " minute " : " minutes ")
                + language.cardinal(second, isFeminine: true) + (second < 2 ? " seconde" : " secondes")
        }
        let seconds = second.map { " and " + language.cardinal($0) + ($0 == 1 ? " second" : " seconds") } ?? ""
        switch minute {
        case 0 where second == nil: return (1...12).contains(hour) ? language.cardinal(hour) + " o'clock" : language.cardinal(hour) + " hundred hours"
        case 0...9: return language.cardinal(hour) + " oh " + language.cardinal(minute) + seconds
        default: return language.cardinal(hour) + " " + language.cardinal(minute) + seconds
        }
    }

    /// Two digits below sixty, and no third.
    private func sixtieth(at index: Int) -> Int? {
        guard isDigit(index), isDigit(index + 1), !isDigit(index + 2), let number = number(index..<index + 2), number < 60 else { return nil }
        return number
    }

    /// "am", "p.m." and the like after a time.
    private func halfDay(at index: Int) -> (words: String, end: Int)? {
        let start = isSpace(index) ? index + 1 : index
        for (written, words) in [("a.m.", "ay M"), ("p.m.", "P M"), ("am", "ay M"), ("pm", "P M"), ("AM", "ay M"), ("PM", "P M")] {
            guard matches(written, at: start), !continuesWord(at: start + written.utf8.count) else { continue }
            // The last point also ends a sentence.
            let end = start + written.utf8.count
            let endsSentence = written.hasSuffix(".") && (at(end) == nil || at(end) == "\n" || isSpace(end) && isUpper(end + 1))
            return (words, endsSentence ? end - 1 : end)
        }
        return nil
    }
}
