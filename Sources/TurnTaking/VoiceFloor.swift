import Base
import Domain

/// Who has the floor: a spoken conversation as a state machine without I/O.
///
/// Everything that happens goes into `take`; what comes out is to be done in order. All times are seconds of microphone audio, so that a recording fed at
/// once is heard as a voice in the room is. An utterance is one *take* of the transcriber after the other: a take is finished when silence falls, and
/// thrown away for a new one over the whole utterance when the speaker goes on.
struct VoiceFloor: Sendable {
    typealias Seconds = Double
    typealias Take = Int
    typealias Turn = Int

    /// What the machine knows about text, and asks without waiting.
    struct Judgement: Sendable {
        var shape: @Sendable (String, Language) -> CommandShape
        var wake: @Sendable (String, Language, _ score: Double) -> WakeOpinion
        /// Whether voices are told apart.
        var tellsSpeakers = false
    }

    enum Input: Sendable {
        case heard(Heard)
        /// The ear has lost what it knew, and listens anew from this time on.
        case deafened(Seconds)
        case partial(Take, Transcript)
        case transcript(Take, Transcript)
        case lost(Take, Problem)
        case speaker(Take, Speaker?)
        /// `at`: the time up to which audio has arrived.
        case button(isDown: Bool, at: Seconds)
        case stopped(at: Seconds)
        case interrupted
        case playbackEnded
        case text(String)
        case reply(Turn, ReplyEvent)
        /// The turn is over; `nil` when it was given up.
        case ended(Turn, Problem?)
    }

    enum Action: Sendable {
        case tell(VoiceEvent)
        /// Write down the audio from this time on, while it comes.
        case open(Take, from: Seconds)
        /// Nothing more belongs to it.
        case finish(Take)
        case drop(Take)
        /// Say who speaks in this stretch.
        case identify(Take, from: Seconds, to: Seconds)
        case begin(Turn, Said)
        /// Nobody wants the turn's answer any more.
        case cancel(Turn)
        /// Whether somebody had said the wake word that was heard, in this stretch.
        case judged(wakeWasSaid: Bool, from: Seconds, to: Seconds)
        /// This piece begins to be heard beside the microphone.
        case played(AudioChunk)
    }

    /// One thing said, understood.
    struct Said: Sendable, Hashable {
        var text: String
        var language: Language?
        var speaker: Speaker?
        /// It may have been something else.
        var isDoubtful = false
    }

    /// Utterances that may wait for their turn.
    static let queueLimit = 4
    /// Takes of one utterance that may fail before it does.
    static let attempts = 2

    let opening: VoiceSettings.Opening
    let languages: [Language]
    let judgement: Judgement
    let patience: Patience

    /// Everything before it has been listened to.
    private(set) var now: Seconds = 0
    var voice = VoiceActivity()
    var hearing: Utterance?
    /// Said to their end, and not understood yet.
    var understanding: [Utterance] = []
    var waiting: [Said] = []
    var answer: Answer?
    /// Until then speech needs no wake word.
    var openUntil: Seconds?
    var hasHeard = false
    /// The speaker said that an utterance ends here: the ear may be a little behind.
    var closedUntil: Seconds = 0
    private var takes = 0
    private var turns = 0
    var actions: [Action] = []

    init(opening: VoiceSettings.Opening, languages: [Language], judgement: Judgement, patience: Patience = Patience()) {
        self.opening = opening
        self.languages = languages.isEmpty ? [.french] : languages
        self.judgement = judgement
        self.patience = patience
    }

    /// What is told first.
    func begin() -> [Action] {
        switch opening {
        case .speech: [.tell(.listening)]
        case .wakeWords: [.tell(.asleep)]
        case .button: []
        }
    }

    mutating func take(_ input: Input) -> [Action] {
        switch input {
        case .heard(let heard): hear(heard)
        case .deafened(let time):
            now = max(now, time)
            voice.stop(at: min(now, time))
            hearing?.voiceStopped(at: time)
        case .partial(let take, let transcript): note(transcript, of: take)
        case .transcript(let take, let transcript): understand(transcript, of: take)
        case .lost(let take, let problem): lose(take, problem)
        case .speaker(let take, let speaker): identify(take, as: speaker)
        case .button(let isDown, let time): isDown ? buttonDown(at: time) : buttonUp(at: time)
        case .stopped(let time): stop(at: time)
        case .interrupted: interrupt()
        case .playbackEnded: playbackEnded()
        case .text(let text): say(Said(text: text))
        case .reply(let turn, let event): reply(turn, event)
        case .ended(let turn, let problem): end(turn, problem)
        }
        defer { actions = [] }
        return actions
    }

