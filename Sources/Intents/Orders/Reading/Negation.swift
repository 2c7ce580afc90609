/// Orders not to do something: "n'allume pas la cuisine", "don't open the garage".
struct Negation {
    let lexicon: Lexicon

    /// The order that is forbidden; `nil` when nothing is.
    func forbidden(_ sentence: Sentence) -> String? {
        let words = sentence.words
        guard words.count > 1 else { return nil }
        if let length = lexicon.refusals.length(at: 0, in: words, before: words.count), length < words.count {
            let rest = sentence.text(of: length..<words.count)
            // "ne touche pas à la lumière": any order about it.
            return lexicon.verbs[words[length].folded] == nil ? lexicon.language(fr: "éteins ", en: "turn off ") + rest : rest
        }
        guard lexicon.language == .french else { return nil }
        if lexicon.negationOpeners.contains(words[0].folded) {
            guard words.count > 2, lexicon.verbs[words[1].folded] != nil else { return nil }
            // "n'allume que la cuisine" is an order.
            if ["que", "qu"].contains(words[2].folded) { return nil }
            var last = 2
            while last < words.count, lexicon.negations.contains(words[last].folded) { last += 1 }
            guard last > 2 else { return nil }
            return words[1].text + " " + sentence.text(of: last..<words.count)
        }
        // Without the "ne", as it is spoken: "allume pas la cuisine".
        guard lexicon.verbs[words[0].folded] != nil,
            ["pas", "jamais"].contains(words[1].folded) || words[1].folded == "surtout" && words.count > 2 && words[2].folded == "pas"
        else { return nil }
        let rest = words[1].folded == "surtout" ? 3 : 2
        return words[0].text + " " + sentence.text(of: rest..<words.count)
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
