import Foundation
import TestSupport
import Testing

@testable import Listening

@Suite struct VoiceActivityTests {
    private func detector() throws -> VoiceActivity { try VoiceActivity(model: "\(Sounds.models)/silero_vad.onnx") }

    private func events(_ detector: VoiceActivity, in samples: [Int16], chunk: Int = 800) -> [VoiceActivity.Event] {
        stride(from: 0, to: samples.count, by: chunk).flatMap { detector.feed(samples[$0..<min(samples.count, $0 + chunk)]) }
    }

    /// Cut out of the middle of talk, so that it is known to the sample where the voice begins and ends.
    @Test(
        .enabled(if: Sounds.hasRecordings, "needs shared/data beside the checkout"),
        arguments: [("fr", 1.0, 2.2), ("fr", 2.0, 3.0), ("en", 0.9, 1.9), ("en", 1.5, 3.0)])
    func knowsWhenSpeechBeginsAndEnds(language: String, first: Double, last: Double) throws {
        let talk = try Sounds.recording("speech/speech_cheetah/test_\(language).wav")
        let speech = Sounds.silence(2) + talk[Int(first * 16000)..<Int(last * 16000)] + Sounds.silence(2)
        let found = events(try detector(), in: speech)
        let starts = found.compactMap { if case .started(let time) = $0 { time } else { nil } }
        let stops = found.compactMap { if case .stopped(let time) = $0 { time } else { nil } }
        let start = try #require(starts.first)
        let stop = try #require(stops.last)
        #expect(abs(start - 2) < 0.1, "began at \(start)")
        #expect(abs(stop - 2 - last + first) < 0.1, "ended at \(stop)")
        #expect(starts.count == stops.count)
    }

    @Test func silenceCostsNoModel() throws {
        let detector = try detector()
        #expect(events(detector, in: Sounds.silence(20)).isEmpty)
        #expect(detector.modelFrames == 0)
        #expect(detector.reached == 20)
        #expect(events(detector, in: Sounds.noise(20, level: 60)).isEmpty)
        #expect(detector.modelFrames < 100)
    }

    @Test func noiseAndClippingAreNotSpeech() throws {
        let detector = try detector()
        let sounds = [
            Sounds.noise(5, level: 4000), Array(repeating: Int16.max, count: 40000), (0..<40000).map { $0 / 80 % 2 == 0 ? Int16.max : .min },
            (0..<40000).map { Int16(12000 * sin(Double($0) * 0.17)) },
        ]
        var voiced = 0
        for sound in sounds { voiced += events(detector, in: sound).count }
        #expect(voiced <= 4)
    }

    @Test(.enabled(if: Sounds.hasRecordings, "needs shared/data beside the checkout")) func chunksAndDirectCurrentMakeNoDifference() throws {
        let speech = Sounds.silence(1) + (try Sounds.recording("speech/speech_cheetah/test_fr.wav")) + Sounds.silence(1)
        let whole = events(try detector(), in: speech, chunk: speech.count)
        for chunk in [1, 511, 16000] { #expect(events(try detector(), in: speech, chunk: chunk) == whole) }
        let shifted = speech.map { Int16(clamping: Int($0) + 3000) }
        let found = events(try detector(), in: shifted)
        #expect(found.count == whole.count)
    }
}
