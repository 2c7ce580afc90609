import Base
import Domain

/// Conditions on devices: what opens, moves, goes on, and what a sensor measures. Which device is meant is asked of the templates for questions.
extension ConditionReader {
    private struct Change {
        let phrases: Phrases
        /// How the question about it ends: "la porte est ouverte".
        let question: String
        /// States by domain; "" for all others.
        let states: [String: String]
        /// The subject stands behind it: "quelqu'un ouvre la porte".
        let isBefore: Bool

        /// What can come to such a state.
        var domains: Set<String> {
            if states["lock"] != nil { return ["binary_sensor", "cover"] }
            if states[""] == "locked" || states[""] == "unlocked" { return ["lock"] }
            return ["light", "switch", "fan", "media_player", "input_boolean", "binary_sensor", "humidifier"]
        }
    }

    /// "la porte d'entrée s'ouvre".
    func change(at from: Int, isOnce: Bool) -> (TimingSpan.Meaning, Int)? {
        if let motion = motion(at: from, isOnce: isOnce) { return motion }
        let table = language == .french ? Self.frenchChanges : Self.englishChanges
        for change in table where change.isBefore {
            guard let length = change.phrases.length(at: from, in: words, before: words.count) else { continue }
            // The name ends where the templates still know it.
            for end in stride(from: min(words.count, from + length + 6), to: from + length, by: -1) {
                guard !(from + length + 1..<max(end, from + length + 1)).contains(where: { words[$0].followsPause }) else { continue }
                if let meaning = resolved(sentence.text(of: from + length..<end), change, isOnce) { return (meaning, held(end, meaning).1) }
            }
        }
        for index in from + 1..<max(from + 1, min(words.count, from + 10)) {
            if words[index].followsPause { break }
            for change in table where !change.isBefore {
                guard let length = change.phrases.length(at: index, in: words, before: words.count) else { continue }
                guard let meaning = resolved(sentence.text(of: from..<index), change, isOnce) else { continue }
                let (held, next) = held(index + length, meaning)
                return (held, next)
            }
        }
        return nil
    }

    /// "depuis dix minutes", "pendant plus de cinq minutes": it must stay that long.
    private func held(_ index: Int, _ meaning: TimingSpan.Meaning) -> (TimingSpan.Meaning, Int) {
        let markers = language == .french ? Phrases("depuis plus de|depuis|pendant plus de|pendant") : Phrases("for more than|for at least|for")
        guard let length = markers.length(at: index, in: words, before: words.count),
            let time = SpokenDuration.read(words, at: index + length, before: words.count, language),
            case .timing(.when(.state(let entity, let to, _), let once)) = meaning
        else { return (meaning, index) }
        return (.timing(.when(.state(entity: entity, to: to, seconds: time.seconds), once: once)), time.next)
    }

    private func resolved(_ name: String, _ change: Change, _ isOnce: Bool) -> TimingSpan.Meaning? {
        let question = language(fr: "\(name) \(change.question)", en: "is \(name) \(change.question)")
        var entities = asked(finding.exact(question))
        if entities.isEmpty { entities = called(name, domains: change.domains) }
        if entities.isEmpty { entities = asked(finding.near(question)) }
        return meaning(
            entities.map { entity in
                (entity.name, .state(entity: entity.id, to: change.states[entity.domain] ?? change.states[""] ?? "on", seconds: 0))
            }, isOnce: isOnce)
    }

    private func asked(_ found: [Candidate]) -> [HomeModel.Entity] {
        guard let candidate = found.first, candidate.intent.name == "HassGetState", candidate.cost < Decision.actLimit, candidate.unknown.isEmpty else {
            return []
        }
        return entities(of: candidate.intent)
    }

    /// Entities in whose names all the words stand: "la porte d'entrée" for "Contact de la porte d'entrée".
    private func called(_ name: String, domains: Set<String>) -> [HomeModel.Entity] {
        let said = Set(Tokenizer.words(of: name).map(\.folded).filter { !finding.lexicon.isLight($0) })
        guard !said.isEmpty else { return [] }
        return finding.home.entities.filter { entity in
            entity.isExposed && domains.contains(entity.domain)
                && ([entity.name] + entity.aliases).contains { said.isSubset(of: Set(Tokenizer.words(of: $0).map(\.folded))) }
        }
    }

