import Base
import Domain
import Foundation
import Testing

@testable import Memory

/// What becomes of what was told.
@Suite struct FactBookTests {
    @Test func aNewValueTakesTheOldOnesPlace() throws {
        var home = FactScene()
        home.tell("Léa habite à Lyon", "Léa", "lives_in", "Lyon", on: "2026-03-02")
        let changes = home.tell("Léa habite à Nantes", "Léa", "lives_in", "Nantes", on: "2026-09-10")
        #expect(home.current("Léa", "lives_in") == ["Nantes"])
        #expect(home.history("Léa", "lives_in") == ["Lyon"])
        #expect(changes.count == 2)
        let old = try #require(home.fact("Léa", "lives_in", "Lyon")), new = try #require(home.fact("Léa", "lives_in", "Nantes"))
        #expect(old.fact?.supersededBy == new.id)
        #expect(old.fact?.supersededAt == FactScene.date("2026-09-10"))
        // Nobody said when.
        #expect(old.fact?.validUntil == nil)
    }

    @Test func aMoveHasItsDate() throws {
        var home = FactScene()
        home.tell("Léa habite à Lyon", "Léa", "lives_in", "Lyon", on: "2026-03-02")
        home.tell("Léa a déménagé à Nantes en mai", "Léa", "lives_in", "Nantes", .begins, from: "2026-05-01", on: "2026-09-10")
        #expect(home.fact("Léa", "lives_in", "Lyon")?.fact?.validUntil == FactScene.date("2026-05-01"))
        #expect(home.value("Léa", "lives_in", at: "2026-04-30") == ["Lyon"])
        #expect(home.value("Léa", "lives_in", at: "2026-05-02") == ["Nantes"])
    }

    @Test func fromNowOnIsFromWhenItWasSaid() {
        var home = FactScene()
        home.tell("le code est 4512", "le portail", "code", "4512", on: "2026-01-04")
        home.tell("maintenant le code est 7788", "le portail", "code", "7788", .begins, on: "2026-09-10")
        #expect(home.fact("le portail", "code", "7788")?.fact?.validFrom == FactScene.date("2026-09-10"))
        #expect(home.value("le portail", "code", at: "2026-09-09") == ["4512"])
    }

    @Test func whatWillBeginLeavesTodaysUntilThen() {
        var home = FactScene(now: "2026-11-02")
        home.tell("Léa habite à Lyon", "Léa", "lives_in", "Lyon", on: "2026-03-02")
        home.tell("Léa habitera à Nantes à partir de décembre", "Léa", "lives_in", "Nantes", from: "2026-12-01", on: "2026-11-02")
        #expect(home.current("Léa", "lives_in") == ["Lyon"])
        #expect(home.fact("Léa", "lives_in", "Lyon")?.fact?.supersededAt == nil)
        #expect(home.current("Léa", "lives_in", on: "2026-12-02") == ["Nantes"])
    }

    @Test func whatBeginsNowLastsUntilWhatIsToCome() {
        var home = FactScene(now: "2026-11-05")
        home.tell("Léa habitera à Nantes à partir de décembre", "Léa", "lives_in", "Nantes", from: "2026-12-01", on: "2026-11-02")
        home.tell("Léa habite à Lyon", "Léa", "lives_in", "Lyon", on: "2026-11-05")
        #expect(home.current("Léa", "lives_in") == ["Lyon"])
        #expect(home.current("Léa", "lives_in", on: "2026-12-02") == ["Nantes"])
    }

    @Test func thePastToldLaterChangesNothingToday() {
        var home = FactScene()
        home.tell("Léa habite à Nantes", "Léa", "lives_in", "Nantes", on: "2026-05-03")
        home.tell("en 2015 Léa habitait à Paris", "Léa", "lives_in", "Paris", from: "2015-01-01", until: "2016-01-01", on: "2026-06-01")
        #expect(home.current("Léa", "lives_in") == ["Nantes"])
        #expect(home.value("Léa", "lives_in", at: "2015-06-01") == ["Paris"])
    }

    @Test func anEarlierMoveLearnedLaterIsHistory() {
        var home = FactScene()
        home.tell("Léa s'est installée à Nantes en 2020", "Léa", "lives_in", "Nantes", .begins, from: "2020-01-01", on: "2026-05-03")
        home.tell("Léa s'est installée à Paris en 2015", "Léa", "lives_in", "Paris", .begins, from: "2015-01-01", on: "2026-06-01")
        #expect(home.current("Léa", "lives_in") == ["Nantes"])
        #expect(home.fact("Léa", "lives_in", "Paris")?.fact?.validUntil == FactScene.date("2020-01-01"))
        #expect(home.value("Léa", "lives_in", at: "2017-06-01") == ["Paris"])
    }

