/// Puts a fragment into the place of what it stands for in a whole order: "éteins le salon" and "la cuisine" give "éteins la cuisine".
///
/// As much of the order as possible is kept, as long as the result is one that the templates have.
struct Splice {
    let finding: Finding

    private static let exactLimit = 8
    private static let nearLimit = 3

    struct Result {
        var text: String
        var candidates: [Candidate]
        var isExact: Bool
    }

    /// - Parameter replacesOnly: the fragment stands for something in the order ("non, la chambre"), and is not added to it.
    func best(_ base: String, _ fragment: String, replacesOnly: Bool = false, isExactOnly: Bool = false) -> Result? {
        let whole = finding.normal(Sentence(base))
        let words = whole.words
        let added = Sentence(fragment).words
        guard !words.isEmpty, let first = added.first else { return nil }
        let isValue = Self.valueOpeners.contains(first.folded) || first.folded.first?.isNumber == true
        var texts: [String] = []
        func offer(_ text: String) { if !texts.contains(text) { texts.append(text) } }
        if isValue, !replacesOnly { offer(whole.text(of: 0..<words.count) + " " + fragment) }
        for gap in gaps(in: words, for: first) {
            if gap.upperBound < words.count { offer(whole.text(of: 0..<gap.lowerBound) + " " + fragment + " " + whole.text(of: gap.upperBound..<words.count)) }
            offer(whole.text(of: 0..<gap.lowerBound) + " " + fragment)
        }
        if !isValue || replacesOnly { offer(whole.text(of: 0..<words.count) + " " + fragment) }
        // What the order said besides its target stays said: "et dans la chambre" keeps the 20 degrees.
        let kept = finding.exact(base).first.map(values)
        var firstExact: Result?
        for text in texts.prefix(Self.exactLimit) {
            let found = plausible(finding.exact(text), text)
            guard let best = found.first, best.unknown.isEmpty else { continue }
            let result = Result(text: text, candidates: found, isExact: true)
            if kept.map({ $0.isSubset(of: values(best)) }) ?? true { return result }
            if firstExact == nil { firstExact = result }
        }
        if firstExact != nil || isExactOnly { return firstExact }
        var nearest: Result?
        for text in texts.prefix(Self.nearLimit) {
            let found = plausible(finding.near(text), text)
            guard let best = found.first else { continue }
            if nearest.map({ best.cost < $0.candidates[0].cost - 0.01 }) ?? true { nearest = Result(text: text, candidates: found, isExact: false) }
        }
        return nearest
    }

    /// The slots that say what shall become of the target, and the intent.
    private func values(_ candidate: Candidate) -> Set<String> {
        Set(candidate.intent.slots.keys.filter { !TargetText.slots.contains($0) } + [candidate.intent.name])
    }

    private func plausible(_ found: [Candidate], _ text: String) -> [Candidate] {
        Plausibility(finding: finding, sentence: finding.normal(Sentence(text))).filter(found)
            .filter { $0.freeSlots == 0 || $0.intent.name == "JarvisSkill" || $0.intent.slots["item"] != nil }
    }

    /// What the fragment may stand for, the last first: a run from an article or a preposition to the next, or, for a fragment without one, from any word
    /// behind the verb.
    private func gaps(in words: [Sentence.Word], for first: Sentence.Word) -> [Range<Int>] {
        let lexicon = finding.lexicon
        guard words.count > 1 else { return [] }
        let isLight = lexicon.isLight(first.folded)
        let openers = (1..<words.count).filter { lexicon.isLight(words[$0].folded) && !lexicon.isLight(words[$0 - 1].folded) }
        func end(_ start: Int) -> Int { openers.first { $0 > start } ?? Self.tail(of: words, after: start, lexicon) }
        var gaps: [Range<Int>] = []
        for index in stride(from: words.count - 1, through: 1, by: -1) {
            let opensPhrase = openers.contains(index)
            if isLight ? opensPhrase : (opensPhrase || !lexicon.isLight(words[index].folded)) { gaps.append(index..<end(index)) }
            // "in the kitchen" for "the kitchen": behind the preposition too.
            if isLight, lexicon.definite.contains(first.folded), lexicon.definite.contains(words[index].folded),
                lexicon.prepositions.contains(words[index - 1].folded)
            {
                gaps.append(index..<end(index))
            }
        }
        // "du pain" stands for "du lait" sooner than for "de courses".
        return gaps.filter { words[$0.lowerBound].folded == first.folded } + gaps.filter { words[$0.lowerBound].folded != first.folded }
    }

    /// Where a name that goes on to the end stops: before the "off" of "turn the lights in the kitchen off".
    private static func tail(of words: [Sentence.Word], after start: Int, _ lexicon: Lexicon) -> Int {
        guard lexicon.language == .english, let last = words.last, words.count - 1 > start, ["on", "off", "out", "up", "down"].contains(last.folded) else {
            return words.count
        }
        return words.count - 1
    }

    private static let valueOpeners: Set<String> = ["a", "en", "sur", "to", "at"]
}
