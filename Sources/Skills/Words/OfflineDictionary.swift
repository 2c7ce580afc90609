import Base
import Dispatch
public import Foundation
import Understanding

/// A dictionary in a file of the machine: one entry a line, the word, a tab, its meaning; in UTF-8. Lines that begin with `#` are passed over.
///
/// The file is read through for each question, so that it takes no memory, needs no order and may be replaced at any time.
public struct OfflineDictionary: Sendable {
    private let file: URL

    /// Bytes read at once, bytes of a line, entries of one word.
    private static let chunk = 1 << 20, lineLimit = 64 << 10, entryLimit = 12

    public init(file: URL) { self.file = file }

    /// The word as it is written there and what it means; `nil` when it is not in it, or the file cannot be read.
    func meanings(of word: String) async -> (word: String, meanings: [String])? {
        let file = file
        // Reading a large file takes a while: not on the threads that serve everybody.
        return await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .userInitiated).async { continuation.resume(returning: Self.search(word, in: file)) }
        }
    }

    private static func search(_ word: String, in file: URL) -> (word: String, meanings: [String])? {
        let key = FoldedText.key(word)
        guard !key.isEmpty, key.utf8.count <= 100, let handle = try? FileHandle(forReadingFrom: file) else { return nil }
        defer { try? handle.close() }
        var scan = Scan(key: key, word: word.lowercased()), rest: [UInt8] = []
        while let data = try? handle.read(upToCount: chunk), !data.isEmpty {
            var bytes = rest + data
            rest = []
            if let end = bytes.lastIndex(of: UInt8(ascii: "\n")) {
                rest = Array(bytes[(end + 1)...])
                bytes.removeSubrange(end...)
                scan.lines(bytes)
            } else {
                rest = bytes
            }
            if rest.count > lineLimit { rest = [UInt8(ascii: "#")] }
        }
        scan.lines(rest)
        return scan.result
    }

    private struct Scan {
        let key: String
        let word: String
        /// Entries of the very word, and of one that differs in accents or case only.
        var exact: [(word: String, meaning: String)] = []
        var folded: [(word: String, meaning: String)] = []

        init(key: String, word: String) {
            self.key = key
            self.word = word
        }

        mutating func lines(_ bytes: [UInt8]) {
            let first = Array(key.utf8.prefix(1))[0]
            for line in bytes.split(separator: UInt8(ascii: "\n")) where line.count <= lineLimit {
                guard let begin = line.first, begin != UInt8(ascii: "#") else { continue }
                // Words with another first letter are passed over without a closer look; an accent may hide any letter.
                if begin < 0x80, begin | 0x20 != first | 0x20 { continue }
                guard let tab = line.prefix(200).firstIndex(of: UInt8(ascii: "\t")), exact.count < entryLimit else { continue }
                let headword = String(decoding: line[..<tab], as: UTF8.self)
                guard FoldedText.key(headword) == key else { continue }
                let meaning = PlainText.clean(String(decoding: line[(tab + 1)...], as: UTF8.self), limit: 300)
                guard !meaning.isEmpty else { continue }
                let shown = PlainText.clean(headword, limit: 100)
                if headword.lowercased() == word { exact.append((shown, meaning)) } else if folded.count < entryLimit { folded.append((shown, meaning)) }
            }
        }

        var result: (word: String, meanings: [String])? {
            let found = exact.isEmpty ? folded : exact
            guard let first = found.first else { return nil }
            return (first.word, found.map(\.meaning))
        }
    }
}
