private import Synchronization

/// Writes down sentences of a home's own, and nothing else, with pocketsphinx: no download for English, little work, and soon done.
///
/// A grammar of the sentences was measured against a trigram model of them: it hears more of them right (46 of 60 French ones, 36 of 40 English, against
/// 32 and 30), and what is no order fits it badly, while the trigram model makes a likely row of words of it.
package final class CommandRecognizer: Recognizer {
    package let name = "pocketsphinx"

    private let models: [String: AcousticModel]
    private let pronounce: @Sendable (_ word: String, _ language: String) -> String?
    private let threads: EngineThreads
    private let grammars = Mutex<[String: Grammar]>([:])
    private let utterances: OpenCount

    /// What setting a vocabulary came to.
    package struct Report: Sendable, Hashable {
        /// Words of the grammar, and ways from one to the next.
        package var words: Int
        package var arcs: Int
        /// Nobody knows how they are said; what has them in it cannot be heard.
        package var unknown: [String]
    }

    /// - Parameters:
    ///   - pronounce: IPA for a word, for what dictionaries lack.
    ///   - limit: utterances that may be open at once.
    package init(
        models: [AcousticModel], threads: EngineThreads, limit: Int = 32, pronounce: @escaping @Sendable (_ word: String, _ language: String) -> String?
    ) {
        self.models = Dictionary(models.map { ($0.language, $0) }) { first, _ in first }
        self.pronounce = pronounce
        self.threads = threads
        utterances = OpenCount(limit: limit)
    }

    /// Those that have a vocabulary.
    package var languages: [String] { grammars.withLock { $0.keys.sorted() } }
    /// Those that can be given one.
    package var possibleLanguages: [String] { models.keys.sorted() }

    /// What can be said in a language from now on; utterances that are open go on with what there was.
    /// - Throws: `RecognitionError` when there is no model for the language, or the vocabulary cannot be used.
    @discardableResult package func setVocabulary(_ language: String, _ vocabulary: CommandVocabulary) async throws -> Report {
        guard let model = models[language] else { throw RecognitionError(.language, "there is no acoustic model for \(language)") }
        let (grammar, report) = try await threads.run { [pronounce] in
            let lexicon = try Lexicon(vocabulary, model: model, pronounce: pronounce)
            let graph = try CommandGraph(vocabulary) { lexicon.split($0, language: language) }
            let grammar = Grammar(model: model, lexicon: lexicon, graph: graph)
            // One is ready before anybody speaks, and shows that the library takes the grammar.
            grammar.give(back: try grammar.take())
            return (grammar, Report(words: lexicon.pronunciations.count, arcs: graph.arcs.count, unknown: lexicon.unknown))
        }
        grammars.withLock { $0[language] = grammar }
        return report
    }

    package func open(_ request: RecognitionRequest) throws -> any Recognition {
        let grammars = grammars.withLock { known in (request.languages.isEmpty ? known.keys.sorted() : request.languages).compactMap { known[$0] } }
        guard !grammars.isEmpty else {
            throw RecognitionError(.language, "there is no vocabulary for \(request.languages.joined(separator: ", "))")
        }
        return CommandRecognition(grammars: grammars, wantsPartials: request.wantsPartials, threads: threads, ticket: try utterances.take())
    }
}

/// A grammar with the decoders that were made for it and wait to be used again.
final class Grammar: Sendable {
    let model: AcousticModel
    private let lexicon: Lexicon
    private let graph: CommandGraph
    private let idle = Mutex<[Loaned]>([])
    /// Decoders that are kept for later; more are made when needed, in a few hundredths of a second.
    private static let idleLimit = 4

    /// A decoder on its way between threads; never used by two.
    struct Loaned: @unchecked Sendable {
        let decoder: SphinxDecoder
    }

    init(model: AcousticModel, lexicon: Lexicon, graph: CommandGraph) {
        self.model = model
        self.lexicon = lexicon
        self.graph = graph
    }

    func take() throws -> Loaned {
        if let decoder = idle.withLock({ $0.popLast() }) { return decoder }
        return try Loaned(decoder: SphinxDecoder(model: model, lexicon: lexicon, graph: graph))
    }

    func give(back decoder: Loaned) {
        idle.withLock { if $0.count < Self.idleLimit { $0.append(decoder) } }
    }
}
