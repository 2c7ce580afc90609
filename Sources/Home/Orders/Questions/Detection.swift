import Base
import Domain

/// What a sensor that says on or off sees: "du mouvement", "une fuite d'eau".
struct Detection {
    let french: String, frenchNone: String
    let english: String, englishNone: String

    /// By device class: Home Assistant's of binary sensors.
    private static let byClass: [String: Detection] = [
        "motion": Detection("du mouvement", "pas de mouvement", "motion", "no motion"),
        "moving": Detection("du mouvement", "pas de mouvement", "motion", "no motion"),
        "occupancy": Detection("quelqu'un", "personne", "somebody", "nobody"),
        "presence": Detection("quelqu'un", "personne", "somebody", "nobody"),
        "moisture": Detection("une fuite d'eau", "pas de fuite d'eau", "a water leak", "no water leak"),
        "smoke": Detection("de la fumée", "pas de fumée", "smoke", "no smoke"),
        "gas": Detection("une fuite de gaz", "pas de fuite de gaz", "a gas leak", "no gas leak"),
        "carbon_monoxide": Detection("du monoxyde de carbone", "pas de monoxyde de carbone", "carbon monoxide", "no carbon monoxide"),
        "vibration": Detection("des vibrations", "pas de vibration", "vibration", "no vibration"),
        "sound": Detection("du bruit", "pas de bruit", "noise", "no noise"),
        "light": Detection("de la lumière", "pas de lumière", "light", "no light"),
        "problem": Detection("un problème", "pas de problème", "a problem", "no problem"),
        "safety": Detection("un danger", "pas de danger", "a danger", "no danger"),
    ]

    private init(_ french: String, _ frenchNone: String, _ english: String, _ englishNone: String) {
        self.french = french
        self.frenchNone = frenchNone
        self.english = english
        self.englishNone = englishNone
    }

    /// `nil` when these classes are seen by sensors of other kinds, or are not one thing.
    init?(_ classes: Set<String>) {
        let kinds = classes.map { Self.byClass[$0] }
        guard let first = kinds.first, let kind = first, kinds.allSatisfy({ $0?.french == kind.french }) else { return nil }
        self = kind
    }
}

/// Whether a question is about the temperature outside.
enum Outdoors {
    private static let words: Set<String> = ["dehors", "exterieur", "exterieure", "outside", "outdoors", "outdoor"]

    static func isMeant(by order: Order) -> Bool {
        if order.intent.slots["outside"]?.value == true { return true }
        // Where a room or a device was named, that is meant: there may be one with such a name.
        guard ["name", "area", "floor"].allSatisfy({ order.intent.slots[$0] == nil }) else { return false }
        return order.text.folded.split { !$0.isLetter }.contains { words.contains(String($0)) }
    }
}
