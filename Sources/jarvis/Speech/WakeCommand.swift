import Base
import Domain
import Speech

/// `jarvis wake`: the wake words that recordings hold.
enum WakeCommand {
    /// Of a recording, in seconds: what the worker reads of one.
    private static let longest = 7200.0
    /// Seconds of silence after a recording: a word at its very end is known a little later.
    private static let silence = 1.0

    private struct Line: Encodable {
        struct Wake: Encodable { var name: String, score: Double, time: Double }

        var file: String
        /// In seconds.
        var duration: Double
        var wakes: [Wake]
    }

    @Sendable static func run(_ invocation: Invocation) async throws -> Int32 {
        let configuration = try invocation.configuration()
        let isHeardInAll = try await BriefWorker.with(configuration) { worker in
            let names: [String]
            do { names = try await worker.info().wakeWords.flatMap { $0.models.map(\.about.name) } } catch let problem as Problem {
                throw BriefWorker.failure(problem)
            }
            guard !names.isEmpty else {
                throw Failure(fr: "Aucun mot d'éveil n'est installé ; lancez « make run ».", en: "No wake word is installed; run `make run`.")
            }
            var isHeardInAll = true
            let areAllDone = try await Recordings(invocation: invocation, decoder: worker.decoder, longest: longest).each { file, audio in
                let wakes: [Line.Wake]
                do { wakes = try await hear(audio, names, worker.ear) } catch let problem as Problem { throw BriefWorker.failure(problem) }
                if wakes.isEmpty { isHeardInAll = false }
                try invocation.print([Line(file: file, duration: audio.duration.inThousandths, wakes: wakes)]) { text(of: $0, invocation.language) }
            }
            return areAllDone && isHeardInAll
        }
        return isHeardInAll ? ExitCode.done : ExitCode.failed
    }

    private static func text(of line: Line, _ language: Language) -> String {
        guard !line.wakes.isEmpty else { return language(fr: "\(line.file) : rien", en: "\(line.file): nothing") }
        let wakes = line.wakes.map { wake in
            let (time, score) = (wake.time.written(in: language), wake.score.written(in: language))
            return language(fr: "\(wake.name) à \(time) s (\(score))", en: "\(wake.name) at \(time) s (\(score))")
        }
        return line.file + language(fr: " : ", en: ": ") + wakes.joined(separator: ", ")
    }

    private static func hear(_ audio: AudioChunk, _ names: [String], _ ear: any Ear) async throws -> [Line.Wake] {
        let listening = try await ear.listening(ListeningRequest(wakeWords: names))
        defer { listening.close() }
        let tail = [UInt8](repeating: 0, count: Int(silence * Double(audio.format.rate)) * 2 * audio.format.channels)
        // The last frame may not be whole.
        let end = audio.duration + silence - 0.1
        async let wakes = wakes(in: listening, until: end)
        let bytes = audio.bytes + tail
        let step = audio.format.rate / 10 * 2 * audio.format.channels
        for start in stride(from: 0, to: bytes.count, by: step) {
            try await listening.append(AudioChunk(format: audio.format, bytes: Array(bytes[start..<min(start + step, bytes.count)])))
        }
        return try await wakes
    }

    private static func wakes(in listening: any Listening, until end: Double) async throws -> [Line.Wake] {
        var wakes: [Line.Wake] = []
        for try await event in listening.events {
            switch event {
            case .wake(let name, let score, let time): wakes.append(.init(name: name, score: score.inThousandths, time: time.inThousandths))
            case .reached(let time) where time >= end: return wakes
            default: continue
            }
        }
        return wakes
    }
}
