public import Base
public import Domain
import Foundation
public import Understanding

/// Works out arithmetic that is written or said.
public struct ArithmeticSkill: TextSkill {
    public let name = "arithmetic"
    public let onlyTells = true

    public init() {}

    public func examples(in language: Language) -> [String] {
        language(fr: ["combien font 12 fois 7 ?", "15 % de 80", "racine carrée de 144"], en: ["what is 12 times 7?", "15% of 80", "square root of 144"])
    }

    private enum Question: Sendable { case asked, bare, divide, multiply, subtract, add, even }

    private static let grammar = Grammar<Question>(
        french: [
            (
                .asked,
                [
                    "(combien font|combien fait|combien ça fait|ça fait combien|calcule|calculez|calculer|calcule-moi|combien vaut|que vaut|que font|que fait|combien est-ce que font|combien est|combien c'est|c'est combien) {sum}",
                    "(c'est quoi|quel est|quelle est|qu'est-ce que|combien d'est) [le résultat de|la valeur de] {sum}",
                    "{sum} (ça fait combien|combien ça fait|c'est combien|font combien|fait combien|égale combien|égale|=|= combien)",
                    "(fais|faites|effectue) [le calcul|le calcul de] {sum}", "le résultat de {sum}",
                ]
            ),
            (.divide, ["(divise|divisez|diviser) {a} par {b}", "(combien fait|quel est) {a} divisé en {b}", "(partage|partagez) {a} en {b}"]),
            (.multiply, ["(multiplie|multipliez|multiplier) {a} (par|et) {b}", "(le produit|quel est le produit) de {a} (par|et) {b}"]),
            (
                .subtract,
                ["(soustrais|soustrait|soustraire|retire|enlève|retranche) {b} (à|de) {a}", "(la différence|quelle est la différence) entre {a} et {b}"]
            ),
            (.add, ["(additionne|additionnez|additionner|ajoute) {a} (et|à) {b}", "(la somme|quelle est la somme) de {a} et {b}"]),
            (.bare, ["{sum}"]),
        ],
        english: [
            (
                .asked,
                [
                    "(what is|what's|how much is|calculate|compute|work out|what are|what does) {sum} [equal|equals|make]",
                    "(how much|what) (do|does|is) {sum} (make|equal)", "the result of {sum}", "{sum} (equals|equals what|is what|is how much|=)",
                ]
            ),
            (.divide, ["divide {a} by {b}"]), (.multiply, ["multiply {a} (by|and) {b}", "[what is|what's] the product of {a} and {b}"]),
            (.subtract, ["(subtract|take away) {b} from {a}", "[what is|what's] the difference between {a} and {b}"]),
            (.add, ["add {a} (and|to) {b}", "[what is|what's] the sum of {a} and {b}"]),
            (.bare, ["{sum}"]),
        ])

    static var malformedTemplates: [String] { grammar.malformed }

    public func answer(_ text: FoldedText, _ utterance: Utterance, in context: SkillContext) async throws -> SkillReply? {
        // Without a number in it there is nothing to work out: most utterances are refused here.
        guard text.isWhole, text.tokens.count <= 2 * ExpressionParser.sizeLimit, hasNumber(text) else { return nil }
        return Self.grammar.match(text, preferring: utterance.language) { match in
            let language = match.language
            guard let expression = expression(match, text, language), expression.isWork else { return nil }
            return Self.reply(expression, language)
        }
    }

    private func hasNumber(_ text: FoldedText) -> Bool {
        text.tokens.contains { $0.kind == .number || $0.text == "π" || $0.text == "pi" || ($0.text != "a" && Numerals.starters.contains($0.text)) }
    }

    private func expression(_ match: Grammar<Question>.Match, _ text: FoldedText, _ language: Language) -> Expression? {
        if let range = match["sum"] {
            if match.intent == .bare, Self.looksLikeData(text) { return nil }
            return ExpressionParser.read(text, range, language)
        }
        guard let first = match["a"], let second = match["b"], let a = ExpressionParser.read(text, first, language),
            let b = ExpressionParser.read(text, second, language)
        else {
            return nil
        }
        switch match.intent {
        case .divide: return .binary(.over, a, b)
        case .multiply: return .binary(.times, a, b)
        case .subtract: return .binary(.minus, a, b)
        default: return .binary(.plus, a, b)
        }
    }

    /// Telephone numbers, dates and codes: numbers joined by the same sign without any room, more than once ("06-12-34-56", "21/11/2026", "10:30").
    private static func looksLikeData(_ text: FoldedText) -> Bool {
        let signs = text.tokens.filter { $0.kind == .sign }.map(\.text)
        if signs.contains(":") { return true }
        return signs.count > 1 && Set(signs).isSubset(of: ["-", "/"]) && text.tokens.dropFirst().allSatisfy { $0.gap == .none }
    }

    private static func reply(_ expression: Expression, _ language: Language) -> SkillReply {
        do {
            let value = try expression.value()
            // Twelve digits: what is left of 0,1 + 0,2 in binary is not shown.
            let scale = pow(10, max(0, 11 - floor(log10(max(abs(value), 1)))))
            let rounded = abs(value) < 1e11 ? (value * scale).rounded() / scale : value
            let isExact = abs(rounded * 1e6 - (rounded * 1e6).rounded()) < 1e-3 && abs(value) < 1e15
            let result = Numerals.format(rounded, language, decimals: 6)
            let written = expression.written(language)
            let sign = isExact ? "=" : "≈"
            return SkillReply(written.count > 80 ? language(fr: "Le résultat est \(result).", en: "The result is \(result).") : "\(written) \(sign) \(result).")
        } catch {
            let text =
                switch error {
                case .divisionByZero:
                    language(
                        fr: "On ne peut pas diviser par zéro : aucun nombre multiplié par zéro ne redonne le premier.",
                        en: "You can't divide by zero: no number times zero gives the first one back.")
                case .rootOfNegative:
                    language(
                        fr: "Un nombre négatif n'a pas de racine carrée parmi les nombres réels.",
                        en: "A negative number has no square root among the real numbers.")
                case .factorial:
                    language(
                        fr: "La factorielle n'existe que pour les nombres entiers à partir de zéro.",
                        en: "A factorial exists only for whole numbers from zero on.")
                case .tooLarge: language(fr: "Ce résultat est trop grand pour moi.", en: "That result is too large for me.")
                }
            return SkillReply(text)
        }
    }
}
