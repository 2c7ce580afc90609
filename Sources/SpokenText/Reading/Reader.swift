import Base

/// Reads a text from left to right, once, and writes it as it is said.
///
/// Each `read…` function looks at what begins at `position`. It either says something and moves on, or changes nothing and answers false.
/// Looking ahead and back is bounded, or consumes what it looked at: the time is linear.
struct Reader {
    let text: [Unicode.Scalar]
    let language: Language
    let vocabulary: Vocabulary
    var position = 0
    /// Where the number that was read last ends.
    var numberEnd = -1
    /// Up to here it is known whether there are addresses.
    var addressesKnownTo = 0
    /// A Markdown link: its text's end, and what comes after its address.
    var link: (close: Int, after: Int)?
    /// The next of `]` and `)`, or the end of their line; known once they were looked for.
    var nextBracket = -1
    var nextParenthesis = -1

    private var output = String.UnicodeScalarView()
    private(set) var last: Unicode.Scalar?
    private var hasSpoken = false
    private var isAtLineStart = true
    /// This line is a heading or stands in a list: its end is a pause.
    private var isItem = false

    init(_ text: String, language: Language) {
        self.text = Array(text.unicodeScalars)
        self.language = language
        vocabulary = language == .french ? .french : .english
    }

    /// What was written so far.
    var written: String { String(output) }

    mutating func run() -> String {
        while position < text.count {
            if isAtLineStart, readLineStart() { continue }
            isAtLineStart = false
            let scalar = text[position]
            if isSpace(scalar) {
                readSpace(scalar)
            } else if isDigit(position) {
                if !readAddress() { readNumber() }
            } else if isLetter(position) {
                if !readAddress() { readWord() }
            } else {
                readSign(scalar)
            }
        }
        return written
    }

    private mutating func readSpace(_ scalar: Unicode.Scalar) {
        if scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}" {
            if isItem, let last, continuesWord(last) || last == ")" { append(".") }
            isItem = false
            isAtLineStart = true
        }
        copy()
    }

    /// Markdown marks at the beginning of a line: headings, lists, quotations, rules, fences.
    private mutating func readLineStart() -> Bool {
        var start = position
        while start < position + 12, at(start) == " " || at(start) == "\t" { start += 1 }
        switch at(start) {
        case "#":
            var end = start
            while at(end) == "#" { end += 1 }
            guard end - start <= 6, at(end) == " " else { return false }
            position = end + 1
            isItem = true
        case "-" where isRule(start), "*" where isRule(start), "_" where isRule(start), "=" where isRule(start), "|" where isRule(start):
            skipLine(from: start)
        case "-", "*", "+", "•", "‣", "◦", "–":
            guard at(start + 1) == " " else { return false }
            position = start + 2
            if at(position) == "[", [" ", "x", "X"].contains(at(position + 1)), at(position + 2) == "]" { position += at(position + 3) == " " ? 4 : 3 }
            isItem = true
        case ">" where at(start + 1) == " ":
            position = start + 2
            return true
        case "`" where at(start + 1) == "`" && at(start + 2) == "`":
            skipLine(from: start)
        case "|" where isSpace(at(start + 1)):
            position = start + 2
            isItem = true
        default: return false
        }
        isAtLineStart = false
        return true
    }

    private mutating func skipLine(from start: Int) {
        position = start
        while position < text.count, text[position] != "\n" { position += 1 }
        isAtLineStart = false
    }

    /// Whether the rest of the line is marks only: `---`, `====`, `|---|:--|`.
    private func isRule(_ start: Int) -> Bool {
        var index = start, count = 0
        while let scalar = at(index), scalar != "\n" {
            guard scalar == " " || scalar == "\r" || "-=*_|:".unicodeScalars.contains(scalar) else { return false }
            count += scalar == " " ? 0 : 1
            index += 1
        }
        return count >= 3
    }
}

// What is written.
extension Reader {
    private mutating func append(_ scalar: Unicode.Scalar) {
        output.append(scalar)
        last = scalar
    }

    /// The scalar here stays as it is.
    mutating func copy() {
        let scalar = text[position]
        if hasSpoken, continuesWord(scalar) { append(" ") }
        hasSpoken = false
        append(scalar)
        position += 1
    }

