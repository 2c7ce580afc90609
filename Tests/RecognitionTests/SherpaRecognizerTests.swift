import Foundation
import TestSupport
import Testing

@testable import Recognition

/// sherpa-onnx itself, on models of a few kilobytes.
@Suite(.enabled(if: ToyModels.python != nil, "needs python3, which writes the models")) struct SherpaRecognizerTests {
    static let names = ["toy-ctc", "toy-transducer", "toy-streaming"]
    static let text = "turn off the kitchen lamp"

    static func recognizer(_ name: String, limit: Int = 32) throws -> SherpaRecognizer {
        try SherpaRecognizer(SpeechModel(folder: ToyModels.made.get().path(name)), limit: limit)
    }

    static func hear(_ samples: [Int16], by recognizer: any Recognizer, piece: Int = 1600, hotWords: [String] = []) async throws -> Hypothesis {
        let recognition = try recognizer.open(RecognitionRequest(languages: ["en"], hotWords: hotWords, wantsPartials: true))
        for start in stride(from: 0, to: samples.count, by: piece) { try await recognition.accept(Array(samples[start..<min(start + piece, samples.count)])) }
        return try await recognition.finish()
    }

    @Test(arguments: names) func writesDown(_ name: String) async throws {
        let recognizer = try Self.recognizer(name)
        let heard = try await Self.hear(try ToyModels.made.get().say(Self.text), by: recognizer)
        #expect(heard.text == Self.text)
        #expect(heard.language == "en" && heard.engine == name && heard.alternatives.isEmpty)
        #expect(heard.confidence >= 0.5)
        #expect(heard.words.map(\.text) == Self.text.split(separator: " ").map(String.init))
        for (index, word) in heard.words.enumerated() {
            #expect(abs(word.start - (0.2 + 0.4 * Double(index))) < 0.09)
            #expect(word.end > word.start)
        }
    }

    @Test(arguments: names) func hearsNothingInNothing(_ name: String) async throws {
        let recognizer = try Self.recognizer(name)
        for samples in [[], [1], Sounds.silence(0.001), Sounds.silence(3), Sounds.noise(2, level: 20)] {
            let heard = try await Self.hear(samples, by: recognizer)
            #expect(heard.text.isEmpty && heard.confidence == 0)
        }
        // Whatever it makes of these: no crash.
        for samples in [[Int16](repeating: .min, count: 8_000), Sounds.noise(1, level: 32_767)] { _ = try await Self.hear(samples, by: recognizer) }
    }

    /// While it is spoken, what was said so far is there.
    @Test(arguments: names) func tellsWhatItHeardSoFar(_ name: String) async throws {
        let recognition = try Self.recognizer(name).open(RecognitionRequest(languages: ["en"], wantsPartials: true))
        let samples = try ToyModels.made.get().say(Self.text)
        #expect(recognition.partial() == nil)
        try await recognition.accept(Array(samples[..<20_000]))
        // A model that hears the whole is asked beside the stream.
        for _ in 0..<10_000 where recognition.partial() == nil { await Task.yield() }
        if name == "toy-streaming" {
            let partial = try #require(recognition.partial())
            #expect(partial.text.hasPrefix("turn off"))
        } else if let partial = recognition.partial() {
            // The word in the middle of which it is asked may be any.
            #expect(partial.text.hasPrefix("turn off"))
        }
        try await recognition.accept(Array(samples[20_000...]))
        #expect(try await recognition.finish().text == Self.text)
        await #expect(throws: RecognitionError.self) { try await recognition.finish() }
        await #expect(throws: RecognitionError.self) { try await recognition.accept([1]) }
    }

    @Test(arguments: names) func putsLongSpeechTogether(_ name: String) async throws {
        let toys = try ToyModels.made.get()
        let samples = toys.say("turn on") + Sounds.silence(29) + toys.say("the radio") + Sounds.silence(35) + toys.say("stop")
        let heard = try await Self.hear(samples, by: Self.recognizer(name), piece: 50_000)
        #expect(heard.text == "turn on the radio stop")
        #expect(heard.words.count == 5)
        #expect(abs((heard.words.last?.start ?? 0) - (Double(samples.count) / 16_000 - 0.6)) < 0.1)
    }

    @Test(arguments: names) func hearsManyAtOnce(_ name: String) async throws {
        let recognizer = try Self.recognizer(name, limit: 16)
        let samples = try ToyModels.made.get().say(Self.text)
        try await withThrowingTaskGroup(of: Hypothesis.self) { group in
            for _ in 0..<16 { group.addTask { try await Self.hear(samples, by: recognizer) } }
            for try await heard in group { #expect(heard.text == Self.text) }
        }
        let open = try (0..<16).map { _ in try recognizer.open(RecognitionRequest(languages: [])) }
        #expect(throws: RecognitionError.self) { try recognizer.open(RecognitionRequest(languages: [])) }
        #expect(open.count == 16)
        #expect(throws: RecognitionError.self) { try recognizer.open(RecognitionRequest(languages: ["fr"])) }
    }

    @Test func spellsNamesAsTheyAreHere() async throws {
        let samples = try ToyModels.made.get().say("turn on the kitchen radio")
        let heard = try await Self.hear(samples, by: Self.recognizer("toy-ctc"), hotWords: ["Kitshen", "Bedroom"])
        #expect(heard.text == "turn on the Kitshen radio")
    }

    @Test func refusesWhatIsNoModel() throws {
        let folder = try Paths.temporaryFolder()
        let path = folder.url.appending(path: "model.json")
        for text in [
            "", "[]", "{}", #"{"name": "x", "kind": "magic", "languages": ["en"], "files": {}}"#,
            #"{"name": "x", "kind": "zipformer-ctc", "languages": ["en"], "files": {"model": "none.onnx", "tokens": "model.json"}}"#,
            #"{"name": "x", "kind": "zipformer-ctc", "languages": ["en"], "files": {"model": "../model.json", "tokens": "model.json"}}"#,
            #"{"name": "x", "kind": "zipformer-ctc", "languages": ["en"], "files": {"model": "model.json"}}"#,
            #"{"name": "x", "kind": "zipformer-ctc", "languages": [], "files": {"model": "model.json", "tokens": "model.json"}}"#,
            #"{"name": "x", "kind": "moonshine", "languages": ["en"], "files": {"tokens": "model.json"}}"#,
        ] {
            try text.write(to: path, atomically: true, encoding: .utf8)
            #expect(throws: RecognitionError.self) { try SpeechModel(folder: folder.url.path) }
        }
        #expect(throws: RecognitionError.self) { try SpeechModel(folder: "/nowhere") }
        let voices = try SpeechModel(folder: ToyModels.made.get().path("toy-voices"))
        #expect(throws: RecognitionError.self) { try SherpaRecognizer(voices) }
        #expect(throws: RecognitionError.self) { try SpeakerEmbedder(SpeechModel(folder: ToyModels.made.get().path("toy-ctc"))) }
    }
}

@Suite(.enabled(if: ToyModels.python != nil, "needs python3, which writes the models")) struct SpeakerEmbedderTests {
    @Test func tellsVoicesApart() throws {
        let toys = try ToyModels.made.get()
        let embedder = try SpeakerEmbedder(SpeechModel(folder: toys.path("toy-voices")))
        func likeness(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
        let low = try embedder.embed(toys.say("turn on turn on turn on")), again = try embedder.embed(toys.say("turn on turn on turn on turn on"))
        let high = try embedder.embed(toys.say("radio stop radio stop radio stop"))
        #expect(low.count == embedder.dimension)
        #expect(abs(likeness(low, low) - 1) < 1e-4 && abs(likeness(high, high) - 1) < 1e-4)
        #expect(likeness(low, again) > 0.98)
        #expect(likeness(low, high) < 0.6)
    }

    @Test func refusesTooLittleSpeech() throws {
        let toys = try ToyModels.made.get()
        let embedder = try SpeakerEmbedder(SpeechModel(folder: toys.path("toy-voices")))
        for samples in [[], [1], Sounds.silence(5), toys.say("turn on"), Array(toys.say("turn on") + Sounds.silence(30))] {
            #expect(throws: RecognitionError.self) { try embedder.embed(samples) }
        }
        // Two hours are not more than half a minute.
        _ = try embedder.embed(toys.say("turn on the kitchen radio") + Sounds.noise(60, level: 300))
    }
}
