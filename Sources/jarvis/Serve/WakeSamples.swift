import Base
import Domain
import Foundation
import Observability
import Speech

/// What was heard when Jarvis woke, kept to tune the wake word on: only where somebody allowed it, only so many, on this machine alone.
final class WakeSamples: Sendable {
    private static let longest = 3.0
    private let clock: any WallClock
    /// Files are written one after the other, not by those who tell.
    private let toWrite: AsyncStream<(name: String, audio: AudioChunk)>.Continuation
    private let work: Task<Void, Never>

    /// - Parameter limit: how many recordings are kept, the newest; `nil` is returned for 0, and none that were kept before are touched.
    init?(_ limit: Int, in folder: String, clock: any WallClock, log: Logger) {
        guard limit > 0 else { return nil }
        self.clock = clock
        let (writing, toWrite) = AsyncStream<(name: String, audio: AudioChunk)>.makeStream(bufferingPolicy: .bufferingNewest(16))
        self.toWrite = toWrite
        work = Task { for await sample in writing { Self.write(sample.name, sample.audio, in: folder, keeping: limit, log) } }
    }

    deinit {
        toWrite.finish()
        work.cancel()
    }

    /// Keeps the first seconds of an utterance that began with a wake. Does not wait.
    func keep(_ audio: AudioChunk, wasSaid: Bool) {
        let bytes = Int(Self.longest * Double(audio.format.rate)) * audio.format.channels * 2
        let time = clock.now.formatted(.iso8601).replacing(":", with: "")
        let name = "\(time)-\(UUID().uuidString.prefix(4).lowercased())-\(wasSaid ? "accepted" : "refused").wav"
        toWrite.yield((name, AudioChunk(format: audio.format, bytes: Array(audio.bytes.prefix(bytes)))))
    }

    private static func write(_ name: String, _ audio: AudioChunk, in folder: String, keeping limit: Int, _ log: Logger) {
        let files = FileManager.default
        do {
            try files.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            guard files.createFile(atPath: "\(folder)/\(name)", contents: Data(WAV.file(audio)), attributes: [.posixPermissions: 0o600]) else {
                throw CocoaError(.fileWriteUnknown)
            }
            // Their names begin with the time.
            let kept = try files.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".wav") }.sorted()
            for old in kept.dropLast(limit) { try files.removeItem(atPath: "\(folder)/\(old)") }
        } catch {
            log.warning("a wake could not be kept", ["error": "\(error)"])
        }
    }
}
