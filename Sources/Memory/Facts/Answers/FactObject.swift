import Base
import Domain
import Understanding

/// The value of a fact as a part of a sentence: with the little words it was said with, or with those that stand in, and turned to whom it is said.
struct FactObject {
    let language: Language
    let owner: String

    /// "à Lyon", "aux arachides", "le thé", "ton vélo".
    func text(_ fragment: Fragment, _ joint: RelationPhrase.Joint) -> String {
        guard let value = fragment.fact?.value.trimmingCharacters(in: .whitespacesAndNewlines), !value.isEmpty else { return "" }
        return turned(said(value, in: fragment, joint) ?? joined(value, joint), from: fragment)
    }

    /// "Mon vélo" is the owner's, or of whoever else said it.
    func turned(_ text: String, from fragment: Fragment) -> String {
        if fragment.speaker.map(FoldedText.key) ?? owner == owner { return Perspective.turned(text, language) }
        let others = language(fr: ["mon": "son", "ma": "sa", "mes": "ses"], en: ["my": "their"])
        return text.split(separator: " ", omittingEmptySubsequences: false).map { others[$0.lowercased()] ?? String($0) }.joined(separator: " ")
    }

    // MARK: as it was said

    private func said(_ value: String, in fragment: Fragment, _ joint: RelationPhrase.Joint) -> String? {
        guard joint != .none, fragment.language == nil || fragment.language == language else { return nil }
        let leads = Self.leads(joint, language)
        let text = FoldedText(fragment.text), words = FoldedText.key(value).split(separator: " ").map(String.init)
        guard let first = words.first else { return nil }
        if words.count > 1, Self.heads(joint, language).contains(first) { return value }
        guard let start = text.all.first(where: { text.reads(words, at: $0, before: text.tokens.count) != nil }) else { return nil }
        var from = start
        while from > 0, start - from < 3, leads.contains(text[from - 1]), text.tokens[from].gap != .comma, text.tokens[from].gap != .stop { from -= 1 }
        // "Elle a Lyon": a verb, and no preposition.
        if language == .french, from < start, text[from] == "a", !text.original(from..<start).lowercased().hasPrefix("à") { from += 1 }
        return from < start ? String(text.original[text.tokens[from].start..<text.tokens[start].start]) + value : nil
    }

    private static func leads(_ joint: RelationPhrase.Joint, _ language: Language) -> Set<String> {
        let words: String
        if language == .french {
            words =
                switch joint {
                case .place: "a au aux en dans chez sur sous vers pres de du des la le l les d"
                case .work: "chez pour a au aux dans en la l le les"
                case .article: "le la l les un une des mon ma mes ton ta tes son sa ses leur leurs notre nos ce cette ces"
                case .dative: "a au aux la l"
                case .partitive, .genitive: "du de d la l des le les au aux a un une"
                case .indefinite: "un une des le la l les mon ma mes son sa ses"
                case .with: "avec le la l mon ma mes son sa ses"
                case .trade, .none: ""
                }
        } else {
            words =
                switch joint {
                case .place: "in at on near the with"
                case .work: "at for in the"
                case .trade, .indefinite: "a an the my our some his her"
                case .with: "with my his her the"
                default: "the a an my his her"
                }
        }
        return Set(words.split(separator: " ").map(String.init))
    }

    // MARK: as it would be said

    private func joined(_ value: String, _ joint: RelationPhrase.Joint) -> String {
        let isName = value.first.map { $0.isUppercase || $0.isNumber } ?? false
        let first = FoldedText.key(value).split(separator: " ").first.map(String.init) ?? ""
        let isLong = value.contains { " '’".contains($0) }
        if isLong, Self.heads(joint, language).contains(first) { return value }
        guard language == .french else {
            switch joint {
            case .place: return "in " + value
            case .work: return "at " + value
            case .with: return "with " + value
            case .trade, .indefinite: return isName || isEnglishPlural(value) ? value : ("aeiou".contains(first.first ?? "x") ? "an " : "a ") + value
            default: return value
            }
        }
        // "Il aime lire", "il fait de son mieux"
        let isDeed =
            !isName && value.split(separator: " ").first.map { $0.count > 3 && ($0.hasSuffix("er") || $0.hasSuffix("ir") || $0.hasSuffix("re")) } ?? false
        switch joint {
        case .place where isLong && Self.articles.contains(first): return French.to(value)
        case .place: return Self.places.contains(first) ? value : "à " + value
        case .work where isLong && Self.articles.contains(first), .dative where isLong && Self.articles.contains(first): return French.to(value)
        case .partitive where isLong && Self.articles.contains(first), .genitive where isLong && Self.articles.contains(first): return French.of(value)
        case .work: return isName ? "chez " + value : French.to(French.definite(value))
        case .article: return isName || isDeed ? value : French.definite(value)
        case .dative: return isName ? "à " + value : French.to(French.definite(value))
        case .partitive: return isName || isDeed ? value : French.of(French.definite(value))
        case .genitive: return isName || isDeed ? French.of(value) : French.of(French.definite(value))
        case .indefinite:
            if isName || isDeed || FactValue.number(value) != nil { return value }
            return (French.isPlural(value) ? "des " : French.isFeminineByEnding(value) ? "une " : "un ") + value
        case .with: return "avec " + value
        case .trade, .none: return value
        }
    }

    private func isEnglishPlural(_ value: String) -> Bool { value.hasSuffix("s") && !value.hasSuffix("ss") }

    /// The words with which a value is complete as it is: its preposition, or where none is needed, its article.
    private static func heads(_ joint: RelationPhrase.Joint, _ language: Language) -> Set<String> {
        switch joint {
        case .place, .work, .with, .dative:
            leads(joint, language).subtracting(articles).subtracting(["mon", "ma", "mes", "son", "sa", "ses", "my", "his", "her"])
        case .partitive, .genitive: leads(joint, language).subtracting(["l", "la", "le", "les", "un", "une"])
        case .article, .indefinite, .trade, .none: leads(joint, language)
        }
    }

    private static let articles: Set<String> = ["le", "la", "les", "l", "the"]
    private static let places: Set<String> = [
        "a", "au", "aux", "en", "dans", "chez", "sur", "sous", "vers", "pres", "ici", "rue", "avenue", "boulevard", "place",
    ]

    /// "un chien" that somebody does not have: "de chien".
    static func denied(_ object: String) -> String {
        for article in ["un ", "une ", "des ", "du ", "de la ", "de l'"] where object.hasPrefix(article) {
            return French.elided("de", before: String(object.dropFirst(article.count)))
        }
        return object
    }
}
