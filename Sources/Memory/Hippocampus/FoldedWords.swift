import Foundation

/// The words of a text as they are compared, and what their spelling tells: case, where a sentence begins, digits.
///
/// Folds like `Words.fold`, in one pass and for most text without Foundation: every turn is read here, also one of 8,000 characters.
struct FoldedWords {
    struct Word {
        /// Lower case, without accents: "ete" for "Été".
        var text: String
        var hash: UInt64
        /// Where it stands in the text.
        var range: Range<String.Index>
        var isCapitalised: Bool
        var startsSentence: Bool
        var hasDigit: Bool
        /// Whether only a hyphen stands between it and the next ("rendez-vous").
        var joinsNext: Bool
        /// Whether a sentence or clause ends right after it.
        var endsClause: Bool
    }

    private(set) var words: [Word] = []

    init(_ text: String) {
        var bytes: [UInt8] = []
        var start = text.startIndex, isCapitalised = false, hasDigit = false, startsSentence = true, isOpen = false
        words.reserveCapacity(text.utf8.count / 5 + 1)
        bytes.reserveCapacity(24)

        func close(at end: String.Index) {
            guard isOpen else { return }
            isOpen = false
            guard !bytes.isEmpty else { return }
            words.append(
                Word(
                    text: String(decoding: bytes, as: UTF8.self), hash: Mixing.hash(bytes), range: start..<end, isCapitalised: isCapitalised,
                    startsSentence: startsSentence, hasDigit: hasDigit, joinsNext: false, endsClause: false))
            startsSentence = false
            bytes.removeAll(keepingCapacity: true)
        }

        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index != scalars.endIndex {
            let scalar = scalars[index]
            let fold = Self.fold(scalar, into: &bytes)
            switch fold {
            case .mark: break
            case .letter(let isUpper), .digit(let isUpper):
                if !isOpen {
                    (isOpen, start, isCapitalised, hasDigit) = (true, index, isUpper, false)
                }
                if case .digit = fold { hasDigit = true }
            case .none:
                close(at: index)
                switch scalar {
                case ".", "!", "?", "\n", ";", "…":
                    startsSentence = true
                    if !words.isEmpty { words[words.count - 1].endsClause = true }
                case ",", ":", "(", ")", "«", "»", "\"": if !words.isEmpty { words[words.count - 1].endsClause = true }
                case "-", "‑": if !words.isEmpty, words[words.count - 1].range.upperBound == index { words[words.count - 1].joinsNext = true }
                default: break
                }
            }
            index = scalars.index(after: index)
        }
        close(at: scalars.endIndex)
        if !words.isEmpty { words[words.count - 1].joinsNext = false }
    }

    var texts: [String] { words.map(\.text) }

    private enum Fold { case letter(isUpper: Bool), digit(isUpper: Bool), mark, none }

    private static func fold(_ scalar: Unicode.Scalar, into bytes: inout [UInt8]) -> Fold {
        let value = scalar.value
        switch value {
        case 0x61...0x7A:
            bytes.append(UInt8(value))
            return .letter(isUpper: false)
        case 0x41...0x5A:
            bytes.append(UInt8(value) | 0x20)
            return .letter(isUpper: true)
        case 0x30...0x39:
            bytes.append(UInt8(value))
            return .digit(isUpper: false)
        case 0..<0xC0: return .none
        case 0xC0...0x17F:
            guard let base = latin[Int(value) - 0xC0] else { return .none }
            bytes.append(contentsOf: base.utf8)
            return .letter(isUpper: scalar.properties.isUppercase)
        case 0x300...0x36F: return .mark
        default:
            let properties = scalar.properties
            guard properties.isAlphabetic || properties.numericType != nil else { return .none }
            // Seldom, so that Foundation may do it: Greek, Cyrillic, Vietnamese.
            let base = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first ?? scalar
            bytes.append(contentsOf: base.properties.lowercaseMapping.utf8)
            return properties.numericType != nil ? .digit(isUpper: false) : .letter(isUpper: properties.isUppercase)
        }
    }

    /// Latin-1 and Latin Extended-A from U+00C0 on without their accents; `nil` where there is no letter.
    private static let latin: [String?] = {
        let letters =
            "aaaaaaæceeeeiiiidnooooo*ouuuuyþßaaaaaaæceeeeiiiidnooooo*ouuuuyþyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii"
            + "ĳĳjjkkkllllllllllnnnnnnnnnooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
        var bases: [String?] = []
        for letter in letters {
            switch letter {
            case "æ": bases.append("ae")
            case "œ": bases.append("oe")
            case "ĳ": bases.append("ij")
            case "ß": bases.append("ss")
            case "þ": bases.append("th")
            case "*": bases.append(nil)
            default: bases.append(String(letter))
            }
        }
        return bases
    }()
}

/// Mixing of 64-bit numbers: the same on every machine and in every run, unlike `Hasher`.
enum Mixing {
    /// FNV-1a (Fowler, Noll, Vo), finished with the mixer of SplitMix64.
    static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return mix(hash)
    }

    static func hash(_ text: String) -> UInt64 { hash(text.utf8) }

    static func join(_ a: UInt64, _ b: UInt64) -> UInt64 { mix(a &* 0x9E37_79B9_7F4A_7C15 &+ b) }

    /// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
    static func mix(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
