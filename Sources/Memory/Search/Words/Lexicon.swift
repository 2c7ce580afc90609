import Base
import Foundation

/// Reads texts as keyed words: splits, folds, leaves little words out, and stems in the language of the text. Remembers what it knows of the words it
/// met, under their hashes. Not for two threads at a time: `Lexicons` lends them.
final class Lexicon {
    /// Words that are remembered; about 8 MB.
    private static let cacheLimit = 1 << 17

    /// What a word is in each language.
    private struct Word {
        var key: UInt64
        var french: Sense, english: Sense

        subscript(language: Language) -> Sense { language == .french ? french : english }
    }

    private struct Sense {
        var stem: UInt64
        var traits: Traits
    }

    private struct Traits: OptionSet {
        let rawValue: UInt8

        static let little = Traits(rawValue: 1)
        static let firstPerson = Traits(rawValue: 2)
        static let time = Traits(rawValue: 4)
    }

    private let hash: WordHash
    private let french = Stemmer(.french), english = Stemmer(.english)
    private let listed: [Language: [UInt64: Traits]]
    private var splitter = WordSplitter()
    private var sentences = Sentences()
    private var words: [UInt64: Word] = [:]
    private var met: [(word: Word, range: Range<Int>)] = []

    init(_ hash: WordHash) {
        self.hash = hash
        var listed: [Language: [UInt64: Traits]] = [:]
        for language in Language.allCases {
            for (list, trait) in [(WordLists.little, Traits.little), (WordLists.firstPerson, .firstPerson), (WordLists.time, .time)] {
                for word in list(language) { listed[language, default: [:]][hash(word), default: []].insert(trait) }
            }
        }
        self.listed = listed
    }

    /// A text as it is kept.
    func analyze(_ text: String, in language: Language?) -> AnalyzedText {
        WordSplitter.withBytes(of: text) { bytes in
            read(bytes)
            sentences.read(bytes)
            var result = AnalyzedText(), flags: TextTraits.Flags = language.map { $0(fr: .isFrench, en: .isEnglish) } ?? []
            let language = language ?? guess
            result.terms.reserveCapacity(met.count)
            for (word, range) in met {
                let sense = word[language], isAsked = sentences.isAsked(at: range.lowerBound)
                if sense.traits.contains(.firstPerson) { flags.insert(.firstPerson) }
                if sense.traits.contains(.time) { flags.insert(.time) }
                if !sense.traits.contains(.little) { result.terms.append(AnalyzedText.Term(hash: sense.stem, isAsked: isAsked)) }
            }
            if bytes.contains(UInt8(ascii: "?")) { flags.insert(.question) }
            result.traits = TextTraits(words: UInt8(min(met.count, TextTraits.wordLimit)), flags: flags)
            return result
        }
    }

    /// A query as it is looked for.
    func analyzeQuery(_ text: String, in language: Language?) -> AnalyzedQuery {
        WordSplitter.withBytes(of: text) { bytes in
            read(bytes)
            let language = language ?? guess, met = met.prefix(AnalyzedQuery.wordLimit)
            func written(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
            var query = AnalyzedQuery(language: language), seen: Set<UInt64> = []
            for (word, range) in met {
                let text = written(range)
                query.all.append((Self.folded(text), word.key, range))
                let sense = word[language]
                if sense.traits.contains(.firstPerson) { query.isFirstPerson = true }
                guard !sense.traits.contains(.little), seen.insert(sense.stem).inserted else { continue }
                query.words.append(AnalyzedQuery.Word(text: text, key: word.key, french: word.french.stem, english: word.english.stem))
            }
            for (index, word) in query.all.enumerated() {
                query.names.append((word.folded, word.key))
                if index + 1 < query.all.count {
                    let two = word.folded + " " + query.all[index + 1].folded
                    query.names.append((two, name(two)))
                }
            }
            return query
        }
    }

    /// A name of one or more words, however it is written: "Léa", "lea", "LÉA".
    func name(_ name: String) -> UInt64 { hash(Self.folded(name)) }

    /// The words of a name, each as a word and as a name.
    func nameWords(_ name: String) -> [UInt64] { Self.folded(name).split(separator: " ").map { hash($0) } }

    private static func folded(_ text: String) -> String {
        var splitter = WordSplitter(), folded: [UInt8] = []
        WordSplitter.withBytes(of: text) { bytes in
            splitter.forEachWord(of: bytes) { word, _ in
                if !folded.isEmpty { folded.append(0x20) }
                folded.append(contentsOf: word)
            }
        }
        return String(decoding: folded, as: UTF8.self)
    }

    private func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        met.removeAll(keepingCapacity: true)
        if words.count > Self.cacheLimit { words.removeAll(keepingCapacity: true) }
        splitter.forEachWord(of: bytes) { folded, range in
            let key = hash(folded, in: .word)
            let word =
                words[key]
                ?? Word(
                    key: key,
                    french: Sense(stem: french.stem(folded) { hash($0, in: .french) }, traits: listed[.french]?[key] ?? []),
                    english: Sense(stem: english.stem(folded) { hash($0, in: .english) }, traits: listed[.english]?[key] ?? []))
            words[key] = word
            met.append((word, range))
        }
    }

    /// The language of which the text has more little words; French when it has as many of both.
    private var guess: Language {
        met.reduce(0) { $0 + ($1.word.french.traits.contains(.little) ? 1 : 0) - ($1.word.english.traits.contains(.little) ? 1 : 0) } < 0
            ? .english : .french
    }
}
