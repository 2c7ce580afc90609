/// Whether a frame can hold speech at all, by its level alone: silence and low, steady noise cost no model its time.
///
/// The floor follows the quietest frames: down at once, up by about 3 dB a second.
struct EnergyGate {
    /// Below this root mean square (of 32 768) no microphone hears words: -66 dB of full scale.
    private static let silence: Float = 16
    /// Above this nothing is taken for quiet: -42 dB.
    private static let quiet: Float = 260
    /// Speech stands out of its background by at least this (3.5 dB).
    private static let factor: Float = 1.5
    /// Frames that still pass behind the last loud one: words have pauses.
    private static let hangover = 20

    private(set) var floor: Float = silence
    private var left = 0
    private let rise: Float

    /// `frame` in samples.
    init(frame: Int) {
        // 3 dB a second in amplitude is a factor of 1.41.
        rise = 1 + 0.41 * Float(frame) / Float(sampleRate)
    }

    /// Takes a frame without its direct current; true when it is worth looking at.
    mutating func passes(_ frame: some Collection<Float>) -> Bool {
        let level = (frame.reduce(Float(0)) { $0 + $1 * $1 } / Float(max(1, frame.count))).squareRoot()
        return passes(level: level)
    }

    mutating func passes(level: Float) -> Bool {
        floor = max(Self.silence, level < floor ? level : min(floor * rise, level))
        if level > Self.silence, level > Self.quiet || level > floor * Self.factor {
            left = Self.hangover
        } else {
            left = max(0, left - 1)
        }
        return left > 0
    }
}
