import Base
import Domain
import Foundation
import Speech
import TestSupport
import Testing
import Wyoming

private let frenchModel = Paths.shared("data/models/asr_pocketsphinx_fr_ci_derived")

/// A French acoustic model that lies among the models is found, listed and used.
@Suite(
    .timeLimit(.minutes(3)),
    .enabled(if: frenchModel != nil && Recordings.areThere && Recordings.commandModelIsThere, "no French acoustic model beside the checkout"))
struct FrenchCommandTests {
    private static let description = #"{"name": "pocketsphinx-fr", "kind": "pocketsphinx", "languages": ["fr"], "licence": "BSD-2-Clause"}"#

    /// Models with the French one among them, or what is left of it.
    private func models(without missing: String? = nil) throws -> TemporaryFolder {
        let folder = try Paths.temporaryFolder(), source = try #require(frenchModel)
        let place = URL(filePath: folder.file("pocketsphinx-fr"))
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        for file in try FileManager.default.contentsOfDirectory(at: source, includingPropertiesForKeys: nil) where file.lastPathComponent != missing {
            try FileManager.default.createSymbolicLink(at: place.appending(path: file.lastPathComponent), withDestinationURL: file)
        }
        try Data(Self.description.utf8).write(to: place.appending(path: "model.json"))
        return folder
    }

    private func languages(_ worker: Worker) async throws -> [String] {
        let connection = try await worker.connect()
        defer { connection.close() }
        try await connection.send(.describe)
        guard case .info(let info) = try await connection.receive() else { return [] }
        return info.speechToText.flatMap(\.models).filter(\.about.isInstalled).flatMap(\.languages).sorted()
    }

    @Test func ordersInBothLanguagesAreHeardSideBySide() async throws {
        let folder = try models(), own = Paths.root.appending(path: ".jarvis/speech/models").path
        try await Worker.run(models: [folder.file(""), own]) { worker async throws in
            let rooms = ["room": ["la cuisine", "le salon"]], spaces = ["room": ["living room", "kitchen"]]
            try await worker.speech.set(
                Vocabulary(language: .french, sentences: ["allume {room}", "ouvre le volet du salon", "quelle heure est-il"], lists: rooms))
            try await worker.speech.set(Vocabulary(language: .english, sentences: ["turn on the {room} light", "what time is it"], lists: spaces))
            let both = TranscriptionRequest(languages: [.french, .english])
            let english = try await worker.speech.transcriber.transcribe(try Recordings.speech(), both)
            #expect(english.text == "turn on the living room light" && english.language == .english, "\(english)")
            for text in ["ouvre le volet du salon", "quelle heure est-il"] {
                let voice = try await worker.say(text, .french)
                let heard = try await worker.speech.transcriber.transcribe(voice, both)
                #expect(heard.text == text && heard.language == .french, "\(heard)")
            }
        }
        withExtendedLifetime(folder) {}
    }

    @Test func aModelWithoutADictionaryIsNotOffered() async throws {
        for (missing, expected) in [(nil as String?, ["en", "fr"]), ("base_dictionary.txt.gz", ["en"]), ("means", ["en"])] {
            let folder = try models(without: missing)
            try await Worker.run(models: [folder.file("")]) { worker async throws in #expect(try await languages(worker) == expected) }
            withExtendedLifetime(folder) {}
        }
    }
}
