import Base

extension Deed {
    var predicate: Predicate {
        switch self {
        case .on: .participle("allumé", en: "on")
        case .off: .participle("éteint", en: "off")
        case .open: .participle("ouvert", en: "open")
        case .close: .participle("fermé", en: "closed")
        case .stop: .participle("arrêté", en: "stopped")
        case .lock: .participle("verrouillé", en: "locked")
        case .unlock: .participle("déverrouillé", en: "unlocked")
        case .activate: .participle("activé", en: "activated")
        case .run: .participle("lancé", en: "started")
        case .press: .participle("actionné", en: "pressed")
        case .enable: .participle("activé", en: "enabled")
        case .disable: .participle("désactivé", en: "disabled")
        case .arm: .participle("activé", en: "armed")
        case .disarm: .participle("désactivé", en: "disarmed")
        case .light(let brightness, let color, let kelvin): Self.shine(brightness, color, kelvin)
        case .position(let value):
            value == 0
                ? .participle("fermé", en: "closed")
                : .participle("ouvert", rest: " à \(Measure.percent(value, .french))", en: "open at \(Measure.percent(value, .english))")
        case .temperature(let value):
            .participle("réglé", rest: " sur \(Measure.degrees(value, .french))", en: "set to \(Measure.degrees(value, .english))")
        case .humidity(let value): .participle("réglé", rest: " sur \(Measure.percent(value, .french))", en: "set to \(Measure.percent(value, .english))")
        case .mode(let mode): .phrase("en mode \(mode)", en: "in \(mode) mode")
        case .speed(let value), .volume(let value): .phrase("à \(Measure.percent(value, .french))", en: "at \(Measure.percent(value, .english))")
        case .mute: .phrase("en sourdine", en: "muted")
        case .unmute: .verb("n'est plus en sourdine", "ne sont plus en sourdine", en: "unmuted")
        case .pause: .phrase("en pause", en: "paused")
        case .play: .phrase("en lecture", en: "playing")
        case .next: .phrase("au morceau suivant", en: "on the next track")
        case .previous: .phrase("au morceau précédent", en: "on the previous track")
        case .clean: .phrase("en train de nettoyer", en: "cleaning")
        case .dock: .phrase("à sa base", many: "à leur base", en: "docked")
        case .mow: .phrase("en train de tondre", en: "mowing")
        case .unknown: .participle("changé", en: "changed")
        case .value(let value): .phrase("à \(Measure.number(value, .french))", en: "at \(Measure.number(value, .english))")
        }
    }

    private static func shine(_ brightness: Double?, _ color: String?, _ kelvin: Double?) -> Predicate {
        var french: [String] = [], english: [String] = []
        if let color {
            french.append("en \(ColorName.spoken(color, .french))")
            english.append(ColorName.spoken(color, .english))
        }
        if let kelvin {
            french.append("à \(Measure.with(unit: "K", kelvin, .french))")
            english.append("at \(Measure.with(unit: "K", kelvin, .english))")
        }
        if let brightness {
            french.append("à \(Measure.percent(brightness, .french))")
            english.append("at \(Measure.percent(brightness, .english))")
        }
        return .phrase(french.joined(separator: ", "), en: english.joined(separator: ", "))
    }

    /// On its way.
    var movement: Predicate {
        switch self {
        case .open: .verb("s'ouvre", "s'ouvrent", en: "opening")
        case .close: .verb("se ferme", "se ferment", en: "closing")
        case .dock: .verb("rentre à sa base", "rentrent à leur base", en: "returning to base")
        case .arm: .verb("s'active", "s'activent", en: "arming")
        case .run: .verb("démarre", "démarrent", en: "starting")
        default: .verb("bouge", "bougent", en: "moving")
        }
    }

    /// What is said of one device, where it is not "C'est …".
    func ownSentence(_ language: Language, already: Bool) -> String? {
        switch self {
        case .press: language(fr: "C'est fait.", en: "Done.")
        case .volume(let value):
            language(
                fr: "Le volume est \(already ? "déjà " : "")à \(Measure.percent(value, .french)).",
                en: "The volume is \(already ? "already " : "")at \(Measure.percent(value, .english)).")
        case .mute: language(fr: "Le son est \(already ? "déjà " : "")coupé.", en: "The sound is \(already ? "already " : "")off.")
        case .unmute: language(fr: already ? "Le son n'est pas coupé." : "Le son est remis.", en: "The sound is \(already ? "already " : "back ")on.")
        case .play: already ? nil : language(fr: "C'est reparti.", en: "It's playing.")
        default: nil
        }
    }

    /// Whether one device is named in what is said of it: "L'aspirateur est en train de nettoyer."
    var namesItsDevice: Bool {
        switch self {
        case .clean, .dock, .mow, .arm, .disarm, .enable, .disable, .activate, .run: true
        default: false
        }
    }
}
