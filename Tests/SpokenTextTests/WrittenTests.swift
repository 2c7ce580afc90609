import Base
import SpokenText
import Testing
import TestSupport

struct WrittenTests {
    @Test(arguments: [
        FrenchSentences.numbers, FrenchSentences.ordinals, FrenchSentences.dates, FrenchSentences.times, FrenchSentences.money, FrenchSentences.units,
        FrenchSentences.telephones, FrenchSentences.words, FrenchSentences.signs, FrenchSentences.marks,
    ])
    func readsFrench(_ table: String) { check(table, .french) }

    @Test(arguments: [
        EnglishSentences.numbers, EnglishSentences.dates, EnglishSentences.times, EnglishSentences.money, EnglishSentences.units,
        EnglishSentences.telephones, EnglishSentences.words, EnglishSentences.signs,
    ])
    func readsEnglish(_ table: String) { check(table, .english) }

    /// What was written out stays as it is when it is read again.
    private func check(_ table: String, _ language: Language) {
        for line in table.split(separator: "\n") {
            let halves = line.split(separator: "⇢")
            guard halves.count == 2 else {
                Issue.record("not a line of the table: \(line)")
                continue
            }
            let text = String(halves[0].dropLast()), expected = String(halves[1].dropFirst())
            let written = SpokenText.written(text, language: language)
            #expect(written == expected, "\(text)")
            #expect(SpokenText.written(expected, language: language) == expected, "a second time")
        }
    }

    @Test func leavesPlainTextAlone() {
        for line in FrenchSentences.plain.split(separator: "\n") { #expect(SpokenText.written(String(line), language: .french) == line) }
        for line in EnglishSentences.plain.split(separator: "\n") { #expect(SpokenText.written(String(line), language: .english) == line) }
        #expect(SpokenText.written("", language: .french).isEmpty)
        #expect(SpokenText.written("été\u{301}, 你好, привет, مرحبا", language: .french) == "été\u{301}, 你好, привет, مرحبا")
    }

    @Test func readsMarkdownLineByLine() {
        let text = """
            ## Courses
            - 2 œufs
            - du *lait*

            ---
            | nom | prix |
            |-----|-----:|
            | pain | 1,20 € |
            ```swift
            """
        #expect(
            SpokenText.written(text, language: .french)
                == "Courses.\ndeux œufs.\ndu lait.\n\n\nnom, prix.\n\npain, un euro vingt.\n")
    }

    @Test func neverLosesWords() {
        let words = ["lampe", "salon", "cuisine", "demain", "jardin", "chat", "été", "œuf", "Paris", "bleue"]
        var random = SeededGenerator(seed: 7)
        let marks = [" ", ", ", ". ", " - ", "\n", " 12 ", " (", ") ", " *", "* ", " 5 € ", " → ", "\n- ", " 👍 ", " 9h30 ", "/", " & ", ": "]
        for _ in 0..<300 {
            var text = "", expected: [String] = []
            for _ in 0..<12 {
                let word = words.randomElement(using: &random) ?? ""
                expected.append(word)
                text += word + (marks.randomElement(using: &random) ?? "")
            }
            let said = SpokenText.written(text, language: .french)
            var rest = said[...]
            for word in expected {
                guard let found = rest.firstRange(of: word) else {
                    Issue.record("\(word) is missing in \(said), from \(text)")
                    break
                }
                rest = rest[found.upperBound...]
            }
        }
    }

    @Test func readsAnything() {
        var random = SeededGenerator(seed: 1)
        let pieces = [
            "1", "12 ", "0", ".", ",", "-", "/", ":", "+", "(", "[", "](", ")", "*", "_", "#", "|", "\n", "€", "$", "%", "h", "A", "M.", "XIV", "http://", "@",
            "é", "🙂", "\u{200D}", "\u{FE0F}", "\u{301}", "½", "²", "°C", " ", "\u{202F}", "km/h", "am", "Louis ", "v", "x", ">", "`", "~", "=", "S.", "9h",
        ]
        for round in 0..<100 {
            var text = String.UnicodeScalarView()
            let length = round % 10 == 0 ? 5000 : 100
            for _ in 0..<length {
                if Bool.random(using: &random) {
                    text.append(contentsOf: (pieces.randomElement(using: &random) ?? "").unicodeScalars)
                } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x1FFFF, using: &random)) {
                    text.append(scalar)
                }
            }
            let language: Language = round % 2 == 0 ? .french : .english
            let said = SpokenText.written(String(text), language: language)
            #expect(said.unicodeScalars.count <= 60 * text.count + 100)
            _ = SpokenText.pieces(of: said)
        }
    }

    /// Time in proportion to the length, whatever is repeated: were it the square, these would take minutes.
    @Test(
        .timeLimit(.minutes(4)),
        arguments: [
            "a", "1", "1 ", "1,", "1.", "1-", "01 ", "(", "[", "[a](", "-", "*", "_", "|", "#", "\n", "\n-", "\n>", "http://", "a.", "a@", "A.", "1/", "1:",
            "€",
            "X", "XIV ", "👍", "\u{200D}", "é", "½", " ", "\t", "M. ", "12h30 ", "+33 ", "www.", "'",
        ])
    func takesLinearTime(_ piece: String) {
        let text = String(repeating: piece, count: 15_000 / piece.unicodeScalars.count)
        #expect(SpokenText.written(text, language: .french).unicodeScalars.count < 20 * 15_000)
    }
}
