import Base
import Domain

/// What an order is about, in words that the templates understand too: "la lumière du salon", "the living room lights".
struct TargetText {
    let language: Language

    /// Slots that say what an order is about.
    static let slots = ["name", "area", "floor", "domain", "device_class"]
    /// Intents whose `name` is no entity of the house.
    static let named: Set<String> = [
        "HassStartTimer", "HassCancelTimer", "HassIncreaseTimer", "HassDecreaseTimer", "HassPauseTimer", "HassUnpauseTimer", "HassTimerStatus",
        "HassListAddItem",
        "HassListRemoveItem", "HassListCompleteItem", "JarvisListRead", "JarvisListClear", "JarvisAutomationPause", "JarvisAutomationResume",
        "JarvisAutomationDelete",
    ]

    /// `nil` for an order about nothing in the house.
    func text(_ intent: Intent) -> String? {
        guard !Self.named.contains(intent.name) else { return nil }
        let place = place(intent)
        if let name = intent.slots["name"]?.value.string { return language(fr: FrenchNoun(name).definite, en: "the \(name)") }
        guard let thing = thing(intent) else {
            guard let place else { return nil }
            return language(fr: place.french.definite, en: "the \(place.name)")
        }
        guard let place else { return language(fr: thing.french, en: thing.english) }
        // "tout dans le salon", but "la lumière du salon".
        if thing.isEverything { return language(fr: "\(thing.french) \(place.french.inIt)", en: "everything in the \(place.name)") }
        return language(fr: "\(thing.french) \(place.french.ofIt)", en: "\(thing.english) in the \(place.name)")
    }

    /// The domain that an intent is always about.
    func domain(of intent: Intent) -> String? { Self.domainOfIntent[intent.name] ?? intent.slots["what"]?.value.string.flatMap { Self.domainOfMeasure[$0] } }

    /// The kind of thing an intent is about, whichever it is: "les volets", for "celui du salon".
    func kind(_ intent: Intent, in home: HomeModel) -> String? {
        var general = Intent(intent.name, intent.slots.filter { $0.key == "domain" || $0.key == "device_class" || $0.key == "what" })
        if let id = intent.slots["name"]?.ids.first, let entity = home.entities.first(where: { $0.id == id }) {
            general.slots["domain"] = SlotValue(.string(entity.domain))
            if let kind = entity.deviceClass, Self.classes[kind] != nil { general.slots["device_class"] = SlotValue(.string(kind)) }
        }
        guard let thing = thing(general), !thing.isEverything else { return nil }
        return language(fr: thing.french, en: thing.english)
    }

    /// "le volet" for "les volets".
    static func singular(_ kind: String) -> String { singulars[kind] ?? kind }

    private static let singulars = [
        "les volets": "le volet", "les stores": "le store", "les rideaux": "le rideau", "les fenêtres": "la fenêtre", "les prises": "la prise",
        "les serrures": "la serrure", "the shutters": "the shutter", "the blinds": "the blind", "the shades": "the shade", "the curtains": "the curtain",
        "the windows": "the window", "the switches": "the switch", "the locks": "the lock", "the lights": "the light",
    ]

    private func place(_ intent: Intent) -> (name: String, french: FrenchNoun)? {
        guard let name = intent.slots["area"]?.value.string ?? intent.slots["floor"]?.value.string else { return nil }
        return (name, FrenchNoun(name))
    }

    private func thing(_ intent: Intent) -> (french: String, english: String, isEverything: Bool)? {
        if let kind = first(intent.slots["device_class"]), let words = Self.classes[kind] { return (words.0, words.1, false) }
        if case .array(let domains)? = intent.slots["domain"]?.value, domains.contains(.string("light")) { return ("tout", "everything", true) }
        guard let domain = first(intent.slots["domain"]) ?? self.domain(of: intent), let words = Self.domains[domain] else { return nil }
        return (words.0, words.1, false)
    }

    private func first(_ slot: SlotValue?) -> String? {
        switch slot?.value {
        case .string(let one): one
        case .array(let many): many.first?.string
        default: nil
        }
    }

    private static let domains: [String: (String, String)] = [
        "light": ("la lumière", "the lights"), "switch": ("les prises", "the switches"), "fan": ("le ventilateur", "the fan"),
        "cover": ("les volets", "the shutters"),
        "climate": ("le chauffage", "the heating"), "media_player": ("la musique", "the music"), "lock": ("les serrures", "the locks"),
        "vacuum": ("l'aspirateur", "the vacuum"),
        "lawn_mower": ("la tondeuse", "the mower"), "humidifier": ("l'humidificateur", "the humidifier"),
        "water_heater": ("le chauffe-eau", "the water heater"),
        "alarm_control_panel": ("l'alarme", "the alarm"),
    ]
    private static let classes: [String: (String, String)] = [
        "shutter": ("les volets", "the shutters"), "blind": ("les stores", "the blinds"), "shade": ("les stores", "the shades"),
        "curtain": ("les rideaux", "the curtains"),
        "garage": ("la porte de garage", "the garage door"), "gate": ("le portail", "the gate"), "window": ("les fenêtres", "the windows"),
        "door": ("la porte", "the door"),
        "awning": ("le store banne", "the awning"), "tv": ("la télé", "the tv"), "humidity": ("l'humidité", "the humidity"),
    ]
    private static let domainOfMeasure = [
        "brightness": "light", "color_temperature": "light", "temperature": "climate", "volume": "media_player", "position": "cover", "speed": "fan",
    ]
    private static let domainOfIntent: [String: String] = [
        "HassLightSet": "light", "HassClimateSetTemperature": "climate", "HassClimateGetTemperature": "climate", "HassFanSetSpeed": "fan",
        "HassSetPosition": "cover",
        "HassSetVolume": "media_player", "HassSetVolumeRelative": "media_player", "HassMediaPause": "media_player", "HassMediaUnpause": "media_player",
        "HassMediaNext": "media_player", "HassMediaPrevious": "media_player", "HassMediaPlayerMute": "media_player", "HassMediaPlayerUnmute": "media_player",
        "HassVacuumStart": "vacuum", "HassVacuumReturnToBase": "vacuum", "HassLawnMowerStartMowing": "lawn_mower", "HassLawnMowerDock": "lawn_mower",
    ]
}
