/// The words that templates and names are made of, found again from what was typed or heard instead of them.
///
/// Spelling: each word is filed under itself with one letter (in longer words, two letters) left out; two words one edit apart share such an entry.
/// That is symmetric deletion, after W. Garbe's SymSpell; the distance is then counted exactly.
struct Vocabulary: Sendable {
    struct Word: Sendable {
        let folded: [UInt8]
        /// One bit for each letter it has: words whose letters differ are told apart without counting.
        let letters: UInt32
        let symbols: [Symbols.Symbol]
        let isLight: Bool
    }

    /// A word that may have been meant.
    struct Guess: Sendable {
        let symbols: [Symbols.Symbol]
        let cost: Float
    }

    private(set) var words: [Word] = []
    private var index: [String: Int32] = [:]
    /// The hash of a word with letters left out in the upper half, the word in the lower; in order once sealed.
    private var deletions: [UInt64] = []
    private var sounds: [String: [Int32]] = [:]
    let language: String
    let functionWords: FunctionWords
    private(set) var lightWords: [Int32] = []

    /// Words shorter than this are only found as they are, or by sound.
    private static let shortest = 3
    private static let shortestForTwo = 7
    private static let longest = 40

    init(language: String) {
        self.language = language
        functionWords = FunctionWords.of(language)
    }

    func contains(_ folded: String) -> Bool { index[folded] != nil }

    subscript(folded: String) -> Int32? { index[folded] }

    /// Adds a word as it is spelled in the automata.
    mutating func insert(_ text: String, symbols: [Symbols.Symbol]) {
        let folded = Tokenizer.folded(text)
        guard index[folded] == nil else { return }
        let id = Int32(words.count)
        index[folded] = id
        let isLight = functionWords.light.contains(folded)
        let bytes = Array(folded.utf8)
        words.append(Word(folded: bytes, letters: Self.letters(of: bytes), symbols: symbols, isLight: isLight))
        if isLight { lightWords.append(id) }
        if let key = Sounds.key(of: text, in: language) { sounds[key, default: []].append(id) }
        guard bytes.count >= Self.shortest, bytes.count <= Self.longest, bytes.contains(where: { $0 > 57 }) else { return }
        Self.eachDeletion(of: bytes, twice: bytes.count >= Self.shortestForTwo) {
            deletions.append($0 & 0xFFFF_FFFF_0000_0000 | UInt64(id))
        }
    }

    /// Makes ready for questions, after the last word.
    mutating func seal() { deletions.sort() }

    /// The words filed under a hash.
    private func filed(under hash: UInt64, _ body: (Int32) -> Void) {
        let key = hash & 0xFFFF_FFFF_0000_0000
        var low = 0
        var high = deletions.count
        while low < high {
            let middle = (low + high) / 2
            if deletions[middle] < key { low = middle + 1 } else { high = middle }
        }
        while low < deletions.count, deletions[low] & 0xFFFF_FFFF_0000_0000 == key {
            body(Int32(truncatingIfNeeded: deletions[low] & 0xFFFF_FFFF))
            low += 1
        }
    }

    /// What may have been meant by a word, in no order; the word itself, when it is one, is not among them.
    /// - Parameter isKnown: the word is one of the templates or the house.
    func guesses(for word: Sentence.Word, isKnown: Bool) -> [Guess] {
        let bytes = Array(word.folded.utf8)
        // Articles and prepositions are taken for each other elsewhere; words that turn the meaning are what they are.
        guard bytes.count <= Self.longest, !functionWords.turning.contains(word.folded), !functionWords.light.contains(word.folded) else { return [] }
        let own = index[word.folded]
        let penalty = isKnown ? Cost.knownWord : 0
        var found: [Found] = []
        func offer(_ id: Int32, _ cost: Float) {
            if id == own { return }
            if let index = found.firstIndex(where: { $0.id == id }) {
                found[index].cost = min(found[index].cost, cost)
            } else {
                found.append(Found(id: id, cost: cost))
            }
        }
        if let key = Sounds.key(of: word.text, in: language) { for id in sounds[key] ?? [] { offer(id, Cost.sound + penalty) } }
        if bytes.count >= Self.shortest, bytes.contains(where: { $0 > 57 }) {
            var seen: [Int32] = []
            let letters = Self.letters(of: bytes)
            Self.eachDeletion(of: bytes, twice: bytes.count >= Self.shortestForTwo) { key in
                filed(under: key) { id in
                    guard !seen.contains(id) else { return }
                    seen.append(id)
                    guard (letters ^ words[Int(id)].letters).nonzeroBitCount <= 4, abs(words[Int(id)].folded.count - bytes.count) <= 2,
                        let cost = Self.spellingCost(bytes, words[Int(id)].folded)
                    else { return }
                    offer(id, cost + penalty)
                }
            }
        }
        return found.map { Guess(symbols: words[Int($0.id)].symbols, cost: $0.cost) }
    }

    private static func letters(of bytes: [UInt8]) -> UInt32 { bytes.reduce(0) { $0 | 1 << UInt32($1 & 31) } }

    private struct Found {
        let id: Int32
        var cost: Float
    }

    /// What it costs to take one spelling for another; `nil` when they are too far apart.
    static func spellingCost(_ said: [UInt8], _ meant: [UInt8]) -> Float? {
        let length = max(said.count, meant.count)
        let allowed = min(said.count, meant.count) >= shortestForTwo ? 2 : 1
        guard abs(said.count - meant.count) <= allowed else { return nil }
        let distance = Edits.distance(said, meant, limit: allowed)
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
    private static func isEnding(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        let (short, long) = a.count < b.count ? (a, b) : (b, a)
        guard short.count >= 4, long.count == short.count + 1, let last = long.last, long.starts(with: short) else { return false }
        return last == UInt8(ascii: "s") || last == UInt8(ascii: "e") || last == UInt8(ascii: "x")
    }

    private static func eachDeletion(of bytes: [UInt8], twice: Bool, _ body: (UInt64) -> Void) {
        body(hash(bytes, without: -1, -1))
        for first in bytes.indices {
            // The same letter twice gives the same word twice.
            if first > 0, bytes[first] == bytes[first - 1] { continue }
            body(hash(bytes, without: first, -1))
            guard twice else { continue }
            for second in (first + 1)..<max(first + 1, bytes.count) { body(hash(bytes, without: first, second)) }
        }
    }

    /// FNV-1a, 64 bits.
    private static func hash(_ bytes: [UInt8], without first: Int, _ second: Int) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in bytes.indices where index != first && index != second { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
        return hash
    }
}

/// Distance between spellings.
enum Edits {
    /// Letters to change, add, leave out or swap with their neighbour (optimal string alignment); `limit + 1` when it is more than `limit`.
    static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
        guard abs(a.count - b.count) <= limit else { return limit + 1 }
        if a == b { return 0 }
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        let width = b.count + 1
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3 * width) { rows in
            // Three rows in turn: the one being written, the one before, and the one before that.
            for j in 0..<width { rows[j] = Int32(j) }
            var (row, last, before) = (width, 0, 2 * width)
            for i in 1...a.count {
                rows[row] = Int32(i)
                var smallest = Int32(i)
                for j in 1..<width {
                    var cost = min(rows[last + j] + 1, rows[row + j - 1] + 1, rows[last + j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                    if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, rows[before + j - 2] + 1) }
                    rows[row + j] = cost
                    smallest = min(smallest, cost)
                }
                if smallest > limit { return limit + 1 }
                (before, last, row) = (last, row, before)
            }
            return Int(rows[last + width - 1])
        }
    }
}
