private import CSpeexDSP

/// What is played beside a microphone, on the microphone's time: pieces come when they begin to be heard, or while those before still are.
struct PlayedSound {
    /// Nobody prepares more than this ahead: what is beyond is not kept (60 s).
    private static let most = 60 * sampleRate
    /// What is behind the microphone's time is kept for echoes that come late (1 s).
    private static let kept = sampleRate

    private var samples: [Int16] = []
    /// Where on the microphone's time the first of `samples` is.
    private var base = 0
    private let resampler: Resampler?

    /// `rate` is that of the pieces.
    init(rate: Int) throws {
        resampler = rate == sampleRate ? nil : try Resampler(from: rate)
    }

    /// The end of what was played, in samples of the microphone.
    var end: Int { base + samples.count }

    /// Takes a piece that begins to be heard at `now`, or behind the one before.
    mutating func append(_ piece: [Int16], now: Int) {
        let piece = resampler?.feed(piece) ?? piece
        if end < now {
            if now - end > Self.kept {
                samples.removeAll(keepingCapacity: true)
                base = now
            } else {
                samples.append(contentsOf: repeatElement(0, count: now - end))
            }
        }
        samples.append(contentsOf: piece.prefix(max(0, now + Self.most - end)))
    }

    /// The sound of `range` into `frame`; silence where nothing was played.
    func copy(from start: Int, into frame: inout [Int16]) {
        for index in frame.indices {
            let position = start + index - base
            frame[index] = samples.indices.contains(position) ? samples[position] : 0
        }
    }

    /// Nothing before `now` less a second is asked for any more.
    mutating func forget(before now: Int) {
        let old = now - Self.kept - base
        // In large steps: removing from the front moves all that is behind.
        guard old > sampleRate else { return }
        samples.removeFirst(min(old, samples.count))
        base += old
    }
}

/// A sound at another rate, at ours, by SpeexDSP's resampler.
final class Resampler {
    private let state: OpaquePointer
    private let rate: Int

    /// From 4 to 192 kHz.
    init(from rate: Int) throws {
        var code: Int32 = 0
        guard (4000...192_000).contains(rate), let state = speex_resampler_init(1, UInt32(rate), UInt32(sampleRate), 4, &code), code == 0 else {
            throw ListeningError.unusable("a sound at \(rate) Hz", "the rate is out of reach")
        }
        self.state = state
        self.rate = rate
        speex_resampler_skip_zeros(state)
    }

    deinit { speex_resampler_destroy(state) }

    func feed(_ samples: [Int16]) -> [Int16] {
        let room = samples.count * sampleRate / rate + 64
        return [Int16](unsafeUninitializedCapacity: room) { out, written in
            var used = UInt32(samples.count)
            var made = UInt32(room)
            let code = samples.withUnsafeBufferPointer { speex_resampler_process_int(state, 0, $0.baseAddress, &used, out.baseAddress, &made) }
            written = code == 0 ? Int(made) : 0
        }
    }
}
