import Base
import Domain

/// Answers what is asked about the house, from what is known of it.
struct HouseQuestions {
    static let intents: Set<String> = ["HassGetState", "HassClimateGetTemperature"]

    let wording: Wording
    let state: (String) -> EntityState?

    var language: Language { wording.language }
    var model: HomeModel { wording.model }
    var text: StateText { StateText(wording: wording) }

    /// - Parameter context: the area where it was asked.
    /// - Returns: `nil` for what the house does not know and others may: the weather.
    func answer(_ order: Order, context: String?) -> String? {
        let intent = order.intent, selection = Selection(intent.slots, in: model)
        let asking = AskingText(wording: wording)
        if let name = selection.name, name.ids.isEmpty { return asking.text(for: .unknownName(name.text)) }
        if let area = selection.area, area.ids.isEmpty { return asking.text(for: .unknownArea(area.text)) }
        if let floor = selection.floor, floor.ids.isEmpty { return asking.text(for: .unknownFloor(floor.text)) }
        switch intent.name {
        case "HassClimateGetTemperature": return Outdoors.isMeant(by: order) ? outside() : temperature(selection, context)
        case "HassGetState": return states(intent, selection, context)
        default: return nil
        }
    }

    /// Whether it asks where somebody is, or who is somewhere.
    static func isAboutPeople(_ order: Order, in model: HomeModel) -> Bool {
        let selection = Selection(order.intent.slots, in: model)
        if !selection.domains.isDisjoint(with: ["person", "device_tracker"]) { return true }
        guard let name = selection.name else { return false }
        return model.entities.contains { $0.isAboutPeople && name.ids.contains($0.id) }
    }

    // MARK: States

    private func states(_ intent: Intent, _ selection: Selection, _ context: String?) -> String? {
        let wanted = intent.slots["state"]?.value.string
        let response = intent.slots["response"]?.value.string ?? (selection.name == nil ? "which" : wanted == nil ? "one" : "one_yesno")
        if selection.name != nil { return named(selection, wanted, response, context) }
        if selection.domains.isEmpty, selection.classes.isEmpty { return nil }
        if selection.classes == ["battery"], response == "low" || wanted == "low" || selection.domains.contains("binary_sensor") {
            return lowBatteries(selection)
        }
        var found = candidates(selection)
        // What is asked of one thing is asked of the one where it is asked, if there is one.
        if response == "one" || response == "one_yesno", selection.area == nil, selection.floor == nil {
            let here = found.filter { context != nil && $0.area == context }
            if !here.isEmpty { found = here }
        }
        // An opening may be told by a contact instead of a cover: its sensor answers as well.
        if found.isEmpty, selection.domains == ["cover"], !selection.classes.isEmpty {
            var contacts = selection
            contacts.domains = ["binary_sensor"]
            found = candidates(contacts.withContacts)
        }
        if found.isEmpty, selection.domains.contains("binary_sensor") { found = candidates(selection.withContacts) }
        let noun = found.isEmpty ? HouseNoun(domains: selection.domains, classes: selection.classes) : HouseNoun(of: found)
        guard !found.isEmpty else { return AskingText(wording: wording).text(for: .none(noun, area: area(selection), floor: floor(selection))) }
        if wanted == nil, selection.domains.isSubset(of: ["sensor"]) || selection.classes == ["battery"] { return values(found) }
        if wanted == nil, selection.domains == ["media_player"] { return playing(found, selection) }
        if Detection.isAsked(selection.classes), wanted ?? "on" == "on", response != "how_many" { return detected(by: found, selection) }
        if selection.domains == ["alarm_control_panel"], found.count == 1 {
            return wanted.map { yesOrNo(found[0], $0) } ?? text.sentence(found[0], state(found[0].id))
        }
        if response == "one_yesno", let wanted, found.count == 1 { return yesOrNo(found[0], wanted) }
        if selection.domains == ["person"] { return people(found, wanted ?? "home", response) }
        return several(found, wanted ?? StateWords.active(found[0].domain), response, noun, selection)
    }

    private func candidates(_ selection: Selection) -> [HomeModel.Entity] { model.entities.filter { $0.isExposed && selection.holds(for: $0, in: model) } }

    private func named(_ selection: Selection, _ wanted: String?, _ response: String, _ context: String?) -> String {
        guard let name = selection.name else { return "" }
        var found = model.entities.filter { $0.isExposed && name.ids.contains($0.id) }
        guard !found.isEmpty else { return AskingText(wording: wording).text(for: .unknownName(name.text)) }
        if selection.classes.contains("battery"), let battery = battery(of: found[0]) { return battery }
        let placed = found.filter { selection.isPlace(of: $0, in: model) && (selection.domains.isEmpty || selection.domains.contains($0.domain)) }
        guard !placed.isEmpty else {
            return AskingText(wording: wording).text(for: .none(HouseNoun(of: found), area: area(selection), floor: floor(selection)))
        }
        found = placed
        if found.count > 1, let context, found.contains(where: { $0.area == context }) { found = found.filter { $0.area == context } }
        guard found.count == 1, let entity = found.first else {
            guard let wanted else { return found.prefix(4).map { text.sentence($0, state($0.id)) }.joined(separator: " ") }
            return several(found, wanted, response, HouseNoun(of: found), selection)
        }
        guard let wanted, response != "where", response != "one" else { return text.sentence(entity, state(entity.id)) }
        return yesOrNo(entity, wanted)
    }

