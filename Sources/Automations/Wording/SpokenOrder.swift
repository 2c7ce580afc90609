import Base
import Domain
import Foundation

/// Says back what was ordered: "ouvre les volets de la chambre" as "j'ouvre les volets de la chambre".
///
/// Made from the words of the order: what they say of time is left out, since it is said beside it.
enum SpokenOrder {
    /// What is done, in the order's own words, from its verb on: "ouvre les volets de la chambre".
    static func clause(_ order: Order, _ language: Language) -> String {
        let words = Piece.pieces(of: order.text)
        let verbs = language(fr: Verbs.french, en: Verbs.english)
        let start = words.firstIndex { verbs[$0.folded] != nil } ?? 0
        var end = timing(in: words, after: start, language) ?? words.count
        while end > start + 1, ["et", "and", "puis", "then", "alors"].contains(words[end - 1].folded) { end -= 1 }
        let text = Piece.text(words[start..<end], of: order.text)
        return text.isEmpty ? order.text : text
    }

    /// The same as something that Jarvis will do; `nil` when the words do not begin with a verb that is known here.
    static func promise(_ order: Order, _ language: Language) -> String? {
        let clause = clause(order, language)
        let words = Piece.pieces(of: clause)
        guard let first = words.first else { return nil }
        guard let verb = language(fr: Verbs.french, en: Verbs.english)[first.folded] else { return nil }
        var rest = String(clause[first.range.upperBound...])
        guard language == .french else { return "I'll " + verb + turned(rest, .english) }
        // "éteins-la" is "je l'éteins", "rappelle-moi" is "je te rappelle".
        if rest.hasPrefix("-"), words.count > 1,
            let object = ["le": "le", "la": "la", "les": "les", "l": "le", "moi": "te", "nous": "vous", "lui": "lui"][words[1].folded]
        {
            rest = turned(String(clause[words[1].range.upperBound...]), .french)
            let isElided = Words.isElided(before: verb) && ["le", "la", "te"].contains(object)
            return isElided ? "je \(object.prefix(1))'\(verb)\(rest)" : "je \(object) \(verb)\(rest)"
        }
        return (Words.isElided(before: verb) ? "j'" : "je ") + verb + turned(rest, .french)
    }

    /// Several orders: "j'éteins le salon et je ferme les volets".
    static func promise(_ orders: [Order], _ language: Language) -> String {
        Words.enumeration(orders.map { promise($0, language) ?? Words.quoted(clause($0, language), language) }, language)
    }

    /// A name for them: "éteins le salon et ferme les volets".
    static func name(_ orders: [Order], _ language: Language) -> String {
        let clauses = orders.map { clause($0, language) }.filter { !$0.isEmpty }
        // Programs may order without words.
        return clauses.isEmpty ? language(fr: "automatisation", en: "automation") : String(Words.enumeration(clauses, language).prefix(120))
    }

    /// What is mine is yours when it is said back.
    private static func turned(_ text: String, _ language: Language) -> String {
        let table: [String: String] =
            language == .french
            ? ["mon": "ton", "ma": "ta", "mes": "tes", "moi": "toi"] : ["my": "your", "me": "you", "our": "your", "mine": "yours"]
        var output = "", index = text.startIndex
        for piece in Piece.pieces(of: text) {
            output += text[index..<piece.range.lowerBound] + (table[piece.folded] ?? String(text[piece.range]))
            index = piece.range.upperBound
        }
        return output + text[index...]
    }

    // MARK: times in the words of an order

    /// Where a piece of time begins that goes on to the end; `nil` when none does.
    private static func timing(in words: [Piece], after start: Int, _ language: Language) -> Int? {
        for index in words.indices.dropFirst(start + 1) {
            let rest = words[index...].map(\.folded)
            if language == .french ? isFrenchTime(rest) : isEnglishTime(rest) { return index }
        }
        return nil
    }

    private static let conjunctions: Set<String> = ["quand", "lorsque", "lorsqu", "si", "when", "if", "whenever", "once"]

