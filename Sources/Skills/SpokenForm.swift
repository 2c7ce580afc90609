public import Base

/// What a voice should read instead of what is shown: signs and abbreviations written out.
public enum SpokenForm {
    /// "Il est 14 h 05 à Tokyo." becomes "Il est 14 heures 5 à Tokyo."; texts without such signs come back as they are.
    public static func of(_ text: String, _ language: Language) -> String {
        var spoken = text.replacing("\u{202F}", with: "").replacing("\u{A0}", with: " ")
        let signs: [(String, String)] =
            language == .french
            ? [
                (" × ", " fois "), (" ÷ ", " divisé par "), (" = ", " égale "), (" + ", " plus "), (" - ", " moins "), ("√", "racine de "),
                (" % ", " pour cent "), ("²", " au carré"), ("km/h", "kilomètres à l'heure"), ("°C", "degrés"), ("« ", ""), (" »", ""),
            ]
            : [
                (" × ", " times "), (" ÷ ", " divided by "), (" = ", " equals "), (" + ", " plus "), (" - ", " minus "), ("√", "the square root of "),
                ("% ", " percent "), ("²", " squared"), ("km/h", "kilometers per hour"), ("°C", "degrees Celsius"),
            ]
        for (sign, words) in signs where spoken.contains(sign) { spoken = spoken.replacing(sign, with: words) }
        return language == .french && spoken.contains(" h") ? hours(spoken) : spoken
    }

    /// "14 h 05" → "14 heures 5", "1 h" → "1 heure".
    private static func hours(_ text: String) -> String {
        text.replacing(/(\d{1,2}) h(?: (\d\d))?(?![\p{L}\d])/) { match in
            let hour = match.1, minute = match.2.flatMap { Int($0) }
            let unit = hour == "1" || hour == "0" ? "heure" : "heures"
            return minute.map { "\(hour) \(unit) \($0)" } ?? "\(hour) \(unit)"
        }
    }
}
