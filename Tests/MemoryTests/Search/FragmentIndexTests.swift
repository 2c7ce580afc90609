import Base
import Domain
import Foundation
import Testing

@testable import Memory

@Suite struct FragmentIndexTests {
    private let fixture = IndexFixture()

    @Test(arguments: [
        ("les ARACHIDES", "Léa est allergique aux arachides"), ("lea allergie", "Léa est allergique aux arachides"),
        ("où est la clé de la cave ?", "la clé de la cave est sous le pot de fleurs"), ("qui a prepare la ratatouille", "on a préparé une ratatouille"),
        ("what is the wifi password", "The wifi passwords are on the fridge"), ("l'ordi de Zoé", "l’ordi de Zoe est en panne"),
        ("4512", "le code, c'est 4512"),
    ])
    func findsByWordsWithoutCaseAccentsAndEndings(_ query: String, _ expected: String) {
        for text in [
            "Léa est allergique aux arachides", "la clé de la cave est sous le pot de fleurs", "on a préparé une ratatouille", "il pleut",
            "The wifi passwords are on the fridge", "l’ordi de Zoe est en panne", "le code, c'est 4512",
        ] { fixture.say(text) }
        #expect(fixture.texts(query).first == expected)
    }

    @Test(arguments: ["", "le la les de", "zèbre", "\u{0}", "🎉🎉", "\u{301}", String(repeating: " ", count: 10_000)])
    func whatFitsNothingFindsNothing(_ query: String) {
        fixture.say("Léa est allergique aux arachides")
        #expect(fixture.hits(query).isEmpty)
    }

    @Test func saysWhy() throws {
        let conversation = Conversation.ID()
        fixture.say("tu connais les allergies de Léa ?", in: conversation, speaker: "Marc")
        fixture.say("oui, les arachides", in: conversation, speaker: "Zoé", entities: ["lea"], importance: 0.9)
        for number in 0..<40 { fixture.say("bla numéro \(number)", speaker: "Jo") }
        let hit = try #require(fixture.hits("allergies aux arachides de Léa, selon Zoé").first)
        #expect(hit.reasons.contains(.words(["arachides"])))
        #expect(hit.reasons.contains(.neighbour(words: ["allergies", "Léa"])))
        #expect(hit.reasons.contains(.entity("lea")))
        #expect(hit.reasons.contains(.speaker("Zoé")))
        #expect(hit.reasons.contains(.importance))
    }

    @Test func whatIsRemovedIsGoneAndWhatChangesIsNew() {
        let id = fixture.say("le chat de la voisine")
        fixture.say("le chien du voisin")
        var entry = fixture.entries[0]
        entry.text = "la tortue de la voisine"
        fixture.index.insert([entry])
        #expect(fixture.hits("chat").isEmpty)
        #expect(fixture.hits("tortue").map(\.id) == [id])
        fixture.index.remove([id, id, Fragment.ID()])
        #expect(fixture.hits("tortue").isEmpty)
        #expect(fixture.index.statistics.fragments == 1)
        #expect(fixture.index.statistics.gaps == 2)
    }

    @Test func nobodySeesWhatIsPrivateNorWhatItLeavesBehind() {
        let conversation = Conversation.ID()
        fixture.say("le cadeau de Zoé est un violon", by: fixture.other, in: conversation, speaker: "Marc", entities: ["zoe"])
        let shared = fixture.say("on fête ça samedi", by: fixture.other, in: conversation, isShared: true)
        fixture.say("un violon, oui", by: fixture.other, in: conversation)
        #expect(fixture.hits("violon cadeau Marc Zoé").isEmpty)
        #expect(fixture.hits("samedi violon").map(\.id) == [shared])
        #expect(fixture.hits("samedi violon").first?.reasons == [.words(["samedi"])])
        #expect(fixture.hits("violon", by: fixture.other).count == 3)
        fixture.index.update([WeightChange(id: shared, importance: 0.5, arousal: 0, isHistory: false, isShared: false)])
        #expect(fixture.hits("samedi").isEmpty)
    }

