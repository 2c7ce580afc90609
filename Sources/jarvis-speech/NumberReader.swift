/// Finds numbers with what belongs to them (a sign, a unit, a currency, minutes) and writes them as they are said. One pass, left to right.
struct NumberReader {
    /// How a language says things.
    struct Words {
        let minus: String
        /// Singular and plural, by symbol. Longer symbols first.
        let units: [(symbol: String, one: String, many: String)]
        let currencies: [Unicode.Scalar: (one: String, many: String)]
        /// Whether a number takes the singular.
        let isOne: @Sendable (Double) -> Bool
        /// A time of day.
        let time: @Sendable (_ hour: Int, _ minute: Int, _ isHalfDay: Bool) -> String
    }

    private let text: [Unicode.Scalar]
    private let words: Words
    private var position = 0
    private var output = String.UnicodeScalarView()

    init(_ text: String, words: Words) {
        self.text = Array(text.unicodeScalars)
        self.words = words
    }

    func written() -> String {
        var reader = self
        return reader.run()
    }

    private mutating func run() -> String {
        while position < text.count {
            if !readNumber() {
                output.append(text[position])
                position += 1
            }
        }
        return String(output)
    }

    /// Reads a number that starts here; false, and nothing changed, when there is none or nothing to do about it.
    private mutating func readNumber() -> Bool {
        guard position == 0 || !continuesWord(text[position - 1]) else { return false }
        // Within 14:05:10 or 1.2.3, what follows a number's dots is no number of its own.
        if position > 1, ".,:".unicodeScalars.contains(text[position - 1]), isDigit(position - 2) { return false }
        var index = position
        let isNegative = (text[index] == "-" || text[index] == "\u{2212}") && isDigit(index + 1)
        if isNegative { index += 1 }
        let leading = words.currencies[text[index]]
        if leading != nil {
            index += 1
            if isSpace(index) { index += 1 }
        }
        guard isDigit(index) else { return false }
        let (whole, wholeEnd) = digits(from: index)
        var fraction: String?, separator: Unicode.Scalar = ".", end = wholeEnd
        if wholeEnd < text.count, text[wholeEnd] == "." || text[wholeEnd] == ",", isDigit(wholeEnd + 1) {
            let (decimals, decimalsEnd) = digits(from: wholeEnd + 1)
            separator = text[wholeEnd]
            fraction = decimals
            end = decimalsEnd
            // 1.2.3, 1,234,567: a version or thousands, not a fraction.
            if end < text.count, text[end] == separator, isDigit(end + 1) { return copy(to: end) }
        }
        let sign = isNegative ? words.minus + " " : ""
        let number = fraction.map { whole + String(separator) + $0 } ?? whole
        let value = Double(whole + "." + (fraction ?? "0")) ?? 0

        if let leading { return write(sign + price(whole, fraction, number, value, leading), to: end) }
        if !isNegative, fraction == nil, let (time, timeEnd) = time(hour: whole, at: end) { return write(time, to: timeEnd) }
        let unit = isSpace(end) ? end + 1 : end
        if unit < text.count, let currency = words.currencies[text[unit]], !continuesWord(at: unit + 1) {
            return write(sign + price(whole, fraction, number, value, currency), to: unit + 1)
        }
        for (symbol, one, many) in words.units where text[min(unit, text.count)...].starts(with: symbol.unicodeScalars) {
            let after = unit + symbol.unicodeScalars.count
            guard !continuesWord(at: after) else { continue }
            return write("\(sign)\(number) \(words.isOne(value) ? one : many)", to: after)
        }
        return isNegative ? write(sign + number, to: end) : copy(to: end)
    }

    /// Cents are said after the currency: "12 euros 50".
    private func price(_ whole: String, _ fraction: String?, _ number: String, _ value: Double, _ currency: (one: String, many: String)) -> String {
        let name = words.isOne(value) ? currency.one : currency.many
        guard let fraction else { return "\(whole) \(name)" }
        guard fraction.utf8.count == 2, let cents = Int(fraction) else { return "\(number) \(name)" }
        return cents == 0 ? "\(whole) \(name)" : "\(whole) \(words.isOne(Double(whole) ?? 0) ? currency.one : currency.many) \(cents)"
    }

