import Base
import Domain

/// Tells the state of one device in a sentence.
struct StateText {
    let wording: Wording

    private var language: Language { wording.language }

    /// "La lampe du bureau est allumée, à 50 %."
    func sentence(_ entity: HomeModel.Entity, _ state: EntityState?) -> String {
        guard let state, !state.isUnavailable else { return clause(entity, Trouble.unavailable.predicate(wording)) + "." }
        switch entity.domain {
        case "sensor", "number", "input_number": return measure(entity, state)
        case "climate", "water_heater": return climate(entity, state)
        case "media_player" where state.value == "playing":
            return (subject(entity) + language(fr: " joue ", en: " is playing ") + (title(state) ?? language(fr: "quelque chose", en: "something")))
                .capitalizedFirst + "."
        default: break
        }
        guard let predicate = predicate(entity, state.value) else { return "\(entity.name)\(language(fr: " : ", en: ": "))\(state.value)." }
        return clause(entity, predicate) + (detail(entity, state).map { ", " + $0 } ?? "") + "."
    }

    func predicate(_ entity: HomeModel.Entity, _ value: String) -> Predicate? {
        StateWords.predicate(value, domain: entity.domain, deviceClass: entity.deviceClass)
    }

    /// "La lampe du bureau est allumée"; "Desk lamp : allumée" where French does not know the name's noun.
    func clause(_ entity: HomeModel.Entity, _ predicate: Predicate) -> String {
        let text = predicate.text(language, gender: wording.gender(entity), isPlural: wording.isPlural(entity))
        if language == .french, entity.domain != "person", FrenchName(entity.name).gender == nil, text.hasPrefix("est ") {
            return "\(entity.name) : \(text.dropFirst(4))"
        }
        return (subject(entity) + " " + text).capitalizedFirst
    }

    private func subject(_ entity: HomeModel.Entity) -> String { entity.domain == "person" ? entity.name : wording.the(entity) }

    private func detail(_ entity: HomeModel.Entity, _ state: EntityState) -> String? {
        func percent(_ value: Double) -> String { language(fr: "à \(Measure.percent(value, .french))", en: "at \(Measure.percent(value, .english))") }
        switch (entity.domain, state.value) {
        case ("light", "on"): return state.number("brightness").map { percent($0 / 2.55) }
        case ("fan", "on"): return state.number("percentage").map(percent)
        case ("cover", "open"), ("valve", "open"): return state.number("current_position").flatMap { $0 < 100 ? percent($0) : nil }
        case ("humidifier", "on"):
            return state.number("humidity").map { language(fr: "réglé sur \(Measure.percent($0, .french))", en: "set to \(Measure.percent($0, .english))") }
        case ("media_player", "paused"): return title(state).map { language(fr: "sur \($0)", en: "on \($0)") }
        default: return nil
        }
    }

    /// "« Titre » de Quelqu'un".
    private func title(_ state: EntityState) -> String? {
        guard let title = state.text("media_title") else { return nil }
        let quoted = language(fr: "« \(title) »", en: "“\(title)”")
        return state.text("media_artist").map { "\(quoted) \(language(fr: "de", en: "by")) \($0)" } ?? quoted
    }

    // MARK: What is measured

    /// What "est de" can be said of.
    private static let quantities: Set<String> = [
        "temperature", "humidite", "pression", "luminosite", "consommation", "puissance", "tension", "production", "vitesse", "niveau", "volume", "taux",
        "courant", "debit", "batterie",
    ]

    private func measure(_ entity: HomeModel.Entity, _ state: EntityState) -> String {
        guard let value = value(state) else { return "\(entity.name)\(language(fr: " : ", en: ": "))\(state.value)." }
        switch language {
        case .english: return "\(entity.name) is \(value)."
        case .french:
            let name = FrenchName(entity.name)
            guard let noun = name.bare.folded.split(separator: " ").first, name.gender != nil, Self.quantities.contains(String(noun)) else {
                return "\(entity.name) : \(value)."
            }
            return "\(name.definite) est \(value.hasSuffix("%") ? "à" : "de") \(value).".capitalizedFirst
        }
    }

    /// "21,5 degrés"; `nil` for what is no number.
    func value(_ state: EntityState) -> String? {
        Double(state.value).map { Measure.with(unit: state.text("unit_of_measurement"), $0, language) }
    }

    private func climate(_ entity: HomeModel.Entity, _ state: EntityState) -> String {
        let target = state.number("temperature") ?? state.number("target_temp_low")
        let now = state.number("current_temperature").map {
            language(fr: ", il fait \(Measure.degrees($0, .french))", en: ", it's \(Measure.degrees($0, .english)) now")
        }
        let predicate: Predicate
        if state.value != "off", let target {
            predicate = Deed.temperature(target).predicate
        } else {
            predicate = self.predicate(entity, state.value) ?? .phrase("en mode \(state.value)", en: "in \(state.value) mode")
        }
        return clause(entity, predicate) + (now ?? "") + "."
    }
}
