import Base

/// The small words around orders in one language: what the steps of reading look for.
struct Lexicon: Sendable {
    let language: Language
    let verbs: Verbs

    // Courtesy.
    /// Said while thinking; never part of anything.
    let hesitations: Set<String>
    /// "s'il te plaît": wherever it stands.
    let please: Phrases
    /// The name, a greeting, "est-ce que tu peux": before an order.
    let openings: Phrases
    /// "attends", before how long.
    let waiting: Set<String>
    /// "arrête, n'éteins pas …": put aside before a pause.
    let interjections: Set<String>
    /// Openings that an amount may follow without a verb: "je voudrais 22 degrés".
    let wishes: Phrases
    /// What is wished for so: "degrés", "lumière".
    let wished: Set<String>
    /// "merci", "maintenant": after one.
    let closings: Phrases
    /// "mets-moi", "allume-nous": for whom.
    let beneficiaries: Set<String>
    /// Verbs that keep their beneficiary: "rappelle-moi".
    let givers: Set<String>
    /// "dis-moi": put aside before a question.
    let tellMe: Phrases
    let interrogatives: Set<String>
    /// "aussi", "également".
    let also: Phrases
    let names: Set<String>

    // Several orders.
    /// What joins orders, or the targets of one: "et", "puis".
    let joints: Phrases
    /// What follows "et" in a number or a duration: "demie", "quart".
    let numberTails: Set<String>
    let exceptions: Phrases
    let corrections: Phrases
    /// "ne", "n": the first half of a negation, and its second halves.
    let negationOpeners: Set<String>
    let negations: Set<String>
    /// What forbids the order behind it: "évite de", "il ne faut pas", "don't".
    let refusals: Phrases
    /// What forbids any order about the thing behind it: "ne touche pas à", "don't touch".
    let untouchables: Phrases
    /// "laisse", "leave", with a thing and perhaps the state that it is to stay in.
    let leaving: Set<String>
    let states: Set<String>

    // Chatter around orders.
    /// Words that statements begin with: "je", "on", "il".
    let subjects: Set<String>
    /// What things and people do that no order asks for: "dort", "sonne".
    let happenings: Set<String>
    /// What may take an order back or forbid it, and conditions: never chatter.
    let reversals: Set<String>
    /// "dit", "told": somebody else's words.
    let reports: Set<String>
    /// "tu", "on" before the verb of an order: "tu éteins la télé".
    let orderers: Set<String>
    /// "éteinte", "ouverts" behind a thing that has no verb, with the verb that brings it about.
    let results: [String: String]

    // What a sentence is.
    /// Words that begin a question that may be one of several orders: "quelle heure", "il fait combien".
    let inquiries: Phrases
    /// Words that begin a question about reasons, ways and opinions.
    let questionOpeners: Phrases
    /// Words that begin a statement.
    let narrators: Set<String>
    /// "le", "mon": articles that say it is known which one.
    let definite: Set<String>
    let prepositions: Set<String>
    /// "tout", "partout".
    let everything: Phrases
    /// "tout doucement", "tous les matins": where it is no "everything".
    let notEverything: Phrases

    /// Words of everyday life that look or sound like those of the house, and must not be taken for them.
    let otherThings: Set<String>

    // Follow-ups.
    let pronouns: Set<String>
    let same: Phrases
    let again: Phrases
    /// "encore" before an amount: "encore un degré".
    let another: Phrases
    /// What stands before an item of a list: "du", "some".
    let partitives: Set<String>
    let undo: Phrases
    /// "plus", "moins" and what may stand around them, with the direction.
    let more: Phrases
    let less: Phrases
    let littleWords: Phrases
    /// What "plus fort", "plus chaud" is about, by the adjective.
    let adjectives: [String: String]

    // Answers.
    let yes: Phrases
    let no: Phrases
    let both: Phrases
    let neither: Phrases
    let ordinals: [Phrases]

    /// What a recognizer writes for small words and units that sound alike, as one word or two.
    let homophones: [String: String]

    /// Floors by direction.
    let downstairs: Phrases
    let upstairs: Phrases
    /// "dehors", and what a house calls the room that it stands for.
    let outside: Phrases
    let outsideNames: Phrases
    /// Rooms that houses have: one that this house lacks is worth naming, also in a question.
    let rooms: Set<String>

    static func of(_ language: Language) -> Lexicon { language == .french ? french : english }

    /// Articles and prepositions.
    func isLight(_ folded: String) -> Bool { definite.contains(folded) || prepositions.contains(folded) }

    /// Whether words begin like a question.
    func isInquiry(_ words: [Sentence.Word]) -> Bool {
        questionOpeners.length(at: 0, in: words, before: words.count) != nil || inquiries.length(at: 0, in: words, before: words.count) != nil
    }

    /// Whether the words from `index` on begin with a verb of an order, as it is spelled.
    func opensWithVerb(_ words: [Sentence.Word], at index: Int) -> Bool { index < words.count && verbs[words[index].folded] != nil }
}
