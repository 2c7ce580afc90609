public import Domain
private import Synchronization
import Wyoming

/// An ear in Jarvis's speech worker: `listen` is an addition of Jarvis to the protocol.
public struct WyomingEar: Ear {
    private let service: WyomingService

    public init(_ service: WyomingService) { self.service = service }

    public func listening(_ request: ListeningRequest) async throws -> any Listening { WyomingListening(request, service) }
}

/// A microphone that a server listens to. The last of its audio is kept, so that a server that takes over from one that went away hears what that one
/// was hearing: events go on as if nothing had happened.
private final class WyomingListening: Listening {
    let events: AsyncThrowingStream<Heard, any Error>
    private let continuation: AsyncThrowingStream<Heard, any Error>.Continuation
    private let service: WyomingService
    private let request: ListeningRequest

    private struct State {
        var line: ListeningLine?
        var isClosed = false
        var recall = Recall()
    }
    private let state = Mutex(State())

    init(_ request: ListeningRequest, _ service: WyomingService) {
        self.request = request
        self.service = service
        // A reader that leaves this many lying, some minutes' worth, is gone.
        (events, continuation) = AsyncThrowingStream.makeStream(bufferingPolicy: .bufferingNewest(8192))
        continuation.onTermination = { [weak self] _ in self?.close() }
    }

    deinit { close() }

    func append(_ audio: AudioChunk) async throws {
        state.withLock { $0.recall.append(audio) }
        do {
            var attempt = 1
            while true {
                do {
                    if let line = state.withLock({ $0.line }) { return try await line.send(.audioChunk(AudioLayout(audio.format), audio.bytes)) }
                    return try await open()
                } catch let loss as WyomingService.ServerLost {
                    lose()
                    guard attempt < WyomingService.attempts else { throw loss.problem }
                    attempt += 1
                    try await Task.sleep(for: WyomingService.pause)
                }
            }
        } catch {
            end(error)
            throw error
        }
    }

    func played(_ audio: AudioChunk) async throws {
        // A server that is gone heard nothing to take out.
        if request.cancelsEcho { try await tell(.playback(AudioLayout(audio.format), audio.bytes)) }
    }

    func judged(wakeWasSaid: Bool) async throws { try await tell(.wakeJudged(wasSaid: wakeWasSaid)) }

    /// Tells the server that there is, if there is one: the next piece of the microphone finds another.
    private func tell(_ addition: Addition) async throws {
        guard let line = state.withLock({ $0.line }) else { return }
        do { try await line.send(.addition(addition)) } catch is WyomingService.ServerLost { lose(line) }
    }

    func close() { end(nil) }

    private func end(_ error: (any Error)?) {
        let line = state.withLock { state in
            defer { state.line = nil }
            state.isClosed = true
            return state.line
        }
        line?.close()
        continuation.finish(throwing: error)
    }

    private func lose(_ lost: ListeningLine? = nil) {
        let line = state.withLock { state -> ListeningLine? in
            guard lost == nil || state.line === lost else { return nil }
            defer { state.line = nil }
            return state.line
        }
        line?.close()
    }

    /// Connects, and lets the server hear what it has to know.
    private func open() async throws {
        let connection = try await service.connect()
        let begin: (turn: Int, kept: [AudioChunk])? = state.withLock { state in state.isClosed ? nil : state.recall.take() }
        guard let begin else {
            connection.close()
            throw CancellationError()
        }
        let line = ListeningLine(
            connection, service, onMessage: { [weak self] message in self?.heard(message, turn: begin.turn) },
            // A server that is lost is noticed, and replaced, by the next piece of audio; one that refuses is not asked again.
            onRefusal: { [weak self] problem in self?.end(problem) })
        state.withLock { $0.line = line }
        try await line.send(
            .addition(.listen(.init(wakeWords: request.wakeWords, cancelsEcho: request.cancelsEcho, suppressesNoise: request.suppressesNoise))))
        for audio in begin.kept { try await line.send(.audioChunk(AudioLayout(audio.format), audio.bytes)) }
    }

    private func heard(_ message: Wyoming.Message, turn: Int) {
        let heard = state.withLock { $0.recall.heard(message, turn: turn) }
        for event in heard { continuation.yield(event) }
    }
}

/// A connection for one microphone. Answers are read while audio is sent.
private final class ListeningLine: Sendable {
    /// Without a sound from the server: it tells several times a second how far it is, while it is sent audio.
    private static let longest = Duration.seconds(3600)

    private let connection: Connection
    private let service: WyomingService
    /// Held here, and ended with the connection.
    private let reading: Task<Void, any Error>

    init(
        _ connection: Connection, _ service: WyomingService, onMessage: @escaping @Sendable (Wyoming.Message) -> Void,
        onRefusal: @escaping @Sendable (Problem) -> Void
    ) {
        self.connection = connection
        self.service = service
        reading = Task {
            do {
                while true { onMessage(try await service.receive(from: connection, within: Self.longest)) }
            } catch {
                if let problem = error as? Problem { onRefusal(problem) }
                throw error
            }
        }
    }

    func close() {
        connection.close()
        reading.cancel()
    }

    func send(_ message: Wyoming.Message) async throws {
        do {
            try await service.send(message, to: connection)
        } catch let loss as WyomingService.ServerLost {
            // A server that hangs up may have said why.
            try await reading.value
            throw loss
        }
    }
}
