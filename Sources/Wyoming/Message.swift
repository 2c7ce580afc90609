/// What an event means. The names and fields are those of the protocol's reference, the Python package `wyoming`.
public enum Message: Sendable, Hashable {
    /// Asks what the server offers; answered by `info`.
    case describe
    case info(Info)
    /// Answered by `audioStart`, any number of `audioChunk`, `audioStop`; or by `error`.
    case synthesize(Synthesize)
    /// Followed by audio in the same form as above; answered by `transcript`.
    case transcribe(Transcribe)
    case transcript(Transcript)
    /// What was heard so far: an addition of Jarvis for those who ask for it (`Transcribe.Context.wantsPartials`); other clients ignore it.
    case partialTranscript(Transcript)
    /// A transcript in pieces, before the whole one.
    case transcriptStart(language: String?)
    case transcriptChunk(String)
    case transcriptStop
    /// A text in pieces, said as it comes: `synthesizeStart`, chunks, `synthesizeStop`; answered by audio and `synthesizeStopped`.
    case synthesizeStart(Synthesize)
    case synthesizeChunk(String)
    case synthesizeStop
    case synthesizeStopped
    /// Followed by audio; answered by `detection` each time one of these wake words (any that is active, when empty) is heard.
    case detect(names: [String])
    case detection(Detection)
    /// The audio ended without a wake word.
    case notDetected
    /// Somebody speaks, or does not any more, since this time of the audio, in milliseconds.
    case voiceStarted(timestamp: Int?)
    case voiceStopped(timestamp: Int?)
    case audioStart(AudioLayout)
    /// May end within a sample, which goes on in the next: some clients cut anywhere.
    case audioChunk(AudioLayout, [UInt8])
    case audioStop
    /// Asks for a `pong` with the same text.
    case ping(String?)
    case pong(String?)
    case error(Failure)
    /// What a satellite and its server say to each other.
    case satellite(Satellite)
    /// What Jarvis and its speech worker say to each other.
    case addition(Addition)
    /// An event of another kind: to be ignored by who does not know it.
    case other(Event)
}

/// How samples are laid out: interleaved signed little-endian PCM.
public struct AudioLayout: Sendable, Hashable {
    /// Hertz.
    public var rate: Int
    /// Bytes a sample.
    public var width: Int
    public var channels: Int

    public init(rate: Int, width: Int = 2, channels: Int = 1) {
        self.rate = rate
        self.width = width
        self.channels = channels
    }
}

/// A text to say.
public struct Synthesize: Sendable, Hashable {
    public var text: String
    /// A voice's name from `info`, which wins over the language.
    public var voice: String?
    public var language: String?
    public var speaker: String?
    /// 1 is the voice's own pace. An addition of Jarvis: other servers ignore it.
    public var speed: Double?

    public init(text: String, voice: String? = nil, language: String? = nil, speaker: String? = nil, speed: Double? = nil) {
        self.text = text
        self.voice = voice
        self.language = language
        self.speaker = speaker
        self.speed = speed
    }
}

/// Announces a recording to be written down.
public struct Transcribe: Sendable, Hashable {
    /// A model's name from `info`.
    public var model: String?
    public var language: String?
    public var context: Context

    public init(model: String? = nil, language: String? = nil, context: Context = Context()) {
        self.model = model
        self.language = language
        self.context = context
    }

    /// What is known before the recording is heard: additions of Jarvis, within the protocol's `context`, which other servers ignore.
    public struct Context: Sendable, Hashable {
        /// The languages it may be in, the likeliest first; where `language` is given, that alone.
        public var languages: [String]
        /// Names that are likely.
        public var hotWords: [String]
        /// Whether `partial-transcript` events are wanted.
        public var wantsPartials: Bool

        public init(languages: [String] = [], hotWords: [String] = [], wantsPartials: Bool = false) {
            self.languages = languages
            self.hotWords = hotWords
            self.wantsPartials = wantsPartials
        }
    }
}

/// A wake word that was heard.
public struct Detection: Sendable, Hashable {
    public var name: String?
    /// When, in milliseconds of the audio.
    public var timestamp: Int?
    public var speaker: String?
    /// 0 to 1. An addition of Jarvis.
    public var score: Double?

    public init(name: String? = nil, timestamp: Int? = nil, speaker: String? = nil, score: Double? = nil) {
        self.name = name
        self.timestamp = timestamp
        self.speaker = speaker
        self.score = score
    }
}

/// What was heard.
public struct Transcript: Sendable, Hashable {
    /// A word and when it was said, in seconds of the audio.
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

    public var text: String
    public var language: String?
    /// Additions of Jarvis: the words with their times, how sure the engine is (0 to 1), and which engine it was.
    public var words: [Word]
    public var confidence: Double?
    public var engine: String?

    public init(text: String, language: String? = nil, words: [Word] = [], confidence: Double? = nil, engine: String? = nil) {
        self.text = text
        self.language = language
        self.words = words
        self.confidence = confidence
        self.engine = engine
    }
}

/// Why a request was not done, from the other side.
public struct Failure: Sendable, Hashable {
    public var text: String
    /// A stable word for programs.
    public var code: String?

    public init(text: String, code: String? = nil) {
        self.text = text
        self.code = code
    }
}

