import Base
import Domain
import TestSupport
import Testing

@testable import TurnTaking

/// Whatever happens in whatever order, a conversation comes to rest, and what it tells makes sense.
@Suite struct VoiceFloorFuzzTests {
    private static let texts = [
        "", "allume la cuisine", "allume la", "euh", "stop", "mm", "quel temps fait-il", "hey jarvis", "hey jarvis allume la cuisine", "arrête la musique",
    ]

    @Test(arguments: [VoiceSettings.Opening.speech, .wakeWords(["hey_jarvis"]), .button], [false, true])
    func everyConversationComesToRest(_ opening: VoiceSettings.Opening, _ tellsSpeakers: Bool) {
        for seed in 1...150 {
            var generator = SeededGenerator(seed: UInt64(seed))
            var room = Room(opening, tellsSpeakers: tellsSpeakers)
            for _ in 0..<120 { room.step(&generator, Self.texts) }
            room.comeToRest()
            #expect(room.stage.floor.isIdle, "seed \(seed)")
            #expect(room.stage.floor.answer == nil, "seed \(seed)")
            #expect(room.open.isEmpty, "every take is finished, dropped or lost: seed \(seed)")
            #expect(room.running == nil, "seed \(seed)")
            if opening == .speech { #expect(room.stage.told.last == "listening" || room.stage.told.last?.hasPrefix("failed") == true, "seed \(seed)") }
            if case .wakeWords = opening { #expect(room.stage.told.last { $0 == "listening" || $0 == "asleep" } == "asleep", "seed \(seed)") }
        }
    }
}

/// A stage on which everybody does as they like, within what they can.
private struct Room {
    var stage: Stage
    /// Takes that nobody has answered for.
    var open: Set<Int> = []
    private var finishing: Set<Int> = []
    private var unnamed: Set<Int> = []
    /// The turn that goes on.
    var running: Int?
    private var seen = (opened: 0, finished: 0, dropped: 0, begun: 0, cancelled: 0, identified: 0)
    private var isVoiced = false
    private var isDown = false

    init(_ opening: VoiceSettings.Opening, tellsSpeakers: Bool) { stage = Stage(opening, tellsSpeakers: tellsSpeakers) }

    mutating func step(_ generator: inout SeededGenerator, _ texts: [String]) {
        func text() -> String { texts.randomElement(using: &generator) ?? "" }
        switch Int.random(in: 0..<16, using: &generator) {
        case 0...3: pass(Double.random(in: 0...2, using: &generator))
        case 4, 5: isVoiced ? quiet() : loud()
        case 6: if let take = finishing.min() { answer(take, with: text()) }
        case 7: if let take = open.min() { stage.take(.partial(take, Transcript(text: text(), language: .french))) }
        case 8: if let take = open.min() { lose(take) }
        case 9:
            isDown.toggle()
            stage.take(.button(isDown: isDown, at: stage.time))
        case 10: stage.take(.stopped(at: stage.time))
        case 11: stage.take(Bool.random(using: &generator) ? .interrupted : .playbackEnded)
        case 12: stage.take(.text(text() + "?"))
        case 13: stage.take(.heard(.wake(name: "hey_jarvis", score: 0.8, time: stage.time)))
        case 14: if let take = unnamed.min() { name(take) }
        default: if let turn = running { finish(turn, Double.random(in: 0...3, using: &generator), asks: Bool.random(using: &generator)) }
        }
        look()
    }

    mutating func comeToRest() {
        quiet()
        if isDown { stage.take(.button(isDown: false, at: stage.time)) }
        isDown = false
        for _ in 0..<60 {
            look()
            if let take = finishing.min() { answer(take, with: "quel temps") }
            look()
            if let take = unnamed.min() { name(take) }
            look()
            if let turn = running { finish(turn, 1, asks: false) }
            pass(1)
        }
        look()
    }

    private mutating func loud() {
        isVoiced = true
        stage.take(.heard(.voiceStarted(time: stage.time)))
    }

    private mutating func quiet() {
        if isVoiced { stage.take(.heard(.voiceStopped(time: stage.time))) }
        isVoiced = false
    }

    private mutating func pass(_ seconds: Double) {
        stage.pass(seconds)
        look()
    }

    private mutating func answer(_ take: Int, with text: String) {
        open.remove(take)
        finishing.remove(take)
        stage.take(.transcript(take, Transcript(text: text, language: .french)))
    }

    private mutating func lose(_ take: Int) {
        open.remove(take)
        finishing.remove(take)
        stage.take(.lost(take, Problem(.unavailable, "gone")))
    }

    private mutating func name(_ take: Int) {
        unnamed.remove(take)
        stage.take(.speaker(take, .stranger))
    }

    private mutating func finish(_ turn: Int, _ seconds: Double, asks: Bool) {
        running = nil
        stage.answer(turn, asks ? "Lequel ?" : "Fait.", seconds: seconds)
    }

    /// What was asked for meanwhile.
    private mutating func look() {
        for opened in stage.opened[seen.opened...] { open.insert(opened.take) }
        for finished in stage.finished[seen.finished...] where open.contains(finished.take) { finishing.insert(finished.take) }
        for take in stage.identified[seen.identified...] { unnamed.insert(take) }
        for take in stage.dropped[seen.dropped...] {
            open.remove(take)
            finishing.remove(take)
            unnamed.remove(take)
        }
        for begun in stage.begun[seen.begun...] {
            #expect(running == nil, "one turn after the other")
            running = begun.turn
        }
        let cancelled = stage.cancelled[seen.cancelled...]
        seen = (stage.opened.count, stage.finished.count, stage.dropped.count, stage.begun.count, stage.cancelled.count, stage.identified.count)
        for turn in cancelled where turn == running {
            running = nil
            stage.take(.ended(turn, nil))
            look()
        }
    }
}
