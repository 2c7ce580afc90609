import Base
import Domain
import Foundation

/// Judges how good a memory is on a sample, as docs/memory.md describes it.
///
/// A reservoir sample (J. Vitter, "Random sampling with a reservoir", 1985) of at most 400 fragments is drawn with a fixed seed from all of them in the order of
/// their ids, so that the same memory is always judged alike. Junk and duplicates are shares of the sample; contradictions are a share of its current facts;
/// stale ones a share of its current facts and promises. Each fragment of the sample is held against the whole memory. The judge shares neither the words
/// nor the rules of the gate that let the fragments in: one that erred there is not acquitted here by the same error.
struct QualityJudge: Sendable {
    static let sampleSize = 400
    /// Texts whose pairs of words overlap by this much say the same (Jaccard).
    static let similarity = 0.9
    private static let exampleCount = 5

    /// Whether a relation has one value at a time.
    var isSingle: @Sendable (_ relation: String) -> Bool
    var seed: UInt64 = 1

    func judge(_ fragments: [Fragment], now: Date, timeZone: TimeZone) -> MemoryQuality {
        let all = fragments.sorted { $0.id < $1.id }
        let sample = sample(of: all)
        let house = Surroundings(all, timeZone: timeZone)
        var found: [String: [Fragment.ID]] = ["junk": [], "duplicate": [], "contradiction": [], "stale": []]
        var current = 0, promised = 0
        for fragment in sample {
            if Junk.isJunk(fragment, now: now) { found["junk"]?.append(fragment.id) }
            if house.hasDouble(fragment) { found["duplicate"]?.append(fragment.id) }
            if let fact = fragment.fact, fragment.kind == .fact, fact.holds(at: now) {
                current += 1
                if isSingle(fact.relation), house.isContradicted(fragment, at: now) { found["contradiction"]?.append(fragment.id) }
                if house.isStale(fact, at: now) { found["stale"]?.append(fragment.id) }
            } else if Promises.isOpen(fragment) {
                promised += 1
                if fragment.dueAt.map({ $0.addingTimeInterval(2 * Promises.grace) < now }) ?? false { found["stale"]?.append(fragment.id) }
            }
        }
        func rate(_ name: String, of count: Int) -> Double { count == 0 ? 0 : Double(found[name]?.count ?? 0) / Double(count) }
        return MemoryQuality(
            total: all.count, sampled: sample.count, byKind: Dictionary(all.map { ($0.kind.rawValue, 1) }, uniquingKeysWith: +),
            junkRate: rate("junk", of: sample.count), duplicateRate: rate("duplicate", of: sample.count),
            contradictionRate: rate("contradiction", of: current), staleRate: rate("stale", of: current + promised),
            examples: found.mapValues { Array($0.prefix(Self.exampleCount)) })
    }

    /// Algorithm R.
    private func sample(of all: [Fragment]) -> [Fragment] {
        var random = SplitMix(seed: seed)
        var sample = Array(all.prefix(Self.sampleSize))
        for index in sample.count..<max(sample.count, all.count) {
            let place = Int(random.next() % UInt64(index + 1))
            if place < sample.count { sample[place] = all[index] }
        }
        return sample
    }
}

/// All of a memory, as one fragment of it is held against it.
private struct Surroundings {
    private struct Claim: Hashable { var subject: String, relation: String }

    private var texts: [Fragment.ID: Set<String>] = [:]
    private var frequency: [String: Int] = [:]
    private var byText: [String: [Fragment]] = [:]
    private var byPair: [String: [Fragment.ID]] = [:]
    private var claims: [Claim: [Fragment]] = [:]
    private let all: [Fragment.ID: Fragment]
    private let timeZone: TimeZone

    init(_ fragments: [Fragment], timeZone: TimeZone) {
        self.timeZone = timeZone
        all = Dictionary(fragments.map { ($0.id, $0) }) { first, _ in first }
        for fragment in fragments {
            byText[Words.fold(fragment.text), default: []].append(fragment)
            if let fact = fragment.fact, fragment.kind == .fact, fact.supersededAt == nil {
                claims[Claim(subject: fact.subject, relation: fact.relation), default: []].append(fragment)
            }
            let pairs = Self.pairs(fragment.text)
            texts[fragment.id] = pairs
            for pair in pairs { frequency[pair, default: 0] += 1 }
        }
        for (id, pairs) in texts { for pair in rarest(of: pairs) { byPair[pair, default: []].append(id) } }
    }

