import Backend
import Configuration
import Domain
import Foundation
import HTTPServer
import Home
import Lifecycle
import Observability
import Speech

/// The STT and TTS services by themselves: no accounts, nothing stored, and so beside another Jarvis on the same data folder.
struct SpeechComposition {
    /// What can run without the rest of Jarvis.
    static let parts: Set<String> = [SpeechService.Kind.transcription.rawValue, SpeechService.Kind.synthesis.rawValue]

    let servers: [HTTPServer]
    /// Everything that runs, in the order in which it starts.
    let services: [any Service]
    private let worker: SpeechWorker?
    private let folder: SocketFolder

    /// - Parameter parts: the services asked for, of those above.
    static func build(_ configuration: Configuration, parts: Set<String>, log: Logger) async throws -> SpeechComposition {
        let metrics = Metrics()
        metrics.addProcess()
        let instruments = Instruments(in: metrics)
        let folder = try SocketFolder()
        // Jarvis itself listens there: two cannot.
        if configuration.speechListen != nil { log.notice("JARVIS_SPEECH_LISTEN is for `jarvis serve` with the backend, and not used here") }
        let speech = try Voice(configuration, socket: folder.socket, listen: nil, instruments: instruments, log: log)
        if let worker = speech.worker {
            // It does not run yet, and is told of them when it does.
            for vocabulary in Vocabulary.all(of: try home(configuration)) { try? await worker.set(vocabulary) }
        }
        let routes = SpeechRoutes(
            parts: SpeechRoutes.Parts(
                synthesizer: speech.synthesizer, transcriber: speech.transcriber, decoder: speech.decoder, languages: [configuration.language]))
        let make = Servers(configuration, instruments, log: log)
        let servers = try [SpeechService.Kind.transcription, .synthesis].filter { parts.contains($0.rawValue) }.map { kind in
            try make.server(kind, routes, state: { speech.state }, metrics: { metrics.exposition() })
        }
        return SpeechComposition(servers: servers, services: speech.services + servers, worker: speech.worker, folder: folder)
    }

    /// Returns when the engine can be asked, or there is no time left to wait for it.
    func waitUntilReady(or shutdown: Shutdown) async {
        guard let process = worker?.process else { return }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { try? await process.waitUntilReady() }
            group.addTask { await shutdown.wait() }
            await group.next()
            group.cancelAll()
        }
    }

    /// The house of JARVIS_HOME_FILE; without it the everyday words are enough.
    private static func home(_ configuration: Configuration) throws -> HomeModel {
        guard let path = configuration.homeFile else { return HomeModel() }
        guard let data = FileManager.default.contents(atPath: path) else { throw StartError("JARVIS_HOME_FILE: \(path) cannot be read") }
        do { return try FileHouse.read(String(decoding: data, as: UTF8.self)).0 } catch let error as HouseFileError {
            throw StartError("JARVIS_HOME_FILE: \(error)")
        }
    }
}
