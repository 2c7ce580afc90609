private import Foundation

/// What was said so far, kept as long as it may still be an order, to be listened to as a whole.
///
/// A decoder that hears sounds as they come has to guess what the speaker, the room and the microphone do to all of them; with the whole before it, it knows.
struct BriefUtterance {
    /// In seconds: what lasts longer is no order.
    private static let longest = 10
    private static let step = SpeechAudio.rate / 50
    /// What stays around what is loud, in steps.
    private static let margin = 5
    /// Silence around that, in samples: what is taken off all sounds is the same however long somebody waited.
    static let silence = 6400
    /// A silence of so many steps is a pause: sounds have shorter ones within them. Whoever waits for the end of an utterance waits longer.
    private static let pause = 6

    private var samples: [Int16] = []
    /// Of each fiftieth of a second, root mean square.
    private var levels: [Float] = []
    private var peak: Float = 0
    private var quiet = 0
    private(set) var isTooLong = false
    /// Samples up to the last that was loud.
    private(set) var spoken = 0

    mutating func hear(_ piece: ArraySlice<Int16>) {
        guard !isTooLong else { return }
        samples += piece
        while (levels.count + 1) * Self.step <= samples.count {
            var sum: Float = 0
            for sample in samples[levels.count * Self.step..<(levels.count + 1) * Self.step] { sum += Float(sample) * Float(sample) }
            let level = (sum / Float(Self.step)).squareRoot()
            levels.append(level)
            peak = max(peak, level)
            // 18 dB under the loudest.
            quiet = level < peak / 8 ? quiet + 1 : 0
            if quiet == 0 { spoken = levels.count * Self.step }
        }
        guard samples.count > Self.longest * SpeechAudio.rate else { return }
        isTooLong = true
        samples = []
        levels = []
    }

    var isPausing: Bool { spoken > 0 && quiet >= Self.pause }

    /// What there is to hear between two silences, the index of the first of its samples in the utterance, and the level that a tenth of it is above. What is
    /// 30 dB under the loudest is part of it.
    var heard: (samples: [Int16], first: Int, loudness: Float) {
        let isLoud = { [peak] (level: Float) in level > peak / 32 }
        guard let first = levels.firstIndex(where: isLoud), let last = levels.lastIndex(where: isLoud) else { return (samples, 0, 0) }
        let steps = max(0, first - Self.margin)..<min(levels.count, last + 1 + Self.margin)
        let silence = [Int16](repeating: 0, count: Self.silence), sorted = levels[steps].sorted()
        let part = silence + samples[steps.lowerBound * Self.step..<steps.upperBound * Self.step] + silence
        return (part, steps.lowerBound * Self.step - Self.silence, sorted[sorted.count * 9 / 10])
    }
}
