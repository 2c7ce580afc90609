import Understanding

/// What a timer or a reminder is for, cut out of a sentence.
enum Label {
    /// Words that say nothing about it.
    private static let fillers: Set<String> = [
        "le", "la", "les", "l", "un", "une", "du", "de", "des", "d", "pour", "a", "au", "aux", "mon", "ma", "mes", "que", "qu", "the", "for", "of", "to", "my",
        "an", "about", "on", "at",
        "qui", "s", "appelle", "nomme", "named", "called",
    ]

    private static let leading: [[String]] = [
        ["au", "sujet", "de"], ["a", "propos", "de"], ["qui", "s", "appelle"], ["intitule"], ["appele"], ["nomme"], ["pour", "que", "je"],
        ["qu", "il", "faut"], ["que"], ["qu"], ["pour"], ["de"], ["d"], ["du"],
        ["des"], ["a"], ["dans"], ["et"], ["to"], ["about"], ["that"], ["for"], ["of"], ["called"], ["named"], ["and"], ["sur"], ["in"],
    ]
    private static let trailing: Set<String> = [
        "de", "d", "du", "a", "pour", "que", "to", "on", "at", "for", "of", "in", "dans", "et", "and", "le", "the", "par", "d'ici", "vers",
    ]

    /// With "de" before it: "les pâtes" → "des pâtes", "le thé" → "du thé", "la soupe" → "de la soupe"; a name without an article stays as it is.
    static func ofFrench(_ label: String) -> String {
        for (article, joined) in [("les ", "des "), ("le ", "du "), ("la ", "de la "), ("l'", "de l'"), ("l’", "de l’")]
        where label.lowercased().hasPrefix(article) {
            return joined + label.dropFirst(article.count)
        }
        return label
    }

    /// Without its article: "the pasta" → "pasta".
    static func bareEnglish(_ label: String) -> String {
        for article in ["the ", "my ", "a ", "an "] where label.lowercased().hasPrefix(article) { return String(label.dropFirst(article.count)) }
        return label
    }

    /// Folded, "thé" looks like the English article: its accent, or a French article before it, shows that it is the drink.
    private static func isTea(_ index: Int, of text: FoldedText) -> Bool {
        text[index] == "the" && (!text.original(index..<index + 1).lowercased().hasPrefix("the") || ["le", "du", "un", "au", "mon"].contains(text[index - 1]))
    }

    /// The folded words of a label that say something.
    static func content(_ label: String) -> [String] {
        let text = FoldedText(label)
        return content(text.all, of: text)
    }

    /// The folded words of this range that say something.
    static func content(_ range: Range<Int>, of text: FoldedText) -> [String] {
        range.filter { !fillers.contains(text[$0]) || isTea($0, of: text) }.map { text[$0] }
    }

    /// What these pieces of the sentence name, without the small words that tied them to the rest; "" for nothing.
    static func text(_ pieces: [Range<Int>], of text: FoldedText) -> String {
        pieces.map { piece(trim($0, text), text) }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func piece(_ range: Range<Int>, _ text: FoldedText) -> String { String(text.original(range).prefix(300)) }

    private static func trim(_ piece: Range<Int>, _ text: FoldedText) -> Range<Int> {
        var range = piece
        while let next = text.readsAny(leading, at: range.lowerBound, before: range.upperBound) {
            // "de la part de", "à la poste": an article after "à" shows that it belongs to a place.
            if next < range.upperBound, text[range.lowerBound] == "a", ["la", "l", "mon", "ma", "mes"].contains(text[next]) { break }
            range = next..<range.upperBound
        }
        while let last = range.last, trailing.contains(text[last]), !isTea(last, of: text) { range = range.lowerBound..<last }
        return range
    }
}
