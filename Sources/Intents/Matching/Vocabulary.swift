/// The words that templates and names are made of, found again from what was typed or heard instead of them.
///
/// Spelling: each word is filed under itself with one letter (in longer words, two letters) left out; two words one edit apart share such an entry.
/// That is symmetric deletion, after W. Garbe's SymSpell; the distance is then counted exactly.
final class Vocabulary: Sendable {
    /// One word; its letters and symbols stand with those of the others.
    private struct Word {
        let hash: UInt64
        let bytes: Range<Int32>
        let symbols: Range<Int32>
        /// One bit for each letter it has: words whose letters differ are told apart without counting.
        let letters: UInt32
    }

    /// A word that may have been meant.
    struct Guess: Sendable {
        /// Which of several vocabularies.
        let vocabulary: Int
        let word: Int32
        var cost: Float
    }

    private let words: [Word]
    private let bytes: [UInt8]
    private let symbols: [Symbols.Symbol]
    /// Open addressing by hash; -1 where there is none. At least twice as many places as words.
    private let index: [Int32]
    private let deletions: Deletions
    private let sounds: [String: [Int32]]
    private let language: String
    private let functionWords: FunctionWords
    let lightWords: [Int32]

    /// Words shorter than this are only found as they are, or by sound.
    private static let shortest = 3
    private static let shortestForTwo = 7
    private static let longest = 40

    /// - Parameter spellings: words with their symbols in the automata; of the same word twice, the first counts.
    init(language: String, _ spellings: [(text: String, symbols: [Symbols.Symbol])]) {
        self.language = language
        functionWords = FunctionWords.of(language)
        var words: [Word] = []
        var bytes: [UInt8] = []
        var symbols: [Symbols.Symbol] = []
        var deletions = Deletions()
        var sounds: [String: [Int32]] = [:]
        var lightWords: [Int32] = []
        var size = 64
        while size < 2 * spellings.count + 2 { size *= 2 }
        var index = [Int32](repeating: -1, count: size)
        for (text, spelled) in spellings {
            let folded = Tokenizer.folded(text)
            let letters = Array(folded.utf8)
            let hash = letters.withUnsafeBufferPointer { Hash($0) }.value
            var place = Int(truncatingIfNeeded: hash) & (size - 1)
            while index[place] >= 0, !Self.isSame(words[Int(index[place])], hash, bytes, letters) { place = (place + 1) & (size - 1) }
            guard index[place] < 0 else { continue }
            let id = Int32(words.count)
            index[place] = id
            words.append(
                Word(
                    hash: hash, bytes: Int32(bytes.count)..<Int32(bytes.count + letters.count),
                    symbols: Int32(symbols.count)..<Int32(symbols.count + spelled.count), letters: Self.letters(of: letters)))
            bytes += letters
            symbols += spelled
            if functionWords.light.contains(folded) { lightWords.append(id) }
            if let key = Sounds.key(of: text, in: language) { sounds[key, default: []].append(id) }
            guard letters.count >= Self.shortest, letters.count <= Self.longest, letters.contains(where: { $0 > 57 }) else { continue }
            deletions.insert(letters, twice: letters.count >= Self.shortestForTwo, word: id)
        }
        deletions.seal()
        self.words = words
        self.bytes = bytes
        self.symbols = symbols
        self.index = index
        self.deletions = deletions
        self.sounds = sounds
        self.lightWords = lightWords
    }

    func contains(_ folded: String) -> Bool { self[folded] != nil }

    subscript(folded: String) -> Int32? {
        var folded = folded
        return folded.withUTF8 { id(of: $0, Hash($0)) }
    }

    /// The word with some letters; `hash` is theirs.
    func id(of letters: UnsafeBufferPointer<UInt8>, _ hash: Hash) -> Int32? {
        let wanted = hash.value
        var place = Int(truncatingIfNeeded: wanted) & (index.count - 1)
        while index[place] >= 0 {
            if Self.isSame(words[Int(index[place])], wanted, bytes, letters) { return index[place] }
            place = (place + 1) & (index.count - 1)
        }
        return nil
    }