    @Test func whatWasSaidEarlierAndLearnedLaterIsHistory() {
        var home = FactScene()
        home.tell("Léa habite à Nantes", "Léa", "lives_in", "Nantes", on: "2026-05-03")
        home.tell("Léa habite à Lyon", "Léa", "lives_in", "Lyon", on: "2024-02-01", source: .imported, learned: "2026-06-01")
        #expect(home.current("Léa", "lives_in") == ["Nantes"])
        #expect(home.value("Léa", "lives_in", at: "2025-01-01") == ["Lyon"])
    }

    @Test func whatWasSaysNothingOfToday() {
        var home = FactScene()
        home.tell("Léa habite à Lyon depuis mai", "Léa", "lives_in", "Lyon", from: "2026-05-01", on: "2026-06-02")
        home.tell("avant Léa habitait à Nantes", "Léa", "lives_in", "Nantes", .was, on: "2026-06-02")
        #expect(home.current("Léa", "lives_in") == ["Lyon"])
        // It ended when what followed began.
        #expect(home.fact("Léa", "lives_in", "Nantes")?.fact?.validUntil == FactScene.date("2026-05-01"))
    }

    @Test func aStayInterruptsAndEnds() {
        var home = FactScene(now: "2026-07-10")
        home.tell("j'habite à Lyon", "moi", "lives_in", "Lyon", on: "2026-03-02")
        home.tell("en juillet j'habite chez Paul", "moi", "lives_in", "chez Paul", from: "2026-07-01", until: "2026-08-01", on: "2026-07-02")
        #expect(home.current("moi", "lives_in") == ["chez Paul"])
        #expect(home.current("moi", "lives_in", on: "2026-08-02") == ["Lyon"])
    }

    @Test func fromOneToTheOther() {
        var home = FactScene()
        home.tell("le loyer est de 800 euros", "nous", "loyer", "800 euros", on: "2026-01-02")
        home.tell("le loyer est passé de 800 à 850 euros", "nous", "loyer", "800 euros", .ends, on: "2026-05-03")
        home.tell("le loyer est passé de 800 à 850 euros", "nous", "loyer", "850 euros", .begins, on: "2026-05-03")
        #expect(home.current("nous", "loyer") == ["850 euros"])
        #expect(home.history("nous", "loyer") == ["800 euros"])
    }

    @Test func aReturnIsANewFact() {
        var home = FactScene()
        home.tell("j'habite à Lyon", "moi", "lives_in", "Lyon", on: "2026-01-02")
        home.tell("j'habite à Nantes", "moi", "lives_in", "Nantes", on: "2026-03-02")
        home.tell("j'habite à Lyon", "moi", "lives_in", "Lyon", on: "2026-06-02")
        #expect(home.current("moi", "lives_in") == ["Lyon"])
        #expect(home.book.count == 3)
        #expect(home.value("moi", "lives_in", at: "2026-04-01") == ["Nantes"])
    }

    // MARK: ends

    @Test func whatEndsIsHistory() {
        var home = FactScene()
        home.tell("Léa habite à Lyon", "Léa", "lives_in", "Lyon", on: "2026-03-02")
        home.tell("Léa n'habite plus à Lyon", "Léa", "lives_in", "Lyon", .ends, on: "2026-09-10")
        #expect(home.current("Léa", "lives_in").isEmpty)
        #expect(home.history("Léa", "lives_in") == ["Lyon"])
        #expect(home.book.count == 1)
    }

    @Test func anEndOfAnotherValueLeavesToday() {
        var home = FactScene()
        home.tell("Léa habite à Nantes", "Léa", "lives_in", "Nantes", on: "2026-03-02")
        home.tell("Léa n'habite plus à Lyon", "Léa", "lives_in", "Lyon", .ends, on: "2026-09-10")
        #expect(home.current("Léa", "lives_in") == ["Nantes"])
        #expect(home.history("Léa", "lives_in") == ["Lyon"])
    }

    @Test func anEndWithoutValueEndsAll() {
        var home = FactScene()
        home.tell("je fais du tennis", "moi", "does", "tennis", on: "2026-03-02")
        home.tell("je fais de la danse", "moi", "does", "danse", on: "2026-03-02")
        home.tell("j'ai tout arrêté", "moi", "does", "", .ends, on: "2026-09-10")
        #expect(home.current("moi", "does").isEmpty)
        #expect(Set(home.history("moi", "does")) == ["tennis", "danse"])
    }

