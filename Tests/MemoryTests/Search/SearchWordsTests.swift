import Base
import Domain
import Foundation
import Testing

@testable import Memory

@Suite struct SearchWordsTests {
    @Test(arguments: [
        ("L'été, c'est l’été !", ["l", "ete", "c", "est", "l", "ete"]), ("Cœur-à-cœur à 18h30", ["coeur", "a", "coeur", "a", "18h30"]),
        ("don't e\u{301}te\u{301}", ["don", "t", "ete"]), ("日本 ok", ["日", "本", "ok"]), ("👨‍👩‍👧 ½ straße", ["½", "strasse"]), ("_a_b\u{0}c", ["a", "b", "c"]),
    ])
    func splits(_ text: String, _ expected: [String]) {
        var splitter = WordSplitter(), words: [String] = []
        WordSplitter.withBytes(of: text) { bytes in splitter.forEachWord(of: bytes) { word, _ in words.append(String(decoding: word, as: UTF8.self)) } }
        #expect(words.map { $0 == "1⁄2" || $0 == "½" ? "½" : $0 } == expected)
    }

    @Test(arguments: [
        (["preparer", "prepare", "preparee", "preparees", "prepares"], Language.french), (["allergie", "allergies"], .french),
        (["swim", "swims", "swimming"], .english), (["party", "parties"], .english),
    ])
    func stemsAreTheSame(_ words: [String], _ language: Language) {
        let lexicon = Lexicon(WordHash())
        #expect(Set(words.map { lexicon.analyze($0, in: language).terms.map(\.hash) }).count == 1)
    }

    @Test(arguments: [("je n'ai pas le temps", Language.french), ("I do not have the time", .english), ("Jarvis", .french)])
    func tellsTheLanguage(_ text: String, _ language: Language) { #expect(Lexicon(WordHash()).analyzeQuery(text, in: nil).language == language) }

    @Test func marksQuestions() {
        let text = Lexicon(WordHash()).analyze("Il pleut. Tu viens demain ? Apporte un gâteau… d'accord?! Oui", in: .french)
        #expect(text.terms.map(\.isAsked) == [false, true, true, false, false, false, false, false].prefix(text.terms.count).map { $0 })
        #expect(text.traits.flags.isSuperset(of: [.question, .time, .isFrench]))
    }

    @Test func hashesSayNothingOfTheWord() {
        let a = WordHash(), b = WordHash()
        #expect(a("chat") == a("chat"))
        #expect(a("chat") != b("chat"))
    }

    @Test(arguments: [
        ("quand est-ce qu'on part", true), ("en quelle année", true), ("when did we go", true), ("how long did it take", true), ("qui vient", false),
        ("combien de temps", true), ("what happened", false),
    ])
    func knowsWhoAsksForATime(_ text: String, _ expected: Bool) { #expect(Lexicon(WordHash()).analyzeQuery(text, in: nil).asksWhen == expected) }

    @Test(arguments: [
        ("le 3 mai 2025", 2025, 5, 3, 1), ("on May 3rd, 2025", 2025, 5, 4, 0.867), ("in june", 2025, 6, 30, 1), ("the 1st of june 2024", 2025, 6, 1, 0),
        ("en mars", 2025, 4, 7, 0.368), ("may we go", 2025, 5, 3, 0), ("le 30 février", 2025, 2, 28, 0), ("1er août", 2025, 8, 1, 1),
    ])
    func readsDays(_ text: String, _ year: Int, _ month: Int, _ day: Int, _ expected: Float) throws {
        let words = Lexicon(WordHash()).analyzeQuery(text, in: nil).all.map(\.folded)
        let dates = NamedDates(words: words, preferred: nil, timeZone: .current), when = try #require(CivilDay(year: year, month: month, day: day))
        #expect(abs(dates.nearness(of: when.number) - expected) < 0.001)
    }
}
