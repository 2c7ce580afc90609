import Base
import Foundation

/// Numbers and what they measure, as they are said.
enum Measure {
    /// "21,5", "1234": at most one digit after the point, none above a hundred; so many are of use to an ear.
    static func number(_ value: Double, _ language: Language) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
        let digits = abs(value) >= 100 ? 0 : abs(value) < 1 && value != 0 ? 2 : 1
        let scale = pow(10, Double(digits))
        let rounded = (value * scale).rounded() / scale
        if rounded == rounded.rounded() { return String(Int64(rounded)) }
        var text = String(format: "%.\(digits)f", rounded)
        while text.hasSuffix("0") { text.removeLast() }
        return language(fr: text.replacing(".", with: ","), en: text)
    }

    static func percent(_ value: Double, _ language: Language) -> String { number(value.rounded(), language) + language(fr: " %", en: "%") }

    static func degrees(_ value: Double, _ language: Language) -> String { with(unit: "°C", value, language) }

    /// "21,5 degrés", "3 kilowattheures", "55 %"; an unknown unit stays as it is.
    static func with(unit: String?, _ value: Double, _ language: Language) -> String {
        let text = number(value, language)
        guard let unit, !unit.isEmpty else { return text }
        if unit == "%" { return percent(value, language) }
        guard let words = units[unit] else { return "\(text) \(unit)" }
        let isOne = language(fr: abs(value) < 2, en: abs(value) == 1)
        return "\(text) \(language(fr: isOne ? words.0 : words.1, en: isOne ? words.2 : words.3))"
    }

    private static let units: [String: (String, String, String, String)] = [
        "°C": ("degré", "degrés", "degree", "degrees"),
        "°F": ("degré Fahrenheit", "degrés Fahrenheit", "degree Fahrenheit", "degrees Fahrenheit"),
        "K": ("kelvin", "kelvins", "kelvin", "kelvin"),
        "W": ("watt", "watts", "watt", "watts"), "kW": ("kilowatt", "kilowatts", "kilowatt", "kilowatts"),
        "Wh": ("wattheure", "wattheures", "watt-hour", "watt-hours"), "kWh": ("kilowattheure", "kilowattheures", "kilowatt-hour", "kilowatt-hours"),
        "V": ("volt", "volts", "volt", "volts"), "A": ("ampère", "ampères", "amp", "amps"), "lx": ("lux", "lux", "lux", "lux"),
        "hPa": ("hectopascal", "hectopascals", "hectopascal", "hectopascals"), "mbar": ("millibar", "millibars", "millibar", "millibars"),
        "bar": ("bar", "bars", "bar", "bars"), "km/h": ("kilomètre-heure", "kilomètres-heure", "kilometre per hour", "kilometres per hour"),
        "m/s": ("mètre par seconde", "mètres par seconde", "metre per second", "metres per second"),
        "mm": ("millimètre", "millimètres", "millimetre", "millimetres"), "cm": ("centimètre", "centimètres", "centimetre", "centimetres"),
        "m": ("mètre", "mètres", "metre", "metres"), "km": ("kilomètre", "kilomètres", "kilometre", "kilometres"),
        "L": ("litre", "litres", "litre", "litres"), "m³": ("mètre cube", "mètres cubes", "cubic metre", "cubic metres"),
        "s": ("seconde", "secondes", "second", "seconds"), "min": ("minute", "minutes", "minute", "minutes"), "h": ("heure", "heures", "hour", "hours"),
        "d": ("jour", "jours", "day", "days"), "dB": ("décibel", "décibels", "decibel", "decibels"),
        "µg/m³": ("microgramme par mètre cube", "microgrammes par mètre cube", "microgram per cubic metre", "micrograms per cubic metre"),
        "g": ("gramme", "grammes", "gram", "grams"), "kg": ("kilo", "kilos", "kilo", "kilos"), "€": ("euro", "euros", "euro", "euros"),
        "EUR": ("euro", "euros", "euro", "euros"),
    ]
}
