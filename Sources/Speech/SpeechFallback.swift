public import Domain
public import Observability
private import Synchronization

/// Speech to text by the first engine that is there.
public struct FallbackTranscriber: Transcriber {
    private let engines: [any Transcriber]
    private let log: Logger

    /// - Parameter engines: in the order in which they are asked; not empty.
    public init(_ engines: [any Transcriber], log: Logger) {
        self.engines = engines
        self.log = log
    }

    public func transcription(_ request: TranscriptionRequest) async throws -> any Transcription {
        FallbackTranscription(request, engines, log)
    }
}

/// Keeps what was said until an engine has written it down.
private final class FallbackTranscription: Transcription {
    let partials: AsyncStream<Transcript>
    private let partial: AsyncStream<Transcript>.Continuation
    private let request: TranscriptionRequest
    private let log: Logger

    private struct State {
        var waiting: [any Transcriber]
        var current: (any Transcription)?
        /// Hands on its partials; held here, and cancelled with it.
        var forwarding: Task<Void, Never>?
        var kept: [AudioChunk] = []
    }
    private let state: Mutex<State>

    init(_ request: TranscriptionRequest, _ engines: [any Transcriber], _ log: Logger) {
        self.request = request
        self.log = log
        state = Mutex(State(waiting: engines))
        (partials, partial) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    deinit { end() }

    /// Engines bound how long an utterance may be, and so what is kept here.
    func append(_ audio: AudioChunk) async throws {
        try await insisting { try await $0.append(audio) }
        state.withLock { $0.kept.append(audio) }
    }

    func finish() async throws -> Transcript {
        defer { end() }
        return try await insisting { try await $0.finish() }
    }

    func cancel() { end() }

    private func end() {
        let current = state.withLock { state in
            defer { (state.current, state.kept, state.waiting) = (nil, [], []) }
            state.forwarding?.cancel()
            return state.current
        }
        current?.cancel()
        partial.finish()
    }

    /// Does `body` with the engine of this utterance, or with the next one, which is told what was said so far.
    private func insisting<T>(_ body: (any Transcription) async throws -> T) async throws -> T {
        while true {
            do {
                if let current = state.withLock({ $0.current }) { return try await body(current) }
                return try await body(try await next())
            } catch let problem as Problem where problem.code == .unavailable {
                let isLast = state.withLock { state in
                    state.current?.cancel()
                    state.current = nil
                    return state.waiting.isEmpty
                }
                if isLast { throw problem }
                log.warning("a speech server does not answer, the next one is asked", ["why": problem.detail])
            }
        }
    }

    private func next() async throws -> any Transcription {
        guard let engine = state.withLock({ $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }) else {
            throw Problem(.unavailable, "There is no speech to text: install the program jarvis-speech beside jarvis, or set JARVIS_STT_URL.")
        }
        let transcription = try await engine.transcription(request)
        let kept = state.withLock { $0.kept }
        for audio in kept { try await transcription.append(audio) }
        let forwarding = Task { [partial] in for await transcript in transcription.partials { partial.yield(transcript) } }
        state.withLock { state in
            state.forwarding?.cancel()
            state.forwarding = forwarding
            state.current = transcription
        }
        return transcription
    }
}

/// Text to speech by the first engine that is there.
public struct FallbackSynthesizer: Synthesizer {
    private let engines: [any Synthesizer]
    private let log: Logger

    /// - Parameter engines: in the order in which they are asked; not empty.
    public init(_ engines: [any Synthesizer], log: Logger) {
        self.engines = engines
        self.log = log
    }

    /// A text of which something was heard already is not begun anew in another voice.
    public func synthesize(_ request: SpeechRequest, onAudio: @Sendable (AudioChunk) async throws -> Void) async throws {
        let isHeard = Mutex(false)
        for (index, engine) in engines.enumerated() {
            // Another engine does not have the voice of the first.
            var request = request
            if index > 0 { request.voice = nil }
            do {
                return try await engine.synthesize(request) { audio in
                    isHeard.withLock { $0 = true }
                    try await onAudio(audio)
                }
            } catch let problem as Problem where problem.code == .unavailable && !isHeard.withLock({ $0 }) && index + 1 < engines.count {
                log.warning("a speech server does not answer, the next one is asked", ["why": problem.detail])
            }
        }
    }

    /// Those of the first engine that is there.
    public func voices() async throws -> [Voice] {
        for engine in engines.dropLast() { if let voices = try? await engine.voices() { return voices } }
        return try await engines.last?.voices() ?? []
    }
}
