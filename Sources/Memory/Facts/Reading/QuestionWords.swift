import Base
import Understanding

/// Tells questions without a question mark from what is stated.
enum QuestionWords {
    private static let french: Set<String> = ["qui", "quoi", "comment", "pourquoi", "combien", "quel", "quelle", "quels", "quelles", "lequel", "laquelle"]
    private static let english: Set<String> = [
        "who", "what", "where", "when", "why", "how", "which", "whose", "whom", "do", "does", "did", "is", "are", "am", "was", "were", "can", "could", "will",
        "would", "has", "have", "shall", "should",
    ]

    static func isQuestion(_ said: Saying, _ clause: Clause) -> Bool {
        let body = clause.body, text = said.text
        guard let first = body.first else { return false }
        if said.language == .english {
            return clause.isFirst && english.contains(text[first]) && text[first + 1] != "s" || english.prefix(0).contains(text[first])
        }
        if french.contains(text[first]) || isWhere(said, first) { return true }
        if text.reads(["est", "ce", "que"], at: first, before: body.upperBound) != nil
            || text.reads(["est", "ce", "qu"], at: first, before: body.upperBound) != nil
        {
            return true
        }
        if text.reads(["qu", "est"], at: first, before: body.upperBound) != nil || text[first] == "que" || text[first] == "quand" && clause.openers.isEmpty {
            return true
        }
        // "Paul aime quoi", "elle habite où", "c'est quand l'anniversaire": the word stands where the answer will.
        for index in body where index > first {
            let word = text[index]
            // "elle habite à Nantes quoi" asks nothing.
            if word == "quoi", index + 1 == body.upperBound, let verb = clause.head?.verb, index > verb.end,
                !["a", "de", "en", "avec", "sur", "pour", "comme"].contains(text[index - 1])
            {
                continue
            }
            if word == "quoi" || word == "combien" || word == "comment"
                || word == "qui" && (index + 1 == body.upperBound || text[index - 1] == "est" || text[index - 1] == "c")
            {
                return true
            }
            if isWhere(said, index), index + 1 == body.upperBound || said.isAccented(index, "où") && clause.head.map({ index == $0.verb.end }) == true {
                return true
            }
            if word == "quand", clause.head.map({ index == $0.verb.end }) == true { return true }
            if ["quel", "quelle"].contains(word), clause.head.map({ index >= $0.verb.end && index <= $0.verb.end + 1 }) == true { return true }
        }
        return false
    }

    static func isWhere(_ said: Saying, _ index: Int) -> Bool {
        said.text[index] == "ou" && (said.isAccented(index, "où") || index == 0 || index + 1 == said.count)
    }
}
