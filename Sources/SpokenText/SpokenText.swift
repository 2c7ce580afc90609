public import Base

/// Gets a text ready to be said: written out in words, and in pieces.
public enum SpokenText {
    /// The longest piece, in Unicode scalars: about twenty seconds of speech.
    public static let pieceLength = 300

    /// The text in words, as a person would read it aloud: numbers, dates, times, money, units, telephone numbers, acronyms, addresses, emoji and
    /// Markdown marks are replaced by what is said for them. Words stay as they are, in their order.
    ///
    /// A numeric date that could be read both ways is day first in French, month first in English. Takes time in proportion to the length.
    public static func written(_ text: String, language: Language) -> String {
        var reader = Reader(text, language: language)
        return reader.run()
    }

    /// Cuts a text after sentences; inside one only when it is longer than a piece, and then at a space if there is one.
    ///
    /// Cut what `written` gives: Markdown is read by lines, and lines end here.
    public static func pieces(of text: String) -> [String] {
        let scalars = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
        var pieces: [String] = []
        let end = scalars.lastIndex { !$0.properties.isWhitespace }.map { $0 + 1 } ?? 0
        var rest = scalars[..<end]
        while true {
            rest = rest.drop(while: { $0.properties.isWhitespace })
            guard !rest.isEmpty else { return pieces }
            var piece = rest.prefix(pieceLength)
            if piece.count < rest.count { piece = piece[..<cut(piece, before: rest[piece.endIndex])] }
            rest = rest[piece.endIndex...]
            var text = String.UnicodeScalarView()
            text.append(contentsOf: piece)
            pieces.append(String(text))
        }
    }

    private static func cut(_ piece: ArraySlice<Unicode.Scalar>, before next: Unicode.Scalar) -> Int {
        func isSpace(_ index: Int) -> Bool { (index < piece.endIndex ? piece[index] : next).properties.isWhitespace }
        let sentence = piece.indices.last { ".!?…".unicodeScalars.contains(piece[$0]) && isSpace($0 + 1) }
        if let sentence { return sentence + 1 }
        let clause = piece.indices.last { ",;:".unicodeScalars.contains(piece[$0]) && isSpace($0 + 1) }
        if let clause { return clause + 1 }
        return piece.indices.last { $0 > piece.startIndex && isSpace($0) } ?? piece.endIndex
    }
}
