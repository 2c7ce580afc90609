import Base
import Domain
import Foundation
import Lifecycle
import Observability
import Speech
import TestSupport
import Testing
import Wyoming

/// The real worker, built by this package, under its supervisor.
struct Worker {
    let speech: SpeechWorker
    let endpoint: Endpoint

    /// Runs a worker of its own while `body` works.
    static func run(
        listen: String? = nil, models: [String] = [Paths.root.appending(path: ".jarvis/speech/models").path], _ body: @Sendable (Worker) async throws -> Void
    ) async throws {
        let folder = try Paths.temporaryFolder()
        let socket = folder.file("run/s.sock")
        let executable = try #require(SpeechWorker.executableBesideThisProgram, "jarvis-speech is not beside the tests: build the package first")
        let policy = RestartPolicy(first: .milliseconds(1), maximum: .milliseconds(10))
        // A generous limit: tests run many at once on small machines.
        let limits = WyomingService.TimeLimits(connect: .seconds(60), answer: .seconds(60))
        let options = SpeechWorker.Options(listen: listen, models: models, probes: folder.file("probes.json"))
        let speech = SpeechWorker(executable: executable, socket: socket, options: options, timeLimits: limits, policy: policy, log: .silent)
        let shutdown = Shutdown()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await speech.run(until: shutdown) }
            defer { shutdown.request() }
            try await speech.process.waitUntilReady()
            try await body(Worker(speech: speech, endpoint: .unix(path: socket)))
        }
        withExtendedLifetime(folder) {}
    }

    /// Everything that is said for a request.
    func say(_ text: String, _ language: Language = .french, voice: String? = nil, speed: Double = 1) async throws -> AudioChunk {
        let heard = Recording()
        try await speech.synthesizer.synthesize(SpeechRequest(text: text, language: language, voice: voice, speed: speed)) { await heard.add($0) }
        return await heard.audio
    }

    /// Ends the process as a broken library would; returns when it is gone.
    func kill() async {
        guard let pid = speech.process.pid else { return }
        _ = Foundation.kill(pid, SIGKILL)
        while Foundation.kill(pid, 0) == 0 { await Task.yield() }
    }

    func connect() async throws -> Connection { try await Connection.open(endpoint, timeLimits: .init(connect: .seconds(60), receive: .seconds(60))) }
}

/// Collects pieces of audio.
actor Recording {
    private(set) var audio = AudioChunk(format: AudioFormat(rate: 0), bytes: [])
    private(set) var pieces = 0

    func add(_ chunk: AudioChunk) {
        audio.format = chunk.format
        audio.bytes += chunk.bytes
        pieces += 1
    }
}

extension AudioChunk {
    var samples: [Double] {
        stride(from: 0, to: bytes.count - 1, by: 2).map { Double(Int16(bitPattern: UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8)) }
    }

    /// Root mean square of the samples, 0 to 32768.
    var loudness: Double {
        let samples = samples
        return samples.isEmpty ? 0 : (samples.reduce(0) { $0 + $1 * $1 } / Double(samples.count)).squareRoot()
    }

    /// The rise and fall of a recording.
    var shape: Shape {
        let window = max(1, format.rate / 10), samples = samples
        let envelope = stride(from: 0, through: samples.count - window, by: window).map { start in
            (samples[start..<start + window].reduce(0) { $0 + $1 * $1 } / Double(window)).squareRoot()
        }
        return Shape(duration: duration, envelope: envelope)
    }
}

struct Shape {
    let duration: Double
    /// Root mean square in each tenth of a second.
    let envelope: [Double]

    /// The share of the time that is louder than a whisper.
    var voicedShare: Double { Double(envelope.count { $0 > 300 }) / Double(max(1, envelope.count)) }

    /// How much two recordings rise and fall together, up to 1; 0 when one is clearly longer. The engine never says a text twice with the same samples.
    func likeness(to other: Shape) -> Double {
        guard max(duration, other.duration) < 1.05 * min(duration, other.duration) else { return 0 }
        let count = min(envelope.count, other.envelope.count)
        func centred(_ values: [Double]) -> [Double] {
            let mean = values.reduce(0, +) / Double(max(1, values.count))
            return values.map { $0 - mean }
        }
        let a = centred(Array(envelope.prefix(count))), b = centred(Array(other.envelope.prefix(count)))
        let product = zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
        return product / max(1, (a.reduce(0) { $0 + $1 * $1 } * b.reduce(0) { $0 + $1 * $1 }).squareRoot())
    }
}
