import Foundation

/// An utterance as words: where each stands in the text, and how it reads without case and accents.
///
/// Whitespace, apostrophes, hyphens and punctuation part words; a number ends where its unit begins ("9h30", "40%"); in scripts that put no spaces
/// between words, every character is a word. Templates are parted by the same rules, so that both sides agree.
public struct Sentence: Sendable, Hashable {
    public struct Word: Sendable, Hashable {
        /// Lower case, with accents, composed.
        public var text: String
        /// The same without accents, and with ligatures opened: what is compared first.
        public var folded: String
        /// Where it stands in the text.
        public var range: Range<String.Index>
        /// Whether a comma, full stop or the like stands right before it.
        public var followsPause: Bool
    }

    public let text: String
    public let words: [Word]

    /// Longer utterances than this many words are read no further: nobody gives such an order.
    public static let wordLimit = 256

    public init(_ text: String) {
        self.text = text
        words = Tokenizer.words(of: text)
    }

    /// The text between the first and the last of some words, as it was written.
    public func text(of range: Range<Int>) -> String {
        guard !range.isEmpty else { return "" }
        return String(text[words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound])
    }

    /// The words around a range, with others in its place.
    func replacing(_ range: Range<Int>, with other: String) -> String {
        [text(of: 0..<range.lowerBound), other, text(of: range.upperBound..<words.count)].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

/// Parts text into words; shared by utterances, templates and names.
enum Tokenizer {
    /// What one character does to the words around it.
    enum Kind {
        case letter, digit
        /// A word by itself: `%`, `°`, a Chinese character.
        case symbol
        /// Parts words: space, apostrophe, hyphen.
        case boundary
        /// Parts words, and says that something ends: comma, full stop.
        case pause
    }

    static func kind(of scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x30...0x39: return .digit
        case 0x61...0x7A, 0x41...0x5A: return .letter
        case 0x25, 0xB0: return .symbol
        case 0x2C, 0x2E, 0x21, 0x3F, 0x3B, 0x3A, 0x2026, 0x3001, 0x3002, 0xFF0C, 0xFF1F, 0xFF01, 0x60C, 0x61F: return .pause
        case 0..<0x80: return .boundary
        // Scripts without spaces: Thai, Lao, Myanmar, Khmer, Han, kana.
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3134F:
            return .symbol
        default: break
        }
        if let number = scalar.properties.numericType, number == .decimal { return .digit }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .enclosingMark, .letterNumber,
            .otherNumber:
            return .letter
        case .format: return .letter
        default: return .boundary
        }
    }

    static func words(of text: String) -> [Sentence.Word] {
        var words: [Sentence.Word] = []
        words.reserveCapacity(16)
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        var current: Kind?
        var followsPause = false

        func close(at end: String.Index) {
            guard current != nil, start < end else { return }
            let piece = String(scalars[start..<end])
            let text = lowered(piece)
            words.append(Sentence.Word(text: text, folded: folded(text), range: start..<end, followsPause: followsPause))
            followsPause = false
            current = nil
        }

        var index = scalars.startIndex
        while index < scalars.endIndex, words.count < Sentence.wordLimit {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            var kind = kind(of: scalar)
            // A point or comma between digits belongs to the number; a minus before a digit and after a space is its sign.
            if kind == .pause, current == .digit, scalar.value == 0x2C || scalar.value == 0x2E, next < scalars.endIndex, Self.kind(of: scalars[next]) == .digit
            {
                kind = .digit
            }
            if scalar.value == 0x2D, next < scalars.endIndex, Self.kind(of: scalars[next]) == .digit,
                index == scalars.startIndex || scalars[scalars.index(before: index)].properties.isWhitespace
            {
                close(at: index)
                current = .digit
                start = index
                index = next
                continue
            }
            switch kind {
            case .letter, .digit:
                if current != kind {
                    close(at: index)
                    current = kind
                    start = index
                }
            case .symbol:
                close(at: index)
                current = .symbol
                start = index
                close(at: next)
            case .boundary: close(at: index)
            case .pause:
                close(at: index)
                followsPause = true
            }
            index = next
        }
        close(at: index)
        return words
    }

    /// Lower case and composed; ASCII, the usual case, without asking Unicode.
    static func lowered(_ piece: String) -> String {
        if piece.utf8.allSatisfy({ $0 < 0x80 }) {
            if !piece.utf8.contains(where: { $0 >= 0x41 && $0 <= 0x5A }) { return piece }
            return piece.lowercased()
        }
        let lowered = piece.lowercased()
        // Below the combining marks every character is composed.
        if lowered.unicodeScalars.allSatisfy({ $0.value < 0x300 }) { return lowered }
        return lowered.precomposedStringWithCanonicalMapping
    }

    /// Without accents, and with ligatures opened, in scripts where that only loses spelling; others are left as they are.
    static func folded(_ lowered: String) -> String {
        if lowered.utf8.allSatisfy({ $0 < 0x80 }) { return lowered }
        var result = ""
        // The letters of western Europe have their plain ones in a table; the rest is for Unicode to take apart.
        let isWestern = lowered.unicodeScalars.allSatisfy { $0.value < 0x80 || Self.plain(of: $0) != nil }
        if isWestern {
            for scalar in lowered.unicodeScalars {
                if let plain = Self.plain(of: scalar) { result += plain } else { result.unicodeScalars.append(scalar) }
            }
            return result
        }
        for scalar in lowered.decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.value {
            case 0x300...0x36F: continue
            case 0xE6: result += "ae"
            case 0x153: result += "oe"
            case 0xDF: result += "ss"
            case 0xF8: result += "o"
            case 0x142: result += "l"
            case 0x111: result += "d"
            case 0x131: result += "i"
            case 0x200B...0x200F, 0xAD: continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func plain(of scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0xE0...0xE5: "a"
        case 0xE6: "ae"
        case 0xE7: "c"
        case 0xE8...0xEB: "e"
        case 0xEC...0xEF: "i"
        case 0xF1: "n"
        case 0xF2...0xF6: "o"
        case 0xF9...0xFC: "u"
        case 0xFD, 0xFF: "y"
        case 0x153: "oe"
        default: nil
        }
    }
}
