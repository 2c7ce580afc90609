public import Base
public import Domain
import Foundation
public import Understanding

/// Turns money of one country into that of another, at the rate of the day or the last one known.
public struct CurrencySkill: TextSkill, OnlineSkill {
    public let name = "currency"
    public let onlyTells = true
    private let rates: ExchangeRates

    public init(rates: ExchangeRates) { self.rates = rates }

    public func examples(in language: Language) -> [String] {
        language(
            fr: ["combien font 100 dollars en euros ?", "quel est le cours de la livre sterling ?", "50 francs suisses en euros"],
            en: ["how much is 100 dollars in euros?", "what's the exchange rate of the pound?", "convert 50 Swiss francs to euros"])
    }

    private enum Question: Sendable { case convert, rate }

    private static let grammar = Grammar<Question>(
        pieces: [
            "l'": "le|la|les|l'|du|de la|de l'|de|d'|un|une|1",
            "combien":
                "combien font|combien fait|combien vaut|combien valent|combien ça fait|ça fait combien|c'est combien|que font|que fait|que valent|que vaut|quelle est la valeur de|combien coûtent|combien coûte|combien représentent|combien représente",
        ],
        french: [
            (
                .convert,
                [
                    "(convertis|convertissez|convertir|convertit|change|changer|transforme|conversion de) [moi] {from} (en|vers|contre) {to}",
                    "combien (de|d') {to} (pour|dans|font|fait|valent|vaut|y a-t-il dans|il y a dans|ça fait|j'ai pour|représentent|coûtent) {from}",
                    "<combien> {from} (en|exprimé en) {to}", "{from} (ça fait combien|combien ça fait|c'est combien|fait combien|font combien) (de|d'|en) {to}",
                    "{from} (en|vers|=) {to}",
                ]
            ),
            (
                .rate,
                [
                    "[quel est|c'est quoi|donne|donne-moi|à combien est] [le|la] (cours|taux|taux de change|valeur|cotation|parité) [<l'>] {from} (en|par rapport à|contre|face à|et|vers) [<l'>] {to}",
                    "[quel est|c'est quoi|donne|donne-moi|à combien est] [le|la] (cours|taux|taux de change|valeur|cotation) [<l'>] {from}",
                    "[quel est] [le|la] (cours|taux de change|parité) {both}", "<combien> {amount}", "combien vaut (un|une|le|la|l'|1) {from} [aujourd'hui]",
                    "à combien est (le|la|l') {from} [aujourd'hui]", "combien vaut (un|une|le|la|l'|1) {from} en {to}",
                ]
            ),
        ],
        english: [
            (
                .convert,
                [
                    "(convert|change|exchange|turn) {from} (to|into|in|for) {to}", "how many {to} (is|are|in|for|do i get for|can i get for|make) {from}",
                    "(what is|what's|how much is|how much are|what are) {from} (in|to|into|worth in) {to}", "{from} (in|to|into|=) {to}",
                    "how much (is|are) {from} worth in {to}",
                ]
            ),
            (
                .rate,
                [
                    "[what is|what's] [the] (exchange rate|rate) [of|for|from|between] [the|a] {from} (to|and|in|against|versus) [the|a] {to}",
                    "[what is|what's] [the] (exchange rate|rate) (of|for) [the|a] {from}",
                    "(how much is|what is|what's) (a|an|the|one|1) {from} [worth] [today]", "how much (is|are) {amount} [worth]",
                    "how much is (a|an|the|one|1) {from} worth in {to}", "[the] exchange rate {both}",
                ]
            ),
        ])

    static var malformedTemplates: [String] { grammar.malformed }

    private enum Wish {
        case convert(Double, Currencies.Currency, Currencies.Currency)
        case rate(Currencies.Currency, Currencies.Currency?)
        case whichCrown
    }

