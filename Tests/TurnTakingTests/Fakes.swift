import Base
import Domain
import Foundation
import Synchronization

@testable import TurnTaking

/// Sound made of two samples: loud is voice, zero is silence.
enum Sound {
    static func voice(_ seconds: Double, level: Int16 = 8000) -> [UInt8] { samples(Array(repeating: level, count: Int(seconds * 16_000))) }
    static func silence(_ seconds: Double) -> [UInt8] { [UInt8](repeating: 0, count: Int(seconds * 16_000) * 2) }
    static func samples(_ values: [Int16]) -> [UInt8] { values.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] } }

    static func loud(_ bytes: ArraySlice<UInt8>) -> Bool {
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            if Int16(truncatingIfNeeded: Int(bytes[index]) | Int(bytes[index + 1]) << 8).magnitude > 100 { return true }
            index += 2
        }
        return false
    }
}

/// Hears voice where samples are loud, in windows of 32 ms; can be made to break.
final class EnergyEar: Ear {
    struct State {
        var opened = 0
        /// How many more listenings can be opened; then the engine is down.
        var openings = Int.max
        /// Breaks each listening after so many windows.
        var breaksAfter = Int.max
        var played = 0
        /// Of wakes, whether the word had been said.
        var judged: [Bool] = []
    }
    let state = Mutex(State())

    func listening(_ request: ListeningRequest) async throws -> any Listening {
        let limit = try state.withLock { state in
            guard state.openings > 0 else { throw Problem(.unavailable, "no ear") }
            state.openings -= 1
            state.opened += 1
            return state.breaksAfter
        }
        return EnergyListening(ear: self, limit: limit, wakeWord: request.wakeWords.first)
    }
}

final class EnergyListening: Listening {
    private static let window = 512 * 2
    private struct State {
        var rest: [UInt8] = []
        var windows = 0
        var isVoice = false
        var voicedSince = 0.0
        var isAwake = false
        /// The end of the last loud window.
        var lastLoud = 0.0
    }
    private let state = Mutex(State())
    private let ear: EnergyEar
    private let limit: Int
    let events: AsyncThrowingStream<Heard, any Error>
    private let telling: AsyncThrowingStream<Heard, any Error>.Continuation

    /// Heard a fifth of a second after each voice began.
    private let wakeWord: String?

    init(ear: EnergyEar, limit: Int, wakeWord: String?) {
        self.ear = ear
        self.wakeWord = wakeWord
        self.limit = limit
        (events, telling) = AsyncThrowingStream.makeStream()
    }

    func append(_ audio: AudioChunk) async throws {
        let heard: [Heard] = try state.withLock { state in
            state.rest += audio.bytes
            var heard: [Heard] = []
            while state.rest.count >= Self.window {
                guard state.windows < limit else { throw Problem(.unavailable, "it broke") }
                let isLoud = Sound.loud(state.rest[..<Self.window])
                state.rest.removeFirst(Self.window)
                let begin = Double(state.windows) * 0.032
                state.windows += 1
                if isLoud {
                    if !state.isVoice {
                        heard.append(.voiceStarted(time: begin))
                        state.voicedSince = begin
                        state.isAwake = false
                    }
                    state.isVoice = true
                    if let wakeWord, !state.isAwake, begin - state.voicedSince > 0.2 {
                        state.isAwake = true
                        heard.append(.wake(name: wakeWord, score: 0.9, time: begin))
                    }
                    state.lastLoud = begin + 0.032
                } else if state.isVoice, begin + 0.032 - state.lastLoud >= 0.09 {
                    state.isVoice = false
                    heard.append(.voiceStopped(time: state.lastLoud))
                }
                heard.append(.reached(time: begin + 0.032))
            }
            return heard
        }
        for each in heard { telling.yield(each) }
    }

    func played(_ audio: AudioChunk) async throws { ear.state.withLock { $0.played += audio.bytes.count } }
    func judged(wakeWasSaid: Bool) async throws { ear.state.withLock { $0.judged.append(wakeWasSaid) } }
    func close() { telling.finish() }
}

/// Understands each utterance as the next of its lines; what is heard in it is counted.
final class ScriptedTranscriber: Transcriber {
    struct State {
        var lines: [String]
        /// How long each finished utterance was, in seconds, as far as it was loud.
        var voiced: [Double] = []
        /// Finishes that fail before the first succeeds.
        var failures = 0
        var open = 0
    }
    let state: Mutex<State>
    let language: Language

    init(_ lines: [String], language: Language = .french, failures: Int = 0) {
        state = Mutex(State(lines: lines, failures: failures))
        self.language = language
    }

    func transcription(_ request: TranscriptionRequest) async throws -> any Transcription {
        state.withLock { $0.open += 1 }
        return ScriptedTranscription(transcriber: self)
    }

    fileprivate func finish(_ audio: [UInt8]) throws -> Transcript {
        try state.withLock { state in
            state.open -= 1
            if state.failures > 0 {
                state.failures -= 1
                throw Problem(.unavailable, "it was killed")
            }
            var loud = 0
            for start in stride(from: 0, to: audio.count, by: 320) where Sound.loud(audio[start..<min(start + 320, audio.count)]) { loud += 1 }
            state.voiced.append(Double(loud) * 0.01)
            // The same utterance heard once more is the same line; a longer one is the next.
            return Transcript(text: state.lines.isEmpty ? "" : state.lines.removeFirst(), language: language)
        }
    }

    fileprivate func cancelled() { state.withLock { $0.open -= 1 } }
}

private final class ScriptedTranscription: Transcription {
    let transcriber: ScriptedTranscriber
    private let audio = Mutex((bytes: [UInt8](), isOver: false))
    let partials = AsyncStream<Transcript> { $0.finish() }

    init(transcriber: ScriptedTranscriber) { self.transcriber = transcriber }

    func append(_ piece: AudioChunk) async throws { audio.withLock { $0.bytes += piece.bytes } }
    func finish() async throws -> Transcript {
        try transcriber.finish(
            audio.withLock {
                $0.isOver = true
                return $0.bytes
            })
    }
    func cancel() {
        let wasOver = audio.withLock { state in
            defer { state.isOver = true }
            return state.isOver
        }
        if !wasOver { transcriber.cancelled() }
    }
}
