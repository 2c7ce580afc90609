import Base
import Domain
import Foundation
import Testing

@testable import Memory

@Suite struct ForgettingTests {
    private let then = Date(timeIntervalSince1970: 1_800_000_000)
    private let day: TimeInterval = 86_400

    private func episode(_ importance: Double = 0.5, count: Int = 1, recalls: Int = 0, recalledAt: Date? = nil, after: TimeInterval = 0, index: Int = 0)
        -> Fragment
    {
        Fragment(
            id: Fragment.ID(high: 0x7000, low: 0x8000_0000_0000_0000 + UInt64(index)), kind: .episode, text: "…", occurredAt: then + after, learnedAt: then,
            source: .said, importance: importance, count: count, recalls: recalls, recalledAt: recalledAt)
    }

    @Test func theCurveIsThatOfFSRS() {
        let fragment = episode()
        let stability = Forgetting.stability(of: fragment)
        #expect(abs(stability - 9) < 1e-9)
        #expect(abs(Forgetting.retention(of: fragment, at: then + stability * day) - 0.9) < 1e-9)
        #expect(Forgetting.retention(of: fragment, at: then) == 1)
        #expect(Forgetting.retention(of: fragment, at: then - 5 * day) == 1)
    }

    @Test func fadesAsTimeGoesOnAndMoreSlowlyTheMoreItMatters() {
        var last = 1.0
        for days in 1...400 {
            let retention = Forgetting.retention(of: episode(), at: then + Double(days) * day)
            #expect(retention < last && retention > 0)
            last = retention
        }
        let stabilities = [0, 0.02, 0.1, 0.15, 0.3, 0.5, 0.8, 1].map { Forgetting.stability(of: episode($0)) }
        #expect(stabilities == stabilities.sorted() && Set(stabilities).count == stabilities.count)
        var stirring = episode()
        stirring.affect = Affect(valence: -0.5, arousal: 1)
        #expect(Forgetting.stability(of: stirring) > Forgetting.stability(of: episode()))
    }

    @Test func eachRecallStrengthensAndSpacedOnesMore() {
        let never = Forgetting.stability(of: episode())
        let crammed = Forgetting.stability(of: episode(recalls: 3, recalledAt: then + 60))
        let spaced = Forgetting.stability(of: episode(recalls: 3, recalledAt: then + 30 * day))
        let more = Forgetting.stability(of: episode(recalls: 5, recalledAt: then + 50 * day))
        #expect(never < crammed && crammed < spaced && spaced < more)
        #expect(crammed < never * 1.1)
        #expect(spaced > never * 2)
        #expect(Forgetting.stability(of: episode(recalls: 1_000_000, recalledAt: then + 9000 * day)) <= 36_500)
    }

    @Test func sayingAgainStrengthensNewsAndNotNoise() {
        #expect(Forgetting.stability(of: episode(count: 4, after: 20 * day)) > Forgetting.stability(of: episode()))
        #expect(Forgetting.stability(of: episode(0.02, count: 400, after: 20 * day)) == Forgetting.stability(of: episode(0.02)))
    }

    @Test func someThingsNeverFade() {
        let late = then + 36_500 * day
        var pinned = episode(0)
        pinned.pinned = true
        #expect(Forgetting.retention(of: pinned, at: late) == 1)
        for source in [Fragment.Source.told, .api, .imported] {
            var kept = episode(0)
            kept.source = source
            #expect(Forgetting.retention(of: kept, at: late) == 1)
        }
        var promise = episode(0.1)
        promise.kind = .promise
        promise.fact = Fact(subject: Fact.me, subjectName: "moi", relation: Promises.relation, value: "x")
        #expect(Forgetting.retention(of: promise, at: late) == 1)
        promise.fact?.validUntil = then
        #expect(Forgetting.retention(of: promise, at: late) < 0.1)
    }

    @Test func prunesWhatHasFadedAndNothingWasDrawnFrom() {
        let noise = episode(0.02, index: 1), source = episode(0.02, index: 2), news = episode(0.5, index: 3)
        var pinned = episode(0.02, index: 4)
        pinned.pinned = true
        var fact = episode(index: 5)
        fact.kind = .fact
        fact.origins = [source.id]
        fact.fact = Fact(subject: "lea", subjectName: "Léa", relation: "likes", value: "thé")
        #expect(Forgetting.pruned([noise, source, news, pinned, fact], now: then + day) == [noise.id])
        #expect(Forgetting.pruned([noise, source, news, pinned, fact], now: then + 5000 * day) == [noise.id, news.id])
    }

    @Test func historyStaysUpToItsBudgetOldestFirst() {
        let history = (0..<10).map { index in
            var fact = episode(index: index)
            fact.kind = .fact
            fact.fact = Fact(subject: "lea", subjectName: "Léa", relation: "lives_in", value: "\(index)", supersededAt: then + Double(index))
            return fact
        }
        let gone = Forgetting.pruned(history, budget: .init(history: 7), now: then + 5000 * day)
        #expect(gone == history.prefix(3).map(\.id))
        #expect(Forgetting.pruned(history, now: then + 5000 * day).isEmpty)
    }

    @Test func theBudgetTakesTheFaintestFirstAndNeverWhatIsKept() {
        var fragments = (0..<100).map { episode(0.2 + Double($0) / 200, index: $0) }
        for index in 90..<100 { fragments[index].pinned = true }
        for index in 80..<90 { fragments[index].source = .told }
        for index in 70..<80 { fragments[index].source = .imported }
        let gone = Forgetting.pruned(fragments, budget: .init(fragments: 60), now: then + day)
        #expect(gone == fragments.prefix(40).map(\.id))
        let more = Forgetting.pruned(fragments, budget: .init(fragments: 25), now: then + day)
        #expect(Set(more) == Set(fragments.prefix(70).map(\.id)))
        let most = Forgetting.pruned(fragments, budget: .init(fragments: 0), now: then + day)
        #expect(Set(most) == Set(fragments.prefix(70).map(\.id)))
    }
}
