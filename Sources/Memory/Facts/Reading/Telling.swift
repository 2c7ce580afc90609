import Base
import Domain
import Foundation
import Understanding

/// An utterance while its clauses are read one after the other.
struct Telling {
    /// A clause, with what all ways of reading it need.
    struct Told {
        var clause: Clause
        var verb: VerbGroup
        var subjects: [Statement.Subject]
        /// The subject as a noun phrase, where it is one.
        var phrase: NounPhrase?
        var isPerson: Bool
        /// What follows the verb, without times.
        var rest: [Int]
        /// The same with the days that were named, which may be the value.
        var restWithDays: [Int]
        var time: ClauseTime
        var certainty: Double
        var isCorrection: Bool
        var text: String
    }

    let said: Saying
    let words: ClauseWords
    let nouns: NounReader
    let splitter: ClauseSplitter
    let times: ClauseTimeReader
    let today: CivilDay
    var discourse = Discourse()
    /// The subject of the last clause that had a noun for it: what "c'est" goes back to.
    var lastPhrase: NounPhrase?
    var found: [Statement] = []
    /// What a clause said has changed, whose new value the next one may tell.
    var topic: (owners: [Statement.Subject], relation: Relation)?
    var isCorrecting = false

    init(_ said: Saying, today: CivilDay, timeZone: TimeZone) {
        self.said = said
        self.today = today
        words = said.words
        nouns = NounReader(said)
        times = ClauseTimeReader(text: said.text, language: said.language, today: today, timeZone: timeZone)
        splitter = ClauseSplitter(said, times: times)
    }

    mutating func statements() -> [Statement] {
        let clauses = splitter.clauses()
        for (index, clause) in clauses.enumerated() {
            let next = index + 1 < clauses.count && !clauses[index + 1].isFirst ? clauses[index + 1] : nil
            let previous = index > 0 && !clause.isFirst ? clauses[index - 1] : nil
            // "si …, …" and "… si …": none of both is so.
            if clause.openers.contains(.condition) || next?.openers.contains(.condition) == true { continue }
            if let previous, previous.openers.contains(.condition) { continue }
            if clause.openers.contains(.occasion) { continue }
            if let previous, previous.openers.contains(.occasion), previous.head?.verb.tense != .imperfect, previous.head?.verb.tense != .past { continue }
            if clause.isQuestion { continue }
            read(clause)
        }
        return found
    }

    mutating func read(_ clause: Clause) {
        if clause.openers.contains(.correction) { isCorrecting = true }
        guard let head = clause.head else { return correct(clause) }
        defer { isCorrecting = false }
        guard !said.quoted.contains(head.verb.core), head.pronoun != .you, !head.verb.isToYou, !isQuestion(head, clause) else { return }
        if let aside = head.aside, let told = told(clause, head, verb: aside.verb, complement: aside.complement) { tell(told) }
        let complement = head.verb.end..<clause.range.upperBound
        if let (join, other, rest) = gap(complement), let first = told(clause, head, verb: head.verb, complement: complement.lowerBound..<join),
            var second = told(clause, head, verb: head.verb, complement: rest)
        {
            tell(first)
            note(other)
            (second.subjects, second.phrase, second.isPerson) = ([other.subject], other.phrase, true)
            return tell(second)
        }
        guard let told = told(clause, head, verb: head.verb, complement: complement) else { return }
        tell(told)
        noteObject(told)
    }

    /// "mon frère habite à Dijon et ma sœur à Nancy": the verb is said once.
    func gap(_ complement: Range<Int>) -> (join: Int, other: Named, rest: Range<Int>)? {
        let links: Set<String> = said.language == .french ? ["a", "au", "aux", "en", "chez", "dans"] : ["in", "at", "on", "for", "to"]
        guard let first = complement.first, links.contains(said.text[first]) else { return nil }
        for join in complement where join > first + 1 && (["et", "and"].contains(said.text[join]) || said.gaps[join] == .comma) {
            let start = ["et", "and"].contains(said.text[join]) ? join + 1 : join
            guard let link = complement.first(where: { $0 > start && links.contains(said.text[$0]) }), link + 1 < complement.upperBound, link - start <= 4,
                let other = named(start..<link), other.isPerson
            else { continue }
            return (join, other, link..<complement.upperBound)
        }
        return nil
    }

    /// "j'ai vu Léa hier, elle …": who was met may be talked of next.
    mutating func noteObject(_ told: Told) {
        guard told.subjects.allSatisfy({ $0.key == Fact.me || $0.key == Fact.us }), let first = told.rest.first, said.isCapitalised(first),
            let named = named(first..<first + 1), named.isPerson
        else { return }
        note(named)
    }

    /// "Paul aime quoi", "c'est quoi": asked without a question mark.
    func isQuestion(_ head: Clause.Head, _ clause: Clause) -> Bool {
        QuestionWords.isQuestion(said, clause)
    }
}
