import Base

/// A text as the index keeps it: no words, but hashes of them.
struct AnalyzedText: Sendable {
    struct Term: Sendable {
        /// Of the word's stem.
        var hash: UInt64
        /// Whether it stands in a question.
        var isAsked: Bool
    }

    /// In their order, without little words.
    var terms: [Term] = []
    var traits = TextTraits()
}

/// What a ranking asks of a text besides its terms.
struct TextTraits: Sendable {
    /// Longer texts are not more telling.
    static let wordLimit = 120

    /// All words, up to `wordLimit`.
    var words: UInt8 = 0
    var flags: Flags = []

    struct Flags: OptionSet, Sendable {
        let rawValue: UInt8

        static let question = Flags(rawValue: 1)
        static let firstPerson = Flags(rawValue: 2)
        /// It names a time: yesterday, Monday, last.
        static let time = Flags(rawValue: 4)
        static let isFrench = Flags(rawValue: 8)
        static let isEnglish = Flags(rawValue: 16)
    }

    /// As it was given; `nil`: nobody could tell.
    var language: Language? { flags.contains(.isFrench) ? .french : flags.contains(.isEnglish) ? .english : nil }
}
