/// A language's words for feelings, as lists to read: `valence arousal: word, saying…` in tenths (-9…9, 0…9), `weight: …` in tenths for what
/// strengthens or matters. Words are written as in a dictionary, with accents; "ne" is left out of French sayings.
struct LimbicWords: Sendable {
    /// Taken as they stand.
    let sayings: String
    /// Verb forms taken as they stand.
    let conjugated: String
    let adjectives: String
    let nouns: String
    let verbs: String
    let oaths: String
    let boosts: String
    /// One topic to a line.
    let topics: String
    /// What changes feelings.
    let roles: [(LimbicLexicon.Roles, String)]
    /// What is not worth keeping.
    let talk: [(LimbicLexicon.Roles, String)]
    let adjectiveForms: Inflection
    let nounForms: Inflection
    let verbForms: Inflection
}
