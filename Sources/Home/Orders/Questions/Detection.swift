import Base
import Domain
import Foundation

/// What a sensor that says on or off sees: "du mouvement", "une fuite d'eau".
struct Detection: Hashable {
    /// Kinds of one family are asked for together: "du mouvement" is somebody, too.
    enum Family { case motion, gas, alone }

    let french: String, frenchNone: String
    let english: String, englishNone: String
    var family = Family.alone

    /// By device class: Home Assistant's of binary sensors.
    private static let byClass: [String: Detection] = [
        "motion": Detection("du mouvement", "pas de mouvement", "motion", "no motion", .motion),
        "moving": Detection("du mouvement", "pas de mouvement", "motion", "no motion", .motion),
        "occupancy": Detection("quelqu'un", "personne", "somebody", "nobody", .motion),
        "presence": Detection("quelqu'un", "personne", "somebody", "nobody", .motion),
        "moisture": Detection("une fuite d'eau", "pas de fuite d'eau", "a water leak", "no water leak"),
        "smoke": Detection("de la fumée", "pas de fumée", "smoke", "no smoke"),
        "gas": Detection("une fuite de gaz", "pas de fuite de gaz", "a gas leak", "no gas leak", .gas),
        "carbon_monoxide": Detection("du monoxyde de carbone", "pas de monoxyde de carbone", "carbon monoxide", "no carbon monoxide", .gas),
        "vibration": Detection("des vibrations", "pas de vibration", "vibration", "no vibration"),
        "sound": Detection("du bruit", "pas de bruit", "noise", "no noise"),
        "light": Detection("de la lumière", "pas de lumière", "light", "no light"),
        "problem": Detection("un problème", "pas de problème", "a problem", "no problem"),
        "safety": Detection("un danger", "pas de danger", "a danger", "no danger"),
    ]

    private init(_ french: String, _ frenchNone: String, _ english: String, _ englishNone: String, _ family: Family = .alone) {
        self.french = french
        self.frenchNone = frenchNone
        self.english = english
        self.englishNone = englishNone
        self.family = family
    }

    /// Whether these classes are of one thing that is seen.
    static func isAsked(_ classes: Set<String>) -> Bool {
        let kinds = classes.map { byClass[$0] }
        guard let first = kinds.first ?? nil else { return false }
        return kinds.allSatisfy { $0 == first || ($0?.family == first.family && first.family != .alone) }
    }

    /// What these sensors see, each once.
    private static func kinds(of sensors: [HomeModel.Entity]) -> [Detection] {
        var kinds: [Detection] = []
        for kind in sensors.compactMap({ $0.deviceClass.flatMap { byClass[$0] } }) where !kinds.contains(kind) { kinds.append(kind) }
        return kinds
    }

    /// "une fuite de gaz et du monoxyde de carbone", of sensors that see something.
    static func seen(by sensors: [HomeModel.Entity], _ language: Language) -> String {
        kinds(of: sensors).map { language(fr: $0.french, en: $0.english) }.joined(separator: language(fr: " et ", en: " and "))
    }

    /// "pas de fuite de gaz ni de monoxyde de carbone", of sensors that see nothing: no more than they could have seen.
    static func none(by sensors: [HomeModel.Entity], _ language: Language) -> String {
        var kinds = kinds(of: sensors)
        // Where nothing moves and nobody is, that nothing moves says it.
        if let motion = byClass["motion"], kinds.contains(motion) { kinds = [motion] }
        let words = kinds.map { language(fr: $0.frenchNone, en: $0.englishNone) }
        guard let first = words.first else { return "" }
        return ([first] + words.dropFirst().map { $0.replacingOccurrences(of: language(fr: "pas ", en: "no "), with: "") }).joined(
            separator: language(fr: " ni ", en: " or "))
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
