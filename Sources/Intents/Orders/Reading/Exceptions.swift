import Domain

/// What is left out: "la cuisine et le salon" in "éteins tout sauf la cuisine et le salon".
struct Exceptions {
    let finding: Finding

    enum Reading {
        case left([[String: SlotValue]])
        /// A name that the house does not have: the order must not be carried out without it.
        case unknown(UnknownName)
        case unread(String)
    }

    func read(_ text: String) -> Reading {
        var left: [[String: SlotValue]] = []
        for part in parts(of: Sentence(text)) {
            switch one(part) {
            case .left(let found): left += found
            case let other: return other
            }
        }
        return .left(left)
    }

    /// What stays on a list that is emptied: "le pain et le riz".
    func items(_ text: String) -> [[String: SlotValue]] {
        enumerated(Sentence(text)).compactMap { part in
            let words = Sentence(part).words.drop { finding.lexicon.partitives.contains($0.folded) }
            guard let first = words.first else { return nil }
            let item = String(part[first.range.lowerBound...])
            return ["item": SlotValue(.string(item), text: item)]
        }
    }

    private func parts(of sentence: Sentence) -> [String] {
        // A name with "et" in it is one.
        if case .left = one(sentence.text(of: sentence.words.indices)) { return [sentence.text] }
        return enumerated(sentence)
    }

    private func enumerated(_ sentence: Sentence) -> [String] {
        let words = sentence.words
        var parts: [String] = []
        var start = 0
        var index = 1
        while index < words.count {
            if let length = finding.lexicon.joints.length(at: index, in: words, before: words.count) {
                if start < index { parts.append(sentence.text(of: start..<index)) }
                start = index + length
                index += length
            } else {
                if words[index].followsPause, start < index {
                    parts.append(sentence.text(of: start..<index))
                    start = index
                }
                index += 1
            }
        }
        if start < words.count { parts.append(sentence.text(of: start..<words.count)) }
        return parts
    }

    /// One thing, room or kind, as the templates know it behind a verb.
    private func one(_ text: String) -> Reading {
        var words = Sentence(text).words
        // "sauf dans la cuisine": the place is what is left out.
        while let first = words.first, finding.lexicon.prepositions.contains(first.folded), words.count > 1 { words.removeFirst() }
        guard let first = words.first else { return .unread(text) }
        let bare = String(text[first.range.lowerBound...])
        let verbs = finding.lexicon.language(fr: ["éteins", "ferme", "allume"], en: ["turn off", "close", "turn on"])
        for verb in verbs {
            let found = finding.exact("\(verb) \(bare)").filter { $0.unknown.isEmpty && $0.freeSlots == 0 }
            if let best = found.first, let slots = slots(of: best, said: words) { return .left([slots]) }
        }
        let near = finding.near("\(verbs[0]) \(bare)")
        guard let best = near.first else { return .unread(text) }
        if let unknown = best.unknown.first { return .unknown(unknown) }
        guard best.cost <= Decision.actLimit, best.freeSlots == 0, let slots = slots(of: best, said: words) else { return .unread(text) }
        return .left([slots])
    }

    private func slots(of candidate: Candidate, said words: [Sentence.Word]) -> [String: SlotValue]? {
        var slots = candidate.intent.slots.filter { TargetText.slots.contains($0.key) && ($0.key == "domain" || !$0.value.text.isEmpty) }
        let places = ["name", "area", "floor"].compactMap { slots[$0] }
        guard !slots.isEmpty else { return nil }
        // A room's name alone leaves out the room, whatever kind of thing the template was about.
        let said = words.filter { !finding.lexicon.isLight($0.folded) }.map(\.folded)
        let named = places.flatMap { Tokenizer.words(of: $0.text).map(\.folded) }.filter { !finding.lexicon.isLight($0) }
        if !places.isEmpty, said.count <= named.count { slots["domain"] = nil }
        return slots
    }
}
