import Base
import Domain

/// What was not done to a device, and why.
enum Trouble: Sendable, Hashable {
    /// Nothing was seen of it.
    case silent
    /// It shows no sign of having been set off.
    case unmoved
    /// It does not say that it stopped; many only say where they are from time to time.
    case stillMoving
    case astray
    case jammed
    case error
    case refused(HouseError)
    case unreachable
    case unknown
    case unavailable
    case unable(Inability)

    /// `nil` when it was done.
    init?(_ result: Watch.Result) {
        switch result.outcome {
        case .met, .moving: return nil
        case .silent where result.goal.deed == .stop, .astray where result.goal.deed == .stop: self = .stillMoving
        case .silent: self = result.goal.sign == .reaches ? .silent : .unmoved
        case .astray: self = .astray
        case .failed("jammed"): self = .jammed
        case .failed: self = .error
        case .refused(let error): self = .refused(error)
        case .unreachable: self = .unreachable
        case .unknown: self = .unknown
        }
    }

    func predicate(_ wording: Wording) -> Predicate {
        switch self {
        case .silent: .verbs("ne répond pas", "ne répondent pas", en: "isn't answering", "aren't answering")
        case .unmoved: .verbs("n'a pas réagi", "n'ont pas réagi", en: "didn't react")
        case .stillMoving:
            .verbs("n'a pas confirmé l'arrêt", "n'ont pas confirmé l'arrêt", en: "hasn't confirmed that it stopped", "haven't confirmed that they stopped")
        case .astray: .verbs("a réagi, mais pas comme demandé", "ont réagi, mais pas comme demandé", en: "reacted, but not as asked")
        case .jammed: .participle("coincé", en: "jammed")
        case .error: .verbs("signale une erreur", "signalent une erreur", en: "reports an error", "report an error")
        case .refused(let error):
            .verbs(
                "n'a pas pu : \(Self.reason(error, .french))", "n'ont pas pu : \(Self.reason(error, .french))", en: "couldn't: \(Self.reason(error, .english))")
        case .unreachable, .unavailable:
            .verbs("n'est pas joignable", "ne sont pas joignables", en: "isn't available", "aren't available")
        case .unknown: .phrase("dans un état que j'ignore, la liaison est coupée", en: "in a state I can't see, the connection broke")
        case .unable(let why): Self.inability(why, wording)
        }
    }

    private static func inability(_ why: Inability, _ wording: Wording) -> Predicate {
        switch why {
        case .notCommandable: return .verbs("ne se commande pas", "ne se commandent pas", en: "can't be controlled")
        case .notThat: return .verbs("ne sait pas faire ça", "ne savent pas faire ça", en: "can't do that")
        case .brightness: return .verbs("ne sait pas changer d'intensité", "ne savent pas changer d'intensité", en: "can't be dimmed")
        case .color: return .verbs("ne sait pas changer de couleur", "ne savent pas changer de couleur", en: "can't change colour")
        case .colorTemperature:
            return .verbs("ne sait pas changer de blanc", "ne savent pas changer de blanc", en: "can't change its white", "can't change their white")
        case .unknownColor(let name):
            let (french, english) = (ColorName.spoken(name, .french), ColorName.spoken(name, .english))
            return .verbs(
                "ne connaît pas la couleur \(french)", "ne connaissent pas la couleur \(french)", en: "doesn't know the colour \(english)",
                "don't know the colour \(english)")
        case .position: return .verbs("ne sait pas s'arrêter à mi-course", "ne savent pas s'arrêter à mi-course", en: "can't stop halfway")
        case .volume: return .verbs("n'a pas de volume réglable", "n'ont pas de volume réglable", en: "has no volume to set", "have no volume to set")
        case .tracks: return .verbs("ne sait pas changer de morceau", "ne savent pas changer de morceau", en: "can't change tracks")
        case .search:
            return .verbs("ne sait pas encore chercher de la musique", "ne savent pas encore chercher de la musique", en: "can't search for music yet")
        case .rooms: return .verbs("ne sait pas nettoyer une seule pièce", "ne savent pas nettoyer une seule pièce", en: "can't clean a single room")
        case .isOff: return .participle("éteint", en: "off")
        case .range(let low, let high, let unit):
            func ends(_ language: Language) -> String {
                let last =
                    switch unit {
                    case .none: Measure.number(high, language)
                    case .degrees: Measure.degrees(high, language)
                    case .percent: Measure.percent(high, language)
                    }
                return language(fr: "de \(Measure.number(low, .french)) à \(last)", en: "from \(Measure.number(low, .english)) to \(last)")
            }
            return .verbs("va \(ends(.french))", "vont \(ends(.french))", en: "goes \(ends(.english))", "go \(ends(.english))")
        case .code:
            return .verbs(
                "demande un code, que je n'ai pas", "demandent un code, que je n'ai pas", en: "wants a code, which I don't have",
                "want a code, which I don't have")
        case .atMost: return .phrase("déjà au maximum", en: "already at the maximum")
        case .atLeast: return .phrase("déjà au minimum", en: "already at the minimum")
        case .mode(let modes):
            return .verbs(
                "n'a que les modes \(wording.list(modes))", "n'ont que les modes \(wording.list(modes))", en: "only has the modes \(wording.list(modes))",
                "only have the modes \(wording.list(modes))")
        }
    }

    /// Why the house refused. Its own words are English, and for whoever set it up: they go into the evidence.
    static func reason(_ error: HouseError, _ language: Language) -> String {
        let detail = error.detail.lowercased()
        func has(_ words: String...) -> Bool { words.contains { detail.contains($0) } }
        if error.code == .unsupported { return language(fr: "cette maison ne sait pas faire ça", en: "this house can't do that") }
        if has("code") { return language(fr: "il faut un code", en: "it wants a code") }
        if has("not support", "unsupported", "not implemented") { return language(fr: "l'appareil ne sait pas faire ça", en: "the device can't do that") }
        if has("range", "too high", "too low", "out of", "value should be", "value must be", "invalid") {
            return language(fr: "cette valeur n'est pas permise", en: "that value isn't allowed")
        }
        if has("not found", "unknown service") { return language(fr: "la maison ne connaît pas cette commande", en: "the house doesn't know that command") }
        if has("unauthorized", "not authorized", "permission") { return language(fr: "je n'en ai pas le droit", en: "I'm not allowed to") }
        return language(fr: "la maison a refusé", en: "the house refused")
    }
}
