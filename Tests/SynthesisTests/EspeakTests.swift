import Synthesis
import Testing

@Suite(.timeLimit(.minutes(2))) struct EspeakTests {
    private let engine: Espeak

    init() throws { engine = try espeak.get() }

    @Test func voicesAreFoundByNameTitleAndLanguage() throws {
        let voices = engine.voices
        #expect(voices.count > 100)
        #expect(Set(voices.map(\.name)).count == voices.count)
        #expect(voices.speaking("fr")?.name == "fr")
        #expect(voices.speaking("FR_fr")?.name == "fr")
        #expect(voices.speaking("fr-CA")?.name == "fr")
        #expect(voices.speaking("fr-BE")?.name == "fr-be")
        #expect(voices.speaking("en")?.name == "en-gb")
        #expect(voices.speaking("en-US")?.name == "en-us")
        #expect(voices.named("French (Belgium)")?.name == "fr-be")
        #expect(voices.speaking("xx") == nil)
        #expect(voices.speaking("") == nil)
        #expect(voices.allSatisfy { $0.sampleRate == 22050 && !$0.licence.isEmpty && !$0.languages.isEmpty })
    }

    @Test(arguments: [("fr", "Bonjour, il est sept heures et demie."), ("en-gb", "Good morning, it is half past seven.")])
    func saysBothLanguages(_ voice: String, _ text: String) async throws {
        let speech = try await engine.said(SpeechPiece(text, voice: voice))
        #expect((1.2...4).contains(speech.duration), "\(speech.duration)")
        #expect(speech.loudness > 500)
        // As it is made, not at the end.
        #expect(speech.chunks >= 3 && (0.05...0.15).contains(speech.firstChunk))
    }

    @Test func speedVolumeAndPitchAreHeard() async throws {
        func say(_ change: (inout SpeechPiece) -> Void) async throws -> Speech {
            var piece = SpeechPiece("Une phrase assez longue pour que la mesure soit bonne.", voice: "fr")
            change(&piece)
            return try await engine.said(piece)
        }
        let plain = try await say { _ in }
        let fast = try await say { $0.speed = 2 }, slow = try await say { $0.speed = 0.5 }
        #expect(fast.duration < plain.duration * 0.7 && slow.duration > plain.duration * 1.5)
        let quiet = try await say { $0.volume = 0.3 }, silent = try await say { $0.volume = 0 }
        #expect(quiet.loudness < plain.loudness * 0.5 && quiet.loudness > 50)
        #expect(silent.loudness < 1 && abs(silent.duration - plain.duration) < 0.1)
        let deep = try await say { $0.pitch = 0 }, high = try await say { $0.pitch = 2 }
        #expect(deep.pitch < plain.pitch * 0.9 && plain.pitch < high.pitch * 0.9, "\(deep.pitch) \(plain.pitch) \(high.pitch)")
        // Each piece says how it is said: nothing is left of the one before.
        let again = try await say { _ in }
        #expect(abs(again.duration - plain.duration) < 0.05)
        #expect(SpeechPiece("", voice: "fr", speed: 100, volume: -1, pitch: .nan) == SpeechPiece("", voice: "fr", speed: 2, volume: 0, pitch: 1))
    }

    /// The library overruns its memory with the first of them: this process would end.
    @Test(arguments: ["a.", "A.", ".é", "x..", "ß.", "1.", "\u{0}.", "[["])
    func rowsOfTheSameAreNoHarm(_ part: String) async throws {
        let text = String(repeating: part, count: 300 / part.unicodeScalars.count)
        for voice in ["fr", "en-gb"] {
            _ = try await engine.said(SpeechPiece(text, voice: voice))
            _ = try await engine.phonemes(of: text, language: voice)
        }
        #expect(try await engine.said(SpeechPiece("U.S.A.", voice: "en-gb")).duration > 0.3)
    }

    @Test func anUnknownVoiceIsRefused() async throws {
        let error = await #expect(throws: SynthesisError.self) { try await engine.said(SpeechPiece("oui", voice: "hal9000")) }
        #expect(error?.code == .unknownVoice)
        #expect(try await engine.said(SpeechPiece("oui", voice: "fr")).duration > 0.2)
    }

    @Test func aReaderThatLeavesStopsTheEngine() async throws {
        let long = SpeechPiece(String(repeating: "Une phrase que personne n'écoute jusqu'au bout. ", count: 200), voice: "fr")
        let (_, left) = AsyncStream.makeStream(of: [UInt8].self)
        left.finish()
        try await engine.say(long, into: left)
        // So does the end of the task: what was made is there, and no more than the first of ten minutes.
        let (audio, continuation) = AsyncStream.makeStream(of: [UInt8].self)
        let saying = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            defer { continuation.finish() }
            try await engine.say(long, into: continuation)
        }
        var count = 0
        for await _ in audio { count += 1 }
        try await saying.value
        #expect(count == 1)
        // The next is said from its beginning.
        let plain = try await engine.said(SpeechPiece("Bonjour.", voice: "fr"))
        #expect((0.3...1.5).contains(plain.duration), "\(plain.duration)")
    }

    @Test func aReaderThatIsTooSlowIsToldSo() async throws {
        let (audio, continuation) = AsyncStream.makeStream(of: [UInt8].self, bufferingPolicy: .bufferingOldest(2))
        let error = await #expect(throws: SynthesisError.self) {
            try await engine.say(
                SpeechPiece("Une phrase qui dure bien plus de deux secondes, et que personne n'écoute.", voice: "fr", speed: 0.5), into: continuation)
        }
        #expect(error?.code == .overrun)
        continuation.finish()
        var count = 0
        for await _ in audio { count += 1 }
        #expect(count == 2)
    }

    @Test func twoAtOnceAreEachWhole() async throws {
        let engine = engine
        let french = SpeechPiece("Il fera beau demain sur toute la France.", voice: "fr"), english = SpeechPiece("The kettle is on.", voice: "en-gb")
        let alone = try await (engine.said(french).duration, engine.said(english).duration)
        try await withThrowingTaskGroup(of: (Bool, Double).self) { group in
            for turn in 0..<16 {
                group.addTask { (turn.isMultiple(of: 2), try await engine.said(turn.isMultiple(of: 2) ? french : english).duration) }
            }
            for try await (isFrench, duration) in group { #expect(abs(duration - (isFrench ? alone.0 : alone.1)) < 0.05) }
        }
    }

    @Test func oddTextsAreTakenAsTheyCome() async throws {
        let texts = [
            "", " ", "\n", "…", "?!", "👍🏽", "\u{0}", "a\u{0}b", "\u{1}V3 ", "[[hɛloʊ]]", "<speak><break time=\"9s\"/></speak>", "&lt;", "日本語", "e\u{301}",
            String(repeating: "a", count: 3000), String(repeating: "é, ", count: 500), "\u{FEFF}\u{202E}\u{200D}", "𝔍𝔞𝔯𝔳𝔦𝔰",
        ]
        let plain = SpeechPiece("Bonjour.", voice: "fr")
        let before = try await engine.said(plain).duration
        for text in texts {
            let odd = try await engine.said(SpeechPiece(text, voice: "fr"))
            #expect(odd.duration < 600, "\(text.prefix(20))")
            // No text changes how the next one is said. Lengths vary a little from one time to the next.
            #expect(abs(try await engine.said(plain).duration - before) < 0.05, "\(text.prefix(20))")
        }
    }
}
