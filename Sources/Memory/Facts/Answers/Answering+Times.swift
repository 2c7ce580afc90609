import Base
import Domain
import Foundation
import Understanding

// Since when, until when, and since when and from whom it is known.
extension Answering {
    func time(_ keys: [String], _ asked: Statement.Subject) -> FactAnswer? {
        let current = current(keys).filter { $0.fact?.isNegated == false }, past = past(keys)
        let isOver = question.wantsHistory || current.isEmpty || question.wanted == .until && current.allSatisfy { $0.fact?.validUntil == nil } && !past.isEmpty
        guard let fragment = isOver ? past.first ?? upcoming(keys) ?? current.last : current.last, let fact = fragment.fact else { return nil }
        let isPast = fact.validUntil.map { $0 <= now } ?? (fact.supersededAt != nil)
        let isAhead = fact.validFrom.map { $0 > now } ?? false
        let text = speech.clause([fragment], speech.subject(of: fragment, asked: asked), isPast: isPast).text
        let dates = speech.dates
        switch (question.wanted, fact.validFrom, fact.validUntil) {
        case (.until, _, let until?): return said(text + " " + dates.until(until, isStated: fact.supersededBy == nil), [fragment])
        case (.since, let from?, _):
            return said(text + language(fr: " ", en: isAhead ? " " : ", ") + (isAhead ? dates.from(from) : dates.since(from)), [fragment])
        case (.when, let from?, let until?) where from < until:
            if let day = oneDay(from, until) { return said(text + " " + day, [fragment]) }
            return said("\(text) \(dates.since(from)) \(dates.until(until))", [fragment])
        case (.when, let from?, _): return said(text + " " + (isAhead ? dates.from(from) : dates.since(from)), [fragment])
        case (.when, _, let until?): return said(text + " " + dates.until(until), [fragment])
        case (.when, nil, nil): return said(text, [fragment])
        default:
            let what = language(
                fr: question.wanted == .until ? "jusqu'à quand" : "depuis quand", en: question.wanted == .until ? "until when" : "since when")
            return said(text + language(fr: ", mais je ne sais pas \(what) ; ", en: ", but I don't know \(what); ") + told(fragment), [fragment])
        }
    }

    /// What has not begun yet.
    private func upcoming(_ keys: [String]) -> Fragment? {
        guard let relation = question.relation else { return nil }
        return book.facts(of: keys, relation, during: DateInterval(start: now, duration: 2 * 366 * 86_400), now: now).last {
            $0.fact?.validFrom.map { $0 > now } ?? false
        }
    }

    private func oneDay(_ from: Date, _ until: Date) -> String? {
        until.timeIntervalSince(from) <= 90_000 ? speech.dates.on(from) : nil
    }

    func provenance(_ keys: [String], _ asked: Statement.Subject) -> FactAnswer? {
        let found = question.relation == nil && question.value == nil ? book.everything(of: keys, now: now, limit: 1).fragments : current(keys)
        guard let fragment = (question.wantsHistory ? past(keys) : found).last ?? past(keys).first else { return nil }
        return provenance(of: fragment)
    }

    func provenance(of fragment: Fragment) -> FactAnswer {
        guard question.wanted == .learned else { return said(told(fragment), [fragment], isDoubted: false) }
        let since = language(fr: "depuis ", en: "since "), day = speech.dates.told(fragment.learnedAt)
        let name = language == .english && day.hasPrefix("on ") ? String(day.dropFirst(3)) : day
        return said(since + name + language(fr: " : ", en: ": ") + who(fragment), [fragment], isDoubted: false)
    }

    /// "tu me l'as dit mardi dernier", "Léa l'a dit le 3 mai".
    private func told(_ fragment: Fragment) -> String { who(fragment) + " " + speech.dates.told(fragment.occurredAt) }

    private func who(_ fragment: Fragment) -> String {
        let isOwner = book.speaker(of: fragment) == book.owner, name = fragment.speaker ?? ""
        switch fragment.source {
        case .imported: return language(fr: "je l'ai lu dans ce qui a été importé, dit", en: "I read it in what was imported, said")
        case .model:
            return language(
                fr: "je l'ai compris de ce que " + (isOwner ? "tu as dit" : "\(name) a dit"),
                en: "I gathered it from what " + (isOwner ? "you" : name) + " said")
        case .api: return language(fr: "on me l'a écrit", en: "it was written to me")
        default: return isOwner ? language(fr: "tu me l'as dit", en: "you told me") : language(fr: "\(name) l'a dit", en: "\(name) said so")
        }
    }
}
