import Foundation

/// Cuts a text into words: lower-case letters and digits without accents, as UTF-8.
///
/// Everything else parts words (apostrophes and hyphens, too); signs of Chinese and Japanese are a word each.
struct WordSplitter {
    private var folded: [UInt8] = []

    /// What a text holds that is at most this long is found; more would be no text. In bytes.
    static let textLimit = 1 << 20

    /// Calls `body` with the UTF-8 of as much of a text as is read.
    static func withBytes<Result>(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var text = text
        return text.withUTF8 { body(UnsafeBufferPointer(rebasing: $0.prefix(textLimit))) }
    }

    /// Calls `body` with each word, and with where it stands.
    mutating func forEachWord(of bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Void) {
        folded.removeAll(keepingCapacity: true)
        var start = 0, at = 0
        func end() {
            guard !folded.isEmpty else { return }
            folded.withUnsafeBufferPointer { body($0, start..<at) }
            folded.removeAll(keepingCapacity: true)
        }
        while at < bytes.count {
            let byte = bytes[at]
            if byte < 0x80 {
                let small = byte | 0x20
                if small >= UInt8(ascii: "a") && small <= UInt8(ascii: "z") {
                    if folded.isEmpty { start = at }
                    folded.append(small)
                } else if byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") {
                    if folded.isEmpty { start = at }
                    folded.append(byte)
                } else {
                    end()
                }
                at += 1
                continue
            }
            let (scalar, length) = Self.scalar(bytes, at)
            switch Folding.of(scalar) {
            case .parts: end()
            case .mark: break
            case .letters(let letters):
                if folded.isEmpty { start = at }
                folded.append(contentsOf: letters)
            case .word(let letters):
                end()
                start = at
                folded.append(contentsOf: letters)
                at += length
                end()
                continue
            }
            at += length
        }
        end()
    }

    /// The scalar that begins at `at`, and how many bytes it has. A string's UTF-8 is valid, but the limit may have cut its last scalar.
    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (UInt32, Int) {
        let first = UInt32(bytes[at]), length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard at + length <= bytes.count else { return (0x20, bytes.count - at) }
        func next(_ offset: Int) -> UInt32 { UInt32(bytes[at + offset]) & 0x3F }
        switch length {
        case 2: return ((first & 0x1F) << 6 | next(1), 2)
        case 3: return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3)
        default: return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
        }
    }
}

/// What becomes of a scalar beyond ASCII in a word.
enum Folding: Sendable {
    /// It stands between words.
    case parts
    /// An accent on the letter before.
    case mark
    case letters([UInt8])
    /// A sign that is a word.
    case word([UInt8])

    static func of(_ scalar: UInt32) -> Folding {
        scalar < UInt32(table.count) ? table[Int(scalar)] : Unicode.Scalar(scalar).map(compute) ?? .parts
    }

    /// The European letters.
    private static let table: [Folding] = (0..<0x250).map { UInt32($0) }.map { Unicode.Scalar($0).map(compute) ?? .parts }

    private static func compute(_ scalar: Unicode.Scalar) -> Folding {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return .mark
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber, .spacingMark:
            break
        default: return .parts
        }
        switch scalar {
        case "œ", "Œ": return .letters(Array("oe".utf8))
        case "æ", "Æ": return .letters(Array("ae".utf8))
        case "ø", "Ø": return .letters(Array("o".utf8))
        case "ł", "Ł": return .letters(Array("l".utf8))
        case "ß", "ẞ": return .letters(Array("ss".utf8))
        default: break
        }
        let bare = String(scalar).folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil).lowercased()
        let letters = Array(String(bare.unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }).utf8)
        if letters.isEmpty { return .mark }
        return scalar.properties.isIdeographic || (0x3040...0x30FF).contains(scalar.value) ? .word(letters) : .letters(letters)
    }
}
