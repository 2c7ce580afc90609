import TestSupport
import Testing

@testable import Recognition

/// Debian's English model, on recordings where they are at hand.
@Suite(.enabled(if: AcousticModel.debianEnglish() != nil, "needs pocketsphinx-en-us")) struct CommandRecognizerTests {
    static let vocabulary = CommandVocabulary(
        sentences: [
            "turn on {light}", "turn off {light}", "set {light} to {number} percent", "turn on {light} in the {room}", "stop", "what time is it", "yes", "no",
            "jarvis turn on {light}", "set a timer for {number} minutes", "add milk to the shopping list", "hey jarvis",
        ],
        lists: [
            "light": ["the lamp", "the {room} lamp", "the light", "the {room} light", "the lights"],
            "room": ["kitchen", "bedroom", "living room", "office", "garage", "bathroom"], "number": ["five", "ten", "twenty", "thirty", "fifty"],
        ])

    /// Made once: a dictionary is long.
    private static let shared = Task { try await made(limit: 32) }

    static func recognizer() async throws -> CommandRecognizer { try await shared.value }

    static func made(limit: Int) async throws -> CommandRecognizer {
        let model = try #require(AcousticModel.debianEnglish())
        let recognizer = CommandRecognizer(models: [model], threads: EngineThreads(), limit: limit) { word, _ in word == "jarvis" ? "dʒˈɑːɹvɪs" : nil }
        try await recognizer.setVocabulary("en", vocabulary)
        return recognizer
    }

    static func hear(_ samples: [Int16], by recognizer: CommandRecognizer, piece: Int = 1600) async throws -> Hypothesis {
        let recognition = try recognizer.open(RecognitionRequest(languages: ["en"], wantsPartials: true))
        for start in stride(from: 0, to: samples.count, by: piece) { try await recognition.accept(Array(samples[start..<min(start + piece, samples.count)])) }
        return try await recognition.finish()
    }

    @Test(
        .enabled(if: Paths.shared("data/speech") != nil, "needs shared/data/speech beside the checkout"),
        arguments: [
            ("speech/speech_wyoming_faster_whisper/turn_on_the_living_room_lamp.wav", "turn on the living room lamp"),
            ("speech/speech_wyoming_faster_whisper/living_room_light_en.wav", "turn on the living room light"),
        ])
    func hearsOrders(_ path: String, _ text: String) async throws {
        let samples = try #require(Sounds.recording(path))
        let heard = try await Self.hear(samples, by: Self.recognizer())
        #expect(heard.text == text)
        #expect(heard.confidence > 0.6)
        #expect(heard.language == "en" && heard.engine == "pocketsphinx")
        // Words one after the other, within the recording.
        #expect(heard.words.map(\.text).joined(separator: " ") == heard.text)
        #expect(zip(heard.words, heard.words.dropFirst()).allSatisfy { $0.end <= $1.start + 0.011 })
        #expect((heard.words.last?.end ?? 99) <= Double(samples.count) / 16_000)
    }

    /// Speech that is no order.
    @Test(
        .enabled(if: Paths.shared("data/speech") != nil, "needs shared/data/speech beside the checkout"),
        arguments: [
            "speech/speech_jfk/jfk.wav", "speech/speech_cheetah/test_en.wav", "speech/speech_cheetah/test_fr.wav",
            "speech/speech_wyoming_faster_whisper/living_room_light_de.wav", "speech/speech_wyoming_faster_whisper/living_room_light_ja.wav",
        ])
    func takesOtherSpeechForNoOrder(_ path: String) async throws {
        let heard = try await Self.hear(try #require(Sounds.recording(path)), by: Self.recognizer())
        #expect(heard.text.isEmpty || heard.confidence < 0.5)
    }

    @Test(
        arguments: [
            [], [0], Sounds.silence(0.001), Sounds.silence(2), Sounds.noise(2, level: 3_000), Sounds.noise(2, level: 32_767), Sounds.hum(2),
            [Int16](repeating: .max, count: 16_000), (0..<32_000).map { $0 % 160 < 80 ? .max : .min },
        ] as [[Int16]])
    func hearsNothingInNoise(_ samples: [Int16]) async throws {
        let heard = try await Self.hear(samples, by: Self.recognizer())
        #expect(heard.text.isEmpty || heard.confidence < 0.3)
    }

    /// Nobody is heard worse because of what was heard before: the library goes on with the mean of it.
    @Test(
        .enabled(if: Paths.shared("data/speech") != nil, "needs shared/data/speech beside the checkout"),
        arguments: [Sounds.noise(3, level: 32_767), Sounds.silence(3)])
    func forgetsNoise(_ noise: [Int16]) async throws {
        let samples = try #require(Sounds.recording("speech/speech_wyoming_faster_whisper/living_room_light_en.wav"))
        let recognizer = try await Self.made(limit: 4)
        let before = try await Self.hear(samples, by: recognizer)
        _ = try await Self.hear(noise, by: recognizer)
        let after = try await Self.hear(samples, by: recognizer)
        #expect(after.text == before.text && after.confidence == before.confidence)
        // Nor by who breaks off in the middle.
        do {
            let recognition = try recognizer.open(RecognitionRequest(languages: ["en"]))
            try await recognition.accept(noise)
        }
        #expect(try await Self.hear(samples, by: recognizer).text == before.text)
    }

    /// Whatever the pieces are, what is heard is the same.
    @Test(.enabled(if: Paths.shared("data/speech") != nil, "needs shared/data/speech beside the checkout"))
    func takesPiecesOfAnySize() async throws {
        let samples = try #require(Sounds.recording("speech/speech_wyoming_faster_whisper/living_room_light_en.wav"))
        let recognizer = try await Self.recognizer()
        for piece in [7_001, 100_000_000] {
            let heard = try await Self.hear(samples, by: recognizer, piece: piece)
            #expect(heard.text == "turn on the living room light")
        }
    }

    /// A decoder that heard something long as a whole, and then something longer in one piece, read beyond its ring of frames.
    @Test(.enabled(if: Paths.shared("data/speech") != nil, "needs shared/data/speech beside the checkout"))
    func takesALongPieceAfterALongWhole() async throws {
        let order = try #require(Sounds.recording("speech/speech_wyoming_faster_whisper/living_room_light_en.wav"))
        let recognizer = try await Self.made(limit: 1)
        for seconds in [3, 4, 5] {
            let long = Array((order + order + order).prefix(seconds * 16_000))
            let whole = try recognizer.open(RecognitionRequest(languages: ["en"]))
            try await whole.accept(long)
            _ = try await whole.finish()
            #expect(try await Self.hear(order + order + order + order, by: recognizer, piece: 1 << 30).text.hasPrefix("turn on the living room light"))
        }
    }

    /// Sixteen at once, in fewer decoders than that afterwards.
    @Test(.enabled(if: Paths.shared("data/speech") != nil, "needs shared/data/speech beside the checkout"))
    func hearsManyAtOnce() async throws {
        let samples = try #require(Sounds.recording("speech/speech_wyoming_faster_whisper/living_room_light_en.wav"))
        let recognizer = try await Self.made(limit: 16)
        try await withThrowingTaskGroup(of: Hypothesis.self) { group in
            for _ in 0..<16 { group.addTask { try await Self.hear(samples, by: recognizer) } }
            for try await heard in group { #expect(heard.text == "turn on the living room light") }
        }
    }

    @Test func opensNoMoreThanItMay() async throws {
        let recognizer = try await Self.made(limit: 1)
        let request = RecognitionRequest(languages: ["en"])
        var first: (any Recognition)? = try recognizer.open(request)
        #expect(throws: RecognitionError.self) { try recognizer.open(request) }
        _ = try await first?.finish()
        first = nil
        // Dropped without an end.
        do {
            let second = try recognizer.open(request)
            try await second.accept(Sounds.silence(0.1))
        }
        // The engine's thread lets go of it in its own time.
        var third: (any Recognition)?
        for _ in 0..<100_000 where third == nil {
            third = try? recognizer.open(request)
            await Task.yield()
        }
        #expect(try await third?.finish().text == "")
        #expect(throws: RecognitionError.self) { try recognizer.open(RecognitionRequest(languages: ["fr"])) }
    }

    /// An utterance goes on with the words that it was opened with; the next has the new ones.
    @Test(.enabled(if: Paths.shared("data/speech") != nil, "needs shared/data/speech beside the checkout"))
    func takesNewWords() async throws {
        let samples = try #require(Sounds.recording("speech/speech_wyoming_faster_whisper/living_room_light_en.wav"))
        let recognizer = try await Self.made(limit: 4)
        let old = try recognizer.open(RecognitionRequest(languages: ["en"]))
        let report = try await recognizer.setVocabulary(
            "en", CommandVocabulary(sentences: ["good night", "turn on the zzyx", "turn on the living room light now"]))
        #expect(report.unknown == ["zzyx"])
        try await old.accept(samples)
        #expect(try await old.finish().text == "turn on the living room light")
        let heard = try await Self.hear(samples, by: recognizer)
        #expect(heard.text != "turn on the living room light")
    }

    /// A minute of nothing is put together from windows.
    @Test func goesOnForLong() async throws {
        let recognizer = try await Self.recognizer()
        let recognition = try recognizer.open(RecognitionRequest(languages: ["en"]))
        for _ in 0..<7 { try await recognition.accept(Sounds.noise(10, level: 500)) }
        let heard = try await recognition.finish()
        #expect(heard.text.isEmpty || heard.confidence < 0.3)
    }
}
