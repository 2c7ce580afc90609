/// What a client sends over `/ws`: one JSON object with a `type` for each text frame; binary frames are the microphone's audio.
public enum ClientEvent: Hashable, Sendable {
    /// The first frame: how the connection will be used.
    case start(Start)
    /// One thing said in writing: a turn begins.
    case text(String)
    /// The microphone is off.
    case stop
    /// Stop answering.
    case interrupt
    /// The answer to `ReplyEvent.confirm`.
    case confirm(id: String, yes: Bool)
    /// Push-to-talk: what is said between down and up is the utterance.
    case button(isDown: Bool)
    /// The audio of the answer is played out. Not said of one that the server itself cut off: it may go on.
    case played

    /// How a connection will be used.
    public struct Start: Codable, Hashable, Sendable {
        /// Whether turns are typed or spoken.
        public enum Mode: String, Codable, Hashable, Sendable { case text, voice }

        /// What makes an utterance begin, in voice mode.
        public enum Opening: String, Codable, Hashable, Sendable { case speech, wake, button }

        public var mode: Mode
        /// `speech` without it.
        public var opening: Opening?
        /// The conversation to go on with; a new one begins without it.
        public var conversationID: String?
        /// `fr` or `en`; found out from what is said without it.
        public var language: String?
        /// Whether answers are wanted aloud; `true` without it in voice mode, `false` in text mode.
        public var speak: Bool?
        /// What the binary frames will hold; needed in voice mode.
        public var audio: AudioShape?
        /// Whether the states of the house are to be told as they change.
        public var states: Bool?
        /// The id of the area where this stands: "allume la lumière" then means the one there, and what is announced there is heard.
        public var area: String?

        public init(
            mode: Mode, opening: Opening? = nil, conversationID: String? = nil, language: String? = nil, speak: Bool? = nil, audio: AudioShape? = nil,
            states: Bool? = nil,
            area: String? = nil
        ) {
            self.mode = mode
            self.opening = opening
            self.conversationID = conversationID
            self.language = language
            self.speak = speak
            self.audio = audio
            self.states = states
            self.area = area
        }

        enum CodingKeys: String, CodingKey {
            case mode, opening, language, speak, audio, states, area
            case conversationID = "conversation_id"
        }
    }

    /// How samples are laid out.
    public struct AudioShape: Codable, Hashable, Sendable {
        /// `pcm_s16le`: signed 16-bit little-endian samples, one channel; `opus`: one packet a frame.
        public var format: String
        /// In hertz.
        public var rate: Int

        public init(format: String = "pcm_s16le", rate: Int = 16_000) {
            self.format = format
            self.rate = rate
        }
    }
}

extension ClientEvent: Codable {
    private enum CodingKeys: String, CodingKey { case type, text, id, yes, down }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        switch try fields.decode(String.self, forKey: .type) {
        case "start": self = .start(try Start(from: decoder))
        case "text": self = .text(try fields.decode(String.self, forKey: .text))
        case "stop": self = .stop
        case "interrupt": self = .interrupt
        case "confirm": self = .confirm(id: try fields.decode(String.self, forKey: .id), yes: try fields.decode(Bool.self, forKey: .yes))
        case "button": self = .button(isDown: try fields.decode(Bool.self, forKey: .down))
        case "played": self = .played
        default:
            throw DecodingError.dataCorruptedError(
                forKey: .type, in: fields, debugDescription: "is not start, text, stop, interrupt, confirm, button or played")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .start(let body):
            try fields.encode("start", forKey: .type)
            try body.encode(to: encoder)
        case .text(let text):
            try fields.encode("text", forKey: .type)
            try fields.encode(text, forKey: .text)
        case .stop: try fields.encode("stop", forKey: .type)
        case .interrupt: try fields.encode("interrupt", forKey: .type)
        case .confirm(let id, let yes):
            try fields.encode("confirm", forKey: .type)
            try fields.encode(id, forKey: .id)
            try fields.encode(yes, forKey: .yes)
        case .button(let isDown):
            try fields.encode("button", forKey: .type)
            try fields.encode(isDown, forKey: .down)
        case .played: try fields.encode("played", forKey: .type)
        }
    }
}
