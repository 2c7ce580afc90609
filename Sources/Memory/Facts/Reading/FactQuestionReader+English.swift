import Base
import Domain
import Understanding

/// English questions: a word that asks, an auxiliary, the subject, the verb.
extension Asking {
    private static let englishHeads: [(words: [String], hole: Hole)] = table([
        (.since, "(since when|how long|for how long)"), (.until, "until when"), (.count, "how many"), (.which, "how old"),
        (.amount, "how (tall|heavy|much|big)"), (.place, "where"), (.time, "when"),
        (.time, "(what day|what time|on what day|on which day)"), (.person, "(who|whom)"), (.thing, "what"), (.which, "(what|which) kind of"),
        (.which, "which"),
    ])
    private static let auxiliaries: Set<String> = ["do", "does", "did", "has", "have", "had", "is", "are", "was", "were", "am", "s", "will", "re", "d"]

    func english(from start: Int, _ telling: Telling) -> FactQuestion? {
        let text = said.text, end = said.count
        var hole: Hole?, index = start, marker: [String] = []
        for head in Self.englishHeads {
            if let next = text.reads(head.words, at: start, before: end) {
                (hole, index, marker) = (head.hole, next, head.words)
                break
            }
        }
        // "what year is Tom in", "which language does Leah speak"
        var noun: Range<Int>?
        if marker == ["what"] || hole == .which && marker.first != "how" || hole == .count, index < end, !Self.auxiliaries.contains(text[index]) {
            let length = telling.nouns.attribute(at: index, before: end)?.end ?? telling.nouns.kin(at: index, before: end)?.end ?? index + 1
            if marker == ["what"] { hole = .which }
            noun = index..<length
            index = length
        }
        guard index < end else { return nil }
        let hasAuxiliary = Self.auxiliaries.contains(text[index])
        guard let hole = hole ?? (hasAuxiliary ? .whether : said.questions.isEmpty ? nil : .whether) else { return nil }
        var telling = telling
        if hole == .person, marker.first == "who" {
            if text[index] == "is" || text[index] == "s" || text[index] == "was",
                let found = identity(index + 1..<end, person: true, history: text[index] == "was", telling)
            {
                return found
            }
            guard let verb = VerbGroupReader(said).read(at: index, before: end) else { return nil }
            return subjects(verb, verb.end..<end, &telling)
        }
        guard hasAuxiliary else {
            guard hole == .whether, let head = telling.splitter.head(at: index, before: end, carries: false), head.pronoun != .you,
                let about = telling.askedSubject(head.subject, pronoun: head.pronoun)
            else { return nil }
            return answer(.whether, noun: nil, nounRange: nil, marker, about, head.verb, head.verb.end..<end, &telling)
        }
        let auxiliary = text[index]
        let isBeing = ["is", "are", "was", "were", "am", "s", "re"].contains(auxiliary)
        if isBeing, [.thing, .time].contains(hole), let found = identity(index + 1..<end, person: false, history: auxiliary.hasPrefix("w"), telling) {
            return found
        }
        return afterAuxiliary(hole, noun, marker, auxiliary, isBeing, index + 1, &telling)
    }

    private func identity(_ range: Range<Int>, person: Bool, history: Bool, _ telling: Telling) -> FactQuestion? {
        var range = range
        let hasBefore = range.last.map { said.text[$0] == "before" } ?? false
        while let last = range.last, ["again", "before", "now", "then", "called"].contains(said.text[last]) { range = range.lowerBound..<last }
        guard !range.isEmpty else { return nil }
        if let found = attribute(range, telling, history: history || hasBefore) { return found }
        guard person, telling.nouns.isName(range), !Frames.of(.english)["be"].contains(where: { $0.marker.first == said.text[range.lowerBound] }) else {
            return nil
        }
        return subject(range, telling).map { FactQuestion(subject: $0, relation: nil, wanted: .everything) }
    }

