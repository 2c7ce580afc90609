public import Base
public import Domain
import Foundation
public import Understanding

/// What day it is, which day a date falls on, and how far away it is.
public struct DateSkill: TextSkill {
    public let name = "date"
    public let onlyTells = true

    public init() {}

    public func examples(in language: Language) -> [String] {
        language(
            fr: ["quel jour sommes-nous ?", "dans combien de jours est Noël ?", "quel jour tombe le 14 juillet ?"],
            en: ["what day is it?", "how many days until Christmas?", "what day is July 14?"])
    }

    private enum Question: Sendable { case today, month, year, week, when, until, since }

    private static let grammar = Grammar<Question>(
        pieces: [
            "sommes": "sommes-nous|on est|est-on|nous sommes|est-ce|c'est|est-ce qu'on est|qu'on est|sommes nous",
            "serons":
                "serons-nous|sera-t-on|on sera|nous serons|sera-ce|ce sera|serait-ce|est-ce qu'on sera|étions-nous|était-on|on était|c'était|sommes-nous|est-on|on est|sera",
            "tombe": "tombe|tombent|tombera|est|sera|était|c'est|c'était|ce sera|sont",
            "avant": "avant|jusqu'à|jusqu'au|jusqu'aux|d'ici|d'ici à|pour|nous séparent de|me séparent de",
            "reste": "reste-t-il|il reste|y a-t-il|il y a|nous reste-t-il|il nous reste",
        ],
        french: [
            (
                .today,
                [
                    "quel jour <sommes> [aujourd'hui|maintenant]", "(on est|nous sommes|c'est) quel jour [aujourd'hui|de la semaine]",
                    "(on est|nous sommes|c'est) le combien [aujourd'hui]",
                    "le combien <sommes> [aujourd'hui]", "quelle date <sommes> [aujourd'hui]", "(on est|nous sommes|c'est) quelle date [aujourd'hui]",
                    "(quelle est|c'est quoi) la date [d'aujourd'hui|aujourd'hui|du jour|de ce jour]", "la date [d'aujourd'hui|du jour]", "quelle date",
                    "quel jour",
                    "quel jour [de la semaine] (aujourd'hui|est-ce aujourd'hui|c'est aujourd'hui)",
                    "aujourd'hui (on est|c'est|nous sommes) (quel jour|le combien)",
                    "quel est le jour [d'aujourd'hui]", "(quel|le) jour [et quelle heure] (sommes-nous|est-il)",
                ]
            ),
            (.month, ["(en|dans|) quel mois <sommes>", "(on est|nous sommes) (en|) quel mois"]),
            (.year, ["(en|) quelle année <sommes>", "(on est|nous sommes) en quelle année", "c'est quelle année"]),
            (
                .week,
                [
                    "quelle semaine <sommes>", "(on est|nous sommes) [la|en] quelle semaine", "quel est le numéro de [la|cette] semaine",
                    "quel numéro de semaine [<sommes>]",
                ]
            ),
            (
                .when,
                [
                    "(quelle date|quel jour) <serons> {date}", "(quelle date|quel jour) <tombe> {date}", "{date} <tombe> (quel jour|quand|le combien)",
                    "(on sera|nous serons|on est|ce sera|on était|c'était) (quel jour|quelle date|le combien) {date}",
                    "quand (<tombe>|est-ce que c'est|est-ce) {date}", "c'est quand {date}",
                    "{date} c'est quand", "{date} (on sera|c'est|ce sera|on est|nous serons) (quel jour|quelle date|le combien)",
                    "(quelle est la|c'est quoi la) date de {date}",
                    "(quel jour de la semaine) <tombe> {date}", "(quelle est la date) {date}", "à quelle date <tombe> {date}",
                ]
            ),
            (
                .until,
                [
                    "dans combien de (jours|temps|semaines|dodos) (sommes-nous|est|c'est|tombe|on est|est-ce que c'est|est-on|serons-nous|arrive|viendra|aura lieu|commence|sera-t-on|on sera) {date}",
                    "dans combien de (jours|temps|semaines|dodos) est-ce {date}", "combien de (jours|temps|semaines|dodos) [<reste>|encore] <avant> {date}",
                    "il reste combien de (jours|temps|semaines|dodos) <avant> {date}", "(il y a|c'est) combien de jours <avant> {date}",
                    "{date} (c'est|est|tombe) dans combien de (jours|temps|semaines)",
                    "{date} dans combien de (jours|temps|semaines)", "dans combien de (jours|temps) {date}",
                ]
            ),
            (
                .since,
                [
                    "combien de (jours|temps) depuis {date}", "(ça fait|cela fait|il y a) combien de jours depuis {date}",
                    "combien de jours (se sont écoulés|ont passé) depuis {date}",
                ]
            ),
        ],
        english: [
            (
                .today,
                [
                    "what day is it [today]", "what day is today", "what's today['s date|]", "what is today['s date|]",
                    "(what is|what's) the [current] date [today]", "what date is it [today]",
                    "[the] date [today]", "today's date", "what day of the week is it", "(what is|what's) the day [today]", "what day it is",
                    "what is the date of today", "which day is it [today]",
                ]
            ),
            (.month, ["(what|which) month is it", "what month are we in"]),
            (.year, ["(what|which) year is it", "what year are we in"]),
            (.week, ["(what|which) week [number] is it", "(what is|what's) the week number"]),
            (
                .when,
                [
                    "(what|which) (day|date) [of the week] (is|will it be|will be|was|was it|falls|is it) {date}", "when (is|was|will be|does) {date} [fall]",
                    "(what|which) day (does|will) {date} fall [on]", "what will be the date {date}", "(what's|what is) the date of {date}",
                    "(what's|what is|what will be) the date {date}",
                ]
            ),
            (
                .until,
                [
                    "how (many days|long|many weeks|many sleeps|much time) [is it|is there|are there|are left|do we have|left|is left] (until|till|to|before) {date}",
                    "in how many days is {date}", "how far away is {date}",
                ]
            ),
            (.since, ["how (many days|long) [has it been|is it] since {date}"]),
        ])

