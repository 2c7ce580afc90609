private import Synchronization

/// An utterance for a model that hears while it is spoken. After each 30 s it begins anew, so that nothing grows.
final class StreamingRecognition: Recognition {
    private let model: StreamingModel
    private let name: String
    private let request: RecognitionRequest
    private let threads: EngineThreads
    private let state: Mutex<State>
    private let latest = Mutex<Hypothesis?>(nil)

    private struct State {
        var stream: StreamingModel.Stream?
        var inWindow = 0
        var before = 0
        var isLoud = false
        var past: [Hypothesis] = []
        var hasEnded = false
        var ticket: OpenCount.Ticket?
    }

    init(_ model: StreamingModel, name: String, request: RecognitionRequest, threads: EngineThreads, ticket: OpenCount.Ticket) {
        self.model = model
        self.name = name
        self.request = request
        self.threads = threads
        state = Mutex(State(ticket: ticket))
    }

    func accept(_ samples: [Int16]) async throws {
        guard !samples.isEmpty else { return }
        try await threads.run { [self] in
            try state.withLock { state in
                guard !state.hasEnded else { throw RecognitionError(.engine, "the utterance has ended") }
                var rest = samples[...]
                while !rest.isEmpty {
                    let piece = rest.prefix(SpeechAudio.window - state.inWindow).map { Float($0) / 32_768 }
                    rest = rest.dropFirst(piece.count)
                    let stream = try state.stream ?? StreamingModel.Stream(model, hotWords: request.hotWords)
                    state.stream = stream
                    stream.hear(piece)
                    state.isLoud = state.isLoud || Loudness.isSpeech(piece)
                    state.inWindow += piece.count
                    if state.inWindow == SpeechAudio.window { end(&state) }
                }
                if request.wantsPartials {
                    let parts = state.past + (state.stream.map { [hypothesis($0.heard(), state)] } ?? [])
                    latest.withLock { $0 = Hypothesis(joining: parts) }
                }
            }
        }
    }

    func partial() -> Hypothesis? { latest.withLock { $0?.text.isEmpty == true ? nil : $0 } }

    func finish() async throws -> Hypothesis {
        try await threads.run { [self] in
            try state.withLock { state in
                guard !state.hasEnded else { throw RecognitionError(.engine, "the utterance has ended") }
                state.hasEnded = true
                end(&state)
                defer {
                    state.past = []
                    state.ticket = nil
                }
                guard !state.past.isEmpty else { return Hypothesis(text: "", language: request.languages[0], confidence: 0, engine: name) }
                return Hypothesis(joining: state.past)
            }
        }
    }

    private func end(_ state: inout State) {
        if let stream = state.stream {
            stream.end()
            let heard = hypothesis(stream.heard(), state)
            if !heard.text.isEmpty { state.past.append(heard) }
        }
        state.stream = nil
        state.before += state.inWindow
        state.inWindow = 0
        state.isLoud = false
    }

    private func hypothesis(_ heard: Heard, _ state: borrowing State) -> Hypothesis {
        let rate = Double(SpeechAudio.rate)
        return Hypothesis(
            state.isLoud ? heard : Heard(), language: request.languages[0], engine: name, offset: Double(state.before) / rate,
            length: Double(state.inWindow) / rate, hotWords: request.hotWords)
    }
}
