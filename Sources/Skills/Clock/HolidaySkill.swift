public import Base
public import Domain
import Foundation
public import Understanding

/// Whether a day is a public holiday in France, and which come next.
public struct HolidaySkill: TextSkill {
    public let name = "holidays"
    public let onlyTells = true
    private let holidays: PublicHolidays

    /// - Parameter alsaceMoselle: with the two more that Alsace and Moselle have.
    public init(alsaceMoselle: Bool = false) { holidays = PublicHolidays(hasAlsaceMoselle: alsaceMoselle) }

    public func examples(in language: Language) -> [String] {
        language(
            fr: ["c'est férié demain ?", "quel est le prochain jour férié ?", "quels sont les jours fériés en mai ?"],
            en: ["is tomorrow a public holiday?", "when is the next public holiday?", "what are the public holidays in May?"])
    }

    private enum Question: Sendable { case isIt, next, list, count }

    private static let grammar = Grammar<Question>(
        pieces: [
            "férié": "[un] [jour] férié|[un] jour ferié|chômé|[un] jour chômé", "fériés": "jours fériés|jours feriés|fériés",
            "est": "est|est-il|est-ce|est-ce que c'est|c'est|sera|sera-t-il|ce sera|était",
            "ya": "y a-t-il|il y a|est-ce qu'il y a|y a|reste-t-il|il reste|avons-nous|a-t-on|on a",
            "holiday": "[public|bank|national] holiday|day off", "holidays": "[public|bank|national] holidays",
        ],
        french: [
            (
                .next,
                [
                    "[(quel est|c'est quoi|quand est|c'est quand|à quand|quand tombe|quand sera|donne-moi)] le prochain [jour] férié", "prochain [jour] férié",
                    "(combien de jours|combien de temps|dans combien de temps|dans combien de jours) [avant|jusqu'au|est|est-ce] [le] prochain [jour] férié",
                    "le prochain [jour] férié (c'est|est|tombe) quand",
                ]
            ),
            (
                .count,
                ["combien de <fériés> [<ya>] [encore] [{period}]", "(<ya>) combien de <fériés> [{period}]"]
            ),
            (
                .list,
                [
                    "(quels sont|donne|donne-moi|liste|énumère|cite|dis-moi) [tous] les <fériés> [{period}]", "[les] <fériés> [{period}]",
                    "(<ya>) (un|des|d'autres) (<fériés>|jour férié) [{period}]", "(quels|quelles) (jours|<fériés>) sont fériés [{period}]",
                ]
            ),
            (
                .isIt,
                [
                    "(<est>) <férié> [{day}]", "{day} (<est>) <férié>", "est-ce que {day} (<est>) <férié>", "{day} (c'est|est) un <férié>", "{day} <férié>",
                    "est-ce (que|qu') {day} (<est>) <férié>",
                ]
            ),
        ],
        english: [
            (
                .next,
                [
                    "(when is|when's|what is|what's|which is) the next <holiday>", "[the] next <holiday>",
                    "how (many days|long) (until|till|to|before) the next <holiday>",
                ]
            ),
            (.count, ["how many <holidays> (are there|do we have|are left|remain|have we got) [{period}]"]),
            (
                .list,
                [
                    "(what are|list|tell me|give me|show me) [all] the <holidays> [{period}]", "[the] <holidays> [{period}]",
                    "(are there|is there|do we have) (any|a|other) (<holidays>|<holiday>) [{period}]", "which days are <holidays> [{period}]",
                ]
            ),
            (
                .isIt,
                ["(is|will|was) {day} [be] a <holiday>", "(is|will) it [be] a <holiday> [{day}]", "is {day} (a|an) <holiday>", "{day} (is|is it) a <holiday>"]
            ),
        ])

    static var malformedTemplates: [String] { grammar.malformed }

    public func answer(_ text: FoldedText, _ utterance: Utterance, in context: SkillContext) async throws -> SkillReply? {
        guard text.tokens.count <= 30 else { return nil }
        return Self.grammar.match(text, preferring: utterance.language) { match in
            let language = match.language
            switch match.intent {
            case .next: return next(language, context)
            case .isIt: return isHoliday(match["day"], text, language, context)
            case .list, .count:
                guard let period = Period(match["period"], text, language, context) else { return nil }
                return list(period, isCount: match.intent == .count, language, context)
            }
        }
    }

    private func isHoliday(_ range: Range<Int>?, _ text: FoldedText, _ language: Language, _ context: SkillContext) -> SkillReply? {
        var day = CivilDay(context.now, in: context.timeZone)
        if let range {
            let resolver = TimeResolver(now: context.now, timeZone: context.timeZone, language: language)
            guard let (_, found) = DateSkill.day(range, in: text, resolver, backwards: false) else { return nil }
            guard let found, let civil = CivilDay(year: found.year, month: found.month, day: found.day) else {
                return SkillReply(language(fr: "Ce jour n'existe pas dans le calendrier.", en: "There is no such day in the calendar."))
            }
            day = civil
        }
        let shown = DateText(language, context.timeZone).dayName(day, now: context.now, isSubject: true)
        if let holiday = holidays.holiday(on: day) {
            return SkillReply(language(fr: "Oui : \(shown), c'est \(holiday.french).", en: "Yes: \(shown) is \(holiday.english)."))
        }
        return SkillReply(language(fr: "Non, \(shown) n'est pas un jour férié.", en: "No, \(shown) is not a public holiday."))
    }

