import Base
import Domain
import Foundation
import Understanding

/// Reads what somebody must do, means to do or has promised: "je dois rendre le livre vendredi", "I promised Léa to …".
enum CommitmentReader {
    static func commitments(in utterance: String, language: Language, now: Date, timeZone: TimeZone) -> [Commitment] {
        let said = Saying(utterance, language: language)
        guard said.count > 2, !Instructions.addresses(said) else { return [] }
        let times = ClauseTimeReader(text: said.text, language: language, today: CivilDay(now, in: timeZone), timeZone: timeZone)
        let reader = Promise(said: said, verbs: Verbs.of(language), now: now, timeZone: timeZone)
        return ClauseSplitter(said, times: times).clauses().compactMap { $0.isQuestion || $0.openers.contains(.condition) ? nil : reader.commitment(in: $0) }
    }
}

/// One clause that may bind somebody.
private struct Promise {
    let said: Saying
    let verbs: Verbs
    let now: Date
    let timeZone: TimeZone

    /// What binds, before what is to be done.
    private static let leads: [Language: [[String]]] = [
        .french: sequences(
            """
            (je|j|on|nous) (dois|doit|devons) (absolument|aussi|encore|vraiment|) (penser|songer|faire gaffe|faire attention|) (a|)
            (je|on) (devrais|devrait) (absolument|vraiment|) (penser a|)
            (je|on) (vais|va) devoir
            (il|) (faut|faudrait|va falloir) (absolument|vraiment|encore|aussi|) (que je|que j|qu on|que nous)
            (il|) (faut|faudrait) (absolument|vraiment|) (que je|qu on|que j) (pense|songe) (a|bien a)
            (il|) (ne|) faut (surtout|) pas (que j oublie|qu on oublie|oublier) (de|d)
            (il|) (me|nous) faut
            (je|j) (ne|) (dois|doit) (surtout|) pas oublier (de|d)
            j ai promis (de|d)
            j ai promis a LEAD (de|d)
            je lui ai promis (de|d)
            je leur ai promis (de|d)
            j ai dit a LEAD que (je|j)
            je me suis (engage|engagee) a
            je compte (bien|)
            j ai (prevu|l intention) (de|d)
            (j ai|on a) (encore|) a
            n oublie pas que je dois
            """),
        .english: sequences(
            """
            (i|we) (have|ve got|need|ve) (still|also|really|) to
            (i|we) (must|should|ought to) (not forget to|remember to|also|really|)
            (i|we) (gotta|got to)
            (i|we) (have|need) to remember to
            (i|we) (mustn t|must not|can t|cannot|shouldn t) forget to
            (i|we) (don t|can t|do not) want to forget to
            (i|we) (ve|have|) promised (to|)
            (i|we) (ve|have|) promised LEAD to
            (i|we) (plan|intend|mean) to
            (i|we) (told|promised) LEAD (that|) (i d|i ll|i would|we d|we ll|we would)
            (i m|we re|i am|we are) supposed to
            """),
    ]

    private static func sequences(_ table: String) -> [[String]] {
        table.split(separator: "\n").flatMap { Frames.expanded($0.split(separator: " ").joined(separator: " ")) }.sorted { $0.count > $1.count }
    }

    func commitment(in clause: Clause) -> Commitment? {
        let start = clause.openers.isEmpty ? clause.range.lowerBound : clause.body.lowerBound
        guard !said.quoted.contains(start) else { return nil }
        for begin in Set([start, clause.head?.start ?? start]).sorted() {
            for lead in Self.leads[said.language] ?? [] {
                guard lead.count > 1 || lead.first == "faut", let index = matched(lead, at: begin, before: clause.range.upperBound),
                    index < clause.range.upperBound
                else { continue }
                if let commitment = commitment(from: index, after: begin, in: clause, lead: lead) { return commitment }
            }
        }
        return nil
    }

    /// Where the words end, if they stand here; `LEAD` takes up to three words.
    private func matched(_ lead: [String], at start: Int, before end: Int) -> Int? {
        guard let hole = lead.firstIndex(of: "LEAD") else { return said.text.reads(lead, at: start, before: end) }
        guard let after = said.text.reads(Array(lead[..<hole]), at: start, before: end) else { return nil }
        for length in 1...3 where after + length < end {
            if let next = said.text.reads(Array(lead[(hole + 1)...]), at: after + length, before: end) { return next }
        }
        return nil
    }

