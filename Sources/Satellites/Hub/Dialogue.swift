import Base
import Domain
import Foundation
import Wyoming

/// What is said between one satellite, the desk that holds its conversation, and the other rooms: a state machine without clock or I/O.
///
/// A satellite begins with `run-pipeline`. From the stage `wake` on, it sends all that it hears and Jarvis listens for the wake word; from the stage
/// `asr` on, it has heard the wake word itself, and what follows is the utterance until it is sent a `transcript`.
struct Dialogue: Sendable {
    enum Action: Sendable {
        case send(Message)
        /// Begins a conversation, and ends the one before.
        case open(VoiceSettings.Opening)
        case hear(VoiceInput)
        /// Asks whether this satellite or another is to answer; `judged` is told.
        case claim(WakeArbiter.Claim)
        case duck(Bool)
        case play(AudioChunk)
        /// The last of the answer's audio was handed over; `playing` is told when it is all sent.
        case endOfAnswer
        /// What is being played, and all that waits, is to be dropped.
        case silence
    }

    /// How long a satellite that heard its wake word may hear nothing after it, in seconds.
    static let patience = 8.0
    /// How long it may take until there is an answer to what was said, or until the desk says that the talk is over.
    static let slowness = 30.0
    /// How long a satellite whose wake word was answered elsewhere hears nothing at the least.
    static let rest = 2.0
    /// How long it takes a satellite that does not say `played` to play the last of what it was sent.
    static let margin = 0.5
    /// How soon a conversation that ended by itself is begun again: later and later, in seconds.
    static let reopening = 1.0...60.0

    private enum Phase {
        /// Nothing comes from the microphone.
        case idle
        /// The wake word is awaited, in what the satellite sends.
        case asleep
        /// The wake word was heard, and other rooms may have heard it better.
        case claimed
        /// Somebody speaks with Jarvis here.
        case awake
        /// Another room answers.
        case resting(until: Date)
    }

    let name: String
    private let wakeWords: [String]
    /// Whether the satellite goes on sending while it is answered, and until the talk is over: what it does is ended by `transcript`.
    private let holdsOpen: Bool
    private var phase = Phase.idle
    private var opening: VoiceSettings.Opening?
    private var converter = SpeechConverter()
    private var meter = LevelMeter()
    /// What the satellite said of the wake word it heard.
    private var detection: Detection?
    private var isSending = false
    private var isDucked = false
    private var isAnswering = false
    private var hasAudio = false
    private var endsWithQuestion = false
    private var heldTranscript: Wyoming.Transcript?
    private var waiting: [VoiceEvent] = []
    private var playsUntil: Date?
    private var quietUntil: Date?
    private var reopensAt: Date?
    private var pace = Self.reopening.lowerBound

    init(name: String, wakeWords: [String], holdsOpen: Bool) {
        self.name = name
        self.wakeWords = wakeWords
        self.holdsOpen = holdsOpen
    }

    /// Whether something could be said into the room without talking over somebody.
    var isQuiet: Bool {
        switch phase {
        case .claimed, .awake: false
        default: !isAnswering && playsUntil == nil
        }
    }

    /// Whether it could hear a wake word that another room hears.
    var isRival: Bool {
        switch phase {
        case .asleep, .claimed: true
        case .idle: hasOwnWakeWord
        default: false
        }
    }
    private var hasOwnWakeWord = false
    /// Whether it plays what it is sent.
    private(set) var hasSpeaker = true

    // MARK: - The satellite

    mutating func received(_ message: Message, now: Date) -> [Action] {
        switch message {
        case .satellite(.runPipeline("wake", let end, _)):
            hasSpeaker = end == "tts"
            return runFromWake()
        case .satellite(.runPipeline("asr", let end, _)):
            hasSpeaker = end == "tts"
            return runFromSpeech(now)
        case .satellite(.runPipeline(let stage, _, _)):
            return [.send(.error(Failure(text: "a pipeline cannot start at \(stage) here: wake or asr", code: "unsupported")))]
        case .satellite(.played): return playsUntil == nil ? [] : playbackEnded(now)
        case .detection(let heard):
            detection = heard
            return []
        case .audioChunk(let layout, let bytes): return audio(layout, bytes, now)
        case .audioStop, .satellite(.streamingStopped):
            guard isSending else { return [] }
            isSending = false
            return [.hear(.stopped)]
        case .ping(let text): return [.send(.pong(text))]
        default: return []
        }
    }

