import Base
import Domain
import Synchronization

/// A desk that a test plays: what it is given comes out of `inputs`, and what the test says goes to the satellite.
final class ScriptedDesk: VoiceDesk {
    struct Call: Sendable {
        let settings: VoiceSettings
        let principal: Principal
        let inputs: AsyncStream<VoiceInput>
        let tell: @Sendable (VoiceEvent) async throws -> Void
        let end: @Sendable (Problem?) -> Void
    }

    let calls: AsyncStream<Call>
    private let continuation: AsyncStream<Call>.Continuation

    init() { (calls, continuation) = AsyncStream.makeStream(of: Call.self) }

    func call() async -> Call? {
        for await call in calls { return call }
        return nil
    }

    func converse(
        _ settings: VoiceSettings, as principal: Principal, input: AsyncStream<VoiceInput>, to sink: @escaping @Sendable (VoiceEvent) async throws -> Void
    ) async throws {
        let (ends, end) = AsyncStream.makeStream(of: Problem?.self)
        continuation.yield(Call(settings: settings, principal: principal, inputs: input, tell: sink, end: { end.yield($0) }))
        for await problem in ends {
            if let problem { throw problem }
            return
        }
    }
}

extension ScriptedDesk.Call {
    /// Takes inputs until `wanted` takes one.
    @discardableResult
    func hear(_ wanted: (VoiceInput) -> Bool) async -> Int {
        var passed = 0
        for await input in inputs {
            if wanted(input) { return passed }
            passed += 1
        }
        return passed
    }

    func answer(_ text: String, audio: AudioChunk? = AudioChunk(format: AudioFormat(rate: 16_000), bytes: [UInt8](repeating: 7, count: 9_600))) async throws {
        try await tell(.reply(.text(delta: text)))
        try await tell(.reply(.sentence(index: 0, text: text)))
        if let audio { try await tell(.reply(.audio(index: 0, audio))) }
        let trace = TurnTrace(conversation: .init(), startedAt: .distantPast, path: "test", stages: [])
        try await tell(.reply(.done(TurnResult(conversation: trace.conversation, trace: trace, response: text, language: .french))))
    }
}

/// A synthesizer whose audio is its text.
struct SpelledSynthesizer: Synthesizer {
    func synthesize(_ request: SpeechRequest, onAudio: @Sendable (AudioChunk) async throws -> Void) async throws {
        try await onAudio(AudioChunk(format: AudioFormat(rate: 16_000), bytes: request.text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }))
    }
    func voices() async throws -> [Voice] { [] }
}
