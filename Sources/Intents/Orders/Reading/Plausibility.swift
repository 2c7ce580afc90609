import Domain

/// Leaves out readings that fit by their free text alone: templates with a hole take anything, also what nobody meant as an order.
struct Plausibility {
    let finding: Finding
    let sentence: Sentence

    private var words: [Sentence.Word] { sentence.words }

    /// "descends au garage", "monte dans la chambre": somebody goes there, and nothing moves.
    private var isGoing: Bool {
        guard finding.lexicon.language == .french, words.count > 2,
            ["descends", "monte", "remonte"].contains(finding.lexicon.verbs[words[0].folded]?.imperative ?? "")
        else { return false }
        return ["au", "a", "aux", "dans", "en", "sur", "chez", "vers"].contains(words[1].folded)
            && SpokenNumber.read(words, at: 2, before: words.count, .french) == nil
    }

    func filter(_ candidates: [Candidate]) -> [Candidate] {
        if isGoing { return [] }
        var result: [Candidate] = []
        for candidate in candidates {
            guard let candidate = placed(candidate) else { continue }
            switch candidate.intent.name {
            case _ where candidate.intent.slots["conversation_command"] != nil: continue
            // A list is not called "courses sauf le pain".
            case _ where candidate.freeSlots > 0 && holdsException(candidate.intent.slots["name"]): continue
            // "cancel da timer": a small word misheard is no timer's name.
            case let name where candidate.freeSlots > 0 && name.hasSuffix("Timer") && beginsSmall(candidate.intent.slots["name"]): continue
            // Small talk has a skill of its own.
            case "HassRespond" where candidate.cost > Decision.exactLimit: continue
            case "HassGetState" where candidate.intent.slots["domain"]?.value == .string("person") && !isPlace(candidate.intent.slots["state"]): continue
            case "HassMediaSearchAndPlay":
                if let played = played(candidate) { result.append(played) }
            default: result.append(candidate)
            }
        }
        return result
    }

    /// A thing and a room that it is not in contradict each other: two targets, not one.
    private func placed(_ candidate: Candidate) -> Candidate? {
        guard let ids = candidate.intent.slots["name"]?.ids, !ids.isEmpty, let area = candidate.intent.slots["area"]?.ids.first else { return candidate }
        let there = finding.home.entities.filter { ids.contains($0.id) && ($0.area == nil || $0.area == area) }
        guard !there.isEmpty else { return nil }
        var result = candidate
        result.intent.slots["name"]?.ids = there.map(\.id)
        return result
    }

    private func beginsSmall(_ slot: SlotValue?) -> Bool {
        guard let first = slot.flatMap({ Tokenizer.words(of: $0.text).first }) else { return false }
        let lexicon = finding.lexicon
        return lexicon.prepositions.contains(first.folded) || lexicon.homophones[first.folded] != nil
            || lexicon.everything.length(at: 0, in: [first], before: 1) != nil
    }

    private func holdsException(_ slot: SlotValue?) -> Bool {
        slot.map { finding.lexicon.exceptions.first(in: Tokenizer.words(of: $0.text), from: 1) != nil } ?? false
    }

    /// "qui est à la maison", but not "qui est le président".
    private func isPlace(_ slot: SlotValue?) -> Bool {
        guard let text = slot?.value.string else { return true }
        var spelled = Tokenizer.words(of: text).map(\.folded)
        while let first = spelled.first, finding.lexicon.isLight(first), spelled.count > 1 { spelled.removeFirst() }
        let said = spelled.joined(separator: " ")
        if Self.places.contains(said) { return true }
        let names = finding.home.areas.map(\.name) + finding.home.entities.filter { $0.id.hasPrefix("zone.") }.map(\.name)
        return names.contains { Tokenizer.words(of: $0).map(\.folded).joined(separator: " ") == said }
    }

    private static let places: Set<String> = [
        "maison", "domicile", "travail", "bureau", "ecole", "appartement", "home", "house", "work", "office", "school", "here", "ici", "in", "away", "absent",
        "present",
    ]

    /// "joue X", "mets du X", "mets X sur la télé" play; "lance le X" names something that the house does not have.
    private func played(_ candidate: Candidate) -> Candidate? {
        guard let query = candidate.intent.slots["search_query"] else { return candidate }
        // "mets 19 degrés dans la chambre et 22 dans le salon" is no title.
        let asked = Tokenizer.words(of: query.text)
        if asked.contains(where: { finding.lexicon.wished.contains($0.folded) }) { return nil }
        // "mets en route la clim".
        if asked.count > 1, asked[0].folded == "en", ["route", "marche", "pause"].contains(asked[1].folded) || asked.count == 1 { return nil }
        if candidate.intent.slots["media_class"] != nil || candidate.intent.slots["name"]?.ids.isEmpty == false { return candidate }
        guard let first = words.first, let verb = finding.lexicon.verbs[first.folded]?.imperative else { return candidate }
        if Self.playing.contains(verb) { return candidate }
        guard words.count > 1 else { return nil }
        if words[1...min(2, words.count - 1)].contains(where: { Self.partitives.contains($0.folded) }), !query.text.isEmpty { return candidate }
        guard finding.lexicon.definite.contains(words[1].folded) else {
            // "mets Daft Punk" and "mets le bazar" alike: worth a question, no more.
            var asked = candidate
            asked.cost = max(asked.cost, Decision.actLimit + 0.1)
            return asked
        }
        var spelled = Tokenizer.words(of: query.text)
        while let light = spelled.first, finding.lexicon.isLight(light.folded), spelled.count > 1 { spelled.removeFirst() }
        let text = spelled.map(\.text).joined(separator: " ")
        var unknown = candidate
        unknown.intent = Intent("HassTurnOn", ["name": SlotValue(.string(text), text: text)])
        unknown.cost = Decision.unknownName
        unknown.unknown = [UnknownName(slot: "name", text: text, nearest: NearestNames(home: finding.home).names(to: text))]
        return unknown
    }

    private static let playing: Set<String> = ["joue", "écoute", "play"]
    private static let partitives: Set<String> = ["du", "de", "des", "some", "d"]
}

/// Names of the house that look like one it does not have.
struct NearestNames {
    let home: HomeModel

    func names(to text: String) -> [String] {
        let said = letters(text)
        let limit = max(2, said.count / 3)
        return home.entities.lazy.filter(\.isExposed).map { ($0.name, Edits.distance(said, letters($0.name), limit: limit)) }.filter { $0.1 <= limit }.sorted {
            $0.1 < $1.1
        }.prefix(2).map(\.0)
    }

    private func letters(_ text: String) -> [UInt8] { Array(Tokenizer.folded(Tokenizer.lowered(text)).utf8.prefix(40)) }
}