    public func answer(_ text: FoldedText, _ utterance: Utterance, in context: SkillContext) async throws -> SkillReply? {
        guard text.tokens.count <= 30 else { return nil }
        let found = Self.grammar.match(text, preferring: utterance.language) { match in
            Self.wish(match, text).map { (wish: $0, language: match.language) }
        }
        guard let found else { return nil }
        let language = found.language
        if case .whichCrown = found.wish {
            return SkillReply(
                language(
                    fr: "Quelles couronnes : suédoises, norvégiennes, danoises, tchèques ou islandaises ?",
                    en: "Which crowns: Swedish, Norwegian, Danish, Czech or Icelandic?"))
        }
        guard let (table, isOld) = try await rates.table(now: context.now) else {
            return SkillReply(
                language(
                    fr: "Je n'ai pas de cours des devises, et je ne peux pas en demander pour l'instant.",
                    en: "I have no exchange rates, and can't ask for them right now."))
        }
        guard let text = Self.text(found.wish, table, language) else { return Self.unknown(found.wish, table, language) }
        return SkillReply(text + Self.date(table.day, isOld: isOld, language, context))
    }

    // MARK: reading

    private static func wish(_ match: Grammar<Question>.Match, _ text: FoldedText) -> Wish? {
        let language = match.language
        if let both = match["both"] {
            // "le cours euro dollar"
            guard let (first, next) = Currencies.all.read(text, at: both.lowerBound, before: both.upperBound, language), next < both.upperBound,
                let (second, end) = Currencies.all.read(text, at: next, before: both.upperBound, language), end == both.upperBound
            else { return nil }
            return .rate(first, second)
        }
        if let range = match["amount"] {
            // "combien font 50 dollars": euros, unless it is euros already; bare pounds may be a weight.
            guard let amount = amount(range, text, language), amount.currency.code != "EUR", let euro = euro(unless: amount.currency),
                !["livre", "livres", "pound", "pounds"].contains(text[range.upperBound - 1])
            else { return nil }
            return amount.value == 1 ? .rate(amount.currency, nil) : .convert(amount.value, amount.currency, euro)
        }
        guard let from = match["from"] else { return nil }
        switch match.intent {
        case .rate:
            if from.count == 1, Currencies.ambiguous.contains(text[from.lowerBound]) { return .whichCrown }
            guard let currency = Self.currency(from, text, language) else { return nil }
            if let to = match["to"] {
                if isAmbiguous(to, text) { return .whichCrown }
                return Self.currency(to, text, language).map { .rate(currency, $0) }
            }
            return .rate(currency, nil)
        case .convert:
            guard let to = match["to"] else { return nil }
            let amount = Self.amount(from, text, language), target = Self.currency(to, text, language)
            if isAmbiguous(from, text) && target != nil || isAmbiguous(to, text) && amount != nil { return .whichCrown }
            guard let amount, let target else { return nil }
            return .convert(amount.value, amount.currency, target)
        }
    }

    private static func currency(_ range: Range<Int>, _ text: FoldedText, _ language: Language) -> Currencies.Currency? {
        guard let (currency, next) = Currencies.all.read(text, at: range.lowerBound, before: range.upperBound, language), next == range.upperBound
        else { return nil }
        return currency
    }

    /// "couronnes" without a country.
    private static func isAmbiguous(_ range: Range<Int>, _ text: FoldedText) -> Bool {
        range.last.map { Currencies.ambiguous.contains(text[$0]) && range.count <= 4 } ?? false
    }

    /// "100 euros", "$100", "3 euros 50", "un million de dollars".
    private static func amount(_ range: Range<Int>, _ text: FoldedText, _ language: Language) -> (value: Double, currency: Currencies.Currency)? {
        var index = range.lowerBound, sign: Currencies.Currency?
        let end = range.upperBound
        if text.tokens[index].kind == .sign, let (currency, next) = Currencies.all.read(text, at: index, before: end, language) {
            (sign, index) = (currency, next)
        }
        var value = 1.0
        if let number = Numerals.read(text, at: index, before: end, language) {
            (value, index) = (number.value, number.next)
        } else if ["un", "une", "le", "la", "l", "a", "an", "one", "the"].contains(text[index]), index + 1 < end {
            index += 1
        } else if sign == nil, index > range.lowerBound {
            return nil
        }
        guard value.isFinite, value >= 0, value <= 1e15 else { return nil }
        if let sign { return index == end ? (value, sign) : nil }
        if ["de", "d", "of"].contains(text[index]), index + 1 < end { index += 1 }
        guard index < end, let (currency, next) = Currencies.all.read(text, at: index, before: end, language) else { return nil }
        if next == end { return (value, currency) }
        // "3 euros 50", "3 euros et 50 centimes"
        let start = ["et", "and"].contains(text[next]) ? next + 1 : next
        guard let cents = Numerals.readWhole(text, at: start, before: end, language), (1...99).contains(cents.value), value.rounded() == value,
            cents.next == end || cents.next + 1 == end && ["centimes", "centime", "cents", "cent", "pence"].contains(text[cents.next])
        else { return nil }
        return (value + Double(cents.value) / 100, currency)
    }

