import Base
import Domain
import Observability

/// Passes the answer on as it grows: text at once, each whole sentence when it is complete, and its audio where that is wanted.
actor Reply {
    nonisolated let sink: ReplySink
    private(set) var text = ""
    private var splitter: SentenceSplitter
    private var sentences = 0
    /// Becomes `nil` when speech fails: the turn then goes on in text.
    private var synthesizer: (any Synthesizer)?
    private let language: Language
    private let log: Logger

    init(sink: @escaping ReplySink, synthesizer: (any Synthesizer)?, language: Language, log: Logger) {
        self.sink = sink
        self.synthesizer = synthesizer
        self.language = language
        self.log = log
        splitter = SentenceSplitter(language: language)
    }

    func say(_ delta: String) async throws {
        guard !delta.isEmpty else { return }
        text += delta
        try await sink(.text(delta: delta))
        guard synthesizer != nil else { return }
        for sentence in splitter.append(delta) { try await speak(sentence) }
    }

    func finish() async throws {
        guard synthesizer != nil, let rest = splitter.finish() else { return }
        try await speak(rest)
    }

    private func speak(_ sentence: String) async throws {
        guard let synthesizer, sentence.contains(where: { $0.isLetter || $0.isNumber }) else { return }
        let index = sentences
        sentences += 1
        try await sink(.sentence(index: index, text: sentence))
        do {
            try await synthesizer.synthesize(SpeechRequest(text: sentence, language: language)) { [sink] chunk in
                try await sink(.audio(index: index, chunk))
            }
        } catch let problem as Problem where problem.code == .unavailable {
            log.warning("speech is not available, the turn goes on in text", ["detail": problem.detail])
            self.synthesizer = nil
        }
    }
}
