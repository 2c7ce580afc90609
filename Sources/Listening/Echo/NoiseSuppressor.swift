private import CSpeexDSP

/// Takes steady noise out of a microphone's sound, and what an echo canceller left, by SpeexDSP's spectral subtraction. What comes out is
/// 16 ms late. For one stream and one thread at a time.
package final class NoiseSuppressor {
    /// Samples of a frame.
    package static let frame = 256
    private let state: OpaquePointer

    /// `decibels` is how much quieter noise becomes, 0 to 40.
    package convenience init(decibels: Int = 15) { self.init(decibels: decibels, echo: nil) }

    init(decibels: Int, echo: EchoState?) {
        state = speex_preprocess_state_init(Int32(Self.frame), Int32(sampleRate))
        set(SPEEX_PREPROCESS_SET_DENOISE, 1)
        set(SPEEX_PREPROCESS_SET_NOISE_SUPPRESS, -Int32(max(1, min(40, decibels))))
        if let echo {
            speex_preprocess_ctl(state, SPEEX_PREPROCESS_SET_ECHO_STATE, UnsafeMutableRawPointer(echo.state))
            // Quieter by this while only what is played is heard, and while somebody speaks over it.
            set(SPEEX_PREPROCESS_SET_ECHO_SUPPRESS, -45)
            set(SPEEX_PREPROCESS_SET_ECHO_SUPPRESS_ACTIVE, -15)
        }
    }

    deinit { speex_preprocess_state_destroy(state) }

    /// Cleans a frame of 256 samples in place.
    package func clean(_ frame: inout [Int16]) {
        guard frame.count == Self.frame else { return }
        frame.withUnsafeMutableBufferPointer { _ = speex_preprocess_run(state, $0.baseAddress) }
    }

    private func set(_ request: Int32, _ value: Int32) {
        var value = value
        speex_preprocess_ctl(state, request, &value)
    }
}

/// The owner of SpeexDSP's adaptive filter.
final class EchoState {
    let state: OpaquePointer

    /// `tail` is how many samples of echo are modelled.
    init(tail: Int) {
        state = speex_echo_state_init(Int32(NoiseSuppressor.frame), Int32(tail))
        var rate = Int32(sampleRate)
        speex_echo_ctl(state, SPEEX_ECHO_SET_SAMPLING_RATE, &rate)
    }

    deinit { speex_echo_state_destroy(state) }

    func cancel(_ microphone: [Int16], _ played: [Int16], into out: inout [Int16]) {
        microphone.withUnsafeBufferPointer { microphone in
            played.withUnsafeBufferPointer { played in
                out.withUnsafeMutableBufferPointer { speex_echo_cancellation(state, microphone.baseAddress, played.baseAddress, $0.baseAddress) }
            }
        }
    }

    func reset() { speex_echo_state_reset(state) }
}
