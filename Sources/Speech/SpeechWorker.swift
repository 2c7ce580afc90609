public import Domain
public import Lifecycle
public import Observability
private import Foundation
import Synchronization
import Wyoming

/// Jarvis's own speech process, `jarvis-speech`, kept running; and a synthesizer that speaks through it.
///
/// Native speech engines exit or crash on bad input, so they live in a child. When it dies, a request in progress ends with
/// `Problem.unavailable`, the child is started again, and the next request waits for it.
public final class SpeechWorker: Service, Synthesizer {
    /// The supervised process: its state and pid, for health and tests.
    public let process: SupervisedProcess
    private let synthesizer: WyomingSynthesizer

    /// - Parameters:
    ///   - executable: the worker's binary; see ``executableBesideThisProgram``.
    ///   - socket: the path of the unix socket it listens on, at most 107 bytes; its folder is made with mode 0700 when missing.
    public init(
        executable: String, socket: String, timeLimits: WyomingSynthesizer.TimeLimits = .init(), policy: RestartPolicy = RestartPolicy(), log: Logger
    ) {
        let process = SupervisedProcess(
            name: "speech", policy: policy, readyWithin: .seconds(15), log: log,
            command: { ChildProcess.Command(executable: executable, arguments: ["--socket", socket, "--exit-with-parent"], logLevel: .warning) },
            probe: { child in _ = try await child.announcement() })
        self.process = process
        synthesizer = WyomingSynthesizer(endpoint: .unix(path: socket), timeLimits: timeLimits, waitUntilReady: { try await process.waitUntilReady() })
    }

    public var name: String { process.name }

    public func start() async throws { try await process.start() }

    public func run(until shutdown: Shutdown) async throws { try await process.run(until: shutdown) }

    /// A worker that died a moment ago may still be taken for a living one: then, and only while nothing was heard yet, the text is said anew.
    public func synthesize(_ request: SpeechRequest, onAudio: @Sendable (AudioChunk) async throws -> Void) async throws {
        let isHeard = Mutex(false)
        for _ in 0..<Self.retries where process.state == .ready {
            let begin = ContinuousClock.now
            do {
                return try await synthesizer.synthesize(request) { chunk in
                    isHeard.withLock { $0 = true }
                    try await onAudio(chunk)
                }
            } catch let problem as Problem where problem.code == .unavailable && !isHeard.withLock({ $0 }) && ContinuousClock.now - begin < Self.atOnce {
                try await Task.sleep(for: Self.pause)
            }
        }
        try await synthesizer.synthesize(request, onAudio: onAudio)
    }

    /// How often, and after how long, a request that failed at once is tried again: time for the supervisor to see that the worker is gone.
    private static let retries = 2, pause = Duration.milliseconds(30), atOnce = Duration.seconds(1)

    public func voices() async throws -> [Voice] { try await synthesizer.voices() }

    /// Where `jarvis-speech` is installed: in the folder of the running program. `nil` when it is not there.
    public static var executableBesideThisProgram: String? {
        guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else { return nil }
        let path = URL(filePath: program).deletingLastPathComponent().appending(path: "jarvis-speech").path
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }
}
