/// A faint, even noise under what is heard. Models were made from recordings of rooms: digital silence, as noise suppression and synthetic voices
/// leave it, is a sound that they never heard.
struct NoiseFloor {
    /// Root mean square of the noise, in steps of 16 bits: 55 dB under full scale.
    private static let level: Int32 = 60
    private var state: UInt32 = 1

    mutating func over(_ samples: ArraySlice<Int16>) -> [Int16] {
        var result = [Int16](repeating: 0, count: samples.count)
        let amplitude = Self.level * 7 / 4
        for (index, sample) in samples.enumerated() {
            state = state &* 1_664_525 &+ 1_013_904_223
            // Even between -amplitude and amplitude.
            let noise = (Int32(bitPattern: state) >> 16) * amplitude >> 15
            result[index] = Int16(clamping: Int32(sample) + noise)
        }
        return result
    }
}
