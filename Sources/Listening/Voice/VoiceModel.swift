private import CSherpaOnnx
private import Foundation

/// The silero model behind sherpa-onnx: whether a frame of 32 ms is voiced. For one stream and one thread at a time.
final class VoiceModel {
    /// Samples of a frame.
    static let frame = 512
    /// The library keeps what it takes for speech until it ends: it is emptied before its buffer (20 s) would grow.
    private static let longest = 10 * sampleRate / frame

    private let detector: OpaquePointer
    private var voicedFrames = 0

    /// `threshold` is the probability that is taken for speech; 0.15 less is enough to go on.
    init(path: String, threshold: Float) throws {
        guard FileManager.default.fileExists(atPath: path) else { throw ListeningError.missing(path) }
        let detector = path.withCString { path in
            "cpu".withCString { provider in
                var config = SherpaOnnxVadModelConfig()
                config.silero_vad.model = path
                config.silero_vad.threshold = threshold
                // Decisions by the frame: how long a pause is, is for those who listen to say.
                config.silero_vad.min_silence_duration = 0.001
                config.silero_vad.min_speech_duration = 0.001
                config.silero_vad.max_speech_duration = 100_000
                config.silero_vad.window_size = Int32(Self.frame)
                config.sample_rate = Int32(sampleRate)
                config.num_threads = 1
                config.provider = provider
                return SherpaOnnxCreateVoiceActivityDetector(&config, 20)
            }
        }
        guard let detector else { throw ListeningError.unusable(path, "it is no silero model") }
        self.detector = detector
    }

    deinit { SherpaOnnxDestroyVoiceActivityDetector(detector) }

    /// Takes a frame of samples between -1 and 1.
    func isVoiced(_ frame: UnsafeBufferPointer<Float>) -> Bool {
        SherpaOnnxVoiceActivityDetectorAcceptWaveform(detector, frame.baseAddress, Int32(frame.count))
        let voiced = SherpaOnnxVoiceActivityDetectorDetected(detector) == 1
        voicedFrames = voiced ? voicedFrames + 1 : 0
        if voicedFrames >= Self.longest {
            SherpaOnnxVoiceActivityDetectorFlush(detector)
            voicedFrames = 0
        }
        if SherpaOnnxVoiceActivityDetectorEmpty(detector) == 0 { SherpaOnnxVoiceActivityDetectorClear(detector) }
        return voiced
    }

    /// Forgets what was heard.
    func restart() {
        SherpaOnnxVoiceActivityDetectorReset(detector)
        voicedFrames = 0
    }
}
