private import CSpeexDSP

/// Turns a stream of samples into one channel at another rate: SpeexDSP's windowed-sinc resampler.
///
/// One task at a time. What comes out lags by some milliseconds: `finish` gives the rest.
public final class Resampler {
    public static let rates = 4_000...192_000
    public static let channelCounts = 1...8
    /// Of 0 to 10: beyond it nobody hears a difference in speech, and it costs 0.1 % of a core a stream.
    private static let quality: Int32 = 4

    private let channels: Int
    /// `nil` where the rate stays as it is.
    private let state: OpaquePointer?
    /// Samples of a frame that was cut in two.
    private var rest: [Int16] = []

    /// - Parameters:
    ///   - rate: of what comes in, in hertz.
    ///   - channels: interleaved in what comes in; their mean is taken.
    /// - Throws: `AudioError` for rates and channels that are none.
    public init(from rate: Int, channels: Int = 1, to wanted: Int = 16_000) throws(AudioError) {
        guard Self.rates.contains(rate), Self.rates.contains(wanted), Self.channelCounts.contains(channels) else {
            throw AudioError(.unreadable, "audio may have 4,000 to 192,000 samples a second and 1 to 8 channels")
        }
        self.channels = channels
        guard rate != wanted else {
            state = nil
            return
        }
        var code: Int32 = 0
        state = speex_resampler_init(1, UInt32(rate), UInt32(wanted), Self.quality, &code)
        guard state != nil, code == 0 else { throw AudioError(.engine, "the resampler could not be made (error \(code))") }
        speex_resampler_skip_zeros(state)
    }

    deinit { if let state { speex_resampler_destroy(state) } }

    /// The next samples, interleaved; any number of them.
    public func convert(_ samples: [Int16]) -> [Int16] {
        let mono = channels == 1 ? samples : mixed(samples)
        guard let state else { return mono }
        return run(mono, state)
    }

    /// What is still inside.
    public func finish() -> [Int16] {
        guard let state else { return [] }
        return run([Int16](repeating: 0, count: Int(speex_resampler_get_input_latency(state))), state)
    }

    private func mixed(_ samples: [Int16]) -> [Int16] {
        let all = rest.isEmpty ? samples : rest + samples
        let whole = all.count / channels * channels
        rest = Array(all[whole...])
        return stride(from: 0, to: whole, by: channels).map { start in
            Int16(all[start..<start + channels].reduce(0) { $0 + Int($1) } / channels)
        }
    }

    private func run(_ samples: [Int16], _ state: OpaquePointer) -> [Int16] {
        var numerator: UInt32 = 1, denominator: UInt32 = 1
        speex_resampler_get_ratio(state, &numerator, &denominator)
        let room = samples.count * Int(denominator) / max(1, Int(numerator)) + 64
        return [Int16](unsafeUninitializedCapacity: room) { buffer, written in
            samples.withUnsafeBufferPointer { samples in
                var read = 0
                while read < samples.count, written < room {
                    var count = UInt32(samples.count - read), made = UInt32(room - written)
                    guard let input = samples.baseAddress, let output = buffer.baseAddress,
                        speex_resampler_process_int(state, 0, input + read, &count, output + written, &made) == 0, count > 0 || made > 0
                    else { return }
                    read += Int(count)
                    written += Int(made)
                }
            }
        }
    }
}
