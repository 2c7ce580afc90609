/// Small words of a language: those that carry little, and those that must never be overlooked.
struct FunctionWords: Sendable {
    /// Articles and prepositions: left out, put in and mixed up without changing what is meant.
    let light: Set<String>
    /// Words that turn the meaning around, or part of it off: a sentence that has one where no template does is not understood.
    let turning: Set<String>

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
                ])
        case "en":
            FunctionWords(
                light: ["the", "a", "an", "of", "in", "on", "at", "to", "my", "our", "this", "that", "is", "are", "for"],
                turning: ["not", "don", "dont", "never", "except", "but", "without", "if", "no", "nothing", "other", "unless", "off", "when"])
        default: FunctionWords(light: [], turning: [])
        }
    }
}
