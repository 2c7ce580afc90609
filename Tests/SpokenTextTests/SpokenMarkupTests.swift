import Base
import SpokenText
import TestSupport
import Testing

struct SpokenMarkupTests {
    private typealias Passage = SpokenMarkup.Passage

    private func parse(_ text: String) throws -> [SpokenMarkup.Piece] { try SpokenMarkup.parse(text) }

    @Test func plainTextIsPlain() throws {
        for text in [
            "Bonjour", "1 < 2 & 3", "<b>gras</b>", "<speaker>", "a <speak>", "<?xml", "<?xml?>", "<?xml?><p/>", "<!-- a", "<?xml?><!DOCTYPE p [<speak>]><p/>",
        ] { #expect(try parse(text) == [.text(Passage(text))]) }
        #expect(try parse("").isEmpty)
        #expect(try parse(" \n ").isEmpty)
        #expect(try parse("<speak/>").isEmpty)
        #expect(try parse("<?xml version='1.0'?> <!-- a --><speak> <!-- rien --> </speak> ").isEmpty)
    }

    @Test func readsTextAndSilence() throws {
        #expect(
            try parse("<speak>Un <break time=\"500ms\"/>deux<break time='2s'/> &amp; trois &#233;&#xE9;<break/></speak>")
                == [
                    .text(Passage("Un ")), .silence(.milliseconds(500)), .text(Passage("deux")), .silence(.seconds(2)), .text(Passage(" & trois éé")),
                    .silence(.milliseconds(400)),
                ])
        #expect(try parse("<speak><p><s>Un.</s><s>Deux.</s></p></speak>").count == 5)
        #expect(try parse("<speak><![CDATA[a < b]]></speak>") == [.text(Passage("a < b"))])
        #expect(try parse("<speak>C'est <emphasis level='strong'>très</emphasis> bon</speak>") == [.text(Passage("C'est très bon"))])
    }

