import Base
import Domain
import Foundation
import Understanding

/// What every clause has: its subjects, its times, its complement, and how sure it is.
extension Telling {
    mutating func told(_ clause: Clause, _ head: Clause.Head, verb: VerbGroup, complement: Range<Int>) -> Told? {
        var time = ClauseTime()
        let lean: PeriodReader.Lean = verb.isFinished || verb.tense == .imperfect || verb.tense == .past ? .past : .future
        times.read(clause.range.lowerBound..<head.start, leaning: lean, into: &time)
        var (complement, certainty, removed) = plain(complement)
        var verb = verb
        if let (last, words) = noLonger(complement) {
            if verb.polarity == .negated { verb.polarity = .noMore }
            removed.formUnion(last..<last + words)
            complement = complement.lowerBound..<last
        }
        times.read(complement, leaning: lean, into: &time)
        var subjects: [Statement.Subject] = [], phrase: NounPhrase?, isPerson = true
        var core = complement
        if let (named, shorter) = afterthought(head, complement) {
            subjects = [named.subject]
            (phrase, isPerson, core) = (named.phrase, named.isPerson, shorter)
            note(named)
        } else {
            guard let resolved = subject(head) else { return nil }
            (subjects, phrase, isPerson) = resolved
        }
        let hidden = Set((time.spans + time.points + time.recurrences).flatMap { $0 }).union(removed)
        let shown = Set(time.spans.flatMap { $0 }).union(removed)
        let opening = clause.openers.reduce(1.0) { if case .certainty(let value) = $1 { min($0, value) } else { $0 } }
        let rest = core.filter { !hidden.contains($0) }
        discourse.subjects = subjects
        return Told(
            clause: clause, verb: verb, subjects: subjects, phrase: phrase, isPerson: isPerson, rest: rest, restWithDays: core.filter { !shown.contains($0) },
            time: time,
            certainty: min(opening, certainty), isCorrection: isCorrecting, text: said.original(clause.body))
    }

    /// Cuts off what gives reasons, and finds what takes back some of the certainty: "habite peut-être à Lyon".
    func plain(_ complement: Range<Int>) -> (Range<Int>, Double, Set<Int>) {
        var end = complement.upperBound, certainty = 1.0, removed: Set<Int> = []
        var index = complement.lowerBound
        while index < end {
            let word = said.text[index]
            if index > complement.lowerBound,
                ["parce", "puisque", "mais", "lorsque", "because", "but", "when", "if"].contains(word) || word == "quand" || word == "si"
            {
                end = index
                break
            }
            if let (opener, next) = said.opener(at: index, before: end), case .certainty(let value) = opener {
                certainty = min(certainty, value)
                removed.formUnion(index..<next)
                index = next
                continue
            }
            if ["aussi", "egalement", "du", "en", "finalement", "quand", "au", "after", "apres", "too", "also", "jarvis", "quoi", "merci"].contains(word),
                let next = said.text.readsAny(
                    [
                        ["aussi"], ["egalement"], ["du", "coup"], ["en", "fait"], ["too"], ["also"], ["jarvis"], ["finalement"], ["quoi"], ["quand", "meme"],
                        ["en", "vrai"], ["au", "final"], ["after", "all"], ["apres", "tout"],
                    ], at: index, before: end)
            {
                removed.formUnion(index..<next)
            }
            index += 1
        }
        return (complement.lowerBound..<max(end, complement.lowerBound), certainty, removed)
    }

    /// "… anymore", at the end.
    func noLonger(_ complement: Range<Int>) -> (Int, Int)? {
        guard said.language == .english else { return nil }
        for words in [["anymore"], ["any", "more"], ["any", "longer"]] {
            let start = complement.upperBound - words.count
            if start >= complement.lowerBound, said.text.reads(words, at: start, before: complement.upperBound) != nil { return (start, words.count) }
        }
        return nil
    }
}