    /// Subject and verb after "does", "is", "has".
    private func afterAuxiliary(
        _ hole: Hole, _ noun: Range<Int>?, _ marker: [String], _ auxiliary: String, _ isBeing: Bool, _ start: Int, _ telling: inout Telling
    ) -> FactQuestion? {
        let text = said.text, end = said.count, verbs = Verbs.of(.english)
        guard start < end else { return nil }
        if said.words.pronouns[text[start]] == .you { return nil }
        let tense: VerbForm.Tense = ["did", "was", "were", "had"].contains(auxiliary) ? .past : auxiliary == "will" ? .future : .present
        let first = said.words.pronouns[text[start]] == nil ? start + 1 : start + 1
        // The verb is the first word that can be one after a subject.
        for index in first..<max(first, end) where !said.words.determiners.contains(text[index - 1]) || ["that", "this"].contains(text[index - 1]) {
            let word = text[index]
            var lemma: String?
            if !isBeing { lemma = verbs.infinitive(word) ?? (["has", "have", "had"].contains(auxiliary) ? verbs.gerund(word) ?? verbs.participle(word) : nil) }
            if isBeing {
                lemma = verbs.gerund(word) ?? verbs.participle(word).flatMap { Frames.of(.english)["be " + $0].isEmpty && !isUpkeep($0) ? nil : "be " + $0 }
            }
            if word == "used", text[index + 1] == "to" { continue }
            if word == "been" { continue }
            guard let lemma, !isBeing || !Frames.of(.english)["be"].contains(where: { $0.marker.first == word }) else { continue }
            var verb = VerbGroup(lemma: lemma, tense: tense, range: index..<index + 1, core: index)
            verb.isFinished =
                ["did", "has", "have", "had"].contains(auxiliary)
                && ["has", "have"].contains(auxiliary) == (verbs.participle(word) != nil && verbs.gerund(word) == nil)
            if auxiliary == "did" { verb.isFinished = true }
            if ["live", "work", "study"].contains(lemma), ["has", "have"].contains(auxiliary) { (verb.isFinished, verb.tense) = (false, .present) }
            let subjectEnd = text[index - 1] == "been" ? index - 1 : index
            let pronoun = subjectEnd - start == 1 ? said.words.pronouns[text[start]] : nil
            guard let about = telling.askedSubject(pronoun == nil ? start..<subjectEnd : start..<start, pronoun: pronoun) else { continue }
            return answer(hole, noun: noun.map { text.folded($0) }, nounRange: noun, marker, about, verb, index + 1..<end, &telling)
        }
        guard isBeing || ["have", "has"].contains(auxiliary) else { return nil }
        // "is Leah allergic to peanuts", "where are the passports", "how old is Tom"
        let verb = VerbGroup(lemma: isBeing ? "be" : "have", tense: tense == .past ? .imperfect : tense, range: start - 1..<start, core: start - 1)
        if marker == ["how", "old"] {
            return telling.askedSubject(start..<end, pronoun: said.words.pronouns[text[start]]).map {
                FactQuestion(subject: $0.subject, relation: Catalogue.relation("age"), wanted: .value)
            }
        }
        if hole == .amount {
            let relation = ["tall": "measures", "heavy": "weighs", "much": "costs", "big": "size"][marker.last ?? ""] ?? "costs"
            if marker.last == "much", let found = attribute(start..<end, telling) { return found }
            return telling.askedSubject(start..<end, pronoun: nil).map {
                FactQuestion(subject: $0.subject, relation: Catalogue.relation(relation), wanted: .value)
            }
        }
        for split in start + 1..<end + 1 {
            guard hole == .whether || split == end || hole == .since || hole == .which || hole == .thing,
                let about = telling.askedSubject(
                    said.words.pronouns[text[start]] != nil && split == start + 1 ? start..<start : start..<split, pronoun: said.words.pronouns[text[start]])
            else { continue }
            if let found = answer(hole, noun: noun.map { text.folded($0) }, nounRange: noun, marker, about, verb, split..<end, &telling) { return found }
        }
        return nil
    }

    private func isUpkeep(_ lemma: String) -> Bool { Frames.of(.english)[lemma].contains { $0.value == .upkeep } }
}
