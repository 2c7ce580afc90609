private import Foundation

/// When scores make a wake: enough of them in a row, and none again too soon.
///
/// In a loud place the bar is lower, for there the word is heard less clearly, and so is what could be taken for it. It rises by a fixed step
/// with each wake that was refused afterwards (nobody meant Jarvis), and comes back down with time and with wakes that were meant: a television
/// that keeps saying the word is soon not listened to so easily.
struct WakeDecision {
    /// Scores from here count.
    let threshold: Float
    /// How many in a row.
    let frames: Int
    /// Seconds after a wake in which there is no other.
    static let refractory = 1.5
    /// What a refused wake takes of the distance from the bar to one, at most all five of them.
    private static let step: Float = 0.15
    private static let most: Float = 5
    /// Seconds in which half of it is forgotten.
    private static let halfLife = 1800.0

    private var run = 0
    private var best: Float = 0
    private var last = -Double.infinity
    private var caution: Float = 0
    private var cautionTime = 0.0

    /// How loud the place is: 0 in a quiet room, 1 from where one has to raise the voice.
    var loudness: Float = 0

    init(threshold: Float, frames: Int) {
        self.threshold = threshold
        self.frames = frames
    }

    /// The bar as it is now.
    func bar(at time: Double) -> Float {
        let threshold = threshold - (1 - threshold) * max(0, min(1, loudness))
        return threshold + (1 - threshold) * remembered(at: time) * Self.step
    }

    /// The refused wakes that are not forgotten yet.
    private func remembered(at time: Double) -> Float {
        caution > 0 ? caution * Float(exp2(-max(0, time - cautionTime) / Self.halfLife)) : 0
    }

    /// Takes the score at `time`; the score of a wake when this makes one.
    mutating func feed(_ score: Float, at time: Double) -> Float? {
        guard score >= bar(at: time) else {
            run = 0
            best = 0
            return nil
        }
        run += 1
        best = max(best, score)
        guard run >= frames, time - last >= Self.refractory else { return nil }
        last = time
        return best
    }

    /// What became of the last wake.
    mutating func learn(accepted: Bool, at time: Double) {
        let left = remembered(at: time)
        caution = accepted ? max(0, left - 1) : min(Self.most, left + 1)
        cautionTime = time
    }
}
