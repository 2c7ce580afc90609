import Base
import Foundation

/// The data files of home-assistant-intents in a folder, and what they compile to. The templates are CC BY 4.0; they are not part of Jarvis.
public struct IntentLibrary: Sendable {
    /// Where `fr.json`, `en.json` … lie; `nil` where the package is not installed, and only Jarvis's own templates are there.
    public let folder: String?

    /// The largest file that is read, in bytes; the package's largest is a third of a megabyte.
    private static let sizeLimit = 16_000_000

    public init(folder: String?) { self.folder = folder }

    /// Compiles a language's templates, and Jarvis's own after them.
    /// - Throws: `TemplateError` when the file is missing or not what it should be.
    public func grammar(for language: String) throws -> CompiledGrammar {
        try CompiledGrammar(IntentPackage(language: language, documents: documents(for: language)))
    }

    /// Combinations of slots that mean the room where something is said, as `INTENT/COMBINATION`.
    public func combinationsOfHere() -> Set<String> {
        guard let folder = folder.map({ URL(filePath: $0).resolvingSymlinksInPath() }) else { return [] }
        guard let text = try? String(contentsOf: folder.deletingLastPathComponent().appending(path: "intents.json"), encoding: .utf8),
            case .object(let intents)? = try? JSONValue(parsing: text)
        else { return [] }
        var found: Set<String> = []
        for (intent, description) in intents {
            guard case .object(let combinations)? = description["slot_combinations"] else { continue }
            for (name, combination) in combinations where combination["context_area"] == .bool(true) { found.insert("\(intent)/\(name)") }
        }
        return found
    }

    private func documents(for language: String) throws -> [JSONValue] {
        guard language.allSatisfy({ $0.isLetter || $0 == "-" }) else { throw TemplateError("\(language) is not the name of a language") }
        let own = try Templates.json(for: language).enumerated().map { try Self.json($1, of: "Jarvis's templates for \(language), \($0)") }
        guard let folder else { return own }
        let url = URL(filePath: folder).appending(path: language + ".json")
        guard let size = try? url.resourceValues(forKeys: [.fileSizeKey]).fileSize else {
            throw TemplateError("there are no intents for \(language) in \(folder): install home-assistant-intents (`make run` does)")
        }
        guard size <= Self.sizeLimit else { throw TemplateError("\(url.path) is too large to be intents") }
        return try [Self.json(String(contentsOf: url, encoding: .utf8), of: url.path)] + own
    }

    private static func json(_ text: String, of name: String) throws(TemplateError) -> JSONValue {
        do { return try JSONValue(parsing: text) } catch { throw TemplateError("\(name) is \(error)") }
    }
}
