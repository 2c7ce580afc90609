import TestSupport
import Testing

@testable import Recognition

private let model = Paths.shared("data/models/asr_pocketsphinx_fr_ci_derived")

/// A small French model, on recordings of people among the sentences of a home.
@Suite(.enabled(if: model != nil && Paths.shared("data/speech") != nil, "needs shared/data/models and shared/data/speech beside the checkout"))
struct FrenchRecognizerTests {
    private static let said = "les deux autres sont situés au bord de la mer jaune"
    private static let vocabulary = CommandVocabulary(
        sentences: [
            "allume {thing}", "éteins {thing}", "ouvre {thing}", "mets {thing} à {number} pour cent", "quelle heure est-il", "stop", "oui", "non",
            "ajoute du lait à la liste de courses", "mets un minuteur de {number} minutes", said, "les deux lampes sont situées au bord de la table",
        ],
        lists: ["thing": ["la lampe", "la cuisine", "le salon", "le volet", "les lumières"], "number": ["cinq", "dix", "vingt", "trente", "cinquante"]])

    private static let shared = Task {
        let french = try AcousticModel(language: "fr", folder: try #require(model).path)
        let recognizer = CommandRecognizer(models: [french], threads: EngineThreads()) { _, _ in nil }
        try await recognizer.setVocabulary("fr", vocabulary)
        return recognizer
    }

    private func hear(_ samples: [Int16], piece: Int = 1600) async throws -> Hypothesis {
        let recognition = try await Self.shared.value.open(RecognitionRequest(languages: ["fr"], wantsPartials: true))
        for start in stride(from: 0, to: samples.count, by: piece) { try await recognition.accept(Array(samples[start..<min(start + piece, samples.count)])) }
        return try await recognition.finish()
    }

    private func recording() throws -> [Int16] { try #require(Sounds.recording("speech/speech_cheetah/test_fr.wav")) }

    /// As it is, 12 dB softer, 6 dB louder, with noise beside it, and with seconds of silence around it.
    @Test(arguments: [(1, 0, 0), (0.25, 0, 0), (2, 0, 0), (1, 40, 0), (1, 0, 2)] as [(Float, Int32, Double)])
    func hearsPeople(_ gain: Float, _ noise: Int32, _ silence: Double) async throws {
        let samples = try recording()
        let noises = Sounds.noise(Double(samples.count) / 16_000 + 1, level: noise)
        let changed = zip(samples, noises).map { Int16(max(-32_768, min(32_767, Float($0) * gain + Float($1)))) }
        let heard = try await hear(Sounds.silence(silence) + changed + Sounds.silence(silence))
        #expect(heard.text == Self.said)
        #expect(heard.confidence > 0.1, "\(heard.confidence)")
        #expect((heard.words.first?.start ?? 0) >= silence)
        #expect((heard.words.last?.end ?? 99) <= silence + Double(samples.count) / 16_000)
    }

    /// Whoever waits for the end of an utterance reads what was said in the pause before it.
    @Test func knowsInAPauseWhatWasSaid() async throws {
        let recognition = try await Self.shared.value.open(RecognitionRequest(languages: ["fr"], wantsPartials: true))
        try await recognition.accept(try recording() + Sounds.silence(0.3))
        let partial = try #require(recognition.partial())
        #expect(partial.text == Self.said)
        #expect(try await recognition.finish() == partial)
    }

    @Test(
        arguments: [
            "speech_cheetah/test_en.wav", "speech_wyoming_faster_whisper/living_room_light_en.wav", "speech_wyoming_faster_whisper/living_room_light_de.wav",
            "speech_wyoming_faster_whisper/living_room_light_ja.wav", "speech_wyoming_faster_whisper/whats_your_name_french.wav",
        ])
    func takesOtherSpeechForNoOrder(_ path: String) async throws {
        let heard = try await hear(try #require(Sounds.recording("speech/" + path)))
        #expect(heard.text.isEmpty || heard.confidence < 0.5, "\(heard.text) \(heard.confidence)")
    }

    @Test(arguments: [[], [0], Sounds.silence(2), Sounds.noise(2, level: 3_000), Sounds.hum(2), [Int16](repeating: .max, count: 16_000)] as [[Int16]])
    func hearsNothingInNoise(_ samples: [Int16]) async throws {
        let heard = try await hear(samples)
        #expect(heard.text.isEmpty || heard.confidence < 0.3, "\(heard.text) \(heard.confidence)")
    }
}
