import Testing

@testable import Recognition

@Suite struct HotWordsTests {
    @Test(arguments: [
        ("Allume le plafonier du salon.", "Allume le plafonnier du salon."), ("turn on the veranda lamp", "turn on the veranda lamp"),
        ("ouvre le velux de la buenderie !", "ouvre le velux de la buanderie !"),
        // Too far, too short, another first letter, or a name already.
        ("allume la planche", "allume la planche"), ("mets le spat", "mets le spat"), ("la guirlande et la girlande", "la guirlande et la guirlande"),
        ("le blafonnier", "le blafonnier"), ("le salon de thé", "le salon de thé"), ("", ""),
    ])
    func putsNamesInPlace(_ text: String, _ expected: String) {
        #expect(HotWords.corrected(text, with: ["plafonnier", "spot", "salon", "buanderie", "véranda", "guirlande", "ballon"]) == expected)
    }

    @Test func knowsNamesOfSeveralWords() {
        #expect(HotWords.corrected("turn on the reeding lamp now", with: ["reading lamp"]) == "turn on the reading lamp now")
        #expect(HotWords.corrected("lamp", with: ["reading lamp", ""]) == "lamp")
        #expect(HotWords.list(["a/b", "c d"]) == "a b/c d")
    }

    @Test func countsLetters() {
        #expect(HotWords.distance(Array("kitten"), Array("sitting"), limit: 5) == 3)
        #expect(HotWords.distance(Array("same"), Array("same"), limit: 0) == 0)
        #expect(HotWords.distance(Array("abc"), Array("xyz"), limit: 1) > 1)
    }
}
