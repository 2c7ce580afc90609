import Base
import Domain

/// The questions of one reading to the matcher, each asked once, and no more than so many.
///
/// Words are put the way the templates have them first: a verb's polite forms become the imperative, "aussi" goes, "en bas" becomes the floor's name.
final class Finding {
    let lexicon: Lexicon
    let home: HomeModel
    let area: String?
    private let finder: any CandidateFinder
    private var exactKnown: [String: [Candidate]] = [:]
    private var nearKnown: [String: [Candidate]] = [:]
    private(set) var calls = 0

    /// An utterance that needs more is no order that anybody would give.
    static let callLimit = 60

    init(_ finder: any CandidateFinder, _ lexicon: Lexicon, _ home: HomeModel, area: String?) {
        self.finder = finder
        self.lexicon = lexicon
        self.home = home
        self.area = area
    }

    /// The same house, spoken to from another room.
    func at(_ area: String?) -> Finding { area.map { Finding(finder, lexicon, home, area: $0) } ?? self }

    /// What a template says word for word.
    func exact(_ text: String) -> [Candidate] {
        if let known = exactKnown[text] { return known }
        guard calls < Self.callLimit else { return [] }
        calls += 1
        let sentence = normal(Sentence(text))
        let found = finder.exactCandidates(for: sentence, in: sentence.words.indices, area: area).map { candidate in
            // The matcher distrusts free text that begins or breaks off with a small word; what a skill reads may well ("réveille-moi à 7 h").
            guard candidate.intent.name == "JarvisSkill" else { return candidate }
            var trusted = candidate
            trusted.cost = 0
            return trusted
        }
        exactKnown[text] = found
        return found
    }

    /// The nearest, whether exact or not.
    func near(_ text: String) -> [Candidate] {
        if let known = nearKnown[text] { return known }
        guard calls < Self.callLimit else { return exactKnown[text] ?? [] }
        calls += 1
        let sentence = normal(Sentence(text))
        var found = finder.candidates(for: sentence, in: sentence.words.indices, area: area)
        if found.first.map({ $0.cost > Decision.riskyLimit }) ?? true, let other = homophones(sentence), calls < Self.callLimit {
            // "éteins l'a lumière": heard right, and written as other words.
            calls += 1
            let heard = finder.candidates(for: other, in: other.words.indices, area: area)
            if let best = heard.first, best.cost + Self.homophoneCost < found.first?.cost ?? .infinity {
                found = heard.map { candidate in
                    var dearer = candidate
                    dearer.cost += Self.homophoneCost
                    return dearer
                }
            }
        }
        nearKnown[text] = found
        return found
    }

    /// The price of the matcher for a word that sounds the same.
    private static let homophoneCost = 0.3

    /// The sentence with words that a recognizer writes for others put right; `nil` when it has none.
    private func homophones(_ sentence: Sentence) -> Sentence? {
        let table = lexicon.homophones
        let words = sentence.words
        var pieces: [String] = []
        var start = 0
        var index = 0
        while index < words.count {
            let pair = index + 1 < words.count ? table[words[index].folded + " " + words[index + 1].folded] : nil
            if let heard = pair ?? table[words[index].folded] {
                if start < index { pieces.append(sentence.text(of: start..<index)) }
                pieces.append(heard)
                index += pair == nil ? 1 : 2
                start = index
            } else {
                index += 1
            }
        }
        guard start > 0 else { return nil }
        if start < words.count { pieces.append(sentence.text(of: start..<words.count)) }
        return Sentence(pieces.joined(separator: " "))
    }

    /// The sentence as the templates would say it.
    func normal(_ sentence: Sentence) -> Sentence {
        var words = sentence.words
        var pieces: [String] = []
        var index = 0
        var start = 0
        func keep(until end: Int) { if start < end { pieces.append(sentence.text(of: start..<end)) } }
        if let first = words.first, let verb = lexicon.verbs[first.folded], verb.imperative != first.text {
            pieces.append(verb.imperative)
            (start, index) = (1, 1)
        }
        while index < words.count {
            if index > 0, let length = lexicon.also.length(at: index, in: words, before: words.count), index == 1 || index + length == words.count {
                keep(until: index)
                index += length
                start = index
            } else if let (place, length) = place(at: index, in: words) ?? half(at: index, in: words) {
                keep(until: index)
                pieces.append(place)
                index += length
                start = index
            } else {
                index += 1
            }
        }
        guard start > 0 else { return sentence }
        keep(until: words.count)
        words = []
        return Sentence(pieces.joined(separator: " "))
    }

    /// "dix-neuf degrés et demi" as the templates have it: "dix-neuf et demi degrés".
    private func half(at index: Int, in words: [Sentence.Word]) -> (text: String, length: Int)? {
        guard lexicon.language == .french, index > 0, index + 2 < words.count, ["degre", "degres"].contains(words[index].folded),
            words[index + 1].folded == "et", ["demi", "demie"].contains(words[index + 2].folded)
        else { return nil }
        return ("et demi degrés", 3)
    }

    // MARK: places by direction

    private func place(at index: Int, in words: [Sentence.Word]) -> (text: String, length: Int)? {
        func on(_ floor: String) -> String { lexicon.language(fr: "dans \(floor)", en: "on the \(floor)") }
        if let length = lexicon.downstairs.length(at: index, in: words, before: words.count), let name = lowerFloor { return (on(name), length) }
        if let length = lexicon.upstairs.length(at: index, in: words, before: words.count), let name = upperFloor { return (on(name), length) }
        // Questions about outside are about the weather, too.
        if index > 0, lexicon.verbs[words[0].folded] != nil, let length = lexicon.outside.length(at: index, in: words, before: words.count),
            let name = outsideArea
        {
            return (name, length)
        }
        return nil
    }

    /// The garden, unless the house calls something "dehors" itself.
    private lazy var outsideArea: String? =
        named(lexicon.outside)
        ? nil : home.areas.first { area in ([area.name] + area.aliases).contains { lexicon.outsideNames.matches(Tokenizer.words(of: $0)) } }?.name

    /// The ground floor, unless the house calls something "en bas" itself.
    private lazy var lowerFloor: String? =
        named(lexicon.downstairs) ? nil : home.floors.filter { ($0.level ?? 1) <= 0 }.max { ($0.level ?? 0) < ($1.level ?? 0) }?.name
    private lazy var upperFloor: String? =
        named(lexicon.upstairs) ? nil : home.floors.filter { ($0.level ?? 0) > 0 }.min { ($0.level ?? 0) < ($1.level ?? 0) }?.name

    private func named(_ phrases: Phrases) -> Bool {
        let names = home.floors.flatMap { [$0.name] + $0.aliases } + home.areas.flatMap { [$0.name] + $0.aliases }
        return names.contains { phrases.matches(Tokenizer.words(of: $0)) }
    }
}
