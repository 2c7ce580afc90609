import Base

/// Which fragments have no vector, so that asking costs nothing when none is missing.
struct MissingVectors: Sendable {
    /// Of one language, or of no known one.
    private struct Part: Sendable {
        var count = 0
        /// No slot before this one is missing its vector.
        var first = 0
    }

    private var parts: [Language?: Part] = [:]

    mutating func add(_ slot: Int, _ language: Language?) {
        var part = parts[language] ?? Part()
        part.first = part.count == 0 ? slot : min(part.first, slot)
        part.count += 1
        parts[language] = part
    }

    mutating func remove(_ language: Language?) { parts[language]?.count -= 1 }

    /// The first `limit` slots of these languages, or of no known one, for which `isMissing` holds.
    mutating func first(_ limit: Int, of languages: Set<Language>, in slots: Int, languageOf: (Int) -> Language?, isMissing: (Int) -> Bool) -> [Int] {
        let wanted = Set(languages.map(Optional.some) + [nil]).filter { (parts[$0]?.count ?? 0) > 0 }
        guard limit > 0, let start = wanted.compactMap({ parts[$0]?.first }).min() else { return [] }
        var found: [Int] = [], seen: Set<Language?> = []
        for slot in start..<slots where wanted.contains(languageOf(slot)) && isMissing(slot) {
            if seen.insert(languageOf(slot)).inserted { parts[languageOf(slot)]?.first = slot }
            found.append(slot)
            if found.count == limit { break }
        }
        return found
    }
}
