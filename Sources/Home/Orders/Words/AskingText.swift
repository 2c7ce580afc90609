import Base
import Domain

/// Asks back, and says why there is nothing to do.
struct AskingText {
    let wording: Wording

    private var language: Language { wording.language }
    private var model: HomeModel { wording.model }

    func text(for question: Targets.Question) -> String {
        switch question {
        case .room(let areas, let noun):
            let places = wording.list(areas.map { wording.the($0) }, limit: 5, with: .or)
            let which = language(fr: "Dans quelle pièce ?", en: "In which room?")
            if noun == .device || areas.count > 5 { return which }
            return language(fr: "Dans quelle pièce : \(places) ?", en: "In which room: \(places)?")
        case .which(let entities):
            let names = Set(entities.map(\.name.folded))
            let areas = entities.compactMap { model.area($0.area) }
            // Of the same name: told apart by their rooms, where they differ.
            if names.count == 1, areas.count == entities.count, Set(areas.map(\.id)).count == areas.count {
                let places = wording.list(areas.map { language(fr: FrenchName($0.name).locative, en: wording.inside($0)) }, limit: 5, with: .or)
                return language(fr: "Il y en a plusieurs : \(places) ?", en: "There are several: \(places)?")
            }
            let things = wording.list(entities.map(wording.theWithPlace), limit: 5, with: .or)
            return language(fr: "Tu veux dire \(things) ?", en: "Do you mean \(things)?")
        }
    }

    func text(for reason: Targets.Reason) -> String {
        switch reason {
        case .unknownName(let name): return language(fr: "Je ne connais pas « \(name) » dans la maison.", en: "I don't know “\(name)” in the house.")
        case .unknownArea(let name): return language(fr: "Je ne connais pas de pièce « \(name) ».", en: "I don't know a room called “\(name)”.")
        case .unknownFloor(let name): return language(fr: "Je ne connais pas d'étage « \(name) ».", en: "I don't know a floor called “\(name)”.")
        case .none(let noun, let area, let floor):
            let place = area.map { " " + wording.inside($0) } ?? floor.map { " " + wording.inside($0) }
            return language(
                fr: "Il n'y a pas \(noun.frenchWithDe)\(place ?? " dans la maison").",
                en: "There \(noun == .device ? "is no device" : "is no \(noun.english.one)")\(place ?? " in the house").")
        case .silence(let area):
            let place = area.map { " " + wording.inside($0) } ?? ""
            return language(fr: "Rien ne joue\(place).", en: "Nothing is playing\(place).")
        case .stillness: return language(fr: "Il n'y a rien à arrêter.", en: "There is nothing to stop.")
        case .everythingExcepted: return language(fr: "Alors il ne reste rien à faire.", en: "That leaves nothing to do.")
        }
    }

    // MARK: Risks

    /// "Tu veux vraiment que je déverrouille la porte d'entrée ?"
    ///
    /// - Parameter isLater: it is for later, and asked about now.
    func confirmation(of risk: Risk, noun: HouseNoun, isLater: Bool = false) -> String {
        let then = isLater ? language(fr: " à ce moment-là", en: " then") : ""
        func really(_ french: String, _ english: String, _ ids: [String]) -> String {
            language(fr: "Tu veux vraiment que \(french) \(names(ids))\(then) ?", en: "Do you really want me to \(english) \(names(ids))\(then)?")
        }
        switch risk {
        case .unlock(let ids): return really("je déverrouille", "unlock", ids)
        case .disarm(let ids): return really("je désactive", "disarm", ids)
        case .openGate(let ids), .openValve(let ids): return really("j'ouvre", "open", ids)
        case .unknown(let ids): return really("je change", "change", ids)
        case .switching(true, let ids): return really("j'active", "turn on", ids)
        case .switching(false, let ids): return really("je désactive", "turn off", ids)
        case .heating(let settings), .hotWater(let settings):
            return language(fr: "Tu veux vraiment que je règle \(values(settings))\(then) ?", en: "Do you really want me to set \(values(settings))\(then)?")
        case .many(let count, let areas):
            let things = noun.counted(count, language)
            let rooms = language(fr: "\(areas) pièces", en: "\(areas) rooms")
            return areas > 1
                ? language(fr: "Ça concerne \(things) dans \(rooms). Je le fais ?", en: "That's \(things) in \(rooms). Shall I?")
                : language(fr: "Ça concerne \(things). Je le fais ?", en: "That's \(things). Shall I?")
        }
    }

    /// To whoever has to prove first who they are.
    func proof(of risk: Risk) -> String {
        let what = doing(risk)
        return language(
            fr: "Avant \(what), tu veux que je sois sûr que c'est toi : reconnecte-toi ou donne ton code, puis redemande dans les cinq minutes.",
            en: "Before I \(what), you want me to be sure that it's you: sign in again or give your code, then ask again within five minutes.")
    }

    private func doing(_ risk: Risk) -> String {
        switch risk {
        case .unlock(let ids): language(fr: "de déverrouiller \(names(ids))", en: "unlock \(names(ids))")
        case .disarm(let ids): language(fr: "de désactiver \(names(ids))", en: "disarm \(names(ids))")
        case .openGate(let ids), .openValve(let ids): language(fr: "d'ouvrir \(names(ids))", en: "open \(names(ids))")
        case .unknown(let ids): language(fr: "de changer \(names(ids))", en: "change \(names(ids))")
        case .switching(true, let ids): language(fr: "d'activer \(names(ids))", en: "turn on \(names(ids))")
        case .switching(false, let ids): language(fr: "de désactiver \(names(ids))", en: "turn off \(names(ids))")
        case .heating(let settings), .hotWater(let settings): language(fr: "de régler \(values(settings))", en: "set \(values(settings))")
        case .many: language(fr: "de faire ça", en: "do that")
        }
    }

    func refusal(of risk: Risk, to principal: Principal) -> String {
        let who =
            switch principal.role {
            case .child: language(fr: "Demande à un adulte", en: "Ask a grown-up")
            case .guest: language(fr: "Demande à quelqu'un de la maison", en: "Ask somebody of the house")
            // Refused to the voice, not to the person.
            case _ where principal.assurance == .voice:
                language(fr: "La voix ne suffit pas : demande-moi depuis ton téléphone", en: "A voice is not enough: ask me from your phone")
            case .member, .admin, .owner: language(fr: "Tu n'as pas le droit", en: "You may not ask me")
            }
        if case .many = risk { return who + "." }
        return language(fr: "\(who) \(doing(risk)).", en: "\(who) to \(doing(risk)).")
    }

    /// "le chauffage du salon et le radiateur sur 35 degrés".
    private func values(_ settings: [Risk.Setting]) -> String {
        var groups: [(degrees: Double, ids: [String])] = []
        for setting in settings {
            if let index = groups.firstIndex(where: { $0.degrees == setting.degrees }) {
                groups[index].ids.append(setting.entity)
            } else {
                groups.append((setting.degrees, [setting.entity]))
            }
        }
        return wording.list(
            groups.map { group in
                language(
                    fr: "\(names(group.ids)) sur \(Measure.degrees(group.degrees, .french))",
                    en: "\(names(group.ids)) to \(Measure.degrees(group.degrees, .english))")
            })
    }

    private func names(_ ids: [String]) -> String {
        let entities = ids.compactMap { id in model.entities.first { $0.id == id } }
        return entities.count <= 3 ? wording.list(entities.map(wording.the)) : HouseNoun(of: entities).counted(entities.count, language)
    }
}
