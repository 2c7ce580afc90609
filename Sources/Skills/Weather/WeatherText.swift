import Base
import Domain
import Foundation
import Understanding

/// Says what a report holds, in a sentence or two.
struct WeatherText {
    let language: Language
    let report: WeatherReport
    /// " à Lyon", or nothing for home.
    let located: String
    let now: Date
    let timeZone: TimeZone

    typealias Condition = WeatherReport.Condition

    func text(_ question: WeatherQuestion) -> String {
        switch question.when {
        case .now: return present(question.subject)
        case .days(let days):
            let known = days.compactMap { day in report.days.first { $0.day == day } }
            if known.isEmpty { return unknown(days.first) }
            if question.subject != .weather, let span = Span(days: known) { return answer(question.subject, span, when: spanName(days)) }
            // The place is named once.
            return known.prefix(6).enumerated().map { day(Span(day: $1), when: dayName($1.day), located: $0 == 0 ? located : "") }.joined(separator: " ")
        case .day(let day):
            guard let found = report.days.first(where: { $0.day == day }) else { return unknown(day) }
            return answer(question.subject, Span(day: found), when: dayName(day))
        case .part(let day, let part):
            guard let span = Span(hours: hours(day, part)) else {
                return report.days.first { $0.day == day }.map { answer(question.subject, Span(day: $0), when: dayName(day)) } ?? unknown(day)
            }
            return answer(question.subject, span, when: partName(day, part))
        case .hour(let day, let hour):
            guard let span = Span(hours: report.hours.filter { $0.day == day && abs($0.hour - hour) <= 1 && $0.hour >= hour }) else { return unknown(day) }
            let time = DateText(language, timeZone).time(hour: hour, minute: 0)
            return answer(question.subject, span, when: dayName(day) + language(fr: " à ", en: " at ") + time)
        }
    }

    // MARK: now

    private func present(_ subject: WeatherQuestion.Subject) -> String {
        let today = CivilDay(now, in: timeZone)
        let later = report.days.first { $0.day == today } ?? report.days.first
        guard let current = report.current else {
            return later.map { answer(subject, Span(day: $0), when: dayName($0.day)) } ?? unknown(nil)
        }
        var felt = ""
        if let feelsLike = current.feelsLike, abs(feelsLike - current.temperature) >= 3 {
            felt = language(fr: ", ressenti \(number(feelsLike))", en: ", feels like \(number(feelsLike))")
        }
        let temperature = language(fr: "Il fait ", en: "It's ") + degrees(current.temperature) + located
        switch subject {
        case .temperature: return temperature + felt + "."
        case .weather:
            let sky = current.condition.map { language(fr: ", avec ", en: ", with ") + noun($0) } ?? ""
            guard let later else { return temperature + felt + sky + "." }
            guard let range = Span(day: later).range else { return temperature + felt + sky + "." }
            let rain = (later.rainChance ?? 0) >= 30 ? ", " + risk(later.rainChance ?? 0) : ""
            return temperature + felt + sky + "." + language(fr: " Aujourd'hui, ", en: " Today, ") + between(range) + rain + "."
        case .wind:
            return current.wind.map { wind in
                language(
                    fr: wind < 5 ? "Il n'y a presque pas de vent\(located)." : "Le vent souffle à \(number(wind)) km/h\(located).",
                    en: wind < 5 ? "There is hardly any wind\(located)." : "The wind is blowing at \(number(wind)) km/h\(located).")
            } ?? unknown(nil)
        default:
            var span = Span(day: .init(day: today, condition: current.condition))
            (span.low, span.high) = (current.temperature, current.temperature)
            return presentAnswer(subject, span, laterChance: later?.rainChance ?? 0)
        }
    }

    private func presentAnswer(_ subject: WeatherQuestion.Subject, _ span: Span, laterChance: Double) -> String {
        let sky = span.condition.map(noun) ?? ""
        switch subject {
        case .rain:
            if span.condition?.isWet == true { return language(fr: "Oui\(located) : \(sky).", en: "Yes\(located): \(sky).") }
            let later = laterChance >= 30 ? language(fr: " Aujourd'hui, ", en: " Today, ") + risk(laterChance) + "." : ""
            return language(fr: "Non, il ne pleut pas\(located).", en: "No, it's not raining\(located).") + later
        case .snow:
            return span.condition?.isSnow == true
                ? language(fr: "Oui\(located) : \(sky).", en: "Yes\(located): \(sky).")
                : language(fr: "Non, il ne neige pas\(located).", en: "No, it's not snowing\(located).")
        default: return answer(subject, span, when: language(fr: "en ce moment", en: "right now"))
        }
    }

    // MARK: later

    /// What a day or some hours hold.
    private struct Span {
        var low: Double?
        var high: Double?
        var condition: Condition?
        var conditions: Set<Condition>
        var rainChance: Double?
        var wind: Double?

