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
    case audioStart(AudioLayout)
    /// Whole samples.
    case audioChunk(AudioLayout, [UInt8])
    case audioStop
    /// Asks for a `pong` with the same text.
    case ping(String?)
    case pong(String?)
    case error(Failure)
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

    public init(model: String? = nil, language: String? = nil) {
        self.model = model
        self.language = language
    }
}

/// What was heard.
public struct Transcript: Sendable, Hashable {
    public var text: String
    public var language: String?

    public init(text: String, language: String? = nil) {
        self.text = text
        self.language = language
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
        case "synthesize":
            let voice = try fields.object("voice")
            self = .synthesize(
                Synthesize(
                    text: try fields.required("text"), voice: try voice?.string("name"), language: try voice?.string("language"),
                    speaker: try voice?.string("speaker"), speed: try fields.number("speed")))
        case "transcribe": self = .transcribe(Transcribe(model: try fields.string("name"), language: try fields.string("language")))
        case "transcript": self = .transcript(Transcript(text: try fields.required("text"), language: try fields.string("language")))
        case "audio-start": self = .audioStart(try AudioLayout(fields))
        case "audio-chunk":
            let layout = try AudioLayout(fields)
            guard event.payload.count.isMultiple(of: layout.width * layout.channels) else {
                throw WyomingError(.malformed, "an audio-chunk must hold whole samples")
            }
            self = .audioChunk(layout, event.payload)
        case "audio-stop": self = .audioStop
        case "ping": self = .ping(try fields.string("text"))
        case "pong": self = .pong(try fields.string("text"))
        case "error": self = .error(Failure(text: try fields.required("text"), code: try fields.string("code")))
        default: self = .other(event)
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
        case .transcribe(let request):
            Event(type: "transcribe", data: Fields.of(["name": request.model.map(WireValue.string), "language": request.language.map(WireValue.string)]))
        case .transcript(let transcript):
            Event(type: "transcript", data: Fields.of(["text": .string(transcript.text), "language": transcript.language.map(WireValue.string)]))
        case .audioStart(let layout): Event(type: "audio-start", data: layout.fields)
        case .audioChunk(let layout, let bytes): Event(type: "audio-chunk", data: layout.fields, payload: bytes)
        case .audioStop: Event(type: "audio-stop")
        case .ping(let text): Event(type: "ping", data: Fields.of(["text": text.map(WireValue.string)]))
        case .pong(let text): Event(type: "pong", data: Fields.of(["text": text.map(WireValue.string)]))
        case .error(let failure): Event(type: "error", data: Fields.of(["text": .string(failure.text), "code": failure.code.map(WireValue.string)]))
        case .other(let event): event
        }
    }
}

extension Synthesize {
    fileprivate var voiceFields: WireValue? {
        let fields = Fields.of(["name": voice.map(WireValue.string), "language": language.map(WireValue.string), "speaker": speaker.map(WireValue.string)])
        return fields.isEmpty ? nil : .object(fields)
    }
}

extension AudioLayout {
    fileprivate init(_ fields: Fields) throws(WyomingError) {
        self.init(
            rate: try fields.integer("rate", in: 1...768_000), width: try fields.integer("width", in: 1...8),
            channels: try fields.integer("channels", in: 1...64))
    }

    fileprivate var fields: [String: WireValue] {
        ["rate": .number(Double(rate)), "width": .number(Double(width)), "channels": .number(Double(channels))]
    }
}
