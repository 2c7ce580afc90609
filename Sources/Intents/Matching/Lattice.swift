/// The words of an utterance as the automata read them: symbols, gaps, and what each word may have been meant to be.
struct Lattice {
    /// A word or two that may have been meant by a run of words, and what it costs to believe so.
    struct Detour {
        /// The run ends before this word.
        let end: Int
        /// Its symbols, in `detourSymbols`.
        let symbols: Range<Int>
        let cost: Float
        /// The same for the same guess about the same word.
        let identity: Int
    }

    /// What is known of one word.
    private struct Facts {
        let kinds: FunctionWords.Kinds
        let number: Double?
        /// One of the templates or the house; not looked up before `addDetours`.
        var isKnown = false
        var hasCuts = false
    }

    let sentence: Sentence
    let range: Range<Int>
    let symbols: [Symbols.Symbol]
    /// Offsets into `symbols` where each word begins; one more at the end.
    let starts: [Int]
    /// Whether the word is joined to the next without a space, so that a template's gap may be there or not.
    let isSoft: [Bool]
    /// Per word: phrases of politeness that begin there, as the index of the word after them.
    let skips: [[Int]]
    private var facts: [Facts]
    /// Whether it stops where something should follow: "éteins la".
    let isCutOff: Bool
    /// Whether something is missing in the middle: "le ventilateur du sur 50 %".
    let isBroken: Bool
    /// The other readings of all words, one word's after the other's. Empty until asked for.
    private(set) var detours: [Detour] = []
    private var detourStarts: [Int] = []
    /// Offsets where a gap may be missing inside a word.
    private var cuts: [Int] = []
    /// The symbols of all detours, one after the other: reading them costs no reference count.
    private(set) var detourSymbols: [Symbols.Symbol] = []

    var count: Int { range.count }

    /// - Parameter table: the grammar's symbols, with those of the house's names.
    init(_ sentence: Sentence, _ range: Range<Int>, grammar: CompiledGrammar, symbols table: Symbols) {
        let keepsAccents = grammar.keepsAccents
        let ignoresSpaces = grammar.ignoresSpaces
        let phrases = grammar.phrases
        self.sentence = sentence
        self.range = range
        var symbols: [Symbols.Symbol] = []
        var starts: [Int] = []
        var isSoft: [Bool] = []
        var skips: [[Int]] = []
        var facts: [Facts] = []
        var isBroken = false
        symbols.reserveCapacity(range.count * 6)
        starts.reserveCapacity(range.count + 1)
        isSoft.reserveCapacity(range.count)
        skips.reserveCapacity(range.count)
        facts.reserveCapacity(range.count)
        for index in range {
            let word = sentence.words[index]
            starts.append(symbols.count)
            for scalar in (keepsAccents ? word.text : word.folded).unicodeScalars { symbols.append(table[scalar]) }
            let isJoined = index + 1 < range.upperBound && word.range.upperBound == sentence.words[index + 1].range.lowerBound
            isSoft.append(ignoresSpaces || isJoined)
            var ends: [Int] = []
            if let phrases = phrases[word.folded] {
                for phrase in phrases where index + phrase.count <= range.upperBound {
                    if zip(phrase, sentence.words[index...]).allSatisfy({ $0 == $1.folded }) { ends.append(index - range.lowerBound + phrase.count) }
                }
            }
            skips.append(ends)
            let kinds = grammar.functionWords.kinds(of: word.folded)
            if let last = facts.last, kinds.contains(.preposition), last.kinds.contains(.light) { isBroken = true }
            facts.append(Facts(kinds: kinds, number: NumberReader.digits(word.text)))
        }
        starts.append(symbols.count)
        self.symbols = symbols
        self.starts = starts
        self.isSoft = isSoft
        self.skips = skips
        self.isBroken = isBroken
        isCutOff = facts.last?.kinds.contains(.light) ?? false
        self.facts = facts
    }

