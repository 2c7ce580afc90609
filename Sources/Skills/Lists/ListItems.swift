import Understanding

/// The things somebody names in a row.
enum ListItems {
    private static let articles: Set<String> = ["du", "des", "le", "la", "les", "l", "de", "d", "some", "the", "a", "an", "any"]
    private static let joints: Set<String> = ["et", "and", "&", "puis", "plus", "also", "ainsi", "aussi"]

    static func split(_ text: String) -> [String] {
        let folded = FoldedText(text)
        return split(folded.all, of: folded)
    }

    /// "du lait, des œufs et de l'huile" → lait, œufs, huile.
    static func split(_ range: Range<Int>, of text: FoldedText) -> [String] {
        var items: [String] = [], start = range.lowerBound
        func close(_ end: Int) {
            var piece = start..<end
            while let first = piece.first, articles.contains(text[first]), piece.count > 1 || articles.contains(text[first]) && joints.contains(text[first]) {
                piece = first + 1..<piece.upperBound
            }
            // "une baguette" is a baguette; "un litre de lait" stays what it is.
            if piece.count == 2, let first = piece.first, ["un", "une"].contains(text[first]) { piece = first + 1..<piece.upperBound }
            if let first = piece.first, piece.count > 1, ["aussi", "also", "encore"].contains(text[first]) { piece = first + 1..<piece.upperBound }
            let item = text.original(piece)
            if !item.isEmpty { items.append(String(item.prefix(200))) }
        }
        for index in range {
            if index > start, text.tokens[index].gap == .comma || text.tokens[index].gap == .stop { close(index); start = index }
            if joints.contains(text[index]), index > range.lowerBound, index + 1 < range.upperBound, text[index] != "plus" {
                if index > start { close(index) }
                start = index + 1
            }
        }
        if start < range.upperBound { close(range.upperBound) }
        return items
    }

    /// What makes two items the same: no article, no plural.
    static func key(_ item: String) -> String {
        FoldedText.key(item).split(separator: " ").filter { !articles.contains(String($0)) }
            .map { $0.count > 3 && ($0.hasSuffix("s") || $0.hasSuffix("x")) ? $0.dropLast() : $0 }.joined(separator: " ")
    }
}
