import Base
import Domain
import Foundation
import Testing
import Wyoming

@testable import Satellites

/// What a satellite is told, and when, without a wire.
@Suite struct DialogueTests {
    private static let start = Date(timeIntervalSince1970: 1_000_000)
    private static let run = Wyoming.Message.satellite(.runPipeline(start: "asr", end: "tts", restarts: false))
    private static let question = TurnResult(
        conversation: .init(), trace: TurnTrace(conversation: .init(), startedAt: start, path: "test", stages: []), response: "Dans quelle pièce ?",
        language: .french)

    /// The events that are sent, by their types, and what else is done, by name.
    private func names(_ actions: [Dialogue.Action]) -> [String] {
        actions.map { action in
            switch action {
            case .send(let message): message.event.type
            case .open(let opening): "open \(opening)"
            case .hear(.audio): "audio"
            case .hear(let input): "\(input)"
            case .claim: "claim"
            case .duck(let isOn): isOn ? "lower" : "raise"
            case .play: "play"
            case .endOfAnswer: "end"
            case .silence: "silence"
            }
        }
    }

    private func awake(holdsOpen: Bool) -> Dialogue {
        var dialogue = Dialogue(name: "kitchen", wakeWords: ["hey_jarvis"], holdsOpen: holdsOpen)
        #expect(names(dialogue.received(Self.run, now: Self.start)) == ["open speech", "claim"])
        #expect(names(dialogue.judged(isWon: true, now: Self.start)) == ["silence", "lower"])
        return dialogue
    }

    private func said(_ dialogue: inout Dialogue) {
        _ = dialogue.heard(.speechStarted, now: Self.start)
        _ = dialogue.heard(.transcript(Domain.Transcript(text: "allume", language: .french), isFinal: true, speaker: nil), now: Self.start)
    }

    @Test func oneThatNobodySpeaksToGoesBackToItsWakeWord() {
        var dialogue = awake(holdsOpen: false)
        #expect(dialogue.tick(now: Self.start + 7.9).isEmpty)
        #expect(names(dialogue.tick(now: Self.start + 8)) == ["transcript", "raise"])
        #expect(dialogue.tick(now: Self.start + 60).isEmpty)
    }

    @Test func ourOwnKeepsListeningWhileItIsAnsweredAndAfterAQuestion() {
        var dialogue = awake(holdsOpen: true)
        said(&dialogue)
        let piece = Wyoming.Message.audioChunk(AudioLayout(rate: 16_000), [0, 0])
        #expect(names(dialogue.received(piece, now: Self.start)) == ["audio"])
        _ = dialogue.heard(.reply(.audio(index: 0, AudioChunk(format: .speech, bytes: [0, 0]))), now: Self.start)
        #expect(names(dialogue.heard(.reply(.done(Self.question)), now: Self.start)) == ["end"])
        dialogue.playing(until: Self.start + 2)
        #expect(dialogue.tick(now: Self.start + 2.4).isEmpty)
        #expect(names(dialogue.received(.satellite(.played), now: Self.start + 2.4)) == ["playbackEnded"])
        #expect(names(dialogue.received(piece, now: Self.start + 3)) == ["audio"])
        #expect(names(dialogue.tick(now: Self.start + 10.4)) == ["transcript", "raise"])
        #expect(dialogue.received(piece, now: Self.start + 11).isEmpty)
    }

    @Test func oneThatDoesNotSayThatItPlayedIsTakenToHavePlayedInTime() {
        var dialogue = awake(holdsOpen: false)
        said(&dialogue)
        _ = dialogue.heard(.reply(.audio(index: 0, AudioChunk(format: .speech, bytes: [0, 0]))), now: Self.start)
        _ = dialogue.heard(.reply(.done(Self.question)), now: Self.start)
        #expect(!dialogue.isQuiet)
        dialogue.playing(until: Self.start + 2)
        #expect(names(dialogue.tick(now: Self.start + 2.5)) == ["playbackEnded", "raise"])
        #expect(dialogue.isQuiet)
    }

    @Test func musicStaysLowUntilTheTalkIsOver() {
        var dialogue = Dialogue(name: "kitchen", wakeWords: ["hey_jarvis"], holdsOpen: false)
        _ = dialogue.received(.satellite(.runPipeline(start: "wake", end: "tts", restarts: true)), now: Self.start)
        _ = dialogue.heard(.wake(name: "hey_jarvis"), now: Self.start)
        _ = dialogue.judged(isWon: true, now: Self.start)
        said(&dialogue)
        _ = dialogue.heard(.reply(.audio(index: 0, AudioChunk(format: .speech, bytes: [0, 0]))), now: Self.start)
        _ = dialogue.heard(.reply(.done(Self.question)), now: Self.start)
        #expect(names(dialogue.received(.satellite(.played), now: Self.start + 2)) == ["playbackEnded"])
        #expect(!dialogue.isQuiet)
        #expect(names(dialogue.heard(.asleep, now: Self.start + 9)) == ["raise"])
        #expect(dialogue.isQuiet && dialogue.isRival)
    }

