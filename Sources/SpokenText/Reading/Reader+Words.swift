import Base

// Abbreviations, acronyms, Roman numerals.
extension Reader {
    mutating func readWord() {
        let end = wordEnd(position)
        // The words that are looked at are short.
        guard end - position <= 24 else { return copy(to: end) }
        if readInitials(end) || readPhrase(end) { return }
        let word = string(position..<end)
        if readRoman(word, end: end) || readAbbreviation(word, end: end) || readCurrencyCode(end) || readAcronym(word, end: end) { return }
        if at(end) == "-", word.lowercased() == "wi", matches("-Fi", at: end) { return say("wifi", to: end + 3) }
        if isDigit(end), readPrefix(word, end: end) { return }
        copy(to: end)
        if isDigit(end) { part(to: end) }
    }

    /// "p. ex.", "c.-à-d.", "av. J.-C.", "e.g.".
    private mutating func readPhrase(_ end: Int) -> Bool {
        guard at(end) == "." || at(end) == "/" || at(end) == "°" || at(end) == "º", end - position <= 3 else { return false }
        for (phrase, words) in vocabulary.phrases where matches(phrase, at: position) {
            let end = position + phrase.unicodeScalars.count
            guard !isLetter(end) || !isLetter(end - 1) else { continue }
            sayAbbreviation(words, to: end)
            return true
        }
        return false
    }

    /// A point that ends both the abbreviation and the sentence stays.
    private mutating func sayAbbreviation(_ words: String, to end: Int) {
        guard at(end - 1) == "." else { return say(words, to: end) }
        var next = end
        while next < end + 3, isSpace(next) { next += 1 }
        let endsSentence = at(next) == nil || at(next) == "\n"
        say(words, to: endsSentence ? end - 1 : end)
    }

    private mutating func readAbbreviation(_ word: String, end: Int) -> Bool {
        guard let abbreviation = vocabulary.abbreviations[word] else { return false }
        let hasPoint = at(end) == "."
        let after = hasPoint ? end + 1 : end
        let next = isSpace(after) || at(after) == "-" ? after + 1 : after
        switch abbreviation.before {
        case .anything: break
        case .point: guard hasPoint else { return false }
        case .name: guard next > end, isUpper(next), isLetter(next) else { return false }
        case .pointAndName: guard hasPoint, isUpper(next) else { return false }
        case .number: guard hasPoint || isSpace(end), isDigit(next) || at(next) == "(" else { return false }
        case .numberEitherSide:
            guard hasPoint, isDigit(next) || isDigit(position - 2) || at(next).map({ ",;)".unicodeScalars.contains($0) }) == true else { return false }
        }
        let keepsPoint = hasPoint && abbreviation.before == .anything && !abbreviation.takesPoint
        if keepsPoint { say(abbreviation.words, to: end) } else { sayAbbreviation(abbreviation.words, to: after) }
        return true
    }

    /// CHF 12.50
    private mutating func readCurrencyCode(_ end: Int) -> Bool {
        guard end - position == 3, let (currency, end) = currency(at: position) else { return false }
        let start = isSpace(end) ? end + 1 : end
        guard isDigit(start) else { return false }
        readPrice(currency, start: start)
        return true
    }

    /// S.N.C.F., U.S.
    private mutating func readInitials(_ end: Int) -> Bool {
        var letters = "", index = position
        while letters.utf8.count < 12, isUpper(index), isLetter(index), at(index + 1) == ".", !isLetter(index - 1) || index == position, let scalar = at(index)
        {
            letters.unicodeScalars.append(scalar)
            index += 2
        }
        guard letters.unicodeScalars.count >= 2, !isLetter(index) else { return false }
        let endsSentence = at(index) == nil || at(index) == "\n"
        say(vocabulary.acronym(letters) ?? vocabulary.spelled(letters), to: endsSentence ? index - 1 : index)
        return true
    }

    private mutating func readAcronym(_ word: String, end: Int) -> Bool {
        if let said = Vocabulary.saidAsWritten[word] { say(said, to: end); return true }
        let isPlural = word.hasSuffix("s") && word.utf8.count > 2
        let letters = isPlural ? String(word.dropLast()) : word
        guard (2...6).contains(letters.unicodeScalars.count), letters.unicodeScalars.allSatisfy({ $0.properties.isUppercase }) else { return false }
        if let said = vocabulary.acronym(letters) {
            say(said + (isPlural ? "s" : ""), to: end)
        } else if isSpelled(letters, end: end) {
            say(vocabulary.spelled(letters) + (isPlural && language == .english ? "s" : ""), to: end)
        } else {
            return false
        }
        return true
    }

