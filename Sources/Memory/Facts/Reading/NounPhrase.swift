import Base
import Domain
import Understanding

/// "la sœur de Léa", "mon code postal", "Julie": a noun with whose it is.
struct NounPhrase: Sendable {
    enum Determiner: Sendable, Hashable { case none, definite, indefinite, demonstrative, mine, ours, theirs, yours }

    var determiner: Determiner
    /// The noun and what describes it, without its determiner and without `whose`.
    var head: Range<Int>
    /// "de Léa", "Leah's".
    var whose: [NounPhrase] = []
    /// All of it.
    var range: Range<Int>
    var isFeminine: Bool?
    /// "l'ancien code": the one before.
    var isFormer = false
}

/// Reads noun phrases, and whom they mean.
struct NounReader {
    let said: Saying
    let nouns: Nouns
    let words: ClauseWords

    init(_ said: Saying) {
        self.said = said
        nouns = Nouns.of(said.language)
        words = said.words
    }

    private static let determiners: [Language: [String: (NounPhrase.Determiner, Bool?)]] = [
        .french: [
            "le": (.definite, false), "la": (.definite, true), "les": (.definite, nil), "l": (.definite, nil), "du": (.definite, false),
            "des": (.definite, nil), "au": (.definite, false),
            "aux": (.definite, nil), "un": (.indefinite, false), "une": (.indefinite, true), "ce": (.demonstrative, false), "cet": (.demonstrative, false),
            "cette": (.demonstrative, true),
            "ces": (.demonstrative, nil), "mon": (.mine, nil), "ma": (.mine, true), "mes": (.mine, nil), "notre": (.ours, nil), "nos": (.ours, nil),
            "son": (.theirs, nil),
            "sa": (.theirs, true), "ses": (.theirs, nil), "leur": (.theirs, nil), "leurs": (.theirs, nil), "ton": (.yours, nil), "ta": (.yours, nil),
            "tes": (.yours, nil), "votre": (.yours, nil),
            "vos": (.yours, nil),
        ],
        .english: [
            "the": (.definite, nil), "a": (.indefinite, nil), "an": (.indefinite, nil), "this": (.demonstrative, nil), "that": (.demonstrative, nil),
            "these": (.demonstrative, nil),
            "my": (.mine, nil), "our": (.ours, nil), "his": (.theirs, nil), "her": (.theirs, nil), "their": (.theirs, nil), "its": (.theirs, nil),
            "your": (.yours, nil),
        ],
    ]

    /// The determiner that stands here; `nil` for none.
    func determiner(at index: Int) -> (NounPhrase.Determiner, Bool?)? { Self.determiners[said.language]?[said.text[index]] }

    func read(_ range: Range<Int>, depth: Int = 0) -> NounPhrase? {
        guard !range.isEmpty, range.count <= 12, depth < 3 else { return nil }
        var range = range
        if ["tout", "toute", "tous", "toutes", "all"].contains(said.text[range.lowerBound]), range.count > 1 {
            range = range.lowerBound + 1..<range.upperBound
        }
        var phrase = NounPhrase(determiner: .none, head: range, range: range)
        if said.language == .english, let split = genitive(in: range), split.lowerBound > range.lowerBound {
            // "Leah's husband", "my sister's name"
            guard let owner = read(range.lowerBound..<split.lowerBound, depth: depth + 1), split.upperBound < range.upperBound else { return nil }
            phrase.whose = [owner]
            phrase.head = split.upperBound..<range.upperBound
            phrase.determiner = .definite
            takeFormer(&phrase)
            return phrase
        }
        if let (determiner, feminine) = determiner(at: range.lowerBound), range.count > 1 {
            (phrase.determiner, phrase.isFeminine) = (determiner, feminine)
            phrase.head = range.lowerBound + 1..<range.upperBound
        }
        takeFormer(&phrase)
        if let of = linking(in: phrase) {
            guard of + 1 < range.upperBound else { return nil }
            // "du" and "des" bring their article.
            let start = ["du", "des"].contains(said.text[of]) ? of : of + 1
            guard let owner = read(start..<range.upperBound, depth: depth + 1) else { return nil }
            phrase.whose = [owner]
            phrase.head = phrase.head.lowerBound..<of
        }
        return phrase.head.isEmpty ? nil : phrase
    }

