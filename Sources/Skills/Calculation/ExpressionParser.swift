import Base
import Understanding

/// Reads arithmetic in signs and in words, by recursive descent: "3,5 + 2 * (4 - 1)", "douze fois sept", "15 % de 80", "a third of 90".
struct ExpressionParser {
    let text: FoldedText
    let end: Int
    let language: Language
    private var next: Int
    private var depth = 0
    private var parts = 0

    /// Nested parentheses, signs and roots.
    static let depthLimit = 40
    /// Numbers and operators.
    static let sizeLimit = 200

    /// The expression that fills all of `range`; `nil` when it is not one.
    static func read(_ text: FoldedText, _ range: Range<Int>, _ language: Language) -> Expression? {
        guard !range.isEmpty, range.count <= 2 * sizeLimit else { return nil }
        var parser = ExpressionParser(text: text, end: range.upperBound, language: language, next: range.lowerBound)
        guard let expression = parser.sum(), parser.next == parser.end else { return nil }
        return expression
    }

    private init(text: FoldedText, end: Int, language: Language, next: Int) {
        self.text = text
        self.end = end
        self.language = language
        self.next = next
    }

    private var token: String { next < end ? text[next] : "" }

    private mutating func take(_ choices: [[String]]) -> Bool {
        guard let after = text.readsAny(choices, at: next, before: end) else { return false }
        next = after
        return true
    }

    private mutating func sum() -> Expression? {
        guard var left = product() else { return nil }
        while next < end {
            let sign: Expression.Operator
            if take([["+"], ["plus"]]) { sign = .plus } else if take([["-"], ["moins"], ["minus"]]) { sign = .minus } else { break }
            guard let right = product() else { return nil }
            left = .binary(sign, left, right)
        }
        return left
    }

    private mutating func product() -> Expression? {
        guard var left = signed() else { return nil }
        while next < end {
            let sign: Expression.Operator
            if take(Self.times) {
                sign = .times
            } else if take(Self.over) {
                sign = .over
            } else if take([["modulo"], ["mod"]]) {
                sign = .modulo
            } else {
                break
            }
            guard let right = signed() else { return nil }
            left = .binary(sign, left, right)
        }
        return left
    }

