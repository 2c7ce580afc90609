import Base
import Domain
import Foundation

/// Occasions and causes as people say them: "tous les jours à 7 h 30", "quand la porte d'entrée s'ouvre".
struct SpokenTrigger {
    let language: Language
    let schedule: Schedule
    let model: HomeModel
    /// Who listens: their own comings and goings are said to them.
    let listener: String

    private var times: SpokenTime { SpokenTime(language: language, timeZone: schedule.timeZone) }

    /// - Parameter delay: it was asked for as a length of time, and is said so.
    func occasion(_ occasion: Automation.Occasion, now: Date, asDelay: Bool = false) -> String {
        switch occasion {
        case .at(let date): asDelay ? language(fr: "dans ", en: "in ") + times.duration(date.timeIntervalSince(now)) : times.moment(date, now: now)
        case .onDemand: language(fr: "sur demande", en: "on demand")
        case .when(let trigger, let once): phrase(trigger, once: once, now: now)
        }
    }

    private func phrase(_ trigger: Trigger, once: Bool, now: Date) -> String {
        switch trigger {
        case .time(let hour, let minute, let weekdays):
            if once, let next = schedule.next(trigger, after: now) { return times.moment(next, now: now) }
            return times.days(weekdays) + language(fr: " à ", en: " at ") + times.time(hour: hour, minute: minute)
        case .sun(let event, let offset):
            let name = Self.name(event, language)
            if offset == 0 {
                return once
                    ? language(fr: "au prochain \(name)", en: "at the next \(name)") : language(fr: "tous les jours au \(name)", en: "every day at \(name)")
            }
            let distance = times.duration(abs(offset)) + (offset < 0 ? language(fr: " avant le ", en: " before ") : language(fr: " après le ", en: " after "))
            return (once ? "" : language(fr: "tous les jours, ", en: "every day, ")) + distance + language(fr: name, en: once ? "the next \(name)" : name)
        case .state(let entity, let value, let seconds):
            let lasts = seconds > 0 ? language(fr: " et que ça dure ", en: " and stays so for ") + times.duration(seconds) : ""
            return when(noun(entity) + " " + Self.verb(entity: entity, class: find(entity)?.deviceClass, value: value, language) + lasts, once)
        case .number(let entity, _, let above, let below):
            return when(noun(entity) + " " + limits(above, below), once)
        case .presence(let person, let arrives): return when(presence(person, arrives), once)
        }
    }

    private func when(_ clause: String, _ once: Bool) -> String {
        once ? language(fr: "la prochaine fois " + Words.que(clause), en: "the next time " + clause) : language(fr: "quand ", en: "when ") + clause
    }

    private func limits(_ above: Double?, _ below: Double?) -> String {
        switch (above, below) {
        case (let above?, let below?):
            language(fr: "est entre \(number(above)) et \(number(below))", en: "is between \(number(above)) and \(number(below))")
        case (let above?, nil): language(fr: "dépasse \(number(above))", en: "goes above \(number(above))")
        case (nil, let below?): language(fr: "passe sous \(number(below))", en: "drops below \(number(below))")
        case (nil, nil): language(fr: "donne un nombre", en: "gives a number")
        }
    }

    private func number(_ value: Double) -> String { language(fr: Sightings.text(value).replacing(".", with: ","), en: Sightings.text(value)) }

    private func presence(_ person: String?, _ arrives: Bool) -> String {
        guard let person else {
            return arrives
                ? language(fr: "la première personne rentre", en: "the first person comes home")
                : language(fr: "la dernière personne part", en: "the last person leaves")
        }
        let name = find(person)?.name ?? person
        if Words.all(name) == Words.all(listener) {
            return arrives ? language(fr: "tu rentres", en: "you come home") : language(fr: "tu pars", en: "you leave")
        }
        return arrives ? language(fr: "\(name) rentre", en: "\(name) comes home") : language(fr: "\(name) part", en: "\(name) leaves")
    }

    private func find(_ entity: String) -> HomeModel.Entity? { model.entities.first { $0.id == entity } }

    func noun(_ entity: String) -> String { Noun.withArticle(find(entity)?.name ?? entity, language) }

    // MARK: causes

    /// "coucher du soleil", "la porte d'entrée s'est ouverte" in brackets after "s'est déclenchée à 18 h 42".
    func cause(_ cause: AutomationRun.Cause) -> String {
        switch cause {
        case .time: language(fr: "à l'heure prévue", en: "at its time")
        case .sun(let event): Self.name(event, language)
        case .entity(let id, let name, let value):
            Noun.withArticle(name, language) + language(fr: " : ", en: ": ") + Self.state(entity: id, class: find(id)?.deviceClass, value: value, language)
        case .request(let who):
            Words.all(who) == Words.all(listener)
                ? language(fr: "à ta demande", en: "at your request") : language(fr: "demandée par \(who)", en: "asked for by \(who)")
        }
    }

    static func name(_ event: Trigger.SunEvent, _ language: Language) -> String {
        event == .sunrise ? language(fr: "lever du soleil", en: "sunrise") : language(fr: "coucher du soleil", en: "sunset")
    }

    /// What kind of states an entity has.
    private enum Kind { case switched, opened, locked, moving, person, other }

