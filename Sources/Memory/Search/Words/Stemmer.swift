import Base
private import CStemmer

/// A Snowball stemmer (libstemmer) of one language. Not for two threads at a time.
final class Stemmer {
    /// Longer than any word of a dictionary: what is longer is a key or a hash, and has no ending.
    private static let longest = 48
    private let handle: OpaquePointer?
    private let isFrench: Bool

    init(_ language: Language) {
        handle = sb_stemmer_new(language.rawValue, "UTF_8")
        isFrench = language == .french
    }

    deinit { sb_stemmer_delete(handle) }

    /// Calls `body` with the stem of a folded word; with the word itself where there is no stemmer.
    ///
    /// People leave accents out, so words come folded, and the French stemmer, which knows -é and -ée by their accents, leaves an e: it is taken off
    /// ("préparer", "préparé" and "préparées" are "prepar").
    func stem<Result>(_ word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        guard word.count > 2, word.count <= Self.longest, let handle, let stem = sb_stemmer_stem(handle, word.baseAddress, Int32(word.count)) else {
            return body(word)
        }
        var count = Int(sb_stemmer_length(handle))
        if isFrench { while count > 2 && stem[count - 1] == UInt8(ascii: "e") { count -= 1 } }
        return body(UnsafeBufferPointer(start: stem, count: count))
    }
}
