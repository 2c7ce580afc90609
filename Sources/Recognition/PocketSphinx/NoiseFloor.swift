private import Foundation

/// An even noise under what is heard. Models were made from recordings of rooms: digital silence, as noise suppression and synthetic voices leave it, is a
/// sound that they never heard.
struct NoiseFloor {
    /// Half the width of the steps that make it.
    private let amplitude: Float
    /// How much of one sample is left in the next: 0 is white, towards 1 its high tones fade, as those of rooms do.
    private let pole: Float
    private var state: UInt32 = 1
    private var last: Float = 0

    /// - Parameter level: root mean square of the noise, in steps of 16 bits; 60 is 55 dB under full scale.
    init(level: Float = 60, pole: Float = 0) {
        // Even noise has 1/√3 of its amplitude; what is kept of the sample before makes it louder.
        amplitude = level * (3 * (1 - pole * pole)).squareRoot()
        self.pole = pole
    }

    /// Under the loud parts of an utterance that is listened to as a whole: 20 dB. Synthetic voices have nothing between their tones, where people and rooms
    /// have something; without it they are not heard, with more of it people are not.
    init(under loudness: Float) { self.init(level: max(15, loudness / 10), pole: 0.5) }

    mutating func over(_ samples: ArraySlice<Int16>) -> [Int16] {
        var result = [Int16](repeating: 0, count: samples.count)
        for (index, sample) in samples.enumerated() {
            state = state &* 1_664_525 &+ 1_013_904_223
            last = pole * last + amplitude * Float(Int32(bitPattern: state) >> 16) / 32_768
            result[index] = Int16(max(-32_768, min(32_767, (Float(sample) + last).rounded())))
        }
        return result
    }
}