    @Test func whatIsNeverAnsweredEndsToo() {
        for holdsOpen in [true, false] {
            var dialogue = awake(holdsOpen: holdsOpen)
            said(&dialogue)
            #expect(dialogue.tick(now: Self.start + 29).isEmpty)
            #expect(names(dialogue.tick(now: Self.start + 30)) == (holdsOpen ? ["transcript", "raise"] : ["raise"]))
        }
    }

    @Test func aRoomThatLostRestsAndHearsTheNextWakeWord() {
        var dialogue = Dialogue(name: "kitchen", wakeWords: ["hey_jarvis"], holdsOpen: false)
        _ = dialogue.received(.satellite(.runPipeline(start: "wake", end: "tts", restarts: true)), now: Self.start)
        #expect(names(dialogue.heard(.wake(name: "hey_jarvis"), now: Self.start)) == ["claim"])
        #expect(dialogue.heard(.speechStarted, now: Self.start).isEmpty)
        #expect(names(dialogue.judged(isWon: false, now: Self.start)) == ["interrupted"])
        #expect(dialogue.heard(.asleep, now: Self.start + 1).isEmpty && dialogue.heard(.wake(name: "hey_jarvis"), now: Self.start + 1).isEmpty)
        // Also when the desk says no more.
        _ = dialogue.tick(now: Self.start + 10)
        #expect(names(dialogue.heard(.wake(name: "hey_jarvis"), now: Self.start + 11)) == ["claim"])
        #expect(names(dialogue.judged(isWon: true, now: Self.start + 11)) == ["silence", "lower", "detection"])
    }

    @Test func aDeskThatFailsIsTriedAgainLaterAndLater() {
        var dialogue = Dialogue(name: "kitchen", wakeWords: ["hey_jarvis"], holdsOpen: false)
        var now = Self.start
        _ = dialogue.received(.satellite(.runPipeline(start: "wake", end: "tts", restarts: true)), now: now)
        for pause in [1.0, 2, 4, 8, 16, 32, 60, 60] {
            _ = dialogue.ended(nil, now: now)
            #expect(dialogue.tick(now: now + pause - 0.1).isEmpty)
            now += pause
            #expect(names(dialogue.tick(now: now)).first == "open wakeWords([\"hey_jarvis\"])")
        }
    }

    @Test func otherRatesChannelsAndWidthsAreTakenOrRefused() {
        var dialogue = awake(holdsOpen: false)
        let stereo: [UInt8] = Array(repeating: [16, 0, 32, 0], count: 960).flatMap { $0 }, mono: [UInt8] = Array(repeating: [24, 0], count: 320).flatMap { $0 }
        guard case .hear(.audio(let chunk))? = dialogue.received(.audioChunk(AudioLayout(rate: 48_000, channels: 2), stereo), now: Self.start).first else {
            Issue.record("not heard")
            return
        }
        #expect(chunk.format == .speech && chunk.bytes == mono)
        #expect(names(dialogue.received(.audioChunk(AudioLayout(rate: 16_000, width: 4), [0, 0, 0, 0]), now: Self.start)) == ["error"])
    }

    @Test func namesOfAreasAreFoundInAnyWriting() {
        let model = HomeModel(areas: [.init(id: "salle_a_manger", name: "Salle à manger", aliases: ["Grande pièce"]), .init(id: "cuisine", name: "Cuisine")])
        for text in ["salle_a_manger", "Salle à manger", "SALLE A MANGER", "grande piece"] { #expect(model.area(named: [text]) == "salle_a_manger") }
        #expect(model.area(named: ["pi-4", "cuisine"]) == "cuisine" && model.area(named: ["pi-4", ""]) == nil)
    }

    @Test func placesAreReadFromTheConfiguration() throws {
        let places = try SatellitePlace.list("kitchen=tcp://192.0.2.7:10701, salon=tcp://pi.local")
        #expect(places.map(\.endpoint.description) == ["tcp://192.0.2.7:10701", "tcp://pi.local:10700"] && places.map(\.name) == ["kitchen", "salon"])
        for bad in ["kitchen", "=tcp://x:1", "kitchen=http://x:1", "a=tcp://x:1,a=tcp://y:1", "a=tcp://x:99999"] {
            #expect(throws: Problem.self) { try SatellitePlace.list(bad) }
        }
    }
}
