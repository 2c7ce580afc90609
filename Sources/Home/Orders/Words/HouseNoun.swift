import Base
import Domain

/// What a kind of device is called.
struct HouseNoun: Sendable, Hashable {
    /// French: singular, plural, gender.
    let french: (one: String, many: String, gender: FrenchGender)
    let english: (one: String, many: String)

    static func == (a: Self, b: Self) -> Bool { a.english.one == b.english.one }
    func hash(into hasher: inout Hasher) { hasher.combine(english.one) }

    private init(_ one: String, _ many: String, _ gender: FrenchGender, _ englishOne: String, _ englishMany: String? = nil) {
        french = (one, many, gender)
        english = (englishOne, englishMany ?? englishOne + "s")
    }

    static let device = HouseNoun("appareil", "appareils", .masculine, "device")

    private static let byDomain: [String: HouseNoun] = [
        "light": HouseNoun("lampe", "lampes", .feminine, "light"),
        "switch": HouseNoun("interrupteur", "interrupteurs", .masculine, "switch", "switches"),
        "input_boolean": HouseNoun("interrupteur", "interrupteurs", .masculine, "switch", "switches"),
        "fan": HouseNoun("ventilateur", "ventilateurs", .masculine, "fan"),
        "cover": HouseNoun("volet", "volets", .masculine, "cover"),
        "lock": HouseNoun("serrure", "serrures", .feminine, "lock"),
        "valve": HouseNoun("vanne", "vannes", .feminine, "valve"),
        "media_player": HouseNoun("lecteur", "lecteurs", .masculine, "player"),
        "climate": HouseNoun("thermostat", "thermostats", .masculine, "thermostat"),
        "water_heater": HouseNoun("chauffe-eau", "chauffe-eau", .masculine, "water heater"),
        "vacuum": HouseNoun("aspirateur", "aspirateurs", .masculine, "vacuum"),
        "lawn_mower": HouseNoun("tondeuse", "tondeuses", .feminine, "mower"),
        "scene": HouseNoun("scène", "scènes", .feminine, "scene"),
        "script": HouseNoun("script", "scripts", .masculine, "script"),
        "automation": HouseNoun("automatisation", "automatisations", .feminine, "automation"),
        "humidifier": HouseNoun("humidificateur", "humidificateurs", .masculine, "humidifier"),
        "siren": HouseNoun("sirène", "sirènes", .feminine, "siren"),
        "button": HouseNoun("bouton", "boutons", .masculine, "button"),
        "input_button": HouseNoun("bouton", "boutons", .masculine, "button"),
        "input_number": HouseNoun("réglage", "réglages", .masculine, "setting"),
        "number": HouseNoun("réglage", "réglages", .masculine, "setting"),
        "group": HouseNoun("groupe", "groupes", .masculine, "group"),
        "remote": HouseNoun("télécommande", "télécommandes", .feminine, "remote"),
        "alarm_control_panel": HouseNoun("alarme", "alarmes", .feminine, "alarm"),
        "person": HouseNoun("personne", "personnes", .feminine, "person", "people"),
        "sensor": HouseNoun("capteur", "capteurs", .masculine, "sensor"),
        "binary_sensor": HouseNoun("capteur", "capteurs", .masculine, "sensor"),
    ]

    /// By device class, of any domain.
    private static let byClass: [String: HouseNoun] = [
        "shutter": HouseNoun("volet", "volets", .masculine, "shutter"),
        "blind": HouseNoun("store", "stores", .masculine, "blind"),
        "shade": HouseNoun("store", "stores", .masculine, "shade"),
        "curtain": HouseNoun("rideau", "rideaux", .masculine, "curtain"),
        "awning": HouseNoun("store banne", "stores bannes", .masculine, "awning"),
        "door": HouseNoun("porte", "portes", .feminine, "door"),
        "garage": HouseNoun("porte de garage", "portes de garage", .feminine, "garage door"),
        "garage_door": HouseNoun("porte de garage", "portes de garage", .feminine, "garage door"),
        "gate": HouseNoun("portail", "portails", .masculine, "gate"),
        "window": HouseNoun("fenêtre", "fenêtres", .feminine, "window"),
        "opening": HouseNoun("ouverture", "ouvertures", .feminine, "opening"),
        "outlet": HouseNoun("prise", "prises", .feminine, "outlet"),
        "tv": HouseNoun("télé", "télés", .feminine, "TV"),
        "speaker": HouseNoun("enceinte", "enceintes", .feminine, "speaker"),
        "water": HouseNoun("vanne", "vannes", .feminine, "valve"),
        "motion": HouseNoun("détecteur de mouvement", "détecteurs de mouvement", .masculine, "motion sensor"),
        "occupancy": HouseNoun("détecteur de présence", "détecteurs de présence", .masculine, "presence sensor"),
        "smoke": HouseNoun("détecteur de fumée", "détecteurs de fumée", .masculine, "smoke detector"),
        "moisture": HouseNoun("détecteur de fuite", "détecteurs de fuite", .masculine, "leak sensor"),
        "gas": HouseNoun("détecteur de gaz", "détecteurs de gaz", .masculine, "gas detector"),
        "carbon_monoxide": HouseNoun("détecteur de monoxyde de carbone", "détecteurs de monoxyde de carbone", .masculine, "carbon monoxide detector"),
        "temperature": HouseNoun("capteur de température", "capteurs de température", .masculine, "temperature sensor"),
        "humidity": HouseNoun("capteur d'humidité", "capteurs d'humidité", .masculine, "humidity sensor"),
        "battery": HouseNoun("batterie", "batteries", .feminine, "battery", "batteries"),
    ]

    static func of(domain: String, deviceClass: String?) -> HouseNoun {
        deviceClass.flatMap { byClass[$0] } ?? byDomain[domain] ?? device
    }

    /// What all these entities can be called.
    init(of entities: [HomeModel.Entity]) {
        self = Self.common(entities.map { Self.of(domain: $0.domain, deviceClass: $0.deviceClass) }, domains: Set(entities.map(\.domain)))
    }

    /// What somebody who asked for these calls them.
    init(domains: Set<String>, classes: Set<String>) {
        let named = classes.sorted().compactMap { Self.byClass[$0] }
        self = Self.common(named.isEmpty ? domains.map { Self.of(domain: $0, deviceClass: nil) } : named, domains: domains)
    }

    private static func common(_ nouns: [HouseNoun], domains: Set<String>) -> HouseNoun {
        guard let first = nouns.first else { return device }
        if nouns.allSatisfy({ $0.english.one == first.english.one || $0.french.one == first.french.one }) { return first }
        return domains.count == 1 ? domains.first.flatMap { byDomain[$0] } ?? device : device
    }

    /// "une lampe", "3 lampes"; "a light", "3 lights".
    func counted(_ count: Int, _ language: Language) -> String {
        count == 1
            ? language(fr: (french.gender == .feminine ? "une " : "un ") + french.one, en: "one " + english.one)
            : language(fr: "\(count) \(french.many)", en: "\(count) \(english.many)")
    }

    /// "pas de volet", "pas d'aspirateur".
    var frenchWithDe: String { FrenchName.elides(french.one) ? "d'" + french.one : "de " + french.one }
    /// "aucune lampe".
    var frenchNone: String { (french.gender == .feminine ? "aucune " : "aucun ") + french.one }
}