    mutating func copy(to end: Int) {
        while position < end { copy() }
    }

    /// Says words instead of what stands from here to `end`.
    mutating func say(_ words: String, to end: Int) {
        position = end
        guard !words.isEmpty else { return }
        if let last, !isSpace(last), !"([{<\"'’‘“«¿¡".unicodeScalars.contains(last) { append(" ") }
        for scalar in words.unicodeScalars { append(scalar) }
        hasSpoken = true
    }

    /// Leaves out what stands from here to `end`; where it stood between spaces, one of them goes too.
    mutating func drop(to end: Int) {
        position = end
        guard last.map(isSpace) ?? true else { return }
        while at(position) == " " { position += 1 }
        let next = at(position)
        if last == " ", next == nil || next == "\n" || next.map({ ".,!?…)".unicodeScalars.contains($0) }) == true {
            output.removeLast()
            last = output.last
        }
    }

    /// A comma, right after the word before.
    mutating func pause(to end: Int) {
        position = end
        if last == " " { output.removeLast() }
        append(",")
        hasSpoken = false
    }

    /// Parts two words that a mark joined.
    mutating func part(to end: Int) {
        position = end
        if let last, !isSpace(last) { append(" ") }
        hasSpoken = false
    }
}

// What is read.
extension Reader {
    func at(_ index: Int) -> Unicode.Scalar? { index >= 0 && index < text.count ? text[index] : nil }
    func isDigit(_ index: Int) -> Bool { at(index).map { $0.value &- 48 < 10 } ?? false }
    func isLetter(_ index: Int) -> Bool { at(index).map(isLetter) ?? false }
    func isSpace(_ index: Int) -> Bool { at(index).map(isBlank) ?? false }

    func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (scalar.value | 0x20) &- 97 < 26 }
        // Accents that stand by themselves go with their letter; circled letters and the like are signs.
        return scalar.properties.isAlphabetic && scalar.properties.numericType == nil && scalar.properties.generalCategory != .otherSymbol
            || scalar.properties.generalCategory == .nonspacingMark && scalar.value < 0xFE00
    }

    func isSpace(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { $0.properties.isWhitespace } ?? false }

    /// A space within a line.
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "\u{2009}" }

    func isUpper(_ index: Int) -> Bool { at(index)?.properties.isUppercase ?? false }
    func isLower(_ index: Int) -> Bool { at(index)?.properties.isLowercase ?? false }
    func continuesWord(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 48 < 10 || isLetter(scalar) }
    func continuesWord(at index: Int) -> Bool { at(index).map(continuesWord) ?? false }
    func matches(_ words: String, at index: Int) -> Bool { text[min(index, text.count)...].starts(with: words.unicodeScalars) }

    func digitsEnd(_ start: Int) -> Int {
        var end = start
        while isDigit(end) { end += 1 }
        return end
    }

    func wordEnd(_ start: Int) -> Int {
        var end = start
        while isLetter(end) { end += 1 }
        return end
    }

    func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text[range.clamped(to: 0..<text.count)])
        return String(view)
    }

    /// The whole number that these digits are; `nil` beyond 18 digits.
    func number(_ range: Range<Int>) -> Int? {
        guard !range.isEmpty, range.count <= 18 else { return nil }
        return text[range].reduce(0) { $0 * 10 + Int($1.value) - 48 }
    }

    /// The word before, in small letters, at most a few spaces, colons or degree signs away; empty when there is none.
    func word(before index: Int, skipping: String = " :\u{A0}") -> String {
        var end = index
        while end > max(0, index - 3), skipping.unicodeScalars.contains(text[end - 1]) { end -= 1 }
        var start = end
        while start > max(0, end - 16), isLetter(start - 1) { start -= 1 }
        return string(start..<end).lowercased()
    }

    /// The word after at most one space, as it is written; empty when there is none.
    func word(after index: Int) -> String {
        let start = isSpace(index) ? index + 1 : index
        var end = start
        while end < start + 20, isLetter(end) { end += 1 }
        return string(start..<end)
    }
}