        var range: (Double, Double)? {
            guard let low, let high else { return nil }
            return (low, high)
        }

        init(day: WeatherReport.Day) {
            (low, high, condition, rainChance, wind) = (day.low, day.high, day.condition, day.rainChance, day.wind)
            conditions = day.condition.map { [$0] } ?? []
        }

        init?(days: [WeatherReport.Day]) {
            guard !days.isEmpty else { return nil }
            (low, high) = (days.compactMap(\.low).min(), days.compactMap(\.high).max())
            conditions = Set(days.compactMap(\.condition))
            (condition, rainChance, wind) = (conditions.max(), days.compactMap(\.rainChance).max(), days.compactMap(\.wind).max())
        }

        init?(hours: [WeatherReport.Hour]) {
            guard !hours.isEmpty else { return nil }
            (low, high) = (hours.compactMap(\.temperature).min(), hours.compactMap(\.temperature).max())
            conditions = Set(hours.compactMap(\.condition))
            (condition, rainChance, wind) = (conditions.max(), hours.compactMap(\.rainChance).max(), hours.compactMap(\.wind).max())
        }
    }

    private func answer(_ subject: WeatherQuestion.Subject, _ span: Span, when: String) -> String {
        let When = when.capitalizedFirst
        switch subject {
        case .weather: return day(span, when: when, located: located)
        case .temperature:
            guard let range = span.range else { return unknown(nil) }
            return language(fr: "\(When)\(located), il fera \(between(range)).", en: "\(When)\(located), it will be \(between(range)).")
        case .rain: return rain(span, when: when)
        case .snow:
            return span.conditions.contains(where: \.isSnow)
                ? language(fr: "Oui, de la neige est prévue \(when)\(located).", en: "Yes, snow is expected \(when)\(located).")
                : language(fr: "Non, pas de neige prévue \(when)\(located).", en: "No, no snow is expected \(when)\(located).")
        case .storm:
            return span.conditions.contains { $0 == .thunderstorm || $0 == .hail }
                ? language(fr: "Oui, de l'orage est prévu \(when)\(located).", en: "Yes, thunderstorms are expected \(when)\(located).")
                : language(fr: "Non, pas d'orage prévu \(when)\(located).", en: "No, no thunderstorms are expected \(when)\(located).")
        case .wind:
            guard let wind = span.wind else { return unknown(nil) }
            return language(fr: "\(When)\(located), du vent jusqu'à \(number(wind)) km/h.", en: "\(When)\(located), wind up to \(number(wind)) km/h.")
        case .sun:
            let sky = span.condition.map(noun) ?? "?", range = span.range.map { ", " + between($0) } ?? ""
            return span.condition.map { $0 <= .partlyCloudy } == true
                ? language(fr: "Oui, \(when)\(located) : \(sky)\(range).", en: "Yes, \(when)\(located): \(sky)\(range).")
                : language(fr: "Pas vraiment, \(when)\(located) : \(sky)\(range).", en: "Not really, \(when)\(located): \(sky)\(range).")
        case .frost:
            guard let low = span.low else { return unknown(nil) }
            return low <= 0
                ? language(fr: "Oui, \(when)\(located) : \(degrees(low)) au plus bas.", en: "Yes, \(when)\(located): down to \(degrees(low)).")
                : language(fr: "Non, \(when)\(located) : pas moins de \(degrees(low)).", en: "No, \(when)\(located): not below \(degrees(low)).")
        }
    }

    /// "Demain à Lyon : de la pluie, de 8 à 14 degrés."
    private func day(_ span: Span, when: String, located: String) -> String {
        var parts = [span.condition.map(noun), span.range.map(between)].compactMap { $0 }
        if span.condition?.isWet != true, let chance = span.rainChance, chance >= 30 {
            parts.append(risk(chance))
        }
        if parts.isEmpty { return unknown(nil) }
        return "\(when.capitalizedFirst)\(located)\(language(fr: " : ", en: ": "))\(parts.joined(separator: ", "))."
    }

    private func rain(_ span: Span, when: String) -> String {
        let isWet = span.conditions.contains(where: \.isWet)
        let chance = span.rainChance ?? (isWet ? 70 : 0)
        let percent = span.rainChance.map { language(fr: " : \(Int(saturating: $0)) % de risque", en: ": \(Int(saturating: $0))% chance") } ?? ""
        if chance >= 60 {
            return language(fr: "Oui, il va sans doute pleuvoir \(when)\(located)\(percent).", en: "Yes, it will probably rain \(when)\(located)\(percent).")
        }
        if chance >= 30 { return language(fr: "Il va peut-être pleuvoir \(when)\(located)\(percent).", en: "It may rain \(when)\(located)\(percent).") }
        return language(fr: "Non, pas de pluie prévue \(when)\(located).", en: "No, no rain is expected \(when)\(located).")
    }

    // MARK: words

