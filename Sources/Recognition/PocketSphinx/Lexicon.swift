private import Foundation

/// How the words of a vocabulary are said with an acoustic model's phones.
struct Lexicon: Sendable {
    /// Word → phones, one or several ways.
    private(set) var pronunciations: [String: [String]]
    /// Words that nobody knows how to say; sentences with them are left out.
    let unknown: [String]

    /// - Parameter pronounce: IPA for a word in a language, for what the dictionary lacks.
    init(
        _ vocabulary: CommandVocabulary, model: AcousticModel, pronounce: (_ word: String, _ language: String) -> String?
    ) throws(RecognitionError) {
        var words: Set<String> = []
        for text in vocabulary.sentences { words.formUnion(Self.words(of: text, language: model.language)) }
        for text in vocabulary.lists.values.joined() { words.formUnion(Self.words(of: text, language: model.language)) }
        words = words.filter { !$0.hasPrefix("{") }
        // The parts of a compound are looked for in case that nothing else is known.
        let parts = words.filter { $0.contains("-") }.flatMap { Self.parts(of: $0) }
        var known = try model.pronunciations(of: words.union(parts))
        var unknown: [String] = []
        for word in words where known[word] == nil {
            var ways: [String] = []
            if let ipa = pronounce(word, model.language), let phones = model.phones.spell(ipa) { ways.append(phones) }
            let compound = Self.parts(of: word).map { known[$0] ?? [] }
            if compound.count > 1, compound.allSatisfy({ !$0.isEmpty }) {
                var joined = [""]
                for part in compound { joined = joined.flatMap { head in part.prefix(2).map { head.isEmpty ? $0 : head + " " + $0 } } }
                ways += joined.prefix(4).filter { !ways.contains($0) }
            }
            if ways.isEmpty { unknown.append(word) } else { known[word] = ways }
        }
        pronunciations = known.filter { words.contains($0.key) }
        self.unknown = unknown.sorted()
    }

    /// The words of a sentence, `nil` when one of them cannot be said.
    func split(_ text: String, language: String) -> [String]? {
        let words = Self.words(of: text, language: language)
        return words.allSatisfy { $0.hasPrefix("{") || pronunciations[$0] != nil } ? words : nil
    }

    /// Lower case, without punctuation; what is elided stands by itself (`l'` `entrée`), as the French dictionary has it.
    static func words(of text: String, language: String) -> [String] {
        var words: [String] = []
        for piece in text.split(whereSeparator: \.isWhitespace) {
            if piece.hasPrefix("{") {
                words.append(String(piece))
                continue
            }
            let word = piece.lowercased().replacing("’", with: "'").filter { $0.isLetter || $0.isNumber || $0 == "'" || $0 == "-" || $0 == "{" || $0 == "}" }
            guard language == "fr", word != "aujourd'hui" else {
                if !word.isEmpty { words.append(word) }
                continue
            }
            var rest = word[...]
            while let mark = rest.firstIndex(of: "'"), mark != rest.indices.last {
                words.append(String(rest[...mark]))
                rest = rest[rest.index(after: mark)...]
            }
            if !rest.isEmpty { words.append(String(rest)) }
        }
        return words
    }

    /// Words as they are written: what is elided leans on the next.
    static func text(of words: some Sequence<String>) -> String {
        var text = ""
        for word in words {
            if !text.isEmpty, !text.hasSuffix("'") { text += " " }
            text += word
        }
        return text
    }

    private static func parts(of word: String) -> [String] { word.split(separator: "-").map(String.init) }
}
