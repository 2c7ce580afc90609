import Base
import Foundation

/// `jarvis models …` and, for voices alone, `jarvis voices …`: what the speech worker can use.
enum ModelsCommand {
    static let isVoice: @Sendable (String) -> Bool = { $0 == "piper" }

    /// One line of a list.
    private struct Line: Encodable {
        let name: String
        let kind: String
        let languages: [String]
        let size: Int
        let licence: String
        let source: String
        let installed: Bool
    }

    @Sendable static func list(_ invocation: Invocation) async throws -> Int32 { try list(invocation) { _ in true } }
    @Sendable static func listVoices(_ invocation: Invocation) async throws -> Int32 { try list(invocation, isVoice) }

    private static func list(_ invocation: Invocation, _ isMeant: (String) -> Bool) throws -> Int32 {
        let installed = ModelFolder(home: try invocation.configuration().home).installed().filter { isMeant($0.kind) }
        var lines = installed.map {
            Line(name: $0.name, kind: $0.kind, languages: $0.languages, size: $0.size, licence: $0.licence, source: $0.source, installed: true)
        }
        if invocation.has("available") {
            lines += ModelCatalogue.models.filter { model in isMeant(model.kind) && !installed.contains { $0.name == model.name } }.map {
                Line(name: $0.name, kind: $0.kind, languages: $0.languages, size: $0.size, licence: $0.licence, source: $0.source, installed: false)
            }
        } else if lines.isEmpty && !invocation.has("json") {
            invocation.console.complain(
                invocation.language(
                    fr: "Rien d'installé en plus de ce qui vient avec Jarvis ; --available montre ce qui peut l'être.",
                    en: "Nothing is installed beyond what comes with Jarvis; --available shows what can be."))
        }
        let width = lines.map(\.name.count).max() ?? 0
        try invocation.print(lines) { line in
            let size = Progress.megabytes(line.size, invocation.language)
            let padding = String(repeating: " ", count: max(0, 11 - size.count))
            return
                "\(line.installed ? "*" : " ") \(line.name.padding(to: width)) \(padding)\(size)  \(line.kind), \(line.languages.joined(separator: " "))  \(line.licence)  \(line.source)"
        }
        return ExitCode.done
    }

    @Sendable static func pull(_ invocation: Invocation) async throws -> Int32 {
        let installer = try ModelInstaller(invocation)
        for name in invocation.operands {
            guard let wanted = ModelCatalogue.model(name) else {
                let nearest = Nearest.word(to: name, among: ModelCatalogue.models.map(\.name))
                throw Failure(
                    fr:
                        "Aucun modèle « \(name) » n'est connu\(nearest.map { " ; vouliez-vous dire « \($0) » ?" } ?? "")\n« jarvis models list --available » les montre.",
                    en: "No model “\(name)” is known\(nearest.map { "; did you mean “\($0)”?" } ?? "")\n`jarvis models list --available` shows them.")
            }
            if let there = try? installer.folder.model(name), try installer.folder.spoilt(there).isEmpty {
                invocation.console.show(invocation.language(fr: "\(name) est déjà là.\n", en: "\(name) is there already.\n"))
                continue
            }
            let model = try await installer.pull(wanted)
            invocation.console.show(
                invocation.language(
                    fr: "\(model.name) est installé (licence : \(model.licence)).\n", en: "\(model.name) is installed (licence: \(model.licence)).\n"))
        }
        return ExitCode.done
    }

    @Sendable static func add(_ invocation: Invocation) async throws -> Int32 {
        let source = URL(filePath: invocation.operands[0])
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: source.path, isDirectory: &isFolder), isFolder.boolValue else {
            throw Failure(fr: "\(source.path) n'est pas un dossier.", en: "\(source.path) is not a folder.")
        }
        let description = source.appending(path: SpeechModel.description)
        let model: SpeechModel
        if FileManager.default.fileExists(atPath: description.path) {
            let given = try JSONDecoder().decode(GivenModel.self, from: Data(contentsOf: description))
            model = SpeechModel(
                name: given.name, kind: given.kind, languages: given.languages ?? [], licence: given.licence ?? "?", source: given.source ?? source.path,
                files: given.files ?? [:], sha256: [:], size: 0)
        } else if let kind = invocation.value(of: "kind"), let language = try invocation.spokenLanguage(command: "jarvis models add") {
            model = SpeechModel(
                name: invocation.value(of: "name") ?? source.lastPathComponent, kind: kind, languages: [language],
                licence: invocation.value(of: "licence") ?? "?", source: source.path, files: [:], sha256: [:], size: 0)
        } else {
            throw Failure(
                fr: "Il manque model.json dans ce dossier, ou --kind et --language.",
                en: "There is no model.json in this folder; or give --kind and --language.")
        }
        guard SpeechModel.isName(model.name) else {
            throw Failure(
                fr: "« \(model.name) » n'est pas un nom de modèle : lettres, chiffres, . _ - +",
                en: "“\(model.name)” is no name for a model: letters, digits, . _ - +")
        }
        let added = try await ModelInstaller(invocation).add(source, as: model)
        invocation.console.show(invocation.language(fr: "\(added.name) est installé.\n", en: "\(added.name) is installed.\n"))
        return ExitCode.done
    }

    private struct GivenModel: Decodable {
        var name: String
        var kind: String
        var languages: [String]?
        var licence: String?
        var source: String?
        var files: [String: String]?
    }

    @Sendable static func verify(_ invocation: Invocation) async throws -> Int32 {
        let folder = ModelFolder(home: try invocation.configuration().home)
        let models = invocation.operands.isEmpty ? folder.installed() : try invocation.operands.map(folder.model)
        var isSound = true
        for model in models {
            let spoilt = try folder.spoilt(model)
            isSound = isSound && spoilt.isEmpty
            let state =
                spoilt.isEmpty
                ? invocation.language(fr: "bon", en: "fine")
                : invocation.language(fr: "abîmé : \(spoilt.joined(separator: ", "))", en: "spoilt: \(spoilt.joined(separator: ", "))")
            invocation.console.show("\(model.name)  \(state)\n")
        }
        if !isSound { throw Failure(fr: "« jarvis models pull » les remplace.", en: "`jarvis models pull` replaces them.") }
        return ExitCode.done
    }

    @Sendable static func remove(_ invocation: Invocation) async throws -> Int32 {
        let folder = ModelFolder(home: try invocation.configuration().home)
        for name in invocation.operands { try folder.remove(name) }
        return ExitCode.done
    }
}
