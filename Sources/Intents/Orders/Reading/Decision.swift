import Domain

/// What is done with the readings of one part of an utterance: act, ask back, or leave it.
///
/// The costs are the matcher's (`Cost`): about 1 for a word that had to be guessed. The limits keep wrong actions out first, and questions down second.
struct Decision {
    /// Readings that come to the same words as a template are at or below this: spelling without accents, politeness.
    static let exactLimit = 0.1
    /// The right readings of one slip (a typo, a word misheard, a small word dropped) stay below this; others begin above it.
    static let actLimit = 1.3
    /// In a short sentence one slip is much of what was said: at most this for each word.
    static let actShare = 0.5
    /// A slip or two in a sentence that otherwise says what a template says.
    static let oneSlip = 1.05
    /// Up to here a reading is worth a question, when the sentence begins like an order; a whole word of it fits nowhere.
    static let askLimit = 2.35
    static let askShare = 0.9
    /// And without such a beginning, when this much of its letters is the template's or a name's.
    static let askCoverage = 0.75
    /// Without its verb, a value is set when so much of the letters is accounted for: all but small words.
    static let setCoverage = 0.7
    /// Another reading that costs no more than this on top is as likely.
    static let margin = 0.22
    /// What is hard to undo or opens the house is done on one light slip at most.
    static let riskyLimit = 0.35
    /// Around an unknown name, the rest must fit this well for the name to be worth talking about.
    static let aroundUnknownLimit = 0.8
    /// The matcher's price for an unknown name.
    static let unknownName = 1.5

    enum Verdict {
        case act(Candidate)
        case ask(Doubt)
        case reject
    }

    /// Why it must be asked.
    enum Doubt {
        /// A thing without a verb.
        case onOrOff(Candidate)
        case among([Candidate])
        case likely(Candidate)
        case unknown(Candidate)
        /// Several things bear the name.
        case sameName(Candidate, ids: [String])
    }

    let finding: Finding
    /// The words, as the templates would say them.
    let sentence: Sentence

    private var lexicon: Lexicon { finding.lexicon }
    private var words: [Sentence.Word] { sentence.words }

