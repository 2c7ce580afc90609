import Base
import Listening
import Recognition
import Synchronization
import Synthesis
import Wyoming

private import Dispatch

/// Models that were found, each made ready once however often the folders are looked at, and let go of when its files are others.
final class Shelf: Sendable {
    private let espeak: Espeak
    private let prober: Prober
    /// By kind, path and what lies there.
    private let offers = Mutex<[String: any Sendable]>([:])
    private static let capacity = 256

    init(espeak: Espeak, prober: Prober) {
        self.espeak = espeak
        self.prober = prober
    }

    private func offer<Engine>(_ kind: ModelKind, _ path: String, _ make: () -> Offer<Engine>) -> Offer<Engine> {
        let key = "\(kind.rawValue)|\(path)|\(Files.stamp(path) ?? "")"
        return offers.withLock { offers in
            if let known = offers[key] as? Offer<Engine> { return known }
            let made = make()
            // What is gone or was replaced is not used again.
            for old in offers.keys where old.hasPrefix("\(kind.rawValue)|\(path)|") || offers.count >= Self.capacity { offers[old] = nil }
            offers[key] = made
            return made
        }
    }

    /// A model of sherpa-onnx, as its model.json describes it.
    func recognizer(_ folder: String) -> Offer<any Recognizer> {
        offer(.recognizer, folder) {
            Offer(
                Self.listing(folder), probe: { [prober] in await prober.check(.recognizer, folder) },
                load: { try await blocking { try SherpaRecognizer(try SpeechModel(folder: folder)) } })
        }
    }

    func speaker(_ folder: String) -> Offer<any VoicePrinter> {
        offer(.speaker, folder) {
            Offer(
                Self.listing(folder), probe: { [prober] in await prober.check(.speaker, folder) },
                load: { try await blocking { SherpaVoicePrinter(try SpeakerEmbedder(try SpeechModel(folder: folder))) } })
        }
    }

    /// The encoder that comes with Jarvis.
    func voiceEncoder(_ path: String) -> Offer<any VoicePrinter> {
        offer(.embedder, path) {
            let about = Info.About(name: VoiceEncoder.name, author: "Resemblyzer", address: "https://github.com/resemble-ai/Resemblyzer")
            return Offer(
                Info.Model(about: about, languages: []), probe: { [prober] in await prober.check(.embedder, path) },
                load: { try await blocking { try HomeVoicePrinter(path: path) } })
        }
    }

    func ear(_ voiceModel: String, wakeFolder: String?, wakeEngine: WakeEngine) -> Offer<any EarMaker> {
        offer(.ear, voiceModel) {
            let about = Info.About(name: "silero", author: "Silero (MIT)", address: "https://github.com/snakers4/silero-vad")
            return Offer(
                Info.Model(about: about, languages: []),
                probe: { [prober] in await prober.check(.ear, voiceModel, wakeFolder.map { [$0, wakeEngine.rawValue] } ?? []) },
                load: { HomeEarMaker(voiceModel: voiceModel, wakeFolder: wakeFolder, wakeEngine: wakeEngine) })
        }
    }

    /// Piper's voices before espeak-ng's. They load themselves when they are first asked for.
    func voices(_ folders: [String]) -> [any SpeechEngine] {
        let piper = folders.compactMap { folder -> PiperVoices? in
            let key = "piper|\(folder)|\(Files.stamp(folder) ?? "")"
            return offers.withLock { offers in
                if let known = offers[key] as? PiperVoices { return known.voices.isEmpty ? nil : known }
                let made = PiperVoices(directory: folder, phonemesBy: espeak) { [prober] voice throws(SynthesisError) in
                    if let reason = await prober.check(.piper, voice) { throw SynthesisError(.badVoice, reason) }
                }
                for old in offers.keys where old.hasPrefix("piper|\(folder)|") { offers[old] = nil }
                offers[key] = made
                return made.voices.isEmpty ? nil : made
            }
        }
        return piper + [espeak]
    }

    /// pocketsphinx with the acoustic models that are there, by language, and Debian's for English.
    func commands(_ folders: [String: String]) -> Offer<CommandRecognizer>? {
        var models: [AcousticModel] = []
        for (language, folder) in folders.sorted(by: { $0.key < $1.key }) {
            do throws(RecognitionError) { models.append(try AcousticModel(language: language, folder: folder)) } catch {
                log("the model \(folder) cannot be used: \(error)")
            }
        }
        if !models.contains(where: { $0.language == "en" }), let english = AcousticModel.debianEnglish() { models.append(english) }
        let found = models
        guard !found.isEmpty else { return nil }
        return offer(.pocketsphinx, found.map(\.folder).joined(separator: ",")) {
            let about = Info.About(
                name: "pocketsphinx", description: "The sentences of this home", version: nil, author: "CMU Sphinx (BSD-2-Clause)",
                address: "https://github.com/cmusphinx/pocketsphinx")
            return Offer(
                Info.Model(about: about, languages: found.map(\.language)),
                probe: { [prober] in
                    for model in found {
                        if let reason = await prober.check(.pocketsphinx, model.folder, [model.language, model.dictionary]) { return reason }
                    }
                    return nil
                },
                load: { [espeak] in
                    CommandRecognizer(models: found, threads: EngineThreads()) { word, language in espeak.pronunciation(of: word, language) }
                })
        }
    }

    private static func listing(_ folder: String) -> Info.Model {
        let name = String(folder.split(separator: "/").last ?? "")
        guard let model = try? SpeechModel(folder: folder) else {
            return Info.Model(about: Info.About(name: name, author: "", address: ""), languages: [])
        }
        let about = Info.About(
            name: model.name, description: "\(model.kind.rawValue) (\(model.licence))", version: nil, author: model.name, address: model.source)
        return Info.Model(about: about, languages: model.languages)
    }
}

/// Embeddings of voices by a model of sherpa-onnx.
struct SherpaVoicePrinter: VoicePrinter {
    private let embedder: SpeakerEmbedder
    init(_ embedder: SpeakerEmbedder) { self.embedder = embedder }

    var model: String { embedder.name }
    func embed(_ samples: [Int16]) async throws -> [Float] { try await blocking { try embedder.embed(samples) } }
}

extension Espeak {
    /// How a word is said, in IPA. Blocks: for the threads of engines.
    fileprivate nonisolated func pronunciation(of word: String, _ language: String) -> String? {
        let answer = Mutex<String?>(nil), done = DispatchSemaphore(value: 0)
        let voiced = SpokenWord(espeak: self, word: word, language: language)
        // Awaited at once, on the line below.
        Task {
            let phonemes = await voiced.phonemes()
            answer.withLock { $0 = phonemes }
            done.signal()
        }
        done.wait()
        return answer.withLock { $0 }
    }
}

private struct SpokenWord: Sendable {
    let espeak: Espeak
    let word: String
    let language: String

    func phonemes() async -> String? { try? await espeak.phonemes(of: word, language: language) }
}
