import Base

/// A number in digits.
struct Figure {
    /// The digits before the decimal sign, without what groups them.
    var whole: String
    var fraction: String?
    var isGrouped: Bool
    var end: Int

    /// `nil` beyond 18 digits.
    var number: Int? { whole.utf8.count <= 18 ? Int(whole) : nil }
    var hasLeadingZero: Bool { whole.utf8.count > 1 && whole.utf8.first == 48 }

    func takesSingular(_ language: Language) -> Bool {
        guard let number else { return false }
        let hasFraction = fraction.map { $0.utf8.contains { $0 != 48 } } ?? false
        return language == .french ? number < 2 : number == 1 && !hasFraction
    }
}

extension Reader {
    mutating func readNumber() {
        if readPhone() || readDate() || readDotted() || readTime() { return }
        readFigure(figure(at: position), sign: nil)
    }

    /// The number whose first digit is at `start`.
    func figure(at start: Int) -> Figure {
        var end = digitsEnd(start)
        var whole = string(start..<end)
        let groups = grouped(from: end, first: whole)
        if let groups {
            whole += groups.digits
            end = groups.end
        }
        var figure = Figure(whole: whole, fraction: nil, isGrouped: groups != nil, end: end)
        guard let sign = at(end), sign == "." || sign == ",", isDigit(end + 1) else { return figure }
        let fractionEnd = digitsEnd(end + 1)
        // 1,2,3 is a list.
        if at(fractionEnd) == sign && isDigit(fractionEnd + 1) || at(start - 1) == sign && isDigit(start - 2) { return figure }
        figure.fraction = string(end + 1..<fractionEnd)
        figure.end = fractionEnd
        return figure
    }

    /// Groups of three digits after the first ones.
    private func grouped(from end: Int, first: String) -> (digits: String, end: Int)? {
        guard (1...3).contains(first.utf8.count), first.utf8.first != 48, let sign = at(end) else { return nil }
        let atLeast: Int
        switch sign {
        case "\u{A0}", "\u{202F}", "\u{2009}", "'", "’": atLeast = 1
        case " ": atLeast = language == .french ? 1 : .max
        case ",": atLeast = language == .english ? 1 : 2
        case ".": atLeast = 2
        default: return nil
        }
        var digits = "", end = end, count = 0
        while count < 5, at(end) == sign, isDigit(end + 1), isDigit(end + 2), isDigit(end + 3), !isDigit(end + 4) {
            digits += string(end + 1..<end + 4)
            end += 4
            count += 1
        }
        return count >= atLeast ? (digits, end) : nil
    }

    /// Says a number with all that belongs to it.
    mutating func readFigure(_ figure: Figure, sign: String?) {
        let start = position
        if let sign { say(sign, to: position) }
        defer { numberEnd = position }
        if readOrdinal(figure) || readPrice(figure) || readDecade(figure) || readMeasure(figure) || readFraction(figure) { return }
        if readDay(figure) || readCode(figure, start: start) || readYear(figure, start: start) { return }
        say(words(figure, isFeminine: isFeminine(word(after: figure.end))), to: figure.end)
        if let half = at(position).flatMap({ vocabulary.fractions[$0] }) ?? (isSpace(position) ? at(position + 1).flatMap { vocabulary.fractions[$0] } : nil) {
            say(
                language(fr: "et " + half.replacing("un demi", with: "demi"), en: "and " + half.replacing("one half", with: "a half")),
                to: position + (isSpace(position) ? 2 : 1))
        }
        // 1920x1080
        if at(position) == "x", isDigit(position + 1) { say(language(fr: "par", en: "by"), to: position + 1) }
    }

    func words(_ figure: Figure, isFeminine: Bool = false) -> String {
        let whole =
            figure.hasLeadingZero && figure.fraction == nil
            ? language.digits(figure.whole)
            : figure.number.map { language.cardinal($0, isFeminine: isFeminine && figure.fraction == nil) } ?? language.digits(figure.whole)
        guard let fraction = figure.fraction else { return whole }
        if vocabulary.versioned.contains(word(before: position)) { return whole + " point " + language.withZeros(fraction) }
        return whole + language(fr: " virgule ", en: " point ") + language.decimals(fraction)
    }

