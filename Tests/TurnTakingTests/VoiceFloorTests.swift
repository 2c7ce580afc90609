import Base
import Domain
import Testing

@testable import TurnTaking

/// How long after the last voiced sample the turn began.
private func patience(for text: String, language: Language = .french) -> Double {
    var stage = Stage(says: [text, text], language: language)
    stage.silence(1)
    stage.voice(1.5)
    let end = stage.time
    stage.silence(4)
    // Sums of steps of 0.02 are not exact.
    return (((stage.begun.first?.at ?? .infinity) - end) * 20).rounded(.down) / 20
}

@Suite struct EndpointTests {
    @Test func theEndOfSpeechIsFoundByWhatWasSaid() {
        #expect(patience(for: "allume la cuisine") == 0.3)
        #expect(patience(for: "turn on the kitchen light", language: .english) == 0.3)
        #expect(patience(for: "quel temps fera-t-il demain") == 0.7)
        #expect(patience(for: "rappelle-moi de") == 1.4)
        #expect(patience(for: "allume le salon et") == 1.4)
        #expect(patience(for: "remind me to", language: .english) == 1.4)
        #expect(patience(for: "je voudrais euh") == 1.8)
        #expect(patience(for: "put the heating, um", language: .english) == 1.8)
    }

    @Test func theTextIsWorkedOutBeforeTheEndIsDecided() {
        var stage = Stage(says: [nil])
        stage.silence(1)
        stage.voice(1)
        stage.silence(0.22)
        #expect(stage.finished.count == 1 && stage.begun.isEmpty && stage.told == ["listening", "started"])
        stage.silence(0.06)
        stage.take(.transcript(stage.opened[0].take, Transcript(text: "allume la cuisine", language: .french)))
        #expect(stage.begun.isEmpty, "0.28 s of silence end nothing")
        stage.silence(0.04)
        #expect(stage.begun.map(\.said.text) == ["allume la cuisine"] && stage.told == ["listening", "started", "ended", "final:allume la cuisine"])
    }

    @Test func theAudioJustBeforeTheVoiceBelongsToIt() {
        var stage = Stage(says: ["allume la cuisine"])
        stage.silence(3)
        stage.voice(1)
        #expect(stage.opened.count == 1 && abs(stage.opened[0].from - 2.5) < 0.001)
        #expect(stage.floor.needsAudioSince <= 2.5)
    }

    @Test func whoGoesOnSpeakingIsHeardAsAWhole() {
        var stage = Stage(says: ["rappelle-moi de", "rappelle-moi de sortir les poubelles"])
        stage.silence(1)
        stage.voice(1)
        stage.silence(0.9)
        #expect(stage.begun.isEmpty)
        stage.voice(1)
        stage.silence(2)
        #expect(stage.begun.map(\.said.text) == ["rappelle-moi de sortir les poubelles"])
        #expect(stage.opened.count == 2 && stage.opened[0].from == stage.opened[1].from && stage.dropped == [stage.opened[0].take])
        #expect(stage.told.filter { $0 == "started" || $0 == "ended" } == ["started", "ended"])
    }

    @Test func anEndWithoutTextIsTakenBackWhenTheTextShowsThatItWasNone() {
        var stage = Stage(says: [nil, "allume la lampe du bureau"])
        stage.silence(1)
        stage.voice(1)
        stage.silence(0.62)
        #expect(stage.told.last == "ended", "no text is known after 0.6 s")
        stage.voice(0.1)
        stage.take(.transcript(stage.opened[0].take, Transcript(text: "allume la lampe du", language: .french)))
        stage.voice(0.8)
        stage.silence(2)
        #expect(stage.begun.map(\.said.text) == ["allume la lampe du bureau"])
    }

    @Test func partialsShortenTheWait() {
        var stage = Stage(says: [nil])
        stage.silence(1)
        stage.take(.heard(.voiceStarted(time: 1)))
        stage.pass(1)
        stage.take(.partial(stage.opened[0].take, Transcript(text: "allume la cuisine", language: .french)))
        stage.take(.heard(.voiceStopped(time: 2)))
        stage.silence(0.32)
        #expect(stage.told.suffix(2) == ["partial:allume la cuisine", "ended"])
        stage.take(.transcript(stage.opened[0].take, Transcript(text: "Allume la cuisine.", language: .french)))
        #expect(stage.begun.count == 1)
    }

