public import Base
public import Domain
public import Understanding

/// Turns quantities from one unit into another.
public struct ConversionSkill: TextSkill {
    public let name = "units"
    public let onlyTells = true

    public init() {}

    public func examples(in language: Language) -> [String] {
        language(
            fr: ["convertis 10 miles en kilomètres", "20 degrés Celsius en Fahrenheit", "combien de grammes dans une tasse de farine ?"],
            en: ["convert 10 miles to kilometers", "20 degrees Celsius in Fahrenheit", "how many ounces in a kilo?"])
    }

    private enum Question: Sendable { case convert }

    private static let grammar = Grammar<Question>(
        french: [
            (
                .convert,
                [
                    "(convertis|convertissez|convertir|convertit|transforme|transformer|mets|conversion de) [moi] {from} (en|vers|pour) {to}",
                    "combien de {to} (dans|y a-t-il dans|il y a dans|font|fait|est-ce que font|pour|en|contient|contiennent|représentent|représente|pèse|pèsent|vaut|valent|ça fait) {from}",
                    "combien d'{to} (dans|y a-t-il dans|il y a dans|font|fait|pour|en|contient|contiennent|représente|pèse|vaut) {from}",
                    "il y a combien (de|d') {to} dans {from}",
                    "(combien font|combien fait|combien vaut|combien valent|combien ça fait|ça fait combien|c'est combien|combien mesurent|que font|que fait|que valent|quelle est la valeur de|quel est) {from} (en|exprimé en) {to}",
                    "{from} (ça fait combien|combien ça fait|c'est combien|fait combien|font combien) (de|d'|en) {to}",
                    "{from} (en|vers|égale combien de|=) {to}", "{from} combien (de|d') {to}",
                ]
            )
        ],
        english: [
            (
                .convert,
                [
                    "(convert|turn|change|conversion of) {from} (to|into|in) {to}",
                    "how many {to} (in|are in|are there in|is|are|make|makes|make up|does it take to make|equal) {from}",
                    "(what is|what's|how much is|how much are|what are) {from} (in|to|into|as) {to}",
                    "{from} (in|to|into|as|equals how many|is how many|equals|=) {to}", "how much is {from} in {to}",
                ]
            )
        ])

    static var malformedTemplates: [String] { grammar.malformed }

    public func answer(_ text: FoldedText, _ utterance: Utterance, in context: SkillContext) async throws -> SkillReply? {
        guard text.tokens.count <= 30 else { return nil }
        return Self.grammar.match(text, preferring: utterance.language) { match in
            guard let from = match["from"], let to = match["to"] else { return nil }
            return reply(from, to, text, match.language)
        }
    }

    /// An amount of something: "3 tasses de farine".
    private struct Quantity {
        var value: Double
        var unit: Units.Unit
        /// As many as were said: "5 pieds 11 pouces" are two.
        var parts: [(Double, Units.Unit)]
        var ingredient: (name: String, density: Double)?
    }

    private func reply(_ from: Range<Int>, _ to: Range<Int>, _ text: FoldedText, _ language: Language) -> SkillReply? {
        guard let (target, targetEnd) = Units.all.read(text, at: to.lowerBound, before: to.upperBound, language), var quantity = quantity(from, text, language)
        else { return nil }
        if targetEnd < to.upperBound {
            guard quantity.ingredient == nil, let ingredient = ingredient(targetEnd..<to.upperBound, text) else { return nil }
            quantity.ingredient = ingredient
        }
        let said =
            quantity.parts.map { "\(Numerals.format($0.0, language, decimals: 4)) \($0.1.name(for: $0.0, language))" }.joined(separator: " ")
            + substance(quantity, language)
        var result = Units.convert(quantity.value, from: quantity.unit, to: target)
        var isRough = false
        if result == nil, let density = quantity.ingredient?.density {
            isRough = density != 1
            if quantity.unit.dimension == "volume", target.dimension == "mass" { result = quantity.value * quantity.unit.size * density / target.size }
            if quantity.unit.dimension == "mass", target.dimension == "volume" { result = quantity.value * quantity.unit.size / density / target.size }
        }
        guard let result else {
            return SkillReply(
                language(
                    fr: "Je ne peux pas convertir \(said) en \(target.french.many) : ce ne sont pas des grandeurs de même nature.",
                    en: "I can't convert \(said) to \(target.english.many): they measure different things."))
        }
        if target.dimension == "temperature", Units.convert(quantity.value, from: quantity.unit, to: Units.kelvin).map({ $0 < -1e-9 }) == true {
            return SkillReply(
                language(
                    fr: "Il ne peut pas faire si froid : rien n'est en dessous de -273,15 degrés Celsius.",
                    en: "It can't be that cold: nothing is below -273.15 degrees Celsius."))
        }
        let (written, isExact) =
            isRough
            ? Self.rough(result, language) : target.dimension == "temperature" ? Self.tenths(result, language) : Numerals.formatSignificant(result, language)
        let about = isExact ? "" : language(fr: "environ ", en: "about ")
        let isMany = quantity.parts.count > 1 || abs(quantity.value) >= 2 || language == .english && quantity.value != 1
        return SkillReply(
            "\(said) \(language(fr: isMany ? "font" : "fait", en: isMany ? "are" : "is")) \(about)\(written) \(target.name(for: result, language))."
                .capitalizedFirst)
    }

