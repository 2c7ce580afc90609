/// Sentence templates that stand beside those of home-assistant-intents: everyday commands that the package does not have, and what only Jarvis does.
///
/// They are written in the format of the package's data files, so that one reader, one merge and one matcher serve both. Slots that an intent brings by
/// itself stand in `slots`; the intents that begin with `Jarvis` are described in docs/intents.md.
public enum Templates {
    /// The JSON documents to merge after the package's, in this order; none for a language that has only the package.
    ///
    /// - Parameter language: an ISO 639-1 code, with or without a region (`fr`, `fr-CA`).
    public static func json(for language: String) -> [String] {
        switch language.prefix(while: { $0 != "-" && $0 != "_" }).lowercased() {
        case "fr":
            [frenchRules, frenchLights, frenchOpenings, frenchClimate, frenchMedia, frenchHouse, frenchQuestions, frenchTimers, frenchLists, frenchSkills]
        case "en":
            [englishRules, englishLights, englishOpenings, englishClimate, englishMedia, englishHouse, englishQuestions, englishTimers, englishSkills]
        default: []
        }
    }
}
