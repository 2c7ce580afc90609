import Base

/// English verb groups: "doesn't … anymore", "has never been".
extension VerbGroupReader {
    /// The same in the past, and told of the past far more often.
    static let sameInPast: Set<String> = ["put", "quit", "split", "left", "found"]
    static let englishAdverbs: Set<String> = [
        "also", "always", "usually", "often", "really", "just", "already", "still", "currently", "now", "only", "actually", "recently", "both", "all", "even",
        "absolutely",
        "apparently", "probably", "sometimes", "finally", "so", "very", "totally", "quite", "definitely", "simply", "truly", "truly", "maybe", "generally",
        "officially",
    ]

    func english(at start: Int, before end: Int, loose: Bool) -> VerbGroup? {
        let text = said.text
        var index = start, group = VerbGroup(lemma: "", tense: .present, range: start..<start, core: start)
        index = skipped(index, end, &group)
        guard index < end, text.tokens[index].kind == .word else { return nil }
        let word = text[index]
        switch word {
        case "don", "doesn", "didn", "do", "does", "did":
            let isNegated = word.hasSuffix("n")
            let from = index
            index += 1
            index = skipped(index, end, &group)
            if isNegated { group.polarity = group.polarity == .noMore ? .noMore : .negated }
            if index < end, let lemma = verbs.infinitive(text[index]), group.polarity != .affirmed {
                group.lemma = lemma
                group.tense = word.hasPrefix("di") ? .past : .present
                group.core = index
                index += 1
            } else {
                guard !isNegated else { return nil }
                (group.lemma, group.core) = ("do", from)
                group.tense = word == "did" ? .past : .present
                group.isFinished = word == "did"
                index = from + 1
            }
        case "used" where text[index + 1] == "to":
            guard let lemma = verbs.infinitive(text[index + 2]) else { return nil }
            (group.lemma, group.tense, group.core) = (lemma, .imperfect, index + 2)
            index += 3
        case "will", "ll", "won", "shall":
            if word == "won" { group.polarity = .negated }
            index += 1
            index = skipped(index, end, &group)
            guard index < end, let lemma = verbs.infinitive(text[index]) ?? (loose ? text[index] : nil) else { return nil }
            (group.lemma, group.tense, group.core) = (lemma, .future, index)
            index += 1
        case "would", "d", "could", "should", "might", "may", "must", "can", "cannot", "wouldn", "couldn", "shouldn":
            if word.hasSuffix("n") || word == "cannot" { group.polarity = .negated }
            index += 1
            index = skipped(index, end, &group)
            let isDislike = ["can", "cannot"].contains(word) && group.polarity == .negated && text[index] == "stand"
            group.tense = isDislike ? .present : .conditional
            guard index < end, let lemma = verbs.infinitive(text[index]) ?? (loose ? text[index] : nil) else { return nil }
            (group.lemma, group.core) = (lemma, index)
            index += 1
        case "have", "has", "had", "ve", "haven", "hasn", "hadn": index = perfect(word, index, end, &group)
        case "am", "is", "are", "was", "were", "m", "re", "isn", "aren", "wasn", "weren": index = being(word, index, end, &group)
        case "s": index = contraction(index, end, &group)
        default:
            let past = Self.sameInPast.contains(word) ? verbs.forms(of: word).first { $0.tense == .past } : nil
            guard let form = past ?? verbs.finite(word) ?? (loose ? VerbForm(lemma: "", tense: .present) : nil) else { return nil }
            group.lemma = form.lemma
            group.tense = form.tense
            group.core = index
            group.isFinished = form.tense == .past
            index += 1
        }
        index = skipped(index, end, &group)
        phase(&group, &index, end)
        while index < end, ["really", "too", "also"].contains(text[index]) { index += 1 }
        group.range = start..<index
        return group
    }