    static var malformedTemplates: [String] { grammar.malformed }

    public func answer(_ text: FoldedText, _ utterance: Utterance, in context: SkillContext) async throws -> SkillReply? {
        Self.grammar.match(text, preferring: utterance.language) { match in
            let language = match.language
            let date = DateText(language, context.timeZone)
            switch match.intent {
            case .today: return Self.today(language, context)
            case .month:
                let parts = date.calendar.dateComponents([.month, .year], from: context.now)
                return SkillReply(language(fr: "Nous sommes en ", en: "It's ") + "\(DateText.months(language)[(parts.month ?? 1) - 1]) \(parts.year ?? 0).")
            case .year:
                return SkillReply(language(fr: "Nous sommes en ", en: "It's ") + "\(date.calendar.component(.year, from: context.now)).")
            case .week:
                var iso = Calendar(identifier: .iso8601)
                iso.timeZone = context.timeZone
                return SkillReply(language(fr: "C'est la semaine ", en: "It's week ") + "\(iso.component(.weekOfYear, from: context.now)).")
            case .when, .until, .since:
                guard let range = match["date"] else { return nil }
                return reply(match.intent, about: range, in: text, date, context)
            }
        }
    }

    /// "Nous sommes le samedi 21 novembre 2026."
    static func today(_ language: Language, _ context: SkillContext) -> SkillReply {
        SkillReply(language(fr: "Nous sommes le ", en: "It's ") + DateText(language, context.timeZone).day(context.now, withYear: true) + ".")
    }

    // MARK: a given day

    enum Named { case feast(String), date(String), relative }