    /// `9h`, `9h30`, `9 h 30`, `14:05`; not `9h301`, `14:05:10`, `16:9`.
    private func time(hour text: String, at end: Int) -> (String, Int)? {
        guard let hour = Int(text), hour <= 24, text.utf8.count <= 2 else { return nil }
        if end < self.text.count, self.text[end] == ":", let minute = minute(at: end + 1), !(self.at(end + 3) == ":") {
            return (words.time(hour, minute, isHalfDay(end + 3)), end + 3)
        }
        let letter = isSpace(end) ? end + 1 : end
        guard at(letter) == "h" || at(letter) == "H" else { return nil }
        let next = isSpace(letter + 1) ? letter + 2 : letter + 1
        if let minute = minute(at: next) { return (words.time(hour, minute, false), next + 2) }
        return continuesWord(at: letter + 1) || isDigit(letter + 1) ? nil : (words.time(hour, 0, false), letter + 1)
    }

    private func minute(at index: Int) -> Int? {
        guard isDigit(index), isDigit(index + 1), !isDigit(index + 2), !continuesWord(at: index + 2) else { return nil }
        return Int(digits(from: index).0).flatMap { $0 < 60 ? $0 : nil }
    }

    private func isHalfDay(_ index: Int) -> Bool {
        let letter = isSpace(index) ? index + 1 : index
        return [at(letter), at(letter + 1)] == ["a", "m"] || [at(letter), at(letter + 1)] == ["p", "m"]
    }

    private mutating func write(_ words: String, to end: Int) -> Bool {
        output.append(contentsOf: words.unicodeScalars)
        position = end
        return true
    }

    private mutating func copy(to end: Int) -> Bool {
        output.append(contentsOf: text[position..<end])
        position = end
        return true
    }

    private func at(_ index: Int) -> Unicode.Scalar? { index < text.count ? text[index] : nil }
    private func isDigit(_ index: Int) -> Bool { at(index).map { ("0"..."9").contains($0) } ?? false }
    private func isSpace(_ index: Int) -> Bool { at(index).map { [" ", "\u{A0}", "\u{202F}"].contains($0) } ?? false }
    private func continuesWord(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic || scalar.properties.numericType != nil }
    private func continuesWord(at index: Int) -> Bool { at(index).map(continuesWord) ?? false }

    private func digits(from start: Int) -> (String, Int) {
        var end = start
        while isDigit(end) { end += 1 }
        var digits = String.UnicodeScalarView()
        digits.append(contentsOf: text[start..<end])
        return (String(digits), end)
    }
}

extension NumberReader.Words {
    static let french = Self(
        minus: "moins",
        units: [
            ("°C", "degré Celsius", "degrés Celsius"), ("°F", "degré Fahrenheit", "degrés Fahrenheit"),
            ("km/h", "kilomètre à l'heure", "kilomètres à l'heure"), ("m/s", "mètre par seconde", "mètres par seconde"),
            ("kWh", "kilowattheure", "kilowattheures"),
        ],
        currencies: ["€": ("euro", "euros"), "$": ("dollar", "dollars"), "£": ("livre", "livres")],
        isOne: { abs($0) < 2 },
        time: { hour, minute, _ in
            let hours = "\(hour == 0 ? "zéro" : String(hour)) \(hour < 2 ? "heure" : "heures")"
            return minute == 0 ? hours : "\(hours) \(minute)"
        })

    static let english = Self(
        minus: "minus",
        units: [
            ("°C", "degree Celsius", "degrees Celsius"), ("°F", "degree Fahrenheit", "degrees Fahrenheit"),
            ("km/h", "kilometre per hour", "kilometres per hour"), ("mph", "mile per hour", "miles per hour"),
            ("m/s", "metre per second", "metres per second"), ("kWh", "kilowatt-hour", "kilowatt-hours"),
        ],
        currencies: ["€": ("euro", "euros"), "$": ("dollar", "dollars"), "£": ("pound", "pounds")],
        isOne: { abs($0) == 1 },
        time: { hour, minute, isHalfDay in
            switch minute {
            case 0 where isHalfDay: "\(hour)"
            case 0: hour > 0 && hour <= 12 ? "\(hour) o'clock" : "\(hour) hundred hours"
            case 1...9: "\(hour) oh \(minute)"
            default: "\(hour) \(minute)"
            }
        })
}