    private static func kind(_ entity: String, _ deviceClass: String?) -> Kind {
        switch (entity.prefix { $0 != "." }, deviceClass) {
        case ("light", _), ("switch", _), ("fan", _), ("media_player", _), ("input_boolean", _): .switched
        case ("cover", _), ("valve", _), ("binary_sensor", "door"), ("binary_sensor", "window"), ("binary_sensor", "garage_door"), ("binary_sensor", "opening"):
            .opened
        case ("lock", _): .locked
        case ("binary_sensor", "motion"), ("binary_sensor", "occupancy"), ("binary_sensor", "presence"): .moving
        case ("person", _), ("device_tracker", _): .person
        default: .other
        }
    }

    /// What it does when it comes to a state: "s'ouvre".
    private static func verb(entity: String, class deviceClass: String?, value: String, _ language: Language) -> String {
        switch (kind(entity, deviceClass), value) {
        case (.switched, "on"): language(fr: "s'allume", en: "turns on")
        case (.switched, "off"): language(fr: "s'éteint", en: "turns off")
        case (.opened, "open"), (.opened, "on"): language(fr: "s'ouvre", en: "opens")
        case (.opened, "closed"), (.opened, "off"): language(fr: "se ferme", en: "closes")
        case (.locked, "locked"): language(fr: "se verrouille", en: "locks")
        case (.locked, "unlocked"): language(fr: "se déverrouille", en: "unlocks")
        case (.moving, "on"): language(fr: "détecte un mouvement", en: "detects motion")
        case (.moving, "off"): language(fr: "ne détecte plus de mouvement", en: "detects no more motion")
        case (.person, "home"): language(fr: "rentre", en: "comes home")
        case (.person, "not_home"): language(fr: "part", en: "leaves")
        case (_, "on"): language(fr: "s'active", en: "turns on")
        case (_, "off"): language(fr: "se désactive", en: "turns off")
        default: language(fr: "passe à « \(value) »", en: "becomes “\(value)”")
        }
    }

    /// What state it is in: "ouvert", without a gender where French would want one that nobody knows.
    private static func state(entity: String, class deviceClass: String?, value: String, _ language: Language) -> String {
        switch (kind(entity, deviceClass), value) {
        case (.switched, "on"), (.other, "on"): language(fr: "en marche", en: "on")
        case (.switched, "off"), (.other, "off"): language(fr: "à l'arrêt", en: "off")
        case (.opened, "open"), (.opened, "on"): language(fr: "ouverture", en: "open")
        case (.opened, "closed"), (.opened, "off"): language(fr: "fermeture", en: "closed")
        case (.locked, "locked"): language(fr: "verrouillage", en: "locked")
        case (.locked, "unlocked"): language(fr: "déverrouillage", en: "unlocked")
        case (.moving, "on"): language(fr: "mouvement", en: "motion")
        case (.moving, "off"): language(fr: "plus de mouvement", en: "no more motion")
        case (.person, "home"): language(fr: "à la maison", en: "home")
        case (.person, "not_home"): language(fr: "hors de la maison", en: "away")
        default: value
        }
    }
}

/// Names of things in a sentence.
enum Noun {
    private static let feminine: Set<String> = [
        "porte", "lampe", "lumiere", "fenetre", "tele", "television", "prise", "serrure", "chaudiere", "machine", "temperature", "humidite", "luminosite",
        "baie", "veilleuse", "guirlande", "camera", "pompe", "climatisation", "clim", "ventilation", "sonnette", "alarme", "piscine", "voiture", "batterie",
        "barriere", "grille", "boite", "musique", "radio", "enceinte", "trappe", "cafetiere", "bouilloire", "hotte", "chambre", "cuisine", "cave",
        "consommation",
        "production", "puissance", "pression", "qualite", "fuite", "fumee", "pluie",
    ]
    private static let masculine: Set<String> = [
        "volet", "store", "rideau", "portail", "garage", "plafonnier", "lampadaire", "spot", "capteur", "detecteur", "radiateur", "chauffage", "thermostat",
        "ventilateur", "interrupteur", "bouton", "verrou", "portillon", "four", "lave", "seche", "aspirateur", "robot", "salon", "bureau", "couloir",
        "mouvement",
        "niveau", "chien", "chat", "congelateur", "refrigerateur", "frigo", "ordinateur", "ecran", "poele", "velux", "arrosage", "applique", "bandeau", "ruban",
        "lustre",
    ]
    private static let plural: Set<String> = [
        "volets", "stores", "rideaux", "lumieres", "lampes", "spots", "appliques", "fenetres", "portes", "prises", "radiateurs",
    ]

    /// "la porte d'entrée" for "Porte d'entrée"; a name whose gender is not known stands as it is.
    static func withArticle(_ name: String, _ language: Language) -> String {
        guard let word = Words.all(name).first else { return name }
        guard language == .french else { return ["the", "my", "our"].contains(word) ? name : "the " + name }
        let article =
            plural.contains(word)
            ? "les "
            : Words.isElided(before: name) && (feminine.contains(word) || masculine.contains(word))
                ? "l'" : feminine.contains(word) ? "la " : masculine.contains(word) ? "le " : ""
        return article.isEmpty ? name : article + lowered(name)
    }

    private static func lowered(_ name: String) -> String {
        // "TV du salon" keeps its capitals.
        guard let second = name.dropFirst().first, second.isUppercase else { return name.prefix(1).lowercased() + name.dropFirst() }
        return name
    }
}
