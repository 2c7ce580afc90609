import Base
import Domain
import Foundation
import Testing

@testable import Memory

/// Who and what is meant.
@Suite struct FactEntityTests {
    @Test func kinGetTheirNames() {
        var home = FactScene()
        home.tell("ma sœur est allergique au lait", "sister: ma sœur", "allergic_to", "lait", on: "2026-01-02")
        home.tell("ma sœur s'appelle Julie", "sister: ma sœur", "name", "Julie", on: "2026-02-02")
        home.tell("Julie habite à Brest", "Julie", "lives_in", "Brest", on: "2026-03-02")
        for subject in ["Julie", "sister: ma sœur"] as [Statement.Subject] {
            #expect(home.current(subject, "allergic_to") == ["lait"])
            #expect(home.current(subject, "lives_in") == ["Brest"])
        }
        #expect(home.current("moi", "sister") == ["Julie"])
    }

    @Test func whatIsToldOfKinSupersedesWhatWasToldOfTheName() {
        var home = FactScene()
        home.tell("ma sœur s'appelle Julie", "moi", "sister", "Julie", on: "2026-01-02")
        home.tell("Julie habite à Brest", "Julie", "lives_in", "Brest", on: "2026-03-02")
        home.tell("ma sœur a déménagé à Rennes", "sister: ma sœur", "lives_in", "Rennes", .begins, on: "2026-05-02")
        #expect(home.current("Julie", "lives_in") == ["Rennes"])
    }

    @Test func twoSistersAreNobodyInParticular() {
        var home = FactScene()
        home.tell("ma sœur Julie", "moi", "sister", "Julie", on: "2026-01-02")
        home.tell("ma sœur Anna", "moi", "sister", "Anna", on: "2026-01-02")
        home.tell("ma sœur habite à Brest", "sister: ma sœur", "lives_in", "Brest", on: "2026-05-02")
        #expect(home.current("Julie", "lives_in").isEmpty)
        #expect(home.current("sister: ma sœur", "lives_in") == ["Brest"])
    }

    @Test func nicknamesAreNames() {
        var home = FactScene()
        home.tell("on appelle Julie Juju", "Julie", "nickname", "Juju", on: "2026-01-02")
        home.tell("Juju aime le thé", "Juju", "likes", "thé", on: "2026-01-03")
        #expect(home.current("Julie", "likes") == ["thé"])
        home.tell("je m'appelle Zoé", "moi", "name", "Zoé", on: "2026-01-03")
        home.tell("Zoé aime le café", "Zoé", "likes", "café", on: "2026-01-03")
        #expect(home.current("moi", "likes") == ["café"])
    }

    @Test func aNewHusbandIsAnotherPerson() {
        var home = FactScene()
        home.tell("mon mari travaille à Paris", "husband: mon mari", "works_at", "Paris", on: "2020-01-02")
        home.tell("mon mari s'appelle Paul", "moi", "husband", "Paul", on: "2020-02-02")
        home.tell("je ne suis plus avec Paul", "moi", "husband", "Paul", .ends, on: "2024-02-02")
        home.tell("mon mari s'appelle Marc", "moi", "husband", "Marc", on: "2026-02-02")
        home.tell("mon mari travaille à Lyon", "husband: mon mari", "works_at", "Lyon", on: "2026-03-02")
        #expect(home.current("Paul", "works_at") == ["Paris"])
        #expect(home.current("Marc", "works_at") == ["Lyon"])
        #expect(home.current("husband: mon mari", "works_at") == ["Lyon"])
    }

    @Test func kinOfKin() {
        var home = FactScene()
        home.tell("ma sœur s'appelle Julie", "moi", "sister", "Julie", on: "2026-01-02")
        home.tell("le mari de Julie s'appelle Marc", "husband julie: le mari de Julie", "name", "Marc", on: "2026-01-02")
        home.tell("le mari de ma sœur s'appelle Marc", "husband @me/sister: le mari de ma sœur", "name", "Marc", on: "2026-01-02")
        home.tell("Marc aime le thé", "Marc", "likes", "thé", on: "2026-01-03")
        #expect(home.current("husband @me/sister: le mari de ma sœur", "likes") == ["thé"])
        #expect(home.current("husband julie: le mari de Julie", "likes") == ["thé"])
    }

