import Base

/// Lengths of time as orders have them: "dix minutes", "une heure et demie", "1 h 30", "half an hour", "two days".
///
/// The text skills have readers of their own, on words of their own; a sibling feature's are out of reach here, and moving them would move their whole
/// notion of a word with them. What orders need is this much.
struct SpokenDuration: Hashable {
    var seconds: Double
    var next: Int

    static func read(_ words: [Sentence.Word], at start: Int, before end: Int, _ language: Language) -> SpokenDuration? {
        func word(_ at: Int) -> String { at < end ? words[at].folded : "" }
        for (phrase, seconds) in language == .french ? frenchFixed : englishFixed {
            if let length = phrase.length(at: start, in: words, before: end) { return SpokenDuration(seconds: seconds, next: start + length) }
        }
        var index = start
        var total = 0.0
        var smallest = Double.infinity
        while index < end {
            var at = index
            if total > 0, ["et", "and", "est", "ai"].contains(word(at)) { at += 1 }
            var count: (value: Double, next: Int)?
            if language == .english, word(at) == "a" || word(at) == "an" { count = (1, at + 1) }
            guard let number = count ?? SpokenNumber.read(words, at: at, before: end, language) else { break }
            var (value, next) = (number.value, number.next)
            if language == .english, word(next) == "and", word(next + 1) == "a", word(next + 2) == "half" { (value, next) = (value + 0.5, next + 3) }
            guard let unit = unit(word(next)), unit < smallest else {
                // "1 h 30": minutes without their name.
                if total > 0, smallest == 3600 || smallest == 60, value < 60, number.next >= end || unit(word(number.next)) == nil, at == index {
                    total += value * smallest / 60
                    index = number.next
                }
                break
            }
            total += value * unit
            smallest = unit
            index = next + 1
            for (phrase, share) in language == .french ? frenchShares : englishShares {
                if let length = phrase.length(at: index, in: words, before: end) {
                    total += share * unit
                    index += length
                    break
                }
            }
        }
        return total > 0 && total <= limit ? SpokenDuration(seconds: total, next: index) : nil
    }

    /// A year; nobody waits longer for a light.
    private static let limit = 366 * 86_400.0

    /// A unit, or what is one slip from it: "mnutes".
    private static func unit(_ word: String) -> Double? {
        if let unit = units[word] { return unit }
        let letters = Array(word.utf8)
        guard letters.count >= 5 else { return nil }
        let limit = letters.count >= 7 ? 2 : 1
        return units.first { $0.key.utf8.count >= 5 && Edits.distance(letters, Array($0.key.utf8), limit: limit) <= limit }?.value
    }

    private static let units: [String: Double] = [
        "seconde": 1, "secondes": 1, "sec": 1, "s": 1, "minute": 60, "minutes": 60, "min": 60, "mn": 60, "heure": 3600, "heures": 3600, "h": 3600,
        "jour": 86_400,
        "jours": 86_400, "semaine": 604_800, "semaines": 604_800, "second": 1, "seconds": 1, "secs": 1, "mins": 60, "hour": 3600, "hours": 3600, "hr": 3600,
        "day": 86_400, "days": 86_400, "week": 604_800, "weeks": 604_800,
    ]
    private static let frenchFixed: [(Phrases, Double)] = [
        (Phrases("une demi-heure|une demie heure|une demie-heure|demi-heure|une petite demi-heure|1 demi-heure"), 1800),
        (Phrases("un quart d'heure|quart d'heure|1 quart d'heure"), 900),
        (Phrases("trois quarts d'heure|3 quarts d'heure"), 2700), (Phrases("une demi-minute"), 30), (Phrases("une dizaine de minutes"), 600),
        (Phrases("une vingtaine de minutes"), 1200), (Phrases("une trentaine de minutes"), 1800), (Phrases("quelques minutes"), 300),
    ]
    private static let englishFixed: [(Phrases, Double)] = [
        (Phrases("half an hour|a half hour|half hour"), 1800), (Phrases("a quarter of an hour|quarter of an hour"), 900),
        (Phrases("three quarters of an hour"), 2700),
        (Phrases("half a minute"), 30), (Phrases("a couple of minutes|a few minutes"), 180),
    ]
    private static let frenchShares: [(Phrases, Double)] = [
        (Phrases("et demie|et demi"), 0.5), (Phrases("et quart|et un quart"), 0.25), (Phrases("trois quarts"), 0.75),
    ]
    private static let englishShares: [(Phrases, Double)] = [(Phrases("and a half"), 0.5), (Phrases("and a quarter"), 0.25)]
}
