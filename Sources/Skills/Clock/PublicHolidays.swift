import Base
import Domain
import Understanding

/// The public holidays of France (Code du travail, article L3133-1; for Alsace and Moselle also L3134-13).
struct PublicHolidays: Sendable {
    struct Holiday: Sendable, Hashable {
        let day: CivilDay
        let french: String
        let english: String

        func name(in language: Language) -> String { language(fr: french, en: english) }
    }

    /// Whether Good Friday and 26 December are holidays too.
    let hasAlsaceMoselle: Bool

    /// Those of a year, in order.
    func holidays(in year: Int) -> [Holiday] {
        guard let sunday = Feasts.easter(year) else { return [] }
        var list: [Holiday] = [], fixed = Self.fixed
        if hasAlsaceMoselle { fixed.append((12, 26, "la Saint-Étienne", "Saint Stephen's Day")) }
        for (month, day, french, english) in fixed {
            if let day = CivilDay(year: year, month: month, day: day) { list.append(Holiday(day: day, french: french, english: english)) }
        }
        for (days, french, english) in Self.movable where days > 0 || hasAlsaceMoselle {
            list.append(Holiday(day: sunday.adding(days: days), french: french, english: english))
        }
        return list.sorted { $0.day < $1.day }
    }

    /// Ascension falls on 1 or 8 May now and then: both names then.
    func holiday(on day: CivilDay) -> Holiday? {
        let found = holidays(in: day.year).filter { $0.day == day }
        guard let first = found.first else { return nil }
        return Holiday(
            day: day, french: found.map(\.french).joined(separator: " et "),
            english: found.count > 1 ? found.map(\.english).joined(separator: " and ") : first.english)
    }

    /// The next one, today included.
    func next(from day: CivilDay) -> Holiday? {
        for year in day.year...day.year + 1 {
            if let found = holidays(in: year).first(where: { $0.day >= day }) { return holiday(on: found.day) }
        }
        return nil
    }

    private static let fixed: [(Int, Int, String, String)] = [
        (1, 1, "le jour de l'An", "New Year's Day"), (5, 1, "la fête du Travail", "Labour Day"), (5, 8, "la Victoire de 1945", "Victory Day"),
        (7, 14, "la fête nationale", "Bastille Day"), (8, 15, "l'Assomption", "Assumption Day"), (11, 1, "la Toussaint", "All Saints' Day"),
        (11, 11, "l'Armistice", "Armistice Day"), (12, 25, "Noël", "Christmas"),
    ]
    /// Days from Easter Sunday; Good Friday in Alsace and Moselle only.
    private static let movable: [(Int, String, String)] = [
        (-2, "le Vendredi saint", "Good Friday"), (1, "le lundi de Pâques", "Easter Monday"), (39, "l'Ascension", "Ascension Day"),
        (50, "le lundi de Pentecôte", "Whit Monday"),
    ]
}
