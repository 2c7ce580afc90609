public import Base

// A spoken conversation, as its edges see it: a browser, a satellite, a recording.

/// What comes from where somebody speaks.
public enum VoiceInput: Sendable {
    /// The next piece of the microphone, in `AudioFormat.speech`.
    case audio(AudioChunk)
    /// The speaker holds a button down, or lets it go: what is said in between is the utterance, whatever the silence in it.
    case button(isDown: Bool)
    /// No more audio comes: what was said so far is the utterance.
    case stopped
    /// The answer is not wanted any more.
    case interrupted
    /// The audio of the answer is played out, or was cut off, there.
    case playbackEnded
    /// Something is said in writing, in the same conversation.
    case text(String)
}

/// What is told to where somebody speaks, in order.
public enum VoiceEvent: Sendable {
    /// Speech is awaited; no wake word is needed now.
    case listening
    /// The wake word is awaited.
    case asleep
    /// The wake word was heard.
    case wake(name: String)
    case speechStarted
    case speechEnded
    case transcript(Transcript, isFinal: Bool, speaker: Speaker?)
    /// Somebody speaks into the answer: its audio is to stop at once. No more of it comes, unless that was a cough: then the rest comes again.
    case interrupted
    /// A turn's events.
    case reply(ReplyEvent)
    /// The utterance or the turn failed; the conversation goes on.
    case failed(Problem)
}

/// Who spoke, by the voice.
public enum Speaker: Sendable, Hashable {
    /// `score` is the probability that it is this person, 0 to 1.
    case known(User.ID, name: String, score: Double)
    /// Nobody who has a voice print.
    case stranger
}

/// How a spoken conversation is held.
public struct VoiceSettings: Sendable, Hashable {
    /// What makes an utterance begin.
    public enum Opening: Sendable, Hashable {
        /// Speech.
        case speech
        /// One of these wake words; and speech for some seconds after an answer.
        case wakeWords([String])
        /// `VoiceInput.button` alone.
        case button
    }

    public var opening: Opening
    /// The languages of the household, the speaker's first.
    public var languages: [Language]
    /// Whether answers are wanted aloud.
    public var speaks: Bool
    public var conversation: Conversation.ID?
    /// The area where it is held, as an id of the house.
    public var area: String?
    /// Whether microphone and loudspeaker hear each other: a browser takes the echo out itself.
    public var cancelsEcho: Bool

    public init(
        opening: Opening = .speech, languages: [Language] = [.french, .english], speaks: Bool = true, conversation: Conversation.ID? = nil,
        area: String? = nil, cancelsEcho: Bool = false
    ) {
        self.opening = opening
        self.languages = languages
        self.speaks = speaks
        self.conversation = conversation
        self.area = area
        self.cancelsEcho = cancelsEcho
    }
}

/// Holds spoken conversations: listens, understands, answers, and lets itself be interrupted.
public protocol VoiceDesk: Sendable {
    /// Returns when `input` ends and the last answer is given, or throws what `sink` threw.
    func converse(
        _ settings: VoiceSettings, as principal: Principal, input: AsyncStream<VoiceInput>, to sink: @escaping @Sendable (VoiceEvent) async throws -> Void
    ) async throws
}
