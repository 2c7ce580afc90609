private import CZlib
private import Foundation

/// Where a language's acoustic model for pocketsphinx and its dictionary lie, and how it says things.
package struct AcousticModel: Sendable, Hashable {
    /// ISO 639-1.
    package var language: String
    package var folder: String
    /// Words with their phones, a line each; may be gzipped.
    package var dictionary: String
    var isFrench: Bool { language == "fr" }
    var phones: Phones { isFrench ? .french : .english }

    /// - Throws: `RecognitionError` when it is of no language that has a table of phones, or files are missing.
    package init(language: String, folder: String, dictionary: String) throws(RecognitionError) {
        guard ["fr", "en"].contains(language) else { throw RecognitionError(.model, "there are no phones for \(language)") }
        // The library ends the process on some models that are not whole.
        for file in ["\(folder)/mdef", "\(folder)/means", "\(folder)/variances", "\(folder)/transition_matrices", dictionary] {
            guard access(file, R_OK) == 0 else { throw RecognitionError(.model, "the acoustic model for \(language) lacks \(file)") }
        }
        self.language = language
        self.folder = folder
        self.dictionary = dictionary
    }

    /// The English model as Debian has it (pocketsphinx-en-us), where it is installed.
    package static func debianEnglish() -> AcousticModel? {
        let folder = "/usr/share/pocketsphinx/model/en-us"
        return try? AcousticModel(language: "en", folder: folder + "/en-us", dictionary: folder + "/cmudict-en-us.dict")
    }

    /// A model in a folder together with its dictionary, a file whose name has `.dict` or `dictionary` in it.
    package init(language: String, folder: String) throws(RecognitionError) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
        guard let name = names.first(where: { $0.contains("dictionary") || $0.hasSuffix(".dict") || $0.hasSuffix(".dict.gz") }) else {
            throw RecognitionError(.model, "there is no dictionary in \(folder)")
        }
        try self.init(language: language, folder: folder, dictionary: "\(folder)/\(name)")
    }

    /// How the words are said, each in one or several ways, as the dictionary has it.
    func pronunciations(of words: Set<String>) throws(RecognitionError) -> [String: [String]] {
        var found: [String: [String]] = [:]
        for line in try Self.text(of: dictionary).split(separator: UInt8(ascii: "\n")) {
            guard let gap = line.firstIndex(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) else { continue }
            // `word(2)` is another way to say `word`.
            var name = line[..<gap]
            if name.last == UInt8(ascii: ")"), let open = name.lastIndex(of: UInt8(ascii: "(")), open > name.startIndex { name = name[..<open] }
            let word = String(decoding: name, as: UTF8.self)
            guard words.contains(word) else { continue }
            found[word, default: []].append(String(decoding: line[gap...], as: UTF8.self).trimmingCharacters(in: .whitespaces))
        }
        return found
    }

    /// The largest dictionary that is read, in bytes; CMUdict has three million.
    private static let sizeLimit = 64_000_000

    private static func text(of path: String) throws(RecognitionError) -> [UInt8] {
        guard let file = gzopen(path, "rb") else { throw RecognitionError(.model, "\(path) cannot be read") }
        defer { gzclose(file) }
        var text: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = gzread(file, &piece, UInt32(piece.count))
            guard count >= 0, text.count < sizeLimit else { throw RecognitionError(.model, "\(path) is no dictionary") }
            if count == 0 { return text }
            text += piece[..<Int(count)]
        }
    }
}