    private mutating func runFromWake() -> [Action] {
        isSending = true
        if case .idle = phase { phase = .asleep }
        guard case .wakeWords = opening else {
            phase = .asleep
            return open(.wakeWords(wakeWords)) + [.send(.detect(names: wakeWords))]
        }
        return []
    }

    private mutating func runFromSpeech(_ now: Date) -> [Action] {
        hasOwnWakeWord = true
        isSending = true
        let claim = WakeArbiter.Claim(satellite: name, strength: nil, score: detection?.score)
        detection = nil
        phase = .claimed
        quietUntil = now + Self.patience
        heldTranscript = nil
        var actions: [Action] = []
        if isAnswering || playsUntil != nil { actions += interrupt() }
        if opening != .speech { actions += open(.speech) }
        return actions + [.claim(claim)]
    }

    private mutating func open(_ opening: VoiceSettings.Opening) -> [Action] {
        self.opening = opening
        reopensAt = nil
        waiting = []
        return [.open(opening)]
    }

    private mutating func audio(_ layout: AudioLayout, _ bytes: [UInt8], _ now: Date) -> [Action] {
        guard isSending, opening != nil else { return [] }
        guard var samples = converter.convert(layout, bytes) else {
            isSending = false
            return [.send(.error(Failure(text: "audio must have samples of two bytes", code: "unsupported")))]
        }
        meter.take(samples)
        if case .resting = phase { samples = [UInt8](repeating: 0, count: samples.count) }
        return samples.isEmpty ? [] : [.hear(.audio(AudioChunk(format: .speech, bytes: samples)))]
    }

    // MARK: - The desk

    mutating func heard(_ event: VoiceEvent, now: Date) -> [Action] {
        switch phase {
        case .claimed:
            // Few can come: the verdict is there within a tenth of a second.
            if waiting.count < 64 { waiting.append(event) }
            return []
        case .resting(let until):
            if case .asleep = event, now >= until { phase = opening == .speech ? .idle : .asleep }
            return []
        case .idle, .asleep, .awake: break
        }
        switch event {
        case .wake:
            phase = .claimed
            waiting = [event]
            let interruption = isAnswering || playsUntil != nil ? silence() : []
            return interruption + [.claim(WakeArbiter.Claim(satellite: name, strength: meter.floor == nil ? nil : meter.strength))]
        case .listening: return []
        case .asleep: return asleep()
        case .speechStarted:
            quietUntil = nil
            phase = .awake
            return [.send(.voiceStarted(timestamp: nil))] + duck(true)
        case .speechEnded: return [.send(.voiceStopped(timestamp: nil))]
        case .transcript(let transcript, let isFinal, _): return isFinal ? transcribed(transcript, now) : []
        case .interrupted: return silence()
        case .reply(let event): return replied(event, now)
        case .failed(let problem):
            isAnswering = false
            return [.send(.error(Failure(text: problem.detail, code: problem.code.name)))] + endOfRun()
        }
    }

    private mutating func transcribed(_ transcript: Domain.Transcript, _ now: Date) -> [Action] {
        let told = Wyoming.Transcript(text: transcript.text, language: transcript.language?.rawValue)
        quietUntil = now + Self.slowness
        guard opening == .speech else { return [.send(.transcript(told))] }
        if holdsOpen {
            heldTranscript = told
            return []
        }
        isSending = false
        return [.send(.transcript(told))]
    }

    private mutating func replied(_ event: ReplyEvent, _ now: Date) -> [Action] {
        quietUntil = nil
        switch event {
        case .thinking, .action: return []
        case .text:
            isAnswering = true
            return []
        case .sentence(_, let text):
            isAnswering = true
            return [.send(.synthesize(Synthesize(text: text)))]
        case .audio(_, let chunk):
            (isAnswering, hasAudio) = (true, true)
            return duck(true) + [.play(chunk)]
        case .done(let result):
            endsWithQuestion = result.response.last { !$0.isWhitespace && !"\"»”".contains($0) } == "?"
            isAnswering = false
            guard hasAudio else { return answered(now) }
            hasAudio = false
            // Until the audio is sent, nobody knows when it ends.
            playsUntil = .distantFuture
            return [.endOfAnswer]
        }
    }