    private static func isFrenchTime(_ words: [String]) -> Bool {
        func word(_ index: Int) -> String { index < words.count ? words[index] : "" }
        if conjunctions.contains(word(0)) { return true }
        switch (word(0), word(1), word(2)) {
        case ("dans", let count, _): return isCount(count, frenchNumbers) && words.prefix(6).contains(where: frenchUnits.contains)
        case ("d", "ici", let count): return isCount(count, frenchNumbers)
        case ("a", "midi", _), ("a", "minuit", _), ("vers", "midi", _): return true
        case ("a", let hour, let unit), ("vers", let hour, let unit):
            return unit == "h" || unit.hasPrefix("heure") || (hour.hasSuffix("h") && isNumber(hour.dropLast()))
        case ("tous", "les", let unit), ("toutes", "les", let unit): return isFrenchDay(unit) || frenchUnits.contains(unit)
        case ("chaque", let unit, _): return isFrenchDay(unit) || unit == "fois"
        case ("des", "que", _), ("des", "qu", _), ("a", "chaque", "fois"), ("la", "prochaine", "fois"): return true
        case ("au", "coucher", _), ("au", "lever", _), ("a", "l", "aube"), ("au", "crepuscule", _), ("avant", "le", "coucher"), ("apres", "le", "coucher"),
            ("avant", "le", "lever"), ("apres", "le", "lever"):
            return true
        case ("demain", _, _), ("ce", "soir", _), ("ce", "matin", _), ("cette", "nuit", _), ("apres", "demain", _), ("cet", "apres", "midi"): return true
        case ("le", let day, _): return frenchWeekdays.contains(day)
        case (let day, _, _): return frenchWeekdays.contains(day)
        }
    }

    private static func isEnglishTime(_ words: [String]) -> Bool {
        func word(_ index: Int) -> String { index < words.count ? words[index] : "" }
        if conjunctions.contains(word(0)) { return true }
        switch (word(0), word(1), word(2)) {
        case ("in", let count, _): return isCount(count, englishNumbers) && words.prefix(6).contains(where: englishUnits.contains)
        case ("at", "noon", _), ("at", "midnight", _), ("at", "sunset", _), ("at", "sunrise", _), ("at", "dusk", _), ("at", "dawn", _): return true
        case ("at", let hour, let half): return isNumber(hour) || ["am", "pm", "a", "p", "o"].contains(half) || ["half", "quarter"].contains(hour)
        case ("every", let unit, _), ("each", let unit, _), ("next", let unit, _):
            return englishDays.contains(unit) || englishUnits.contains(unit) || unit == "time"
        case ("the", "next", "time"), ("before", "sunset", _), ("after", "sunset", _), ("before", "sunrise", _), ("after", "sunrise", _): return true
        case ("tomorrow", _, _), ("tonight", _, _), ("this", "evening", _), ("this", "morning", _), ("this", "afternoon", _): return true
        case ("on", let day, _): return englishDays.contains(day)
        default: return false
        }
    }

    private static func isCount(_ word: String, _ numbers: Set<String>) -> Bool { isNumber(word) || numbers.contains(word) }
    private static func isNumber(_ text: some StringProtocol) -> Bool { !text.isEmpty && text.allSatisfy(\.isNumber) }
    private static func isFrenchDay(_ unit: String) -> Bool {
        frenchWeekdays.contains(unit) || ["jour", "jours", "matin", "matins", "soir", "soirs", "midis", "nuits", "week", "weekends"].contains(unit)
    }

    private static let frenchNumbers: Set<String> = [
        "un", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "vingt",
        "trente", "quarante", "cinquante", "soixante", "quelques", "demi",
    ]
    private static let englishNumbers: Set<String> = [
        "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "thirty", "forty",
        "fifty", "sixty", "ninety", "half",
    ]
    private static let frenchUnits: Set<String> = [
        "seconde", "secondes", "minute", "minutes", "min", "mn", "heure", "heures", "h", "jour", "jours", "semaine", "semaines", "instant", "instants",
    ]
    private static let englishUnits: Set<String> = ["second", "seconds", "minute", "minutes", "min", "hour", "hours", "day", "days", "week", "weeks"]
    private static let frenchWeekdays: Set<String> = {
        let days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
        return Set(days + days.map { $0 + "s" })
    }()
    private static let englishDays: Set<String> = {
        let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "weekday", "weekend", "morning", "evening", "night"]
        return Set(days + days.map { $0 + "s" })
    }()
}

