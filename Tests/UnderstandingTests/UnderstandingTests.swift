import Base
import Foundation
import TestSupport
import Testing
@testable import Understanding

struct FoldedTextTests {
    @Test func foldsAndKeepsTheOriginal() {
        let text = FoldedText("Rappelle-moi d’appeler LÉA à l'École, s'il te plaît !")
        #expect(text.tokens.map(\.text) == ["rappelle", "moi", "d", "appeler", "lea", "a", "l", "ecole"])
        #expect(text.original(3..<5) == "appeler LÉA")
        #expect(FoldedText("Œufs à la coque").tokens.map(\.text) == ["oeufs", "a", "la", "coque"])
        #expect(FoldedText("cafe\u{301}").tokens.map(\.text) == ["cafe"])
    }

    @Test func splitsWhatIsRunTogether() {
        let text = FoldedText("rappelle moi dappeler Léa")
        #expect(text.tokens.map(\.text) == ["rappelle", "moi", "d", "appeler", "lea"])
        #expect(text.original(3..<5) == "appeler Léa")
        #expect(FoldedText("quest ce que cest").tokens.map(\.text) == ["qu", "est", "ce", "que", "c", "est"])
    }

    @Test func readsNumbersAndSigns() {
        #expect(FoldedText("3,5 + 2*(4-1)").tokens.map(\.text) == ["3,5", "+", "2", "*", "(", "4", "-", "1", ")"])
        #expect(FoldedText("14h30, est-il").tokens.map(\.text) == ["14", "h", "30", "est", "il"])
        #expect(FoldedText("20°C").tokens.map(\.text) == ["20", "°", "c"])
        #expect(FoldedText("lait, œufs").tokens.map(\.gap) == [.none, .comma])
    }

    @Test func putsCourtesyAside() {
        for polite in [
            "Hey Jarvis, mets un minuteur", "est-ce que tu peux mets un minuteur stp", "s'il te plaît mets un minuteur merci",
            "Jarvis mets s'il te plaît un minuteur", "euh bon alors mets un minuteur",
        ] {
            #expect(FoldedText(polite).tokens.map(\.text) == ["mets", "un", "minuteur"], "\(polite)")
        }
        #expect(FoldedText("merci").tokens.map(\.text) == ["merci"])
        #expect(FoldedText("Jarvis").tokens.map(\.text) == ["jarvis"])
        #expect(FoldedText("s'il te plaît").tokens.isEmpty == false)
    }

    @Test func boundsWhatItReads() {
        let text = FoldedText(String(repeating: "a ", count: 25_000))
        #expect(!text.isWhole)
        #expect(text.tokens.count <= Tokenizer.limit)
    }
}

struct NumeralsTests {
    private func read(_ text: String, _ language: Language) -> Double? {
        let folded = FoldedText(text)
        guard let reading = Numerals.read(folded, at: 0, before: folded.tokens.count, language), reading.next == folded.tokens.count else { return nil }
        return reading.value
    }

