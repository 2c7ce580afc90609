import Base

/// What a word is a form of: "habitait" is "habiter", in the imperfect.
struct VerbForm: Sendable, Hashable {
    enum Tense: Sendable, Hashable { case present, past, imperfect, future, conditional, participle, gerund, infinitive, subjunctive }

    var lemma: String
    var tense: Tense

    var isFinite: Bool {
        switch tense {
        case .present, .past, .imperfect, .future, .conditional, .subjunctive: true
        case .participle, .gerund, .infinitive: false
        }
    }
}

/// The verbs that are known by their forms. All is folded: "préfère" is `prefere`.
struct Verbs: Sendable {
    private let forms: [String: [VerbForm]]

    static func of(_ language: Language) -> Verbs { language == .french ? french : english }

    func forms(of word: String) -> [VerbForm] { forms[word] ?? [] }
    func finite(_ word: String) -> VerbForm? { forms[word]?.first(where: \.isFinite) }
    func participle(_ word: String) -> String? { forms[word]?.first { $0.tense == .participle }?.lemma }
    func infinitive(_ word: String) -> String? { forms[word]?.first { $0.tense == .infinitive }?.lemma }
    func gerund(_ word: String) -> String? { forms[word]?.first { $0.tense == .gerund }?.lemma }
    /// The verb whose subjunctive this is: "prenne" is "prendre".
    func subjunctive(_ word: String) -> String? {
        (forms[word]?.first { $0.tense == .subjunctive } ?? forms[word]?.first { $0.tense == .present })?.lemma
    }

    private static let french: Verbs = {
        var builder = Builder()
        for stem in FrenchVerbs.regular.split(whereSeparator: \.isWhitespace) { builder.addFrenchRegular(String(stem)) }
        for stem in FrenchVerbs.second.split(whereSeparator: \.isWhitespace) { builder.addFrenchSecond(String(stem)) }
        for line in FrenchVerbs.irregular.split(separator: "\n") { builder.addFrenchIrregular(line) }
        return Verbs(forms: builder.forms)
    }()

    private static let english: Verbs = {
        var builder = Builder()
        for verb in EnglishVerbs.regular.split(whereSeparator: \.isWhitespace) { builder.addEnglishRegular(String(verb)) }
        for line in EnglishVerbs.irregular.split(separator: "\n") { builder.addEnglishIrregular(line) }
        return Verbs(forms: builder.forms)
    }()
}

/// Writes verbs out in all their forms.
private struct Builder {
    var forms: [String: [VerbForm]] = [:]

    private mutating func add(_ word: String, _ lemma: String, _ tense: VerbForm.Tense) {
        let form = VerbForm(lemma: lemma, tense: tense)
        if forms[word]?.contains(form) != true { forms[word, default: []].append(form) }
    }

    private mutating func add(_ stem: String, _ endings: [String], _ lemma: String, _ tense: VerbForm.Tense) {
        for ending in endings { add(stem + ending, lemma, tense) }
    }

    private static let imperfect = ["ais", "ait", "ions", "iez", "aient"]
    private static let future = ["ai", "as", "a", "ons", "ez", "ont"]

    /// The tenses that two stems give: "viv" and "vivr".
    private mutating func addTenses(imperfect: String, future: String, _ lemma: String) {
        add(imperfect, Self.imperfect, lemma, .imperfect)
        add(future, Self.future, lemma, .future)
        add(future, Self.imperfect, lemma, .conditional)
    }

    private mutating func addParticiple(_ participle: String, _ lemma: String) {
        add(participle, participle.hasSuffix("s") ? ["", "e", "es"] : ["", "e", "s", "es"], lemma, .participle)
    }

    /// A verb in -er, by its stem; a second stem for what doubles its consonant: `appel/appell`.
    mutating func addFrenchRegular(_ entry: String) {
        let stems = entry.split(separator: "/").map(String.init)
        guard let stem = stems.first, let strong = stems.last else { return }
        let lemma = stem + "er"
        let soft = stem.hasSuffix("g") ? stem + "e" : stem
        add(strong, ["e", "es", "ent"], lemma, .present)
        add(soft, ["ons"], lemma, .present)
        add(stem, ["ez"], lemma, .present)
        add(soft, ["ais", "ait", "aient"], lemma, .imperfect)
        add(stem, ["ions", "iez"], lemma, .imperfect)
        add(strong + "er", Self.future, lemma, .future)
        add(strong + "er", Self.imperfect, lemma, .conditional)
        addParticiple(stem + "e", lemma)
        add(lemma, lemma, .infinitive)
        add(soft + "ant", lemma, .gerund)
    }

    /// A verb in -ir like "finir", by its stem.
    mutating func addFrenchSecond(_ stem: String) {
        let lemma = stem + "ir"
        add(stem, ["is", "it", "issons", "issez", "issent"], lemma, .present)
        add(stem, ["isse", "isses"], lemma, .subjunctive)
        addTenses(imperfect: stem + "iss", future: stem + "ir", lemma)
        addParticiple(stem + "i", lemma)
        add(lemma, lemma, .infinitive)
    }

    /// `vivre: vis vit vivons vivez vivent: vive vives: viv: vivr: vecu`
    mutating func addFrenchIrregular(_ line: Substring) {
        let parts = line.split(separator: ":", omittingEmptySubsequences: false).map { $0.split(separator: " ").map(String.init) }
        guard parts.count == 6, let lemma = parts[0].first, let imperfect = parts[3].first, let future = parts[4].first else { return }
        add("", parts[1], lemma, .present)
        add("", parts[2], lemma, .subjunctive)
        addTenses(imperfect: imperfect, future: future, lemma)
        for participle in parts[5] { addParticiple(participle, lemma) }
        add(lemma, lemma, .infinitive)
    }

    mutating func addEnglishRegular(_ lemma: String) {
        let drops = lemma.hasSuffix("e"), turns = lemma.hasSuffix("y") && !"aeou".contains(lemma.dropLast().last ?? "b")
        let hisses = ["s", "sh", "ch", "x", "z", "o"].contains { lemma.hasSuffix($0) }
        let past = drops ? lemma + "d" : turns ? lemma.dropLast() + "ied" : lemma + "ed"
        addEnglish(lemma, third: turns ? lemma.dropLast() + "ies" : lemma + (hisses ? "es" : "s"), past: [past], participles: [past])
        add(drops ? lemma.dropLast() + "ing" : lemma + "ing", lemma, .gerund)
    }

    /// `go goes: went: gone: going`
    mutating func addEnglishIrregular(_ line: Substring) {
        let parts = line.split(separator: ":", omittingEmptySubsequences: false).map { $0.split(separator: " ").map(String.init) }
        guard parts.count == 4, let lemma = parts[0].first else { return }
        addEnglish(lemma, third: parts[0].last ?? lemma, past: parts[1], participles: parts[2])
        add("", Array(parts[0].dropFirst()), lemma, .present)
        for gerund in parts[3] { add(gerund, lemma, .gerund) }
    }

    private mutating func addEnglish(_ lemma: String, third: String, past: [String], participles: [String]) {
        add("", [lemma, third], lemma, .present)
        add("", past, lemma, .past)
        add("", participles, lemma, .participle)
        add(lemma, lemma, .infinitive)
    }
}