    private func reply(_ question: Question, about range: Range<Int>, in text: FoldedText, _ words: DateText, _ context: SkillContext) -> SkillReply? {
        let language = words.language
        let resolver = TimeResolver(now: context.now, timeZone: context.timeZone, language: language)
        guard let (named, civil) = Self.day(range, in: text, resolver, backwards: question == .since) else { return nil }
        guard let civil else {
            return SkillReply(language(fr: "Ce jour n'existe pas dans le calendrier.", en: "There is no such day in the calendar."))
        }
        guard let noon = resolver.moment(civil, 12, 0) else { return nil }
        let days = words.daysApart(context.now, noon)
        let whole = words.day(noon, withYear: true)
        switch question {
        case .until, .since:
            let name =
                switch named {
                case .feast(let name): name
                case .date(let name): name
                case .relative: whole
                }
            return SkillReply(Self.distance(days, to: name, whole, isFeast: { if case .feast = named { true } else { false } }(), language))
        default:
            let far = Self.distance(days, language)
            switch named {
            case .feast(let name):
                if days == 0 { return SkillReply(language(fr: "C'est aujourd'hui : \(whole).", en: "It's today: \(whole).")) }
                let verb = days < 0 ? language(fr: "tombait", en: "was") : language(fr: "tombe", en: "is")
                return SkillReply(language(fr: "\(name.capitalizedFirst) \(verb) le \(whole), \(far).", en: "\(name) \(verb) on \(whole), \(far)."))
            case .date:
                let verb = days < 0 ? language(fr: "était", en: "was") : language(fr: "tombe", en: "is")
                let weekday = DateText.weekdays(language)[words.calendar.component(.weekday, from: noon) - 1]
                let full = words.monthDay(day: civil.day, month: civil.month) + language(fr: " ", en: ", ") + String(civil.year)
                return SkillReply(language(fr: "Le \(full) \(verb) un \(weekday), \(far).", en: "\(full) \(verb) a \(weekday), \(far)."))
            case .relative:
                if days == 0 { return SkillReply(language(fr: "Nous sommes le \(whole).", en: "It's \(whole).")) }
                return SkillReply(
                    days < 0
                        ? language(fr: "C'était le \(whole).", en: "That was \(whole).") : language(fr: "Ce sera le \(whole).", en: "That will be \(whole)."))
            }
        }
    }

    /// What the words name; the day is `nil` where the calendar has none; the whole is `nil` where they name no day.
    static func day(_ range: Range<Int>, in text: FoldedText, _ resolver: TimeResolver, backwards: Bool) -> (Named, CivilDay?)? {
        let language = resolver.language
        if let (year, end) = Self.year(at: range, text, resolver), let feast = Feasts.feast(named: text.folded(range.lowerBound..<end)) {
            return (.feast(feast.name(in: language)), Feasts.date(feast.rule, in: year))
        }
        if let feast = Feasts.feast(named: text.folded(range)) { return (.feast(feast.name(in: language)), Feasts.next(feast, from: resolver.today)) }
        if let days = relativeDays(range, text, resolver) {
            return (.relative, resolver.calendar.date(byAdding: days, to: resolver.now).map { CivilDay($0, in: resolver.calendar.timeZone) })
        }
        var start = range.lowerBound
        if ["au", "a", "du", "on"].contains(text[start]), range.count > 1 { start += 1 }
        let reader = TimeReader(text: text, end: range.upperBound, language: language)
        guard let (day, next) = readDay(reader, start, text), next == range.upperBound else { return nil }
        guard case .date(let number, let month, let year) = day else { return (.relative, resolver.date(of: day)) }
        guard var civil = resolver.date(of: day) else { return (.date(""), nil) }
        if backwards, year == nil, month != nil, civil != resolver.today { civil = civil.adding(months: -12) }
        let words = DateText(language, resolver.calendar.timeZone)
        return (.date(language(fr: "le ", en: "") + words.monthDay(day: number, month: month ?? civil.month)), civil)
    }

