import Domain

/// Reads how a text feels and what makes it important, in one pass over its words.
///
/// Rules in the manner of VADER (C. J. Hutto and E. Gilbert, "VADER: a parsimonious rule-based model for sentiment analysis of social media text",
/// ICWSM 2014): words carry feelings; denials, strengthening words, capitals, stretched letters, exclamation marks and "but" change them. French order,
/// suppositions, questions, quotations and other people's feelings are added, and the weights are our own.
struct AffectReader {
    private struct Hit {
        var valence: Double
        var arousal: Double
        var end: Int
        var isVerb: Bool
        var isFixed: Bool
    }

    private let lexicon: LimbicLexicon
    private let tokens: [LimbicTokens.Token]

    // The sentence at hand.
    private var hits: [Hit] = []
    private var contrastAt: Int?
    private var asks = false
    private var isOpening = true
    private var oaths: Double = 0
    private var oathStir: Double = 0
    private var shouts = 0
    private var stretches = 0
    private var words = 0

    // The clause at hand: how many words a denial and a strengthening word still reach.
    private var denialReach = 0
    private var isDenied = false
    private var boost: Double = 0
    private var boostReach = 0
    private var neReach = 0
    private var isSupposed = false
    private var isOfOthers = false
    private var isQuoted = false
    private var firstHit = 0

    // The whole text.
    private var weightedValence: Double = 0
    private var weightedArousal: Double = 0
    private var weight: Double = 0
    private var arousalWeight: Double = 0
    private(set) var strongest: Double = 0
    private(set) var wordCount = 0
    private(set) var hasQuestion = false
    private(set) var trivialWords = 0
    private(set) var isOrder = false
    /// What is left of unimportance after every topic heard.
    private(set) var unimportance: Double = 1
    private var topics: UInt64 = 0
    private var weighed = 0

    init(_ text: String, lexicon: LimbicLexicon) {
        self.lexicon = lexicon
        tokens = LimbicTokens(text).all
        read()
    }

    var affect: Affect {
        Affect(valence: weight > 0 ? weightedValence / weight : 0, arousal: arousalWeight > 0 ? weightedArousal / arousalWeight : 0)
    }

    private mutating func read() {
        var at = 0
        while at < tokens.count {
            let token = tokens[at]
            switch token.kind {
            case .clauseEnd: endClause()
            case .sentenceEnd: endSentence(token)
            case .quote: isQuoted.toggle()
            case .picture:
                if let sense = lexicon.feelings.word(token) {
                    let factor: Double = token.isStretched ? 1.25 : 1
                    hits.append(Hit(valence: sense.valence * factor, arousal: sense.arousal, end: at + 1, isVerb: false, isFixed: true))
                }
            case .word:
                words += 1
                if token.isShouted { shouts += 1 }
                if token.isStretched { stretches += 1 }
                let match = lexicon.feelings.longest(in: tokens, at: at)
                weigh(upTo: match?.end ?? at + 1)
                if let match {
                    words += match.end - at - 1
                    apply(match.sense, from: at, to: match.end, inner: match.boost)
                    at = match.end
                    continue
                }
                step()
            }
            at += 1
        }
        endSentence(nil)
    }

    /// Looks for what matters in the words before `end` that have not been looked at. Greetings leave a sentence as good as unopened.
    private mutating func weigh(upTo end: Int) {
        while weighed < end {
            guard tokens[weighed].kind == .word, let match = lexicon.matters.longest(in: tokens, at: weighed) else {
                isOpening = isOpening && tokens[weighed].kind != .word
                weighed += 1
                continue
            }
            weigh(match.sense, words: match.end - weighed)
            isOpening = isOpening && match.sense.roles.contains(.trivial)
            weighed = match.end
        }
    }

    private mutating func weigh(_ sense: LimbicLexicon.Sense, words: Int) {
        if sense.importance > 0, topics & (1 << UInt64(sense.topic)) == 0 {
            topics |= 1 << UInt64(sense.topic)
            unimportance *= 1 - sense.importance * (isSupposed ? 0.5 : 1)
        }
        if sense.roles.contains(.trivial) { trivialWords += words }
        if sense.roles.contains(.order), isOpening { isOrder = true }
        if sense.roles.contains(.question), isOpening { asks = true }
    }

    private mutating func apply(_ sense: LimbicLexicon.Sense, from start: Int, to end: Int, inner: Double) {
        let roles = sense.roles
        if roles.contains(.boundary) { endReach() }
        if roles.contains(.contrast) {
            contrastAt = hits.count
            endClause()
        }
        if roles.contains(.supposition) { isSupposed = true }
        if roles.contains(.oneself) { isOfOthers = false } else if roles.contains(.others) { isOfOthers = true }
        if roles.contains(.ne) { neReach = 6 }
        if roles.contains(.oath) {
            oaths = min(oaths, sense.valence)
            oathStir = max(oathStir, sense.arousal)
        } else if roles.contains(.feeling), sense.boost == 0 || !feelingFollows(end) {
            feel(sense, from: start, to: end, inner: inner)
        } else if sense.boost != 0 {
            strengthen(sense.boost, start, end)
        }
        if roles.contains(.denial) || roles.contains(.concord) {
            deny(agreeing: roles.contains(.concord), at: start)
        } else if roles.contains(.noLonger) {
            if neReach > 0 || verbBefore(start) != nil { deny(agreeing: true, at: start) } else { strengthen(0.1, start, end) }
        } else if !roles.contains(.filler), sense.boost == 0, !roles.contains(.feeling) {
            step()
        }
    }