    @Test func endlessSpeechIsGivenUpInOneEvent() {
        var stage = Stage()
        stage.silence(1)
        stage.voice(40)
        stage.silence(2)
        #expect(stage.told == ["listening", "started", "ended", "failed:too_large", "listening"])
        stage.script = [nil, "allume la cuisine"]
        stage.voice(1)
        stage.silence(1)
        #expect(stage.begun.count == 0 && stage.opened.count == 2, "the next utterance is heard")
    }

    @Test func aCoughIsNoUtterance() {
        var stage = Stage()
        stage.silence(1)
        stage.voice(0.12)
        stage.silence(1)
        #expect(stage.told == ["listening", "started", "ended", "listening"] && stage.finished.isEmpty && stage.dropped.count == 1)
    }

    @Test func whatCannotBeUnderstoodIsToldAndTheNextIsHeard() {
        var stage = Stage(says: ["", "allume la cuisine"])
        stage.silence(1)
        stage.voice(1)
        stage.silence(1)
        #expect(stage.told == ["listening", "started", "ended", "final:", "listening"])
        stage.voice(1)
        stage.silence(1)
        #expect(stage.begun.count == 1)
    }

    @Test func aTranscriberThatDiesIsTriedOnceMoreAndThenTold() {
        var stage = Stage(says: [nil, nil, nil, "allume la cuisine"])
        let problem = Problem(.unavailable, "gone")
        stage.silence(1)
        stage.voice(1)
        stage.silence(0.3)
        stage.take(.lost(stage.opened[0].take, problem))
        #expect(stage.opened.count == 2 && stage.opened[1].from == stage.opened[0].from)
        stage.silence(0.1)
        stage.take(.lost(stage.opened[1].take, problem))
        #expect(stage.told.suffix(3) == ["ended", "failed:unavailable", "listening"])
        stage.voice(1)
        stage.silence(0.3)
        stage.take(.transcript(stage.opened[2].take, Transcript(text: "allume la cuisine", language: .french)))
        stage.silence(0.1)
        #expect(stage.begun.count == 1)
    }

    @Test func theSpeakerIsKnownBeforeTheTurnBegins() {
        var stage = Stage(says: ["allume la cuisine"], tellsSpeakers: true)
        stage.silence(1)
        stage.voice(1)
        stage.silence(0.5)
        #expect(stage.begun.isEmpty && stage.identified == [stage.opened[0].take])
        stage.take(.speaker(stage.opened[0].take, .stranger))
        #expect(stage.begun.map(\.said.speaker) == [.stranger])
    }
}

@Suite struct OpeningTests {
    private let wake = VoiceSettings.Opening.wakeWords(["hey_jarvis"])

    @Test func asleepNothingIsHeardButTheWakeWord() {
        var stage = Stage(wake)
        stage.silence(1)
        stage.voice(2)
        stage.silence(2)
        #expect(stage.told == ["asleep"] && stage.opened.isEmpty)
    }

    @Test func inOneBreathTheWakeWordIsCutOff() {
        var stage = Stage(wake, says: ["Hey Jarvis, allume la cuisine."])
        stage.silence(2)
        stage.take(.heard(.voiceStarted(time: 2)))
        stage.pass(0.8)
        stage.take(.heard(.wake(name: "hey_jarvis", score: 0.9, time: 2.8)))
        stage.pass(1)
        stage.take(.heard(.voiceStopped(time: stage.time)))
        let end = stage.time
        stage.silence(0.5)
        #expect(stage.told == ["asleep", "wake", "started", "ended", "final:allume la cuisine."])
        #expect(stage.opened[0].from <= 2 && (stage.begun.first?.at ?? 9) - end < 0.33)
    }

    @Test func afterTheWakeWordAloneSpeechIsAwaited() {
        var stage = Stage(wake, says: ["hey jarvis", "hey jarvis allume la cuisine"])
        stage.silence(2)
        stage.take(.heard(.voiceStarted(time: 2)))
        stage.pass(0.7)
        stage.take(.heard(.wake(name: "hey_jarvis", score: 0.9, time: 2.7)))
        stage.take(.heard(.voiceStopped(time: 2.7)))
        stage.silence(2.5)
        #expect(stage.told == ["asleep", "wake", "started"] && stage.begun.isEmpty)
        stage.voice(1)
        stage.silence(0.5)
        #expect(stage.begun.map(\.said.text) == ["allume la cuisine"])
    }

