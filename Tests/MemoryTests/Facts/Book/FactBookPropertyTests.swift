import Base
import Domain
import Foundation
import TestSupport
import Testing

@testable import Memory

/// What is so of any book, whatever it was told.
@Suite struct FactBookPropertyTests {
    private static let seeds: [UInt64] = Array(1...40)
    private static let values = ["Lyon", "Nantes", "Paris", "Brest"]
    private static let day = 86_400.0
    private static let origin = FactScene.date("2026-01-01")

    private static func statement(_ random: inout SeededGenerator, at saidAt: Date) -> Statement {
        let relations = ["lives_in", "likes", "works_at", "code", "allergic_to"]
        let change: Statement.Change = [.holds, .holds, .holds, .begins, .ends, .was, .corrects].randomElement(using: &random) ?? .holds
        let from = Bool.random(using: &random) ? saidAt + Double(Int.random(in: -400...60, using: &random)) * day : nil
        let until = Int.random(in: 0..<5, using: &random) == 0 ? (from ?? saidAt) + Double(Int.random(in: 1...90, using: &random)) * day : nil
        let subject: Statement.Subject = Bool.random(using: &random) ? "Léa" : "moi"
        let value = values.randomElement(using: &random) ?? "Lyon"
        return Statement(
            subject: subject, relation: FactBook.relation(relations.randomElement(using: &random) ?? "likes"), value: value,
            isNegated: change == .holds && Int.random(in: 0..<6, using: &random) == 0, change: change, from: from, until: until,
            certainty: Double.random(in: 0.3...1, using: &random), text: "\(subject.name) \(value) \(change)")
    }

    private static func life(_ seed: UInt64, length: Int = 60, _ each: (inout FactScene, Statement, Date) -> Void) -> FactScene {
        var random = SeededGenerator(seed: seed), scene = FactScene(), time = origin
        for _ in 0..<length {
            time += Double(Int.random(in: 1...20, using: &random)) * day
            each(&scene, statement(&random, at: time), time)
        }
        scene.now = time
        return scene
    }

    @Test(arguments: seeds) func aSingleRelationHasOneValueAtATime(_ seed: UInt64) {
        var said: [Date] = []
        let scene = Self.life(seed) { scene, statement, time in
            scene.apply(statement, saidAt: time)
            said.append(time)
            for subject in ["Léa", "moi"] as [Statement.Subject] {
                for relation in ["lives_in", "works_at", "code"] {
                    let positive = scene.book.facts(of: scene.book.keys(of: subject), FactBook.relation(relation), at: time, now: time).filter {
                        $0.fact?.isNegated == false
                    }
                    #expect(positive.count <= 1)
                    // What no end was told of is not current beside another.
                    let open = scene.stored.values.filter {
                        guard let fact = $0.fact else { return false }
                        return fact.subject == subject.key && fact.relation == relation && !fact.isNegated && fact.validUntil == nil
                            && fact.holds(at: time + 3650 * Self.day)
                    }
                    #expect(open.count <= 1, "\(relation): \(open.map(\.text))")
                }
            }
        }
        for date in said {
            #expect(scene.book.facts(of: ["lea"], FactBook.relation("lives_in"), at: date, now: scene.now).filter { $0.fact?.isNegated == false }.count <= 1)
        }
    }

    @Test(arguments: seeds) func whatWasSupersededNeverHoldsAgain(_ seed: UInt64) {
        let scene = Self.life(seed) { scene, statement, time in scene.apply(statement, saidAt: time) }
        for subject in ["Léa", "moi"] as [Statement.Subject] {
            for relation in ["lives_in", "likes", "works_at", "code", "allergic_to"] {
                let current = scene.book.facts(of: scene.book.keys(of: subject), FactBook.relation(relation), at: scene.now, now: scene.now)
                #expect(current.allSatisfy { $0.fact?.holds(at: scene.now) == true })
                // Of one value there is one word.
                let words = current.map { FactValue.key($0.fact?.value ?? "") }
                #expect(Set(words).count == words.count)
            }
        }
    }

    @Test(arguments: seeds) func historyIsNeverLost(_ seed: UInt64) {
        var known: [Fragment.ID: Fragment] = [:]
        _ = Self.life(seed) { scene, statement, time in
            scene.apply(statement, saidAt: time)
            for (id, old) in known {
                guard let new = scene.book.fragments[id], let before = old.fact, let after = new.fact else {
                    Issue.record("a fact is gone")
                    continue
                }
                #expect(after.value == before.value && after.subject == before.subject && new.learnedAt == old.learnedAt && new.text == old.text)
                #expect(before.supersededAt == nil || after.supersededAt == before.supersededAt)
                #expect(new.count >= old.count)
                #expect(Set(old.origins.prefix(1)).isSubset(of: new.origins))
            }
            known = scene.book.fragments
        }
    }

    @Test(arguments: seeds) func tellingTwiceOnlyCounts(_ seed: UInt64) {
        _ = Self.life(seed) { scene, statement, time in
            scene.apply(statement, saidAt: time)
            let before = scene.book.fragments
            let again = scene.apply(statement, saidAt: time)
            #expect(again.count <= 1, "\(statement)")
            for change in again {
                guard case .update(let fragment) = change, var old = before[fragment.id] else {
                    Issue.record("added again: \(statement.change) \(statement.text) \(change.fragment.fact.debugDescription)")
                    continue
                }
                #expect(fragment.count == old.count + 1)
                old.count = fragment.count
                old.origins = fragment.origins
                old.fact?.confidence = fragment.fact?.confidence ?? 0
                #expect(old == fragment)
            }
        }
    }

    @Test(arguments: seeds) func readingAnEpisodeAgainChangesNothing(_ seed: UInt64) {
        _ = Self.life(seed) { scene, statement, time in
            let episode = Fragment.ID(at: time)
            scene.apply(statement, saidAt: time, origin: episode)
            #expect(scene.apply(statement, saidAt: time, origin: episode).isEmpty, "\(statement)")
        }
    }

    /// With explicit times it does not matter in which order they become known.
    @Test(arguments: seeds) func theOrderOfLearningDoesNotMatter(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let now = FactScene.date("2026-11-21")
        var days = Array(1...2000).shuffled(using: &random)
        let statements = (0..<12).map { _ in
            let from = now - Double(days.removeLast()) * Self.day, value = Self.values.randomElement(using: &random) ?? "Lyon"
            let isStay = Bool.random(using: &random)
            let until = min(from + Double(Int.random(in: 5...300, using: &random)) * Self.day, now - Self.day / 2)
            return Statement(
                subject: "Léa", relation: FactBook.relation("lives_in"), value: value, change: isStay ? .was : .begins, from: from, until: isStay ? until : nil,
                text: "\(value) \(from)")
        }
        func table(_ statements: [Statement]) -> [[String]] {
            var scene = FactScene()
            for (index, statement) in statements.enumerated() { scene.apply(statement, saidAt: now + Double(index)) }
            return stride(from: -2100.0, to: 30, by: 3).map { day in
                scene.book.facts(of: ["lea"], FactBook.relation("lives_in"), at: now + day * Self.day, now: now + 100).compactMap { $0.fact?.value }
            }
        }
        let expected = table(statements)
        #expect(expected.contains { !$0.isEmpty })
        for _ in 0..<4 { #expect(table(statements.shuffled(using: &random)) == expected) }
    }
}
