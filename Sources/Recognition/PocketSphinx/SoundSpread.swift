private import Foundation

/// How far the loud parts of an utterance are above the quiet ones: what is spoken in a quiet room stands out, what is spoken among noise does not.
struct SoundSpread {
    /// Fiftieths of a second by their level, in decibels.
    private var levels = [Int32](repeating: 0, count: 100)
    private var count = 0
    private var sum = 0.0
    private var samples = 0

    mutating func hear(_ piece: ArraySlice<Int16>) {
        for sample in piece {
            sum += Double(Int(sample) * Int(sample))
            samples += 1
            guard samples == SpeechAudio.rate / 50 else { continue }
            // What is quieter than this is silence alike.
            let level = 10 * log10(sum / Double(samples) + 3_600)
            levels[min(99, max(0, Int(level)))] += 1
            count += 1
            sum = 0
            samples = 0
        }
    }

    /// From the level that a tenth is below to the one that a tenth is above, in decibels.
    var decibels: Int { level(above: 9, of: 10) - level(above: 1, of: 10) }

    /// 0 among noise as loud as the speech, 1 in a quiet room.
    var clarity: Double { clarity(from: 16, to: 23) }

    /// 0 for what is as loud all the time, as a hum is: no speech is, however soft.
    var liveliness: Double { clarity(from: 6, to: 12) }

    private func clarity(from low: Int, to high: Int) -> Double { min(1, max(0, Double(decibels - low) / Double(high - low))) }

    private func level(above part: Int, of whole: Int) -> Int {
        var below = 0
        for (level, number) in levels.enumerated() {
            below += Int(number)
            if below * whole >= count * part, below > 0 { return level }
        }
        return 0
    }
}
