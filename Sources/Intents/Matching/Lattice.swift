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

    let sentence: Sentence
    let range: Range<Int>
    let symbols: [Symbols.Symbol]
    /// Offsets into `symbols` where each word begins; one more at the end.
    let starts: [Int]
    /// Whether the word is joined to the next without a space, so that a template's gap may be there or not.
    let isSoft: [Bool]
    /// Per word: phrases of politeness that begin there, as the index of the word after them.
    let skips: [[Int]]
    private let light: [Bool]
    /// Whether it stops where something should follow: "éteins la".
    let isCutOff: Bool
    /// Whether something is missing in the middle: "le ventilateur du sur 50 %".
    let isBroken: Bool
    /// Per word: the other readings of it. Empty until asked for.
    private(set) var detours: [[Detour]] = []
    /// Per word: whether it is one of the templates or the house.
    private var isKnown: [Bool] = []
    /// Per word: offsets inside it where a gap may be missing.
    private(set) var cuts: [[Int]] = []
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
        let words = grammar.functionWords
        isCutOff = range.last.map { words.light.contains(sentence.words[$0].folded) } ?? false
        isBroken = range.dropFirst().contains { words.prepositions.contains(sentence.words[$0].folded) && words.light.contains(sentence.words[$0 - 1].folded) }
        light = range.map { grammar.functionWords.light.contains(sentence.words[$0].folded) }
        var symbols: [Symbols.Symbol] = []
        var starts: [Int] = []
        var isSoft: [Bool] = []
        var skips: [[Int]] = []
        symbols.reserveCapacity(range.count * 6)
        for index in range {
            let word = sentence.words[index]
            starts.append(symbols.count)
            for scalar in (keepsAccents ? word.text : word.folded).unicodeScalars { symbols.append(table[scalar]) }
            let isJoined = index + 1 < range.upperBound && word.range.upperBound == sentence.words[index + 1].range.lowerBound
            isSoft.append(ignoresSpaces || isJoined)
            var ends: [Int] = []
            for phrase in phrases[word.folded] ?? [] where index + phrase.count <= range.upperBound {
                if zip(phrase, sentence.words[index...]).allSatisfy({ $0 == $1.folded }) { ends.append(index - range.lowerBound + phrase.count) }
            }
            skips.append(ends)
        }
        starts.append(symbols.count)
        self.symbols = symbols
        self.starts = starts
        self.isSoft = isSoft
        self.skips = skips
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
        guard let first = starts.lastIndex(where: { $0 <= start }), let last = starts.firstIndex(where: { $0 >= end }), first < last else { return 0..<0 }
        return (range.lowerBound + first)..<(range.lowerBound + last)
    }

    func isLight(_ index: Int) -> Bool { light[index] }

    func word(_ index: Int) -> Sentence.Word { sentence.words[range.lowerBound + index] }

    /// Looks up what each word may have been meant to be: itself misspelled, two words written as one, or half of one written as two.
    /// - Parameter memory: guesses of before, by word; people say the same words again.
    mutating func addDetours(_ vocabularies: [Vocabulary], memory: inout [String: [Vocabulary.Guess]]) {
        guard detours.isEmpty else { return }
        for index in 0..<count {
            let word = word(index)
            let isKnown = vocabularies.contains { $0.contains(word.folded) }
            self.isKnown.append(isKnown)
            var found = guesses(for: word, isKnown: isKnown, vocabularies, &memory).map { detour(to: index + 1, $0.symbols, $0.cost) }
            cuts.append(isKnown ? [] : Self.cuts(of: word.folded, vocabularies).map { starts[index] + $0 })
            if index + 1 < count {
                let both = word.folded + self.word(index + 1).folded
                if both.utf8.count >= 4, let symbols = Self.symbols(of: both, vocabularies) { found.append(detour(to: index + 2, symbols, Cost.joined)) }
            }
            detours.append(found)
        }
    }

    /// What it would cost to take a word, alone or with the next, for words of the templates or the house, which it nearly is;
    /// `nil` for a word that is one, or that is none.
    func nearMiss(_ index: Int) -> Float? {
        if !cuts[index].isEmpty { return Cost.joined }
        let isAloneKnown = isKnown[index] || word(index).folded.utf8.count < 4
        return detours[index].lazy.filter { detour in
            detour.end > index + 1 ? !(isKnown[index] && isKnown[index + 1]) : !isAloneKnown
        }.map(\.cost).min()
    }

    /// Whether a word is one of the templates or the house that carries meaning.
    func isTelling(_ index: Int) -> Bool { isKnown[index] && !isLight(index) && word(index).folded.utf8.count >= 2 }

    func isNumber(_ index: Int) -> Bool { NumberReader.digits(word(index).text) != nil }

    private mutating func detour(to end: Int, _ symbols: [Symbols.Symbol], _ cost: Float) -> Detour {
        let start = detourSymbols.count
        detourSymbols += symbols
        var hasher = Hasher()
        hasher.combine(end)
        hasher.combine(symbols)
        return Detour(end: end, symbols: start..<detourSymbols.count, cost: cost, identity: hasher.finalize())
    }

    private func guesses(
        for word: Sentence.Word, isKnown: Bool, _ vocabularies: [Vocabulary], _ memory: inout [String: [Vocabulary.Guess]]
    ) -> [Vocabulary.Guess] {
        if let known = memory[word.text] { return known }
        var found = vocabularies.flatMap { $0.guesses(for: word, isKnown: isKnown) }
        found.sort { $0.cost < $1.cost }
        found = Array(found.prefix(Self.detourLimit))
        if memory.count >= Self.memoryLimit { memory = [:] }
        memory[word.text] = found
        return found
    }

    private static let memoryLimit = 4000
    /// Other readings of one word that are followed.
    private static let detourLimit = 8

    private static func symbols(of folded: String, _ vocabularies: [Vocabulary]) -> [Symbols.Symbol]? {
        for vocabulary in vocabularies { if let id = vocabulary[folded] { return vocabulary.words[Int(id)].symbols } }
        return nil
    }

    /// Where a word may be two that were written as one, "lalumière": both halves are known words. At most three places, in letters.
    private static func cuts(of folded: String, _ vocabularies: [Vocabulary]) -> [Int] {
        let scalars = Array(folded.unicodeScalars)
        guard scalars.count >= 4, scalars.count <= 30 else { return [] }
        func isWord(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
            let text = String(String.UnicodeScalarView(part))
            return vocabularies.contains { $0.contains(text) }
        }
        var found: [Int] = []
        for cut in 1..<(scalars.count - 1) where found.count < 3 {
            // One letter by itself is only a word when it is an article.
            guard cut > 1 || "lda".unicodeScalars.contains(scalars[0]) else { continue }
            if isWord(scalars[..<cut]), isWord(scalars[cut...]) { found.append(cut) }
        }
        return found
    }
}