    private mutating func asleep() -> [Action] {
        if opening != .speech { phase = .asleep }
        return isAnswering || playsUntil != nil ? [] : endOfRun()
    }

    /// The desk's conversation ended without having been asked to.
    mutating func ended(_ problem: Problem?, now: Date) -> [Action] {
        guard opening != nil else { return [] }
        if case .wakeWords = opening {
            reopensAt = now + pace
            pace = min(pace * 2, Self.reopening.upperBound)
        }
        var actions: [Action] = problem.map { [.send(.error(Failure(text: $0.detail, code: $0.code.name)))] } ?? []
        isAnswering = false
        actions += endOfRun()
        phase = .idle
        opening = nil
        return actions
    }

    // MARK: - The other rooms

    mutating func judged(isWon: Bool, now: Date) -> [Action] {
        guard case .claimed = phase else { return [] }
        let events = waiting
        waiting = []
        guard isWon else {
            phase = .resting(until: now + Self.rest)
            quietUntil = nil
            guard opening == .speech else { return [.hear(.interrupted)] }
            isSending = false
            // What sends a satellite back to its wake word.
            return [.hear(.interrupted), .send(.transcript(Wyoming.Transcript(text: "")))]
        }
        phase = .awake
        pace = Self.reopening.lowerBound
        // An announcement gives way, too.
        var actions = [.silence] + duck(true)
        for event in events {
            if case .wake(let word) = event {
                actions.append(.send(.detection(Detection(name: word))))
            } else {
                actions += heard(event, now: now)
            }
        }
        return actions
    }

    // MARK: - Time and playback

    /// All of the answer's audio was sent, and is played until then.
    mutating func playing(until end: Date) { if playsUntil != nil { playsUntil = end + Self.margin } }

    mutating func tick(now: Date) -> [Action] {
        var actions: [Action] = []
        if let playsUntil, now >= playsUntil { actions += playbackEnded(now) }
        if let quietUntil, now >= quietUntil { actions += endOfRun() }
        if case .resting(let until) = phase, now >= until + Self.patience || (opening == .speech && now >= until) {
            phase = opening == .speech ? .idle : .asleep
        }
        if let reopensAt, now >= reopensAt, isSending { actions += runFromWake() }
        return actions
    }

    private mutating func playbackEnded(_ now: Date) -> [Action] {
        playsUntil = nil
        return [.hear(.playbackEnded)] + answered(now)
    }

    /// The answer is given and, where it is heard, played.
    private mutating func answered(_ now: Date) -> [Action] {
        if case .asleep = phase { return duck(false) }
        // Whoever listens for the wake word says when the talk is over.
        guard opening != .speech || (isSending && endsWithQuestion) else { return endOfRun() }
        quietUntil = now + (opening == .speech ? Self.patience : Self.slowness)
        return []
    }

    private mutating func interrupt() -> [Action] { [.hear(.interrupted)] + silence() }

    private mutating func silence() -> [Action] {
        (isAnswering, hasAudio, playsUntil) = (false, false, nil)
        return [.silence]
    }

    /// What the satellite began is over: one that heard its own wake word goes back to it.
    private mutating func endOfRun() -> [Action] {
        quietUntil = nil
        guard opening == .speech else {
            if case .awake = phase { phase = .asleep }
            return duck(false)
        }
        let transcript = heldTranscript ?? Wyoming.Transcript(text: "")
        heldTranscript = nil
        let wasSending = isSending
        isSending = false
        phase = .idle
        return (wasSending ? [.send(.transcript(transcript))] : []) + duck(false)
    }

    private mutating func duck(_ isOn: Bool) -> [Action] {
        guard isOn != isDucked else { return [] }
        isDucked = isOn
        return [.duck(isOn)]
    }
}
