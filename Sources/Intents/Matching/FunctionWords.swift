/// Small words of a language: those that carry little, and those that must never be overlooked.
struct FunctionWords: Sendable {
    /// Articles and prepositions: left out, put in and mixed up without changing what is meant.
    let light: Set<String>
    /// Words that turn the meaning around, or part of it off: a sentence that has one where no template does is not understood.
    let turning: Set<String>
    /// Of the light ones, those that a name should follow.
    let prepositions: Set<String>
    /// Units of time: by themselves they name nothing.
    let units: Set<String>

    static func of(_ language: String) -> FunctionWords {
        switch language.prefix(2) {
        case "fr":
            FunctionWords(
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
        case "en":
            FunctionWords(
                light: ["the", "a", "an", "of", "in", "at", "to", "my", "our", "this", "that", "for"],
                turning: ["not", "don", "dont", "never", "except", "but", "without", "if", "no", "nothing", "other", "unless", "off", "when"],
                prepositions: ["of", "in", "at", "to", "for"],
                units: ["hour", "hours", "minute", "minutes", "min", "second", "seconds", "sec", "and", "by", "for"])
        default: FunctionWords(light: [], turning: [], prepositions: [], units: [])
        }
    }
}
