import Language
import Testing

@Suite struct SentenceSplitterTests {
    func split(_ text: String, pieces: [String]? = nil) -> [String] {
        var splitter = SentenceSplitter()
        var sentences: [String] = []
        for piece in pieces ?? [text] { sentences += splitter.append(piece) }
        if let last = splitter.finish() { sentences.append(last) }
        return sentences
    }

    @Test(arguments: [
        ["Bonjour. ", "Comment allez-vous ? ", "Bien !"],
        ["M. Martin et Mme Dupont sont là. ", "Le Dr. House aussi."],
        ["Il fait 3.5 degrés. ", "Ou 3,5 ?"],
        ["Du pain, du lait, etc. ", "Puis on rentre."],
        ["Prends p. ex. Paris ou Lyon. ", "Voilà."],
        ["Euh... je ne sais pas… ", "Peut-être."],
        ["« Viens ! » dit-il. ", "« Non. » ", "Elle part."],
        ["« Viens\u{00A0}!\u{00A0}» ", "Puis il part."],
        ["Liste :\n", "- un\n", "- deux\n", "\n1. Faire ceci.\n", "2. Faire cela."],
        ["He said \"Stop.\" ", "Then he left (at last!). ", "End."],
        ["See e.g. Fig. 3 or No. 5. ", "No. ", "I mean it."],
        ["J. K. Rowling wrote it. ", "I know."],
        ["Visit example.org today. ", "It is v1.2.3!"],
        ["Quoi ?! ", "Vraiment !!! ", "Oui."],
        ["Il est 10 h. ", "Il en a 10. ", "C'est tout."],
        ["Tell me. ", "Then go."],
        ["  Un début.\r\n", "Une suite. "],
        ["Fini.  \n", "Suite"],
        ["😀 Salut ! ", "🎉 Bravo."],
        ["..."],
    ])
    func sentencesAreFound(sentences: [String]) { #expect(split(sentences.joined()) == sentences) }

    @Test func theyComeOutAsSoonAsTheyAreKnown() {
        var splitter = SentenceSplitter()
        #expect(splitter.append("Il est dix heures.").isEmpty)
        #expect(splitter.append(" ").isEmpty)
        #expect(splitter.append("E") == ["Il est dix heures. "])
        #expect(splitter.append("t voilà\n") == ["Et voilà\n"])
        #expect(splitter.finish() == nil)
    }

    @Test func nothingIsLostAndPiecesMakeNoDifference() {
        var random = FixedRandom(seed: 17)
        let words = [
            "Bonjour", "m", "M", "Mme", "etc", "p. ex", "3.5", "10", "1", ".", ".", "...", "…", "!", "?", " ", " ", " ", "\u{00A0}", "«", "»", "\"", ")", "(", "\n", "\r\n", "é", "e\u{301}",
            "😀", "👨‍👩‍👧", ",", "A", "a", "\u{202F}", "", "\0", String(repeating: "x", count: 700), String(repeating: ".", count: 100), String(repeating: " ", count: 90),
        ]
        for _ in 0..<3000 {
            let pieces = (0..<Int.random(in: 1...40, using: &random)).map { _ in words.randomElement(using: &random)! }
            let text = pieces.joined()
            let whole = split(text)
            #expect(Array(whole.joined().unicodeScalars) == Array(text.unicodeScalars))
            #expect(split("", pieces: pieces).map { Array($0.unicodeScalars) } == whole.map { Array($0.unicodeScalars) })
            let single = text.unicodeScalars.map { String($0) }
            #expect(split("", pieces: single).map { Array($0.unicodeScalars) } == whole.map { Array($0.unicodeScalars) })
            #expect(whole.allSatisfy { $0.unicodeScalars.count <= 600 })
        }
    }
}

/// A generator that says the same every time (SplitMix64, Steele et al. 2014).
struct FixedRandom: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
