import Listening
import Recognition
import Synthesis
import Wyoming

/// What a model is of, and how it is tried.
enum ModelKind: String {
    /// The parts that come with Jarvis.
    case ear, embedder
    /// Models of their own folders: `kind` in model.json is one of sherpa-onnx's for a recognizer.
    case pocketsphinx, speaker, piper, recognizer

    /// As somebody calls it: a kind of sherpa-onnx is that of a recognizer.
    init?(named name: String) {
        if let kind = ModelKind(rawValue: name) {
            self = kind
        } else if SpeechModel.Kind(rawValue: name) != nil {
            self = .recognizer
        } else {
            return nil
        }
    }

    /// As the model.json of a folder says.
    init?(manifest folder: String) {
        guard let name = Self.manifest(folder)?["kind"]?.string else { return nil }
        self.init(named: name)
    }

    static func languages(manifest folder: String) -> [String] { manifest(folder)?["languages"]?.array?.compactMap(\.string) ?? [] }

    private static func manifest(_ folder: String) -> WireValue? {
        Files.read("\(folder)/model.json", atMost: 1 << 20).flatMap { try? WireValue(parsing: $0[...]) }
    }

    /// Loads a model and uses it for a moment.
    func trial(_ path: String, _ more: [String]) async throws {
        switch self {
        case .ear:
            let engine = more.dropFirst().first.flatMap(WakeEngine.init) ?? .micro
            try HomeEarMaker(voiceModel: path, wakeFolder: more.first, wakeEngine: engine).selfTest()
        case .embedder: try HomeVoicePrinter(path: path).selfTest()
        case .speaker: _ = try SpeakerEmbedder(try SpeechModel(folder: path)).embed(TestSignal.second + TestSignal.second)
        case .recognizer:
            let model = try SpeechModel(folder: path)
            try await listen(SherpaRecognizer(model), Array(model.languages.prefix(1)))
        case .pocketsphinx:
            guard let language = more.first ?? Self.languages(manifest: path).first else { throw Refusal("no_model", "its model.json names no language") }
            let model =
                more.count > 1 ? try AcousticModel(language: language, folder: path, dictionary: more[1]) : try AcousticModel(language: language, folder: path)
            let recognizer = CommandRecognizer(models: [model], threads: EngineThreads(count: 1)) { _, _ in nil }
            try await recognizer.setVocabulary(language, CommandVocabulary(sentences: [language == "fr" ? "oui" : "yes"]))
            try await listen(recognizer, [language])
        case .piper: try await PiperVoice(folder: path, phonemesBy: try Espeak()).selfTest()
        }
    }

    private func listen(_ recognizer: some Recognizer, _ languages: [String]) async throws {
        let utterance = try recognizer.open(RecognitionRequest(languages: languages, wantsPartials: true))
        try await utterance.accept(TestSignal.second)
        _ = utterance.partial()
        _ = try await utterance.finish()
    }
}
