/// Takes what is played beside a microphone out of what it hears. For one stream and one thread at a time.
package final class EchoCanceller {
    /// Samples that go in and come out at a time.
    package static let frame = NoiseSuppressor.frame
    /// How much of an echo is modelled, in samples: 0.16 s behind the first sound.
    private static let tail = 2560
    /// The filter is placed this much before the echo that was found (20 ms): it cannot look ahead.
    private static let margin = 320
    /// Likeness of envelopes from which a delay is believed.
    private static let believed: Float = 0.45
    /// And from which another one is given up for it.
    private static let certain: Float = 0.7
    /// Hops (2 s) of playing after which there is no echo when none was found.
    private static let patience = 500
    /// How long after what was played its echo is still looked for (0.7 s).
    private static let after = sampleRate * 7 / 10

    private let echo = EchoState(tail: tail)
    private var played: PlayedSound
    private var measured = EchoDelay()
    private var own = OwnVoice()
    private var position = 0
    private var reference = [Int16](repeating: 0, count: frame)
    private var delayed = [Int16](repeating: 0, count: frame)
    private var cleaned = [Int16](repeating: 0, count: frame)
    /// How long what is played takes to be heard, in samples, as far as it is known.
    package private(set) var delay: Int?
    /// Whether the last frame was heard while something was played, and held nobody's voice but that.
    package private(set) var isOwnVoice = false
    /// Whether there can be an echo now.
    package private(set) var isActive = false

    /// `playedRate` is the rate of what is given to `play`; throws when it is out of 4 to 192 kHz.
    package init(playedRate: Int = sampleRate) throws {
        played = try PlayedSound(rate: playedRate)
    }

    /// What suppresses the rest of the echo behind this canceller; at `decibels` of noise.
    package func suppressor(decibels: Int) -> NoiseSuppressor { NoiseSuppressor(decibels: decibels, echo: echo) }

    /// Takes a piece that begins to be heard now, or behind what still is.
    package func play(_ samples: [Int16]) { played.append(samples, now: position) }

    /// Takes a frame of 256 samples of the microphone and leaves it without echo.
    package func clean(_ frame: inout [Int16]) {
        guard frame.count == Self.frame else { return }
        defer { position += Self.frame }
        isActive = played.end + Self.after > position && played.end > 0
        guard isActive else {
            if isOwnVoice { isOwnVoice = false }
            own.rest()
            return
        }
        played.copy(from: position, into: &reference)
        for start in stride(from: 0, to: Self.frame, by: EchoDelay.hop) {
            measured.feed(microphone: frame[start..<start + EchoDelay.hop], played: reference[start..<start + EchoDelay.hop])
        }
        align()
        played.copy(from: position - max(0, (delay ?? 0) - Self.margin), into: &delayed)
        echo.cancel(frame, delayed, into: &cleaned)
        played.copy(from: position - (delay ?? 0), into: &delayed)
        if delay != nil {
            isOwnVoice = !own.hearsPerson(left: Self.level(cleaned), played: Self.level(delayed))
        } else {
            // Until it is known when the echo comes, its coming is not somebody's voice; where none comes at all, every voice is somebody's.
            isOwnVoice = measured.hops < Self.patience
        }
        // Where the filter is astray it adds sound: what it was to clean is better then.
        if Self.level(cleaned) <= Self.level(frame) * 1.2 { swap(&frame, &cleaned) }
        played.forget(before: position)
    }

    private func align() {
        guard let best = measured.best, best.likeness > (delay == nil ? Self.believed : Self.certain) else { return }
        // Learning anew costs a second or two: only where the filter's reach is badly used.
        if let delay, abs(best.samples - delay) <= Self.margin { return }
        delay = best.samples
        echo.reset()
    }

    private static func level(_ samples: [Int16]) -> Float {
        (samples.reduce(Float(0)) { $0 + Float($1) * Float($1) } / Float(samples.count)).squareRoot()
    }
}
