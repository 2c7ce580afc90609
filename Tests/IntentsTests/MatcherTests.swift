import Base
import Domain
import Foundation
import Testing

@testable import Intents

/// The matcher on a small grammar that has everything templates may hold.
@Suite struct MatcherTests {
    static let document = """
        {"skip_words": ["s'il te plaît", "tu peux"],
         "expansion_rules": {"allume": "(allume|allumer)", "le": "(le |la |les |l')", "dans": "(dans|du|de|des)"},
         "lists": {"color": {"values": [{"in": "(rouge|rouges)", "out": "red"}, {"in": "vert[e]", "out": "green"}]},
                   "temperature": {"range": {"type": "temperature", "from": 5, "to": 30, "fractions": "halves"}},
                   "precise": {"range": {"from": 0, "to": 10, "fractions": "tenths"}},
                   "brightness": {"range": {"type": "percentage", "from": 0, "to": 100}},
                   "down": {"range": {"from": 0, "to": 100, "multiplier": -1}},
                   "message": {"wildcard": true}},
         "intents": {
          "On": {"data": [
            {"sentences": ["<allume> [<le>]{name}"], "requires_context": {"domain": ["light", "switch"]}, "response": "one"},
            {"sentences": ["<allume> [<le>]lumière[s] <dans> [<le>]{area}"], "slots": {"domain": "light"}},
            {"sentences": ["<allume> [<le>]lumière[s] ici"], "slots": {"domain": "light"}, "requires_context": {"area": {"slot": true}}}]},
          "Off": {"data": [{"sentences": ["éteins [<le>]{name}"], "excludes_context": {"domain": ["lock"]}}]},
          "Color": {"data": [{"sentences": ["mets [<le>]{name} en {color}", "({color};{name})"]}]},
          "Heat": {"data": [{"sentences": ["chauffe à {temperature}[ ][°|degrés]", "exact {precise}"]}]},
          "Dim": {"data": [{"sentences": ["[<le>]{name} à {brightness}[( |)%| pour cent]", "baisse de {down:step}"]}]},
          "Say": {"data": [{"sentences": ["annonce {message}", "dis {message} à tout le monde"]}]}}}
        """

    static let home = HomeModel(
        areas: [.init(id: "kitchen", name: "Cuisine"), .init(id: "living", name: "Salon", aliases: ["Pièce à vivre"])],
        entities: [
            .init(id: "light.floor", name: "Lampadaire", area: "living"), .init(id: "light.reading", name: "Lampe de lecture", area: "living"),
            .init(id: "switch.coffee", name: "Cafetière"), .init(id: "lock.door", name: "Porte d'entrée"),
            .init(id: "light.secret", name: "Cachette", isExposed: false),
        ])

    static func matcher(_ home: HomeModel = home) throws -> IntentMatcher {
        let json = try JSON.decode(JSONValue.self, from: Data(document.utf8))
        return IntentMatcher(grammar: try CompiledGrammar(IntentPackage(language: "fr", documents: [json])), home: home)
    }

    private func best(_ text: String, area: String? = nil) throws -> Candidate? {
        let sentence = Sentence(text)
        return try Self.matcher().candidates(for: sentence, in: sentence.words.indices, area: area).first
    }

    @Test(arguments: [
        ("allume le lampadaire", "On", "name", "Lampadaire"), ("Allumer la lampe de lecture !", "On", "name", "Lampe de lecture"),
        ("tu peux allumer la cafetière s'il te plaît", "On", "name", "Cafetière"), ("allume les lumières de la cuisine", "On", "area", "Cuisine"),
        ("allume la lumière de la pièce à vivre", "On", "area", "Pièce à vivre"), ("mets le lampadaire en verte", "Color", "color", "green"),
        ("lampadaire rouge", "Color", "color", "red"), ("rouge lampadaire", "Color", "name", "Lampadaire"), ("annonce à table", "Say", "message", "à table"),
        ("dis que c'est prêt à tout le monde", "Say", "message", "que c'est prêt"),
    ])
    func matchesWhatTheTemplatesSay(_ text: String, _ intent: String, _ slot: String, _ value: String) throws {
        let found = try #require(try best(text))
        #expect(found.intent.name == intent)
        #expect(found.intent.slots[slot]?.value == .string(value))
        #expect(found.cost < 0.05)
    }

