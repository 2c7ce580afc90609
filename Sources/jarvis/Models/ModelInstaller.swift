import Base
import Configuration
import Foundation
import HTTPClient
import Speech

/// Puts models where the speech worker finds them, after the worker has tried each where a crash harms nobody.
struct ModelInstaller {
    let folder: ModelFolder
    /// The worker's program.
    private let worker: String
    private let hub: String
    private let console: Console
    private let language: Language

    init(_ invocation: Invocation) throws {
        let configuration = try invocation.configuration()
        guard let worker = configuration.speechWorker ?? SpeechWorker.executableBesideThisProgram else {
            throw Failure(
                fr: "Le programme jarvis-speech n'est pas à côté de jarvis ; relancez « make build » ou réglez JARVIS_SPEECH_WORKER.",
                en: "The program jarvis-speech is not beside jarvis; run `make build` again, or set JARVIS_SPEECH_WORKER.")
        }
        self.worker = worker
        folder = ModelFolder(home: configuration.home)
        hub =
            configuration.modelHub.absoluteString.last == "/" ? String(configuration.modelHub.absoluteString.dropLast()) : configuration.modelHub.absoluteString
        console = invocation.console
        language = invocation.language
    }

    /// Downloads a model of the catalogue and installs it.
    func pull(_ wanted: CatalogueModel) async throws -> SpeechModel {
        let workshop = try folder.workshop(for: wanted.name)
        let client = try HTTPClient()
        var digests: [String: String] = [:], names: [String: String] = [:], done = 0
        for (part, file) in wanted.files.sorted(by: { $0.value.size < $1.value.size }) {
            let before = done
            let download = ModelDownload(client: client) { [console, language, name = wanted.name] bytes, _ in
                console.note(Progress.line(name, before + bytes, wanted.size, language))
            }
            digests[file.name] = try await download.fetch(file, from: "\(hub)/\(wanted.base)", to: workshop.appending(path: file.name))
            names[part] = file.name
            done += file.size
        }
        console.clearNote()
        let model = SpeechModel(
            name: wanted.name, kind: wanted.kind, languages: wanted.languages, licence: wanted.licence, source: wanted.source, files: names, sha256: digests,
            size: wanted.size)
        return try await install(model, from: workshop)
    }

    /// Installs what lies in a folder on this machine.
    func add(_ source: URL, as model: SpeechModel) async throws -> SpeechModel {
        let workshop = try folder.workshop(for: model.name)
        var model = model, size = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: source.path).sorted() where !name.hasPrefix(".") && name != SpeechModel.description {
            let target = workshop.appending(path: name)
            try? FileManager.default.removeItem(at: target)
            try FileManager.default.copyItem(at: source.appending(path: name), to: target)
            model.sha256[name] = try FileDigest.sha256(of: target)
            size += (try FileManager.default.attributesOfItem(atPath: target.path)[.size] as? Int) ?? 0
        }
        model.size = size
        return try await install(model, from: workshop)
    }

    private func install(_ model: SpeechModel, from workshop: URL) async throws -> SpeechModel {
        var model = model, place = workshop
        console.note(language(fr: "\(model.name) : essai…", en: "\(model.name): trying it…"))
        defer { console.clearNote() }
        if model.kind == "piper", let onnx = model.files["model"], let configuration = model.files["configuration"] {
            // The worker writes the model as its engine wants it, in a folder of its own.
            let prepared = workshop.appending(path: "prepared", directoryHint: .isDirectory)
            try? FileManager.default.removeItem(at: prepared)
            try await run("prepare-voice", workshop.appending(path: onnx).path, workshop.appending(path: configuration).path, prepared.path)
            place = prepared.appending(path: model.name, directoryHint: .isDirectory)
            model.sha256 = [:]
            model.files = [:]
            model.size = 0
            for name in try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() {
                let file = place.appending(path: name)
                model.sha256[name] = try FileDigest.sha256(of: file)
                model.size += (try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int) ?? 0
                model.files[String(name.split(separator: ".").first ?? "")] = name
            }
        }
        let encoder = JSONEncoder()
        try encoder.encode(model).write(to: place.appending(path: SpeechModel.description))
        do {
            try await run("probe", model.kind, place.path)
        } catch {
            try? FileManager.default.removeItem(at: workshop)
            throw error
        }
        try folder.install(model, from: place)
        try? FileManager.default.removeItem(at: workshop)
        return model
    }

    /// Has the worker's program do something with a model; what it says of it is the reason of the failure.
    private func run(_ words: String...) async throws {
        let process = Process()
        process.executableURL = URL(filePath: worker)
        process.arguments = words
        let complaints = Pipe()
        process.standardError = complaints
        process.standardOutput = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        let status: Int32 = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        guard status != 0 else { return }
        let said = String(decoding: complaints.fileHandleForReading.availableData.prefix(2_000), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        throw Failure(
            fr: "Ce modèle ne va pas : \(said.isEmpty ? "le moteur s'est arrêté net en le chargeant" : said)",
            en: "This model will not do: \(said.isEmpty ? "the engine died loading it" : said)")
    }
}

/// How far a long piece of work is.
enum Progress {
    static func line(_ name: String, _ done: Int, _ total: Int, _ language: Language) -> String {
        let share = total > 0 ? min(1, Double(done) / Double(total)) : 0
        let width = 24, filled = Int(share * Double(width))
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        return "\(name) \(bar) \(Int(share * 100)) %  \(megabytes(done, language)) / \(megabytes(total, language))"
    }

    /// `63,2 Mo`, `63.2 MB`.
    static func megabytes(_ bytes: Int, _ language: Language) -> String {
        let tenths = (bytes + 50_000) / 100_000
        return language(fr: "\(tenths / 10),\(tenths % 10) Mo", en: "\(tenths / 10).\(tenths % 10) MB")
    }
}
