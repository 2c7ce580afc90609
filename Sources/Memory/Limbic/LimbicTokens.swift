/// A text cut into words, pictures and breaks, each word as a hash of its letters without case and accents. One pass over the bytes, no strings made.
struct LimbicTokens {
    enum Kind: UInt8 { case word, picture, clauseEnd, sentenceEnd, quote }

    struct Token {
        var kind: Kind
        /// Of the letters; in a stretched word with every run of a letter cut to one ("troooop" is "trop").
        var hash: UInt64 = 0
        /// Of a stretched word with every run cut to two ("cooool" is "cool"); else 0.
        var paired: UInt64 = 0
        var isShouted = false
        var isStretched = false
        /// At a sentence's end: how many exclamation marks, and whether it asks.
        var exclamations: UInt8 = 0
        var asks = false
    }

    private(set) var all: [Token] = []
    private var word = LetterHash.seed
    private var paired = LetterHash.seed
    private var single = LetterHash.seed
    private var last: UInt8 = 0
    private var run = 0
    private var letters = 0
    private var capitals = 0
    private var isStretched = false

    init(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            all.reserveCapacity(bytes.count / 4 + 4)
            var at = 0
            while at < bytes.count { at = read(bytes, at) }
            endWord()
        }
    }

    /// Reads one scalar (or emoticon) and returns where the next begins.
    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        let byte = bytes[at]
        if byte < 0x80 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): add(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                capitals += 1
                add(byte | 0x20)
            default: return readMark(bytes, at)
            }
            return at + 1
        }
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        guard at + length <= bytes.count else { return bytes.count }
        var scalar = UInt32(byte) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[at + offset] & 0x3F) }
        readScalar(scalar, bytes[at..<at + length])
        return at + length
    }

    private mutating func readScalar(_ scalar: UInt32, _ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        switch scalar {
        case 0x152, 0x153, 0xC6, 0xE6:
            add(scalar < 0x100 ? UInt8(ascii: "a") : UInt8(ascii: "o"))
            add(UInt8(ascii: "e"))
        case 0xD7, 0xF7: endWord()
        case 0xC0...0x17F:
            if scalar < 0xDF { capitals += 1 }
            add(LetterHash.base(of: scalar))
        case 0x300...0x36F, 0x200D, 0xFE0E, 0xFE0F, 0x1F3FB...0x1F3FF: break  // accents written apart, joiners, skin colours
        case 0xAB, 0xBB, 0x201C, 0x201D: end(.quote)
        case 0x2013, 0x2014, 0x2026: end(.clauseEnd)
        case 0x80...0xBF, 0x2000...0x206F: endWord()
        case 0x2190...0x2BFF, 0x1F000...0x1FAFF:
            endWord()
            let hash = LetterHash.of(bytes)
            if let before = all.last, before.kind == .picture, before.hash == hash {
                all[all.count - 1].isStretched = true
            } else {
                all.append(Token(kind: .picture, hash: hash))
            }
        default: for byte in bytes { add(byte) }
        }
    }

    private mutating func readMark(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        let before = at > 0 ? bytes[at - 1] : UInt8(ascii: " ")
        if let length = LimbicLexicon.emoticonLength(bytes, at, after: before) {
            endWord()
            all.append(Token(kind: .picture, hash: LetterHash.of(bytes[at..<at + length])))
            return at + length
        }
        switch bytes[at] {
        case UInt8(ascii: "."), UInt8(ascii: ","):
            let isInNumber = at + 1 < bytes.count && (0x30...0x39).contains(bytes[at + 1]) && (0x30...0x39).contains(before)
            if isInNumber { endWord() } else { end(bytes[at] == UInt8(ascii: ".") ? .sentenceEnd : .clauseEnd) }
        case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\n"):
            end(.sentenceEnd)  // one end for "?!" and "!!!"
            if bytes[at] == UInt8(ascii: "!") { all[all.count - 1].exclamations = min(3, all[all.count - 1].exclamations + 1) }
            if bytes[at] == UInt8(ascii: "?") { all[all.count - 1].asks = true }
        case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"): end(.clauseEnd)
        case UInt8(ascii: "\""): end(.quote)
        default: endWord()
        }
        return at + 1
    }

    private mutating func add(_ letter: UInt8) {
        letters += 1
        run = letter == last ? run + 1 : 1
        last = letter
        word = LetterHash.add(letter, to: word)
        if run <= 2 { paired = LetterHash.add(letter, to: paired) }
        if run == 1 { single = LetterHash.add(letter, to: single) }
        if run == 3, letter > 0x39 { isStretched = true }
    }

    private mutating func end(_ kind: Kind) {
        endWord()
        if kind == .sentenceEnd, let before = all.last, before.kind == .sentenceEnd { return }
        all.append(Token(kind: kind))
    }

    private mutating func endWord() {
        guard letters > 0 else { return }
        var token = Token(kind: .word, hash: isStretched ? single : word)
        if isStretched { token.paired = paired }
        token.isShouted = capitals == letters && letters > 1
        token.isStretched = isStretched
        all.append(token)
        (word, paired, single) = (LetterHash.seed, LetterHash.seed, LetterHash.seed)
        (last, run, letters, capitals, isStretched) = (0, 0, 0, 0, false)
    }
}

/// FNV-1a over 64 bits (Fowler, Noll and Vo): words of a few thousand never meet in it, and an ending can be added to a stem's hash.
enum LetterHash {
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(seed) { add($1, to: $0) } }

    /// The hash of words in a row, from that of all but the last.
    static func join(_ words: UInt64, _ next: UInt64) -> UInt64 { (words << 7 | words >> 57) &* 0x9E37_79B9_7F4A_7C15 ^ next }

    /// The plain letter of an accented Latin one (U+00C0 to U+017F).
    static func base(of scalar: UInt32) -> UInt8 { bases[Int(scalar - 0xC0)] }

    private static let bases = Array(
        """
        aaaaaaaceeeeiiiidnoooooxouuuuytsaaaaaaaceeeeiiiidnoooooxouuuuyty\
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
        """.utf8)
}