    func symbols(of id: Int32) -> ArraySlice<Symbols.Symbol> {
        let range = words[Int(id)].symbols
        return symbols[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    private static func isSame(_ word: Word, _ hash: UInt64, _ bytes: [UInt8], _ letters: some Collection<UInt8>) -> Bool {
        word.hash == hash && bytes[Int(word.bytes.lowerBound)..<Int(word.bytes.upperBound)].elementsEqual(letters)
    }

    /// What may have been meant by a word, in no order; the word itself, when it is one, is not among them.
    /// - Parameters:
    ///   - isKnown: the word is one of the templates or the house.
    ///   - number: which of several vocabularies this one is.
    func addGuesses(for word: Sentence.Word, isKnown: Bool, number: Int, to guesses: inout [Guess]) {
        // Articles and prepositions are taken for each other elsewhere; words that turn the meaning are what they are.
        guard word.folded.utf8.count <= Self.longest, functionWords.kinds(of: word.folded).isDisjoint(with: [.turning, .light]) else { return }
        let said = Array(word.folded.utf8)
        let own = self[word.folded]
        let penalty = isKnown ? Cost.knownWord : 0
        let first = guesses.count
        if let key = Sounds.key(of: word.text, in: language) {
            for id in sounds[key] ?? [] where id != own { guesses.append(Guess(vocabulary: number, word: id, cost: Cost.sound + penalty)) }
        }
        guard said.count >= Self.shortest, said.contains(where: { $0 > 57 }) else { return }
        let letters = Self.letters(of: said)
        let pattern = Edits.Pattern(said)
        var seen: [Int32] = []
        deletions.each(near: said, twice: said.count >= Self.shortestForTwo) { id in
            guard id != own, !seen.contains(id) else { return }
            seen.append(id)
            let other = words[Int(id)]
            guard (letters ^ other.letters).nonzeroBitCount <= 4, abs(other.bytes.count - said.count) <= 2 else { return }
            let cost = bytes.withUnsafeBufferPointer { bytes in
                Self.spellingCost(said, UnsafeBufferPointer(rebasing: bytes[Int(other.bytes.lowerBound)..<Int(other.bytes.upperBound)]), pattern)
            }
            guard let cost else { return }
            if let same = guesses[first...].firstIndex(where: { $0.word == id }) {
                guesses[same].cost = min(guesses[same].cost, cost + penalty)
            } else {
                guesses.append(Guess(vocabulary: number, word: id, cost: cost + penalty))
            }
        }
    }

    /// One bit for each letter.
    static func letters(of bytes: [UInt8]) -> UInt32 { bytes.reduce(0) { $0 | 1 << UInt32($1 & 31) } }

    /// What it costs to take one spelling for another; `nil` when they are too far apart.
    private static func spellingCost(_ said: [UInt8], _ meant: UnsafeBufferPointer<UInt8>, _ pattern: borrowing Edits.Pattern) -> Float? {
        let length = max(said.count, meant.count)
        let allowed = min(said.count, meant.count) >= shortestForTwo ? 2 : 1
        guard abs(said.count - meant.count) <= allowed else { return nil }
        let distance = pattern.distance(to: meant)
        guard distance <= allowed, distance > 0 else { return nil }
        if distance == 1, isEnding(said, meant) { return Cost.ending }
        var cost =
            switch (distance, length) {
            case (1, ...3): Cost.oneLetterOfThree
            case (1, 4): Cost.oneLetterOfFour
            case (1, _): Cost.oneLetter
            default: Cost.twoLetters
            }
        if said.first != meant.first { cost += Cost.firstLetter }
        return cost
    }

    /// Whether they differ by a last letter that is written and not heard.
    private static func isEnding(_ said: [UInt8], _ meant: UnsafeBufferPointer<UInt8>) -> Bool {
        guard abs(said.count - meant.count) == 1, min(said.count, meant.count) >= 4 else { return false }
        guard let last = said.count > meant.count ? said.last : meant.last, zip(said, meant).allSatisfy({ $0 == $1 }) else { return false }
        return last == UInt8(ascii: "s") || last == UInt8(ascii: "e") || last == UInt8(ascii: "x")
    }

    /// A polynomial over the letters: of a text with letters left out it is known without going through the text again.
    struct Hash {
        fileprivate static let base: UInt64 = 0x9e37_79b9_7f4a_7c15
        fileprivate var sum: UInt64 = 0

        init() {}

        init(_ letters: UnsafeBufferPointer<UInt8>) { for letter in letters { add(letter) } }

        mutating func add(_ letter: UInt8) { sum = sum &* Self.base &+ UInt64(letter) &+ 1 }

        /// The upper bits of a product are the well-mixed ones.
        fileprivate static func mixed(_ sum: UInt64) -> UInt64 {
            let product = (sum ^ (sum >> 32)) &* 0xd6e8_feb8_6659_fd93
            return product ^ (product >> 32)
        }

        var value: UInt64 { Self.mixed(sum) }
    }
}

/// Words filed under what remains of them when a letter or two are left out.
private struct Deletions: Sendable {
    /// The hash of what remains in the upper half, the word in the lower; once sealed, by the upper bits of the hash.
    private var entries: [UInt64] = []
    /// Where the entries of each value of those bits begin.
    private var starts: [UInt32] = []
    private var shift: UInt64 = 0

    private static let powers: [UInt64] = (0..<64).reduce(into: [1]) { powers, _ in powers.append(powers[powers.count - 1] &* Vocabulary.Hash.base) }

    mutating func insert(_ letters: [UInt8], twice: Bool, word: Int32) {
        Self.each(letters, twice) { entries.append($0 & 0xFFFF_FFFF_0000_0000 | UInt64(word)) }
    }

    /// Sorts by counting.
    mutating func seal() {
        var bits: UInt64 = 4
        while 1 << bits < entries.count { bits += 1 }
        shift = 64 - bits
        starts = [UInt32](repeating: 0, count: 1 << bits + 1)
        for entry in entries { starts[Int(entry >> shift) + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        var next = starts
        var sorted = [UInt64](repeating: 0, count: entries.count)
        for entry in entries {
            let bucket = Int(entry >> shift)
            sorted[Int(next[bucket])] = entry
            next[bucket] += 1
        }
        entries = sorted
    }

    /// The words that share a remainder, some more than once.
    func each(near letters: [UInt8], twice: Bool, _ body: (Int32) -> Void) {
        guard !starts.isEmpty else { return }
        Self.each(letters, twice) { hash in
            let bucket = Int(hash >> shift)
            for index in Int(starts[bucket])..<Int(starts[bucket + 1]) where entries[index] >> 32 == hash >> 32 {
                body(Int32(truncatingIfNeeded: entries[index] & 0xFFFF_FFFF))
            }
        }
    }

    /// The hashes of a word as it is, and with one letter, or two, left out.
    private static func each(_ letters: [UInt8], _ twice: Bool, _ body: (UInt64) -> Void) {
        let count = letters.count
        let powers = powers
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * count + 2) { sums in
            // Of the beginnings, and of the ends as they stand in the whole.
            let ends = count + 1
            sums[0] = 0
            for index in 0..<count { sums[index + 1] = sums[index] &* Vocabulary.Hash.base &+ UInt64(letters[index]) &+ 1 }
            sums[ends + count] = 0
            for index in (0..<count).reversed() { sums[ends + index] = sums[ends + index + 1] &+ (UInt64(letters[index]) &+ 1) &* powers[count - 1 - index] }
            body(Vocabulary.Hash.mixed(sums[count]))
            for first in 0..<count {
                // The same letter twice gives the same word twice.
                if first > 0, letters[first] == letters[first - 1] { continue }
                body(Vocabulary.Hash.mixed(sums[first] &* powers[count - 1 - first] &+ sums[ends + first + 1]))
                guard twice, first + 1 < count else { continue }
                let head = sums[first] &* powers[count - 2 - first]
                for second in first + 1..<count {
                    let middle = sums[second] &- sums[first + 1] &* powers[second - first - 1]
                    body(Vocabulary.Hash.mixed(head &+ middle &* powers[count - 1 - second] &+ sums[ends + second + 1]))
                }
            }
        }
    }
}