    private func hours(_ day: CivilDay, _ part: TimeExpression.DayPart) -> [WeatherReport.Hour] {
        let range: Range<Int>
        switch part {
        case .morning: range = 6..<12
        case .noon: range = 11..<15
        case .afternoon: range = 12..<18
        case .evening: range = 18..<23
        case .night:
            return report.hours.filter { $0.day == day && $0.hour >= 22 || $0.day == day.adding(days: 1) && $0.hour < 6 }
        }
        return report.hours.filter { $0.day == day && range.contains($0.hour) }
    }

    private func dayName(_ day: CivilDay) -> String { DateText(language, timeZone).dayName(day, now: now) }

    private func partName(_ day: CivilDay, _ part: TimeExpression.DayPart) -> String {
        let isToday = day == CivilDay(now, in: timeZone)
        switch part {
        case .morning: return isToday ? language(fr: "ce matin", en: "this morning") : dayName(day) + language(fr: " matin", en: " morning")
        case .noon: return isToday ? language(fr: "ce midi", en: "at noon") : dayName(day) + language(fr: " midi", en: " at noon")
        case .afternoon: return isToday ? language(fr: "cet après-midi", en: "this afternoon") : dayName(day) + language(fr: " après-midi", en: " afternoon")
        case .evening: return isToday ? language(fr: "ce soir", en: "this evening") : dayName(day) + language(fr: " soir", en: " evening")
        case .night: return isToday ? language(fr: "cette nuit", en: "tonight") : language(fr: "dans la nuit de \(dayName(day))", en: dayName(day) + " night")
        }
    }

    private func spanName(_ days: [CivilDay]) -> String {
        if days.count <= 2 { return language(fr: "ce week-end", en: "this weekend") }
        return language(fr: "ces prochains jours", en: "in the next days")
    }

    private func unknown(_ day: CivilDay?) -> String {
        if let day, day < CivilDay(now, in: timeZone) {
            return language(fr: "Je ne connais que le temps à venir.", en: "I only know the weather to come.")
        }
        if let day, let last = report.days.map(\.day).max(), day > last {
            return language(fr: "Les prévisions ne vont pas aussi loin.", en: "The forecast does not reach that far.")
        }
        return language(fr: "Le service météo ne le dit pas.", en: "The weather service does not say.")
    }

    /// "moins 2" is understood by every voice.
    private func number(_ value: Double) -> String {
        let rounded = Int(saturating: value.rounded())
        return rounded < 0 ? language(fr: "moins \(-rounded)", en: "minus \(-rounded)") : String(rounded)
    }

    /// "7,5 degrés": what a thermometer shows, to a tenth.
    static func degrees(_ value: Double, _ language: Language) -> String {
        let tenths = Int(saturating: (abs(value) * 10).rounded()), sign = value < 0 && tenths > 0 ? language(fr: "moins ", en: "minus ") : ""
        let number = "\(tenths / 10)" + (tenths % 10 == 0 ? "" : language(fr: ",", en: ".") + "\(tenths % 10)")
        return sign + number + language(fr: tenths >= 20 ? " degrés" : " degré", en: tenths == 10 ? " degree" : " degrees")
    }

    private func risk(_ chance: Double) -> String {
        language(fr: "\(Int(saturating: chance)) % de risque de pluie", en: "\(Int(saturating: chance))% chance of rain")
    }

    private func degrees(_ value: Double) -> String {
        let rounded = Int(saturating: value.rounded())
        return number(value) + language(fr: abs(rounded) >= 2 ? " degrés" : " degré", en: rounded == 1 ? " degree" : " degrees")
    }

    private func between(_ range: (Double, Double)) -> String {
        if range.0.rounded() == range.1.rounded() { return degrees(range.0) }
        return language(fr: "de \(number(range.0)) à \(degrees(range.1))", en: "\(number(range.0)) to \(degrees(range.1))")
    }

    private func noun(_ condition: Condition) -> String {
        switch condition {
        case .clear: language(fr: "un ciel dégagé", en: "clear skies")
        case .partlyCloudy: language(fr: "quelques nuages", en: "some clouds")
        case .overcast: language(fr: "un ciel couvert", en: "overcast skies")
        case .fog: language(fr: "du brouillard", en: "fog")
        case .drizzle: language(fr: "de la bruine", en: "drizzle")
        case .showers: language(fr: "des averses", en: "showers")
        case .rain: language(fr: "de la pluie", en: "rain")
        case .heavyRain: language(fr: "de fortes pluies", en: "heavy rain")
        case .snowShowers: language(fr: "des averses de neige", en: "snow showers")
        case .snow: language(fr: "de la neige", en: "snow")
        case .freezingRain: language(fr: "de la pluie verglaçante", en: "freezing rain")
        case .thunderstorm: language(fr: "de l'orage", en: "thunderstorms")
        case .hail: language(fr: "de l'orage et de la grêle", en: "thunderstorms with hail")
        }
    }
}
