/// What departures from a template cost. 1 is about one word that had to be guessed. Calibrated on the benchmark's corrupted sentences
/// (docs/benchmarks.md): right readings of one slip stay below 1.2, and readings of something else begin above.
enum Cost {
    /// The accents are missing, or others.
    static let accents: Float = 0.02
    /// A word of politeness the language's package lists.
    static let skippedPhrase: Float = 0.001
    /// It sounds the same.
    static let sound: Float = 0.3
    /// It is the same word with another ending that is not heard: plural, feminine.
    static let ending: Float = 0.2
    /// One letter, in a word of five or more.
    static let oneLetter: Float = 0.7
    static let oneLetterOfFour: Float = 0.9
    static let oneLetterOfThree: Float = 1.2
    /// Two letters, in a word of seven or more.
    static let twoLetters: Float = 1.15
    /// On top, when the first letter is another one: that one is rarely mistyped, and never misheard.
    static let firstLetter: Float = 0.25
    /// On top, when the word as it was said is a word of the templates or the house itself.
    static let knownWord: Float = 0.6
    /// Two words that should be one, or one that should be two.
    static let joined: Float = 0.4
    /// An article or preposition left out, put in, or in the place of another.
    static let articleMissing: Float = 0.25
    static let articleExtra: Float = 0.35
    static let articleOther: Float = 0.3
    /// A word of the template that was not said.
    static let wordMissing: Float = 1.0
    /// A word that no template has there. Dearer than what is acted on: whoever said it meant something by it.
    static let wordExtra: Float = 2.2
    /// Words where a name should be, and that name nothing.
    static let unknownName: Float = 1.5
    /// On top of what a near miss of a known word would cost, for taking it as free text instead.
    static let nearMissAsText: Float = 0.4
    /// A word of the templates or the house inside free text: the speaker may have meant it.
    static let tellingAsText: Float = 0.3
    static let tellingAsTextLimit: Float = 1.2
    /// Free text that ends with an article or preposition.
    static let articleAsText: Float = 0.2
    /// Free text of nothing but articles and numbers, or a name of nothing but words of the templates.
    static let emptyText: Float = 1.5
    /// A command without its verb: "la lumière du salon", where the template has no article.
    static let withoutBeginning: Float = 1.2
    /// The utterance stops in the middle: "éteins la".
    static let cutOff: Float = 1.25
    /// What may be searched for holds so many words of the templates that it is more likely something else.
    static let searchRefundLimit = 0.65
    /// A command to be run later that is none.
    static let notACommand: Float = 2
    /// Search goes no further than this: nothing dearer is ever asked about (`Decision.askLimit`).
    static let limit: Float = 2.4
    /// With two unknown names, both of which can be asked about.
    static let limitOfUnknown: Float = 3.2
    /// With words of the template that were not said.
    static let limitOfMissing: Float = 2.2
}
