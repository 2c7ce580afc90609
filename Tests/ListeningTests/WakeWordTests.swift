import Foundation
import TestSupport
import Testing

@testable import Listening

@Suite struct WakeWordTests {
    private func listener(_ engine: WakeEngine, words: [String] = ["hey_jarvis"]) throws -> WakeWord {
        try WakeWord(WakeModels(folder: Sounds.models, words: words, engine: engine))
    }

    private func wakes(_ listener: WakeWord, in samples: [Int16], chunk: Int = 1000) -> [Wake] {
        stride(from: 0, to: samples.count, by: chunk).flatMap { listener.feed(samples[$0..<min(samples.count, $0 + chunk)]) }
    }

    @Test func findsItsModels() {
        #expect(WakeModels.words(in: Sounds.models).contains("hey_jarvis"))
        #expect(WakeModels.words(in: Sounds.models, engine: .open).contains("hey_jarvis"))
        #expect(WakeModels.words(in: "/nowhere").isEmpty)
    }

    @Test func refusesWhatIsNoModel() throws {
        #expect(throws: ListeningError.missing("\(Sounds.models)/microwakeword/hey_nobody.json")) {
            _ = try WakeModels(folder: Sounds.models, words: ["hey_nobody"])
        }
        let folder = try Paths.temporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.file("microwakeword"), withIntermediateDirectories: true)
        try Data("{\"model\":\"junk.tflite\",\"micro\":{\"probability_cutoff\":0.9,\"sliding_window_size\":5,\"feature_step_size\":10}}".utf8)
            .write(to: URL(filePath: folder.file("microwakeword/junk.json")))
        try Data((0..<5000).map { UInt8($0 % 251) }).write(to: URL(filePath: folder.file("microwakeword/junk.tflite")))
        #expect(throws: ListeningError.self) { _ = try WakeModels(folder: folder.url.path, words: ["junk"]) }
    }

    @Test(.enabled(if: Sounds.hasRecordings, "needs shared/data/wake beside the checkout"), arguments: [WakeEngine.micro, .either], ["1", "2", "3"])
    func hearsRecordedPeople(engine: WakeEngine, name: String) throws {
        let word = try Sounds.recording("wake/tests/hey_jarvis/\(name).wav")
        let found = wakes(try listener(engine), in: Sounds.silence(1) + word + Sounds.silence(1))
        #expect(found.map(\.name) == ["hey_jarvis"])
        #expect(found.allSatisfy { $0.time > 1.2 && $0.time < 2 + Double(word.count) / 16000 && $0.score > 0.3 && $0.score <= 1 })
    }

    @Test(.enabled(if: Sounds.hasRecordings, "needs shared/data/wake beside the checkout"), arguments: ["alexa/1", "hey_mycroft/2", "computer/hey_peppa_pig"])
    func otherWordsAreNotHeard(name: String) throws {
        let found = wakes(try listener(.either), in: Sounds.silence(1) + (try Sounds.recording("wake/tests/\(name).wav")) + Sounds.silence(1))
        #expect(found.isEmpty)
    }

    @Test(.enabled(if: Sounds.hasRecordings, "needs shared/data/wake beside the checkout"), arguments: WakeEngine.allCases)
    func chunksMakeNoDifference(engine: WakeEngine) throws {
        let sound = Sounds.silence(0.7) + (try Sounds.recording("wake/tests/hey_jarvis/2.wav")) + Sounds.silence(1)
        let models = try WakeModels(folder: Sounds.models, words: ["hey_jarvis"], engine: engine)
        let whole = wakes(try WakeWord(models), in: sound, chunk: sound.count)
        #expect(whole.count == 1)
        for chunk in [1, 37, 1280, 16000] {
            #expect(wakes(try WakeWord(models), in: sound, chunk: chunk) == whole)
        }
    }

    @Test(.enabled(if: Sounds.hasRecordings, "needs shared/data/wake beside the checkout"), arguments: [WakeEngine.micro, .open])
    func aWordBehindSilenceIsNotCut(engine: WakeEngine) throws {
        let listener = try listener(engine)
        let word = try Sounds.recording("wake/tests/hey_jarvis/2.wav")
        listener.isAwake = false
        #expect(wakes(listener, in: Sounds.silence(30) + word[..<12000]).isEmpty)
        // Only in the middle of the word is it known that somebody speaks.
        listener.isAwake = true
        let found = wakes(listener, in: Array(word[12000...]) + Sounds.silence(1))
        #expect(found.count == 1)
        #expect(found.allSatisfy { $0.time > 30.2 && $0.time < 33 })
    }

    @Test(arguments: WakeEngine.allCases) func noiseWakesNobody(engine: WakeEngine) throws {
        let sounds = [Sounds.noise(4, level: 3000), Array(repeating: Int16.max, count: 32000), (0..<32000).map { $0 / 40 % 2 == 0 ? .max : .min }]
        let listener = try listener(engine)
        for sound in sounds { #expect(wakes(listener, in: sound).isEmpty) }
        #expect(listener.counters == WakeCounters())
    }
}

@Suite struct WakeDecisionTests {
    @Test func takesSeveralInARowAndRests() {
        var decision = WakeDecision(threshold: 0.5, frames: 2)
        #expect(decision.feed(0.9, at: 1) == nil)
        #expect(decision.feed(0.4, at: 1.1) == nil)
        #expect(decision.feed(0.9, at: 1.2) == nil)
        #expect(decision.feed(0.6, at: 1.3) == 0.9)
        #expect(decision.feed(0.9, at: 1.4) == nil)
        #expect(decision.feed(0.9, at: 2.5) == nil)
        #expect(decision.feed(0.7, at: 3) == 0.9)
    }

    @Test func becomesCautiousAndForgets() {
        var decision = WakeDecision(threshold: 0.5, frames: 1)
        decision.learn(accepted: false, at: 0)
        decision.learn(accepted: false, at: 0)
        let raised = decision.bar(at: 0)
        #expect(abs(raised - 0.65) < 0.001)
        #expect(abs(decision.bar(at: 1800) - 0.575) < 0.001)
        #expect(decision.bar(at: 100_000) < 0.501)
        for _ in 0..<50 { decision.learn(accepted: false, at: 0) }
        #expect(decision.bar(at: 0) < 0.9)
        for _ in 0..<50 { decision.learn(accepted: true, at: 0) }
        #expect(decision.bar(at: 0) == 0.5)
    }

    @Test func isEasierInALoudPlace() {
        var decision = WakeDecision(threshold: 0.9, frames: 1)
        decision.loudness = 0.5
        #expect(abs(decision.bar(at: 0) - 0.85) < 0.001)
        decision.loudness = 50
        #expect(abs(decision.bar(at: 0) - 0.8) < 0.001)
        decision.loudness = -50
        #expect(decision.bar(at: 0) == 0.9)
    }
}
