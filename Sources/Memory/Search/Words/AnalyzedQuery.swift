import Base

/// A query as it is looked for.
struct AnalyzedQuery: Sendable {
    /// What is longer is a text, and its first words say what it is about.
    static let wordLimit = 64

    struct Word: Sendable {
        /// As it stands in the query.
        var text: String
        /// Of the word as it is, which may be a name.
        var key: UInt64
        /// Of its stems: it is looked for in texts of both languages.
        var french: UInt64, english: UInt64
    }

    var language: Language
    /// Each word once, without little ones.
    var words: [Word] = []
    /// All words in their order: folded, hashed as they are, and where they stand in the query's UTF-8.
    var all: [(folded: String, key: UInt64, range: Range<Int>)] = []
    /// Whether who asks speaks of themselves.
    var isFirstPerson = false
    /// Each word, and each two: what may be the name of somebody or something.
    var names: [(text: String, hash: UInt64)] = []

    /// Whether a time is asked for: when, how long, what year.
    var asksWhen: Bool {
        has("when") || has("how", ["long"]) || has("what", ["year", "month", "date", "day", "time"]) || has("which", ["year", "month", "date", "day", "time"])
            || (language == .french && (has("quand") || has("combien", ["de"], ["temps", "jours", "mois", "annees", "heures"]) || asksFor(Self.frenchTimes)))
    }

    private static let frenchTimes: Set = ["annee", "mois", "date", "jour", "heure", "moment", "age"]

    /// "quelle date", "en quelle année"
    private func asksFor(_ things: Set<String>) -> Bool {
        zip(all, all.dropFirst()).contains { ["quel", "quelle", "quels", "quelles"].contains($0.folded) && things.contains($1.folded) }
    }

    /// Whether one of `second` follows `first`, and one of `third` that.
    private func has(_ first: String, _ second: Set<String>? = nil, _ third: Set<String>? = nil) -> Bool {
        all.indices.contains { index in
            all[index].folded == first && (second.map { index + 1 < all.count && $0.contains(all[index + 1].folded) } ?? true)
                && (third.map { index + 2 < all.count && $0.contains(all[index + 2].folded) } ?? true)
        }
    }
}