    /// With the article that "au 14 juillet" and "le 14" leave out.
    private static func readDay(_ reader: TimeReader, _ start: Int, _ text: FoldedText) -> (TimeExpression.Day, Int)? {
        reader.day(at: start) ?? (text[start] == "the" ? reader.day(at: start + 1) : nil)
    }

    /// The year that these words end with, and where it begins: "… en 2030", "… l'année prochaine", "… in 2030".
    static func year(at range: Range<Int>, _ text: FoldedText, _ resolver: TimeResolver) -> (year: Int, start: Int)? {
        let this = resolver.today.year, end = range.upperBound
        let phrases: [([String], Int)] = [
            (["cette", "annee"], this), (["l", "annee", "prochaine"], this + 1), (["l", "an", "prochain"], this + 1), (["l", "annee", "derniere"], this - 1),
            (["this", "year"], this), (["next", "year"], this + 1), (["last", "year"], this - 1),
        ]
        for (words, year) in phrases where range.count > words.count {
            if text.reads(words, at: end - words.count, before: end) != nil { return (year, end - words.count) }
        }
        guard range.count > 1, text.tokens[end - 1].kind == .number, text[end - 1].count == 4, let year = Int(text[end - 1]), (1583...9999).contains(year)
        else { return nil }
        let hasLink = range.count > 2 && ["en", "in", "of", "de"].contains(text[end - 2])
        return (year, hasLink ? end - 2 : end - 1)
    }

    /// "hier", "il y a 3 jours", "dans 10 jours", "two weeks ago".
    private static func relativeDays(_ range: Range<Int>, _ text: FoldedText, _ resolver: TimeResolver) -> DateComponents? {
        let language = resolver.language
        switch text.folded(range) {
        case "hier", "yesterday": return DateComponents(day: -1)
        case "avant hier", "the day before yesterday": return DateComponents(day: -2)
        default: break
        }
        var start = range.lowerBound, sign = 1
        var end = range.upperBound
        if let next = text.reads(["il", "y", "a"], at: start, before: end) {
            (start, sign) = (next, -1)
        } else if text[start] == "dans" || text[start] == "in" {
            start += 1
        } else if text[end - 1] == "ago" {
            (end, sign) = (end - 1, -1)
        } else if text.reads(["from", "now"], at: end - 2, before: end) != nil {
            end -= 2
        } else {
            return nil
        }
        guard let duration = DurationExpression.read(text, at: start, before: end, language), duration.next == end, duration.seconds < 1e12 else { return nil }
        return DateComponents(month: sign * duration.months, day: sign * duration.days, second: sign * Int(saturating: duration.seconds))
    }

    private static func distance(_ days: Int, _ language: Language) -> String {
        switch days {
        case 0: language(fr: "c'est aujourd'hui", en: "that's today")
        case 1: language(fr: "c'est demain", en: "that's tomorrow")
        case -1: language(fr: "c'était hier", en: "that was yesterday")
        case 2...: language(fr: "dans \(days) jours", en: "in \(days) days")
        default: language(fr: "il y a \(-days) jours", en: "\(-days) days ago")
        }
    }

    private static func distance(_ days: Int, to name: String, _ whole: String, isFeast: Bool, _ language: Language) -> String {
        let unit = language(fr: abs(days) == 1 ? "jour" : "jours", en: abs(days) == 1 ? "day" : "days")
        if days == 0 { return language(fr: "C'est aujourd'hui !", en: "It's today!") }
        if days < 0 { return language(fr: "\(-days) \(unit) depuis le \(whole).", en: "\(-days) \(unit) since \(whole).") }
        let detail = isFeast || name != whole ? " (\(whole))" : ""
        let article = name == whole ? language(fr: "le ", en: "") : ""
        return language(fr: "Il reste \(days) \(unit) avant \(article)\(name)\(detail).", en: "\(days) \(unit) until \(name)\(detail).")
    }
}
