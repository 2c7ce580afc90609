import Base

// What is neither a word nor a number.
extension Reader {
    mutating func readSign(_ scalar: Unicode.Scalar) {
        if scalar.properties.isWhitespace { return copy() }
        switch scalar {
        case ".", ",", ";", ":", "!", "?", "…", "(", ")", "{", "}", "\"", "'", "’", "‘", "“", "”", "«", "»", "¿", "¡": readPunctuation(scalar)
        case "-", "−", "–", "—", "‑": readDash(scalar)
        case "*", "_", "~", "`", "#", "|", "[", "]", "\\", "<", ">", "^", "=": readMark(scalar)
        case "+", "/", "@", "&": readJoiner(scalar)
        default:
            if let (currency, end) = currency(at: position), end == position + 1 {
                let start = isSpace(end) ? end + 1 : end
                if isDigit(start) { readPrice(currency, start: start) } else { say(currency.unit.many, to: end) }
            } else if readEmoji() {
                return
            } else if let name = vocabulary.signs[scalar] {
                say(name, to: position + 1)
            } else if let fraction = vocabulary.fractions[scalar] {
                say(fraction, to: position + 1)
            } else {
                readOther(scalar)
            }
        }
    }

    private mutating func readPunctuation(_ scalar: Unicode.Scalar) {
        if scalar == "(", readPhone() { return }
        if scalar == "!", at(position + 1) == "[", linkEnd(position + 1) != nil { position += 1; return }
        copy()
    }

    /// Signs, ranges, scores, subtractions, hyphens.
    private mutating func readDash(_ scalar: Unicode.Scalar) {
        let next = position + 1
        let isMinus = scalar == "-" || scalar == "−"
        if runEnd(scalar) > next + 1 { return part(to: runEnd(scalar)) }
        if isMinus, at(next) == ">" { return say(language(fr: "vers", en: "to"), to: next + 1) }
        if isDigit(next) {
            if numberEnd == position { return say(language(fr: "à", en: "to"), to: next) }
            if continuesWord(at: position - 1) { return part(to: next) }
            if isMinus, !isDigit(position - 1) { return readSigned(vocabulary.minus) }
            return part(to: next)
        }
        if isMinus, let (currency, end) = currency(at: next), end == next + 1, isDigit(end), !continuesWord(at: position - 1) {
            say(vocabulary.minus, to: next)
            return readPrice(currency, start: end)
        }
        if isSpace(position - 1), isSpace(next), isDigit(next + 1), numberEnd == position - 1 {
            return say(isMinus ? vocabulary.minus : language(fr: "à", en: "to"), to: next)
        }
        if scalar == "−" { return say(vocabulary.minus, to: next) }
        copy()
    }

    private mutating func readSigned(_ sign: String) {
        position += 1
        readFigure(figure(at: position), sign: sign)
    }

    private mutating func readJoiner(_ scalar: Unicode.Scalar) {
        let next = position + 1
        switch scalar {
        case "+":
            if isDigit(next), !continuesWord(at: position - 1) {
                if !readPhone() { readSigned("plus") }
            } else {
                say("plus", to: next)
            }
        case "/":
            if continuesWord(at: position - 1), isLetter(next) { return part(to: next) }
            say("slash", to: next)
        case "@": say(language(fr: "arobase", en: "at"), to: next)
        default: say(language(fr: "et", en: "and"), to: matches("&amp;", at: position) ? position + 5 : next)
        }
    }

    /// Markdown and mathematics use the same marks.
    private mutating func readMark(_ scalar: Unicode.Scalar) {
        let next = position + 1
        // These are read one by one: the rest of their row is not looked at each time.
        let end = "[]\\|".unicodeScalars.contains(scalar) ? next : runEnd(scalar)
        switch scalar {
        case "[":
            if let found = linkEnd(position) {
                link = found
                position += 1
            } else {
                copy()
            }
        case "]":
            if let found = link, found.close == position { position = found.after } else { copy() }
        case "*" where end == next && (isDigit(position - 1) && isDigit(next) || isSpace(position - 1) && isSpace(next)):
            say(language(fr: "fois", en: "times"), to: next)
        case "_" where continuesWord(at: position - 1) && continuesWord(at: next): part(to: next)
        case "~" where isDigit(next): say(language(fr: "environ", en: "about"), to: next)
        case "#" where isDigit(next): say(language(fr: "numéro", en: "number"), to: next)
        case "#" where end == next && isLetter(next): say("hashtag", to: next)
        case "#" where end == next && isLetter(position - 1): say(language(fr: "dièse", en: "sharp"), to: next)
        case "#" where end == next && isSpace(next): say(language(fr: "dièse", en: "hash"), to: next)
        case "|": readBar()
        case "\\": part(to: next)
        case "^" where continuesWord(at: next): say(language(fr: "puissance", en: "to the power of"), to: next)
        case "=" where at(next) == ">": say(language(fr: "vers", en: "to"), to: next + 1)
        case "=" where end - position <= 2: say(language(fr: "égale", en: "equals"), to: end)
        case "<" where isDigit(next) || isSpace(next): say(language(fr: "inférieur à", en: "less than"), to: next)
        case ">" where isDigit(next) || isSpace(next) && isSpace(position - 1): say(language(fr: "supérieur à", en: "greater than"), to: next)
        default: isSpace(position - 1) && isSpace(end) ? drop(to: end) : (position = end)
        }
    }

