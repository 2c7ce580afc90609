import Base
import Understanding

/// A part of an utterance with a verb of its own.
struct Clause: Sendable {
    /// The subject and the verb of a clause.
    struct Head: Sendable {
        /// The words of the subject; empty where it is carried over, or is a pronoun.
        var subject: Range<Int>
        var pronoun: ClauseWords.Pronoun?
        /// Where it begins.
        var start: Int
        var verb: VerbGroup
        /// "ma sœur qui habite à Lyon est …": what is said by the way.
        var aside: (verb: VerbGroup, complement: Range<Int>)?
    }

    /// All of it, with what opens it.
    var range: Range<Int>
    /// Without connectors and the like.
    var body: Range<Int>
    var openers: [Opener]
    var head: Head?
    var isQuestion: Bool
    /// Whether it opens a sentence.
    var isFirst: Bool
}

/// Cuts an utterance into clauses: at the ends of sentences, and where after a comma, an "et" or nothing another subject has a verb.
struct ClauseSplitter {
    let said: Saying
    let verbs: VerbGroupReader
    let times: ClauseTimeReader
    private let words: ClauseWords
    private let text: FoldedText

    init(_ said: Saying, times: ClauseTimeReader) {
        self.said = said
        self.times = times
        verbs = VerbGroupReader(said)
        words = said.words
        text = said.text
    }

    func clauses() -> [Clause] {
        var clauses: [Clause] = []
        var index = 0
        while index < said.count {
            let sentenceEnd = end(ofSentenceAt: index)
            var (openers, start, after) = opening(at: index, before: sentenceEnd)
            let carries = index > 0 && said.gaps[index] != .stop || !openers.isEmpty && !clauses.isEmpty
            let head = head(at: after, before: sentenceEnd, carries: carries)
            if head == nil { start = min(start, after) }
            let end = boundary(from: head?.verb.end ?? after, before: sentenceEnd, hasVerb: head != nil)
            openers = Array(openers.prefix(12))
            clauses.append(
                Clause(
                    range: index..<end, body: min(start, end)..<end, openers: openers, head: head, isQuestion: said.isQuestion(index),
                    isFirst: said.gaps[index] == .stop))
            index = max(end, index + 1)
        }
        return clauses
    }

    private func end(ofSentenceAt index: Int) -> Int {
        var next = index + 1
        while next < said.count, said.gaps[next] != .stop { next += 1 }
        return next
    }

    /// Openers and times at the head of a clause: where its words begin without openers, and where its subject may stand.
    func opening(at index: Int, before end: Int) -> (openers: [Opener], start: Int, after: Int) {
        var openers: [Opener] = [], start = index, after = index, hasTime = false
        for _ in 0..<10 {
            if let (opener, next) = said.opener(at: after, before: end), next < end {
                openers.append(opener)
                after = next
                // "non neuf, il a neuf ans"
                if opener == .correction, after + 1 < end, said.gaps[after + 1] == .comma,
                    said.text.tokens[after].kind == .number || Numerals.starters.contains(text[after]), head(at: after + 1, before: end, carries: false) != nil
                {
                    after += 1
                }
                if !hasTime { start = next }
            } else if let next = times.end(at: after, before: end), next < end, next > after {
                (after, hasTime) = (next, true)
            } else {
                break
            }
        }
        return (openers, start, after)
    }

    /// Where the clause that has begun ends.
    private func boundary(from start: Int, before end: Int, hasVerb: Bool) -> Int {
        guard start < end else { return end }
        for index in max(start, 1)..<end where hasVerb {
            let word = text[index]
            if isException(at: index, before: end) { return index }
            // "…, non, 4513"
            if said.gaps[index] == .comma, let (opener, next) = said.opener(at: index, before: end),
                opener == .correction || said.opener(at: next, before: end)?.0 == .correction
            {
                return index
            }
            let joins =
                said.gaps[index] == .comma || words.connectors.contains(word)
                || said.opener(at: index, before: end).map { $0.0 == .condition || $0.0 == .occasion } == true
            if joins, !words.subordinators.contains(text[index - 1]), startsClause(at: index, before: end) { return index }
            // "… j'habite": a subject pronoun with a verb begins a clause without any sign.
            if isStrong(word), word != "il" || text[index + 1] != "y", index > start || said.gaps[index] == .comma,
                !words.subordinators.contains(text[index - 1]), text[index - 1] != "t", head(at: index, before: end, carries: false) != nil
            {
                return index
            }
        }
        return end
    }

