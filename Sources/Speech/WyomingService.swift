import Domain
public import Wyoming

/// A Wyoming server that Jarvis uses, and how it is reached: its own worker, or another at `tcp://host:port`.
///
/// One connection for each request, so that ending a request is closing its connection, and one bad request harms no other.
public struct WyomingService: Sendable {
    /// How long a server may take.
    public struct TimeLimits: Sendable, Hashable {
        /// To accept a connection, with all tries.
        public var connect: Duration
        /// To give the next piece of its answer: the first may include loading a model.
        public var answer: Duration

        public init(connect: Duration = .seconds(5), answer: Duration = .seconds(30)) {
            self.connect = connect
            self.answer = answer
        }
    }

    /// How often a request is made in all when the server goes away in the middle of it.
    static let attempts = 3
    /// Time for a supervisor to see that the server is gone.
    static let pause = Duration.milliseconds(20)

    let endpoint: Endpoint
    let timeLimits: TimeLimits
    private let waitUntilReady: (@Sendable () async throws -> Void)?

    /// - Parameter waitUntilReady: awaited before each connection, and makes a refused one be tried again: for a server that is being started.
    public init(endpoint: Endpoint, timeLimits: TimeLimits = TimeLimits(), waitUntilReady: (@Sendable () async throws -> Void)? = nil) {
        self.endpoint = endpoint
        self.timeLimits = timeLimits
        self.waitUntilReady = waitUntilReady
    }

    /// - Throws: `Problem.unavailable` when nobody answers within the time limit; `CancellationError`.
    func connect() async throws -> Connection {
        let deadline = ContinuousClock.now + timeLimits.connect
        while true {
            if let waitUntilReady { try await ready(waitUntilReady, until: deadline) }
            do throws(WyomingError) {
                let limits = Connection.TimeLimits(
                    connect: max(deadline - ContinuousClock.now, .milliseconds(100)), receive: timeLimits.answer, send: timeLimits.answer)
                return try await Connection.open(endpoint, timeLimits: limits)
            } catch {
                // A worker that has just died is not known to be dead yet.
                guard waitUntilReady != nil, error.code == .unreachable, ContinuousClock.now + Self.pause < deadline else { throw translated(error) }
                try await Task.sleep(for: Self.pause)
            }
        }
    }

    private func ready(_ waitUntilReady: @escaping @Sendable () async throws -> Void, until deadline: ContinuousClock.Instant) async throws {
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await waitUntilReady() }
                group.addTask {
                    try await Task.sleep(until: deadline)
                    throw WyomingError(.timedOut, "it is not ready")
                }
                defer { group.cancelAll() }
                try await group.next()
            }
        } catch {
            try Task.checkCancellation()
            throw unavailable("it is being started, or was stopped: try again in a moment, and look at the log if it stays so")
        }
    }

    /// Has `body` done, and done anew when the server goes away meanwhile, for as long as `mayRepeat` allows.
    func exchange<T>(mayRepeat: () -> Bool = { true }, _ body: (Connection) async throws -> T) async throws -> T {
        var attempt = 1
        while true {
            do {
                let connection = try await connect()
                defer { connection.close() }
                return try await withTaskCancellationHandler {
                    try Task.checkCancellation()
                    return try await body(connection)
                } onCancel: {
                    // The server stops working as soon as it sees this, even while `body` is busy.
                    connection.close()
                }
            } catch let loss as ServerLost {
                guard attempt < Self.attempts, mayRepeat() else { throw loss.problem }
                attempt += 1
                try await Task.sleep(for: Self.pause)
            }
        }
    }

    /// Returns when the server answers at all.
    func ping(within limit: Duration) async throws {
        let connection = try await connect()
        defer { connection.close() }
        try await send(.ping(nil), to: connection)
        while true {
            if case .pong = try await receive(from: connection, within: limit) { return }
        }
    }

    func send(_ message: Wyoming.Message, to connection: Connection) async throws {
        do throws(WyomingError) { try await connection.send(message) } catch { throw try lost(error) }
    }

    /// The next answer that is no failure.
    func receive(from connection: Connection, within limit: Duration? = nil) async throws -> Wyoming.Message {
        let answer: Wyoming.Message?
        do throws(WyomingError) { answer = try await connection.receive(within: limit) } catch { throw try lost(error) }
        try Task.checkCancellation()
        guard let answer else { throw ServerLost(problem: unavailable("it went away before it was done")) }
        if case .error(let failure) = answer { throw problem(failure) }
        return answer
    }

    // MARK: - Errors

    /// The server went away in the middle: what was asked for may be asked again.
    struct ServerLost: Error {
        let problem: Problem
    }

    private func lost(_ error: WyomingError) throws -> ServerLost {
        let translated = translated(error)
        guard error.code == .closed, let problem = translated as? Problem else { throw translated }
        return ServerLost(problem: problem)
    }

    private func translated(_ error: WyomingError) -> any Error {
        // A connection that was closed because of a cancellation reports its end, not the reason.
        if Task.isCancelled || error.code == .cancelled { return CancellationError() }
        return switch error.code {
        case .timedOut: unavailable("it did not answer in time: check that it is not overloaded")
        case .closed: unavailable("it went away before it was done")
        default: unavailable(error.message)
        }
    }

    private func problem(_ failure: Failure) -> Problem {
        switch failure.code {
        case "unknown_voice": Problem(.invalid, "There is no such voice: choose one from the list of voices.")
        case "unknown_model": Problem(.invalid, "There is no such model: choose one from the list of models.")
        case "unreadable_audio": Problem(.invalid, "This recording cannot be read: send WAV, FLAC, MP3, or Opus in Ogg or WebM.")
        case "malformed_text": Problem(.invalid, "This SSML cannot be read: check its tags.")
        case "too_short": Problem(.invalid, "There is too little speech in it: speak for two seconds or more.")
        case WyomingError.Code.tooLarge.name: Problem(.tooLarge, "This is too long for the speech service: send it in shorter pieces.")
        case "no_model": unavailable("it has no model for this: `jarvis models list --available` shows what can be installed")
        case WyomingError.Code.busy.name: Problem(.unavailable, "Too much is being heard or said at once: try again in a moment.")
        default: unavailable("it reported an error (\(failure.code ?? "no code")): its log says more")
        }
    }

    func unavailable(_ why: String) -> Problem { Problem(.unavailable, "The speech service at \(endpoint) cannot be used; \(why).") }
}
