/// What somebody said, made easy to compare: lower case, accents folded, apostrophes and hyphens taken as spaces, courtesy put aside.
///
/// Each token knows where it stands in the original, so that what is captured keeps its accents and case.
public struct FoldedText: Sendable {
    /// A word, a number as it was written, or a mathematical sign.
    package struct Token: Sendable, Hashable {
        package enum Kind: Sendable { case word, number, sign }
        /// What stands between this token and the one before.
        package enum Gap: Sendable { case none, space, comma, stop }

        package var text: String
        package var kind: Kind
        package var gap: Gap
        package var start: String.Index
        package var end: String.Index
    }

    package let original: String
    /// Without the words of courtesy around them ("Jarvis, est-ce que tu peux … s'il te plaît").
    package let tokens: [Token]
    /// Whether the whole text was read. Nothing anybody says at once is longer than `Tokenizer.limit`: what is longer is no command.
    package let isWhole: Bool

    package init(_ text: String) {
        let raw = Tokenizer.tokens(of: text)
        original = text
        tokens = Courtesy.removed(from: raw.tokens)
        isWhole = raw.isWhole
    }

    /// With every word that was said, courtesy too.
    package init(verbatim text: String) {
        let raw = Tokenizer.tokens(of: text)
        (original, tokens, isWhole) = (text, raw.tokens, raw.isWhole)
    }

    /// The same text without these tokens.
    package init(_ text: FoldedText, without isDropped: (Int) -> Bool) {
        (original, isWhole) = (text.original, text.isWhole)
        tokens = text.tokens.indices.filter { !isDropped($0) }.map { text.tokens[$0] }
    }

    package var all: Range<Int> { 0..<tokens.count }

    /// The folded word at `index`, or "" past the end: reads well in a comparison.
    package subscript(index: Int) -> String { index >= 0 && index < tokens.count ? tokens[index].text : "" }

    /// Whether the words at `index` are these, and where they end.
    package func reads(_ words: [String], at index: Int, before end: Int) -> Int? {
        guard index >= 0, index + words.count <= end else { return nil }
        for offset in words.indices where tokens[index + offset].text != words[offset] { return nil }
        return index + words.count
    }

    /// The first of these word sequences that stands at `index`, and where it ends. Give longer ones first.
    package func readsAny(_ choices: [[String]], at index: Int, before end: Int) -> Int? {
        for choice in choices { if let next = reads(choice, at: index, before: end) { return next } }
        return nil
    }

    /// The original text of these tokens, with its accents and case.
    package func original(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last, last < tokens.count else { return "" }
        var end = tokens[last].end
        // A sign that ends a label ("(maman)", "50 €") belongs to it even where it is no token.
        while end < original.endIndex, ")»\"”€$£".contains(original[end]) { end = original.index(after: end) }
        return String(original[tokens[first].start..<end])
    }

    /// The folded text of these tokens, joined by single spaces.
    package func folded(_ range: Range<Int>) -> String { tokens[range].map(\.text).joined(separator: " ") }

    /// The folded form of a name: what is compared and looked up.
    package static func key(_ text: String) -> String { Tokenizer.tokens(of: text).tokens.map(\.text).joined(separator: " ") }
}

/// Cuts text into folded tokens, in one pass.
enum Tokenizer {
    /// Unicode scalars read at most.
    static let limit = 4096

    static func tokens(of text: String) -> (tokens: [FoldedText.Token], isWhole: Bool) {
        var reader = Reader(scalars: text.unicodeScalars)
        return reader.read()
    }

    private struct Reader {
        let scalars: String.UnicodeScalarView
        var tokens: [FoldedText.Token] = []
        var current = ""
        var kind = FoldedText.Token.Kind.word
        package var start: String.Index
        var gap = FoldedText.Token.Gap.none

        init(scalars: String.UnicodeScalarView) {
            self.scalars = scalars
            start = scalars.startIndex
            tokens.reserveCapacity(16)
        }

        mutating func read() -> (tokens: [FoldedText.Token], isWhole: Bool) {
            var index = scalars.startIndex, count = 0
            while index < scalars.endIndex, count < Tokenizer.limit {
                let next = scalars.index(after: index)
                take(scalars[index], at: index, next: next)
                index = next
                count += 1
            }
            finish(at: index)
            return (tokens, index == scalars.endIndex)
        }

        private mutating func take(_ scalar: Unicode.Scalar, at index: String.Index, next: String.Index) {
            switch Folding.fold(scalar) {
            case .letter(let letter):
                begin(.word, at: index)
                current.unicodeScalars.append(letter)
            case .letters(let letters):
                begin(.word, at: index)
                current += letters
            case .digit(let digit):
                begin(.number, at: index)
                current.unicodeScalars.append(digit)
            case .dropped: break
            case .separator(let kind):
                if kind != .space, isDecimalMark(scalar, next: next) {
                    current.unicodeScalars.append(scalar)
                } else {
                    finish(at: index)
                    widen(kind)
                }
            case .sign(let sign):
                finish(at: index)
                guard isMathematical(sign, next: next) else { return widen(.space) }
                tokens.append(.init(text: sign, kind: .sign, gap: gap, start: index, end: next))
                gap = .none
            }
        }

        private mutating func begin(_ wanted: FoldedText.Token.Kind, at index: String.Index) {
            if !current.isEmpty, kind != wanted { finish(at: index) }
            if current.isEmpty {
                start = index
                kind = wanted
            }
        }

        private mutating func widen(_ wider: FoldedText.Token.Gap) {
            switch (gap, wider) {
            case (.stop, _), (.comma, .space): break
            default: gap = wider
            }
        }