    @Test func readsProsody() throws {
        #expect(
            try parse("<speak>a<prosody rate='slow' volume='50%'>b<prosody rate='200%' pitch='+10%'>c</prosody></prosody>d</speak>")
                == [
                    .text(Passage("a")), .text(Passage("b", rate: 0.75, volume: 0.5)), .text(Passage("c", rate: 1.5, volume: 0.5, pitch: 1.1)),
                    .text(Passage("d")),
                ])
        for (value, factor) in [("x-fast", 2), ("1.5", 1.5), ("-50%", 0.5), ("100000%", 4), ("0%", 0.25)] {
            #expect(try parse("<speak><prosody rate='\(value)'>a</prosody></speak>") == [.text(Passage("a", rate: factor))])
        }
        for (value, factor) in [("silent", 0), ("loud", 1.5), ("80", 0.8), ("+0dB", 1), ("+20dB", 4)] {
            #expect(try parse("<speak><prosody volume='\(value)'>a</prosody></speak>") == [.text(Passage("a", volume: factor))])
        }
        #expect(try parse("<speak><prosody pitch='+12st'>a</prosody></speak>") == [.text(Passage("a", pitch: 2))])
    }

    @Test func readsLanguagesVoicesAndReadings() throws {
        #expect(
            try parse("<speak xml:lang='fr-FR'>Il dit <lang xml:lang='en-GB'>hello</lang> <voice name='siwis'>ici</voice></speak>")
                == [
                    .text(Passage("Il dit ", language: "fr-FR")), .text(Passage("hello", language: "en-GB")),
                    .text(Passage("ici", language: "fr-FR", voice: "siwis")),
                ])
        #expect(
            try parse("<speak>la <sub alias='Société <!'>SNCF</sub></speak>".replacing("<!", with: "nationale")) == [.text(Passage("la Société nationale"))])
        for (kind, text, fr, en) in [
            ("characters", "AB-12", "A B tiret un deux", "ay B dash one two"),
            (
                "telephone", "0612345678", "zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit",
                "zero six one, two three four, five six seven eight"
            ),
            ("ordinal", "21", "vingt et unième", "twenty-first"), ("cardinal", "21", "vingt et un", "twenty-one"),
            ("date", "21/11/2026", "vingt et un novembre deux mille vingt-six", "November twenty-first, twenty twenty-six"),
            ("time", "21:05", "vingt et une heures cinq", "twenty-one oh five"), ("unknown", "3", "trois", "three"), ("telephone", "15", "un cinq", "one five"),
        ] {
            guard case .text(let passage) = try parse("<speak><say-as interpret-as='\(kind)'>\(text)</say-as></speak>").first else {
                Issue.record("no text for \(kind)")
                continue
            }
            #expect(passage.written(language: .french) == fr)
            #expect(passage.written(language: .english) == en)
        }
        #expect(Passage("3", language: "en-GB").written(language: .french) == "three")
        #expect(Passage("3", language: "de").written(language: .french) == "trois")
    }

    @Test(arguments: [
        ("<speak>", 1, 8), ("<speak>a", 1, 9), ("<speak>\n</p></speak>", 2, 1), ("<speak><p></speak>", 1, 11), ("<speak>&no;</speak>", 1, 8),
        ("<speak>a & b</speak>", 1, 10), ("<speak>1 < 2</speak>", 1, 11), ("<speak><break time='5'/></speak>", 1, 8),
        ("<speak>\n\n  <prosody rate='quick'>a</prosody></speak>", 3, 3), ("<speak a=1></speak>", 1, 10), ("<speak a='1' a='2'></speak>", 1, 14),
        ("<speak a='1></speak>", 1, 13), ("<speak></speak>a", 1, 16), ("<speak></speak><speak/>", 1, 16), ("<speak><!DOCTYPE x></speak>", 1, 8),
        ("<speak><!-- a</speak>", 1, 8), ("<speak><sub>a</sub></speak>", 1, 8), ("<speak><say-as>a</say-as></speak>", 1, 8), ("<speak>&#0;</speak>", 1, 8),
        ("<speak xml:lang='a b'></speak>", 1, 1), ("<?xml?><!DOCTYPE speak []><speak/>", 1, 8), ("<speak", 1, 1),
    ])
    func saysWhereItIsMalformed(_ text: String, _ line: Int, _ column: Int) {
        let error = #expect(throws: SpokenMarkup.Malformed.self) { try SpokenMarkup.parse(text) }
        #expect(error?.line == line)
        #expect(error?.column == column, "\(error?.message ?? "")")
    }

    @Test func isBounded() throws {
        let deep = String(repeating: "<p>", count: 40) + String(repeating: "</p>", count: 40)
        #expect(throws: SpokenMarkup.Malformed.self) { try SpokenMarkup.parse("<speak>\(deep)</speak>") }
        #expect(throws: SpokenMarkup.Malformed.self) { try SpokenMarkup.parse("<speak>" + String(repeating: "a", count: 100_000) + "</speak>") }
        let breaks = try parse("<speak>" + String(repeating: "<break time='999999s'/>", count: 1000) + "</speak>")
        #expect(breaks == Array(repeating: .silence(SpokenMarkup.maximumSilence), count: 6))
    }

    @Test func survivesAnything() {
        let whole =
            "<speak xml:lang='fr'><p>Un <break time='1s'/><prosody rate='slow' volume='+6dB'>&lt;é</prosody></p><sub alias='b'>c</sub><say-as interpret-as='date'>1/2</say-as></speak>"
        var random = SeededGenerator(seed: 9), refused = 0
        let marks = Array("<>/&;='\"!?-[]#xé \n%".unicodeScalars)
        for _ in 0..<1000 {
            var scalars = Array(whole.unicodeScalars)
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let place = Int.random(in: 6..<scalars.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: scalars[place] = marks.randomElement(using: &random) ?? " "
                case 1: scalars.remove(at: place)
                default: scalars.insert(contentsOf: scalars[place..<min(scalars.count, place + 20)], at: place)
                }
            }
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars)
            do { _ = try SpokenMarkup.parse(String(text)) } catch { refused += 1 }
        }
        #expect(refused > 300)
    }
}
