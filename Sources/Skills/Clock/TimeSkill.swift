public import Base
public import Domain
import Foundation
public import Understanding

/// What time it is, here and elsewhere.
public struct TimeSkill: TextSkill {
    public let name = "time"
    public let onlyTells = true

    public init() {}

    public func examples(in language: Language) -> [String] {
        language(
            fr: ["quelle heure est-il ?", "quelle heure est-il à Tokyo ?", "quel décalage horaire avec New York ?"],
            en: ["what time is it?", "what time is it in Tokyo?", "what's the time difference with New York?"])
    }

    private enum Question: Sendable { case here, elsewhere, later, difference, between }

    private static let grammar = Grammar<Question>(
        pieces: [
            "il est": "est-il|il est|est-ce qu'il est|qu'il est|est-ce|c'est|est-t-il|fait-il",
            "now": "maintenant|actuellement|là|en ce moment|à présent|au juste|exactement|ici|now|right now|here|currently|exactly",
            "time":
                "what time is it|what time it is|what is the [current|local] time|what's the [current|local] time|whats the time|[the] [current|local] time|what time it is now",
        ],
        french: [
            (
                .here,
                [
                    "quelle heure <il est> [<now>]", "(il|qu'il) est quelle heure [<now>]", "c'est quelle heure",
                    "(quelle est|c'est quoi|quelle est donc) l'heure [<now>|qu'il est]",
                    "quelle heure [<now>]", "[as-tu|tu as|t'as|vous avez|avez-vous|tu aurais|auriez-vous] l'heure [qu'il est] [<now>]",
                    "quelle heure (as-tu|avez-vous)",
                    "heure [<now>]", "maintenant il est quelle heure",
                ]
            ),
            (
                .elsewhere,
                [
                    "quelle heure <il est> [<now>] {place}", "(il|qu'il) est quelle heure [<now>] {place}",
                    "(quelle est|c'est quoi) l'heure [<now>|qu'il est] {place}",
                    "quelle heure {place}", "l'heure [qu'il est] [<now>] {place}",
                    "{place} (il est quelle heure|quelle heure est-il|quelle heure il est|c'est quelle heure)",
                    "heure [locale] {place}",
                ]
            ),
            (.later, ["quelle heure (sera-t-il|il sera) {offset}", "il sera quelle heure {offset}"]),
            (
                .difference,
                [
                    "(quel est le|quel|c'est quoi le|combien d'heures de|y a-t-il un|il y a combien [d'heures] de|combien de|le) décalage [horaire] (avec|vers|pour) [la|le|les|l'] {other}",
                    "(quelle est la|quelle|combien d'heures de) différence [d'heures|d'heure|horaire] avec [la|le|les|l'] {other}",
                ]
            ),
            (.between, ["(quel est le|quel|combien d'heures de|le) décalage [horaire] entre [la|le|les|l'] {one} et [la|le|les|l'] {other}"]),
        ],
        english: [
            (.here, ["<time> [<now>]", "do you have the time", "what time do you have", "what time [<now>]", "what's the hour"]),
            (.elsewhere, ["<time> [<now>] {place}", "what time {place}"]),
            (.later, ["what time will it be {offset}"]),
            (
                .difference,
                [
                    "(what is the|what's the|the) time difference (with|to|from) [the] {other}", "how many hours (ahead|behind) is [the] {other}",
                    "how far (ahead|behind) is [the] {other}",
                ]
            ),
            (.between, ["(what is the|what's the|the) time difference between [the] {one} and [the] {other}"]),
        ])

    static var malformedTemplates: [String] { grammar.malformed }

    public func answer(_ text: FoldedText, _ utterance: Utterance, in context: SkillContext) async throws -> SkillReply? {
        Self.grammar.match(text, preferring: utterance.language) { match in
            let language = match.language
            switch match.intent {
            case .here: return Self.now(language, context)
            case .elsewhere:
                return match["place"].flatMap { elsewhere($0, in: text, language, context) }
            case .later:
                return match["offset"].flatMap { later($0, in: text, language, context) }
            case .difference:
                guard let range = match["other"], let other = place(range, text, language) else { return nil }
                guard case .known(let place) = other else { return other.unknownReply(language) }
                return SkillReply(Self.difference(from: nil, to: place, language, context))
            case .between:
                guard let one = match["one"], let other = match["other"], case .known(let from)? = place(one, text, language),
                    case .known(let to)? = place(other, text, language)
                else { return nil }
                return SkillReply(Self.difference(from: from, to: to, language, context))
            }
        }
    }

    /// "Il est 14 h 05."
    static func now(_ language: Language, _ context: SkillContext) -> SkillReply {
        SkillReply(language(fr: "Il est ", en: "It's ") + time(context.now, context.timeZone, language) + ".")
    }

    private static func time(_ now: Date, _ zone: TimeZone, _ language: Language) -> String {
        // Straight from the offset: the calendar is not needed for that.
        let seconds = Int(now.timeIntervalSince1970.rounded(.down)) + zone.secondsFromGMT(for: now)
        let minutes = ((seconds % 86_400 + 86_400) % 86_400) / 60
        if language == .french, minutes % 60 == 0 { return minutes == 720 ? "midi" : minutes == 0 ? "minuit" : "\(minutes / 60) h" }
        return DateText(language, zone).time(hour: minutes / 60, minute: minutes % 60)
    }

    // MARK: elsewhere

    private enum Sought {
        case known(Places.Place)
        case unknown(String)