    /// "Oui, elle est fermée." "Non, elle est ouverte."
    private func yesOrNo(_ entity: HomeModel.Entity, _ wanted: String) -> String {
        guard let now = state(entity.id), !now.isUnavailable else { return text.sentence(entity, state(entity.id)) }
        let isMet = StateWords.isMet(wanted, by: now, domain: entity.domain, deviceClass: entity.deviceClass)
        let word = isMet ? language(fr: "Oui, ", en: "Yes, ") : language(fr: "Non, ", en: "No, ")
        guard let predicate = text.predicate(entity, now.value) else { return word + now.value + "." }
        if entity.domain == "person" { return word + text.clause(entity, predicate) + "." }
        let name = FrenchName(entity.name)
        switch language {
        case .english: return word + predicate.sentence(.english).lowercasedFirst
        case .french:
            guard let gender = name.gender else { return word + predicate.sentence(.french).lowercasedFirst }
            let pronoun = (gender == .feminine ? "elle" : "il") + (name.isPlural ? "s" : "")
            return "\(word)\(pronoun) \(predicate.text(.french, gender: gender, isPlural: name.isPlural))."
        }
    }

    private func several(_ found: [HomeModel.Entity], _ wanted: String, _ response: String, _ noun: HouseNoun, _ selection: Selection) -> String {
        func isMet(_ entity: HomeModel.Entity) -> Bool? {
            guard let now = state(entity.id), !now.isUnavailable else { return nil }
            return StateWords.isMet(wanted, by: now, domain: entity.domain, deviceClass: entity.deviceClass)
        }
        let matching = found.filter { isMet($0) == true }, others = found.filter { isMet($0) == false }, lost = found.filter { isMet($0) == nil }
        let predicate = StateWords.predicate(wanted, domain: found[0].domain, deviceClass: found[0].deviceClass) ?? .phrase(wanted, en: wanted)
        let place = place(selection)
        let hasPlace = !place.isEmpty
        func names(_ these: [HomeModel.Entity], with joint: Wording.Joint = .and) -> String {
            wording.list(these.map { hasPlace ? wording.the($0) : wording.theWithPlace($0) }, limit: 5, with: joint)
        }
        func are(_ count: Int) -> String { predicate.text(language, gender: noun.french.gender, isPlural: count > 1) }
        let none = language(
            fr: "\(noun.frenchNone) \(Self.negated(are(1)))\(place)",
            en: "no \(noun.english.many) \(predicate.text(.english, gender: .masculine, isPlural: true))\(place)")
        let counted = language(
            fr:
                "\(wording.count(matching.count, noun.french.gender)) \(matching.count > 1 ? noun.french.many : noun.french.one) \(are(matching.count))\(place)",
            en: "\(wording.count(matching.count, .masculine)) \(matching.count > 1 ? noun.english.many : noun.english.one) \(are(matching.count))\(place)")
        var answer: String
        // "La lumière est allumée ?" of several is whether any is; "les volets sont fermés ?", whether all are.
        let isOfAny = response == "one_yesno" && wanted == StateWords.active(found[0].domain)
        switch response == "one_yesno" ? (isOfAny ? "any" : "all") : response {
        case "any", "any_short":
            answer = matching.isEmpty ? language(fr: "Non, ", en: "No, ") + none + "." : language(fr: "Oui, ", en: "Yes, ") + names(matching) + "."
        case "all":
            if others.isEmpty, !matching.isEmpty {
                let all = language(fr: noun.french.gender == .feminine ? "toutes les" : "tous les", en: "all the")
                answer = language(
                    fr: "Oui, \(all) \(noun.french.many) \(are(2))\(place).", en: "Yes, \(all) \(noun.english.many) \(are(2))\(place).")
            } else {
                answer = others.isEmpty ? "" : language(fr: "Non, pas ", en: "No, not ") + names(others, with: .nor) + "."
            }
        case "how_many": answer = (matching.isEmpty ? none : counted).capitalizedFirst + "."
        default:
            answer = (matching.isEmpty ? none : counted + language(fr: " : ", en: ": ") + names(matching)).capitalizedFirst + "."
        }
        return answer.isEmpty ? silence(of: lost) : answer + (lost.isEmpty ? "" : " " + silence(of: lost))
    }

    /// "Le détecteur du garage n'est pas joignable."
    func silence(of lost: [HomeModel.Entity]) -> String {
        guard let first = lost.first else { return "" }
        let subject = lost.count <= 3 ? wording.list(lost.map(wording.the)) : HouseNoun(of: lost).counted(lost.count, language)
        let silent = Trouble.unavailable.predicate(wording).text(language, gender: .masculine, isPlural: lost.count > 1 || wording.isPlural(first))
        return "\(subject) \(silent).".capitalizedFirst
    }

