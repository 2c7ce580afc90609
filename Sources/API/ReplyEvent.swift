public import Base
public import Foundation

/// Everything a client sees of a turn, in order: one JSON object with a `type` for each, as server-sent events, as text frames of `/ws`,
/// and as the lines of `jarvis ask --json`.
public enum ReplyEvent: Hashable, Sendable {
    /// The microphone's audio is being read.
    case listening
    /// The wake word is awaited.
    case asleep
    /// The wake word was heard.
    case wake
    /// Somebody began, or ended, to speak.
    case speechStarted, speechEnded
    /// What was heard so far, or in the end.
    case transcript(Transcript)
    /// Somebody speaks into the answer: what is played of it stops, and no more of it comes.
    case interrupted
    /// No skill took it; a model is at work.
    case thinking
    /// The next piece of the answer.
    case text(delta: String)
    /// Something was done, or failed.
    case action(Action)
    /// A question that wants a yes or no (`ClientEvent.confirm` with the same id) before something is done.
    case confirm(id: String, question: String)
    /// A whole sentence of the answer, before its audio.
    case sentence(index: Int, text: String)
    /// A piece of the audio of a sentence.
    case audio(Audio)
    /// A timer, reminder or alarm that came due, or what somebody tells everybody; not part of a turn.
    case announcement(Announcement)
    /// An entity has another state, for clients that asked for it (`ClientEvent.start` with `states`); not part of a turn.
    case state(EntityBody)
    /// The house was reached or lost, or what it consists of has changed: what was read of it is to be read again. For the same clients.
    case house(connected: Bool)
    /// The answer is complete and stored.
    case done(Done)
    /// The turn ended without a complete answer.
    case error(ProblemDetails)
    /// An event of a newer server: to be passed over. A server never sends it.
    case unknown(type: String)

    /// What was heard.
    public struct Transcript: Codable, Hashable, Sendable {
        public var text: String
        /// Whether it may still change.
        public var final: Bool
        /// ISO 639-1.
        public var language: String?
        public var speaker: String?

        public init(text: String, final: Bool, language: String? = nil, speaker: String? = nil) {
            self.text = text
            self.final = final
            self.language = language
            self.speaker = speaker
        }
    }

    /// What was done.
    public struct Action: Codable, Hashable, Sendable {
        public var tool: String
        public var arguments: JSONValue
        /// `done` or `failed`.
        public var status: String
        /// What shows that it happened.
        public var evidence: String?

        public init(tool: String, arguments: JSONValue, status: String, evidence: String? = nil) {
            self.tool = tool
            self.arguments = arguments
            self.status = status
            self.evidence = evidence
        }
    }

    /// A piece of audio. Over server-sent events the samples are in `data` (base64); over WebSocket a binary frame with them follows.
    public struct Audio: Codable, Hashable, Sendable {
        /// The sentence it belongs to.
        public var index: Int
        /// `pcm_s16le`: signed 16-bit little-endian samples, one channel.
        public var format: String
        /// In hertz.
        public var rate: Int
        public var data: Data?

        public init(index: Int, format: String = "pcm_s16le", rate: Int, data: Data? = nil) {
            self.index = index
            self.format = format
            self.rate = rate
            self.data = data
        }
    }

    /// A timer, reminder or alarm that came due, or what somebody tells everybody.
    public struct Announcement: Codable, Hashable, Sendable {
        public var id: String
        /// `timer`, `reminder`, `alarm` or `broadcast`.
        public var kind: String
        /// The sentence to show and say.
        public var text: String
        public var dueAt: Date

        public init(id: String, kind: String, text: String, dueAt: Date) {
            self.id = id
            self.kind = kind
            self.text = text
            self.dueAt = dueAt
        }

        enum CodingKeys: String, CodingKey {
            case id, kind, text
            case dueAt = "due_at"
        }
    }

    /// How a turn ended.
    public struct Done: Codable, Hashable, Sendable {
        public var conversationID: String
        public var traceID: String
        /// Milliseconds by stage.
        public var timings: [String: Double]

        public init(conversationID: String, traceID: String, timings: [String: Double]) {
            self.conversationID = conversationID
            self.traceID = traceID
            self.timings = timings
        }

        enum CodingKeys: String, CodingKey {
            case timings
            case conversationID = "conversation_id"
            case traceID = "trace_id"
        }
    }
}

extension ReplyEvent: Codable {
    private enum CodingKeys: String, CodingKey { case type, delta, id, question, index, text, problem, entity, connected }

    /// The word in `type`.
    public var type: String {
        switch self {
        case .listening: "listening"
        case .asleep: "asleep"
        case .wake: "wake"
        case .speechStarted: "speech_started"
        case .speechEnded: "speech_ended"
        case .transcript: "transcript"
        case .interrupted: "interrupted"
        case .thinking: "thinking"
        case .text: "text"
        case .action: "action"
        case .confirm: "confirm"
        case .sentence: "sentence"
        case .audio: "audio"
        case .announcement: "announcement"
        case .state: "state"
        case .house: "house"
        case .done: "done"
        case .error: "error"
        case .unknown(let type): type
        }
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let type = try fields.decode(String.self, forKey: .type)
        switch type {
        case "listening": self = .listening
        case "asleep": self = .asleep
        case "wake": self = .wake
        case "speech_started": self = .speechStarted
        case "speech_ended": self = .speechEnded
        case "transcript": self = .transcript(try Transcript(from: decoder))
        case "interrupted": self = .interrupted
        case "thinking": self = .thinking
        case "text": self = .text(delta: try fields.decode(String.self, forKey: .delta))
        case "action": self = .action(try Action(from: decoder))
        case "confirm": self = .confirm(id: try fields.decode(String.self, forKey: .id), question: try fields.decode(String.self, forKey: .question))
        case "sentence": self = .sentence(index: try fields.decode(Int.self, forKey: .index), text: try fields.decode(String.self, forKey: .text))
        case "audio": self = .audio(try Audio(from: decoder))
        case "announcement": self = .announcement(try Announcement(from: decoder))
        case "state": self = .state(try fields.decode(EntityBody.self, forKey: .entity))
        case "house": self = .house(connected: try fields.decode(Bool.self, forKey: .connected))
        case "done": self = .done(try Done(from: decoder))
        case "error": self = .error(try fields.decode(ProblemDetails.self, forKey: .problem))
        default: self = .unknown(type: type)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(type, forKey: .type)
        switch self {
        case .listening, .asleep, .wake, .speechStarted, .speechEnded, .interrupted, .thinking, .unknown: break
        case .transcript(let body): try body.encode(to: encoder)
        case .text(let delta): try fields.encode(delta, forKey: .delta)
        case .action(let body): try body.encode(to: encoder)
        case .confirm(let id, let question):
            try fields.encode(id, forKey: .id)
            try fields.encode(question, forKey: .question)
        case .sentence(let index, let text):
            try fields.encode(index, forKey: .index)
            try fields.encode(text, forKey: .text)
        case .audio(let body): try body.encode(to: encoder)
        case .announcement(let body): try body.encode(to: encoder)
        case .state(let entity): try fields.encode(entity, forKey: .entity)
        case .house(let isConnected): try fields.encode(isConnected, forKey: .connected)
        case .done(let body): try body.encode(to: encoder)
        case .error(let problem): try fields.encode(problem, forKey: .problem)
        }
    }
}
