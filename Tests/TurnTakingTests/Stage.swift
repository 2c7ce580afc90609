import Base
import Domain
import Foundation

@testable import TurnTaking

/// Plays a room to the machine: time passes in steps of 20 ms, as frames come from a microphone, and what it does is written down.
struct Stage {
    var floor: VoiceFloor
    /// Everything it told, as short words.
    var told: [String] = []
    var opened: [(take: Int, from: Double)] = []
    var finished: [(take: Int, at: Double)] = []
    var dropped: [Int] = []
    var begun: [(turn: Int, said: VoiceFloor.Said, at: Double)] = []
    var cancelled: [Int] = []
    var identified: [Int] = []
    /// Whether the wakes had been said.
    var judged: [Bool] = []
    var sent: [AudioChunk] = []
    var time = 0.0
    /// What a take that is finished turns out to be, at once; `nil`: somebody else says it.
    var script: [String?]
    var language: Language = .french
    private var takesUnderstood = 0
    private let step = 0.02

    init(
        _ opening: VoiceSettings.Opening = .speech, says script: [String?] = [], language: Language = .french, tellsSpeakers: Bool = false,
        wake: @escaping @Sendable (String) -> WakeOpinion = { .leavingOut($0) }
    ) {
        self.script = script
        self.language = language
        floor = VoiceFloor(
            opening: opening, languages: [language],
            judgement: VoiceFloor.Judgement(
                shape: { text, _ in Stage.shape(text) }, wake: { text, _, _ in wake(text) }, tellsSpeakers: tellsSpeakers))
        perform(floor.begin())
    }

    /// Understands a lamp and a radio.
    static func shape(_ text: String) -> CommandShape {
        let words = Words.folded(text).joined(separator: " ")
        if ["allume la cuisine", "eteins la cuisine", "turn on the kitchen light", "arrete la musique", "allume la", "oui"].contains(words) {
            return .complete
        }
        return words.hasPrefix("allume") ? .incomplete : .unknown
    }

    mutating func take(_ input: VoiceFloor.Input) { perform(floor.take(input)) }

    private mutating func perform(_ actions: [VoiceFloor.Action]) {
        var next: [VoiceFloor.Input] = []
        for action in actions {
            switch action {
            case .tell(let event): tell(event)
            case .open(let take, let from): opened.append((take, from))
            case .finish(let take):
                finished.append((take, time))
                if takesUnderstood < script.count, let text = script[takesUnderstood] {
                    next.append(.transcript(take, Transcript(text: text, language: language)))
                }
                takesUnderstood += 1
            case .drop(let take): dropped.append(take)
            case .identify(let take, _, _): identified.append(take)
            case .begin(let turn, let said): begun.append((turn, said, time))
            case .cancel(let turn): cancelled.append(turn)
            case .judged(let wasSaid, _, _): judged.append(wasSaid)
            case .played: break
            }
        }
        for input in next { take(input) }
    }

    private mutating func tell(_ event: VoiceEvent) {
        switch event {
        case .listening: told.append("listening")
        case .asleep: told.append("asleep")
        case .wake: told.append("wake")
        case .speechStarted: told.append("started")
        case .speechEnded: told.append("ended")
        case .transcript(let transcript, let isFinal, _): told.append((isFinal ? "final:" : "partial:") + transcript.text)
        case .interrupted: told.append("interrupted")
        case .reply(.audio(_, let audio)):
            sent.append(audio)
            told.append("audio")
        case .reply(.text(let text)): told.append("text:" + text)
        case .reply(.done): told.append("done")
        case .reply: told.append("reply")
        case .failed(let problem): told.append("failed:" + problem.code.name)
        }
    }

    // MARK: the room

    mutating func pass(_ seconds: Double) {
        let end = time + seconds
        while time < end - step / 2 {
            time += step
            take(.heard(.reached(time: time)))
        }
    }

    mutating func silence(_ seconds: Double) { pass(seconds) }

    mutating func voice(_ seconds: Double) {
        take(.heard(.voiceStarted(time: time)))
        pass(seconds)
        take(.heard(.voiceStopped(time: time)))
    }

    /// A turn answers with a sentence of some seconds of audio.
    mutating func answer(_ turn: Int, _ text: String, seconds: Double) {
        take(.reply(turn, .text(delta: text)))
        take(.reply(turn, .sentence(index: 0, text: text)))
        if !floor.isHeld(turn) { take(.reply(turn, .audio(index: 0, AudioChunk(format: .speech, bytes: [UInt8](repeating: 1, count: Int(seconds * 32_000)))))) }
        let trace = TurnTrace(id: .init(), conversation: .init(), startedAt: Date(timeIntervalSince1970: 0), path: "skill:test", stages: [])
        take(.reply(turn, .done(TurnResult(conversation: trace.conversation, trace: trace, response: text, language: language))))
        take(.ended(turn, nil))
    }

    var lastTurn: Int { begun.last?.turn ?? 0 }
}
