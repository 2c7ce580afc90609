import Base
import Configuration
import Domain
import Foundation
import HTTPClient
import Lifecycle
import Observability
import Speech
import Wyoming

/// How Jarvis hears and speaks: by the servers that are configured, and by its own worker.
struct Voice {
    let synthesizer: any Synthesizer
    let transcriber: any Transcriber
    /// `nil` without a worker: other servers do not listen as Jarvis needs it.
    let ear: (any Ear)?
    /// Reads audio files.
    let decoder: any AudioDecoder
    /// `nil` without a worker. One without a model for it says so when it is asked.
    let embedder: (any VoiceEmbedder)?
    let services: [any Service]
    /// Jarvis's own, to be told what is said in this home; `nil` when its program is not there.
    let worker: SpeechWorker?

    /// - Parameters:
    ///   - socket: where the worker is to listen.
    ///   - listen: where else, as `127.0.0.1:10300`.
    init(_ configuration: Configuration, socket: String, listen: String?, instruments: Instruments, log: Logger) throws {
        let log = log.with(label: "speech")
        var synthesizers: [any Synthesizer] = [], transcribers: [any Transcriber] = []
        let client = try HTTPClient()
        if let url = configuration.ttsURL {
            if let endpoint = try? Endpoint(url.absoluteString) {
                synthesizers.append(WyomingSynthesizer(WyomingService(endpoint: endpoint)))
            } else {
                let server = OpenAISpeechServer(url: url.absoluteString, model: configuration.ttsModel, key: configuration.ttsKey, client: client)
                synthesizers.append(OpenAISynthesizer(server, voice: configuration.ttsVoice ?? "alloy"))
            }
        }
        if let url = configuration.sttURL {
            if let endpoint = try? Endpoint(url.absoluteString) {
                transcribers.append(WyomingTranscriber(WyomingService(endpoint: endpoint)))
            } else {
                let server = OpenAISpeechServer(url: url.absoluteString, model: configuration.sttModel, key: configuration.sttKey, client: client)
                transcribers.append(OpenAITranscriber(server))
            }
        }
        if let program = configuration.speechWorker ?? SpeechWorker.executableBesideThisProgram {
            if let listen, (try? Endpoint(hostAndPort: listen)) == nil {
                throw StartError("JARVIS_SPEECH_LISTEN is '\(listen)': write host:port, like 127.0.0.1:10300")
            }
            let own = SpeechWorker(executable: program, socket: socket, options: .init(configuration, listen: listen), log: log)
            synthesizers.append(own.synthesizer)
            transcribers.append(own.transcriber)
            worker = own
        } else {
            worker = nil
            if synthesizers.isEmpty || transcribers.isEmpty {
                log.warning("the program jarvis-speech is not beside jarvis: set JARVIS_SPEECH_WORKER, or JARVIS_TTS_URL and JARVIS_STT_URL")
            }
        }
        services = worker.map { [$0] } ?? []
        ear = worker?.ear
        embedder = worker?.embedder
        decoder = worker?.decoder ?? Deaf()
        let engine: any Synthesizer = synthesizers.isEmpty ? Silence() : FallbackSynthesizer(synthesizers, log: log)
        synthesizer = MeasuredSynthesizer(engine: engine, instruments: instruments, voice: configuration.ttsVoice, speed: configuration.ttsSpeed)
        transcriber = MeasuredTranscriber(engine: transcribers.isEmpty ? Deaf() : FallbackTranscriber(transcribers, log: log), instruments: instruments)
        speaks = !synthesizers.isEmpty
    }

    private let speaks: Bool

    /// For `/health`.
    var state: String {
        guard let worker else { return speaks ? "up" : "off" }
        return worker.process.state.word
    }
}

extension SupervisedProcess.State {
    /// The word for `/health`.
    var word: String {
        switch self {
        case .ready: "up"
        case .starting: "starting"
        case .restarting: "down"
        case .stopped: "off"
        }
    }
}

/// Stands in where there is no speech engine.
private struct Silence: Synthesizer {
    private let problem = Problem(.unavailable, "there is no speech engine: install the program jarvis-speech beside jarvis, or set JARVIS_TTS_URL")
    func synthesize(_ request: SpeechRequest, onAudio: @Sendable (AudioChunk) async throws -> Void) async throws { throw problem }
    func voices() async throws -> [Domain.Voice] { throw problem }
}
