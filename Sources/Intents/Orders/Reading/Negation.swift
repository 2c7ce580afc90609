/// Orders not to do something: "n'allume pas la cuisine", "don't open the garage".
struct Negation {
    let lexicon: Lexicon

    /// Ways to say the order that is forbidden, none when every order is; `nil` when nothing is.
    func forbidden(_ sentence: Sentence) -> [String]? {
        let words = sentence.words
        guard words.count > 1 else { return nil }
        if let length = lexicon.untouchables.length(at: 0, in: words, before: words.count), length < words.count {
            return anything(about: sentence.text(of: length..<words.count))
        }
        if let length = lexicon.refusals.length(at: 0, in: words, before: words.count), length < words.count {
            // "surtout n'allume pas": what follows says it again.
            let rest = Sentence(sentence.text(of: length..<words.count))
            if lexicon.verbs[words[length].folded] != nil { return [withoutNegations(rest)] }
        }
        if lexicon.leaving.contains(words[0].folded) {
            // "laisse ouvert le volet", "laisse le volet ouvert".
            var thing = 1..<words.count
            if lexicon.states.contains(words[thing.upperBound - 1].folded) { thing = thing.dropLast() }
            if let first = thing.first, lexicon.states.contains(words[first].folded) { thing = thing.dropFirst() }
            return thing.isEmpty ? nil : anything(about: sentence.text(of: thing))
        }
        guard lexicon.language == .french else { return nil }
        if lexicon.negationOpeners.contains(words[0].folded) {
            guard words.count > 2, lexicon.verbs[words[1].folded] != nil else { return nil }
            // "n'allume que la cuisine" is an order.
            if ["que", "qu"].contains(words[2].folded) { return nil }
            var last = 2
            while last < words.count, lexicon.negations.contains(words[last].folded) { last += 1 }
            guard last > 2 else { return nil }
            // "n'allume rien".
            return last == words.count ? [] : [words[1].text + " " + sentence.text(of: last..<words.count)]
        }
        // Without the "ne", as it is spoken: "allume pas la cuisine".
        guard lexicon.verbs[words[0].folded] != nil,
            ["pas", "jamais"].contains(words[1].folded) || words[1].folded == "surtout" && words.count > 2 && words[2].folded == "pas"
        else { return nil }
        return [withoutNegations(sentence)]
    }

    /// Orders about a thing, to see whether the house has it.
    private func anything(about thing: String) -> [String] {
        lexicon.language(fr: ["éteins ", "ferme "], en: ["turn off ", "close "]).map { $0 + thing }
    }

    /// "allume pas la cuisine" as "allume la cuisine".
    private func withoutNegations(_ sentence: Sentence) -> String {
        let words = sentence.words
        var next = 1
        while lexicon.language == .french, next < words.count, lexicon.negations.contains(words[next].folded) { next += 1 }
        return words[0].text + " " + sentence.text(of: next..<words.count)
    }

    /// "n'allume que la cuisine" as "allume la cuisine".
    func only(_ sentence: Sentence) -> String? {
        let words = sentence.words
        guard lexicon.language == .french, words.count > 3, lexicon.negationOpeners.contains(words[0].folded), lexicon.verbs[words[1].folded] != nil,
            ["que", "qu"].contains(words[2].folded)
        else { return nil }
        return words[1].text + " " + sentence.text(of: 3..<words.count)
    }
}