    @Test func withoutAnythingAfterItItFallsAsleepAgain() {
        var stage = Stage(wake, says: ["hey jarvis"])
        stage.silence(2)
        stage.take(.heard(.wake(name: "hey_jarvis", score: 0.9, time: 2)))
        stage.silence(6)
        #expect(stage.told == ["asleep", "wake", "listening", "asleep"] && stage.begun.isEmpty)
    }

    @Test func aWakeWordThatNobodySaidIsRefusedByTheText() {
        var stage = Stage(wake, says: ["j'arrive ce soir"], wake: { _ in .refused })
        stage.silence(2)
        stage.take(.heard(.voiceStarted(time: 2)))
        stage.pass(0.8)
        stage.take(.heard(.wake(name: "hey_jarvis", score: 0.5, time: 2.8)))
        stage.pass(1)
        stage.take(.heard(.voiceStopped(time: stage.time)))
        stage.silence(1)
        #expect(stage.told == ["asleep", "wake", "started", "ended", "asleep"] && stage.begun.isEmpty)
    }

    @Test func aFollowUpNeedsNoWakeWordForSomeSeconds() {
        for (answer, seconds) in [("C'est allumé.", 4.0), ("Laquelle ?", 8.0)] {
            var stage = Stage(wake, says: ["hey jarvis allume la cuisine", "oui"])
            stage.silence(2)
            stage.take(.heard(.wake(name: "hey_jarvis", score: 0.9, time: 2)))
            stage.voice(1)
            stage.silence(0.5)
            stage.answer(stage.lastTurn, answer, seconds: 2)
            stage.silence(1.9)
            #expect(stage.told.last == "done", "while it is heard, nobody is asked")
            stage.silence(0.2)
            #expect(stage.told.last == "listening")
            var late = stage
            stage.silence(seconds - 0.5)
            #expect(stage.told.last == "listening")
            stage.voice(0.5)
            stage.silence(0.4)
            #expect(stage.begun.last?.said.text == "oui" && stage.begun.count == 2)
            late.silence(seconds + 0.1)
            #expect(late.told.last == "asleep")
            late.voice(1)
            late.silence(1)
            #expect(late.begun.count == 1)
        }
    }

    @Test func theWindowIsTimedFromTheEndOfPlaybackThatTheClientTells() {
        var stage = Stage(wake, says: ["hey jarvis allume la cuisine"])
        stage.silence(2)
        stage.take(.heard(.wake(name: "hey_jarvis", score: 0.9, time: 2)))
        stage.voice(1)
        stage.silence(0.5)
        stage.answer(stage.lastTurn, "C'est allumé.", seconds: 20)
        stage.silence(1)
        stage.take(.playbackEnded)
        #expect(stage.told.last == "listening")
        stage.silence(4.1)
        #expect(stage.told.last == "asleep")
    }

    @Test func withTheButtonOnlyWhatIsHeldIsSaid() {
        var stage = Stage(.button, says: ["quel temps fait-il", ""])
        stage.silence(1)
        stage.voice(1)
        #expect(stage.told.isEmpty)
        stage.silence(1)
        stage.take(.button(isDown: true, at: stage.time))
        stage.voice(1)
        stage.silence(3)
        stage.voice(1)
        #expect(stage.begun.isEmpty, "silence ends nothing while the button is held")
        stage.take(.button(isDown: false, at: stage.time))
        #expect(stage.told == ["listening", "started", "ended", "final:quel temps fait-il"] && stage.begun.count == 1)
        stage.answer(stage.lastTurn, "Beau.", seconds: 0.1)
        stage.silence(1)
        stage.take(.button(isDown: true, at: stage.time))
        stage.silence(1)
        stage.take(.button(isDown: false, at: stage.time))
        #expect(stage.told.last == "failed:not_understood")
    }

    @Test func theEndOfARecordingIsTheEndOfTheUtterance() {
        var stage = Stage(says: ["rappelle-moi de"])
        stage.silence(1)
        stage.take(.heard(.voiceStarted(time: 1)))
        stage.pass(1)
        stage.take(.stopped(at: stage.time))
        #expect(stage.begun.map(\.said.text) == ["rappelle-moi de"])
        stage.take(.stopped(at: stage.time))
        #expect(stage.told.last == "failed:not_understood", "a recording in which nobody speaks")
    }
}

