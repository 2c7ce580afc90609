import Base
import Domain

/// Says what was seen of an order, and nothing else.
struct ReportText {
    private let wording: Wording
    private let entities: [String: HomeModel.Entity]
    /// Of the devices that were commanded, as they are now.
    private let state: (String) -> EntityState?

    private var language: Language { wording.language }

    init(wording: Wording, entities: [HomeModel.Entity], state: @escaping (String) -> EntityState?) {
        self.wording = wording
        self.entities = Dictionary(entities.map { ($0.id, $0) }) { first, _ in first }
        self.state = state
    }

    /// What is told of some of the devices at once: "les lampes du salon sont allumées", "la lampe du bureau ne répond pas".
    private struct Clause {
        enum Kind: Hashable { case done(Deed), moving(Deed), already(Deed), trouble(Trouble) }
        var kind: Kind
        var these: [HomeModel.Entity]

        var isTrouble: Bool { if case .trouble = kind { true } else { false } }
    }

    func text(for plan: Plan, _ results: [Watch.Result]) -> String {
        let clauses = clauses(plan, results)
        guard let first = clauses.first else { return language(fr: "Il n'y a rien à faire.", en: "There is nothing to do.") }
        if clauses.count == 1 { return only(first) }
        if let troubles = allRefused(clauses) { return troubles }
        let isPartial = clauses.contains(where: \.isTrouble)
        let texts = clauses.enumerated().map { index, clause in
            (index == 0 && isPartial ? someOf(clause) : clause.these.count > 3 ? all(clause.these) : names(clause.these)) + " " + predicate(clause)
        }
        return texts.joined(separator: ", ").capitalizedFirst + "."
    }

    // MARK: Clauses

    private func clauses(_ plan: Plan, _ results: [Watch.Result]) -> [Clause] {
        var clauses: [Clause] = []
        func add(_ kind: Clause.Kind, _ id: String) {
            guard let entity = entities[id] else { return }
            if let index = clauses.firstIndex(where: { $0.kind == kind }) {
                clauses[index].these.append(entity)
            } else {
                clauses.append(Clause(kind: kind, these: [entity]))
            }
        }
        let met = Set(results.filter { $0.outcome == .met }.map(\.goal.deed))
        for result in results where result.outcome == .met { add(.done(result.goal.deed), result.goal.entity) }
        // What was so before is so now: it is counted with what came to be so.
        for already in plan.already { add(met.contains(already.deed) ? .done(already.deed) : .already(already.deed), already.entity) }
        for result in results where result.outcome == .moving { add(.moving(result.goal.deed), result.goal.entity) }
        for result in results {
            if let trouble = Trouble(result) { add(.trouble(trouble), result.goal.entity) }
        }
        for unable in plan.unable { add(.trouble(.unable(unable.why)), unable.entity) }
        for id in plan.unavailable { add(.trouble(.unavailable), id) }
        return clauses
    }

    /// Everything there is to say.
    private func only(_ clause: Clause) -> String {
        switch clause.kind {
        case .trouble(.refused(let error)): return refusal(error)
        case .trouble(.unreachable):
            return language(fr: "La maison n'est pas joignable : rien n'a été fait.", en: "The house can't be reached: nothing was done.")
        case .trouble(.unknown):
            return language(
                fr: "Je ne sais pas si c'est fait : la liaison avec la maison est coupée.",
                en: "I can't tell whether it was done: the connection to the house broke.")
        default: break
        }
        guard clause.these.count == 1, let entity = clause.these.first else { return (all(clause.these) + " " + predicate(clause)).capitalizedFirst + "." }
        let named = (names([entity]) + " " + predicate(clause)).capitalizedFirst + "."
        switch clause.kind {
        case .done(let deed), .already(let deed):
            let isAlready = clause.kind == .already(deed)
            let text = deed.ownSentence(language, already: isAlready) ?? (deed.namesItsDevice ? named : deed.predicate.sentence(language, already: isAlready))
            return text.adding(aside(deed, entity))
        case .moving, .trouble: return named
        }
    }

    private func refusal(_ error: HouseError) -> String {
        language(fr: "Ça n'a pas marché : ", en: "That didn't work: ") + Trouble.reason(error, language) + "."
    }

    /// Several calls that were all refused, each in its own words, are one refusal.
    private func allRefused(_ clauses: [Clause]) -> String? {
        let errors = clauses.compactMap { if case .trouble(.refused(let error)) = $0.kind { error } else { nil } }
        let reasons = Set(errors.map { Trouble.reason($0, language) })
        return errors.count == clauses.count && reasons.count == 1 ? errors.first.map(refusal) : nil
    }

    // MARK: Subjects and what is said of them

    /// "la lampe du bureau", "A et B", "4 lampes".
    private func names(_ these: [HomeModel.Entity]) -> String {
        these.count <= 3 ? wording.list(these.map(wording.the)) : HouseNoun(of: these).counted(these.count, language)
    }

    /// "deux" of those that were meant, the one by its name; which two, what follows tells.
    private func someOf(_ clause: Clause) -> String {
        clause.these.count == 1 || clause.isTrouble ? names(clause.these) : wording.count(clause.these.count, HouseNoun(of: clause.these).french.gender)
    }

    /// "les 3 lampes du salon", "les deux volets".
    private func all(_ these: [HomeModel.Entity]) -> String {
        let noun = HouseNoun(of: these)
        let areas = Set(these.map(\.area))
        let place = areas.count == 1 ? wording.model.area(these.first?.area).map(wording.ofPlace) ?? "" : ""
        let count = these.count == 2 ? wording.count(2, noun.french.gender) : "\(these.count)"
        return language(fr: "les \(count) \(noun.french.many)\(place)", en: "the \(count) \(noun.english.many)\(place)")
    }

    private func predicate(_ clause: Clause) -> String {
        let isPlural = clause.these.count > 1 || clause.these.first.map(wording.isPlural) ?? false
        // By name while they are named, by kind when they are counted.
        let gender: FrenchGender =
            clause.these.count == 1
            ? clause.these.first.map(wording.gender) ?? .masculine
            : HouseNoun(of: clause.these).french.gender
        switch clause.kind {
        case .done(let deed): return deed.predicate.text(language, gender: gender, isPlural: isPlural)
        case .already(let deed): return deed.predicate.text(language, gender: gender, isPlural: isPlural, already: true)
        case .moving(let deed): return deed.movement.text(language, gender: gender, isPlural: isPlural)
        case .trouble(let trouble): return trouble.predicate(wording).text(language, gender: gender, isPlural: isPlural)
        }
    }

    /// What one should know besides: "… mais le chauffage est éteint."
    private func aside(_ deed: Deed, _ entity: HomeModel.Entity) -> String? {
        let now = state(entity.id)
        switch deed {
        case .temperature where now?.value == "off":
            let off = Deed.off.predicate.text(language, gender: wording.gender(entity), isPlural: wording.isPlural(entity))
            return language(fr: ", mais \(wording.the(entity)) \(off)", en: ", but \(wording.the(entity)) \(off)")
        case .next, .previous: return now?.text("media_title").map { language(fr: " : \($0)", en: ": \($0)") }
        default: return nil
        }
    }
}

extension String {
    /// A sentence with something more before its full stop.
    fileprivate func adding(_ text: String?) -> String { text.map { (hasSuffix(".") ? String(dropLast()) : self) + $0 + "." } ?? self }
}