    @Test func twoPauls() {
        var home = FactScene()
        home.tell("mon frère s'appelle Paul", "moi", "brother", "Paul", on: "2026-01-02")
        home.tell("Paul habite à Lyon", "Paul", "lives_in", "Lyon", on: "2026-01-03")
        home.tell("Paul mon voisin a un chien", "Paul, neighbour: Paul mon voisin", "has", "chien", on: "2026-02-02")
        home.tell("mon voisin habite au 3e", "neighbour: mon voisin", "lives_in", "au 3e", on: "2026-02-02")
        // Who was known first is whom the name alone means.
        #expect(home.current("brother: mon frère", "lives_in") == ["Lyon"])
        #expect(home.current("neighbour: mon voisin", "has") == ["chien"])
        #expect(home.current("neighbour: mon voisin", "lives_in") == ["au 3e"])
        #expect(home.current("brother: mon frère", "has").isEmpty)
    }

    @Test func aFriendMayBeANeighbour() {
        var home = FactScene()
        home.tell("mon voisin s'appelle Paul", "moi", "neighbour", "Paul", on: "2026-01-02")
        home.tell("mon ami s'appelle Paul", "moi", "friend", "Paul", on: "2026-01-03")
        home.tell("mon voisin a un chien", "neighbour: mon voisin", "has", "chien", on: "2026-02-02")
        #expect(home.current("friend: mon ami", "has") == ["chien"])
    }

    @Test func theCarIsOnesOwn() {
        var home = FactScene()
        home.tell("ma voiture est rue Pasteur", "ma voiture", "located_at", "rue Pasteur", on: "2026-01-02")
        home.tell("la voiture de Léo est au garage", "ma voiture", "located_at", "au garage", on: "2026-01-03", by: "Léo", shared: true)
        for name in ["la voiture", "ma voiture", "notre voiture"] { #expect(home.current(.init(name), "located_at") == ["rue Pasteur"]) }
        #expect(home.current(.init(key: "voiture de leo", name: "la voiture de Léo"), "located_at") == ["au garage"])
        #expect(home.current(.init(key: "leo s voiture", name: "Léo's voiture"), "located_at") == ["au garage"])
    }

    @Test func theOnlyCarIsTheCar() {
        var home = FactScene()
        home.tell("ma voiture est au garage", "ma voiture", "located_at", "au garage", on: "2026-01-03", by: "Léo", shared: true)
        #expect(home.current("la voiture", "located_at") == ["au garage"])
    }

    @Test func namesNeverRunInCircles() {
        var home = FactScene()
        home.tell("a est b", "a", "alias", "b")
        home.tell("b est c", "b", "alias", "c")
        home.tell("c est a", "c", "alias", "a")
        home.tell("la sœur de a est a", "a", "sister", "a")
        home.tell("la sœur de a est b", "a", "sister", "b")
        home.tell("a aime le thé", "a", "likes", "thé")
        #expect(home.current("c", "likes") == ["thé"])
    }

    @Test func whatIsForgottenIsForgotten() throws {
        var home = FactScene()
        home.tell("ma sœur s'appelle Julie", "moi", "sister", "Julie", on: "2026-01-02")
        home.tell("Julie habite à Brest", "Julie", "lives_in", "Brest", on: "2026-03-02")
        let tie = try #require(home.fact("moi", "sister", "Julie"))
        home.book.remove(tie.id)
        #expect(home.current("sister: ma sœur", "lives_in").isEmpty)
        #expect(home.current("Julie", "lives_in") == ["Brest"])
        home.book.insert(tie)
        #expect(home.current("sister: ma sœur", "lives_in") == ["Brest"])
    }

    @Test func tenThousandFactsOfOnePerson() {
        var home = FactScene()
        for index in 0..<10_000 { home.book.insert(Self.fact(index, "likes", "chose \(index)")) }
        for index in 10_000..<11_000 { home.book.insert(Self.fact(index, "lives_in", "ville \(index)", supersededAt: home.now)) }
        let changes = home.tell("Léa aime la chose 77", "Léa", "likes", "chose 77")
        #expect(changes.map(\.fragment.count) == [2])
        #expect(home.tell("Léa habite à Lyon", "Léa", "lives_in", "Lyon").count == 1)
        let everything = FactAnswer.to(.ask("Léa", nil, .everything), in: home.book, language: .french, now: home.now, timeZone: FactScene.timeZone)
        #expect(everything?.text.hasSuffix("et 9993 autres choses.") == true)
    }

    static func fact(_ index: Int, _ relation: String, _ value: String, supersededAt: Date? = nil) -> Fragment {
        let date = FactScene.date("2026-01-01") + Double(index)
        return Fragment(
            id: .init(at: date), kind: .fact, text: "Léa \(value)", occurredAt: date, learnedAt: date, source: .rule,
            fact: Fact(subject: "lea", subjectName: "Léa", relation: relation, value: value, supersededAt: supersededAt))
    }
}
