private import Foundation

/// How sure a sentence out of the grammar is: how much worse its sounds fit than the likeliest sound of each frame, which is what any row of sounds
/// would get. What was not said by the grammar fits far worse than what was, in quiet and in noise.
enum Confidence {
    /// Where half of what is this far off is an order, and how fast that changes; from recordings and synthetic voices with noise.
    struct Scale: Sendable {
        let middle: Double
        let slope: Double

        static let english = Scale(middle: -66, slope: 4)
        static let french = Scale(middle: -36, slope: 2.5)
        /// Of French that was listened to as a whole.
        static let frenchWhole = Scale(middle: -28, slope: 1.2)
    }

    static func of(_ segments: [SphinxDecoder.Segment], _ scale: Scale) -> Double {
        breath(segments) / (1 + exp(-(fit(segments) - scale.middle) / scale.slope))
    }

    /// 1 for what is said in one breath, as orders are; 0 for what has seconds of silence and other sounds between its words: a speech is no order, however
    /// well its words were put into the sentence's.
    static func breath(_ segments: [SphinxDecoder.Segment]) -> Double {
        guard let first = segments.firstIndex(where: \.isWord), let last = segments.lastIndex(where: \.isWord) else { return 1 }
        let between = segments[first...last].reduce(0) { $0 + ($1.isWord ? 0 : $1.frames) }
        return min(1, max(0, 1.5 - Double(between) / 200))
    }

    /// Mean score of a frame.
    static func fit(_ segments: [SphinxDecoder.Segment]) -> Double {
        var score = 0, frames = 0
        for segment in segments where segment.isWord {
            score += segment.score
            frames += segment.frames
        }
        return frames == 0 ? -.infinity : Double(score) / Double(frames)
    }
}