        private mutating func finish(at end: String.Index) {
            guard !current.isEmpty else { return }
            let parts = kind == .word ? Fused.parts[current] : nil
            if let parts {
                // Words run together ("cest", "dappeler"): folding kept one scalar for each letter where lengths agree.
                var from = start
                for (offset, part) in parts.enumerated() {
                    let to = offset == parts.count - 1 ? end : scalars.index(from, offsetBy: part.count, limitedBy: end) ?? end
                    tokens.append(.init(text: part, kind: .word, gap: offset == 0 ? gap : .none, start: from, end: to))
                    from = to
                }
            } else {
                tokens.append(.init(text: current, kind: kind, gap: gap, start: start, end: end))
            }
            current = ""
            gap = .none
        }

        /// "3,5" and "10.30" are one number each; "1, 2" are two.
        private func isDecimalMark(_ scalar: Unicode.Scalar, next: String.Index) -> Bool {
            guard kind == .number, !current.isEmpty, scalar == "," || scalar == ".", next < scalars.endIndex else { return false }
            return ("0"..."9").contains(scalars[next])
        }

        /// A hyphen between words, or a colon after one, is punctuation; before a number or a parenthesis it is a sign.
        private func isMathematical(_ sign: String, next: String.Index) -> Bool {
            guard sign == "-" || sign == ":" else { return true }
            if sign == ":", tokens.last?.kind != .number { return false }
            var following = next
            while following < scalars.endIndex, scalars[following] == " " { following = scalars.index(after: following) }
            guard following < scalars.endIndex else { return false }
            if ("0"..."9").contains(scalars[following]) || scalars[following] == "(" { return true }
            // "3 - x" and "3 - deux": a hyphen with room around it, after a number.
            return sign == "-" && following != next && tokens.last?.kind == .number
        }
    }
}

/// How single scalars are folded.
enum Folding {
    enum Result {
        case letter(Unicode.Scalar), letters(String), digit(Unicode.Scalar), sign(String)
        case separator(FoldedText.Token.Gap)
        case dropped
    }

    static func fold(_ scalar: Unicode.Scalar) -> Result {
        switch scalar {
        case "a"..."z": return .letter(scalar)
        case "A"..."Z": return .letter(Unicode.Scalar(UInt8(scalar.value) + 32))
        case "0"..."9": return .digit(scalar)
        case " ", "'", "\t", "\u{A0}", "\u{202F}", "’", "‘", "ʼ", "`", "´", "\"", "«", "»", "“", "”", "_": return .separator(.space)
        case ",": return .separator(.comma)
        case ".", "?", "!", ";", "…", "\n", "\r", "¿", "¡": return .separator(.stop)
        case "+", "*", "/", "^", "=", "(", ")", "%", "-", ":", "&", "€", "$", "£", "¥": return .sign(String(Character(scalar)))
        case "×", "·", "✕", "∙": return .sign("*")
        case "÷", "∕": return .sign("/")
        case "−", "–", "—", "‐", "‑": return .sign("-")
        case "°", "º": return .sign("°")
        case "²", "³", "√", "½", "¼", "¾", "π": return .sign(String(Character(scalar)))
        case "\u{0300}"..."\u{036F}", "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}", "\u{2060}"..."\u{2069}", "\u{FE00}"..."\u{FE0F}", "\u{FEFF}", "\u{AD}":
            return .dropped
        default: break
        }
        if scalar.value < 0x80 { return .separator(.space) }
        if let plain = accented[scalar] { return .letters(plain) }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? .letters(scalar.properties.lowercaseMapping) : .separator(.space)
    }

    /// Latin letters with an accent, and their plain form.
    private static let accented: [Unicode.Scalar: String] = {
        let rows = [
            "a": "àáâãäåāăąǎạảấầẩẫậắằẳẵặ", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęěẹẻẽếềểễệ", "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭįıỉị", "j": "ĵ",
            "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŋ", "o": "òóôõöøōŏőơọỏốồổỗộớờởỡợ", "r": "ŕŗř", "s": "śŝşšș", "t": "ţťŧț",
            "u": "ùúûüũūŭůűųưụủứừửữự", "w": "ŵ", "y": "ýÿŷ", "z": "źżž", "oe": "œ", "ae": "æ", "ss": "ß", "th": "þ",
        ]
        var table: [Unicode.Scalar: String] = [:]
        for (plain, letters) in rows {
            for letter in letters {
                for form in [String(letter), letter.uppercased()] {
                    if form.unicodeScalars.count == 1, let scalar = form.unicodeScalars.first, !scalar.isASCII { table[scalar] = plain }
                }
            }
        }
        return table
    }()
}

/// Words that are often typed without their apostrophe or hyphen.
enum Fused {
    static let parts: [String: [String]] = {
        let list = """
            c est, qu est, j ai, n ai, l heure, d heure, d heures, aujourd hui, s il, qu il, jusqu a, d ici, est ce, est il, reste t il, y a, qu as, n oublie, n oublies, \
            m appelle, t appelles, d appeler, d aller, d acheter, d arroser, d envoyer, d allumer, d apporter, d annuler, l eau, l ail, l huile, \
            rappelle moi, souviens toi, reveille moi, dis moi, demi heure, apres demain, apres midi, week end, what s, who s, it s, how s, let s, i m, i ve, o clock, \
            a m, p m
            """
        var table: [String: [String]] = [:]
        for entry in list.split(separator: ",") {
            let words = entry.split(separator: " ").map(String.init)
            let fused = words.joined()
            // Words of their own, which must stay whole.
            if !["its", "ya", "am", "pm", "dici", "im"].contains(fused) { table[fused] = words }
        }
        table["weekend"] = nil
        return table
    }()
}