    /// Audio before this time is of no use any more.
    var needsAudioSince: Seconds {
        var since = now - patience.preroll - patience.wakeWord - 1
        if let hearing { since = min(since, hearing.begin) }
        for utterance in understanding { since = min(since, utterance.begin) }
        return max(0, since)
    }

    /// Whether somebody else has to do something before anything more can be made of silence.
    var isWorking: Bool {
        answer.map { $0.isRunning && $0.heldAt == nil } == true || !waiting.isEmpty || !understanding.isEmpty
            || hearing.map { ($0.isFinishing && !$0.isUnderstood(judgement)) } == true
    }

    /// Whether nothing is being heard, understood or answered.
    var isIdle: Bool { hearing == nil && understanding.isEmpty && waiting.isEmpty && !isAnswering }

    // MARK: for the parts of the machine

    mutating func tell(_ event: VoiceEvent) { actions.append(.tell(event)) }

    mutating func reached(_ time: Seconds) { now = max(now, time) }

    mutating func nextTake() -> Take {
        takes += 1
        return takes
    }

    mutating func nextTurn() -> Turn {
        turns += 1
        return turns
    }
}

/// Whether the wake word was said, by what was written down.
public enum WakeOpinion: Sendable, Hashable {
    /// It was; what comes behind it.
    case said(rest: String)
    /// It was not.
    case refused
}

/// The voice of the room, as the ear tells it.
struct VoiceActivity: Sendable, Hashable {
    /// Since when somebody speaks.
    private(set) var since: Double?
    private(set) var lastStart = -Double.infinity
    private(set) var last = -Double.infinity

    var isActive: Bool { since != nil }

    mutating func start(at time: Double) {
        since = time
        lastStart = time
    }

    mutating func stop(at time: Double) {
        if since != nil { last = time }
        since = nil
    }
}

/// One utterance that is being heard.
struct Utterance: Sendable {
    enum Origin: Sendable, Hashable {
        case voice
        case wake(score: Double, at: Double)
        case button
    }

    let origin: Origin
    /// Its audio begins here.
    let begin: Double
    var take: Int
    var attempts = 1
    /// Since when voice is heard now; `nil` in silence.
    private(set) var voicedSince: Double?
    /// Of earlier stretches of voice.
    private var voiced = 0.0
    private(set) var lastVoiced: Double
    /// The newest text, before all of it is known.
    var draft: Transcript?
    /// What all of it is.
    var transcript: Transcript?
    var speaker: Speaker?
    var hasSpeaker = false
    /// Nothing more was given to the take.
    var isFinishing = false
    /// The speaker said that it is over.
    var isFinal = false
    /// Whether its beginning was told.
    var isTold = false
    /// The answer that it was said into, and when.
    var interrupts: (turn: Int, at: Double)?

    init(origin: Origin, begin: Double, take: Int, voicedSince: Double?) {
        self.origin = origin
        self.begin = begin
        self.take = take
        self.voicedSince = voicedSince
        lastVoiced = voicedSince ?? begin
    }

    mutating func voiceStarted(at time: Double) { voicedSince = time }

    mutating func voiceStopped(at time: Double) {
        guard let since = voicedSince else { return }
        voiced += max(0, time - since)
        lastVoiced = max(lastVoiced, time)
        voicedSince = nil
    }

    /// The two as one, with the pause between them.
    func joined(with next: Utterance) -> Utterance {
        var whole = self
        whole.voiced += next.voiced
        whole.voicedSince = next.voicedSince
        whole.lastVoiced = next.lastVoiced
        whole.isTold = true
        whole.interrupts = interrupts ?? next.interrupts
        return whole
    }

    /// Seconds of voice.
    func voice(at now: Double) -> Double { voiced + (voicedSince.map { max(0, now - $0) } ?? 0) }

    func silence(at now: Double) -> Double { voicedSince == nil ? max(0, now - lastVoiced) : 0 }

    func isUnderstood(_ judgement: VoiceFloor.Judgement) -> Bool { transcript != nil && (hasSpeaker || !judgement.tellsSpeakers) }

    /// Whether the speaker decides when it is over.
    var isHeld: Bool { origin == .button }
}