extension Message {
    /// - Throws: `.malformed` when a known event lacks a field or has one of the wrong type.
    public init(_ event: Event) throws(WyomingError) {
        let fields = Fields(event)
        switch event.type {
        case "describe": self = .describe
        case "info": self = .info(try Info(fields))
        case "synthesize": self = .synthesize(try Synthesize(fields, text: fields.required("text")))
        case "synthesize-start": self = .synthesizeStart(try Synthesize(fields, text: ""))
        case "synthesize-chunk": self = .synthesizeChunk(try fields.required("text"))
        case "synthesize-stop": self = .synthesizeStop
        case "synthesize-stopped": self = .synthesizeStopped
        case "transcribe": self = .transcribe(try Transcribe(fields))
        case "transcript": self = .transcript(try Transcript(fields))
        case "partial-transcript": self = .partialTranscript(try Transcript(fields))
        case "transcript-start": self = .transcriptStart(language: try fields.string("language"))
        case "transcript-chunk": self = .transcriptChunk(try fields.required("text"))
        case "transcript-stop": self = .transcriptStop
        case "detect": self = .detect(names: try fields.strings("names"))
        case "detection": self = .detection(try Detection(fields))
        case "not-detected": self = .notDetected
        case "voice-started": self = .voiceStarted(timestamp: try fields.milliseconds("timestamp"))
        case "voice-stopped": self = .voiceStopped(timestamp: try fields.milliseconds("timestamp"))
        case "audio-start": self = .audioStart(try AudioLayout(fields))
        case "audio-chunk":
            self = .audioChunk(try AudioLayout(fields), event.payload)
        case "audio-stop": self = .audioStop
        case "ping": self = .ping(try fields.string("text"))
        case "pong": self = .pong(try fields.string("text"))
        case "error": self = .error(Failure(text: try fields.required("text"), code: try fields.string("code")))
        default:
            if let message = try Satellite(event) {
                self = .satellite(message)
            } else if let message = try Addition(event) {
                self = .addition(message)
            } else {
                self = .other(event)
            }
        }
    }

    public var event: Event {
        switch self {
        case .describe: Event(type: "describe")
        case .info(let info): Event(type: "info", data: info.fields)
        case .synthesize(let request):
            Event(
                type: "synthesize",
                data: Fields.of([
                    "text": .string(request.text), "voice": request.voiceFields, "speed": request.speed.map(WireValue.number),
                ]))
        case .synthesizeStart(let request): Event(type: "synthesize-start", data: Fields.of(["voice": request.voiceFields]))
        case .synthesizeChunk(let text): Event(type: "synthesize-chunk", data: ["text": .string(text)])
        case .synthesizeStop: Event(type: "synthesize-stop")
        case .synthesizeStopped: Event(type: "synthesize-stopped")
        case .transcribe(let request): Event(type: "transcribe", data: request.fields)
        case .transcript(let transcript): Event(type: "transcript", data: transcript.fields)
        case .partialTranscript(let transcript): Event(type: "partial-transcript", data: transcript.fields)
        case .transcriptStart(let language): Event(type: "transcript-start", data: Fields.of(["language": language.map(WireValue.string)]))
        case .transcriptChunk(let text): Event(type: "transcript-chunk", data: ["text": .string(text)])
        case .transcriptStop: Event(type: "transcript-stop")
        case .detect(let names): Event(type: "detect", data: names.isEmpty ? [:] : ["names": .array(names.map(WireValue.string))])
        case .detection(let detection): Event(type: "detection", data: detection.fields)
        case .notDetected: Event(type: "not-detected")
        case .voiceStarted(let time): Event(type: "voice-started", data: Fields.of(["timestamp": time.map { .number(Double($0)) }]))
        case .voiceStopped(let time): Event(type: "voice-stopped", data: Fields.of(["timestamp": time.map { .number(Double($0)) }]))
        case .audioStart(let layout): Event(type: "audio-start", data: layout.fields)
        case .audioChunk(let layout, let bytes): Event(type: "audio-chunk", data: layout.fields, payload: bytes)
        case .audioStop: Event(type: "audio-stop")
        case .ping(let text): Event(type: "ping", data: Fields.of(["text": text.map(WireValue.string)]))
        case .pong(let text): Event(type: "pong", data: Fields.of(["text": text.map(WireValue.string)]))
        case .error(let failure): Event(type: "error", data: Fields.of(["text": .string(failure.text), "code": failure.code.map(WireValue.string)]))
        case .satellite(let message): message.event
        case .addition(let message): message.event
        case .other(let event): event
        }
    }
}

extension Synthesize {
    fileprivate init(_ fields: Fields, text: String) throws(WyomingError) {
        let voice = try fields.object("voice")
        self.init(
            text: text, voice: try voice?.string("name"), language: try voice?.string("language"), speaker: try voice?.string("speaker"),
            speed: try fields.number("speed"))
    }

    fileprivate var voiceFields: WireValue? {
        let fields = Fields.of(["name": voice.map(WireValue.string), "language": language.map(WireValue.string), "speaker": speaker.map(WireValue.string)])
        return fields.isEmpty ? nil : .object(fields)
    }
}

extension AudioLayout {
    init(_ fields: Fields) throws(WyomingError) {
        self.init(
            rate: try fields.integer("rate", in: 1...768_000), width: try fields.integer("width", in: 1...8),
            channels: try fields.integer("channels", in: 1...64))
    }

    /// The payload of an event with audio.
    func wholeSamples(_ event: Event) throws(WyomingError) -> [UInt8] {
        guard event.payload.count.isMultiple(of: width * channels) else { throw WyomingError(.malformed, "an \(event.type) must hold whole samples") }
        return event.payload
    }

    var fields: [String: WireValue] {
        ["rate": .number(Double(rate)), "width": .number(Double(width)), "channels": .number(Double(channels))]
    }
}