    func hasDouble(_ fragment: Fragment) -> Bool {
        let text = Words.fold(fragment.text)
        let isDated = !Set(text.split(separator: " ").map(String.init)).isDisjoint(with: Junk.dayWords)
        if byText[text, default: []].contains(where: { isDouble($0, of: fragment, isDated) }) { return true }
        guard let pairs = texts[fragment.id] else { return false }
        for pair in rarest(of: pairs) {
            for id in byPair[pair] ?? [] {
                guard let other = all[id], isDouble(other, of: fragment, isDated), let others = texts[id] else { continue }
                let shared = Double(pairs.intersection(others).count)
                guard shared / (Double(pairs.count + others.count) - shared) >= QualityJudge.similarity else { continue }
                if !Self.differInKind(fragment.text, other.text) { return true }
            }
        }
        return false
    }

    /// Two texts that share nine tenths of their pairs share one of these (prefix filtering: S. Chaudhuri, V. Ganti and R. Kaushik, 2006).
    private func rarest(of pairs: Set<String>) -> [String] {
        let ordered = pairs.map { (count: frequency[$0] ?? 0, pair: $0) }.sorted { ($0.count, $0.pair) < ($1.count, $1.pair) }
        return ordered.prefix(pairs.count / 10 + 1).map(\.pair)
    }

    /// Whether a name, a number, a day or a "not" stands in one and not in the other: however much else they share, they say different things.
    private static func differInKind(_ a: String, _ b: String) -> Bool {
        func telling(_ text: String) -> Set<String> {
            let words = text.split { !$0.isLetter && !$0.isNumber }.enumerated().filter { index, word in
                index > 0 && word.first?.isUppercase == true || word.contains(where: \.isNumber) || Junk.turning.contains(Words.fold(String(word)))
            }
            return Set(words.map { Words.fold(String($0.element)) })
        }
        return telling(a) != telling(b)
    }

    /// Of one kind and one person; of two facts, both current; and not "demain" said on two days.
    private func isDouble(_ other: Fragment, of fragment: Fragment, _ isDated: Bool) -> Bool {
        guard other.id != fragment.id, other.kind == fragment.kind, other.speaker == fragment.speaker else { return false }
        // What was told and the fact that was drawn from it are one.
        guard !other.origins.contains(fragment.id), !fragment.origins.contains(other.id) else { return false }
        switch fragment.kind {
        case .fact:
            guard let a = fragment.fact, let b = other.fact else { return fragment.text == other.text }
            return a.supersededAt == nil && b.supersededAt == nil && a.subject == b.subject && a.relation == b.relation && a.isNegated == b.isNegated
                && Words.fold(a.value) == Words.fold(b.value)
        case .promise: return Promises.isOpen(fragment) && Promises.isOpen(other) && fragment.dueAt == other.dueAt
        case .summary: return fragment.occurredAt == other.occurredAt
        case .episode: return !isDated || CivilDay(fragment.learnedAt, in: timeZone) == CivilDay(other.learnedAt, in: timeZone)
        }
    }

    /// Given as current, though another that holds now has its place.
    func isStale(_ fact: Fact, at now: Date) -> Bool {
        guard fact.holds(at: now), let successor = fact.supersededBy.flatMap({ all[$0]?.fact }) else { return false }
        return successor.holds(at: now)
    }

    /// Another value at the same time: of two of them, both are contradicted.
    func isContradicted(_ fragment: Fragment, at now: Date) -> Bool {
        guard let fact = fragment.fact, fact.holds(at: now), !fact.isNegated else { return false }
        return claims[Claim(subject: fact.subject, relation: fact.relation), default: []].contains { other in
            guard other.id != fragment.id, let claim = other.fact, claim.holds(at: now), !claim.isNegated else { return false }
            return Words.fold(claim.value) != Words.fold(fact.value)
        }
    }

