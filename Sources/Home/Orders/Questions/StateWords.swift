import Base
import Domain

/// What a state is called, and which states are meant by a word for one.
enum StateWords {
    private static let openings: Set<String> = ["door", "window", "garage_door", "garage", "gate", "opening"]

    /// "est allumée"; `nil` for a state that has no words here.
    static func predicate(_ value: String, domain: String, deviceClass: String?) -> Predicate? {
        switch domain {
        case "binary_sensor": binary(value, deviceClass)
        case "cover", "valve": moving(value)
        case "lock": lock(value)
        case "media_player": media(value) ?? switched(value)
        case "climate": climate(value)
        case "vacuum", "lawn_mower": machine(value) ?? switched(value)
        case "alarm_control_panel": alarm(value)
        case "automation": value == "on" ? .participle("activé", en: "enabled") : value == "off" ? .participle("désactivé", en: "disabled") : nil
        case "script": value == "on" ? .phrase("en cours", en: "running") : value == "off" ? .phrase("à l'arrêt", en: "not running") : nil
        case "person", "device_tracker": place(value)
        case "sensor", "scene", "button", "input_button", "input_number", "number", "weather": nil
        default: switched(value) ?? moving(value)
        }
    }

    private static func switched(_ value: String) -> Predicate? {
        switch value {
        case "on": .participle("allumé", en: "on")
        case "off": .participle("éteint", en: "off")
        default: nil
        }
    }

    private static func moving(_ value: String) -> Predicate? {
        switch value {
        case "open", "on": .participle("ouvert", en: "open")
        case "closed", "off": .participle("fermé", en: "closed")
        case "opening": .phrase("en train de s'ouvrir", en: "opening")
        case "closing": .phrase("en train de se fermer", en: "closing")
        default: nil
        }
    }

    private static func lock(_ value: String) -> Predicate? {
        switch value {
        case "locked": .participle("verrouillé", en: "locked")
        case "unlocked": .participle("déverrouillé", en: "unlocked")
        case "open", "opening": .participle("ouvert", en: "open")
        case "closed": .participle("fermé", en: "closed")
        case "locking": .phrase("en train de se verrouiller", en: "locking")
        case "unlocking": .phrase("en train de se déverrouiller", en: "unlocking")
        case "jammed": .participle("coincé", en: "jammed")
        default: nil
        }
    }

    private static func media(_ value: String) -> Predicate? {
        switch value {
        case "playing", "buffering": .phrase("en lecture", en: "playing")
        case "paused": .phrase("en pause", en: "paused")
        case "idle": .phrase("à l'arrêt", en: "idle")
        case "standby": .phrase("en veille", en: "on standby")
        default: nil
        }
    }

    private static func climate(_ value: String) -> Predicate? {
        switch value {
        case "off": .participle("éteint", en: "off")
        case "on": .participle("allumé", en: "on")
        case "heat": .phrase("en mode chauffage", en: "heating")
        case "cool": .phrase("en mode climatisation", en: "cooling")
        case "heat_cool", "auto": .phrase("en mode automatique", en: "in automatic mode")
        case "dry": .phrase("en mode déshumidification", en: "drying")
        case "fan_only": .phrase("en mode ventilation", en: "in fan mode")
        default: nil
        }
    }

    private static func machine(_ value: String) -> Predicate? {
        switch value {
        case "cleaning": .phrase("en train de nettoyer", en: "cleaning")
        case "mowing": .phrase("en train de tondre", en: "mowing")
        case "docked": .phrase("à sa base", many: "à leur base", en: "docked")
        case "returning": .phrase("en route vers sa base", many: "en route vers leur base", en: "returning to base")
        case "paused": .phrase("en pause", en: "paused")
        case "idle": .phrase("à l'arrêt", en: "idle")
        case "error": .phrase("en erreur", en: "in an error state")
        default: nil
        }
    }

    private static func alarm(_ value: String) -> Predicate? {
        switch value {
        case "disarmed", "off": .participle("désactivé", en: "disarmed")
        case "triggered": .participle("déclenché", en: "triggered")
        case "arming", "pending": .phrase("en cours d'activation", en: "arming")
        case "armed_home": .participle("activé", rest: " en mode maison", en: "armed, home")
        case "armed_night": .participle("activé", rest: " en mode nuit", en: "armed, night")
        default: value.hasPrefix("armed") || value == "on" ? .participle("activé", en: "armed") : nil
        }
    }