/// A word and where it stands.
private struct Piece {
    let folded: String
    let range: Range<String.Index>

    static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var start: String.Index?
        for index in text.indices {
            if text[index].isLetter || text[index].isNumber {
                start = start ?? index
            } else if let begin = start {
                pieces.append(Piece(text, begin..<index))
                start = nil
            }
        }
        if let begin = start { pieces.append(Piece(text, begin..<text.endIndex)) }
        return pieces
    }

    private init(_ text: String, _ range: Range<String.Index>) {
        folded = Words.all(String(text[range])).joined()
        self.range = range
    }

    /// The original text of these pieces, without the punctuation around them.
    static func text(_ pieces: ArraySlice<Piece>, of text: String) -> String {
        guard let first = pieces.first, let last = pieces.last else { return "" }
        return String(text[first.range.lowerBound..<last.range.upperBound])
    }
}

/// Verbs that orders begin with, in each of their forms, and the form in which Jarvis says that it will.
private enum Verbs {
    /// In French, what is said to one ("ouvre") is what one says of oneself ("j'ouvre"), for all but a few.
    static let french: [String: String] = {
        var table: [String: String] = [:]
        // All forms follow from the first: -e, -ez, -er.
        for verb in [
            "allume", "ferme", "baisse", "monte", "règle", "lance", "démarre", "arrête", "coupe", "active", "désactive", "augmente", "diminue", "réduis",
            "verrouille", "déverrouille", "tamise", "joue", "passe", "annonce", "ajoute", "rappelle", "réveille", "chauffe", "pose", "déclenche", "bloque",
            "débloque", "change", "envoie", "donne", "raconte", "aspire", "nettoie", "ramène", "relève", "abaisse", "lève", "descends", "remonte", "rallume",
            "programme", "affiche", "montre", "mute", "stoppe",
        ] where verb.hasSuffix("e") {
            let stem = String(verb.dropLast())
            for form in [verb, stem + "ez", stem + "er", stem + "es"] { table[fold(form)] = verb }
        }
        let others: [String: [String]] = [
            "ouvre": ["ouvre", "ouvrez", "ouvrir", "ouvres"], "éteins": ["éteins", "éteint", "éteignez", "éteindre"],
            "mets": ["mets", "met", "mettez", "mettre"],
            "remets": ["remets", "remettez", "remettre"], "fais": ["fais", "faites", "faire"], "dis": ["dis", "dites", "dire"],
            "descends": ["descends", "descend", "descendez", "descendre"], "réduis": ["réduis", "réduisez", "réduire"],
            "rouvre": ["rouvre", "rouvrez", "rouvrir"],
            "préviens": ["préviens", "prévenez", "prévenir"], "envoie": ["envoie", "envoyez", "envoyer"], "nettoie": ["nettoie", "nettoyez", "nettoyer"],
            "lève": ["lève", "levez", "lever"], "relève": ["relève", "relevez", "relever"], "rappelle": ["rappelle", "rappelez", "rappeler"],
            "ramène": ["ramène", "ramenez", "ramener"], "règle": ["règle", "réglez", "régler"],
        ]
        for (said, forms) in others { for form in forms { table[fold(form)] = said } }
        return table
    }()

    static let english: [String: String] = {
        let verbs = [
            "turn", "switch", "open", "close", "shut", "lock", "unlock", "set", "dim", "brighten", "start", "stop", "play", "pause", "make", "put", "lower",
            "raise", "increase", "decrease", "reduce", "tell", "announce", "remind", "wake", "add", "change", "activate", "deactivate", "enable", "disable",
            "bring", "say", "broadcast", "mute", "unmute", "vacuum", "clean", "run", "send", "give", "resume",
        ]
        return Dictionary(uniqueKeysWithValues: verbs.map { ($0, $0) })
    }()

    private static func fold(_ text: String) -> String { Words.all(text).joined() }
}
