import Base
import Domain

/// How an intent is said: its verb, and what follows the thing it is about.
struct IntentVerb {
    let infinitive: String
    let subjunctive: String
    let english: String
    var takesTarget = true

    init(_ infinitive: String, _ subjunctive: String, _ english: String, takesTarget: Bool = true) {
        self.infinitive = infinitive
        self.subjunctive = subjunctive
        self.english = english
        self.takesTarget = takesTarget
    }

    static func of(_ intent: Intent) -> IntentVerb? {
        let domain = Self.domain(intent)
        switch (intent.name, domain) {
        case ("HassTurnOn", "cover"), ("HassTurnOn", "valve"): return IntentVerb("ouvrir", "ouvre", "open")
        case ("HassTurnOff", "cover"), ("HassTurnOff", "valve"): return IntentVerb("fermer", "ferme", "close")
        case ("HassTurnOn", "lock"): return IntentVerb("verrouiller", "verrouille", "lock")
        case ("HassTurnOff", "lock"): return IntentVerb("déverrouiller", "déverrouille", "unlock")
        case ("HassTurnOn", "scene"), ("HassTurnOn", "script"), ("HassTurnOn", "alarm_control_panel"): return IntentVerb("activer", "active", "activate")
        case ("HassTurnOff", "alarm_control_panel"): return IntentVerb("désactiver", "désactive", "deactivate")
        case ("HassTurnOn", "button"), ("HassTurnOn", "input_button"): return IntentVerb("appuyer sur", "appuie sur", "press")
        case ("JarvisAdjust", _) where intent.slots["what"]?.value == .string("position"):
            return intent.slots["direction"]?.value.string == "down" ? IntentVerb("baisser", "baisse", "lower") : IntentVerb("monter", "monte", "raise")
        case ("JarvisAdjust", _):
            return intent.slots["direction"]?.value.string == "down"
                ? IntentVerb("baisser", "baisse", "turn down") : IntentVerb("augmenter", "augmente", "turn up")
        case ("HassSetVolumeRelative", _):
            let step = intent.slots["volume_step"]?.value
            let isDown = step?.string == "down" || (step?.number ?? 0) < 0
            return isDown
                ? IntentVerb("baisser le son", "baisse le son", "turn the volume down", takesTarget: false)
                : IntentVerb("monter le son", "monte le son", "turn the volume up", takesTarget: false)
        default: return verbs[intent.name]
        }
    }

    /// The domain an intent is about, when its slots show one.
    static func domain(_ intent: Intent) -> String? {
        if let id = intent.slots["name"]?.ids.first { return String(id.prefix { $0 != "." }) }
        switch intent.slots["domain"]?.value {
        case .string(let domain): return domain
        case .array(let domains): return domains.first?.string
        default: return intent.slots["device_class"] == nil ? nil : "cover"
        }
    }

    /// "à 50 %", "en rouge", "à 20 degrés".
    func tail(_ intent: Intent, _ language: Language) -> [String] {
        func said(_ slot: String) -> String? { intent.slots[slot]?.value.number.map { Self.number($0, language) } }
        var tail: [String] = []
        for slot in ["brightness", "position", "percentage", "volume_level", "humidity"] {
            if let value = said(slot) { tail.append(language(fr: "à \(value) %", en: "to \(value) percent")) }
        }
        if let value = said("temperature") {
            let unit = intent.name == "HassLightSet" ? language(fr: "kelvins", en: "kelvin") : language(fr: "degrés", en: "degrees")
            tail.append(language(fr: "à \(value) \(unit)", en: "to \(value) \(unit)"))
        }
        if let color = intent.slots["color"]?.value.string { tail.append(language(fr: "en \(Self.frenchColors[color] ?? color)", en: "to \(color)")) }
        if intent.slots["little"] != nil { tail.append(language(fr: "un peu", en: "a bit")) }
        if let amount = said("amount") { tail.append(language(fr: "de \(amount)", en: "by \(amount)")) }
        if let item = intent.slots["item"]?.value.string { tail.append(language(fr: "« \(item) »", en: "“\(item)”")) }
        if let message = intent.slots["message"]?.value.string ?? intent.slots["search_query"]?.value.string {
            tail.append(language(fr: "« \(message) »", en: "“\(message)”"))
        }
        return tail
    }

    static func number(_ value: Double, _ language: Language) -> String {
        if let whole = Int(exactly: value) { return "\(whole)" }
        let text = "\((value * 10).rounded() / 10)"
        return language == .french ? text.replacing(".", with: ",") : text
    }