    /// Cells of a table are parted as in a list.
    private mutating func readBar() {
        var next = position + 1
        while isSpace(next) { next += 1 }
        if at(next) == nil || at(next) == "\n" || at(next) == "\r" { return drop(to: next) }
        pause(to: position + 1)
    }

    private func runEnd(_ scalar: Unicode.Scalar) -> Int {
        var end = position
        while at(end) == scalar { end += 1 }
        return end
    }

    /// The link whose text begins with the bracket at `start`. What ends it is looked for once, however many brackets stand before it.
    private mutating func linkEnd(_ start: Int) -> (close: Int, after: Int)? {
        if nextBracket < start { nextBracket = text[start...].firstIndex { $0 == "]" || $0 == "\n" } ?? text.count }
        let close = nextBracket
        guard at(close) == "]", at(close + 1) == "(" else { return nil }
        if nextParenthesis < close { nextParenthesis = text[close...].firstIndex { $0 == ")" || $0 == "\n" } ?? text.count }
        return at(nextParenthesis) == ")" ? (close, nextParenthesis + 1) : nil
    }

    /// An emoji, said once however often it is repeated; one without a name is left out.
    private mutating func readEmoji() -> Bool {
        guard let name = emoji(at: position) else { return false }
        var end = emojiEnd(position)
        while end < text.count {
            let next = isSpace(end) ? end + 1 : end
            guard text.indices.contains(next), text[next] == text[position] else { break }
            end = emojiEnd(next)
        }
        name.isEmpty ? drop(to: end) : say(name, to: end)
        return true
    }

    /// The emoji's name; empty when it has none here; `nil` when it is none.
    private func emoji(at index: Int) -> String? {
        let scalar = text[index]
        if let name = Emoji.names[scalar] { return name(language) }
        let properties = scalar.properties
        return properties.isEmojiPresentation || properties.isEmoji && at(index + 1) == "\u{FE0F}" ? "" : nil
    }

    /// The end of an emoji with its skin tone, its variation and what is joined to it.
    private func emojiEnd(_ start: Int) -> Int {
        var end = start + 1
        while let scalar = at(end) {
            if scalar == "\u{FE0F}" || scalar == "\u{20E3}" || scalar.properties.isEmojiModifier {
                end += 1
            } else if scalar == "\u{200D}", at(end + 1)?.properties.isEmoji == true {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    /// Raised digits: 10¹².
    private func superscript(_ start: Int) -> (value: Int, end: Int)? {
        var end = start, value = 0
        while end < start + 6, let scalar = at(end), let digit = "⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars.contains(scalar) ? scalar.properties.numericValue : nil {
            value = value * 10 + Int(digit)
            end += 1
        }
        return end > start ? (value, end) : nil
    }

    private mutating func readOther(_ scalar: Unicode.Scalar) {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .otherNumber, .letterNumber:
            if isDigit(position - 1), let power = superscript(position) {
                return say(language(fr: "puissance ", en: "to the power of ") + language.cardinal(power.value), to: power.end)
            }
            guard let value = properties.numericValue, value == value.rounded(), abs(value) < 1e15 else { return drop(to: position + 1) }
            say(language.cardinal(Int(value)), to: position + 1)
        case .format, .nonspacingMark, .enclosingMark, .spacingMark, .surrogate: position += 1  // Invisible, or nothing without its letter.
        case .control: part(to: position + 1)
        case .otherSymbol, .mathSymbol, .modifierSymbol, .currencySymbol, .privateUse, .unassigned: drop(to: position + 1)
        default: copy()
        }
    }
}