    @Test func anEndToComeIsNotYet() {
        var home = FactScene(now: "2026-11-02")
        home.tell("je travaille chez Airbus", "moi", "works_at", "Airbus", on: "2026-03-02")
        home.tell("j'arrête chez Airbus fin décembre", "moi", "works_at", "Airbus", .ends, until: "2027-01-01", on: "2026-11-02")
        #expect(home.current("moi", "works_at") == ["Airbus"])
        #expect(home.current("moi", "works_at", on: "2027-01-02").isEmpty)
    }

    @Test func anEndMeansTheValueItIsPartOf() {
        var home = FactScene()
        home.tell("je fais du tennis de table", "moi", "does", "tennis de table", on: "2026-03-02")
        home.tell("j'ai arrêté le tennis", "moi", "does", "tennis", .ends, on: "2026-09-10")
        #expect(home.current("moi", "does").isEmpty)
    }

    // MARK: corrections and contradictions

    @Test func whatWasCorrectedNeverWas() throws {
        var home = FactScene()
        home.tell("le code est 4512", "le portail", "code", "4512", on: "2026-01-04")
        home.tell("non, en fait c'est 4513", "le portail", "code", "4513", .corrects, on: "2026-01-05")
        #expect(home.current("le portail", "code") == ["4513"])
        #expect(home.history("le portail", "code").isEmpty)
        #expect(home.value("le portail", "code", at: "2026-01-04T12") == ["4513"])
        let wrong = try #require(home.fact("le portail", "code", "4512")?.fact)
        #expect(wrong.validFrom == wrong.validUntil && wrong.validFrom != nil)
    }

    @Test func aCorrectionAmongSeveralIsOfWhatWasJustSaid() {
        var home = FactScene()
        home.tell("Léa est allergique au lait", "Léa", "allergic_to", "lait", on: "2026-01-04")
        home.tell("Léa est allergique aux arachides", "Léa", "allergic_to", "arachides", on: "2026-01-05")
        home.tell("non, aux noix", "Léa", "allergic_to", "noix", .corrects, on: "2026-01-05T10")
        #expect(Set(home.current("Léa", "allergic_to")) == ["lait", "noix"])
    }

    @Test func aCorrectionOfThePastLeavesToday() {
        var home = FactScene()
        home.tell("Léa habite à Lyon", "Léa", "lives_in", "Lyon", on: "2026-03-02")
        home.tell("en 2015 elle habitait à Paris", "Léa", "lives_in", "Paris", .was, from: "2015-01-01", until: "2016-01-01", on: "2026-03-03")
        home.tell("non, en 2015 elle habitait à Nice", "Léa", "lives_in", "Nice", .corrects, from: "2015-01-01", until: "2016-01-01", on: "2026-03-03T10")
        #expect(home.current("Léa", "lives_in") == ["Lyon"])
        #expect(home.value("Léa", "lives_in", at: "2015-06-01") == ["Nice"])
    }

    @Test func theLastSubjectIsMeantWhereNoneIsNamed() {
        var home = FactScene()
        home.tell("le code du portail est 4512", "le portail", "code", "4512", on: "2026-01-04")
        home.tell("non, 4513", Statement.Subject(key: "@last", name: ""), "@last", "4513", .corrects, on: "2026-01-04T10")
        #expect(home.current("le portail", "code") == ["4513"])
    }

    @Test func likesAndDislikesExcludeEachOther() {
        var home = FactScene()
        home.tell("j'aime le thé", "moi", "likes", "thé", on: "2026-01-04")
        home.tell("je déteste le thé", "moi", "dislikes", "le thé", on: "2026-05-04")
        #expect(home.current("moi", "likes") == ["le thé"])
        #expect(home.book.facts(of: ["@me"], FactBook.relation("likes"), at: home.now, now: home.now).first?.fact?.relation == "dislikes")
        home.tell("j'aime le thé finalement", "moi", "likes", "thé", on: "2026-06-04")
        #expect(home.book.facts(of: ["@me"], FactBook.relation("likes"), at: home.now, now: home.now).map { $0.fact?.relation } == ["likes"])
    }

