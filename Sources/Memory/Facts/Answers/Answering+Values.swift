import Base
import Domain
import Foundation
import Understanding

// What, where, who, whether, how many.
extension Answering {
    func value(_ keys: [String], _ asked: Statement.Subject) -> FactAnswer? {
        if question.wantsHistory { return history(keys, asked) }
        let found = current(keys)
        guard !found.isEmpty else { return question.at == nil ? formerly(keys, asked) : nil }
        let positive = found.filter { $0.fact?.isNegated == false }
        let chosen = positive.isEmpty ? found : wanted(positive, found)
        return stated(chosen, keys, asked)
    }

    /// Who asks what somebody dislikes asks for what is not liked, too.
    private func wanted(_ positive: [Fragment], _ all: [Fragment]) -> [Fragment] {
        guard let name = question.relation?.name, FactBook.slot(name).name == "likes" else { return positive }
        let isOpposite = FactBook.slot(name).isOpposite
        let fitting = all.filter { fragment in fragment.fact.map { FactBook.slot($0.relation).isOpposite != $0.isNegated } == isOpposite }
        return fitting.isEmpty ? positive : fitting
    }

    private func stated(_ fragments: [Fragment], _ keys: [String], _ asked: Statement.Subject) -> FactAnswer {
        // One relation answers; another that is near comes in where the first knows nothing.
        let group = groups(fragments)
        let chosen = group.first { $0[0].fact?.relation == question.relation?.name } ?? group[0]
        let all = group.filter { FactBook.slot($0[0].fact?.relation ?? "").name == FactBook.slot(chosen[0].fact?.relation ?? "").name }
        let isKin = Kinship.of(chosen[0].fact?.relation ?? "") != nil
        let isInTurn = question.at != nil && question.relation?.isSingle == true
        let clauses =
            isKin && group.count > 1
            ? [kinClause(fragments, asked)]
            : isInTurn ? [inTurn(chosen, asked)] : all.map { clause(Array($0.prefix(FactAnswer.limit)), asked) }
        let shown = isKin ? fragments : all.flatMap { $0 }
        var text = clauses.joined(separator: language(fr: " et ", en: " and "))
        text += rest(shown.count - all.map { min($0.count, FactAnswer.limit) }.reduce(0, +))
        if let at = question.at, let when = speech.dates.during(at) { text = when + ", " + text }
        if let fragment = chosen.first, let rival = book.rivals(of: fragment, keys, now: now).first, let value = rival.fact?.value, chosen.count == 1 {
            text += language(fr: ", mais ", en: ", but ") + who(said: rival, value)
        }
        return said(text, shown)
    }

    /// One after the other: "habitait à Lyon, puis à Nantes".
    private func inTurn(_ fragments: [Fragment], _ asked: Statement.Subject) -> String {
        ([clause(Array(fragments.prefix(1)), asked)] + fragments.dropFirst().prefix(FactAnswer.limit - 1).map { bare($0) })
            .joined(separator: language(fr: ", puis ", en: ", then "))
    }

    private func clause(_ fragments: [Fragment], _ asked: Statement.Subject, isPast past: Bool? = nil) -> String {
        speech.clause(fragments, speech.subject(of: fragments.first, asked: asked), isPast: past ?? isPast).text
    }

    /// Children that are sons and daughters: "tu as 2 enfants : Léo et Emma".
    private func kinClause(_ fragments: [Fragment], _ asked: Statement.Subject) -> String {
        guard let relation = question.relation?.name else { return clause(fragments, asked) }
        return clause(
            fragments.map { fragment in
                var alike = fragment
                alike.fact?.relation = relation
                return alike
            }, asked)
    }

    private func who(said fragment: Fragment, _ value: String) -> String {
        let speaker = book.speaker(of: fragment)
        if speaker == book.owner { return language(fr: "tu m'as dit aussi \(value)", en: "you told me \(value), too") }
        return language(fr: "\(fragment.speaker ?? speaker) m'a dit \(value)", en: "\(fragment.speaker ?? speaker) told me \(value)")
    }

    // MARK: the past

    /// What no longer holds is told as such.
    private func formerly(_ keys: [String], _ asked: Statement.Subject) -> FactAnswer? {
        guard let last = past(keys).first else { return nil }
        let clause = clause([last], asked, isPast: true) + ended(last)
        let text = language(fr: "plus maintenant, à ma connaissance : avant, \(clause)", en: "not any more, as far as I know: before, \(clause)")
        var answer = said(text, [last], isDoubted: false)
        answer.confidence *= 0.5
        return answer
    }

    func history(_ keys: [String], _ asked: Statement.Subject) -> FactAnswer? {
        let past = past(keys)
        guard let last = past.first else { return nil }
        var shown = [last]
        var text = language(fr: "avant, ", en: "before, ") + clause([last], asked, isPast: true) + ended(last)
        for earlier in past.dropFirst() where FactValue.key(earlier.fact?.value ?? "") != FactValue.key(shown[shown.count - 1].fact?.value ?? "") {
            guard shown.count < 4 else { break }
            shown.append(earlier)
            text += language(fr: ", et avant ça ", en: ", and before that ") + bare(earlier) + ended(earlier)
        }
        return said(text, shown)
    }

