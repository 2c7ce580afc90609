import Base
import Domain
import Foundation
import Lifecycle
import Speech
import TestSupport
import Testing
import Wyoming

/// Round trips through the real worker.
@Suite(.timeLimit(.minutes(3))) struct SpeechWorkerTests {
    @Test func speechIsSpeech() async throws {
        try await Worker.run { worker async throws in
            let french = try await worker.say("Bonjour, je suis votre assistant. Il est neuf heures et il fait beau.")
            let english = try await worker.say("Good morning, I am your assistant. It is nine o'clock and the weather is fine.", .english)
            for audio in [french, english] {
                #expect(audio.format == AudioFormat(rate: 22050))
                #expect((2.5...8).contains(audio.duration), "\(audio.duration) s")
                #expect((500...20_000).contains(audio.loudness), "RMS \(audio.loudness)")
                #expect(audio.shape.voicedShare > 0.6, "\(audio.shape.voicedShare)")
            }
            // The same again is alike; another language or another text is not.
            let same = "Une table rouge dans la nature immense"
            let first = try await worker.say(same).shape, second = try await worker.say(same).shape
            let inEnglish = try await worker.say(same, .english).shape
            let other = try await worker.say("Donne-moi la météo de demain, s'il te plaît").shape
            #expect(first.likeness(to: second) > 0.8, "\(first.likeness(to: second))")
            #expect(first.likeness(to: inEnglish) < 0.7, "\(first.likeness(to: inEnglish))")
            #expect(first.likeness(to: other) < 0.7, "\(first.likeness(to: other))")
        }
    }

    @Test func speedAndVoice() async throws {
        try await Worker.run { worker async throws in
            let text = "Une phrase assez longue pour que la vitesse se mesure bien."
            let normal = try await worker.say(text), fast = try await worker.say(text, speed: 2), slow = try await worker.say(text, speed: 0.5)
            #expect(fast.duration < normal.duration * 0.7 && slow.duration > normal.duration * 1.5, "\(fast.duration) \(normal.duration) \(slow.duration)")
            // Out of range is brought into it.
            let faster = try await worker.say(text, speed: 100)
            #expect(abs(faster.duration - fast.duration) < 0.1, "\(faster.duration) \(fast.duration)")
            let accent = try await worker.say("Septante et nonante, ça fait 160", voice: "fr-be")
            #expect(accent.duration > 1)
            let unknown = await #expect(throws: Problem.self) { try await worker.say(text, voice: "hal9000") }
            #expect(unknown?.code == .invalid)
        }
    }

    @Test func everyListedVoiceSpeaks() async throws {
        try await Worker.run { worker async throws in
            let voices = try await worker.speech.synthesizer.voices()
            #expect(voices.count > 100)
            #expect(Set(voices.map(\.name)).count == voices.count)
            for name in ["fr", "fr-be", "en-gb", "en-us", "de", "es"] { #expect(voices.contains { $0.name == name }, "\(name)") }
            #expect(voices.first { $0.languages.contains("fr") }?.name == "fr")
            #expect(voices.first { $0.languages.contains("en") }?.name == "en-gb")
            var silent: [String] = []
            for voice in voices where try await worker.say("1 2 3", voice: voice.name).duration < 0.2 { silent.append(voice.name) }
            // A few of the library's languages have no words for numbers.
            #expect(silent.count < 10, "\(silent)")
        }
    }

    @Test func numbersAreSaidInWords() async throws {
        try await Worker.run { worker async throws in
            for (written, said) in [("Il est 9h30.", "Il est 9 heures 30."), ("-3 °C", "moins trois degrés"), ("12,50 €", "douze euros cinquante")] {
                let a = try await worker.say(written).shape, b = try await worker.say(said).shape
                #expect(a.likeness(to: b) > 0.8, "\(written): \(a.likeness(to: b))")
            }
            let a = try await worker.say("-3 °C", .english).shape, b = try await worker.say("minus three degrees Celsius", .english).shape
            #expect(a.likeness(to: b) > 0.8, "\(a.likeness(to: b))")
        }
    }

    @Test func textIsDataNotMarkup() async throws {
        try await Worker.run { worker async throws in
            let marked = try await worker.say("<break time=\"9s\"/><voice name=\"en\">oui</voice> [[_:_:_:_:]]")
            #expect((0.5...15).contains(marked.duration))
            #expect(try await worker.say(" \n ").bytes.isEmpty)
            #expect(try await worker.say("a\u{0}b").duration > 0.2)
        }
    }

    @Test func markupIsFollowedWhereItIsMeant() async throws {
        try await Worker.run { worker async throws in
            let plain = try await worker.say("<speak>oui non</speak>"), paused = try await worker.say("<speak>oui <break time=\"2s\"/> non</speak>")
            #expect((1.8...3).contains(paused.duration - plain.duration), "\(plain.duration) \(paused.duration)")
            let problem = await #expect(throws: Problem.self) { try await worker.say("<speak><p>oui</speak>") }
            #expect(problem?.code == .invalid)
        }
    }

    /// As a language model writes it: sentences are said before the text is whole.
    @Test func aTextThatComesInPiecesIsSaidAsItComes() async throws {
        try await Worker.run { worker async throws in
            let connection = try await worker.connect()
            try await connection.send(.synthesizeStart(Synthesize(text: "", language: "fr")))
            try await connection.send(.synthesizeChunk("Il fait beau. "))
            try await connection.send(.synthesizeChunk("Il est"))
            #expect(try await connection.receive() == .audioStart(AudioLayout(rate: 22050)))
            guard case .audioChunk = try await connection.receive() else {
                Issue.record("nothing is said before the end")
                return
            }
            try await connection.send(.synthesizeChunk(" neuf heures."))
            try await connection.send(.synthesize(Synthesize(text: "Il fait beau. Il est neuf heures.")))
            try await connection.send(.synthesizeStop)
            var bytes = 0, last: Wyoming.Message?
            while let message = try await connection.receive(), message != .synthesizeStopped {
                if case .audioChunk(_, let audio) = message { bytes += audio.count }
                last = message
            }
            #expect(last == .audioStop && (44_100...220_000).contains(bytes), "\(bytes)")
        }
    }

    private static let naughty = Paths.shared("data/security/naughty_strings/blns.json")

    @Test(.enabled(if: naughty != nil || ProcessInfo.processInfo.environment["CI"] == "true", "no naughty strings beside the checkout"))
    func naughtyTextsAreSurvived() async throws {
        let strings = try JSON.decode([String].self, from: Data(contentsOf: try #require(Self.naughty)))
        try await Worker.run { worker async throws in
            let pid = worker.speech.process.pid
            for (index, text) in strings.enumerated() { _ = try await worker.say(text, index.isMultiple(of: 2) ? .french : .english) }
            #expect(worker.speech.process.pid == pid, "the worker died")
        }
    }

    @Test func anyUnicodeIsSurvived() async throws {
        try await Worker.run { worker async throws in
            let pid = worker.speech.process.pid
            for start in stride(from: UInt32(0), to: 0x30000, by: 0x300) {
                var text = String.UnicodeScalarView()
                for scalar in start..<start + 60 { if let scalar = Unicode.Scalar(scalar) { text.append(scalar) } }
                _ = try await worker.say(String(text), (start / 0x300).isMultiple(of: 2) ? .french : .english)
            }
            #expect(worker.speech.process.pid == pid, "the worker died")
        }
    }

    @Test func longTextsAreStreamedAndTooLongOnesRefused() async throws {
        try await Worker.run { worker async throws in
            let sentence = "Cette phrase revient encore et encore. "
            let text = String(repeating: sentence, count: 10_000 / sentence.count)
            let heard = Recording()
            try await worker.speech.synthesizer.synthesize(SpeechRequest(text: text, language: .french)) { await heard.add($0) }
            #expect(await heard.audio.duration > 300)
            #expect(await heard.pieces > 100)
            // Over the service's limit; and over the protocol's, where the server hangs up while the text is still being sent.
            for length in [10_001, 1_000_000] {
                let problem = await #expect(throws: Problem.self) { try await worker.say(String(repeating: "a", count: length)) }
                #expect(problem?.code == .tooLarge, "\(length): \(String(describing: problem))")
            }
            #expect(try await worker.say("Encore là").duration > 0.3)
        }
    }

    @Test func twentyAtOnceAreEachTheirOwn() async throws {
        try await Worker.run { worker async throws in
            let texts = (0..<20).map { "\($0 * 37) \(String(repeating: "fois ", count: $0 % 7))et la suite, dite en même temps que les autres." }
            var alone: [Shape] = []
            for (index, text) in texts.enumerated() { alone.append(try await worker.say(text, index.isMultiple(of: 3) ? .english : .french).shape) }
            try await withThrowingTaskGroup(of: (Int, Shape).self) { group in
                for (index, text) in texts.enumerated() {
                    group.addTask { (index, try await worker.say(text, index.isMultiple(of: 3) ? .english : .french).shape) }
                }
                for try await (index, shape) in group {
                    let likeness = alone.map { shape.likeness(to: $0) }
                    #expect(likeness[index] > 0.7 && likeness[index] == likeness.max(), "\(index): \(likeness)")
                }
            }
        }
    }

    private static let longText = String(repeating: "Une phrase de plus pour remplir le tampon. ", count: 200)

    @Test func aCancelledRequestLetsTheWorkerGo() async throws {
        try await Worker.run { worker async throws in
            let (firsts, first) = AsyncStream.makeStream(of: Void.self)
            let speaking = Task {
                try await worker.speech.synthesizer.synthesize(SpeechRequest(text: Self.longText, language: .french)) { _ in
                    first.yield()
                    // As slow a listener as can be: it waits until the request is cancelled.
                    await Shutdown().wait()
                }
            }
            var iterator = firsts.makeAsyncIterator()
            await iterator.next()
            speaking.cancel()
            await #expect(throws: CancellationError.self) { try await speaking.value }
            #expect(try await worker.say("La suite").duration > 0.3)
        }
    }

    @Test func aListenersErrorEndsTheRequest() async throws {
        struct Full: Error {}
        try await Worker.run { worker async throws in
            await #expect(throws: Full.self) {
                try await worker.speech.synthesizer.synthesize(SpeechRequest(text: Self.longText, language: .french)) { _ in throw Full() }
            }
            #expect(try await worker.say("La suite").duration > 0.3)
        }
    }

    /// A listener that stops listening holds up nobody else.
    @Test func aSlowListenerHoldsUpNobody() async throws {
        try await Worker.run { worker async throws in
            let slow = try await worker.connect()
            try await slow.send(.synthesize(Synthesize(text: Self.longText, language: "fr")))
            #expect(try await slow.receive() == .audioStart(AudioLayout(rate: 22050)))
            for _ in 0..<5 { #expect(try await worker.say("Pendant ce temps").duration > 0.3) }
            slow.close()
        }
    }

    /// kill -9 in the middle of a synthesis: a clear problem at once, and the next request works.
    @Test func aKilledWorkerIsReplaced() async throws {
        try await Worker.run { worker async throws in
            for _ in 0..<3 {
                let problem = await #expect(throws: Problem.self) {
                    let victim = try #require(worker.speech.process.pid)
                    try await worker.speech.synthesizer.synthesize(SpeechRequest(text: Self.longText, language: .french)) { _ in _ = kill(victim, SIGKILL) }
                }
                #expect(problem?.code == .unavailable)
                #expect(try await worker.say("Je suis de retour").duration > 0.3)
            }
        }
    }

    @Test func badPeersHarmOnlyThemselves() async throws {
        try await Worker.run { worker async throws in
            let pid = worker.speech.process.pid
            for text in [
                "nonsense\n", "{\"type\":\"synthesize\",\"payload_length\":1073741824}\n", "{\"type\":\"synthesize\"}\n",
                "{\"type\":\"synthesize\",\"data_length\":99}\n{",
            ] {
                let bad = try await worker.connect()
                try await bad.send(bytes: Array(text.utf8))
                bad.close()
            }
            let telling = try await worker.connect()
            try await telling.send(bytes: Array("{\"type\":\"synthesize\",\"data\":{\"text\":\"x\",\"voice\":{\"language\":\"xx\"}}}\n".utf8))
            guard case .error(let failure) = try await telling.receive() else {
                Issue.record("no error")
                return
            }
            #expect(failure.code == "unknown_voice")
            // The same connection goes on after a request that could not be done.
            try await telling.send(.ping("x"))
            #expect(try await telling.receive() == .pong("x"))
            #expect(try await worker.say("Tout va bien").duration > 0.3)
            #expect(worker.speech.process.pid == pid)
        }
    }

    @Test func withoutAWorkerTheProblemSaysWhatToDo() async throws {
        let folder = try Paths.temporaryFolder()
        let synthesizer = WyomingSynthesizer(WyomingService(endpoint: .unix(path: folder.file("none.sock"))))
        let problem = await #expect(throws: Problem.self) { try await synthesizer.synthesize(SpeechRequest(text: "x", language: .french)) { _ in } }
        #expect(problem?.code == .unavailable)
        #expect(problem?.detail.contains("none.sock") == true)
        let missing = SpeechWorker(executable: "/no/such/worker", socket: folder.file("s"), timeLimits: .init(connect: .milliseconds(50)), log: .silent)
        let notStarted = await #expect(throws: Problem.self) { try await missing.synthesizer.voices() }
        #expect(notStarted?.code == .unavailable)
    }
}