    @Test func aDenialEndsWhatItDenies() {
        var home = FactScene()
        home.tell("Léa aime le thé", "Léa", "likes", "thé", on: "2026-01-04")
        home.tell("Léa n'aime pas le thé", "Léa", "likes", "thé", not: true, on: "2026-05-04")
        #expect(home.current("Léa", "likes") == ["pas thé"])
        home.tell("Léa n'habite pas à Lyon", "Léa", "lives_in", "Lyon", not: true, on: "2026-05-04")
        home.tell("Léa habite à Nantes", "Léa", "lives_in", "Nantes", on: "2026-05-05")
        #expect(home.current("Léa", "lives_in") == ["Nantes"])
    }

    @Test func notDislikingIsLiking() {
        var home = FactScene()
        home.tell("je déteste le thé", "moi", "dislikes", "thé", on: "2026-01-04")
        home.tell("je ne déteste pas le thé", "moi", "dislikes", "thé", not: true, on: "2026-05-04")
        #expect(home.current("moi", "likes") == ["pas thé"])
        #expect(home.book.slots(["@me"], ["likes"]).flatMap { $0.byValue.values.flatMap { $0 } }.filter { $0.isLive }.map(\.isNegated) == [false])
    }

    @Test func severalValuesGather() {
        var home = FactScene()
        for value in ["thé", "café", "chocolat"] { home.tell("j'aime le \(value)", "moi", "likes", value) }
        #expect(Set(home.current("moi", "likes")) == ["thé", "café", "chocolat"])
    }

    @Test func twoValuesInOneTurnTheLastWins() {
        var home = FactScene()
        let turn = Fragment.ID()
        home.tell("le code est 1111", "le portail", "code", "1111", on: "2026-05-04", origin: turn)
        home.tell("le code est 2222", "le portail", "code", "2222", on: "2026-05-04", origin: turn)
        #expect(home.current("le portail", "code") == ["2222"])
        #expect(home.fact("le portail", "code", "1111")?.origins == [turn])
        // Reading the turn again changes nothing.
        #expect(home.tell("le code est 1111", "le portail", "code", "1111", on: "2026-05-04", origin: turn).isEmpty)
        #expect(home.tell("le code est 2222", "le portail", "code", "2222", on: "2026-05-04", origin: turn).isEmpty)
    }

    @Test func aLastingValueIsContradicted() throws {
        var home = FactScene()
        home.tell("l'anniversaire de Léa est le 12 juin", "Léa", "birthday", "12 juin", on: "2026-01-04")
        home.tell("l'anniversaire de Léa est le 13 juin", "Léa", "birthday", "13 juin", on: "2026-05-04")
        #expect(home.current("Léa", "birthday") == ["13 juin"])
        #expect(home.fact("Léa", "birthday", "13 juin")?.fact?.confidence == 0.7)
        #expect(home.fact("Léa", "birthday", "12 juin")?.fact?.supersededAt != nil)
    }

    @Test func twoPeopleContradictEachOther() {
        var home = FactScene()
        home.tell("l'anniversaire de Léa est le 12 juin", "Léa", "birthday", "12 juin", on: "2026-01-04", by: "Léo", shared: true)
        home.tell("l'anniversaire de Léa est le 13 juin", "Léa", "birthday", "13 juin", on: "2026-05-04", shared: true)
        #expect(home.current("Léa", "birthday") == ["13 juin"])
        #expect(home.fact("Léa", "birthday", "13 juin")?.fact?.confidence == 0.5)
        #expect(home.fact("Léa", "birthday", "12 juin")?.fact?.supersededAt == nil)
    }

    @Test func aYearMakesABirthdayFiner() {
        var home = FactScene()
        home.tell("l'anniversaire de Léa est le 12 juin", "Léa", "birthday", "12 juin", on: "2026-01-04")
        home.tell("Léa est née le 12 juin 1985", "Léa", "birthday", "12 juin 1985", on: "2026-05-04")
        #expect(home.current("Léa", "birthday") == ["12 juin 1985"])
        #expect(home.fact("Léa", "birthday", "12 juin 1985")?.fact?.confidence == 1)
        home.tell("l'anniversaire de Léa est le 12 juin", "Léa", "birthday", "12 juin", on: "2026-06-04")
        #expect(home.current("Léa", "birthday") == ["12 juin 1985"])
    }

    // MARK: repetition

    @Test func theSameAgainCounts() throws {
        var home = FactScene()
        home.tell("Léa est allergique aux arachides", "Léa", "allergic_to", "aux arachides", on: "2026-01-04", certainty: 0.5)
        home.tell("Léa est allergique à l'arachide", "Léa", "allergic_to", "arachide", on: "2026-05-04")
        #expect(home.book.count == 1)
        let fact = try #require(home.fact("Léa", "allergic_to", "arachides"))
        #expect(fact.count == 2 && fact.origins.count == 2)
        #expect((fact.fact?.confidence ?? 0) > 0.7)
    }

