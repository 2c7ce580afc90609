import Base
import Domain
import Foundation
import Lifecycle
import Speech
import TestSupport
import Testing
import Wyoming

/// Commands are written down, and files read, by a worker that may die at any moment.
@Suite(.timeLimit(.minutes(3)), .enabled(if: Recordings.areThere && Recordings.commandModelIsThere, "no recordings, or no pocketsphinx-en-us"))
struct CommandTests {
    private static let request = TranscriptionRequest(languages: [.english])
    private static let home = Vocabulary(
        language: .english, sentences: ["turn on the {room} light", "turn off the {room} light", "what time is it"],
        lists: ["room": ["living room", "kitchen", "bedroom"]])

    @Test func aCommandIsWrittenDown() async throws {
        try await Worker.run { worker async throws in
            // Before it knows the home, it says that it cannot.
            let speech = try Recordings.speech()
            let early = await #expect(throws: Problem.self) { try await worker.speech.transcriber.transcribe(speech, Self.request) }
            #expect(early?.code == .unavailable)
            try await worker.speech.set(Self.home)
            let heard = try await worker.speech.transcriber.transcribe(speech, Self.request)
            #expect(heard.text == "turn on the living room light" && heard.language == .english, "\(heard)")
            #expect(heard.words.map(\.text).joined(separator: " ") == heard.text)
            #expect(heard.words.allSatisfy { $0.start < $0.end && $0.end <= speech.duration + 0.1 })
            #expect(heard.engine == "pocketsphinx")
        }
    }

    /// The words of the home are told to each new worker before anybody else is heard; the utterance is said anew.
    @Test func aKilledWorkerCostsNoUtterance() async throws {
        try await Worker.run { worker async throws in
            try await worker.speech.set(Self.home)
            let speech = try Recordings.speech()
            for moment in [0, 32_000, speech.bytes.count - 3200] {
                let transcription = try await worker.speech.transcriber.transcription(Self.request)
                for start in stride(from: 0, to: speech.bytes.count, by: 3200) {
                    if start >= moment, start < moment + 3200 { await worker.kill() }
                    try await transcription.append(AudioChunk(format: .speech, bytes: Array(speech.bytes[start..<min(start + 3200, speech.bytes.count)])))
                }
                #expect(try await transcription.finish().text == "turn on the living room light", "\(moment)")
            }
        }
    }

    /// What other clients send: another rate, two channels, wider samples, silence, next to nothing, and noise at full level.
    @Test func anyLayoutIsUnderstoodAndAnyContentAnswered() async throws {
        try await Worker.run { worker async throws in
            try await worker.speech.set(Self.home)
            let speech = try Recordings.speech()
            func ask(_ layout: AudioLayout, _ bytes: [UInt8], cut: Int = 0) async throws -> Wyoming.Message? {
                let connection = try await worker.connect()
                defer { connection.close() }
                do {
                    try await connection.send(.transcribe(Transcribe(language: "en", context: .init(wantsPartials: true))))
                    try await connection.send(.audioStart(layout))
                    let step = layout.rate * layout.width * layout.channels / 10 + cut
                    for start in stride(from: 0, to: bytes.count, by: step) {
                        try await connection.send(.audioChunk(layout, Array(bytes[start..<min(start + step, bytes.count)])))
                    }
                    try await connection.send(.audioStop)
                } catch {
                    guard error.code == .closed else { throw error }
                    // Who refuses says why and leaves, perhaps before all is sent: the reason is there to be read.
                }
                while let message = try await connection.receive() { if case .partialTranscript = message { continue } else { return message } }
                return nil
            }
            let samples: [[UInt8]] = stride(from: 0, to: speech.bytes.count, by: 2).map { [speech.bytes[$0], speech.bytes[$0 + 1]] }
            // Each sample three times, on two channels, is the same at 48 kHz.
            let stereo: [UInt8] = samples.flatMap { sample in Array(repeating: sample, count: 6).flatMap { $0 } }
            let wide: [UInt8] = samples.flatMap { [0, 0] + $0 }
            for (layout, bytes) in [(AudioLayout(rate: 48_000, channels: 2), stereo), (AudioLayout(rate: 16_000, width: 4), wide)] {
                guard case .transcript(let transcript) = try await ask(layout, bytes) else {
                    Issue.record("no transcript of \(layout)")
                    continue
                }
                #expect(transcript.text == "turn on the living room light", "\(layout)")
            }
            let mono = AudioLayout(rate: 16_000)
            guard case .transcript(let cut) = try await ask(mono, speech.bytes, cut: 1) else {
                Issue.record("no transcript of what is cut within samples")
                return
            }
            #expect(cut.text == "turn on the living room light")
            var noise = SeededGenerator(seed: 5)
            for bytes in [[], [0, 0], [UInt8](repeating: 0, count: 64_000), (0..<96_000).map { _ in UInt8.random(in: 0...255, using: &noise) }] {
                guard case .transcript = try await ask(mono, bytes) else {
                    Issue.record("no transcript of \(bytes.count) bytes")
                    continue
                }
            }
            guard case .error(let failure) = try await ask(AudioLayout(rate: 16_000, width: 8), [UInt8](repeating: 0, count: 16_000)) else {
                Issue.record("no error")
                return
            }
            #expect(failure.code == "unreadable_audio")
        }
    }

    @Test func filesAreReadInAChild() async throws {
        try await Worker.run { worker async throws in
            let pid = worker.speech.process.pid
            let speech = try Recordings.speech()
            let decoder = worker.speech.decoder
            let read = try await decoder.decode(WAV.file(speech), upTo: 60)
            #expect(read.format == .speech && abs(read.duration - speech.duration) < 0.01)
            var noise = SeededGenerator(seed: 7)
            var wav = WAV.file(speech)
            wav.replaceSubrange(4..<60, with: (4..<60).map { _ in UInt8.random(in: 0...255, using: &noise) })
            for file in [[], Array("no audio at all".utf8), wav, (0..<200_000).map { _ in UInt8.random(in: 0...255, using: &noise) }] {
                let problem = await #expect(throws: Problem.self) { try await decoder.decode(file, upTo: 60) }
                #expect(problem?.code == .invalid, "\(String(describing: problem))")
            }
            let long = await #expect(throws: Problem.self) { try await decoder.decode(WAV.file(speech), upTo: 0.5) }
            #expect(long?.code == .tooLarge)
            await worker.kill()
            #expect(try await decoder.decode(WAV.file(speech), upTo: 60) == read)
            #expect(worker.speech.process.pid != pid)
        }
    }

    /// Killed again and again at any moment: what is asked next works. That nothing grows is measured on a program of its own (Benchmarks/voice-durability).
    @Test func nothingIsLostInManyKills() async throws {
        try await Worker.run { worker async throws in
            try await worker.speech.set(Self.home)
            let speech = try Recordings.speech()
            var moments = SeededGenerator(seed: 11)
            for round in 0..<25 {
                let bytes = speech.bytes
                let moment = Int.random(in: 0..<bytes.count, using: &moments) / 3200 * 3200
                let transcription = try await worker.speech.transcriber.transcription(Self.request)
                for start in stride(from: 0, to: bytes.count, by: 3200) {
                    if start == moment { await worker.kill() }
                    try await transcription.append(AudioChunk(format: .speech, bytes: Array(bytes[start..<min(start + 3200, bytes.count)])))
                }
                #expect(try await transcription.finish().text == "turn on the living room light", "\(round)")
            }
        }
    }
}
