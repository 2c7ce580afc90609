public import Base
public import Foundation

/// What somebody typed or said.
public struct Utterance: Sendable, Hashable {
    public var text: String
    public var language: Language

    public init(text: String, language: Language) {
        self.text = text
        self.language = language
    }
}

/// One request to the assistant.
public struct TurnRequest: Sendable {
    public var text: String
    /// `nil`: detected from the text, else the user's.
    public var language: Language?
    public var conversation: Conversation.ID?
    /// The id that a new conversation gets where none is gone on with; `nil`: whichever.
    public var newConversation: Conversation.ID?
    /// Whether the answer is wanted aloud too.
    public var speak: Bool
    public var principal: Principal
    /// Whether it may have been misheard: what changes something is asked about before it is done.
    public var isDoubtful: Bool
    /// The time zone in which "demain à neuf heures" is meant.
    public var timeZone: TimeZone
    /// The area where it was said, as an id of the house; `nil` when nobody knows.
    public var area: String?

    public init(
        text: String, language: Language? = nil, conversation: Conversation.ID? = nil, newConversation: Conversation.ID? = nil, speak: Bool = false,
        principal: Principal, isDoubtful: Bool = false, timeZone: TimeZone = .current, area: String? = nil
    ) {
        self.text = text
        self.language = language
        self.conversation = conversation
        self.newConversation = newConversation
        self.speak = speak
        self.principal = principal
        self.isDoubtful = isDoubtful
        self.timeZone = timeZone
        self.area = area
    }
}

/// Everything a client sees of a turn, in order: REST collects these, SSE and WebSocket forward them, the CLI prints them.
/// A turn that fails throws instead of ending in `done`.
public enum ReplyEvent: Sendable {
    /// No skill took it; a model is at work.
    case thinking
    /// The next piece of the answer.
    case text(delta: String)
    /// Something was done, or failed.
    case action(Action)
    /// A whole sentence of the answer, before its audio.
    case sentence(index: Int, text: String)
    /// The audio of sentence `index`, in pieces.
    case audio(index: Int, AudioChunk)
    /// The answer is complete and stored.
    case done(TurnResult)
}

/// Something Jarvis did in the world or in its stores, with the evidence.
public struct Action: Sendable, Hashable {
    public enum Status: String, Sendable, Codable { case done, failed }

    public var tool: String
    public var arguments: JSONValue
    public var status: Status
    /// What shows that it happened: the id of the timer, the new state of the light.
    public var evidence: String?

    public init(tool: String, arguments: JSONValue, status: Status = .done, evidence: String? = nil) {
        self.tool = tool
        self.arguments = arguments
        self.status = status
        self.evidence = evidence
    }
}

/// How a turn ended.
public struct TurnResult: Sendable {
    public var conversation: Conversation.ID
    public var trace: TurnTrace
    public var response: String
    public var language: Language

    public init(conversation: Conversation.ID, trace: TurnTrace, response: String, language: Language) {
        self.conversation = conversation
        self.trace = trace
        self.response = response
        self.language = language
    }
}

/// Takes the events of a turn, one after the other. Waiting in it holds the turn back: that is the back-pressure.
public typealias ReplySink = @Sendable (ReplyEvent) async throws -> Void