    /// Whether capitals are read letter by letter: when they cannot be said, or are two or three and nobody is shouting.
    private func isSpelled(_ letters: String, end: Int) -> Bool {
        if Vocabulary.spelledAcronyms.contains(letters) { return true }
        if letters.unicodeScalars.allSatisfy({ !"AEIOUYÀÂÉÈÊËÎÏÔÖÙÛÜŒÆ".unicodeScalars.contains($0) }) { return letters.unicodeScalars.allSatisfy(\.isASCII) }
        guard letters.unicodeScalars.count <= 3, !Vocabulary.capitalWords.contains(letters) else { return false }
        return !isShouted(word(after: end)) && !isShouted(wordBefore(position))
    }

    private func isShouted(_ word: String) -> Bool {
        word.unicodeScalars.count >= 4 && word.unicodeScalars.allSatisfy { $0.properties.isUppercase } && vocabulary.acronym(word) == nil
            || Vocabulary.capitalWords.contains(word)
    }

    /// The word before, as it is written.
    private func wordBefore(_ index: Int) -> String {
        let end = isSpace(index - 1) || at(index - 1) == "-" ? index - 1 : index
        var start = end
        while start > max(0, end - 20), isLetter(start - 1) { start -= 1 }
        return start < end ? string(start..<end) : ""
    }

    /// MP3, v2, x86: letters that stand before digits.
    private mutating func readPrefix(_ word: String, end: Int) -> Bool {
        if word == "v" || word == "V" { say("version", to: end); return true }
        guard word.utf8.count <= 3, word.unicodeScalars.allSatisfy({ $0.isASCII && !"aeiouAEIOU".unicodeScalars.contains($0) }) || word.utf8.count == 1 else {
            return false
        }
        say(vocabulary.spelled(word), to: end)
        return true
    }

    /// Louis XIV, XXIe siècle, chapitre IV.
    private mutating func readRoman(_ word: String, end: Int) -> Bool {
        let roman = word.prefix { "IVXLCDM".contains($0) }
        guard !roman.isEmpty, let number = Roman.number(roman) else { return false }
        let suffix = String(word.dropFirst(roman.count))
        if !suffix.isEmpty {
            guard language == .french, let ordinal = Vocabulary.frenchOrdinals[suffix], !ordinal.isSecond else { return false }
            // "De", "Le", "Me" are words.
            if roman.count == 1, !["I", "V", "X"].contains(roman) { return false }
            say(language.ordinal(number, isFeminine: ordinal.isFeminine), to: end)
            return true
        }
        let before = wordBefore(position)
        if Vocabulary.rulers.contains(before) {
            let isFeminine = Vocabulary.queens.contains(before)
            let words =
                language == .english ? "the " + language.ordinal(number) : number == 1 ? language.ordinal(1, isFeminine: isFeminine) : language.cardinal(number)
            say(words, to: end)
            return true
        }
        let isCounted = Vocabulary.numberedByRomans.contains(before.lowercased())
        let isPlain = roman.count >= 2 && roman.allSatisfy { "IVX".contains($0) }
        guard isCounted || isPlain else { return false }
        say(language.cardinal(number), to: end)
        return true
    }
}

/// Roman numerals, 1 to 3999, in their usual form only.
enum Roman {
    private static let values: [(String, Int)] = [
        ("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1),
    ]

    static func number(_ text: Substring) -> Int? {
        guard text.utf8.count <= 15 else { return nil }
        var rest = text, number = 0
        for (symbol, value) in values {
            while rest.hasPrefix(symbol) {
                rest = rest.dropFirst(symbol.utf8.count)
                number += value
            }
        }
        return rest.isEmpty && written(number) == text ? number : nil
    }

    private static func written(_ number: Int) -> String {
        var rest = number, text = ""
        for (symbol, value) in values {
            while rest >= value {
                text += symbol
                rest -= value
            }
        }
        return text
    }
}