    /// One more word between a denial or a strengthening word and what it is about.
    private mutating func step() {
        denialReach -= 1
        neReach -= 1
        boostReach -= 1
        if denialReach <= 0 { isDenied = false }
        if boostReach <= 0 { boost = 0 }
    }

    private func feelingFollows(_ at: Int) -> Bool {
        var at = at
        for _ in 0..<3 {
            guard at < tokens.count, tokens[at].kind == .word, let match = lexicon.feelings.longest(in: tokens, at: at) else { return false }
            if match.sense.roles.contains(.feeling) { return true }
            guard match.sense.boost != 0 || match.sense.roles == .filler else { return false }
            at = match.end
        }
        return false
    }

    private mutating func feel(_ sense: LimbicLexicon.Sense, from start: Int, to end: Int, inner: Double) {
        var strength = max(0.3, 1 + boost + inner)
        if isDenied { strength = min(1, strength) }
        if tokens[start..<end].contains(where: \.isShouted) { strength += 0.2 }
        if tokens[start..<end].contains(where: \.isStretched) { strength += 0.2 }
        if isOfOthers { strength *= 0.8 }
        if isSupposed { strength *= 0.35 }
        if isQuoted { strength *= 0.7 }
        var hit = Hit(valence: sense.valence * strength, arousal: sense.arousal, end: end, isVerb: sense.roles.contains(.verb), isFixed: false)
        if isDenied { Self.turn(&hit) }
        hits.append(hit)
        boost = 0
        denialReach -= 1
        if denialReach <= 0 { isDenied = false }
    }

    /// What is not pleasant is unpleasant, a little less; what is not unpleasant is hardly pleasant.
    private static func turn(_ hit: inout Hit) {
        hit.valence *= hit.valence > 0 ? -0.7 : -0.35
        hit.arousal /= 2
        hit.isFixed = true
    }

    /// A strengthening word belongs to the feeling right before it when none follows ("il me manque tellement"), else to the next one.
    private mutating func strengthen(_ amount: Double, _ start: Int, _ end: Int) {
        if let last = hits.indices.last, last >= firstHit, hits[last].end == start, !hits[last].isFixed, !feelingFollows(end) {
            hits[last].valence *= 1 + amount * 0.7
            hits[last].isFixed = true
            hits[last].end = end
        } else {
            boost = min(0.8, boost + amount)
            boostReach = 4
        }
    }

    private func verbBefore(_ at: Int) -> Int? {
        guard let last = hits.indices.last, last >= firstHit, hits[last].isVerb else { return nil }
        return hits[last].end == at ? last : nil
    }

    private mutating func deny(agreeing: Bool, at start: Int) {
        if let last = verbBefore(start) {
            if !hits[last].isFixed || !isDenied { Self.turn(&hits[last]) }
            return
        }
        isDenied = agreeing || !isDenied || denialReach <= 0
        denialReach = 5
    }

    private mutating func endReach() {
        isDenied = false
        denialReach = 0
        boost = 0
        neReach = 0
        firstHit = hits.count
    }

    private mutating func endClause() {
        endReach()
        isSupposed = false
        isOfOthers = false
    }

    private mutating func endSentence(_ mark: LimbicTokens.Token?) {
        defer {
            endClause()
            hits.removeAll(keepingCapacity: true)
            firstHit = 0
            (contrastAt, asks, isOpening, oaths, oathStir, shouts, stretches, words) = (nil, false, true, 0, 0, 0, 0, 0)
        }
        asks = asks || mark?.asks == true
        wordCount += words
        hasQuestion = hasQuestion || asks
        guard words > 0 || !hits.isEmpty else { return }
        var sum: Double = 0, stir: Double = 0, stirWeight: Double = 0
        for (index, hit) in hits.enumerated() {
            var valence = hit.valence
            if let contrastAt, contrastAt > 0 { valence *= index < contrastAt ? (contrastAt < hits.count ? 0.45 : 0.75) : 1.2 }
            sum += valence
            strongest = max(strongest, abs(valence))
            let share = max(0.1, abs(valence))
            stir += share * hit.arousal
            stirWeight += share
        }
        if hits.isEmpty { sum = oaths } else if oaths < 0 { sum *= 1.15 }
        let exclamations = Double(mark?.exclamations ?? 0)
        sum *= 1 + 0.08 * exclamations
        if asks { sum *= 0.6 }
        let valence = Self.saturated(sum)
        var arousal = max(stirWeight > 0 ? stir / stirWeight : 0, oathStir)
        arousal += 0.06 * exclamations + (shouts * 2 > words && words > 1 ? 0.2 : 0) + (stretches > 0 ? 0.05 : 0) + (oaths < 0 ? 0.05 : 0)
        // Strong sentences decide; plain ones do not dilute them.
        weightedValence += valence * abs(valence)
        weight += abs(valence)
        let share = abs(valence) + 0.05
        weightedArousal += min(1, arousal) * share
        arousalWeight += share
    }

    /// Near enough the sum itself while small, never beyond 1.
    private static func saturated(_ sum: Double) -> Double {
        sum / (1 + sum * sum * sum * sum).squareRoot().squareRoot()
    }
}
