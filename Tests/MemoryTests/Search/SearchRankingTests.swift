import Base
import Domain
import Foundation
import TestSupport
import Testing

@testable import Memory

@Suite struct SearchRankingTests {
    /// Words that no stemmer changes.
    private static func word(_ random: inout SplitMix) -> String { "w\(Int(pow(30, Double(random.next() % 1000) / 1000)))x" }

    private static func vector(_ random: inout SplitMix) -> [Int8] { (0..<24).map { _ in Int8(truncatingIfNeeded: random.next()) } }

    /// Two people, some of it shared, conversations with pauses, in no order; some of it removed, some shared later.
    private static func household(_ seed: UInt64, limits: SearchLimits = SearchLimits(), count: Int = 150) -> (IndexFixture, PlainSearch, SplitMix) {
        var random = SplitMix(seed: seed)
        let fixture = IndexFixture(limits: limits), conversations = (0..<6).map { _ in Conversation.ID() }
        var plain = PlainSearch(entries: [])
        var entries = (0..<count).map { number -> IndexEntry in
            let date = fixture.start.addingTimeInterval(Double(number) * 900 + (random.next() % 8 == 0 ? 30_000 : 0)), place = random.next() % 7
            return IndexEntry(
                id: Fragment.ID(at: date), owner: place % 3 == 0 ? fixture.other : fixture.me, isShared: random.next() % 4 == 0, kind: .episode,
                conversation: place == 6 ? nil : conversations[Int(place)], occurredAt: date,
                text: (0..<(3 + Int(random.next() % 8))).map { _ in word(&random) }.joined(separator: " "), language: .english, speaker: nil, entities: [],
                importance: 0.5, arousal: 0, isHistory: false, origin: nil)
        }
        entries.shuffle(using: &random)
        fixture.index.insert(entries)
        fixture.index.remove(entries.suffix(15).map(\.id))
        entries.removeLast(15)
        for index in 0..<10 {
            entries[index].isShared.toggle()
            fixture.index.update([
                WeightChange(id: entries[index].id, importance: 0.5, arousal: 0, isHistory: false, isShared: entries[index].isShared)
            ])
        }
        plain.entries = entries
        for entry in entries { plain.vectors[entry.id] = vector(&random) }
        return (fixture, plain, random)
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>) func agreesWithAPlainSearch(_ seed: UInt64) {
        var (fixture, plain, random) = Self.household(seed)
        for usesVectors in [false, true] {
            if usesVectors { fixture.index.setVectors(plain.vectors.map { FragmentVector(id: $0, components: $1) }) }
            for _ in 0..<8 {
                let text = (0..<3).map { _ in Self.word(&random) }.joined(separator: " ")
                let vector = usesVectors ? Self.vector(&random).map { Float($0) / 300 } : nil
                for user in [fixture.me, fixture.other, User.ID()] {
                    let query = fixture.query(text, by: user, vector: vector, limit: 500)
                    let expected = plain.scores(query), found = fixture.index.search(query)
                    #expect(Set(found.map(\.id)) == Set(expected.map(\.id)))
                    let scores = Dictionary(uniqueKeysWithValues: expected.map { ($0.id, $0.score) })
                    for hit in found { #expect(abs(hit.score - (scores[hit.id] ?? .infinity)) < 0.05, "\(text)") }
                    #expect(zip(found, found.dropFirst()).allSatisfy { $0.score >= $1.score })
                }
            }
        }
    }

    @Test func ofManyTheBestAreTheSameAsOfAll() {
        var same = 0, all = 0
        for usesSigns in [false, true] {
            let few = SearchLimits(exact: 50, best: 60, vectors: usesSigns ? 100 : 50_000, nearest: 120, ranked: 60, newest: 16)
            var (many, plain, random) = Self.household(9, limits: few, count: 600)
            many.index.setVectors(plain.vectors.map { FragmentVector(id: $0, components: $1) })
            for _ in 0..<20 {
                let text = (0..<3).map { _ in Self.word(&random) }.joined(separator: " "), vector = Self.vector(&random).map { Float($0) / 300 }
                let query = many.query(text, vector: vector), plainly = plain.scores(query).prefix(10).map(\.id)
                same += Set(many.index.search(query).map(\.id)).intersection(plainly).count
                all += plainly.count
            }
        }
        #expect(Double(same) / Double(all) > 0.85, "\(same) of \(all)")
    }

    private struct Ranking: Decodable {
        struct Turn: Decodable {
            var text: String, speaker: String
            var day: Int
            var vector: [Int8]
        }
        struct Question: Decodable {
            var text: String
            var vector: [Int8]
            var words: [Double], all: [Double]
        }
        var turns: [Turn], questions: [Question]
    }

    /// The scores of the program that the weights were learned with, for conversations that were made up.
    @Test(arguments: [false, true]) func scoresAsItWasLearned(_ usesVectors: Bool) throws {
        let golden = try JSONDecoder().decode(Ranking.self, from: Data(contentsOf: Paths.root.appending(path: "Tests/Golden/search/ranking.json")))
        let fixture = IndexFixture(), conversation = Conversation.ID()
        let ids = golden.turns.map { turn in
            fixture.say(
                turn.text, in: conversation, at: Date(timeIntervalSince1970: Double(turn.day) * 86_400 + 40_000), language: .english, speaker: turn.speaker)
        }
        if usesVectors { fixture.index.setVectors(zip(ids, golden.turns).map { FragmentVector(id: $0, components: $1.vector) }) }
        for question in golden.questions {
            var query = fixture.query(question.text, vector: usesVectors ? question.vector.map { Float($0) } : nil, limit: 100)
            query.language = .english
            query.now = Date(timeIntervalSince1970: 1e11)
            let expected = Dictionary(uniqueKeysWithValues: zip(ids, usesVectors ? question.all : question.words)), hits = fixture.index.search(query)
            for hit in hits { #expect(abs(hit.score - (expected[hit.id] ?? .infinity)) < 0.05, "\(question.text)") }
            if usesVectors || question.text.contains("rooms") { #expect(hits.first.map(\.id) == expected.max { $0.value < $1.value }?.key) }
        }
    }

    @Test func thoseWithoutAVectorStandBesideThoseWithOne() {
        let fixture = IndexFixture()
        let near = fixture.say("le chat dort sur le canapé"), far = fixture.say("il pleut sur la ville"), none = fixture.say("le chat est chez le vétérinaire")
        let other = fixture.say("la soupe est trop salée")
        for (id, x) in [(near, 100), (far, -20), (other, -40)] as [(Fragment.ID, Int8)] {
            fixture.index.setVectors([FragmentVector(id: id, components: [x, 60, 5])])
        }
        let found = fixture.index.search(fixture.query("chat", vector: [0.9, 0.4, 0])).map(\.id)
        #expect(Set(found.prefix(2)) == [near, none])
    }
}