    private func entities(of intent: Intent) -> [HomeModel.Entity] {
        let found = finding.home.targets(of: intent)
        // A door's contact says more than its lock.
        if found.count > 1, intent.slots["name"] != nil, let contact = found.first(where: { $0.domain == "binary_sensor" }) { return [contact] }
        return found
    }

    // MARK: motion

    private func motion(at from: Int, isOnce: Bool) -> (TimingSpan.Meaning, Int)? {
        let phrases = language == .french ? Self.frenchMotion : Self.englishMotion
        guard let length = phrases.length(at: from, in: words, before: words.count) else { return nil }
        var next = from + length
        var area: String?
        // "dans le couloir": as far as it names an area.
        for end in stride(from: min(words.count, next + 5), to: next, by: -1) {
            let question = language(
                fr: "quelle est la température \(sentence.text(of: next..<end))", en: "what is the temperature \(sentence.text(of: next..<end))")
            if let found = finding.exact(question).first(where: { $0.intent.slots["area"]?.ids.isEmpty == false }) {
                (area, next) = (found.intent.slots["area"]?.ids.first, end)
                break
            }
        }
        area = area ?? finding.area
        let sensors = finding.home.entities.filter {
            $0.domain == "binary_sensor" && ["motion", "occupancy", "presence"].contains($0.deviceClass ?? "") && (area == nil || $0.area == area)
        }
        return meaning(sensors.map { ($0.name, .state(entity: $0.id, to: "on", seconds: 0)) }, isOnce: isOnce).map { ($0, next) }
    }

    // MARK: measures

    /// "la température du salon descend sous 18", "il fait moins de 18 dans la chambre", "it's hotter than 25".
    func measure(at from: Int, isOnce: Bool) -> (TimingSpan.Meaning, Int)? {
        let (measures, compared) = language == .french ? (Self.frenchMeasures, Self.frenchCompared) : (Self.englishMeasures, Self.englishCompared)
        for (phrases, kind, direction) in measures {
            var start = from
            // "the living room temperature": the room before the measure.
            if language == .english, direction == nil, phrases.length(at: from, in: words, before: words.count) == nil {
                guard
                    let at = (from + 1..<max(from + 1, min(words.count, from + 6))).first(where: {
                        phrases.length(at: $0, in: words, before: words.count) != nil
                    })
                else { continue }
                start = at
            }
            guard let length = phrases.length(at: start, in: words, before: words.count) else { continue }
            var index = start + length
            var isBelow = direction
            let nameStart = index
            var nameEnd = index
            if isBelow == nil {
                // The comparison, with the room before it.
                search: for at in index..<min(words.count, index + 8) {
                    for (phrases, below) in compared {
                        if let length = phrases.length(at: at, in: words, before: words.count) {
                            (isBelow, nameEnd, index) = (below, at, at + length)
                            break search
                        }
                    }
                }
            }
            guard let isBelow, let number = SpokenNumber.read(words, at: index, before: words.count, language) else { continue }
            var (limit, next) = (number.value, number.next)
            if word(next) == "et", word(next + 1).hasPrefix("demi") { (limit, next) = (limit + 0.5, next + 2) }
            if let length = Self.units.length(at: next, in: words, before: words.count) { next += length }
            var room = nameStart < nameEnd ? sentence.text(of: nameStart..<nameEnd) : ""
            if start > from { room = "in " + sentence.text(of: from..<start) }
            if room.isEmpty {
                for end in stride(from: min(words.count, next + 5), to: next, by: -1) where !area(of: sentence.text(of: next..<end)).isEmpty {
                    (room, next) = (sentence.text(of: next..<end), end)
                    break
                }
            }
            let areas = room.isEmpty ? finding.area.map { [$0] } ?? [] : area(of: room)
            if !room.isEmpty, areas.isEmpty { return nil }
            var triggers = sensors(kind, areas, isBelow, limit)
            if triggers.isEmpty, room.isEmpty { triggers = sensors(kind, [], isBelow, limit) }
            return meaning(triggers, isOnce: isOnce).map { ($0, next) }
        }
        return nil
    }