    func perfect(_ word: String, _ start: Int, _ end: Int, _ group: inout VerbGroup) -> Int {
        var index = start + 1
        if word.hasSuffix("n") { group.polarity = .negated }
        index = skipped(index, end, &group)
        let text = said.text
        group.tense = word == "had" || word == "hadn" ? .past : .present
        (group.lemma, group.core) = ("have", start)
        guard index < end else { return index }
        if text[index] == "got", word != "had" { return index + 1 }
        if text[index] == "been" {
            let next = skipped(index + 1, end, &group)
            if let lemma = verbs.gerund(text[next]) {
                (group.lemma, group.core) = (lemma, next)
                return next + 1
            }
            (group.lemma, group.core) = ("be", index)
            if next < end, let lemma = verbs.participle(text[next]), !Frames.of(.english)["be " + lemma].isEmpty || isUpkeep(lemma) {
                (group.lemma, group.core, group.isFinished, group.tense) = ("be " + lemma, next, true, .past)
                return next + 1
            }
            return index + 1
        }
        if let lemma = verbs.participle(text[index]) {
            (group.lemma, group.core, group.isFinished) = (lemma, index, true)
            group.tense = .past
            // "has lived here since": it still is so.
            if !Frames.of(.english)[lemma].contains(where: { $0.change != nil }),
                ["live", "work", "study", "know", "own", "be", "have", "play"].contains(lemma)
            {
                (group.tense, group.isFinished) = (.present, false)
            }
            return index + 1
        }
        return start + 1
    }

    func being(_ word: String, _ start: Int, _ end: Int, _ group: inout VerbGroup) -> Int {
        if word.hasSuffix("n") { group.polarity = .negated }
        let index = skipped(start + 1, end, &group), text = said.text
        group.tense = word.hasPrefix("wa") || word.hasPrefix("we") ? .imperfect : .present
        (group.lemma, group.core) = ("be", start)
        guard index < end else { return index }
        if text[index] == "going", text[index + 1] == "to", let lemma = verbs.infinitive(text[index + 2]) {
            (group.lemma, group.tense, group.core) = (lemma, .future, index + 2)
            return index + 3
        }
        if let lemma = verbs.gerund(text[index]) {
            (group.lemma, group.core) = (lemma, index)
            return index + 1
        }
        if let lemma = verbs.participle(text[index]), !isEnglishAdjective(at: index), !Frames.of(.english)["be " + lemma].isEmpty || isUpkeep(lemma) {
            (group.lemma, group.core) = ("be " + lemma, index)
            if isUpkeep(lemma), group.tense == .imperfect { (group.tense, group.isFinished) = (.past, true) }
            return index + 1
        }
        return index
    }

    /// "'s" is "is", or "has" before a participle that "be" does not take.
    func contraction(_ start: Int, _ end: Int, _ group: inout VerbGroup) -> Int {
        let index = skipped(start + 1, end, &group)
        if index < end, said.text[index] == "got" || said.text[index] == "been" { return perfect("has", start, end, &group) }
        if index < end, let lemma = verbs.participle(said.text[index]), !isEnglishAdjective(at: index), Frames.of(.english)["be " + lemma].isEmpty,
            verbs.gerund(said.text[index]) == nil
        {
            return perfect("has", start, end, &group)
        }
        return being("is", start, end, &group)
    }

    func skipped(_ start: Int, _ end: Int, _ group: inout VerbGroup) -> Int {
        var index = start
        while index < end {
            let word = said.text[index]
            if word == "not" || word == "never" || word == "t" {
                group.polarity = .negated
            } else if word == "no", said.text[index + 1] == "longer" {
                group.polarity = .noMore
                index += 1
            } else if !Self.englishAdverbs.contains(word) {
                break
            }
            index += 1
        }
        return index
    }

    func isEnglishAdjective(at index: Int) -> Bool { Frames.of(.english)["be"].contains { $0.marker.first == said.text[index] } }

    func phase(_ group: inout VerbGroup, _ next: inout Int, _ end: Int) {
        let ends = ["stop", "quit"].contains(group.lemma), begins = ["start", "begin", "take"].contains(group.lemma)
        guard ends || begins, next < end else { return }
        if let lemma = verbs.gerund(said.text[next]), group.lemma != "take" {
            (group.lemma, group.core, group.phase, group.isFinished) = (lemma, next, ends ? .ends : .begins, false)
            next += 1
        } else if group.lemma == "take", said.text[next] == "up" {
            (group.lemma, group.phase, group.isFinished) = ("do", .begins, false)
            next += 1
        }
    }
}