    @Test func readsFrench() {
        let table: [(String, Double)] = [
            ("vingt et un", 21), ("soixante-quinze", 75), ("quatre-vingt-dix-sept virgule cinq", 97.5), ("septante", 70), ("nonante-neuf", 99),
            ("deux cents", 200), ("mille", 1000),
            ("deux mille vingt-six", 2026), ("quatre vingts", 80), ("quatre-vingt-un", 81), ("soixante et onze", 71),
            ("cent vingt trois mille quatre cent cinquante-six", 123_456),
            ("3,5", 3.5), ("10 000", 10_000), ("10\u{202F}000,5", 10_000.5), ("3 millions", 3_000_000), ("un milliard", 1e9), ("zéro virgule zéro cinq", 0.05),
            ("dix-sept", 17), ("huitante-deux", 82),
        ]
        for (text, value) in table { #expect(read(text, .french).map { abs($0 - value) < 1e-9 } == true, "\(text)") }
        for text in ["trente quinze", "deux trois", "1,2,3,4", "192.168.1.1", "pomme"] { #expect(read(text, .french) == nil, "\(text)") }
    }

    @Test func readsEnglish() {
        let table: [(String, Double)] = [
            ("twenty-one", 21), ("two hundred and five", 205), ("a hundred", 100), ("one thousand two hundred thirty-four", 1234),
            ("three point one four", 3.14), ("10,000", 10_000),
            ("1,234.5", 1234.5), ("3.5", 3.5), ("two million", 2e6), ("nineteen", 19), ("a thousand", 1000),
        ]
        for (text, value) in table { #expect(read(text, .english).map { abs($0 - value) < 1e-9 } == true, "\(text)") }
    }

    @Test(arguments: Language.allCases) func readsWhatItSpells(language: Language) {
        let samples = Array(0...1100) + Array(stride(from: 1234, to: 1_000_000, by: 7919)) + [1_000_000, 2_000_001, 80_000, 200_000, 1_000_000_000]
        for number in samples {
            let words = Numerals.spell(number, language)
            #expect(read(words, language) == Double(number), "\(number): \(words)")
        }
    }

    @Test func writes() {
        #expect(Numerals.spell(97, .french) == "quatre-vingt-dix-sept")
        #expect(Numerals.spell(200, .french) == "deux cents")
        #expect(Numerals.spell(80_000, .french) == "quatre-vingt mille")
        #expect(Numerals.format(12345.678, .french, decimals: 2) == "12\u{202F}345,68")
        #expect(Numerals.format(12345.678, .english, decimals: 2) == "12,345.68")
        #expect(Numerals.format(0.1 + 0.2, .french) == "0,3")
        #expect(Numerals.format(-0.0000000001, .english, decimals: 2).contains("10"))
        #expect(Numerals.format(1e20, .french) == "10²⁰")
    }
}

struct DurationExpressionTests {
    private func read(_ text: String, _ language: Language) -> Double? {
        let folded = FoldedText(text)
        guard let duration = DurationExpression.read(folded, at: 0, before: folded.tokens.count, language), duration.next == folded.tokens.count else {
            return nil
        }
        return duration.approximateSeconds
    }

    @Test func readsDurations() {
        let french: [(String, Double)] = [
            ("dix minutes", 600), ("une heure et demie", 5400), ("1h30", 5400), ("1 h 30 min", 5400), ("une demi-heure", 1800), ("trois quarts d'heure", 2700),
            ("un quart d'heure", 900), ("2 secondes", 2),
            ("une minute trente", 90), ("deux heures et quart", 8100), ("une heure, vingt minutes et dix secondes", 4810), ("90 s", 90),
            ("deux jours", 172_800), ("une semaine", 604_800), ("2,5 heures", 9000),
            ("une dizaine de minutes", 600), ("deux minutes et demie", 150), ("1 minute 30 secondes", 90), ("une heure et trois quarts", 6300), ("5min", 300),
            ("10mn", 600), ("vingt-cinq minutes", 1500),
        ]
        for (text, seconds) in french { #expect(read(text, .french) == seconds, "\(text)") }
        let english: [(String, Double)] = [
            ("ten minutes", 600), ("half an hour", 1800), ("an hour and a half", 5400), ("one and a half hours", 5400), ("three quarters of an hour", 2700),
            ("a minute", 60), ("2 hours and 15 minutes", 8100),
            ("a couple of minutes", 120), ("two weeks", 1_209_600), ("90 seconds", 90), ("an hour", 3600), ("5 mins", 300), ("quarter of an hour", 900),
        ]
        for (text, seconds) in english { #expect(read(text, .english) == seconds, "\(text)") }
        for text in ["dix pommes", "minutes", "0 minutes", "999999999999 heures", "-5 minutes"] { #expect(read(text, .french) == nil, "\(text)") }
    }
}

struct TimeExpressionTests {
    private func find(_ text: String, _ language: Language, now: Date = House.now) -> (TimeExpression.Due, String)? {
        let folded = FoldedText(text)
        guard let found = TimeExpression.find(in: folded, folded.all, language, now: now, timeZone: House.paris) else { return nil }
        return (found.due, found.rest.map { folded.original($0) }.joined(separator: " … "))
    }

    private func check(_ language: Language, _ table: [(text: String, due: String, rest: String)], now: Date = House.now) {
        for row in table {
            let found = find(row.text, language, now: now)
            let due =
                switch found?.0 {
                case .at(let date)?: Timestamp.format(date).prefix(16).description
                case .past?: "past"
                case .needsTime?: "needs time"
                case .impossible?: "impossible"
                case .tooOften?: "too often"
                case nil: "none"
                }
            #expect(due == row.due, "\(row.text)")
            #expect(found == nil || found?.1 == row.rest, "\(row.text)")
        }
    }

    @Test func readsFrench() {
        check(
            .french,
            [
                ("demain à neuf heures", "2026-11-22T08:00", ""), ("dans dix minutes", "2026-11-21T13:15", ""),
                ("dans une heure et demie", "2026-11-21T14:35", ""),
                ("lundi prochain à 14h30", "2026-11-23T13:30", ""), ("ce soir", "2026-11-21T19:00", ""), ("à midi", "2026-11-22T11:00", ""),
                ("le 3 mars à 8 h", "2027-03-03T07:00", ""),
                ("après-demain matin", "2026-11-23T08:00", ""), ("demain soir à 8 heures", "2026-11-22T19:00", ""), ("ce soir à 21h", "2026-11-21T20:00", ""),
                ("à neuf heures du soir", "2026-11-21T20:00", ""),
                ("demain à neuf heures moins le quart", "2026-11-22T07:45", ""), ("samedi à 15h", "2026-11-28T14:00", ""),
                ("d'appeler Léa demain à neuf heures", "2026-11-22T08:00", "d'appeler Léa"),
                ("demain à 9 h d'appeler Léa", "2026-11-22T08:00", "d'appeler Léa"), ("demain d'appeler Léa à 9 h", "2026-11-22T08:00", "d'appeler Léa"),
                ("à 16:30 la réunion", "2026-11-21T15:30", "la réunion"),
                ("la réunion de lundi demain à 8h", "2026-11-22T07:00", "la réunion de lundi"),
                ("le rendez-vous de demain à 9h", "2026-11-22T08:00", "le rendez-vous"),
                ("dans 2 jours", "2026-11-23T13:05", ""), ("dans 2 jours à 8h", "2026-11-23T07:00", ""), ("la semaine prochaine", "2026-11-28T13:05", ""),
                ("le 1er mai à midi", "2027-05-01T10:00", ""),
                ("lundi 30 novembre à 10 heures", "2026-11-30T09:00", ""), ("à minuit", "2026-11-21T23:00", ""), ("à midi et demi", "2026-11-22T11:30", ""),
                ("le 25/12 à 8h", "2026-12-25T07:00", ""),
                ("aujourd'hui à 8 h", "past", ""), ("aujourd'hui", "needs time", ""), ("le 30 février à 8h", "impossible", ""),
                ("cet après-midi à 4 heures", "2026-11-21T15:00", ""), ("d'acheter deux baguettes", "none", ""),
                ("lundi en huit à 9h", "2026-11-30T08:00", ""), ("à 18 h deux choses", "2026-11-21T17:00", "deux choses"),
                ("demain à 20h30 précises", "2026-11-22T19:30", "précises"), ("le 3 mars 2020 à 8h", "past", ""),
            ])
    }

    @Test func readsEnglish() {
        check(
            .english,
            [
                ("tomorrow at 9", "2026-11-22T08:00", ""), ("in ten minutes", "2026-11-21T13:15", ""), ("next monday at half past two", "2026-11-23T13:30", ""),
                ("at noon", "2026-11-22T11:00", ""),
                ("at 5 to call Mum", "2026-11-21T16:00", "to call Mum"), ("at 5pm", "2026-11-21T16:00", ""), ("tomorrow morning", "2026-11-22T08:00", ""),
                ("tonight at 8", "2026-11-21T19:00", ""),
                ("on friday at 10:30 am", "2026-11-27T09:30", ""), ("in half an hour", "2026-11-21T13:35", ""),
                ("to take the bread out in ten minutes", "2026-11-21T13:15", "to take the bread out"),
                ("on march 3rd at 8 am", "2027-03-03T07:00", ""), ("the 3rd of march at 8", "2027-03-03T07:00", ""),
                ("the day after tomorrow at 7:15 p.m.", "2026-11-23T18:15", ""), ("at quarter to three", "2026-11-21T13:45", ""),
                ("next week", "2026-11-28T13:05", ""), ("two hours from now", "2026-11-21T15:05", ""), ("at midnight", "2026-11-21T23:00", ""),
                ("today at 8 am", "past", ""), ("to buy two apples", "none", ""),
                ("at 9 o'clock tomorrow", "2026-11-22T08:00", ""), ("at 8 in the evening", "2026-11-21T19:00", ""),
                ("in an hour and a half", "2026-11-21T14:35", ""),
            ])
    }

    @Test func keepsTheHourAcrossSummerTime() throws {
        // Clocks go forward on 29 March 2026 at 2:00 and back on 25 October 2026 at 3:00.
        let spring = try #require(Timestamp.parse("2026-03-28T12:00:00Z"))
        check(
            .french,
            [
                ("demain à 9 h", "2026-03-29T07:00", ""), ("dans 1 jour", "2026-03-29T11:00", ""), ("dans 24 heures", "2026-03-29T12:00", ""),
                ("demain à 2h30", "2026-03-29T01:30", ""),
                ("demain à 1h30", "2026-03-29T00:30", ""), ("lundi à minuit", "2026-03-30T22:00", ""),
            ], now: spring)
        let autumn = try #require(Timestamp.parse("2026-10-24T12:00:00Z"))
        check(
            .french, [("demain à 9 h", "2026-10-25T08:00", ""), ("dans 1 jour", "2026-10-25T13:00", ""), ("demain à 2h30", "2026-10-25T00:30", "")], now: autumn
        )
        // Between both half past twos, the second is meant.
        let between = try #require(Timestamp.parse("2026-10-25T00:45:00Z"))
        check(.french, [("à 2h30", "2026-10-25T01:30", "")], now: between)
    }

    @Test func isNeverInThePast() {
        var random = SeededGenerator(seed: 7)
        let words = [
            "demain", "aujourd'hui", "à", "9", "h", "30", "lundi", "prochain", "dans", "dix", "minutes", "ce", "soir", "le", "3", "mars", "midi", "minuit",
            "moins", "le quart", "et demie", "2026", "99999", "jours",
            "tomorrow", "at", "in", "next", "monday", "half", "past", "two", "pm", "the", "of", "march", "hours", "an", ":", "/", "du", "matin", "semaine",
            "mois", "février", "31",
        ]
        for _ in 0..<4000 {
            let text = (0..<Int.random(in: 1...9, using: &random)).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }.joined(separator: " ")
            let now = House.now.addingTimeInterval(Double.random(in: 0...3e7, using: &random))
            let folded = FoldedText(text)
            for language in Language.allCases {
                let found = TimeExpression.find(in: folded, folded.all, language, now: now, timeZone: House.paris)
                if case .at(let date)? = found?.due { #expect(date > now, "\(text)") }
            }
        }
    }
}

struct LanguageGuessTests {
    @Test func guesses() {
        let french = [
            "quelle heure est-il", "mets un minuteur", "bonjour", "ajoute du lait à la liste", "ça va ?", "combien font 12 fois 7", "rappelle moi demain",
            "cest quoi la date", "souviens-toi que ma voiture est rouge", "raconte une blague",
            "vide la liste", "merci", "à Tokyo",
        ]
        let english = [
            "what time is it", "set a timer", "hello", "add milk to the list", "how are you", "remind me tomorrow", "what's the date",
            "remember that my car is red", "tell me a joke", "clear the list", "thanks", "in Tokyo", "12 times 7",
        ]
        for text in french { #expect(LanguageGuess.language(of: text) == .french, "\(text)") }
        for text in english { #expect(LanguageGuess.language(of: text) == .english, "\(text)") }
        for text in ["ok", "12 + 3", "", "Tokyo", "🙂", "你好"] { #expect(LanguageGuess.language(of: text) == nil, "\(text)") }
    }
}

struct PerspectiveTests {
    @Test func turnsAround() {
        #expect(Perspective.turned("prendre mes clés", .french) == "prendre tes clés")
        #expect(Perspective.turned("Ma voiture est rouge", .french) == "Ta voiture est rouge")
        #expect(Perspective.turned("m'acheter du pain", .french) == "t'acheter du pain")
        #expect(Perspective.turned("je suis allergique", .french) == "tu es allergique")
        #expect(Perspective.turned("my car is red", .english) == "your car is red")
        #expect(Perspective.turned("I am allergic", .english) == "you are allergic")
    }
}
