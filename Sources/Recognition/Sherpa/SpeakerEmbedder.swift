private import CSherpaOnnx
private import Synchronization

/// What a voice sounds like, as numbers; by a model of sherpa-onnx (WeSpeaker, 3D-Speaker, NeMo).
package final class SpeakerEmbedder: Sendable {
    package let name: String
    /// How many numbers there are.
    package let dimension: Int
    private let handle: Mutex<Handle>
    /// Voices of less speech than this are not told apart.
    package static let minimum = SpeechAudio.rate
    /// More than this does not make them clearer.
    private static let maximum = SpeechAudio.window

    private struct Handle: @unchecked Sendable {
        let pointer: OpaquePointer
    }

    /// - Throws: `RecognitionError` for a model of another kind, or one that cannot be loaded.
    package init(_ model: SpeechModel) throws(RecognitionError) {
        guard model.kind == .speaker else { throw RecognitionError(.model, "\(model.name) does not tell voices apart") }
        let text = CText()
        var config = SherpaOnnxSpeakerEmbeddingExtractorConfig()
        config.model = text(model.files["model"])
        config.num_threads = 1
        config.provider = text("cpu")
        guard let pointer = SherpaOnnxCreateSpeakerEmbeddingExtractor(&config) else {
            throw RecognitionError(.model, "sherpa-onnx cannot load \(model.name)")
        }
        name = model.name
        dimension = Int(SherpaOnnxSpeakerEmbeddingExtractorDim(pointer))
        handle = Mutex(Handle(pointer: pointer))
    }

    deinit { handle.withLock { SherpaOnnxDestroySpeakerEmbeddingExtractor($0.pointer) } }

    /// A vector of length 1 for a voice, worked out on the caller's thread: one channel at 16 kHz, of which a second at least is to be loud enough for speech.
    /// - Throws: `RecognitionError(.audio)` when there is too little.
    package func embed(_ samples: [Int16]) throws -> [Float] {
        let spoken = Self.spoken(samples)
        guard spoken.count >= Self.minimum else { throw RecognitionError(.audio, "a second of speech at least is needed to know a voice") }
        return try compute(spoken)
    }

    /// What is loud enough to be speech, up to 30 s of it.
    private static func spoken(_ samples: [Int16]) -> [Float] {
        let step = SpeechAudio.rate / 10
        var result: [Float] = []
        for start in stride(from: 0, to: samples.count, by: step) where result.count < maximum {
            let piece = samples[start..<min(start + step, samples.count)].map { Float($0) / 32_768 }
            if Loudness.isSpeech(piece) { result += piece }
        }
        return result
    }

    private func compute(_ samples: [Float]) throws -> [Float] {
        try handle.withLock { handle in
            guard let stream = SherpaOnnxSpeakerEmbeddingExtractorCreateStream(handle.pointer) else {
                throw RecognitionError(.engine, "sherpa-onnx has no room for a voice")
            }
            defer { SherpaOnnxDestroyOnlineStream(stream) }
            SherpaOnnxOnlineStreamAcceptWaveform(stream, Int32(SpeechAudio.rate), samples, Int32(samples.count))
            SherpaOnnxOnlineStreamInputFinished(stream)
            guard SherpaOnnxSpeakerEmbeddingExtractorIsReady(handle.pointer, stream) == 1,
                let values = SherpaOnnxSpeakerEmbeddingExtractorComputeEmbedding(handle.pointer, stream)
            else { throw RecognitionError(.audio, "there is too little speech to know a voice") }
            defer { SherpaOnnxSpeakerEmbeddingExtractorDestroyEmbedding(values) }
            let vector = UnsafeBufferPointer(start: values, count: dimension)
            let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
            guard length.isFinite, length > 0 else { throw RecognitionError(.engine, "\(name) made nothing of the voice") }
            return vector.map { $0 / length }
        }
    }
}