    // MARK: telling

    /// `nil` when the table does not have one of the two.
    private static func text(_ wish: Wish, _ table: RateTable, _ language: Language) -> String? {
        switch wish {
        case .whichCrown: return nil
        case .convert(let amount, let from, let to):
            guard let rate = table.rate(from: from.code, to: to.code) else { return nil }
            let result = amount * rate
            let said = "\(money(amount, from, language)) \(from.name(for: amount, language))"
            let verb = language(fr: amount >= 2 ? "font" : "fait", en: amount == 1 ? "is" : "are")
            return "\(said) \(verb) \(money(result, to, language)) \(to.name(for: result, language))"
        case .rate(let from, let other):
            let to = other ?? euro(unless: from)
            guard let to, let rate = table.rate(from: from.code, to: to.code) else { return nil }
            let written = Numerals.formatSignificant(rate, language).text
            return language(
                fr: "1 \(from.name(for: 1, language)) vaut \(written) \(to.name(for: rate, language))",
                en: "1 \(from.name(for: 1, language)) is \(written) \(to.name(for: rate, language))")
        }
    }

    /// What a currency is told in when no other was named: euros, and the euro in dollars.
    private static func euro(unless currency: Currencies.Currency) -> Currencies.Currency? {
        let text = FoldedText(currency.code == "EUR" ? "usd" : "eur")
        return Currencies.all.read(text, at: 0, before: 1, .french)?.currency
    }

    private static func unknown(_ wish: Wish, _ table: RateTable, _ language: Language) -> SkillReply? {
        let currencies: [Currencies.Currency?]
        switch wish {
        case .convert(_, let from, let to): currencies = [from, to]
        case .rate(let from, let to): currencies = [from, to]
        case .whichCrown: return nil
        }
        guard let missing = currencies.compactMap({ $0 }).first(where: { table.rate(from: $0.code, to: "EUR") == nil }) else { return nil }
        return SkillReply(
            language(
                fr: "Je n'ai pas de cours pour cette monnaie : \(missing.name(for: 1, language)).",
                en: "I have no rate for that currency: \(missing.name(for: 1, language))."))
    }

    /// With cents where there are any: "115,20".
    private static func money(_ value: Double, _ currency: Currencies.Currency, _ language: Language) -> String {
        if value != 0, abs(value) < 0.1 { return Numerals.formatSignificant(value, language, digits: 3).text }
        if value.rounded() == value || currency.isWhole && abs(value) >= 10 { return Numerals.format(value.rounded(), language, decimals: 0) }
        let written = Numerals.format(value, language, decimals: 2)
        let mark: Character = language(fr: ",", en: ".")
        guard let at = written.lastIndex(of: mark), written.distance(from: at, to: written.endIndex) == 2 else { return written }
        return written + "0"
    }

    private static func date(_ day: CivilDay, isOld: Bool, _ language: Language, _ context: SkillContext) -> String {
        let words = DateText(language, context.timeZone).monthDay(day: day.day, month: day.month)
        let year = day.year == CivilDay(context.now, in: context.timeZone).year ? "" : language(fr: " ", en: ", ") + String(day.year)
        return isOld
            ? language(fr: ", au cours du \(words)\(year), le dernier que j'ai pu avoir.", en: ", at the rate of \(words)\(year), the last I could get.")
            : language(fr: ", au cours du \(words)\(year).", en: ", at the rate of \(words)\(year).")
    }
}
