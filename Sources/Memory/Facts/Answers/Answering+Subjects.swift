import Base
import Domain
import Foundation
import Understanding

// Who, and all that is known of somebody.
extension Answering {
    /// Whose value this is.
    func subjects(of value: String) -> FactAnswer? {
        let slot = question.relation.map { FactBook.slot($0.name) }
        let accepted = question.relation.map { relation in Set(Kinship.related(to: relation.name).map { FactBook.slot($0).name }) }
        var found: [(fragment: Fragment, keys: [String])] = []
        var seen: Set<String> = []
        for fragment in book.fragments(withValue: value).sorted(by: { ($0.occurredAt, $0.id) < ($1.occurredAt, $1.id) }) {
            guard let fact = fragment.fact else { continue }
            let own = FactBook.slot(fact.relation)
            if let accepted, !accepted.contains(own.name) { continue }
            guard (fact.isNegated != own.isOpposite) == (slot?.isOpposite ?? false) else { continue }
            let keys = book.keys(of: fact.subject)
            guard !seen.contains(fact.subject), holds(fragment, keys) else { continue }
            seen.formUnion(keys)
            found.append((fragment, keys))
        }
        guard let first = found.first else { return nil }
        let fragments = found.map(\.fragment)
        if found.count == 1 {
            let subject = speech.subject(of: first.fragment)
            return said(speech.clause([first.fragment], subject, isPast: isPast || question.wantsHistory).text, fragments)
        }
        let names = found.map { found in
            let subject = speech.subject(of: found.fragment)
            return subject.person == .you
                ? language(fr: "toi", en: "you") : subject.person == .youAll ? language(fr: "vous tous", en: "all of you") : subject.text
        }
        // Who asks comes last.
        let others = names.filter { $0 != "toi" && $0 != "you" }, own = names.filter { $0 == "toi" || $0 == "you" }
        let shown = Array((others + own).prefix(FactAnswer.limit)), more = names.count - shown.count
        return said(speech.list(shown) + (more > 0 ? language(fr: ", et \(more) autres", en: ", and \(more) others") : ""), fragments)
    }

    private func holds(_ fragment: Fragment, _ keys: [String]) -> Bool {
        guard let fact = fragment.fact else { return false }
        let relation = FactBook.relation(fact.relation)
        let found =
            if question.wantsHistory {
                book.history(of: keys, relation, value: fact.value, now: now)
            } else if let at = question.at {
                book.facts(of: keys, relation, value: fact.value, during: at, now: now)
            } else {
                book.facts(of: keys, relation, value: fact.value, at: now, now: now)
            }
        return found.contains { $0.id == fragment.id }
    }

    /// "Léa habite à Lyon, est allergique aux arachides et aime le thé, et 12 autres choses."
    func everything(_ keys: [String], _ asked: Statement.Subject) -> FactAnswer? {
        let ties = ties(keys), known = book.everything(of: keys, now: now, limit: FactAnswer.limit - ties.count), shown = known.fragments
        guard !shown.isEmpty || !ties.isEmpty else { return nil }
        let subject = speech.subject(of: shown.first ?? ties.first, asked: asked)
        var clauses = tieClause(ties, subject).map { [$0] } ?? []
        clauses += groups(shown).map { speech.clause($0, subject, isShort: true) }
        // "Ta sœur s'appelle Julie", where nothing else is known of her.
        if clauses.isEmpty, let tie = ties.first { clauses = [speech.clause([tie], speech.subject(of: tie))] }
        let text = run(clauses, subject, rest: rest(known.total - shown.count))
        return said(text, ties + shown, isDoubted: shown.allSatisfy { ($0.fact?.confidence ?? 0) < FactAnswer.doubt })
    }

    /// Whose what somebody is: "Julie est ta sœur".
    private func ties(_ keys: [String]) -> [Fragment] {
        var seen: Set<Fragment.ID> = []
        return keys.flatMap { key in
            book.names.ties(of: key.prefix { $0 != "#" }.description).filter(\.isLive).filter { link in
                key.contains("#") ? key.hasSuffix("#\(link.subject)/\(link.relation)") : book.namesakes(of: key).isEmpty
            }
        }.filter { seen.insert($0.fact).inserted }.compactMap { book.fragments[$0.fact] }.prefix(2).map { $0 }
    }

    private func tieClause(_ ties: [Fragment], _ subject: FactSpeech.Subject) -> FactSpeech.Clause? {
        guard subject.person == .one else { return nil }
        let phrases = ties.compactMap { fragment -> String? in
            guard let fact = fragment.fact, let kinship = Kinship.of(fact.relation) else { return nil }
            let noun = language(fr: kinship.french.first, en: kinship.english.first) ?? fact.relation
            // Asked for as "ma sœur", it need not be said again.
            guard !FoldedText.key(subject.text).hasSuffix(FoldedText.key(noun)) else { return nil }
            let owner = speech.subject(of: fragment), isFeminine = kinship.gender.map { $0 == .feminine } ?? subject.isFeminine
            if owner.person == .you || owner.person == .youAll {
                return language(fr: French.possessive(noun, owner.person, isFeminine: isFeminine), en: "your " + noun)
            }
            return language(fr: French.definite(noun, isFeminine: isFeminine) + " " + French.of(owner.text), en: owner.text + "'s " + noun)
        }
        guard !phrases.isEmpty else { return nil }
        return .init(subject: subject.text, predicate: language(fr: "est ", en: "is ") + speech.list(phrases), isOwn: true)
    }

    /// Clauses in a row, those of the subject itself first: it is said once, or each time where it is "tu".
    private func run(_ clauses: [FactSpeech.Clause], _ subject: FactSpeech.Subject, rest: String) -> String {
        let own = clauses.filter(\.isOwn), other = clauses.filter { !$0.isOwn }, isNamed = subject.person == .one || subject.person == .many
        let parts = own.enumerated().map { isNamed && $0.offset > 0 ? $0.element.predicate : $0.element.text } + other.map(\.text)
        let text = rest.isEmpty ? speech.list(parts) : parts.joined(separator: ", ") + rest
        // "Léa : sa mère s'appelle Anne"
        return own.isEmpty && isNamed && !(other.first?.subject.isEmpty ?? true) ? subject.text + language(fr: " : ", en: ": ") + text : text
    }
}