        func unknownReply(_ language: Language) -> SkillReply? {
            guard case .unknown(let name) = self else { return nil }
            return SkillReply(
                language(
                    fr:
                        "Je ne connais pas l'heure de ce lieu : « \(name) ». Dis-moi une grande ville ou un pays, par exemple « quelle heure est-il à Montréal ».",
                    en: "I don't know that place: “\(name)”. Tell me a big city or a country, for example “what time is it in Montreal”."))
        }
    }

    private static let prepositions: Set<String> = ["a", "au", "aux", "en", "dans", "sur", "in", "at"]

    /// `nil` when these words cannot be a place at all.
    private func place(_ range: Range<Int>, _ text: FoldedText, _ language: Language) -> Sought? {
        guard range.count <= 10 else { return nil }
        if let place = Places.all.place(named: text.folded(range)) { return .known(place) }
        // "à Lyon en France": the first of the two decides.
        for split in range.dropFirst() where Self.prepositions.contains(text[split]) {
            if let place = Places.all.place(named: text.folded(range.lowerBound..<split)) { return .known(place) }
        }
        let start = Self.prepositions.contains(text[range.lowerBound]) ? range.lowerBound + 1 : range.lowerBound
        guard start < range.upperBound, range.upperBound - start <= 4, text.tokens[start..<range.upperBound].allSatisfy({ $0.kind == .word }) else {
            return nil
        }
        return .unknown(text.original(start..<range.upperBound))
    }

    private func elsewhere(_ range: Range<Int>, in text: FoldedText, _ language: Language, _ context: SkillContext) -> SkillReply? {
        guard Self.prepositions.contains(text[range.lowerBound]), let sought = place(range, text, language) else { return nil }
        guard case .known(let place) = sought else { return isThing(range, text) ? nil : sought.unknownReply(language) }
        let times = place.zones.compactMap { name -> String? in
            guard let zone = TimeZone(identifier: name) else { return nil }
            let city = place.zones.count == 1 ? place : Places.all.city(of: name) ?? place
            let difference = Self.dayDifference(context.now, zone, context.timeZone)
            let day = difference == 0 ? "" : ", " + (difference > 0 ? language(fr: "demain", en: "tomorrow") : language(fr: "hier", en: "yesterday"))
            return "\(Self.time(context.now, zone, language)) \(city.name(in: language))\(day)"
        }
        guard let first = times.first else { return nil }
        if times.count == 1 { return SkillReply(language(fr: "Il est ", en: "It's ") + first + ".") }
        let name = place.name(in: language)
        return SkillReply(
            language(fr: "Cela dépend de l'endroit \(name) : il est ", en: "It depends where \(name): it's ") + Enumeration.text(times, language) + ".")
    }

    /// "quelle heure est-il dans la cuisine" names a room, "in your opinion" no place at all.
    private func isThing(_ range: Range<Int>, _ text: FoldedText) -> Bool {
        let next = text[range.lowerBound + 1]
        return text[range.lowerBound] == "dans"
            || ["ton", "ta", "tes", "mon", "ma", "mes", "votre", "your", "my", "which", "quel", "quelle", "fait", "general"].contains(next)
    }

    private static func dayDifference(_ now: Date, _ there: TimeZone, _ here: TimeZone) -> Int {
        func day(_ zone: TimeZone) -> Int { Int(((now.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: now))) / 86_400).rounded(.down)) }
        return day(there) - day(here)
    }

    // MARK: later and difference

    private func later(_ range: Range<Int>, in text: FoldedText, _ language: Language, _ context: SkillContext) -> SkillReply? {
        guard ["dans", "in"].contains(text[range.lowerBound]),
            let duration = DurationExpression.read(text, at: range.lowerBound + 1, before: range.upperBound, language),
            duration.next == range.upperBound, duration.approximateSeconds < 86_400
        else { return nil }
        return SkillReply(
            language(fr: "Il sera ", en: "It will be ") + Self.time(context.now.addingTimeInterval(duration.seconds), context.timeZone, language) + ".")
    }

    private static func difference(from: Places.Place?, to: Places.Place, _ language: Language, _ context: SkillContext) -> String {
        guard let there = TimeZone(identifier: to.zones[0]) else {
            return language(fr: "Je ne connais pas son fuseau horaire.", en: "I don't know its time zone.")
        }
        let here = from.flatMap { TimeZone(identifier: $0.zones[0]) } ?? context.timeZone
        let seconds = there.secondsFromGMT(for: context.now) - here.secondsFromGMT(for: context.now)
        let city = to.zones.count == 1 ? to : Places.all.city(of: to.zones[0]) ?? to
        let place = city.name(in: language).capitalizedFirst
        let origin = from.map { language(fr: $0.french, en: $0.english) } ?? language(fr: "ici", en: "here")
        let time = Self.time(context.now, there, language)
        // Every French place begins with a preposition that "que" is elided before or not.
        let than = ["a", "e", "i", "à"].contains(origin.prefix(1)) ? "qu'\(origin)" : "que \(origin)"
        if seconds == 0 {
            return language(fr: "\(place), il est la même heure \(than).", en: "\(place) it's the same time as \(origin).")
        }
        let size = DateText.duration(Double(abs(seconds)), language)
        return language(
            fr: "\(place), il est \(size) de \(seconds > 0 ? "plus" : "moins") \(than) : \(time).",
            en: "\(place) it's \(size) \(seconds > 0 ? "ahead of" : "behind") \(origin): \(time).")
    }
}

extension String {
    /// With a capital first letter.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