    func judge(_ found: [Candidate]) -> Verdict {
        let candidates = Plausibility(finding: finding, sentence: sentence).filter(found)
        guard var best = candidates.first, !words.isEmpty else { return .reject }
        if best.cost < Self.exactLimit, best.unknown.isEmpty {
            best = preferred(candidates)
            if isBareThing(best) { return .ask(.onOrOff(best)) }
            return named(best)
        }
        // What a skill reads fits nearly anything once a word is guessed: a template that says more goes first.
        if best.intent.name == "JarvisSkill",
            let other = candidates.first(where: {
                $0.freeSlots == 0 && $0.missing == 0 && $0.unknown.isEmpty && $0.cost <= Self.oneSlip && $0.intent.name != "JarvisSkill"
            })
        {
            best = other
        }
        if let bare = bareThing(candidates) { return .ask(.onOrOff(bare)) }
        // "laisse la lumière", "montre la température": words of their own, however near they look.
        if let first = words.first, lexicon.verbs.isFalseFriend(first.folded), !Self.queries.contains(best.intent.name) { return .reject }
        // "baisse la tête" is no slip of "baisse la télé".
        if words.contains(where: { lexicon.otherThings.contains($0.folded) }) { return .reject }
        let isCommand = !Self.queries.contains(best.intent.name)
        // Of "who closed the curtains" without its "who", an order is left.
        if best.intent.name == "JarvisExplain", best.missing > 0 { return .reject }
        if isCommand, isQuestionOrStatement { return .reject }
        if !best.unknown.isEmpty { return unknown(best, isCommand: isCommand) }
        let share = best.cost / Double(words.count)
        let verb = VerbCheck(lexicon: lexicon, words: words).check(best.intent, isComplete: best.missing == 0)
        if takesStepForValue(best.intent) { return .reject }
        let isNear = best.cost <= Self.actLimit && share <= Self.actShare
        if isCommand {
            switch verb {
            case .spoken: break
            case .contrary: return .reject
            // Misspelled, but said: no word of the template is missing.
            case .missing where best.missing == 0: break
            // "la lampe de chevet à fond": nobody doubts what is wanted.
            case .missing where best.missing == 1 && setsValue(best.intent) && isNear && covered(by: best) >= Self.setCoverage: break
            case .missing:
                if best.intent.name == "HassTurnOn" || best.intent.name == "HassTurnOff" {
                    // "la porte" names nothing in particular, and locks are not for guessing.
                    if IntentVerb.domain(best.intent) == "lock", best.intent.slots["name"] == nil { return .reject }
                    return best.cost <= (opensLikeAnOrder ? Self.askLimit : Self.actLimit) ? .ask(.onOrOff(best)) : .reject
                }
                guard best.cost <= Self.actLimit else { return .reject }
                return words.count > 1 ? .ask(.likely(best)) : .reject
            }
            if isRisky(best.intent) || best.needsArea, best.cost > Self.riskyLimit { return isNear ? .ask(.likely(best)) : .reject }
        }
        guard isNear else {
            guard best.cost <= Self.askLimit, words.count > 1, share <= Self.askShare, !isQuestionOrStatement else { return .reject }
            return isCommand && opensLikeAnOrder || covered(by: best) >= Self.askCoverage ? .ask(.likely(best)) : .reject
        }
        let rivals = candidates.dropFirst().filter { rival in
            guard let margin = best.margin(to: rival), margin < Self.margin, rival.unknown.isEmpty else { return false }
            // "les spots": these, rather than all that are some.
            if best.intent.slots["name"] != nil, ["name", "area", "floor"].allSatisfy({ rival.intent.slots[$0] == nil }) { return false }
            return !isSameEffect(best.intent, rival.intent)
        }
        if !rivals.isEmpty {
            if rivals.contains(where: { isOpposite(best.intent, $0.intent) }) { return .ask(.onOrOff(best)) }
            return .ask(.among([best] + rivals.prefix(2)))
        }
        return named(best)
    }

    // MARK: details

    /// Of exact readings the matcher's order holds, but what is opened or closed is first of all what can be: "ouvre le garage" is no light.
    private func preferred(_ candidates: [Candidate]) -> Candidate {
        let first = real(candidates)
        guard let act = words.first.flatMap({ lexicon.verbs[$0.folded]?.act }), [.open, .shut, .raise, .lower].contains(act) else { return first }
        let opens: Set<String> = ["cover", "lock", "valve"]
        if IntentVerb.domain(first.intent).map(opens.contains) ?? false || first.intent.name != "HassTurnOn" && first.intent.name != "HassTurnOff" {
            return first
        }
        return candidates.first {
            $0.cost < Self.exactLimit && $0.unknown.isEmpty && $0.freeSlots <= first.freeSlots && IntentVerb.domain($0.intent).map(opens.contains) ?? false
        } ?? first
    }

    /// Where several templates have the words, one that is about something in the house: windows are covers in some, sensors in most.
    private func real(_ candidates: [Candidate]) -> Candidate {
        let first = candidates[0]
        guard candidates.count > 1, first.intent.slots["device_class"] != nil, first.intent.slots["name"] == nil, finding.home.targets(of: first.intent).isEmpty
        else { return first }
        return candidates.first {
            $0.cost < Self.exactLimit && $0.unknown.isEmpty && $0.intent.name == first.intent.name && !finding.home.targets(of: $0.intent).isEmpty
        } ?? first
    }

    /// "de deux degrés" is no "à deux degrés": a step must not be taken for a value.
    private func takesStepForValue(_ intent: Intent) -> Bool {
        let values: Set<String> = [
            "HassClimateSetTemperature", "HassLightSet", "HassSetVolume", "HassSetPosition", "HassFanSetSpeed", "HassHumidifierSetpoint",
        ]
        guard values.contains(intent.name), words.count > 2 else { return false }
        return words.indices.dropFirst().contains { index in
            ["de", "d", "by"].contains(words[index - 1].folded) && SpokenNumber.read(words, at: index, before: words.count, lexicon.language) != nil
        }
    }