    @Test func sayingSinceWhenFillsItIn() {
        var home = FactScene()
        home.tell("Léa habite à Lyon", "Léa", "lives_in", "Lyon", on: "2026-05-04")
        home.tell("Léa habite à Lyon depuis 2020", "Léa", "lives_in", "Lyon", from: "2020-01-01", on: "2026-06-04")
        #expect(home.book.count == 1)
        #expect(home.fact("Léa", "lives_in", "Lyon")?.fact?.validFrom == FactScene.date("2020-01-01"))
    }

    @Test(arguments: [
        ("aux arachides", "arachide"), ("12 juin", "douze juin"), ("le 1er mai", "premier mai"), ("June 12", "12 june"), ("the 12th of June", "12 June"),
        ("12 juin", "June 12"), ("06 12 34 56 78", "0612345678"), ("06.12.34.56.78", "06 12 34 56 78"), ("quarante-cinq douze", "4512"), ("l'été", "ete"),
        ("des chevaux", "chevaux"), ("à Lyon", "Lyon"), ("deux enfants", "2 enfants"), ("peanuts", "the peanut"), ("strawberries", "strawberry"),
        ("3,5 kilos", "3.5 kilo"),
    ])
    func valuesAreOne(_ a: String, _ b: String) { #expect(FactValue.key(a) == FactValue.key(b)) }

    @Test(arguments: [("4512", "4513"), ("12 juin", "13 juin"), ("12 juin 1985", "12 juin 1986"), ("Lyon", "Nantes"), ("groupe A", "groupe B"), ("😀", "😢")])
    func valuesAreTwo(_ a: String, _ b: String) { #expect(FactValue.key(a) != FactValue.key(b)) }

    // MARK: who is believed

    @Test func aChildDoesNotOverruleAnAdult() {
        var home = FactScene()
        home.tell("le code est 4512", "le portail", "code", "4512", on: "2026-01-04", shared: true)
        home.tell("le code est 0000", "le portail", "code", "0000", on: "2026-05-04", by: "Tom", shared: true)
        #expect(home.current("le portail", "code") == ["4512"])
        home.tell("le code c'est plus 4512", "le portail", "code", "4512", .ends, on: "2026-05-04", by: "Tom", shared: true)
        #expect(home.current("le portail", "code") == ["4512"])
        home.tell("non en fait c'est 0000", "le portail", "code", "0000", .corrects, on: "2026-05-05", by: "Inconnu", shared: true)
        #expect(home.current("le portail", "code") == ["4512"])
        home.tell("le code est 7788", "le portail", "code", "7788", on: "2026-06-04", by: "Léo", shared: true)
        #expect(home.current("le portail", "code") == ["7788"])
    }

    @Test func whatIsPrivateDoesNotChangeWhatIsShared() {
        var home = FactScene()
        home.tell("le code est 4512", "le portail", "code", "4512", on: "2026-01-04", shared: true)
        let changes = home.tell("le code est 7788", "le portail", "code", "7788", on: "2026-05-04")
        #expect(changes.count == 1)
        #expect(home.current("le portail", "code") == ["7788"])
        #expect(home.fact("le portail", "code", "4512")?.fact?.supersededAt == nil)
    }

    @Test func somebodyElsesIIsTheirs() {
        var home = FactScene()
        home.tell("je suis allergique au lait", "moi", "allergic_to", "lait", by: "Léo", shared: true)
        home.tell("ma mère habite à Nice", "mother: ma mère", "lives_in", "Nice", by: "Léo", shared: true)
        #expect(home.current("moi", "allergic_to").isEmpty)
        #expect(home.current("Léo", "allergic_to") == ["lait"])
        #expect(home.current("mother: ma mère", "lives_in").isEmpty)
        #expect(home.current("mother leo: la mère de Léo", "lives_in") == ["Nice"])
    }

    @Test func onesOwnSharedFactsAreOnesOwn() {
        var home = FactScene()
        home.tell("je suis allergique au lait", "moi", "allergic_to", "lait", shared: true)
        #expect(home.stored.values.first?.fact?.subject == "zoe")
        #expect(home.current("moi", "allergic_to") == ["lait"])
        #expect(home.current("Zoé", "allergic_to") == ["lait"])
    }
}