    @Test(arguments: [
        ("chauffe à 20", 20.0), ("chauffe à 20,5 degrés", 20.5), ("chauffe à 20.5°", 20.5), ("chauffe à vingt et un", 21), ("chauffe à vingt-et-un degrés", 21),
        ("chauffe à dix-neuf et demi", 19.5), ("chauffe à dix-neuf virgule cinq degrés", 19.5), ("exact 3,7", 3.7), ("exact trois virgule sept", 3.7),
    ])
    func readsNumbers(_ text: String, _ value: Double) throws {
        let found = try #require(try best(text))
        #expect(found.intent.name == "Heat")
        #expect((found.intent.slots["temperature"] ?? found.intent.slots["precise"])?.value == .number(value))
        #expect(found.cost < 0.05)
    }

    @Test(arguments: ["soixante-quinze", "soixante quinze", "septante-cinq"]) func readsNumbersOfEveryFrench(_ number: String) throws {
        #expect(try best("lampadaire à \(number) pour cent")?.intent.slots["brightness"]?.value == .number(75))
        #expect(try best("baisse de \(number)")?.intent.slots["step"]?.value == .number(-75))
    }

    /// Outside the range, or finer than it goes: another reading may be near, this one is not.
    @Test(arguments: ["chauffe à 31", "chauffe à 4", "chauffe à 20,3", "lampadaire à 101 %"]) func keepsToTheRange(_ text: String) throws {
        #expect(try best(text).map { $0.cost > 1 } ?? true)
    }

    @Test(arguments: [
        "alume le lampadaire", "allume le lampadère", "allume le lanpadaire", "allume le lampadaires", "allumele lampadaire", "allume le lampa daire",
        "allume la lampadaire", "allume lampadaire", "allume le lampadiare", "ALLUME LE LAMPADAIRE",
    ])
    func forgivesOneSlip(_ text: String) throws {
        let found = try #require(try best(text))
        #expect(found.intent.name == "On")
        #expect(found.intent.slots["name"]?.ids == ["light.floor"])
        #expect(found.cost <= 1.2)
    }

    @Test(arguments: [
        "aimer le lampadaire", "n'allume pas le lampadaire", "allume tout sauf le lampadaire", "je me demande si le lampadaire est cher", "bonjour", "", "!!!",
        "ne dis rien", "lampadaire lampadaire lampadaire",
    ])
    func doesNotGuessWildly(_ text: String) throws { #expect(try best(text).map { $0.cost > 1.2 || !$0.unknown.isEmpty } ?? true) }

    @Test func namesWhatItDoesNotKnow() throws {
        let found = try #require(try best("allume la lumière du grenier"))
        #expect(found.unknown.map(\.slot) == ["area"])
        #expect(found.unknown.first?.text == "grenier")
        let near = try #require(try best("allume la lumière de la cuisinette"))
        #expect(near.unknown.first?.nearest == ["Cuisine"])
    }

    @Test func keepsToTheContext() throws {
        // A lock is neither to be turned on nor off here, and what is hidden has no name.
        #expect(try best("allume la porte d'entrée").map { $0.cost > 1 } ?? true)
        #expect(try best("éteins la porte d'entrée").map { $0.cost > 1 } ?? true)
        #expect(try best("allume la cachette").map { $0.cost > 1 } ?? true)
        #expect(try best("allume la lumière ici", area: "kitchen")?.intent.slots["area"]?.ids == ["kitchen"])
        #expect(try best("allume la lumière ici")?.needsArea == true)
    }

    @Test func tellsRivalsFromOtherReadingsOfTheSameWords() throws {
        let home = HomeModel(entities: [.init(id: "light.a", name: "Lampe verte"), .init(id: "light.b", name: "Lampe verre")])
        let sentence = Sentence("allume la lampe vere")
        let found = try Self.matcher(home).candidates(for: sentence, in: sentence.words.indices, area: nil)
        #expect(found.count >= 2)
        #expect(try #require(found[0].margin(to: found[1])) < 0.22)
    }

    /// Word salad, symbols, ten thousand characters: no crash, and nothing taken for an order by chance.
    @Test func survivesAnything() throws {
        let matcher = try Self.matcher()
        var random = SplitMix(state: 7)
        let pieces = ["allume", "le", "lampadaire", "é", "🙂", "日本", "'", "-", "%", "20", "annonce", "\u{0}", "\u{301}", "l'", "virgule", "et"]
        for index in 0..<600 {
            let size = index == 0 ? 4000 : Int(random.next() % 40)
            let text = (0..<size).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined(separator: random.next() % 2 == 0 ? " " : "")
            let sentence = Sentence(text)
            for candidate in matcher.candidates(for: sentence, in: sentence.words.indices, area: nil) { #expect(candidate.cost.isFinite) }
        }
    }

    /// What nobody says, made to be dear: the steps stay within the limit, and nothing is done by chance.
    @Test(arguments: [
        String(repeating: "a", count: 4000), String(repeating: "allume le lampadaire ", count: 100), String(repeating: "lampadaire ", count: 300),
        String(repeating: "le ", count: 300), String(repeating: "20 ", count: 300), String(repeating: "1", count: 4000),
        String(repeating: "vingt et un ", count: 6), String(repeating: "annonce ", count: 18), String(repeating: "lampadere de lecure ", count: 5),
        String(repeating: "lumièrelampadaire", count: 12), "mets " + String(repeating: "l'", count: 16), String(repeating: "allumelelampadaire ", count: 18),
        "dis " + String(repeating: "à tout le monde ", count: 4),
    ])
    func boundsItsWork(_ text: String) throws {
        let matcher = try Self.matcher()
        let sentence = Sentence(text)
        // Each word is looked at before it is seen that the limit was passed.
        #expect(matcher.work(for: sentence) < 2 * IntentMatcher.workLimit)
        let found = matcher.candidates(for: sentence, in: sentence.words.indices, area: nil).first
        #expect(found.map { $0.cost > 1.2 || !$0.unknown.isEmpty || $0.intent.name == "Say" } ?? true)
    }

    @Test func readsNothingOfWhatIsTooLong() throws {
        let matcher = try Self.matcher()
        for text in ["annonce " + String(repeating: "table ", count: 130), "annonce " + String(repeating: "a", count: 2000)] {
            let sentence = Sentence(text)
            #expect(matcher.candidates(for: sentence, in: sentence.words.indices, area: nil).isEmpty)
            #expect(matcher.work(for: sentence) == 0)
        }
    }

    /// SplitMix64: the same numbers on every machine.
    struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var z = state
            z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
            z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
            return z ^ (z >> 31)
        }
    }
}

