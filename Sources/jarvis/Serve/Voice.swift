import Configuration
import Domain
import Foundation
import Lifecycle
import Observability
import Skills
import Speech
import Wyoming

/// How Jarvis speaks: a Wyoming server where one is configured, else its own worker.
struct Voice {
    let synthesizer: any Synthesizer
    let services: [any Service]
    private let worker: SpeechWorker?

    init(_ configuration: Configuration, folder: DataFolder, instruments: Instruments, log: Logger) {
        let engine: any Synthesizer
        if let url = configuration.ttsURL, let endpoint = try? Endpoint(url.absoluteString) {
            engine = WyomingSynthesizer(endpoint: endpoint)
            worker = nil
        } else if let program = configuration.speechWorker ?? SpeechWorker.executableBesideThisProgram {
            let own = SpeechWorker(executable: program, socket: folder.speechSocket, log: log)
            engine = own
            worker = own
        } else {
            log.warning("no speech: the program jarvis-speech is not beside jarvis; set JARVIS_SPEECH_WORKER or JARVIS_TTS_URL")
            engine = Silence()
            worker = nil
        }
        services = worker.map { [$0] } ?? []
        synthesizer = MeasuredSynthesizer(engine: engine, instruments: instruments, voice: configuration.ttsVoice, speed: configuration.ttsSpeed)
    }

    /// For `/health`.
    var state: String {
        guard let worker else { return synthesizer is Silence ? "off" : "up" }
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

/// Counts and times every synthesis, and writes the text out as it is spoken, and fills in what the configuration says about voice and speed.
private struct MeasuredSynthesizer: Synthesizer {
    let engine: any Synthesizer
    let instruments: Instruments
    let voice: String?
    let speed: Double

    func synthesize(_ request: SpeechRequest, onAudio: @Sendable (AudioChunk) async throws -> Void) async throws {
        var request = request
        request.text = SpokenForm.of(request.text, request.language)
        request.voice = request.voice ?? voice
        if request.speed == 1 { request.speed = speed }
        let begin = ContinuousClock.now
        instruments.syntheses.increment()
        do {
            try await engine.synthesize(request, onAudio: onAudio)
        } catch {
            if !(error is CancellationError) { instruments.synthesisErrors.increment() }
            throw error
        }
        instruments.synthesisDuration.observe(ContinuousClock.now - begin)
    }

    func voices() async throws -> [Domain.Voice] { try await engine.voices() }
}

/// Stands in where there is no speech engine.
private struct Silence: Synthesizer {
    private let problem = Problem(.unavailable, "there is no speech engine: install the program jarvis-speech beside jarvis, or set JARVIS_TTS_URL")
    func synthesize(_ request: SpeechRequest, onAudio: @Sendable (AudioChunk) async throws -> Void) async throws { throw problem }
    func voices() async throws -> [Domain.Voice] { throw problem }
}
