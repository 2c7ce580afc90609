import Foundation

/// How likely it is that two embeddings are one person's.
struct VoiceScore: Sendable, Hashable {
    /// The cosine at which it is as likely as not.
    var middle: Double
    /// How fast it becomes certain on either side: the change of the log-odds for a cosine higher by 1.
    var slope: Double

    /// For what is known of a model; else for what most models' embeddings are like.
    ///
    /// GE2E: same speakers were at 0.61 to 0.90 (mean 0.79), others at 0.23 to 0.69 (mean 0.44) in 27 pieces of 17 recordings, one sentence against one.
    /// ECAPA, ResNet and CAM++ networks put others near 0.1 and the same near 0.65, as their published thresholds of 0.3 to 0.5 say.
    init(model: String) {
        if model.hasPrefix("ge2e") { self = VoiceScore(middle: 0.68, slope: 28) } else { self = VoiceScore(middle: 0.42, slope: 16) }
    }

    init(middle: Double, slope: Double) {
        self.middle = middle
        self.slope = slope
    }

    /// The cosine of an utterance with a print: with the middle of its sentences, which no single one's noise moves much.
    static func cosine(_ embedding: [Float], _ print: [[Float]]) -> Double {
        var sum = [Float](repeating: 0, count: embedding.count)
        for sentence in print where sentence.count == embedding.count {
            for index in sum.indices { sum[index] += sentence[index] }
        }
        return cosine(embedding, sum)
    }

    static func cosine(_ one: [Float], _ other: [Float]) -> Double {
        guard one.count == other.count else { return 0 }
        var product = 0.0, first = 0.0, second = 0.0
        for (a, b) in zip(one, other) {
            product += Double(a * b)
            first += Double(a * a)
            second += Double(b * b)
        }
        return first > 0 && second > 0 ? product / (first * second).squareRoot() : 0
    }

    func probability(_ cosine: Double) -> Double { 1 / (1 + Foundation.exp(-slope * (cosine - middle))) }
}