    /// "… mais pas les framboises", "…, pas ma cousine"
    private func isException(at index: Int, before end: Int) -> Bool {
        let turns = ["mais", "but"].contains(text[index])
        guard turns || said.gaps[index] == .comma else { return false }
        let next = turns ? index + 1 : index
        guard next + 2 < end || next + 2 == end && !turns, ["pas", "not"].contains(text[next]) else { return false }
        return words.determiners.contains(text[next + 1]) || ["a", "au", "aux", "en", "chez"].contains(text[next + 1])
    }

    private func isStrong(_ word: String) -> Bool {
        said.language == .french ? ["je", "j", "il", "elle", "on", "ils", "elles", "tu", "c"].contains(word) : ["i", "he", "she", "we", "they"].contains(word)
    }

    private func startsClause(at index: Int, before end: Int) -> Bool {
        let (openers, _, after) = opening(at: index, before: end)
        guard after < end else { return false }
        return head(at: after, before: end, carries: said.gaps[index] == .comma || !openers.isEmpty) != nil
    }

    // MARK: subject and verb

    func head(at start: Int, before end: Int, carries: Bool) -> Clause.Head? {
        guard start < end else { return nil }
        if let pronoun = words.pronouns[text[start]], let verb = verbs.read(at: start + 1, before: end, loose: pronoun != .it && pronoun != .you) {
            return Clause.Head(subject: start..<start, pronoun: pronoun, start: start, verb: verb)
        }
        if carries, mayCarry(start), let verb = verbs.read(at: start, before: end) {
            return Clause.Head(subject: start..<start, pronoun: nil, start: start, verb: verb)
        }
        let last = min(start + 10, end)
        var index = start + 1
        // "s'appelle ma sœur": a clitic belongs to the verb, and is no subject.
        if said.language == .french, Self.opening.contains(text[start]), text[start] != "y" { return nil }
        while index < last {
            if words.subordinators.contains(text[index]) { return aside(start, index, end) }
            if text[index - 1] != "et", text[index - 1] != "and", let pronoun = words.pronouns[text[index]], let verb = verbs.read(at: index + 1, before: end) {
                // "Léa elle habite", "le code c'est"
                let isName = index > start + 1 || text.tokens[start].kind == .word && !Numerals.starters.contains(text[start])
                return Clause.Head(subject: isName ? start..<index : start..<start, pronoun: pronoun, start: isName ? start : index, verb: verb)
            }
            if isVerb(at: index, from: start, before: end), let verb = verbs.read(at: index, before: end) {
                return Clause.Head(subject: start..<index, pronoun: nil, start: start, verb: verb)
            }
            index += 1
        }
        return nil
    }

    private static let opening: Set<String> = ["ne", "n", "se", "s", "me", "m", "te", "t", "y"]

    private func isVerb(at index: Int, from start: Int, before end: Int) -> Bool {
        let word = text[index]
        guard text.tokens[index].kind == .word else { return false }
        if said.language == .english { return isEnglishVerb(at: index, from: start, before: end) }
        let before = text[index - 1]
        if words.determiners.contains(before) || ["en", "par", "pour", "sans", "et", "rue"].contains(before) { return false }
        if Self.opening.contains(word) {
            let next = ["ne", "n"].contains(word) && Self.opening.union(["l", "le", "la", "les", "en"]).contains(text[index + 1]) ? index + 2 : index + 1
            return next < end && verbs.verbs.finite(text[next]) != nil
        }
        guard verbs.verbs.finite(word) != nil else { return false }
        if word == "a", said.isAccented(index, "à") { return false }
        // "le film préféré de Zoé est …": a participle, or a noun that looks like a verb.
        let next = text[index + 1]
        if said.raw(index).hasSuffix("é") || said.raw(index).hasSuffix("ée") || said.raw(index).hasSuffix("és")
            || word.hasPrefix("prefere") && ["de", "du", "d"].contains(next)
        {
            return false
        }
        if index + 1 < end, word != "a", ["est", "sont", "etait", "c", "s"].contains(next) { return false }
        return true
    }

