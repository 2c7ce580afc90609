import Base
import Domain
import Foundation
import Lifecycle
import Speech
import TestSupport
import Testing
import Wyoming

/// What the worker hears, by the ports and by the wire.
@Suite(.timeLimit(.minutes(3)), .enabled(if: Recordings.areThere, "no recordings beside the checkout")) struct HearingTests {
    private static let second = 32_000

    @Test func anEarHearsVoicesAndTheWakeWord() async throws {
        try await Worker.run { worker async throws in
            let heard = try await worker.hear(try Recordings.wake(2), wakeWords: ["hey_jarvis"])
            #expect(heard.contains { if case .wake("hey_jarvis", let score, let time) = $0 { score > 0.5 && time > 0 } else { false } }, "\(heard)")
            #expect(heard.contains { if case .voiceStarted = $0 { true } else { false } })
            guard case .reached(let time) = heard.last(where: { if case .reached = $0 { true } else { false } }) else {
                Issue.record("it does not say how far it is")
                return
            }
            #expect(time > 1.5)
            // Nothing was asked for: nobody is told.
            let deaf = try await worker.hear(try Recordings.wake(2), wakeWords: [])
            #expect(!deaf.contains { if case .wake = $0 { true } else { false } })
        }
    }

    /// kill -9 in the middle of a sentence: the events are those of a worker that lived, in order.
    @Test func anEarOutlivesTheWorker() async throws {
        try await Worker.run { worker async throws in
            let audio = AudioChunk(format: .speech, bytes: try Recordings.speech().bytes + [UInt8](repeating: 0, count: 2 * Self.second))
            let undisturbed = try await worker.hear(audio, wakeWords: [])
            for moment in [0.5, 2.0, 3.0] {
                let disturbed = try await worker.hear(audio, wakeWords: []) { time in if time == moment { await worker.kill() } }
                let reached = disturbed.compactMap { if case .reached(let time) = $0 { time } else { nil } }
                #expect(reached == reached.sorted() && (reached.last ?? 0) > audio.duration - 0.1)
                let voices = disturbed.compactMap { event -> Bool? in
                    switch event {
                    case .voiceStarted: true
                    case .voiceStopped: false
                    default: nil
                    }
                }
                #expect(voices.first == true && voices.last == false, "\(moment): \(voices)")
                #expect(!zip(voices, voices.dropFirst()).contains { $0 == $1 }, "\(moment): \(voices)")
                #expect(abs((undisturbed.voiceEnd ?? 0) - (disturbed.voiceEnd ?? 99)) < 0.3, "\(moment)")
            }
        }
    }

    @Test func aVoiceHasNumbersWhateverHappens() async throws {
        try await Worker.run { worker async throws in
            let speech = try Recordings.speech()
            let first = try await worker.speech.embedder.embed(speech)
            #expect(first.values.count >= 64 && abs(first.values.reduce(0) { $0 + $1 * $1 } - 1) < 0.01)
            for _ in 0..<3 {
                await worker.kill()
                #expect(try await worker.speech.embedder.embed(speech) == first)
            }
            let short = AudioChunk(format: .speech, bytes: Array(speech.bytes[..<8000]))
            let problem = await #expect(throws: Problem.self) { try await worker.speech.embedder.embed(short) }
            #expect(problem?.code == .invalid)
        }
    }

    /// The wire as other clients speak it.
    @Test func audioAloneIsListenedToForVoices() async throws {
        try await Worker.run { worker async throws in
            let connection = try await worker.connect()
            try await connection.send(.audioStart(AudioLayout(rate: 16_000)))
            try await connection.send(.audioChunk(AudioLayout(rate: 16_000), try Recordings.speech().bytes + [UInt8](repeating: 0, count: Self.second * 2)))
            guard case .voiceStarted(let start?) = try await connection.receive(), case .voiceStopped(let end?) = try await connection.receive() else {
                Issue.record("no voice")
                return
            }
            #expect(start < end)
            try await connection.send(.audioStop)
            connection.close()
        }
    }

    @Test func wakeWordsAreDetectedOrNot() async throws {
        try await Worker.run { worker async throws in
            let layout = AudioLayout(rate: 16_000)
            for (number, isThere) in [(2, true), (0, false)] {
                let connection = try await worker.connect()
                try await connection.send(.detect(names: ["hey_jarvis"]))
                try await connection.send(.audioStart(layout))
                let audio = number > 0 ? try Recordings.wake(number).bytes : try Recordings.speech().bytes
                for start in stride(from: 0, to: audio.count, by: 3200) {
                    try await connection.send(.audioChunk(layout, Array(audio[start..<min(start + 3200, audio.count)])))
                }
                try await connection.send(.audioStop)
                let answer = try await connection.receive()
                if case .detection(let detection) = answer {
                    #expect(isThere && detection.name == "hey_jarvis")
                } else {
                    #expect(answer == .notDetected && !isThere)
                }
                connection.close()
            }
            let unknown = try await worker.connect()
            try await unknown.send(.detect(names: ["hal"]))
            guard case .error(let failure) = try await unknown.receive() else {
                Issue.record("no error")
                return
            }
            #expect(failure.code == "unknown_model")
        }
    }

    /// What cannot be used is listed as such, and harms nobody.
    @Test func aModelThatBreaksItsProbeIsNotLoaded() async throws {
        let folder = try Paths.temporaryFolder()
        try Data("no model at all".utf8).write(to: URL(filePath: folder.file("silero_vad.onnx")))
        try Data([UInt8](repeating: 7, count: 5000)).write(to: URL(filePath: folder.file("ge2e-voice-encoder.safetensors")))
        try await Worker.run(models: [folder.file("")]) { worker async throws in
            let pid = worker.speech.process.pid
            let problem = await #expect(throws: Problem.self) { try await worker.hear(AudioChunk(format: .speech, bytes: [0, 0]), wakeWords: []) }
            #expect(problem?.code == .unavailable)
            let other = await #expect(throws: Problem.self) { try await worker.speech.embedder.embed(AudioChunk(format: .speech, bytes: [0, 0])) }
            #expect(other?.code == .unavailable)
            #expect(try await worker.say("Je parle encore").duration > 0.3)
            #expect(worker.speech.process.pid == pid)
        }
    }

    @Test func manyEarsAtOnce() async throws {
        try await Worker.run { worker async throws in
            let audio = try Recordings.wake(2)
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<6 {
                    group.addTask {
                        try await worker.hear(audio, wakeWords: ["hey_jarvis"]).count { if case .wake = $0 { true } else { false } }
                    }
                }
                for try await wakes in group { #expect(wakes == 1) }
            }
        }
    }
}

