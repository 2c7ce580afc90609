import Base
import Domain
import Foundation

/// Finds the automations that somebody speaks of.
struct AutomationFinder {
    enum Found {
        case these([Automation])
        /// Every one was meant.
        case all
        /// Nothing says which.
        case unnamed
        /// None is called so.
        case none(String)
    }

    let automations: [Automation]
    let wording: SpokenTrigger
    let now: Date

    private static let all: Set<String> = ["tout", "toute", "toutes", "tous", "all", "everything", "every"]
    /// "supprime mes automatisations" means all of them.
    private static let several: Set<String> = [
        "automatisations", "automatismes", "automations", "regles", "rules", "routines", "programmations", "schedules", "scenarios", "scripts",
    ]
    /// Words that ask for something to be done with one, and say nothing of which.
    private static let verbs: Set<String> = [
        "supprime", "supprimer", "efface", "effacer", "annule", "annuler", "enleve", "retire", "pause", "mets", "mettre", "suspend", "suspends", "arrete",
        "desactive", "reprends", "reprend", "reactive", "relance", "remets", "active", "lance", "execute", "delete", "remove", "cancel", "stop", "disable",
        "resume", "enable", "restart", "unpause", "run", "start", "put", "toutes", "tous", "tout", "toute", "all", "everything", "every", "please", "plait",
        "te",
        "s", "il", "ca", "cela", "it", "this", "script", "oublie", "oublier", "forget", "suspendre", "reprendre", "reactiver", "activer", "desactiver",
        "stoppe", "execut", "jarvi",
    ]

    /// The words of an order that say which one is meant.
    static func content(of order: Order) -> Set<String> {
        let slot = order.intent.slots["name"].map { $0.value.string ?? $0.text } ?? ""
        return slot.isEmpty ? Words.content(order.text).subtracting(verbs) : Words.content(slot)
    }

    /// By its name, or by any words of the order when it has no slot for it.
    func find(_ order: Order) -> Found {
        let slot = order.intent.slots["name"].map { $0.value.string ?? $0.text } ?? ""
        let said = Set(Words.all(order.text))
        let wanted = Self.content(of: order)
        if wanted.isEmpty || wanted.isSubset(of: Self.all) { return said.isDisjoint(with: Self.all.union(Self.several)) ? .unnamed : .all }
        let exact = automations.filter { Words.content($0.name) == wanted }
        if !exact.isEmpty { return .these(exact) }
        let named = automations.filter { wanted.isSubset(of: Words.content($0.name)) }
        if !named.isEmpty { return .these(named) }
        // "celle de 7 h 30", "celle du coucher du soleil", "celle des volets".
        let described = automations.filter { wanted.isSubset(of: description(of: $0)) }
        return described.isEmpty ? .none(slot) : .these(described)
    }

    private func description(of automation: Automation) -> Set<String> {
        let words = [automation.name, wording.occasion(automation.occasion, now: now)] + automation.orders.map(\.text)
        return words.reduce(into: []) { $0.formUnion(Words.content($1)) }
    }
}
