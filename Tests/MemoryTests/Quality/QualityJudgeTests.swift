import Base
import Domain
import Foundation
import Testing

@testable import Memory

@Suite struct QualityJudgeTests {
    private let now = Date(timeIntervalSince1970: 1_800_000_000)
    private let judge = QualityJudge { $0 == "lives_in" }

    private func fragment(_ index: Int, _ text: String, _ kind: Fragment.Kind = .episode, importance: Double = 0.5, fact: Fact? = nil) -> Fragment {
        Fragment(
            id: Fragment.ID(high: 0x7000, low: 0x8000_0000_0000_0000 + UInt64(index)), kind: kind, text: text, occurredAt: now - 60, learnedAt: now - 60,
            source: .said, importance: importance, fact: fact)
    }

    private func lives(_ index: Int, _ value: String, until: Date? = nil, supersededBy: Fragment.ID? = nil, supersededAt: Date? = nil) -> Fragment {
        fragment(
            index, "Léa habite à \(value) depuis \(index)", .fact,
            fact: Fact(
                subject: "lea", subjectName: "Léa", relation: "lives_in", value: value, validUntil: until, supersededBy: supersededBy,
                supersededAt: supersededAt))
    }

    private func judged(_ fragments: [Fragment]) -> MemoryQuality { judge.judge(fragments, now: now, timeZone: .gmt) }

    private static let towns = ["Lyon", "Nantes", "Lille", "Rennes", "Dijon"], friends = ["Paul", "Zoé", "Karim", "Inès"]

    private var stories: [Fragment] {
        (0..<100).map { fragment($0, "nous avons déjeuné à \(Self.towns[$0 % 5]) avec \(Self.friends[$0 % 4]) pour la fête numéro \($0)") }
    }

    @Test func aGoodMemoryIsGood() {
        let quality = judged(stories)
        #expect(quality.total == 100 && quality.sampled == 100)
        #expect(quality.byKind == ["episode": 100])
        #expect([quality.junkRate, quality.duplicateRate, quality.contradictionRate, quality.staleRate] == [0, 0, 0, 0])
        #expect(judged([]).junkRate == 0)
    }

    @Test(arguments: [
        "bonjour", "merci beaucoup", "allume la lumière du salon", "tu peux fermer les volets", "il est quelle heure", "quel temps fait-il", "…", "d'accord",
        "C'est fait.", "what time is it", "turn on the lamp", "oui", "j'ai faim",
    ])
    func junkIsFound(_ text: String) {
        let quality = judged(stories + [fragment(500, text)])
        #expect(quality.junkRate == 1 / 101.0)
        #expect(quality.examples["junk"] == [fragment(500, text).id])
    }

    @Test func whatHasFadedIsJunkAndWhatWasToldIsNot() {
        var old = fragment(500, "nous avons vu un hérisson dans le jardin de mamie", importance: 0.2)
        old.occurredAt -= 400 * 86_400
        #expect(judged(stories + [old]).junkRate == 1 / 101.0)
        old.source = .told
        #expect(judged(stories + [old]).junkRate == 0)
    }

    @Test func duplicatesAreFoundBothOfThem() {
        let text = "le plombier passe vendredi pour réparer la fuite sous l'évier de la cuisine et changer le joint du lavabo de la salle de bain du haut"
        #expect(judged(stories + [fragment(500, text), fragment(501, text.uppercased() + " !")]).duplicateRate == 2 / 102.0)
        #expect(judged(stories + [fragment(500, text), fragment(501, text + " aussi")]).duplicateRate == 2 / 102.0)
        #expect(judged(stories + [fragment(500, text), fragment(501, text.replacing("vendredi", with: "lundi"))]).duplicateRate == 0)
        #expect(judged(stories + [fragment(500, text), fragment(501, text, .summary)]).duplicateRate == 0)
    }

    @Test func contradictionsAreSharesOfTheCurrentFacts() {
        let likes = (0..<8).map {
            fragment(600 + $0, "Léa aime \($0)", .fact, fact: Fact(subject: "lea", subjectName: "Léa", relation: "likes", value: "\($0)"))
        }
        #expect(judged(stories + likes + [lives(500, "Lyon"), lives(501, "Nantes")]).contradictionRate == 0.2)
        #expect(judged(stories + likes + [lives(500, "Lyon"), lives(501, "Nantes", supersededAt: now)]).contradictionRate == 0)
        #expect(judged(likes + [lives(500, "Lyon", until: now - 5), lives(501, "Nantes")]).contradictionRate == 0)
    }

    @Test func whatIsOverAndStillGivenIsStale() {
        let new = lives(501, "Nantes")
        #expect(judged([lives(500, "Lyon", supersededBy: new.id), new]).staleRate == 0.5)
        #expect(judged([lives(500, "Lyon", supersededBy: new.id, supersededAt: now - 5), new]).staleRate == 0)
        let origin = fragment(1, "je dois rendre le livre")
        var promise = Promises.fragment(
            Commitment(task: "rendre le livre", dueAt: now - 9 * 86_400, isTimed: true, text: origin.text), as: origin.id.derived("promise"), origin: origin,
            timeZone: .gmt)
        #expect(judged([promise, new]).staleRate == 0.5)
        promise.fact?.validUntil = now - 8 * 86_400
        #expect(judged([promise, new]).staleRate == 0)
    }

    @Test func aLargeMemoryIsSampledAndTheSampleTellsTheTruth() {
        let many = (0..<5000).map { index in
            index % 10 == 0
                ? fragment(index, "bonjour", importance: 0.5) : fragment(index, "nous avons parlé de la chose \(index) avec \(Self.friends[index % 4])")
        }
        let quality = judged(many)
        #expect(quality.total == 5000 && quality.sampled == QualityJudge.sampleSize)
        #expect(abs(quality.junkRate - 0.1) < 0.05)
        #expect(quality.examples["junk"]?.count == 5)
        #expect(judged(many.shuffled()) == quality)
        var other = judge
        other.seed = 9
        #expect(other.judge(many, now: now, timeZone: .gmt) != quality)
    }
}
