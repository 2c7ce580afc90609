package import Base
package import Domain

/// Days with a name, and when they fall.
package enum Feasts {
    package struct Feast: Sendable {
        let french: String
        let english: String
        package let rule: Rule

        package func name(in language: Language) -> String { language(fr: french, en: english) }
    }

    package enum Rule: Sendable {
        case fixed(month: Int, day: Int)
        /// Days from Easter Sunday.
        case easter(Int)
        /// The nth weekday of a month (1 is Sunday).
        case weekday(Int, nth: Int, month: Int)
        /// The last Sunday of May, or the first of June where that is Pentecost (French law of 24 May 1950).
        case frenchMothersDay
    }

    /// The feast with this folded name, article or not.
    package static func feast(named key: String) -> Feast? {
        if let feast = byName[key] { return feast }
        for article in ["le ", "la ", "les ", "l ", "the ", "au ", "a la ", "a ", "aux "] where key.hasPrefix(article) {
            return byName[String(key.dropFirst(article.count))]
        }
        return nil
    }

    /// The feast whose name stands at `index`, without its article, and where it ends.
    static func read(_ text: FoldedText, at index: Int, before end: Int) -> (feast: Feast, next: Int)? {
        for (words, feast) in byFirstWord[text[index]] ?? [] { if let next = text.reads(words, at: index, before: end) { return (feast, next) } }
        return nil
    }

    /// The last word of each name.
    static let words = Set(byFirstWord.values.joined().compactMap(\.words.last))

    private static let byFirstWord: [String: [(words: [String], feast: Feast)]] = {
        let names = byName.map { (words: $0.key.split(separator: " ").map(String.init), feast: $0.value) }
        let bare = names.filter { !["le", "la", "l", "the"].contains($0.words.first) }
        return Dictionary(grouping: bare) { $0.words.first ?? "" }.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }()

    private static let list: [(names: String, english: String, rule: Rule)] = [
        ("Noël", "Christmas=Christmas Day=xmas", .fixed(month: 12, day: 25)),
        ("le réveillon de Noël=la veille de Noël", "Christmas Eve", .fixed(month: 12, day: 24)),
        ("la Saint-Sylvestre=le réveillon=le réveillon du nouvel an", "New Year's Eve", .fixed(month: 12, day: 31)),
        ("le jour de l'an=le nouvel an=le premier de l'an", "New Year's Day=new year=the new year", .fixed(month: 1, day: 1)),
        ("l'Épiphanie", "Epiphany", .fixed(month: 1, day: 6)), ("la Chandeleur", "Candlemas", .fixed(month: 2, day: 2)),
        ("la Saint-Valentin=saint valentin", "Valentine's Day=valentines day", .fixed(month: 2, day: 14)),
        ("la Saint-Patrick", "Saint Patrick's Day=st patrick s day", .fixed(month: 3, day: 17)),
        ("Mardi gras", "Mardi Gras=Shrove Tuesday=pancake day", .easter(-47)), ("le mercredi des Cendres", "Ash Wednesday", .easter(-46)),
        ("le vendredi saint", "Good Friday", .easter(-2)), ("Pâques=le dimanche de Pâques", "Easter=Easter Sunday", .easter(0)),
        ("le lundi de Pâques", "Easter Monday", .easter(1)), ("la fête du travail=le premier mai", "Labour Day in France", .fixed(month: 5, day: 1)),
        ("l'Ascension=le jeudi de l'Ascension", "Ascension Day=Ascension", .easter(39)), ("la Pentecôte", "Pentecost", .easter(49)),
        ("le lundi de Pentecôte", "Whit Monday", .easter(50)), ("la fête de la musique", "Music Day", .fixed(month: 6, day: 21)),
        ("la fête nationale=la prise de la Bastille", "Bastille Day", .fixed(month: 7, day: 14)),
        ("l'Assomption", "Assumption", .fixed(month: 8, day: 15)), ("Halloween", "Halloween", .fixed(month: 10, day: 31)),
        ("la Toussaint", "All Saints' Day", .fixed(month: 11, day: 1)), ("l'Armistice", "Armistice Day=Remembrance Day", .fixed(month: 11, day: 11)),
        ("la Saint-Nicolas", "Saint Nicholas Day", .fixed(month: 12, day: 6)),
        ("la fête des mères", "Mother's Day in France", .frenchMothersDay),
        ("la fête des pères", "Father's Day", .weekday(1, nth: 3, month: 6)), ("la fête des grands-mères", "Grandmothers' Day", .weekday(1, nth: 1, month: 3)),
        ("la fête de l'indépendance américaine", "Independence Day", .fixed(month: 7, day: 4)),
        ("Thanksgiving", "Thanksgiving", .weekday(5, nth: 4, month: 11)), ("la fête nationale belge", "Belgian National Day", .fixed(month: 7, day: 21)),
        ("la fête nationale suisse", "Swiss National Day", .fixed(month: 8, day: 1)),
        ("la Saint-Jean-Baptiste=la Saint-Jean", "Saint John's Day", .fixed(month: 6, day: 24)),
        ("la fête du Canada", "Canada Day", .fixed(month: 7, day: 1)),
    ]

    private static let byName: [String: Feast] = {
        var table: [String: Feast] = [:]
        for (names, english, rule) in list {
            let french = names.split(separator: "=").map(String.init), others = english.split(separator: "=").map(String.init)
            let feast = Feast(french: french[0], english: others[0], rule: rule)
            for name in french + others {
                let key = FoldedText.key(name)
                table[key] = feast
                for article in ["le ", "la ", "l ", "the "] where key.hasPrefix(article) { table[String(key.dropFirst(article.count))] = feast }
            }
        }
        return table
    }()

    /// The next day on which it falls, `today` included.
    package static func next(_ feast: Feast, from today: CivilDay) -> CivilDay? {
        (today.year...today.year + 1).lazy.compactMap { date(feast.rule, in: $0) }.first { $0 >= today }
    }

    package static func date(_ rule: Rule, in year: Int) -> CivilDay? {
        switch rule {
        case .fixed(let month, let day): return CivilDay(year: year, month: month, day: day)
        case .frenchMothersDay:
            guard let june = date(.weekday(1, nth: 1, month: 6), in: year) else { return nil }
            let last = june.adding(days: -7)
            return last == date(.easter(49), in: year) ? june : last
        case .easter(let days): return easter(year)?.adding(days: days)
        case .weekday(let weekday, let nth, let month):
            return CivilDay(year: year, month: month, day: 1).map { $0.adding(days: (weekday + 6 - $0.weekday) % 7 + (nth - 1) * 7) }
        }
    }

    /// Easter Sunday in the Gregorian calendar (the "anonymous Gregorian algorithm", Nature, 20 April 1876).
    package static func easter(_ year: Int) -> CivilDay? {
        let a = year % 19, b = year / 100, c = year % 100
        let d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3
        let h = (19 * a + b - d - g + 15) % 30
        let i = c / 4, k = c % 4
        let l = (32 + 2 * e + 2 * i - h - k) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let n = h + l - 7 * m + 114
        return CivilDay(year: year, month: n / 31, day: n % 31 + 1)
    }
}
