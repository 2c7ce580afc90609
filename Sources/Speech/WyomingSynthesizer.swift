import Base
public import Domain
public import Wyoming
private import Synchronization

/// Text to speech on any Wyoming server: Jarvis's own worker, or Piper and others at `tcp://host:port`.
///
/// One connection for each request, so that ending a request is closing its connection, and one bad request harms no other.
public final class WyomingSynthesizer: Synthesizer {
    /// How long a server may take.
    public struct TimeLimits: Sendable, Hashable {
        /// To accept a connection, with all tries.
        public var connect: Duration
        /// To give the next piece of audio: the first may include loading a model.
        public var audio: Duration

        public init(connect: Duration = .seconds(3), audio: Duration = .seconds(20)) {
            self.connect = connect
            self.audio = audio
        }
    }

    private let endpoint: Endpoint
    private let timeLimits: TimeLimits
    private let waitUntilReady: (@Sendable () async throws -> Void)?
    private let known = Mutex<[Voice]?>(nil)

    /// - Parameter waitUntilReady: awaited before each connection, and makes a refused one be tried again: for a server that is being started.
    public init(endpoint: Endpoint, timeLimits: TimeLimits = TimeLimits(), waitUntilReady: (@Sendable () async throws -> Void)? = nil) {
        self.endpoint = endpoint
        self.timeLimits = timeLimits
        self.waitUntilReady = waitUntilReady
    }

    /// Says a text, calling `onAudio` with each piece as it comes; the server waits while it works.
    ///
    /// - Throws: `Problem.unavailable` when the server is down, goes away or is too slow; `.invalid` for a voice it does not have; `.tooLarge`
    ///   for a text it finds too long; what `onAudio` throws; `CancellationError`.
    public func synthesize(_ request: SpeechRequest, onAudio: @Sendable (AudioChunk) async throws -> Void) async throws {
        guard request.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { return }
        let voice = try await voice(for: request)
        let message = Wyoming.Message.synthesize(
            Synthesize(text: request.text, voice: voice, language: request.language.rawValue, speed: min(max(request.speed, 0.5), 2)))
        try await ask(message) { answer in
            switch answer {
            case .audioChunk(let layout, let bytes):
                guard layout.width == 2 else { throw self.unavailable("it sends \(layout.width * 8)-bit audio and Jarvis wants 16-bit: change its settings") }
                try await onAudio(AudioChunk(format: AudioFormat(rate: layout.rate, channels: layout.channels), bytes: bytes))
                return false
            case .audioStop: return true
            default: return false
            }
        }
    }

    /// The installed voices, as the server lists them now.
    public func voices() async throws -> [Voice] {
        let found = Mutex<[Voice]>([])
        try await ask(.describe) { answer in
            guard case .info(let info) = answer else { return false }
            let voices = info.textToSpeech.flatMap { program in
                program.models.filter(\.about.isInstalled).map { Voice(name: $0.about.name, languages: $0.languages, engine: program.about.name) }
            }
            found.withLock { $0 = voices }
            return true
        }
        let voices = found.withLock { $0 }
        known.withLock { $0 = voices }
        return voices
    }

    /// The voice that was asked for, or else the server's first for the language: many servers look at the name only.
    private func voice(for request: SpeechRequest) async throws -> String? {
        if let voice = request.voice { return voice }
        var voices = known.withLock { $0 }
        if voices == nil { voices = try await self.voices() }
        return voices?.first { $0.languages.contains { Language(tag: $0) == request.language } }?.name
    }

    // MARK: - The exchange

    /// Sends one question and hands over answers until `handle` says that it was the last.
    private func ask(_ question: Wyoming.Message, handle: (Wyoming.Message) async throws -> Bool) async throws {
        let connection = try await connect()
        defer { connection.close() }
        try await withTaskCancellationHandler {
            try Task.checkCancellation()
            try await converse { () throws(WyomingError) in
                do throws(WyomingError) {
                    try await connection.send(question)
                } catch  where error.code == .closed {
                    // A server that hangs up on a question may have said why: that is read below.
                }
            }
            while true {
                let answer = try await converse { () throws(WyomingError) in try await connection.receive() }
                try Task.checkCancellation()
                guard let answer else { throw unavailable("it went away before it was done") }
                if case .error(let failure) = answer { throw problem(failure) }
                if try await handle(answer) { return }
            }
        } onCancel: {
            // The server stops working as soon as it sees this, even while `handle` is busy.
            connection.close()
        }
    }

    private func connect() async throws -> Connection {
        let deadline = ContinuousClock.now + timeLimits.connect
        while true {
            if let waitUntilReady { try await ready(waitUntilReady, until: deadline) }
            do throws(WyomingError) {
                let limits = Connection.TimeLimits(
                    connect: max(deadline - ContinuousClock.now, .milliseconds(100)), receive: timeLimits.audio, send: timeLimits.audio)
                return try await Connection.open(endpoint, timeLimits: limits)
            } catch {
                known.withLock { $0 = nil }
                // A worker that has just died is not known to be dead yet.
                let pause = Duration.milliseconds(20)
                guard waitUntilReady != nil, error.code == .unreachable, ContinuousClock.now + pause < deadline else { throw translated(error) }
                try await Task.sleep(for: pause)
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

    private func converse<T: Sendable>(_ body: () async throws(WyomingError) -> T) async throws -> T {
        do throws(WyomingError) { return try await body() } catch { throw translated(error) }
    }

    // MARK: - Errors

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
        case WyomingError.Code.tooLarge.name: Problem(.tooLarge, "The text is too long to be said at once: send it in shorter pieces.")
        default: unavailable("it reported an error (\(failure.code ?? "no code")): its log says more")
        }
    }

    private func unavailable(_ why: String) -> Problem { Problem(.unavailable, "The speech service at \(endpoint) cannot be used; \(why).") }
}