@Suite struct BargeInTests {
    /// Somebody has asked, and is being told for ten seconds.
    private func answering(_ script: [String?], _ text: String = "Il fera beau demain dans toute la région avec un peu de vent le soir") -> Stage {
        var stage = Stage(says: ["quel temps fera-t-il demain"] + script)
        stage.silence(1)
        stage.voice(1)
        stage.silence(1)
        stage.answer(stage.lastTurn, text, seconds: 10)
        stage.silence(2)
        stage.told = []
        return stage
    }

    @Test func voiceStopsTheAnswerAtOnceAndIsTheNextUtterance() {
        var stage = answering(["allume la cuisine"])
        stage.take(.heard(.voiceStarted(time: stage.time)))
        #expect(stage.told.first == "interrupted")
        stage.pass(1)
        stage.take(.heard(.voiceStopped(time: stage.time)))
        stage.silence(0.4)
        #expect(stage.told == ["interrupted", "started", "ended", "final:allume la cuisine"] && stage.begun.count == 2)
    }

    @Test func afterACoughTheRestIsSentAgain() {
        var stage = answering([])
        let before = stage.sent.count, at = stage.time
        stage.voice(0.1)
        // The client has cut it off.
        stage.take(.playbackEnded)
        stage.silence(0.3)
        #expect(stage.told == ["interrupted", "started", "ended", "audio"] && stage.begun.count == 1)
        let rest = stage.sent[before...].reduce(0) { $0 + $1.duration }
        #expect(abs(rest - (10 - (at - 3) + 0.2)) < 0.05, "from a little before where it was cut off: \(rest)")
        stage.silence(rest - 0.2)
        #expect(stage.told.last == "audio")
        stage.silence(0.5)
        #expect(stage.told.last == "listening")
    }

    @Test(arguments: ["stop", "Tais-toi !", "chut", "arrête", "Silence.", "ça suffit", "shut up", "be quiet", "never mind", "Jarvis, stop"])
    func aStopWordEndsTheAnswerAndNothingElseHappens(_ word: String) {
        var stage = answering([word])
        stage.voice(0.5)
        stage.silence(1)
        #expect(stage.told == ["interrupted", "started", "ended", "final:\(word)", "listening"] && stage.begun.count == 1)
    }

    @Test func stoppingSomethingElseIsAnOrder() {
        var stage = answering(["arrête la musique"])
        stage.voice(0.8)
        stage.silence(0.5)
        #expect(stage.begun.last?.said.text == "arrête la musique" && stage.begun.count == 2)
        var quiet = Stage(says: ["stop"])
        quiet.silence(1)
        quiet.voice(0.5)
        quiet.silence(1)
        #expect(quiet.begun.map(\.said.text) == ["stop"], "when nothing is being said, it is for the assistant")
    }

    @Test func hisOwnVoiceIsNoAnswer() {
        // Two of ten seconds in: "beau demain dans".
        var stage = answering(["beau demain dans"])
        stage.voice(0.4)
        stage.silence(1)
        #expect(stage.begun.count == 1)
        #expect(stage.told == ["interrupted", "started", "ended", "audio"])
        var other = answering(["un peu de vent"])
        other.voice(0.4)
        other.silence(1)
        #expect(other.begun.count == 2, "what is said much later is no echo")
    }

    @Test func mhmIsNoAnswer() {
        var stage = answering(["mm hmm"])
        stage.voice(0.4)
        stage.silence(2)
        #expect(stage.begun.count == 1 && stage.told.contains("audio"))
    }

    @Test func theClientMayInterruptToo() {
        var stage = answering([])
        stage.take(.interrupted)
        #expect(stage.told == ["interrupted", "listening"])
        stage.silence(10)
        #expect(stage.told.count == 2)
        stage.take(.interrupted)
        #expect(stage.told.count == 2, "there is nothing to interrupt")
    }

