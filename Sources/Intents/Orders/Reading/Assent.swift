import Base

/// Whether somebody said yes or no, and nothing else.
enum Assent {
    private static let wordLimit = 8
    /// What may stand beside a yes or a no and is neither: "oui, merci", "non, c'est bon".
    private static let fillers = Phrases("merci|merci beaucoup|merci bien|c'est bon|alors|thanks|thank you|thanks a lot|then")

    /// `nil` for neither, for both, and for a yes with more behind it: "oui mais seulement la cuisine" is no yes to what was asked.
    static func read(_ words: [Sentence.Word], _ lexicon: Lexicon) -> Bool? {
        guard words.count <= wordLimit else { return nil }
        var answer: Bool?
        var index = 0
        while index < words.count {
            func length(_ phrases: Phrases) -> Int { phrases.length(at: index, in: words, before: words.count) ?? 0 }
            let (yes, no, filler) = (length(lexicon.yes), length(lexicon.no), length(fillers))
            let longest = max(yes, no, filler)
            guard longest > 0 else { return nil }
            if filler < longest {
                guard yes != no, answer ?? (yes > no) == (yes > no) else { return nil }
                answer = yes > no
            }
            index += longest
        }
        return answer
    }

    /// In whatever language: who is asked in one may answer in another.
    static func read(_ sentence: Sentence) -> Bool? {
        for language in Language.allCases {
            let lexicon = Lexicon.of(language)
            if let answer = read(Cleaning.bare(sentence, lexicon).words, lexicon) { return answer }
        }
        return nil
    }
}
