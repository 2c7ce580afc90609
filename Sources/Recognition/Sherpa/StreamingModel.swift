private import CSherpaOnnx
private import Foundation

/// A model that hears while somebody speaks. For one thread at a time.
final class StreamingModel: @unchecked Sendable {
    private let handle: OpaquePointer
    private let takesHotWords: Bool

    /// Loads the model. sherpa-onnx ends the process on some files that are not what they should be.
    init(_ model: SpeechModel, threads: Int) throws(RecognitionError) {
        let text = CText()
        func file(_ part: String) -> UnsafePointer<CChar>? { text(model.files[part]) }
        var config = SherpaOnnxOnlineRecognizerConfig()
        config.feat_config.sample_rate = Int32(SpeechAudio.rate)
        config.feat_config.feature_dim = 80
        config.model_config.tokens = file("tokens")
        config.model_config.num_threads = Int32(threads)
        config.model_config.provider = text("cpu")
        let takesHotWords = model.kind.takesHotWords && model.modelingUnit != nil
        config.decoding_method = text(takesHotWords ? "modified_beam_search" : "greedy_search")
        config.max_active_paths = 4
        config.hotwords_score = 1.5
        config.model_config.modeling_unit = text(model.modelingUnit)
        config.model_config.bpe_vocab = file("vocabulary")
        switch model.kind {
        case .streamingTransducer:
            config.model_config.transducer.encoder = file("encoder")
            config.model_config.transducer.decoder = file("decoder")
            config.model_config.transducer.joiner = file("joiner")
        case .streamingParaformer:
            config.model_config.paraformer.encoder = file("encoder")
            config.model_config.paraformer.decoder = file("decoder")
        default: throw RecognitionError(.model, "\(model.name) does not hear while somebody speaks")
        }
        guard let handle = SherpaOnnxCreateOnlineRecognizer(&config) else { throw RecognitionError(.model, "sherpa-onnx cannot load \(model.name)") }
        self.handle = handle
        self.takesHotWords = takesHotWords
    }

    deinit { SherpaOnnxDestroyOnlineRecognizer(handle) }

    /// One utterance's state; keeps the model.
    final class Stream: @unchecked Sendable {
        private let model: StreamingModel
        private let handle: OpaquePointer

        init(_ model: StreamingModel, hotWords: [String]) throws(RecognitionError) {
            let opened =
                model.takesHotWords && !hotWords.isEmpty
                ? SherpaOnnxCreateOnlineStreamWithHotwords(model.handle, HotWords.list(hotWords)) : SherpaOnnxCreateOnlineStream(model.handle)
            guard let opened else { throw RecognitionError(.engine, "sherpa-onnx has no room for an utterance") }
            handle = opened
            self.model = model
        }

        deinit { SherpaOnnxDestroyOnlineStream(handle) }

        func hear(_ samples: [Float]) {
            SherpaOnnxOnlineStreamAcceptWaveform(handle, Int32(SpeechAudio.rate), samples, Int32(samples.count))
            while SherpaOnnxIsOnlineStreamReady(model.handle, handle) == 1 { SherpaOnnxDecodeOnlineStream(model.handle, handle) }
        }

        /// Hears what the model still held back for what might come after.
        func end() {
            hear([Float](repeating: 0, count: SpeechAudio.rate / 2))
            SherpaOnnxOnlineStreamInputFinished(handle)
            while SherpaOnnxIsOnlineStreamReady(model.handle, handle) == 1 { SherpaOnnxDecodeOnlineStream(model.handle, handle) }
        }

        func heard() -> Heard {
            guard let result = SherpaOnnxGetOnlineStreamResult(model.handle, handle) else { return Heard() }
            defer { SherpaOnnxDestroyOnlineRecognizerResult(result) }
            var heard = Heard()
            heard.text = result.pointee.text.map { String(cString: $0) }?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
            if let times = result.pointee.timestamps, let tokens = result.pointee.tokens_arr {
                heard.tokens = (0..<max(0, Int(result.pointee.count))).compactMap { index in
                    tokens[index].map { (String(cString: $0), Double(times[index])) }
                }
            }
            return heard
        }
    }
}