    @Test func whatIsThoughtIsGivenUpAndWhatIsDoneIsNot() {
        for hasBegun in [true, false] {
            var stage = Stage(says: ["allume la cuisine", "eteins la cuisine"])
            stage.silence(1)
            stage.voice(1)
            stage.silence(0.4)
            let first = stage.lastTurn
            if hasBegun { stage.take(.reply(first, .thinking)) }
            stage.voice(1)
            #expect(stage.floor.isHeld(first))
            stage.silence(0.4)
            #expect(stage.cancelled == (hasBegun ? [first] : []))
            #expect(stage.begun.count == 1, "one turn after the other")
            #expect(!stage.floor.isHeld(first))
            stage.answer(first, "C'est allumé.", seconds: 1)
            #expect(!stage.told.contains("audio"), "nobody wants to hear it any more")
            #expect(stage.begun.count == 2)
            stage.answer(stage.lastTurn, "C'est éteint.", seconds: 1)
            #expect(stage.told.contains("audio"))
        }
    }

    @Test func anAnswerWaitsForWhoSpeaksAlready() {
        var stage = Stage(says: ["quel temps fera-t-il", nil])
        stage.silence(1)
        stage.voice(1)
        stage.silence(0.8)
        let turn = stage.lastTurn
        stage.take(.heard(.voiceStarted(time: stage.time)))
        #expect(stage.floor.isHeld(turn) && !stage.told.contains("interrupted"))
        stage.pass(0.1)
        stage.take(.heard(.voiceStopped(time: stage.time)))
        stage.silence(0.3)
        #expect(!stage.floor.isHeld(turn), "it was a cough")
    }

    @Test func manyUtterancesDoNotQueueUpForever() {
        var stage = Stage(says: Array(repeating: "allume la cuisine", count: 9))
        for _ in 0..<9 { stage.take(.text("heure ?")) }
        #expect(stage.begun.count == 1 && stage.told.filter { $0 == "failed:too_many_requests" }.count == 4)
        stage.answer(stage.lastTurn, "Dix heures.", seconds: 1)
        #expect(stage.begun.count == 2)
    }

    @Test func aTurnThatFailsIsToldAndTheNextIsHeard() {
        var stage = Stage(says: ["allume la cuisine", "allume la cuisine"])
        stage.silence(1)
        stage.voice(1)
        stage.silence(0.4)
        stage.take(.ended(stage.lastTurn, Problem(.unavailable, "no")))
        #expect(stage.told.suffix(2) == ["failed:unavailable", "listening"])
        stage.voice(1)
        stage.silence(0.4)
        #expect(stage.begun.count == 2)
    }
}

@Suite struct RightsTests {
    private let owner = Principal(household: .init(), user: .init(), role: .owner, name: "A")

    @Test func aVoiceNeverOpensMoreThanTheConnection() {
        let member = User(household: owner.household, name: "B", role: .member, language: .french, createdAt: .distantPast)
        let known = Speaker.known(member.id, name: "B", score: 0.9)
        let theirs = Rights(of: known, user: member, on: owner)
        #expect(theirs.principal.user == member.id && theirs.principal.role == .member && theirs.principal.assurance == .voice)
        let child = Principal(household: owner.household, user: .init(), role: .child, name: "C")
        #expect(Rights(of: known, user: member, on: child).principal.role == .child)
        let neighbour = User(household: .init(), name: "D", role: .owner, language: .french, createdAt: .distantPast)
        #expect(Rights(of: .known(neighbour.id, name: "D", score: 1), user: neighbour, on: owner).principal.role == .guest)
    }

    @Test func aStrangerIsAGuestAndWhoSignedInIsThemself() {
        let stranger = Rights(of: .stranger, user: nil, on: owner)
        #expect(stranger.principal.role == .guest && stranger.principal.assurance == .voice && stranger.principal.household == owner.household)
        #expect(Rights(of: nil, user: nil, on: owner) == Rights(of: .known(owner.user, name: "A", score: 1), user: nil, on: owner))
        #expect(Rights(of: nil, user: nil, on: owner).principal.assurance == .token)
    }
}

@Suite struct WakeWordTests {
    @Test(arguments: [
        ("Hey Jarvis, allume la cuisine", "allume la cuisine"), ("eh gervais éteins tout", "éteins tout"),
        ("Jarvis quelle heure est-il ?", "quelle heure est-il ?"),
        ("hey jarvis", ""), ("allume la cuisine", "allume la cuisine"), ("", ""),
    ])
    func theWakeWordIsCutHoweverItWasSpelled(_ text: String, _ rest: String) {
        #expect(WakeOpinion.leavingOut(text) == .said(rest: rest))
    }
}