/// Recordings beside the checkout.
enum Recordings {
    static let areThere =
        Paths.shared("data/speech") != nil && FileManager.default.fileExists(atPath: Paths.root.appending(path: ".jarvis/speech/models/silero_vad.onnx").path)
        || ProcessInfo.processInfo.environment["CI"] == "true"

    static let commandModelIsThere = FileManager.default.fileExists(atPath: "/usr/share/pocketsphinx/model/en-us/en-us/mdef")

    static func speech() throws -> AudioChunk { try read("data/speech/speech_wyoming_faster_whisper/living_room_light_en.wav") }
    /// "Hey Jarvis", with a second of silence behind it.
    static func wake(_ number: Int) throws -> AudioChunk {
        var audio = try read("data/wake/tests/hey_jarvis/\(number).wav")
        audio.bytes += [UInt8](repeating: 0, count: 32_000)
        return audio
    }

    private static func read(_ path: String) throws -> AudioChunk { try WAV.read([UInt8](Data(contentsOf: try #require(Paths.shared(path))))) }
}

extension Worker {
    /// Everything that an ear tells of a recording, fed in tenths of a second.
    func hear(_ audio: AudioChunk, wakeWords: [String], onTime: (Double) async -> Void = { _ in }) async throws -> [Heard] {
        let listening = try await speech.ear.listening(ListeningRequest(wakeWords: wakeWords))
        async let collected: [Heard] = {
            var events: [Heard] = []
            for try await event in listening.events {
                events.append(event)
                // The engine looks at whole frames.
                if case .reached(let time) = event, time > audio.duration - 0.05 { break }
            }
            return events
        }()
        let step = 3200
        for (index, start) in stride(from: 0, to: audio.bytes.count, by: step).enumerated() {
            await onTime(Double(index) / 10)
            try await listening.append(AudioChunk(format: .speech, bytes: Array(audio.bytes[start..<min(start + step, audio.bytes.count)])))
        }
        let events = try await collected
        listening.close()
        return events
    }
}

extension [Heard] {
    /// When the last voice ended.
    var voiceEnd: Double? {
        for event in reversed() { if case .voiceStopped(let time) = event { return time } }
        return nil
    }
}