    /// A thing, and what is to become of it.
    private func setsValue(_ intent: Intent) -> Bool {
        guard ["name", "area"].contains(where: { intent.slots[$0] != nil }) else { return false }
        return [
            "HassLightSet", "HassSetPosition", "HassFanSetSpeed", "HassSetVolume", "HassClimateSetTemperature", "HassHumidifierSetpoint",
        ].contains(intent.name)
    }

    /// "la lumière du salon": a thing with its article, and nothing about what shall become of it. A scene can only be set.
    private func isBareThing(_ candidate: Candidate) -> Bool {
        guard candidate.intent.name == "HassTurnOn", let first = words.first, lexicon.definite.contains(first.folded) else { return false }
        if words.contains(where: { lexicon.verbs[$0.folded] != nil || $0.folded == "on" }) { return false }
        return !["scene", "script", "button", "input_button"].contains(IntentVerb.domain(candidate.intent) ?? "")
    }

    /// "le salon": a room or a thing by its name alone, which no template has.
    private func bareThing(_ candidates: [Candidate]) -> Candidate? {
        guard let first = words.first, lexicon.definite.contains(first.folded), words.count <= 6, !words.contains(where: { lexicon.verbs[$0.folded] != nil })
        else { return nil }
        let spelled = words.dropFirst().map(\.folded)
        for candidate in candidates where candidate.unknown.isEmpty && candidate.cost <= Self.actLimit {
            for slot in ["name", "area"] {
                guard let value = candidate.intent.slots[slot], Tokenizer.words(of: value.text).map(\.folded) == spelled else { continue }
                var thing = candidate
                thing.intent = Intent("HassTurnOn", [slot: value])
                if slot == "area" { thing.intent.slots["domain"] = SlotValue("light") }
                let domain = IntentVerb.domain(thing.intent) ?? ""
                return ["light", "switch", "fan", "media_player", "cover", "climate", "lock", "input_boolean"].contains(domain) ? thing : nil
            }
        }
        // "la lumière du salon": what it is about is all that was said.
        guard let best = candidates.first, best.missing > 0 else { return nil }
        return candidates.first {
            ["HassTurnOn", "HassTurnOff"].contains($0.intent.name) && $0.unknown.isEmpty && $0.missing == 1 && $0.cost <= Self.actLimit
                && $0.intent.slots["area"] != nil
        }
    }

    /// Several entities with the name: the one here, else a question.
    private func named(_ candidate: Candidate) -> Verdict {
        guard let slot = candidate.intent.slots["name"], slot.ids.count > 1 else { return .act(candidate) }
        let bearers = finding.home.entities.filter { slot.ids.contains($0.id) }
        let wanted = candidate.intent.slots["area"]?.ids.first ?? finding.area
        var result = candidate
        let here = bearers.filter { $0.area != nil && $0.area == wanted }
        if !here.isEmpty {
            result.intent.slots["name"]?.ids = here.map(\.id)
            return .act(result)
        }
        guard Set(bearers.map(\.area)).count > 1 else { return .act(candidate) }
        return .ask(.sameName(candidate, ids: bearers.map(\.id)))
    }

    private func unknown(_ best: Candidate, isCommand: Bool) -> Verdict {
        let rest = best.cost - Self.unknownName * Double(best.unknown.count)
        guard rest <= Self.aroundUnknownLimit + 0.3 * Double(best.unknown.count - 1) else { return .reject }
        if !isCommand { return best.unknown.allSatisfy { !$0.nearest.isEmpty || isRoom($0.text) } ? .ask(.unknown(best)) : .reject }
        guard opensLikeAnOrder, VerbCheck(lexicon: lexicon, words: words).check(best.intent, isComplete: best.missing == 0) == .spoken else { return .reject }
        if best.unknown.contains(where: { Self.persons.contains(Tokenizer.folded($0.text.lowercased())) }) { return .reject }
        // "lance un débat": something, not a thing of the house.
        for name in best.unknown {
            let spelled = Tokenizer.words(of: name.text).map(\.folded)
            guard let at = words.indices.first(where: { words[$0].folded == spelled.first }), at > 0 else { return .reject }
            let before = words[at - 1].folded
            if ["un", "une", "des", "a", "an", "some"].contains(before) { return .reject }
        }
        return .ask(.unknown(best))
    }

