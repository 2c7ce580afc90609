public import Base
public import Domain
public import Understanding

/// Says what a word means, from the dictionary of the house. What is not in it is left to the model.
public struct DictionarySkill: TextSkill {
    public let name = "dictionary"
    public let onlyTells = true
    private let dictionary: OfflineDictionary

    public init(dictionary: OfflineDictionary) { self.dictionary = dictionary }

    public func examples(in language: Language) -> [String] {
        language(fr: ["quelle est la définition de « ubiquité » ?", "que veut dire « ubiquité » ?"], en: ["define ubiquity", "what does ubiquity mean?"])
    }

    private enum Question: Sendable { case define }

    private static let grammar = Grammar<Question>(
        pieces: ["mot": "le mot|du mot|mot|l'expression|le terme|the word|the term", "de": "de|d'|du|des|de la|de l'|du mot|d'un|d'une"],
        french: [
            (
                .define,
                [
                    "[donne|donne-moi|quelle est|c'est quoi|cherche] [la] définition <de> [<mot>] {word}",
                    "(que veut dire|que signifie|qu'est-ce que veut dire|qu'est-ce que signifie|ça veut dire quoi|que veulent dire|que désigne) [<mot>] {word}",
                    "(définis|définir|définissez) [<mot>] {word}", "{word} (ça veut dire quoi|ça signifie quoi|qu'est-ce que ça veut dire|veut dire quoi)",
                    "[quel est] [le] sens <de> [<mot>] {word}", "(qu'est-ce qu'|c'est quoi) (un|une) {word}", "qu'est-ce que (le|la|l'|les) {word}",
                ]
            )
        ],
        english: [
            (
                .define,
                [
                    "define [<mot>] {word}", "[what is|what's|give me] [the] (definition|meaning) of [<mot>] {word}",
                    "what (does|do) [<mot>] {word} mean", "(what is|what's) (a|an) {word}", "what is meant by {word}",
                ]
            )
        ])

    static var malformedTemplates: [String] { grammar.malformed }

    private static let shown = 3

    public func answer(_ text: FoldedText, _ utterance: Utterance, in context: SkillContext) async throws -> SkillReply? {
        guard text.tokens.count <= 16, let match = Self.grammar.match(text, preferring: utterance.language), let word = match["word"], word.count <= 5,
            let found = await dictionary.meanings(of: text.original(word))
        else { return nil }
        let meanings = found.meanings.prefix(Self.shown).map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
        let text = found.word.capitalizedFirst + match.language(fr: " : ", en: ": ") + meanings.joined(separator: match.language(fr: " ; ou : ", en: "; or: "))
        return SkillReply(text.last.map { "!?…".contains($0) } == true ? text : text + ".")
    }
}
