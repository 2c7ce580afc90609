/// Small words of a language: those that carry little, and those that must never be overlooked.
struct FunctionWords: Sendable {
    struct Kinds: OptionSet, Sendable {
        let rawValue: UInt8
        static let light = Kinds(rawValue: 1)
        static let turning = Kinds(rawValue: 2)
        static let preposition = Kinds(rawValue: 4)
        static let unit = Kinds(rawValue: 8)
    }

    /// Articles and prepositions: left out, put in and mixed up without changing what is meant.
    let light: Set<String>
    /// Words that turn the meaning around, or part of it off: a sentence that has one where no template does is not understood.
    let turning: Set<String>
    /// Of the light ones, those that a name should follow.
    let prepositions: Set<String>
    /// Units of time: by themselves they name nothing.
    let units: Set<String>
    private let kinds: [String: Kinds]

    private init(light: Set<String>, turning: Set<String>, prepositions: Set<String>, units: Set<String>) {
        self.light = light
        self.turning = turning
        self.prepositions = prepositions
        self.units = units
        var kinds: [String: Kinds] = [:]
        for (words, kind) in [(light, Kinds.light), (turning, .turning), (prepositions, .preposition), (units, .unit)] {
            for word in words { kinds[word, default: []].insert(kind) }
        }
        self.kinds = kinds
    }

    /// All that a word is, in one look.
    func kinds(of folded: String) -> Kinds { kinds[folded] ?? [] }

    static func of(_ language: String) -> FunctionWords {
        switch language.prefix(2) {
        case "fr": french
        case "en": english
        default: none
        }
    }

    private static let french = FunctionWords(
        light: [
            "le", "la", "les", "l", "un", "une", "des", "de", "du", "d", "au", "aux", "a", "dans", "en", "sur", "ce", "cette", "cet", "ces", "mon",
            "ma", "mes", "moi",
        ],
        turning: [
            "pas", "ne", "n", "sauf", "jamais", "plus", "rien", "sans", "excepte", "hormis", "si", "non", "mais", "ni", "autre", "autres", "quand",
            "lorsque",
        ],
        prepositions: ["de", "du", "des", "d", "au", "aux", "a", "dans", "en", "sur"],
        units: ["heure", "heures", "minute", "minutes", "min", "seconde", "secondes", "sec", "h", "s", "m", "et", "pour"])
    private static let english = FunctionWords(
        light: ["the", "a", "an", "of", "in", "at", "to", "my", "our", "this", "that", "for"],
        turning: ["not", "don", "dont", "never", "except", "but", "without", "if", "no", "nothing", "other", "unless", "off", "when"],
        prepositions: ["of", "in", "at", "to", "for"],
        units: ["hour", "hours", "minute", "minutes", "min", "second", "seconds", "sec", "and", "by", "for"])
    private static let none = FunctionWords(light: [], turning: [], prepositions: [], units: [])
}
