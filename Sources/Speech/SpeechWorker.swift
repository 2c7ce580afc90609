public import Base
import Domain
public import Lifecycle
public import Observability
private import Foundation
private import Synchronization
public import Wyoming

/// Jarvis's own speech process, `jarvis-speech`, kept running, and what it offers behind the ports.
///
/// Native speech engines exit or crash on bad input, so they live in a child. When it dies, it is started again, and what it was asked for is asked
/// again, unless the answer was partly heard.
public final class SpeechWorker: Service {
    /// The supervised process: its state and pid, for health and tests.
    public let process: SupervisedProcess
    public let synthesizer: WyomingSynthesizer
    public let transcriber: WyomingTranscriber
    public let ear: WyomingEar
    public let embedder: WyomingVoiceEmbedder
    public let decoder: WyomingAudioDecoder
    private let service: WyomingService
    private let vocabularies: Vocabularies

    /// What the worker is started with.
    public struct Options: Sendable, Hashable {
        /// Where it listens besides its socket, as `127.0.0.1:10300`: for Home Assistant and satellites. The protocol has no password.
        public var listen: String?
        /// Folders of models, the first that has one of a name wins.
        public var models: [String]
        /// Where it remembers which models were tried.
        public var probes: String?
        /// Which models listen for wake words: `micro`, `open`, `either` or `both`; `nil` for the worker's choice.
        public var wakeEngine: String?

        public init(listen: String? = nil, models: [String] = [], probes: String? = nil, wakeEngine: String? = nil) {
            self.listen = listen
            self.models = models
            self.probes = probes
            self.wakeEngine = wakeEngine
        }

        var arguments: [String] {
            (listen.map { ["--tcp", $0] } ?? []) + models.flatMap { ["--models", $0] } + (probes.map { ["--probes", $0] } ?? [])
                + (wakeEngine.map { ["--wake-engine", $0] } ?? [])
        }
    }

    /// A worker that dies now and then is back at once; one that always dies costs little.
    public static let restarts = RestartPolicy(first: .milliseconds(20), maximum: .seconds(2), stableAfter: .seconds(5))

    /// - Parameters:
    ///   - executable: the worker's binary; see ``executableBesideThisProgram``.
    ///   - socket: the path of the unix socket it listens on, at most 107 bytes; its folder is made with mode 0700 when missing.
    public init(
        executable: String, socket: String, options: Options = Options(), timeLimits: WyomingService.TimeLimits = .init(),
        policy: RestartPolicy = SpeechWorker.restarts, log: Logger
    ) {
        let endpoint = Endpoint.unix(path: socket), arguments = ["--socket", socket, "--exit-with-parent"] + options.arguments
        let direct = WyomingService(endpoint: endpoint, timeLimits: timeLimits), vocabularies = Vocabularies(direct)
        let process = SupervisedProcess(
            name: "speech", policy: policy, readyWithin: .seconds(15),
            pulse: .init(every: .seconds(10), misses: 2) { try await direct.ping(within: .seconds(20)) }, log: log,
            command: { ChildProcess.Command(executable: executable, arguments: arguments, logLevel: .warning) },
            probe: { child in
                _ = try await child.announcement()
                await vocabularies.tellAll(log)
            })
        self.process = process
        self.vocabularies = vocabularies
        let service = WyomingService(endpoint: endpoint, timeLimits: timeLimits, waitUntilReady: { try await process.waitUntilReady() })
        synthesizer = WyomingSynthesizer(service)
        transcriber = WyomingTranscriber(service)
        ear = WyomingEar(service)
        embedder = WyomingVoiceEmbedder(service)
        decoder = WyomingAudioDecoder(service)
        self.service = service
    }

    public var name: String { process.name }

    public func start() async throws { try await process.start() }

    public func run(until shutdown: Shutdown) async throws { try await process.run(until: shutdown) }

    /// Says what is spoken of in this home, in one language; each worker that is started is told again.
    ///
    /// - Throws: `Problem.tooLarge` when it is too much, `.unavailable` when the worker is down: it is told when it is back.
    public func set(_ vocabulary: Vocabulary) async throws { try await vocabularies.set(vocabulary) }

    /// What the worker can do now, and which models it cannot use.
    public func info() async throws -> Info { try await service.info() }

    /// Where `jarvis-speech` is installed: in the folder of the running program. `nil` when it is not there.
    public static var executableBesideThisProgram: String? {
        guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else { return nil }
        let path = URL(filePath: program).deletingLastPathComponent().appending(path: "jarvis-speech").path
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }
}

/// What is said in a home, in one language.
public struct Vocabulary: Sendable, Hashable {
    public var language: Language
    /// Commands as they are spoken. `allume {room}` stands for one sentence for each room in the list of that name.
    public var sentences: [String]
    public var lists: [String: [String]]
    /// Of rooms, devices and people.
    public var names: [String]

    public init(language: Language, sentences: [String], lists: [String: [String]] = [:], names: [String] = []) {
        self.language = language
        self.sentences = sentences
        self.lists = lists
        self.names = names
    }
}

/// What each new worker is told before anybody else talks to it.
private final class Vocabularies: Sendable {
    private let service: WyomingService
    private let known = Mutex<[Language: Vocabulary]>([:])

    init(_ service: WyomingService) { self.service = service }

    func set(_ vocabulary: Vocabulary) async throws {
        known.withLock { $0[vocabulary.language] = vocabulary }
        try await tell(vocabulary)
    }

    /// A vocabulary that cannot be told costs words, not speech.
    func tellAll(_ log: Logger) async {
        for vocabulary in known.withLock({ Array($0.values) }) {
            do { try await tell(vocabulary) } catch {
                log.warning("the speech worker did not take the home's words", ["language": vocabulary.language.rawValue, "error": "\(error)"])
            }
        }
    }

    private func tell(_ vocabulary: Vocabulary) async throws {
        try await service.exchange { connection in
            let words = Addition.Vocabulary(
                language: vocabulary.language.rawValue, sentences: vocabulary.sentences, lists: vocabulary.lists, names: vocabulary.names)
            try await service.send(.addition(.setVocabulary(words)), to: connection)
            while true {
                if case .addition(.done) = try await service.receive(from: connection) { return }
            }
        }
    }
}