    private func next(_ language: Language, _ context: SkillContext) -> SkillReply? {
        let today = CivilDay(context.now, in: context.timeZone)
        guard let holiday = holidays.next(from: today) else { return nil }
        let name = holiday.name(in: language), days = holiday.day.number - today.number
        if days == 0 { return SkillReply(language(fr: "C'est aujourd'hui : \(name).", en: "It's today: \(name).")) }
        let words = DateText(language, context.timeZone)
        let whole =
            DateText.weekdays(language)[holiday.day.weekday % 7] + language(fr: " ", en: ", ") + words.monthDay(day: holiday.day.day, month: holiday.day.month)
        let far = days == 1 ? language(fr: "demain", en: "tomorrow") : language(fr: "dans \(days) jours", en: "in \(days) days")
        return SkillReply(
            language(fr: "Le prochain jour férié est le \(whole), \(far) : \(name).", en: "The next public holiday is \(whole), \(far): \(name)."))
    }

    /// Days that are asked about, with the words for them.
    private struct Period {
        let days: ClosedRange<CivilDay>
        let text: String

        /// Without words, the rest of this year; `nil` for words that name no period.
        init?(_ range: Range<Int>?, _ text: FoldedText, _ language: Language, _ context: SkillContext) {
            let today = CivilDay(context.now, in: context.timeZone)
            func span(_ first: CivilDay?, _ last: CivilDay?, _ words: String) -> (ClosedRange<CivilDay>, String)? {
                guard let first, let last, first <= last else { return nil }
                return (first...last, words)
            }
            func year(_ year: Int) -> (ClosedRange<CivilDay>, String)? {
                span(CivilDay(year: year, month: 1, day: 1), CivilDay(year: year, month: 12, day: 31), language(fr: "en \(year)", en: "in \(year)"))
            }
            func month(_ month: Int, _ year: Int) -> (ClosedRange<CivilDay>, String)? {
                let name = DateText.months(language)[month - 1] + " \(year)"
                return span(
                    CivilDay(year: year, month: month, day: 1), CivilDay(year: year, month: month, day: CivilDay.length(ofMonth: month, in: year)),
                    language(fr: "en ", en: "in ") + name)
            }
            var found: (ClosedRange<CivilDay>, String)?
            if let range {
                let months = language == .french ? TimeReader.frenchMonths : TimeReader.englishMonths
                var words = range
                if ["en", "in", "de", "d", "of", "pour", "for", "au", "a", "during"].contains(text[words.lowerBound]), words.count > 1 {
                    words = words.lowerBound + 1..<words.upperBound
                }
                if text.reads(["mois", "de"], at: words.lowerBound, before: words.upperBound) != nil, words.count > 2 {
                    words = words.lowerBound + 2..<words.upperBound
                }
                let key = text.folded(words), monday = today.adding(days: 1 - today.weekday)
                let following = today.adding(months: 1, day: 1)
                switch key {
                case "cette annee", "l annee", "this year", "the year": found = year(today.year)
                case "l annee prochaine", "l an prochain", "next year": found = year(today.year + 1)
                case "cette semaine", "this week": found = span(monday, monday.adding(days: 6), language(fr: "cette semaine", en: "this week"))
                case "la semaine prochaine", "next week":
                    found = span(monday.adding(days: 7), monday.adding(days: 13), language(fr: "la semaine prochaine", en: "next week"))
                case "ce mois", "ce mois ci", "this month": found = month(today.month, today.year)
                case "le mois prochain", "next month": found = month(following.month, following.year)
                default:
                    if words.count == 1, let number = Int(key), key.count == 4, (1583...9999).contains(number) { found = year(number) }
                    if let number = months[text[words.lowerBound]] {
                        if words.count == 1 { found = month(number, number < today.month ? today.year + 1 : today.year) }
                        if words.count == 2, let year = Int(text[words.lowerBound + 1]), (1583...9999).contains(year) { found = month(number, year) }
                    }
                }
            } else {
                found = span(
                    today, CivilDay(year: today.year, month: 12, day: 31), language(fr: "d'ici la fin de l'année", en: "until the end of the year"))
            }
            guard let found else { return nil }
            (days, self.text) = found
        }
    }

    private func list(_ period: Period, isCount: Bool, _ language: Language, _ context: SkillContext) -> SkillReply {
        let found = (period.days.lowerBound.year...period.days.upperBound.year).flatMap { holidays.holidays(in: $0) }.filter { period.days.contains($0.day) }
        if found.isEmpty {
            return SkillReply(language(fr: "Aucun jour férié \(period.text).", en: "There is no public holiday \(period.text)."))
        }
        let count = language(
            fr: found.count == 1 ? "Un jour férié" : "\(found.count) jours fériés",
            en: found.count == 1 ? "One public holiday" : "\(found.count) public holidays")
        let words = DateText(language, context.timeZone)
        let days = found.map { "\(words.monthDay(day: $0.day.day, month: $0.day.month)) (\($0.name(in: language)))" }
        if isCount, found.count > 3 { return SkillReply("\(count) \(period.text).") }
        return SkillReply("\(count) \(period.text)\(language(fr: " : le ", en: ": "))\(Enumeration.text(days, language)).")
    }
}
