import Base
import Domain
import Foundation
import TestSupport
import Testing

@testable import Intents

@Suite struct SpokenSentencesTests {
    static let homes: [(Language, HomeModel)] = [(.french, Homes.french), (.english, Homes.english)]

    /// Every sentence is of words and lists that there are; brackets of templates are gone.
    @Test(arguments: homes) func namesNoListThatIsNotThere(_ language: Language, _ home: HomeModel) {
        let spoken = SpokenSentences(language: language, home: home)
        #expect((spoken.lists["order"] ?? []).count > 300)
        for text in spoken.sentences + spoken.lists.values.joined() {
            #expect(!text.contains(where: { "()[]|<>".contains($0) }), "\(text)")
            for part in text.split(separator: "{").dropFirst() { #expect(spoken.lists[String(part.prefix { $0 != "}" })] != nil, "\(text)") }
        }
    }

    @Test(arguments: homes) func givesExamplesThatCoverTheHouse(_ language: Language, _ home: HomeModel) {
        let spoken = SpokenSentences(language: language, home: home)
        let examples = spoken.examples(3000)
        #expect(examples.count == 3000 && Set(examples).count == 3000)
        #expect(examples == SpokenSentences(language: language, home: home).examples(3000))
        #expect(!examples.contains { $0.contains("{") })
        let all = examples.joined(separator: "\n")
        for area in home.areas { #expect(all.contains(area.name.lowercased()), "\(area.name)") }
        for entity in home.entities where ["light", "cover", "lock", "climate", "media_player", "scene"].contains(entity.domain) {
            #expect(all.contains(entity.name.lowercased()), "\(entity.name)")
        }
        for text in language(fr: ["quelle heure est-il", "stop", "tais-toi", "annule", "oui"], en: ["what time is it", "stop", "be quiet", "cancel", "yes"]) {
            #expect(examples.contains(text))
        }
        #expect(examples.contains { $0.hasPrefix("jarvis ") } && examples.contains { $0.contains(language(fr: " et ", en: " and ")) })
    }

    /// Most of what is heard is then understood word for word, and all important intents are among it.
    @Test(arguments: homes) func saysWhatTheMatcherReads(_ language: Language, _ home: HomeModel) throws {
        let matcher = IntentMatcher(grammar: try IntentLibrary(folder: OrdersReadingTests.folder).grammar(for: language.rawValue), home: home)
        var intents: Set<String> = []
        var understood = 0
        let orders = SpokenSentences(language: language, home: home).examples(300)
        for text in orders {
            let sentence = Sentence(text)
            let found = matcher.candidates(for: sentence, in: sentence.words.indices, area: "salon")
            if let first = found.first, first.cost < 1 {
                understood += 1
                intents.insert(first.intent.name)
            }
        }
        #expect(understood > orders.count * 6 / 10, "\(understood) of \(orders.count)")
        for intent in [
            "HassTurnOn", "HassTurnOff", "HassLightSet", "HassClimateSetTemperature", "HassStartTimer", "HassMediaNext", "HassListAddItem", "HassGetState",
            "JarvisSkill", "JarvisAdjust",
        ] { #expect(intents.contains(intent), "\(intent) in \(intents.sorted())") }
    }

    @Test func takesNoTimeInALargeHouse() {
        let words = ["lampe", "prise", "volet", "radiateur", "spot"]
        let entities = (0..<500).map { index in
            HomeModel.Entity(id: "\(["light", "switch", "cover", "climate", "light"][index % 5]).e\(index)", name: "\(words[index % 5]) numéro \(index)")
        }
        let home = HomeModel(areas: (0..<40).map { .init(id: "a\($0)", name: "Pièce \($0)") }, entities: entities)
        let spoken = SpokenSentences(language: .french, home: home)
        let examples = spoken.examples(4000)
        #expect(examples.count == 4000)
        let said = examples.joined(separator: "\n")
        #expect(entities.allSatisfy { said.contains($0.name.lowercased() + "\n") || said.contains($0.name.lowercased() + " ") })
    }
}
