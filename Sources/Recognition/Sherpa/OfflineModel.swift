private import CSherpaOnnx
private import Foundation

/// A model that hears an utterance as a whole. For one thread at a time.
final class OfflineModel: @unchecked Sendable {
    private let handle: OpaquePointer
    private let takesHotWords: Bool

    /// Loads the model. sherpa-onnx ends the process on some files that are not what they should be.
    init(_ model: SpeechModel, threads: Int) throws(RecognitionError) {
        let text = CText()
        func file(_ part: String) -> UnsafePointer<CChar>? { text(model.files[part]) }
        var config = SherpaOnnxOfflineRecognizerConfig()
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
        case .whisper:
            config.model_config.whisper.encoder = file("encoder")
            config.model_config.whisper.decoder = file("decoder")
            // Empty: it finds out.
            config.model_config.whisper.language = text(model.languages.count == 1 ? model.languages[0] : "")
            config.model_config.whisper.task = text("transcribe")
            config.model_config.whisper.tail_paddings = -1
            config.model_config.whisper.enable_token_timestamps = 1
        case .moonshine:
            config.model_config.moonshine.preprocessor = file("preprocessor")
            config.model_config.moonshine.encoder = file("encoder")
            config.model_config.moonshine.uncached_decoder = file("uncached_decoder")
            config.model_config.moonshine.cached_decoder = file("cached_decoder")
            config.model_config.moonshine.merged_decoder = file("merged_decoder")
        case .paraformer: config.model_config.paraformer.model = file("model")
        case .canary:
            config.model_config.canary.encoder = file("encoder")
            config.model_config.canary.decoder = file("decoder")
            config.model_config.canary.src_lang = text(model.languages[0])
            config.model_config.canary.tgt_lang = text(model.languages[0])
            config.model_config.canary.use_pnc = 1
        case .nemoCTC: config.model_config.nemo_ctc.model = file("model")
        case .senseVoice:
            config.model_config.sense_voice.model = file("model")
            config.model_config.sense_voice.language = text(model.languages.count == 1 ? model.languages[0] : "auto")
        case .zipformerCTC: config.model_config.zipformer_ctc.model = file("model")
        case .transducer, .nemoTransducer:
            config.model_config.transducer.encoder = file("encoder")
            config.model_config.transducer.decoder = file("decoder")
            config.model_config.transducer.joiner = file("joiner")
            config.model_config.model_type = text(model.kind == .transducer ? "transducer" : "nemo_transducer")
        case .streamingTransducer, .streamingParaformer, .speaker:
            throw RecognitionError(.model, "\(model.name) does not hear utterances as a whole")
        }
        guard let handle = SherpaOnnxCreateOfflineRecognizer(&config) else { throw RecognitionError(.model, "sherpa-onnx cannot load \(model.name)") }
        self.handle = handle
        self.takesHotWords = takesHotWords
    }

    deinit { SherpaOnnxDestroyOfflineRecognizer(handle) }

    /// - Parameters:
    ///   - samples: of 30 s at most.
    ///   - language: `nil` when it is to find out.
    func hear(_ samples: [Float], language: String?, hotWords: [String]) throws(RecognitionError) -> Heard {
        let stream =
            takesHotWords && !hotWords.isEmpty
            ? SherpaOnnxCreateOfflineStreamWithHotwords(handle, HotWords.list(hotWords)) : SherpaOnnxCreateOfflineStream(handle)
        guard let stream else { throw RecognitionError(.engine, "sherpa-onnx has no room for an utterance") }
        defer { SherpaOnnxDestroyOfflineStream(stream) }
        if let language {
            // Whisper and SenseVoice read the first, Canary the others.
            for option in ["language", "src_lang", "tgt_lang"] { SherpaOnnxOfflineStreamSetOption(stream, option, language) }
        }
        SherpaOnnxAcceptWaveformOffline(stream, Int32(SpeechAudio.rate), samples, Int32(samples.count))
        SherpaOnnxDecodeOfflineStream(handle, stream)
        guard let result = SherpaOnnxGetOfflineStreamResult(stream) else { throw RecognitionError(.engine, "sherpa-onnx gave no result") }
        defer { SherpaOnnxDestroyOfflineRecognizerResult(result) }
        var heard = Heard()
        heard.text = result.pointee.text.map { String(cString: $0) }?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        heard.language = result.pointee.lang.map { String(cString: $0).filter(\.isLetter) } ?? ""
        let count = max(0, Int(result.pointee.count))
        if let times = result.pointee.timestamps, let tokens = result.pointee.tokens_arr {
            heard.tokens = (0..<count).compactMap { index in tokens[index].map { (String(cString: $0), Double(times[index])) } }
        }
        if let likelihoods = result.pointee.ys_log_probs { heard.likelihoods = (0..<count).map { Double(likelihoods[$0]) } }
        return heard
    }
}