    private mutating func signed() -> Expression? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { return nil }
        if take([["-"], ["moins"], ["minus"], ["negative"]]) { return signed().map { .unary(.negative, $0) } }
        if take([["+"]]) { return signed() }
        return power()
    }

    private mutating func power() -> Expression? {
        guard var base = postfix() else { return nil }
        if take(Self.power) {
            guard let exponent = signed() else { return nil }
            _ = take([["power"]])
            base = .binary(.power, base, exponent)
        }
        return base
    }

    private mutating func postfix() -> Expression? {
        guard var value = primary() else { return nil }
        for _ in 0..<4 {
            if take([["²"], ["au", "carre"], ["squared"]]) {
                value = .unary(.squared, value)
            } else if take([["³"], ["au", "cube"], ["cubed"]]) {
                value = .unary(.cubed, value)
            } else if take([["%"], ["pour", "cent"], ["pourcent"], ["pourcents"], ["percent"], ["per", "cent"]]) {
                // "15 % de 80" is a product.
                if take([["de"], ["d"], ["du"], ["des"], ["of"]]) {
                    guard let whole = signed() else { return nil }
                    return .binary(.times, .unary(.percent, value), whole)
                }
                value = .unary(.percent, value)
            } else {
                break
            }
        }
        return value
    }

    private mutating func primary() -> Expression? {
        parts += 1
        guard next < end, parts <= Self.sizeLimit else { return nil }
        if take([["("], ["ouvre", "la", "parenthese"], ["open", "parenthesis"]]) {
            depth += 1
            defer { depth -= 1 }
            guard depth <= Self.depthLimit, let inner = sum(), take([[")"], ["ferme", "la", "parenthese"], ["close", "parenthesis"]]) else { return nil }
            return .group(inner)
        }
        for (words, function) in Self.functions where take([words]) { return signed().map { .unary(function, $0) } }
        if take([["le", "double", "de"], ["double", "de"], ["twice"], ["double", "of"], ["double"]]) {
            return signed().map { .binary(.times, .number(2), $0) }
        }
        if take([["le", "triple", "de"], ["triple", "de"], ["triple"]]) { return signed().map { .binary(.times, .number(3), $0) } }
        if let fraction = fraction() { return fraction }
        if take([["π"], ["pi"]]) { return .number(.pi) }
        guard let number = Numerals.read(text, at: next, before: end, language) else { return nil }
        next = number.next
        return .number(number.value)
    }

    /// "la moitié de 90", "un tiers de 90", "trois quarts de 8", "a third of 90".
    private mutating func fraction() -> Expression? {
        let start = next
        _ = take([["la"], ["le"], ["the"]])
        var count = 1.0
        if text[next] == "a", next < end {
            next += 1
        } else if let number = Numerals.read(text, at: next, before: end, language), number.next < end, Self.fractions[text[number.next]] != nil {
            (count, next) = (number.value, number.next)
        }
        if let part = Self.fractions[token], next + 1 < end {
            next += 1
            if take([["de"], ["d"], ["du"], ["des"], ["of"], ["un"], ["a"]]), let whole = signed() {
                return part == 1 ? nil : .binary(.times, .binary(.over, .number(count), .number(part)), whole)
            }
        }
        next = start
        return nil
    }

    private static let times = [
        ["*"], ["x"], ["fois"], ["times"], ["multiplie", "par"], ["multipliee", "par"], ["multiplied", "by"], ["multiplies", "par"],
    ]
    private static let over = [["/"], [":"], ["divise", "par"], ["divisee", "par"], ["divises", "par"], ["sur"], ["divided", "by"], ["over"]]
    private static let power = [
        ["^"], ["*", "*"], ["puissance"], ["a", "la", "puissance"], ["exposant"], ["to", "the", "power", "of"], ["to", "the", "power"], ["to", "the"],
        ["power"],
    ]
    private static let functions: [([String], Expression.Function)] = [
        (["la", "racine", "carree", "de"], .squareRoot), (["racine", "carree", "de"], .squareRoot), (["racine", "carree"], .squareRoot),
        (["la", "racine", "cubique", "de"], .cubeRoot),
        (["racine", "cubique", "de"], .cubeRoot), (["la", "racine", "de"], .squareRoot), (["racine", "de"], .squareRoot), (["racine"], .squareRoot),
        (["√"], .squareRoot),
        (["the", "square", "root", "of"], .squareRoot), (["square", "root", "of"], .squareRoot), (["square", "root"], .squareRoot),
        (["the", "cube", "root", "of"], .cubeRoot),
        (["cube", "root", "of"], .cubeRoot), (["sqrt"], .squareRoot), (["factorielle", "de"], .factorial), (["factorielle"], .factorial),
        (["la", "factorielle", "de"], .factorial),
        (["the", "factorial", "of"], .factorial), (["factorial", "of"], .factorial), (["le", "carre", "de"], .squared), (["the", "square", "of"], .squared),
        (["le", "cube", "de"], .cubed),
        (["the", "cube", "of"], .cubed),
    ]
    private static let fractions: [String: Double] = [
        "moitie": 2, "demi": 2, "tiers": 3, "quart": 4, "quarts": 4, "cinquieme": 5, "cinquiemes": 5, "sixieme": 6, "sixiemes": 6, "huitieme": 8,
        "huitiemes": 8, "dixieme": 10,
        "dixiemes": 10, "half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6,
        "sixths": 6, "eighth": 8,
        "eighths": 8, "tenth": 10, "tenths": 10,
    ]
}

extension Expression {
    /// As it is shown: "3,5 + 2 × (4 - 1)".
    func written(_ language: Language) -> String {
        switch self {
        case .number(let number): return number == .pi ? "π" : Numerals.format(number, language, decimals: 10)
        case .group(let inner): return "(\(inner.written(language)))"
        case .binary(.power, let base, .number(2)): return base.written(language) + "²"
        case .binary(.power, let base, .number(3)): return base.written(language) + "³"
        case .binary(.power, let base, let exponent): return "\(base.written(language)) ^ \(exponent.written(language))"
        case .binary(.times, .unary(.percent, let share), let whole):
            return language(fr: "\(share.written(language)) % de \(whole.written(language))", en: "\(share.written(language))% of \(whole.written(language))")
        case .binary(let sign, let left, let right): return "\(left.written(language)) \(sign.rawValue) \(right.written(language))"
        case .unary(let function, let inner):
            let text = inner.written(language)
            switch function {
            case .squareRoot: return "√\(text)"
            case .cubeRoot: return "∛\(text)"
            case .factorial: return "\(text)!"
            case .negative: return "-\(text)"
            case .percent: return language(fr: "\(text) %", en: "\(text)%")
            case .squared: return "\(text)²"
            case .cubed: return "\(text)³"
            }
        }
    }
}
