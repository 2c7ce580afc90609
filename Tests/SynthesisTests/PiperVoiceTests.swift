import Foundation
import Synchronization
import Synthesis
import TestSupport
import Testing

/// Text to sound through the real engine, with a voice whose sound says what it was given.
@Suite(.timeLimit(.minutes(2))) struct PiperVoiceTests {
    private let folder: TemporaryFolder
    private let engine: Espeak

    init() throws {
        folder = try Paths.temporaryFolder()
        engine = try espeak.get()
    }

    private func voice(_ toy: ToyVoice, name: String = "fr_FR-toy-medium") throws -> PiperVoice {
        let files = try toy.write(name, into: folder.url)
        let prepared = try PiperVoice.prepare(onnx: files.onnx, configuration: files.configuration, into: folder.file("voices"))
        return try PiperVoice(folder: prepared, phonemesBy: engine)
    }

    @Test func textBecomesTheNumbersThatPiperMakesOfIt() async throws {
        let toys = [
            "fr": ToyVoice(), "en-us": ToyVoice(espeakVoice: "en-us", language: "en_US"), "en-gb-x-rp": ToyVoice(espeakVoice: "en-gb-x-rp", language: "en_GB"),
        ]
        var count = 0
        for (espeakVoice, toy) in toys {
            let voice = try voice(toy, name: "\(toy.language)-toy-medium")
            for expected in try PhonemeTests.golden() where expected.voice == espeakVoice && !PhonemeTests.hasEllipsis(expected.text) {
                let speech = try await voice.said(SpeechPiece(expected.text, voice: voice.voice.name))
                var ids: [Int] = []
                // A pause follows each sentence but the last; no phoneme of a sentence is 0 for so long.
                for sentence in sentences(of: speech) { ids += toy.heard(sentence).ids }
                #expect(ids == expected.ids, "\(expected.text)")
                count += 1
            }
        }
        #expect(count >= 70)
    }

    /// Parts the sound at the pauses of a fifth of a second.
    private func sentences(of speech: Speech) -> [ArraySlice<Int16>] {
        let pause = speech.rate / 5
        var sentences: [ArraySlice<Int16>] = []
        var rest = speech.samples[...]
        // Blocks are aligned to the beginning of a sentence; its last one, the count of numbers, is never silent.
        while !rest.isEmpty {
            var end = rest.startIndex
            while end < rest.endIndex, !rest[end..<min(end + pause, rest.endIndex)].allSatisfy({ $0 == 0 }) { end += ToyVoice.block }
            sentences.append(rest[rest.startIndex..<min(end, rest.endIndex)])
            rest = rest[min(end + pause, rest.endIndex)...]
        }
        return sentences
    }

    @Test func saysOfItselfWhatItIs() throws {
        let one = try voice(ToyVoice())
        #expect(one.voice.name == "fr_FR-toy-medium" && one.voice.title == "Toy (French, medium)" && one.voice.engine == "piper")
        #expect(one.voice.languages == ["fr-fr", "fr"] && one.voice.sampleRate == 22050 && one.voice.speakers.isEmpty)
        #expect(one.voice.licence == "not known")
        _ = try voice(ToyVoice(), name: "fr_FR-siwis-medium")
        let place = folder.file("voices/fr_FR-siwis-medium")
        try Data(#"{"name": "x", "licence": "CC-BY-4.0", "source": "https://voices.example"}"#.utf8).write(to: URL(filePath: place + "/model.json"))
        let known = try PiperVoice.describe(folder: place)
        #expect(known.licence == "CC-BY-4.0" && known.source == "https://voices.example")
        // Put first, it is what French asks for; espeak-ng is still there by its name.
        let all = one.voices + engine.voices
        #expect(all.speaking("fr")?.name == "fr_FR-toy-medium" && all.speaking("fr-FR")?.engine == "piper")
        #expect(all.named("fr")?.engine == "espeak-ng" && all.named("FR_fr-toy-medium")?.engine == "piper")
        #expect(all.speaking("en-US")?.name == "en-us")
    }

    @Test func speedAndVolumeReachTheModel() async throws {
        let toy = ToyVoice(lengthScale: 1.5)
        let voice = try voice(toy)
        func run(_ speed: Double) async throws -> ToyVoice.Run {
            toy.heard(try await voice.said(SpeechPiece("oui", voice: voice.voice.name, speed: speed)).samples)
        }
        let plain = try await run(1), fast = try await run(2), slow = try await run(0.5)
        #expect(plain.length == 1.5 && fast.length == 0.75 && slow.length == 3)
        #expect(plain.noise == 0.67 && plain.noiseWidth == 0.8 && plain.count == plain.ids.count && plain.speaker == nil)
        let loud = try await voice.said(SpeechPiece("oui", voice: voice.voice.name))
        let quiet = try await voice.said(SpeechPiece("oui", voice: voice.voice.name, volume: 0.5))
        #expect(quiet.loudness > 100 && abs(quiet.loudness / loud.loudness - 0.5) < 0.01)
        let tooLoud = try await voice.said(SpeechPiece("oui", voice: voice.voice.name, volume: 2))
        #expect(tooLoud.samples.max() == 32767 || tooLoud.loudness > loud.loudness * 1.5)
    }

    @Test func severalSpeakers() async throws {
        let toy = ToyVoice(speakers: ["clear", "deep"])
        let voice = try voice(toy)
        #expect(voice.voice.speakers == ["clear", "deep"])
        try await voice.selfTest()
        for (speaker, number) in [(nil, 0), ("clear", 0), ("deep", 1)] as [(String?, Int)] {
            let speech = try await voice.said(SpeechPiece("oui", voice: voice.voice.name, speaker: speaker))
            #expect(toy.heard(speech.samples).speaker == number)
        }
        let error = await #expect(throws: SynthesisError.self) { try await voice.said(SpeechPiece("oui", voice: voice.voice.name, speaker: "hal")) }
        #expect(error?.code == .unknownVoice)
    }

    @Test func aPauseFollowsAPieceThatIsNotTheLast() async throws {
        let voice = try voice(ToyVoice())
        let last = try await voice.said(SpeechPiece("Oui. Non.", voice: voice.voice.name))
        let other = try await voice.said(SpeechPiece("Oui. Non.", voice: voice.voice.name, isLast: false))
        #expect(other.samples.count - last.samples.count == 22050 / 5)
        #expect(other.samples.suffix(22050 / 5).allSatisfy { $0 == 0 })
    }

    @Test func aReaderThatLeavesStopsItAndOneThatIsSlowIsToldSo() async throws {
        let voice = try voice(ToyVoice())
        let long = SpeechPiece(String(repeating: "Une phrase que personne n'écoute. ", count: 50), voice: voice.voice.name)
        let (_, left) = AsyncStream.makeStream(of: [UInt8].self)
        left.finish()
        try await voice.say(long, into: left)
        let (audio, continuation) = AsyncStream.makeStream(of: [UInt8].self)
        let saying = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            defer { continuation.finish() }
            try await voice.say(long, into: continuation)
        }
        for await _ in audio { Issue.record("a task that was cancelled says nothing") }
        try await saying.value
        let (unread, full) = AsyncStream.makeStream(of: [UInt8].self, bufferingPolicy: .bufferingOldest(1))
        let error = await #expect(throws: SynthesisError.self) { try await voice.say(long, into: full) }
        #expect(error?.code == .overrun)
        withExtendedLifetime(unread) {}
        #expect(try await voice.said(SpeechPiece("oui", voice: voice.voice.name)).samples.count > ToyVoice.block)
    }

    @Test func twoTextsAtOnceAndAnotherEngineBeside() async throws {
        let toy = ToyVoice()
        let voice = try voice(toy)
        let name = voice.voice.name
        let alone = toy.heard(try await voice.said(SpeechPiece("Il fait beau", voice: name)).samples)
        let engine = engine
        try await withThrowingTaskGroup(of: ToyVoice.Run?.self) { group in
            for _ in 0..<8 {
                group.addTask { toy.heard(try await voice.said(SpeechPiece("Il fait beau", voice: name)).samples) }
                group.addTask {
                    let english = try await engine.said(SpeechPiece("the weather is fine", voice: "en-us"))
                    #expect(english.duration > 0.8)
                    return nil
                }
            }
            for try await run in group where run != nil { #expect(run == alone) }
        }
    }

    @Test func oddTextsAreTakenAsTheyCome() async throws {
        let voice = try voice(ToyVoice())
        for text in ["", " ", "…", "👍🏽", "日本語", "\u{0}", "[[hɛloʊ]]", "e\u{301}te\u{301}", String(repeating: "a", count: 3000)] {
            let speech = try await voice.said(SpeechPiece(text, voice: voice.voice.name))
            #expect(speech.duration < 600, "\(text.prefix(20))")
        }
        #expect(try await voice.said(SpeechPiece("", voice: voice.voice.name)).samples.isEmpty)
        let error = await #expect(throws: SynthesisError.self) { try await voice.said(SpeechPiece("oui", voice: "other")) }
        #expect(error?.code == .unknownVoice)
    }

    @Test func aFolderOfVoicesIsOneEngine() async throws {
        for (name, toy) in [
            ("fr_FR-toy-medium", ToyVoice()), ("en_US-toy-medium", ToyVoice(espeakVoice: "en-us", language: "en_US")), ("fr_FR-siwis-medium", ToyVoice()),
            ("fr_FR-broken-medium", ToyVoice()), ("en_GB-toy-medium", ToyVoice(espeakVoice: "en-gb-x-rp", language: "en_GB")),
        ] { _ = try voice(toy, name: name) }
        try FileManager.default.createDirectory(atPath: folder.file("voices/empty"), withIntermediateDirectories: true)
        let tried = Mutex<[String]>([])
        let voices = PiperVoices(directory: folder.file("voices"), phonemesBy: engine) { path throws(SynthesisError) in
            let name = URL(filePath: path).lastPathComponent
            tried.withLock { $0.append(name) }
            if name.contains("broken") { throw SynthesisError(.badVoice, "it broke the probe") }
        }
        #expect(voices.voices.map(\.name) == ["en_GB-toy-medium", "en_US-toy-medium", "fr_FR-broken-medium", "fr_FR-siwis-medium", "fr_FR-toy-medium"])
        #expect(tried.withLock { $0 }.isEmpty)
        // Asked for by several at once, a voice is tried and loaded once.
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<6 { group.addTask { try await voices.said(SpeechPiece("oui", voice: "fr_FR-toy-medium")).samples.count } }
            for try await count in group { #expect(count > 0) }
        }
        #expect(tried.withLock { $0 } == ["fr_FR-toy-medium"])
        for _ in 0..<2 {
            let error = await #expect(throws: SynthesisError.self) { try await voices.said(SpeechPiece("oui", voice: "fr_FR-broken-medium")) }
            #expect(error?.code == .badVoice)
        }
        #expect(tried.withLock { $0 } == ["fr_FR-toy-medium", "fr_FR-broken-medium"])
        // More than are held: each still speaks.
        for voice in voices.voices where !voice.name.contains("broken") {
            #expect(try await voices.said(SpeechPiece("oui", voice: voice.name)).samples.count > 0, "\(voice.name)")
        }
        let unknown = await #expect(throws: SynthesisError.self) { try await voices.said(SpeechPiece("oui", voice: "empty")) }
        #expect(unknown?.code == .unknownVoice)
        #expect(PiperVoices(directory: folder.file("none"), phonemesBy: engine) { _ in }.voices.isEmpty)
    }
}
