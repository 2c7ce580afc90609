import Foundation
import TestSupport
import Testing

@testable import Listening

@Suite struct EarsTests {
    private func ears(suppressesNoise: Bool = false) throws -> Ears {
        let models = try WakeModels(folder: Sounds.models, words: ["hey_jarvis"])
        return try Ears(
            Ears.Request(voiceModel: "\(Sounds.models)/silero_vad.onnx", wakeModels: models, suppressesNoise: suppressesNoise))
    }

    private func events(_ ears: Ears, in samples: [Int16], chunk: Int) -> [Ears.Event] {
        stride(from: 0, to: samples.count, by: chunk).flatMap { ears.append(Array(samples[$0..<min(samples.count, $0 + chunk)])) }
    }

    @Test(.enabled(if: Sounds.hasRecordings, "needs shared/data beside the checkout")) func hearsACallAndWhatFollows() throws {
        let sound =
            Sounds.silence(5) + (try Sounds.recording("wake/tests/hey_jarvis/3.wav")) + Sounds.silence(0.5)
            + (try Sounds.recording("speech/speech_cheetah/test_fr.wav")) + Sounds.silence(1)
        func isTelling(_ event: Ears.Event) -> Bool { if case .reached = event { false } else { true } }
        let whole = events(try ears(), in: sound, chunk: sound.count).filter(isTelling)
        #expect(whole.count { if case .wake = $0 { true } else { false } } == 1)
        guard case .voiceStarted(let start)? = whole.first, case .voiceStopped(let end)? = whole.last else {
            Issue.record("it does not begin and end with a voice: \(whole)")
            return
        }
        #expect(start >= 4.9 && start < 5.6)
        #expect(end < Double(sound.count) / 16000 - 0.8)
        for chunk in [1, 333, 16000] { #expect(events(try ears(), in: sound, chunk: chunk).filter(isTelling) == whole) }
    }

    @Test func saysHowFarItHasListened() throws {
        let found = events(try ears(), in: Sounds.silence(2), chunk: 1000)
        guard case .reached(let time)? = found.last else {
            Issue.record("nothing was reached")
            return
        }
        #expect(time > 1.9 && time <= 2)
        #expect(found.allSatisfy { if case .reached = $0 { true } else { false } })
    }

    @Test func takesSteadyNoiseOut() throws {
        let noise = Sounds.noise(6, level: 800)
        let clean = events(try ears(suppressesNoise: true), in: noise, chunk: 4000).flatMap {
            if case .cleaned(let samples) = $0 { samples } else { [Int16]() }
        }
        #expect(clean.count == noise.count / 256 * 256)
        #expect(Sounds.level(clean[48000...]) < Sounds.level(noise) / 4)
    }

    @Test func badSoundsMakeNoTrouble() throws {
        let ears = try ears(suppressesNoise: true)
        var random = SeededGenerator(seed: 9)
        for _ in 0..<200 {
            let kind = Int.random(in: 0..<5, using: &random)
            let count = Int.random(in: 0...3000, using: &random)
            let value = Int16.random(in: .min ... .max, using: &random)
            let sound: [Int16] = (0..<count).map { index in
                switch kind {
                case 0: 0
                case 1: value
                case 2: index.isMultiple(of: 2) ? .max : .min
                case 3: .min
                default: Int16.random(in: .min ... .max, using: &random)
                }
            }
            for case .wake(let wake) in ears.append(sound) { Issue.record("woken by noise: \(wake)") }
        }
    }
}