    private func takeFormer(_ phrase: inout NounPhrase) {
        let first = phrase.head.lowerBound
        guard phrase.head.count > 1,
            ["ancien", "ancienne", "anciens", "old", "former", "previous", "nouveau", "nouvelle", "nouvel", "new"].contains(said.text[first])
        else { return }
        phrase.isFormer = !["nouveau", "nouvelle", "nouvel", "new"].contains(said.text[first])
        phrase.head = first + 1..<phrase.head.upperBound
    }

    /// Where "de", "of" stands that says whose it is; names and fixed words keep theirs ("mot de passe").
    private func linking(in phrase: NounPhrase) -> Int? {
        let head = phrase.head
        let fixed = attribute(at: head.lowerBound, before: head.upperBound)?.end ?? head.lowerBound + 1
        guard fixed < head.upperBound else { return nil }
        let links: Set<String> = said.language == .french ? ["de", "du", "des", "d"] : ["of", "for"]
        guard phrase.determiner != .none || fixed > head.lowerBound + 1 || isKin(head.lowerBound..<fixed) || said.language == .english else { return nil }
        let found = (fixed..<head.upperBound).filter { links.contains(said.text[$0]) }
        // "la prof de maths d'Élise", "le code de carte de Noé": what it is of, and then whose.
        if found.count > 1, said.language == .french, ["de", "d"].contains(said.text[found[0]]), found[1] == found[0] + 2, !said.isCapitalised(found[0] + 1),
            determiner(at: found[0] + 1) == nil, nouns.kin[said.text[found[0] + 1]] == nil
        {
            return found[1]
        }
        return found.first
    }

    /// The "s" of a genitive, or the apostrophe of a plural, as a range of its tokens.
    private func genitive(in range: Range<Int>) -> Range<Int>? {
        guard let last = range.reversed().first(where: { said.text[$0] == "s" && $0 > range.lowerBound }) else { return nil }
        return last..<last + 1
    }

    /// The longest attribute noun that stands here.
    func attribute(at index: Int, before end: Int) -> (relation: String, end: Int)? {
        for length in stride(from: min(nouns.longest, end - index), to: 0, by: -1) {
            let words = said.text.folded(index..<index + length)
            guard let relation = nouns.attributes[words] else { continue }
            return (relation.isEmpty ? words : relation, index + length)
        }
        return nil
    }

    /// The kinship that these words begin with, and where it ends.
    func kin(at index: Int, before end: Int) -> (kin: Nouns.Kin, end: Int)? {
        for length in stride(from: min(nouns.longestKin, end - index), to: 0, by: -1) {
            if let kin = nouns.kin[said.text.folded(index..<index + length)] { return (kin, index + length) }
        }
        return nil
    }

    private func isKin(_ range: Range<Int>) -> Bool { kin(at: range.lowerBound, before: range.upperBound)?.end == range.upperBound }

    /// Whether these words can be somebody's name.
    func isName(_ range: Range<Int>, needsCapital: Bool = false) -> Bool {
        guard !range.isEmpty, range.count <= 4 else { return false }
        let isMarked = range.allSatisfy { said.isCapitalised($0) || ["de", "du", "la", "le", "d"].contains(said.text[$0]) && $0 > range.lowerBound }
        if isMarked, !words.little.contains(said.text[range.lowerBound]) || range.count > 1 { return true }
        guard !needsCapital, range.count <= 3 else { return false }
        let verbs = Verbs.of(said.language)
        return range.allSatisfy { index in
            let word = said.text[index]
            return said.text.tokens[index].kind == .word && !words.little.contains(word) && !words.determiners.contains(word) && word.count > 1
                && !Numerals.starters.contains(word)
                && (said.isCapitalised(index) || verbs.infinitive(word) == nil && verbs.participle(word) == nil) && !Self.noNames.contains(word)
        }
    }

    private static let noNames: Set<String> = [
        "cuisine", "salon", "chambre", "lumiere", "lumieres", "musique", "volet", "volets", "chauffage", "tele", "kitchen", "bedroom", "lights", "light",
        "music", "heating", "tv",
        "dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "super", "genial", "cool",
        "promis", "autant", "ceci", "cela", "toute", "tant", "quel", "chaud", "froid", "nothing", "what", "http", "https", "qu", "aucune", "certain",
        "certains", "beaucoup", "people",
    ]
}