/// Templates that are not, and files that are hostile.
@Suite struct TemplateTests {
    @Test(arguments: ["(a", "a)", "[a", "{a", "<a", "(a|b;c)", String(repeating: "(", count: 1000)]) func refuses(_ text: String) {
        #expect(throws: TemplateError.self) { try Template(parsing: text) }
    }

    @Test(arguments: [
        #"{"intents": {"A": {"data": [{"sentences": ["<none>"]}]}}}"#, #"{"intents": {"A": {"data": [{"sentences": ["{none}"]}]}}}"#,
        #"{"expansion_rules": {"a": "<a>"}, "intents": {"A": {"data": [{"sentences": ["<a>"]}]}}}"#,
        #"{"intents": {"A": {"data": [{"sentences": ["(a;b;c;d;e;f;g)"]}]}}}"#, #"{"lists": {"a": {"range": {"from": 5, "to": 1}}}}"#, "[]",
    ])
    func refusesFilesThatSaySo(_ text: String) throws {
        let json = try JSON.decode(JSONValue.self, from: Data(text.utf8))
        #expect(throws: TemplateError.self) { try CompiledGrammar(IntentPackage(language: "fr", documents: [json])) }
    }

    /// Anything of brackets and letters either compiles or is refused, and what compiles matches its own example.
    @Test func randomTemplatesCompileOrAreRefused() throws {
        var random = MatcherTests.SplitMix(state: 11)
        let pieces = ["(", ")", "[", "]", "|", ";", "a", "bé", " ", "\\(", "'", "cd"]
        var compiled = 0
        for _ in 0..<4000 {
            let text = (0..<Int(1 + random.next() % 14)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
            guard let template = try? Template(parsing: text) else { continue }
            let document: JSONValue = ["intents": ["A": ["data": [["sentences": [.string(text)]]]]]]
            guard let grammar = try? CompiledGrammar(IntentPackage(language: "xx", documents: [document])) else { continue }
            compiled += 1
            let sentence = Sentence(template.example(rules: [:]))
            guard !sentence.words.isEmpty else { continue }
            let found = IntentMatcher(grammar: grammar, home: HomeModel()).candidates(for: sentence, in: sentence.words.indices, area: nil)
            #expect(found.first?.cost == 0, "\(text) → \(sentence.text)")
        }
        #expect(compiled > 500)
    }
}