    private static func pairs(_ text: String) -> Set<String> {
        let words = Words.fold(text).split(separator: " ")
        return words.count < 2 ? Set(words.map(String.init)) : Set(zip(words, words.dropFirst()).map { "\($0) \($1)" })
    }
}

/// What nobody would miss, judged by the text alone.
private enum Junk {
    static func isJunk(_ fragment: Fragment, now: Date) -> Bool {
        if fragment.pinned || fragment.source == .told || Promises.isOpen(fragment) { return false }
        if Forgetting.retention(of: fragment, at: now) < Forgetting.threshold { return true }
        let text = Words.fold(fragment.text)
        guard text.contains(where: \.isLetter) else { return fragment.kind != .fact }
        if fragment.kind == .fact || fragment.kind == .summary { return false }
        // Words that carry something: what is left without little words and courtesy.
        let left = Words.of(fragment.text).filter { !courtesy.contains($0) && $0.count > 1 }
        if left.isEmpty || answers.contains(text) { return true }
        let polite = polite.first { text.hasPrefix($0) }.map { String(text.dropFirst($0.count)) } ?? text
        if left.count <= 6, routine.contains(where: { polite == $0 || polite.hasPrefix($0 + " ") }) { return true }
        return text.count <= 60 && small.contains { text.contains($0) } && left.count <= 3
    }

    static let dayWords = Set(
        """
        demain hier aujourd hui soir matin midi nuit heure maintenant semaine weekend week lundi mardi mercredi jeudi vendredi samedi dimanche tomorrow yesterday today tonight \
        morning evening afternoon monday tuesday wednesday thursday friday saturday sunday
        """.split(separator: " ").map(String.init))

    /// Days, months and negations.
    static let turning = dayWords.union(
        """
        pas plus jamais rien ne n not no never janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february march \
        april june july august september october november december
        """.split(separator: " ").map(String.init))

    private static let courtesy = Set(
        """
        bonjour bonsoir salut coucou hello hi hey merci beaucoup thank thanks please plait stp oui non ok okay accord super parfait bien bonne nuit journee soiree jarvis \
        ouais ca va euh bah ben alor voila cool genial nickel yes no yeah good night morning
        """.split(separator: " ").map(String.init))

    private static let polite = ["est ce que tu peux ", "tu peux ", "peux tu ", "tu pourrais ", "jarvis ", "can you ", "could you ", "please "]

    /// What orders, and questions of the hour, begin with.
    private static let routine = [
        "allume", "allumer", "eteins", "eteindre", "ouvre", "ouvrir", "ferme", "fermer", "monte", "monter", "baisse", "baisser", "mets", "mettre", "coupe",
        "lance", "lancer", "arrete", "stop", "pause", "augmente", "diminue", "regle", "ajoute", "ajouter", "active", "desactive", "annule",
        "il est quelle heure", "quelle heure",
        "quel temps", "quelle est la meteo", "on est quel jour", "quel jour", "quelle temperature", "il fait combien", "est ce qu il va pleuvoir",
        "il va pleuvoir",
        "c est quoi la meteo", "turn", "switch", "open", "close", "set", "what time", "what s the time", "what s the weather", "il est", "minuteur",
        "rappelle moi",
    ]

    /// What is said when something was done.
    private static let answers: Set<String> = ["c est allume", "c est eteint", "c est fait", "c est note", "c est ajoute", "it s done", "it s on", "it s off"]

    /// How it is just now.
    private static let small = [
        "il fait froid", "il fait chaud", "il fait beau", "il pleut", "j ai faim", "j ai froid", "j ai soif", "je suis creve", "je suis fatigue", "ca va",
        "trop bien", "tant mieux",
    ]
}

/// The same numbers on every machine (SplitMix64: Steele, Lea and Flood, 2014).
struct SplitMix: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Mixing.mix(state)
    }

    mutating func pick<T>(_ items: [T]) -> T { items[Int(next() % UInt64(items.count))] }
}
