import Foundation

/// A model of the speech worker that is installed: a folder with the description `model.json` and the files it names.
struct SpeechModel: Codable, Hashable, Sendable {
    var name: String
    /// As the worker calls the architecture: `whisper`, `piper`, `pocketsphinx` …
    var kind: String
    /// ISO 639-1, with or without a region.
    var languages: [String]
    /// Of the model, or of the recordings it was trained on where that is stricter.
    var licence: String
    /// Where it is from, for people.
    var source: String
    /// Names of files in the folder by the part they play.
    var files: [String: String]
    /// Of each file, in hexadecimal digits.
    var sha256: [String: String]
    /// Of all files together, in bytes.
    var size: Int

    static let description = "model.json"

    /// Names become folders.
    static func isName(_ text: String) -> Bool {
        (1...80).contains(text.utf8.count) && !text.hasPrefix(".")
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789-_.+".unicodeScalars.contains(scalar))
            }
    }
}

/// The folder of installed models, `$JARVIS_HOME/models/speech`.
struct ModelFolder: Sendable {
    let url: URL

    init(home: String) { url = URL(filePath: home).appending(path: "models/speech", directoryHint: .isDirectory) }

    func place(of name: String) -> URL { url.appending(path: name, directoryHint: .isDirectory) }

    /// In alphabetical order. What has no readable description is left out.
    func installed() -> [SpeechModel] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        return names.filter(SpeechModel.isName).sorted().compactMap { try? model($0) }
    }

    func model(_ name: String) throws -> SpeechModel {
        guard SpeechModel.isName(name), let data = FileManager.default.contents(atPath: place(of: name).appending(path: SpeechModel.description).path) else {
            throw Failure(fr: "Il n'y a pas de modèle « \(name) » installé.", en: "No model “\(name)” is installed.")
        }
        return try JSONDecoder().decode(SpeechModel.self, from: data)
    }

    /// A place beside the models to put one together; it survives a broken download, so that the next try goes on from there.
    func workshop(for name: String) throws -> URL {
        let place = url.appending(path: ".\(name).partial", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return place
    }

    /// Puts what was put together in its place, at once and whole; what was there under its name goes.
    func install(_ model: SpeechModel, from workshop: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(model).write(to: workshop.appending(path: SpeechModel.description))
        let place = place(of: model.name), files = FileManager.default
        if files.fileExists(atPath: place.path) {
            let old = url.appending(path: ".\(model.name).old")
            try? files.removeItem(at: old)
            try files.moveItem(at: place, to: old)
            try files.moveItem(at: workshop, to: place)
            try? files.removeItem(at: old)
        } else {
            try files.moveItem(at: workshop, to: place)
        }
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(at: place(of: try model(name).name)) }

    /// The files that are missing or are not what they were when the model was installed.
    func spoilt(_ model: SpeechModel) throws -> [String] {
        try model.sha256.sorted { $0.key < $1.key }.compactMap { name, expected in
            guard let found = try FileDigest.sha256(of: place(of: model.name).appending(path: name)) else { return name }
            return found == expected ? nil : name
        }
    }
}