    /// "n'est allumée", "ne détecte un mouvement".
    private static func negated(_ verb: String) -> String {
        if verb.hasPrefix("ne ") || verb.hasPrefix("n'") { return verb }
        return (FrenchName.elides(verb) ? "n'" : "ne ") + verb
    }

    // MARK: People, sensors, players

    private func people(_ found: [HomeModel.Entity], _ wanted: String, _ response: String) -> String {
        let zone = StateWords.zone(wanted)
        let there = found.filter { person in state(person.id).map { StateWords.isMet(zone, by: $0, domain: "person", deviceClass: nil) } ?? false }
        let others = found.filter { !there.contains($0) }
        let predicate = StateWords.place(zone)
        let names = wording.list(there.map(\.name), limit: 6)
        func are(_ count: Int) -> String { predicate.text(language, gender: .masculine, isPlural: count > 1) }
        let isAway = zone == "not_home"
        let nobody =
            isAway
            ? language(fr: "tout le monde est à la maison.", en: "everybody is at home.")
            : language(fr: "personne n'\(are(1)).", en: "nobody \(are(1)).")
        switch response {
        case "any", "any_short": return there.isEmpty ? language(fr: "Non, ", en: "No, ") + nobody : language(fr: "Oui, ", en: "Yes, ") + names + "."
        case "all":
            return others.isEmpty
                ? language(fr: "Oui, tout le monde \(are(1)).", en: "Yes, everybody \(are(1)).")
                : language(fr: "Non, pas ", en: "No, not ") + wording.list(others.map(\.name), limit: 6, with: .nor) + "."
        case "how_many" where !there.isEmpty:
            return language(
                fr: "\(wording.count(there.count, .feminine)) \(there.count > 1 ? "personnes" : "personne") \(are(there.count)).",
                en: "\(wording.count(there.count, .masculine)) \(there.count > 1 ? "people" : "person") \(are(there.count))."
            ).capitalizedFirst
        default: return there.isEmpty ? nobody.capitalizedFirst : "\(names) \(are(there.count))."
        }
    }

    private func playing(_ found: [HomeModel.Entity], _ selection: Selection) -> String {
        let players = found.filter { state($0.id)?.value == "playing" }
        if players.isEmpty { return AskingText(wording: wording).text(for: .silence(area: area(selection))) }
        return players.prefix(4).map { text.sentence($0, state($0.id)) }.joined(separator: " ")
    }

    private func values(_ found: [HomeModel.Entity]) -> String {
        let known = found.filter { state($0.id).map { !$0.isUnavailable } ?? false }
        guard known.count > 1 else { return text.sentence(known.first ?? found[0], state((known.first ?? found[0]).id)) }
        // Of many batteries, those that want changing are what is asked about.
        if known.allSatisfy({ $0.deviceClass == "battery" }), known.count > 4 {
            let low = known.filter { entity in state(entity.id).flatMap { Double($0.value) }.map { $0 < Self.lowBattery } ?? (state(entity.id)?.value == "on") }
            if low.isEmpty { return language(fr: "Aucune batterie n'est faible.", en: "No battery is low.") }
            return language(fr: "À changer : ", en: "To change: ") + wording.list(low.map { each($0) }, limit: 6) + "."
        }
        return wording.list(known.map { each($0) }, limit: 6).capitalizedFirst + "."

        func each(_ entity: HomeModel.Entity) -> String {
            let now = state(entity.id)
            return entity.name + language(fr: " : ", en: ": ") + (now.flatMap(text.value) ?? now?.value ?? "")
        }
    }

    /// The battery of a device: an attribute, or the sensor that bears its name.
    private func battery(of entity: HomeModel.Entity) -> String? {
        if entity.deviceClass == "battery" { return text.sentence(entity, state(entity.id)) }
        let name = entity.name.folded
        if let sensor = model.entities.first(where: { $0.isExposed && $0.deviceClass == "battery" && $0.name.folded.contains(name) }) {
            return text.sentence(sensor, state(sensor.id))
        }
        return state(entity.id)?.number("battery_level").map { level in
            language(
                fr: "La batterie est à \(Measure.percent(level, .french)).", en: "The battery is at \(Measure.percent(level, .english)).")
        }
    }

    /// " dans le salon"; "" for the whole house.
    func place(_ selection: Selection) -> String {
        area(selection).map { " " + wording.inside($0) } ?? floor(selection).map { " " + wording.inside($0) } ?? ""
    }

    func area(_ selection: Selection) -> HomeModel.Area? { selection.area?.ids.count == 1 ? model.area(selection.area?.ids.first) : nil }
    func floor(_ selection: Selection) -> HomeModel.Floor? { selection.floor?.ids.count == 1 ? model.floor(selection.floor?.ids.first) : nil }
}

extension Selection {
    /// With the classes that contacts have for the same openings.
    fileprivate var withContacts: Selection {
        var selection = self
        if classes.contains("garage") { selection.classes.insert("garage_door") }
        if classes.contains("door") || classes.contains("window") { selection.classes.insert("opening") }
        return selection
    }
}
