private import Foundation

/// How sure a sentence out of the grammar is: how much worse its sounds fit than the likeliest sound of each frame, which is what any row of sounds
/// would get. What was not said by the grammar fits far worse than what was, in quiet and in noise.
enum Confidence {
    static func of(_ segments: [SphinxDecoder.Segment], french: Bool) -> Double {
        let fit = fit(segments)
        // Where half of what is this far off is an order, and how fast that changes; from recordings and synthetic voices with noise.
        let (middle, slope) = french ? (-36.0, 2.5) : (-66.0, 4.0)
        return 1 / (1 + exp(-(fit - middle) / slope))
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
