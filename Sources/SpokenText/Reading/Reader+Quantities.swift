import Base

// Numbers with a unit or a currency.
extension Reader {
    /// The unit that begins here, after at most one space.
    func unit(at index: Int) -> (noun: Noun, symbol: String, end: Int)? {
        let start = isSpace(index) ? index + 1 : index
        var end = start
        while end < start + 6, let scalar = at(end), isLetter(scalar) || isDigit(end) && end > start || "°%‰/²³µμΩ℃".unicodeScalars.contains(scalar) {
            end += 1
        }
        while end > start {
            let symbol = string(start..<end)
            if let noun = vocabulary.units[symbol],
                !continuesWord(at: end) || !continuesWord(at: end - 1) || symbol == "min" && isDigit(end), !"'’".unicodeScalars.contains(at(end) ?? " ")
            {
                return (noun, symbol, end)
            }
            end -= 1
        }
        return nil
    }

    mutating func readMeasure(_ figure: Figure) -> Bool {
        guard let (noun, symbol, end) = unit(at: figure.end) else { return false }
        let isOne = figure.takesSingular(language)
        say(words(figure, isFeminine: noun.isFeminine) + partitive(figure, noun.many) + (isOne ? noun.one : noun.many), to: end)
        sayRest(symbol)
        return true
    }

    /// "par kilowattheure" after a slash; "trente" after "5 min".
    private mutating func sayRest(_ symbol: String) {
        if symbol == "min" || symbol == "mn", isDigit(position), isDigit(position + 1), !continuesWord(at: position + 2),
            let seconds = number(position..<position + 2)
        {
            say(language.cardinal(seconds), to: position + 2)
            return
        }
        guard at(position) == "/" else { return }
        if isDigit(position + 1) {
            say(language == .french ? (figure(at: position + 1).whole == "100" ? "aux" : "sur") : "per", to: position + 1)
        } else if let (noun, _, end) = unit(at: position + 1), !isSpace(position + 1) {
            say(language(fr: "par ", en: "per ") + noun.one, to: end)
        }
    }

    /// "deux millions d'euros".
    private func partitive(_ figure: Figure, _ noun: String) -> String {
        guard language == .french, figure.fraction == nil, let number = figure.number, number >= 1_000_000, number % 1_000_000 == 0 else { return " " }
        return of(noun)
    }

    private func of(_ noun: String) -> String { "aeiouhyé".contains(noun.first ?? " ") && noun != "yens" ? " d'" : " de " }

    /// A currency that begins here: a sign or a code.
    func currency(at index: Int) -> (currency: Currency, end: Int)? {
        if let scalar = at(index), let currency = vocabulary.currencies[String(scalar)] { return (currency, index + 1) }
        guard isUpper(index), isUpper(index + 1), isUpper(index + 2), !continuesWord(at: index + 3) else { return nil }
        return vocabulary.currencies[string(index..<index + 3)].map { ($0, index + 3) }
    }

    /// 12,50 €, 12 €50, 3 M€, 5 k€.
    mutating func readPrice(_ figure: Figure) -> Bool {
        var start = isSpace(figure.end) ? figure.end + 1 : figure.end
        let scale = scale(at: start)
        if let scale { start = isSpace(scale.end) && scale.isWord ? scale.end + 1 : scale.end }
        guard let (currency, end) = currency(at: start) else { return false }
        if let scale { return sayScaled(figure, scale.words, currency, end: end) }
        if figure.fraction == nil, at(end - 1)?.isASCII == false, isDigit(end), isDigit(end + 1), !continuesWord(at: end + 2) {
            var whole = figure
            whole.fraction = string(end..<end + 2)
            sayPrice(whole, currency, end: end + 2)
        } else {
            sayPrice(figure, currency, end: end)
        }
        return true
    }

    /// $3.99, €12.50, CHF 12.50, $3M; `position` is at the currency, the digits begin at `start`.
    mutating func readPrice(_ currency: Currency, start: Int) {
        let figure = figure(at: start)
        let next = isSpace(figure.end) ? figure.end + 1 : figure.end
        if let scale = scale(at: next), !scale.isWord || isSpace(figure.end) {
            _ = sayScaled(figure, scale.words, currency, end: scale.end)
        } else {
            sayPrice(figure, currency, end: figure.end)
        }
        numberEnd = position
    }

    private func scale(at index: Int) -> (words: (one: String, many: String), end: Int, isWord: Bool)? {
        var end = index
        while end < index + 9, isLetter(end) { end += 1 }
        guard end > index, !isDigit(end) else { return nil }
        let written = string(index..<end)
        guard let words = vocabulary.scales[written] else { return nil }
        return (words, end, written.utf8.count > 3)
    }

    private mutating func sayScaled(_ figure: Figure, _ scale: (one: String, many: String), _ currency: Currency, end: Int) -> Bool {
        let isOne = figure.takesSingular(language)
        if language == .english {
            say(words(figure) + " " + scale.one + " " + currency.unit.many, to: end)
        } else if scale.one == "mille" {
            say((figure.whole == "1" && figure.fraction == nil ? "" : words(figure) + " ") + "mille " + currency.unit.many, to: end)
        } else {
            say(words(figure) + " " + (isOne ? scale.one : scale.many) + of(currency.unit.many) + currency.unit.many, to: end)
        }
        return true
    }

    private mutating func sayPrice(_ figure: Figure, _ currency: Currency, end: Int) {
        var whole = figure
        whole.fraction = nil
        let cents = figure.fraction.flatMap { $0.utf8.count <= 2 ? Int($0.utf8.count == 1 ? $0 + "0" : $0) : nil }
        let unit = currency.unit
        let name = whole.takesSingular(language) ? unit.one : unit.many
        if figure.fraction != nil, cents == nil {
            say(words(figure) + " " + (figure.takesSingular(language) ? unit.one : unit.many), to: end)
        } else if let cents, cents > 0 {
            let part = cents == 1 ? currency.cent.one : currency.cent.many
            if figure.number == 0 {
                say(language.cardinal(cents) + " " + part, to: end)
            } else if language == .french {
                say(words(whole, isFeminine: unit.isFeminine) + " " + name + " " + language.cardinal(cents), to: end)
            } else {
                say(words(whole) + " " + name + " and " + language.cardinal(cents) + " " + part, to: end)
            }
        } else {
            say(words(whole, isFeminine: unit.isFeminine) + partitive(whole, unit.many) + name, to: end)
        }
        sayRest("")
    }
}
