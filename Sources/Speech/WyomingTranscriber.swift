import Base
public import Domain
private import Synchronization
import Wyoming

/// Speech to text on any Wyoming server: Jarvis's own worker, or faster-whisper and others. Those send no partial transcripts.
public struct WyomingTranscriber: Transcriber {
    private let service: WyomingService

    public init(_ service: WyomingService) { self.service = service }

    /// Connects with the first audio: an utterance that is opened in vain costs nothing.
    public func transcription(_ request: TranscriptionRequest) async throws -> any Transcription { WyomingTranscription(request, service) }
}

/// An utterance on its way to a server. Its audio is kept, so that a server that goes away in the middle is told all of it anew.
private final class WyomingTranscription: Transcription {
    /// Ten minutes of what engines are fed with.
    private static let maximumBytes = 10 * 60 * AudioFormat.speech.rate * 2

    let partials: AsyncStream<Domain.Transcript>
    private let partial: AsyncStream<Domain.Transcript>.Continuation
    private let service: WyomingService
    private let opening: Transcribe

    private struct State {
        var kept: [AudioChunk] = []
        var keptBytes = 0
        var line: Line?
        var isCancelled = false
    }
    private let state = Mutex(State())

    init(_ request: TranscriptionRequest, _ service: WyomingService) {
        self.service = service
        let languages = request.languages.map(\.rawValue)
        opening = Transcribe(
            model: request.model, language: languages.count == 1 ? languages[0] : nil,
            context: .init(languages: languages, hotWords: request.hotWords, wantsPartials: request.wantsPartials))
        (partials, partial) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    deinit { end() }

    func append(_ audio: AudioChunk) async throws {
        let isTooLong = state.withLock { state in
            state.kept.append(audio)
            state.keptBytes += audio.bytes.count
            return state.keptBytes > Self.maximumBytes
        }
        guard !isTooLong else { throw Problem(.tooLarge, "This was said for too long: pause after ten minutes at the latest.") }
        try await insisting {
            if let line = state.withLock({ $0.line }) { try await line.send(audio) } else { _ = try await open() }
        }
    }

    func finish() async throws -> Domain.Transcript {
        defer { end() }
        return try await insisting {
            var line = state.withLock { $0.line }
            if line == nil { line = try await open() }
            guard let line else { throw CancellationError() }
            return Domain.Transcript(try await line.finish())
        }
    }

    func cancel() { end() }

    private func end() {
        state.withLock { state in
            state.isCancelled = true
            state.line?.close()
            state.line = nil
            state.kept = []
        }
        partial.finish()
    }

    /// Does `body`, which says the utterance anew when there is no line, until the server stays.
    private func insisting<T>(_ body: () async throws -> T) async throws -> T {
        var attempt = 1
        while true {
            do {
                return try await body()
            } catch let loss as WyomingService.ServerLost {
                state.withLock { state in
                    state.line?.close()
                    state.line = nil
                }
                guard attempt < WyomingService.attempts else { throw loss.problem }
                attempt += 1
                try await Task.sleep(for: WyomingService.pause)
            }
        }
    }

    /// Connects and sends everything that was heard so far.
    private func open() async throws -> Line {
        let line = Line(try await service.connect(), service) { [partial] in partial.yield(Domain.Transcript($0)) }
        let kept: [AudioChunk]? = state.withLock { state in
            guard !state.isCancelled else { return nil }
            state.line = line
            return state.kept
        }
        guard let kept else {
            line.close()
            throw CancellationError()
        }
        try await line.send(.transcribe(opening))
        try await line.send(.audioStart(AudioLayout(kept.first?.format ?? .speech)))
        for audio in kept { try await line.send(audio) }
        return line
    }
}

/// A connection for one utterance. Answers are read while audio is sent.
private final class Line: Sendable {
    /// An utterance is shorter.
    private static let longest = Duration.seconds(900)

    private let connection: Connection
    private let service: WyomingService
    /// Held here, and ended with the connection.
    private let answer: Task<Wyoming.Transcript, any Error>

    init(_ connection: Connection, _ service: WyomingService, onPartial: @escaping @Sendable (Wyoming.Transcript) -> Void) {
        self.connection = connection
        self.service = service
        answer = Task {
            while true {
                switch try await service.receive(from: connection, within: Self.longest) {
                case .transcript(let transcript): return transcript
                case .partialTranscript(let transcript): onPartial(transcript)
                default: continue
                }
            }
        }
    }

    func close() {
        connection.close()
        answer.cancel()
    }

    func send(_ audio: AudioChunk) async throws { try await send(.audioChunk(AudioLayout(audio.format), audio.bytes)) }

    func send(_ message: Wyoming.Message) async throws {
        do {
            try await service.send(message, to: connection)
        } catch let loss as WyomingService.ServerLost {
            // A server that hangs up may have said why.
            _ = try await answer.value
            throw loss
        }
    }

    /// Says that this was all, and waits for the transcript.
    func finish() async throws -> Wyoming.Transcript {
        try await send(.audioStop)
        let (answer, service, connection) = (answer, service, connection)
        return try await withTaskCancellationHandler {
            try await withThrowingTaskGroup(of: Wyoming.Transcript.self) { group in
                group.addTask { try await answer.value }
                group.addTask {
                    try await Task.sleep(for: service.timeLimits.answer)
                    connection.close()
                    throw service.unavailable("it did not answer in time: check that it is not overloaded")
                }
                defer { group.cancelAll() }
                guard let transcript = try await group.next() else { throw CancellationError() }
                return transcript
            }
        } onCancel: {
            close()
        }
    }
}

extension Domain.Transcript {
    fileprivate init(_ heard: Wyoming.Transcript) {
        self.init(
            text: heard.text, language: heard.language.flatMap { Language(tag: $0) },
            words: heard.words.map { Word(text: $0.text, start: $0.start, end: $0.end) },
            confidence: heard.confidence, engine: heard.engine)
    }
}

extension AudioLayout {
    init(_ format: AudioFormat) { self.init(rate: format.rate, channels: format.channels) }
}
