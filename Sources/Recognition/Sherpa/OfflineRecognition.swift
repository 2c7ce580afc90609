private import Synchronization

/// An utterance for a model that hears it as a whole, in windows of 30 s. While it is spoken, what is there is heard now and then, when the model has
/// nothing else to do.
final class OfflineRecognition: Recognition {
    private let model: OfflineModel
    private let name: String
    private let request: RecognitionRequest
    private let detectsLanguage: Bool
    private let threads: EngineThreads
    private let state: Mutex<State>
    /// Samples between two looks at what is there: 0.8 s.
    private static let interval = SpeechAudio.rate * 8 / 10

    private struct State {
        var window: [Float] = []
        /// Samples of the windows before, and what was heard in them.
        var before = 0
        var past: [Hypothesis] = []
        var partial: Hypothesis?
        /// Samples of the window at the last look; `isLooking`: one is under way.
        var looked = 0
        var isLooking = false
        var hasEnded = false
        var ticket: OpenCount.Ticket?
    }

    init(
        _ model: OfflineModel, name: String, request: RecognitionRequest, detectsLanguage: Bool, threads: EngineThreads, ticket: OpenCount.Ticket
    ) {
        self.model = model
        self.name = name
        self.request = request
        self.detectsLanguage = detectsLanguage
        self.threads = threads
        state = Mutex(State(ticket: ticket))
    }

    func accept(_ samples: [Int16]) async throws {
        var rest = samples[...]
        while !rest.isEmpty {
            let full: (window: [Float], before: Int)? = try state.withLock { state in
                guard !state.hasEnded else { throw RecognitionError(.engine, "the utterance has ended") }
                let piece = rest.prefix(SpeechAudio.window - state.window.count)
                state.window.reserveCapacity(state.window.count + piece.count)
                for sample in piece { state.window.append(Float(sample) / 32_768) }
                rest = rest.dropFirst(piece.count)
                guard state.window.count == SpeechAudio.window else { return nil }
                defer {
                    state.before += state.window.count
                    state.window = []
                    state.looked = 0
                }
                return (state.window, state.before)
            }
            if let full {
                let heard = try await threads.run { [self] in try hear(full.window, after: full.before) }
                state.withLock { if !heard.text.isEmpty { $0.past.append(heard) } }
            }
        }
        if request.wantsPartials { look() }
    }

    /// Hears what is there, and does not wait for it.
    private func look() {
        let part: (window: [Float], before: Int)? = state.withLock { state in
            guard !state.isLooking, state.window.count - state.looked >= Self.interval, threads.isIdle else { return nil }
            state.isLooking = true
            state.looked = state.window.count
            return (state.window, state.before)
        }
        guard let part else { return }
        // One at a time, of a recognition that keeps it: it ends with the look, which the pool bounds.
        Task { [self] in
            let heard = try? await threads.run { [self] in try hear(part.window, after: part.before) }
            state.withLock { state in
                state.isLooking = false
                if !state.hasEnded, let heard, state.before == part.before { state.partial = Hypothesis(joining: state.past + [heard]) }
            }
        }
    }

    func partial() -> Hypothesis? { state.withLock { $0.partial?.text.isEmpty == true ? nil : $0.partial } }

    func finish() async throws -> Hypothesis {
        let (window, before, past) = try state.withLock { state in
            guard !state.hasEnded else { throw RecognitionError(.engine, "the utterance has ended") }
            state.hasEnded = true
            defer {
                state.window = []
                state.past = []
                state.ticket = nil
            }
            return (state.window, state.before, state.past)
        }
        let last = try await threads.run { [self] in try hear(window, after: before) }
        return Hypothesis(joining: past + [last])
    }

    private func hear(_ window: [Float], after samples: Int) throws -> Hypothesis {
        let known = request.languages.count == 1 || !detectsLanguage
        let offset = Double(samples) / Double(SpeechAudio.rate), length = Double(window.count) / Double(SpeechAudio.rate)
        // Models make words of nothing when there is nothing.
        guard Loudness.isSpeech(window) else { return Hypothesis(text: "", language: known ? request.languages[0] : nil, confidence: 0, engine: name) }
        var heard = try model.hear(window, language: known ? request.languages[0] : nil, hotWords: request.hotWords)
        var language = known ? request.languages[0] : heard.language
        if !request.languages.contains(language) {
            // Nobody here speaks what it took it for: it is told the likeliest.
            language = request.languages[0]
            heard = try model.hear(window, language: language, hotWords: request.hotWords)
        }
        return Hypothesis(heard, language: language, engine: name, offset: offset, length: length, hotWords: request.hotWords)
    }
}
