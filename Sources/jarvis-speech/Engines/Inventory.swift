import Base
import Listening
import Recognition
import Synthesis
import Wyoming

/// What is installed. Models lie in folders of their own with a model.json; those that come with Jarvis have known names.
struct Inventory: Sendable {
    /// The first that has a voice for a language is asked.
    let speech: [any SpeechEngine]
    /// The first that understands a language is asked.
    let recognizers: [Offer<any Recognizer>]
    /// What can be told the sentences of this home.
    let commands: Offer<CommandRecognizer>?
    let ear: Offer<any EarMaker>?
    /// The wake words that the ear knows.
    let wakeWords: [Info.Model]
    let embedder: Offer<any VoicePrinter>?

    init(folders: [String], wakeEngine: WakeEngine, _ shelf: Shelf) {
        func find(_ name: String) -> String? { folders.map { "\($0)/\(name)" }.first { Files.exists($0) } }
        var recognizers: [Offer<any Recognizer>] = [], embedders: [Offer<any VoicePrinter>] = [], acoustic: [String: String] = [:]
        var names: Set<String> = []
        for folder in folders {
            for name in Files.list(folder) where Files.exists("\(folder)/\(name)/model.json") && names.insert(name).inserted {
                let path = "\(folder)/\(name)"
                switch ModelKind(manifest: path) {
                case .pocketsphinx: for language in ModelKind.languages(manifest: path) where acoustic[language] == nil { acoustic[language] = path }
                case .speaker: embedders.append(shelf.speaker(path))
                case .recognizer: recognizers.append(shelf.recognizer(path))
                default: continue
                }
            }
        }
        if let path = find("\(VoiceEncoder.name).safetensors") { embedders.append(shelf.voiceEncoder(path)) }
        speech = shelf.voices(folders)
        self.recognizers = recognizers
        commands = shelf.commands(acoustic)
        embedder = embedders.first(where: \.isUsable) ?? embedders.first
        let wakeFolder = folders.first { !WakeModels.words(in: $0, engine: wakeEngine).isEmpty }
        ear = find("silero_vad.onnx").map { shelf.ear($0, wakeFolder: wakeFolder, wakeEngine: wakeEngine) }
        wakeWords = ear == nil ? [] : wakeFolder.map { WakeModels.words(in: $0, engine: wakeEngine).map { Self.wakeWord($0, wakeEngine) } } ?? []
    }

    private static func wakeWord(_ name: String, _ engine: WakeEngine) -> Info.Model {
        let about = Info.About(
            name: name, description: name.split(separator: "_").joined(separator: " "), version: nil, author: engine.licence,
            address: engine == .open ? "https://github.com/dscripka/openWakeWord" : "https://github.com/kahrendt/microWakeWord")
        return Info.Model(about: about, languages: ["en"])
    }

    /// As `describe` tells it.
    var info: Info {
        var info = Info(isStreaming: true)
        info.textToSpeech = speech.flatMap { $0.programs }
        let models = recognizers.map(\.model) + (commands.map { [$0.model] } ?? [])
        if !models.isEmpty { info.speechToText = [Info.Program(about: Self.about("Speech to text of Jarvis"), models: models)] }
        if let ear, ear.isUsable, !wakeWords.isEmpty { info.wakeWords = [Info.Program(about: Self.about("Wake words of Jarvis"), models: wakeWords)] }
        return info
    }

    private static func about(_ what: String) -> Info.About { Info.About(name: "jarvis", description: what, version: nil, author: "Jarvis", address: "") }
}
