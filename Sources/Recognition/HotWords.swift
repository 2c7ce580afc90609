private import Foundation

/// Names that are likely, for engines that know nothing of them.
enum HotWords {
    /// As sherpa-onnx takes them.
    static func list(_ words: [String]) -> String { words.map { $0.replacing("/", with: " ") }.joined(separator: "/") }

    /// Puts names in the place of words that are nearly they: one letter in six may be wrong, the first one not, and names of less than five letters are
    /// left alone, because so many words are near them. Words that are names already stay as they are.
    static func corrected(_ text: String, with names: [String]) -> String {
        guard !text.isEmpty, !names.isEmpty else { return text }
        var words = text.split(separator: " ").map(String.init)
        let forms = names.prefix(2_000).map { name in (name: name, parts: name.split(separator: " ").map(folded)) }
        // Longer names first, so that a part of one does not take its place.
        for (name, parts) in forms.sorted(by: { $0.parts.count > $1.parts.count }) {
            let letters = parts.joined(separator: " ")
            guard letters.count >= 5, !parts.isEmpty, parts.count <= words.count else { continue }
            var start = 0
            while start + parts.count <= words.count {
                let range = start..<start + parts.count
                let said = words[range].map(folded).joined(separator: " ")
                start += 1
                guard said != letters, said.first == letters.first, abs(said.count - letters.count) <= letters.count / 6 else { continue }
                guard !forms.contains(where: { $0.parts.joined(separator: " ") == said }) else { continue }
                guard distance(Array(said), Array(letters), limit: letters.count / 6) <= letters.count / 6 else { continue }
                // What ends the sentence stays.
                let tail = words[range.upperBound - 1].reversed().prefix { $0.isPunctuation }
                words.replaceSubrange(range, with: (name + String(tail.reversed())).split(separator: " ").map(String.init))
            }
        }
        return words.joined(separator: " ")
    }

    private static func folded(_ word: some StringProtocol) -> String {
        word.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).filter { $0.isLetter || $0.isNumber }
    }

    /// Letters to change, put in or take out; more than `limit` is any number above it.
    static func distance(_ a: [Character], _ b: [Character], limit: Int) -> Int {
        var row = Array(0...b.count)
        for (i, letter) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (letter == b[j] ? 0 : 1))
                diagonal = above
            }
            if row.min() ?? 0 > limit { return limit + 1 }
        }
        return row[b.count]
    }
}