    private func area(of words: String) -> [String] {
        let question = language(fr: "quelle est la température \(words)", en: "what is the temperature \(words)")
        guard let candidate = finding.near(question).first, candidate.cost < Decision.actLimit, candidate.unknown.isEmpty else { return [] }
        if let ids = candidate.intent.slots["area"]?.ids { return ids }
        let named = Set(candidate.intent.slots["name"]?.ids ?? [])
        return finding.home.entities.filter { named.contains($0.id) }.compactMap(\.area)
    }

    private func sensors(_ kind: String, _ areas: [String], _ isBelow: Bool, _ limit: Double) -> [(label: String, trigger: Trigger)] {
        let here = finding.home.entities.filter { areas.isEmpty || $0.area.map(areas.contains) ?? false }
        func trigger(_ entity: HomeModel.Entity, _ attribute: String?) -> (String, Trigger) {
            (entity.name, .number(entity: entity.id, attribute: attribute, above: isBelow ? nil : limit, below: isBelow ? limit : nil))
        }
        let sensors = here.filter { $0.domain == "sensor" && $0.deviceClass == kind }.map { trigger($0, nil) }
        if !sensors.isEmpty || kind != "temperature" { return sensors }
        return here.filter { $0.domain == "climate" }.map { trigger($0, "current_temperature") }
    }

    private static let open = ["binary_sensor": "on", "": "open", "lock": "unlocked"]
    private static let shut = ["binary_sensor": "off", "": "closed", "lock": "locked"]
    private static let lit = ["": "on"]
    private static let dark = ["": "off"]
    private static let locked = ["": "locked", "binary_sensor": "off"]
    private static let unlocked = ["": "unlocked", "binary_sensor": "on"]

    private static let frenchChanges: [Change] = [
        Change(phrases: Phrases("on ouvre|quelqu'un ouvre|j'ouvre|tu ouvres"), question: "est ouverte", states: open, isBefore: true),
        Change(phrases: Phrases("on ferme|quelqu'un ferme|je ferme|tu fermes"), question: "est fermée", states: shut, isBefore: true),
        Change(phrases: Phrases("on allume|quelqu'un allume|j'allume|tu allumes"), question: "est allumée", states: lit, isBefore: true),
        Change(phrases: Phrases("on éteint|quelqu'un éteint|j'éteins|tu éteins"), question: "est éteinte", states: dark, isBefore: true),
        Change(
            phrases: Phrases("s'ouvre|s'ouvrent|est ouverte|est ouvert|sont ouverts|sont ouvertes|reste ouverte|reste ouvert"), question: "est ouverte",
            states: open, isBefore: false),
        Change(phrases: Phrases("se ferme|se ferment|est fermée|est fermé|sont fermés|sont fermées"), question: "est fermée", states: shut, isBefore: false),
        Change(
            phrases: Phrases("s'allume|s'allument|est allumée|est allumé|sont allumées|démarre|se met en marche|reste allumée|reste allumé"),
            question: "est allumée", states: lit, isBefore: false),
        Change(
            phrases: Phrases("s'éteint|s'éteignent|est éteinte|est éteint|sont éteintes|s'arrête|est finie|a fini|est terminée|est terminé|a terminé|est fini"),
            question: "est éteinte", states: dark, isBefore: false),
        Change(phrases: Phrases("se verrouille|est verrouillée|est verrouillé"), question: "est verrouillée", states: locked, isBefore: false),
        Change(phrases: Phrases("se déverrouille|est déverrouillée|est déverrouillé"), question: "est déverrouillée", states: unlocked, isBefore: false),
    ]
    private static let englishChanges: [Change] = [
        Change(phrases: Phrases("somebody opens|someone opens|i open|we open"), question: "open", states: open, isBefore: true),
        Change(phrases: Phrases("somebody closes|someone closes|i close|we close"), question: "closed", states: shut, isBefore: true),
        Change(phrases: Phrases("someone turns on|somebody turns on|i turn on"), question: "on", states: lit, isBefore: true),
        Change(phrases: Phrases("someone turns off|somebody turns off|i turn off"), question: "off", states: dark, isBefore: true),
        Change(phrases: Phrases("opens|is opened|is open|are open|has been open|stays open"), question: "open", states: open, isBefore: false),
        Change(phrases: Phrases("closes|is closed|is shut|are closed|shuts"), question: "closed", states: shut, isBefore: false),
        Change(phrases: Phrases("turns on|is turned on|goes on|comes on|is on|switches on|starts"), question: "on", states: lit, isBefore: false),
        Change(
            phrases: Phrases("turns off|is turned off|goes off|goes out|is off|switches off|stops|is done|finishes|is finished"), question: "off", states: dark,
            isBefore: false),
        Change(phrases: Phrases("locks|is locked"), question: "locked", states: locked, isBefore: false),
        Change(phrases: Phrases("unlocks|is unlocked"), question: "unlocked", states: unlocked, isBefore: false),
    ]
    private static let frenchMotion = Phrases(
        "il y a du mouvement|il y a un mouvement|un mouvement est détecté|du mouvement est détecté|tu détectes un mouvement|tu détectes du mouvement|quelqu'un bouge|quelqu'un passe|quelqu'un entre|quelqu'un est|ça bouge|j'entre|on entre|tu vois du mouvement"
    )
    private static let englishMotion = Phrases(
        "there is motion|there's motion|motion is detected|there is movement|there's movement|movement is detected|someone moves|somebody moves|someone walks|someone enters|somebody enters|i enter|i walk into|someone is|you detect motion|you see motion"
    )

