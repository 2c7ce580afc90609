import Base
import Domain
import Testing

@testable import TurnTaking

/// What was heard badly is not done.
@Suite struct TrustTests {
    /// An order that a recogniser is so sure of.
    private func stage(_ confidence: Double?, engine: String? = "pocketsphinx", language: Language = .french) -> Stage {
        var stage = Stage(says: [nil], language: language)
        stage.silence(1)
        stage.voice(1)
        stage.silence(0.26)
        let text = language(fr: "allume la cuisine", en: "turn on the kitchen light")
        stage.take(.transcript(stage.opened[0].take, Transcript(text: text, language: language, confidence: confidence, engine: engine)))
        stage.silence(1)
        return stage
    }

    @Test(arguments: [0, 0.07, 0.39], [Language.french, .english])
    func whatIsHardlyAGuessIsNoOrder(_ confidence: Double, _ language: Language) {
        let stage = self.stage(confidence, language: language)
        #expect(stage.begun.isEmpty)
        #expect(stage.told == ["listening", "started", "ended", "failed:not_understood", "listening"])
    }

    @Test(arguments: [0.4, 0.6, 0.79]) func whatMayBeSomethingElseIsDoubtful(_ confidence: Double) {
        #expect(stage(confidence).begun.map(\.said.isDoubtful) == [true])
    }

    @Test(arguments: [0.8, 1, nil]) func whatIsSureIsNot(_ confidence: Double?) {
        #expect(stage(confidence).begun.map(\.said.isDoubtful) == [false])
    }

    /// The numbers of a recogniser that writes any speech mean other things.
    @Test func otherRecognisersAreBelieved() {
        #expect(stage(0.5, engine: "whisper").begun.map(\.said.isDoubtful) == [false])
        #expect(stage(0.1, engine: "whisper").begun.isEmpty)
    }

    @Test func whoCalledAndWasNotUnderstoodNeedNotCallAgain() {
        var stage = Stage(.wakeWords(["hey_jarvis"]), says: [nil, "allume la cuisine"])
        stage.silence(1)
        stage.take(.heard(.voiceStarted(time: stage.time)))
        stage.pass(0.8)
        stage.take(.heard(.wake(name: "hey_jarvis", score: 0.9, time: stage.time)))
        stage.pass(1)
        stage.take(.heard(.voiceStopped(time: stage.time)))
        stage.silence(0.26)
        let text = "ajoute du vin à la liste"
        stage.take(.transcript(stage.opened[0].take, Transcript(text: text, language: .french, confidence: 0.2, engine: "pocketsphinx")))
        stage.silence(1)
        #expect(stage.begun.isEmpty)
        #expect(stage.told.suffix(2) == ["failed:not_understood", "listening"])
        stage.voice(1)
        stage.silence(1)
        #expect(stage.begun.map(\.said.text) == ["allume la cuisine"])
    }

    @Test func aNoiseIntoAnAnswerDoesNotEndIt() {
        var stage = Stage(says: ["raconte", nil])
        stage.silence(1)
        stage.voice(1)
        stage.silence(1)
        stage.answer(stage.lastTurn, "Il était une fois.", seconds: 10)
        stage.silence(1)
        stage.take(.heard(.voiceStarted(time: stage.time)))
        stage.pass(0.6)
        stage.take(.heard(.voiceStopped(time: stage.time)))
        stage.silence(0.3)
        stage.take(.transcript(stage.opened[1].take, Transcript(text: "allume la cuisine", language: .french, confidence: 0.1, engine: "pocketsphinx")))
        stage.silence(1)
        #expect(stage.begun.count == 1 && stage.cancelled.isEmpty && stage.told.last == "audio" && stage.sent.count == 2)
    }

    @Test func aWakeIsJudgedByWhatWasSaid() {
        for (opinion, text) in [(WakeOpinion.refused, "le service est fermé"), (.said(rest: "allume la cuisine"), "hey jarvis allume la cuisine")] {
            var stage = Stage(.wakeWords(["hey_jarvis"]), says: [text], wake: { _ in opinion })
            stage.silence(1)
            stage.take(.heard(.voiceStarted(time: stage.time)))
            stage.pass(0.8)
            stage.take(.heard(.wake(name: "hey_jarvis", score: 0.9, time: stage.time)))
            stage.pass(1)
            stage.take(.heard(.voiceStopped(time: stage.time)))
            stage.silence(1)
            #expect(stage.judged == [opinion != .refused] && stage.begun.count == (opinion == .refused ? 0 : 1))
        }
    }

    /// English says too little of itself to refuse what is short; French is believed from a little on.
    @Test func aShortOrderIsTakenAtItsWord() {
        func trust(_ seconds: Double, _ language: Language, _ confidence: Double) -> Trust {
            let words = [Transcript.Word(text: "allume", start: 1, end: 1.4), Transcript.Word(text: "la cuisine", start: 1.4, end: 1 + seconds)]
            return Trust(Transcript(text: "allume la cuisine", language: language, words: words, confidence: confidence, engine: "pocketsphinx"))
        }
        #expect(trust(1.2, .english, 0.05) == .sure && trust(9, .english, 0.05) == .none)
        #expect(trust(1.2, .french, 0.05) == .none && trust(1.2, .french, 0.3) == .doubtful && trust(1.2, .french, 0.5) == .sure)
        #expect(trust(9, .french, 0.05) == .none)
    }
}