    /// A room that houses have, though not this one: "la température de la cave".
    private func isRoom(_ name: String) -> Bool { Tokenizer.words(of: name).first.map { lexicon.rooms.contains($0.folded) } ?? false }

    /// How much of the sentence a reading accounts for, in letters.
    private func covered(by candidate: Candidate) -> Double {
        let all = words.reduce(0) { $0 + $1.folded.count }
        let slots = candidate.intent.slots.values.reduce(0) { $0 + $1.text.filter { !$0.isWhitespace }.count }
        return all == 0 ? 0 : Double(candidate.literalLetters + slots - candidate.freeLetters) / Double(all)
    }

    private var opensLikeAnOrder: Bool { words.first.flatMap { lexicon.verbs.nearest(to: $0) } != nil }

    private var isQuestionOrStatement: Bool {
        guard let first = words.first else { return false }
        return lexicon.narrators.contains(first.folded) || lexicon.isInquiry(words)
    }

    private func isRisky(_ intent: Intent) -> Bool { Self.isRisky(intent, in: finding.home) }

    static func isRisky(_ intent: Intent, in home: HomeModel) -> Bool {
        let domain = IntentVerb.domain(intent)
        switch intent.name {
        case "HassTurnOff": return domain == "lock" || domain == "alarm_control_panel"
        case "HassTurnOn", "HassSetPosition":
            guard domain == "cover" else { return false }
            let ids = intent.slots["name"]?.ids ?? []
            let kinds = ids.isEmpty ? [intent.slots["device_class"]?.value.string] : home.entities.filter { ids.contains($0.id) }.map(\.deviceClass)
            return kinds.contains { $0.map { ["garage", "gate", "door"].contains($0) } ?? false }
        case "JarvisListClear", "JarvisAutomationDelete": return true
        default: return false
        }
    }

    private func isOpposite(_ a: Intent, _ b: Intent) -> Bool { Set([a.name, b.name]) == ["HassTurnOn", "HassTurnOff"] }

    /// Whether two readings do the same, or one names what the other describes.
    private func isSameEffect(_ a: Intent, _ b: Intent) -> Bool {
        guard a.name == b.name else { return false }
        for slot in Set(a.slots.keys).union(b.slots.keys).subtracting(TargetText.slots) where a.slots[slot]?.value != b.slots[slot]?.value { return false }
        let (x, y) = (a.slots["name"]?.ids ?? [], b.slots["name"]?.ids ?? [])
        if !x.isEmpty, !y.isEmpty { return Set(x) == Set(y) }
        if x.isEmpty, y.isEmpty {
            return a.slots["area"]?.ids == b.slots["area"]?.ids && a.slots["floor"]?.ids == b.slots["floor"]?.ids
                && IntentVerb.domain(a) == IntentVerb.domain(b)
        }
        // A thing, and the things of its kind in its room.
        let (ids, wide) = x.isEmpty ? (y, a) : (x, b)
        return finding.home.entities.filter { ids.contains($0.id) }.allSatisfy { entity in
            wide.slots["area"]?.ids.contains(entity.area ?? "") == true && (IntentVerb.domain(wide).map { $0 == entity.domain } ?? true)
        }
    }

    private static let persons: Set<String> = ["toi", "moi", "vous", "nous", "lui", "eux", "you", "me", "us", "him", "her", "yourself"]

    /// Intents that only tell.
    static let queries: Set<String> = [
        "HassGetState", "HassClimateGetTemperature", "HassGetWeather", "HassGetCurrentTime", "HassGetCurrentDate", "HassTimerStatus", "JarvisExplain",
        "JarvisListRead",
        "JarvisAutomationList", "JarvisSkill", "HassNevermind",
    ]
}
