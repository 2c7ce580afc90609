import Base
import Domain
import Foundation
import Understanding

// What other facts say of it, where nobody told it in these words.
extension Answering {
    func otherwise(_ keys: [String], _ asked: Statement.Subject) -> FactAnswer? {
        guard let relation = question.relation, !question.wantsHistory, question.at == nil else { return nil }
        if relation.name == "age" { return age(keys, asked) }
        if let kinship = Kinship.of(relation.name) { return inverse(kinship, keys) }
        if relation.name == "date" { return planned(keys, asked) }
        guard RelationPhrase.of(relation.name) == nil else { return nil }
        return ofThing(relation.name, keys) ?? ofEvent(relation.name, keys, asked)
    }

    /// How old somebody is whose day of birth is known with its year.
    private func age(_ keys: [String], _ asked: Statement.Subject) -> FactAnswer? {
        for name in ["birthday", "birth_date"] {
            for fragment in book.facts(of: keys, FactBook.relation(name), at: now, now: now) where fragment.fact?.isNegated == false {
                guard let born = speech.dates.birth(fragment.fact?.value ?? "") else { continue }
                let today = CivilDay(now, in: speech.dates.timeZone)
                let isAhead = (today.month, today.day) < (born.month, born.day)
                let years = today.year - born.year - (isAhead ? 1 : 0)
                guard (0...130).contains(years) else { continue }
                var told = fragment
                told.fact?.relation = "age"
                told.fact?.value = language(fr: "\(years) an\(years > 1 ? "s" : "")", en: "\(years)")
                return said(speech.clause([told], speech.subject(of: fragment, asked: asked)).text, [fragment])
            }
        }
        return nil
    }

    /// "qui est le mari de Claire" when it was told that Paul is married to Claire.
    private func inverse(_ kinship: Kinship, _ keys: [String]) -> FactAnswer? {
        let mutual: Set<String> = ["spouse", "sibling", "cousin", "friend", "neighbour", "colleague", "roommate"]
        guard mutual.contains(kinship.group) else { return nil }
        let found = keys.flatMap { book.fragments(withValue: $0) }.filter { fragment in
            guard let fact = fragment.fact, !fact.isNegated, fact.holds(at: now) else { return false }
            return Kinship.of(fact.relation)?.group == kinship.group && keys.contains(FoldedText.key(fact.value))
        }
        guard let fragment = found.max(by: { $0.learnedAt < $1.learnedAt }) else { return nil }
        return said(speech.clause([fragment], speech.subject(of: fragment)).text, [fragment])
    }

    /// "le cadeau de Zoé" as a thing of its own.
    private func ofThing(_ noun: String, _ keys: [String]) -> FactAnswer? {
        for key in keys where !key.hasPrefix("@") {
            for thing in ["\(noun) de \(key)", "\(noun) d \(key)", "\(noun) du \(key)"] {
                for name in ["is", "name", "date", "state"] {
                    let found = book.facts(of: [thing], FactBook.relation(name), at: now, now: now).filter { $0.fact?.isNegated == false }
                    guard let fragment = found.last else { continue }
                    return said(speech.clause([fragment], speech.subject(of: fragment)).text, [fragment])
                }
            }
        }
        return nil
    }

    /// "c'est quel jour les poubelles jaunes": what they do, and when.
    private func planned(_ keys: [String], _ asked: Statement.Subject) -> FactAnswer? {
        var other = question
        (other.relation, other.wanted) = (FactBook.relation("plan"), .when)
        if let answer = Answering(other, speech, now: now).time(keys, asked) { return answer }
        // "le rendez-vous chez le notaire" that somebody has
        for fragment in keys.flatMap({ book.fragments(withValue: $0) }) {
            guard let fact = fragment.fact, fact.relation == "event" || fact.relation == "plan", !fact.isNegated else { continue }
            (other.relation, other.value) = (FactBook.relation(fact.relation), fact.value)
            let owner = Statement.Subject(key: fact.subject, name: fact.subjectName)
            if let answer = Answering(other, speech, now: now).time([fact.subject], owner) { return answer }
        }
        return nil
    }

    /// "le match de Tom": what he has, and when.
    private func ofEvent(_ noun: String, _ keys: [String], _ asked: Statement.Subject) -> FactAnswer? {
        let isKnown = book.fragments(withValue: noun).contains { fragment in fragment.fact.map { $0.relation == "event" && keys.contains($0.subject) } ?? false
        }
        guard isKnown else { return nil }
        var other = question
        (other.relation, other.wanted, other.value) = (FactBook.relation("event"), .when, noun)
        return Answering(other, speech, now: now).time(keys, asked)
    }
}