    private static let verbs: [String: IntentVerb] = [
        "HassTurnOn": IntentVerb("allumer", "allume", "turn on"), "HassTurnOff": IntentVerb("éteindre", "éteigne", "turn off"),
        "HassLightSet": IntentVerb("mettre", "mette", "set"),
        "HassSetPosition": IntentVerb("mettre", "mette", "set"), "HassClimateSetTemperature": IntentVerb("mettre", "mette", "set"),
        "HassFanSetSpeed": IntentVerb("mettre", "mette", "set"),
        "HassHumidifierSetpoint": IntentVerb("mettre", "mette", "set"),
        "HassSetVolume": IntentVerb("mettre le son", "mette le son", "set the volume", takesTarget: false),
        "HassMediaPause": IntentVerb("mettre en pause", "mette en pause", "pause"), "HassMediaUnpause": IntentVerb("reprendre", "reprenne", "resume"),
        "HassMediaNext": IntentVerb("passer au morceau suivant", "passe au morceau suivant", "skip to the next track", takesTarget: false),
        "HassMediaPrevious": IntentVerb("revenir au morceau précédent", "revienne au morceau précédent", "go back to the previous track", takesTarget: false),
        "HassMediaPlayerMute": IntentVerb("couper le son", "coupe le son", "mute the sound", takesTarget: false),
        "HassMediaPlayerUnmute": IntentVerb("remettre le son", "remette le son", "unmute the sound", takesTarget: false),
        "HassMediaSearchAndPlay": IntentVerb("jouer", "joue", "play", takesTarget: false),
        "HassVacuumStart": IntentVerb("lancer l'aspirateur", "lance l'aspirateur", "start the vacuum", takesTarget: false),
        "HassVacuumReturnToBase": IntentVerb("renvoyer l'aspirateur à sa base", "renvoie l'aspirateur à sa base", "send the vacuum home", takesTarget: false),
        "HassVacuumCleanArea": IntentVerb("passer l'aspirateur dans", "passe l'aspirateur dans", "vacuum"),
        "HassLawnMowerStartMowing": IntentVerb("tondre la pelouse", "tonde la pelouse", "mow the lawn", takesTarget: false),
        "HassLawnMowerDock": IntentVerb("rentrer la tondeuse", "rentre la tondeuse", "dock the mower", takesTarget: false),
        "JarvisToggle": IntentVerb("basculer", "bascule", "toggle"),
        "JarvisStop": IntentVerb("arrêter", "arrête", "stop"), "HassBroadcast": IntentVerb("annoncer", "annonce", "announce", takesTarget: false),
        "HassShoppingListAddItem": IntentVerb("ajouter à la liste", "ajoute à la liste", "add to the list", takesTarget: false),
        "HassListAddItem": IntentVerb("ajouter à la liste", "ajoute à la liste", "add to the list", takesTarget: false),
        "HassListRemoveItem": IntentVerb("enlever de la liste", "enlève de la liste", "take off the list", takesTarget: false),
        "JarvisListRead": IntentVerb("lire la liste", "lise la liste", "read the list", takesTarget: false),
        "JarvisListClear": IntentVerb("vider la liste", "vide la liste", "clear the list", takesTarget: false),
        "HassStartTimer": IntentVerb("lancer un minuteur", "lance un minuteur", "start a timer", takesTarget: false),
        "HassCancelTimer": IntentVerb("arrêter le minuteur", "arrête le minuteur", "cancel the timer", takesTarget: false),
        "HassCancelAllTimers": IntentVerb("arrêter tous les minuteurs", "arrête tous les minuteurs", "cancel all timers", takesTarget: false),
        "HassPauseTimer": IntentVerb("mettre le minuteur en pause", "mette le minuteur en pause", "pause the timer", takesTarget: false),
        "HassUnpauseTimer": IntentVerb("reprendre le minuteur", "reprenne le minuteur", "resume the timer", takesTarget: false),
        "HassIncreaseTimer": IntentVerb("prolonger le minuteur", "prolonge le minuteur", "extend the timer", takesTarget: false),
        "HassDecreaseTimer": IntentVerb("raccourcir le minuteur", "raccourcisse le minuteur", "shorten the timer", takesTarget: false),
        "HassTimerStatus": IntentVerb("donner l'état du minuteur", "donne l'état du minuteur", "tell how the timer is", takesTarget: false),
        "HassListCompleteItem": IntentVerb("cocher sur la liste", "coche sur la liste", "check off the list", takesTarget: false),
        "HassShoppingListCompleteItem": IntentVerb("cocher sur la liste", "coche sur la liste", "check off the list", takesTarget: false),
        "JarvisAutomationList": IntentVerb("lister les automatisations", "liste les automatisations", "list the automations", takesTarget: false),
        "JarvisAutomationPause": IntentVerb("suspendre l'automatisation", "suspende l'automatisation", "pause the automation", takesTarget: false),
        "JarvisAutomationResume": IntentVerb("reprendre l'automatisation", "reprenne l'automatisation", "resume the automation", takesTarget: false),
        "JarvisAutomationDelete": IntentVerb("supprimer l'automatisation", "supprime l'automatisation", "delete the automation", takesTarget: false),
        "HassGetState": IntentVerb("vérifier", "vérifie", "check"),
        "HassClimateGetTemperature": IntentVerb("donner la température", "donne la température", "tell the temperature", takesTarget: false),
        "HassGetWeather": IntentVerb("donner la météo", "donne la météo", "tell the weather", takesTarget: false),
        "HassGetCurrentTime": IntentVerb("donner l'heure", "donne l'heure", "tell the time", takesTarget: false),
        "HassGetCurrentDate": IntentVerb("donner la date", "donne la date", "tell the date", takesTarget: false),
        "JarvisExplain": IntentVerb("expliquer ce qui s'est passé avec", "explique ce qui s'est passé avec", "explain what happened to"),
    ]

    private static let frenchColors = [
        "white": "blanc", "black": "noir", "red": "rouge", "orange": "orange", "yellow": "jaune", "green": "vert", "blue": "bleu", "purple": "violet",
        "brown": "marron",
        "pink": "rose", "turquoise": "turquoise",
    ]
}
