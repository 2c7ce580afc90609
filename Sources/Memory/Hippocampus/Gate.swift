import Domain

/// How much of what is said is worth remembering. Everything is encoded; what is noise is encoded so lightly that the next night drops it.
enum Gate {
    enum Weight: Int, Sendable, Comparable {
        /// Not kept at all: what Jarvis said that is not news to anybody ("il est 9 h").
        case nothing
        /// Greetings, orders to the house, the time and the weather, thanks.
        case noise
        /// Questions about the world, which say nothing of anybody here.
        case errand
        /// Questions of one's own, and what Jarvis told.
        case light
        case full

        static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    /// What somebody tells is as important as this at least.
    static let told = 0.25

    /// The importance of a text of this weight, from what the limbic system said of it.
    static func importance(_ score: Double, _ weight: Weight) -> Double {
        switch weight {
        case .nothing, .noise: 0.02
        case .errand: 0.1
        case .light: min(max(0.2, score * 0.6), 0.24)
        case .full: min(max(told, score), 1)
        }
    }

    /// - Parameters:
    ///   - path: what answered the turn (`skill:timers`, `llm:ollama`, `none`).
    ///   - namesSomebody: whether a name stands in it that was told of before.
    static func user(_ text: FoldedWords, path: String, isQuestion: Bool, namesSomebody: Bool) -> Weight {
        // What a skill took was an order or a question it knows; what was told to be remembered, the memory's desk has kept itself.
        if path.hasPrefix("skill:"), path != "skill:small_talk" { return .noise }
        let all = text.texts
        let words = CommonWords.withoutFillers(all).map { all[$0] }
        let content = words.filter { !CommonWords.little.contains($0) && !CommonWords.phatic.contains($0) && $0.count > 1 }
        if content.allSatisfy({ CommonWords.passing.contains($0) || CommonWords.deictic.contains($0) }) { return .noise }
        let asks = isQuestion || words.first.map(CommonWords.interrogatives.contains) ?? false || asksLater(text.texts)
        if words.count <= 12, CommonWords.errands.areIn(words), content.count <= 4 { return .noise }
        if isOrder(words, content) { return .noise }
        if path == "skill:small_talk" { return content.count >= 4 && !asks ? .full : .noise }
        guard asks else { return content.count == 1 && words.count <= 2 ? .noise : .full }
        return namesSomebody || words.contains(where: CommonWords.personal.contains) ? .light : .errand
    }

    /// A few words that name nobody, stir nothing and state nothing: "laisse tomber", "t'es là".
    static func isSmall(_ text: FoldedWords, score: Double, namesNobody: Bool) -> Bool {
        namesNobody && score < 0.13 && CommonWords.withoutFillers(text.texts).count <= 4
    }

    /// "c'est quoi le code", "à quoi Karim est allergique", "elle habite où".
    private static func asksLater(_ words: [String]) -> Bool {
        let within: Set<String> = ["quoi", "quel", "quelle", "quels", "quelles", "combien", "comment"]
        return words.dropFirst().prefix(2).contains(where: within.contains) || words.starts(with: ["c", "est", "qui"])
            || words.starts(with: ["depuis", "quand"])
            || words.last.map { ["ou", "quand", "combien", "comment"].contains($0) } ?? false
    }

    /// What Jarvis said counts where a model told something that was not in the question.
    static func assistant(_ text: FoldedWords, asked: FoldedWords?, user: Weight, path: String) -> Weight {
        guard path.hasPrefix("llm:"), user > .noise else { return .nothing }
        let known = Set(asked?.texts ?? [])
        let told = Set(text.texts).filter {
            $0.count > 2 && !known.contains($0) && !CommonWords.little.contains($0) && !CommonWords.phatic.contains($0) && !CommonWords.passing.contains($0)
        }
        guard told.count >= 6 else { return .nothing }
        return min(user, .light)
    }

    /// Orders to the model that came in as talk, or as something that was read to it.
    static func isTakeover(_ text: FoldedWords) -> Bool { CommonWords.takeovers.areIn(text.texts) }

    /// "(tu peux) éteindre la lampe du salon", and nothing about anybody.
    private static func isOrder(_ words: [String], _ content: [String]) -> Bool {
        let polite: Set<String> = [
            "tu", "peux", "peut", "pourrais", "est", "ce", "que", "can", "could", "you", "il", "faudrait", "je", "veux", "voudrais", "et",
        ]
        guard let verb = words.first(where: { !polite.contains($0) }), CommonWords.orders.contains(verb), words.count <= 14 else { return false }
        return content.count <= 1 || words.contains(where: CommonWords.devices.contains)
    }
}
