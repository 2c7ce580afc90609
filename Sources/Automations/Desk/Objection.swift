import Base
import Domain

/// Why an automation cannot be made, or nothing can be done with one: said in the speaker's language, and to programs as a `Problem`.
enum Objection: Error, Hashable {
    case nothingToDo, past, tooFar, tooMany, badTime, sunUnknown, nobodyKnown, notYours, gone, noHouse, notAllowed
    case unknownEntity(String)

    func text(_ language: Language) -> String {
        switch self {
        case .nothingToDo: language(fr: "Que dois-je faire à ce moment-là ?", en: "What should I do then?")
        case .past: language(fr: "C'est déjà passé. Dis-moi une heure ou un jour à venir.", en: "That is over already. Give me a time to come.")
        case .tooFar: language(fr: "C'est trop loin : je ne prévois rien au-delà d'un an.", en: "That is too far off: I plan nothing beyond a year.")
        case .tooMany:
            language(
                fr: "Il y a déjà \(AutomationDesk.limit) automatisations : supprimes-en d'abord quelques-unes.",
                en: "There are \(AutomationDesk.limit) automations already: delete some first.")
        case .badTime: language(fr: "Je n'ai pas compris quand.", en: "I didn't understand when.")
        case .sunUnknown:
            language(
                fr: "Je ne sais pas où se trouve la maison, donc pas quand le soleil se lève ou se couche : indique sa latitude et sa longitude.",
                en: "I don't know where the house is, so not when the sun rises or sets: set its latitude and longitude.")
        case .nobodyKnown:
            language(
                fr: "Je ne sais pas qui est à la maison : la maison ne connaît aucune personne.",
                en: "I don't know who is at home: the house knows of no person.")
        case .notYours:
            language(fr: "Cette automatisation n'est pas à toi : je n'y touche pas.", en: "That automation is not yours, so I leave it alone.")
        case .noHouse: language(fr: "Aucune maison n'est réglée ici.", en: "No house is set up here.")
        case .notAllowed: language(fr: "Tu n'as pas le droit de commander la maison.", en: "You may not control the house.")
        case .gone: language(fr: "Cette automatisation n'existe plus.", en: "That automation is not there any more.")
        case .unknownEntity(let id): language(fr: "Je ne connais pas « \(id) ».", en: "I don't know “\(id)”.")
        }
    }

    var problem: Problem {
        let code: Problem.Code =
            switch self {
            case .notYours, .notAllowed: .forbidden
            case .noHouse: .unavailable
            case .gone: .notFound
            case .tooMany: .conflict
            default: .invalid
            }
        // An id may come from a stranger, and a problem never repeats what somebody said.
        if case .unknownEntity = self { return Problem(code, "an entity of the trigger or of a condition is not known in the house") }
        return Problem(code, text(.english))
    }
}