    @Test func whatOthersKeepToThemselvesChangesNoScore() {
        let mine = IndexFixture()
        for text in ["le chat dort", "le chat mange du poisson", "le poisson est au frais", "il fait beau"] {
            fixture.say(text)
            mine.say(text, by: fixture.me)
            for _ in 0..<5 { fixture.say("le chat de l'autre mange du poisson", by: fixture.other, in: Conversation.ID(), speaker: "Chat") }
        }
        let scores = fixture.hits("chat poisson").map(\.score), alone = mine.hits("chat poisson", by: fixture.me).map(\.score)
        #expect(scores.count == 3)
        #expect(zip(scores, alone).allSatisfy { abs($0 - $1) < 0.001 })
    }

    @Test func filters() {
        let conversation = Conversation.ID(), day = 86_400.0
        let old = fixture.say("on mange chez Paul", in: conversation, at: fixture.start)
        let new = fixture.say("on mange chez Anna", kind: .promise, at: fixture.start.addingTimeInterval(30 * day))
        let past = fixture.say("on mange chez Max", kind: .fact, at: fixture.start.addingTimeInterval(31 * day), isHistory: true)
        #expect(Set(fixture.hits("mange").map(\.id)) == [old, new])
        #expect(Set(fixture.hits("mange") { $0.includesHistory = true }.map(\.id)) == [old, new, past])
        #expect(fixture.hits("mange") { $0.kinds = [.promise] }.map(\.id) == [new])
        #expect(fixture.hits("mange") { $0.conversation = conversation }.map(\.id) == [old])
        #expect(fixture.hits("mange") { $0.conversation = .init() }.isEmpty)
        let then = DateInterval(start: fixture.start.addingTimeInterval(-day), duration: 2 * day)
        #expect(fixture.hits("mange") { $0.required = then }.map(\.id) == [old])
        #expect(fixture.hits("mange") { $0.preferred = then }.first?.id == old)
        #expect(fixture.hits("mange") { $0.preferred = then }.first?.reasons.contains(.time) == true)
        #expect(fixture.hits("mange") { $0.limit = 1 }.count == 1)
        #expect(fixture.hits("mange") { $0.limit = 0 }.isEmpty)
    }

    @Test func aFactAndWhereItComesFromAreOneResult() {
        let episode = fixture.say("ma sœur, elle habite à Lyon maintenant"), told = fixture.say("Léa aime le thé", kind: .fact)
        let fact = fixture.say("Léa habite à Lyon", kind: .fact, from: episode)
        fixture.say("Léa aime le thé vert", kind: .fact, from: told)
        let lost = fixture.say("Léa a un vélo", kind: .fact, from: Fragment.ID())
        #expect(fixture.hits("habite Lyon").map(\.id) == [episode])
        #expect(fixture.hits("habite Lyon") { $0.kinds = [.episode, .fact, .promise] }.map(\.id) == [episode])
        #expect(fixture.hits("habite Lyon") { $0.kinds = [.fact] }.map(\.id) == [fact])
        #expect(fixture.hits("thé vert").map(\.id) == [told])
        #expect(fixture.hits("vélo").map(\.id) == [lost])
    }

    @Test func oddTexts() {
        let big = fixture.say(String(repeating: "baleine et requin, ", count: 60_000)), emoji = fixture.say("🦀🦀🦀")
        let same = fixture.say(String(repeating: "requin ", count: 10_000)), zero = fixture.say("a\u{0}b\u{0}requin")
        fixture.say("")
        fixture.say("鯨は大きい")
        let small = fixture.say("le requin a mordu la baleine")
        #expect(Set(fixture.hits("requin").map(\.id)) == [big, same, zero, small])
        #expect(!fixture.hits("requin").map(\.id).contains(emoji))
        #expect(fixture.texts("鯨") == ["鯨は大きい"])
        #expect(fixture.hits(String(repeating: "requin baleine mordu ", count: 50_000)).count == 4)
    }

