import SpokenText
import Testing

struct PiecesTests {
    @Test func piecesAreSentencesAndLoseNothing() {
        let sentence = "Il fait beau aujourd'hui, et demain aussi. "
        let pieces = SpokenText.pieces(of: String(repeating: sentence, count: 50))
        #expect(pieces.allSatisfy { $0.unicodeScalars.count <= SpokenText.pieceLength && $0.hasSuffix(".") })
        #expect(pieces.joined(separator: " ") + " " == String(repeating: sentence, count: 50))
    }

    @Test func cutsAtClausesThenWordsThenAnywhere() {
        let clauses = SpokenText.pieces(of: String(repeating: "un deux trois, ", count: 100))
        #expect(clauses.dropLast().allSatisfy { $0.hasSuffix(",") })
        let words = SpokenText.pieces(of: String(repeating: "mot ", count: 1000))
        #expect(words.allSatisfy { $0.hasPrefix("mot") && $0.hasSuffix("mot") })
        let solid = SpokenText.pieces(of: String(repeating: "a", count: 1000))
        #expect(solid.joined().count == 1000)
    }

    @Test func nothingToSayIsNoPiece() {
        #expect(SpokenText.pieces(of: " \n\t\u{0} ").isEmpty)
        #expect(SpokenText.pieces(of: "a\u{0}b\u{7}c") == ["a b c"])
    }
}
