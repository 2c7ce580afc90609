import Foundation

/// How the score of a fragment is made of what speaks for it: a linear model over features that are each scaled by the query alone, never by the other
/// fragments, so that they mean the same among four hundred fragments and among a million.
///
/// The weights were learned by listwise logistic regression (a softmax over all fragments of a store, the cross-entropy with the fragments that answer,
/// and an L2 penalty) on questions about two long conversations (26 and 30 of LoCoMo: Maharana et al., 2024); what holds for one not learned from stands in
/// docs/benchmarks.md.
enum Fusion {
    /// BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009).
    static let k1: Float = 1.2, b: Float = 0.75

    /// What a word counts for a fragment of the same session, by how many fragments there are in between: 1 for its own.
    static let reach = 4
    @inline(__always) static func passageWeight(_ distance: Int) -> Float {
        switch distance {
        case 0: 1
        case 1: 0.6
        case 2: 0.36
        case 3: 0.216
        default: 0.1296
        }
    }

    /// What is known of a candidate. Shares are of the query's words, each weighed by how rare it is.
    struct Features: Sendable {
        /// BM25 of the fragment with those around it, of which each counts less the further it is.
        var passage: Float = 0
        /// The share that the question right before it holds: it is the answer.
        var answers: Float = 0
        /// Said by somebody whom the query names.
        var speaker: Float = 0
        /// The logarithm of how many words it has.
        var length: Float = 0
        /// How rare its words are, on average.
        var rarity: Float = 0
        var question: Float = 0
        var firstPerson: Float = 0
        /// It names a time, and one is asked for.
        var time: Float = 0
        /// It happened at the time that the query names.
        var date: Float = 0
        var cosine: Float = 0
        /// The mean cosine of the fragments before and after it.
        var cosineAround: Float = 0
    }

    /// With words alone.
    static let wordWeights = Features(
        passage: 20.35, answers: 3.68, speaker: 0.95, length: 0.53, rarity: 4.02, question: -0.56, firstPerson: 0.4, time: 1.89, date: 3.03)
    /// With words and vectors.
    static let allWeights = Features(
        passage: 14.36, answers: 3.29, speaker: 0.94, length: 0.47, rarity: 2.65, question: -0.68, firstPerson: 0.49, time: 1.87, date: 2.91, cosine: 5.27,
        cosineAround: 2.85)

    static func score(_ features: Features, _ weights: Features) -> Float {
        var score = features.passage * weights.passage + features.answers * weights.answers + features.speaker * weights.speaker
        score += features.length * weights.length + features.rarity * weights.rarity + features.question * weights.question
        score += features.firstPerson * weights.firstPerson + features.time * weights.time + features.date * weights.date
        return score + features.cosine * weights.cosine + features.cosineAround * weights.cosineAround
    }

    /// What a frequency is weighed against in BM25, by how long a text is compared with others.
    static func room(_ length: Float, _ mean: Float) -> Float { k1 * (1 - b + b * length / mean) }

    // What was not learned, since the conversations have none of it: small, and the same for all fragments where they do not differ in it.

    /// From -0.25 for what is trivial to 0.25 for what is vital, and up to 0.1 for what was said in excitement.
    static func weight(importance: Float, arousal: Float) -> Float { 0.5 * (importance - 0.5) + 0.1 * arousal }
    /// Up to 0.3 for what is new, half of it after a month. In seconds.
    static func recency(age: Double) -> Float { 0.3 * Float(exp2(-max(age, 0) / (30 * 86_400))) }
    /// For what is about somebody or something that the query names, also where its own words do not say so.
    static let entity: Float = 0.6
}