    /// 1er, 2e, 3ème; 1st, 2nd.
    private mutating func readOrdinal(_ figure: Figure) -> Bool {
        guard figure.fraction == nil, let number = figure.number, number > 0 else { return false }
        let suffixes = language == .french ? Vocabulary.frenchOrdinals : Vocabulary.englishOrdinals
        var end = figure.end
        while end < figure.end + 5, isLetter(end) { end += 1 }
        guard end > figure.end, !continuesWord(at: end), let suffix = suffixes[string(figure.end..<end)] else { return false }
        let words = suffix.isSecond && number == 2 ? (suffix.isFeminine ? "seconde" : "second") : language.ordinal(number, isFeminine: suffix.isFeminine)
        say(suffix.isPlural ? words + "s" : words, to: end)
        return true
    }

    /// The 1990s, the 80s.
    private mutating func readDecade(_ figure: Figure) -> Bool {
        guard language == .english, figure.fraction == nil, !figure.isGrouped, at(figure.end) == "s", !continuesWord(at: figure.end + 1),
            [2, 4].contains(figure.whole.utf8.count), let number = figure.number, let words = EnglishNumber.decade(number)
        else { return false }
        say(words, to: figure.end + 1)
        return true
    }

    /// 1/2, 3/4; 15/20.
    private mutating func readFraction(_ figure: Figure) -> Bool {
        guard figure.fraction == nil, at(figure.end) == "/", isDigit(figure.end + 1), at(position - 1) != "/", let above = figure.number else { return false }
        let end = digitsEnd(figure.end + 1)
        guard at(end) != "/", !isLetter(end), let below = number(figure.end + 1..<end), below > 0, below < 1000, above < 1000 else { return false }
        if above > 0, above < below, (2...9).contains(below) {
            let part: String
            switch below {
            case 2: part = language(fr: "demi", en: "half")
            case 3: part = language(fr: "tiers", en: "third")
            case 4: part = language(fr: "quart", en: "quarter")
            default: part = language.ordinal(below)
            }
            say(language.cardinal(above) + " " + part + (above > 1 && !part.hasSuffix("s") ? "s" : ""), to: end)
        } else {
            let between = language == .french ? " sur " : above == 24 && below == 7 ? " " : above <= below ? " out of " : " over "
            say(language.cardinal(above) + between + language.cardinal(below), to: end)
        }
        return true
    }

    /// What is no quantity: codes, leading zeros, long strings of digits.
    private mutating func readCode(_ figure: Figure, start: Int) -> Bool {
        guard figure.fraction == nil, !figure.isGrouped else { return false }
        let count = figure.whole.utf8.count
        let isLong = count > 18 || count >= 7 && !figure.whole.hasSuffix("000")
        guard figure.hasLeadingZero || isLong || Vocabulary.codeWords.contains(word(before: start)) else { return false }
        say(language.digits(figure.whole), to: figure.end)
        return true
    }

    /// Whether a French word is feminine, by its ending and a list of what is counted at home.
    func isFeminine(_ word: String) -> Bool {
        guard language == .french, word.utf8.count > 2 else { return false }
        let word = word.lowercased(), stem = word.hasSuffix("s") ? String(word.dropLast()) : word
        if Vocabulary.feminine.contains(stem) || Vocabulary.feminine.contains(word) { return true }
        return Vocabulary.feminineEndings.contains { stem.hasSuffix($0) && stem.utf8.count > $0.utf8.count + 1 } && !Vocabulary.masculine.contains(stem)
    }

    /// 192.168.1.10, 1.2.3: parts with points between them.
    private mutating func readDotted() -> Bool {
        var ends = [digitsEnd(position)]
        while let end = ends.last, at(end) == ".", isDigit(end + 1) { ends.append(digitsEnd(end + 1)) }
        guard ends.count >= 3, let end = ends.last else { return false }
        // 1.234.567
        if figure(at: position).isGrouped { return false }
        var starts = [position]
        starts += ends.dropLast().map { $0 + 1 }
        let parts = zip(starts, ends).map { string($0..<$1) }
        let isAddress = parts.count == 4 && parts.allSatisfy { Int($0).map { $0 < 256 } ?? false }
        say(parts.map { language.withZeros($0) }.joined(separator: isAddress ? language(fr: " point ", en: " dot ") : " point "), to: end)
        if isAddress, at(end) == ":", isDigit(end + 1), let port = number(end + 1..<digitsEnd(end + 1)), port < 65_536 {
            say("port " + language.cardinal(port), to: digitsEnd(end + 1))
        }
        return true
    }
}
