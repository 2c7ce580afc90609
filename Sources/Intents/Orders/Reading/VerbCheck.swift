import Domain

/// Whether the verb of a reading was said, guessed, or its contrary.
struct VerbCheck {
    enum Result { case spoken, contrary, missing }

    let lexicon: Lexicon
    let words: [Sentence.Word]

    /// - Parameter isComplete: every word of the template was said.
    func check(_ intent: Intent, isComplete: Bool) -> Result {
        let said = spokenActs
        guard let expected = expected(intent) else {
            if !said.isEmpty || words.first.flatMap({ lexicon.verbs.nearest(to: $0) }) != nil { return .spoken }
            // "la lumière du salon à 50 %" needs no verb; with a word missing nobody knows which.
            return isComplete ? .spoken : .missing
        }
        if said.contains(where: expected.contains) {
            return said.contains { act in !expected.contains(act) && expected.contains { $0.isContrary(to: act) } } ? .contrary : .spoken
        }
        if said.contains(where: { act in expected.contains { $0.isContrary(to: act) } }) { return .contrary }
        guard let near = words.first.flatMap({ lexicon.verbs.nearest(to: $0)?.act }) else { return .missing }
        if expected.contains(near) { return .spoken }
        return expected.contains { $0.isContrary(to: near) } ? .contrary : .missing
    }

    /// What the words ask for as they are spelled.
    private var spokenActs: Set<Verbs.Act> {
        var acts: Set<Verbs.Act> = []
        for (index, word) in words.enumerated() {
            if let act = lexicon.verbs[word.folded]?.act { acts.insert(act) }
            guard lexicon.language == .english else { continue }
            switch word.folded {
            case "on":
                // "turn on", "lights on", but not "on the first floor".
                let isBehindVerb = index > 0 && lexicon.verbs[words[index - 1].folded] != nil
                if isBehindVerb || index + 1 == words.count || !lexicon.definite.contains(words[index + 1].folded) { acts.insert(.on) }
            case "off", "out": acts.insert(.off)
            case "up": acts.insert(.raise)
            case "down": acts.insert(.lower)
            default: break
            }
        }
        // "mets", "turn": of any direction, they speak for it only where nothing else does.
        if acts.count > 1 { acts.remove(.other) }
        return acts
    }

    /// The acts that ask for an intent; `nil` for intents without a contrary.
    private func expected(_ intent: Intent) -> Set<Verbs.Act>? {
        let domain = IntentVerb.domain(intent)
        switch intent.name {
        case "HassTurnOn":
            switch domain {
            case "lock": return [.lock, .shut]
            case "cover", "valve": return [.open, .raise]
            case "scene", "script", "button", "input_button": return nil
            // "mets la lumière" is on; "turn" says nothing without "on" or "off".
            default: return lexicon.language == .french ? [.on, .open, .other] : [.on, .open]
            }
        case "HassTurnOff":
            switch domain {
            case "lock": return [.unlock, .open]
            case "cover", "valve": return [.shut, .lower, .off]
            default: return [.off, .shut]
            }
        default: return nil
        }
    }
}