    private func substance(_ quantity: Quantity, _ language: Language) -> String {
        guard let name = quantity.ingredient?.name else { return "" }
        let elided = ["h", "e", "a", "i", "o", "u"].contains(FoldedText.key(name).prefix(1))
        return language(fr: elided ? " d'\(name)" : " de \(name)", en: " of \(name)")
    }

    private static func rough(_ value: Double, _ language: Language) -> (String, Bool) {
        let (text, _) = Numerals.formatSignificant(value >= 100 ? (value / 5).rounded() * 5 : value, language, digits: value >= 10 ? 3 : 2)
        return (text, false)
    }

    private static func tenths(_ value: Double, _ language: Language) -> (String, Bool) {
        (
            Numerals.format(value, language, decimals: abs(value - (value * 100).rounded() / 100) < 1e-9 ? 2 : 1),
            abs(value * 100 - (value * 100).rounded()) < 1e-6
        )
    }

    // MARK: quantities

    private func quantity(_ range: Range<Int>, _ text: FoldedText, _ language: Language) -> Quantity? {
        var parts: [(Double, Units.Unit)] = [], index = range.lowerBound, ingredient: (name: String, density: Double)?
        while index < range.upperBound, parts.count < 4 {
            if !parts.isEmpty, text[index] == "et" || text[index] == "and" {
                if let after = text.readsAny([["et", "demi"], ["et", "demie"], ["and", "a", "half"]], at: index, before: range.upperBound) {
                    parts[parts.count - 1].0 += 0.5
                    index = after
                    continue
                }
                index += 1
            }
            guard let (value, unit, next) = part(index, range.upperBound, text, language, isFirst: parts.isEmpty) else {
                guard !parts.isEmpty, let found = self.ingredient(index..<range.upperBound, text) else { return tail(parts, index, range, text, language) }
                ingredient = found
                index = range.upperBound
                continue
            }
            parts.append((value, unit))
            index = next
        }
        guard let unit = parts.first?.1, index == range.upperBound else { return nil }
        var total = 0.0
        for (value, other) in parts {
            guard parts.count == 1 || unit.dimension != "temperature", let converted = Units.convert(value, from: other, to: unit) else { return nil }
            total += converted
        }
        return Quantity(value: total, unit: unit, parts: parts, ingredient: ingredient)
    }

    /// "1 h 30": the minutes have no unit of their own.
    private func tail(_ parts: [(Double, Units.Unit)], _ index: Int, _ range: Range<Int>, _ text: FoldedText, _ language: Language) -> Quantity? {
        guard parts.count == 1, parts[0].1.dimension == "time", parts[0].1.size == 3600,
            let minutes = Numerals.readWhole(text, at: index, before: range.upperBound, language),
            minutes.next == range.upperBound, minutes.value < 60, let minute = Units.all.read(FoldedText("minute"), at: 0, before: 1, language)?.unit
        else { return nil }
        return Quantity(value: parts[0].0 + Double(minutes.value) / 60, unit: parts[0].1, parts: parts + [(Double(minutes.value), minute)], ingredient: nil)
    }

    private func part(_ start: Int, _ end: Int, _ text: FoldedText, _ language: Language, isFirst: Bool) -> (Double, Units.Unit, Int)? {
        var index = start, value = 1.0, isNegative = false
        if isFirst, text[index] == "-" || text[index] == "moins" || text[index] == "minus" { (index, isNegative) = (index + 1, true) }
        if let after = text.readsAny(
            [
                ["un", "demi"], ["une", "demi"], ["une", "demie"], ["half", "a"], ["half", "an"], ["a", "half"], ["½"], ["demi"], ["1", "/", "2"], ["half"],
            ], at: index, before: end)
        {
            (value, index) = (0.5, after)
        } else if let after = text.readsAny(
            [["un", "quart", "de"], ["1", "/", "4"], ["1", "/", "4", "de"], ["a", "quarter"], ["a", "quarter", "of", "a"], ["¼"]], at: index, before: end)
        {
            (value, index) = (0.25, after)
        } else if let number = Numerals.read(text, at: index, before: end, language) {
            (value, index) = (number.value, number.next)
            if let after = text.readsAny([["et", "demi"], ["et", "demie"], ["and", "a", "half"], ["½"]], at: index, before: end) {
                (value, index) = (value + 0.5, after)
            }
        } else if isFirst, !isNegative {
            // "a kilo", "le mile", and the unit alone: "combien de mètres dans un kilomètre"
            if ["a", "an", "one", "the", "le", "la", "l", "un", "une"].contains(text[index]) { index += 1 }
        } else {
            return nil
        }
        if language == .french, text[index] == "de" || text[index] == "d" { index += 1 }
        guard index < end, let (unit, next) = Units.all.read(text, at: index, before: end, language) else { return nil }
        return (isNegative ? -value : value, unit, next)
    }

    private func ingredient(_ range: Range<Int>, _ text: FoldedText) -> (name: String, density: Double)? {
        guard let first = range.first, ["de", "d", "of", "du"].contains(text[first]), range.count > 1 else { return nil }
        return Units.all.ingredient(text.folded(first + 1..<range.upperBound))
    }
}

extension Units {
    static let kelvin = Unit(dimension: "temperature", size: 3, french: ("kelvin", "kelvins"), english: ("kelvin", "kelvins"))
}