    @Test func tellsWhatHasNoVector() {
        let french = fixture.say("bonjour", language: .french), english = fixture.say("hello", language: .english), unknown = fixture.say("salut")
        #expect(fixture.index.withoutVector(limit: 10, languages: [.english]) == [english, unknown])
        #expect(fixture.index.withoutVector(limit: 1, languages: [.french, .english]) == [french])
        fixture.index.setVectors([english, unknown].map { FragmentVector(id: $0, components: [1, 2, 3]) })
        #expect(fixture.index.withoutVector(limit: 10, languages: [.english]).isEmpty)
        #expect(fixture.index.withoutVector(limit: 10, languages: [.french]) == [french])
        fixture.index.remove([french])
        #expect(fixture.index.withoutVector(limit: 10, languages: [.french]).isEmpty)
        fixture.index.dropVectors()
        #expect(fixture.index.withoutVector(limit: 10, languages: []) == [unknown])
        #expect(fixture.index.statistics.vectors == 0)
    }

    @Test func vectorsOfAnotherModelAreNotMixedIn() {
        let id = fixture.say("bonjour")
        fixture.index.setVectors([FragmentVector(id: id, components: [1, 2, 3])])
        for vector in [[], [0, 0, 0], [1, 0], [.nan, 0, 0]] as [[Float]] { #expect(fixture.index.search(fixture.query("", vector: vector)).isEmpty) }
        #expect(fixture.index.search(fixture.query("", vector: [1, 2, 3])).map(\.id) == [id])
    }

    @Test func asksAsTheAnswerWouldBeSaid() {
        fixture.say("I paint lakes", language: .english, speaker: "Zoé")
        fixture.say("moi aussi", by: fixture.other, speaker: "Marc")
        #expect(fixture.index.inFirstPerson("What did Zoé paint in Zoé's room?", language: .english, for: fixture.me) == "What did I paint in my room?")
        #expect(fixture.index.inFirstPerson("qu'a peint Zoé ?", language: .french, for: fixture.me) == "qu'a peint je ?")
        #expect(fixture.index.inFirstPerson("What did Marc paint?", language: .english, for: fixture.me) == "What did Marc paint?")
    }

    @Test func searchesWhileItChanges() async {
        let index = fixture.index, me = fixture.me, now = fixture.start, conversation = Conversation.ID()
        await withTaskGroup(of: Void.self) { group in
            for task in 0..<3 {
                group.addTask {
                    for number in 0..<60 {
                        let id = Fragment.ID(at: now), text = "la phrase \(number) de la tâche \(task)"
                        index.insert([
                            IndexEntry(
                                id: id, owner: me, isShared: false, kind: .episode, conversation: conversation, occurredAt: now, text: text, language: nil,
                                speaker: "Jo", entities: [], importance: 0.5, arousal: 0, isHistory: false, origin: nil)
                        ])
                        index.setVectors([FragmentVector(id: id, components: [1, Int8(number), Int8(task)])])
                        if number % 3 == 0 { index.remove([id]) }
                    }
                }
                group.addTask {
                    for number in 0..<60 {
                        let query = SearchQuery(text: "phrase \(number)", vector: [1, 0, Float(task)], user: me, now: now, limit: 5)
                        #expect(index.search(query).count <= 5)
                    }
                }
            }
        }
        #expect(index.statistics.fragments == 120)
        #expect(fixture.hits("phrase").count == 10)
    }

    @Test func measuresItself() {
        let figures = SearchBench(fragments: 300, dimension: 32, queries: 5).run()
        #expect(figures.fragments == 300)
        #expect(figures.wordQueries.p50 > 0)
        #expect((figures.bytesPerFragment["postings"] ?? 0) > 0)
    }
}
