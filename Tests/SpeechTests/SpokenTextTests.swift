import Testing
@testable import jarvis_speech

struct SpokenTextTests {
    @Test(arguments: [
        ("Il est 9h30.", "Il est 9 heures 30."), ("à 14:05", "à 14 heures 5"), ("1h", "1 heure"), ("9 h 30", "9 heures 30"), ("0h05", "zéro heure 5"),
        ("9h00", "9 heures"), ("24h/24", "24 heures/24"), ("-3 °C", "moins 3 degrés Celsius"), ("1 °C", "1 degré Celsius"),
        ("−1,5 °C", "moins 1,5 degré Celsius"),
        ("21\u{202F}°C", "21 degrés Celsius"), ("90 km/h", "90 kilomètres à l'heure"), ("12,50 €", "12 euros 50"), ("3€", "3 euros"), ("1 €", "1 euro"),
        ("12,00 €", "12 euros"), ("1 234,50 €", "1 234 euros 50"), ("$5", "5 dollars"), ("de 3 à -2", "de 3 à moins 2"), ("50 %", "50 %"),
        // What must stay as it is.
        ("16:9", "16:9"), ("14:05:10", "14:05:10"), ("25h30", "25h30"), ("9h301", "9h301"), ("page 10-3", "page 10-3"), ("B9h30", "B9h30"), ("1.2.3", "1.2.3"),
        ("2026-01-31", "2026-01-31"), ("h", "h"), ("", ""), ("€", "€"), ("-", "-"), ("3,", "3,"), ("99999999999999999999999", "99999999999999999999999"),
    ])
    func french(_ text: String, _ expected: String) {
        #expect(SpokenText.spoken(text, language: "fr-fr") == expected)
    }

    @Test(arguments: [
        ("It is 14:05", "It is 14 oh 5"), ("9:30", "9 30"), ("3:00 pm", "3 pm"), ("3:30 pm", "3 30 pm"), ("9:00", "9 o'clock"), ("14:00", "14 hundred hours"),
        ("9h30", "9 30"), ("-3 °C", "minus 3 degrees Celsius"), ("1 °C", "1 degree Celsius"), ("90 km/h", "90 kilometres per hour"), ("€12.50", "12 euros 50"),
        ("£3", "3 pounds"), ("$1", "1 dollar"), ("1,234,567", "1,234,567"), ("$1,234", "1,234 dollars"), ("50%", "50%"), ("ratio 16:9", "ratio 16:9"),
    ])
    func english(_ text: String, _ expected: String) {
        #expect(SpokenText.spoken(text, language: "en-gb") == expected)
    }

    @Test func otherLanguagesStayAsTheyAre() { #expect(SpokenText.spoken("9h30, 3 €", language: "de") == "9h30, 3 €") }

    @Test func piecesAreSentencesAndLoseNothing() {
        let sentence = "Ceci est une phrase de taille moyenne, avec une virgule. "
        let pieces = SpokenText.pieces(of: String(repeating: sentence, count: 50))
        #expect(pieces.allSatisfy { $0.unicodeScalars.count <= SpokenText.pieceLength && $0.hasSuffix(".") })
        #expect(pieces.joined(separator: " ") + " " == String(repeating: sentence, count: 50))
        let clauses = SpokenText.pieces(of: String(repeating: "un deux trois, ", count: 100))
        #expect(clauses.allSatisfy { $0.hasSuffix(",") })
        let words = SpokenText.pieces(of: String(repeating: "mot ", count: 1000))
        #expect(words.allSatisfy { $0.hasSuffix("mot") } && words.joined(separator: " ") + " " == String(repeating: "mot ", count: 1000))
        let solid = SpokenText.pieces(of: String(repeating: "a", count: 1000))
        #expect(solid.joined() == String(repeating: "a", count: 1000) && solid.count == 4)
        #expect(SpokenText.pieces(of: " \n\t\u{0} ").isEmpty)
        #expect(SpokenText.pieces(of: "a\u{0}b\u{7}c") == ["a b c"])
    }

    @Test func voicesHaveNamesOfTheirOwn() {
        let voices = EspeakVoice.unique([
            .init(title: "French (Belgium)", identifier: "roa/fr-BE", languages: [("fr-be", 5), ("fr", 8)]),
            .init(title: "French (France)", identifier: "roa/fr", languages: [("fr-fr", 5), ("fr", 5)]),
            .init(title: "Cantonese", identifier: "sit/yue", languages: [("yue", 5)]),
            .init(title: "Cantonese (Jyutping)", identifier: "sit/yue-Latn-jyutping", languages: [("yue", 6)]),
            .init(title: "Other engine", identifier: "mb/mb-fr1", languages: [("fr", 1)]),
        ])
        #expect(voices.map(\.name) == ["fr", "fr-be", "yue", "yue-latn-jyutping"])
        #expect(voices.speaking("fr_CA")?.name == "fr")
        #expect(voices.speaking("FR-be")?.name == "fr-be")
        #expect(voices.named("French (Belgium)")?.name == "fr-be")
        #expect(voices.named("sit/yue")?.name == "yue")
        #expect(voices.speaking("xx") == nil && voices.named("") == nil)
    }
}
