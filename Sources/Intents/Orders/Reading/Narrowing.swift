import Domain

/// Makes an order one for less than it was: "éteins toutes les lumières", and then "seulement la cuisine"; or one that says which at last.
struct Narrowing {
    let finding: Finding

    /// One order for each thing or room that was named; `nil` when nothing of it is known, or the order was for as little before.
    func narrowed(_ order: Order, to text: String) -> [Order]? {
        guard !TargetText.named.contains(order.intent.name), case .left(let parts) = Exceptions(finding: finding).read(text), !parts.isEmpty else { return nil }
        var orders: [Order] = []
        for part in parts {
            guard let intent = narrowed(order.intent, to: part) else { return nil }
            var narrowed = order
            narrowed.intent = intent
            narrowed.text = OrderText.bare(narrowed, finding.lexicon.language)
            orders.append(narrowed)
        }
        return orders
    }

    private func narrowed(_ intent: Intent, to part: [String: SlotValue]) -> Intent? {
        guard intent.slots["area"] == nil, ["name", "area", "floor"].contains(where: { part[$0] != nil }) else { return nil }
        var narrowed = intent
        if let own = intent.slots["name"], let named = part["name"] {
            // One of those that bear the name.
            let both = named.ids.filter(own.ids.contains)
            guard !both.isEmpty else { return nil }
            narrowed.slots["name"] = SlotValue(named.value, text: named.text, ids: both)
        }
        // What kind of thing it is stays as it was said.
        narrowed.slots.merge(part) { own, _ in own }
        if intent.slots["name"] != nil { narrowed.slots["domain"] = intent.slots["domain"] }
        return narrowed
    }

    /// The order, now that it was said which thing or room it is for: "la cuisine", "celle du salon", "partout".
    func completed(_ order: Order, by sentence: Sentence) -> [Order]? {
        let lexicon = finding.lexicon
        var words = sentence.words[...]
        while let first = words.first, words.count > 1, Self.openers.contains(first.folded) { words.removeFirst() }
        guard words.count <= Self.wordLimit, !Layout.opensWithVerb(sentence.words, words.startIndex, lexicon), !lexicon.isInquiry(Array(words)) else {
            return nil
        }
        if lexicon.both.matches(words) || lexicon.everything.matches(words) {
            var wide = order
            wide.isWide = true
            return [wide]
        }
        return narrowed(order, to: sentence.text(of: words.startIndex..<words.endIndex))
    }

    private static let wordLimit = 8
    private static let openers: Set<String> = ["celle", "celui", "ceux", "celles", "the", "one", "ones", "plutot", "juste", "just"]
}
