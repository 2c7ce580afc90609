import Base
import Domain
import Foundation
import Understanding

/// Facts as short lines, for lists and for what a language model is told: "Léa : allergique aux arachides (dit le 3 mai 2027)".
enum FactLine {
    /// Who reads it.
    enum Reader: Sendable, Hashable {
        /// The person whose book it is: "toi".
        case owner
        /// A language model, which knows that person by name.
        case model(owner: String)
    }

    static func text(_ fragment: Fragment, in book: FactBook, for reader: Reader = .owner, language: Language, now: Date, timeZone: TimeZone) -> String {
        let speech = FactSpeech(book, language, now: now, timeZone: timeZone)
        guard let fact = fragment.fact else { return fragment.text }
        var subject = speech.subject(of: fragment)
        let isOwner = subject.person == .you
        let name: String
        switch (subject.person, reader) {
        case (.you, .owner): name = language(fr: "toi", en: "you")
        case (.you, .model(let owner)): name = owner
        case (.youAll, _): name = language(fr: "la maison", en: "the household")
        default: name = subject.text
        }
        // A line speaks of everybody alike.
        if case .model(let owner) = reader, isOwner { subject = .init(person: .one, text: owner) }
        let isPast = fact.supersededAt != nil || fact.validUntil.map { $0 <= now } ?? false
        let clause = speech.clause([fragment], subject, isPast: isPast, isShort: true)
        var text = clause.isOwn ? clause.predicate : clause.text
        if clause.isOwn, !isPast, !isOwner || reader != .owner { text = withoutCopula(text, language) }
        let notes = notes(fragment, fact, isPast: isPast, speech)
        return name + language(fr: " : ", en: ": ") + text + (notes.isEmpty ? "" : " (" + notes.joined(separator: language(fr: " ; ", en: "; ")) + ")")
    }

    private static func withoutCopula(_ text: String, _ language: Language) -> String {
        for copula in language(fr: ["est ", "sont "], en: ["is ", "are "]) where text.hasPrefix(copula) { return String(text.dropFirst(copula.count)) }
        return text
    }

    private static func notes(_ fragment: Fragment, _ fact: Fact, isPast: Bool, _ speech: FactSpeech) -> [String] {
        let language = speech.language, dates = speech.dates
        var notes: [String] = []
        let isWrong = fact.validFrom != nil && fact.validFrom == fact.validUntil
        if isWrong {
            notes.append(language(fr: "corrigé depuis", en: "corrected since"))
        } else {
            if let from = fact.validFrom { notes.append(from > dates.now ? dates.from(from) : dates.since(from)) }
            if let until = fact.validUntil {
                notes.append(dates.until(until))
            } else if isPast {
                notes.append(language(fr: "plus maintenant", en: "not any more"))
            }
        }
        if fact.confidence < FactAnswer.doubt { notes.append(language(fr: "pas sûr", en: "not certain")) }
        let speaker = fragment.speaker.flatMap { speech.book.speaker(of: fragment) == speech.book.owner ? nil : $0 }
        notes.append(language(fr: "dit ", en: "said ") + (speaker.map { language(fr: "par \($0) ", en: "by \($0) ") } ?? "") + dates.dated(fragment.occurredAt))
        return notes
    }
}