    private func isEnglishVerb(at index: Int, from start: Int, before end: Int) -> Bool {
        let word = text[index], before = text[index - 1]
        if words.determiners.contains(before), !["this", "that", "these", "those"].contains(before) { return false }
        if ["of", "for", "and", "in", "at", "on", "s"].contains(before), before != "s" || verbs.verbs.participle(word) == nil && verbs.verbs.gerund(word) == nil
        {
            if before != "s" || ["is", "was", "are", "were", "has", "had"].contains(word) == false { return false }
        }
        if [
            "no", "never", "always", "also", "really", "usually", "often", "just", "still", "don", "doesn", "didn", "won", "isn", "aren", "wasn", "weren",
            "hasn", "haven", "cannot", "can",
            "will", "would", "used", "currently", "now",
        ].contains(word) {
            return verbs.read(at: index, before: end) != nil
        }
        if word == "s" { return !isGenitive(at: index, before: end) }
        guard verbs.verbs.finite(word) != nil, !["m", "re", "ve"].contains(word) else { return false }
        // "the stop sign is …": a noun that looks like a verb.
        let next = text[index + 1]
        if index + 1 < end, !isAuxiliary(word), isAuxiliary(next) || next == "s" { return false }
        return true
    }

    private func isAuxiliary(_ word: String) -> Bool {
        ["is", "are", "was", "were", "has", "had", "have", "isn", "wasn", "aren", "doesn", "don", "didn", "will"].contains(word)
    }

    /// "Leah's husband works" has the verb elsewhere; "Leah's pregnant" has it here.
    private func isGenitive(at index: Int, before end: Int) -> Bool {
        let next = index + 1
        guard next < end else { return false }
        if ["not", "a", "an", "the", "in", "at", "on", "got", "been", "my", "our", "no", "always", "never"].contains(text[next])
            || verbs.verbs.gerund(text[next]) != nil
        {
            return false
        }
        var later = next + 1
        while later < min(next + 6, end), said.gaps[later] == .space || said.gaps[later] == .none {
            let word = text[later]
            if words.connectors.contains(word) || words.subordinators.contains(word) { return false }
            if verbs.verbs.finite(word) != nil, !words.determiners.contains(text[later - 1]) || isAuxiliary(word) { return true }
            later += 1
        }
        return false
    }

    /// Whether a verb without a subject may go on with the one before: "et travaille chez Airbus", but not ", la marche".
    private func mayCarry(_ index: Int) -> Bool {
        let word = text[index]
        if ["le", "la", "les", "l", "en", "leur", "lui", "nous", "vous", "t", "te", "m", "me"].contains(word) { return false }
        if word == "a" {
            if said.isAccented(index, "à") { return false }
            let next = text[index + 1]
            return words.determiners.contains(next) || said.text.tokens.indices.contains(index + 1) && said.text.tokens[index + 1].kind == .number
                || Numerals.starters.contains(next)
                || verbs.verbs.participle(next) != nil
        }
        if said.language == .english, verbs.verbs.infinitive(word) == word, !["have", "do", "be"].contains(word) {
            return ["like", "live", "work", "love", "hate", "want"].contains(word)
        }
        return true
    }

    /// "ma sœur qui habite à Lyon est enceinte": the verb of the sentence stands behind that of the aside.
    private func aside(_ start: Int, _ who: Int, _ end: Int) -> Clause.Head? {
        guard ["qui", "who"].contains(text[who]), who > start, let first = verbs.read(at: who + 1, before: end) else { return nil }
        var index = first.end + 1
        while index < min(first.end + 10, end) {
            if words.subordinators.contains(text[index]) { return nil }
            if isVerb(at: index, from: start, before: end), let verb = verbs.read(at: index, before: end) {
                return Clause.Head(subject: start..<who, pronoun: nil, start: start, verb: verb, aside: (first, first.end..<index))
            }
            index += 1
        }
        return nil
    }
}
