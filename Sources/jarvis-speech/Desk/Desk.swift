import Recognition
import Synchronization
import Synthesis
import Wyoming

/// Answers Wyoming clients: one desk for every service of the worker.
struct Desk: Sendable {
    /// A client that was expected to send something, and is silent for so long, has stopped in the middle.
    static let patience = Duration.seconds(30)

    let rig: Rig
    let defaultVoice: String
    let counter = RequestCounter()
    let spoken = SpeechCache()
    /// Set for those who come over the network.
    var guests: Guests?

    /// Counts what others than Jarvis have written down at once, so that Jarvis is left its share.
    final class Guests: Sendable {
        static let places = 48
        private static let utterances = 12
        private let open = Mutex(0)

        func transcribing(_ body: () async throws -> Void) async throws {
            let isFull = open.withLock { open in
                guard open < Self.utterances else { return true }
                open += 1
                return false
            }
            if isFull { throw Refusal("busy", "too many utterances are open") }
            defer { open.withLock { $0 -= 1 } }
            try await body()
        }
    }

    /// Answers one client until it leaves.
    ///
    /// A request that cannot be done is answered by an error and the client may go on, unless it is still sending audio for it: it is then hung up on.
    func serve(_ connection: Connection) async throws(WyomingError) {
        while let message = try await connection.receive() {
            switch message {
            case .describe: try await connection.send(.info(rig.inventory.info))
            case .ping(let text): try await connection.send(.pong(text))
            case .synthesize(let request): try await counted(connection) { try await say(request, to: connection) }
            case .synthesizeStart(let request): try await counted(connection) { try await sayStream(request, connection) }
            case .transcribe(let request):
                try await counted(connection, isStreamed: true) {
                    guard let guests else { return try await transcribe(request, connection) }
                    try await guests.transcribing { try await transcribe(request, connection) }
                }
            case .detect(let names): try await answering(connection, isStreamed: true) { try await detect(names, connection) }
            case .audioStart: try await answering(connection, isStreamed: true) { try await detectVoice(connection) }
            case .addition(.listen(let request)): try await answering(connection, isStreamed: true) { try await listen(request, connection) }
            case .addition(.embedVoice): try await counted(connection, isStreamed: true) { try await embed(connection) }
            case .addition(.decode): try await counted(connection, isStreamed: true) { try await decode(connection) }
            case .addition(.setVocabulary(let vocabulary)):
                try await counted(connection) {
                    try await rig.set(vocabulary)
                    try await connection.send(.addition(.done))
                }
            default:
                // The protocol asks to ignore what one does not know, or expect.
                continue
            }
        }
    }

    // MARK: - Errors

    /// Does a request that a worker which is to end waits for.
    private func counted(_ connection: Connection, isStreamed: Bool = false, _ body: () async throws -> Void) async throws(WyomingError) {
        counter.begin()
        defer { counter.end() }
        try await answering(connection, isStreamed: isStreamed, body)
    }

    /// Does a request, and tells the client when it cannot be done.
    private func answering(_ connection: Connection, isStreamed: Bool = false, _ body: () async throws -> Void) async throws(WyomingError) {
        let failure: Failure
        do {
            return try await body()
        } catch let error as WyomingError {
            throw error
        } catch let refusal as Refusal {
            failure = refusal.failure
        } catch let error as RecognitionError {
            failure = Failure(text: error.description, code: error.reason.code)
        } catch {
            // The errors of engines hold nothing of what was said.
            log("\(error)")
            failure = Failure(text: "\(error)", code: "engine")
        }
        guard isStreamed else { return try await connection.send(.error(failure)) }
        throw WyomingError(WyomingError.Code(failure.code ?? "engine"), failure.text)
    }
}

/// Counts what is being done, for a worker that is to end when all of it is.
final class RequestCounter: Sendable {
    private let count = Mutex(0)

    func begin() { count.withLock { $0 += 1 } }
    func end() { count.withLock { $0 -= 1 } }
    var isIdle: Bool { count.withLock { $0 == 0 } }
}

extension RecognitionError.Reason {
    fileprivate var code: String {
        switch self {
        case .model, .language: "no_model"
        case .busy: "busy"
        case .vocabulary: "unusable_vocabulary"
        case .audio: "too_short"
        case .engine: "engine"
        }
    }
}