    private func commitment(from index: Int, after begin: Int, in clause: Clause, lead: [String]) -> Commitment? {
        let end = clause.range.upperBound
        var core = index
        while core < end, Self.clitics.contains(said.text[core]) { core += 1 }
        guard core < end, let verb = infinitive(at: core, lead) else { return nil }
        // "je dois dire que", "je dois avouer": only a way of speaking.
        guard
            !["dire", "avouer", "reconnaitre", "admettre", "say", "admit", "confess", "etre", "avoir"].contains(verb.lemma)
                || said.text[core + 1] != "que" && said.text[core + 1] != "qu" && said.text[core + 1] != "that"
        else { return nil }
        guard said.language == .french || !["be", "say", "admit"].contains(verb.lemma) || core + 1 < end else { return nil }
        let time = TimeExpression.find(
            in: said.text, [begin > clause.range.lowerBound ? clause.range.lowerBound..<begin : begin..<begin, core + 1..<end], said.language, now: now,
            timeZone: timeZone)
        var dueAt: Date?, isTimed = false, rest = [core + 1..<end]
        if let time, time.recurrence == nil {
            if case .at(let date) = time.due { dueAt = date }
            rest = time.rest.filter { $0.lowerBound > core }
            if let parts = TimeExpression.parts(in: said.text, clause.range, said.language)?.parts {
                isTimed = parts.clock != nil || parts.part != nil || parts.offset.map { $0.seconds > 0 } == true
            }
            if !isTimed, let date = dueAt {
                let day = CivilDay(date, in: timeZone)
                dueAt = day.at(hour: 0, minute: 0, in: timeZone)
            }
            if dueAt == nil, case .needsTime = time.due { dueAt = CivilDay(now, in: timeZone).at(hour: 0, minute: 0, in: timeZone) }
        }
        let clitics =
            index < core
            ? said.original(index..<core)
                + (["l", "m", "t", "s", "y", "n"].contains(said.text[core - 1]) && !said.original(index..<core).hasSuffix("y") ? "'" : " ") : ""
        let words = rest.filter { !$0.isEmpty }.map { trimmed($0) }.filter { !$0.isEmpty }.map { said.original($0) }
        let task = ([clitics + verb.text] + words).joined(separator: " ")
        guard task.utf8.count <= 300 else { return nil }
        return Commitment(task: task, dueAt: dueAt, isTimed: isTimed, text: said.original(clause.body))
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while let last = range.last, ["avant", "pour", "before", "by", "d", "de", "quoi", "jarvis", "a", "au", "le"].contains(said.text[last]) {
            range = range.lowerBound..<last
        }
        return range
    }

    private static let clitics: Set<String> = ["l", "le", "la", "les", "lui", "leur", "y", "en", "me", "m", "te", "t", "se", "s", "nous", "vous"]

    /// The infinitive of what stands here: of a subjunctive after "que je", as it is elsewhere.
    private func infinitive(at index: Int, _ lead: [String]) -> (lemma: String, text: String)? {
        let word = said.text[index]
        guard said.text.tokens[index].kind == .word else { return nil }
        if said.language == .english {
            guard !said.words.determiners.contains(word), !said.words.little.contains(word) || verbs.infinitive(word) != nil else { return nil }
            return (word, said.original(index..<index + 1))
        }
        if let last = lead.last, ["je", "j", "on", "nous"].contains(last) {
            let lemma = verbs.subjunctive(word) ?? (word.hasSuffix("e") && word.count > 2 ? word + "r" : nil)
            return lemma.map { ($0, written($0, index)) }
        }
        if let lemma = verbs.infinitive(word) { return (lemma, said.original(index..<index + 1)) }
        guard word.count > 3, ["er", "ir", "re", "oir"].contains(where: { word.hasSuffix($0) }), !said.words.determiners.contains(word) else { return nil }
        return (word, said.original(index..<index + 1))
    }

    /// The infinitive with the accents of the form that was said where their stems agree.
    private func written(_ lemma: String, _ index: Int) -> String {
        let form = String(said.raw(index)).lowercased()
        let folded = said.text[index]
        let shared = zip(lemma, folded).prefix { $0 == $1 }.count
        guard shared > 1, form.count == folded.count else { return Self.accents[lemma] ?? lemma }
        let stem = String(form.prefix(shared)).replacing(
            "è", with: lemma.hasPrefix("ach") || lemma.hasPrefix("lev") || lemma.hasPrefix("emm") || lemma.hasPrefix("ram") || lemma.hasPrefix("am") ? "e" : "é"
        )
        return Self.accents[lemma] ?? stem + lemma.dropFirst(shared)
    }

    private static let accents = [
        "etre": "être", "recevoir": "recevoir", "prevenir": "prévenir", "repondre": "répondre", "eteindre": "éteindre", "ecrire": "écrire",
        "refaire": "refaire",
    ]
}
