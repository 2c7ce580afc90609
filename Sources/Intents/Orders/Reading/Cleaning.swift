/// Puts aside what changes nothing about an order: the name, politeness, hesitation.
enum Cleaning {
    /// The sentence without courtesy; one that is nothing else comes back empty.
    static func clean(_ sentence: Sentence, _ lexicon: Lexicon) -> Sentence {
        var words: [Sentence.Word] = []
        var text = bare(sentence, lexicon).text
        // Openings hide one another: "bonjour jarvis, est-ce que tu peux …".
        for _ in 0..<8 {
            let current = Sentence(text)
            words = current.words
            guard let change = opening(of: words, lexicon) else { break }
            text = change.prefix + current.text(of: change.next..<words.count)
            if change.next >= words.count { break }
        }
        for _ in 0..<4 {
            let current = Sentence(text)
            guard let length = lexicon.closings.length(endingAt: current.words.count, in: current.words, after: 0) else { break }
            text = current.text(of: 0..<current.words.count - length)
        }
        return Sentence(text)
    }

    /// Without hesitation, "s'il te plaît" and the name, which stand anywhere: what an answer or a follow-up is read from.
    static func bare(_ sentence: Sentence, _ lexicon: Lexicon) -> Sentence {
        let words = sentence.words
        var kept = words.map { !lexicon.hesitations.contains($0.folded) }
        for index in [0, words.count - 1] where index >= 0 && index < words.count && lexicon.names.contains(words[index].folded) { kept[index] = false }
        var index = 0
        while index < words.count {
            guard let length = lexicon.please.length(at: index, in: words, before: words.count) else {
                index += 1
                continue
            }
            for offset in index..<index + length { kept[offset] = false }
            index += length
        }
        return kept.contains(false) ? Sentence(joined(sentence, kept)) : sentence
    }

    /// What stands before the order, and ends before `next`; `prefix` takes its place.
    private static func opening(of words: [Sentence.Word], _ lexicon: Lexicon) -> (next: Int, prefix: String)? {
        guard let first = words.first else { return nil }
        if words.count > 2, words[1].followsPause, lexicon.interjections.contains(first.folded) { return (1, "") }
        if let length = lexicon.tellMe.length(at: 0, in: words, before: words.count), length < words.count,
            lexicon.interrogatives.contains(words[length].folded)
        {
            return (length, "")
        }
        // "je voudrais 22 degrés", "je veux de la lumière": the verb is left out.
        if let length = lexicon.wishes.length(at: 0, in: words, before: words.count), length < words.count, lexicon.verbs[words[length].folded] == nil,
            words[length...].prefix(4).contains(where: { lexicon.wished.contains($0.folded) })
        {
            return (length, lexicon.language(fr: "mets ", en: "set "))
        }
        if let length = lexicon.openings.length(at: 0, in: words, before: words.count), !(length < words.count && isGiven(words, length, lexicon)) {
            return (length, "")
        }
        // "attends deux minutes puis …": "dans deux minutes …".
        if lexicon.waiting.contains(first.folded), let time = SpokenDuration.read(words, at: 1, before: words.count, lexicon.language), time.next < words.count
        {
            let joint = lexicon.joints.length(at: time.next, in: words, before: words.count) ?? 0
            let length = words[1].text + words[2..<time.next].reduce(into: "") { $0 += " " + $1.text }
            return (time.next + joint, lexicon.language(fr: "dans ", en: "in ") + length + " ")
        }
        // "tu éteins la télé", "tu le fermes", "tu me mets": the verb of an order in the present.
        if words.count > 1, lexicon.orderers.contains(first.folded) || isProposal(words, lexicon) {
            var verb = 1
            if verb + 1 < words.count, lexicon.beneficiaries.contains(words[verb].folded), lexicon.verbs[words[verb + 1].folded] != nil { return (1, "") }
            if verb + 1 < words.count, ["le", "la", "les", "l"].contains(words[verb].folded), lexicon.verbs[words[verb + 1].folded] != nil { verb += 1 }
            if let form = lexicon.verbs[words[verb].folded] {
                return (verb + 1, form.imperative + (verb > 1 ? "-" + words[1].text : "") + " ")
            }
        }
        // "l'arrêter", "les fermer".
        if lexicon.language == .french, words.count > 1, ["le", "la", "les", "l"].contains(first.folded), let form = lexicon.verbs[words[1].folded],
            ["er", "ir", "re"].contains(where: words[1].folded.hasSuffix)
        {
            return (2, form.imperative + "-" + first.text + " ")
        }
        // "me rappeler", "m'allumer": for whom, before the verb.
        if words.count > 1, lexicon.beneficiaries.contains(first.folded), let verb = lexicon.verbs[words[1].folded] {
            if lexicon.givers.contains(verb.imperative) { return (2, verb.imperative + "-moi ") }
            return (1, "")
        }
        // "allume-moi": for whom, behind it.
        if words.count > 2, lexicon.beneficiaries.contains(words[1].folded), let verb = lexicon.verbs[first.folded], !lexicon.givers.contains(verb.imperative) {
            return (2, verb.imperative + " ")
        }
        return nil
    }

    /// "on éteint la télé": short, and no habit such as "on ferme la porte tous les soirs".
    private static func isProposal(_ words: [Sentence.Word], _ lexicon: Lexicon) -> Bool {
        lexicon.language == .french && words[0].folded == "on" && words.count <= 8
            && words.allSatisfy { !lexicon.reversals.contains($0.folded) && !["tous", "toutes", "chaque", "toujours", "souvent", "quand"].contains($0.folded) }
    }

    /// "dis-moi": the opening is the verb of what follows.
    private static func isGiven(_ words: [Sentence.Word], _ length: Int, _ lexicon: Lexicon) -> Bool {
        lexicon.beneficiaries.contains(words[length].folded)
            && (lexicon.verbs[words[length - 1].folded].map { lexicon.givers.contains($0.imperative) } ?? false)
    }

    /// The words that are kept, as they were written; where some in between were put aside, a pause that stood there stays.
    private static func joined(_ sentence: Sentence, _ kept: [Bool]) -> String {
        var text = ""
        var index = 0
        var hasGap = false
        while index < kept.count {
            guard kept[index] else {
                hasGap = true
                index += 1
                continue
            }
            var end = index
            while end < kept.count, kept[end] { end += 1 }
            if !text.isEmpty {
                let hadPause = (index..<min(index + 1, kept.count)).contains { sentence.words[$0].followsPause }
                text += hasGap && hadPause ? ", " : " "
            }
            text += sentence.text(of: index..<end)
            index = end
        }
        return text
    }
}
