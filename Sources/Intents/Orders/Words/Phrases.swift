/// Sequences of words, found where they stand; of several, the longest.
struct Phrases: Sendable {
    private let byFirst: [String: [[String]]]
    private let byLast: [String: [[String]]]

    /// - Parameter list: phrases parted by `|`, in any case, with accents or without.
    init(_ list: String) {
        let phrases = list.split(separator: "|").map { Tokenizer.words(of: String($0)).map(\.folded) }.filter { !$0.isEmpty }
        byFirst = Dictionary(grouping: phrases) { $0[0] }.mapValues { $0.sorted { $0.count > $1.count } }
        byLast = Dictionary(grouping: phrases) { $0[$0.count - 1] }.mapValues { $0.sorted { $0.count > $1.count } }
    }

    /// How many words the phrase that begins at `index` has; `nil` when none does.
    func length(at index: Int, in words: [Sentence.Word], before end: Int) -> Int? {
        guard index < end, let phrases = byFirst[words[index].folded] else { return nil }
        return phrases.first { index + $0.count <= end && Self.stands($0, at: index, in: words) }?.count
    }

    /// How many words the phrase that ends before `end` has.
    func length(endingAt end: Int, in words: [Sentence.Word], after start: Int) -> Int? {
        guard end > start, let phrases = byLast[words[end - 1].folded] else { return nil }
        return phrases.first { end - $0.count >= start && Self.stands($0, at: end - $0.count, in: words) }?.count
    }

    /// Where the first of them stands.
    func first(in words: [Sentence.Word], from start: Int = 0, before limit: Int? = nil) -> Range<Int>? {
        let end = limit ?? words.count
        guard start < end else { return nil }
        for index in start..<end { if let length = length(at: index, in: words, before: end) { return index..<index + length } }
        return nil
    }

    /// Whether some words are one of the phrases, and nothing else.
    func matches(_ words: some RandomAccessCollection<Sentence.Word>) -> Bool {
        guard let first = words.first, let phrases = byFirst[first.folded] else { return false }
        return phrases.contains { $0.count == words.count && zip($0, words).allSatisfy { $0 == $1.folded } }
    }

    private static func stands(_ phrase: [String], at index: Int, in words: [Sentence.Word]) -> Bool {
        for offset in phrase.indices where words[index + offset].folded != phrase[offset] { return false }
        return true
    }
}