    /// What was written between two offsets into the symbols: of the words, as they stand, or a part of one.
    func text(from start: Int, to end: Int) -> String {
        let words = words(from: start, to: end)
        let text = sentence.text(of: words)
        // Symbols and letters are not always one to one; where they are, a value inside a word is cut out exactly.
        let (before, after) = (start - starts[words.lowerBound - range.lowerBound], starts[words.upperBound - range.lowerBound] - end)
        guard before > 0 || after > 0, before + after < text.unicodeScalars.count else { return text }
        return String(text.unicodeScalars.dropFirst(before).dropLast(after))
    }

    /// The words between two offsets into the symbols, as indices into the sentence.
    func words(from start: Int, to end: Int) -> Range<Int> {
        let (first, last) = (lastWord(at: start), lastWord(at: end - 1) + 1)
        guard first < last else { return 0..<0 }
        return (range.lowerBound + first)..<(range.lowerBound + last)
    }

    /// The word that an offset is in or begins; words without letters count as begun by what follows them.
    private func lastWord(at offset: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high + 1) / 2
            if starts[middle] <= offset { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The word that begins at an offset, or the end; `nil` inside a word.
    func word(beginningAt offset: Int) -> Int? {
        let word = lastWord(at: offset)
        return starts[word] == offset ? word : nil
    }

    func isLight(_ index: Int) -> Bool { facts[index].kinds.contains(.light) }

    func isTurning(_ index: Int) -> Bool { facts[index].kinds.contains(.turning) }

    func isUnit(_ index: Int) -> Bool { facts[index].kinds.contains(.unit) }

    /// Its value, when it is a number in digits.
    func number(_ index: Int) -> Double? { facts[index].number }

    func word(_ index: Int) -> Sentence.Word { sentence.words[range.lowerBound + index] }

    /// The detours from a word.
    func detours(of index: Int) -> Range<Int> { detourStarts.isEmpty ? 0..<0 : detourStarts[index]..<detourStarts[index + 1] }

    func hasCuts(_ index: Int) -> Bool { facts[index].hasCuts }

    /// Whether a gap may be missing at an offset inside a word.
    func isCut(_ index: Int, at offset: Int) -> Bool { facts[index].hasCuts && cuts.contains(offset) }

    /// Looks up what each word may have been meant to be: itself misspelled, two words written as one, or half of one written as two.
    /// - Parameter memory: guesses of before, by word; people say the same words again.
    mutating func addDetours(_ vocabularies: [Vocabulary], memory: inout [String: [Vocabulary.Guess]]) {
        guard detourStarts.isEmpty else { return }
        detours.reserveCapacity(count * 6)
        detourSymbols.reserveCapacity(count * 48)
        for index in 0..<count {
            detourStarts.append(detours.count)
            let word = word(index)
            let isKnown = vocabularies.contains { $0.contains(word.folded) }
            facts[index].isKnown = isKnown
            for guess in guesses(for: word, isKnown: isKnown, vocabularies, &memory) {
                addDetour(to: index + 1, vocabularies[guess.vocabulary].symbols(of: guess.word), guess.cost)
            }
            if !isKnown {
                let found = Self.cuts(of: word.folded, vocabularies)
                facts[index].hasCuts = !found.isEmpty
                cuts += found.map { starts[index] + $0 }
            }
            if index + 1 < count {
                let both = word.folded + self.word(index + 1).folded
                guard both.utf8.count >= 4 else { continue }
                for vocabulary in vocabularies {
                    guard let id = vocabulary[both] else { continue }
                    addDetour(to: index + 2, vocabulary.symbols(of: id), Cost.joined)
                    break
                }
            }
        }
        detourStarts.append(detours.count)
    }

    /// What it would cost to take a word, alone or with the next, for words of the templates or the house, which it nearly is;
    /// `nil` for a word that is one, or that is none.
    func nearMiss(_ index: Int) -> Float? {
        if hasCuts(index) { return Cost.joined }
        let isAloneKnown = facts[index].isKnown || word(index).folded.utf8.count < 4
        var least: Float?
        for position in detours(of: index) {
            let detour = detours[position]
            guard detour.end > index + 1 ? !(facts[index].isKnown && facts[index + 1].isKnown) : !isAloneKnown else { continue }
            least = min(least ?? detour.cost, detour.cost)
        }
        return least
    }

    /// Whether a word is one of the templates or the house that carries meaning.
    func isTelling(_ index: Int) -> Bool { facts[index].isKnown && !isLight(index) && word(index).folded.utf8.count >= 2 }

    private mutating func addDetour(to end: Int, _ symbols: ArraySlice<Symbols.Symbol>, _ cost: Float) {
        let start = detourSymbols.count
        detourSymbols += symbols
        var identity = Mixer(UInt64(end))
        for symbol in symbols { identity.mix(UInt64(symbol)) }
        detours.append(Detour(end: end, symbols: start..<detourSymbols.count, cost: cost, identity: identity.value))
    }

    private func guesses(
        for word: Sentence.Word, isKnown: Bool, _ vocabularies: [Vocabulary], _ memory: inout [String: [Vocabulary.Guess]]
    ) -> [Vocabulary.Guess] {
        if let known = memory[word.text] { return known }
        var found: [Vocabulary.Guess] = []
        for index in vocabularies.indices { vocabularies[index].addGuesses(for: word, isKnown: isKnown, number: index, to: &found) }
        found.sort { $0.cost < $1.cost }
        found = Array(found.prefix(Self.detourLimit))
        if memory.count >= Self.memoryLimit { memory = [:] }
        memory[word.text] = found
        return found
    }

    private static let memoryLimit = 4000
    /// Other readings of one word that are followed.
    private static let detourLimit = 8

    /// Where a word may be two that were written as one, "lalumière": both halves are known words. At most three places, in letters.
    private static func cuts(of folded: String, _ vocabularies: [Vocabulary]) -> [Int] {
        var folded = folded
        return folded.withUTF8 { bytes in
            guard bytes.count >= 4, bytes.count <= 4 * longestCut else { return [] }
            var found: [Int] = []
            var letters = 0
            let count = bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
            guard count >= 4, count <= longestCut else { return [] }
            // Hashes of the beginnings: one letter more each time.
            var head = Vocabulary.Hash()
            head.add(bytes[0])
            for cut in 1..<bytes.count {
                defer { head.add(bytes[cut]) }
                guard bytes[cut] & 0xC0 != 0x80 else { continue }
                letters += 1
                guard letters < count - 1, found.count < 3 else { break }
                // One letter by itself is only a word when it is an article.
                guard letters > 1 || bytes[0] == UInt8(ascii: "l") || bytes[0] == UInt8(ascii: "d") || bytes[0] == UInt8(ascii: "a") else { continue }
                let (first, second) = (UnsafeBufferPointer(rebasing: bytes[..<cut]), UnsafeBufferPointer(rebasing: bytes[cut...]))
                guard vocabularies.contains(where: { $0.id(of: first, head) != nil }) else { continue }
                let tail = Vocabulary.Hash(second)
                if vocabularies.contains(where: { $0.id(of: second, tail) != nil }) { found.append(letters) }
            }
            return found
        }
    }

    private static let longestCut = 30
}

/// Makes one number of several, the same in every run.
struct Mixer {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &+ 0x9e37_79b9_7f4a_7c15 }

    mutating func mix(_ part: UInt64) {
        // The finalizer of MurmurHash3 (A. Appleby) between the parts.
        state = (state ^ part) &* 0xff51_afd7_ed55_8ccd
        state = (state ^ (state >> 33)) &* 0xc4ce_b9fe_1a85_ec53
        state ^= state >> 29
    }

    var value: Int { Int(truncatingIfNeeded: state) }
}
