/// An engine that writes speech down. Many utterances may be open at once.
package protocol Recognizer: Sendable {
    /// As hypotheses name it.
    var name: String { get }
    /// ISO 639-1, in no order; what it was made for, or has a vocabulary for by now.
    var languages: [String] { get }

    /// Begins an utterance.
    /// - Throws: `RecognitionError` when none of the languages is known, or too many utterances are open.
    func open(_ request: RecognitionRequest) throws -> any Recognition
}

/// What is known of an utterance before it is heard.
package struct RecognitionRequest: Sendable, Hashable {
    /// ISO 639-1, the likeliest first; one alone is taken for certain, none stands for all that the engine has.
    package var languages: [String]
    /// Names that are likely: of rooms, devices, people.
    package var hotWords: [String]
    /// Whether `partial` is looked at.
    package var wantsPartials: Bool
    /// The name of an engine; `nil`: the best for the languages.
    package var model: String?

    package init(languages: [String], hotWords: [String] = [], wantsPartials: Bool = false, model: String? = nil) {
        self.languages = languages
        self.hotWords = hotWords
        self.wantsPartials = wantsPartials
        self.model = model
    }
}

/// An utterance that is being written down: signed 16-bit samples of one channel at 16 kHz. One task accepts; dropping it gives it up.
package protocol Recognition: Sendable {
    /// Takes the next samples. Comes back when they were looked at, on a thread of the engine's own: who waits for it cannot run ahead of the engine.
    func accept(_ samples: [Int16]) async throws
    /// What was heard so far, when it was asked for and there is something.
    func partial() -> Hypothesis?
    /// Everything was said. Nothing is accepted any more.
    func finish() async throws -> Hypothesis
}

/// What may have been said.
package struct Hypothesis: Sendable, Hashable {
    /// A word and when it was said, in seconds since the utterance began.
    package struct Word: Sendable, Hashable {
        package var text: String
        package var start: Double
        package var end: Double

        package init(text: String, start: Double, end: Double) {
            self.text = text
            self.start = start
            self.end = end
        }
    }

    /// Empty when there was nothing to understand.
    package var text: String
    /// ISO 639-1.
    package var language: String?
    /// Empty when the engine does not tell.
    package var words: [Word]
    /// 0 to 1. An engine that does not tell gives 0.5 to what it wrote.
    package var confidence: Double
    /// The engine that heard it.
    package var engine: String
    /// What else it may have been, the likeliest first: by other engines, or in other languages.
    package var alternatives: [Hypothesis]

    package init(
        text: String, language: String?, words: [Word] = [], confidence: Double, engine: String, alternatives: [Hypothesis] = []
    ) {
        self.text = text
        self.language = language
        self.words = words
        self.confidence = confidence
        self.engine = engine
        self.alternatives = alternatives
    }
}

/// What is asked of audio here.
package enum SpeechAudio {
    /// Samples of a second.
    package static let rate = 16_000
    /// An utterance goes through an engine in windows of this many samples at most: 30 s. What two hours say is put together from them.
    package static let window = 30 * rate
}