    private static let frenchMeasures: [(Phrases, String, Bool?)] = [
        (Phrases("il fait moins de|il fait en dessous de|la température est sous les"), "temperature", true),
        (Phrases("il fait plus de|il fait au-dessus de"), "temperature", false),
        (Phrases("la température|température"), "temperature", nil), (Phrases("l'humidité|le taux d'humidité"), "humidity", nil),
    ]
    private static let frenchCompared: [(Phrases, Bool)] = [
        (
            Phrases(
                "descend sous|descend en dessous de|descend au-dessous de|descend à|descend à moins de|passe sous|passe en dessous de|passe au-dessous de|est inférieure à|est sous|est en dessous de|est au-dessous de|tombe sous|tombe à|tombe en dessous de|baisse sous|baisse en dessous de|est plus basse que|descend sous les|passe sous les|est à moins de"
            ),
            true
        ),
        (
            Phrases(
                "dépasse|dépasse les|monte au-dessus de|monte au-delà de|passe au-dessus de|est supérieure à|est au-dessus de|monte à|monte à plus de|atteint|passe les|est plus haute que|monte au dessus de|est au dessus de|passe au dessus de|est à plus de"
            ),
            false
        ),
    ]
    private static let englishMeasures: [(Phrases, String, Bool?)] = [
        (
            Phrases("it's colder than|it is colder than|it's cooler than|it's below|it is below|it's under|it gets below|it gets colder than|it drops below"),
            "temperature", true
        ),
        (
            Phrases(
                "it's hotter than|it is hotter than|it's warmer than|it is warmer than|it's above|it is above|it's over|it gets hotter than|it gets warmer than|it gets above"
            ), "temperature", false
        ),
        (Phrases("the temperature|temperature"), "temperature", nil), (Phrases("the humidity|humidity"), "humidity", nil),
    ]
    private static let englishCompared: [(Phrases, Bool)] = [
        (
            Phrases(
                "drops below|falls below|goes below|gets below|is below|is under|drops under|falls under|goes under|is lower than|is less than|drops to|falls to"
            ), true
        ),
        (
            Phrases(
                "rises above|goes above|gets above|is above|is over|goes over|rises over|exceeds|is higher than|is more than|is greater than|reaches|climbs above"
            ), false
        ),
    ]
    private static let units = Phrases("degrés|degré|°|%|pour cent|pourcent|degrees|degree|percent|degrés celsius|° c|°c")
}