    /// Classes and what on and off mean in them: Home Assistant's binary_sensor device classes.
    private static func binary(_ value: String, _ deviceClass: String?) -> Predicate? {
        guard value == "on" || value == "off" else { return moving(value) }
        let isOn = value == "on"
        switch deviceClass ?? "" {
        case let kind where openings.contains(kind): return moving(value)
        case "motion", "moving", "vibration":
            return isOn
                ? .verbs("détecte un mouvement", "détectent un mouvement", en: "detects motion", "detect motion")
                : .verbs("ne détecte aucun mouvement", "ne détectent aucun mouvement", en: "detects no motion", "detect no motion")
        case "occupancy", "presence":
            return isOn
                ? .verbs("détecte une présence", "détectent une présence", en: "detects somebody", "detect somebody")
                : .verbs("ne détecte personne", "ne détectent personne", en: "detects nobody", "detect nobody")
        case "smoke", "gas", "carbon_monoxide", "moisture":
            return isOn
                ? .verbs("signale une alerte", "signalent une alerte", en: "reports an alert", "report an alert")
                : .verbs("ne signale rien", "ne signalent rien", en: "reports nothing", "report nothing")
        case "problem", "tamper", "safety":
            return isOn
                ? .verbs("signale un problème", "signalent un problème", en: "reports a problem", "report a problem")
                : .verbs("ne signale aucun problème", "ne signalent aucun problème", en: "reports no problem", "report no problem")
        case "lock": return lock(isOn ? "unlocked" : "locked")
        case "battery": return isOn ? .phrase("faible", many: "faibles", en: "low") : .phrase("bonne", many: "bonnes", en: "fine")
        case "connectivity": return isOn ? .participle("connecté", en: "connected") : .participle("déconnecté", en: "disconnected")
        case "plug", "power": return isOn ? .participle("branché", en: "plugged in") : .participle("débranché", en: "unplugged")
        default: return isOn ? .participle("activé", en: "on") : .participle("désactivé", en: "off")
        }
    }

    static func place(_ zone: String) -> Predicate {
        switch zone {
        case "home": .phrase("à la maison", en: "at home")
        case "not_home": .verbs("n'est pas à la maison", "ne sont pas à la maison", en: "isn't at home", "aren't at home")
        default: .phrase("dans la zone \(zone)", en: "at \(zone)")
        }
    }

    /// The zone that somebody names: `home`, `not_home`, or its own name.
    static func zone(_ text: String) -> String {
        switch text.folded {
        case "home", "maison", "a la maison", "la maison", "chez nous", "chez moi", "at home", "house", "the house", "ici", "here", "present", "presente", "la":
            "home"
        case "not_home", "away", "absent", "absente", "dehors", "sorti", "sortie", "out": "not_home"
        default: text
        }
    }

    /// Whether an entity is in the state that was asked about.
    static func isMet(_ wanted: String, by state: EntityState, domain: String, deviceClass: String?) -> Bool {
        let value = state.value
        if value == wanted { return true }
        switch (domain, wanted) {
        case ("binary_sensor", "open"): return value == "on"
        case ("binary_sensor", "closed"): return value == "off"
        case ("binary_sensor", "unlocked"): return value == "on"
        case ("binary_sensor", "locked"): return value == "off"
        case ("cover", "open"), ("valve", "open"): return value == "opening"
        case ("cover", "on"), ("valve", "on"): return value == "open" || value == "opening"
        case ("cover", "off"), ("valve", "off"): return value == "closed"
        case ("lock", "closed"), ("lock", "on"): return value == "locked"
        case ("lock", "open"), ("lock", "off"): return value == "unlocked" || value == "opening"
        case ("media_player", "on"): return !["off", "standby"].contains(value)
        case ("media_player", "off"): return value == "standby"
        case ("climate", "on"), ("water_heater", "on"): return value != "off"
        case ("vacuum", "on"): return value == "cleaning"
        case ("alarm_control_panel", "on"), ("alarm_control_panel", "armed"): return value.hasPrefix("armed") || value == "triggered"
        case ("alarm_control_panel", "off"): return value == "disarmed"
        case ("person", _), ("device_tracker", _): return value.folded == zone(wanted).folded
        default: return false
        }
    }

    /// What is asked about when a question names no state: "quelles lumières ?"
    static func active(_ domain: String) -> String {
        switch domain {
        case "cover", "valve": "open"
        case "lock": "unlocked"
        case "media_player": "playing"
        case "person": "home"
        case "alarm_control_panel": "armed"
        default: "on"
        }
    }
}
