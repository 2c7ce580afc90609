public import Base

// The ports of what is heard. Audio that goes in is one channel at 16 kHz (`AudioFormat.speech`): edges convert what they receive.

extension AudioFormat {
    /// What speech engines are fed with.
    public static let speech = AudioFormat(rate: 16_000)
}

/// Speech to text. Throws `Problem.unavailable` when the engine is down.
public protocol Transcriber: Sendable {
    /// Opens an utterance, to be written down while it is spoken.
    func transcription(_ request: TranscriptionRequest) async throws -> any Transcription
}

/// What is known of an utterance before it is heard.
public struct TranscriptionRequest: Sendable, Hashable {
    /// The languages it may be in, the likeliest first; one alone is taken for certain.
    public var languages: [Language]
    /// Names that are likely: of rooms, devices, people.
    public var hotWords: [String]
    /// Whether `partials` is listened to.
    public var wantsPartials: Bool
    /// `nil`: the engine's best for the languages.
    public var model: String?

    public init(languages: [Language], hotWords: [String] = [], wantsPartials: Bool = false, model: String? = nil) {
        self.languages = languages
        self.hotWords = hotWords
        self.wantsPartials = wantsPartials
        self.model = model
    }
}

/// An utterance that is being written down. One task appends; `finish` or `cancel` ends it.
public protocol Transcription: Sendable {
    /// What was heard so far, each replacing the one before. Only the newest waits.
    var partials: AsyncStream<Transcript> { get }
    /// Takes the next piece; waits while the engine cannot keep up.
    func append(_ audio: AudioChunk) async throws
    /// Everything was said.
    func finish() async throws -> Transcript
    /// Nobody wants to know any more.
    func cancel()
}

/// What was heard.
public struct Transcript: Sendable, Hashable {
    /// A word and when it was said, in seconds since the utterance was opened.
    public struct Word: Sendable, Hashable {
        public var text: String
        public var start: Double
        public var end: Double

        public init(text: String, start: Double, end: Double) {
            self.text = text
            self.start = start
            self.end = end
        }
    }

    /// Empty when there was nothing to understand.
    public var text: String
    public var language: Language?
    /// Empty when the engine does not tell.
    public var words: [Word]
    /// How sure the engine is, 0 to 1; `nil` when it does not tell.
    public var confidence: Double?
    /// The engine and model.
    public var engine: String?

    public init(text: String, language: Language?, words: [Word] = [], confidence: Double? = nil, engine: String? = nil) {
        self.text = text
        self.language = language
        self.words = words
        self.confidence = confidence
        self.engine = engine
    }
}

extension Transcriber {
    /// Writes down a whole recording.
    public func transcribe(_ audio: AudioChunk, _ request: TranscriptionRequest) async throws -> Transcript {
        let transcription = try await transcription(request)
        do {
            // A second at a time, so that a long recording is not in the wire as a whole.
            let step = audio.format.rate * 2 * audio.format.channels
            for start in stride(from: 0, to: audio.bytes.count, by: step) {
                try await transcription.append(AudioChunk(format: audio.format, bytes: Array(audio.bytes[start..<min(start + step, audio.bytes.count)])))
            }
            return try await transcription.finish()
        } catch {
            transcription.cancel()
            throw error
        }
    }
}

/// Listens without understanding: when somebody speaks, and when the wake word is said. Throws `Problem.unavailable` when the engine is down.
public protocol Ear: Sendable {
    func listening(_ request: ListeningRequest) async throws -> any Listening
}

/// What an ear is to listen for.
public struct ListeningRequest: Sendable, Hashable {
    /// Names of wake words, as `hey_jarvis`; empty for none.
    public var wakeWords: [String]
    /// Whether what is played there (`Listening.played`) is to be taken out of what is heard.
    public var cancelsEcho: Bool
    /// Whether steady noise is to be taken out.
    public var suppressesNoise: Bool

    public init(wakeWords: [String] = [], cancelsEcho: Bool = false, suppressesNoise: Bool = false) {
        self.wakeWords = wakeWords
        self.cancelsEcho = cancelsEcho
        self.suppressesNoise = suppressesNoise
    }
}

/// A microphone that is being listened to. One task appends, another takes the events.
public protocol Listening: Sendable {
    /// In order; ends when it is closed, and throws when the engine goes away.
    var events: AsyncThrowingStream<Heard, any Error> { get }
    /// The next piece from the microphone.
    func append(_ audio: AudioChunk) async throws
    /// The next piece that is played beside the microphone, when it begins to be heard there.
    func played(_ audio: AudioChunk) async throws
    /// What the words behind the last wake showed: whether the wake word had been said. An ear grows more careful where it often had not.
    func judged(wakeWasSaid: Bool) async throws
    func close()
}

/// Times are seconds of microphone audio since the listening began.
public enum Heard: Sendable, Hashable {
    /// The first voiced sample of a stretch of speech was at `time`.
    case voiceStarted(time: Double)
    /// The last voiced sample was at `time`.
    case voiceStopped(time: Double)
    /// `score` is 0 to 1.
    case wake(name: String, score: Double, time: Double)
    /// The microphone's audio with echo and noise taken out, up to what was appended: only when one of them was asked for.
    case cleaned(AudioChunk)
    /// Everything before this time has been listened to: a stretch without an event is silent.
    case reached(time: Double)
}

/// What a voice sounds like, as numbers: voices of one person are near each other.
public struct VoiceEmbedding: Sendable, Hashable {
    /// Of length 1.
    public var values: [Float]
    /// The model that made it: those of different models cannot be compared.
    public var model: String

    public init(values: [Float], model: String) {
        self.values = values
        self.model = model
    }
}

/// Tells voices apart. Throws `Problem.unavailable` when there is no model or the engine is down, `.invalid` when there is too little speech.
public protocol VoiceEmbedder: Sendable {
    func embed(_ audio: AudioChunk) async throws -> VoiceEmbedding
}

/// Reads audio files: WAV, FLAC, Ogg, WebM, MP3 and others, whatever they are called.
public protocol AudioDecoder: Sendable {
    /// The recording as one channel at 16 kHz.
    ///
    /// - Parameter seconds: the longest recording that is taken.
    /// - Throws: `Problem.invalid` for what is no audio or damaged, `.tooLarge` for a recording that is too long, `.unavailable` when nothing can read it now.
    func decode(_ file: [UInt8], upTo seconds: Double) async throws -> AudioChunk
}
