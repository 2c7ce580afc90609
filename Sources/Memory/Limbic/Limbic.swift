package import Base
package import Domain

/// The limbic system: how a text feels and how much it matters, by words alone.
package enum Limbic {
    /// The affect of `text`, and its importance from 0 (trivial) to 1 (vital). Takes some microseconds for a sentence.
    ///
    /// Importance is what independent signs leave of unimportance, 1 - (1 - a)(1 - b)…: topics named (health, safety, death, birth, money, keys,
    /// promises, dates…), words that ask to remember, and strong feeling. Small talk and orders to the house stay near 0.05.
    package static func score(_ text: String, language: Language) -> (affect: Affect, importance: Double) {
        let reader = AffectReader(text, lexicon: language == .french ? .french : .english)
        return (reader.affect, importance(reader))
    }

    private static func importance(_ reader: AffectReader) -> Double {
        let affect = reader.affect
        let isSmallTalk = reader.trivialWords > 0 && reader.trivialWords * (affect.valence > 0 ? 4 : 2) >= reader.wordCount
        let isTrivial = isSmallTalk || reader.isOrder
        let base = isTrivial ? 0.05 : 0.05 + (reader.hasQuestion ? 0.05 : 0.1) * min(1, Double(reader.wordCount) / 6)
        // Only what goes beyond everyday talk counts, more so when it stirs, and pleasantries do not.
        let strength = max(abs(affect.valence), min(1, reader.strongest))
        var feeling = max(0, strength - 0.5) * 2 * (0.15 + 0.2 * affect.arousal)
        if reader.isOrder || isSmallTalk && affect.valence > 0 { feeling *= 0.1 }
        var signs = 1 - reader.unimportance
        if reader.isOrder { signs *= 0.2 } else if reader.hasQuestion { signs *= 0.6 }
        return min(1, max(0, 1 - (1 - base) * (1 - signs) * (1 - feeling)))
    }
}
