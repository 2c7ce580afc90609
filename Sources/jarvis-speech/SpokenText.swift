/// Gets a text ready to be said: in pieces, and with what the engine reads badly written out in words (French and English).
enum SpokenText {
    /// The longest piece, in Unicode scalars: about twenty seconds of speech.
    static let pieceLength = 300

    /// Cuts a text after sentences; inside one only when it is longer than a piece, and then at a space if there is one.
    static func pieces(of text: String) -> [String] {
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

    /// Writes out times, temperatures, speeds, prices and negative numbers, in the way of the language; other languages' texts stay as they are.
    ///
    /// The engine says "9h30" as "nine H thirty" and "12,50 €" as "twelve comma fifty euro"; numbers themselves it says well.
    static func spoken(_ text: String, language tag: String) -> String {
        switch tag.prefix(while: { $0 != "-" }) {
        case "fr": NumberReader(text, words: .french).written()
        case "en": NumberReader(text, words: .english).written()
        default: text
        }
    }
}
