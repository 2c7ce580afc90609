import Foundation
import TestSupport
import Testing

/// The speech engines by themselves, in the built programs. Nothing listens anywhere.
@Suite struct SpeechCommands {
    private static let home = """
        areas:
          - name: Kitchen
        entities:
          - id: light.kitchen
            name: Kitchen light
            area: Kitchen
            state: "off"
        """

    private struct Heard: Decodable {
        struct Word: Decodable { var text: String, start: Double, end: Double }
        var file: String, text: String, language: String?, confidence: Double?, engine: String?, duration: Double, words: [Word]
    }

    private struct Woken: Decodable {
        struct Wake: Decodable { var name: String, score: Double, time: Double }
        var file: String, duration: Double, wakes: [Wake]
    }

    @Test(arguments: ["order.wav", "order.opus"]) func whatIsSaidIsHeardAgain(name: String) async throws {
        var program = try Program(language: "en")
        let file = program.folder.file(name)
        let said = try await program.run("say", "Turn on the light.", "--out", file, "--language", "en")
        #expect(said.code == 0 && said.output.isEmpty && said.complaints.isEmpty, "\(said)")
        #expect(try Data(contentsOf: URL(filePath: file)).prefix(4) == Data((name.hasSuffix("wav") ? "RIFF" : "OggS").utf8))

        let house = program.folder.file("home.yaml")
        try Data(Self.home.utf8).write(to: URL(filePath: house))
        program.environment["JARVIS_HOME_FILE"] = house
        let outcome = try await program.run("transcribe", file, "--language", "en", "--json")
        #expect(outcome.code == 0 && outcome.complaints.isEmpty, "\(outcome.complaints)")
        let heard = try JSONDecoder().decode(Heard.self, from: Data(outcome.output.utf8))
        #expect(heard.file == file && heard.text == "turn on the light" && heard.language == "en" && heard.engine != nil)
        #expect(heard.words.map(\.text) == ["turn", "on", "the", "light"] && heard.words.allSatisfy { $0.start < $0.end && $0.end <= heard.duration })
        #expect(try await program.run("transcribe", file, "--language", "en").output == "turn on the light\n")
    }

    @Test func markupIsRead() async throws {
        let program = try Program(language: "fr")
        let plain = program.folder.file("a.wav"), paused = program.folder.file("b.wav")
        #expect(try await program.run("say", "Il est midi.", "--out", plain).code == 0)
        #expect(try await program.run("say", "<speak>Il est <break time=\"2s\"/> midi.</speak>", "--out", paused).code == 0)
        let (short, long) = (try Data(contentsOf: URL(filePath: plain)).count, try Data(contentsOf: URL(filePath: paused)).count)
        #expect(long > short + 16_000 * 2, "two seconds of silence are in it")
    }

    @Test func wakeWordsAreFoundWhereTheyAre() async throws {
        guard let folder = Paths.shared("data/wake/tests/hey_jarvis") else {
            print("skipped: there are no recordings of wake words beside this checkout")
            return
        }
        let program = try Program(language: "en")
        let files = ["1.wav", "2.wav", "3.wav"].map { folder.appending(path: $0).path }
        let outcome = try await program.run("wake", files[0], files[1], files[2], "--json")
        #expect(outcome.code == 0 && outcome.complaints.isEmpty && outcome.lines.count == 3, "\(outcome)")
        for (line, file) in zip(outcome.lines, files) {
            let woken = try JSONDecoder().decode(Woken.self, from: Data(line.utf8))
            #expect(woken.file == file && woken.wakes.map(\.name) == ["hey_jarvis"])
            #expect(woken.wakes.allSatisfy { (0.5...1).contains($0.score) && $0.time > 0 && $0.time < woken.duration + 1 })
        }
        let other = program.folder.file("other.wav")
        #expect(try await program.run("say", "Turn on the light.", "--out", other).code == 0)
        let mixed = try await program.run("wake", files[0], other)
        #expect(mixed.code == 1 && mixed.lines.count == 2 && mixed.lines.last == "\(other): nothing", "\(mixed.output)")
    }

    @Test func oneBadFileHarmsNoOther() async throws {
        let program = try Program(language: "en")
        let noise = program.folder.file("noise.wav"), good = program.folder.file("good.wav"), none = program.folder.file("none.wav")
        try Data("this is no recording".utf8).write(to: URL(filePath: noise))
        #expect(try await program.run("say", "Turn on the light.", "--out", good).code == 0)
        let outcome = try await program.run("transcribe", none, noise, good)
        #expect(outcome.code == 1 && outcome.lines == ["\(good): turn on the light"], "\(outcome.output)")
        #expect(outcome.complaints.contains("There is no file \(none).") && outcome.complaints.contains("\(noise) is no recording that can be read"))
    }

    @Test func whatIsMissingIsNamed() async throws {
        var program = try Program(language: "fr")
        let file = program.folder.file("a.wav")
        let voice = try await program.run("say", "Il est midi.", "--out", file, "--voice", "personne", "--language", "fr")
        #expect(voice.code == 1 && voice.complaints.contains("Il n'y a pas de voix « personne »") && !FileManager.default.fileExists(atPath: file))
        let markup = try await program.run("say", "<speak>Il est <b", "--out", file)
        #expect(markup.code == 1 && markup.complaints == "Ce SSML ne se lit pas : vérifiez ses balises.\n")
        let format = try await program.run("say", "Il est midi.", "--out", program.folder.file("a.mp3"))
        #expect(format.code == 2 && format.complaints.hasPrefix("L'option --out attend un fichier .wav, .ogg ou .opus"))
        #expect(try await program.run("say", "Il est midi.").complaints.hasPrefix("Il manque : --out FICHIER"))
        #expect(try await program.run("say", "a", "--out", file, "--speed", "9").complaints.hasPrefix("L'option --speed attend un nombre de 0,5 à 2."))
        #expect(try await program.run("say", "Il est midi.", "--out", file).code == 0)
        let model = try await program.run("transcribe", file, "--model", "aucun")
        #expect(model.code == 1 && model.complaints.hasPrefix("Le modèle « aucun » ne peut pas servir."))
        program.environment["JARVIS_SPEECH_WORKER"] = "/nonexistent/jarvis-speech"
        let worker = try await program.run("wake", file)
        #expect(worker.code == 1 && worker.complaints.hasPrefix("Le programme jarvis-speech manque (JARVIS_SPEECH_WORKER : /nonexistent/jarvis-speech)"))
    }

    /// What was made for one command goes with it.
    @Test func nothingStaysBehind() async throws {
        var program = try Program(language: "fr")
        let temporary = program.folder.file("t")
        try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: true)
        program.environment["TMPDIR"] = temporary
        #expect(try await program.run("say", "Il est midi.", "--out", program.folder.file("a.wav")).code == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: temporary).isEmpty)
        #expect(!FileManager.default.fileExists(atPath: program.folder.file("home")))
    }
}