    /// " (jusqu'en mai 2026)", where it is known.
    private func ended(_ fragment: Fragment) -> String {
        fragment.fact?.validUntil.map { " (" + speech.dates.until($0, isStated: fragment.fact?.supersededBy == nil) + ")" } ?? ""
    }

    /// The value with its preposition: "à Nantes".
    private func bare(_ fragment: Fragment) -> String {
        guard let phrase = RelationPhrase.of(fragment.fact?.relation ?? "") else { return speech.object.text(fragment, .none) }
        if case .verb(_, _, let joint) = language(fr: phrase.french, en: phrase.english) { return speech.object.text(fragment, joint) }
        return speech.object.text(fragment, .none)
    }

    // MARK: whether

    func whether(_ value: String, _ keys: [String], _ asked: Statement.Subject) -> FactAnswer? {
        let isDenied = question.relation.map { FactBook.slot($0.name).isOpposite } ?? false
        let yes = language(fr: "oui", en: "yes"), no = language(fr: "non", en: "no")
        if question.wantsHistory {
            guard let past = past(keys, value: value).first else { return nil }
            return said("\(yes), \(clause([past], asked, isPast: true))\(ended(past))", [past])
        }
        if let known = current(keys, value: value).last, let fact = known.fact {
            let isSo = fact.isNegated == FactBook.slot(fact.relation).isOpposite
            return yesOrNo(isSo != isDenied, clause([known], asked), [known])
        }
        // Another value of what has one at a time says no.
        if question.relation?.isSingle == true, question.at == nil, let other = current(keys).first(where: { $0.fact?.isNegated == false }) {
            if FactValue.refines(FactValue.key(value), FactValue.key(other.fact?.value ?? "")) { return yesOrNo(true, clause([other], asked), [other]) }
            let past = past(keys, value: value).first
            let before =
                past.map {
                    language(fr: "plus maintenant : ", en: "not any more: ") + clause([$0], asked, isPast: true) + ended($0)
                        + language(fr: ", et maintenant ", en: ", and now ")
                } ?? ""
            return said("\(no), \(before)\(before.isEmpty ? clause([other], asked) : pronounClause(other, asked))", [other] + [past].compactMap(\.self))
        }
        if question.at == nil, let past = past(keys, value: value).first {
            return said("\(no), \(language(fr: "plus maintenant : ", en: "not any more: "))\(clause([past], asked, isPast: true))\(ended(past))", [past])
        }
        return nil
    }

    private func yesOrNo(_ isYes: Bool, _ clause: String, _ fragments: [Fragment]) -> FactAnswer {
        var answer = said(clause, fragments)
        let word = isYes ? language(fr: "Oui, ", en: "Yes, ") : language(fr: "Non, ", en: "No, ")
        let isNamed = answer.confidence >= FactAnswer.doubt
        answer.text = word + (isNamed ? clause + "." : answer.text.prefix(1).lowercased() + answer.text.dropFirst())
        if !isNamed, language == .english {
            answer.text = word + answer.text.dropFirst(word.count).prefix(1).uppercased() + answer.text.dropFirst(word.count + 1)
        }
        return answer
    }

    private func pronounClause(_ fragment: Fragment, _ asked: Statement.Subject) -> String {
        var subject = speech.subject(of: fragment, asked: asked)
        subject.text = speech.pronoun(subject)
        return speech.clause([fragment], subject).text
    }

    // MARK: how many

    func count(_ keys: [String], _ asked: Statement.Subject) -> FactAnswer? {
        let found = current(keys).filter { $0.fact?.isNegated == false }
        guard !found.isEmpty else { return value(keys, asked) }
        let counted = found.filter { $0.fact.map { FactValue.number($0.value) != nil } ?? false }, named = found.filter { !counted.contains($0) }
        if let number = counted.last, counted.count == 1 || named.isEmpty {
            let many = FactValue.number(number.fact?.value ?? "") ?? 0
            let names = named.map { $0.fact?.value ?? "" }
            // "Deux enfants", and both are known by name.
            return said(clause([number], asked) + (names.count == many && many > 0 ? language(fr: " : ", en: ": ") + speech.list(names) : ""), [number] + named)
        }
        if Kinship.of(question.relation?.name ?? "") != nil { return said(named.count == 1 ? one(named[0], asked) : kinClause(named, asked), named) }
        let values = named.prefix(FactAnswer.limit).map { bare($0) }
        let more = rest(named.count - values.count)
        return said(language(fr: "j'en connais \(named.count) : ", en: "I know of \(named.count): ") + speech.list(values) + more, named)
    }

    private func one(_ fragment: Fragment, _ asked: Statement.Subject) -> String {
        language(fr: "je n'en connais qu'un : ", en: "I know of one: ") + clause([fragment], asked)
    }
}
